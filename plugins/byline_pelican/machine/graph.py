"""schema.org, as JSON-LD: the article, its publisher, its place on the site; and the site itself.

Nothing is said that the file does not say: no holder without a notice, no month where only the year is
known. Consumers ask for dates with a zone, so a bare day is written as its first moment in the site's
TIMEZONE, as Pelican takes it; a time with a zone keeps it; a year or a month stays as it is, which is
a date in ISO 8601 too.
"""

import re
from typing import Any

from pelican.contents import Author as PelicanAuthor
from pelican.contents import Category

from byline.extract.markdown import plain_text
from byline.model import Author, Correction
from byline.web import is_web_address
from byline_pelican.cards.address import HEIGHT, WIDTH, card_url
from byline_pelican.configuration import Configuration
from byline_pelican.corrections import newest_first
from byline_pelican.dates import changed, zoned
from byline_pelican.edition import Entry
from byline_pelican.machine.claims import Claims, claims_of, public_licence
from byline_pelican.machine.places import absolute, article_address, kit_address
from byline_pelican.machine.terms import terms_path
from byline_pelican.opening import shortened

CONTEXT = "https://schema.org"
HEADLINE = 110  # characters; search engines cut a longer one
COMPANY = re.compile(
    r"\b(?:inc|ltd|limited|llc|llp|plc|corp|corporation|company|co|gmbh|ag|e\.v|press|publishing|publications"
    r"|group|foundation|society|association|university|institute|magazine|media)\b\.?",
    re.IGNORECASE,
)
Node = dict[str, Any]


def article_graph(entry: Entry, configuration: Configuration, image: str) -> Node:
    """The article's page, for machines.

    Args:
        entry: what is published.
        configuration: of the site.
        image: whole address of the picture that links to it are shown with.

    """
    page = article_address(entry.article, configuration)
    article = {**_article(entry, configuration, page, image), **_rights(entry, configuration)}
    nodes = [_without_nothing(article), publisher(configuration), _trail(entry, configuration, page)]
    return {"@context": CONTEXT, "@graph": nodes}


def site_graph(configuration: Configuration) -> Node:
    """The home page, for machines; no SearchAction, for the search needs scripts."""
    site = {
        "@type": "WebSite",
        "@id": absolute("#website", configuration),
        "name": configuration.site_name,
        "description": configuration.byline.tagline,
        "url": absolute("", configuration),
        "inLanguage": configuration.language,
        "publisher": {"@id": absolute("#publisher", configuration)},
    }
    return {"@context": CONTEXT, "@graph": [_without_nothing(site), publisher(configuration)]}


def publisher(configuration: Configuration) -> Node:
    """The site as the one that publishes."""
    return {
        "@type": "Organization",
        "@id": absolute("#publisher", configuration),
        "name": configuration.site_name,
        "url": absolute("", configuration),
        "logo": _image(card_url(None, configuration)),
    }


def _article(entry: Entry, configuration: Configuration, page: str, image: str) -> Node:
    article = entry.article
    return {
        "@type": "Article",
        "@id": f"{page}#article",
        "headline": headline(article.title),
        "description": shortened(entry.summary),
        "datePublished": zoned(article.date, configuration),
        "dateModified": zoned(changed(article), configuration),
        "correction": [_correction(one, configuration) for one in newest_first(article)],
        "author": [_person(author, configuration) for author in article.authors],
        "publisher": {"@id": absolute("#publisher", configuration)},
        "image": _image(image),
        "mainEntityOfPage": {"@type": "WebPage", "@id": page},
        "url": page,
        "isBasedOn": entry.credit.source_url,
        "isAccessibleForFree": True,
        "inLanguage": article.language or configuration.language,
        "wordCount": len(entry.text.split()),
        "keywords": list(article.tags),
        "articleSection": article.category or configuration.pelican["DEFAULT_CATEGORY"],
    }


def _rights(entry: Entry, configuration: Configuration) -> Node:
    article = entry.article
    claims = claims_of(article)
    terms = absolute(terms_path(article), configuration)
    return {
        "copyrightHolder": [_holder(name, article.authors, configuration) for name in claims.holders],
        "copyrightNotice": claims.text,
        "copyrightYear": claims.year,
        "creditText": credit_text(entry, claims),
        "license": licence_address(entry) or terms,
        "usageInfo": terms,
        "acquireLicensePage": kit_address(article, configuration),
    }


def credit_text(entry: Entry, claims: Claims) -> str:
    """The byline and the notices, in one line."""
    return ". ".join(part for part in (entry.credit.byline, " ".join(claims.text.split())) if part)


def licence_address(entry: Entry) -> str:
    """The address of the public licence that the article is under; empty where it is under none."""
    licence = public_licence(entry.article)
    return licence.url if licence else ""


def headline(title: str) -> str:
    """The title; a long one ends at a word."""
    words = " ".join(title.split())
    return words if len(words) <= HEADLINE else f"{words[: HEADLINE - 1].rsplit(' ', 1)[0]}…"


def _correction(correction: Correction, configuration: Configuration) -> Node:
    """What was put right, and when."""
    return {
        "@type": "CorrectionComment",
        "text": plain_text(correction.text),
        "datePublished": zoned(correction.on, configuration),
    }


def _person(author: Author, configuration: Configuration) -> Node:
    """An author; a name does not tell whether it is a body's, so all are taken for people."""
    return {"@type": "Person", "name": author.name, "url": author_address(author, configuration)}


def author_address(author: Author, configuration: Configuration) -> str:
    """The author's own address, or else what the site has of them."""
    if is_web_address(author.url):
        return author.url or ""
    settings = configuration.pelican
    if not settings["AUTHOR_SAVE_AS"]:
        return absolute("", configuration)
    return absolute(PelicanAuthor(author.name, settings).url, configuration)


def _holder(name: str, authors: tuple[Author, ...], configuration: Configuration) -> Node:
    """A holder is an author of that name, or a company by its form; of others only the name is known."""
    own = next((author for author in authors if author.name.casefold() == name.casefold()), None)
    if own is not None:
        return _person(own, configuration)
    return {"@type": "Organization" if COMPANY.search(name) else "Thing", "name": name}


def _image(url: str) -> Node:
    return {"@type": "ImageObject", "url": url, "width": WIDTH, "height": HEIGHT}


def _trail(entry: Entry, configuration: Configuration, page: str) -> Node:
    """Home, category, article."""
    settings = configuration.pelican
    category = Category(entry.article.category or settings["DEFAULT_CATEGORY"], settings)
    steps = [(configuration.site_name, absolute("", configuration))]
    if settings["CATEGORY_SAVE_AS"]:
        steps.append((category.name, absolute(category.url, configuration)))
    steps.append((entry.article.title, page))
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": url}
        for place, (name, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "@id": f"{page}#breadcrumb", "itemListElement": items}


def _without_nothing(node: Node) -> Node:
    return {name: value for name, value in node.items() if value not in (None, "", [])}
