"""A page or a text capture as a flat run of text blocks.

A block is what a reader sees as one paragraph, heading, list item, cell or table. Two `<br>` in a
row end a block, so pages without paragraphs have blocks too.

Walks with an explicit stack: nesting is limited by `MAX_DEPTH`, not by Python.
"""

import re
from dataclasses import replace
from html import escape
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from byline.errors import PageError
from byline.extract.addresses import absolute, autolinked
from byline.extract.blocks import HEADINGS, Block, Element, Inline, Mark, Picture
from byline.extract.nodes import RULE_LINE, holders_in, is_data, is_hidden, is_pixel, is_prose, names

MAX_DEPTH = 2_000  # lexbor stalls at 100,000; no real page is deeper than some hundred

INLINE_KEPT = {"a", "em", "strong", "code", "sub", "sup", "del", "q", "kbd"}
INLINE_SAME = {"i": "em", "b": "strong", "s": "del", "strike": "del", "tt": "code", "cite": "em"}
INLINE_PLAIN = {
    *("span", "font", "big", "small", "u", "abbr", "acronym", "mark", "ins", "time", "label", "wbr"),
    *("nobr", "bdi", "bdo", "var", "samp", "dfn", "data", "ruby", "rb", "rp", "rt", "tt", "blink", "o:p"),
    *("picture", "source", "noindex", "index", "slot", "output", "meter", "progress", "area", "map"),
}
DROPPED = {
    *("script", "style", "head", "svg", "math", "object", "embed", "applet", "canvas", "audio", "video"),
    *("iframe", "frame", "frameset", "noframes", "select", "option", "input", "button", "link", "meta"),
    *("param", "track", "col", "colgroup", "base", "title", "datalist"),
}
STRUCTURE = {"ul", "ol", "li", "blockquote", "dl", "dt", "dd", "figure", "figcaption"}
OWN_KINDS = HEADINGS | STRUCTURE | {"td", "th"}
INHERITING = {"div", "p", "section", "span", "center", "a"}

SPACE = re.compile("[\x00-\x20\x7f-\x9f\u200b\ufeff\ufdd0-\ufdef\ufffe\uffff]+")  # and what no text may hold
TEXTAREA = re.compile(r"<textarea", re.IGNORECASE)
BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
START = re.compile(r"\d{1,6}")
ONE_SPACE = " "
TOO_DEEP = f"nested deeper than {MAX_DEPTH} levels, which no article page is; save the article's own page"


def html_blocks(html: str, base: str | None = None) -> tuple[Block, ...]:
    """Every block of an HTML page, in document order, hidden ones marked.

    Args:
        html: the decoded page.
        base: address against which relative links are resolved; a `<base href>` wins.

    Raises:
        PageError: nested deeper than MAX_DEPTH.

    """
    return tree_blocks(LexborHTMLParser(html), base)


def tree_blocks(tree: LexborHTMLParser, base: str | None = None) -> tuple[Block, ...]:
    """As `html_blocks`, of a page that is parsed already; the tree is not changed."""
    root = tree.body or tree.root
    if root is None:
        return ()
    named = tree.css_first("base[href]")
    if named is not None:
        base = absolute(named.attributes.get("href"), base) or base
    return _Walk(base, holders_in(tree)).blocks(root)


def text_blocks(text: str) -> tuple[Block, ...]:
    """The lines of a text capture as blocks; a line of `=`, `-` or `*` becomes an `hr`."""
    home = Element(1, "text", "", None, 0)
    found: list[Block] = []
    for line in text.splitlines():
        words = SPACE.sub(ONE_SPACE, line).strip()
        if RULE_LINE.match(words):
            found.append(Block(len(found), "hr", home, (), ""))
        elif words:
            found.append(Block(len(found), "p", home, autolinked(words), words))
    return tuple(found)


class _Frame(NamedTuple):
    """Where the walk goes on: the next sibling to visit, and what holds for it."""

    node: LexborNode | None
    home: Element
    kind: str
    marks: tuple[Mark, ...] = ()
    hidden: bool = False
    ends: bool = False  # a block ends where this level is left


