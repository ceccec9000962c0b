"""Answers without a verb: `Newsletters: yes`, "but not online", and replies to a question."""

import re

from byline.model import Answer, Use
from byline.rights.grammar.act import REUSE, Act, act_of
from byline.rights.grammar.clauses import Clause
from byline.rights.grammar.grants import NO, YES
from byline.rights.grammar.media import places

_ABOUT = r"(?: use| copies| versions?| publication| posting| editions?)?"
_SAYS_YES = re.compile(
    rf"{_ABOUT}(?:: ?(?:yes|fine|okay|allowed|sure|granted|welcome|of course|gladly)|, ?yes"
    r"| (?:is|are) (?:also )?(?:fine|okay|allowed|permitted|all right))\b"
)
_SAYS_NO = re.compile(
    rf"{_ABOUT}(?:: ?(?:no|never|not|none|sorry|forbidden|prohibited)"
    r"| (?:is|are) (?:not|never|forbidden|prohibited|excluded|reserved))\b"
)
_BUT_NOT = re.compile(r"\W{0,4}(?:but|and|yet|though|except) (?:not|never|no)\b(?! (?:only|limited))")
_ABOUT_USE = re.compile(r"\b(?:use|want|run|post|publish|print|like|need|put)\b|" + REUSE.pattern)


def answered(clause: Clause, before: Clause | None) -> Act | None:
    """What a clause without a verb of reuse answers; `before` is the question it may answer."""
    return _but_not(clause) or _listed(clause) or _replied(clause, before)


def _but_not(clause: Clause) -> Act | None:
    uses = _uses(clause.text)
    if uses and _BUT_NOT.match(clause.text):
        return act_of(clause, Answer.DENIED, (0, places(clause.text)[-1].end), uses)
    return None


def _listed(clause: Clause) -> Act | None:
    for says, answer in ((_SAYS_NO, Answer.DENIED), (_SAYS_YES, Answer.GRANTED)):
        named = places(clause.text)
        last = max((place.end for place in named), default=0)
        match = says.match(clause.text, last) if named else None
        uses = _uses(clause.text)
        if match and uses:
            return act_of(clause, answer, (named[0].start, match.end()), uses)
    return None


def _replied(clause: Clause, before: Clause | None) -> Act | None:
    if before is None or not before.question or not _ABOUT_USE.search(before.text):
        return None
    for row, answer in ((NO, Answer.DENIED), (YES, Answer.GRANTED)):
        match = row.pattern.search(clause.text)
        if match:
            asked = places(before.text, question=True)
            everywhere = any(place.any for place in asked)
            return act_of(
                clause, answer, match.span(), () if everywhere else _uses(before.text, question=True)
            )
    return None


def _uses(text: str, *, question: bool = False) -> tuple[Use, ...]:
    return tuple(dict.fromkeys(use for place in places(text, question=question) for use in place.uses))
