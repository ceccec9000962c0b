"""The resource box: what the page says about the article's author, with the links that go with it.

Three ways lead to a box: a heading ("About the Author"), a sentence that begins like a bio, and
element names that say author or bio around something that reads like one. A box may run over
several blocks. The bio of a site's host, members' boxes and comments are none.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from byline.extract.blocks import HEADINGS, Block
from byline.rights.parts.bio import (
    ADDRESS,
    ENDS_BOX,
    FIRST_PERSON,
    GOES_ON,
    HE_OR_SHE,
    HEADING,
    INLINE,
    LEAD,
    NO_NAME,
    ROLE_WORD,
    SHORT,
    SOMEBODY,
    SPEAKS_UP,
    SUBJECT,
    begins_as_bio,
    begins_with_name,
    bio_name,
    speaks_of,
)
from byline.rights.parts.layout import REACH, Layout, Zone, is_hinted, is_prose
from byline.rights.parts.lines import Lines
from byline.rights.parts.name import GENERIC, clean_name, is_byline, is_person, same_person

BUTTONS = 2  # in a row, inside a box: "E-mail", "See profile"
MOST_BLOCKS = 14  # a longer "box" is an article about somebody; the longest seen had 13
NO_BIO = HEADINGS | {"figcaption", "table", "pre"}  # kinds of block that begin none
SHARED = 2  # of a bio that only goes on a block; any other box is better
SURE = 3  # signs that make a bio: one sure one, or some hints


@dataclass(frozen=True, slots=True)
class Box:
    """Where the resource box stands and whom it is about.

    Attributes:
        blocks: positions in the page, in order; there may be rules and pictures between them.
        author: the name that it begins with, if it does.
        score: how many signs spoke for it.

    """

    blocks: tuple[int, ...]
    author: str | None
    score: int


def find_box(
    blocks: Sequence[Block],
    place: Layout,
    authors: Sequence[str],
    taken: frozenset[int],
    shared: frozenset[int] = frozenset(),
) -> Box | None:
    """The best resource box of the page, or None.

    Args:
        blocks: of the whole page.
        place: their layout.
        authors: names that metadata and by-lines gave.
        taken: positions of blocks that begin with another rights part.
        shared: positions of those that go on with a bio.

    """
    prose = (at for at in range(place.last, -1, -1) if at not in taken and is_prose(blocks[at]))
    finder = _Finder(Lines(blocks, place, tuple(authors), taken), next(prose, 0))
    near = bisect_right(place.distance, 2 * REACH)
    shown = (at for at, block in enumerate(blocks[:near]) if block.text and not block.hidden)
    found = [box for at in shown if (box := finder.box_at(at)) is not None]
    found.extend(Box((at,), None, SHARED) for at in sorted(shared & taken))
    best = max(found, key=lambda box: (box.score, len(box.blocks)), default=None)
    wider = [box for box in found if best is not None and set(best.blocks) <= set(box.blocks)]
    return max(wider, key=lambda box: len(box.blocks), default=None)


@dataclass(frozen=True, slots=True)
class _Clues:
    """How a block begins: with an author's name, a bio's lead, a label; `hinted`: elements say so.

    `subject`: 1 below the article, with some person's name and what that person does, or with "I'm …";
    2 where that person is the author.
    """

    known: bool
    name: str | None
    inline: bool
    hinted: bool
    subject: int = 0


@dataclass(frozen=True, slots=True)
class _Finder:
    """Looks for a box at each position; `end` is that of the last prose that is no rights part."""

    lines: Lines
    end: int

    def box_at(self, at: int) -> Box | None:
        """The box that begins at the position of a shown text, if one does."""
        block = self.lines.blocks[at]
        heading = HEADING.match(block.text) if len(block.text) <= SHORT else None
        if heading is not None and heading.end() >= len(block.text.rstrip()):
            return self._headed(at)
        return self._led(at, block)

    def _headed(self, at: int) -> Box | None:
        """A heading counts when a bio stands under it, and not a menu."""
        found = self._run(at + 1, headed=True)
        words = " ".join(self.lines.blocks[i].text for i in found)
        named = self.lines.names_author(words)
        short = len(words) < SHORT
        if not words or GENERIC.match(words) or all(self.lines.only_links(i) for i in found):
            return None
        if short and not (named and any(self.lines.blocks[i].has_link for i in found)):
            return None
        if self.lines.place.side[at] and not named:
            return None
        return Box((at, *found), self._who(found), 6 + 2 * named)

    def _led(self, at: int, block: Block) -> Box | None:
        clues = self._clues(at, block)
        if clues is None:
            return None
        score = self._score(at, block, clues)
        if score < SURE + 2 * (self.lines.place.zones[at] is Zone.INSIDE):
            return None
        run = (at, *self._run(at + 1, headed=False))
        return Box((*self.lines.above(at), *run), self._who(run), score)

    def _score(self, at: int, block: Block, clues: "_Clues") -> int:
        """How many signs say that a bio begins here."""
        text = block.text[:LEAD]
        ours = any(same_person(clues.name or "", author) for author in self.lines.authors)
        score = (
            3 * clues.inline + 2 * clues.known + 2 * bool(clues.name) + ours + clues.hinted + clues.subject
        )
        score += bool(NO_NAME.match(text)) + bool(ROLE_WORD.search(text)) + self._addressed(block)
        score += (
            self._beside_rule(at) + self._signed(text) + self._slanted(block) + 2 * self.lines.introduced(at)
        )
        score += self.lines.place.zones[at] is Zone.AFTER
        return score - self._against(at, clues, ours)

    def _clues(self, at: int, block: Block) -> "_Clues | None":
        """What speaks for a bio at the beginning of a block; None when nothing does."""
        text = block.text[:LEAD]
        if at in self.lines.taken or block.kind in NO_BIO:
            return None
        hinted = len(text) >= SHORT // 2 and is_hinted(block)
        introduced = len(text) > SHORT and self.lines.introduced(at)
        begins = hinted or introduced or begins_as_bio(text, self.lines.authors) or self._signed(text)
        if not begins or self._is_label(at, text):
            return None
        clues = _Clues(
            known=self._begins_with_author(text),
            name=bio_name(text),
            inline=bool(INLINE.match(text)) and len(text) > SHORT,
            hinted=hinted,
            subject=self._about_somebody(at, text),
        )
        if clues.name or clues.inline or clues.hinted or clues.subject or introduced:
            return clues
        if clues.known:  # a body that wrote the article writes about itself; a bio gives its address
            bio = self._tells(text) or (self._addressed(block) and not self.lines.place.foot[at])
            return clues if bio else None
        return clues if NO_NAME.match(text) else None

    def _is_label(self, at: int, text: str) -> bool:
        """Whether a block is a row of links, an office or a by-line, and so begins no bio."""
        return self.lines.only_links(at) or GENERIC.match(text) is not None or is_byline(text)

    def _about_somebody(self, at: int, text: str) -> int:
        if (
            self.lines.place.zones[at] not in {Zone.TAIL, Zone.AFTER}
            or at < self.end
            or SPEAKS_UP.search(text)
        ):
            return 0
        if begins_with_name(text, self.lines.authors):
            return 2
        if FIRST_PERSON.match(text):
            return 1
        subject = SOMEBODY.match(text)
        person = subject is not None and is_person(subject[1]) and HE_OR_SHE.search(text) is not None
        return int(person and not self.lines.authors)

    def _against(self, at: int, clues: "_Clues", ours: bool) -> int:
        """How much speaks against a bio: another's name, the place, prose that goes on after it."""
        other = bool(clues.name) and bool(self.lines.authors) and not ours
        amid = at < self.end and not (clues.known or clues.hinted or ours)
        early = self.lines.place.zones[at] in {Zone.HEAD, Zone.BEFORE}
        comment = self.lines.place.comments[at] and not ours
        return (
            2 * other
            + 3 * comment
            + 4 * (self.lines.place.side[at] and not clues.known)
            + 2 * (early or amid)
        )

    def _begins_with_author(self, text: str) -> bool:
        return speaks_of(text, self.lines.authors) or self._signed(text)

    def _tells(self, text: str) -> bool:
        """Whether a text begins with a person among the authors."""
        return speaks_of(text, tuple(name for name in self.lines.authors if is_person(name))) or self._signed(
            text
        )

    def _signed(self, text: str) -> bool:
        return "\n" in text and any(self._signature(text, author) for author in self.lines.authors)

    def _addressed(self, block: Block) -> bool:
        return block.has_link or bool(ADDRESS.search(block.text[:LEAD]))

    def _signature(self, text: str, author: str) -> bool:
        """A name with a postal or mail address under it, as letters end."""
        first, _, rest = text.partition("\n")
        return (
            bool(rest)
            and len(first) <= SHORT
            and same_person(clean_name(first), author)
            and bool(ADDRESS.search(rest))
        )

    def _run(self, at: int, headed: bool) -> tuple[int, ...]:
        """The positions from `at` on that belong to the box."""
        found: list[int] = []
        buttons: list[int] = []  # links without a sentence, which go with the box if it goes on after them
        said = {self.lines.blocks[at - 1].text}
        for here in range(at, min(len(self.lines.blocks), at + 3 * MOST_BLOCKS)):
            block = self.lines.blocks[here]
            if block.hidden or block.kind == "img" or (not block.text and block.kind != "hr"):
                continue
            if block.kind == "hr":
                if self._bio_follows(here + 1, headed):
                    continue
                break
            if headed and len(buttons) < BUTTONS and self.lines.is_button(here):
                buttons.append(here)
                continue
            if len(found) >= MOST_BLOCKS or not self._belongs(here, headed, first=not found):
                break
            if block.text in said:
                break  # the page repeats it
            if len(block.text) > SHORT:
                said.add(block.text)
            found += [*buttons, here]
            buttons = []
        while found and self.lines.is_author(self.lines.blocks[found[-1]].text):
            found.pop()
        return tuple(found)

    def _belongs(self, at: int, headed: bool, first: bool) -> bool:
        block = self.lines.blocks[at]
        text = block.text
        if at in self.lines.taken or ENDS_BOX.match(text) or HEADING.match(text):
            return False
        if block.kind in HEADINGS:
            named = self.lines.names_author(text) if first else self.lines.is_author(text)
            if not named and not (headed and (self._same_box(at) or self.lines.presents(text))):
                return False
        if self.lines.only_links(at) and not ADDRESS.search(text) and not self.lines.names_author(text):
            return False
        if headed:
            return (
                first
                or block.home is self.lines.blocks[at - 1].home
                or self._goes_on(at)
                or self._same_box(at)
                or len(text) > SHORT
                or bool(SUBJECT.match(text))
                or self.lines.presents(text)
            )
        return self._goes_on(at)

    def _goes_on(self, at: int) -> bool:
        text = self.lines.blocks[at].text
        if GOES_ON.match(text) or (len(text) < 3 * SHORT and ADDRESS.search(text)):
            return True
        return self._begins_with_author(text) or any(
            text.startswith((author, f"{author.split()[0]} ", f"{author.split()[-1]} "))
            for author in self.lines.authors
            if author.split()
        )

    def _same_box(self, at: int) -> bool:
        return is_hinted(self.lines.blocks[at])

    def _bio_follows(self, at: int, headed: bool) -> bool:
        for here in range(at, min(len(self.lines.blocks), at + 4)):
            if self.lines.blocks[here].text:
                text = self.lines.blocks[here].text
                person = headed and SUBJECT.match(text)
                return here not in self.lines.taken and bool(
                    person or bio_name(text) or self._begins_with_author(text)
                )
        return False

    def _beside_rule(self, at: int) -> bool:
        return any(
            self.lines.blocks[i].kind == "hr"
            for i in range(max(0, at - 2), min(at + 2, len(self.lines.blocks)))
        )

    def _slanted(self, block: Block) -> bool:
        return bool(block.inlines) and all(
            any(m.tag == "em" for m in i.marks) or not i.text.strip() for i in block.inlines
        )

    def _who(self, found: Sequence[int]) -> str | None:
        named = next((name for at in found if (name := bio_name(self.lines.blocks[at].text))), None)
        subjects = (SOMEBODY.match(self.lines.blocks[at].text) for at in found)
        return named or next((m[1].strip() for m in subjects if m and is_person(m[1].strip())), None)
