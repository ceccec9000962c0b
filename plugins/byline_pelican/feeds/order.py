"""Which articles any feed may tell, and in which order: as they came here, newest first.

Pure. Some authors let web sites and newsletters reprint, and bar feeds.

An old article that was fetched today, or whose permission begins today, is new to those who follow: by its
own date it would stand in an archive that nobody looks into. So the last of these days counts, as far as they
are known: its own, that on which it was first fetched, that of a review that publishes it, and that on which
its terms begin. Of one day, the article's own date.
"""

from collections.abc import Iterable

from byline.frontmatter.fields import is_date
from byline.model import Permit, Use
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
    date, answer = sorting_text(article.date), entry.permits[Use.WEB]
    reviewed = answer.reviewed.on if isinstance(answer, Permit) and answer.reviewed else ""
    opened = [limit.value for limit in entry.terms.limits if limit.kind == "not_before"]
    days = (article.source.arrived or article.source.retrieved or "", reviewed, *opened)
    known = (day[:DAY] for day in days if _is_day(day[:DAY]) and day[:DAY] <= entry.on.isoformat())
    return max([date[:DAY], *known]), date, article.slug


def _is_day(text: str) -> bool:
    """Whether it is a day that the calendar has."""
    return len(text) == DAY and is_date(text)
