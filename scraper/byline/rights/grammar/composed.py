"""Permissions and requests in wordings that no table lists, put together from classes of words.

A clause grants if a word of permission and the reuse of the work stand in it, nothing in it is
negated, and every word of it is known (`known.py`). It asks if it sends whoever would reuse the work
to somebody. To teach it more, widen a class: a word of permission, of reuse, of turning to somebody.
"""

import re

from byline.rights.grammar.act import Match
from byline.rights.grammar.known import CLOSED, COMPLEMENT, NAMED, OWED
from byline.rights.grammar.wording import CLASSES, Wording, row

_PERMITS = (
    r"(?:may|can|free|freely|welcome|okay|fine|cool|all right|alright|allow(?:s|ed)?|permit(?:s|ted)?"
    r"|authori[sz]e[sd]?|licenced|go (?:right )?ahead|happy|glad|pleased|delighted|flattered|honou?red"
    r"|invited?|encouraged?|lets?|grants?|granted|gives?|given|offers?|offered|available|open|no problem"
    r"|help yourself|help yourselves|by all means|no charge|at no cost|for free|free of charge|releases?"
    r"|released|yours|the right|at liberty|unrestricted|no questions asked|freebie|at will|no complaints"
    r"|no strings|no restrictions?|do not have to ask|as (?:you|they) (?:like|please|wish|see fit)"
    r"|be my guest)"
)
_WORK = (  # "this" alone is the work; "this site" is not
    rf"(?:(?!this|these|those|all|above|page|any of){CLASSES['work']}|(?:this|these|those)"
    r"(?=,|\W*$| (?:in|on|to|as|if|for|with|freely|anywhere|wherever|provided|but|and|at|without)\b))"
)
_REUSES = (
    rf"(?:{CLASSES['strong']}|{CLASSES['strongly']}|reprints?|reprinting|republishing|republication"
    rf"|reproduction"
    r"|copying|reposting|syndication|reuse|redistribution"
    rf"|(?:{CLASSES['weak']}|using|running|posting|printing|publishing|sharing|taking)"
    rf"(?: (?!(?:to|for|by|with|your|you|from|about)\b)[a-z'-]+){{0,4}}? {_WORK})"
)
_GRANTS = (  # of a clause in which every word is known
    row("invite", rf"\b{_PERMITS}\b.{{0,90}}?\b{_REUSES}\b", "", "Everybody is glad to let you reprint this"),
    row("invite", rf"\b{_REUSES}\b.{{0,90}}?\b{_PERMITS}\b", "", "Should you wish to reprint this, go ahead"),
    row(
        "invite",
        r"^\W*(?:(?:please|just|simply|so|do|and) )*(?:<strong>|(?:use|run|print|publish|post|share|take"
        r"|borrow|pass)"
        r"(?: on)? (?:it|this|these|them|my|our|the)\b)(?=.*\b(?:in|on|to|with|wherever|anywhere|as|if"
        r"|provided"
        r"|freely|but|for free|!)\b)",
        "",
        "Run this in your paper with my bio",
    ),
)
# an invitation without any word of permission, to do what only makes a copy or to put one somewhere
_INVITED = row(
    "invite",
    r"^\W*(?:[a-z][a-z' -]{2,40}[:,] ?|[a-z][a-z' -]{2,40}: ?(?:[a-z]+ (?:it|this|these"
    r"|them)\b[^,;:]{0,30}, ){1,3}|(?:if|when|should) [^,]{3,80}, ?)?(?:(?:please|just|simply|so|do|and"
    r"|then|feel"
    r" free to|think of [^:]{3,40}:) )*(?P<verb><strong>|(?:use|run|print|publish|post|share|take|borrow|pass"
    r"|clip|swipe|nab|poach|photocopy|hand|give|stick|pin|air|broadcast|email|copy|grab|include"
    r"|carry"
    r"|put|place|spread)(?: (?:on|up|along|around|out))?)"
    r" (?P<what>(?:(?:the|my|our|this|these|any|all|some of) (?:[a-z]+ ){0,2}?(?!this|these|it\b)<work>"
    r"|it|this|these|them|as many|(?:as much or as little|all or part|all or any|any part) of (?:it|this"
    r"|these|them|the)|any of (?:it|these|them|my|our))\b|freely\b)",
    "",
    "Bulletin editors: clip it and print it",
)
_NOT_OURS = re.compile(
    r"\b(?:code|form|link|url|address|button|banner|badge|logo|survey|quiz|poll|coupon|filter|remote)\b"
)
_NEGATED = re.compile(
    r"\b(?:not|never|nor|neither|nobody|none|cannot|hardly|refus\w+|unless|until|prohibit\w*|forbid\w*)\b"
    r"|\bno\b(?! (?:charge|cost|fee|need|questions|problem|strings|restrictions?|royalty|royalties|catch"
    r"|complaints|later|less"
    r"|more|limits?))"
    r"|\bwithout\b(?! (?:charge|cost|payment|fee|restriction|asking|permission|limit))"
)
_KEEPING = re.compile(
    r"\b(?:with one exception|except|provided|providing|as long as|so long as|but|just|if|and (?:do"
    r"|please))\b"
)
_LESS = re.compile(
    r"\b(?:link|read|visit|view|quote|excerpt|subscribe|buy|order|reply|comment|friends?|sign up|for sale"
    r"|su(?:e|ing)|prosecut\w+|refus\w+|stopp?\w*|prevent\w*|coupons?|urge to|resist|plagiar\w+"
    r"|available (?:from|at|through)|other (?!publications?|sites|websites|media|papers|newsletters|people)"
    r"|(?:we|i) (?:allowed|permitted|granted|gave|used)|form|cookies|letters?|comments?|your (?:sig"
    r"|story|article))\b"
)
_OURS = re.compile(
    r"\bonly (?:the|our|my|by)\b|^\W*(?:we|i) (?:may|can|will|are|reprint|use|print"
    r"|publish)\b|\byour (?:letters?|articles?|story|work)\b"
)


