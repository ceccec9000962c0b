"""Find every rights part of a page, in the whole page, before its body is chosen.

`locate` reads all blocks, gives each sentence its role, gathers passages and returns spans and
the `Rights` made of them. Wordings are in `notice`, `reuse`, `source_line`, `bio` and `name`;
what decides by place is in `layout` and `reading`. Nothing is repaired: damage is a doubt.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import islice

from byline.extract.blocks import Block
from byline.model import Author, Doubt, Rights, Statement
from byline.rights.parts.box import Box, find_box
from byline.rights.parts.collect import Parts, cut, damage, licence, licence_doubts, once, rights_of
from byline.rights.parts.layout import NEAR, Layout, Zone, copies, layout, squash
from byline.rights.parts.name import GENERIC, clean_name, is_person, same_person
from byline.rights.parts.notice import SITE_LINE, read_notice
from byline.rights.parts.passage import Piece, notices, sources, statements
from byline.rights.parts.reading import Kind, Reading, read_page
from byline.rights.parts.signed import agreed, bylines, claimed, is_ours, signs_site
from byline.rights.parts.source_line import tells_origin

MASTHEAD = 100  # blocks above the article in which the site's name is looked for
NAME_SHORTEST = 5  # letters of a name that is looked for there
LAST = 4  # blocks of text at the page's end, and between a notice and one that repeats it
PREFIX = 12  # letters of a holder's name by which a repeated claim is known


class Role(StrEnum):
    """What a span of a block is."""

    COPYRIGHT = "copyright"
    SITE_COPYRIGHT = "site_copyright"
    RESOURCE_BOX = "resource_box"
    STATEMENT = "statement"
    SOURCE = "source"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start:end` of the text of the block with index `block`."""

    block: int
    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What the page's metadata say, as far as locating needs it.

    Attributes:
        stated: statements that only the metadata make.
        notices: copyright lines that they hold.

    """

    title: str | None = None
    authors: tuple[Author, ...] = ()
    licence_urls: tuple[str, ...] = ()
    site: str | None = None
    url: str | None = None
    stated: tuple[Statement, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """The rights parts of a page and where they stand.

    Attributes:
        spans: in document order; one sentence may bear two roles, but no role overlaps itself.
        rights: the parts, word for word.
        authors: those of the metadata; where it has none, those of by-line and box.
        doubts: damaged characters in the parts, names and licences that disagree.

    """

    spans: tuple[Span, ...]
    rights: Rights
    authors: tuple[Author, ...]
    doubts: tuple[Doubt, ...]


def locate(blocks: tuple[Block, ...], facts: PageFacts) -> Located:
    """Every rights part of the page, as spans and word for word.

    Args:
        blocks: of the whole page, in order, hidden ones too.
        facts: what the metadata say; everything in it may be missing.

    """
    if not blocks:
        bare = Rights(licence=licence((), facts.licence_urls))
        nobody = _Judge(Layout((), (), 0, 0, (), (), (), (), ()), facts, facts.authors)
        return Located((), _with_stated(bare, facts, nobody), facts.authors, ())
    place = layout(blocks, facts.title)
    signed = tuple(bylines(blocks, place))
    authors, doubts = agreed(facts.authors, signed, blocks, place, facts.title)
    readings = read_page(blocks, place, copies(blocks), _people(authors))
    said = statements(blocks, readings)
    judge = _Judge(place, facts, authors, _masthead(blocks, place), signs_site(blocks, place, authors))
    own, site, told = _lines(blocks, readings, judge)
    lines = (*(cut(blocks, piece).text for piece in (*own, *told)), *facts.notices)
    claimants, claims = claimed(authors, lines)
    box = find_box(blocks, place, _people(claimants), _taken(readings, said), _shared(readings))
    if box is not None and box.author and not authors:
        claimants, claims = (Author(box.author),), ()
    origin = tuple((p,) for p in told if tells_origin(blocks[p.at].text[p.start : p.end]))
    parts = Parts(own, site, once(blocks, said or origin), told, _boxed(readings, box))
    rights = _with_stated(rights_of(blocks, parts, facts.licence_urls), facts, judge)
    spans = set(_spans(blocks, parts, said))
    ours = (line for line in signed if is_ours(line.names, facts.authors or claimants))
    spans.update(Span(blocks[n.at].index, n.start, n.end, Role.BYLINE) for n in ours)
    return Located(
        tuple(sorted(spans, key=lambda s: (s.block, s.start, s.end, s.role))),
        rights,
        claimants,
        (*doubts, *claims, *damage(rights), *licence_doubts(rights, facts.licence_urls)),
    )


def _with_stated(rights: Rights, facts: PageFacts, judge: "_Judge") -> Rights:
    """The parts with what only the metadata say; a person's notice there is the article's."""
    linked = {link.url for statement in rights.statements for link in statement.links}
    shown = squash(" ".join(statement.text for statement in rights.statements))
    more = (
        s for s in facts.stated if not any(n.url in linked for n in s.links) and squash(s.text) not in shown
    )
    read = [read_notice(text) for text in facts.notices]
    own = [notice for notice in read if judge.claims_article(notice.holder or "")]
    return replace(
        rights,
        copyright=tuple(dict.fromkeys((*rights.copyright, *own))),
        site_copyright=tuple(dict.fromkeys((*rights.site_copyright, *(n for n in read if n not in own)))),
        statements=(*rights.statements, *more),
    )


@dataclass(frozen=True, slots=True)
class _Judge:
    """Tells the article's notices from the site's.

    Attributes:
        masthead: the letters of what stands above the article.
        personal: whether the author signs the whole site there; its notice is then the author's.
        claimed: where each holder spoke first; what the page's end repeats is the site's.

    """

    place: Layout
    facts: PageFacts
    authors: tuple[Author, ...]
    masthead: str = ""
    personal: bool = False
    claimed: dict[str, int] = field(default_factory=dict)

    def owns(self, block: Block, piece: Piece, reading: Reading) -> bool:
        """Whether a notice is the article's: by a statement beside it, its holder, or its place."""
        at, place = piece.at, self.place
        holder = read_notice(block.text[piece.start : piece.end]).holder or ""
        first = self.claimed.setdefault(squash(holder)[:PREFIX], at) if holder else at
        repeated = at - first > LAST and place.distance[-1] - place.distance[at] <= LAST
        if reading.has(Kind.STATEMENT):
            return True
        if place.zones[at] is Zone.BEFORE or (repeated and place.zones[at] is Zone.AFTER):
            return False
        holders = re.split(r"[,;&]|\band\b", holder)
        authors = [a.name for a in self.authors if any(same_person(name, a.name) for name in holders)]
        near = place.distance[at] <= NEAR and not place.foot[at]  # else a firm's line is its site's
        if any(near or is_person(author) for author in authors):
            return True
        if self.personal and self._hosted(holder):
            return True
        if place.foot[at] or (SITE_LINE.search(block.text[piece.start :]) and place.distance[at]):
            return False
        return place.zones[at] is not Zone.AFTER or self._follows(at, holder, first)

    def claims_article(self, holder: str) -> bool:
        """Whether a holder that the metadata name is an author or another person, and not the site."""
        name = clean_name(holder)
        ours = any(same_person(name, author.name) for author in self.authors)
        return ours or (is_person(name) and not self._hosted(name))

    def _follows(self, at: int, holder: str, first: int) -> bool:
        """Whether a notice under the article goes with it: near it, of the first name, and not the site's."""
        others = len(self.claimed) > 1 and first == at
        return bool(holder) and not others and self.place.distance[at] <= NEAR and not self._hosted(holder)

    def _hosted(self, holder: str) -> bool:
        """Whether the holder's name is the site's."""
        name = squash(holder)
        host = re.match(r"https?://(?:www\.)?([^/:]+)", self.facts.url or "")
        sites = (self.facts.site or "", host[1].rsplit(".", 1)[0] if host else "")
        named = any(site and (site in name or name in site) for site in map(squash, sites))
        return named or (len(name) >= NAME_SHORTEST and name in self.masthead)


