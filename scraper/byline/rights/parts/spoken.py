"""Whether a text is a statement by what it says: the grammar asked, where no table of wordings knows it.

Pure. What decides a use is a statement, if its words or its place leave no doubt that it speaks of this
work; prose that only sounds so is body.
"""

import re

from byline.model import MAIN_USES, Answer
from byline.rights.grammar.letters import fold
from byline.rights.grammar.media import places
from byline.rights.parts.notice import is_notice, is_reserved
from byline.rights.parts.reuse import CHROME, ELLIPTIC, HARD_REUSE, HAS_SELF, REPORTED
from byline.rights.parts.statement import Strength, is_sentence
from byline.rights.parts.stems import may_grant
from byline.rights.terms import read_terms

QUOTED = re.compile(r"\W{0,3}[“\"„«‘]")  # somebody else's words, or an example
BARGAIN = 900  # characters of a block that is read as a whole
ASIDES = {"speaker", "commercial", "fee"}  # facts whose words may stand anywhere
WORDS = 4  # of a sentence that is read
SPOKEN_OF = re.compile(rf"\b{HARD_REUSE}|\bcopy (?:it|this|my|our|the)\b", re.IGNORECASE)
SPOKEN = 700  # characters of a sentence that is read
OURS = re.compile(
    r"\b(?:this|these|our|my|the (?:above|preceding|following|present))\s"
    r"|\ball (?:images|photos|content|text|material)",
    re.IGNORECASE,
)
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
    if not _may_decide(text):
        return Strength.NONE
    terms = read_terms(text)
    if terms.licence is not None and (below or OURS.search(text)):
        return Strength.FAIR
    if REPORTED.search(text) or all(terms.answer(use) is Answer.SILENT for use in MAIN_USES):
        return Strength.NONE
    ours = SPOKEN_OF.search(text) and (HAS_SELF.search(text) or ELLIPTIC.match(text))
    otherwise = Strength.WEAK if noticed else Strength.NONE
    return Strength.FAIR if below and ours else otherwise


def _may_decide(text: str) -> bool:
    """Whether a sentence is worth reading: no business of the site's, and no bare reservation."""
    fits = text.count(" ") + 1 >= WORDS and len(text) <= SPOKEN
    return fits and may_grant(text) and not (CHROME.search(text) or is_reserved(text) or is_notice(text))


def bargain_in(text: str) -> tuple[int, int] | None:
    """From the first to the last word of a bargain: a use granted somewhere, something to be kept in return.

    "Guitar teachers: hand out as many as you want. Web pages too, if you put my name up top" has no word of
    the trade, and is a bargain all the same; prose hardly ever strikes one.
    """
    if len(text) > BARGAIN or not is_sentence(text) or not may_grant(text):
        return None
    if QUOTED.match(text) or CHROME.search(text) or REPORTED.search(text):
        return None
    terms = read_terms(text)
    granted = any(terms.answer(use) is Answer.GRANTED for use in MAIN_USES)
    if not (granted and terms.keep and places(fold(text).text)):
        return None
    proofs = [fact for fact in terms.because if fact.fact.split("=")[0] not in ASIDES]
    return min(fact.start for fact in proofs), max(fact.end for fact in proofs)
