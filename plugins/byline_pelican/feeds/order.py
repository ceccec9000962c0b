"""Which articles any feed may tell, and in which order: as they came here, newest first.

Pure. Some authors let web sites and newsletters reprint, and bar feeds.

An old article that was fetched today is new to those who follow: by its own date it would stand in an archive
that nobody looks into. So the day on which it was fetched counts, where that is known and later; of one day,
the article's own date.
"""

from collections.abc import Iterable

from byline.rights.limits import feed_bar
from byline_pelican.dates import sorting_text
from byline_pelican.edition import Entry, Withheld

DAY = len("2026-03-14")


def by_arrival(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The articles, newest first."""
    return tuple(sorted(entries, key=_arrival, reverse=True))


def unbarred(
    entries: Iterable[Entry], *, republishing: bool = False
) -> tuple[tuple[Entry, ...], tuple[Withheld, ...]]:
    """Those that no words bar from feeds, or from feeds for those who reprint; and the others."""
    told: list[Entry] = []
    barred: list[Withheld] = []
    for entry in entries:
        bar = feed_bar(entry.terms, republishing=republishing)
        if bar:
            barred.append(Withheld(entry, bar.reason, bar.words, bar.mend))
        else:
            told.append(entry)
    return tuple(told), tuple(barred)


def _arrival(entry: Entry) -> tuple[str, str, str]:
    article = entry.article
    date = sorting_text(article.date)
    return max(date[:DAY], (article.source.retrieved or "")[:DAY]), date, article.slug
