"""What may stand where in a feed: for each place its elements, their attributes, what their text satisfies.

An element that a place does not list is UndefinedElement. To let one in, add a row; `once` may not repeat,
`many` may, BAG holds whatever it likes. Attributes are keywords, those that must be there also in `needs`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, TypeVar

from .values import (
    Check,
    address,
    canonical,
    empty,
    free,
    guid,
    html,
    language,
    link_text,
    mail,
    media_text,
    mime,
    named_mail,
    nonblank,
    one_of,
    plain,
    positive,
    reference,
    relation,
    rfc822,
    rfc3339,
    text_construct,
    tight,
    w3cdtf,
    web,
    whole,
)

KNOWN: Final = {  # exact address of each namespace that the validator knows and a feed of ours could use
    "atom": "http://www.w3.org/2005/Atom",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
    "creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
    "cc": "http://web.resource.org/cc/",
    "thr": "http://purl.org/syndication/thread/1.0",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
    "app": "http://www.w3.org/2007/app",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "opensearch": "http://a9.com/-/spec/opensearch/1.1/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
PREFIXES: Final = {uri: prefix for prefix, uri in KNOWN.items()}


Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Field:
    """One element: how often, what it holds, what its attributes hold.

    Attributes:
        inside: the place its children are judged by; None when it may have none.

    """

    checks: tuple[Check, ...] = ()
    once: bool = True
    needs: tuple[str, ...] = ()
    attributes: Mapping[str, Check] = field(default_factory=dict)
    inside: str | None = None
    anything: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """What an element may hold, and which rule is broken when one that it needs is missing."""

    fields: Mapping[str, Field]
    needs: Mapping[str, str] = field(default_factory=dict)


def once(*checks: Check, needs: tuple[str, ...] = (), **attributes: Check) -> Field:
    """An element that stands once."""
    return Field(checks, needs=needs, attributes=attributes)


def many(*checks: Check, needs: tuple[str, ...] = (), **attributes: Check) -> Field:
    """An element that may stand again."""
    return Field(checks, once=False, needs=needs, attributes=attributes)


def holder(place: str, *, again: bool = True, needs: tuple[str, ...] = (), **attributes: Check) -> Field:
    """An element whose children are judged by a place."""
    return Field(once=not again, needs=needs, attributes=attributes, inside=place)


def each(names: str, row: Row) -> dict[str, Row]:
    """The same row for several names."""
    return dict.fromkeys(names.split(), row)


BAG: Final = Field(once=False, anything=True)
ROLES: Final = one_of(
    "author|photographer|illustrator|artist|editor|translation|publishing company|producer|reporter"
    "|correspondent|interviewer|graphic designer|camera operator|composer|performer|expert",
    "InvalidCreditRole",
)

EVERYWHERE: Final = {
    **each("dc:title dc:description dc:type dc:format dc:source", once()),
    **each("dc:publisher dc:contributor dc:identifier dc:relation dc:coverage", many()),
    "dc:language": once(language),
    "dc:rights": once(plain),
    **each("dcterms:created dcterms:issued dcterms:modified", once(w3cdtf)),
    **each("dcterms:abstract dcterms:dateAccepted dcterms:dateCopyrighted dcterms:dateSubmitted", once()),
    **each(
        "dcterms:alternative dcterms:audience dcterms:isVersionOf dcterms:hasVersion dcterms:isReplacedBy",
        many(),
    ),
    **each(
        "dcterms:replaces dcterms:isPartOf dcterms:hasPart dcterms:isReferencedBy dcterms:references", many()
    ),
    **each(
        "dcterms:isFormatOf dcterms:hasFormat dcterms:conformsTo dcterms:requires dcterms:isRequiredBy",
        many(),
    ),
    **each("dcterms:available dcterms:valid dcterms:spatial dcterms:temporal dcterms:accessRights", BAG),
    **each("dcterms:bibliographicCitation dcterms:license dcterms:provenance dcterms:rightsHolder", BAG),
    "dcterms:extent": once(positive),
}
DC_PEOPLE: Final = {"dc:creator": many(), "dc:subject": many(), "dc:date": once(w3cdtf)}
MEDIA: Final = {
    "media:copyright": once(plain, url=address),
    "media:credit": many(role=ROLES, scheme=address),
    **each("media:title media:description", once(media_text, type=free)),
    "media:keywords": many(),
    "media:thumbnail": many(url=address, height=positive, width=positive, needs=("url",)),
    "media:category": many(plain, label=plain, scheme=address),
    "media:text": many(media_text, type=free, lang=language),
    "media:hash": many(algo=one_of("md5|sha-1", "InvalidMediaHash")),
}
MEDIA_CONTENT: Final = holder(
    "media:content",
    url=address,
    type=mime,
    medium=one_of("image|audio|video|document|executable", "InvalidMediaMedium"),
    height=positive,
    width=positive,
    fileSize=positive,
    lang=language,
    isDefault=one_of("true|false", "InvalidBooleanAttribute"),
    duration=whole,
)
ITEM_MEDIA: Final = MEDIA | {"media:content": MEDIA_CONTENT, "media:group": holder("media:group")}
LICENCES: Final = {"creativeCommons:license": many(address), "cc:license": BAG}
HISTORY: Final = each("fh:complete fh:archive", once(empty))
LINK: Final = many(
    link_text,
    rel=relation,
    href=reference,
    type=mime,
    hreflang=language,
    title=plain,
    length=whole,
    needs=("href",),
)
CATEGORY: Final = many(empty, term=nonblank, scheme=address, label=plain, needs=("term",))
TEXT: Final = once(text_construct, type=free)

CHANNEL: Final = {
    "title": once(plain, nonblank),
    **each("link docs", once(address)),
    **each("description copyright", once(plain)),
    **each("managingEditor webMaster", once(named_mail)),
    **each("pubDate lastBuildDate", once(rfc822)),
    "language": once(language),
    "generator": once(),
    "ttl": once(positive),
    "category": many(plain, domain=free),
    "image": BAG,
    "item": holder("item"),
    "atom:link": LINK,
    **EVERYWHERE,
    **DC_PEOPLE,
    **MEDIA,
    **LICENCES,
    **HISTORY,
    "sy:updatePeriod": once(one_of("hourly|daily|weekly|monthly|yearly", "InvalidUpdatePeriod")),
    "sy:updateFrequency": once(positive),
}
ITEM: Final = {
    "title": once(plain, nonblank),
    **each("link comments", once(address)),
    **each("description content:encoded", once(html)),
    "pubDate": once(rfc822),
    "author": once(named_mail),
    "category": many(plain, nonblank, domain=free),
    "guid": once(guid, nonblank, isPermaLink=free),
    "source": once(plain, url=address, needs=("url",)),
    "enclosure": once(empty, url=web, length=whole, type=mime, needs=("url", "length", "type")),
    "atom:link": LINK,
    **EVERYWHERE,
    **DC_PEOPLE,
    **ITEM_MEDIA,
    **LICENCES,
    "slash:comments": once(whole),
    "wfw:commentRss": once(address),
    "thr:total": once(whole),
}
ATOM: Final = {  # what feeds, entries and sources share
    "atom:id": once(canonical, tight, nonblank),
    "atom:updated": once(rfc3339, tight),
    **each("atom:title atom:rights", TEXT),
    **each("atom:author atom:contributor", holder("person")),
    "atom:category": CATEGORY,
    "atom:link": LINK,
    **EVERYWHERE,
    **DC_PEOPLE,
    "creativeCommons:license": many(address),
}
FEED: Final = (
    ATOM
    | MEDIA
    | HISTORY
    | {
        "atom:subtitle": TEXT,
        "atom:generator": once(plain, nonblank, uri=reference, version=free),
        **each("atom:icon atom:logo", once(reference, tight, nonblank)),
        "atom:entry": holder("entry"),
    }
)
ENTRY: Final = (
    ATOM
    | ITEM_MEDIA
    | {
        "atom:published": once(rfc3339, tight),
        "atom:summary": TEXT,
        "atom:content": once(text_construct, type=free),
        "atom:source": holder("source", again=False),
        "thr:total": once(whole),
    }
)
OUTLINE: Final = Field(
    once=False,
    inside="outline",
    needs=("text",),
    attributes={
        **each("text title description", html),
        **each("htmlUrl url xmlUrl", address),
        "created": rfc822,
        "language": language,
        "version": one_of("RSS|RSS1|RSS2|scriptingNews", "InvalidOutlineVersion"),
        **each("type category", free),
        **each("isComment isBreakpoint", one_of("true|false", "InvalidBooleanAttribute")),
    },
)

PLACES: Final = {
    "rss": Place({"channel": holder("channel", again=False)}, {"channel": "MissingElement"}),
    "channel": Place(
        CHANNEL, {"title": "MissingTitle", "link": "MissingLink", "description": "MissingDescription"}
    ),
    "item": Place(ITEM),
    "feed": Place(FEED, dict.fromkeys(("atom:title", "atom:id", "atom:updated"), "MissingElement")),
    "entry": Place(ENTRY, dict.fromkeys(("atom:title", "atom:id", "atom:updated"), "MissingElement")),
    "source": Place(
        {name: row for name, row in FEED.items() if name != "atom:entry"},
        dict.fromkeys(("atom:title", "atom:id", "atom:updated"), "MissingSourceElement"),
    ),
    "person": Place(
        {
            "atom:name": once(plain, nonblank),
            "atom:email": once(mail),
            "atom:uri": once(reference, tight, nonblank),
        },
        {"atom:name": "MissingElement"},
    ),
    "media:content": Place(MEDIA | EVERYWHERE),
    "media:group": Place(MEDIA | {"media:content": MEDIA_CONTENT}),
    "opml": Place(
        {"head": holder("head", again=False), "body": holder("body", again=False)},
        {"head": "MissingElement", "body": "MissingElement"},
    ),
    "head": Place(
        {
            **each("title ownerName", once(html)),
            **each("dateCreated dateModified", once(rfc822)),
            "ownerEmail": once(mail),
            "ownerId": once(web),
            "expansionState": once(),
            **EVERYWHERE,
        }
    ),
    "body": Place({"outline": OUTLINE, **EVERYWHERE}, {"outline": "MissingElement"}),
    "outline": Place({"outline": OUTLINE, **EVERYWHERE}),
}
ROOTS: Final = {  # root element: kind of feed, place, attributes
    "rss": (
        "rss",
        Field(inside="rss", needs=("version",), attributes={"version": one_of("2.0", "InvalidRSSVersion")}),
    ),
    "atom:feed": ("atom", Field(inside="feed")),
    "opml": (
        "opml",
        Field(inside="opml", needs=("version",), attributes={"version": one_of("2.0", "InvalidOPMLVersion")}),
    ),
}
