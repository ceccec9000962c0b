"""Who wrote the page: each reader in the order of trust; the first that names somebody wins.

To read one more meta tag, add it to AUTHOR_KEYS; one more class, to PLACES. What makes a name is in `names`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from byline.extract.addresses import absolute
from byline.extract.blocks import Block
from byline.extract.dates import dates_in
from byline.extract.head import Head, type_of
from byline.extract.names import (
    BY,
    LABEL,
    MOST,
    OTHERS_WORK,
    PART,
    TRADE,
    clean,
    is_shaped,
    names_among,
    read_names,
    shaped_names,
)
from byline.extract.places import Place, elsewhere, lead, of_another
from byline.extract.plain import folded, words
from byline.model import Author
from byline.rights.parts.name import is_person

AUTHOR_KEYS = (
    *("author", "article:author", "dc.creator", "dcterms.creator", "dc.contributor.author", "byl"),
    *("parsely-author", "sailthru.author", "citation_author", "article.author", "article:author:name"),
    *("book:author", "og:article:author", "og:author", "cxenseparse:author", "rnews:creator", "author_name"),
)
LABELS = (("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2"))
WRITTEN = re.compile(
    r"written|author|posted|by\b|verfasst|geschrieben|écrit|escrito|scritto|geschreven|autor|作者|автор",
    re.IGNORECASE,
)
_WHO = r"(?:author|authors|byline|bylines|writer|contributor|contributors)"
_OF = r"(?:the|text|post|entry|article|blog|page|story|meta|item)"
CLASS = re.compile(r"author|byline|writer|contributor|written")
PLACES = (  # classes in the order of trust: what names a name, what names the author, what holds it
    re.compile(
        rf"(?:^|[ -]){_WHO}(?:-{{1,2}}\w+){{0,2}}-{{1,2}}(?:name|fullname|displayname|fn)(?:$|[ -])"
        rf"|(?:^|[ -])(?:name-{{1,2}}author|{_OF}-{{1,2}}author|authorname)(?:$|[ -])"
    ),
    re.compile(rf"(?:^| )(?:[\w-]*-)?(?:{_WHO}|written-?by)(?:$| )"),
    re.compile(
        rf"(?:^|[ -]){_WHO}-{{1,2}}(?:details?|info|meta|box|card|links?|title|text|content|wrapper|container"
        r"|header|block|inner|line|item|bio)(?:$|[ -])"
    ),
)
ADDRESS = re.compile(
    r"/(?:authors?|autor(?:en|es)?|auteurs?|autori|contributors?|writers?|columnists?|reporters?|by|producers|profiles?"
    r"|staff|people|team|our-experts|experts?|journalists?|members?|users?)/[^/?#]+|[?&]author=",
    re.IGNORECASE,
)
INVERTED = re.compile(r"([^\W\d_][\w'’-]+),\s+([^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,2})")
ON_A_DAY = re.compile(
    r"\s+on\s+(?=\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*\.?\s+\d).*$",
    re.IGNORECASE,
)
DATE_FIRST = re.compile(  # `July 9th, 2026 by …`, as old blogs have it
    r"^(?:(?:posted|published|submitted|written)\s+)?(?:on\s+)?(?:[^\W\d_]{3,12}day,?\s+)?"
    r"(?:[^\W\d_]{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.? [^\W\d_]{3,10}\.? \d{4}"
    r"|\d{1,4}[./-]\d{1,2}[./-]\d{1,4})\s*[,|–-]?\s*(?=by\b)",
    re.IGNORECASE,
)
LONGEST_LINE = 120  # characters of a by-line
A_PERSONS = 2  # words of a name that can be told from a firm's
FEW_LINES = 5  # of an element that may hold names and nothing else
MOST_PLACES = 40  # elements of one kind that are read


def read_authors(head: Head, site: str | None) -> tuple[Author, ...]:
    """Those the page names as its authors; the site itself only where it signs, or bears a person's name."""
    house = folded(site or "")
    own = {house, ""}
    for names in _told(head):
        found = [a for a in names if folded(a.name) not in own]
        if found and not (all(folded(a.name) in house for a in found) and _signed_by_site(head, site)):
            return _distinct(found)
    signed = _signed_by_site(head, site) or _named_as_site(head, house)
    for names in _seen(head):
        found = [a for a in names if folded(a.name) not in own]
        if found:
            return _distinct(found)
        signed = signed or tuple(a for a in names if folded(a.name))
    return signed[:1]