def _masthead(blocks: Sequence[Block], place: Layout) -> str:
    """The letters of the page's first blocks, before the article: there a site says its name."""
    above = (b.text for b, zone in zip(blocks, place.zones, strict=True) if zone is Zone.BEFORE)
    return squash(" ".join(islice(above, MASTHEAD))[: 20 * MASTHEAD])


def _lines(
    blocks: Sequence[Block], readings: Sequence[Reading], judge: _Judge
) -> tuple[tuple[Piece, ...], tuple[Piece, ...], tuple[Piece, ...]]:
    """The article's notices, the site's, and the source lines of all shown blocks."""
    own: list[Piece] = []
    site: list[Piece] = []
    told: list[Piece] = []
    panels = {
        b.home.parent.number
        for b, r in zip(blocks, readings, strict=True)
        if _is_panel(b, r) and b.home.parent
    }
    for at, (block, reading) in enumerate(zip(blocks, readings, strict=True)):
        if not reading.told:
            continue
        if block.hidden:  # a panel that opens on a click holds the notice beside the statement
            if _around(block) in panels:
                own.extend(notices(reading, at))
            continue
        told.extend(sources(block, reading, at, judge.place))
        for piece in notices(reading, at):
            (own if judge.owns(block, piece, reading) else site).append(piece)
    return tuple(own), tuple(site), tuple(told)


