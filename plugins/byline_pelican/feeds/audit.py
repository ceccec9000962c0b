"""The feeds, read back before they are published: each item belongs there, and is whole with its credit.

Every feed and archive is parsed as its readers will parse it; an item that many tell in the same words is
judged once.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

import msgspec
from lxml import etree

from byline.check.align import containment
from byline.check.words import fold
from byline.extract.markdown import plain_text
from byline_pelican.audit import EXCERPT, Output
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition, Entry
from byline_pelican.feeds.catalogue import feeds
from byline_pelican.feeds.changes import Change, Member, id_of
from byline_pelican.feeds.feed import Feed
from byline_pelican.feeds.item import Shape, authors_of, line
from byline_pelican.feeds.places import ATOM, FORMATS, JSON, RSS
from byline_pelican.feeds.xml import UNNAMED
from byline_pelican.kit.judged import fault_in
from byline_pelican.leaks import Leaks, legible, words_of

ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
OF_ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/elements/1.1/}"
FRAME = 40  # words, at most, that a change is told with beside its own
TAG = re.compile(r"<[^<>]*>")
PRE = re.compile(r"^<pre>|</pre>$")  # around plain text, where HTML is asked for
MOST = 0.9  # of the words of notices and statement; a link among them may be told as its words alone


@dataclass(frozen=True, slots=True)
class Told:
    """An item as a reader meets it.

    Attributes:
        html: of the article, where the feed has it.
        text: otherwise what it has as plain text.
        names: of the authors.
        rights: notices and statement.
        all: every word of the item.

    """

    id: str
    title: str
    html: str
    text: str
    names: tuple[str, ...]
    rights: str
    all: str


@dataclass(frozen=True, slots=True)
class ReadBack:
    """A feed's items, and every word that stands beside them."""

    items: tuple[Told, ...]
    rest: str


def read_rss(data: bytes) -> ReadBack:
    """RSS as feed readers take it."""
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    items = tuple(_rss_item(item) for item in root.iter("item"))
    return ReadBack(items, _taken_out(root, "item"))


def _rss_item(item: Any) -> Told:
    html = item.findtext(ENCODED) or ""
    told = "" if html else item.findtext("description") or ""
    return Told(
        id=item.findtext("guid") or "",
        title=item.findtext("title") or "",
        html=html,
        text=unescape(PRE.sub("", told)),
        names=tuple(creator.text or "" for creator in item.findall(f"{DC}creator")),
        rights=item.findtext(f"{DC}rights") or "",
        all=_words_in(item),
    )


def read_atom(data: bytes) -> ReadBack:
    """Atom as feed readers take it."""
    root = etree.fromstring(data, etree.XMLParser(huge_tree=True))
    items = tuple(_atom_item(entry) for entry in root.iter(f"{OF_ATOM}entry"))
    return ReadBack(items, _taken_out(root, f"{OF_ATOM}entry"))


def _atom_item(entry: Any) -> Told:
    content = entry.find(f"{OF_ATOM}content")
    is_html = content is not None and content.get("type") == "html"
    said = content.text or "" if content is not None else entry.findtext(f"{OF_ATOM}summary") or ""
    names = tuple(name.text or "" for name in entry.findall(f"{OF_ATOM}author/{OF_ATOM}name"))
    return Told(
        id=entry.findtext(f"{OF_ATOM}id") or "",
        title=entry.findtext(f"{OF_ATOM}title") or "",
        html=said if is_html else "",
        text="" if is_html else said,
        names=() if names == (UNNAMED,) else names,
        rights=entry.findtext(f"{OF_ATOM}rights") or "",
        all=_words_in(entry),
    )


def _taken_out(root: Any, name: str) -> str:
    for item in list(root.iter(name)):
        item.getparent().remove(item)
    return _words_in(root)


def _words_in(node: Any) -> str:
    """Every word of a tree, and of its attributes."""
    return " ".join(
        [*node.itertext(), *(value for inner in node.iter("*") for value in inner.attrib.values())]
    )


def read_json(data: bytes) -> ReadBack:
    """A JSON Feed as feed readers take it."""
    feed = msgspec.json.decode(data)
    items = tuple(map(_json_item, feed.pop("items")))
    return ReadBack(items, msgspec.json.encode(feed).decode())


def _json_item(item: dict[str, Any]) -> Told:
    own = item.get("_byline", {})
    return Told(
        id=item["id"],
        title=item.get("title", ""),
        html=item.get("content_html", ""),
        text=item.get("content_text", ""),
        names=tuple(author["name"] for author in item.get("authors", ())),
        rights=f"{own.get('copyright', '')}\n{own.get('permission', '')}",
        all=legible(msgspec.json.encode(item).decode()),
    )


