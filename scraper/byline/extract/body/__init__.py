"""Choose the blocks of the article's body.

Two opinions that see the page differently meet here: a rule that looks for the container of the good text
(`container`), and a small forest, trained on labelled pages, that judges each block by its place and its
surroundings (`features`, `forest`) and is told what the rule says. On a page of a few blocks, of which the
forest has seen hardly any, the rule decides.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from byline.extract.blocks import Block, Element
from byline.extract.body.container import Container, below_title, container
from byline.extract.body.features import features
from byline.extract.body.forest import Forest, forest_of
from byline.extract.body.page import Flags, Page, good_words, measured

__all__ = ["Choice", "choose"]

MODEL = Path(__file__).with_name("forest.npy")
FEW = 40  # blocks; of the pages that the forest has seen, one in fifty has fewer: there the rule decides
_PICTURE = (
    r"(?:photo\w*|foto\w*|images?|imagen|immagine|bild(?:er)?|picture|illustration|artwork|source|quelle)"
)
CREDITS = re.compile(  # words of a caption that name whose the image is
    rf"©|\(c\)|\b{_PICTURE}(?: (?:credits?|courtesy))?(?: ?:| by\b| via\b| courtesy\b)"
    r"|\bcredits?:|\bcourtesy of\b"
    r"|\b(?:getty|reuters|afp|shutterstock|unsplash|wikimedia)\b|\bcrédit\b|写真[:：]|图[:：]|사진|фото:",
    re.IGNORECASE,
)
EXHIBITS = ("pre", "table")
KEPT = 0.47  # probability from which a block is the body's
DOUBTED = 0.15  # and one that stands between two of them, where the rule takes it too
GAP = 3  # blocks
SHOWN = 0.2  # share of the text that readers must see for the rest to count as hidden


@dataclass(frozen=True, slots=True)
class Choice:
    """Which blocks make the body, and why each other block does not.

    Attributes:
        body: indexes, in order; empty where there is no article.
        left: index and reason of every other block that is not claimed by a rights part.
        words: of the body.
        of: of all blocks that were looked at.

    """

    body: tuple[int, ...]
    left: dict[int, str]
    words: int = 0
    of: int = 0


def choose(
    blocks: Sequence[Block],
    claims: Mapping[int, Sequence[Block]],
    title: str = "",
    title_at: int | None = None,
    *,
    forest: Forest | None = None,
) -> Choice:
    """The blocks that make the body.

    Args:
        blocks: all of the page.
        claims: what rights parts leave of the blocks that they claim, by index; nothing of one is no body.
        title: of the article.
        title_at: index of the block that shows it.
        forest: judges in place of the one that comes with the package.

    """
    free = [block for block in blocks if claims.get(block.index, True)]
    page = seen(free, claims, title, title_at)
    if page is None or page.good.sum() <= 0:
        return Choice((), {block.index: "hidden" if block.hidden else "no-article" for block in free})
    rule = container(page)
    body = rule.body if len(page) < FEW else _judged(page, rule, forest or _forest())
    kept = _with_credits(free, _with_wordless(free, page, body)) if body.any() else set()
    left = {block.index: "hidden" for block in free} | _reasons(page, rule)
    words = page.counts.words
    return Choice(
        tuple(sorted(kept)),
        {index: why for index, why in left.items() if index not in kept},
        int(words[body].sum()),
        int(words.sum()),
    )


def seen(
    free: Sequence[Block], claims: Mapping[int, Sequence[Block]], title: str, title_at: int | None
) -> Page | None:
    """The blocks with words that a reader sees; all of them, on a page that shows its text by script only."""
    worded = [block for block in free if block.text]
    shown = [block for block in worded if not block.hidden]
    veiled = [block for block in worded if block.hidden and block.home.tag != "textarea"]
    page = measured(shown, claims, title, title_at) if shown else None
    hidden = good_words(veiled).sum() if veiled else 0.0
    if not veiled or (page is not None and page.good.sum() > SHOWN * (page.good.sum() + hidden)):
        return page
    whole = [block for block in worded if not block.hidden or block.home.tag != "textarea"]
    return measured(whole, claims, title, title_at)


def _judged(page: Page, rule: Container, forest: Forest) -> Flags:
    """What the forest keeps; what the rule keeps, where that is nothing."""
    odds = forest.odds(features(page, rule.body)[1])
    body: Flags = odds > _log_odds(KEPT)
    if not body.any():
        return rule.body
    body = _without_gaps(body, rule.body & (odds > _log_odds(DOUBTED)))
    return _with_exhibits(page, rule, below_title(page, body))


def _log_odds(probability: float) -> float:
    return float(np.log(probability / (1 - probability)))


def _without_gaps(body: Flags, doubted: Flags) -> Flags:
    """With the few blocks between two kept ones that the rule takes and the forest is not sure of."""
    kept = np.nonzero(body)[0]
    filled = body.copy()
    for before, after in zip(kept[:-1].tolist(), kept[1:].tolist(), strict=True):
        if 1 < after - before <= GAP + 1:
            filled[before + 1 : after] = doubted[before + 1 : after]
    return filled


def _with_exhibits(page: Page, rule: Container, body: Flags) -> Flags:
    """With the code and the tables amid the text, and what a figure says of them."""
    first, last = np.nonzero(body)[0][[0, -1]]
    order = np.arange(len(page))
    exhibit = rule.body & np.isin([block.kind for block in page.blocks], EXHIBITS)
    kept = body | (exhibit & (first < order) & (order < last))
    shown = {_figure(b.home) for b, flag in zip(page.blocks, (kept & exhibit).tolist(), strict=True) if flag}
    caption = [b.kind == "figcaption" and _figure(b.home) in shown - {None} for b in page.blocks]
    shown_too: Flags = kept | np.array(caption)
    return shown_too


def _figure(element: Element | None) -> int | None:
    """The number of the figure around an element."""
    while element is not None and element.tag != "figure":
        element = element.parent
    return element.number if element is not None else None


def _with_wordless(free: Sequence[Block], page: Page, body: Flags) -> set[int]:
    """The body with its images and rules: inside what holds it, and right beside one of its blocks."""
    chosen = {block.index for block, flag in zip(page.blocks, body.tolist(), strict=True) if flag}
    judged = {block.index for block in page.blocks}
    holder = page.tree.elements[page.tree.holder(page.tree.home[body])]
    kept = set(chosen)
    for blocks in (free, free[::-1]):
        beside = False
        for block in blocks:
            if block.index in judged:
                beside = block.index in chosen
            elif beside and not block.text and not block.hidden and _is_inside(block.home, holder):
                kept.add(block.index)
    return kept


def _with_credits(free: Sequence[Block], kept: set[int]) -> set[int]:
    """With the captions that credit somebody for an image of the body: it does not go without them."""
    captions = [b for b in free if b.kind == "figcaption" and b.index not in kept and CREDITS.search(b.text)]
    if not captions:
        return kept
    shown = {_figure(b.home) for b in free if b.index in kept and not b.text} - {None}
    return kept | {b.index for b in captions if _figure(b.home) in shown}


def _is_inside(element: Element | None, holder: Element) -> bool:
    while element is not None and element is not holder:
        element = element.parent
    return element is holder


def _reasons(page: Page, rule: Container) -> dict[int, str]:
    """Why each block would be left, in the words of the record's removals."""
    above = page.title_at or 0
    return {
        block.index: "chrome"
        if chrome
        else "navigation"
        if navigation
        else "above-title"
        if block.index < above
        else "outside-body"
        for block, chrome, navigation in zip(
            page.blocks, rule.chrome.tolist(), rule.navigation.tolist(), strict=True
        )
    }


@cache
def _forest() -> Forest:
    return forest_of(np.load(MODEL, allow_pickle=False))
