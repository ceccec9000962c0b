"""The elements of a page that may name its author or its day, found in one pass, and how near the title.

To find one more kind of element, add its selector to SOUGHT; one more word for what is no part of the
article, to ELSEWHERE.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from byline.extract.blocks import Element
from byline.extract.plain import folded, words

SOUGHT = (
    *("h1", "h2", "h3", "p", "time", "[itemprop*=author i]", "[itemprop*=published i]", "[rel~=author]"),
    *(f'[class*="{name}" i]' for name in ("author", "byline", "date")),
)
PAGE_PARTS = {"nav", "footer", "aside"}
QUOTING = {"blockquote", "q"}
ELSEWHERE = re.compile(
    r"comment|disqus|pull-?quote|quote-?author|testimonial|repl(?:y|ies)\b|popular|related|recommend|teaser|trending|most-?(?:read|popular)|read-?(?:next|more)|up-?next"
    r"|also-?(?:like|read)|more-?(?:from|posts|stories|articles)|(?<!has-)(?<!no-)(?<!with-)(?<!content-)(?<!post-)(?<!article-)(?<!entry-)sidebar"
    r"|(?<![^ ])(?![^ ]*(?:entry|post|article|content))[^ ]*footer|(?:^| )nav|navigation"
)
ANOTHER = re.compile(r"/(?:\w*Review|\w*Comments?|Rating|Quotation|Product|VideoObject|ImageObject)$")
TELLING = re.compile(r"author|byline|writer|contributor|date|publi|posted|time|created", re.IGNORECASE)
HEADINGS = ("h1", "h2", "h3")
_Heading = tuple[LexborNode | None, str, int, int]  # with the paragraphs and the elements before it
COMMENTS = re.compile(r"(?:^|[ _-])comments?(?:[ _-]|$)|disqus|commentlist")
UP = 12  # elements around one that may say that it stands elsewhere
MOST_HEADINGS = 100
LONGEST = 300  # characters of what holds an element, in which its lead is sought
NEAR = 4  # paragraphs between the title and what belongs to it
ABOVE = 16  # sought elements above the title among which its day or author may stand


class Place(NamedTuple):
    """An element that may name the author or the day.

    Attributes:
        names: its classes, in lower case, capitals inside a word parted as hyphens part.
        means: its `itemprop` and `rel`, in lower case.
        away: paragraphs between the title and it; below zero above the title.
        order: how many elements of this kind stand between the title and it; below zero above the title.

    """

    node: LexborNode
    tag: str
    names: str
    means: str
    away: int
    order: int

    @property
    def near(self) -> bool:
        """Whether it stands at the title; above it there is often a menu."""
        return self.away <= NEAR if self.order >= 0 else self.away >= -NEAR and self.order >= -ABOVE


def find_places(nodes: Sequence[LexborNode], title: str | None) -> list[Place]:
    """Which of the elements sought may tell something, those at the title first: under it, then above it.

    Args:
        nodes: what the selectors of SOUGHT found, in the order of the page.
        title: of the page.

    """
    found: list[tuple[LexborNode, str, int]] = []
    headings: list[_Heading] = []
    paragraphs = 0
    for node in nodes:
        tag = node.tag or ""
        if tag == "p":
            paragraphs += 1
        elif tag in HEADINGS:
            headings.append((node, tag, paragraphs, len(found)))
        found.append((node, tag, paragraphs))
    _, _, before, at = _title_among(headings, title)
    places = list(_places(found, before, at))
    return sorted(places, key=lambda p: (not p.near, p.order < 0, abs(p.order)))


def lead(node: LexborNode) -> str:
    """The words right before an element, in what holds it: `Reviewed by`."""
    own = words((node.text(separator=" ") or "")[:LONGEST])
    around = node.parent
    for _ in range(2):
        if around is None or around.tag in {"body", "article", "main"}:
            return ""
        told = words((around.text(separator=" ") or "")[:LONGEST])
        at = told.find(own)
        if at > 0:
            return told[:at]
        around = around.parent
    return ""


def of_another(node: LexborNode) -> bool:
    """Whether the markup around an element says that it tells of a review or a comment."""
    around = node.parent
    for _ in range(UP):
        if around is None:
            return False
        kind = around.attributes.get("itemtype") or ""
        if kind:
            return bool(ANOTHER.search(kind))
        around = around.parent
    return False


def elsewhere(node: LexborNode) -> bool:
    """Whether an element stands among comments or other articles."""
    around: LexborNode | None = node
    for _ in range(UP):
        if around is None or around.tag in {"body", "html", "main"}:
            return False
        if around.tag in QUOTING:
            return True
        given, outer = around.attributes, around.parent
        names = f"{given.get('class') or ''} {given.get('id') or ''}".strip().lower()
        if _is_apart(around.tag or "", (outer.tag or "") if outer is not None else "", names):
            return True
        around = outer
    return False


def apart(home: Element) -> bool:
    """Whether a block's element stands among comments or other articles."""
    around: Element | None = home
    for _ in range(UP):
        if around is None or around.tag in {"body", "html", "main"}:
            return False
        outer = around.parent
        if _is_apart(around.tag, outer.tag if outer is not None else "", around.names):
            return True
        around = outer
    return False


def _is_apart(tag: str, outer: str, names: str) -> bool:
    """Whether an element is no part of the article by its place under the body, or by its names."""
    return (tag in PAGE_PARTS and outer == "body") or bool(names and _says_elsewhere(names))


def in_comments(home: Element) -> bool:
    """Whether a block's element stands among comments."""
    around: Element | None = home
    for _ in range(UP):
        if around is None or around.tag in {"body", "html", "main"}:
            return False
        names = around.names
        if ("comment" in names or "disqus" in names) and COMMENTS.search(names):
            return True
        around = around.parent
    return False


@lru_cache(maxsize=4096)
def _says_elsewhere(names: str) -> bool:
    return bool(ELSEWHERE.search(names))


def _title_among(headings: list[_Heading], title: str | None) -> _Heading:
    """The heading that is the title; the first great one, where none says it."""
    wanted = folded(title or "")
    great = [h for h in headings if h[1] == "h1"]
    others = [h for h in headings if h[1] != "h1"]
    for heading in (*great, *others)[:MOST_HEADINGS]:
        if heading[0] is not None and folded((heading[0].text() or "")[:400]) == wanted:
            return heading
    return great[0] if great else (None, "", 0, 0)


def _places(found: list[tuple[LexborNode, str, int]], before: int, at: int) -> Iterator[Place]:
    for order, (node, tag, paragraphs) in enumerate(found):
        given = node.attributes
        if not given and tag != "time":
            continue
        names = _telling(given.get("class") or "")
        means = f"{given.get('itemprop') or ''} {given.get('rel') or ''}".lower()
        if names or tag == "time" or means != " ":
            yield Place(node, tag, names, means.strip(), paragraphs - before, order - at)


@lru_cache(maxsize=4096)
def _telling(classes: str) -> str:
    """Classes that may say who or when, in lower case and with hyphens, `author-name`; else nothing."""
    if not TELLING.search(classes):
        return ""
    return CAPITAL.sub(r"-\1", classes).lower().replace("_", "-")


CAPITAL = re.compile(r"(?<=[a-z])([A-Z])")
