"""The raw material of a page's facts, gathered once: meta tags, JSON-LD, and the blocks near the title.

What reads a fact (`metadata`, `titles`, `authors`, `published`) takes a Head and decides nothing about pages.
"""

import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

import msgspec
from selectolax.lexbor import LexborHTMLParser, LexborNode

from byline.extract.blocks import Block
from byline.extract.places import SOUGHT, Place, find_places, in_comments
from byline.extract.plain import folded, words

SELECTOR = ", ".join(
    (
        *("title", "meta[content]", 'script[type^="application/ld+json" i]', "link[rel~=canonical]"),
        *("link[rel~=license]", "a[rel~=license]", 'a[href*="creativecommons"]', "a[rel~=category]"),
        *SOUGHT,
    )
)
ARTICLE_TYPES = re.compile(
    r"article|posting|^report$|^review$|howto|recipe|creativework|^blog$|technical", re.IGNORECASE
)
OTHERS = {  # properties of schema.org under which other works and other people's words stand
    *("citation", "mentions", "comment", "review", "isBasedOn", "subjectOf", "relatedLink", "isRelatedTo"),
    *("significantLink", "suggestedAnswer", "acceptedAnswer", "itemListElement", "video", "workExample"),
}
COPYRIGHT = re.compile(r"©|\(c\)|copyright|&copy;|all rights reserved", re.IGNORECASE)
WRAPPED = re.compile(
    r"^\s*(?:<!--|(?://|/\*)\s*<!\[CDATA\[(?:\s*\*/)?)|(?:-->|(?://|/\*)\s*\]\]>(?:\s*\*/)?)\s*$"
)
TONGUE = re.compile(r"[A-Za-z]{2,3}(?:(?=[,;\s]|$)|[-_][A-Za-z]*)")
MAX_JSON = 1_000_000  # characters of one JSON-LD script
MAX_NODES = 5_000
MAX_SCRIPTS = 200
MAX_META = 2_000
MAX_ELEMENTS = 4_000
SHORT = 300  # characters of a block that tells a day
NEAR = 12  # blocks around the title in which a byline or a date may stand
BEFORE = 4


@dataclass
class Head:
    """The raw material, gathered once; what few pages need is gathered when it is asked for.

    Attributes:
        meta: the contents of meta tags, by name in lower case.
        nodes: the objects of JSON-LD.
        links: `link` and `a` elements that speak of the page: canonical, licence, category.
        elements: those that may name the author or the day.
        window: what the browser's window bears as its title.
        title: of the article, and the block that shows it; set when they are known.

    """

    tree: LexborHTMLParser
    blocks: tuple[Block, ...]
    url: str | None
    meta: dict[str, list[str]] = field(default_factory=dict)
    nodes: list[dict[str, Any]] = field(default_factory=list)
    links: list[LexborNode] = field(default_factory=list)
    elements: list[LexborNode] = field(default_factory=list)
    window: str = ""
    title: str | None = None
    title_at: int | None = None

    def metas(self, keys: Iterable[str]) -> Iterator[str]:
        """The contents of the meta tags with these names, in the order of the names."""
        for key in keys:
            yield from self.meta.get(key, ())

    @cached_property
    def articles(self) -> Sequence[dict[str, Any]]:
        """The JSON-LD objects that describe an article; the one that names this page or its title first."""
        found = [node for node in self.nodes if ARTICLE_TYPES.search(type_of(node))]
        return found if len(found) < 2 else sorted(found, key=self._is_other)  # noqa: PLR2004

    def _is_other(self, article: dict[str, Any]) -> bool:
        named = folded(words(article.get("headline")) or words(article.get("name")))
        told = [folded(value) for value in self.metas(("og:title", "twitter:title"))]
        return not (named and any(named in value or value in named for value in told if value))

    @cached_property
    def tongue(self) -> str:
        """The page's language as it names it, in lower case: `en-us`; empty where it names none."""
        root = self.tree.root
        given = root.attributes if root is not None else {}
        values = [given.get("lang") or "", given.get("xml:lang") or ""]
        values += list(self.metas(("content-language", "og:locale", "dc.language", "language")))
        named = (match[0] for value in values if (match := TONGUE.match(value.strip())))
        return next(named, "").lower().replace("_", "-")

    @cached_property
    def places(self) -> Sequence[Place]:
        """The elements that may name the author or the day; ask when the title is known."""
        return find_places(self.elements, self.title)

    @cached_property
    def starts_at(self) -> int:
        """The block that is the title; the first great heading, where none says it."""
        great = (b.index for b in self.blocks if b.kind == "h1" and not b.hidden and b.text)
        return self.title_at if self.title_at is not None else next(great, 0)

    @cached_property
    def near(self) -> Sequence[Block]:
        """The blocks after the title, then the few before it; no copyright line among them."""
        at = self.starts_at
        return [*_told(self.blocks[at + 1 :], NEAR), *_told(self.blocks[:at][::-1], BEFORE)]

    @cached_property
    def dated(self) -> Sequence[Block]:
        """The short blocks that may tell a day."""
        return [
            block
            for block in self.blocks
            if ("20" in block.text or "19" in block.text) and len(block.text) <= SHORT and not block.hidden
        ]