class _Walk:
    """One pass over the tree; collects inline pieces and ends a block at each boundary."""

    def __init__(self, base: str | None, holders: frozenset[int]) -> None:
        self.base = base
        self.holders = holders
        self.found: list[Block] = []
        self.pieces: list[Inline] = []
        self.breaks = 0
        self.elements = 0

    def element(self, tag: str, attributes: dict[str, str | None], parent: Element | None) -> Element:
        self.elements += 1
        start = attributes.get("start") or "" if tag == "ol" else ""
        first = int(start) if START.fullmatch(start) else 1
        return Element(
            self.elements, tag, names(attributes), parent, parent.depth + 1 if parent else 0, first
        )

    def blocks(self, root: LexborNode) -> tuple[Block, ...]:
        home = self.element("body", {}, None)
        self.walk(root, home)
        self.end(home, "p", hidden=False)
        return tuple(self.found)

    def walk(self, root: LexborNode, body: Element) -> None:
        stack = [_Frame(root.first_child, body, "p")]
        while stack:
            frame = stack.pop()
            node = frame.node
            if node is None:
                if frame.ends:
                    self.end(frame.home, frame.kind, frame.hidden)
                continue
            stack.append(_Frame(node.next, *frame[1:]))
            if len(stack) > MAX_DEPTH:
                raise PageError(TOO_DEEP)
            if node.is_text_node:
                self._text(node.text_content or "", frame.marks)
                continue
            tag = node.tag or ""
            if tag not in DROPPED and not tag.startswith("-") and node.is_element_node:
                inner = self._element(node, INLINE_SAME.get(tag, tag), frame)
                if inner is not None:
                    stack.append(inner)

    def _element(self, node: LexborNode, tag: str, frame: _Frame) -> _Frame | None:
        """What an element does to the words around it; the level inside it, if it is to be walked."""
        attributes = node.attributes
        inline = tag in INLINE_KEPT or tag in INLINE_PLAIN
        if tag == "br":
            self._break(frame.home, frame.kind, frame.hidden)
        elif tag == "img":
            self._image(attributes, frame.marks)
        elif inline and node.mem_id not in self.holders:
            if frame.hidden or not is_hidden(tag, attributes):  # words hidden amid shown ones are no text
                marks = self._marked(tag, attributes, frame.marks)
                return _Frame(node.first_child, frame.home, frame.kind, marks, frame.hidden)
        else:
            self.end(frame.home, frame.kind, frame.hidden)
            return self._block(node, tag, attributes, frame)
        return None

    def _block(
        self, node: LexborNode, tag: str, attributes: dict[str, str | None], frame: _Frame
    ) -> _Frame | None:
        inner = self.element(tag, attributes, frame.home)
        unseen = frame.hidden or is_hidden(tag, attributes)
        if tag == "hr":
            self.found.append(Block(len(self.found), "hr", inner, (), "", unseen))
        elif tag == "pre":
            self._pre(node, inner, unseen)
        elif tag == "textarea":
            self._textarea(node, inner)
        elif tag == "table" and is_data(node):
            self._table(node, inner, unseen)
        else:
            inherits = frame.kind if tag in INHERITING else "p"
            own = tag if tag in OWN_KINDS else inherits
            marks = self._marked(tag, attributes, frame.marks)  # an anchor around blocks links all words
            return _Frame(node.first_child, inner, own, marks, unseen, ends=True)
        return None

    def _marked(
        self, tag: str, attributes: dict[str, str | None], marks: tuple[Mark, ...]
    ) -> tuple[Mark, ...]:
        mark = self._mark(tag, attributes) if tag in INLINE_KEPT else None
        return marks if mark is None or mark in marks else (*marks, mark)

    def _mark(self, tag: str, attributes: dict[str, str | None]) -> Mark | None:
        if tag != "a":
            return Mark(tag)
        url = absolute(attributes.get("href"), self.base)
        if not url:
            return None
        return Mark("a", url, attributes.get("title") or "", (attributes.get("rel") or "").lower())

    def _text(self, text: str, marks: tuple[Mark, ...]) -> None:
        words = SPACE.sub(ONE_SPACE, text)
        if not words:
            return
        if words != ONE_SPACE:
            self.breaks = 0
        if not self.pieces or self.pieces[-1].text[-1:] in {ONE_SPACE, "\n"}:
            words = words.lstrip(ONE_SPACE)
        if words:
            self.pieces.append(Inline(words, marks))

    def _break(self, home: Element, kind: str, hidden: bool) -> None:
        self.breaks += 1
        if self.breaks > 1:
            self.end(home, kind, hidden)
        elif self.pieces:
            self.pieces.append(Inline("\n"))

    def _image(self, attributes: dict[str, str | None], marks: tuple[Mark, ...]) -> None:
        source = attributes.get("src") or ""
        if not source or source.startswith("data:"):
            source = attributes.get("data-src") or ""
        url = absolute(source, self.base)
        if url and not is_pixel(attributes):
            alt = SPACE.sub(ONE_SPACE, attributes.get("alt") or "").strip()
            self.pieces.append(Inline("", marks, Picture(url, alt, attributes.get("title") or "")))

    def end(self, home: Element, kind: str, hidden: bool) -> None:
        pieces, self.pieces, self.breaks = self.pieces, [], 0
        while pieces and pieces[-1].picture is None and not pieces[-1].text.strip():
            pieces.pop()
        if pieces and pieces[-1].text[-1:].isspace():
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
        text = "".join(piece.text for piece in pieces)
        if text.strip() or pieces:
            self.found.append(
                Block(len(self.found), kind if text.strip() else "img", home, tuple(pieces), text, hidden)
            )

    def _pre(self, node: LexborNode, home: Element, hidden: bool) -> None:
        text = node.text().replace("\r\n", "\n").strip("\n")
        if not text.strip():
            return
        if is_prose(text):
            self._letter(node, home, hidden)
            return
        code = node.css_first("code")
        names = " ".join(
            filter(None, [node.attributes.get("class"), code.attributes.get("class") if code else ""])
        )
        language = re.search(r"(?:language|lang|brush|highlight-source)[-:\s]+(\w+)", names)
        label = f' class="language-{language[1]}"' if language else ""
        html = f"<pre><code{label}>{escape(text, quote=False)}</code></pre>"
        self.found.append(Block(len(self.found), "pre", home, (Inline(text),), text, hidden, html))

    def _letter(self, node: LexborNode, home: Element, hidden: bool) -> None:
        """Prose wrapped by hand: a blank line parts its paragraphs, and its anchors stay anchors."""
        paragraph: list[tuple[str, tuple[Mark, ...]]] = []
        for text in node.traverse(include_text=True):
            if not text.is_text_node:
                continue
            marks = self._anchor_around(text, node)
            first, *others = BLANK_LINE.split((text.text_content or "").replace("\r\n", "\n"))
            paragraph.append((first, marks))
            for piece in others:
                self._prose(paragraph, home, hidden)
                paragraph = [(piece, marks)]
        self._prose(paragraph, home, hidden)

    def _anchor_around(self, text: LexborNode, top: LexborNode) -> tuple[Mark, ...]:
        around = text.parent
        while around is not None and around.mem_id != top.mem_id:
            if around.tag == "a":
                mark = self._mark("a", around.attributes)
                return (mark,) if mark else ()
            around = around.parent
        return ()

    def _prose(self, pieces: list[tuple[str, tuple[Mark, ...]]], home: Element, hidden: bool) -> None:
        text = SPACE.sub(ONE_SPACE, "".join(words for words, _ in pieces)).strip()
        if RULE_LINE.match(text):
            self.found.append(Block(len(self.found), "hr", home, (), "", hidden))
        elif any(marks for _, marks in pieces):
            for words, marks in pieces:
                self._text(words, marks)
            self.end(home, "p", hidden)
        elif text:
            self.found.append(Block(len(self.found), "p", home, autolinked(text), text, hidden))

    def _textarea(self, node: LexborNode, home: Element) -> None:
        """The republish box holds a second copy, as markup or as text; all of it is hidden."""
        content = node.text()
        if re.search(r"<(p|br|div|a)\b", content, re.IGNORECASE) and not TEXTAREA.search(content):
            copied = html_blocks(content, self.base)
            self.found.extend(
                replace(block, index=len(self.found) + number, home=home, hidden=True)
                for number, block in enumerate(copied)
            )
            return
        for paragraph in BLANK_LINE.split(content):
            text = SPACE.sub(ONE_SPACE, paragraph).strip()
            if text:
                self.found.append(Block(len(self.found), "p", home, autolinked(text), text, hidden=True))

    def _table(self, node: LexborNode, home: Element, hidden: bool) -> None:
        rows: list[str] = []
        words: list[str] = []
        inlines: list[Inline] = []
        for row in node.css("tr"):
            cells: list[str] = []
            for cell in row.css("td, th"):
                walk = _Walk(self.base, self.holders)
                walk.walk(cell, home)
                walk.end(home, "td", hidden)
                pieces = [b for b in walk.found if b.text or b.inlines]
                cells.append(f"<{cell.tag}>{'<br>'.join(b.inner_html() for b in pieces)}</{cell.tag}>")
                words.extend(b.text.replace("\n", ONE_SPACE) for b in pieces if b.text)
                for piece in pieces:
                    inlines.extend(piece.inlines)
                    inlines.append(Inline(ONE_SPACE))
            if cells:
                rows.append(f"<tr>{''.join(cells)}</tr>")
        text = ONE_SPACE.join(words)
        if text.strip():
            html = f"<table>{''.join(rows)}</table>"
            self.found.append(Block(len(self.found), "table", home, tuple(inlines), text, hidden, html))
