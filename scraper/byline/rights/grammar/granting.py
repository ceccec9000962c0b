"""A clause that grants: whether it truly does, and for which uses.

A grant in a supposition, of a picture, of a part, or to members only is none of publication.
"""

import re
from dataclasses import replace

from byline.model import MAIN_USES, Answer, Use
from byline.rights.grammar.act import REUSE, Act, Match, act_of
from byline.rights.grammar.bounds import EXCERPT, PERSONAL
from byline.rights.grammar.clauses import Clause
from byline.rights.grammar.media import Place, places
from byline.rights.grammar.objects import about_the_work
from byline.rights.grammar.wording import CLASSES, Wording

NEAR = 50  # letters before a grant in which a negation turns it
LESSER = re.compile(
    rf" (?:to|for) (?:link|quot|excerpt|read|visit|view|brows|cit)(?!.{{0,60}}\b(?:or|and)(?: to)?"
    rf" {CLASSES['strong']}\b)"
)
_NEGATION = re.compile(
    r"\b(?:not(?! only)|never|nor|neither|hardly|nobody|none|cannot|nothing(?! (?:stops|prevents|keeps"
    r"|but)))\b"
    r"|\bno\b(?! (?:charge|cost|fee|need|problem|later|fewer|less|more"
    r"|restriction|strings?|rights|longer than|objection|harm|reason|matter))"
)
_SUPPOSED = re.compile(r"\b(?:whether|as if|why|how)(?: [a-z']+){0,4} $|\bif(?: [a-z']+){0,2} $")
_CONDITION = re.compile(
    r"\b(?:provided|providing|as long as|so long as|if|on (?:the )?condition"
    r"|given that|when|but must|and must|must|please|under the (?:following )?condition)\b"
)
_WITH = re.compile(
    r"\b(?:with|under) (?:an? |the |my |our |your |his |her )?(?:[a-z']+ ){0,3}?(?:link|byline|name|credit)\b"
)
_CITING = re.compile(r"\b(?:quoting|citing) (?:[a-z]+ ){0,6}?as (?:the |its |a )?(?:source|author)\b")
_LINKED = re.compile(r"\b(?:with|include|including|link|linked|linking|visit|found|available)\b")
_SUBSET = re.compile(
    r"\b(?:articles?|stories|pages|content|items|material|those|ones)(?: that are"
    r"| which are)? (?:marked|label+ed|tagged|flagged|designated|identified as"
    r"|bearing|carrying|displaying)\b"
)
_WHOLE = re.compile(
    r"\b(?:whole|full|entire(?:ty|ly)?|complete|unedited|all of|or (?:reprint"
    r"|quot|excerpt)|part or all)"
)
_PERSONAL_MAIL = re.compile(r"\b(?:forward|pass|share|send|email|mail)(?:ed|ing)?\b")
_MAILED = re.compile(r"\be?mail(?:ed|ing)?\b|\b(?:forward|send|pass)(?:ed|ing)?\b.{0,30}\bto\b")
_FREELY = re.compile(r"\b(?:freely|publish|to any(?:one|body)|anyone you|to whomever|far and wide)")


def grant(clause: Clause, plain: str, granted: tuple[Wording, Match], before: Clause | None) -> Act | None:
    """What the words of a grant truly grant; None if it is less than publication of the article."""
    row, match = granted
    near = plain[max(0, match.start() - NEAR) : match.end()]
    if row.value not in {"litotes", "waived"} and _NEGATION.search(near):
        return replace(act_of(clause, Answer.DENIED, match.span()), doubt="negated")
    if _supposed(plain, match) or not about_the_work(row.value, match, plain, _head(plain, match)):
        return None
    uses, excluded, end = _granted_uses(plain, match, before)
    if row.value == "media" and not places(plain[: _head(plain, match)]):
        return None
    head = _CITING.sub("", _WITH.split(plain[: max(end, _head(plain, match))])[0])
    personal = PERSONAL.pattern.search(plain)
    if personal and ("copy" not in personal.group() or personal.start() < _head(plain, match)):
        return None
    if EXCERPT.pattern.search(head) and not _WHOLE.search(head):
        return None
    supplies = row.value in {"given", "litotes", "waived"}
    act = act_of(clause, Answer.GRANTED, (match.start(), max(end, match.end())), uses)
    anywhere = not uses and any(place.any for place in places(plain[: _head(plain, match)]))
    return replace(act, excluded=excluded, supplies=supplies, anywhere=anywhere)


