"""A statement's letters as a reader's eye takes them: folded for matching, each one tied to the original.

Old pages are damaged: lost bytes, look-alike letters, spaced capitals, raw markup, quoted mail.
Matching works on the folded text; a fact quotes the original. To undo one more damage, add a
row to REPAIRS (a pattern over the folded text) or to RESPELLINGS (one word, many spellings).
"""

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from byline.rights.grammar.spelling import RESPELLINGS, mend_word, read_digits, run_together, spaced_out
from byline.rights.grammar.wording import one_of

MAX_LETTERS = 100_000  # characters of the longest text that is read; of a longer one nothing is

BREAK = "\x1e"  # between two paragraphs, or two items of a list

_LOOKALIKES = str.maketrans(
    {
        # Cyrillic and Greek letters that some adverts and scrapers put for Latin ones
        **dict(zip("аеорсухікмтнвАЕОРСУХІКМТНВ", "aeopcyxikmthbaeopcyxikmthb", strict=True)),
        **dict(zip("οαερτΟΑΕΡΤ", "oaeptoaept", strict=True)),
        **dict(zip("‘’‚‛′`´ʼ", "''''''''", strict=True)),
        **dict(zip("“”„‟″«»", '"""""""', strict=True)),
        **dict(zip("‐‑‒–—―−", "-------", strict=True)),
        "ß": "ss",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "Ł": "l",
        "•": BREAK,
        "·": BREAK,
        "…": " ",
        "\ufffd": "?",
        "\u00ad": "",  # soft hyphen, and the other letters nobody sees
        "\u200b": "",
        "\u200c": "",
        "\u200d": "",
        "\ufeff": "",
    }
)


@dataclass(frozen=True, slots=True)
class Letters:
    """Folded text; letter `i` stands for `source[starts[i]:ends[i]]`."""

    source: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where folded letters `start` to `end` stand in the original."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.source)
            return at, at
        return self.starts[start], self.ends[end - 1]


def fold(statement: str) -> Letters:
    """The statement in plain lower case letters, with known damage undone."""
    letters = _fold_each(statement[:MAX_LETTERS])
    if run_together(letters.text):
        letters = _replace(letters, _RUN, lambda match: spaced_out(match.group()))
    for cues, pattern, mend in REPAIRS:
        if any(cue in letters.text for cue in cues):
            letters = _replace(letters, pattern, mend)
    return letters


def folded(statement: str) -> str:
    """The text of `fold` alone, which is quicker."""
    text = "".join(map(_fold_piece, _PIECE.findall(statement[:MAX_LETTERS])))
    if run_together(text):
        text = _RUN.sub(lambda match: spaced_out(match.group()), text)
    for cues, pattern, mend in REPAIRS:
        if any(cue in text for cue in cues):
            text = pattern.sub(mend, text)
    return text


def undamaged(text: str) -> bool:
    """Whether folding such small letters mends no more than a spelling: no word is hidden or joined."""
    return text.isascii() and _SIGNS.search(text) is None


# of markup, of a reference, of a word that was cut, spaced out, or read with digits in it
_SIGNS = re.compile(r"[&<>`]|-\n|[a-z][01]|[01][a-z]|(?<!\S)(?:[a-z\d] {1,4}){3}")
_RUN = re.compile(r"[a-z']{5,}")


def _fold_each(source: str) -> Letters:
    if source.isascii() and "&" not in source:
        return Letters(
            source, _fold_piece(source), tuple(range(len(source))), tuple(range(1, len(source) + 1))
        )
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _PIECE.finditer(source):
        at, end = match.span()
        plain = _fold_piece(match.group())
        one_by_one = len(plain) == end - at
        text.append(plain)
        starts.extend(range(at, end) if one_by_one else [at] * len(plain))
        ends.extend(range(at + 1, end + 1) if one_by_one else [end] * len(plain))
    return Letters(source, "".join(text), tuple(starts), tuple(ends))


# plain letters, UTF-8 read as cp1252, a character reference, or any one character
_PIECE = re.compile(
    r"[\x00-%'-_a-\x7f]+|â[€\x80][\u0080-\u2122]|[ÂÃ][\u0080-\u2122]|&#?\w{2,8};|.", re.DOTALL
)


def _fold_piece(piece: str) -> str:
    return _fold_sign(piece) if len(piece) == 1 else _fold_letters(piece)


@lru_cache(maxsize=2048)
def _fold_sign(sign: str) -> str:
    return _fold_letters(sign)


