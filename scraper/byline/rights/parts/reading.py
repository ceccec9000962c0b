"""What each sentence of a page is on its own: copyright line, statement, source line, or other.

A sentence is judged by its words, by its zone and by its neighbours: what is a statement
beside a copyright line is talk in the midst of the body.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from typing import NamedTuple

from byline.extract.blocks import HEADINGS, Block
from byline.rights.parts.bio import LEAD, MAY_LEAD, is_bio, may_begin_bio, names_any
from byline.rights.parts.layout import REACH, Layout, Zone, is_prose
from byline.rights.parts.licence_url import is_licence
from byline.rights.parts.notice import MAY_CLAIM, SIGNED, YEARS, is_notice, is_reserved
from byline.rights.parts.reuse import LABELS, MARKED, MAY_BE_LABELLED, SPOKEN, SPOKEN_FIRST
from byline.rights.parts.screen import Sheet, screen, sheet
from byline.rights.parts.sentences import Sentence, sentences
from byline.rights.parts.source_line import MAY_TELL, is_source, is_source_label
from byline.rights.parts.spoken import (
    GRANTING,
    MAY_BE_OURS,
    OURS,
    POLICY,
    bargain_in,
    may_decide,
    spoken_strength,
)
from byline.rights.parts.statement import Strength, is_button, is_condition, is_sentence, strength, surely

DOMINATED = 0.45  # share of a block's characters from which it is about rights
LINKED = 0.5  # share inside anchors from which a short block is a row of links
ASIDE = 600  # characters of a short block that another part can make a statement
THIS = re.compile(r"\b(?:this|these|the (?:above|preceding|following|present))\s", re.IGNORECASE)
# what is said of a picture: "Photo: the gate in May. Licensed under CC BY-SA by Joe Example."
CAPTION = re.compile(
    r"\W*(?:(?:cover|header|featured|main|lead|title) )?(?:photo|image|picture|illustration|cartoon"
    r"|artwork)s?"
    r"(?: credits?)?(?: ?:| by\b)",
    re.IGNORECASE,
)


MAY_SAY = screen((*SIGNED, *SPOKEN, *MARKED), SPOKEN_FIRST)  # a claim, or a statement in words of the tables


class Kind(Enum):
    """What a sentence is on its own."""

    OTHER = auto()
    NOTICE = auto()
    RESERVED = auto()
    STATEMENT = auto()
    SOURCE = auto()
    BIO = auto()  # where a bio begins


class Reading(NamedTuple):
    """A block's sentences and what each is.

    Attributes:
        text: the block's.
        told: what each sentence is; empty where all are OTHER.
        cut: the sentences of a block that was read; `lines` cuts every other only where it is asked to.

    """

    text: str
    told: tuple[Kind, ...] = ()
    cut: tuple[Sentence, ...] = ()

    @property
    def lines(self) -> tuple[Sentence, ...]:
        """The sentences, in order."""
        return self.cut or sentences(self.text)

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What each sentence is."""
        return self.told or (Kind.OTHER,) * len(self.lines)

    def has(self, *kinds: Kind) -> bool:
        """Whether a sentence of one of these kinds is there, OTHER not among them."""
        return bool(self.told) and any(kind in kinds for kind in self.told)

    @property
    def dominated(self) -> bool:
        """Whether the block is mostly about rights."""
        sizes = [line.end - line.start for line in self.lines]
        other = {Kind.OTHER, Kind.BIO}
        spoken = sum(size for size, kind in zip(sizes, self.kinds, strict=True) if kind not in other)
        return spoken >= DOMINATED * sum(sizes)


NOTHING = Reading("")


class May(NamedTuple):
    """What may stand in a block.

    Attributes:
        rights: a claim, or a statement in words of the tables.
        source: a source line.
        spoken: a statement in other words.
        bio: the beginning of a bio.
        bargain: where one is struck.

    """

    rights: bool
    source: bool
    spoken: bool = False
    bio: bool = False
    bargain: tuple[int, int] | None = None


