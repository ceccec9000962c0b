"""The settings of the feeds, and what they may be beyond their types.

To add a rule, yield one more problem.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

HUB = re.compile(r"https?://[A-Za-z0-9\[][!#-;=?-~]{1,900}")
PARTNER = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?")
DAY = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")
FIRST = "0001-01-01"  # what a year or a month lacks to be its first day
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")  # BCP 47, as articles say it
UNSEEN = re.compile(r"[\x00-\x1f\x7f]")
FILTERS = (
    *("categories", "tags", "authors", "licences", "languages"),
    *("not_categories", "not_tags", "not_authors"),
)
ITEMS = (1, 10_000)  # how many articles a feed may hold


@dataclass(frozen=True, slots=True)
class PartnerSettings:
    """A feed for one who reprints. A list that is empty asks for nothing.

    Attributes:
        name: of its files: small letters, digits and hyphens.
        use: what it is for; only what is lent to everybody for that use is in it.
        title: for people; the name when empty.
        about: a sentence for people.
        categories, tags, authors, licences, languages: only what has one of them.
        not_categories, not_tags, not_authors: nothing that has one of them.
        since: only what is dated then or later.
        items: how many articles it holds; as other feeds do when 0.
        content: the whole articles, or their summaries.
        format: HTML, or plain text.

    """

    name: str
    use: Literal["web", "newsletter", "print", "audio", "video", "ebook", "translation"] = "web"
    title: str = ""
    about: str = ""
    categories: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    licences: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    not_categories: tuple[str, ...] = ()
    not_tags: tuple[str, ...] = ()
    not_authors: tuple[str, ...] = ()
    since: str = ""
    items: int = 0
    content: Literal["full", "summary"] = "full"
    format: Literal["html", "text"] = "html"


@dataclass(frozen=True, slots=True)
class FeedSettings:
    """The feeds.

    Attributes:
        items: how many articles a feed holds.
        archives: the kinds of feeds that keep older articles in archives, as RFC 5005 has them.
        hub: address of a WebSub hub; none when empty.
        partners: feeds for those who reprint.

    """

    items: int = 25
    archives: tuple[
        Literal["all", "newsletter", "web", "changes", "category", "tag", "author", "licence", "partner"], ...
    ] = ("all", "newsletter", "web", "changes", "category", "author", "licence", "partner")
    hub: str = ""
    partners: tuple[PartnerSettings, ...] = ()


FEEDS = FeedSettings()  # as they are where the configuration says nothing


def wrong_feeds(feeds: FeedSettings) -> Iterator[str]:
    """What is wrong with them: the setting, the problem, the mend."""
    if feeds.hub and not _is_hub(feeds.hub):
        said = f"hub {feeds.hub[:200]!r} is no address of a hub"
        yield f"{said}; write it as https://hub.example.org/, without a login or a #"
    taken: set[str] = set()
    for partner in feeds.partners:
        yield from (f"partners: {problem}" for problem in _wrong_in(partner, taken))
        taken.add(partner.name)


def _is_hub(address: str) -> bool:
    """Whether feeds can name it, and a request can be sent there; it is published, so it holds no login."""
    if HUB.fullmatch(address) is None:
        return False
    try:
        parts = urlsplit(address)
        return parts.port != 0 and bool(parts.hostname) and "@" not in parts.netloc and "#" not in address
    except ValueError:
        return False


def _wrong_in(partner: PartnerSettings, taken: Collection[str]) -> Iterator[str]:
    """What is wrong with a partner, and the mend."""
    if PARTNER.fullmatch(partner.name) is None:
        yield f"name {partner.name[:200]!r} names files; use small letters, digits and hyphens, at most 60"
    if partner.name in taken:
        yield f"two are called {partner.name!r}; rename one"
    if UNSEEN.search(partner.title):
        yield f"{partner.name}: title {partner.title[:200]!r} is more than a line; write it in one"
    for key in FILTERS:
        if not all(value.strip() for value in getattr(partner, key)):
            yield f"{partner.name}: {key} holds an empty text, which nothing is called; take it out"
    for language in partner.languages:
        if LANGUAGE.fullmatch(language) is None:
            yield f"{partner.name}: languages: {language[:200]!r} is no language tag; write 'en', or 'en-GB'"
    if partner.since and not _is_day(partner.since):
        yield f"{partner.name}: since {partner.since[:200]!r} is no day; write '2026-03-14', or '2026'"
    low, high = ITEMS
    if partner.items and not low <= partner.items <= high:
        yield f"{partner.name}: items = {partner.items}; it must be {low} to {high}"


def _is_day(said: str) -> bool:
    """Whether it is a year, a month or a day that there is."""
    if DAY.fullmatch(said) is None:
        return False
    try:
        date.fromisoformat(said + FIRST[len(said) :])
    except ValueError:
        return False
    return True
