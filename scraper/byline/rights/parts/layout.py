"""Where a page's article seems to stand, before its body is chosen: enough to judge a part's place.

Class names mislead both ways, so the article is found by its prose: the run of blocks with
the most of it. Names of elements count only as hints, and only those of the tables below.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from byline.extract.blocks import Block, Element
from byline.rights.grammar.wording import one_of

PROSE = 80  # characters; shorter blocks are headings, labels, teasers
TEASER = 200  # characters; a shorter block that ends in dots was cut off to be read elsewhere
ENOUGH = 500  # characters; what a long block counts at most
BREAK = 40  # characters of prose that a block without prose costs
LINKED = 0.5  # share of a block's characters inside anchors from which it is no prose
HEAD = 6  # blocks of text before and after the first prose in which a head stands
TAIL = 6  # last blocks of text of the article in which a tail may begin
NEAR = 5  # blocks of text after the article in which its own copyright line stands
REACH = 30  # the same for a resource box
NOTHING: frozenset[str] = frozenset()
OFFERED = frozenset({"copy"})

NO_LETTERS = re.compile(r"[\W_]+")
ENDS = re.compile(r"[.!?…:][\"'”’)\]»]*\s*$")
COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments|comment[-_]?(?:list|area|section|thread|body|content|text|author|meta)"
    r"|respond|disqus)"
    r"(?:[\s_-]|\d|$)"
)
# one reader's comment, a list of other articles: what stands in them is never about this one
OTHERS = re.compile(
    r"(?:^|\s)(?:comment|comment-(?:body|content|text)|(?:jp-?)?related(?:-?(?:posts?|articles?|content"
    r"|stories|items"
    r"))?|yarpp[\w-]*|recommended(?:-?(?:posts?|articles?|stories))?)(?:\s|$)"
)
SIDE = re.compile(r"(?:^|[\s_-])(?:sidebar|side-?bar|widget|rail|nav(?:igation|bar)?|menu)(?:[\s_-]|\d|$)")
CONSENT = re.compile(r"(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|onetrust|cli-bar|cmp|cky)(?:[\s_-]|\d|$)")
SITE_FOOT = re.compile(r"(?:^|[\s_-])(?:site-?footer|footer|colophon|bottom|legal|site-?info)(?:[\s_-]|\d|$)")
BOX_NAMES = re.compile(
    r"(?:author|contributor|writer)[\w-]*(?:bio|box|info|desc|card|panel|about|profile|detail|note)"
    r"|about-?(?:the-?)?author|\bbio\b|[_-]bio\b|post-?author|article-?resource|resource-?box|infocard"
    r"|vcard"
)
HINTS = (  # what the names of an element hint at; one of the cues stands in all such names
    ("comments", COMMENTS, ("comment", "respond", "disqus")),
    ("others", OTHERS, ("comment", "related", "yarpp", "recommended")),
    ("side", SIDE, ("side", "widget", "rail", "nav", "menu")),
    ("consent", CONSENT, ("cook", "consent", "gdpr", "ccpa", "onetrust", "cli-bar", "cmp", "cky")),
    ("foot", SITE_FOOT, ("foot", "colophon", "bottom", "legal", "info")),
    ("box", BOX_NAMES, ("author", "contributor", "writer", "bio", "resource", "infocard", "vcard")),
)
HINTING = re.compile(one_of(cue for _, _, cues in HINTS for cue in cues))
APART = {"comments", "consent"}
BESIDE = {"others", "side", "foot"}
MEMORY = 1 << 14  # names of elements whose hints are kept: a page says each of them often


class Zone(StrEnum):
    """Where a block stands in relation to the article."""

    BEFORE = "before"
    HEAD = "head"
    INSIDE = "inside"
    TAIL = "tail"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class Layout:
    """The place of every block.

    Attributes:
        zones: by position in the sequence of blocks.
        distance: blocks of text after the article's last prose; 0 up to there.
        first: position of the article's first prose.
        last: position of its last prose.
        comments: whether names hint at readers' comments around the block.
        others: whether they hint at one reader's comment, or at a list of other articles.
        side: whether they hint at a side column or a menu.
        foot: whether they hint at the foot of the site.
        pictured: whether a picture stands in or right above the block.

    """

    zones: tuple[Zone, ...]
    distance: tuple[int, ...]
    first: int
    last: int
    comments: tuple[bool, ...]
    others: tuple[bool, ...]
    side: tuple[bool, ...]
    foot: tuple[bool, ...]
    pictured: tuple[bool, ...]

    @property
    def head(self) -> int:
        """Where the head of the article begins."""
        return self.zones.count(Zone.BEFORE)

    @property
    def inside(self) -> range:
        """Positions of the midst of the article; all zones are in one piece, and in order."""
        first = self.head + self.zones.count(Zone.HEAD)
        return range(first, first + self.zones.count(Zone.INSIDE))


def layout(blocks: tuple[Block, ...], title: str | None) -> Layout:
    """The zones of a page: the article is its longest run of prose, led by its title if that is near."""
    apart = _within(blocks, _apart)
    first, last = _longest_prose(blocks, apart)
    head = _head(blocks, first, title)
    order = _text_order(blocks)
    inner, outer = order[first] + HEAD, order[last] - TAIL
    zones: list[Zone] = []
    distance: list[int] = []
    for at in range(len(blocks)):
        place = order[at]
        if at < head:
            zones.append(Zone.BEFORE)
        elif at > last:
            zones.append(Zone.AFTER)
        elif at <= first or place < inner:
            zones.append(Zone.TAIL if place > outer else Zone.HEAD)
        else:
            zones.append(Zone.TAIL if place > outer else Zone.INSIDE)
        distance.append(max(0, place - order[last]))
    around = _around(blocks[first], blocks[last]) if blocks else frozenset()
    beside = _within(blocks, _beside, around)
    pictured = tuple(
        bool(at and blocks[at - 1].kind == "img") or any(i.picture for i in block.inlines)
        for at, block in enumerate(blocks)
    )
    return Layout(
        zones=tuple(zones),
        distance=tuple(distance),
        first=first,
        last=last,
        comments=tuple("comments" in found for found in apart),
        others=tuple("others" in found for found in beside),
        side=tuple("side" in found for found in beside),
        foot=tuple("foot" in found for found in beside),
        pictured=pictured,
    )


def copies(blocks: tuple[Block, ...]) -> tuple[bool, ...]:
    """For each block whether it belongs to a second copy of the article, hidden for others to take.

    It stands in a text area, or repeats a paragraph that readers see.
    """
    if not any(block.hidden for block in blocks):  # and so are the blocks of a text area
        return (False,) * len(blocks)
    offered = _within(blocks, lambda element: OFFERED if element.tag == "textarea" else NOTHING)
    hidden = {at: squash(b.text) for at, b in enumerate(blocks) if b.hidden and len(b.text) >= PROSE}
    shown = _repeated(blocks, frozenset(hidden.values())) if hidden else NOTHING
    return tuple(bool(copy) or hidden.get(at) in shown for at, copy in enumerate(offered))


def _repeated(blocks: tuple[Block, ...], letters: frozenset[str]) -> frozenset[str]:
    """Those of some paragraphs, as squashed, that readers see."""
    heads = ((squash(b.text[:PROSE]), b) for b in blocks if not b.hidden and len(b.text) >= PROSE)
    alike = (b for head, b in heads if any(words.startswith(head) for words in letters))
    return letters & {squash(b.text) for b in alike}


def is_prose(block: Block) -> bool:
    """A shown paragraph of running text, not a teaser or a list of links."""
    text = block.text
    if block.hidden or len(text) < PROSE or block.kind in {"table", "pre"}:
        return False
    if len(text) < TEASER and text.endswith(("...", "…")):
        return False
    return bool(ENDS.search(text[-8:])) and block.linked <= LINKED * len(text)


def is_hinted(block: Block) -> bool:
    """Whether the names of the three innermost elements around a block hint at a resource box."""
    element: Element | None = block.home
    for _ in range(3):
        if element is None:
            break
        if "box" in _hints(element.names):
            return True
        element = element.parent
    return False


def squash(text: str) -> str:
    """Letters and digits only, case folded."""
    return NO_LETTERS.sub("", text.casefold())


@lru_cache(maxsize=MEMORY)
def _hints(names: str) -> frozenset[str]:
    """What the names of an element hint at."""
    cues = frozenset(HINTING.findall(names))
    if not cues:
        return NOTHING
    return frozenset(
        hint for hint, words, known in HINTS if not cues.isdisjoint(known) and words.search(names)
    )


def _apart(element: Element) -> frozenset[str]:
    """Whether readers' comments, a footer or a consent dialog begin here: their words make no article."""
    found = _hints(element.names)
    if element.depth <= 1 or (not found and element.tag != "footer"):
        return NOTHING
    found &= APART
    return found | {"foot"} if _is_foot(element) else found


