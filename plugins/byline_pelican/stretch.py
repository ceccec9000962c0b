"""Of a page or mail that prints several articles, the stretch that belongs to each.

One credit must not serve two articles, though the author be the same: a stretch begins with the
article's title and ends where the next one's begins, so the credit has to stand in between.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from byline.check.align import align, containment, find
from byline.check.parts import Part
from byline.check.words import Span, Text, fold
from byline.rights.credit import as_text
from byline_pelican.edition import Entry
from byline_pelican.leaks import words_of

NOWHERE: Span = (0, 0)  # what comes before the first body
ROOM = 2  # times its words, in which a body that is not word for word begins behind its title
LIKE = 0.6  # of a body's words, at least, follow its title
WIDE = 100_000  # characters; a paragraph in one line


def cut(part: Part, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Part]]:
    """Each article with its own stretch of the part; an empty one where the article is not there."""
    text = Text.of(part.lines)
    bodies = _bodies(text, entries)
    order = sorted(bodies)
    starts = [
        _start(text, bodies[at], bodies.get(before), before, at) for before, at in pairwise([NOWHERE, *order])
    ]
    for place, start, end in zip(order, starts, [*starts[1:], len(part.lines)], strict=False):
        yield bodies[place], _lines(part, start, end)
    placed = {entry.article.path for entry in bodies.values()}
    for entry in entries:
        if entry.article.path not in placed:
            yield entry, _lines(part, 0, 0)


def _bodies(text: Text, entries: Sequence[Entry]) -> dict[Span, Entry]:
    """Whose body stands where; of two that say the same each has a place of its own, the longest first."""
    placed: dict[Span, Entry] = {}
    for entry in sorted(entries, key=lambda entry: -len(words_of(entry))):
        body = _body(text, entry, {start for start, _ in placed})
        if body is not None:
            placed[body] = entry
    return placed


def _body(text: Text, entry: Entry, taken: set[int]) -> Span | None:
    """The words of a part that are an article's body: of several places, the nearest to its title."""
    title, words = fold(entry.article.title), words_of(entry)
    heads = [head + len(title) for head in find(title, text)]
    bodies = find(words, text)
    if not words:
        bodies = [head for head in heads if head not in taken][-1:]
    elif not bodies:
        near = bool(containment(words, text.words))
        bodies = _alike(words, text, heads) if near else find(words[:1], text)
    free = [at for at in bodies if at not in taken]
    nearest = [(at - head, at) for head in heads for at in free if at >= head]
    at = min(nearest)[1] if nearest else min(free, default=None)
    return None if at is None else (at, at + len(words))


def _alike(words: Sequence[str], text: Text, heads: Sequence[int]) -> list[int]:
    """Where a body begins that is not there word by word: behind the title that most of it follows."""
    room = ROOM * len(words)
    found = [(align(words, text.words[head : head + room]), head) for head in heads]
    most, head = max(((share.kept, head) for share, head in found), default=(0.0, 0))
    if most <= LIKE:
        return [align(words, text.words).start]
    return [head + next(share.start for share, place in found if place == head)]


def _start(text: Text, entry: Entry, last: Entry | None, before: Span, body: Span) -> int:
    """The line where an article's stretch begins: at its title, behind the body of the one before.

    A title that the credit of the one before mentions begins nothing.
    """
    title = fold(entry.article.title)
    named = [span for span in _owed(text, last) if span[0] >= before[1]]
    titles = [
        at
        for at in find(title, text)
        if before[1] <= at <= body[0] and not any(a <= at and at + len(title) <= b for a, b in named)
    ]
    return text.places[min(titles, default=body[0])][0] if text.places[body[0] :] else 0


def _owed(text: Text, entry: Entry | None) -> Iterator[Span]:
    """Where the parts of an article's credit stand."""
    for passage in as_text(entry.credit, WIDE).splitlines() if entry else ():
        words = fold(passage)
        yield from ((at, at + len(words)) for at in find(words, text))


def _lines(part: Part, start: int, end: int) -> Part:
    anchors = tuple(replace(a, line=a.line - start) for a in part.anchors if start <= a.line < end)
    return replace(part, lines=part.lines[start:end], anchors=anchors)
