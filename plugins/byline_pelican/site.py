"""What templates see of the site, as `byline`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from byline_pelican.around import series_of
from byline_pelican.configuration import LISTINGS, Configuration
from byline_pelican.edition import Edition
from byline_pelican.ezine.places import WEB_PAGE
from byline_pelican.feeds.catalogue import feeds
from byline_pelican.feeds.discovery import FeedLink, discovery
from byline_pelican.feeds.places import FOLDER as FEEDS
from byline_pelican.listings import SERIES, Period, years
from byline_pelican.machine.head import SiteHead, site_head
from byline_pelican.machine.rsl import RSL, rsl
from byline_pelican.machine.terms import FOLDER as TERMS
from byline_pelican.pages import INDEX
from byline_pelican.search.place import SEARCH, searchable

INDEXES = ("archives", "categories", "authors", "tags")  # pages that the settings may leave out


@dataclass(frozen=True, slots=True)
class SiteView:
    """Addresses are relative to SITEURL, save `site_url` itself; one of a page that there is not is empty.

    Attributes:
        language: the texts', where they say nothing else; the theme's own words are English.
        listings: which of `author`, `category` and `tag` have pages of their own.
        menu: what the main menu leads to, each a name and an address.
        contact: a mail address for questions about reprints.
        years: of the archive, newest first.
        feeds: by the address of a page, the feeds that are its own; all others announce the home page's.
        head: what `_site_head.html` prints on pages that are no article.

    """

    site_url: str
    tagline: str
    contact: str
    feeds: Mapping[str, tuple[FeedLink, ...]]
    feeds_url: str
    ezine_url: str
    search_url: str
    archive_url: str
    topics_url: str
    authors_url: str
    tags_url: str
    series_url: str
    listings: tuple[str, ...]
    menu: tuple[tuple[str, str], ...]
    language: str
    years: tuple[Period, ...]
    terms_url: str
    rsl_url: str
    head: SiteHead
    check_url: str = ""


def site_view(configuration: Configuration, edition: Edition, *, has_issue: bool) -> SiteView:
    """The site as templates see it; `ezine_url` is empty when there is no issue."""
    settings = configuration.pelican
    archive, topics, authors, tags = (_index(name, settings) for name in INDEXES)
    ways = (("Archive", archive), ("Topics", topics))
    return SiteView(
        site_url=configuration.site_url,
        tagline=configuration.byline.tagline,
        contact=configuration.byline.contact,
        feeds=discovery(feeds(edition, configuration), configuration),
        feeds_url=FEEDS,
        ezine_url=WEB_PAGE if has_issue else "",
        search_url=SEARCH if searchable(edition, configuration) else "",
        archive_url=archive,
        topics_url=topics,
        authors_url=authors,
        tags_url=tags if any(entry.article.tags for entry in edition.published) else "",
        listings=tuple(name.lower() for name in LISTINGS if settings[f"{name}_SAVE_AS"]),
        menu=tuple(way for way in ways if way[1]),
        series_url=SERIES if series_of(edition) else "",
        language=configuration.language,
        years=years(edition),
        terms_url=TERMS,
        rsl_url=RSL if rsl(edition, configuration) else "",
        head=site_head(configuration),
    )


def _index(name: str, settings: Mapping[str, Any]) -> str:
    """Where Pelican writes one of its own lists; empty where it does not."""
    if name not in settings["DIRECT_TEMPLATES"]:
        return ""
    return folder(settings.get(f"{name.upper()}_SAVE_AS", f"{name}.html"))


def folder(save_as: str) -> str:
    """The address of a file, of which a web server finds some by their folder."""
    return save_as.removesuffix(INDEX) if f"/{save_as}".endswith(f"/{INDEX}") else save_as
