"""What a page says about itself: title, authors, date, language, addresses, category, licences.

Each fact has its readers in the order of trust: JSON-LD, meta tags, microdata, then what stands near
the title. Authors and the date have modules of their own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from byline.extract.authors import read_authors
from byline.extract.blocks import Block
from byline.extract.head import Head, folded, gather, host, near, words
from byline.extract.published import read_published
from byline.extract.stated import read_stated
from byline.model import Author, Doubt, Statement
from byline.web import web_address

TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title")
CATEGORY_LABEL = re.compile(
    r"\b(?:category|filed under|section)\s*:\s*([^\W\d_][\w &'’/-]{1,40}?)\s*(?:[|\n•·]|$)", re.IGNORECASE
)
LONGEST_SHOWN = 160  # characters of an odd address that a person needs to see
BREADCRUMBS = "[class*=breadcrumb] a, [id*=breadcrumb] a, [aria-label*=readcrumb] a"
TITLE_SEPARATOR = re.compile(r"\s+[|–—·•»:~-]+\s+|\s*[|»]\s*|\s+::\s+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says about itself; None or empty where it says nothing."""

    title: str | None = None
    authors: tuple[Author, ...] = ()
    published: str | None = None
    language: str | None = None
    canonical: str | None = None
    site: str | None = None
    category: str | None = None
    licence_urls: tuple[str, ...] = ()
    stated: tuple[Statement, ...] = ()
    notices: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()  # addresses that are none of the web


def read_metadata(
    tree: LexborHTMLParser, blocks: tuple[Block, ...], url: str | None = None, title: str | None = None
) -> Metadata:
    """Every fact that the page states, cleaned of control characters; `title` overrules its own."""
    head = gather(tree, blocks, url)
    site = _site(head)
    title = title or _title(head, site)
    canonical, odd_canonical = _canonical(head)
    head.title_at = title_block(blocks, title)
    rights = read_stated(head)
    return Metadata(
        title=title,
        authors=read_authors(head, site),
        published=read_published(head),
        language=_language(head),
        canonical=canonical,
        site=site or host(url),
        category=_category(head, title),
        licence_urls=rights.licence_urls,
        stated=rights.statements,
        notices=rights.notices,
        doubts=(*odd_canonical, *_doubts("odd-licence", rights.odd)),
    )


def _site(head: Head) -> str | None:
    for value in head.metas(("og:site_name", "application-name", "al:ios:app_name")):
        return value
    for node in head.nodes:
        publisher = node.get("publisher")
        if isinstance(publisher, dict) and words(publisher.get("name")):
            return words(publisher["name"])
    return None


def _title(head: Head, site: str | None) -> str | None:
    """The h1 that the page's own titles repeat; else the best of them without the site's name."""
    node = head.tree.css_first("title")
    named = [words(value) for value in (node.text() if node else "", *head.metas(TITLE_KEYS))]
    named += [words(article.get("headline")) for article in head.articles()]
    named = [value for value in named if value]
    wholes = [folded(value) for value in named]
    own = [b for b in head.blocks if not _is_masthead(b)]
    headings = [b.text for b in own if b.kind == "h1" and folded(b.text)]
    headings += [b.text for b in own if b.kind in {"h2", "h3"} and len(b.text) > 15]  # noqa: PLR2004
    for heading in headings:
        inside = folded(heading)
        if any(inside in whole for whole in wholes) and inside != folded(site or ""):
            return " ".join(heading.split())
    firsts = [b.text for b in own if b.kind == "h1" and not b.hidden and folded(b.text)]
    best = named[1:] + named[:1]
    if best:
        return _without_site(best[0], site)
    return " ".join(firsts[0].split()) if firsts else None


def _is_masthead(block: Block) -> bool:
    """A heading that leads home names the site; old blogs keep their one h1 for it."""
    home = [_leads_home(link.url) for link in block.links]
    return bool(home) and all(home) and block.linked >= len(block.text.strip())


def _leads_home(url: str) -> bool:
    try:
        address = urlsplit(url)
    except ValueError:  # `http://[bad`
        return False
    return not address.path.strip("/") and not address.query


def _without_site(title: str, site: str | None) -> str:
    """`Title | Site` without the site, where the site is known or the last piece is short."""
    pieces = [piece for piece in TITLE_SEPARATOR.split(title) if piece]
    if len(pieces) < 2:  # noqa: PLR2004
        return title
    own = folded(site or "")
    if own and own in folded(pieces[-1]):
        return title[: title.rindex(pieces[-1])].rstrip(" |–—·•»:~-")
    if own and own == folded(pieces[0]):
        return title[title.index(pieces[1]) :]
    return max(pieces, key=len)


def title_block(blocks: tuple[Block, ...], title: str | None) -> int | None:
    """Index of the block that shows the title; a heading before any other."""
    wanted = folded(title or "")
    found = [b for b in blocks if wanted and not b.hidden and folded(b.text) == wanted]
    best = min(found, key=lambda b: (b.kind != "h1", not b.kind.startswith("h"), b.index), default=None)
    return best.index if best else None


def _language(head: Head) -> str | None:
    root = head.tree.css_first("html")
    attributes = root.attributes if root is not None else {}
    values = [attributes.get("lang") or "", attributes.get("xml:lang") or ""]
    values += list(head.metas(("content-language", "og:locale", "dc.language", "language")))
    for value in values:
        match = re.match(r"([A-Za-z]{2,3})(?:[-_,;\s]|$)", value.strip())
        if match:
            return match[1].lower()
    return None


def _canonical(head: Head) -> tuple[str | None, tuple[Doubt, ...]]:
    """The address that the page names as its own; one that is none of the web is a doubt."""
    node = head.tree.css_first("link[rel~=canonical]")
    href = node.attributes.get("href") if node is not None else None
    named = [value for value in (href, *head.metas(("og:url",))) if value and value.strip()]
    whole = [web_address(value, head.url) for value in named]
    odd = [value for value, url in zip(named, whole, strict=True) if url is None]
    return next(filter(None, whole), None), _doubts("odd-canonical", odd)


def _category(head: Head, title: str | None) -> str | None:
    """What the page files the article under: its section, or the last breadcrumb before the title."""
    for value in head.metas(("article:section", "parsely-section")):
        return value
    filed = head.tree.css_first("a[rel~=category]")
    if filed is not None and words(filed.text()):
        return words(filed.text())
    labelled = (CATEGORY_LABEL.search(block.text) for block in near(head))
    for match in filter(None, labelled):
        return match[1].strip()
    crumbs = [words(n.text()) for n in head.tree.css(BREADCRUMBS)[:12]]
    wanted = folded(title or "")
    named = [
        c
        for c in crumbs
        if c and folded(c) != wanted and folded(c) not in {"home", "start", "accueil", "inicio"}
    ]
    return named[-1] if named and len(named[-1]) < 60 else None  # noqa: PLR2004


def _doubts(what: str, addresses: Iterable[str]) -> tuple[Doubt, ...]:
    return tuple(Doubt(what, words(address)[:LONGEST_SHOWN]) for address in dict.fromkeys(addresses))
