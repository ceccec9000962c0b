"""What a sentence without a grant says against the grants beside it.

"Other papers must ask" takes nothing from a grant; "this one is not among them" takes it all; "you must
belong to the choir" binds it.
"""

import re

from byline.rights.grammar.act import Gap
from byline.rights.grammar.closed import NOT_WORDS, blanked, reads
from byline.rights.grammar.known import CLOSED, OWED

# words that bind a permission given in another sentence
_BINDS = re.compile(
    r"\b(?:must|only|unless|until|limited to|restricted to|reserved for|applies|provided"
    r"|subject to|on condition|qualif\w+)\b"
)
_TAKES_OUT = re.compile(
    r"\b(?:this|it)(?: (?:one|article|piece|story|text|page|essay))?(?: is"
    r"| does)? not (?:one of|among|part of|included"
    r"|covered|apply|qualify)\b|\b(?:except|but not) (?:this|the present) (?:one|article|piece"
    r"|story|text)\b"
    r"|\b(?:author|publisher|owner|editor|we|i) (?:objects?|refuses?|declines?|(?:has"
    r"|have) (?:objected|refused|declined))\b"
)


def bar_in(text: str) -> Gap | None:
    """What a sentence without a grant says against the grants beside it, if it is not understood."""
    out = _TAKES_OUT.search(text)
    binds = _BINDS.search(text)
    if out:
        return Gap("condition", *out.span(), theirs=False)
    if binds is None:
        return None
    plain = NOT_WORDS.sub(blanked, text)
    closed = CLOSED.search(plain)
    if closed:
        return Gap("grantee", *closed.span())
    if _SHOWN.search(plain) or reads(plain) or OWED.know(plain):
        return None
    return Gap("condition", 0, len(text), theirs=_DUE.match(plain) is not None)


# a sentence that begins with whoever reprints, or the copy
_DUE = re.compile(
    r"\W*(?:(?:after|before|when|if|once|then|by|in|for|on|at)\b[^,;]{0,60}?(?:, | (?=(?:it|you|they) ))"
    r"|(?:then|so|and|but) )?"
    r"(?:(?:the|an?|any|all|each|every|both|your|this|these|those|such|our|my) )*(?:you|it|they|reprint\w*"
    r"|republi\w+|cop(?:y|ies)|users?|editors?|publishers?|webmasters?|bloggers?|sites?|websites?"
    r"|newsletters?"
    r"|articles?|stories|story|posts?|text|content|columns?|material|(?:please |kindly |do not )?(?:leave"
    r"|keep|take"
    r"|remove|credit|include|add|link|make|put|send|tell|let|use|give|print))\b"
)


# what must stand on the page, whatever its name; what is said of pictures, or by way of talk
_SHOWN = re.compile(
    r"\bmust (?:also |always |both |all |then )?(?:be (?:clearly |also |always |fully )?(?:named"
    r"|credited|shown|stated"
    r"|included|kept|left|cited|mentioned|acknowledged|displayed|retained|given credit|attributed|linked"
    r"|preserved)"
    r"|name|credit|show|state|include|keep|retain|cite|mention|acknowledge|display|link)\b"
    r"|^\W*(?:the |our |all |any )*(?:photos?|photographs?|images?|pictures?|illustrations?|graphics?"
    r"|cartoons?|charts?"
    r"|maps?|videos?|audio|comments?)\b|\bi must\b"
)