class Spot(NamedTuple):
    """A block and its place in the page."""

    block: Block
    at: int
    place: Layout

    @property
    def zone(self) -> Zone:
        """Where it stands in relation to the article."""
        return self.place.zones[self.at]


def read_page(
    blocks: Sequence[Block], place: Layout, skipped: Sequence[bool], authors: tuple[str, ...] = ()
) -> tuple[Reading, ...]:
    """What each sentence of a page is; a second look takes short blocks right after other parts along."""
    found = [Reading(block.text) for block in blocks]
    for at, (block, skip) in enumerate(zip(blocks, skipped, strict=True)):
        if skip or (block.kind == "pre" and place.zones[at] is Zone.INSIDE):
            found[at] = NOTHING  # a copy of the article, or code that it shows
    for at, may in _worth_reading(blocks, place, authors):
        if found[at].text:
            found[at] = read_block(Spot(blocks[at], at, place), may, authors)
    after = False  # whether the block of text before is a part
    for at, block in enumerate(blocks):
        reading = found[at]
        if block.hidden or not (after or reading.told) or not reading.lines:
            continue
        if after and not reading.has(Kind.STATEMENT, Kind.BIO) and _is_told(Spot(block, at, place), reading):
            kinds = tuple(Kind.STATEMENT if kind is Kind.OTHER else kind for kind in reading.kinds)
            found[at] = reading._replace(told=kinds)
        after = _is_part(found[at])
    return tuple(found)


def read_block(spot: Spot, may: May, authors: tuple[str, ...] = ()) -> Reading:
    """What each sentence of a block is, by its words, the block's zone and the authors' names."""
    lines = sentences(spot.block.text)
    kinds = _kinds(spot, lines, authors, may)
    return Reading(
        spot.block.text, tuple(kinds) if any(kind is not Kind.OTHER for kind in kinds) else (), lines
    )


def _worth_reading(
    blocks: Sequence[Block], place: Layout, authors: tuple[str, ...]
) -> Iterator[tuple[int, May]]:
    """The few blocks that may hold something, by their words and their place, and what."""
    page = sheet(block.text for block in blocks)
    rights = set(page.passing(MAY_SAY, 0, len(blocks)))
    yield from _inside(blocks, place, page, rights)
    yield from _around(blocks, place, page, rights, authors)


def _inside(
    blocks: Sequence[Block], place: Layout, page: Sheet, rights: set[int]
) -> Iterator[tuple[int, May]]:
    """What may stand in the midst of the article: a claim, or what speaks of this very work."""
    first, end = place.inside.start, place.inside.stop
    ours = set(page.passing(MAY_BE_OURS, first, end))
    for at in sorted(ours.union(at for at in rights if first <= at < end)):
        text = page.at(at)
        counts = at in rights and (at in ours or MAY_CLAIM.passes(text) or MAY_BE_LABELLED.passes(text))
        tells = at in ours and _is_near(Spot(blocks[at], at, place)) and MAY_TELL.passes(text)
        if counts or tells:
            yield at, May(counts, tells)


def _around(
    blocks: Sequence[Block], place: Layout, page: Sheet, rights: set[int], authors: tuple[str, ...]
) -> Iterator[tuple[int, May]]:
    """What may stand above and below: the same, a statement in other words, a bio."""
    near = bisect_right(place.distance, REACH)
    inside = place.inside
    for first, end, head in ((0, inside.start, place.head), (inside.stop, len(blocks), inside.stop)):
        grants = set(page.holding(GRANTING, first, end))
        tells = set(page.passing(MAY_TELL, head, max(head, min(end, near))))
        leads = set(page.holding(MAY_LEAD, head, end))
        leads.update(at for at in range(head, end) if names_any(blocks[at].text, authors))
        here = (at for at in rights if first <= at < end)
        for at in sorted(grants.union(tells, leads, here)):
            spot = Spot(blocks[at], at, place)
            free = at in grants and not (place.comments[at] or place.others[at])
            text = page.at(at) if free else ""
            may = May(
                at in rights,
                source=at in tells and _is_near(spot),
                spoken=free
                and (
                    (at in rights and MAY_CLAIM.passes(text))
                    or may_decide(text, below=spot.zone is Zone.AFTER)
                ),
                bio=at in leads and may_begin_bio(spot.block.text, authors),
                bargain=_bargain(spot.block) if free else None,
            )
            if any(may):
                yield at, may


