"""From sentences to passages: where a copyright line, a statement, a source line begins and ends.

A statement takes along what belongs to it: the copyright line in the same line, the conditions
after it, the blocks that go on, the whole of a hidden republish notice.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from byline.extract.blocks import HEADINGS, Block, Element
from byline.rights.parts.layout import Layout
from byline.rights.parts.notice import LEANS, PLATFORM, is_notice, is_reserved
from byline.rights.parts.reading import Kind, Reading, Spot, is_source_here
from byline.rights.parts.reuse import CHROME
from byline.rights.parts.sentences import Sentence
from byline.rights.parts.statement import Strength, is_condition, is_sentence, strength

FOLLOWERS = 40  # blocks that one republish notice may fill; the longest seen had 30
TRAILING = 4  # sentences without a role of their own that a part takes along
LEANING = 250  # characters of a sentence without a subject that a copyright line takes along
LABEL = 25  # characters of a line that can be a menu entry rather than a sentence
BETWEEN = 120  # characters of a sentence between a copyright line and the statement that goes with it
GREETING = 40  # characters of words like "Hello!" or "PLEASE NOTE" before a statement
UP = 4  # elements above a block in which the one of its neighbour may be


SIGNED = re.compile(r"©|\(c\)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start:end` of the text of the block at position `at`."""

    at: int
    start: int
    end: int


def statements(blocks: Sequence[Block], readings: Sequence[Reading]) -> tuple[tuple[Piece, ...], ...]:
    """The statements of the page in order, each the pieces of one or more blocks."""
    found: list[tuple[Piece, ...]] = []
    until = -1
    for at, reading in enumerate(readings):
        if at <= until or not reading.has(Kind.STATEMENT):
            continue
        until = _last_block(blocks, readings, at)
        own = _passages(reading, at)
        more = [_whole(blocks[i], i) for i in range(at + 1, until + 1) if blocks[i].text.strip()]
        found.extend((piece,) for piece in own[:-1])
        found.append((own[-1], *more))
    return tuple(found)


def notices(reading: Reading, at: int) -> tuple[Piece, ...]:
    """The copyright lines of a block: each claim with what is said about it in the same line.

    "This notice must stay" means the line as it stands: the claim, and the grant or denial that
    the author wrote beside it. Those words bear both roles.
    """
    claims = _claims(reading, at)
    said = _passages(reading, at) if claims and reading.has(Kind.STATEMENT) else []
    found: list[Piece] = []
    for piece in (_whole_line(claim, reading, said) for claim in claims):
        joins = bool(found) and piece.start < found[-1].end
        start = found.pop().start if joins else piece.start
        found.append(Piece(at, start, piece.end))
    return tuple(found)


def _whole_line(claim: Piece, reading: Reading, said: Sequence[Piece]) -> Piece:
    """A claim, and as much of the statement around it as stands in its line."""
    around = next((p for p in said if p.start <= claim.start and claim.end <= p.end), claim)
    spoken = [
        line
        for line, kind in zip(reading.lines, reading.kinds, strict=True)
        if kind not in {Kind.OTHER, Kind.BIO} and around.start <= line.start and line.end <= around.end
    ]
    own = {line.line for line in spoken if claim.start <= line.start < claim.end}
    beside = [line for line in spoken if line.line in own]
    return Piece(claim.at, beside[0].start, max(beside[-1].end, claim.end)) if beside else claim


def _claims(reading: Reading, at: int) -> list[Piece]:
    """The sentences that claim copyright; "all rights reserved" goes with the one before it.

    So does a sentence beside it in the same line that has no subject but the notice: "Reprinted
    with permission".
    """
    found: list[Piece] = []
    before: Sentence | None = None  # the last sentence of the notice that goes on
    leaning: Sentence | None = None  # the sentence before, if it waits for a notice
    for line, kind in zip(reading.lines, reading.kinds, strict=True):
        if kind is Kind.NOTICE or (kind is Kind.STATEMENT and is_notice(line.text)):
            start = leaning if leaning is not None and leaning.line == line.line else line
            found.append(Piece(at, start.start, line.end))
            before = line
        elif kind is Kind.RESERVED and len(reading.lines) == 1:
            found.append(Piece(at, line.start, line.end))
        elif before is not None and _goes_with(before, line, kind):
            found[-1] = Piece(at, found[-1].start, line.end)
            before = line
        else:
            before = None
        leaning = line if before is None and _leans(line) else None
    return found


def _goes_with(before: Sentence, line: Sentence, kind: Kind) -> bool:
    """Whether a sentence after a copyright line is part of it."""
    if kind is Kind.RESERVED:
        return line.line - before.line <= 1 and not is_reserved(before.text)
    if kind is Kind.OTHER and SIGNED.search(line.text) and len(line.text) <= LEANING:
        return before.line == line.line  # of the pictures, in the same line
    return before.line == line.line and _leans(line)


def _leans(line: Sentence) -> bool:
    return line.end - line.start <= LEANING and bool(LEANS.match(line.text))


def sources(block: Block, reading: Reading, at: int, place: Layout) -> tuple[Piece, ...]:
    """The source lines of a block; neighbours in one line are one."""
    spot = Spot(block, at, place)
    found: list[Piece] = []
    before: Sentence | None = None
    for line, kind in zip(reading.lines, reading.kinds, strict=True):
        both = kind in {Kind.STATEMENT, Kind.NOTICE} and is_source_here(line.text, spot)
        if kind is Kind.SOURCE or both:
            joins = (
                bool(found)
                and before is not None
                and before.end == found[-1].end
                and before.line == line.line
            )
            start = found.pop().start if joins else line.start
            found.append(Piece(at, start, line.end))
        before = line
    return _with_rest(reading, found)


