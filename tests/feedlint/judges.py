"""Rules that need several elements at once: order, repetition, links, the history of a feed.

To judge one more thing, write a generator of (element, rule, words) and add it to JUDGES under its place.
"""

from collections.abc import Callable, Iterator
from typing import Final
from urllib.parse import urldefrag, urljoin, urlsplit

from .tree import Element, is_based, select, text_of, words
from .values import Page

Hit = tuple[Element, str, str]
Judge = Callable[[Element, Page], Iterator[Hit]]

NS: Final = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "cc": "http://web.resource.org/cc/",
    "cC": "http://backend.userland.com/creativeCommonsRssModule",
}
HISTORY: Final = words("current first last next next-archive prev-archive previous")
ARCHIVES: Final = frozenset({"prev-archive", "next-archive"})
FEED_TYPES: Final = frozenset({"", "application/atom+xml", "application/rss+xml"})
SUBSCRIPTION: Final = ("description", "htmlUrl", "language", "title", "version", "xmlUrl")
SAME_IN_CHANNEL: Final = (
    ("copyright", "dc:rights"),
    ("language", "dc:language"),
    ("lastBuildDate", "dcterms:modified"),
    ("pubDate", "dc:date"),
    ("managingEditor", "dc:creator"),
    ("webMaster", "dc:publisher"),
    ("category", "dc:subject"),
    ("cC:license", "cc:license"),
)
SAME_IN_ITEM: Final = (
    ("author", "dc:creator"),
    ("category", "dc:subject"),
    ("pubDate", "dc:date"),
    ("source", "dc:source"),
    ("cC:license", "cc:license"),
)


def semantics(element: Element, _page: Page) -> Iterator[Hit]:
    """Nothing is said twice, once in RSS and once in an extension."""
    pairs, rule = (
        (SAME_IN_ITEM, "DuplicateItemSemantics")
        if element.tag == "item"
        else (SAME_IN_CHANNEL, "DuplicateSemantics")
    )
    for core, extension in pairs:
        if element.find(core, NS) is not None and element.find(extension, NS) is not None:
            yield element, rule, f"{core} and {extension}"


def order_of_channel(channel: Element, _page: Page) -> Iterator[Hit]:
    """Whatever RSS itself defines, and the links, stands before the first item."""
    for late in select(channel, "item[1]/following-sibling::*[self::atom:link or namespace-uri()='']", NS):
        if late.tag != "item":
            yield late, "MisplacedItem", f"{late.tag} after an item"


def order_of_feed(feed: Element, _page: Page) -> Iterator[Hit]:
    """Whatever Atom itself defines stands before the first entry."""
    for late in select(feed, "atom:entry[1]/following-sibling::atom:*[not(self::atom:entry)]", NS):
        yield late, "MisplacedMetadata", f"{late.tag} after an entry"


def self_link(feed: Element, page: Page) -> Iterator[Hit]:
    """A feed names its own address, in full and right."""
    links = [link for link in _links(feed) if link.get("rel") == "self"]
    if not links:
        yield feed, "MissingSelf", "no atom:link rel=self"
    for link in links:
        href = link.get("href", "")
        if not urlsplit(href).netloc and not is_based(link):
            yield link, "RelativeSelf", href
        if urldefrag(urljoin(page.url, href)).url != urldefrag(page.url).url:
            yield link, "SelfDoesntMatchLocation", f"{href}, not {page.url}"
        if link.get("type", "") not in FEED_TYPES:
            yield link, "SelfNotAtom", link.get("type", "")


def alternates(element: Element, _page: Page) -> Iterator[Hit]:
    """One alternate for each type and language. In RSS the validator does not look; we do."""
    seen: set[tuple[str, str]] = set()
    for link in _links(element):
        key = link.get("type", ""), link.get("hreflang", "")
        if link.get("rel", "alternate") == "alternate":
            if key in seen:
                yield link, "DuplicateAtomLink", f"a second alternate of {key}"
            seen.add(key)


def history(feed: Element, page: Page) -> Iterator[Hit]:
    """RFC 5005: a complete feed has no pages; an archive says so and leads on. In RSS only we look."""
    links = {link.get("rel", "alternate"): link.get("href", "") for link in _links(feed)}
    complete, archive = (feed.find(f"fh:{mark}", NS) is not None for mark in ("complete", "archive"))
    if complete:
        yield from (
            (feed, "FeedRelInCompleteFeed", rel) for rel in sorted(links.keys() & HISTORY - {"current"})
        )
        if links.get("current", page.url) != page.url:
            yield feed, "CurrentNotSelfInCompleteFeed", links["current"]
    elif archive:
        yield from _archive(feed, links, page)
    elif "next-archive" in links:
        yield feed, "ArchiveNotMarked", "next-archive, but no fh:archive"
    yield from _ends(feed, links, page)


