"""Which feeds a page announces in its head: its own, and that of everything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from byline_pelican.configuration import Configuration
from byline_pelican.feeds.feed import Feed
from byline_pelican.feeds.places import FORMATS
from byline_pelican.feeds.titles import title_of


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed in one format: what people call that, its media type, and its address below SITEURL."""

    title: str
    format: str
    type: str
    url: str


def links_of(feed: Feed, configuration: Configuration) -> tuple[FeedLink, ...]:
    """A feed in each of its formats."""
    title = title_of(feed, configuration)
    return tuple(FeedLink(title, form.name, form.media, feed.file(form)) for form in FORMATS)


def discovery(found: Sequence[Feed], configuration: Configuration) -> Mapping[str, tuple[FeedLink, ...]]:
    """By the address of a page below SITEURL, the feeds that are its own; all others have the first."""
    own: dict[str, tuple[FeedLink, ...]] = {}
    for feed in found:
        own[feed.twin] = links_of(feed, configuration)
        own[feed.home] = links_of(feed, configuration)
    return own
