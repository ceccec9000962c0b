"""Choose the blocks of the article's body by where the page's good text stands.

Language-neutral: what decides is each ancestor's share of the good text, link density, and the
shape of lists; class names only lower a place that holds little of the text. To name one more
kind of chrome, add its word to CHROME; one more heading that ends an article, to ENDINGS.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from byline.extract.blocks import HEADINGS, Block, Element

GOOD_WORDS = 8  # a block shorter than this proves nothing about its place
GOOD_LINKED = 0.4  # share of linked characters above which a block is navigation
WIDE_SHARE = 0.95  # of the characters that a wider place adds must be good text
BELOW_SHARE = 0.95  # of the good text must stand below a title for it to be the title
MAIN_SHARE = 0.75  # a child with this share of its parent's good text holds the article
CHROME_SHARE = 0.45  # a place whose class says chrome, yet has this share of the good text, is none

COMMENTS = re.compile(
    r"(?:.*[-_])?(?:comments?|disqus|commentlist|comment[-_]?(?:list|body|content|area|thread|section|form|wrap\w*)s?)"
    r"|disqus.*|respond|replies|discussion|kommentare?|comentarios|commentaires"
)
_WORDS = (
    r"(?:nav|navbar|navigation|menus?|footer|masthead|sidebar|aside|breadcrumbs?|banner"
    r"|cookies?|consent|gdpr|modal|popup|overlay|newsletter|subscribe|subscription|sign-?up|login|share|sharing"
    r"|shares|social|sharedaddy|addtoany|related\w*|recommend\w*|recirc\w*|trending|popular|most-?read|read-?more"
    r"|more-?(?:posts|stories|articles|news)|also-?like|up-?next|next-?(?:post|article)|teasers?|promo\w*|advert\w*"
    r"|ads?|adsense|sponsor\w*|outbrain|taboola|tags?|tagcloud|toolbar|pagination|pager|paging"
    r"|prev-?next|post-?nav\w*|author-?(?:bio|box|info|card)|about-?author|bio"
    r"|skip-?links?|screen-?reader\w*|visually-?hidden|sr-only|print-?only|post-?meta|entry-?meta"
    r"|byline|dateline|copyright|disclaimer|search|carousel|slider|ratings?|cta"
    r"|donate|donation|paywall|cart|contact-?form)"
)
CHROME = re.compile(rf"(?:.*[-_])?{_WORDS}|{_WORDS}[-_].*")
KEPT_NAMES = re.compile(
    r"(?:has|with|without|no|is|hide|show|category|tag|tags|status|format|type)[-_].*|.*[-_]?(?:open|closed)"
)
CHROME_TAGS = {"nav", "footer", "aside", "form", "menu", "dialog", "header"}
CHROME_ROLES = re.compile(r"\b(?:navigation|complementary|contentinfo|banner|search|dialog|alertdialog)\b")
SENTENCE_END = re.compile(r"[.!?:;…。！？：；۔।։\"”»’')\]]\s*$")
WORD = re.compile(r"[^\W_]+")
CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


@dataclass(slots=True)
class Place:
    """What an element holds, all its descendants counted."""

    size: int = 0  # characters
    linked: int = 0  # of them, inside anchors
    good: float = 0.0  # words of good text
    text_good: int = 0  # characters of good text


@dataclass(frozen=True, slots=True)
class Choice:
    """Which blocks make the body, and why each other block does not.

    Attributes:
        body: indexes, in order; empty where there is no article.
        left: index and reason of every other block that is not claimed by a rights part.

    """

    body: tuple[int, ...]
    left: dict[int, str]


def choose(
    blocks: Sequence[Block], taken: frozenset[int] = frozenset(), title_at: int | None = None
) -> Choice:
    """The blocks that make the body.

    Args:
        blocks: all of the page.
        taken: blocks that rights parts claim whole; they count for nothing.
        title_at: the block that is the title; what stands above it is no body.

    """
    weights = {b.index: _weight(b) for b in blocks}
    free = [b for b in blocks if b.index not in taken]
    seen = _seen(free, weights)
    raw = _places(seen, weights)
    total = raw[1].good if 1 in raw else 0.0
    if total <= 0:
        return Choice((), _left((free, "hidden"), (seen, "no-article"), ([], "")))
    chrome = _chrome(seen, raw, total)
    kept = [b for b in seen if b.index not in chrome]
    places = _places(kept, weights)
    root = _root(kept, places)
    lineages = {b.index: b.home.lineage() for b in kept}
    held = next(e for lineage in lineages.values() for e in lineage if e.number == root)
    root = _widened(held, kept, places)
    inside = _joined(
        kept, {b.index for b in kept if any(e.number == root for e in lineages[b.index])}, weights
    )
    running = [b for b in inside if not _is_navigation(b, places)]
    body = _below_title(running, weights, title_at)
    stages = (
        (free, "hidden"),
        (seen, "chrome"),
        (kept, "outside-body"),
        (inside, "navigation"),
        (running, "above-title"),
        (body, ""),
    )
    return Choice(tuple(b.index for b in body), _left(*stages))


def _left(*stages: tuple[Sequence[Block], str]) -> dict[int, str]:
    """Why each block was left behind: the step between the last stage that it reached and the next."""
    found: dict[int, str] = {}
    for (before, reason), (after, _) in pairwise(stages):
        stayed = {b.index for b in after}
        found.update({b.index: reason for b in before if b.index not in stayed})
    return found


def _seen(blocks: list[Block], weights: dict[int, float]) -> list[Block]:
    """Blocks that a reader sees; all, on a page that shows its text by script only."""
    shown = [b for b in blocks if not b.hidden]
    unveiled = [b for b in blocks if not b.hidden or b.home.tag != "textarea"]
    good, all_good = (sum(weights[b.index] for b in chosen) for chosen in (shown, unveiled))
    return shown if good > 0.2 * all_good else unveiled


def _weight(block: Block) -> float:
    """Words of good text: a long run of unlinked words, most of all one that ends as sentences do."""
    words = word_count(block.text)
    if words < GOOD_WORDS or block.kind in HEADINGS:
        return 0.0
    density = block.linked / max(1, len(block.text))
    if density > GOOD_LINKED:
        return 0.0
    return words * (1 - density) * (1.0 if SENTENCE_END.search(block.text) else 0.4)


def word_count(text: str) -> int:
    """Words; where a script has none between spaces, two characters count as one."""
    wide = len(CJK.findall(text))
    return len(WORD.findall(text)) if wide * 2 < len(text) else wide // 2


def _places(blocks: Iterable[Block], weights: dict[int, float]) -> dict[int, Place]:
    places: dict[int, Place] = defaultdict(Place)
    for block in blocks:
        size, linked, weight = len(block.text), block.linked, weights[block.index]
        element: Element | None = block.home
        while element is not None:
            place = places[element.number]
            place.size += size
            place.linked += linked
            place.good += weight
            place.text_good += size if weight else 0
            element = element.parent
    return places


def _chrome(blocks: Sequence[Block], places: dict[int, Place], total: float) -> set[int]:
    """Blocks inside something that calls itself chrome and holds little of the good text."""
    verdicts: dict[int, bool] = {1: False}
    found = set()
    for block in blocks:
        if _in_chrome(block.home, places, total, verdicts):
            found.add(block.index)
    return found


def _in_chrome(home: Element, places: dict[int, Place], total: float, verdicts: dict[int, bool]) -> bool:
    path: list[Element] = []
    element: Element | None = home
    while element is not None and element.number not in verdicts:
        path.append(element)
        element = element.parent
    verdict = verdicts[element.number] if element is not None else False
    for element in reversed(path):
        share = places[element.number].good / total
        verdict = verdict or _is_chrome(element.tag, element.names, share)
        verdicts[element.number] = verdict
    return verdict


def _is_chrome(tag: str, names: str, share: float) -> bool:
    if share < 0.9 and names and _says_comments(names):  # noqa: PLR2004  nearly all of the text
        return True
    return share < CHROME_SHARE and (tag in CHROME_TAGS or bool(names and _says_chrome(names)))


@lru_cache(maxsize=4096)
def _says_comments(names: str) -> bool:
    return any(COMMENTS.fullmatch(name) for name in _own(names))


@lru_cache(maxsize=4096)
def _says_chrome(names: str) -> bool:
    return CHROME_ROLES.search(names) is not None or any(CHROME.fullmatch(name) for name in _own(names))


def _own(names: str) -> list[str]:
    return [name for name in names.split() if not KEPT_NAMES.fullmatch(name)]


def _root(blocks: Sequence[Block], places: dict[int, Place]) -> int:
    """The innermost element that still holds nearly all of its parent's good text."""
    children: dict[int, dict[int, float]] = defaultdict(dict)
    for block in blocks:
        element = block.home
        while element.parent is not None and element.number not in children[element.parent.number]:
            children[element.parent.number][element.number] = places[element.number].good
            element = element.parent
    root = 1
    while children.get(root):
        best = max(children[root], key=lambda number: children[root][number])
        if children[root][best] < MAIN_SHARE * places[root].good:
            break
        root = best
    return root


