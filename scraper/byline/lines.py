"""Lines of plain text: which signs they have, how wide those are, and where a line may end. Pure.

Widths are those of a screen: a letter of Chinese takes two columns, an accent none. Lines may be marked for a
mail program that wraps them anew (format=flowed, RFC 3676). To say one more sign in plain letters, add a row
to `PLAIN`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category, east_asian_width, normalize

WIDTH = 65  # columns; what ezine editors ask for, and safe behind two levels of quoting
NARROWEST = 20  # columns; nothing is set in fewer, however deep it nests
ENDLESS = 10**9  # columns; of a text that a mail program wraps
BREAK = "\x1e"  # stands for <br> while white space is collapsed
QUOTED = "\x01"  # before a line of a text to be flowed: one level of quotation
FIXED = "\x02"  # likewise: no mail program may wrap it
QUOTED_INSIDE = re.compile(f" +{QUOTED}")  # in a list: a mail program sets a quotation at the edge
MARKS = re.compile(f"[{FIXED}{BREAK}{QUOTED}]")
STOPS = "、。，．；：！？」』）】》〉"  # of scripts without spaces: a line may end behind them
PASSAGE = re.compile(f"[^{STOPS}]*[{STOPS}]+|[^{STOPS}]+")
JOINERS = re.compile(
    "(?<![^\x00-\x7f])[\u200c\u200d]|[\u200c\u200d](?![^\x00-\x7f])"
)  # beside no such letter
UNSEEN: dict[int, str | None] = {
    **dict.fromkeys((0xAD, 0x34F, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0xFEFF)),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2060, 0x2070))),  # what turns and joins a line
    **dict.fromkeys((0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " "),
}
PLAIN: dict[int, str | None] = {  # what typography has and a typewriter has not
    **dict.fromkeys(map(ord, "‘’‚‛"), "'"),
    **dict.fromkeys(map(ord, "“”„‟"), '"'),
    **dict.fromkeys(map(ord, "‐‑‒–−"), "-"),
    **dict.fromkeys(map(ord, "—―"), "--"),
    ord("…"): "...",
    **{ord(sign): normalize("NFKC", sign) for sign in "ﬀﬁﬂﬃﬄﬅﬆ"},
}
RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]*[⁰¹²³⁴⁵⁶⁷⁸⁹][⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]*")
LOWERED = re.compile("[₀₁₂₃₄₅₆₇₈₉₊₋]*[₀₁₂₃₄₅₆₇₈₉][₀₁₂₃₄₅₆₇₈₉₊₋]*")
STUFFED = (" ", ">", "From ")  # beginnings that RFC 3676, 4.4 puts a space before


@lru_cache(maxsize=65_536)
def _columns(sign: str) -> int:
    if category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(sign) in {"W", "F"} else 1


def fold(text: str, width: int = WIDTH, *, cut: bool = False) -> str:
    """One paragraph wrapped without ever cutting a word; `BREAK` ends a line.

    Args:
        text: the paragraph.
        width: in columns, of which the letters of China, Japan and Korea take two each. Without spaces, they
            are wrapped behind their own commas and full stops.
        cut: whether such a passage may be cut between two letters, where it is longer than a line.

    """
    return "\n".join("\n".join(_rows(line, max(width, NARROWEST), cut)) for line in text.split(BREAK))


def reduced(text: str) -> str:
    """A text in the signs that every mail reader shows: straight quotation marks, dashes of hyphens."""
    if text.isascii():
        return text
    text = RAISED.sub(lambda found: "^" + normalize("NFKC", found[0]).replace("−", "-"), text)
    text = LOWERED.sub(lambda found: "_" + normalize("NFKC", found[0]).replace("−", "-"), text)
    return seen(text).translate(PLAIN)


def seen(text: str) -> str:
    """A text without what nobody sees, its spaces plain; joiners stay where scripts and emoji need them."""
    return text if text.isascii() else JOINERS.sub("", text.translate(UNSEEN))


def columns(text: str) -> int:
    """How many columns a line takes on a screen whose letters are all equally wide."""
    return len(text) if text.isascii() else sum(map(_columns, text))


def flow(text: str, width: int = WIDTH) -> str:
    """Lines that a mail program may wrap anew, as RFC 3676 writes them (`format=flowed`, without DelSp).

    Each line of `text` is a paragraph: it is broken behind spaces, which stay, so that joining the lines
    gives the paragraph back. `QUOTED` and `FIXED` say which lines are quoted, and which are kept whole.
    """
    return "\n".join(_flowed(line, width) for line in text.split("\n"))


def _rows(line: str, width: int, cut: bool) -> Iterator[str]:
    row: list[str] = []
    taken = 0
    for word in line.split():
        for number, piece in enumerate(_pieces(word, width, cut)):
            size, gap = columns(piece), int(number == 0 and bool(row))
            if row and taken + gap + size > width:
                yield "".join(row)
                row, taken, gap = [], 0, 0
            row += [" " * gap, piece]
            taken += gap + size
    yield "".join(row)


def _pieces(word: str, width: int, cut: bool) -> list[str]:
    """What a line may be broken between, of a word; what stands before an address may be cut off, no more."""
    if word.isascii() or columns(word) <= len(word):
        return [word]
    head, scheme, rest = word.partition("://")
    pieces: list[str] = PASSAGE.findall(head) if scheme else PASSAGE.findall(word)
    if scheme:
        *pieces, last = pieces or [""]
        return [*pieces, f"{last}{scheme}{rest}"]
    return [part for piece in pieces for part in (_cut(piece, width) if cut else [piece])]


def _cut(piece: str, width: int) -> Iterator[str]:
    """A passage in parts that fit a line, cut between two wide letters."""
    start, taken = 0, 0
    for at, sign in enumerate(piece):
        size = _columns(sign)
        if taken + size > width and size > 1 and _columns(piece[at - 1]) > 1 and sign not in STOPS:
            yield piece[start:at]
            start, taken = at, 0
        taken += size
    yield piece[start:]


def _flowed(line: str, width: int) -> str:
    depth, fixed = line.count(QUOTED), FIXED in line
    bare = MARKS.sub("", QUOTED_INSIDE.sub(QUOTED, line)).rstrip(" ")
    rows = [bare] if fixed else broken(bare, width - depth - 1 if depth else width)
    if depth:
        return "\n".join(f"{'>' * depth} {row}" if row else ">" * depth for row in rows)
    return "\n".join(f" {row}" if row.startswith(STUFFED) else row for row in rows)


def broken(line: str, width: int) -> list[str]:
    """A paragraph in lines that end with a space, but for the last; none is the mark of a signature."""
    rows: list[str] = []
    row: list[str] = []
    taken = 0
    for token in re.findall(r"[^ ]* +|[^ ]+", line):
        size = columns(token.rstrip(" "))
        if taken + size > width and "".join(row).strip(" ") not in {"", "--"}:
            rows.append("".join(row))
            row, taken = [], 0
        row.append(token)
        taken += columns(token)
    return [*rows, "".join(row)]
