"""Grants are closed: a grant stands only if all that could restrict it is understood.

What restricts stands in phrases: who may ("members may", "allow our partners to"), where and for
what ("in Ohio", "for the jury"), on what condition ("if", "once", "with"). A phrase is understood
if it holds only words of `known.py` and, where it sets a condition, a duty or a limit that the
other tables read. Of the rest nothing is guessed. What names a class of people or places, or asks
something of whoever reprints, is theirs to know: the grant stands, bound by those words, and
`permit` withholds until a person signs. What waits for somebody else, or names one grantee, leaves
no grant: the answer is "ask", with a doubt.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from byline.rights.grammar.act import Gap
from byline.rights.grammar.bounds import NARROW
from byline.rights.grammar.changes import EXTENT, change_in
from byline.rights.grammar.duties import parts_in
from byline.rights.grammar.feeds import unfed
from byline.rights.grammar.known import (
    CLOSED,
    COMPLEMENT,
    NAMED,
    NEUTRAL,
    OWED,
    PLAIN,
    REASON,
    UNDERSTOOD,
    VERB,
    WAITING,
    YOURS,
)
from byline.rights.grammar.licences import licence_in
from byline.rights.grammar.limits import limits_in
from byline.rights.grammar.media import places
from byline.rights.grammar.money import MONEY
from byline.rights.grammar.notification import notice_in
from byline.rights.grammar.theirs import AND, MONEY_SIGN, OPENING, OURS, SOMEBODY, WORD, gap_at
from byline.rights.grammar.window import MONTH
from byline.rights.grammar.wording import found

_OPENER = re.compile(
    r"\b(?:(?P<condition>if|provided(?: that)?|providing|(?:as|so) long as|as soon as"
    r"|on (?:the )?(?:\w+ )?(?:condition|understanding)s?(?: that)?|given that|when(?:ever)?|where"
    r"|once(?! *(?:$|[,.;:)]|(?:a|per|only|in|and|or|for|with|more)\b))|after(?: which)?(?! that (?:date"
    r"|time))|unless|except(?! that)\w*(?: (?:where|when|if))?"
    r"|save(?= (?:for|on|in|where|when))(?: where| when)?|apart from"
    r"|other than|subject to|in case|assuming|contingent(?: (?:up)?on)?|conditional(?: (?:up)?on)?"
    r"|in (?:exchange|return)"
    r"|who(?! (?:wrote|made|drew|took|created|produced)\b)|whose"
    r"|which|(?<!after )(?<!claim )that(?! (?:date|time))|upon|pending|while|should|because"
    r"|must|before|until|till|through|since|during"
    rf"|(?:beginning|starting|effective)(?: on| in| from)?|as of|from(?= (?:\d|(?:{MONTH})\b)))"
    r"|(?P<duty>with|without|includ\w+|plus|keep(?:s|ing)?|leav\w+|retain\w*|credit\w*|please|just"
    r"|under|simply|attribut\w+|given (?=(?:full|due|proper|appropriate|clear|credit)\b)|citing|cite"
    r"|naming|mention\w*|acknowledging|quoting|retaining|do not"
    r"|(?:giving|showing|stating|listing|linking|noting|adding|identifying)(?= )|(?<=, )(?=complete with )"
    r"|(?<=, )(?=[a-z' ]{3,60}? (?:included|intact|attached|retained|kept|in place|unchanged"
    r"|credited|named|acknowledged|linked|on top|(?:at|on) the (?:top|bottom|foot|head|end))\b)"
    r"|(?<=, )(?=the source being )|and (?=(?:link|keep|include|credit|leave|send|tell|do)\b))"
    r"|(?P<plain>except that|being|having|from|in|on|at|by|for|to|as|but|within|inside|across"
    r"|over|among|throughout|into|onto|via"
    r"|between|outside|around))\b"
)
# what stands between the words of a clause without being one: hosts, addresses, quotations
OWN_WORDS = 4  # beside a quotation, in a clause that quotes to have something said
NOT_WORDS = re.compile(
    r"\"[^\"]{0,200}\"|(?:https?://|www\.)\S+|\S+@\S+|\b[a-z\d-]+(?:\.[a-z\d-]+)*"
    r"\.(?:com|org|net|edu|example|info|html?)\b\S*"
)
# the name of what has to be kept, in brackets behind it
_ASIDE = re.compile(
    r"\b(source|author|publisher|credit|line|name|links?|site|website|byline|box|bio"
    r"|address) \([^()]{1,80}\)"
)


@lru_cache(maxsize=512)
def gaps_in(text: str, start: int, end: int) -> tuple[Gap, ...]:
    """What is not understood of a granting clause; the grant stands at `start` to `end`."""
    plain = _ASIDE.sub(_without_name, NOT_WORDS.sub(blanked, _unlicenced(text)))
    plain = unfed(plain, end)
    plain = REASON.sub(blanked, plain[:start]) + REASON.sub(blanked, plain[start:])
    phrases = _phrases(plain, _head(plain, start), start, end)
    return _closed_to(plain) + tuple(
        gap_at(kind, plain, first, last)
        for kind, first, last in phrases
        if not _understood(kind, plain[first:last])
    )


def bounds_in(text: str, start: int) -> tuple[Gap, ...]:
    """What a clause that names a licence binds it to from `start` on, as far as that is not understood."""
    plain = NOT_WORDS.sub(blanked, text)
    phrases = (phrase for phrase in _opened(plain, start, len(plain)) if phrase[0] == "condition")
    return _closed_to(text) + tuple(
        gap_at(kind, plain, a, b) for kind, a, b in phrases if not _understood(kind, plain[a:b])
    )


def _closed_to(plain: str) -> tuple[Gap, ...]:
    closed = CLOSED.search(NAMED.sub(blanked, plain))  # "articles by our staff" names no audience
    return (Gap("grantee", *closed.span()),) if closed else ()


def _unlicenced(text: str) -> str:
    """The text without the name of a public licence: its terms are known, and bind to nothing else."""
    licence = licence_in(text, alone=False)
    if licence is None:
        return text
    return text[: licence.start] + " " * (licence.end - licence.start) + text[licence.end :]


def blanked(match: re.Match[str]) -> str:
    """As many blanks as a match has letters, so that every other letter keeps its place."""
    return " " * len(match.group())


def _without_name(match: re.Match[str]) -> str:
    return match[1].ljust(len(match.group()))


def unquoted(text: str) -> str:
    """The text with what it quotes blanked; as it is, where it has few words of its own."""
    own = _QUOTATION.sub(blanked, text)
    return own if len(WORD.findall(own)) >= OWN_WORDS else text


def quoted(text: str, at: int) -> bool:
    """Whether a place stands in a quotation, and the clause has words of its own beside it."""
    quotation = next((m for m in _QUOTATION.finditer(text) if m.start() <= at < m.end()), None)
    return (
        quotation is not None and WORD.search(text[: quotation.start()] + text[quotation.end() :]) is not None
    )


_QUOTATION = re.compile(r"\"[^\"]{0,200}(?:\"|$)|(?<![a-z])'(?:[^'\"]|'(?=[a-z])){3,200}'(?![a-z])")


def _head(plain: str, start: int) -> int:
    """Where the clause begins that has the grant: after a label, or the comma that closes a scene."""
    scene = _OPENER.match(plain.lstrip(" ,-\"'("))
    colon = plain.rfind(":", 0, start) + 1
    if not scene or colon:
        return colon
    comma = max((m.end() for m in _COMMA.finditer(plain, 0, start)), default=0)
    subject = max((m.start() for m in _PRONOUN.finditer(plain, 2, start)), default=0)
    return comma or subject


_COMMA = re.compile(r",(?! \d{4})")
_PRONOUN = re.compile(r"\b(?:you|it|this|these|they|anyone|we|i)\b")


def _phrases(plain: str, head: int, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """The scene before the clause, the clause's own subject and verb, and what each opener opens."""
    yield from _opened(plain, 0, head)
    if _ACTIVE.match(plain[start:end]):
        yield from _opened(plain, head, start)
    else:  # the subject is what is granted: it may have any name
        yield from (phrase for phrase in _opened(plain, head, start) if phrase[0] == "condition")
    yield from _opened(plain, start, len(plain))


