"""What feeds are called, and how they are grouped for people."""

from byline.render import printable
from byline_pelican.configuration import Configuration
from byline_pelican.feeds.feed import Feed

GROUPS = (  # kinds, and what lists call them together
    (("all", "newsletter", "web", "changes"), "The whole site"),
    (("partner",), "For partners"),
    (("licence",), "By licence"),
    (("category",), "By category"),
    (("author",), "By author"),
    (("tag",), "By tag"),
)


def title_of(feed: Feed, configuration: Configuration) -> str:
    """A feed's title for those who see it away from the site: the site's name, and its own."""
    site = " ".join(printable(configuration.site_name).split())
    own = " ".join(printable(feed.name).split())
    return site if feed.kind == "all" else f"{site}: {own}"