def _with_rest(reading: Reading, found: list[Piece]) -> tuple[Piece, ...]:
    """A block that begins with its only source line and says a little more about it is one part."""
    rest = reading.kinds[1:]
    begins = len(found) == 1 and reading.kinds[0] is Kind.SOURCE and found[0].end == reading.lines[0].end
    together = all(line.line == reading.lines[0].line for line in reading.lines)
    if begins and together and len(rest) < TRAILING and all(kind is Kind.OTHER for kind in rest):
        return (Piece(found[0].at, found[0].start, reading.lines[-1].end),)
    return tuple(found)


def _last_block(blocks: Sequence[Block], readings: Sequence[Reading], at: int) -> int:
    """The last block that goes on the statement begun at `at`."""
    last = at
    for here in range(at + 1, min(len(blocks), at + FOLLOWERS)):
        block = blocks[here]
        if block.kind == "img" and not block.text:
            continue
        if not readings[here].lines or readings[here].has(Kind.NOTICE, Kind.BIO):
            break  # a rule, a picture, a copy of the article
        if not _same_notice(blocks[at], block) or not _goes_on(blocks[last], block, readings[here]):
            break
        last = here
    while last > at and _is_caption(blocks[last]):
        last -= 1
    return last


def _is_caption(block: Block) -> bool:
    """Whether a block only names what follows it, and so cannot end a statement."""
    named = block.hidden and block.kind != "li" and len(block.text) < LABEL
    return block.kind in HEADINGS or (named and not is_sentence(block.text)) or not block.text


def _goes_on(before: Block, block: Block, reading: Reading) -> bool:
    """Whether a block belongs to the statement of the one before it."""
    if (block.hidden and before.hidden) or before.text.rstrip().endswith(":"):
        return True
    if reading.has(Kind.SOURCE):
        return False
    if before.kind == block.kind == "li" and before.home.parent is block.home.parent:
        return True
    return (reading.has(Kind.STATEMENT) and reading.dominated) or is_condition(block.text)


def _same_notice(first: Block, other: Block) -> bool:
    """Whether a block stands in the element of the first, or in the one around that."""
    if first.hidden != other.hidden:
        return False
    parent = first.home.parent
    near = {first.home.number} | ({parent.number} if parent is not None else set())
    element: Element | None = other.home
    for _ in range(UP):
        if element is None:
            return False
        if element.number in near:
            return True
        element = element.parent
    return False


def _whole(block: Block, at: int) -> Piece:
    left = len(block.text) - len(block.text.lstrip())
    return Piece(at, left, len(block.text.rstrip()))


def _passages(reading: Reading, at: int) -> list[Piece]:
    """The statements of one block; more than a few other sentences between two part them."""
    lines, kinds = reading.lines, reading.kinds
    marked = [number for number, kind in enumerate(kinds) if kind is Kind.STATEMENT]
    runs: list[list[int]] = []
    for number in marked:
        between = kinds[runs[-1][-1] + 1 : number] if runs else ()
        if runs and len(between) < TRAILING and Kind.BIO not in between:
            runs[-1].append(number)
        else:
            runs.append([number])
    found: list[Piece] = []
    for run in runs:
        low, high = _widened(lines, kinds, run[0], run[-1])
        start = max(lines[low].start, found[-1].end) if found else lines[low].start
        found.append(Piece(at, start, lines[high].end))
    return [piece for piece in found if piece.start < piece.end]


def _widened(lines: Sequence[Sentence], kinds: Sequence[Kind], low: int, high: int) -> tuple[int, int]:
    """First and last sentence of a statement with what belongs to it."""
    while low > 0 and _joins_before(lines, kinds, low):
        low -= 1
    while high + 1 < len(lines) and _joins_after(lines, kinds, high):
        high += 1
    return low, high


def _joins_before(lines: Sequence[Sentence], kinds: Sequence[Kind], low: int) -> bool:
    kind, line = kinds[low - 1], lines[low - 1]
    same = line.line == lines[low].line
    if kind is Kind.RESERVED:
        return same or low == 1 or kinds[low - 2] is not Kind.NOTICE
    if kind is Kind.OTHER:
        greets = low == 1 and len(line.text) <= GREETING and (same or line.text[-1] in ":!")
        between = low > 1 and same and kinds[low - 2] in {Kind.NOTICE, Kind.RESERVED}
        return greets or (between and len(line.text) <= BETWEEN)
    return same and kind is not Kind.BIO


def _joins_after(lines: Sequence[Sentence], kinds: Sequence[Kind], high: int) -> bool:
    """Whether the next sentence belongs: a condition, or one of the few that end the block."""
    kind, line = kinds[high + 1], lines[high + 1]
    if kind is not Kind.OTHER:
        same = line.line == lines[high].line
        return kind is Kind.RESERVED or (same and kind is not Kind.BIO)
    if PLATFORM.search(line.text) or CHROME.search(line.text) or _is_label(line, lines[high]):
        return False
    following = kinds[high + 1 : high + 2 + TRAILING]
    loose = next((n for n, other in enumerate(following) if other is not Kind.OTHER), len(following))
    return loose <= TRAILING or is_condition(line.text) or strength(line.text) >= Strength.WEAK


def _is_label(line: Sentence, before: Sentence) -> bool:
    """Whether a line of its own is only a label, as menus in the same block are."""
    return line.line != before.line and len(line.text) < LABEL and line.text[-1] not in ".!?:)"
