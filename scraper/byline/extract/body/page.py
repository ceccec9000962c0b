"""A page as the choice of its body sees it: blocks in numbers, and the elements around them.

Everything is an array with a place for each block that is looked at, in the order of the page.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from byline.extract.blocks import HEADINGS, Block
from byline.extract.body.texts import Counts, counts
from byline.extract.body.tree import Tree, tree_of

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

GOOD_WORDS = 8  # a block shorter than this proves nothing about its place
GOOD_LINKED = 0.4  # share of linked characters above which a block is navigation
UNFINISHED = 0.4  # what a word counts in a block that does not end as sentences do
SENTENCE_ENDS = frozenset(".!?:;…。！？：；۔।։\"”»’')]")


@dataclass(frozen=True, slots=True)
class Page:
    """The blocks of a page that may be its article's.

    Attributes:
        blocks: in order.
        counts: of their texts.
        tree: the elements around them.
        linked: characters inside anchors.
        finished: whether the text ends as sentences do.
        good: words of good text: of a long run of unlinked words, most of all one that ends as sentences do.
        title: of the article; empty where the page has none.
        title_at: index of the block that shows the title.
        claimed: indexes of the blocks that rights parts claim whole, in order.
        cut: indexes of those that they claim in part.

    """

    blocks: Sequence[Block]
    counts: Counts
    tree: Tree
    linked: Floats
    finished: Flags
    good: Floats
    title: str = ""
    title_at: int | None = None
    claimed: tuple[int, ...] = ()
    cut: frozenset[int] = frozenset()

    def __len__(self) -> int:
        return len(self.blocks)


def measured(
    blocks: Sequence[Block],
    claims: Mapping[int, Sequence[Block]],
    title: str = "",
    title_at: int | None = None,
) -> Page:
    """The blocks in numbers.

    Args:
        blocks: at least one.
        claims: what rights parts leave of the blocks that they claim, by index.
        title: of the article.
        title_at: index of the block that shows it.

    """
    found, linked, finished = _counted(blocks)
    return Page(
        blocks,
        found,
        tree_of(blocks),
        linked,
        finished,
        _good(blocks, found, linked, finished),
        title,
        title_at,
        tuple(sorted(index for index, rest in claims.items() if not rest)),
        frozenset(index for index, rest in claims.items() if rest),
    )


def good_words(blocks: Sequence[Block]) -> Floats:
    """The words of good text of some blocks."""
    return _good(blocks, *_counted(blocks))


def _counted(blocks: Sequence[Block]) -> tuple[Counts, Floats, Flags]:
    linked = np.array([block.linked for block in blocks], np.float64)
    finished = np.array([block.text.rstrip()[-1:] in SENTENCE_ENDS for block in blocks], np.bool_)
    return counts([block.text for block in blocks]), linked, finished


def _good(blocks: Sequence[Block], found: Counts, linked: Floats, finished: Flags) -> Floats:
    heading = np.array([block.kind in HEADINGS for block in blocks], np.bool_)
    share = linked / np.maximum(found.chars, 1)
    good = found.words * (1 - share) * np.where(finished, 1.0, UNFINISHED)
    good[(found.words < GOOD_WORDS) | heading | (share > GOOD_LINKED)] = 0.0
    return good
