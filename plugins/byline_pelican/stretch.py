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
from byline_pelican.edition import Entry
from byline_pelican.leaks import words_of


def cut(part: Part, entries: Sequence[Entry]) -> Iterator[tuple[Entry, Part]]:
    """Each article with its own stretch of the part; an empty one where the article is not there."""
    text = Text.of(part.lines)
    bodies = {body: entry for entry in entries if (body := _body(text, entry)) is not None}
    order = sorted(bodies)
    starts = [_start(text, bodies[at], before, at) for before, at in pairwise([(0, 0), *order])]
    for place, start, end in zip(order, starts, [*starts[1:], len(part.lines)], strict=False):
        yield bodies[place], _lines(part, start, end)
    placed = {entry.article.path for entry in bodies.values()}
    for entry in entries:
        if entry.article.path not in placed:
            yield entry, _lines(part, 0, 0)


def _body(text: Text, entry: Entry) -> Span | None:
    """The words of a part that are an article's body: of several places, the nearest to its title."""
    title, words = fold(entry.article.title), words_of(entry)
    heads = [head + len(title) for head in find(title, text)]
    bodies = find(words, text)
    if not words:
        bodies = heads[-1:]
    elif not bodies:
        near = bool(containment(words, text.words))
        bodies = [align(words, text.words).start] if near else find(words[:1], text)
    nearest = [(at - head, at) for head in heads for at in bodies if at >= head]
    at = min(nearest)[1] if nearest else min(bodies, default=None)
    return None if at is None else (at, at + len(words))


def _start(text: Text, entry: Entry, before: Span, body: Span) -> int:
    """The line where an article's stretch begins: at its title, behind the body of the one before."""
    titles = [at for at in find(fold(entry.article.title), text) if before[1] <= at <= body[0]]
    return text.places[min(titles, default=body[0])][0] if text.places[body[0] :] else 0


def _lines(part: Part, start: int, end: int) -> Part:
    anchors = tuple(replace(a, line=a.line - start) for a in part.anchors if start <= a.line < end)
    return replace(part, lines=part.lines[start:end], anchors=anchors)