def _widened(root: Element, blocks: Sequence[Block], places: dict[int, Place]) -> int:
    """A parent whose other text is good as well holds the rest of the article: bodies are split."""
    number = root.number
    parent = root.parent
    while parent is not None and parent.parent is not None:
        extra = places[parent.number]
        own = places[number]
        if extra.text_good - own.text_good < WIDE_SHARE * (extra.size - own.size):
            break
        number, parent = parent.number, parent.parent
    return number


def _joined(kept: list[Block], inside: set[int], weights: dict[int, float]) -> list[Block]:
    """The blocks inside, and good text right beside them: old pages leave paragraphs in the cell around."""
    places = [at for at, block in enumerate(kept) if block.index in inside]
    first, last = places[0], places[-1]
    around = {e.number for e in kept[first].home.lineage()[2:]}
    for step in (-1, 1):
        edge = first if step < 0 else last
        while 0 <= edge + step < len(kept):
            block = kept[edge + step]
            if weights[block.index] < GOOD_WORDS or not around & {block.home.number, _above(block.home)}:
                break
            edge += step
        first, last = (edge, last) if step < 0 else (first, edge)
    return [
        b
        for at, b in enumerate(kept)
        if b.index in inside or first <= at < places[0] or places[-1] < at <= last
    ]


def _above(element: Element) -> int:
    return element.parent.number if element.parent is not None else 0


def _below_title(blocks: list[Block], weights: dict[int, float], title_at: int | None) -> list[Block]:
    """Without what stands above the title, unless that is a good part of the text."""
    if title_at is None:
        return blocks
    below = [b for b in blocks if b.index >= title_at]
    total, kept = (sum(weights[b.index] for b in part) for part in (blocks, below))
    return below if kept >= BELOW_SHARE * total else blocks


def _is_navigation(block: Block, places: dict[int, Place]) -> bool:
    place = places[block.home.number]
    if not block.text:
        return False
    if block.kind == "li" or block.home.tag in {"li", "ul", "ol"}:
        element = block.home
        while element.parent is not None and element.tag not in {"ul", "ol"}:
            element = element.parent
        place = places[element.number]
        return place.linked > 0.6 * place.size
    return block.linked > 0.8 * len(block.text) and place.linked > 0.6 * place.size
