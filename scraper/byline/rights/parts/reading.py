"""What each sentence of a page is on its own: copyright line, statement, source line, or other.

A sentence is judged by its words, by its zone and by its neighbours: what is a statement
beside a copyright line is talk in the midst of the body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from byline.extract.blocks import HEADINGS, Block
from byline.rights.parts.bio import LEAD, is_bio
from byline.rights.parts.layout import REACH, Layout, Zone, is_prose
from byline.rights.parts.licence_url import is_licence
from byline.rights.parts.notice import YEARS, is_notice, is_reserved
from byline.rights.parts.reuse import LABELS
from byline.rights.parts.sentences import Sentence, sentences
from byline.rights.parts.source_line import is_source, is_source_label
from byline.rights.parts.spoken import OURS, POLICY, bargain_in, spoken_strength
from byline.rights.parts.statement import Strength, is_button, is_condition, is_sentence, strength

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


class Kind(Enum):
    """What a sentence is on its own."""

    OTHER = auto()
    NOTICE = auto()
    RESERVED = auto()
    STATEMENT = auto()
    SOURCE = auto()
    BIO = auto()  # where a bio begins


@dataclass(frozen=True, slots=True)
class Reading:
    """A block's sentences and what each is."""

    lines: tuple[Sentence, ...]
    kinds: tuple[Kind, ...]

    def has(self, *kinds: Kind) -> bool:
        """Whether a sentence of one of these kinds is there."""
        return any(kind in kinds for kind in self.kinds)

    @property
    def dominated(self) -> bool:
        """Whether the block is mostly about rights."""
        sizes = [line.end - line.start for line in self.lines]
        other = {Kind.OTHER, Kind.BIO}
        spoken = sum(size for size, kind in zip(sizes, self.kinds, strict=True) if kind not in other)
        return spoken >= DOMINATED * sum(sizes)


NOTHING = Reading((), ())


@dataclass(frozen=True, slots=True)
class Spot:
    """A block and its place in the page."""

    block: Block
    at: int
    place: Layout

    @property
    def zone(self) -> Zone:
        """Where it stands in relation to the article."""
        return self.place.zones[self.at]


def read_page(
    blocks: Sequence[Block], place: Layout, skipped: Sequence[bool], authors: Sequence[str] = ()
) -> tuple[Reading, ...]:
    """What each sentence of a page is; a second look takes short blocks right after other parts along."""
    found = [
        NOTHING if skip or not block.text else read_block(Spot(block, at, place), authors)
        for at, (block, skip) in enumerate(zip(blocks, skipped, strict=True))
    ]
    after = False  # whether the block of text before is a part
    for at, block in enumerate(blocks):
        reading = found[at]
        if not reading.lines or block.hidden:
            continue
        if after and not reading.has(Kind.STATEMENT, Kind.BIO) and _is_told(Spot(block, at, place), reading):
            kinds = tuple(Kind.STATEMENT if kind is Kind.OTHER else kind for kind in reading.kinds)
            found[at] = Reading(reading.lines, kinds)
        after = _is_part(found[at])
    return tuple(found)


def read_block(spot: Spot, authors: Sequence[str] = ()) -> Reading:
    """What each sentence of a block is, by its words, the block's zone and the authors' names."""
    if spot.zone is Zone.INSIDE and spot.block.kind == "pre":
        return NOTHING  # code that the article shows
    lines = sentences(spot.block.text)
    claimed = any(is_notice(line.text) for line in lines)
    weights = [max(strength(line.text), _spoken(line, spot, noticed=claimed)) for line in lines]
    kinds = [_kind(line, weight, spot) for line, weight in zip(lines, weights, strict=True)]
    dominated = max(weights, default=Strength.NONE) > Strength.HINT and _is_about(spot, lines, kinds, weights)
    noticed = Kind.NOTICE in kinds
    if claimed and spot.zone is not Zone.INSIDE:
        weights = [
            Strength.WEAK if POLICY.search(line.text) else weight
            for line, weight in zip(lines, weights, strict=True)
        ]
    told = False  # whether a bio has begun
    for number, weight in enumerate(weights):
        free = kinds[number] in {Kind.OTHER, Kind.NOTICE} and (weight is Strength.STRONG or not told)
        if free and _counts(weight, lines[number], spot, dominated, noticed):
            kinds[number] = Kind.STATEMENT
        elif kinds[number] is Kind.OTHER and _begins_bio(lines[number], spot, authors):
            kinds[number] = Kind.BIO
            told = True
    if not told and Kind.STATEMENT not in kinds and Kind.SOURCE not in kinds:
        _mark_bargain(spot, lines, kinds)
    if Kind.STATEMENT in kinds:  # no body, so neither are its claims
        claims = (n for n, line in enumerate(lines) if kinds[n] is Kind.OTHER and _claims(line.text, spot))
        for number in claims:
            kinds[number] = Kind.NOTICE
    return Reading(lines, tuple(kinds))


def _spoken(line: Sentence, spot: Spot, *, noticed: bool) -> Strength:
    """How surely a sentence outside the body is a statement by what it says."""
    if spot.zone is Zone.INSIDE or spot.place.comments[spot.at] or spot.place.others[spot.at]:
        return Strength.NONE
    return spoken_strength(line.text, below=spot.zone is Zone.AFTER, noticed=noticed)


def _mark_bargain(spot: Spot, lines: Sequence[Sentence], kinds: list[Kind]) -> None:
    """Mark the sentences of a block outside the body that strikes a bargain, if it is nobody else's."""
    block = spot.block
    if spot.zone is Zone.INSIDE or spot.place.comments[spot.at] or block.kind in HEADINGS:
        return
    if spot.place.others[spot.at]:
        return
    if any(element.tag == "blockquote" for element in block.home.lineage()):
        return
    bargain = bargain_in(block.text)
    for number, line in enumerate(lines):
        if bargain and kinds[number] is Kind.OTHER and line.end > bargain[0] and line.start < bargain[1]:
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
    far = spot.place.distance[spot.at] > REACH or zone is Zone.BEFORE
    if far or block.kind == "figcaption" or spot.place.comments[spot.at]:
        return False
    if zone is Zone.INSIDE:
        alone = len(sentence) > DOMINATED * len(block.text)
        return bool(THIS.search(sentence[:30])) and is_source(sentence) and alone
    return is_source(sentence) or is_source_label(sentence, block.has_link)


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


def _begins_bio(line: Sentence, spot: Spot, authors: Sequence[str]) -> bool:
    """Whether a bio begins with this sentence; inside the body, sentences about people are body."""
    return spot.zone not in {Zone.INSIDE, Zone.BEFORE} and is_bio(
        spot.block.text[line.start : line.start + LEAD], authors
    )


def _kind(line: Sentence, weight: Strength, spot: Spot) -> Kind:
    if weight >= Strength.FAIR:
        return Kind.OTHER  # for `_counts` to decide
    if is_reserved(line.text):
        return Kind.RESERVED
    if _claims(line.text, spot) and not _in_body(line.text, spot):
        return Kind.NOTICE
    return Kind.SOURCE if is_source_here(line.text, spot) else Kind.OTHER


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
    if elsewhere or weight <= Strength.HINT or is_button(block.text, block.linked) or _is_menu(block):
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
