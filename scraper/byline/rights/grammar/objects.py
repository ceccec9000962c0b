"""What is granted: the article, or something else.

"You may use the photographs", "readers may copy the form", "we may print your letter" are
grants, but none of the article's publication. Where the object is unknown, nothing is granted.
"""

import re

from byline.rights.grammar.act import Match
from byline.rights.grammar.bounds import NARROW
from byline.rights.grammar.wording import CLASSES

_WORK = re.compile(
    rf"\b(?:{CLASSES['work']}|stuff|things?|following|copies|reprints|rest|both|one|features?"
    rf"|profiles?)\b"
)
_THINGS = next(row for row in NARROW if row.value == "others").pattern
_ARTICLE = re.compile(
    r"\b(?:articles?|text|story|stories|content|it|pages?|piece|works?|posts?|material|columns?"
    r"|essays?)\b"
)
_BARE = re.compile(
    r"(?:all |any |some )?(?:of )?(?:this|it|them|these|those"
    r"|the above|anything|everything)\b(?: here)? (?:is|are)\b"
)
_PLAIN_WORK = re.compile(
    r"\b(?:items?|works?|words|report|documents?|issue|newsletter"
    r"|writings?|tutorial|guide|chapter|letter|poems?"
    r"|recipes?|tips?|series|interviews?|reviews?|information|lesson|copy|files?|contents)\b"
)
_PASSIVE = re.compile(r"\b(?:be|been|being) (?:[a-z]+,? ){0,6}[a-z]+$")
# where the noun after a verb ends
_NOUN_ENDS = re.compile(
    r"[,;:()-]|\b(?:in|on|for|with|by|at|to|under|from|if|as|so"
    r"|provided|providing|and|or|but|without|subject|when"
    r"|where|wherever|until|unless|after|through|via|only|is|are|it|whether|anywhere|elsewhere"
    r"|that|which)\b"
)
_HOW = re.compile(
    r"\b(?:[a-z]+ly|again|online|verbatim|unchanged|unaltered|intact|free(?: of charge)?"
    r"|royalty|charge|today|too|once|twice)\b"
)
_DEMONSTRATIVE = re.compile(r"\b(?:this|these|them|all|any of|the|those)$")
_OWN_RIGHT = re.compile(
    r"(?:^|\b)(?:we|i|only (?:the |our |my )?(?:author|writer"
    r"|publisher|owner|editors?|members|subscribers|holder))$"
)
_JOINED = re.compile(r"^\W*(?:but|and|yet|though|although|so|however)\b(?: (?:but|it))?")
_HOSTS_USE = re.compile(r" (?:[a-z]+ ){0,3}(?:in|on|by) (?:our|my)\b")


def about_the_work(kind: str, match: Match, plain: str, head: int) -> bool:
    """Whether a grant is of the article; `kind` is its row's, `head` is where its conditions begin."""
    if kind == "noun":
        return not _of_a_thing(match, plain, head) and _noun_is_work(match.group())
    if kind != "verb":
        return not _of_a_thing(match, plain, head)
    subject = _JOINED.sub("", plain[: match.start()]).strip(" ,:-'\"")
    if _of_a_thing(match, plain, head) or _OWN_RIGHT.search(subject):
        return False
    if _PASSIVE.search(match.group()):
        known = not subject or _WORK.search(subject) is not None
        return known and not _HOSTS_USE.match(plain, match.end())
    return " your " not in match.group() and _object_is_work(match, plain, head)


def _noun_is_work(words: str) -> bool:
    """Whether "use of …" is use of the article, and not of or on the speaker's own site."""
    of = re.search(r"\bof (.{1,80})", words)
    named = of is None or _ARTICLE.search(of[1]) or _BARE.match(of[1]) or _PLAIN_WORK.search(of[1])
    return bool(named) and not re.search(r" (?:in|on|to) (?:our|my) ", words)


def _of_a_thing(match: Match, plain: str, head: int) -> bool:
    """Whether a picture, a form or a link is granted, and the article is not named beside it."""
    company = re.compile(
        r"\b(?:with|include|including|link|linked|linking|visit|plus|that|which|who|just|only|provided|but"
        r"|(?:as|so) long as|if|so)\b"
    ).search(plain, match.end())
    until = min(head, company.start() if company else len(plain))
    comma = plain.find(",", match.end(), until)
    if comma > 0 and _WORK.search(plain[match.start() : comma]):
        until = comma  # the work is named: what follows goes with it, "bio and links included"
    thing = _THINGS.search(plain[:until])
    return thing is not None and not _ARTICLE.search(plain[: thing.start()] + plain[thing.end() :])


def _object_is_work(match: Match, plain: str, head: int) -> bool:
    """Whether the noun after the verb is the work; a verb may also stand alone."""
    rest = plain[match.end() : head]
    end = _NOUN_ENDS.search(rest)
    noun = _HOW.sub(" ", rest[: end.start()] if end else rest).strip()
    if not noun or _WORK.search(noun) or not _takes_object(match):
        return not noun.startswith("your ")
    return False


def _takes_object(match: Match) -> bool:
    """Whether a noun after these words would be what is granted."""
    words = match.group()
    verb = re.search(rf"\b(?:{CLASSES['strong']})$", words)
    return verb is not None or _DEMONSTRATIVE.search(words) is not None
