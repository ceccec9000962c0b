"""The stems that a sentence about reuse cannot do without: a quick look before the tables of `reuse`.

Each row of SPEAKS_OF_RIGHTS, TRADE and LABELS has one here; a new row there needs its stem here,
and a test holds the two together.
"""

import re

TABLE = (  # parted by bars; a blank at the end counts
    "print|publi|produc|post |posted|posting|reposts|distribut|duplic|copy|copi|syndic|plagiari|"
    "permi|consent|licen|lizen|common|cc by|cc-by|cc0|public domain|gfdl|gnu free|rights reserved|"
    "quot|attribution|unauthor|prohib|forbid|nachdruck|abdruck|autoris|genehmigung|przedruk|"
    "overname|riprodu|reprodu|free to use|by-line|byline|resource box|editors|help yourself|"
    "verbatim|not for |to be used|credit|zine|darf|dürfen|property of|free of charge|use this|"
    "use these|use our|use my|use any|use all|use the|run |share |download |embargo|royalt|blurb|"
    "nofollow|link|webmaster|unalter|unedit|unchang|entirety|this notice|no need to ask|author|"
    "opt in|opt-in|opted|repost|re-post|usage|optin|use right|use polic|use permi|use guid|"
    "use term|use noti|use inst|use info|use stat|use cond|use &|use:|use-|article|note to|"
    "terms of|how to |permission"
)
STEMS = tuple(TABLE.split("|"))
BARE = re.compile(r"\W*(?:may|can|must|cannot|want)\b")  # a sentence without a subject


def may_speak(sentence: str) -> bool:
    """Whether a sentence has a stem without which none speaks of rights; nine in ten have none."""
    low = sentence.lower().replace("\n", " ")
    return any(stem in low for stem in STEMS) or bool(BARE.match(low))


GRANTING = re.compile(
    r"\b(?:re-?print|re-?publi|re-?post|re-?produc|re-?us|copi|copy|shar|print|publish|post|run|use|using"
    r"|pass|forward"
    r"|distribut|circulat|put|hand|giv|grab|clip|quot|free|welcome|borrow|lift|tak(?:e|ing)|carry|licen[cs]"
    r"|permission|leave to|say-so|consent"
    r"|commons|cc[ -]by"
    r"|public domain|nachdruck|verbreit|weiterg|verwend|reprodu|diffus|reproduc|riprodu|overn|przedruk"
    r"|kopiow)",
    re.IGNORECASE,
)


def may_grant(sentence: str) -> bool:
    """Whether a sentence has a word without which nothing is granted, denied or licensed."""
    return GRANTING.search(sentence) is not None
