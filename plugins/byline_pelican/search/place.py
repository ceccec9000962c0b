"""The page for searching, and whether there is one."""

from collections.abc import Iterator

from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.pages import SitePage

SEARCH = "search/"
INDEX_FOLDER = "pagefind"  # where its own script looks for the rest


def searchable(edition: Edition, configuration: Configuration) -> bool:
    """Whether the site has a search: it is wanted, and there is something to find."""
    return configuration.byline.search and bool(edition.published)


def search_page(edition: Edition, configuration: Configuration) -> Iterator[SitePage]:
    """The search page."""
    if searchable(edition, configuration):
        yield SitePage("search", SEARCH)
