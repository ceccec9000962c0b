"""A copy set beside its article: what is looked for, and where each piece of it stands.

Every word of a copy counts for one part only: the name in a resource box is no byline, and a
notice inside the statement is a notice of its own only where the article has both in one.
Passages are placed longest first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from byline.check.address import address_key
from byline.check.align import Alignment, align, containment, find
from byline.check.parts import Anchor, Part
from byline.check.words import MARK, Text, fold
from byline.extract.addresses import BARE_MAIL, BARE_URL, whole_address
from byline.extract.markdown import plain_text
from byline.model import Credit, Duty, Severity, Terms
from byline.rights.credit import as_text
from byline.rights.parts.notice import is_notice
from byline.rights.parts.sentences import sentences

REACH = 40  # blocks (lines of plain text: three times as many) around the body in which credit counts
LINES_A_BLOCK = 3
ALIKE = 0.3  # share of a passage's shingles that makes it worth aligning
ALIKE_NOTICE = 0.3  # share of a notice's words that make another copyright line an altered one
MAX_NOTICE = 30  # words
LONG = 6  # words from which a passage may be recognised though some are lost
RESERVED = ("all", "rights", "reserved")
Pictures = frozenset[tuple[str, ...]]
WIDE = 100_000  # characters; a paragraph in one line
TAKEN = "\x00"  # stands for a word that another part has claimed; equal to no word


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that a copy should have, and what they are in Markdown."""

    duty: Duty
    markdown: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands.

    Attributes:
        start: its first word in the text of the copy.
        alignment: word by word, where it is not there as a whole.
        altered: another copyright line stands there, much like the one wanted.
        far: it stands, but too far from the article to be its credit.
        hidden: it is there, but not seen, and why.
        where: for a person.

    """

    start: int = -1
    alignment: Alignment | None = None
    altered: bool = False
    far: bool = False
    hidden: str = ""
    where: str = ""

    @property
    def whole(self) -> bool:
        """Every word is there, in a row, near the article."""
        return self.start >= 0 and not self.far and not self.altered


@dataclass
class Scene:
    """One part of a copy, and the article's credit placed in it."""

    part: Part
    credit: Credit
    terms: Terms
    body: Text
    pictures: Pictures = frozenset()  # the words for the article's pictures
    text: Text = field(init=False)
    unseen: Text = field(init=False)
    body_place: Alignment = field(init=False)
    taken: bytearray = field(init=False)
    places: dict[Passage, Place] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Align the body, then place every passage, the longest first."""
        self.text = Text.of(self.part.lines)
        self.unseen = Text.of(self.part.lines, hidden=True)
        self.body_place = self._body_place()
        self.taken = bytearray(len(self.text.words))
        for at in self.body_place.same:
            self.taken[at] = 1
        wanted = passages(self.credit)
        for passage in sorted(wanted, key=lambda p: -len(p.words)):
            self.places[passage] = self._place(passage, wanted)

    def severity(self, duty: Duty) -> Severity:
        """A condition of the terms is an error, what is customary a warning."""
        return Severity.ERROR if duty in self.terms.keep else Severity.WARNING

    def passages_of(self, duty: Duty) -> tuple[Passage, ...]:
        """The passages of one duty, in the order of the credit."""
        return tuple(passage for passage in passages(self.credit) if passage.duty is duty)

    def is_near(self, line: int) -> bool:
        """Whether a line of the part stands near enough to the article to be its credit."""
        place = self.body_place
        if not place.same:
            return True
        reach = REACH * (LINES_A_BLOCK if self.part.form == "text" else 1)
        first, last = self.text.places[place.start][0], self.text.places[place.end - 1][0]
        return first - reach <= line <= last + reach

    def find(self, words: tuple[str, ...], *, free: bool = True) -> tuple[int, bool] | None:
        """The best place of these words, and whether it is far from the article."""
        starts = find(words, self.text, self.taken if free else None)
        if not starts:
            return None
        near = next((start for start in starts if self.is_near(self.text.places[start][0])), None)
        return (starts[0], True) if near is None else (near, False)

    def hiding(self, words: tuple[str, ...]) -> tuple[str, str] | None:
        """Why these words are not seen, and where they stand, if they are hidden in the copy."""
        starts = find(words, self.unseen)
        if starts:
            line = self.unseen.lines[self.unseen.places[starts[0]][0]]
            return line.hidden, line.where
        if len(words) >= LONG and containment(words, self.unseen.words) > 1 - ALIKE:
            place = align(words, self.unseen.words)
            line = self.unseen.lines[self.unseen.places[place.start][0]]
            return line.hidden, line.where
        return None

    @cached_property
    def addresses(self) -> dict[str, list[int]]:
        """By its key, the lines in which an address is spelled out."""
        found: dict[str, list[int]] = {}
        for number, line in enumerate(self.part.lines):
            for url in spelled(line.text):
                found.setdefault(address_key(url), []).append(number)
        return found

    @cached_property
    def anchors(self) -> dict[str, list[Anchor]]:
        """Anchors by the key of their address."""
        found: dict[str, list[Anchor]] = {}
        for anchor in self.part.anchors:
            found.setdefault(address_key(anchor.url), []).append(anchor)
        return found

    @cached_property
    def owed(self) -> frozenset[tuple[str, ...]]:
        """The lines of the credit."""
        return frozenset(fold(line) for line in as_text(self.credit, WIDE).splitlines())

    def _body_place(self) -> Alignment:
        """Where the body stands; where words are missing, perhaps on both sides of the credit.

        Rendered Markdown has its footnotes at the very end.
        """
        place = align(self.body.words, self.text.words)
        if not place.missing or not place.same:
            return place
        lines = {line for line, _, _ in self.text.places if fold(self.text.lines[line].text) in self.owed}
        kept = [at for at, (line, _, _) in enumerate(self.text.places) if line not in lines]
        around = align(self.body.words, [self.text.words[at] for at in kept])
        return around.moved(kept) if around.kept > place.kept else place

    def _place(self, passage: Passage, wanted: tuple[Passage, ...]) -> Place:
        """Where a passage stands; its words are then taken."""
        words = passage.words
        others = (o.words for o in wanted if o != passage and len(o.words) >= len(words))
        shared = any(_inside(words, other) for other in others)
        shared = shared or _inside(words, self.body.words[: self._shared_body(passage)])
        spot = self.find(words, free=not shared)
        if spot is not None:
            start, far = spot
            self._take(range(start, start + len(words)))
            return Place(start, far=far, where=self.text.where(start))
        place = self._like_notice(words) if passage.duty is Duty.COPYRIGHT else self._aligned(words)
        hiding = None if place is not None else self.hiding(words)
        return Place(hidden=hiding[0], where=hiding[1]) if hiding else place or Place()

    def _shared_body(self, passage: Passage) -> int:
        """How many words of the body may be the passage too: a title only where the body begins with it."""
        return len(passage.words) if passage.duty is Duty.TITLE else len(self.body.words)

    def _aligned(self, words: tuple[str, ...]) -> Place | None:
        """The place of a passage that is not there whole, by the words that are."""
        free = [TAKEN if used else word for word, used in zip(self.text.words, self.taken, strict=True)]
        if len(words) < LONG or containment(words, free) < ALIKE:
            return None
        alignment = align(words, free)
        if not alignment.same:
            return None
        self._take(alignment.same)
        far = not self.is_near(self.text.places[alignment.start][0])
        return Place(alignment=alignment, far=far, where=self.text.where(alignment.start))

    def _like_notice(self, words: tuple[str, ...]) -> Place | None:
        """The copyright line that says most of a notice's words, if it says enough of them."""
        best, most = None, ALIKE_NOTICE
        asked = set(words) - {MARK}
        for at in self.text.index.get(MARK, ()) if asked else ():
            rest = self._rest_of_line(at)
            share = len(asked.intersection(self.text.words[i] for i in rest)) / len(asked)
            if (share > most or (best is None and share >= most)) and self.is_near(self.text.places[at][0]):
                best, most = rest, share
        if best is None:
            return None
        self._take(best)
        return Place(best.start, altered=True, where=self.text.where(best.start))

    def _rest_of_line(self, at: int) -> range:
        """The words from one on to the end of its line."""
        places = self.text.places
        end = at + 1
        while end < len(places) and places[end][0] == places[at][0] and end - at < MAX_NOTICE:
            end += 1
        return range(at, end)

    def _take(self, words: Iterable[int]) -> None:
        for at in words:
            self.taken[at] = 1


