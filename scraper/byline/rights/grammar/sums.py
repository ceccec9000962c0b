"""Sums and single uses that a ledger can count: the one of a statement, with nothing that may be another.

The test is closed. The one sum is taken out with its lead-in ("up to"); it counts only if it stands where a
grant has it, every word of the statement is known, and no word of a number, a share or a bound is left
in it. To teach a sum, widen `SUM`; what may bound it beside belongs to `_BOUNDS`, where a word too many
only withholds.
"""

import re

from byline.rights.grammar.clauses import split
from byline.rights.grammar.known import COMPLEMENT, NAMED, OWED
from byline.rights.grammar.letters import fold
from byline.rights.grammar.numbers import WORDED
from byline.rights.grammar.window import DATE_FORMS, DATED
from byline.rights.grammar.wording import CLASSES

PRINTED = r"(?:articles?|stories|story|pieces?|items?)"
COUNTABLE = ("day", "week", "month", "year", "issue")
SUM = re.compile(
    rf"(\d{{1,6}}|{WORDED}) {PRINTED} (?:of (?:mine|ours) )?"
    rf"(?:an?|per|each|every|in any|in an?) (?:calendar |single |given )?({'|'.join(COUNTABLE)})",
    re.IGNORECASE,
)
_LEAD = (
    r"(?:up to|at most|at the most|no more than|not more than|not exceeding|(?:a )?maximum of|limited to"
    r"|as many as)"
)
# what stands before a sum that is granted, and what behind it: "half of one article", "articles a year old"
_GRANTED_SUM = re.compile(
    rf"(?:^\W*|[,:(] ?|\b(?:(?:{CLASSES['strong']}|use|run|print|publish|post|include|carry|feature|take"
    rf"|reproduction of|republication of|reprinting of|use of|reprints of|for)(?: freely)? ))"
    rf"(?P<out>(?:{_LEAD} )?(?P<sum>{SUM.pattern}))"
    r"(?=\W*$|[,.;:)]| (?:in|on|with|free|freely|at|provided|if|as|from|for|and|so|by|under|may)\b)"
)
_ONE_USE = re.compile(
    r"(?P<out>\b(?:one[- ]time|single|one) (?:use|rights?|reprint(?:s|ing)?|publication)(?: only)?\b"
    r"|\b(?:only |just )?once(?: only)?"
    r"(?= *(?:$|[,.;:)]|(?:in (?:an?|your|newsletters?|ezines?)|on (?:your|websites?)|with the|for free|free"
    r"|at no)\b))|\bone[- ]time(?: only)?\b|\bfor one issue(?: only)?\b)"
)
# any of these beside a sum could be a second bound, or say whose sum it is
_BOUNDS = re.compile(
    rf"\d|\b(?:{WORDED}|zero|hundreds?|thousands?|million|dozens?|couples?|pairs?|scores?|handfuls?"
    rf"|few|several"
    r"|half|halves|third|thirds|quarter\w*|double|twofold|single|singly|sole|lone|once|twice|thrice|times?"
    r"|per|each|every|any|most|more|maxim\w+|max|minim\w+|least|less\w*|fewer|under|below|over|above|exce\w+"
    r"|limit\w*|caps?|capped|quotas?|ration\w*|allowances?|allotment|budget|only|sole\w*|exclusiv\w+|total\w*"
    r"|sum|sums|overall|aggregate\w*|altogether|together|combin\w+|collectiv\w+|joint\w*|common|communal"
    r"|shar(?:e|es|ed|ing)|pool\w*|groups?|everyone|everybody|anyone|anybody|everywhere|worldwide|among\w*"
    r"|between|across|apart|within|first|second|last|next|same|others?|another|different|personal\w*|private"
    r"|individual\w*|consecutive|successive|alternat\w+|repeat\w*|again|both|either|besides|beyond|further"
    r"|addition\w*|extra|annual\w*|years?|yearly|months?|monthly|weeks?|weekly|days?|daily|fortnight\w*"
    r"|bi-?\w*(?:weekly|monthly|annual)\w*|decades?|seasons?|issues?|editions?|numbers?|whichever|latest"
    r"|earliest|split|divided|restrict\w*|count\w*|tall(?:y|ies)|reruns?|back to back|this one)\b"
)
_SHARED = re.compile(
    r"\ball\b(?! (?:rights|the links|links|credits?)\b)|\bnewsletters'|\beditors'|\bpublishers'"
)
# words beside a bound that take the grant back, or lay down what no ledger sees
_KEEPING = (
    r"(?:you|they|it|the|a|my|our|author's|this|that|whole|full|its|keep|keeps|kept|is|are|be|stays?|remains?"
    r"|intact|unchanged|in|place|included?|carr(?:y|ies)|prints?|printed|with|and|byline|credits?"
    r"|resource box|links?|name"
    r"|bio|notice|copyright)"
)
_IDLE = (
    r"(?:charge|cost|fees?|changes?|edits?|editing|edit|change|alter|cut|shorten|modify|sell|remove"
    r"|alterations?"
    r"|payment|need|royalt\w+)"
)
_TAKEN_BACK = re.compile(
    rf"\b(?:not|never)\b(?! (?:be )?(?:changed|edited|altered|sold|cut|shortened|modified|removed|{_IDLE})\b)"
    rf"|\bno\b(?! {_IDLE}\b)|\b(?:none|nor|neither|nobody|nothing|cannot|except\w*|unless|exclud\w+|exempt\w*"
    r"|omit\w*|barring|out of date|outdated|obsolete|stale|old|older|former\w*|expired?|lapsed|void|withdrawn"
    r"|superseded|replaced|revoked|cancell?ed|gone|dead|mine (?:is|are)|ours (?:is|are))\b"
    r"|\b(?:(?:so|as) long as|while|whilst|if|when|where|provided|providing|assuming|on condition)\b"
    rf"(?!(?: {_KEEPING})+ *(?:$|[.,;:)]))"
)
_AGAINST = re.compile(
    r"\b(?:not|never|no|none|nor|neither|nobody|nothing|cannot|unless|except\w*|without|hardly|refus\w+"
    r"|instead|rather|save|lest|if|when|where)\b"
)
_NOT_WORDS = re.compile(  # addresses, and the year of a copyright line
    r"(?:https?://|www\.)\S+|\S+@\S+|\b[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|org|net|edu|example|info|html?)\b\S*"
    r"|\bcopyright (?:\(c\) )?(?:19|20)\d\d(?:-(?:19|20)\d\d)?\b"
)


