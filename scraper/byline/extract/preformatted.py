"""What stands in a `pre`: code, which keeps its lines, or a letter that was wrapped by hand."""

import re
from collections.abc import Iterator
from itertools import groupby

from selectolax.lexbor import LexborNode

from byline.extract.addresses import autolinked
from byline.extract.blocks import Block, Element, Inline, Mark
from byline.extract.nodes import DROPPED, RULE_LINE, is_prose, names
from byline.extract.pieces import ONE_SPACE, SPACE, UNPRINTED, Level, Pieces

BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
LANGUAGE = re.compile(r"(?:\blang(?:uage)?-|\bbrush:\s*|\bhighlight-(?:source-|text-)?)([a-z][\w+#]*)")
LINES = {"br", "div", "p"}  # what begins a line of code, where each has an element of its own
NO_LANGUAGE = {"text", "plain", "plaintext", "none", "nohighlight", "default", "source", "wrapper", "block"}

Words = tuple[str, tuple[Mark, ...]]


def preformatted(pieces: Pieces, node: LexborNode, level: Level) -> bool:
    """The blocks of a `pre`; always read whole."""
    words = list(_words(pieces, node))
    text = "".join([piece for piece, _ in words]).strip("\n")
    if is_prose(text):
        _letter(pieces, words, level)
    elif text.strip():
        inlines = tuple(Inline(piece, marks) for piece, marks in _within(words, text))
        index, language = len(pieces.found), language_of(node, level.home)
        block = Block(index, "pre", level.home, inlines, text, level.hidden, language=language)
        pieces.found.append(block)
    return True


def _words(pieces: Pieces, top: LexborNode) -> Iterator[Words]:
    """The words as they are set, with their anchors."""
    for node in top.traverse(include_text=True):
        if node.is_text_node and node.parent is not None and node.parent.tag in DROPPED:
            continue
        if node.is_text_node:
            text = (node.text_content or "").replace("\r\n", "\n")
            yield UNPRINTED.sub("", text), _anchor_around(pieces, node, top)
        elif node.tag in LINES:
            yield "\n", ()


def _anchor_around(pieces: Pieces, text: LexborNode, top: LexborNode) -> tuple[Mark, ...]:
    around = text.parent
    while around is not None and around.mem_id != top.mem_id:
        if around.tag == "a":
            mark = pieces.anchor(around.attributes)
            return (mark,) if mark else ()
        around = around.parent
    return ()


def _within(words: list[Words], text: str) -> Iterator[Words]:
    """Pieces cut to `text`, which is what all of them say without the blank lines around."""
    first = "".join([piece for piece, _ in words]).index(text)
    at = 0
    for marks, run in groupby(words, key=lambda piece: piece[1]):
        whole = "".join([piece for piece, _ in run])
        cut = whole[max(0, first - at) : max(0, first + len(text) - at)]
        at += len(whole)
        if cut:
            yield cut, marks


def _letter(pieces: Pieces, words: list[Words], level: Level) -> None:
    """A blank line parts the paragraphs of a letter, and its anchors stay anchors."""
    paragraph: list[Words] = []
    for text, marks in words:
        first, *others = BLANK_LINE.split(text)
        paragraph.append((first, marks))
        for piece in others:
            _prose(pieces, paragraph, level)
            paragraph = [(piece, marks)]
    _prose(pieces, paragraph, level)


def _prose(pieces: Pieces, paragraph: list[Words], level: Level) -> None:
    text = SPACE.sub(ONE_SPACE, "".join([words for words, _ in paragraph])).strip()
    if RULE_LINE.match(text):
        pieces.add("hr", level, (), "")
    elif any(marks for _, marks in paragraph):
        for words, marks in paragraph:
            pieces.text(words, marks)
        pieces.end(level)
    elif text:
        pieces.add("p", level, autolinked(text), text)


def language_of(pre: LexborNode, home: Element) -> str:
    """The language of code as the page names it, on the code, or on what stands right around it."""
    code = pre.css_first("code")
    places = [element.attributes for element in (code, pre) if element is not None]
    labels = [place.get(key) or "" for place in places for key in ("data-lang", "data-language")]
    around = [element.names for element in home.lineage()[-3:]]
    said = [*(f"lang-{label}" for label in labels), *(names(place) for place in places), *around]
    found = (match[1] for words in said for match in LANGUAGE.finditer(words.lower()))
    return next((language for language in found if language not in NO_LANGUAGE), "")
