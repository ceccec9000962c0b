"""What stands around an article: the one before, the one after, its series, and related ones.

Pure, and linear in the number of articles: an article is compared only with those that stand next to
it in the lists of its tags and of its telling words, never with all.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from byline.check.words import fold
from byline.slug import slugify
from byline_pelican.edition import Edition, Entry
from byline_pelican.leaks import words_of

RELATED = 3  # articles, at most
NEAR = 6  # neighbours on either side in one list that are looked at
TELLING = 40  # stems of an article that tell what it is about
LETTERS = 5  # of a telling word, at least; shorter ones are mostly grammar
STEM = 6  # letters that the forms of one word share, in most languages that have endings
COMMON = 0.2  # of all articles; a stem that stands in more tells nothing
FEW = 5  # articles; a stem of so few may tell something, however small the site
ENOUGH = 0.12  # of an article's own weight; less in common is chance
TITLE = 3  # times that a word of the title counts
TAG, CATEGORY = 2.0, 0.5  # what a shared one weighs beside the rarest stem


@dataclass(frozen=True, slots=True)
class Around:
    """What a page leads on to; `series` holds all its parts in order, the article itself too."""

    previous: Entry | None = None
    next: Entry | None = None
    related: tuple[Entry, ...] = ()
    series: tuple[Entry, ...] = ()


NOTHING = Around()


def surroundings(edition: Edition) -> dict[str, Around]:
    """By the path of each published article, what stands around it; nothing stands there twice."""
    entries = edition.published
    series = {e.article.path: parts for parts in series_of(edition).values() for e in parts}
    dated = [e for e in entries if e.article.date]  # nobody knows what an undated one comes before
    older = {e.article.path: other for e, other in pairwise(dated)}
    newer = {e.article.path: other for other, e in pairwise(dated)}
    alike = related(entries)
    found = {}
    for path in (e.article.path for e in entries):
        beside, parts = (older.get(path), newer.get(path)), series.get(path, ())
        others = (other for other in alike[path] if other not in beside and other not in parts)
        found[path] = Around(*beside, tuple(islice(others, RELATED)), parts)
    return found


def series_of(edition: Edition) -> dict[str, tuple[Entry, ...]]:
    """By its slug, the parts of each series, first part first; one part alone is a series too."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in reversed(edition.published):
        if entry.article.series:
            found[slugify(entry.article.series)].append(entry)
    return {
        slug: tuple(sorted(parts, key=lambda e: e.article.part or math.inf)) for slug, parts in found.items()
    }


def related(entries: Sequence[Entry]) -> dict[str, tuple[Entry, ...]]:
    """By its path, the articles that have something in common with an article, most first."""
    marks = _marks(entries)
    lists: dict[str, list[int]] = defaultdict(list)
    places: list[dict[str, int]] = []
    for number, weights in enumerate(marks):
        places.append({mark: len(lists[mark]) for mark in weights})
        for mark in weights:
            lists[mark].append(number)
    return {
        entry.article.path: tuple(entries[n] for n in _nearest(number, marks[number], places[number], lists))
        for number, entry in enumerate(entries)
    }


def _nearest(
    own: int, weights: Mapping[str, float], places: Mapping[str, int], lists: Mapping[str, list[int]]
) -> list[int]:
    shared: Counter[int] = Counter()
    for mark, weight in weights.items():
        at = places[mark]
        for number in lists[mark][max(0, at - NEAR) : at + NEAR + 1]:
            shared[number] += weight  # type: ignore[assignment]  # a Counter may count in fractions
    del shared[own]
    least = ENOUGH * sum(weights.values())
    return sorted((n for n, weight in shared.items() if weight >= least), key=lambda n: (-shared[n], n))


def _marks(entries: Sequence[Entry]) -> list[dict[str, float]]:
    """Of each article its tags, category and telling stems, with what each weighs.

    A stem weighs its rarity (inverse document frequency, Spärck Jones 1972), more where it stands often.
    """
    counts = [_stems(entry) for entry in entries]
    spread = Counter(stem for stems in counts for stem in stems)
    most = max(FEW, COMMON * len(entries))
    rarity = {stem: math.log(len(entries) / n) + 0.1 for stem, n in spread.items() if 1 < n <= most}
    found = []
    for entry, stems in zip(entries, counts, strict=True):
        weighed = {s: rarity[s] * (1 + math.log(n)) for s, n in stems.items() if s in rarity}
        telling = sorted(weighed, key=lambda s: (-weighed[s], s))[:TELLING]
        found.append({**{stem: weighed[stem] for stem in telling}, **_filed(entry, len(entries))})
    return found


def _stems(entry: Entry) -> Counter[str]:
    words = [*words_of(entry), *fold(entry.article.title) * TITLE]
    return Counter(word[:STEM] for word in words if len(word) >= LETTERS)


def _filed(entry: Entry, count: int) -> dict[str, float]:
    """Where people filed an article."""
    rarest = math.log(count + 1)
    tags = {f"#{slugify(tag)}": TAG * rarest for tag in entry.article.tags}
    return tags | (
        {f"/{slugify(entry.article.category)}": CATEGORY * rarest} if entry.article.category else {}
    )
