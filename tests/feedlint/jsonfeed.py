"""The rules of JSON Feed 1.1, as tables: for each kind of object its keys, and what each must satisfy.

To let one more key in, add a row; what begins with an underscore is an extension, free if it is an object.
"""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from .finding import Finding, level_of
from .markup import html_faults
from .values import FULL, LANGUAGES, ODD, RFC_3339, is_moment

Hit = tuple[str, str, str]  # path, rule, words
Check = Callable[[str], Iterator[tuple[str, str]]]
VERSION: Final = "https://jsonfeed.org/version/1.1"
EXTENSION: Final = re.compile(r"_[A-Za-z][^.]*")


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its type, whether it must be there, what a string satisfies, what objects in a list are."""

    type: type | tuple[type, ...] = str
    needed: bool = False
    check: Check | None = None
    inside: str = ""


def _address(value: str) -> Iterator[tuple[str, str]]:
    if ODD.search(value) or not FULL.match(value):
        yield "InvalidFullLink", value


def _moment(value: str) -> Iterator[tuple[str, str]]:
    if not RFC_3339.fullmatch(value) or not is_moment(value):
        yield "InvalidRFC3339Date", value


def _language(value: str) -> Iterator[tuple[str, str]]:
    if value.partition("-")[0].lower() not in LANGUAGES:
        yield "InvalidLanguage", value


def _version(value: str) -> Iterator[tuple[str, str]]:
    if value != VERSION:
        yield "InvalidVersion", value


def _nonblank(value: str) -> Iterator[tuple[str, str]]:
    if not value.strip():
        yield "NotBlank", "empty"


def _html(value: str) -> Iterator[tuple[str, str]]:
    yield from html_faults(value)


def _deprecated(_value: str) -> Iterator[tuple[str, str]]:
    yield "DeprecatedKey", "1.1 has authors instead"


URL: Final = Key(check=_address)
AUTHORS: Final = {
    "authors": Key(list, inside="author"),
    "author": Key(dict, check=_deprecated),
    "language": Key(check=_language),
}
OBJECTS: Final[dict[str, dict[str, Key]]] = {
    "feed": {
        "version": Key(needed=True, check=_version),
        "title": Key(needed=True, check=_nonblank),
        **dict.fromkeys(("home_page_url", "feed_url", "next_url", "icon", "favicon"), URL),
        **dict.fromkeys(("description", "user_comment"), Key()),
        "expired": Key(bool),
        "hubs": Key(list, inside="hub"),
        "items": Key(list, needed=True, inside="item"),
        **AUTHORS,
    },
    "item": {
        "id": Key(needed=True, check=_nonblank),
        **dict.fromkeys(("url", "external_url", "image", "banner_image"), URL),
        **dict.fromkeys(("title", "content_text", "summary"), Key()),
        "content_html": Key(check=_html),
        **dict.fromkeys(("date_published", "date_modified"), Key(check=_moment)),
        "tags": Key(list, inside="tag"),
        "attachments": Key(list, inside="attachment"),
        **AUTHORS,
    },
    "author": {"name": Key(check=_nonblank), "url": URL, "avatar": URL},
    "attachment": {
        "url": Key(needed=True, check=_address),
        "mime_type": Key(needed=True, check=_nonblank),
        "title": Key(),
        "size_in_bytes": Key((int, float)),
        "duration_in_seconds": Key((int, float)),
    },
    "hub": {"type": Key(needed=True), "url": Key(needed=True, check=_address)},
}


def lint_json(data: bytes, url: str) -> list[Finding]:
    """All findings on a JSON feed that will stand at an address."""
    doubled: list[str] = []
    try:
        feed = json.loads(data.decode("utf-8"), object_pairs_hook=lambda pairs: _object(pairs, doubled))
    except ValueError as error:
        return [Finding(level_of("NotJson"), "NotJson", "whole file", str(error))]
    if not isinstance(feed, dict):
        return [Finding(level_of("NotJson"), "NotJson", "whole file", "no object")]
    hits = [*(("", "DuplicateKey", key) for key in doubled), *_walk(feed, "feed", ""), *_whole(feed, url)]
    return [Finding(level_of(rule), rule, path or "feed", said) for path, rule, said in hits]


def _object(pairs: list[tuple[str, Any]], doubled: list[str]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    doubled.extend(key for key in dict.fromkeys(keys) if keys.count(key) > 1)
    return dict(pairs)


def _walk(thing: dict[str, Any], kind: str, path: str) -> Iterator[Hit]:
    rows = OBJECTS[kind]
    yield from ((path, "MissingKey", name) for name, row in rows.items() if row.needed and name not in thing)
    if kind == "author" and not thing.keys() & rows.keys():
        yield path, "MissingKey", "name, url or avatar"
    for name, value in thing.items():
        spot = f"{path}.{name}".lstrip(".")
        if name in rows:
            yield from _key(value, rows[name], spot)
        elif not EXTENSION.fullmatch(name):
            yield spot, "UnknownKey", "keys of one's own begin with an underscore and a letter"
        elif not isinstance(value, dict):
            yield spot, "ExtensionNotObject", type(value).__name__


def _key(value: object, row: Key, spot: str) -> Iterator[Hit]:
    if not isinstance(value, row.type) or (isinstance(value, bool) and row.type is not bool):
        yield spot, "WrongType", type(value).__name__
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield from _member(member, row.inside, f"{spot}[{number}]")
    elif row.check:
        yield from ((spot, rule, said) for rule, said in row.check(value if isinstance(value, str) else ""))


def _member(member: object, kind: str, spot: str) -> Iterator[Hit]:
    wanted = str if kind == "tag" else dict
    if not isinstance(member, wanted):
        yield spot, "WrongType", type(member).__name__
    elif isinstance(member, dict):
        yield from _walk(member, kind, spot)
        if kind == "item" and not {"content_html", "content_text"} & member.keys():
            yield spot, "MissingKey", "content_html or content_text"


def _whole(feed: dict[str, Any], url: str) -> Iterator[Hit]:
    """What no single key shows: the feed's own address, its next page, ids that repeat."""
    if feed.get("feed_url") != url:
        yield "feed_url", "SelfDoesntMatchLocation", f"{feed.get('feed_url')}, not {url}"
    if feed.get("next_url") == url:
        yield "next_url", "LinkPastEnd", "leads to itself"
    seen: set[str] = set()
    items = feed.get("items")
    for number, item in enumerate(items if isinstance(items, list) else []):
        name = str(item.get("id")) if isinstance(item, dict) else ""
        if name in seen:
            yield f"items[{number}].id", "DuplicateId", name
        seen.add(name)