def sum_in(statement: str) -> str:
    """The one sum of a statement, as `SUM` fits it; empty where there is none, or anything beside it."""
    return _alone(statement, _GRANTED_SUM, shared=True)


def one_use_in(statement: str) -> str:
    """The words that grant one use; empty where anything beside them could be another bound."""
    return _alone(statement, _ONE_USE, shared=False)


def _undated(match: re.Match[str]) -> str:
    """Nothing in place of a date, which `window.py` reads; a bare number may be no year: "2000 readers"."""
    named = any(match[f"m{form}"] for form in DATE_FORMS)
    return " " if named or _YEAR_ENDS.match(match.string, match.end()) else match.group()


_YEAR_ENDS = re.compile(r" ?(?:$|[.,;)])")


def _alone(statement: str, wanted: re.Pattern[str], *, shared: bool) -> str:
    """The words that `wanted` fits once, if nothing else in the statement could bound a use."""
    letters = fold(statement)
    sentences: dict[int, str] = {}
    for clause in split(letters):
        sentences[clause.sentence] = sentences.get(clause.sentence, "") + clause.text
    hits = [(number, match) for number, said in sentences.items() for match in wanted.finditer(said)]
    if len(hits) != 1:
        return ""
    number, match = hits[0]
    said = sentences[number]
    left = said[: match.start("out")] + " ... " + said[match.end("out") :]
    rest = [left, *(words for other, words in sentences.items() if other != number)]
    plain = " . ".join(DATED.sub(_undated, _NOT_WORDS.sub(" ", words)) for words in rest)
    if _BOUNDS.search(plain) or (shared and _SHARED.search(plain)):
        return ""
    if _TAKEN_BACK.search(plain):
        return ""
    if _AGAINST.search(said, 0, match.start("out")):
        return ""
    return match["sum" if shared else "out"] if all(_known(words) for words in rest) else ""


_NOTICE = re.compile(r"^\W*copyright (?:\(c\) )?(?:19|20)\d\d,? (?:by )?[a-z .'-]{1,60}$")


def _known(words: str) -> bool:
    """Whether every word of a sentence is known, but for names, addresses and the copyright line."""
    plain = NAMED.sub("", _NOT_WORDS.sub(" ", words))
    return _NOTICE.match(words) is not None or OWED.know(COMPLEMENT.sub("", plain))