def _named_as_site(head: Head, house: str) -> tuple[Author, ...]:
    """The person whose name the site bears, where the data call the author one."""
    for article in head.articles:
        for value in _listed(article.get("author")):
            known = _known(value, head) if isinstance(value, dict) else {}
            name = words(known.get("name"))
            fit = folded(name) == house and len(name.split()) == A_PERSONS and is_person(name)
            if fit and "Person" in type_of(known):
                return tuple(_ld_author(value, head))
    return ()


def _known(value: dict[str, Any], head: Head) -> dict[str, Any]:
    """The object that a reference means."""
    if "name" in value or "@id" not in value:
        return value
    return next((n for n in head.nodes if n.get("@id") == value["@id"] and n.get("name")), value)


def _distinct(found: list[Author]) -> tuple[Author, ...]:
    return tuple({folded(a.name): a for a in reversed(found)}.values())[::-1][:MOST]


def _signed_by_site(head: Head, site: str | None) -> tuple[Author, ...]:
    """The site itself where readers see it sign: `by Two on a Gate on March 5`."""
    lines = (ON_A_DAY.sub("", BY.sub("", line, count=1)) for line in _bylines(head))
    return tuple(Author(line) for line in lines if site and folded(line) == folded(site))[:1]


def _told(head: Head) -> Iterator[list[Author]]:
    """Whom the page names to machines."""
    for article in head.articles:
        yield [
            a for key in ("author", "creator") for v in _listed(article.get(key)) for a in _ld_author(v, head)
        ]
    for key in AUTHOR_KEYS:
        yield [Author(name) for value in head.meta.get(key, ())[:MOST] for name in _given(key, value)]
    for label, data in LABELS:
        told = WRITTEN.search(next(iter(head.meta.get(label, ())), ""))
        yield [Author(name) for value in head.meta.get(data, ())[:1] if told for name in read_names(value)]


def _seen(head: Head) -> Iterator[list[Author]]:
    """Whom readers see named."""
    yield from _marked(head)
    yield from _classed(head)
    yield from _spoken(head)


def _listed(value: object) -> list[Any]:
    return value[:MOST] if isinstance(value, list) else [] if value is None else [value]


def _ld_author(value: object, head: Head) -> Iterator[Author]:
    if isinstance(value, dict):
        known = _known(value, head)
        for name in _listed(known.get("name")):
            url = known.get("url")
            web = absolute(url, head.url) if isinstance(url, str) else None
            yield from (_author(piece, web) for piece in read_names(words(name)))
    elif isinstance(value, str):
        yield from (Author(piece) for piece in read_names(value))


def _given(key: str, value: str) -> list[str]:
    """The names of a meta tag; libraries write `Roe, Jane`."""
    match = INVERTED.fullmatch(value[:200]) if key.startswith(("citation_", "dc")) else None
    return [f"{match[2]} {match[1]}"] if match else read_names(value)


def _author(name: str, url: str | None) -> Author:
    return Author(name, url if url and url.startswith(("http://", "https://")) else None)


def _marked(head: Head) -> Iterator[list[Author]]:
    """Whom the markup calls the author: microdata, then `rel`."""
    marked = [p for p in head.places if "author" in p.means.split()][:MOST_PLACES]
    for kind in ("itemprop", "rel"):
        nodes = [p for p in marked if "author" in (p.node.attributes.get(kind) or "").lower().split()]
        own = [p for p in nodes if not elsewhere(p.node) and not of_another(p.node)][:3]
        yield [a for p in own for a in _named_by(p, head)][:4]