READERS: Mapping[str, Callable[[bytes], ReadBack]] = {
    RSS.ending: read_rss,
    ATOM.ending: read_atom,
    JSON.ending: read_json,
}


def names_of_feeds(output: Output, edition: Edition, configuration: Configuration) -> dict[str, Feed]:
    """Every file of a feed that was written, archives too, with the feed that it tells."""
    found = {feed.file(form): feed for feed in feeds(edition, configuration) for form in FORMATS}
    archives = {f"{feed.place}/archive": feed for feed in found.values()}
    kept = {
        name: archives[name.rpartition("/")[0]]
        for name in output.texts
        if name.rpartition("/")[0] in archives and name.endswith(ATOM.ending)
    }
    return found | kept


def audit_feeds(output: Output, edition: Edition, names: Mapping[str, Feed]) -> Iterator[str]:
    """What is wrong with the feeds; one line each."""
    judge = Judge(Leaks.of(edition) if edition.withheld else None, {})
    for name, feed in names.items():
        if name not in output.texts:
            yield f"{name}: the feed was not written"
            continue
        ending = next(form.ending for form in FORMATS if name.endswith(form.ending))
        read = READERS[ending](output.texts[name].encode())
        members = {id_of(member): member for member in feed.members}
        said, wanted = [told.id for told in read.items], [id_of(member) for member in feed.shown]
        if said != wanted and not name.startswith(f"{feed.place}/"):
            yield f"{name}: tells other items than it should, or in another order"
        yield from _leaked(judge.leaks, read.rest, name)
        faults = (judge.fault(told, members.get(told.id), feed.shape) for told in read.items)
        yield from (f"{fault} (in {name})" for fault in faults if fault)


def _leaked(leaks: Leaks | None, text: str, name: str) -> Iterator[str]:
    for entry in leaks.found_in(text).withheld if leaks else ():
        yield f"{entry.article.path}: withheld, yet its words stand in {name}"


@dataclass(frozen=True, slots=True)
class Judge:
    """Judges items, each once, however many feeds tell it in the same words."""

    leaks: Leaks | None
    judged: dict[tuple[Told, int, Shape], str]

    def fault(self, told: Told, member: Member | None, shape: Shape) -> str:
        """What is wrong with an item; empty where nothing is."""
        key = (told, id(member), shape)
        if key not in self.judged:
            self.judged[key] = self._fault(told, member, shape)
        return self.judged[key]

    def _fault(self, told: Told, member: Member | None, shape: Shape) -> str:
        if member is None:
            return f"an item “{told.title}” that does not belong into the feed"
        leaked = next(_leaked(self.leaks, told.all, "an item of a feed"), "")
        if leaked:
            return leaked
        if isinstance(member, Change):
            path, fault = member.entry.article.path, change_fault(member, told)
        else:
            path, fault = member.article.path, item_fault(member, told, shape)
        return f"{path}: {fault}" if fault else ""


def change_fault(change: Change, told: Told) -> str:
    """What is wrong with a correction or a withdrawal: it tells what happened, and not the article."""
    entry = change.entry
    said = fold(plain_text(change.text))
    around = fold(f"{entry.article.title} {entry.article.title} {entry.credit.byline}")
    words = fold(unescape(TAG.sub(" ", told.html)) or told.text)
    if len(words) > len(said) + len(around) + FRAME or containment(words_of(entry), said) > EXCERPT:
        return "a change of it tells of the article, and has no credit"
    return _unnamed(entry, told)


def item_fault(entry: Entry, told: Told, shape: Shape) -> str:
    """What an item lacks of its article; a summary owes no credit, as long as it is one."""
    if told.title != line(entry.article.title):
        return "its item has another title"
    if shape.full:
        media, text = ("text/html", f"<h1>{escape(told.title)}</h1>{told.html}")
        if not told.html:
            media, text = ("text/plain", f"{told.title}\n\n{told.text}")
        fault = fault_in(media, text, entry, in_feed=True)
        if fault:
            return f"{fault}; a feed must not leave without it"
    elif containment(words_of(entry), fold(told.html or told.text)) > EXCERPT:
        return "its summary tells most of its text, without its credit"
    owed = fold(plain_text(f"{entry.credit.copyright}\n\n{entry.credit.permission}"))
    if containment(owed, fold(told.rights)) < MOST and owed:
        return "its notices and its statement are not in the item's rights"
    return _unnamed(entry, told)


def _unnamed(entry: Entry, told: Told) -> str:
    wanted = tuple(author.name for author in authors_of(entry.article))
    return "" if told.names == wanted else f"its item names {', '.join(told.names) or 'nobody'} as its author"
