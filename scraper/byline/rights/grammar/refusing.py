"""A clause that withholds: a denial, or a request to be asked first.

Not every "not" denies a use: one that permission would lift asks, one that only insists on a
duty grants, and one about less than the use is a limit.
"""

import re
from dataclasses import replace

from byline.model import Answer, Use
from byline.rights.grammar.act import REUSE, Act, Match, act_of
from byline.rights.grammar.bounds import AUDIENCE, NARROW, RESIDUAL
from byline.rights.grammar.clauses import Clause
from byline.rights.grammar.duties import ASIDE
from byline.rights.grammar.media import Place, places
from byline.rights.grammar.requests import ASKED
from byline.rights.grammar.wording import Wording, found

# an exception that only asks to keep something: "not without the resource box"
_KEPT = re.compile(
    r"\b(?:unless|without|except (?:with|when|where|if)) (?:[a-z',]+ ){0,6}?(?:credit\w*"
    r"|attribution|by-?line|author'?s name|name|resource box|bio"
    r"|links?|notice|acknowledg\w+|copyright (?:line|notice)|source"
    r"|signature|included|attached|intact|unaltered|complete|whole|in full"
    r"|entirety)\b"
)


def denial(clause: Clause, plain: str, said: tuple[Wording, Match]) -> Act | None:
    """A negated reuse: asked for, if permission would lift it; a limit, if it is about less than the use."""
    row, denied = said
    narrow, uses = _narrow(plain), _named(plain)
    if "rights" in denied.group():
        uses = _named(denied.group()) or uses
    residual = RESIDUAL.pattern.search(plain) is not None
    asked = next(found(ASKED, plain), None) if row.value != "refused" else None
    kept = _KEPT.search(ASIDE.sub(lambda m: " " * len(m.group()), plain))
    if asked:
        act = act_of(clause, Answer.ASK, _joint(denied, asked[1]), uses)
        return replace(act, narrow=narrow, residual=residual)
    if kept and not narrow:
        return replace(act_of(clause, Answer.GRANTED, _joint(denied, kept), uses), doubt="implied")
    return replace(act_of(clause, Answer.DENIED, denied.span(), uses), narrow=narrow, residual=residual)


def _joint(first: Match, second: Match) -> tuple[int, int]:
    """From the first of two matches to the end of the last, in the order of the words."""
    return min(first.start(), second.start()), max(first.end(), second.end())


def request(clause: Clause, plain: str, asked: Match) -> Act:
    """Permission to be asked for; a limit, if only some have to ask, or only for less than the use."""
    audience = AUDIENCE.pattern.search(plain)
    about = plain if not _SELLS.search(asked.group()) else plain[: asked.start()] + plain[asked.end() :]
    narrow = "audience" if audience and not _every(audience) else _narrow(about)
    aside = _SUCH.search(plain) or _POINTER.search(plain)
    residual = RESIDUAL.pattern.search(plain) is not None or aside is not None
    return replace(act_of(clause, Answer.ASK, asked.span(), _named(plain)), narrow=narrow, residual=residual)


# where to ask for what another sentence asks: "applications for such permission"
_SUCH = re.compile(r"\b(?:such|this|that) (?:permission|consent|requests?|use|uses|approval|licence)\b")


# where to read more of the same: "see here for details"
_POINTER = re.compile(
    r"^\W*(?:please )?(?:see|visit|read|click|check|go to)\b(?!.*\b(?:rights|permissions?|reprints?|rates"
    r"|fees?|pric\w+"
    r"|licenc\w+|ask|contact|write)\b)"
)


_SELLS = re.compile(r"\b(?:is|are|be) (?:sold|for sale|on sale|priced|charged|billed)\b")


def _every(audience: Match) -> bool:
    """Whether those who have to ask are all of one medium: "magazines", but not "small magazines"."""
    named = places(audience.group())
    return bool(named) and not audience["kind"] and named[0].start <= audience.end("kind")


_ALSO = re.compile(r"\b(?:or|and) (?:otherwise|noncommercial|not)\b")
_GENERAL = re.compile(
    r"\b(?:or otherwise|or noncommercial|whole or (?:in )?part|full or (?:in )?part"
    r"|any part|no part|in part or)\b"
)


_MARKED = re.compile(
    r"\b(?:if (?:an?|the|any)|(?:any|every|each|an?)) (?:story|article|item|piece|post|page) (?:that |which"
    r" )?(?:is|has been|was) (?:label+ed|marked"
    r"|tagged|credited|from)\b"
)
_OTHERS = re.compile(
    r"^\W*(?:guest (?:posts?|articles?|columns?|essays?)|wire (?:stories|copy|reports?)|(?:agency"
    r"|syndicated|contributed) [a-z]+)\b"
)
_PUBLISH = re.compile(r"\b(?:publish|broadcast)\b")


def _narrow(plain: str) -> str:
    """The kind of limit that a denial or a request is about, if it is about less than a use."""
    if _MARKED.search(plain) or _OTHERS.search(plain):
        return "others"
    general = any(place.any for place in places(plain)) or _GENERAL.search(plain) is not None
    whole = REUSE.search(plain) is not None or _PUBLISH.search(plain) is not None
    for row, match in found(NARROW, plain):
        kind = row.value.rstrip("+")
        purpose = kind in {"commercial", "misuse", "time"} and not _ALSO.search(plain)
        fits = (row.value != kind or not whole) and (purpose or not general)
        if fits and "including" not in plain[: match.start()]:
            return kind
    return ""


_PLACED = re.compile(
    r"(?:^|\b(?:(?:editors|publishers|owners|readers) of|no|for|in|on|into|onto|to|by|any|all|other|and|or"
    r"|via|through"
    r"|another|your)|,)(?: (?:a|an|your|their|any|all|other|the|use"
    r"|reuse|full|another|someone else's|public))*\W*$"
)


def _named(plain: str) -> tuple[Use, ...]:
    """The uses that a denial or a request is about; empty for every use."""
    named = [place for place in places(plain) if _is_place(place, plain)]
    if any(place.any for place in named):
        return ()
    return tuple(dict.fromkeys(use for place in named for use in place.uses))


def _is_place(place: Place, plain: str) -> bool:
    """Whether the words say where ("in a magazine", "online"), not from whom ("from the Bulletin")."""
    words = plain[place.start : place.end]
    where = words.startswith(("in ", "on ", "by ")) or words in {"online", "electronically", "anywhere"}
    return where or _PLACED.search(plain[: place.start]) is not None
