"""Words, line breaks and images of a page as they come, gathered into one block after another."""

import re

from msgspec import Struct
from selectolax.lexbor import LexborNode

from byline.extract.addresses import absolute
from byline.extract.blocks import Block, Element, Inline, Mark, Picture
from byline.extract.nodes import Attributes, is_hidden, is_pixel
from byline.extract.pictures import address

_UNPRINTED = "\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\ufeff\ufdd0-\ufdef\ufffe\uffff"
UNPRINTED = re.compile(f"[{_UNPRINTED}]+")  # what no text may hold
SPACE = re.compile(f"[\t\n {_UNPRINTED}]+")
BLANK = " \n\t\r\f"
ONE_SPACE = " "
LINE_BREAK = Inline("\n")


class Level(Struct, frozen=True, gc=False):
    """What holds for the words at one level of the tree."""

    home: Element
    kind: str = "p"
    marks: tuple[Mark, ...] = ()
    hidden: bool = False


class Pieces:
    """The inline pieces of the block that is open, and all blocks before it."""

    def __init__(self, base: str | None) -> None:
        self.base = base
        self.found: list[Block] = []
        self.pieces: list[Inline] = []
        self.spaced = True  # white space here says nothing: at the start, after a space or a break
        self.breaks = 0
        self.missing = False  # the last image had no address that a reader could use

    def text(self, text: str, marks: tuple[Mark, ...]) -> None:
        """Words, their white space made one space."""
        words = text.strip(BLANK)
        if (words and not words.isprintable()) or "  " in words:
            words = SPACE.sub(ONE_SPACE, words)
        if not words or words == ONE_SPACE:
            if text and not self.spaced:
                self.pieces.append(Inline(ONE_SPACE, marks))
                self.spaced = True
            return
        self.breaks = 0
        if self.spaced:
            words = words[1:] if words[0] == ONE_SPACE else words
        elif text[0] in BLANK:
            words = ONE_SPACE + words
        if text[-1] in BLANK and words[-1] != ONE_SPACE:
            words += ONE_SPACE
        self.pieces.append(Inline(words, marks))
        self.spaced = words[-1] == ONE_SPACE

    def line_break(self, _node: LexborNode, _tag: str, level: Level) -> None:
        """The second of two in a row ends the block."""
        self.breaks += 1
        if self.breaks > 1:
            self.end(level)
        elif self.pieces:
            self.pieces.append(Inline("\n", level.marks) if level.marks else LINE_BREAK)
            self.spaced = True

    def image(self, node: LexborNode, tag: str, level: Level) -> None:
        """An image that a reader sees, in its place."""
        attributes = node.attributes
        if is_pixel(attributes) or (is_hidden(tag, attributes) and not level.hidden):
            return
        url = absolute(address(node, attributes), self.base)
        self.missing = not url
        if url:
            alt = SPACE.sub(ONE_SPACE, attributes.get("alt") or "").strip()
            title = SPACE.sub(ONE_SPACE, attributes.get("title") or "")
            self.pieces.append(Inline("", level.marks, Picture(url, alt, title)))
            self.spaced = False

    def anchor(self, attributes: Attributes) -> Mark | None:
        """The mark of an `a` that leads somewhere."""
        url = absolute(attributes.get("href"), self.base)
        if not url:
            return None
        title = SPACE.sub(ONE_SPACE, attributes.get("title") or "")
        return Mark("a", url, title, (attributes.get("rel") or "").lower())

    def end(self, level: Level) -> None:
        """What was gathered becomes a block."""
        pieces, self.pieces, self.breaks, self.spaced = self.pieces, [], 0, True
        while pieces:
            last = pieces[-1]
            bare = last.text.rstrip()
            if bare or last.picture is not None:
                break
            pieces.pop()
        else:
            return
        if len(bare) != len(last.text):
            pieces[-1] = Inline(bare, last.marks, last.picture)
        text = bare if len(pieces) == 1 else "".join([piece.text for piece in pieces])
        kind = level.kind if bare or text.strip() else "img"
        self.found.append(Block(len(self.found), kind, level.home, tuple(pieces), text, level.hidden))

    def add(self, kind: str, level: Level, inlines: tuple[Inline, ...], text: str) -> None:
        """One more block."""
        self.found.append(Block(len(self.found), kind, level.home, inlines, text, level.hidden))
