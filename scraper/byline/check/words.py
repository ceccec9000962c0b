"""The words of a copy as they are compared, each with the place it was said in.

Unicode compatibility forms, case, quotation marks, dashes, list markers and white space do not
count; everything else does. Spelled-out addresses are no words: plain text must add them, so they
are looked at apart.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from byline.check.parts import Line, visible
from byline.extract.addresses import BARE_URL, whole_address

QUOTE = 12  # words quoted of a longer passage
WORD = re.compile(r"\([cC]\)|[^\W_]+(?:['’ʼ＇´`][^\W_]+)*|©")
MARK = "©"  # and `(c)`, and the word copyright: one sign, however often it is repeated
APOSTROPHE = re.compile("['’ʼ＇´`]")
BRACKETED = re.compile(r"\([^\s()]+\)")
ADDRESS_SIGNS = re.compile(r"[./?#=@]")  # in brackets, a relative address after the words of its link
LIST_MARK = re.compile(r"^\s*(?:>\s*)*[*_]{0,2}(?:\d{1,3}[.)]|[*+•-])\s+(?=\S)")
Span = tuple[int, int]


@dataclass(frozen=True)
class Text:
    """The words of some lines, folded, each with the line and the place it was said in."""

    lines: tuple[Line, ...]
    words: tuple[str, ...]
    places: tuple[tuple[int, int, int], ...]  # line, first character, one past the last

    @classmethod
    def of(cls, lines: Sequence[Line], *, hidden: bool = False) -> "Text":
        """The words that are seen, or else the hidden ones, in order; lines keep their numbers."""
        words: list[str] = []
        places: list[tuple[int, int, int]] = []
        for number, line in enumerate(lines):
            if bool(line.hidden) is not hidden:
                continue
            for match in _matches(line.text):
                word = _fold(match[0])
                if word != MARK or words[-1:] != [MARK]:
                    words.append(word)
                    places.append((number, match.start(), match.end()))
        return cls(tuple(lines), tuple(words), tuple(places))

    @cached_property
    def index(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            found.setdefault(word, []).append(at)
        return found

    def quote(self, start: int, end: int) -> str:
        """The words from `start` to `end` as the copy says them, long passages cut in the middle."""
        if end - start > 2 * QUOTE:
            return f"{self.quote(start, start + QUOTE)} … {self.quote(end - QUOTE, end)}"
        pieces: list[str] = []
        at = start
        while at < end:
            line, first, _ = self.places[at]
            last = at
            while last + 1 < end and self.places[last + 1][0] == line:
                last += 1
            pieces.append(self.lines[line].text[first : self.places[last][2]])
            at = last + 1
        return " ".join(pieces)

    def between(self, at: int) -> str:
        """What stands between a word and the one before it; a line break where they are in two lines."""
        line, start, _ = self.places[at]
        before, _, end = self.places[at - 1]
        if before == line:
            return self.lines[line].text[end:start]
        return f"{self.lines[before].text[end:]}\n{self.lines[line].text[:start]}"

    def where(self, at: int) -> str:
        """The place of a word, for a person."""
        return self.lines[self.places[at][0]].where if at < len(self.places) else ""

    def stands_apart(self, start: int, end: int) -> bool:
        """Whether these words fill whole lines, or brackets as the words for a picture do."""
        line, first, _ = self.places[start]
        last_line, _, last = self.places[end - 1]
        before, after = self.lines[line].text[:first], self.lines[last_line].text[last:]
        whole = not WORD.search(before) and not WORD.search(after)
        return whole or (before.endswith("[") and after.startswith("]"))


def fold(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared."""
    return Text.of([Line(visible(line), "") for line in text.splitlines()]).words


def _matches(line: str) -> list[re.Match[str]]:
    """The words of one line, without list marks and spelled-out addresses."""
    mark = LIST_MARK.match(line)
    found = list(WORD.finditer(line, mark.end() if mark else 0))
    addresses = sorted(_addresses(line))
    return [word for word in found if not _covered(word.start(), addresses)] if addresses else found


def _addresses(line: str) -> Iterator[Span]:
    if "://" in line or "www." in line.lower():
        found = BARE_URL.finditer(line)
        yield from ((match.start(), match.start() + len(whole_address(match))) for match in found)
    if "(" in line:
        yield from (match.span() for match in BRACKETED.finditer(line) if ADDRESS_SIGNS.search(match[0]))


def _covered(at: int, spans: list[Span]) -> bool:
    """Whether one of the sorted spans covers a character; spans do not lie inside one another."""
    before = bisect_right(spans, (at, sys.maxsize))
    return any(at < end for _, end in spans[max(0, before - 2) : before])


def _fold(word: str) -> str:
    plain = word.lower() if word.isascii() else normalize("NFKC", word).casefold()
    if plain in {"copyright", "(c)"}:
        return MARK
    return APOSTROPHE.sub("'", plain)
