"""All that a build writes beside Pelican's own pages: two tables.

To add a page, write a maker and add it to PAGES; to add a file of another kind, to FILES. A place that does
not depend on the articles goes into PLACES, so that no page of the site's own takes it.
"""

from collections.abc import Callable, Iterable

from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.ezine import WEB_PAGE
from byline_pelican.feeds import RSS, rss
from byline_pelican.listings import FEEDS, SERIES, feed_page, missing_page, period_pages, series_pages
from byline_pelican.pages import INDEX, PageMaker

File = tuple[str, bytes]  # its place below the output folder, and what it holds
FileMaker = Callable[[Edition, Configuration], Iterable[File]]


def _feed(edition: Edition, configuration: Configuration) -> Iterable[File]:
    yield RSS, rss(edition, configuration)


PAGES: tuple[PageMaker, ...] = (period_pages, series_pages, feed_page, missing_page)
FILES: tuple[FileMaker, ...] = (_feed,)

PLACES = (RSS, WEB_PAGE, "404.html", *(f"{folder}{INDEX}" for folder in (FEEDS, SERIES)))  # no page's own
