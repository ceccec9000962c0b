"""What a page is made of: text blocks, each with its place in the tree and its words as they are marked.

Everything that reads a page works on blocks: rights are located in them, the body is chosen from
them, and Markdown is made from the chosen ones. `walk.py` makes them of a page or a text capture.
"""

from collections.abc import Callable
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from byline.model import Link

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
SHOWN = 5  # elements around a block that its place is told by


T = TypeVar("T")


class once(Generic[T]):  # noqa: N801  a decorator
    """`functools.cached_property` without its lock, which costs more than what is kept (3.12 has none)."""

    def __init__(self, make: "Callable[[Block], T]") -> None:
        self.make = make
        self.name = make.__name__
        self.__doc__ = make.__doc__

    def __get__(self, block: "Block", _: type) -> T:
        made = block.__dict__[self.name] = self.make(block)
        return made


class Element(Struct, frozen=True, eq=False, gc=False):
    """An ancestor of a block: tag, its class/id/role words in lower case, and its own parent."""

    number: int
    tag: str
    names: str
    parent: "Element | None"
    depth: int
    start: int = 1  # of an ordered list

    def lineage(self) -> tuple["Element", ...]:
        """This element and its ancestors, outermost first."""
        found: list[Element] = []
        element: Element | None = self
        while element is not None:
            found.append(element)
            element = element.parent
        return tuple(reversed(found))


class Mark(Struct, frozen=True, gc=False):
    """An inline element that is open around some words; `url`, `title` and `rel` only for `a`."""

    tag: str
    url: str = ""
    title: str = ""
    rel: str = ""


class Picture(Struct, frozen=True, gc=False):
    """An image in its place, address absolute."""

    url: str
    alt: str
    title: str = ""


class Inline(Struct, frozen=True, gc=False):
    """Words with the marks around them, outermost first; a line break is a newline."""

    text: str
    marks: tuple[Mark, ...] = ()
    picture: Picture | None = None


class Cell(Struct, frozen=True):
    """One cell of a table, on one line; `head` where it names its column, and how far it spans."""

    inlines: tuple[Inline, ...] = ()
    head: bool = False
    columns: int = 1
    rows: int = 1


Row = tuple[Cell, ...]


class Block(Struct, frozen=True, dict=True):
    """What a reader sees as one paragraph.

    Attributes:
        index: position on the page.
        kind: p, h1…h6, li, dt, dd, td, pre, figcaption, table, hr, img.
        home: the innermost element that holds it.
        inlines: its words, in order.
        text: all words; white space collapsed, a newline for a line break.
        hidden: not shown to a reader (textarea, template, `hidden`, display:none, …).
        rows: only of a table, which is kept whole.
        language: of code, where the page names it.

    """

    index: int
    kind: str
    home: Element
    inlines: tuple[Inline, ...]
    text: str
    hidden: bool = False
    rows: tuple[Row, ...] = ()
    language: str = ""

    @once
    def links(self) -> tuple[Link, ...]:
        """Anchors in order; neighbouring pieces of one anchor are joined."""
        return _links(self.inlines) if self.has_link else ()

    @once
    def has_link(self) -> bool:
        """Whether it holds an anchor."""
        return any(mark.tag == "a" for inline in self.inlines for mark in inline.marks)

    @once
    def linked(self) -> int:
        """Characters of text inside anchors."""
        if not self.has_link:
            return 0
        return sum(len(i.text) for i in self.inlines if any(m.tag == "a" for m in i.marks))

    @property
    def where(self) -> str:
        """The place in words, such as `block 12: body > table > tr > td > p`."""
        path = self.home.tag
        element = self.home.parent
        for _ in range(SHOWN - 1):
            if element is None:
                break
            path = f"{element.tag} > {path}"
            element = element.parent
        return f"block {self.index}: {path}"

    def part(self, start: int, end: int) -> "Block":
        """The block cut to `text[start:end]`; marks stay around what is left of them, a table is lines."""
        if start <= 0 and end >= len(self.text):
            return self
        kept: list[Inline] = []
        at = 0
        for inline in self.inlines:
            low, high = max(start, at), min(end, at + len(inline.text))
            whole = low - at, high - at
            if low < high:
                kept.append(replace(inline, text=inline.text[whole[0] : whole[1]]))
            elif inline.picture is not None and start <= at < end:
                kept.append(inline)
            at += len(inline.text)
        kind = "p" if self.kind == "table" else self.kind
        return replace(self, kind=kind, inlines=tuple(kept), text=self.text[start:end], rows=())


def _links(inlines: tuple[Inline, ...]) -> tuple[Link, ...]:
    found: list[tuple[Mark, list[str]]] = []
    previous: Mark | None = None
    for inline in inlines:
        anchor = next((m for m in inline.marks if m.tag == "a"), None)
        words = inline.text or (inline.picture.alt if inline.picture else "")
        if anchor is not None and anchor is previous:
            found[-1][1].append(words)
        elif anchor is not None:
            found.append((anchor, [words]))
        previous = anchor
    return tuple(Link(" ".join("".join(words).split()), mark.url) for mark, words in found)