def _fold_letters(piece: str) -> str:
    if piece[:1] != "&" and piece.isascii():
        return piece.lower().replace("`", "'")
    if piece[0] == "&":
        piece = html.unescape(piece)
    elif len(piece) > 1:
        piece = _unbroken(piece)
    plain = unicodedata.normalize("NFKD", piece.translate(_LOOKALIKES)).translate(_LOOKALIKES)
    return "".join(c for c in plain if not unicodedata.combining(c)).lower()


def _unbroken(piece: str) -> str:
    """UTF-8 that was read as cp1252, read again; as it is if that is not what happened."""
    try:
        return piece.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return "'" if piece.startswith("â") else piece[-1]


def _replace(letters: Letters, pattern: re.Pattern[str], mend: Callable[[re.Match[str]], str]) -> Letters:
    text: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for match in pattern.finditer(letters.text):
        new = mend(match)
        if new == match.group():
            continue
        text += [letters.text[at : match.start()], new]
        starts += letters.starts[at : match.start()]
        ends += letters.ends[at : match.start()]
        start, end = letters.span(match.start(), match.end())
        starts += [start] * len(new)
        ends += [end] * len(new)
        at = match.end()
    if not text:
        return letters
    text.append(letters.text[at:])
    starts += letters.starts[at:]
    ends += letters.ends[at:]
    return Letters(letters.source, "".join(text), tuple(starts), tuple(ends))


def _joined(match: re.Match[str]) -> str:
    return re.sub(r"(?<=\S) (?=\S)", "", match.group())


def _respelt(match: re.Match[str]) -> str:
    return RESPELLINGS[re.sub(r"[\s-]+", " ", match.group())]


def _either(words: list[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return one_of(re.escape(word).replace(r"\ ", r"[\s-]{1,3}") for word in longest_first)


# cues, one of which stands in every text that the pattern fits (the empty one in all); pattern; what it means
REPAIRS: tuple[tuple[tuple[str, ...], re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    # raw markup; a block tag ends a sentence
    (("<",), re.compile(r"</?(?:p|div|li|br|h\d|td|tr)\b[^<>\n]{0,200}>"), lambda _: BREAK),
    (("<",), re.compile(r"<(?!http|mailto)/?[a-z!][^<>@\n]{0,300}>"), lambda _: " "),
    # quoted mail
    ((">",), re.compile(r"(?:^|(?<=\n))[ \t]{0,8}(?:>[ \t]?){1,8}"), lambda _: ""),
    # a word cut at the end of a line
    (("-\n",), re.compile(r"(?<=[a-z]{2})-\n[ \t]{0,8}(?=[a-z]{2})"), lambda _: ""),
    # an item of a list is a sentence of its own
    (("\n",), re.compile(r"\n[ \t]{0,8}(?:[*+-]|\d{1,2}[.)]|\([a-z\d]\))[ \t]{1,4}"), lambda _: BREAK),
    # S P A C E D   C A P I T A L S
    (("",), re.compile(r"(?<!\S)(?:[a-z\d] {1,4}){3,80}[a-z\d](?![^\s:.,;!])"), _joined),
    # rules drawn with characters
    (tuple("=*_~#-"), re.compile(r"[=*_~#-]{3,}"), lambda _: BREAK),
    (("\n",), re.compile(r"[ \t\r]{0,40}\n[ \t\r]{0,40}\n[\s]{0,40}"), lambda _: BREAK),
    # `?` for an apostrophe or a dash
    (("?",), re.compile(r"(?<=[a-z])\?(?=(?:s|t|re|ll|ve|d)\b)"), lambda _: "'"),
    (("?",), re.compile(r"(?<=[a-z,]) \?{1,3} (?=[a-z])"), lambda _: " - "),
    # zero and one for letters inside a word
    (
        ("0", "1"),
        re.compile(r"(?<![\w.@/-])[a-z]{1,20}[01][a-z01]{0,19}[a-z](?![\w@/-])"),
        lambda m: read_digits(m.group()),
    ),
    (("",), re.compile(r"[a-z]{7,}"), lambda m: mend_word(m.group())),
    (("",), re.compile(rf"(?<![\w@.]){_either(list(RESPELLINGS))}(?![\w@])"), _respelt),
    (("",), re.compile(rf"[^\S{BREAK}]{{2,}}|[^\S{BREAK} ]"), lambda _: " "),  # a single blank stays one
    # an aside of one word: "may, however, be"
    (
        (", ",),
        re.compile(
            r", (?:however|of course|therefore|nevertheless|nonetheless|though|by all means|naturally"
            r"|certainly|moreover|furthermore),(?= )"
        ),
        lambda _: "",
    ),
    # a space before a colon
    ((" :", " ;", " ,"), re.compile(r"(?<=\w) (?=[:;,](?:\s|$))"), lambda _: ""),
)
