"""A page or a text capture as a flat run of text blocks.

A block is what a reader sees as one paragraph, heading, list item, cell or table. Two `<br>` in a
row end a block, so pages without paragraphs have blocks too. To read one more element in its own
way, add its tag to HANDLERS, or to WHOLE where what it holds is no part of the walk.

Walks with an explicit stack: nesting is limited by `MAX_DEPTH`, not by Python.
"""

import re
from collections.abc import Callable

from msgspec.structs import replace
from selectolax.lexbor import LexborHTMLParser, LexborNode

from byline.errors import PageError
from byline.extract.addresses import absolute, autolinked
from byline.extract.blocks import Block, Cell, Element, Inline, Mark
from byline.extract.nodes import (
    DROPPED,
    INHERITING,
    INLINE_KEPT,
    INLINE_PLAIN,
    INLINE_SAME,
    OWN_KINDS,
    RULE_LINE,
    Attributes,
    holds_block,
    is_data,
    is_hidden,
    names,
)
from byline.extract.pieces import BLANK, ONE_SPACE, SPACE, Level, Pieces
from byline.extract.preformatted import BLANK_LINE, preformatted
from byline.extract.tables import cell_of

MAX_DEPTH = 2_000  # lexbor stalls at 100,000; no real page is deeper than some hundred
MAX_CELLS = 50_000  # in tables that are kept whole, on a page; the cells of all others are blocks
TEXTAREA = re.compile(r"<textarea", re.IGNORECASE)
COPIED = re.compile(r"<(p|br|div|a)\b", re.IGNORECASE)
START = re.compile(r"\d{1,6}")
MARKS = {tag: Mark(tag) for tag in INLINE_KEPT}
TEXT = "-text"
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
    return Walk(base, {}).blocks(root)


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


