"""The article's container by rule: where the page's good text stands, and what stands beside it.

What decides is each element's share of the good text; names that say chrome only lower a place that holds
little of it. What names say is read in `naming`.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from byline.extract.body.page import GOOD_WORDS, Page

Flags = NDArray[np.bool_]
Floats = NDArray[np.float64]

WIDE_SHARE = 0.95  # of the characters that a wider place adds must be good text
BELOW_SHARE = 0.95  # of the good text must stand below a title for it to be the title
MAIN_SHARE = 0.75  # a child with this share of its parent's good text holds the article
CHROME_SHARE = 0.45  # a place whose class says chrome, yet has this share of the good text, is none
COMMENT_SHARE = 0.9
LISTED = 0.6  # share of linked characters from which a list is navigation
LINKED = 0.8  # and a block

CHROME_TAGS = {"nav", "footer", "aside", "form", "menu", "dialog", "header"}
LISTS = {"ul", "ol"}


@dataclass(frozen=True, slots=True)
class Container:
    """What the rule says of each block.

    Attributes:
        body: it is the article's.
        chrome: it stands in a place that calls itself chrome.
        navigation: it is a linked list, or a linked block in a linked place.

    """

    body: Flags
    chrome: Flags
    navigation: Flags


def container(page: Page) -> Container:
    """The rule's body; empty where there is no good text outside chrome."""
    none = np.zeros(len(page), np.bool_)
    total = page.good.sum()
    if total <= 0:
        return Container(none, none, none)
    kept = ~_chrome(page, total)[page.tree.home]
    good = np.where(kept, page.good, 0.0)
    navigation = _navigation(page, kept)
    if good.sum() <= 0:
        return Container(none, ~kept, navigation)
    root = _widened(page, kept, _root(page, page.tree.held(good)))
    inside = _joined(page, kept, kept & page.tree.within(root))
    return Container(below_title(page, inside & ~navigation), ~kept, navigation)


def _chrome(page: Page, total: float) -> Flags:
    """For each element, whether it or one around it calls itself chrome and holds little of the good text."""
    tree = page.tree
    shares = (tree.held(page.good) / total).tolist()
    verdicts = [False]
    for element, names, above, share in zip(
        tree.elements[1:], tree.names[1:], tree.parent[1:].tolist(), shares[1:], strict=True
    ):
        verdicts.append(
            verdicts[above]
            or (names.comments and share < COMMENT_SHARE)
            or (share < CHROME_SHARE and (names.chrome or element.tag in CHROME_TAGS))
        )
    return np.array(verdicts)


def _root(page: Page, good: Floats) -> int:
    """The innermost element that still holds nearly all of its parent's good text."""
    root = 0
    parent = page.tree.parent
    while True:
        children = np.nonzero(parent[root + 1 : page.tree.end[root] + 1] == root)[0] + root + 1
        if not len(children):
            return root
        best = int(children[np.argmax(good[children])])
        if good[best] < MAIN_SHARE * good[root]:
            return root
        root = best


def _widened(page: Page, kept: Flags, root: int) -> int:
    """A parent whose other text is good as well holds the rest of the article: bodies are split."""
    chars = np.where(kept, page.counts.chars, 0.0)
    size, solid = page.tree.held(chars), page.tree.held(np.where(page.good > 0, chars, 0.0))
    while root:
        above = int(page.tree.parent[root])
        if not above or solid[above] - solid[root] < WIDE_SHARE * (size[above] - size[root]):
            break
        root = above
    return root


def _joined(page: Page, kept: Flags, inside: Flags) -> Flags:
    """The blocks inside, and good text right beside them: old pages leave paragraphs in the cell around."""
    at = np.nonzero(kept)[0]
    chosen = np.nonzero(inside[at])[0]
    home, parent = page.tree.home, page.tree.parent
    first, last = int(chosen[0]), int(chosen[-1])
    around = set(_lineage(int(home[at[first]]), parent)[2:])
    joined = inside.copy()
    for edge, step in ((first, -1), (last, 1)):
        place = edge + step
        while 0 <= place < len(at) and page.good[at[place]] >= GOOD_WORDS:
            own = int(home[at[place]])
            if own not in around and int(parent[own]) not in around:
                break
            joined[at[place]] = True
            place += step
    return joined


def _lineage(place: int, parent: NDArray[np.int64]) -> list[int]:
    found = [place]
    while place:
        place = int(parent[place])
        found.append(place)
    return found[::-1]


def _navigation(page: Page, kept: Flags) -> Flags:
    """Linked lists, and linked blocks in a linked place."""
    held = page.tree.held
    chars, linked = (held(np.where(kept, weights, 0.0)) for weights in (page.counts.chars, page.linked))
    lists = [0]
    for place, (element, above) in enumerate(
        zip(page.tree.elements[1:], page.tree.parent[1:].tolist(), strict=True), start=1
    ):
        lists.append(place if element.tag in LISTS else lists[above])
    home = page.tree.home
    item = np.array([b.kind == "li" or b.home.tag in {"li", *LISTS} for b in page.blocks])
    at = np.where(item, np.array(lists)[home], home)
    found: Flags = (linked[at] > LISTED * chars[at]) & (item | (page.linked > LINKED * page.counts.chars))
    return found


def below_title(page: Page, body: Flags) -> Flags:
    """Without what stands above the title, unless that is a good part of the text."""
    if page.title_at is None:
        return body
    below = body & np.array([block.index >= page.title_at for block in page.blocks])
    return below if page.good[below].sum() >= BELOW_SHARE * page.good[body].sum() else body