def _around(block: Block) -> int:
    """The number of the element around the one that holds a block."""
    return (block.home.parent or block.home).number


def _is_panel(block: Block, reading: Reading) -> bool:
    return block.hidden and reading.has(Kind.STATEMENT) and block.home.tag != "textarea"


def _people(authors: tuple[Author, ...]) -> tuple[str, ...]:
    return tuple(clean_name(author.name) for author in authors if not GENERIC.search(author.name))


def _taken(readings: Sequence[Reading], said: tuple[tuple[Piece, ...], ...]) -> frozenset[int]:
    """Positions of blocks that begin with another part than a box, or belong to one."""
    free = ((), (Kind.OTHER,), (Kind.BIO,))
    begun = (at for at, reading in enumerate(readings) if reading.told[:1] not in free)
    return frozenset((*begun, *(piece.at for passage in said for piece in passage if piece.start == 0)))


def _shared(readings: Sequence[Reading]) -> frozenset[int]:
    """Positions of blocks that begin with another part, and then go on with a bio."""
    return frozenset(at for at, reading in enumerate(readings) if Kind.BIO in reading.told[1:])


def _boxed(readings: Sequence[Reading], box: Box | None) -> tuple[Piece, ...]:
    """The box's blocks without the sentences that are another part."""
    found: list[Piece] = []
    for at in box.blocks if box else ():
        run: list[int] = []
        begun = readings[at].kinds[:1] not in {(Kind.NOTICE,), (Kind.STATEMENT,), (Kind.RESERVED,)}
        for number, kind in enumerate((*readings[at].kinds, Kind.NOTICE)):
            begun = begun or kind is Kind.BIO
            if begun and (kind in {Kind.OTHER, Kind.BIO} or (kind is Kind.SOURCE and number)):
                run.append(number)
            elif run:
                lines = readings[at].lines
                found.append(Piece(at, lines[run[0]].start, lines[run[-1]].end))
                run = []
    return tuple(found)


def _spans(blocks: Sequence[Block], parts: Parts, said: tuple[tuple[Piece, ...], ...]) -> Iterator[Span]:
    """A span for every piece; a statement that the page repeats has one at each place."""
    spoken = said or parts.statements
    rows: tuple[tuple[Role, Iterable[Piece]], ...] = (
        (Role.COPYRIGHT, parts.own),
        (Role.SITE_COPYRIGHT, parts.site),
        (Role.STATEMENT, (piece for passage in spoken for piece in passage)),
        (Role.SOURCE, parts.sources),
        (Role.RESOURCE_BOX, parts.box),
    )
    for role, pieces in rows:
        yield from (Span(blocks[p.at].index, p.start, p.end, role) for p in pieces)