def _archive(feed: Element, links: dict[str, str], page: Page) -> Iterator[Hit]:
    if not links.keys() & ARCHIVES:
        yield feed, "ArchiveIncomplete", "neither prev-archive nor next-archive"
    if "current" not in links:
        yield feed, "MissingCurrentInArchive", "no current"
    elif links["current"] == page.url:
        yield feed, "ArchiveIsCurrent", "an archive whose current is itself"
    if page.url in {links.get(rel) for rel in ARCHIVES}:
        yield feed, "ArchiveLeadsToItself", page.url


def _ends(feed: Element, links: dict[str, str], page: Page) -> Iterator[Hit]:
    for end, beyond in (("first", "previous"), ("last", "next")):
        if links.get(end) == page.url and beyond in links:
            yield feed, "LinkPastEnd", f"{end} is here, and yet there is a {beyond}"


def uniqueness(feed: Element, page: Page) -> Iterator[Hit]:
    """No two entries share an id, nor (letter by letter) a time of change."""
    for path, rule in UNIQUE[page.kind]:
        seen: set[str] = set()
        for node in feed.iterfind(path, NS):
            value = text_of(node).strip()
            if value and value in seen:
                yield node, rule, value
            seen.add(value)


UNIQUE: Final = {
    "rss": (("item/guid", "DuplicateValue"),),
    "atom": (("atom:entry/atom:id", "DuplicateEntries"), ("atom:entry/atom:updated", "DuplicateUpdated")),
}


def item(element: Element, _page: Page) -> Iterator[Hit]:
    """An item has something to say, can be told from others, and tells in short before it tells at length."""
    children = [child.tag for child in element.iterchildren("*")]
    if not {"title", "description"} & set(children):
        yield element, "ItemMustContainTitleOrDescription", "neither"
    if "guid" not in children:
        yield element, "MissingGuid", "no guid"
    long = f"{{{NS['content']}}}encoded"
    if long in children and "description" not in children[: children.index(long)]:
        yield element, "NeedDescriptionBeforeContent", "content:encoded, and no description before it"


def entry(element: Element, _page: Page) -> Iterator[Hit]:
    """An entry has an author, of its own or lent, and something to read or to go to."""
    lenders = ("atom:author", "atom:source/atom:author", "../atom:author")
    if not any(select(element, path, NS) for path in lenders):
        yield element, "MissingElement", "no author, here or in the feed"
    relations = [link.get("rel", "alternate") for link in _links(element)]
    yield from ((element, "FeedHistoryRelInEntry", rel) for rel in relations if rel in HISTORY)
    content, summary = (element.find(f"atom:{name}", NS) for name in ("content", "summary"))
    if content is None and summary is None:
        yield element, "MissingTextualContent", "neither content nor summary"
    if content is None and "alternate" not in relations:
        yield element, "MissingContentOrAlternate", "neither content nor an alternate"
    if content is not None and summary is not None and content.text == summary.text:
        yield element, "SummaryRepeatsContent", "the same words twice"


def language_of_channel(channel: Element, _page: Page) -> Iterator[Hit]:
    """A channel names its language."""
    if channel.find("language") is None and channel.find("dc:language", NS) is None:
        yield channel, "MissingDCLanguage", "no language"


def media_group(group: Element, _page: Page) -> Iterator[Hit]:
    """A group holds the same thing in several forms."""
    if len(group.findall("media:content", NS)) < 2:
        yield group, "MediaGroupWithoutAlternatives", "fewer than two contents"


def outline(element: Element, _page: Page) -> Iterator[Hit]:
    """A subscription says where it is; a folder says nothing but its name."""
    has = element.attrib
    kind = str(has.get("type", "")).lower()
    wanted = {
        "rss": {"xmlUrl": "MissingXmlURL", "title": "MissingTitleAttr"},
        "link": {"url": "MissingUrlAttr"},
    }
    yield from ((element, rule, name) for name, rule in wanted.get(kind, {}).items() if name not in has)
    if not kind and any(name in has for name in SUBSCRIPTION):
        yield element, "MissingOutlineType", "an outline with more than text has a type"


def _links(element: Element) -> list[Element]:
    return element.findall("atom:link", NS)


JUDGES: Final[dict[str, tuple[Judge, ...]]] = {
    "channel": (order_of_channel, semantics, self_link, alternates, history, uniqueness, language_of_channel),
    "item": (item, semantics, alternates),
    "feed": (order_of_feed, self_link, alternates, history, uniqueness),
    "entry": (entry, alternates),
    "source": (alternates,),
    "media:group": (media_group,),
    "outline": (outline,),
}
