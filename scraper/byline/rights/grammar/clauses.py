"""A statement cut into clauses: the least pieces that say one thing each.

A sentence ends at a stop, a semicolon or a paragraph. Inside it, a clause ends where another
subject takes its own verb ("may be printed, but web use needs permission"). A condition stays
with what it conditions: a grant torn from its "only if" would be a lie.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from byline.rights.grammar.letters import BREAK, Letters

WORDS = 3  # fewer before a comma are no clause: "unchanged, papers and sites may run it"
MAX_CLAUSE = 900  # letters; a longer run without a stop is cut, so that reading stays linear


@dataclass(frozen=True, slots=True)
class Clause:
    """A piece of the folded text, with its place there.

    Attributes:
        text: the folded words.
        start: where they begin in the folded text.
        sentence: number of the sentence, from 0.
        question: whether the sentence ends with a question mark.

    """

    text: str
    start: int
    sentence: int
    question: bool


_ABBREVIATIONS = re.compile(
    r"\b(?:[a-z]|eg|ie|etc|dr|mr|mrs|ms|st|inc|ltd|co|vs|approx"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|vol|eds?|dept|fig|art|bzw|usw|ca|nr|str)$"
)
_STOP = re.compile(rf"[.!?;]+(?=[\"')\]*]{{0,3}}(?:\s|$|{BREAK}))|{BREAK}|\|")

_SUBJECT = (
    r"(?:you|it|they|this|these|that|we|i|he|she|the [a-z]+|my [a-z ]{3,12}"
    r"|our [a-z ]{3,12}|permission|all rights"
    r"|approval|commercial [a-z]+|any other [a-z]+|all other [a-z]+"
    r"|other [a-z]+|print|online|web [a-z]+"
    r"|websites?|newsletters?|magazines?|newspapers?|translations?|photos?"
    r"|photographs|images|pictures|companies"
    r"|businesses|for [a-z ]{3,30} you|please|just|theirs|attribution"
    r"|everyone else|others|anyone else)"
)
_VERB = (
    r"(?:may|can|must|is|are|should|will|shall|do|does|has|have|requires?"
    r"|needs?|need|disagrees?|asks?|belongs?"
    r"|contact|ask|write|email|apply|note|include|keep|only word)"
)
_OWN_VERB = re.compile(
    rf"(?:(?:and|so|then|also) )?{_SUBJECT}(?: [a-z']+)?(?: [a-z']+)? {_VERB}\b"
    rf"|please (?!also)[a-z]+"
)
_CONTRAST = re.compile(
    r"(?<!nobody)(?<!no one)(?<!nothing)(?<!none)(?<!anything)(?<!everything)(?<!all)["
    r",:(-]? (?:but(?! also\b)(?! not (?:in|on|for|limited)\b)(?! only\b)"
    r"|however(?! (?:you|it|they|often))|(?<!not )yet(?! to)|although|though"
    r"|while|whereas"
    r"|nevertheless|nonetheless|on the other hand"
    r"|except(?:ing)? that (?=[a-z\d', -]{3,80} (?:may|can|are (?:free|welcome|allowed|permitted))\b))\b"
)
# a clause that begins so only sets the scene for the next
_SCENE = re.compile(
    r"\W{0,8}(?:if|when|whenever|where|in|on|for|as|so long|provided"
    r"|providing|unless|except|with|without|to|by|upon"
    r"|after|before|until|since|because|being|having|should|assuming|contingent|subject to"
    r"|pending|once|during|beginning"
    r"|starting|effective|from|as (?:long|of|soon)|given that|in case|any|no part|neither"
    r"|although|though|while)\b"
)


def split(letters: Letters) -> list[Clause]:
    """The clauses in their order; together they are the whole text, stops left out."""
    clauses: list[Clause] = []
    for number, (start, end, question) in enumerate(_sentences(letters.text)):
        for first, last in _inner(letters.text, start, end):
            text = letters.text[first:last]
            if text.strip():
                clauses.append(Clause(text, first, number, question))
    return clauses


def _sentences(text: str) -> list[tuple[int, int, bool]]:
    found: list[tuple[int, int, bool]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if stop.group() == "." and _abbreviated(text, stop.start()):
            continue
        asked = "?" in stop.group() or _INDIRECT.search(text, start, stop.start()) is not None
        found += _chunks(start, stop.start(), question=asked)
        start = stop.end()
    return found + _chunks(start, len(text), question=False)


# a question that others ask: "people ask whether they may reprint this"
_INDIRECT = re.compile(
    r"\b(?:people|readers|editors|some|many|folks|you|webmasters|teachers)\b[a-z ]{0,30}\b(?:ask|asking"
    r"|asked|wonder"
    r"|wondering|enquire|inquire|want to know)\b[a-z ]{0,12} (?:if|whether) (?:they|you|he|she|it"
    r"|this) (?:can|may|could)\b"
)


def _abbreviated(text: str, stop: int) -> bool:
    """Whether the point at `stop` belongs to a word: `J. Sample`, `a.m. Monday`, `No. 5`."""
    before = text[max(0, stop - 12) : stop]
    if re.search(r"\bno$", before):
        return text[stop + 2 : stop + 3].isdigit()
    if not _ABBREVIATIONS.search(before):
        return False
    return stop + 2 < len(text) and text[stop + 1] == " " and text[stop + 2].isalnum()


def _chunks(start: int, end: int, *, question: bool) -> list[tuple[int, int, bool]]:
    return [(at, min(at + MAX_CLAUSE, end), question) for at in range(start, end, MAX_CLAUSE)]


def _inner(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [m.start() for m in _CONTRAST.finditer(text, start, end) if m.start() > start]
    cuts += _splices(text, start, end)
    return list(pairwise(sorted({start, *cuts, end})))


_COMMA = re.compile(r", | - | and (?=you may|please|you must)")


_VOCATIVE = re.compile(r"\W*(?:[a-z-]+ ){0,2}[a-z-]+s, $")  # who is spoken to: "print editors, please ask"


def _splices(text: str, start: int, end: int) -> list[int]:
    """Commas after which a new subject takes its own verb, and before which something stands alone."""
    contrasts = [m.end() for m in _CONTRAST.finditer(text, start, end)]
    cuts: list[int] = []
    lead, scene = start, _SCENE.match(text, start) is not None
    for comma in _COMMA.finditer(text, start, end):
        while contrasts and contrasts[0] <= comma.start():
            lead = contrasts.pop(0)
            scene = _SCENE.match(text, lead) is not None
        called = _VOCATIVE.match(text, lead, comma.end()) is not None
        alone = called or len(text[lead : comma.start()].split()) < WORDS
        if not scene and not alone and _OWN_VERB.match(text, comma.end(), end):
            cuts.append(comma.start())
        scene = scene and comma.group() != ", "  # only the first comma closes the scene
    return cuts
