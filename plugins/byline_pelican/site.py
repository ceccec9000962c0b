"""What templates see of the site, as `byline`."""

from dataclasses import dataclass

from byline_pelican.configuration import Configuration
from byline_pelican.ezine import WEB_PAGE
from byline_pelican.feeds import RSS


@dataclass(frozen=True, slots=True)
class SiteView:
    """Addresses are relative to SITEURL, save `site_url` itself."""

    site_url: str
    tagline: str
    feed_url: str
    ezine_url: str
    language: str
    menu: tuple[tuple[str, str], ...] = (("Archive", "archives/"), ("Topics", "categories/"))


def site_view(configuration: Configuration, *, has_issue: bool) -> SiteView:
    """The site as templates see it; `ezine_url` is empty when there is no issue."""
    return SiteView(
        site_url=configuration.site_url,
        tagline=configuration.byline.tagline,
        feed_url=RSS,
        ezine_url=WEB_PAGE if has_issue else "",
        language=configuration.pelican["DEFAULT_LANG"],
    )
