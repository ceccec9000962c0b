"""Screens: a quick look at a block, so that the tables are tried only where one of their rows may fit.

A screen is a necessary condition. It is made of the rows of the table that it screens, without what ties
them to a place in a sentence; so a new row of a table is in its screen by itself. Nine blocks in ten of a
page pass none, and are read no further.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from byline.rights.grammar.wording import PIECE, one_of
from byline.rights.parts.sentences import STOPS, plain

BOUND = re.compile(r"^\\b")
COMMON = " etaoinsrhldcumfpgwybvkxjqz"  # the commonest letters first
FIRST = 8  # pieces of a row among which it may begin
SHORTEST = 4  # characters of a row that are looked for at least
NEXT = rf"[^\w{re.escape(STOPS)}]*"  # from the last stop before a sentence to its first word


@dataclass(frozen=True, slots=True)
class Screen:
    """What fits wherever a row may fit: `rows` anywhere in a sentence, `first` only at its beginning."""

    rows: re.Pattern[str]
    first: re.Pattern[str] | None

    def passes(self, text: str) -> bool:
        """Whether a text, as `look` gives it, may hold what the table knows."""
        return self.rows.search(text) is not None or (
            self.first is not None and self.first.search(text) is not None
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """The texts of a page one under another, as screens take them: one search finds the few that may fit.

    Attributes:
        look: the texts as `look` gives them, one after another.
        starts: where each begins with its line end, and where the last ends.

    """

    look: str
    starts: tuple[int, ...]

    def holding(self, pattern: re.Pattern[str], first: int, end: int) -> Iterator[int]:
        """Positions of the texts from `first` up to `end` in which a match begins.

        Every text that has a match when it is alone is among them.
        """
        until = self.starts[end]
        match = pattern.search(self.look, self.starts[first], until)
        while match is not None:
            at = bisect_right(self.starts, match.start()) - 1
            yield at
            match = pattern.search(self.look, self.starts[at + 1], until)

    def passing(self, screen: Screen, first: int, end: int) -> Iterator[int]:
        """Positions of the texts from `first` up to `end` that may pass a screen."""
        yield from self.holding(screen.rows, first, end)
        if screen.first is not None:
            yield from self.holding(screen.first, first, end)

    def at(self, position: int) -> str:
        """The look of one text."""
        return self.look[self.starts[position] : self.starts[position + 1]]


def sheet(texts: Iterable[str]) -> Sheet:
    """Texts laid out to be screened together."""
    small = [text.lower() for text in texts]
    starts = accumulate((len(text) + 1 for text in small), initial=0)
    return Sheet("\n" + plain("\n".join(small)), tuple(starts))


def screen(anywhere: Iterable[str], first: Iterable[str] = ()) -> Screen:
    """The screen of a table's rows; they are in small letters, with no bar outside brackets."""
    begun = "|".join(first)
    return Screen(
        re.compile(one_of(_from_rarest(BOUND.sub("", row)) for row in anywhere)),
        re.compile(f"[{re.escape(STOPS)}]{NEXT}(?:{begun})") if begun else None,
    )


def look(text: str) -> str:
    """A block's text as screens take it: plain signs, small letters, a line end before it."""
    return "\n" + plain(text).lower()


def _from_rarest(row: str) -> str:
    """The same row, looked for from the rarest of its first letters: `re` halts at few places of a text.

    What stands before that letter is looked for backwards, once the letters after it are found.
    """
    at = start = 0
    best = -1
    for _ in range(FIRST):
        piece = PIECE.match(row, at)
        if piece is None:
            break
        if piece["letter"] and not piece["free"] and len(row) - at >= SHORTEST:
            rank = COMMON.find(piece["letter"]) % (len(COMMON) + 1)  # a sign that is no letter is rarest
            if rank > best:
                best, start = rank, at
        at = piece.end()
    if not start:
        return row
    end = start
    while (piece := PIECE.match(row, end)) and piece["letter"] and not piece["free"]:
        end = piece.end()
    back = "|".join(f"(?<={head}{row[start:end]})" for head in _spelt(row[:start]))
    return f"{row[start:end]}(?:{back}){row[end:]}"


def _spelt(head: str) -> list[str]:
    """Each way to write pieces of which some may be missing."""
    heads = [""]
    for piece in PIECE.finditer(head):
        sign = piece["letter"] or r"\s"
        free = piece["free"] or piece[0] == r"\s?"
        heads = [before + more for before in heads for more in ((sign, "") if free else (sign,))]
    return heads
