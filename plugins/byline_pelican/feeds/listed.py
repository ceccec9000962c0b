"""The feeds of categories, tags and authors.

Pure. People tell names apart that Pelican files under one slug ("C" and "C++", two authors whose names are
alike in plain letters), and each has a feed of its own here. Nobody gets the address of another: those who
share a slug all have one that is made of their name, though their articles be withdrawn.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from pelican.contents import Author as PelicanAuthor
from pelican.contents import Category, Tag

from byline.slug import slugify
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition, Entry
from byline_pelican.feeds.feed import Feed
from byline_pelican.feeds.order import by_arrival, unbarred
from byline_pelican.feeds.places import FOLDER

SAFE = re.compile(r"(?!index\Z)\w[\w-]{0,99}")  # a slug that can be the name of a file
DIGITS = 8  # hexadecimal: they tell names apart that are one in plain letters


@dataclass(frozen=True, slots=True)
class Listing:
    """A way in which the site lists its articles: what an article names, and Pelican's own word for it."""

    kind: str
    about: str
    names: Callable[[Entry, Configuration], Iterable[str]]
    wrapper: Callable[[str, dict[str, Any]], Any]


LISTINGS = (
    Listing(
        "category",
        "Everything in the category {name}.",
        lambda entry, c: [entry.article.category or c.pelican["DEFAULT_CATEGORY"]],
        Category,
    ),
    Listing("tag", "Everything tagged {name}.", lambda entry, _: entry.article.tags, Tag),
    Listing(
        "author",
        "Everything by {name}.",
        lambda entry, _: [author.name for author in entry.article.authors],
        PelicanAuthor,
    ),
)


@dataclass(slots=True)
class Named:
    """Those of one name: as it was first written, and oldest first."""

    name: str
    entries: list[Entry] = field(default_factory=list)


def listed(edition: Edition, configuration: Configuration) -> Iterator[Feed]:
    """A feed for each category, tag and author that something was published of."""
    oldest_first = by_arrival(unbarred(edition.published)[0])[::-1]
    for listing in LISTINGS:
        found = _named(oldest_first, listing, configuration)
        gone = _named(edition.withdrawn, listing, configuration)
        places = _places({key: named.name for key, named in (gone | found).items()}, listing, configuration)
        for key, named in sorted(found.items(), key=lambda item: places[item[0]]):
            place = f"{FOLDER}{listing.kind}/{places[key][0]}"
            yield Feed(
                kind=listing.kind,
                name=named.name,
                about=listing.about.format(name=named.name),
                place=place,
                members=named.entries[::-1],
                limit=configuration.byline.feeds.items,
                home=places[key][1] or f"{place}/",
            )


def _named(entries: Iterable[Entry], listing: Listing, configuration: Configuration) -> dict[str, Named]:
    """By name, as people compare names."""
    found: dict[str, Named] = {}
    for entry in entries:
        for name in listing.names(entry, configuration):
            own = found.setdefault(as_read(name), Named(" ".join(name.split()))).entries
            if not own or own[-1] is not entry:  # an article may say a name twice
                own.append(entry)
    return found


def _places(
    names: Mapping[str, str], listing: Listing, configuration: Configuration
) -> dict[str, tuple[str, str]]:
    """By name as it is compared: its slug, and the page that lists it alone, if there is one."""
    pages = {key: listing.wrapper(name, configuration.pelican) for key, name in names.items()}
    shared = Counter(page.slug for page in pages.values())
    has_page = configuration.pelican[f"{listing.kind.upper()}_SAVE_AS"]
    found = {}
    for key, page in pages.items():
        is_own = shared[page.slug] == 1 and SAFE.fullmatch(page.slug) is not None
        marked = f"{slugify(names[key])}-{sha256(key.encode()).hexdigest()[:DIGITS]}"
        found[key] = (page.slug, page.url if has_page else "") if is_own else (marked, "")
    return found


def as_read(name: str) -> str:
    """A name as people compare it."""
    return " ".join(unicodedata.normalize("NFC", name).split()).casefold()
