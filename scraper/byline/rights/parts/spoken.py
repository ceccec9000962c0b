"""Whether a text is a statement by what it says: the grammar asked, where no table of wordings knows it.

Pure. What decides a use is a statement, if its words or its place leave no doubt that it speaks of this
work; prose that only sounds so is body.
"""

import re

from byline.model import MAIN_USES, Answer
from byline.rights.grammar.letters import fold, folded, undamaged
from byline.rights.grammar.licences import may_name
from byline.rights.grammar.media import places
from byline.rights.grammar.wording import one_of
from byline.rights.parts.notice import is_notice, is_reserved
from byline.rights.parts.reuse import CHROME, ELLIPTIC, HARD_REUSE, HARD_REUSES, HAS_SELF, REPORTED
from byline.rights.parts.screen import look, screen
from byline.rights.parts.statement import Strength, is_sentence
from byline.rights.terms import may_keep, read_terms

# without one of these words, or of their kin, nothing is granted, denied or licensed
GRANTING = re.compile(
    r"\W"  # a look begins with a line end, and this is quicker than a word's bound
    + one_of(
        (
            *("re-?print", "re-?publi", "re-?post", "re-?produc", "re-?us", "copi", "copy", "shar", "print"),
            *("publish", "post", "run", "use", "using", "pass", "forward", "distribut", "circulat", "put"),
            *("hand", "giv", "grab", "clip", "quot", "free", "welcome", "borrow", "lift", "tak(?:e|ing)"),
            *("carry", "licen[cs]", "permission", "leave to", "say-so", "consent", "commons", "cc[ -]by"),
            *("public domain", "nachdruck", "verbreit", "weiterg", "verwend", "reprodu", "diffus"),
            *("riprodu", "overn", "przedruk", "kopiow"),
        )
    )
)
QUOTED = re.compile(r"\W{0,3}[“\"„«‘]")  # somebody else's words, or an example
BARGAIN = 900  # characters of a block that is read as a whole
ASIDES = {"speaker", "commercial", "fee"}  # facts whose words may stand anywhere
WORDS = 4  # of a sentence that is read
_COPY = r"copy (?:it|this|my|our|the)\b"
SPOKEN_OF = re.compile(rf"\b{HARD_REUSE}|\b{_COPY}", re.IGNORECASE)
MAY_REUSE = screen((*HARD_REUSES, _COPY))
SPOKEN = 700  # characters of a sentence that is read
_OURS = (
    *(r"this\s", r"these\s", r"our\s", r"my\s", r"the (?:above|preceding|following|present)\s"),
    "all (?:images|photos|content|text|material)",
)
OURS = re.compile(rf"\b{one_of(_OURS)}", re.IGNORECASE)
MAY_BE_OURS = screen(_OURS)
# where the terms stand, said beside a copyright line: "For further information see our permissions page"
POLICY = re.compile(
    r"\b(?:see|visit|read|consult|view|check|refer to)\b(?!.{0,120}\b(?:privacy"
    r"|cookies?)\b).{0,90}\b(?:terms of use|terms"
    r" and permissions|permissions?|licensing|re-?prints?|re-?use|republi\w+|usage rights|copyright (?:page"
    r"|policy|notice"
    r"|statement|information))\b",
    re.IGNORECASE,
)


def spoken_strength(text: str, *, below: bool, noticed: bool) -> Strength:
    """How surely a sentence is a statement by what it says.

    What puts this work under a licence, or decides a use in words of the trade, is one below the article;
    what decides a use in other words ("run it if you like it") is one beside a copyright line.

    Args:
        text: a sentence outside the body.
        below: whether it stands below the article.
        noticed: whether a copyright line stands in its block.

    """
    said = look(text)
    if text.count(" ") + 1 < WORDS or len(text) > SPOKEN or not may_grant(said):
        return Strength.NONE
    ours = SPOKEN_OF.search(text) and (HAS_SELF.search(text) or ELLIPTIC.match(text))
    if not (noticed or (below and ours) or _may_license(said)) or _is_aside(text):
        return Strength.NONE
    terms = read_terms(text)
    if terms.licence is not None and (below or OURS.search(text)):
        return Strength.FAIR
    if REPORTED.search(text) or all(terms.answer(use) is Answer.SILENT for use in MAIN_USES):
        return Strength.NONE
    otherwise = Strength.WEAK if noticed else Strength.NONE
    return Strength.FAIR if below and ours else otherwise


def may_grant(text: str) -> bool:
    """Whether a text, as `look` gives it, has a word without which nothing is granted, denied or licensed."""
    return GRANTING.search(text) is not None


def may_decide(text: str, *, below: bool) -> bool:
    """Whether a sentence of a text, as `look` gives it, may be a statement; it `may_grant`."""
    return (below and MAY_REUSE.passes(text)) or _may_license(text)


def _may_license(text: str) -> bool:
    """Whether a text names a licence, or is damaged so that it might."""
    return may_name(text) or (not undamaged(text) and may_name(folded(text)))


def _is_aside(text: str) -> bool:
    """Whether a sentence is a business of the site's, or claims something and no more."""
    return CHROME.search(text) is not None or is_reserved(text) or is_notice(text)


def bargain_in(text: str) -> tuple[int, int] | None:
    """From the first to the last word of a bargain: a use granted somewhere, something to be kept in return.

    The caller knows that the text `may_grant`.

    "Guitar teachers: hand out as many as you want. Web pages too, if you put my name up top" has no word of
    the trade, and is a bargain all the same; prose hardly ever strikes one.
    """
    if len(text) > BARGAIN or not is_sentence(text) or QUOTED.match(text):
        return None
    if not places(folded(text)) or CHROME.search(text) or REPORTED.search(text) or not may_keep(fold(text)):
        return None
    terms = read_terms(text)
    granted = any(terms.answer(use) is Answer.GRANTED for use in MAIN_USES)
    if not (granted and terms.keep):
        return None
    proofs = [fact for fact in terms.because if fact.fact.split("=")[0] not in ASIDES]
    return min(fact.start for fact in proofs), max(fact.end for fact in proofs)
