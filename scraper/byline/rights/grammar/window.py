"""Bounds in time: an embargo, an expiry, a delay, a window, a time to remove.

Dates become ISO dates, for `permit` to judge on a day; spans keep their words.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from byline.model import Limit
from byline.rights.grammar.known import CLOSED, NAMED, OWED
from byline.rights.grammar.wording import CLASSES

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name != "may" else "may" for name in _MONTHS)
_DATE = (
    rf"(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\.? (?:of )?(?P<m1>{MONTH})\.?,? (?P<y1>(?:19"
    rf"|20)\d\d)"
    rf"|(?P<m2>{MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>(?:19|20)\d\d)"
    rf"|(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)"
    rf"|(?P<m6>\d{{1,2}})[/.](?P<d6>\d{{1,2}})[/.](?P<y6>(?:19|20)\d\d)"
    rf"|(?P<m4>{MONTH}) (?P<y4>(?:19|20)\d\d)|(?:the end of |the year )?(?P<y5>(?:19|20)\d\d))"
)
_SKIP = (  # a time of day, a weekday, small words
    r"(?: (?:\d{1,2}:\d\d|\d{1,2}(?= ?[ap]\.?m)|[ap]\.?m\.?|\d{1,2}[ap]m"
    r"|noon|midnight|on|the|gmt|est|utc|[a-z]{3,6}day),?){0,6}"
)
DATED = re.compile(rf"\b{_DATE}")
DATE_FORMS = (1, 2, 3, 4, 6)  # of `_DATE`, those that name a month
_REUSED = (
    rf"(?:{CLASSES['strong']}|{CLASSES['strongly']}|{CLASSES['reusing']}|use|run|print|publish|post"
    rf"|used|printed"
    r"|published|posted|release|released)"
)
_THING = r"(?:it|them|this|these|the|my|our|any|all|of|articles?|story|stories|text|column|piece|work)"
_WHERE = (
    r"(?:in|on|or|and|any|your|the|newsletters?|ezines?|websites?|the web|online|print|anywhere|elsewhere"
    r"|here|form|medium|at all)"
)
_ACTED = rf"(?:(?:be |being |to |for )*(?:{_REUSED} ?)?(?:(?:{_THING}|{_WHERE}) ){{0,6}})"
_NO = r"(?:(?:may |must |can |should |shall |do |is |are |but )?(?:not|never|no longer)|cannot|(?:but )?no)"
_NEVER = rf"\b{_NO},? (?:available |valid |free |permitted |allowed |granted |okay )?{_ACTED}"
_AFTER = r"(?:after|later than|beyond|past)"
_FROM = (
    r"(?:after|later than|beyond|past|following|since|as of|as from|from(?: and after)?"
    r"|(?:up)?on (?:or|and) after|(?:starting|beginning|effective|commencing)(?: on| in| from| as of)?"
    r"|with effect from|(?:starts?|begins?|opens?|takes effect|commences?)(?: on| in| from)?)"
)
_UNTIL = r"(?:until|till|through|up to|by|before|prior to|valid (?:to|until|through))"
# whose end is the end of the permission
_GRANT = (
    r"^\W*(?:(?:and|but) )?(?:(?:this|the|my|our|your|that|it|free|reprint|general|standing) )*"
    r"(?:(?:permission|offer|grant|licence|consent|leave|right)\b"
    r"(?: (?:to (?:re[a-z]+|use|print|publish|run)|(?:for|of) re[a-z]+)"
    r"(?: (?:this|it|the|my|our|these|article|articles|text|column))*)?)?[ ,:]*(?:will |which |that |and )?"
)
_ENDS = (
    r"(?:expires?|expired|ends?|ended|lapses?|(?:is )?valid(?: only)?|good)"
    r"(?: on| in)?(?: to| until| through)?"
)
_DATED = (  # what it says, the words before the date; the first that fits a date counts
    (
        "unclear",
        r"\b(?:terms|offer|permission|licence|grant|rights|rules?|will|may|can|not|never|they) hold \w+",
    ),
    ("unclear", r"\b(?:sunsets?(?: date)?(?: is| on| in|:)?|hold(?: it| this)? (?:till|to))"),
    ("opens", r"^\W*(?:please )?hold(?: it| this)? for"),
    ("unclear", r"\bhold(?: it| this)? for"),
    ("opens", r"\b(?:embargo\w*(?: until| till| to| for|:)?|hold until|for release(?: on| after)?)"),
    ("opens", r"\b(?:no|not) (?:earlier|sooner) than"),
    ("opens", rf"{_NEVER}(?:before|until(?: after| on)?|till|prior to|earlier than)"),
    ("ends", r"\b(?:no|not|never) later than"),
    ("ends", rf"{_NEVER}{_AFTER}"),
    ("ends", r"\bsunsets?(?: date)?(?: is| on| in|:)?"),
    ("nor", rf"\b(?<!on )(?:nor|or) {_AFTER}"),
    ("ends", _GRANT + _ENDS),
    ("unclear", r"\b(?:expires?|expired|ends?|ended|lapses?)(?: on| in| after| from)?"),
    ("from", rf"\b{_FROM}"),
    ("until", rf"\b{_UNTIL}"),
)
_LEADING = re.compile(rf"\b(?:{_FROM}|{_UNTIL}){_SKIP} {_DATE}")
_DAY = re.compile(
    rf"\b(?=(?:\d{{1,2}}(?:st|nd|rd|th)?\.? (?:of )?)?(?:{MONTH})\b|\d{{4}}-\d|\d{{1,2}}[/.])"
    rf"(?P<date>{_DATE})"
)
# what a clause says that binds a use to a day, and what only tells when something happened
_BINDING = re.compile(
    r"\b(?:offer|permission|permitted|licen\w+|grant\w*|rights?|uses?|used|it|this|embargo\w*|contract"
    r"|starts?|begins?|opens?|closes?|stops?|ceases?|terminat\w+|out|down|withdr\w+|deadline|last"
    r"|final|release|available|effect"
    r"|lifts?|ends?|date|day|due|valid|good|may|can|must|will|free)\b"
)
_HAPPENED = re.compile(  # right before the date, or a date line before all
    r"\b(?:published|posted|appeared|written|wrote|updated?|modified|revised|issued?|dated|copyright"
    r"|ran|printed"
    r"|submitted|accessed|retrieved|edition|born|died)\b"
    r"(?:(?!\b(?:use|it|this|offer|permission|and|but|starts?|stops?|ends?|closes?|may|can|must"
    r"|will)\b)[^;]){0,60}$"
    r"|^\W*$"
)
_DATES = tuple((says, re.compile(rf"{words}{_SKIP} (?P<date>{_DATE})")) for says, words in _DATED)
DECEMBER = 12
_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "six": 6,
    "seven": 7,
    "ten": 10,
    "twelve": 12,
    "fourteen": 14,
    "thirty": 30,
    "sixty": 60,
    "ninety": 90,
    "a": 1,
}
_SPAN = re.compile(
    rf"\b(?P<how>before|until|within|for|after|no longer than|remove[ds]? (?:it )?after"
    rf"|first|wait|beginning|starting|from)\b(?: (?:the|at least|only|first|a period of|it|down))* (?P<n>\d+"
    rf"|{'|'.join(_NUMBERS)}) (?P<unit>days?|weeks?|months?|years?|hours?)\b(?P<more>.{{0,40}})"
)


def window_in(text: str) -> Iterator[tuple[Limit, int, int]]:
    """Each bound in time that a clause sets, with its place."""
    yield from _dates(text)
    span = _SPAN.search(text)
    if (
        span
        and not re.search(r"\b(?:paragraphs?|words|lines)\b", span.group())
        and not _of_a_notice(text, span)
    ):
        number = _NUMBERS.get(span["n"], span["n"])
        limit = Limit(_span_kind(span), f"{number} {span['unit']}")
        start, end = span.start(), span.end("unit")
        yield limit if _clear(span, limit.kind, text) else Limit("condition", text[start:end]), start, end
    bare = None if span else _LATER.search(text)
    if bare and not _of_a_notice(text, bare):
        yield Limit("condition", bare.group()), *bare.span()


# a span that may be a wait or an end: "you may run it 30 days after publication", "up to 30 days after it"
_LATER = re.compile(
    rf"\b(?:\d+|{'|'.join(_NUMBERS)}) (?:days?|weeks?|months?|years?|hours?) (?:after|following|from)"
    r" (?:(?:its|the|first|date|of|day|online|our) )*(?:publication|it|we|release|posting|today"
    r"|now)\b(?! was written)(?P<more>)"
)


# a time to tell the author in, or to wait for an answer, is no bound on the use
_TELLING = re.compile(
    r"\b(?:let (?:me|us|him|her|them|the author) know|notif\w+|inform(?:ed)?|report|tell (?:me|us"
    r"|him|her|the author)"
    r"|(?:send|mail|email|forward)(?:ed)? (?:me|us|the author|an?|one|two|copies|the link|the url"
    r"|notice|word|to)\b"
    r"|cop(?:y|ies)\b.{0,30}\bsent)(?:(?!\b(?:and|then)\b)[^,])*$"
)
_ANSWER = re.compile(r"^\W*for (?:my|our|the|an?|his|her) (?:answer|reply|response|go-ahead|okay|word)\b")


def _of_a_notice(text: str, span: re.Match[str]) -> bool:
    return bool(_TELLING.search(text[: span.start()]) or _ANSWER.search(span["more"]))


def _clear(span: re.Match[str], kind: str, text: str) -> bool:
    """Whether a span is what it seems: "not for a month" may be a wait or an end, as "until a month"."""
    denied = _HELD.search(text[: span.start()]) is not None
    if kind == "remove_after" or span["how"] in {"no longer than", "wait"}:
        return True
    if span["how"] in {"until", "before"}:
        return denied or _KEPT_BACK.search(text) is not None
    return not denied


def _span_kind(span: re.Match[str]) -> str:
    how, more = span["how"], span["more"]
    if how in {"beginning", "starting", "from"}:
        return "delay"
    if how.startswith("remove") or re.search(r"\b(?:remove|take down|delete|drop)\b", more):
        return "remove_after"
    if re.search(
        r"\b(?:have passed|elapsed|after (?:it|we|publication|first|its)"
        r"|passed)\b",
        more,
    ) or how in {"wait", "after"}:
        return "delay"
    return "window" if how in {"within", "for", "no longer than", "first"} else "delay"


# with any of these in its clause, a day that opens may be one that ends
_ENDING = re.compile(
    r"\b(?:not?|never|nothing|nobody|none|neither|nor|cannot|without|unless|except\w*|excluded?"
    r"|excluding|save"
    r"|other than|only|instead|forbid\w*|forbidden|prohibit\w*|barr?ed|bars|bans?|banned|refus\w+|refrain\w*"
    r"|avoid\w*|stop\w*|ceas\w+|end|ends|ended|ending|expir\w+|laps\w+|void|withdr\w+|revo[kc]\w*|rever\w+"
    r"|reserv\w+|terminat\w+|cancel\w*|suspend\w*|suspension|rescind\w*|clos(?:e|es|ed|ing)|over|breach\w*"
    r"|infring\w*|violat\w*|consent|ask|asks|asking|request\w*|appl(?:y|ies)|unauthori\w+|unlawful"
    r"|illegal|theft"
    r"|remov\w+|delet\w+|taken? down|takedown|off|out|needs?|requir\w*|fees?|pay\w*|charges?|charged|costs?"
    r"|prices?|rates?|exclusiv\w*|embargo\w*|contract|restrict\w*|den(?:y|ied|ies)|object\w*|limit\w*|private"
    r"|longer|less|fewer|hardly|wrong|invalid|dead|gone|finished|done|past|history|denial|discontinu\w+)\b"
)
# a life told, and not a use: "has taught there since 2001"
_TOLD = re.compile(
    r"\b(?:has|have|had|was|were|he|she|lives?|lived|works?|worked|born|taught|wrote|served|studied)\b"
)
_OF_USE = re.compile(
    rf"\b(?:{_REUSED}|permission|permitted|grant\w*|offer\w*|licen\w+|rights?|exclusiv\w*|embargo\w*|contract"
    r"|may|free|welcome|available|copies|copy)\b"
)


def _dates(text: str) -> Iterator[tuple[Limit, int, int]]:
    if not any(year in text for year in ("19", "20")):
        return
    bounds = _bounds(text)
    rest = _blanked(text, [match for says, match in bounds if says in {"opens", "ends"}])
    gives = bool(bounds) and _granting(text, rest)
    for says, match in bounds:
        kinds = _kinds(says, match, text, rest, gives=gives)
        days = {kind: day for kind in kinds if (day := _bound(kind, match))}
        if len(days) > 1:  # no day may be both
            days["not_after"] = min(days["not_after"], days["not_before"] - _ONE_DAY)
        for kind, day in days.items():
            yield Limit(kind, day.isoformat()), *match.span()


def _bounds(text: str) -> list[tuple[str, re.Match[str]]]:
    """Each date with the words before it, by the first row that fits it."""
    bounds: dict[int, tuple[str, re.Match[str]]] = {}
    for says, pattern in _DATES:
        for match in pattern.finditer(text):
            bounds.setdefault(match.end(), (says, match))
    for says, match in _stray(text):
        bounds.setdefault(match.end(), (says, match))
    ordered = [bounds[end] for end in sorted(bounds)]
    first = next((match.start() for says, match in ordered if says == "opens"), len(text))
    nor = "ends", "from"  # "not before May or after June"
    return [(nor[match.start() < first] if says == "nor" else says, match) for says, match in ordered]


def _stray(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """A day that no row reads, in a clause that may bind a use to it: "the last day is 1 March"."""
    dateless = DATED.sub(" ", text)
    strong = _STOPPING.search(dateless) is not None
    for match in _DAY.finditer(text) if strong or _BINDING.search(dateless) else ():
        if match["m4"] and not strong:  # "in the May 2009 issue"
            continue
        dated = _DATE_LINE.match(text, match.end()) is not None or match.start() > 0
        if not (dated and _HAPPENED.search(text[: match.start()])):
            yield "unclear", match


_STOPPING = re.compile(
    r"\b(?:embargo\w*|stops?|ceases?|closes?|terminat\w+|runs? out|withdr\w+|deadline|last (?:day|date|month)"
    r"|final|lifts?|due|release date)\b"
)
_DATE_LINE = re.compile(r" ?(?:[:|-]|$)")


def _blanked(text: str, matches: list[re.Match[str]]) -> str:
    for match in matches:
        text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    return text


def _kinds(says: str, match: re.Match[str], text: str, rest: str, *, gives: bool) -> tuple[str, ...]:
    """What a bound says; where that is unclear, it opens and ends.

    Args:
        says: its row.
        match: its words and its date.
        text: the clause.
        rest: the clause without the bounds that are clear.
        gives: whether it grants in known words, or is no more than a bound.

    """
    if says == "opens":
        return ("not_before",)
    if says == "until":
        return ("not_after",) if _lasting(match, text, rest, gives=gives) else ("not_before", "not_after")
    if says == "ends":
        return ("not_before", "not_after") if _TURNED.search(_IDLE.sub("", rest)) else ("not_after",)
    return (
        ("not_before",)
        if says == "from" and _opening(text, rest, gives=gives)
        else ("not_before", "not_after")
    )


def _opening(text: str, rest: str, *, gives: bool) -> bool:
    """Whether a clause says only that something begins: all its words are known, and none may end it."""
    if not _OF_USE.search(text) and _TOLD.search(rest):
        return not _TURNED.search(rest)
    return gives and not _ENDING.search(rest)


def _lasting(match: re.Match[str], text: str, rest: str, *, gives: bool) -> bool:
    """Whether "until" ends a grant: none of its clause is held back before it."""
    before, behind = rest[: match.start()], rest[match.end() :]
    begins = len(before.split()) < MANY
    held = _HELD.search(before) or (begins and _HELD.search(behind)) or _KEPT_BACK.search(rest)
    return held is None and (gives or _TOLD.search(text) is not None)


def _granting(text: str, rest: str) -> bool:
    """Whether a clause grants in known words to all, or is no more than a bound."""
    plain = NAMED.sub("", _LEADING.sub(" ", rest))
    short = len(re.findall(r"[a-z]+", plain)) < MANY
    return (
        OWED.know(_GIVES.sub(" ", plain))
        and CLOSED.search(plain) is None
        and (short or _GIVES.search(text) is not None)
    )


MANY = 4  # words before which a clause still begins, and of which one is no more than a bound
_GIVES = re.compile(
    rf"\b(?:may|can|free|freely|welcome|permitted|allowed|granted?|grants?|available|valid|good|yours|okay"
    r"|lasts|stands|holds|starts?|begins?|opens?|released?|licenced|help yourself|go ahead)\b"
    rf"|^\W*(?:(?:please|just|so|and|feel free to) )*(?:{CLASSES['strong']}|use|run|print|publish"
    r"|post|share)\b"
)
_KEPT_BACK = re.compile(
    r"\b(?:wait|hold|embargo\w*|ask|asks|refrain|avoid|off|out of|needed|needs|required|requires|contract"
    r"|belongs?|theirs|take (?:it|them|this) down|removed?|deleted?|gone)\b"
)
# a denial before "until", other than of what a copy may not have
_HELD = re.compile(
    r"\b(?:not|never|nothing|nobody|none|neither|nor|cannot|no|forbidden|prohibited|reserved"
    r"|exclusiv\w*|withheld)\b"
    r"(?! (?:charge|cost|fees?|changes?|edits?|editing|alterations?|changed|edited|altered|sold|need"
    r"|permission (?:is )?(?:needed|required|necessary)|obligation|payment|royalt\w+|strings|longer"
    r"|be (?:changed|edited|altered|sold|cut|shortened)))"
)
_TURNED = re.compile(
    r"\b(?:not?|never|nothing|nobody|none|neither|nor|cannot|without|unless|except\w*|save|other than|only)\b"
)
_IDLE = re.compile(r"\b(?:no|without) (?:charge|cost|fees?|changes?|edits?|editing|alterations?|payment)\b")
_ONE_DAY = timedelta(days=1)


def _bound(kind: str, match: re.Match[str]) -> date | None:
    """The first day of a use, or the last: "after May" begins in June, "from May" ends in April."""
    words = match.group()[: match.start("date") - match.start()]
    past, ends = _PAST.search(words) is not None, kind == "not_after"
    begun = _BEFORE.search(words) is not None or (_UNTIL_WORD.search(words) is not None and _is_long(match))
    eve = ends and (begun or (not past and re.match(_FROM, words) is not None))
    day = _day(match, last=past or (ends and not eve), late=not ends)
    if day is None:
        return None
    return day + _ONE_DAY if past and not ends else day - _ONE_DAY if eve else day


# the words before a date that leave its own days out
_PAST = re.compile(rf"\b(?<!or )(?<!and )(?:{_AFTER}|following)\b{_SKIP} $")
_BEFORE = re.compile(rf"\b(?:before|prior to|earlier than)\b{_SKIP} $")

_UNTIL_WORD = re.compile(
    r"\b(?:until|till|up to|by|valid to|(?:expires?|expired|ends?|ended|lapses?|valid|good)(?: on| in)?)\b"
    rf"{_SKIP} $"
)


def _is_long(match: re.Match[str]) -> bool:
    """Whether a date is a whole month or year: "until 2026" may end as it begins."""
    return bool(match["m4"] or match["y5"]) and "end of" not in match["date"]


def _day(match: re.Match[str], *, last: bool, late: bool) -> date | None:
    """The day that a date names: the first or the `last` of its month or year; of two, the `late` one."""
    groups = {name: value for name, value in match.groupdict().items() if value and name != "date"}
    year = int(next(value for name, value in groups.items() if name[0] == "y"))
    month_word = next((value for name, value in groups.items() if name[0] == "m"), "")
    day = next((int(value) for name, value in groups.items() if name[0] == "d"), 0)
    month = int(month_word) if month_word.isdigit() else _month(month_word)
    if not month:
        return date(year, 12, 31) if last else date(year, 1, 1)
    day = day or (_last_day(year, month) if last else 1)
    either = [(month, day), (day, month)] if "m6" in groups else [(month, day)]
    days = [date(year, m, d) for m, d in either if m <= DECEMBER and 1 <= d <= _last_day(year, m)]
    # 5/6/2010 is in May or in June: the date that permits less
    return (max if late else min)(days, default=None)


def _month(word: str) -> int:
    return next((i for i, name in enumerate(_MONTHS, 1) if word and name.startswith(word[:3])), 0)


def _last_day(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days
