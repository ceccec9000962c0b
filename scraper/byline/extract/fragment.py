"""The chosen blocks as one small HTML fragment: lists, quotes and figures put back around them.

Layout is left behind: only what stands in NESTED, below what all blocks share, is structure. A
list that holds headings lays out the page, and is no list.
"""

from collections.abc import Iterable, Sequence

from byline.extract.blocks import HEADINGS, Block, Element

NESTED = {"ul", "ol", "li", "blockquote", "dl", "dt", "dd", "figure", "figcaption"}
LISTS = {"ul", "ol"}
ITEMS = {"li", "dt", "dd"}
MAX_NESTED = 24  # levels; deeper quotes and lists are set flat
Span = tuple[int, int]


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


def fragment_html(blocks: Sequence[Block]) -> str:
    """The blocks in order as HTML that only holds what Markdown can say."""
    floor = _shared_depth(blocks)
    layout = _layout_lists(blocks)
    out: list[str] = []
    opened: list[Element] = []
    for block in blocks:
        path = _path(block.home, floor, layout)
        same = 0
        while same < min(len(path), len(opened)) and path[same] is opened[same]:
            same += 1
        out.extend(f"</{element.tag}>" for element in reversed(opened[same:]))
        out.extend(_opening(element) for element in path[same:])
        fresh = len(path) > same  # the first block of an item stands in it without a paragraph
        opened = path
        out.append(_block_html(block, path[-1].tag if path else "", fresh=fresh))
    out.extend(f"</{element.tag}>" for element in reversed(opened))
    return "".join(out)


def _shared_depth(blocks: Sequence[Block]) -> int:
    """Depth of the innermost element around all blocks; a list around all of them stays a list."""
    shared = list(blocks[0].home.lineage()) if blocks else []
    for block in blocks[1:]:
        lineage = block.home.lineage()
        same = 0
        while same < min(len(shared), len(lineage)) and shared[same] is lineage[same]:
            same += 1
        del shared[same:]
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


def _path(home: Element, floor: int, layout: set[int]) -> list[Element]:
    found = [
        element
        for element in home.lineage()
        if element.depth > floor and element.tag in NESTED and element.number not in layout
    ]
    return [e for at, e in enumerate(found) if _is_placed(e, found[:at])][:MAX_NESTED]


def _is_placed(element: Element, outer: list[Element]) -> bool:
    """An item belongs right inside a list; one that lost its list is no item."""
    wanted = {"li": LISTS, "dt": {"dl"}, "dd": {"dl"}, "figcaption": {"figure"}}.get(element.tag)
    return wanted is None or any(e.tag in wanted for e in outer)


def _opening(element: Element) -> str:
    start = f' start="{element.start}"' if element.tag == "ol" and element.start != 1 else ""
    return f"<{element.tag}{start}>"


def _block_html(block: Block, inside: str, *, fresh: bool) -> str:
    if block.kind == "hr":
        return "" if inside else "<hr>"
    if block.html:
        return block.html
    inner = block.inner_html()
    tag = block.kind if block.kind in HEADINGS else "p"
    bare = inside == "figcaption" or (fresh and inside in ITEMS and tag == "p")
    return inner if bare else f"<{tag}>{inner}</{tag}>"
