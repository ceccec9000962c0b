"""The cells of a table that was kept whole, and the grid that they fill."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from byline.extract.blocks import Block, Cell, Inline, Mark, Row
from byline.extract.nodes import Attributes

MAX_SPAN = 60  # columns or rows; more is a mistake, or malice
SPAN = re.compile(r"[0-9]{1,4}")
EMPTY = Cell()
ONE_SPACE = Inline(" ")
CODE = (Mark("code"),)


def cell_of(tag: str, attributes: Attributes, blocks: Sequence[Block]) -> Cell:
    """A cell that holds some blocks; one in bold letters names its column as `th` does."""
    inlines = tuple(_joined(_on_one_line(blocks)))
    bold = bool(inlines) and all(any(m.tag == "strong" for m in i.marks) for i in inlines if i.text.strip())
    return Cell(inlines, tag == "th" or bold, _span(attributes, "colspan"), _span(attributes, "rowspan"))


def grid(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows of a table; a cell that spans more columns or rows is followed by empty ones."""
    reach: list[int] = []  # by column, how many more rows a cell from above takes
    found: list[Row] = []
    for row in rows:
        cells: list[Cell] = []
        for cell in row:
            _skip_taken(cells, reach)
            for column in range(cell.columns):
                cells.append(EMPTY if column else cell)
                reach.extend([0] * (len(cells) - len(reach)))
                reach[len(cells) - 1] = cell.rows - 1
        _skip_taken(cells, reach)
        found.append(tuple(cells))
    return tuple(found)


def _skip_taken(cells: list[Cell], reach: list[int]) -> None:
    while len(cells) < len(reach) and reach[len(cells)] > 0:
        reach[len(cells)] -= 1
        cells.append(EMPTY)


def _span(attributes: Attributes, name: str) -> int:
    said = attributes.get(name) or "1"
    return min(max(int(said), 1), MAX_SPAN) if SPAN.fullmatch(said) else 1


def _joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Neighbours with the same marks made one."""
    for (marks, pictured), run in groupby(inlines, key=lambda i: (i.marks, i.picture is not None)):
        first, *others = run
        if pictured or not others:
            yield from (first, *others)
        else:
            yield Inline("".join([first.text, *(other.text for other in others)]), marks)


def _on_one_line(blocks: Iterable[Block]) -> Iterator[Inline]:
    for number, block in enumerate(blocks):
        if number:
            yield ONE_SPACE
        if block.kind == "pre":
            yield Inline(block.text.replace("\n", " "), CODE)
            continue
        for inline in block.inlines:
            marks = tuple([Mark(m.tag, m.url, m.title) if m.rel else m for m in inline.marks])
            yield Inline(inline.text.replace("\n", " "), marks, inline.picture)
