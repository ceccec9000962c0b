"""A table that was kept whole, read with BeautifulSoup: rows of cells, each one line of marked words."""

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from msgspec import Struct

from byline.extract.blocks import Inline, Mark, Picture

MAX_SPAN = 60  # columns or rows; more is a mistake, or malice


class Cell(Struct, frozen=True):
    """One cell; `head` where it names its column."""

    inlines: tuple[Inline, ...] = ()
    head: bool = False


Row = tuple[Cell, ...]
EMPTY = Cell()


def grid(html: str) -> tuple[Row, ...]:
    """The rows of a table; a cell that spans more columns or rows is followed by empty ones."""
    reach: list[int] = []  # by column, how many more rows a cell from above takes
    found: list[Row] = []
    for row in BeautifulSoup(html, "html.parser").find_all("tr"):
        cells: list[Cell] = []
        for cell in row.find_all(["td", "th"], recursive=False):
            _skip_taken(cells, reach)
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for column in range(width):
                cells.append(_cell(cell) if column == 0 else EMPTY)
                reach.extend([0] * (len(cells) - len(reach)))
                reach[len(cells) - 1] = height - 1
        _skip_taken(cells, reach)
        found.append(tuple(cells))
    return tuple(found)


def _skip_taken(cells: list[Cell], reach: list[int]) -> None:
    while len(cells) < len(reach) and reach[len(cells)] > 0:
        reach[len(cells)] -= 1
        cells.append(EMPTY)


def _span(cell: Tag, name: str) -> int:
    said = str(cell.get(name) or "1")
    return min(max(int(said), 1), MAX_SPAN) if re.fullmatch(r"[0-9]{1,4}", said) else 1


def _cell(cell: Tag) -> Cell:
    inlines = tuple(_inlines(cell, ()))
    bold = bool(inlines) and all(any(m.tag == "strong" for m in i.marks) for i in inlines if i.text.strip())
    return Cell(inlines, cell.name == "th" or bold)


def _inlines(parent: Tag, marks: tuple[Mark, ...]) -> Iterator[Inline]:
    for child in parent.children:
        if isinstance(child, NavigableString):
            yield Inline(str(child), marks)
        elif not isinstance(child, Tag):
            continue
        elif child.name == "br":
            yield Inline(" ", marks)
        elif child.name == "img":
            picture = Picture(*(str(child.get(name) or "") for name in ("src", "alt", "title")))
            yield Inline("", marks, picture)
        else:
            link = (str(child.get(name) or "") for name in ("href", "title"))
            yield from _inlines(child, (*marks, Mark(child.name, *link)))