def _beside(element: Element) -> frozenset[str]:
    """Whether one reader's comment, a list of others, a side column or the foot of the site begins here."""
    found = _hints(element.names)
    if not found and element.tag not in {"aside", "nav", "footer"}:
        return NOTHING
    found &= BESIDE
    if element.tag in {"aside", "nav"}:
        found |= {"side"}
    return found | {"foot"} if _is_foot(element) else found


def _is_foot(element: Element) -> bool:
    return element.tag == "footer" and not _in_article(element)


def _around(first: Block, last: Block) -> frozenset[int]:
    """Numbers of the elements that hold the article's first prose and its last: they hold the page."""
    inner = {element.number for element in first.home.lineage()}
    return frozenset(element.number for element in last.home.lineage() if element.number in inner)


def _in_article(element: Element) -> bool:
    """Whether the page's own markup puts an element into an article; the foot of one is not the site's."""
    outer = element.parent
    while outer is not None:
        if outer.tag == "article":
            return True
        outer = outer.parent
    return False


def _within(
    blocks: tuple[Block, ...],
    hints: Callable[[Element], frozenset[str]],
    around: frozenset[int] = frozenset(),
) -> tuple[frozenset[str], ...]:
    """For each block what the elements around it hint at; those `around` all are not asked."""
    known: dict[int, frozenset[str]] = {}
    found: list[frozenset[str]] = []
    for block in blocks:
        here = known.get(block.home.number)
        found.append(_hinted(block.home, hints, around, known) if here is None else here)
    return tuple(found)


