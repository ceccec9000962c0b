"""The feeds of categories, tags and authors.

Pure. People tell names apart that Pelican files under one slug ("C" and "C++", two authors whose names are
alike in plain letters), and each has a feed of its own here. The one that was here first keeps the plain
address, so that a newcomer moves nobody's feed.
"""

from collections.abc import Callable, Iterable, Iterator
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
    """Those of one name: as it was first written, the page that lists them if they have one, oldest first."""

    name: str
    slug: str
    page: str
    entries: list[Entry] = field(default_factory=list)


def listed(edition: Edition, configuration: Configuration) -> Iterator[Feed]:
    """A feed for each category, tag and author that something was published of."""
    oldest_first = by_arrival(unbarred(edition.published)[0])[::-1]
    for listing in LISTINGS:
        for named in sorted(_named(oldest_first, listing, configuration), key=lambda named: named.slug):
            place = f"{FOLDER}{listing.kind}/{named.slug}"
            yield Feed(
                kind=listing.kind,
                name=named.name,
                about=listing.about.format(name=named.name),
                place=place,
                members=named.entries[::-1],
                limit=configuration.byline.feeds.items,
                home=named.page or f"{place}/",
            )


def _named(entries: Iterable[Entry], listing: Listing, configuration: Configuration) -> list[Named]:
    """By name, as people compare names; each with a slug of its own."""
    found: dict[str, Named] = {}
    taken: set[str] = set()
    for entry in entries:
        for name in listing.names(entry, configuration):
            key = as_read(name)
            if key not in found:
                found[key] = _first(name, listing, configuration, taken)
            own = found[key].entries
            if not own or own[-1] is not entry:  # an article may say a name twice
                own.append(entry)
    return list(found.values())


def _first(name: str, listing: Listing, configuration: Configuration, taken: set[str]) -> Named:
    page = listing.wrapper(name, configuration.pelican)
    slug = slugify(page.slug or name)
    is_own = page.slug == slug and slug not in taken
    if not is_own:
        slug = f"{slug}-{sha256(as_read(name).encode()).hexdigest()[:DIGITS]}"
    taken.add(slug)
    has_page = is_own and configuration.pelican[f"{listing.kind.upper()}_SAVE_AS"]
    return Named(" ".join(name.split()), slug, page.url if has_page else "")


def as_read(name: str) -> str:
    """A name as people compare it."""
    return " ".join(name.split()).casefold()