def _kinds(spot: Spot, lines: Sequence[Sentence], authors: tuple[str, ...], may: May) -> list[Kind]:
    """What each sentence of a block is."""
    claimed = may.rights and any(is_notice(line.text) for line in lines)
    weights = [_weight(line, spot, may, noticed=claimed) for line in lines]
    kinds = [_kind(line, weight, spot, may) for line, weight in zip(lines, weights, strict=True)]
    dominated = max(weights, default=Strength.NONE) > Strength.HINT and _is_about(spot, lines, kinds, weights)
    noticed = Kind.NOTICE in kinds
    if claimed and spot.zone is not Zone.INSIDE:
        weights = [
            Strength.WEAK if POLICY.search(line.text) else weight
            for line, weight in zip(lines, weights, strict=True)
        ]
    told = False  # whether a bio has begun
    for number, weight in enumerate(weights):
        free = kinds[number] in (Kind.OTHER, Kind.NOTICE) and (weight is Strength.STRONG or not told)
        if free and weight > Strength.HINT and _counts(weight, lines[number], spot, dominated, noticed):
            kinds[number] = Kind.STATEMENT
        elif may.bio and kinds[number] is Kind.OTHER and _begins_bio(lines[number], spot, authors):
            kinds[number] = Kind.BIO
            told = True
    if may.bargain and not told and Kind.STATEMENT not in kinds and Kind.SOURCE not in kinds:
        _mark(may.bargain, lines, kinds)
    if Kind.STATEMENT in kinds:  # no body, so neither are its claims
        claims = (n for n, line in enumerate(lines) if kinds[n] is Kind.OTHER and _claims(line.text, spot))
        for number in claims:
            kinds[number] = Kind.NOTICE
    return kinds


def _weight(line: Sentence, spot: Spot, may: May, *, noticed: bool) -> Strength:
    """How surely a sentence is a statement: by the tables, or outside the body by what it says."""
    known = surely(line.text) if may.rights else Strength.NONE
    if not may.spoken:
        return known
    return max(known, spoken_strength(line.text, below=spot.zone is Zone.AFTER, noticed=noticed))


def _bargain(block: Block) -> tuple[int, int] | None:
    """Where a block strikes a bargain, if it quotes nobody."""
    bargain = None if block.kind in HEADINGS else bargain_in(block.text)
    quoted = bargain and any(element.tag == "blockquote" for element in block.home.lineage())
    return None if quoted else bargain


def _mark(bargain: tuple[int, int], lines: Sequence[Sentence], kinds: list[Kind]) -> None:
    """Mark the sentences of a bargain that are nothing else."""
    for number, line in enumerate(lines):
        if kinds[number] is Kind.OTHER and line.end > bargain[0] and line.start < bargain[1]:
            kinds[number] = Kind.STATEMENT


def _is_about(
    spot: Spot, lines: Sequence[Sentence], kinds: Sequence[Kind], weights: Sequence[Strength]
) -> bool:
    """Whether a block is labelled as being about rights, or mostly is."""
    if LABELS.match(lines[0].text):
        return True
    about = sum(
        line.end - line.start
        for line, kind, weight in zip(lines, kinds, weights, strict=True)
        if kind is not Kind.OTHER or weight >= Strength.FAIR or is_condition(line.text)
    )
    return about >= DOMINATED * len(spot.block.text)


def is_source_here(sentence: str, spot: Spot) -> bool:
    """Whether a sentence is a source line in this place: near the article, and of this very one."""
    block, zone = spot.block, spot.zone
    if not _is_near(spot):
        return False
    if zone is Zone.INSIDE:
        alone = len(sentence) > DOMINATED * len(block.text)
        return bool(THIS.search(sentence[:30])) and is_source(sentence) and alone
    return is_source(sentence) or is_source_label(sentence, block.has_link)


