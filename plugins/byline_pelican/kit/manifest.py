"""`kit.json`: a kit for machines. Its schema is `docs/schemas/kit.schema.json`."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

import msgspec

from byline.model import FORMAT, plain
from byline.rights.plainly import DUTIES, Line
from byline_pelican.kit.kit import Kit
from byline_pelican.kit.texts import KitText


def manifest(kit: Kit, site_url: str) -> bytes:
    """The record as JSON."""
    return msgspec.json.format(msgspec.json.encode(record(kit, site_url)), indent=1) + b"\n"


def record(kit: Kit, site_url: str) -> dict[str, Any]:
    """The kit as plain JSON; no texts where nothing is lent."""
    article = kit.article
    duties = [duty for duty in kit.terms.keep if duty in DUTIES]
    return {
        "format": FORMAT,
        "article": {
            "title": kit.piece.title,
            "url": kit.piece.base,
            "canonical": kit.piece.canonical,
            "authors": plain(article.authors),
            "date": article.date,
            "language": article.language,
        },
        "uses": {
            line.use.value: {"granted": line.allowed, "answer": line.verdict, "words": line.words}
            for line in kit.uses
        },
        "keep": [{"duty": duty.value, **said} for duty, said in zip(duties, _lines(kit.keep), strict=True)],
        "changes": _lines([kit.changes])[0],
        "conditions": _lines(kit.conditions),
        "texts": {text.form.name: _text(text, f"{site_url}/{kit.url}") for text in kit.texts},
        "lacking": {lack.form.name: {"reason": lack.reason, "words": lack.words} for lack in kit.lacking},
        "left_out": [
            {"url": left.picture.url, "kind": left.kind, "reason": left.reason, "words": left.words}
            for left in kit.left_out
        ],
        "links": plain(kit.links),
        "canonical_link": kit.canonical or None,
        "notice": {
            "asked": kit.notice.asked,
            "to": kit.notice.to or None,
            "mailto": kit.notice.mailto or None,
            "words": kit.notice.words,
        },
        "terms": kit.terms.record(),
    }


def _lines(lines: Sequence[Line]) -> list[dict[str, str]]:
    return [{"text": line.text, "words": line.words} for line in lines]


def _text(text: KitText, folder: str) -> dict[str, str]:
    return {
        "media_type": text.form.media,
        "content": text.content,
        "sha256": sha256(text.content.encode()).hexdigest(),
        "address": folder + text.form.file,
        "file_sha256": sha256(text.file.encode()).hexdigest(),
    }
