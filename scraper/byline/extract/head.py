"""The raw material of a page's facts, gathered once: meta tags, JSON-LD, and the blocks near the title.

What reads a fact (`metadata`, `authors`, `published`) takes a Head and decides nothing about pages.
"""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from byline.extract.blocks import Block
from byline.render import printable

ARTICLE_TYPES = re.compile(
    r"article|posting|^report$|^review$|howto|recipe|creativework|^blog$|technical", re.IGNORECASE
)
COPYRIGHT = re.compile(r"©|\(c\)|copyright|&copy;|all rights reserved", re.IGNORECASE)
MAX_JSON = 1_000_000  # characters of one JSON-LD script
MAX_NODES = 5_000
NEAR = 12  # blocks around the title in which a byline or a date may stand


@dataclass(slots=True)
class Head:
    """The raw material, gathered once."""

    tree: LexborHTMLParser
    blocks: tuple[Block, ...]
    url: str | None
    meta: dict[str, list[str]] = field(default_factory=dict)
    nodes: list[dict[str, Any]] = field(default_factory=list)
    title_at: int | None = None

    def metas(self, keys: Iterable[str]) -> Iterator[str]:
        """The contents of the meta tags with these names, in the order of the names."""
        for key in keys:
            yield from self.meta.get(key, ())

    def articles(self) -> list[dict[str, Any]]:
        """The JSON-LD objects that describe an article."""
        return [node for node in self.nodes if ARTICLE_TYPES.search(_type(node))]


def gather(tree: LexborHTMLParser, blocks: tuple[Block, ...], url: str | None) -> Head:
    """A page, ready to be asked for its facts."""
    return Head(tree, blocks, url, _meta(tree), _json_ld(tree))


def near(head: Head) -> Iterator[Block]:
    """The blocks after the title, then the few before it; no copyright line among them."""
    shown = [b for b in head.blocks if not b.hidden and b.text and not COPYRIGHT.search(b.text)]
    after = [b for b in shown if b.index > (head.title_at or 0)]
    before = [b for b in shown if b.index < (head.title_at or 0)]
    yield from after[:NEAR]
    yield from reversed(before[-4:])


def in_comments(node: LexborNode) -> bool:
    """Whether an element stands among comments or other articles."""
    parent: LexborNode | None = node
    for _ in range(12):
        if parent is None:
            return False
        names = f"{parent.attributes.get('class') or ''} {parent.attributes.get('id') or ''}".lower()
        if re.search(r"comment|related|recommend|sidebar|footer|teaser", names):
            return True
        parent = parent.parent
    return False


def host(url: str | None) -> str | None:
    """The host of a web address; None for any other."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return parts.hostname if parts.scheme in {"http", "https"} else None


def folded(text: str) -> str:
    """Letters and digits only, case folded: a comparison that forgives spacing and marks."""
    return re.sub(r"\W+", "", text.casefold())


def words(value: object) -> str:
    """A text on one line, without control characters; empty for anything else."""
    return " ".join(printable(str(value)).split()) if isinstance(value, str) else ""


def _meta(tree: LexborHTMLParser) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in tree.css("meta"):
        content = words(node.attributes.get("content") or "")
        for key in ("name", "property", "itemprop", "http-equiv"):
            name = (node.attributes.get(key) or "").strip().lower()
            if name and content:
                found.setdefault(name, []).append(content)
    return found


def _json_ld(tree: LexborHTMLParser) -> list[dict[str, Any]]:
    """Every object of the page's JSON-LD, outermost first; broken scripts are passed over."""
    found: list[dict[str, Any]] = []
    for node in tree.css('script[type="application/ld+json"]'):
        text = node.text() or ""
        if len(text) > MAX_JSON or text.count("{") + text.count("[") > MAX_NODES:
            continue
        try:
            queue: deque[Any] = deque([json.loads(text.strip().strip(";"), strict=False)])
        except (ValueError, RecursionError):
            continue
        while queue and len(found) < MAX_NODES:
            value = queue.popleft()
            if isinstance(value, list):
                queue.extend(v for v in value if isinstance(v, dict | list))
            elif isinstance(value, dict):
                found.append(value)
                queue.extend(v for v in value.values() if isinstance(v, dict | list))
    return found


def _type(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")
