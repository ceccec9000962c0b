"""All that a build writes beside Pelican's own pages: two tables.

To add a page, write a maker and add it to PAGES; to add a file of another kind, to FILES. A place that does
not depend on the articles goes into PLACES, so that no page of the site's own takes it.
"""

from collections.abc import Callable, Iterable

from byline_pelican.cards.address import SITE_CARD
from byline_pelican.cards.cache import cards
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.ezine.pages import leaving_page
from byline_pelican.ezine.places import FOLDER as EZINE
from byline_pelican.ezine.places import LEAVE, WEB_PAGE
from byline_pelican.feeds.files import feed_files
from byline_pelican.feeds.pages import feed_pages
from byline_pelican.feeds.places import FOLDER as FEEDS
from byline_pelican.feeds.places import OPML
from byline_pelican.headers import NAME as HEADERS_FILE
from byline_pelican.headers import headers
from byline_pelican.icon import ICON, icon
from byline_pelican.kit.page import kit_files, kit_pages
from byline_pelican.listings import SERIES, missing_page, period_pages, series_pages
from byline_pelican.machine.odrl import odrl_files, offers
from byline_pelican.machine.robots import ROBOTS, robots_file
from byline_pelican.machine.rsl import rsl_file
from byline_pelican.machine.tdm import TDMREP, tdm_file
from byline_pelican.machine.terms import FOLDER as TERMS
from byline_pelican.machine.terms import terms_pages
from byline_pelican.pages import INDEX, PageMaker, SitePage
from byline_pelican.search.place import INDEX_FOLDER, SEARCH, search_page
from byline_pelican.sitemap import SITEMAP
from byline_pelican.withdrawn import withdrawn_pages

File = tuple[str, bytes]  # its place below the output folder, and what it holds
FileMaker = Callable[[Edition, Configuration], Iterable[File]]


def _terms(edition: Edition, configuration: Configuration) -> Iterable[SitePage]:
    return terms_pages(edition, configuration, offers(edition, configuration))


PAGES: tuple[PageMaker, ...] = (
    period_pages,
    series_pages,
    feed_pages,
    missing_page,
    leaving_page,
    search_page,
    _terms,
    kit_pages,
    withdrawn_pages,
)
FILES: tuple[FileMaker, ...] = (
    feed_files,
    odrl_files,
    rsl_file,
    robots_file,
    tdm_file,
    cards,
    icon,
    headers,
    kit_files,
)
GIVE_WAY = {SITE_CARD, ICON, HEADERS_FILE, ROBOTS, TDMREP, SITEMAP}  # a site may publish its own instead

PLACES = (
    OPML,
    WEB_PAGE,
    "404.html",
    *(
        f"{folder}{INDEX}"
        for folder in (FEEDS, f"{EZINE}/", SERIES, TERMS, SEARCH, LEAVE, f"{INDEX_FOLDER}/")
    ),
)  # no page's own
