"""The chosen blocks with the lists, quotes and figures that they stand in: what is cleaned and written.

Layout is left behind: only what stands in NESTED, below what all blocks share, is structure. A
list that holds headings lays out the page, and is no list.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from byline.extract.blocks import HEADINGS, Block, Element, Row
from byline.extract.tables import grid

NESTED = {"ul", "ol", "li", "blockquote", "dl", "dt", "dd", "figure", "figcaption"}
LISTS = {"ul", "ol"}
ITEMS = {"li", "dt", "dd"}
WHOLE = {"pre", "table", "hr"}
WITHIN = {"li": LISTS, "dt": {"dl"}, "dd": {"dl"}, "figcaption": {"figure"}}
MAX_NESTED = 24  # levels; deeper quotes and lists are set flat
Span = tuple[int, int]


class Leaf(Struct, frozen=True, dict=True):
    """One block of the body in its place.

    Attributes:
        block: the block.
        path: lists, items, quotes and figures around it, outermost first.
        tag: what it is there: p, h1…h6, pre, table, hr, or the li, dt, dd or figcaption that it opens.
        rows: of a table.

    """

    block: Block
    path: tuple[Element, ...] = ()
    tag: str = "p"
    rows: tuple[Row, ...] = ()

    @cached_property
    def words(self) -> str:
        """All of its text on one line."""
        return " ".join(self.block.text.split())

    @property
    def pictured(self) -> bool:
        """Whether it shows an image."""
        for inline in self.block.inlines:  # noqa: SIM110  a loop takes a third of the time of `any`
            if inline.picture is not None:
                return True
        return False

    @property
    def marked(self) -> bool:
        """Whether any of its words are marked, or it shows an image."""
        for inline in self.block.inlines:  # noqa: SIM110
            if inline.marks or inline.picture is not None:
                return True
        return False


def without_spans(block: Block, spans: Iterable[Span]) -> tuple[Block, ...]:
    """What is left of a block when other fields have taken some of its words."""
    left: list[Block] = []
    at = 0
    for start, end in [*sorted(spans), (len(block.text), len(block.text))]:
        piece = block.text[at:start]
        if piece.strip(" \n|-–—•·*=:;,."):
            skip = len(piece) - len(piece.lstrip())
            left.append(block.part(at + skip, at + len(piece.rstrip())))
        at = max(at, end)
    return tuple(left)


def leaves(blocks: Sequence[Block]) -> tuple[Leaf, ...]:
    """The blocks in order, each in its place."""
    return tuple(_leaves(blocks))


def _leaves(blocks: Sequence[Block]) -> Iterator[Leaf]:
    floor = _shared_depth(blocks)
    layout = _layout_lists(blocks)
    known: dict[int, tuple[Element, ...]] = {}
    opened: Element | None = None
    for block in blocks:
        path = known.get(block.home.number)
        if path is None:
            path = known[block.home.number] = _path(block.home, floor, layout)
        if block.kind == "hr" and path:
            continue
        inside = path[-1] if path else None
        tag = block.kind if block.kind in HEADINGS | WHOLE else "p"
        if tag == "p" and inside is not None and (inside is not opened or inside.tag == "figcaption"):
            tag = inside.tag if inside.tag in ITEMS | {"figcaption"} else "p"
        opened = inside
        yield Leaf(block, path, tag, grid(block.rows) if tag == "table" else ())


def _shared_depth(blocks: Sequence[Block]) -> int:
    """Depth of the innermost element around all blocks; a list around all of them stays a list."""
    shared = list(blocks[0].home.lineage()) if blocks else []
    homes = {block.home.number: block.home for block in blocks}
    for home in homes.values():
        element: Element | None = home
        while element is not None and (element.depth >= len(shared) or shared[element.depth] is not element):
            element = element.parent
        del shared[element.depth + 1 if element is not None else 0 :]
    if not shared:
        return 0
    last = shared[-1]
    return last.depth - 1 if last.tag in LISTS | {"dl"} else last.depth


def _layout_lists(blocks: Sequence[Block]) -> set[int]:
    """Numbers of the lists and items that lay out the page: a heading stands in them."""
    found: set[int] = set()
    for block in blocks:
        element: Element | None = block.home if block.kind in HEADINGS else None
        while element is not None:
            if element.tag in LISTS | {"li", "dl", "dt", "dd"}:
                found.add(element.number)
            element = element.parent
    return found


def _path(home: Element, floor: int, layout: set[int]) -> tuple[Element, ...]:
    """What is structure of all that stands around; an item that lost its list is no item."""
    found: list[Element] = []
    open_tags: set[str] = set()
    for element in home.lineage()[floor + 1 :]:
        if element.tag not in NESTED or element.number in layout:
            continue
        if element.tag not in WITHIN or not WITHIN[element.tag].isdisjoint(open_tags):
            found.append(element)
            open_tags.add(element.tag)
            if len(found) == MAX_NESTED:
                break
    return tuple(found)
