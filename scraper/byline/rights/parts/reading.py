"""What each sentence of a page is on its own: copyright line, statement, source line, or other.

A sentence is judged by its words, by its zone and by its neighbours: what is a statement
beside a copyright line is talk in the midst of the body.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from byline.extract.blocks import HEADINGS, Block
from byline.model import MAIN_USES, Answer
from byline.rights.grammar.letters import fold
from byline.rights.grammar.media import places
from byline.rights.parts.bio import LEAD, is_bio
from byline.rights.parts.layout import REACH, Layout, Zone, is_prose
from byline.rights.parts.licence_url import is_licence
from byline.rights.parts.notice import YEARS, is_notice, is_reserved
from byline.rights.parts.reuse import CHROME, ELLIPTIC, HARD_REUSE, HAS_SELF, LABELS, REPORTED
from byline.rights.parts.sentences import Sentence, sentences
from byline.rights.parts.source_line import is_source, is_source_label
from byline.rights.parts.statement import Strength, is_button, is_condition, is_sentence, strength
from byline.rights.parts.stems import may_grant
from byline.rights.terms import read_terms

DOMINATED = 0.45  # share of a block's characters from which it is about rights
LINKED = 0.5  # share inside anchors from which a short block is a row of links
ASIDE = 600  # characters of a short block that another part can make a statement
THIS = re.compile(r"\b(?:this|these|the (?:above|preceding|following|present))\s", re.IGNORECASE)
OURS = re.compile(
    r"\b(?:this|these|our|my|the (?:above|preceding|following|present))\s"
    r"|\ball (?:images|photos|content|text|material)",
    re.IGNORECASE,
)


# where the terms stand, said beside a copyright line: "For further information see our permissions page"
POLICY = re.compile(
    r"\b(?:see|visit|read|consult|view|check|refer to)\b(?!.{0,120}\b(?:privacy"
    r"|cookies?)\b).{0,90}\b(?:terms of use|terms"
    r" and permissions|permissions?|licensing|re-?prints?|re-?use|republi\w+|usage rights|copyright (?:page"
    r"|policy|notice"
    r"|statement|information))\b",
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
    weights = [max(strength(line.text), _by_reading(line, spot, noticed=claimed)) for line in lines]
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


ASIDES = {"speaker", "commercial", "fee"}  # facts whose words may stand anywhere
QUOTED = re.compile(r"\W{0,3}[“\"„«‘]")  # somebody else's words, or an example
BARGAIN = 900  # characters of a block that is read as a whole
WORDS = 4  # of a sentence that is read
SPOKEN_OF = re.compile(rf"\b{HARD_REUSE}|\bcopy (?:it|this|my|our|the)\b", re.IGNORECASE)
SPOKEN = 700  # characters of a sentence that is read


def _by_reading(line: Sentence, spot: Spot, *, noticed: bool) -> Strength:
    """How surely a sentence is a statement by what it says, where its wording is in no table.

    Only outside the body. What puts this work under a licence, or decides a use in words of the trade, is
    one below the article; what decides a use in other words ("run it if you like it") is one beside a
    copyright line.
    """
    text, below = line.text, spot.zone is Zone.AFTER
    if spot.zone is Zone.INSIDE or spot.place.comments[spot.at] or not _may_decide(text):
        return Strength.NONE
    terms = read_terms(text)
    if terms.licence is not None and (below or OURS.search(text)):
        return Strength.FAIR
    if REPORTED.search(text) or all(terms.answer(use) is Answer.SILENT for use in MAIN_USES):
        return Strength.NONE
    ours = SPOKEN_OF.search(text) and (HAS_SELF.search(text) or ELLIPTIC.match(text))
    otherwise = Strength.WEAK if noticed else Strength.NONE
    return Strength.FAIR if below and ours else otherwise


def _mark_bargain(spot: Spot, lines: Sequence[Sentence], kinds: list[Kind]) -> None:
    """Mark the sentences of a block that grants a use somewhere, and asks to keep something in return.

    "Guitar teachers: hand out as many as you want. Web pages too, if you put my name up top" has no word of
    the trade, and is a bargain all the same; prose hardly ever strikes one.
    """
    text, block = spot.block.text, spot.block
    if spot.zone is Zone.INSIDE or spot.place.comments[spot.at] or block.kind in HEADINGS:
        return
    if QUOTED.match(text) or any(element.tag == "blockquote" for element in block.home.lineage()):
        return
    if (
        len(text) > BARGAIN
        or not is_sentence(text)
        or not may_grant(text)
        or CHROME.search(text)
        or REPORTED.search(text)
    ):
        return
    terms = read_terms(text)
    granted = any(terms.answer(use) is Answer.GRANTED for use in MAIN_USES)
    if not (granted and terms.keep and places(fold(text).text)):
        return
    proofs = [fact for fact in terms.because if fact.fact.split("=")[0] not in ASIDES]
    first, last = min(fact.start for fact in proofs), max(fact.end for fact in proofs)
    for number, line in enumerate(lines):
        if kinds[number] is Kind.OTHER and line.end > first and line.start < last:
            kinds[number] = Kind.STATEMENT


def _may_decide(text: str) -> bool:
    """Whether a sentence is worth reading: no business of the site's, and no bare reservation."""
    fits = text.count(" ") + 1 >= WORDS and len(text) <= SPOKEN
    return fits and may_grant(text) and not (CHROME.search(text) or is_reserved(text) or is_notice(text))


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
    return is_source(sentence) or is_source_label(sentence, bool(block.links))


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
    if weight >= Strength.FAIR and zone is not Zone.INSIDE and any(is_licence(li.url) for li in block.links):
        return True
    if weight <= Strength.HINT or is_button(block.text, block.linked) or _is_menu(block):
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
