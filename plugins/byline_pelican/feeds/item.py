"""One item of a feed, as every format tells it: words, dates, and what may be done with them.

Pure. To tell one more thing, add a field to `Item`, fill it in `article.py`, and print it in `extension.py`
(RSS and Atom) or `jsonfeed.py`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from types import MappingProxyType
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from byline.model import Article, Author
from byline.render import printable

SAFE = "%:/?@!$&'()*+,;=~-._"  # what may stand in a part of an address as it is
LONE = re.compile(r"%(?![0-9A-Fa-f]{2})")
DEVIANT = re.compile("[ßς\u200c\u200d]")  # letters that old and new rules for names of hosts read otherwise
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)  # Atom asks for a date, and validators take no earlier one


@dataclass(frozen=True, slots=True)
class Shape:
    """How a feed tells its items.

    Attributes:
        full: the whole article with its credit, or its summary alone.
        html: as HTML, or as plain text.
        lent: as it is lent to those who reprint it: without the pictures that may not go along.

    """

    full: bool = True
    html: bool = True
    lent: bool = False


@dataclass(frozen=True, slots=True)
class Media:
    """A picture of an item; its credit and licence as the words beside it say, and otherwise empty."""

    url: str
    type: str
    alt: str
    credit: str = ""
    licence: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a republished piece came from; `updated` is the day that it bears, else when it was fetched."""

    url: str
    title: str
    updated: datetime


@dataclass(frozen=True, slots=True)
class Item:
    """An item.

    Attributes:
        id: permanent, whatever becomes of slug, date and domain.
        url: of its page.
        title, summary: plain text.
        html: body and credit; empty where the feed tells summaries, or plain text.
        text: the same as plain text, where the feed tells that.
        published: where the day is known.
        updated: never unknown, for Atom asks for it.
        modified: where the file says that it was changed.
        rights: the notices and the statement, word for word.
        holders: whom the notices name.
        licence: address of the public licence, or of the page with the terms; empty where nothing is said.
        terms: address of that page.
        citation: how a reader would cite it.
        origin: where it came from.
        stays: whether some of its pictures may not go along with those who reprint it.
        record: for JSON Feed, the object `_byline`.

    """

    id: str
    url: str
    title: str
    summary: str
    html: str
    text: str
    language: str
    authors: tuple[Author, ...]
    categories: tuple[str, ...]
    published: datetime | None
    updated: datetime
    modified: datetime | None = None
    rights: str = ""
    holders: tuple[str, ...] = ()
    licence: str = ""
    terms: str = ""
    citation: str = ""
    origin: Origin | None = None
    pictures: tuple[Media, ...] = ()
    stays: bool = False
    record: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


def line(text: str) -> str:
    """A text as one line that XML can hold."""
    return " ".join(printable(text).split())


def told_apart(when: datetime, own: str) -> datetime:
    """The moment with a fraction of a second that is the item's own.

    Many are dated to the day alone, and validators ask that no two entries of a feed have one date.
    """
    if when.microsecond:
        return when
    return when.replace(microsecond=int(sha256(own.encode()).hexdigest()[:8], 16) % 1_000_000)


def authors_of(article: Article) -> tuple[Author, ...]:
    """Its authors, each in one line and with an address that every reader takes."""
    return tuple(Author(line(a.name), uri(a.url) if a.url else None) for a in article.authors)


def uri(address: str) -> str:
    """An address of the web as a URI: its host in small plain letters, all else in plain signs; RFC 3986."""
    try:
        parts = urlsplit(LONE.sub("%25", address))
        host = parts.hostname or ""
        host = host if host.isascii() or DEVIANT.search(host) else host.encode("idna").decode("ascii")
        place = f"[{host}]" if ":" in host else host
        place += f":{parts.port}" if parts.port else ""
    except ValueError:  # a host that no name server knows
        return quote(address, safe=SAFE)
    rest = (quote(part, safe=SAFE) for part in (parts.path or "/", parts.query, parts.fragment))
    return urlunsplit((parts.scheme, place, *rest)) if place else quote(address, safe=SAFE)
