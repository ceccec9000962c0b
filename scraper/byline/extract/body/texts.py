"""Counts of a page's blocks, all at once: words, commas, ends of sentences, figures, capitals.

The words of all blocks are one array of code points; what a character is comes from a table of classes,
and a count per block is a difference of two running sums. A script without spaces counts two characters
as a word.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

COMMAS = ",;，、،؛"
STOPS = ".!?。！？।؟"
WIDE = ((0x3040, 0x30FF), (0x3400, 0x9FFF), (0xAC00, 0xD7AF), (0x0E00, 0x0E7F))  # kana, Han, Hangul, Thai
CASED = 0x590  # the scripts that have capitals lie below
PLANE = 0x10000  # characters above are pictures and rare ideographs: neither space nor mark
SPACE, COMMA, STOP, DIGIT, UPPER, WIDE_LETTER = (1 << bit for bit in range(6))


@dataclass(frozen=True, slots=True)
class Counts:
    """Of each text, in order."""

    chars: Floats
    words: Floats
    commas: Floats
    stops: Floats
    digits: Floats
    capitals: Floats


def counts(texts: Sequence[str]) -> Counts:
    """What is in each text; nothing for none."""
    chars = np.fromiter(map(len, texts), np.int64, len(texts))
    bounds = np.concatenate([[0], np.cumsum(chars + 1)])
    codes = np.frombuffer("\n".join([*texts, ""]).encode("utf-32-le", "surrogatepass"), np.uint32)
    classes = _classes()[np.minimum(codes, PLANE)]
    wordless = np.append(True, classes & SPACE != 0)  # as if a space stood before the first
    words = _per_text(wordless[:-1] & ~wordless[1:], bounds)
    wide = _per_text(classes & WIDE_LETTER != 0, bounds)
    commas, stops, digits, capitals = (
        _per_text(classes & kind != 0, bounds) for kind in (COMMA, STOP, DIGIT, UPPER)
    )
    words = np.where(wide * 2 >= np.maximum(chars, 1), wide // 2, words)
    return Counts(chars.astype(np.float64), words, commas, stops, digits, capitals)


def _per_text(marked: NDArray[np.bool_], bounds: NDArray[np.int64]) -> Floats:
    sums = np.concatenate([[0], np.cumsum(marked)])
    return np.diff(sums[bounds]).astype(np.float64)


@cache
def _classes() -> NDArray[np.uint8]:
    table = np.zeros(PLANE + 1, np.uint8)
    for kind, marks in ((SPACE, " \n\t\u00a0\u3000"), (COMMA, COMMAS), (STOP, STOPS), (DIGIT, "0123456789")):
        table[[ord(mark) for mark in marks]] |= kind
    table[[code for code in range(CASED) if chr(code).isupper()]] |= UPPER
    for first, last in WIDE:
        table[first : last + 1] |= WIDE_LETTER
    return table


def word_count(text: str) -> int:
    """As `counts` counts the words of one text."""
    return len(text.split()) if text.isascii() else int(counts([text]).words[0])
