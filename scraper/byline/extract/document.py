"""The cleaned leaves as one Markdown document, and as its plain words.

Lists, quotes and definitions are put back around their leaves. To write one more kind of leaf, add
a function to LEAVES; one more kind of place, to PLACES.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from byline.extract.blocks import HEADINGS, Cell, Element, Inline, Mark, Row
from byline.extract.fragment import LISTS, Leaf
from byline.extract.markdown import AS_CODE, line_safe, lines_of, plain
from byline.render import cells

MAX_CELLS = 250_000  # of tables, counted as `cells` does; with more, an article file could not be read
ITEM_MARK = {"ul": ("-", "*"), "ol": (".", ")")}  # of one list, and of another right after it
FENCE = re.compile(r"`{3,}")
CLOSING = re.compile(r"(^|\s)(#+)$")
PIPED_CODE = re.compile(r"\\\|")
ONE_SPACE = Inline(" ")

Lines = list[str]


class Place(Struct):
    """A list, an item, a quote … and what stands in it, in order; no element at the top."""

    element: Element | None
    children: "list[Place | Leaf]"

    @property
    def tag(self) -> str:
        """The tag of its element; empty at the top."""
        return self.element.tag if self.element is not None else ""


def body_markdown(leaves: Sequence[Leaf]) -> str:
    """The leaves as CommonMark with tables and description lists."""
    text = _document(leaves)
    return text if cells(text) <= MAX_CELLS else _document([leaf for f in leaves for leaf in _flat(f)])


def body_text(leaves: Sequence[Leaf]) -> str:
    """The words of the leaves as a reader of the rendered document sees them, a blank line between."""
    return "\n\n".join(text for leaf in leaves if (text := plain(_text(leaf))))


def _text(leaf: Leaf) -> str:
    if leaf.rows:
        said = (_words(cell.inlines) for row in leaf.rows for cell in row)
        return " ".join(words for words in said if words)
    if leaf.tag == "pre":
        return leaf.block.text
    lines = (line.strip() for line in leaf.block.text.split("\n"))
    return (" " if leaf.tag in HEADINGS else "\n").join(line for line in lines if line)


def _words(inlines: Sequence[Inline]) -> str:
    return " ".join("".join(inline.text for inline in inlines).split())


def _flat(leaf: Leaf) -> Iterator[Leaf]:
    """A table too large for a page as a paragraph for each row."""
    if not leaf.rows:
        yield leaf
    for row in leaf.rows:
        inlines = tuple(chain.from_iterable((*cell.inlines, ONE_SPACE) for cell in row))
        text = "".join(inline.text for inline in inlines)
        yield Leaf(replace(leaf.block, kind="p", inlines=inlines, text=text, rows=()), leaf.path)


def _document(leaves: Sequence[Leaf]) -> str:
    return "\n".join(_inside(_places(leaves))) + "\n"


def _places(leaves: Sequence[Leaf]) -> Place:
    """The leaves in their places again."""
    top = Place(None, [])
    opened: list[Place] = [top]
    for leaf in leaves:
        same = 0
        while same < min(len(leaf.path), len(opened) - 1) and leaf.path[same] is opened[same + 1].element:
            same += 1
        del opened[same + 1 :]
        for element in leaf.path[same:]:
            place = Place(element, [])
            opened[-1].children.append(place)
            opened.append(place)
        opened[-1].children.append(leaf)
    return top


def _inside(place: Place, *, tight: bool = False) -> Lines:
    """What stands in a place, with a blank line wherever two neighbours would run into one."""
    out: Lines = []
    before: Place | Leaf | None = None
    marks = 0
    for child in place.children:
        marks = 1 - marks if before is not None and before.tag in LISTS and before.tag == child.tag else 0
        lines = _placed(child, marks)
        if not lines:
            continue
        if out and not (tight and _may_touch(before, child)):
            out.append("")
        out.extend(lines)
        before = child
    return out


def _may_touch(before: Place | Leaf | None, child: Place | Leaf) -> bool:
    """Whether a child ends a paragraph before it without a blank line between."""
    if not isinstance(before, Leaf) or before.tag in {"table", "hr"}:
        return False
    starts_at_one = child.tag == "ol" and isinstance(child, Place) and (child.element or ONE).start == 1
    return child.tag in {"ul", "pre", "blockquote"} or starts_at_one


def _placed(child: Place | Leaf, marks: int) -> Lines:
    if isinstance(child, Leaf):
        return LEAVES.get(child.tag, _paragraph)(child)
    if child.tag in LISTS:
        return _list(child, marks)
    return PLACES.get(child.tag, _inside)(child)


def _list(place: Place, marks: int) -> Lines:
    items = _items(place)
    loose = any(_is_loose(item) for item in items)
    mark = ITEM_MARK[place.tag][marks]
    number = (place.element or ONE).start
    out: Lines = []
    for item in items:
        lines = _inside(item, tight=not loose)
        if not lines:
            continue
        if out and loose:
            out.append("")
        out.extend(_hung(lines, f"{number}{mark} " if place.tag == "ol" else f"{mark} "))
        number += 1
    return out


def _items(place: Place) -> list[Place]:
    """The items of a list; what stands between them belongs to the one before."""
    items: list[Place] = []
    for child in place.children:
        if isinstance(child, Place) and child.tag == "li":
            items.append(Place(child.element, list(child.children)))
        elif items:
            items[-1].children.append(child)
        else:
            items.append(Place(None, [child]))
    return items


def _is_loose(item: Place) -> bool:
    return any(
        not _may_touch(before, child) for before, child in zip(item.children, item.children[1:], strict=False)
    )


def _hung(lines: Lines, mark: str) -> Lines:
    """The first line behind its mark, the others below it."""
    indent = " " * len(mark)
    return [mark + lines[0], *(indent + line if line else "" for line in lines[1:])]


def _quote(place: Place) -> Lines:
    return [f"> {line}" if line else ">" for line in _inside(place)]


def _definitions(place: Place) -> Lines:
    """Terms and what they mean; a meaning without a term is a paragraph."""
    out: Lines = []
    termed = False
    for child in place.children:
        lines = _inside(child) if isinstance(child, Place) else _placed(child, 0)
        if not lines:
            continue
        means = child.tag == "dd" and termed and isinstance(child, Place)
        out.extend([""] if out else [])
        out.extend(_hung(lines, ": ") if means else lines)
        termed = means or (isinstance(child, Place) and child.tag == "dt" and _is_term(child))
    return out


def _is_term(place: Place) -> bool:
    """Whether the last thing in it is a paragraph, which is what a meaning can follow."""
    last = place.children[-1]
    return isinstance(last, Leaf) and LEAVES.get(last.tag, _paragraph) is _paragraph


def _paragraph(leaf: Leaf) -> Lines:
    lines = [line_safe(line) for line in lines_of(leaf.block.inlines)]
    return [f"{line}\\" for line in lines[:-1]] + lines[-1:]


def _caption(leaf: Leaf) -> Lines:
    """The words under a figure, set apart from the text."""
    slanted = [
        inline if inline.picture else Inline(inline.text, (EM, *(m for m in inline.marks if m != EM)))
        for inline in leaf.block.inlines
    ]
    lines = [line_safe(line) for line in lines_of(slanted)]
    return [f"{line}\\" for line in lines[:-1]] + lines[-1:]


def _heading(leaf: Leaf) -> Lines:
    words = " ".join(lines_of(leaf.block.inlines))
    safe = CLOSING.sub(r"\1\\\2", words)  # or they would close the heading
    return [f"{'#' * int(leaf.tag[1])} {safe}"] if safe else []


def _rule(leaf: Leaf) -> Lines:
    return ["---"]


def _fenced(leaf: Leaf) -> Lines:
    text = leaf.block.text
    fence = "`" * max(3, *(len(run) + 1 for run in FENCE.findall(text)), 3)
    return [fence + leaf.block.language, *text.split("\n"), fence]


def _table(leaf: Leaf) -> Lines:
    """A row a line; the first names the columns where all of its cells do."""
    rows = [row for row in leaf.rows if row]
    width = max((len(row) for row in rows), default=0)
    if not rows:
        return []
    named = [cell for cell in rows[0] if _words(cell.inlines)]
    head: Row = () if not named or any(not cell.head for cell in named) else rows.pop(0)
    filled = (*head, *(Cell(),) * (width - len(head)))
    return [_row(filled), f"|{' --- |' * width}", *(_row(row) for row in rows)]


def _row(row: Row) -> str:
    return f"| {' | '.join(_cell(cell) for cell in row)} |"


def _cell(cell: Cell) -> str:
    """One line; a bar inside is escaped, in code too, where one behind a backslash cannot be said."""
    inlines = [Inline(i.text.replace("\n", " "), _sayable(i), i.picture) for i in cell.inlines]
    return " ".join(lines_of(inlines)).replace("|", "\\|")


def _sayable(inline: Inline) -> tuple[Mark, ...]:
    if not PIPED_CODE.search(inline.text):
        return inline.marks
    return tuple(mark for mark in inline.marks if mark.tag not in AS_CODE)


EM = Mark("em")
ONE = Element(0, "", "", None, 0)
LEAVES: dict[str, Callable[[Leaf], Lines]] = {
    **dict.fromkeys(HEADINGS, _heading),
    "figcaption": _caption,
    "hr": _rule,
    "pre": _fenced,
    "table": _table,
}
PLACES: dict[str, Callable[[Place], Lines]] = {"blockquote": _quote, "dl": _definitions}