def _is_near(spot: Spot) -> bool:
    """Whether a source line may stand in this place."""
    far = spot.place.distance[spot.at] > REACH or spot.zone is Zone.BEFORE
    return not (far or spot.block.kind == "figcaption" or spot.place.comments[spot.at])


def _is_part(reading: Reading) -> bool:
    return reading.has(Kind.NOTICE, Kind.STATEMENT, Kind.SOURCE, Kind.RESERVED) and reading.dominated


def _is_told(spot: Spot, reading: Reading) -> bool:
    """Whether a short block after another part speaks of reuse in words of the trade."""
    block = spot.block
    if spot.zone not in {Zone.TAIL, Zone.AFTER} or len(block.text) > ASIDE or block.kind in HEADINGS:
        return False
    if block.linked > LINKED * len(block.text) or not is_sentence(block.text):
        return False
    return any(strength(line.text) >= Strength.HINT for line in reading.lines)


def _begins_bio(line: Sentence, spot: Spot, authors: tuple[str, ...]) -> bool:
    """Whether a bio begins with this sentence; inside the body, sentences about people are body."""
    return spot.zone not in {Zone.INSIDE, Zone.BEFORE} and is_bio(
        spot.block.text[line.start : line.start + LEAD], authors
    )


def _kind(line: Sentence, weight: Strength, spot: Spot, may: May) -> Kind:
    if weight >= Strength.FAIR:
        return Kind.OTHER  # for `_counts` to decide
    if may.rights and is_reserved(line.text):
        return Kind.RESERVED
    if may.rights and _claims(line.text, spot) and not _in_body(line.text, spot):
        return Kind.NOTICE
    return Kind.SOURCE if may.source and is_source_here(line.text, spot) else Kind.OTHER


def _is_menu(block: Block) -> bool:
    """Whether a block is a row of links without a sentence."""
    return block.linked > LINKED * len(block.text) and not is_sentence(block.text)


def _claims(sentence: str, spot: Spot) -> bool:
    return is_notice(sentence) and not _credits_picture(sentence, spot)


def _credits_picture(sentence: str, spot: Spot) -> bool:
    """Whether a claim without a year stands at a picture, and so is the picture's."""
    return spot.block.kind == "figcaption" or (spot.place.pictured[spot.at] and not YEARS.search(sentence))


def _in_body(sentence: str, spot: Spot) -> bool:
    """Whether a claim is one sentence among others of a paragraph inside the body."""
    inside = spot.zone is Zone.INSIDE and is_prose(spot.block)
    return inside and len(spot.block.text) > 2 * len(sentence)


def _counts(weight: Strength, line: Sentence, spot: Spot, dominated: bool, noticed: bool) -> bool:
    """Whether a sentence that speaks of reuse is a statement in this place.

    `dominated`: the block is mostly about rights; `noticed`: it has a copyright line.
    """
    block, zone = spot.block, spot.zone
    elsewhere = spot.place.others[spot.at] or CAPTION.match(block.text) is not None
    licenced = not elsewhere and any(is_licence(link.url) for link in block.links)
    if weight >= Strength.FAIR and zone is not Zone.INSIDE and licenced:
        return True
    if elsewhere or is_button(block.text, block.linked) or _is_menu(block):
        return False
    labelled = bool(LABELS.match(line.text))
    alone = labelled or dominated or line.end - line.start >= DOMINATED * len(block.text)
    strong = weight is Strength.STRONG
    if zone is Zone.INSIDE:
        own = (OURS if dominated else THIS).search(line.text)
        return strong and alone and bool(own or labelled)
    if spot.place.comments[spot.at] and not noticed:
        return strong
    if zone in {Zone.HEAD, Zone.TAIL} and is_prose(block) and not alone:
        return strong and bool(THIS.search(line.text))
    return weight >= Strength.FAIR or noticed or dominated