def grants(plain: str) -> tuple[Wording, Match] | None:
    """The words of a grant, if the clause holds one and all of it is understood."""
    keeping = _KEEPING.search(plain)
    body = plain[: keeping.start()] if keeping and keeping.start() else plain
    if _NEGATED.search(body) or CLOSED.search(plain) or _LESS.search(body) or _OURS.search(plain):
        return None
    if not OWED.know(COMPLEMENT.sub("", NAMED.sub("", plain))):
        return None
    hits = ((wording, wording.pattern.search(plain)) for wording in _GRANTS)
    return next(((wording, match) for wording, match in hits if match), None)


_HOW = re.compile(
    r"\b(?:in|on|at|to|with|if|provided|as|and|but|anywhere|wherever|freely|widely|once|for (?:free|any"
    r"|your))\b|!"
)
_STRONGLY = re.compile(
    r"re(?!ad|call|mov|quir|gist|plac|turn|ceiv|port)[a-z]+|syndicate|distribute|circulate|disseminate"
)


def invites(clause: str, *, beside: bool) -> tuple[Wording, Match] | None:
    """The words of an invitation in the imperative, where the clause denies nothing.

    "Print this page" is a button: only to reprint, or what stands `beside` it (a place of publication, a
    part to keep), tells it from one.
    """
    match = _INVITED.pattern.search(clause)
    if match is None or (
        not beside and not (_STRONGLY.match(match["verb"]) and _HOW.search(clause, match.end()))
    ):
        return None
    if _NOT_OURS.search(match["what"]):
        return None
    body = clause[: keeping.start()] if (keeping := _KEEPING.search(clause, match.end())) else clause
    return None if _NEGATED.search(body) or _OURS.search(clause) else (_INVITED, match)


_TURNS = (
    r"(?:contact(?! form)|write(?: in)?(?: to| us)|writing to|check with|ring|phone|call (?:us|me|the"
    r"|our)|email (?:us|me|the|our)"
    r"|get in touch|be in touch|talk to|speak to|speak with|fill (?:in|out)|apply|enquire|inquire"
    r"|request|seek|obtain"
    r"|arrange|give (?:us|me|our [a-z ]{2,20}) a (?:ring|call|shout)|price list|rates?|quote from|hire|pay"
    r"|licen[cs]e (?:from|through)|our (?:fees?|prices)|charge for|reprint fees?|fees? (?:apply|for|is"
    r"|are)|fees?:)"
)
_WISHES = (
    rf"(?:{_REUSES}|(?:use|using|run|share|publish|post|print|copies|reprint|syndicate)\b(?: [a-z]+){{0,3}}"
    r"|permissions?|reprint rights)"
)
_ASKS = (
    row("ask", rf"\b{_WISHES}\b.{{0,90}}?\b{_TURNS}", "", "To republish, fill in the form"),
    row("ask", rf"\b{_TURNS}\b.{{0,60}}?\b{_WISHES}", "", "Write to us if you would like to run this"),
)
_FREE = re.compile(
    r"\b(?:no|free of|without(?: any)?|not|never) (?:charge|fees?|rates?|pay|cost)\b"
    r"|\bdo not (?:charge|ask)\b"
)


def asks(plain: str) -> Match | None:
    """The words that send whoever would reuse the work to somebody first."""
    if _FREE.search(plain):
        return None
    return next((match for match in (wording.pattern.search(plain) for wording in _ASKS) if match), None)
