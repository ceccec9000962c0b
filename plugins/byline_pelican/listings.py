"""Pages that list articles and that Pelican has no like of: archives by year and month, series.

Pure. Pelican's own archives by period would file an article whose month is not known under January.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from byline_pelican.around import series_of
from byline_pelican.configuration import Configuration
from byline_pelican.dates import MONTHS, spoken_date
from byline_pelican.edition import Edition, Entry
from byline_pelican.pages import SitePage

YEAR, MONTH = len("2005"), len("2005-03")
SERIES = "series/"
ARCHIVE = "archives/"


@dataclass(frozen=True, slots=True)
class Period:
    """A year or a month in which something was published.

    Attributes:
        name: `2005`, or `March 2005`.
        short: `2005`, or `March`.
        url: of its page, below SITEURL.
        count: of its articles.
        months: of a year, those that are known, newest first.

    """

    name: str
    short: str
    url: str
    count: int
    months: tuple["Period", ...] = ()


@dataclass(frozen=True, slots=True)
class Listed:
    """A series as its own list shows it."""

    name: str
    url: str
    count: int


def years(edition: Edition) -> tuple[Period, ...]:
    """The years of the archive, newest first, each with its months."""
    return tuple(
        Period(year, year, f"{ARCHIVE}{year}/", len(entries), tuple(_months(entries)))
        for year, entries in _by(edition.published, YEAR)
    )


def _months(entries: Iterable[Entry]) -> Iterator[Period]:
    for month, found in _by(entries, MONTH):
        name = MONTHS[int(month[-2:]) - 1]
        yield Period(spoken_date(month), name, f"{ARCHIVE}{month.replace('-', '/')}/", len(found))


def _by(entries: Iterable[Entry], length: int) -> Iterator[tuple[str, Sequence[Entry]]]:
    """The entries by the first characters of their date, where it is known so far; newest first."""
    dated = [entry for entry in entries if len(entry.article.date or "") >= length]
    for key, found in groupby(dated, key=lambda entry: (entry.article.date or "")[:length]):
        yield key, list(found)


def period_pages(edition: Edition, _configuration: Configuration) -> Iterator[SitePage]:
    """A page for each year and each month in which something is known to have been published."""
    by_url = {f"{ARCHIVE}{key}/": found for key, found in _by(edition.published, YEAR)}
    by_url |= {f"{ARCHIVE}{key.replace('-', '/')}/": found for key, found in _by(edition.published, MONTH)}
    found_years = years(edition)
    for period in (p for year in found_years for p in (year, *year.months)):
        yield SitePage("period", period.url, {"period": period}, by_url[period.url])


def series_pages(edition: Edition, _configuration: Configuration) -> Iterator[SitePage]:
    """A page for each series, first part first, and one that lists them."""
    found = series_of(edition)
    if not found:
        return
    lines = []
    for slug, parts in sorted(found.items()):
        name, url = str(parts[0].article.series), f"{SERIES}{slug}/"
        lines.append(Listed(name, url, len(parts)))
        yield SitePage("series", url, {"series_name": name}, parts)
    yield SitePage("all_series", SERIES, {"lines": lines})


def missing_page(_edition: Edition, configuration: Configuration) -> Iterator[SitePage]:
    """What a web server shows where there is no page: at any depth, and on any host that has the site."""
    top = urlsplit(configuration.site_url).path
    yield SitePage("404", "404.html", {"SITEURL": top}, absolute=True)
