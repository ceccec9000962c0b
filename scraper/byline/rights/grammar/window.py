"""Bounds in time: an embargo, an expiry, a delay, a window, a time to remove.

Dates become ISO dates, for `permit` to judge on a day; spans keep their words.
"""

import re
from collections.abc import Iterator
from datetime import date

from byline.model import Limit

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
_DATED = (  # kind, words before the date; an end date lasts its whole day, month or year
    (
        "not_before",
        (
            rf"\b(?:embargo\w*(?: until| till| to| for|:)?|not (?:\w+ ){{0,5}}(?:before"
            rf"|until|till|prior to)|hold until|no earlier than|after|from|for release(?: on"
            rf"| after)?|(?:starting|beginning|effective|commencing)(?: on| in| from)?|as of"
            rf"|since){_SKIP} {_DATE}"
        ),
    ),
    (
        "not_after",
        (
            rf"\b(?:until|till|through|up to|by|before|expires?(?: on)?|expired(?: in"
            rf"| on)?|ends?(?: on| in)?|ended(?: on| in)?|valid (?:to|until|through)"
            rf"|no later than|not (?:\w+ ){{0,4}}after){_SKIP} {_DATE}"
        ),
    ),
)
_DATES = tuple((kind, re.compile(pattern)) for kind, pattern in _DATED)
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
        kind = _span_kind(span)
        number = _NUMBERS.get(span["n"], span["n"])
        yield Limit(kind, f"{number} {span['unit']}"), span.start(), span.end("unit")


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


def _dates(text: str) -> Iterator[tuple[Limit, int, int]]:
    taken: tuple[int, int] | None = None
    for kind, pattern in _DATES:
        if not any(year in text for year in ("19", "20")):
            return
        match = pattern.search(text)
        if match and (taken is None or match.end() != taken[1]):
            day = _day(match, last=kind == "not_after")
            if day:
                taken = match.span()
                yield Limit(kind, day.isoformat()), *match.span()


def _day(match: re.Match[str], *, last: bool) -> date | None:
    groups = {name: value for name, value in match.groupdict().items() if value}
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
    return (min if last else max)(days, default=None)


def _month(word: str) -> int:
    return next((i for i, name in enumerate(_MONTHS, 1) if word and name.startswith(word[:3])), 0)


def _last_day(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - date(year, month, 1)).days
