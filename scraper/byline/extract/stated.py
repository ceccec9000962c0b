"""What a page's machine-readable parts say about the article's rights: licences, words, notices.

Only what speaks of the article counts: a picture's licence, another thing's (RDFa `about`) and a
crawler's licence file do not. To read one more meta tag, add it to META_KEYS.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from selectolax.lexbor import LexborNode

from byline.extract.head import Head, rel_of
from byline.extract.plain import words
from byline.model import Link, Statement
from byline.rights.parts.licence_url import is_licence
from byline.rights.parts.notice import is_notice, is_reserved
from byline.rights.parts.sentences import sentences
from byline.rights.parts.statement import Strength, strength
from byline.web import web_address

META_KEYS = (
    *("dc.rights.license", "dcterms.license", "dc.license", "license", "licence", "cc:license"),
    *("dc.rights", "dcterms.rights", "rights", "copyright", "dc.rights.copyright", "dcterms.rightsholder"),
)
LD_KEYS = ("license", "usageInfo", "copyrightNotice")
CRAWLERS = "application/rsl+xml"
CREATIVE_COMMONS = re.compile(
    r"^(?:https?:)?//(?:www\.)?creativecommons\.org/(?:licen[sc]es|publicdomain)/", re.IGNORECASE
)
PICTURE = re.compile(
    r"\b(?:photo\w*|images?|pictures?|illustrations?|flickr|unsplash|wikimedia|video|foto\w*|bild(?:er)?|credits?)\b",
    re.IGNORECASE,
)
PICTURE_PLACE = re.compile(r"caption|photo|image|picture|gallery|credit|thumb", re.IGNORECASE)
UP = 6  # elements around an anchor that may say what it speaks of
MENTION = 200  # characters of an anchor's line from which a mere link is talk about a licence


@dataclass(frozen=True, slots=True)
class Stated:
    """What the metadata say of rights.

    Attributes:
        licence_urls: absolute web addresses.
        statements: in the words found.
        notices: copyright lines.
        odd: what is linked as a licence and is no address of the web.

    """

    licence_urls: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    notices: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()


def read_stated(head: Head) -> Stated:
    """Every right that the head, the article's JSON-LD and licence anchors state."""
    said: list[Statement] = []
    notices: list[str] = []
    for where, text in _values(head):
        url = web_address(text, head.url) if " " not in text else None
        if url and is_licence(url):
            said.append(Statement(text, where, f"<{url}>", (Link(url, url),)))
        elif _speaks_of_reuse(text):
            said.append(Statement(text, where))
        elif is_notice(text):
            notices.append(text)
    first = {(s.text if not s.links else s.links[0].url): s for s in reversed(said)}
    urls = [link.url for statement in said for link in statement.links]
    lines: dict[int, str] = {}
    anchors = (node for node in head.links if node.tag == "a")
    urls += [url for node in anchors if (url := _linked(node, head, lines))]
    odd = [href for href in _hrefs(head) if web_address(href, head.url) is None]
    return Stated(
        tuple(dict.fromkeys(urls)), tuple(first.values())[::-1], tuple(dict.fromkeys(notices)), tuple(odd)
    )


def _hrefs(head: Head) -> list[str]:
    """What the page links as a licence."""
    nodes = (node for node in head.links if "license" in rel_of(node))
    return [href for node in nodes if (href := node.attributes.get("href"))]


def _values(head: Head) -> Iterator[tuple[str, str]]:
    """Where the page states rights, and the words there."""
    for article in head.articles[:1]:
        for key in LD_KEYS:
            yield from ((f"meta {key}", text) for text in _texts(article.get(key)))
    for node in head.links:
        if (
            node.tag == "link"
            and "license" in rel_of(node)
            and (node.attributes.get("type") or "").lower() != CRAWLERS
        ):
            href = node.attributes.get("href")
            yield "meta link", web_address(href, head.url) or words(href)
    for key in META_KEYS:
        yield from ((f"meta {key}", text) for text in head.meta.get(key, ()))


def _texts(value: object) -> list[str]:
    """The address or the words of a JSON-LD value."""
    if isinstance(value, list):
        return [text for inner in value[:4] if not isinstance(inner, list) for text in _texts(inner)]
    if isinstance(value, dict):
        known: dict[str, Any] = value
        return _texts(known.get("url") or known.get("@id") or known.get("name"))
    text = words(value)
    return [text] if text else []


def _speaks_of_reuse(text: str) -> bool:
    """Whether words grant, limit or deny reuse; "all rights reserved" alone does not."""
    return any(
        strength(line.text) >= Strength.FAIR and not is_reserved(line.text) for line in sentences(text)
    )


def _linked(node: LexborNode, head: Head, lines: dict[int, str]) -> str | None:
    """The licence that an anchor gives the page; None where it speaks of a picture or in passing.

    `lines` keeps the words around the anchors, by element: a thousand anchors may share one.
    """
    url = web_address(node.attributes.get("href"), head.url)
    rel = "license" in rel_of(node)
    if not url or not (rel or CREATIVE_COMMONS.match(url)):
        return None
    line = _line(node.parent, lines)
    talk = not rel and len(line) > MENTION
    if talk or (len(line) <= MENTION and PICTURE.search(line)):
        return None
    return url if _about_page(node, head) else None


def _line(around: LexborNode | None, lines: dict[int, str]) -> str:
    if around is None:
        return ""
    if around.mem_id not in lines:
        lines[around.mem_id] = (around.text() or "")[: MENTION + 1]
    return lines[around.mem_id]


def _about_page(node: LexborNode, head: Head) -> bool:
    """Whether nothing around an anchor says that it speaks of a picture or of another thing."""
    place: LexborNode | None = node
    for _ in range(UP):
        if place is None or place.tag in {"body", "html"}:
            return True
        given = place.attributes
        about = given.get("about") or given.get("resource") or ""
        kinds = f"{given.get('typeof') or ''} {given.get('itemtype') or ''}"
        if place.tag in {"figure", "figcaption"} or PICTURE_PLACE.search(
            f"{given.get('class') or ''} {kinds}"
        ):
            return False
        if about.strip("#") and web_address(about, head.url) != head.url:
            return False
        place = place.parent
    return True