def _named_by(place: Place, head: Head) -> list[Author]:
    """Whom an element names that is said to name the author."""
    node = place.node
    inner = node.css_first("[itemprop~=name]") if place.tag != "meta" else None
    held = inner if inner is not None else node
    text = held.attributes.get("content") or words((held.text(separator=" ") or "")[:200])
    return [_author(name, _href(place, head)) for name in read_names(text)]


def _href(place: Place, head: Head) -> str | None:
    node = place.node
    anchor = node if node.tag == "a" else node.css_first("a[href]")
    return absolute(anchor.attributes.get("href"), head.url) if anchor is not None else None


def _classed(head: Head) -> Iterator[list[Author]]:
    """Whom an element names whose class says that it names the author; far from the title, only the one."""
    named_so = [p for p in head.places if CLASS.search(p.names)]
    for pattern in PLACES:
        fit = [p for p in named_so if pattern.search(p.names)][:MOST_PLACES]
        own = [p for p in fit if not elsewhere(p.node)]
        for place in own:
            if place.near:
                yield _lines_of(place, head)
        far = [_lines_of(place, head) for place in own if not place.near]
        named = {folded(a.name) for people in far for a in people}
        if len(named) == 1:
            yield next(people for people in far if people)


def _lines_of(place: Place, head: Head) -> list[Author]:
    """The names in an element: all of it, or its first line that is one; never a reviewer's."""
    text = (place.node.text(separator="\n") or "")[:400]
    lines = [line for line in map(words, text.split("\n")) if line][:8]
    if OTHERS_WORK.search(" ".join(lines[:2])):
        return []
    named = shaped_names(" ".join(lines)) if len(lines) <= FEW_LINES else []
    exact = "name" in place.names or "author" in place.names.split()
    for line in lines if not named else ():
        if LABEL.fullmatch(line):
            continue
        named = names_among(line) or (read_names(line) if exact and " " not in line else [])
        break
    if named and OTHERS_WORK.search(lead(place.node)[-40:]):
        return []
    return [_author(name, _href(place, head)) for name in named]


def _spoken(head: Head) -> Iterator[list[Author]]:
    """Whom the lines at the title name: a by-line, a label above a name, a link to an author's page."""
    lines = list(_bylines(head))
    for line in lines:
        yield [Author(name) for name in shaped_names(line)]
    yield [Author(name) for name in _labelled(head.near)]
    yield [Author(name) for name in _beside(head.near)]
    yield [_author(name, url) for name, url in _linked(head.near)]


def _labelled(blocks: Iterable[Block]) -> list[str]:
    """The name in the line after one that only says `Written by`."""
    before = ""
    for block in blocks:
        for line in block.text.split("\n"):
            if before and LABEL.fullmatch(before) and shaped_names(line):
                return shaped_names(line)
            before = line.strip() if len(line) <= LONGEST_LINE else ""
    return []


def _beside(blocks: Sequence[Block]) -> list[str]:
    """The name in a line at the title with a day or an office beside it: `Jane Roe | July 2, 2025`."""
    for block in blocks[:FEW_LINES]:
        parts = [part for part in PART.split(block.text) if part] if len(block.text) <= LONGEST_LINE else []
        people = [names for part in parts if (names := shaped_names(part))]
        if len(people) == 1 and any(dates_in(part) or TRADE.search(part) for part in parts):
            return people[0]
    return []


def _linked(blocks: Iterable[Block]) -> list[tuple[str, str]]:
    """The name that links to an author's own page."""
    for block in blocks:
        if len(block.text) <= LONGEST_LINE and block.has_link and not OTHERS_WORK.search(block.text):
            for link in block.links:
                name = clean(link.text)
                if ADDRESS.search(link.url) and is_shaped(name):
                    return [(name, link.url)]
    return []


def _bylines(head: Head) -> Iterator[str]:
    """The first line near the title that begins as bylines do; it may share the title's block."""
    at = head.blocks[head.starts_at : head.starts_at + 1]
    for block in (*head.near, *at):
        spoken = [DATE_FIRST.sub("", line.strip()) for line in block.text[:2000].split("\n")]
        lines = [line for line in spoken if len(line) < LONGEST_LINE and BY.match(line)]
        if lines:
            yield lines[0]
