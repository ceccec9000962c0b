"""The feeds for people: a page that lists them, and for each a page that shows what it holds."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from byline.rights.credit import byline_html
from byline_pelican.configuration import Configuration
from byline_pelican.dates import spoken_date
from byline_pelican.edition import Edition, Entry
from byline_pelican.feeds.catalogue import feeds
from byline_pelican.feeds.changes import ASKED, Change, ChangeKind, html_of
from byline_pelican.feeds.discovery import FeedLink, links_of
from byline_pelican.feeds.feed import Feed
from byline_pelican.feeds.places import FOLDER, OPML
from byline_pelican.feeds.titles import GROUPS
from byline_pelican.pages import SitePage

AUDIENCE = {  # whom the main feeds are for
    "all": "For readers: each new piece comes to your feed reader.",
    "newsletter": "For editors of newsletters: a piece of it may go into an issue, on the terms it brings.",
    "web": "For editors of web sites: a piece of it may go onto a page of yours, on the terms it brings.",
    "changes": "For whoever has reprinted a piece from here: what to correct, and what to take down.",
}
HOMES = {  # what the page is called that a feed is the feed of
    "all": "The front page",
    "category": "The page of this topic",
    "author": "The page of this author",
    "tag": "The page of this tag",
}
EMPTY = {  # where a feed holds nothing
    "newsletter": "Nothing here may be reprinted in newsletters by its words alone, so far.",
    "web": "Nothing here may be reprinted on web sites by its words alone, so far.",
    "changes": "Nothing has been corrected or withdrawn so far.",
    "partner": "Nothing here fits this feed so far.",
}
NOTHING = "Nothing has been published here yet."
COMPACT = {"licence", "category", "author", "tag"}  # of which a site may have hundreds
CHANGED = {ChangeKind.CORRECTION: "Correction", ChangeKind.WITHDRAWAL: "Withdrawn"}


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed as templates see it; addresses are below SITEURL.

    Attributes:
        audience: whom it is for; empty where its name says so.
        url: of its own page.
        home: of the page that it is a feed of.
        home_name: what that page is called; empty where it is the feed's own.
        links: one a format.
        count: of the items that it holds.
        total: of those that belong into it.
        archived: whether archives hold what it has no room for.
        shape: how it tells an item, in a sentence.
        empty: what stands where it holds nothing.
        compact: whether there may be hundreds of its kind.
        searched: whether search engines may list its page; they do not where another page lists the same, nor
            where it is for one partner.

    """

    kind: str
    name: str
    about: str
    audience: str
    url: str
    home: str
    home_name: str
    links: tuple[FeedLink, ...]
    count: int
    total: int
    archived: bool
    shape: str
    empty: str
    compact: bool
    searched: bool


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A correction or a withdrawal as templates see it; `label` says which of the two."""

    label: str
    title: str
    language: str
    url: str
    byline: Markup
    asked: str
    text: Markup


def feed_view(feed: Feed, configuration: Configuration) -> FeedView:
    """What a template may print of a feed."""
    own = feed.home == feed.twin
    return FeedView(
        kind=feed.kind,
        name=feed.name,
        about=feed.about,
        audience=AUDIENCE.get(feed.kind, ""),
        url=feed.twin,
        home=feed.home,
        home_name="" if own else HOMES.get(feed.kind, ""),
        links=links_of(feed, configuration),
        count=len(feed.shown),
        total=len(feed.members),
        archived=feed.kind in configuration.byline.feeds.archives,
        shape=_shape(feed),
        empty=EMPTY.get(feed.kind, NOTHING),
        compact=feed.kind in COMPACT,
        searched=own and feed.kind != "partner",
    )


def _shape(feed: Feed) -> str:
    """How a feed tells an item."""
    shape = feed.shape
    if feed.kind == "changes":
        return "An item says what was changed, and of which piece; it does not repeat the piece."
    if not shape.full:
        return "An item is a summary; the piece and its credit are on its page here."
    form = "" if shape.html else ", as plain text"
    pictures = ", without the pictures that may not go along" if shape.lent and shape.html else ""
    return f"An item is the whole piece with its whole credit{form}{pictures}."


def feed_pages(edition: Edition, configuration: Configuration) -> Iterator[SitePage]:
    """The list of all feeds, and each feed's page."""
    found = feeds(edition, configuration)
    views = [feed_view(feed, configuration) for feed in found]
    groups = [(name, [view for view in views if view.kind in kinds]) for kinds, name in GROUPS]
    context = {"groups": [group for group in groups if group[1]], "opml": OPML}
    yield SitePage("feeds", FOLDER, context)
    for feed, view in zip(found, views, strict=True):
        entries = [member for member in feed.shown if isinstance(member, Entry)]
        changes = [_change(member, configuration) for member in feed.shown if isinstance(member, Change)]
        yield SitePage("feed", feed.twin, {"feed": view, "changes": changes}, entries)


def _change(change: Change, configuration: Configuration) -> ChangeView:
    article = change.entry.article
    return ChangeView(
        label=CHANGED[change.kind],
        title=article.title,
        language=article.language or "",
        url=configuration.pelican["ARTICLE_URL"].format(slug=article.slug),
        byline=Markup(byline_html(change.entry.credit)) if article.authors else Markup(),  # noqa: S704  escaped where it is made
        asked=ASKED[change.kind].format(spoken_date(change.on)),
        text=Markup(html_of(change)),  # noqa: S704  sanitised there
    )
