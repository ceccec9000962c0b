"""Whose it is to know what binds a grant: whoever reprints, or somebody else.

"If you are left-handed", "to readers of the Courier", "in Ohio" speak of the one who reprints, of the
copy or of a place: the grant stands, bound by those words. "If the council concurs", "to our printer"
wait for somebody else, or name one grantee whom only the speaker knows: no grant stands on them.
"""

import re

from byline.rights.grammar.act import Gap
from byline.rights.grammar.known import OWED
from byline.rights.grammar.window import MONTH

MONEY_SIGN = re.compile(r"[$£€]")
WORD = re.compile(r"[a-z]{2,}")
AND = re.compile(r",(?! \d{4})|\b(?:and|or)\b")


def gap_at(kind: str, plain: str, first: int, last: int) -> Gap:
    """What is not understood of a granting clause at `first` to `last`; `kind`: plain, duty or condition."""
    phrase = plain[first:last]
    if kind == "plain":
        subject = phrase if _MODAL.match(plain, last) else ""
        return Gap("grantee", first, last, theirs=_is_class(phrase, subject))
    return Gap("condition", first, last, theirs=kind == "duty" or _is_theirs(phrase))


_MODAL = re.compile(r"\W*(?:may|can|might|could|is|are|has|have)\b")


def _is_class(phrase: str, subject: str = "") -> bool:
    """Whether a phrase names a place, a purpose or a class of people; not a price, nor one grantee."""
    ours = OURS.search(phrase)
    if MONEY_SIGN.search(phrase) or (ours is not None and not ours.group().endswith("s")):
        return False
    if _PLACED.match(phrase) or _DATED.match(phrase):
        return True
    named = _GRANTEE.search(phrase)
    who = subject or (next(filter(None, named.groups()), "") if named else "")
    return OWED.know(who) or _MANY.search(_TITLED.sub("", who)) is not None


# where a phrase says to whom: before a verb that allows, or after one that gives
_GRANTEE = re.compile(
    r"^\W*(?:to|by|from|for) (.*)|^(.*?)\b(?:may|can|might|could|is|are|has|have|enjoys?)\b"
    r"|\b(?:allow|permit|let|grant|give|authori[sz]e|licence|entitle|invite)\w* (?:to )?(.*)"
)
_PLACED = re.compile(
    r"\W*(?:in|on|at|as|(?:for|to) (?:your|their)\b|for (?:use|using|the purposes?|[a-z]+ (?:use|purposes?)"
    r"|[a-z]+ing\b)|within|inside"
    r"|across|over|among|throughout|into|onto|via|between|outside|around)\b"
)
_MANY = re.compile(
    r"\b(?:any|all|every|each|those|anyone|anybody|everyone|everybody|other|people|readers)\b"
    r"|\b(?!this\b|its\b|his\b|as\b|is\b|was\b|has\b|us\b|yours\b|ours\b|news\b|press\b)[a-z]{2,}(?<!ss)s\b"
)
_TITLED = re.compile(r"\b(?:mrs?|ms|messrs|dr|prof|st)\b")
# one of ours: whom the speaker knows, and nobody else
OURS = re.compile(
    r"\b(?:our|my|his|her)(?: own| good| dear)? (?:(?:sister|parent|partner|member|local) [a-z]+|printers?"
    r"|agents?|publishers?|editors?|sponsors?|hosts?|syndicate|friends?|family|colleagues?|team|network"
    r"|chapters?"
    r"|branch(?:es)?|bureaus?|stations?|outlets?|church|school|employers?|webmaster|assistants?"
    r"|advertisers?)\b"
    r"(?! (?:name|link|site|page))"
)
_AWAITED = re.compile(
    r"\W*(?:once|after|until|till|through|pending|subject to|contingent|conditional|before|during|because"
    r"|while|assuming|upon|since|beginning|starting|effective|as of|as soon as|from)\b"
)
# a time is nobody's to give or to withhold
_DATED = re.compile(
    rf"\W*(?:after|until|till|through|before|during|since|beginning|starting|effective|as of|from"
    rf"|once)\b(?: (?:the|a|an"
    rf"|about|at least|of|on|first))*"
    rf" (?:\d|{MONTH}\b|one|two|three|four|five|six|seven|ten|twelve|thirty|sixty|ninety|(?:mon|tues|wednes"
    rf"|thurs|fri"
    rf"|satur|sun)day|(?:day|week|month|year|hour|spring|summer|autumn|winter|christmas|easter|new year)s?\b)"
)
SOMEBODY = re.compile(
    r"\b(?:i|we|he|she|(?:the |an? |our |my |its |his |her )?(?:author|writer|owner|publisher|editor)s?"
    r"(?!['\w])(?! (?:name|bio|box|line|link|credit|byline|address|url|info)))\b"
)
OPENING = re.compile(
    r"\W*(?:if|provided|providing|(?:as|so) long as|on (?:the )?(?:\w+ )?(?:condition|understanding)s?"
    r"|given|when(?:ever)?|where|unless|except\w*|save|apart from|other than|in case|in (?:exchange"
    r"|return)|who|whose|which|that|must|should)\b(?: (?:that|for|where|when|if))?\W*"
)
_DETERMINERS = re.compile(
    r"(?:(?:the|an?|any|all|each|every|both|no|your|its|his|her|their|this|these|those|our|my|only) )*"
)


def _is_theirs(phrase: str) -> bool:
    """Whether a condition speaks of whoever reprints, the copy or what stands on it; nobody else."""
    if _DATED.match(phrase) or phrase.lstrip(" ,").startswith("whenever"):
        return True
    opening = OPENING.match(phrase)
    if opening is None or _AWAITED.match(phrase):
        return False
    first, *more = AND.split(phrase[opening.end() :])
    return _speaks_of_copy(first) and all(
        _speaks_of_copy(piece) for piece in more if _SUBJECT.match(piece) or SOMEBODY.match(piece.strip())
    )


_SUBJECT = re.compile(r"\W*(?:the|an?|our|my|its|his|her|some)\b")


def _speaks_of_copy(piece: str) -> bool:
    piece = piece.strip()
    subject = WORD.match(_DETERMINERS.sub("", piece, count=1))
    somebody = SOMEBODY.match(piece)
    if subject is None or (somebody and WORD.search(piece, somebody.end())):
        return False
    return OWED.know(subject.group()) or subject.group().endswith(("ing", "ed", "ly"))
