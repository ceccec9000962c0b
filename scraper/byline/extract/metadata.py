"""What a page says about itself: title, authors, date, language, addresses, category, licences.

Each fact has its readers in the order of trust: JSON-LD, meta tags, microdata, then what stands near
the title. Authors and the date have modules of their own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from byline.extract.authors import read_authors
from byline.extract.blocks import Block
from byline.extract.head import Head, gather, host, rel_of
from byline.extract.plain import folded, words
from byline.extract.published import read_published
from byline.extract.stated import read_stated
from byline.extract.titles import read_title, title_block
from byline.model import Author, Doubt, Statement
from byline.web import web_address

CATEGORY_LABEL = re.compile(
    r"\b(?:category|filed under|section)\s*:\s*([^\W\d_][\w &'’/-]{1,40}?)\s*(?:[|\n•·]|$)", re.IGNORECASE
)
LONGEST_SHOWN = 160  # characters of an odd address that a person needs to see
BREADCRUMBS = "[class*=breadcrumb], [id*=breadcrumb], [aria-label*=readcrumb]"
MOST_CRUMBS = 12


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
    title = title or read_title(head, site)
    canonical, odd_canonical = _canonical(head)
    head.title = title
    head.title_at = title_block(blocks, title)
    rights = read_stated(head)
    return Metadata(
        title=title,
        authors=read_authors(head, site),
        published=read_published(head),
        language=head.tongue.split("-")[0] or None,
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


def _canonical(head: Head) -> tuple[str | None, tuple[Doubt, ...]]:
    """The address that the page names as its own; one that is none of the web is a doubt."""
    named_so = (node for node in head.links if node.tag == "link" and "canonical" in rel_of(node))
    href = next((node.attributes.get("href") for node in named_so), None)
    told = dict.fromkeys((href, *head.metas(("og:url",))))
    named = [value for value in told if value and value.strip()]
    whole = [web_address(value, head.url) for value in named]
    odd = [value for value, url in zip(named, whole, strict=True) if url is None]
    return next(filter(None, whole), None), _doubts("odd-canonical", odd)


def _category(head: Head, title: str | None) -> str | None:
    """What the page files the article under: its section, or the last breadcrumb before the title."""
    for value in head.metas(("article:section", "parsely-section")):
        return value
    filed = next((node for node in head.links if node.tag == "a" and "category" in rel_of(node)), None)
    if filed is not None and words(filed.text()):
        return words(filed.text())
    labelled = (CATEGORY_LABEL.search(block.text) for block in head.near if ":" in block.text)
    for match in filter(None, labelled):
        return match[1].strip()
    trails = head.tree.css(BREADCRUMBS)[:MOST_CRUMBS]
    crumbs = [words(n.text()) for trail in trails for n in trail.css("a")[:MOST_CRUMBS]][:MOST_CRUMBS]
    wanted = folded(title or "")
    named = [
        c
        for c in crumbs
        if c and folded(c) != wanted and folded(c) not in {"home", "start", "accueil", "inicio"}
    ]
    return named[-1] if named and len(named[-1]) < 60 else None  # noqa: PLR2004


def _doubts(what: str, addresses: Iterable[str]) -> tuple[Doubt, ...]:
    return tuple(Doubt(what, words(address)[:LONGEST_SHOWN]) for address in dict.fromkeys(addresses))
