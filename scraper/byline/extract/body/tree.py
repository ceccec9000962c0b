"""The elements around a page's blocks as arrays: who holds whom, and what each calls itself.

Elements are numbered in the order of the page, so what an element holds is a stretch of numbers, and the
sum of anything over its blocks is a difference of two running sums.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from byline.extract.blocks import Block, Element
from byline.extract.body.naming import NAMELESS, Named, read_names

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

TAGS = (
    *("article", "main", "section", "aside", "nav", "header", "footer", "form"),
    *("ul", "ol", "li", "table", "blockquote", "figure", "dl", "details"),
)
TAG_BITS = {tag: 1 << bit for bit, tag in enumerate(TAGS)}


@dataclass(frozen=True, slots=True)
class Tree:
    """Every element that holds a block; arrays have a place for each, in the order of the page.

    Attributes:
        elements: themselves.
        home: of each *block*, the place of its innermost element.
        parent: place of the parent; the first element is its own.
        end: the last place inside.
        depth: levels below the body.
        names: what each says of itself.
        near: bits of GROUPS, of the element and of its parent.
        around: the same, of it and of all around it.
        tags: bits of TAGS, of it and of all around it.
        shape: elements with the same chain of tags and first class words have the same number.

    """

    elements: tuple[Element, ...]
    home: Ints
    parent: Ints
    end: Ints
    depth: Ints
    names: tuple[Named, ...]
    near: Ints
    around: Ints
    tags: Ints
    shape: Ints

    def held(self, weights: Floats) -> Floats:
        """Sum of the blocks' weights in each element."""
        sums = np.concatenate([[0.0], np.cumsum(np.bincount(self.home, weights, minlength=len(self.parent)))])
        held: Floats = sums[self.end + 1] - sums[:-1]
        return held

    def within(self, place: int) -> NDArray[np.bool_]:
        """For each block, whether it stands in the element."""
        inside: NDArray[np.bool_] = (self.home >= place) & (self.home <= self.end[place])
        return inside

    def holder(self, homes: Ints) -> int:
        """The innermost element around all of some elements; at least one."""
        first, last = int(homes.min()), int(homes.max())
        place = first
        while self.end[place] < last:
            place = int(self.parent[place])
        return place


def tree_of(blocks: Sequence[Block]) -> Tree:
    """The elements around some blocks of one page; at least one block."""
    elements = _around(blocks)
    at = {element.number: place for place, element in enumerate(elements)}
    parent, near, around, tags, shape = [0], [0], [0], [0], [0]
    names = [read_names(element.names) if element.names else NAMELESS for element in elements]
    shapes: dict[tuple[int, str, str], int] = {}
    for element, own in zip(elements[1:], names[1:], strict=True):
        above = at[element.parent.number] if element.parent is not None else 0
        bits = own.bits
        parent.append(above)
        near.append(bits | names[above].bits)
        around.append(bits | around[above])
        tags.append(TAG_BITS.get(element.tag, 0) | tags[above])
        shape.append(shapes.setdefault((shape[above], element.tag, own.first), len(shapes) + 1))
    return Tree(
        elements,
        np.array([at[block.home.number] for block in blocks]),
        np.array(parent),
        np.array(_ends(parent)),
        np.array([element.depth for element in elements]),
        tuple(names),
        np.array(near),
        np.array(around),
        np.array(tags),
        np.array(shape),
    )


def _around(blocks: Sequence[Block]) -> tuple[Element, ...]:
    found: dict[int, Element] = {}
    for block in blocks:
        element: Element | None = block.home
        while element is not None and element.number not in found:
            found[element.number] = element
            element = element.parent
    return tuple(found[number] for number in sorted(found))


def _ends(parent: list[int]) -> list[int]:
    end = list(range(len(parent)))
    for place in range(len(parent) - 1, 0, -1):
        above = parent[place]
        end[above] = max(end[above], end[place])
    return end
