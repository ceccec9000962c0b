"""RSS 2.0 and Atom, written by feedgen with our extension.

Many documents hold the same item, and feedgen would write it anew for each: so it writes each item once, and
each document without items, and here they are put together.

RSS 2.0: https://www.rssboard.org/rss-specification and its profile. Atom: RFC 4287.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.ext.dc import DcEntryExtension, DcExtension
from feedgen.feed import FeedGenerator
from lxml.etree import Element, tostring

from byline_pelican.feeds.extension import ATOM_NAMESPACE, NAMESPACES, BylineEntry, BylineFeed, Link
from byline_pelican.feeds.item import EARLIEST, Item

NAME = "byline"  # of the extension
GENERATOR = "Byline"
UNNAMED = "Author not named"  # Atom must name somebody, and the site is not the author
IN_ATOM = NAMESPACES
IN_RSS = {
    **NAMESPACES,
    "atom": ATOM_NAMESPACE,
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself.

    Attributes:
        id: for Atom.
        home: the page that it is a feed of.
        updated: of its newest item; None where it has none.
        links: all of them.
        history, withdrawn: as `BylineFeed` has them.

    """

    id: str
    title: str
    about: str
    home: str
    language: str
    updated: datetime | None = None
    links: tuple[Link, ...] = ()
    history: str = ""
    withdrawn: tuple[tuple[str, datetime], ...] = ()


def rss_item(item: Item) -> bytes:
    """An item as feedgen writes it into RSS."""
    return _written(_entry(item).rss_entry(), IN_RSS)


def atom_entry(item: Item) -> bytes:
    """An item as feedgen writes it into Atom."""
    return _written(_entry(item).atom_entry(), IN_ATOM)


def _written(element: Any, prefixes: dict[str, str]) -> bytes:
    """An element as it stands in a document that has declared these prefixes."""
    root = Element("root", nsmap=prefixes)
    root.append(element)
    inside = tostring(root, encoding="UTF-8", pretty_print=True)
    return bytes(inside[inside.index(b">\n") + 2 : inside.rindex(b"</root>")])


def _entry(item: Item) -> FeedEntry:
    entry = FeedEntry()
    entry.register_extension("dc", DcEntryExtension, atom=False)
    entry.register_extension(NAME, BylineEntry)
    entry.byline.item = item
    entry.guid(item.id, permalink=False)
    entry.title(item.title)
    entry.link(href=item.url)
    entry.updated(item.updated)
    if item.published:
        entry.published(item.published)
    _told(entry, item)
    entry.author(
        [{"name": a.name} | ({"uri": a.url} if a.url else {}) for a in item.authors] or [{"name": UNNAMED}]
    )
    entry.category([{"term": name} for name in item.categories])
    entry.dc.dc_creator([author.name for author in item.authors])
    if item.rights:
        entry.dc.dc_rights(item.rights)
        entry.rights(item.rights)
    if item.origin:
        entry.source(item.origin.url, item.origin.title)
    return entry


def _told(entry: FeedEntry, item: Item) -> None:
    """Summary and text; feedgen would take one for HTML in both formats, so our extension writes RSS's."""
    entry.summary(item.summary)
    if item.text or item.html:
        entry.content(item.text or item.html, type="text" if item.text else "html")


def rss(channel: Channel, items: Iterable[bytes]) -> bytes:
    """RSS 2.0 of what `rss_item` has written."""
    return _filled(_generator(channel).rss_str(pretty=True), b"  </channel>", items)


def atom(channel: Channel, entries: Iterable[bytes]) -> bytes:
    """Atom 1.0 of what `atom_entry` has written."""
    return _filled(_generator(channel).atom_str(pretty=True), b"</feed>", entries)


def _filled(document: bytes, end: bytes, items: Iterable[bytes]) -> bytes:
    """A document that feedgen has written without items, with them."""
    place = document.rindex(end)
    return b"".join([document[:place], *items, document[place:]])


def _generator(channel: Channel) -> FeedGenerator:
    feed = FeedGenerator()
    feed.register_extension("dc", DcExtension, DcEntryExtension, atom=False)
    feed.register_extension(NAME, BylineFeed, BylineEntry)
    feed.byline.links = channel.links
    feed.byline.history = channel.history
    feed.byline.updated = channel.updated
    feed.byline.withdrawn = channel.withdrawn
    feed.id(channel.id)
    feed.title(channel.title)
    feed.subtitle(channel.about)
    feed.description(channel.about)
    feed.language(channel.language)
    feed.generator(GENERATOR)
    feed.link(href=channel.home, rel="alternate")
    feed.updated(channel.updated or EARLIEST)
    return feed
