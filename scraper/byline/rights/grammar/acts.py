"""What one clause does: grant, deny or ask, for which uses; or nothing.

The order of the questions is the whole of it. Who speaks (a report grants nothing)? Is a need
for permission waived? Is the verb negated, and does an exception undo it? Is permission to be
asked? Only then: is anything granted, and is all that could restrict it understood (`closed`; in
other languages `abroad`)? The wordings are tables: `telling`, `denials`, `requests`,
`grants`; what makes a clause say less is in `bounds`.
"""

import re
from dataclasses import replace
from functools import lru_cache

from byline.model import Answer
from byline.rights.grammar import composed
from byline.rights.grammar.abroad import restricted
from byline.rights.grammar.act import Act, Gap, Match, act_of
from byline.rights.grammar.answering import answered
from byline.rights.grammar.clauses import Clause
from byline.rights.grammar.closed import gaps_in, quoted, unquoted
from byline.rights.grammar.denials import DENIED, NEGATED, WAIVED
from byline.rights.grammar.granting import LESSER, grant
from byline.rights.grammar.grants import GRANTED
from byline.rights.grammar.narrowing import narrowed_in
from byline.rights.grammar.notification import notice_in
from byline.rights.grammar.refusing import denial, request
from byline.rights.grammar.requests import ASKED
from byline.rights.grammar.telling import TOLD
from byline.rights.grammar.tongues import foreign_act
from byline.rights.grammar.wording import Wording, found


def decide(clause: Clause, before: Clause | None = None) -> Act | None:
    """What `clause` does; `before` is a question or a header that it answers."""
    if clause.question or told(clause.text):
        return None
    foreign = foreign_act(clause.text)
    if foreign:
        answer, uses, start, end = foreign
        act = Act(answer, uses, clause.start + start, clause.start + end)
        shut = restricted(clause.text) if answer is Answer.GRANTED else None
        return bound(act, (shut.moved(clause.start),)) if shut else act
    english = _english(clause, before)
    return closed(clause, english) if english and english.answer is Answer.GRANTED else english


def closed(clause: Clause, act: Act) -> Act | None:
    """A grant with all that binds it; a request, if somebody else must know that; None if only quoted."""
    at = clause.start
    if quoted(clause.text, act.start - at):
        return None
    gaps = gaps_in(clause.text, act.start - at, act.end - at) + narrowed_in(
        unquoted(clause.text), act.end - at
    )
    if next(
        found(WAIVED, clause.text[act.start - at : act.end - at]), None
    ):  # that nobody need ask is said to all
        gaps = tuple(replace(gap, theirs=gap.theirs or gap.what == "grantee") for gap in gaps)
    return bound(act, tuple(gap.moved(at) for gap in gaps))


def bound(act: Act, gaps: tuple[Gap, ...]) -> Act:
    """A grant bound by what is not understood; no grant, where that is not for whoever reprints to know."""
    hard = next((gap for gap in gaps if not gap.theirs), None)
    if hard is None:
        return replace(act, gaps=(*act.gaps, *gaps))
    first, last = min(act.start, hard.start), max(act.end, hard.end)
    return replace(act, answer=Answer.ASK, supplies=False, doubt=hard.what, start=first, end=last)


@lru_cache(maxsize=512)
def told(text: str) -> bool:
    """Whether the clause only tells: a permission received, a report, talk about licences.

    What it quotes to be set beside a copy tells nothing: 'with the words "First published in …"'.
    """
    own = unquoted(text)
    return next(found(TOLD, own), None) is not None


def _english(clause: Clause, before: Clause | None) -> Act | None:
    text = clause.text
    waivers = list(found(WAIVED, text))
    waived = next(((row, m) for row, m in waivers if row.value not in _NO_GRANT), None)
    plain = _blank(text, waived[1] if waived else None)
    denied = _denying(plain)
    if denied and denied[0].value != "reserved":
        return denial(clause, plain, denied)
    for _, idle in (pair for pair in waivers if pair[0].value in _NO_GRANT):
        plain = _blank(plain, idle)
    asked = next(found(ASKED, unquoted(plain)), None)
    if asked:
        return request(clause, plain, asked[1])
    granted = next(found(GRANTED, plain), None)
    if granted:
        return grant(clause, plain, granted, before)
    answer = answered(clause, before)
    if answer:
        return answer
    if waived and not LESSER.match(text, waived[1].end()):
        return grant(clause, text, waived, before)
    return replace(act_of(clause, Answer.DENIED, denied[1].span()), weak=True) if denied else None


_NO_GRANT = {"freely", "spared"}  # waivers that grant nothing of themselves


def compose(clause: Clause, before: Clause | None, *, beside: bool = False) -> Act | None:
    """What a clause does in words that no table lists; only for statements in which no clause decides.

    Args:
        clause: the words.
        before: a question or a header that they answer.
        beside: whether the statement names a place of publication or a part to keep, so that an
            imperative ("Run it on your site, with my name") invites.

    """
    text = clause.text
    if clause.question or told(text):
        return None
    asked = None if notice_in(text) else composed.asks(text)
    if asked:
        return request(clause, text, asked)
    granted = composed.grants(text)
    invited = composed.invites(text, beside=beside) if not granted else None
    granted = granted or invited
    act = grant(clause, text, granted, before) if granted else None
    whole = closed(clause, act) if act else None
    if whole is None or whole.answer is not Answer.GRANTED:
        return None
    return whole if invited or not whole.gaps else None


_BOUND = re.compile(r"\b(?:provided|providing|if|as long as|so long as|on condition|unless|when|but)\b")


def _denying(plain: str) -> tuple[Wording, Match] | None:
    found_no = list(found(DENIED, plain))
    plainly = next((pair for pair in found_no if pair[0].value != "reserved"), None)
    given = next(found(GRANTED, plain), None) if plainly is None else None
    if given:  # "provided nobody sells it" turns no grant: what turns one stands before it, or right after
        negated = found(NEGATED, plain)
        plainly = next(
            (row for row in negated if not _BOUND.search(plain, given[1].end(), row[1].start())), None
        )
    return plainly or (found_no[0] if found_no else None)


def _blank(text: str, match: Match | None) -> str:
    """The text without the words of a match, every other letter in its place."""
    if match is None:
        return text
    return text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