def _supposed(plain: str, match: Match) -> bool:
    """Whether the words only suppose, or reach only some people, some articles or some lesser act."""
    before = plain[: match.start()]
    to = match.end() - len(match.group()) + len(re.sub(r" (?:to|for)$", "", match.group()))
    some = _SUBSET.search(before) or LESSER.match(plain, to)
    return bool(some or _SUPPOSED.search(before))


def _head(plain: str, match: Match) -> int:
    condition = _CONDITION.search(plain, match.end())
    return condition.start() if condition else len(plain)


def _granted_uses(
    plain: str, match: Match, before: Clause | None
) -> tuple[tuple[Use, ...], tuple[Use, ...], int]:
    """Granted uses (empty for every use), excluded ones, and where the words that name them end."""
    head = _head(plain, match)
    named = [
        place
        for place in places(plain)
        if place.start < head
        and not _in_company(plain, match, place.start)
        and not (
            place.start < match.start() and Use.TRANSLATION in place.uses
        )  # what is copied, not what for
    ]
    theirs = [
        place for place in named if place.start > match.start() and _THEIRS.search(plain, 0, place.start)
    ]
    named = theirs or named  # "newspapers may run it on their web sites" grants no paper
    scope = before.text if before and not named else ""
    inherited = [p for p in places(scope, question=True) if not p.excluded]
    excluded = tuple(use for p in named if p.excluded for use in p.uses)
    uses = [p for p in named if not p.excluded] or inherited
    end = max((p.end for p in named if not p.excluded), default=0)
    if scope and not uses and _PRINTS.search(scope) and not REUSE.search(scope):
        return (Use.PRINT,), excluded, end
    if not named and _on_paper(match.group(), plain[:head]):
        return (Use.PRINT,), excluded, end
    if _mail_only(plain[:head]) and not any(use in MAIN_USES for p in uses for use in p.uses):
        feeds = any(Use.SOCIAL in p.uses for p in uses)
        mailed = not feeds or _MAILED.search(plain[:head]) is not None  # "share it on Facebook" is no mail
        return (*[Use.EMAIL] * mailed, *[Use.SOCIAL] * feeds), excluded, end
    if any(p.any for p in uses) or _besides(plain[:head], uses):
        return (), excluded, end
    return tuple(dict.fromkeys(use for p in uses for use in p.uses)), excluded, end


def _besides(head: str, uses: list[Place]) -> bool:
    """Whether a use is only one more verb beside a verb of reuse: "forwarded, reprinted, translated"."""
    verbs = [
        re.match(
            r"(?:forward|translat|mail|email|broadcast)(?:ed"
            r"|e)?\b",
            head[p.start :],
        )
        for p in uses
    ]
    return (
        bool(verbs)
        and all(verbs)
        and not any(use in MAIN_USES for place in uses for use in place.uses)
        and re.search(rf"\b(?:{CLASSES['strong']}|{CLASSES['strongly']})\b", head) is not None
    )


def _on_paper(verb: str, head: str) -> bool:
    """Whether a grant is to print or to photocopy, and nothing else."""
    copied = _COPIES.search(verb) is not None
    return (copied or _PRINTS.search(verb) is not None) and not REUSE.search(_COPIES.sub("", head))


_THEIRS = re.compile(r"\b(?:in|on) their (?:own )?(?:[a-z]+ )?$")
_COPIES = re.compile(r"\b(?:photocop(?:y|ied)|duplicated?|xerox(?:ed)?|photostat)\b")
# to print, and nothing else: on paper
_PRINTS = re.compile(
    r"\bprint(?:ed)?\b(?! (?:and|or|,))(?!.*\b(?:publish\w*|(?<!any )(?<!this )(?<!the )(?<!my )(?<!our"
    r" )(?<!each )(?<!every )post(?:ed)?"
    r"|used?|run|shared?)\b)"
)


def _in_company(plain: str, match: Match, at: int) -> bool:
    """Whether a place stands in what must go along ("with a link to …"), not in what is granted."""
    between = plain[match.end() : at]
    company = _LINKED.search(between)
    if company is None:
        return False
    placed = re.search(
        r"\b(?:in|on|for"
        r"|by)(?: [a-z]+){0,2} $",
        between[company.end() :],
    ) or plain.startswith(("in ", "on"), at)
    return not placed


def _mail_only(head: str) -> bool:
    return bool(_PERSONAL_MAIL.search(head)) and not REUSE.search(head) and not _FREELY.search(head)
