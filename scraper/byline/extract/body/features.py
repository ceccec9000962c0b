"""What the block classifier is told of each block: its words, its place in the tree, the page around it.

Language-neutral: shares of text, link density, the shape of the tree, class names. A family is a function
of the page that gives some columns for all blocks at once; to tell the classifier more, write one, add it
to FAMILIES, and train anew (`bench/train/`).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from byline.extract.blocks import Block, Element
from byline.extract.body.naming import GROUPS
from byline.extract.body.page import Flags, Floats, Page
from byline.extract.body.tree import TAGS
from byline.extract.phrases import CHROME_LINES, RELATED

Ints = NDArray[np.int64]
Column = tuple[str, Floats | Ints | Flags]
Matrix = NDArray[np.float32]

KINDS = (
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "dt", "dd", "table", "pre"),
    *("figcaption", "img", "hr"),
)
CODES = {kind: code for code, kind in enumerate(KINDS)}
LISTED = {"li", "ul", "ol"}
LEVELS = 6  # ancestors looked at one by one
REPEATED = 4  # of them, how often their like stands on the page
HOLDING = (0.3, 0.5, 0.7, 0.85)  # shares of the page's good text
WINDOWS = (1, 2, 4, 8, 16)  # blocks to either side
NEIGHBOURS = (1, 2)
BETWEEN = re.compile("[-_]")
LINE = 80  # characters; a heading or a button is no longer
SOLID = 15.0  # words of good text that make a paragraph
FAR = 99.0  # blocks; where there is nothing to be near to
MISSING = -1.0


def features(page: Page, chosen: Flags) -> tuple[tuple[str, ...], Matrix]:
    """The names of the columns, and their numbers: columns x blocks.

    Args:
        page: at least one block.
        chosen: the blocks that the container rule takes.

    """
    columns = [column for family in FAMILIES for column in family(page, chosen)]
    matrix = np.empty((len(columns), len(page)), np.float32)
    for at, (_, values) in enumerate(columns):
        matrix[at] = values
    return tuple(name for name, _ in columns), matrix


def _words(page: Page, _: Flags) -> Iterator[Column]:
    """The block by itself."""
    counts, blocks = page.counts, page.blocks
    chars, words = np.maximum(counts.chars, 1), np.maximum(counts.words, 1)
    yield "words", np.log1p(counts.words)
    yield "linked", page.linked / chars
    yield "good", np.log1p(page.good)
    yield "word length", counts.chars / words
    yield "commas", counts.commas / words
    yield "stops", counts.stops / words
    yield "sentences", np.minimum(counts.stops, 10)
    yield "digits", counts.digits / chars
    yield "capitals", counts.capitals / chars
    yield "links", np.array([min(_anchors(block), 20) for block in blocks])
    yield "kind", np.array([CODES.get(block.kind, 0) for block in blocks])
    yield "finished", page.finished
    yield "colon", np.array([block.text.endswith((":", "：")) for block in blocks])
    yield "breaks", np.array([min(block.text.count("\n"), 10) for block in blocks])
    yield "item", np.array([block.kind == "li" or block.home.tag in LISTED for block in blocks])
    yield "button", np.array([_is_line(block.text, CHROME_LINES) for block in blocks])


def _ancestors(page: Page, _: Flags) -> Iterator[Column]:
    """What the elements around the block hold, from the innermost outwards."""
    held = page.tree.held
    total = max(page.good.sum(), 1.0)
    good, words, chars = held(page.good), held(page.counts.words), held(page.counts.chars)
    blocks, short = held(np.ones(len(page))), held((page.counts.words < 5).astype(float))  # noqa: PLR2004
    measures = {
        "share": good / total,
        "linked": held(page.linked) / np.maximum(chars, 1),
        "blocks": np.log1p(blocks),
        "density": good / np.maximum(words, 1),
        "short": short / np.maximum(blocks, 1),
    }
    like = np.log1p(np.bincount(page.tree.shape))[page.tree.shape]
    place = page.tree.home
    for level in range(LEVELS):
        for name, values in measures.items():
            yield f"{name} {level}", values[place]
        if level < REPEATED:
            yield f"like {level}", like[place]
        place = page.tree.parent[place]
    yield "depth", page.tree.depth[page.tree.home]


def _likes(page: Page, _: Flags) -> Iterator[Column]:
    """The blocks of the same kind in elements of the same shape: paragraphs are many and long."""
    kinds = np.array([CODES.get(block.kind, 0) for block in page.blocks])
    _, like = np.unique(page.tree.shape[page.tree.home] * len(KINDS) + kinds, return_inverse=True)
    count = np.bincount(like)
    yield "likes share", (np.bincount(like, page.good) / max(page.good.sum(), 1.0))[like]
    yield "likes", np.log1p(count)[like]
    yield "likes words", np.log1p(np.bincount(like, page.counts.words) / count)[like]
    chars = np.bincount(like, page.counts.chars)
    yield "likes linked", (np.bincount(like, page.linked) / np.maximum(chars, 1))[like]


def _holders(page: Page, _: Flags) -> Iterator[Column]:
    """The smallest elements that hold so much of the good text, and the place inside them."""
    good, blocks = page.tree.held(page.good), page.tree.held(np.ones(len(page)))
    for share in HOLDING:
        holding = np.nonzero(good >= share * page.good.sum())[0]
        inside = page.tree.within(int(holding[np.argmin(blocks[holding])]))
        first, last = _bounds(inside)
        yield f"in {share}", inside
        yield f"at {share}", np.clip((_order(page) - first) / max(1, last - first), -1, 2)


def _rule(page: Page, chosen: Flags) -> Iterator[Column]:
    """What the container rule says."""
    first, last = _bounds(chosen)
    order = _order(page)
    yield "rule", chosen
    yield "rule share", np.full(len(page), page.good[chosen].sum() / max(page.good.sum(), 1.0))
    yield (
        "rule distance",
        np.where(order < first, order - first, np.where(order > last, order - last, 0)).clip(-30, 30),
    )


def _sections(page: Page, _: Flags) -> Iterator[Column]:
    """The largest `article`, `main` and article body, and the article around the block."""
    good = page.tree.held(page.good) / max(page.good.sum(), 1.0)
    elements = page.tree.elements
    kinds = {
        "article": [at for at, element in enumerate(elements) if element.tag == "article"],
        "main": [at for at, element in enumerate(elements) if _is_main(element)],
        "text": [at for at, element in enumerate(elements) if _is_text(element.names)],
    }
    for name, found in kinds.items():
        best = max(found, key=lambda at: good[at], default=None)
        yield f"in {name}", np.full(len(page), MISSING) if best is None else page.tree.within(best)
        yield f"{name} share", np.full(len(page), MISSING if best is None else good[best])
    own = [0]
    for at, above in enumerate(page.tree.parent[1:].tolist(), start=1):
        own.append(at if elements[at].tag == "article" else own[above])
    article = np.array(own)[page.tree.home]
    yield "own article", np.where(article > 0, good[article], MISSING)
    yield "articles", np.full(len(page), min(len(kinds["article"]), 30))


def _whole(page: Page, _: Flags) -> Iterator[Column]:
    """The page as a whole: the same for all blocks."""
    kinds = Counter(block.kind for block in page.blocks)
    total = page.good.sum()
    wholes = {
        "page blocks": np.log1p(len(page)),
        "page good": np.log1p(total),
        "page linked": page.linked.sum() / max(page.counts.chars.sum(), 1),
        "page density": total / max(page.counts.words.sum(), 1),
        "page h1": min(kinds["h1"], 5),
    }
    for name, value in wholes.items():
        yield name, np.full(len(page), value)


def _position(page: Page, _: Flags) -> Iterator[Column]:
    """Where the block stands, and how far from the title and from paragraphs."""
    order = _order(page)
    index = np.array([block.index for block in page.blocks])
    total, so_far = max(page.good.sum(), 1.0), np.cumsum(page.good)
    yield "position", order / len(page)
    yield "before", (so_far - page.good) / total
    yield "after", (so_far[-1] - so_far) / total
    if page.title_at is None:
        yield "title distance", np.full(len(page), -FAR)
    else:
        yield "title distance", (order - np.searchsorted(index, page.title_at)).clip(-20, 60)
    yield (
        "title",
        np.array([bool(page.title) and block.text.casefold() == page.title for block in page.blocks]),
    )
    solid = np.nonzero(page.good >= SOLID)[0]
    yield "next paragraph", _distance(solid, order).clip(0, 40)
    yield "last paragraph", _distance(-solid[::-1], -order).clip(0, 40)
    same = Counter(block.text for block in page.blocks)
    yield "twins", np.array([min(same[block.text], 5) for block in page.blocks])
    claimed = np.array(page.claimed, np.int64)
    yield "claimed before", np.searchsorted(claimed, index).clip(0, 5)
    yield "claimed after", (len(claimed) - np.searchsorted(claimed, index)).clip(0, 5)
    yield "cut", np.array([block.index in page.cut for block in page.blocks])


def _windows(page: Page, _: Flags) -> Iterator[Column]:
    """The density of good text and of links around the block."""
    order = _order(page)
    sums = [
        np.concatenate([[0.0], np.cumsum(weights)])
        for weights in (page.good, page.counts.words, page.linked, page.counts.chars)
    ]
    for width in WINDOWS:
        low, high = np.maximum(0, order - width), np.minimum(len(page), order + width + 1)
        good, words, linked, chars = (total[high] - total[low] for total in sums)
        yield f"density around {width}", good / np.maximum(words, 1)
        yield f"linked around {width}", linked / np.maximum(chars, 1)
        yield f"share around {width}", good / max(page.good.sum(), 1.0)


def _neighbours(page: Page, chosen: Flags) -> Iterator[Column]:
    """The blocks before and after."""
    home = page.tree.home.astype(float)
    measures = {
        "words": np.log1p(page.counts.words),
        "linked": page.linked / np.maximum(page.counts.chars, 1),
        "heading": np.array([block.kind in HEADING_KINDS for block in page.blocks]).astype(float),
        "good": np.log1p(page.good),
        "rule": chosen.astype(float),
    }
    for step in NEIGHBOURS:
        for name, values in measures.items():
            yield f"{name} -{step}", _shifted(values, step)
            yield f"{name} +{step}", _shifted(values, -step)
        yield f"same home -{step}", _shifted(home, step) == home
        yield f"same home +{step}", _shifted(home, -step) == home


def _headings(page: Page, _: Flags) -> Iterator[Column]:
    """The last heading, and the last line that leads away from the article."""
    order = _order(page)
    level = np.array([HEADING_KINDS.get(block.kind, 0) for block in page.blocks])
    away = np.array([_is_line(block.text, RELATED) for block in page.blocks])
    heading, left = (np.maximum.accumulate(np.where(flags, order, -1)) for flags in (level > 0, away))
    yield "leads away", away
    yield "heading distance", np.where(heading >= 0, order - heading, MISSING).clip(-1, 40)
    yield "heading level", np.where(heading >= 0, level[heading], 0)
    yield "heading leads away", (heading >= 0) & away[heading]
    yield "away distance", np.where(left >= 0, order - left, MISSING).clip(-1, 60)


def _names(page: Page, _: Flags) -> Iterator[Column]:
    """What the places call themselves: the nearest two elements, and all around the block."""
    home = page.tree.home
    near, around, tags = page.tree.near[home], page.tree.around[home], page.tree.tags[home]
    for bit, group in enumerate(GROUPS):
        yield f"near {group}", near >> bit & 1
        yield f"within {group}", around >> bit & 1
    for bit, tag in enumerate(TAGS):
        yield f"<{tag}>", tags >> bit & 1


FAMILIES: tuple[Callable[[Page, Flags], Iterator[Column]], ...] = (
    _words,
    _ancestors,
    _likes,
    _holders,
    _rule,
    _sections,
    _whole,
    _position,
    _windows,
    _neighbours,
    _headings,
    _names,
)
HEADING_KINDS = {f"h{level}": level for level in range(1, 7)}


def _order(page: Page) -> Ints:
    return np.arange(len(page))


def _anchors(block: Block) -> int:
    """How many links a block holds."""
    if not block.has_link:
        return 0
    return 1 if len(block.inlines) == 1 else len(block.links)


def _is_main(element: Element) -> bool:
    return element.tag == "main" or ("main" in element.names and "main" in element.names.split())


def _is_text(names: str) -> bool:
    return "body" in names and "articlebody" in BETWEEN.sub("", names)


def _is_line(text: str, pattern: re.Pattern[str]) -> bool:
    return len(text) < LINE and pattern.fullmatch(text) is not None


def _bounds(flags: Flags) -> tuple[int, int]:
    """The first and the last that is set; the whole where none is."""
    found = np.nonzero(flags)[0]
    return (int(found[0]), int(found[-1])) if len(found) else (0, len(flags) - 1)


def _distance(solid: Ints, order: Ints) -> Floats:
    """From each place to the next of the solid ones; FAR where none follows."""
    following = np.searchsorted(solid, order)
    padded = np.append(solid.astype(np.float64), np.inf)
    return np.minimum(padded[following] - order, FAR)


def _shifted(values: Floats, step: int) -> Floats:
    """The value of the block so many places before; MISSING past the ends."""
    moved = np.full(len(values), MISSING)
    if 0 < step < len(values):
        moved[step:] = values[:-step]
    elif -len(values) < step < 0:
        moved[:step] = values[-step:]
    return moved
