"""Who wrote the page: each reader in the order of trust; the first that names somebody wins.

To read one more meta tag or place, add it to AUTHOR_KEYS or AUTHOR_PLACES; one more word that is no
name, to NO_NAME.
"""

import re
from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborNode

from byline.extract.addresses import absolute
from byline.extract.head import Head, folded, in_comments, near, words
from byline.model import Author

AUTHOR_KEYS = (
    *(
        "author",
        "article:author",
        "dc.creator",
        "dcterms.creator",
        "byl",
        "parsely-author",
        "sailthru.author",
    ),
    *("citation_author", "article.author", "twitter:data1"),
)
AUTHOR_PLACES = (
    "[itemprop=author] [itemprop=name], [itemprop=author][itemprop=name]",
    "[rel~=author]",
    "[itemprop=author]",
    ".byline a, .author-name, .entry-author, .post-author, .author.vcard, .byline-name, .article-author",
    ".author a, .byline, .author",
)
BY = re.compile(
    r"^(?:(?:written|authored|posted|published|words?|story|text)\s+)?(?:by|von|par|por|di|door|af|av)\b[\s:]+",
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
NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[\w.'’&-]+){0,5}")
NO_NAME = re.compile(
    r"^(?:admin\w*|administrator|editor(?:ial)?(?: team)?|staff(?: writers?| reporters?| reports?)?|guest"
    r"|guest author|popular demand|(?:translated|edited|reviewed) by .*|microsoft frontpage.*|anonymous"
    r"|unknown|author|user\d*"
    r"|about (?:us|me)|(?:the|this|post|article) author|(?:written|authored|posted|published) by"
    r"|(?:view|see|read|more|all)\b.*\bposts?|(?:[\w-]+\.)+author"
    r"|https?:.*|www\..*|follow|share|home|contact|read more|.*@.*|true|null|none|undefined)$",
    re.IGNORECASE,
)
NAME_END = re.compile(
    r"\s*(?:[|•·–—(\n]|,\s|\s-\s|\bon\b|\bin\b|\bat\b|\bposted\b|\bpublished\b|\bupdated\b|\bfollow\b"
    r"|\boriginally\b|\bcopyright\b|©|\d{1,2}[:./-]\d|\b(?:19|20)\d\d\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d).*$",
    re.IGNORECASE | re.DOTALL,
)


def read_authors(head: Head, site: str | None) -> tuple[Author, ...]:
    """Those the page names as its authors; never the site itself."""
    own = {folded(site or ""), ""}
    signed = _signed_by_site(head, site)
    for names in _author_readers(head):
        found = [a for a in names if a is not None and folded(a.name) not in own]
        cut = signed and all(folded(a.name) in folded(signed[0].name) for a in found)
        if found and not cut:
            return tuple({folded(a.name): a for a in reversed(found)}.values())[::-1][:8]
    return signed


def _signed_by_site(head: Head, site: str | None) -> tuple[Author, ...]:
    """The site itself where readers see it sign: `by Two on a Gate on March 5`."""
    lines = (ON_A_DAY.sub("", BY.sub("", words(line), count=1)) for line in _bylines(head))
    return tuple(Author(line) for line in lines if site and folded(line) == folded(site))


def _author_readers(head: Head) -> Iterator[list[Author | None]]:
    for article in head.articles():
        yield [a for value in _listed(article.get("author")) for a in _ld_author(value, head)]
    for key in AUTHOR_KEYS:
        yield [_author(piece, None) for value in head.meta.get(key, ()) for piece in _given(key, value)]
    for place in AUTHOR_PLACES:
        nodes = [n for n in head.tree.css(place)[:20] if not in_comments(n)][:3]
        yield [_author(piece, _href(n, head)) for n in nodes for piece in _names(_line(n))][:4]
    yield [_author(piece, None) for text in _bylines(head) for piece in _names(text)]


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _ld_author(value: object, head: Head) -> Iterator[Author | None]:
    if isinstance(value, dict):
        known = value
        if "name" not in value and "@id" in value:
            known = next((n for n in head.nodes if n.get("@id") == value["@id"] and n.get("name")), value)
        for name in _listed(known.get("name")):
            url = known.get("url")
            yield _author(words(name), absolute(url, head.url) if isinstance(url, str) else None)
    elif isinstance(value, str):
        yield from (_author(piece, None) for piece in _names(value))


def _given(key: str, value: str) -> list[str]:
    """The names of a meta tag; libraries write `Roe, Jane`."""
    match = INVERTED.fullmatch(value) if key.startswith(("citation_", "dc")) else None
    return [f"{match[2]} {match[1]}"] if match else _names(value)


def _names(text: str) -> list[str]:
    """`By A, B and C` as its names."""
    line = (
        NAME_END.sub("", BY.sub("", words(text), count=1)) if not _several(text) else BY.sub("", words(text))
    )
    return [
        piece.strip() for piece in re.split(r"\s*(?:,|;|&|\band\b|\bund\b|\bet\b)\s*", line) if piece.strip()
    ]


def _several(text: str) -> bool:
    pieces = re.split(r",|;|&|\band\b", BY.sub("", words(text)))
    return len(pieces) > 1 and all(re.fullmatch(r"(?:[^\W\d_][\w.'’-]*\s*){2,4}", p.strip()) for p in pieces)


def _author(name: str, url: str | None) -> Author | None:
    """A name that could be one; None for placeholders, addresses and sentences."""
    clean = words(name).strip(" ,;:|-–")
    if not clean or len(clean) > 60 or NO_NAME.match(clean) or not NAME.match(clean):  # noqa: PLR2004
        return None
    web = url if url and url.startswith(("http://", "https://")) else None
    return Author(clean, web)


def _line(node: LexborNode) -> str:
    content = node.attributes.get("content") if node.tag == "meta" else None
    return content or (node.text(separator=" ") or "")[:200]


def _href(node: LexborNode, head: Head) -> str | None:
    anchor = node if node.tag == "a" else node.css_first("a[href]")
    return absolute(anchor.attributes.get("href"), head.url) if anchor is not None else None


def _bylines(head: Head) -> Iterator[str]:
    """The first line near the title that begins as bylines do; it may share the title's block."""
    at = [b for b in head.blocks if b.index == head.title_at]
    for block in (*near(head), *at):
        spoken = [DATE_FIRST.sub("", line.strip()) for line in block.text.split("\n")]
        lines = [line for line in spoken if BY.match(line)]
        if lines and len(lines[0]) < 120:  # noqa: PLR2004
            yield lines[0]
            return