class Walk(Pieces):
    """One pass over the tree; a block ends at each boundary."""

    def __init__(self, base: str | None, known: dict[int, bool]) -> None:
        super().__init__(base)
        self.known = known  # which inline elements hold blocks
        self.elements = 0
        self.cells = 0  # of tables that were kept whole

    def blocks(self, root: LexborNode) -> tuple[Block, ...]:
        """All blocks inside an element."""
        self.elements += 1
        level = Level(Element(self.elements, "body", "", None, 0))
        self.walk(root, level)
        self.end(level)
        return tuple(self.found)

    def walk(self, root: LexborNode, level: Level) -> None:
        """Gather what stands inside an element; the last block stays open."""
        stack: list[tuple[LexborNode | None, Level]] = []
        node = root.first_child
        while node is not None or stack:
            if node is None:
                node, outer = stack.pop()
                if outer.home is not level.home and (self.pieces or self.breaks):
                    self.end(level)
                level = outer
                continue
            tag = node.tag
            if tag == TEXT:
                text = node.text_content or ""
                if not self.spaced or text.strip(BLANK):
                    self.text(text, level.marks)
                node = node.next
                continue
            handler = HANDLERS.get(tag, Walk.block)
            inner = handler(self, node, tag or "", level) if handler is not None else None
            if inner is None:
                node = node.next
                continue
            stack.append((node.next, level))
            if len(stack) > MAX_DEPTH:
                raise PageError(TOO_DEEP)
            level, node = inner, node.first_child

    def inline(self, node: LexborNode, tag: str, level: Level) -> Level | None:
        """The level inside an inline element; None where there is nothing to read."""
        tag = INLINE_SAME.get(tag, tag)
        if holds_block(node, self.known):
            return self.block(node, tag, level)
        attributes = node.attributes
        if attributes and not level.hidden and is_hidden(tag, attributes):
            return None  # words hidden amid shown ones are no text
        if tag not in INLINE_KEPT:
            return level
        marks = self._marked(tag, attributes, level.marks)
        return level if marks is level.marks else Level(level.home, level.kind, marks, level.hidden)

    def block(self, node: LexborNode, tag: str, level: Level) -> Level | None:
        """The level inside an element that stands by itself; None where it was read whole."""
        if not node.is_element_node:
            return None
        if self.pieces or self.breaks:
            self.end(level)
        attributes = node.attributes
        parent = level.home
        self.elements = number = self.elements + 1
        first = _first_number(attributes) if tag == "ol" else 1
        name = names(attributes) if attributes else ""
        home = Element(number, tag, name, parent, parent.depth + 1, first)
        hidden = level.hidden or is_hidden(tag, attributes)
        if tag in WHOLE and WHOLE[tag](self, node, Level(home, hidden=hidden)):
            return None
        kind = level.kind if tag in INHERITING else tag if tag in OWN_KINDS else "p"
        marks = level.marks
        if tag in INLINE_KEPT:
            marks = self._marked(tag, attributes, marks)  # an anchor around blocks links all words
        return Level(home, kind, marks, hidden)

    def _marked(self, tag: str, attributes: Attributes, marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
        mark = self.anchor(attributes) if tag == "a" else MARKS[tag]
        if mark is None or mark in marks:
            return marks
        if tag == "a":  # the inner of two anchors is the one that a click follows
            marks = tuple([outer for outer in marks if outer.tag != "a"])
        return (*marks, mark)

    def stand_in(self, node: LexborNode, tag: str, level: Level) -> Level | None:
        """A `noscript`: the image for readers whose browser would not load the one before."""
        image = node.css_first("img") if self.missing else None
        if image is None or node.text().strip():
            return self.block(node, tag, level)
        self.image(image, "img", level)
        return None

    def formula(self, node: LexborNode, _tag: str, level: Level) -> None:
        """Mathematics as the page spells it out."""
        spelled = node.attributes.get("alttext") or ""
        words = [n.text_content or "" for n in node.traverse(include_text=True) if n.is_text_node]
        self.text(spelled or "".join(words), level.marks)


def _first_number(attributes: Attributes) -> int:
    """Of an ordered list."""
    start = attributes.get("start") or ""
    return int(start) if START.fullmatch(start) else 1


def rule(walk: Walk, _node: LexborNode, level: Level) -> bool:
    """A line between two parts."""
    walk.add("hr", level, (), "")
    return True


def textarea(walk: Walk, node: LexborNode, level: Level) -> bool:
    """The republish box holds a second copy, as markup or as text; all of it is hidden."""
    content = node.text()
    if COPIED.search(content) and not TEXTAREA.search(content):
        copied = html_blocks(content, walk.base)
        walk.found.extend(
            replace(block, index=len(walk.found) + number, home=level.home, hidden=True)
            for number, block in enumerate(copied)
        )
        return True
    unseen = Level(level.home, hidden=True)
    for paragraph in BLANK_LINE.split(content):
        text = SPACE.sub(ONE_SPACE, paragraph).strip()
        if text:
            walk.add("p", unseen, autolinked(text), text)
    return True


def table(walk: Walk, node: LexborNode, level: Level) -> bool:
    """A table of data is kept whole; one that lays out the page, or is larger than a page, is walked."""
    if not is_data(node):
        return False
    walk.cells += len(node.css("td, th"))
    if walk.cells > MAX_CELLS:
        return False
    caption = node.css_first("caption")
    if caption is not None:
        walk.walk(caption, level)
        walk.end(level)
    inlines: list[Inline] = []
    rows = [
        tuple([_cell(walk, cell, level.home, inlines) for cell in row.css("td, th")])
        for row in node.css("tr")
    ]
    text = "".join([inline.text for inline in inlines]).rstrip(ONE_SPACE)
    if inlines:
        filled = tuple([row for row in rows if row])
        walk.found.append(
            Block(len(walk.found), "table", level.home, tuple(inlines), text, level.hidden, filled)
        )
    return True


def _cell(walk: Walk, cell: LexborNode, home: Element, inlines: list[Inline]) -> Cell:
    """A cell; its words go to those of the table."""
    inner = Walk(walk.base, walk.known)
    level = Level(home)
    inner.walk(cell, level)
    inner.end(level)
    for block in inner.found:
        inlines.extend(Inline(i.text.replace("\n", ONE_SPACE), i.marks, i.picture) for i in block.inlines)
        inlines.append(Inline(ONE_SPACE))
    return cell_of(cell.tag or "", cell.attributes, inner.found)


Handler = Callable[[Walk, LexborNode, str, Level], Level | None]

WHOLE: dict[str, Callable[[Walk, LexborNode, Level], bool]] = {
    "hr": rule,
    **dict.fromkeys(("pre", "xmp", "listing", "plaintext"), preformatted),
    "table": table,
    "textarea": textarea,
}
HANDLERS: dict[str | None, Handler | None] = {
    **dict.fromkeys([*INLINE_KEPT, *INLINE_SAME, *INLINE_PLAIN], Walk.inline),
    **dict.fromkeys(DROPPED),
    "-comment": None,
    None: None,
    "br": Walk.line_break,
    "img": Walk.image,
    "amp-img": Walk.image,
    "math": Walk.formula,
    "noscript": Walk.stand_in,
}
