"""The elements around a page's blocks as arrays: who holds whom, and what each calls itself.

Elements are numbered in the order of the page, so what an element holds is a stretch of numbers, and the
sum of anything over its blocks is a difference of two running sums. To know one more kind of place by its
class words, add a row to GROUPS, and train anew.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from byline.extract.blocks import Block, Element

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]

GROUPS: dict[str, str] = {  # words of class, id, role and itemprop
    "content": "content body article articlebody story entry post text main prose richtext copy blogpost",
    "comment": "comment comments commentlist disqus respond reply replies discussion kommentare comentarios",
    "related": "related recommended recommend recommendations more also similar trending popular latest next"
    " recirc readmore suggestions mostread upnext",
    "menu": "nav navbar navigation menu breadcrumb breadcrumbs pagination pager toc contents toolbar skip"
    " tabs",
    "footer": "footer foot bottom copyright legal disclaimer colophon contentinfo",
    "header": "header masthead banner top hero topbar",
    "side": "sidebar aside side complementary rail widget widgets secondary column",
    "promo": "ad ads advert advertisement promo promotion sponsor sponsored outbrain taboola adsense banner"
    " cta offer donate donation shop product products price cart deal",
    "social": "social share sharing shares follow facebook twitter linkedin addtoany sharedaddy likes",
    "person": "author authors bio byline writer contributor vcard avatar profile team member",
    "meta": "meta date time dateline published posted info details timestamp tags tag category"
    " categories label",
    "media": "caption figure figcaption image photo picture video gallery slideshow media embed player"
    " credit",
    "form": "form newsletter subscribe subscription signup login search input register contact email",
    "modal": "modal popup overlay cookie cookies consent gdpr dialog lightbox toast notice alert",
    "card": "card cards teaser teasers grid item items tile list listing feed archive loop carousel"
    " slider swiper",
    "quote": "quote blockquote pullquote callout highlight summary lead intro standfirst dek excerpt deck",
    "unseen": "hidden screen reader sr visually print noprint hide",
}
BITS = {word: 1 << bit for bit, words in enumerate(GROUPS.values()) for word in words.split()}
TAGS = (
    *("article", "main", "section", "aside", "nav", "header", "footer", "form"),
    *("ul", "ol", "li", "table", "blockquote", "figure", "dl", "details"),
)
TAG_BITS = {tag: 1 << bit for bit, tag in enumerate(TAGS)}
NAME = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Tree:
    """Every element that holds a block; arrays have a place for each, in the order of the page.

    Attributes:
        elements: themselves.
        home: of each *block*, the place of its innermost element.
        parent: place of the parent; the first element is its own.
        end: the last place inside.
        depth: levels below the body.
        named: bits of GROUPS, of the element itself.
        around: the same, of it and of all around it.
        tags: bits of TAGS, of it and of all around it.
        shape: elements with the same chain of tags and first class words have the same number.

    """

    elements: tuple[Element, ...]
    home: Ints
    parent: Ints
    end: Ints
    depth: Ints
    named: Ints
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
    parent, named, around, tags, shape = [0], [0], [0], [0], [0]
    shapes: dict[tuple[int, str, str], int] = {}
    for element in elements[1:]:
        above = at[element.parent.number] if element.parent is not None else 0
        bits, first = read_names(element.names) if element.names else (0, "")
        parent.append(above)
        named.append(bits)
        around.append(bits | around[above])
        tags.append(TAG_BITS.get(element.tag, 0) | tags[above])
        shape.append(shapes.setdefault((shape[above], element.tag, first), len(shapes) + 1))
    return Tree(
        elements,
        np.array([at[block.home.number] for block in blocks]),
        np.array(parent),
        np.array(_ends(parent)),
        np.array([element.depth for element in elements]),
        np.array(named),
        np.array(around),
        np.array(tags),
        np.array(shape),
    )


@lru_cache(maxsize=8192)
def read_names(names: str) -> tuple[int, str]:
    """The groups whose words an element's names hold, and the first of the names."""
    bits = 0
    for word in NAME.findall(names):
        bits |= BITS.get(word, 0)
    return bits, names.partition(" ")[0]


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
