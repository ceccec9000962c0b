"""Answers without a verb: `Newsletters: yes`, "but not online", and replies to a question."""

import re
from dataclasses import replace

from byline.model import Answer, Use
from byline.rights.grammar.act import REUSE, Act, act_of
from byline.rights.grammar.clauses import Clause
from byline.rights.grammar.media import places
from byline.rights.grammar.wording import CLASSES, row

# An answer to a question: "Want this for your site? Help yourself."
YES = row(
    "yes",
    r"^(?!\W*(?:a(?:nswer)?: ?)?(?:yes and no|[a-z]+,? not\b|of course not|(?:of course |sure |yes,? )?you"
    r" (?:may|can) ask))\W*(?:a(?:nswer)?: ?)?(?:yes|great|wonderful|excellent|sure|of course|certainly"
    r"|absolutely|please do|go (?:right )?ahead|help yourself|by all means"
    r"|be (?:my|our) guest|no problem|feel free|you may(?! not\b| ask\b)|you can(?! not\b| ask\b)"
    r"|gladly|okay|fine|no need to ask|with pleasure|it is (?:free|yours|all yours)|(?:it is |they are"
    r" )?free(?: of charge)?"
    r"(?=\W*$|,| (?:to|for) (?:all|any|you|use))|here (?:it|you) (?:is|go|are)|take it|yours (?:free|to))\b",
    "",
    "",
)

NO = row(
    "no",
    r"^\W*(?:a(?:nswer)?: ?)?(?:no(?! (?:problem|worries|need))|sorry|never|please do not|afraid not"
    r"|you may not|you can not|not)\b",
    "",
    "",
)

_ABOUT = r"(?: use| copies| versions?| publication| posting| editions?)?"
_SAYS_YES = re.compile(
    rf"{_ABOUT}(?:: ?(?:yes|fine|okay|allowed|sure|granted|welcome|of course|gladly)|, ?yes"
    r"| (?:is|are) (?:also )?(?:fine|okay|allowed|permitted|all right))\b"
)
_SAYS_NO = re.compile(
    rf"{_ABOUT}(?:: ?(?:no|never|not|none|sorry|forbidden|prohibited)"
    r"| (?:is|are) (?:not|never|forbidden|prohibited|excluded|reserved|off limits|out))\b"
)
_BUT_NOT = re.compile(r"\W{0,4}(?:but|and|yet|though|except) (?:not|never|no)\b(?! (?:only|limited))")
_ABOUT_USE = re.compile(
    r"\b(?:use|using|running|interested|want|run|post|publish|print|(?<!do you )like|need|put)\b"
    r"|" + REUSE.pattern
)


def answered(clause: Clause, before: Clause | None) -> Act | None:
    """What a clause without a verb of reuse answers; `before` is the question it may answer."""
    return (
        _yes_to(clause) or _but_not(clause) or _listed(clause) or _headed(clause) or _replied(clause, before)
    )


_YES_TO = re.compile(r"^\W*(?:and )?(?:a (?:firm |big |clear )?)?(?P<said>yes|no) to (?:the |any |all )?")


def _yes_to(clause: Clause) -> Act | None:
    """`Yes to paper`; "no to the web"."""
    match, uses = _YES_TO.match(clause.text), _uses(clause.text)
    if match is None or not uses:
        return None
    answer = Answer.GRANTED if match["said"] == "yes" else Answer.DENIED
    return act_of(clause, answer, (match.start("said"), len(clause.text)), uses)


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


_HEADED = re.compile(
    r"^(?!.{0,70}\b(?:appreciated|would be)\b)\W*(?P<head>[a-z][a-z ,/&'-]{2,60}?): ?(?P<reply>.+)"
)
_GROUP = re.compile(rf"\b(?:{CLASSES['anybody']})\b")
_SUBJECT = re.compile(rf"\b(?:{CLASSES['reusing']}|rights|permissions?|licencing)\b")
_YES = re.compile(
    r"(?:yes|sure|gladly|of course|certainly|by all means|any time|anytime|fine|okay|free|welcome"
    r"|allowed|granted"
    r"|permitted|no problem|feel free|help yourself|go (?:right )?ahead|be my guest|(?:[a-z]+ )?away)\b"
)
_ASK = re.compile(
    r"(?:please |kindly |do |always |let's |let us )*(?:ask|talk|contact|talk to|speak to|speak with"
    r"|check with|write|call"
    r"|ring|phone|email"
    r"|message|see|consult|hire|pay|get in touch|be in touch|drop|reach|apply|enquire|inquire|negotiate"
    r"|arrange"
    r"|by arrangement|on request|negotiable|for a fee|fees? appl)\b"
)
_PAPER = re.compile(  # to print and nothing else
    rf"^(?!.*\b(?:{CLASSES['strong']}|use|publish|post|run|share)\b).*\b(?:print|photocopy)\b"
)
_REACHED = re.compile(r"\S@\S|\b\d{3}[ -]\d{3,4}|\(\d{3}\) ?\d{3}|\bwww\.|https?://")


def _headed(clause: Clause) -> Act | None:
    """A reply under a heading: "Charities: yes", "Magazines: talk to me", "Syndication: 555-0100"."""
    match = _HEADED.match(clause.text)
    if match is None:
        return None
    head, reply, uses = match["head"], match["reply"], _uses(match["head"])
    about = _SUBJECT.search(head)
    if not (about or uses or _GROUP.search(head)):
        return None
    if NO.pattern.match(reply) and (uses or not about):
        return act_of(clause, Answer.DENIED, (match.start("head"), match.end("reply")), uses)
    if _YES.match(reply) and not about:
        return act_of(clause, Answer.GRANTED, (match.start("head"), match.end("reply")), uses)
    if _ASK.match(reply) or (about and _REACHED.search(reply)):
        act = act_of(clause, Answer.ASK, (match.start("head"), match.end("reply")), uses)
        return act if about or uses else replace(act, narrow="audience")
    return None


def _replied(clause: Clause, before: Clause | None) -> Act | None:
    if before is None or not before.question or not _ABOUT_USE.search(before.text):
        return None
    for reply, answer in ((NO, Answer.DENIED), (YES, Answer.GRANTED)):
        match = reply.pattern.search(clause.text)
        if match:
            asked = places(before.text, question=True)
            everywhere = any(place.any for place in asked)
            named = (*_uses(before.text, question=True), *_uses(clause.text, question=True))
            if not named and _PAPER.search(before.text):
                named = (Use.PRINT,)
            return act_of(clause, answer, match.span(), () if everywhere else tuple(dict.fromkeys(named)))
    turned = _ASK.match(clause.text.strip())
    if (turned and turned.group() != "see") or _REACHED.search(clause.text):
        return act_of(clause, Answer.ASK, (0, len(clause.text)))
    return _referred(clause, before)


def _referred(clause: Clause, before: Clause) -> Act | None:
    """Who has to be asked, where the question was just that: "Who do I ask? Me"."""
    if _WHOM.search(before.text) and re.search(r"\w", clause.text):
        return act_of(clause, Answer.ASK, (0, len(clause.text)))
    return None


_WHOM = re.compile(r"\bwho(?:m)?\b.{0,30}\b(?:ask|contact|write to|talk to|see)\b")


def _uses(text: str, *, question: bool = False) -> tuple[Use, ...]:
    return tuple(dict.fromkeys(use for place in places(text, question=question) for use in place.uses))