def _hinted(
    home: Element,
    hints: Callable[[Element], frozenset[str]],
    around: frozenset[int],
    known: dict[int, frozenset[str]],
) -> frozenset[str]:
    """What an element and those around it hint at; `known` keeps it by number."""
    chain: list[Element] = []
    element: Element | None = home
    while element is not None and element.number not in known:
        chain.append(element)
        element = element.parent
    found = known[element.number] if element is not None else NOTHING
    for inner in reversed(chain):
        own = NOTHING if inner.number in around else hints(inner)
        found = known[inner.number] = found | own if own else found
    return found


def _longest_prose(blocks: tuple[Block, ...], apart: tuple[frozenset[str], ...]) -> tuple[int, int]:
    """First and last prose block of the run that holds most prose (maximum sum of a run)."""
    best, best_run = 0, (0, max(0, len(blocks) - 1))
    total, start = 0, 0
    for at, block in enumerate(blocks):
        if not apart[at] and is_prose(block):
            if total <= 0:
                total, start = 0, at
            total += min(len(block.text), ENOUGH)
            if total > best:
                best, best_run = total, (start, at)
        elif block.text and not block.hidden and block.kind not in {"hr", "img"}:
            total -= BREAK
    return best_run


def _head(blocks: tuple[Block, ...], first: int, title: str | None) -> int:
    """Where the article's head begins: at its title, else a few blocks of text before the prose."""
    wanted = squash(title or "")
    shown = [at for at in range(first + 1) if blocks[at].text and not blocks[at].hidden]
    for at in reversed(shown[-4 * HEAD :]):
        found = squash(blocks[at].text[:300])
        if wanted and found and (found in wanted or wanted in found) and len(found) * 2 >= len(wanted):
            return at
    return shown[-2 * HEAD] if len(shown) >= 2 * HEAD else 0


def _text_order(blocks: tuple[Block, ...]) -> list[int]:
    """For each block the number of shown blocks of text up to it."""
    order: list[int] = []
    count = 0
    for block in blocks:
        count += bool(block.text) and not block.hidden
        order.append(count)
    return order or [0]
