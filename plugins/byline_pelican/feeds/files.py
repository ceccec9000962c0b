"""Every feed as files: RSS, Atom and JSON of each, the archives of those that have more, and OPML.

Pure: the same articles give the same bytes, for every date comes from them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from byline.render import printable
from byline_pelican.configuration import Configuration
from byline_pelican.dates import later, moment
from byline_pelican.edition import Edition, Entry
from byline_pelican.feeds.archives import archive_name, cuts
from byline_pelican.feeds.article import updated_of
from byline_pelican.feeds.catalogue import feeds
from byline_pelican.feeds.changes import id_of, is_gone
from byline_pelican.feeds.extension import Link
from byline_pelican.feeds.feed import Feed
from byline_pelican.feeds.jsonfeed import json_feed
from byline_pelican.feeds.opml import opml
from byline_pelican.feeds.places import ATOM, JSON, OPML, RSS, Format
from byline_pelican.feeds.shelf import Made, Shelf
from byline_pelican.feeds.titles import title_of
from byline_pelican.feeds.xml import Channel, atom, rss
from byline_pelican.machine.places import absolute

File = tuple[str, bytes]


def feed_files(edition: Edition, configuration: Configuration) -> Iterator[File]:
    """All files of all feeds."""
    found = feeds(edition, configuration)
    shelf = Shelf.of(configuration)
    for feed in found:
        yield from files_of(feed, shelf)
    yield OPML, opml(found, configuration)


def files_of(feed: Feed, shelf: Shelf) -> Iterator[File]:
    """The files of one feed, its archives first."""
    newest = ""
    for name, data in _archives(feed, shelf):
        yield name, data
        newest = name
    made = shelf.take(feed.shown, feed.shape)
    plain = _channel(feed, made, shelf.configuration)
    for form, write in WRITERS.items():
        channel = _in_format(plain, feed, form, newest, shelf.configuration)
        yield feed.file(form), write(channel, made, shelf.configuration)


Writer = Callable[[Channel, Sequence[Made], Configuration], bytes]

WRITERS: Mapping[Format, Writer] = {
    RSS: lambda channel, made, _: rss(channel, (item.rss for item in made)),
    ATOM: lambda channel, made, _: atom(channel, (item.atom for item in made)),
    JSON: lambda channel, made, c: json_feed(channel, [item.json for item in made], c.byline.feeds.hub),
}


def _archives(feed: Feed, shelf: Shelf) -> Iterator[File]:
    """The archives, oldest first; each leads to the one before, and none to the next, which is to come."""
    configuration = shelf.configuration
    before = ""
    kept = feed.kind in configuration.byline.feeds.archives
    for number, members in cuts(feed.members, feed.limit) if kept else ():
        made = shelf.take(members, feed.shape)
        plain = _channel(feed, made, configuration)
        links = [*plain.links, Link("current", absolute(feed.file(ATOM), configuration), ATOM.media)]
        if before:
            links.append(Link("prev-archive", absolute(before, configuration), ATOM.media))
        title = f"{plain.title}, archive {number}"
        plain = replace(plain, title=title, links=tuple(links), history="archive")
        name = archive_name(feed.place, number, [repr(plain), *(item.digest for item in made)])
        address = absolute(name, configuration)
        channel = replace(plain, id=address, links=(Link("self", address, ATOM.media), *links))
        yield name, atom(channel, (item.atom for item in made))
        before = name


def _channel(feed: Feed, made: Sequence[Made], configuration: Configuration) -> Channel:
    """What a feed says of itself in every format, and in its archives."""
    home = absolute(feed.home, configuration)
    return Channel(
        id="",
        title=title_of(feed, configuration),
        about=printable(feed.about),
        home=home,
        language=configuration.language,
        updated=max((item.item.updated for item in made), default=None),
        links=(Link("alternate", home, "text/html"),),
    )


def _in_format(
    plain: Channel, feed: Feed, form: Format, newest: str, configuration: Configuration
) -> Channel:
    """The same in one format; `newest` is its newest archive."""
    address = absolute(feed.file(form), configuration)
    links = [Link("self", address, form.media), *plain.links]
    if configuration.byline.feeds.hub:
        links.append(Link("hub", configuration.byline.feeds.hub))
    if newest:
        links.append(Link("prev-archive", absolute(newest, configuration), ATOM.media))
    complete = "complete" if len(feed.members) <= feed.limit else ""
    gone = tuple(_tombstone(entry, configuration) for entry in feed.withdrawn if is_gone(entry))
    return replace(plain, id=address, links=tuple(links), history=complete, withdrawn=gone)


def _tombstone(entry: Entry, configuration: Configuration) -> tuple[str, datetime]:
    """The id of what is gone, and when: later than whatever a reader holds of it, or it would stay."""
    said = entry.article.withdrawn
    last = later(updated_of(entry.article, configuration), 1)
    return id_of(entry), max(moment(said.on if said else None, configuration) or last, last)
