"""The style sheets of a page, in its order: its own, those it links to, those they import.

Pure: the caller fetches, and gives what it has by address. A sheet that was not given is named, for
what it says may hide anything. Sheets that hold fonts alone are not asked for.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from byline.check.rules import COMMENT, applies
from byline.extract.addresses import absolute

FONT_HOSTS = {"fonts.googleapis.com", "fonts.bunny.net", "use.typekit.net", "fast.fonts.net"}
IMPORT = re.compile(
    r"""@import\s+(?:url\(\s*)?(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"'();]+))\s*\)?([^;{}]*)(?:;|\Z)""",
    re.IGNORECASE,
)
MAX_IMPORTS = 8  # sheets in a row that import each other


@dataclass(frozen=True, slots=True)
class Styles:
    """What the sheets of a page say, and which of them are not here."""

    css: str = ""
    unread: tuple[str, ...] = ()


def styles_of(tree: LexborHTMLParser, base: str | None, given: Mapping[str, str] | None) -> Styles:
    """All that the sheets of a page say.

    Args:
        tree: the page.
        base: where its relative addresses lead from.
        given: linked sheets by address; None where the caller answers for them, and none is missed.

    """
    said: list[str] = []
    unread: dict[str, None] = {}
    for node in tree.css("style, link[rel][href]"):
        media = "all" if "onload" in node.attributes else node.attributes.get("media") or "all"
        holds = applies(f"@media {media}")
        if holds is False:
            continue
        if node.tag == "style":
            pieces = _with_imports(node.text(), base, given or {})
        else:
            pieces = _linked(_address(node, base), given or {})
        for address, css in pieces:
            if css is not None:
                said.append(css if holds else f"@media {media} {{{css}}}")
            elif given is not None:
                unread[address] = None
    return Styles("\n".join(said), tuple(unread))


Piece = tuple[str, str | None]  # an address, and what the sheet there says, where that is known


def _linked(address: str, given: Mapping[str, str], depth: int = 0) -> Iterator[Piece]:
    if not address or _holds_fonts(address):
        return
    if address in given and depth < MAX_IMPORTS:
        yield from _with_imports(given[address], address, given, depth)
    else:
        yield address, None


def _with_imports(css: str, base: str | None, given: Mapping[str, str], depth: int = 0) -> Iterator[Piece]:
    """What a sheet imports, then what it says itself, as a browser orders them."""
    plain = COMMENT.sub(" ", css)
    for match in IMPORT.finditer(plain):
        media = match[4].strip()
        holds = applies(f"@media {media or 'all'}")
        if holds is not False:
            linked = _linked(absolute(match[1] or match[2] or match[3], base), given, depth + 1)
            yield from linked if holds else _under(media, linked)
    yield base or "", IMPORT.sub(" ", plain)


def _under(media: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces under a condition that nobody can tell."""
    return ((address, css and f"@media {media} {{{css}}}") for address, css in pieces)


def _address(node: LexborNode, base: str | None) -> str:
    """The address of a linked sheet that is in force; empty for any other link."""
    kinds = (node.attributes.get("rel") or "").lower().split()
    waiting = "preload" in kinds and "onload" in node.attributes  # a script puts it in force
    idle = not ("stylesheet" in kinds or waiting) or "alternate" in kinds or "disabled" in node.attributes
    return "" if idle else absolute(node.attributes.get("href"), base)


def _holds_fonts(address: str) -> bool:
    try:
        return urlsplit(address).hostname in FONT_HOSTS
    except ValueError:
        return False