def gather(tree: LexborHTMLParser, blocks: tuple[Block, ...], url: str | None) -> Head:
    """A page, ready to be asked for its facts; its tree is searched once."""
    head = Head(tree, blocks, url)
    scripts: list[LexborNode] = []
    metas: list[LexborNode] = []
    seen: set[int] = set()
    kinds = {"script": scripts, "meta": metas, "link": head.links}
    for node in tree.css(SELECTOR):
        if node.mem_id in seen:
            continue
        seen.add(node.mem_id)
        tag = node.tag or ""
        if tag == "title":
            head.window = head.window or words(node.text())
        elif tag in kinds:
            kinds[tag].append(node)
        elif tag == "a":
            head.links.append(node)
            head.elements.append(node)
        elif len(head.elements) < MAX_ELEMENTS:
            head.elements.append(node)
    head.meta = _meta(metas[:MAX_META])
    head.nodes = _json_ld(scripts[:MAX_SCRIPTS])
    return head


def rel_of(node: LexborNode) -> list[str]:
    """What a link says that it leads to."""
    return (node.attributes.get("rel") or "").lower().split()


def host(url: str | None) -> str | None:
    """The host of a web address; None for any other."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    return parts.hostname if parts.scheme in {"http", "https"} else None


def type_of(node: dict[str, Any]) -> str:
    """What a JSON-LD object says that it is."""
    kind = node.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def _told(blocks: Iterable[Block], count: int) -> list[Block]:
    found: list[Block] = []
    for block in blocks:
        if block.hidden or not block.text or COPYRIGHT.search(block.text):
            continue
        if not in_comments(block.home):
            found.append(block)
            if len(found) == count:
                break
    return found


def _meta(nodes: Iterable[LexborNode]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in nodes:
        given = node.attributes
        content = words(given.get("content"))
        if not content:
            continue
        for key in ("name", "property", "itemprop", "http-equiv"):
            name = given.get(key)
            if name and (plain := name.strip().lower()):
                found.setdefault(plain, []).append(content)
    return found


def _json_ld(scripts: Iterable[LexborNode]) -> list[dict[str, Any]]:
    """Every object of the page's JSON-LD, outermost first; broken scripts are passed over."""
    found: list[dict[str, Any]] = []
    for node in scripts:
        text = node.text() or ""
        if len(text) > MAX_JSON or text.count("{") + text.count("[") > MAX_NODES:
            continue
        queue: deque[Any] = deque([_decoded(text)])
        while queue and len(found) < MAX_NODES:
            value = queue.popleft()
            if isinstance(value, list):
                queue.extend(v for v in value if isinstance(v, dict | list))
            elif isinstance(value, dict):
                found.append(value)
                queue.extend(
                    v for key, v in value.items() if key not in OTHERS and isinstance(v, dict | list)
                )
    return found


def _decoded(text: str) -> Any:
    """The value of a JSON text, forgiving what browsers forgive; None where it is beyond repair."""
    try:
        return msgspec.json.decode(text)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(WRAPPED.sub("", text).strip().strip(";"), strict=False)
    except (ValueError, RecursionError):
        return None
