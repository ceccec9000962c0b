"""What stands in the head of a page beside its graph: canonical, licence, Dublin Core, cards, TDM.

Ready to print: `_article_head.html` and `_site_head.html` walk these pairs and decide nothing. To add a
name, add it in `_metas` (read by name) or `_properties` (OpenGraph, read by property).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from byline.model import Terms
from byline_pelican.cards.address import HEIGHT, WIDTH, card_url
from byline_pelican.configuration import Configuration
from byline_pelican.dates import changed, zoned
from byline_pelican.edition import Entry
from byline_pelican.machine.claims import claims_of
from byline_pelican.machine.graph import (
    Node,
    article_graph,
    author_address,
    licence_address,
    site_graph,
)
from byline_pelican.machine.places import absolute, article_address
from byline_pelican.machine.signals import site_signals
from byline_pelican.machine.tdm import reservation, tdm_of
from byline_pelican.machine.terms import terms_path
from byline_pelican.opening import shortened

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an article's page; addresses are whole.

    Attributes:
        canonical: where search engines shall count it.
        licence: the public licence's address, or else the terms page's.
        metas: for `<meta name>`.
        properties: for `<meta property>`.
        graph: for `<script type="application/ld+json">`, printed with `|tojson`.

    """

    canonical: str
    licence: str
    metas: tuple[Pair, ...]
    properties: tuple[Pair, ...]
    graph: Node


@dataclass(frozen=True, slots=True)
class SiteHead:
    """The same for pages that are no article; title, description and address come from their templates."""

    metas: tuple[Pair, ...]
    properties: tuple[Pair, ...]
    graph: Node


def head_view(entry: Entry, configuration: Configuration) -> dict[str, Any]:
    """What templates may print in the head, and where the terms stand."""
    image = card_url(entry, configuration)
    terms = terms_path(entry.article)
    page = article_address(entry.article, configuration)
    head = Head(
        canonical=canonical(entry, entry.terms, page),
        licence=licence_address(entry) or absolute(terms, configuration),
        metas=tuple(pair for pair in _metas(entry, configuration) if pair[1]),
        properties=tuple(pair for pair in _properties(entry, configuration, image) if pair[1]),
        graph=article_graph(entry, configuration, image),
    )
    return {"terms_url": terms, "head": head}


def site_head(configuration: Configuration) -> SiteHead:
    """What stands in the head of every page that is no article."""
    said = reservation(site_signals(configuration.byline.machine))
    metas = [("twitter:card", "summary_large_image")]
    metas += [] if said is None else [("tdm-reservation", str(said))]
    properties = [
        ("og:type", "website"),
        ("og:site_name", configuration.site_name),
        *_picture(card_url(None, configuration), configuration.site_name),
    ]
    return SiteHead(tuple(metas), tuple(properties), site_graph(configuration))


def canonical(entry: Entry, terms: Terms, page: str) -> str:
    """The source where the author's terms ask for it; otherwise the page's own address.

    Search engines have advised against a canonical across sites for syndicated pieces since 2023, and
    a republisher that names one takes its own page out of their indexes. Some authors ask for it all
    the same, and then it is owed. So the terms decide, and their silence asks for nothing; that the piece
    comes from elsewhere is said by its credit and by `isBasedOn`.
    """
    asked = any(limit.kind == "canonical" for limit in terms.limits)
    return entry.credit.source_url or page if asked else page


def _metas(entry: Entry, configuration: Configuration) -> Iterator[Pair]:
    article = entry.article
    claims = claims_of(article)
    said = tdm_of(article, configuration)
    terms = absolute(terms_path(article), configuration)
    yield from (("author", author.name) for author in article.authors)
    yield from (("dcterms.creator", author.name) for author in article.authors)
    yield "dcterms.title", article.title
    yield "dcterms.date", article.date or ""
    yield "dcterms.modified", changed(article) or ""
    yield "dcterms.rights", claims.text
    yield from (("dcterms.rightsHolder", holder) for holder in claims.holders)
    yield "dcterms.dateCopyrighted", str(claims.year or "")
    yield "dcterms.license", licence_address(entry) or terms
    yield "dcterms.source", entry.credit.source_url or ""
    yield "dcterms.bibliographicCitation", citation(entry, configuration)
    yield "twitter:card", "summary_large_image"
    yield "tdm-reservation", "" if said is None else str(said)
    yield "tdm-policy", terms if said else ""


def citation(entry: Entry, configuration: Configuration) -> str:
    """How a reader would cite the page: who, what, when, where."""
    article = entry.article
    named = entry.credit.byline.removeprefix("By ")
    where = f"{configuration.site_name}, {article_address(article, configuration)}"
    return ". ".join(part for part in (named, article.title, article.date or "", where) if part)


def _properties(entry: Entry, configuration: Configuration, image: str) -> Iterator[Pair]:
    article = entry.article
    yield "og:type", "article"
    yield "og:title", article.title
    yield "og:description", shortened(entry.summary) or article.title
    yield "og:url", article_address(article, configuration)
    yield "og:site_name", configuration.site_name
    yield from _picture(image, article.title)
    yield "article:published_time", zoned(article.date, configuration)
    yield "article:modified_time", zoned(changed(article), configuration)
    yield from (("article:author", author_address(author, configuration)) for author in article.authors)
    yield "article:section", article.category or configuration.pelican["DEFAULT_CATEGORY"]
    yield from (("article:tag", tag) for tag in article.tags)


def _picture(url: str, alt: str) -> Iterator[Pair]:
    yield "og:image", url
    yield "og:image:width", str(WIDTH)
    yield "og:image:height", str(HEIGHT)
    yield "og:image:alt", alt
