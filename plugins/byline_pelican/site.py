"""What templates see of the site, as `byline`."""

from dataclasses import dataclass

from byline_pelican.around import series_of
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.ezine import WEB_PAGE
from byline_pelican.feeds import RSS
from byline_pelican.listings import FEEDS, SERIES, Period, years
from byline_pelican.machine.head import SiteHead, site_head
from byline_pelican.machine.rsl import RSL, rsl
from byline_pelican.machine.terms import FOLDER as TERMS
from byline_pelican.search.place import SEARCH, searchable


@dataclass(frozen=True, slots=True)
class SiteView:
    """Addresses are relative to SITEURL, save `site_url` itself; one of a page that there is not is empty.

    Attributes:
        contact: a mail address for questions about reprints.
        years: of the archive, newest first.
        head: what `_site_head.html` prints on pages that are no article.

    """

    site_url: str
    tagline: str
    contact: str
    feed_url: str
    feeds_url: str
    ezine_url: str
    search_url: str
    series_url: str
    language: str
    years: tuple[Period, ...]
    terms_url: str
    rsl_url: str
    head: SiteHead
    check_url: str = ""
    menu: tuple[tuple[str, str], ...] = (("Archive", "archives/"), ("Topics", "categories/"))


def site_view(configuration: Configuration, edition: Edition, *, has_issue: bool) -> SiteView:
    """The site as templates see it; `ezine_url` is empty when there is no issue."""
    return SiteView(
        site_url=configuration.site_url,
        tagline=configuration.byline.tagline,
        contact=configuration.byline.contact,
        feed_url=RSS,
        feeds_url=FEEDS,
        ezine_url=WEB_PAGE if has_issue else "",
        search_url=SEARCH if searchable(edition, configuration) else "",
        series_url=SERIES if series_of(edition) else "",
        language=configuration.pelican["DEFAULT_LANG"],
        years=years(edition),
        terms_url=TERMS,
        rsl_url=RSL if rsl(edition, configuration) else "",
        head=site_head(configuration),
    )
