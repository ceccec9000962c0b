"""The title of a page: as its readers see it, without the site's name.

A heading that the page's own titles repeat is the title; next, the great heading that shares most words
with them: what a page tells machines is often cut, or put in other words, for a list of results.
To read one more meta tag, add it to TITLE_KEYS.
"""

import re
from collections.abc import Iterable, Sequence
from urllib.parse import urlsplit

from byline.extract.blocks import Block
from byline.extract.head import Head
from byline.extract.plain import folded, words

TITLE_KEYS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title")
TITLE_SEPARATOR = re.compile(r"\s+[|–—·•»:~-]+\s+|\s*[|»]\s*|\s+::\s+")
WORD = re.compile(r"[^\W_]+")
HEADINGS = {"h1", "h2", "h3"}
LONG_ENOUGH = 15  # characters from which a lesser heading may be the title
LONGEST = 200  # characters of a title
ENOUGH = 0.4  # of a great heading's words must stand in the titles
MANY = 400  # headings, more than any article has


def read_title(head: Head, site: str | None) -> str | None:
    """The title, on one line; None where the page has none."""
    named = _named(head)
    headings = [b for b in head.blocks if b.kind in HEADINGS and b.text][:MANY]
    great = [b for b in headings if b.kind == "h1"]
    lesser = [b for b in headings if b.kind != "h1" and len(b.text) > LONG_ENOUGH]
    own = folded(site or "")
    found = _repeated((*great, *lesser), named, own) or _shown(great, named, site)
    if found:
        return " ".join(found.split())
    best = named[1:] + named[:1]
    if best:
        return _without_site(best[0], site)
    firsts = (
        b.text for b in great if not b.hidden and folded(b.text) not in {"", own} and not _is_masthead(b)
    )
    return " ".join(next(firsts, "").split()) or None


def title_block(blocks: tuple[Block, ...], title: str | None) -> int | None:
    """Index of the block that shows the title; a heading before any other."""
    wanted = folded(title or "")
    if not wanted:
        return None
    least, most = (
        len(wanted) * 0.6,
        len(title or "") * 1.4 + 10,
    )  # no folding makes texts of other lengths equal
    near = [b for b in blocks if least <= len(b.text) <= most and not b.hidden]
    for kinds in (("h1",), ("h2", "h3", "h4", "h5", "h6")):
        found = (b.index for b in near if b.kind in kinds and folded(b.text) == wanted)
        if (index := next(found, None)) is not None:
            return index
    first = wanted[:1]
    return next((b.index for b in near if first in b.text[:4].casefold() and folded(b.text) == wanted), None)


def _named(head: Head) -> list[str]:
    """The titles that the page gives to machines, its `<title>` first."""
    named = [head.window, *head.metas(TITLE_KEYS)]
    named += [words(article.get("headline")) for article in head.articles]
    return [value for value in named if value]


def _repeated(headings: Iterable[Block], named: Sequence[str], own: str) -> str:
    """The first heading that one of the titles repeats, and that is no name of the site."""
    wholes = [folded(value) for value in dict.fromkeys(named)]
    for block in headings:
        inside = folded(block.text)
        if inside not in {"", own} and any(inside in whole for whole in wholes) and not _is_masthead(block):
            return block.text
    return ""


def _shown(great: Iterable[Block], named: Sequence[str], site: str | None) -> str:
    """The great heading that says what the titles say in other words."""
    told = _words(" ".join(named))
    shares = [(_share(_words(b.text), told), not b.hidden, b) for b in great if len(b.text) <= LONGEST]
    fit = [row for row in shares if row[0] >= ENOUGH and folded(row[2].text) != folded(site or "")]
    best = max(fit, key=lambda row: row[:2], default=None)
    if best is None or _is_masthead(best[2]):
        return ""
    wholes = ((value, folded(value)) for value in (_without_site(value, site) for value in named))
    heading = folded(best[2].text)  # a date or a label may stand before the title in its heading
    return next((value for value, whole in wholes if whole and heading.endswith(whole)), best[2].text)


def _share(said: set[str], told: set[str]) -> float:
    return len(said & told) / len(said) if said else 0.0


def _words(text: str) -> set[str]:
    """The words that tell something: of four letters or more, and what is written without spaces."""
    return {word for word in WORD.findall(text.casefold()) if len(word) > 3 or not word.isascii()}  # noqa: PLR2004


def _is_masthead(block: Block) -> bool:
    """A heading that leads home names the site; old blogs keep their one h1 for it."""
    links = block.links
    return (
        bool(links)
        and all(_leads_home(link.url) for link in links)
        and block.linked >= len(block.text.strip())
    )


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