# words of a grant whose subject is who may
_ACTIVE = re.compile(
    r"\b(?:may|can|could|might)\b(?! (?:[a-z]+ ){0,2}be\b)|(?:have|has|with)\b"
    r"|(?:free|welcome|allowed|permitted|invited|encouraged|entitled|authori[sz]ed|at liberty"
    r"|licenced|able|urged|okay|fine|liberty|opportunity)\b(?! to,? (?:[a-z]+ ){0,2}be\b)"
)


def _opened(plain: str, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    kind, at = "plain", first
    for match in _OPENER.finditer(plain, first, last):
        new = match.lastgroup or "plain"
        if _RANK[new] < _RANK[kind]:
            continue
        yield kind, at, match.start()
        kind, at = new, match.start()
    yield kind, at, last


_RANK = {"plain": 0, "duty": 1, "condition": 2}  # what a phrase may be cut by: its like, or more


def _understood(kind: str, phrase: str) -> bool:
    if kind == "plain" and phrase.rstrip().endswith(":") and OWED.know(phrase):
        return True  # a label: "Footer note:"
    if kind == "plain":
        return (
            not MONEY_SIGN.search(phrase)
            and not OURS.search(phrase)
            and PLAIN.know(VERB.sub("", YOURS.sub("", NAMED.sub("", phrase))))
        )
    if kind == "duty":
        return OWED.know(_owed(phrase))
    if _STAYS.match(phrase) and reads(phrase):
        return True
    waiting = WAITING.search(phrase) is not None
    pieces = [piece for piece in AND.split(phrase) if WORD.search(piece)]
    return all(_piece(piece, waiting=waiting, later=i > 0) for i, piece in enumerate(pieces))


# things on the page that are to stay there, whatever their names: "the university's name and the line remain"
_STAYS = re.compile(
    r"\W*(?:provided|providing|as long as|so long as|if|on condition)(?: that)? (?:(?!\b(?:is|are|has"
    r"|have|you|we|i)\b)"
    r"[a-z', -])+ (?:remains?|stays?|(?:is|are) (?:kept|left|retained|included|shown))"
    r"(?: (?:put|on|intact|in place|there|attached|with it))*\W*$"
)
_KEPT = re.compile(
    r"\b(?:is|are|be|stays?|remains?) (?:\w+ )?(?:given|kept|included|retained|shown|attached"
    r"|printed|displayed|left"
    r"|preserved|provided|mentioned|in place)\b"
)
_PREDICATE = re.compile(r"\b(?:is|are|has|have|does|do|can|will|agrees?|pays?)\b")


def _piece(piece: str, *, waiting: bool, later: bool) -> bool:
    """Whether one condition is understood; a later one may be one more thing to keep."""
    if _EXCEPTION.match(piece) and _PICTURES.search(piece):
        return True
    if reads(piece):
        return OWED.know(_owed(piece))
    if not waiting and NEUTRAL.know(piece) and not _acts(OPENING.sub("", piece, count=1)):
        return True
    more = later and (_KEPT.search(piece) or not _PREDICATE.search(piece))
    return bool(more) and OWED.know(COMPLEMENT.sub("", piece))


def _acts(said: str) -> bool:
    """Whether the speaker, or another person, does something in these words: "I feel like it"."""
    somebody = SOMEBODY.match(said)
    return somebody is not None and WORD.search(said, somebody.end()) is not None


def _owed(said: str) -> str:
    """What is left to understand of a duty: from where a place or a time begins, not the names before it."""
    left = COMPLEMENT.sub("", NAMED.sub("", said))
    if next(parts_in(f"with {said}"), None) is None:
        return left
    where = _WHERE.search(left)
    return left[where.start() :] if where else ""


_WHERE = re.compile(
    r"\b(?:in|at|for|within|during|across|among|only|if|when|where|unless|until|before|after|once|who"
    r"|whose)\b"
)


def reads(piece: str) -> bool:
    """Whether a table reads a duty, a bound or a notice in a condition."""
    if _EXCEPTION.match(piece) and (places(piece) or next(found(NARROW, piece), None)):
        return True
    return bool(
        UNDERSTOOD.search(piece)
        or change_in(piece)
        or notice_in(piece)
        or next(parts_in(f"with {piece}"), None)
        or next(limits_in(piece), None)
        or next(found((*MONEY, *EXTENT), piece), None)
    )


_PICTURES = re.compile(
    r"\b(?:drawings?|sketches|logos?|badges|portraits|maps?|figures|tables|artwork|cartoons?|paintings?"
    r"|comics?)\b"
)
_EXCEPTION = re.compile(r"\W*(?:except\w*|save|apart from|other than|but not)\b")
