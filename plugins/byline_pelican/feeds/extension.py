"""What feedgen 1.0 lacks, as its one extension: rights, sources, pictures, archives, hubs.

feedgen hands each extension the live lxml element, so that what it has written can be mended too. In Atom its
elements have no namespace but an `xmlns` attribute, so ours for Atom have none either; in RSS they have
Atom's. To write one more element, add it in one of the four `extend_…`.

Dublin Core terms: https://www.dublincore.org/specifications/dublin-core/dcmi-terms/
Licence links: RFC 4946. Sources and `via`: RFC 4287. Archives: RFC 5005. Withdrawn entries: RFC 6721.
Pictures: Media RSS 1.5.1, https://www.rssboard.org/media-rss
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from feedgen.ext.base import BaseEntryExtension, BaseExtension
from lxml.etree import SubElement

from byline_pelican.feeds.item import Item, Media

ATOM_NAMESPACE = "http://www.w3.org/2005/Atom"
ATOM = f"{{{ATOM_NAMESPACE}}}"
ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
DCTERMS = "http://purl.org/dc/terms/"
MEDIA = "http://search.yahoo.com/mrss/"
HISTORY = "http://purl.org/syndication/history/1.0"
TOMBSTONES = "http://purl.org/atompub/tombstones/1.0"
XML = "{http://www.w3.org/XML/1998/namespace}"
NAMESPACES = {"dcterms": DCTERMS, "media": MEDIA, "fh": HISTORY}

Element = Any  # lxml's; feedgen has no types


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a feed or an item; `type` and `title` may be empty."""

    rel: str
    href: str
    type: str = ""
    title: str = ""

    def write(self, parent: Element, namespace: str = "") -> None:
        """As the last child of `parent`."""
        said = {"rel": self.rel, "type": self.type, "title": self.title, "href": self.href}
        SubElement(parent, f"{namespace}link", {name: value for name, value in said.items() if value})


class BylineFeed(BaseExtension):  # type: ignore[misc]  # feedgen has no types
    """The feed's side.

    Attributes:
        links: all but RSS's own `<link>`.
        history: `complete` or `archive`, of RFC 5005; empty for a feed that has archives.
        updated: of its newest item; feedgen would take the clock where it is None.
        withdrawn: ids of what once was here, each with the day on which it was withdrawn.

    """

    def __init__(self) -> None:
        """Nothing said yet."""
        self.links: tuple[Link, ...] = ()
        self.history = ""
        self.updated: datetime | None = None
        self.withdrawn: tuple[tuple[str, datetime], ...] = ()

    def extend_ns(self) -> dict[str, str]:
        """The prefixes of what this extension writes."""
        return dict(NAMESPACES)

    def extend_rss(self, rss: Element) -> Element:
        """Links and history into the channel; no date that the items do not have."""
        channel = rss[0]
        clock = [] if self.updated else channel.findall("lastBuildDate")
        for own in (*channel.findall(f"{ATOM}link"), *clock):
            channel.remove(own)
        for link in self.links:
            if link.rel != "alternate":  # RSS has an element of its own for it
                link.write(channel, ATOM)
        self._mark(channel)
        return rss

    def extend_atom(self, feed: Element) -> Element:
        """The same for Atom."""
        for own in list(feed.iterchildren("link")):
            feed.remove(own)
        for link in self.links:
            link.write(feed)
        self._mark(feed)
        for own, when in self.withdrawn:
            said = {"ref": own, "when": when.isoformat()}
            SubElement(feed, f"{{{TOMBSTONES}}}deleted-entry", said, {"at": TOMBSTONES})  # RSS has none
        return feed

    def _mark(self, parent: Element) -> None:
        if self.history:
            SubElement(parent, f"{{{HISTORY}}}{self.history}")


class BylineEntry(BaseEntryExtension):  # type: ignore[misc]
    """An item's side; `item` is what it tells."""

    item: Item

    def extend_rss(self, element: Element) -> Element:
        """Rights, licence, origin and pictures of an RSS item; its description as HTML, for it is read so."""
        told = escape(self.item.text or self.item.summary, quote=False)
        element.find("description").text = f"<pre>{told}</pre>" if self.item.text else told
        for encoded in element.findall(ENCODED) if self.item.text else ():
            element.remove(encoded)  # feedgen puts plain text there too
        for name, words in _terms(self.item):
            _said(element, f"{{{DCTERMS}}}{name}", words)
        for link in _rights_links(self.item):
            link.write(element, ATOM)
        self._pictures(element)
        return element

    def extend_atom(self, element: Element) -> Element:
        """The same for an Atom entry, whose links and source feedgen does not write whole."""
        item = self.item
        if item.language:
            element.set(f"{XML}lang", item.language)
        for own in list(element.iterchildren("link", "source")):
            element.remove(own)
        Link("alternate", item.url, "text/html").write(element)
        for link in _rights_links(item):
            link.write(element)
        if item.origin:
            source = SubElement(element, "source")
            _said(source, "id", item.origin.url)
            _said(source, "title", item.origin.title)
            _said(source, "updated", item.origin.updated.isoformat())
            Link("alternate", item.origin.url).write(source)
        for name, words in _terms(item):
            _said(element, f"{{{DCTERMS}}}{name}", words)
        self._pictures(element)
        return element

    def _pictures(self, element: Element) -> None:
        for picture in self.item.pictures:
            _picture(element, picture)


def _terms(item: Item) -> Iterator[tuple[str, str]]:
    yield from (("rightsHolder", holder) for holder in item.holders)
    if item.licence:
        yield "license", item.licence
    if item.citation:
        yield "bibliographicCitation", item.citation
    if item.modified:
        yield "modified", item.modified.isoformat()


def _rights_links(item: Item) -> Iterator[Link]:
    if item.licence:
        yield Link("license", item.licence)
    if item.origin:
        yield Link("via", item.origin.url)


def _picture(parent: Element, picture: Media) -> None:
    """No media:license and no media:description: feedparser takes them for the item's own."""
    said = {"url": picture.url, "type": picture.type, "medium": "image"}
    content = SubElement(
        parent, f"{{{MEDIA}}}content", {name: value for name, value in said.items() if value}
    )
    if picture.alt:
        _said(content, f"{{{MEDIA}}}title", picture.alt, type="plain")
    if picture.credit:
        _said(content, f"{{{MEDIA}}}credit", picture.credit)
    claimed = "©" in picture.credit or "copyright" in picture.credit.lower()
    if picture.licence:
        _said(content, f"{{{MEDIA}}}copyright", picture.credit or picture.licence, url=picture.licence)
    elif claimed:
        _said(content, f"{{{MEDIA}}}copyright", picture.credit)


def _said(parent: Element, name: str, words: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = words
