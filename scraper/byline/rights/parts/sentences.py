"""A block's sentences, with their place in its text: rights share blocks, so roles go to sentences.

A line of a block (a newline) ends a sentence unless the next line plainly goes on; so do the
separators of menus (`|`, `·`). To teach an abbreviation, add it to ABBREVIATION.
"""

import re
from dataclasses import dataclass

ABBREVIATION = re.compile(
    r"(?:mrs?|ms|dr|prof|rev|st|[js]r|inc|ltd|co|corp|llc|gmbh|bros|dept|univ|nos?|vols?|pp?|eds?|fig|vs|etc"
    r"|e\.g|i\.e|al|cf|ca|approx|est|ph|ph\.d|m\.d|[bm]\.a|d\.c|u\.[sk]|[ap]\.m|jan|feb|mar|apr|jun|jul|aug"
    r"|sept?|oct|nov|dec|z\.b|bzw|nr|bspw|dipl|ing|mag|hrsg|s\.a|i\.a|[a-z])"
)
CAPITAL = "A-ZÀ-ÖØ-ÞĄĆĘŁŃÓŚŹŻ"
STOP = re.compile(
    rf"[.!?…][\"'”’)\]»]*[ \n]+(?=[\"'“‘(\[«¡¿]*[{CAPITAL}0-9©&*])"  # a full stop and a new beginning
    rf"|\)[ \n]+(?=[{CAPITAL}])"  # the end of a sentence in brackets
    r"|\n| [|·•»] |([=*_~#-])\1{4,}"  # a line, a menu's separator, a rule drawn in characters
)
STOPS = ".!?…)\n|·•»=*_~#-"  # one of these stands before each sentence but a block's first
WORD_BEFORE = re.compile(r"(\S{1,12})$")
RULE = re.compile(r"^[\s=*_~\-#+.•·|]*$")
GOES_ON = re.compile(r"[a-zà-öø-ÿ]")
CLOSES = re.compile(r"[.!?:;…][\"'”’)\]»]*\s*$")
PLAIN = {"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " ", "–": "-", "—": "-"}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or line of a block.

    Attributes:
        start: first character in the block's text.
        end: one past the last.
        text: the words, with plain quotes and dashes; as long as `end - start`.
        line: number of the line run it stands in; a rule or a hard line end begins a new one.

    """

    start: int
    end: int
    text: str
    line: int


def plain(text: str) -> str:
    """The text with plain quotes, dashes and blanks, letter for letter."""
    if not text.isascii():
        for fancy, sign in PLAIN.items():  # quicker than `translate`
            text = text.replace(fancy, sign)
    return text


def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a block in order, without white space around them; rules are left out."""
    said = plain(text)
    found: list[Sentence] = []
    start = line = 0
    for end, after, breaks in [*_ends(said), (len(said), len(said), True)]:
        words = said[start:end]
        if not RULE.match(words):
            low = start + len(words) - len(words.lstrip())
            kept = words.strip()
            found.append(Sentence(low, low + len(kept), kept, line))
        line += breaks
        start = after
    return tuple(found)


def _ends(text: str) -> list[tuple[int, int, bool]]:
    """Where sentences end and the next begin, and whether a line ends there too."""
    ends: list[tuple[int, int, bool]] = []
    begin = 0
    for match in STOP.finditer(text):
        mark = match[0][0]
        hard = mark in " \n=*_~#-"
        if mark == ")" and not text[begin : begin + 3].lstrip().startswith("("):
            if "\n" in match[0]:
                ends.append((match.start() + 1, match.end(), True))
                begin = match.end()
            continue
        if mark == "\n" and _wraps(text, begin, match.start(), match.end()):
            continue
        if mark == "?" and not text[max(begin, match.start() - 1) : match.start()].strip():
            continue  # a lost sign, not a question
        if mark in ".…" and "\n" not in match[0] and _abbreviated(text, match.start()):
            continue
        close = match.start() if hard else match.start() + len(match[0].rstrip())
        ends.append((close, match.end(), hard or "\n" in match[0]))
        begin = match.end()
    return ends


def _wraps(text: str, begin: int, end: int, after: int) -> bool:
    """Whether a line break only wraps a sentence: the next line goes on in small letters."""
    head = text[after : after + 3].lstrip(" \"'(")
    return bool(GOES_ON.match(head)) and not CLOSES.search(text[max(begin, end - 6) : end])


def _abbreviated(text: str, stop: int) -> bool:
    before = WORD_BEFORE.search(text[max(0, stop - 12) : stop])
    if before is None:
        return False
    return bool(ABBREVIATION.fullmatch(before[1].lstrip("\"'(").lower()))
