"""Addresses in the words of a page: relative ones resolved, bare ones made links."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urljoin

from byline.extract.blocks import Inline, Mark

BARE_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"'\])}|]+[^\s<>\"'\])}|.,;:!?]", re.IGNORECASE)
BARE_MAIL = re.compile(  # begun once in a run of its letters: from each of them it would take quadratic time
    r"(?<![\w.+-])[.+-]*+(?P<mail>\w[\w.+-]*+@[\w-]+(?:\.[\w-]+)+)\b"
)
ROOTED = re.compile(  # nothing in it for `urljoin` to resolve
    r"/(?![/.])[\w%~/-]*(?:\.\w[\w%~/-]*)*(?:\?[\w%~/&=.+-]+)?(?:#[\w-]+)?"
)
REST = re.compile(r"[^\s<>\"\]}|]*")  # what may go on behind a bracket or an apostrophe
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")


def absolute(url: str | None, base: str | None) -> str:
    """`url` resolved against `base`; empty when there is none or it cannot be read."""
    if not url:
        return ""
    cleaned = url.strip() if url.isprintable() else CONTROL.sub("", url.strip())
    if not base or not cleaned or cleaned.startswith(("http://", "https://")):
        return cleaned
    try:
        if cleaned[0] == "#" and base.startswith(("http://", "https://")):
            return f"{_page(base)}{cleaned}" if len(cleaned) > 1 else _page(base)
        return f"{_origin(base)}{cleaned}" if ROOTED.fullmatch(cleaned) else urljoin(base, cleaned)
    except ValueError:
        return ""


@lru_cache(maxsize=64)
def _page(base: str) -> str:
    return urljoin(base, "#x").removesuffix("#x")


@lru_cache(maxsize=64)
def _origin(base: str) -> str:
    return urljoin(base, "/").removesuffix("/")


def whole_address(found: re.Match[str]) -> str:
    """A bare address with its own brackets and apostrophes; those around it are none of it."""
    rest = REST.match(found.string, found.end())
    text = found[0] + (rest[0] if rest else "")
    depth = end = 0
    for at, sign in enumerate(text):
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth < 0:
            break
        end = at + 1
    kept = text[:end].rstrip(".,;:!?'([")
    return kept if len(kept) > len(found[0]) else found[0]


def autolinked(text: str) -> tuple[Inline, ...]:
    """Plain text with its bare web and mail addresses as links."""
    pieces: list[Inline] = []
    at = 0
    for url, start, end in _addresses(text):
        if start > at:
            pieces.append(Inline(text[at:start]))
        pieces.append(Inline(text[start:end], (Mark("a", url),)))
        at = end
    if at < len(text):
        pieces.append(Inline(text[at:]))
    return tuple(pieces)


def _addresses(text: str) -> Iterator[tuple[str, int, int]]:
    reached = 0
    webs = [
        (m.start(), m.end(), m[0] if "://" in m[0] else f"http://{m[0]}") for m in BARE_URL.finditer(text)
    ]
    mails = [(m.start("mail"), m.end(), f"mailto:{m['mail']}") for m in BARE_MAIL.finditer(text)]
    for start, end, url in sorted([*webs, *mails]):
        if start >= reached:
            yield url, start, end
            reached = end