def passages(credit: Credit) -> tuple[Passage, ...]:
    """The passages of a credit that must stand word for word; a notice, statement or box each."""
    statements = credit.permission.split("\n\n")
    notices = (_claim(line, credit.permission) for line in credit.copyright.splitlines())
    wanted = [
        Passage(Duty.TITLE, credit.title, fold(credit.title)),
        *(_passage(Duty.COPYRIGHT, notice) for notice in notices),
        _passage(Duty.RESOURCE_BOX, credit.resource_box),
        *(_passage(Duty.PERMISSION_STATEMENT, statement) for statement in statements),
        _passage(Duty.SOURCE_LINK, credit.source_line),
    ]
    return tuple(dict.fromkeys(passage for passage in wanted if passage.words))


def spelled(text: str) -> Iterator[str]:
    """The web and mail addresses that a text spells out."""
    if "://" in text or "www." in text.lower():
        for match in BARE_URL.finditer(text):
            for url in dict.fromkeys((match[0], whole_address(match))):
                yield url if "://" in url else f"http://{url}"
    if "@" in text:
        for match in BARE_MAIL.finditer(text):
            yield f"mailto:{match['mail']}"


def _claim(line: str, permission: str) -> str:
    """A copyright line without those of its sentences that are owed as the statement."""
    stated = fold(plain_text(permission))
    said = sentences(plain_text(line))
    kept = [s.text for s in said if is_notice(s.text) or not _inside(fold(s.text), stated)]
    return " ".join(kept) if 0 < len(kept) < len(said) else line


@lru_cache(maxsize=1024)
def _passage(duty: Duty, markdown: str) -> Passage:
    words = fold(plain_text(markdown))
    return Passage(duty, markdown, _without_tail(words) if duty is Duty.COPYRIGHT else words)


def _without_tail(words: tuple[str, ...]) -> tuple[str, ...]:
    """A notice without "all rights reserved", which may be dropped or added."""
    return words[: -len(RESERVED)] if words[-len(RESERVED) :] == RESERVED else words


def _inside(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    size = len(words)
    starts = (at for at in range(len(other) - size + 1) if other[at : at + 1] == words[:1])
    return not words or any(other[at : at + size] == words for at in starts)
