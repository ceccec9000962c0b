"""Dates as pages write them, as precise as they are written: `2005`, `2005-03`, `2005-03-14`, or a time.

`read_date` for a value that is a date (meta tags, `datetime`), `find_date` for prose near the
title. A copyright line is never given to either. More month names go into MONTHS.
"""

import re
from datetime import date, datetime

FIRST_YEAR, LAST_YEAR = 1990, 2100  # the web's years; others are misread numbers

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro januari январь января",
            "february feb februar février fevrier febrero febbraio fevereiro februari февраль февраля",
            "march mar märz maerz mars marzo março maart март марта",
            "april apr avril abril aprile апрель апреля",
            "may mai mayo maggio maio mei май мая",
            "june jun juni juin junio giugno junho июнь июня",
            "july jul juli juillet julio luglio julho июль июля",
            "august aug août aout agosto augustus август августа",
            "september sep sept septembre septiembre settembre setembro сентябрь сентября",
            "october oct oktober octobre octubre ottobre outubro oktober октябрь октября",
            "november nov novembre noviembre novembro ноябрь ноября",
            "december dec dezember décembre decembre diciembre dicembre dezembro декабрь декабря",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = r"(?P<{0}>[^\W\d_]{{3,10}})\.?"
ISO = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?"
    r"(?:[T ]+(?P<time>\d{1,2}:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?(?![\d-])"
)
DAY_MONTH = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s,/-]+(?:de |of )?{_MONTH.format('month')}"
    r"[\s,/-]+(?:de |del )?(?P<y>(?:19|20)\d\d)(?!\d)"
)
MONTH_DAY = re.compile(
    rf"(?<![^\W\d_]){_MONTH.format('month')}\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<y>(?:19|20)\d\d)(?!\d)"
)
MONTH_YEAR = re.compile(rf"(?<![^\W\d_]){_MONTH.format('month')},?\s+(?:de )?(?P<y>(?:19|20)\d\d)(?!\d)")
NUMERIC = re.compile(
    r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d/-])"
)
YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?P<y>(?:19|20)\d\d)(?:(?P<sep>[./])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?![\d/])"
    r"|\s?[年년]\s?(?P<m2>\d{1,2})\s?[月월]\s?(?P<d2>\d{1,2})\s?[日일])"
)
COMPACT = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:[T ]?\d{4,6}Z?)?")
YEAR = re.compile(r"(?:19|20)\d\d")
IN_ADDRESS = re.compile(r"/(?P<y>(?:19|20)\d\d)[/-](?P<m>\d{1,2})(?:[/-](?P<d>\d{1,2}))?(?=[/-]|$)")


def read_date(value: str) -> str | None:
    """A value that should be a date; None where it is not one."""
    text = " ".join(value.split())[:80]
    compact = COMPACT.fullmatch(text)
    if compact is not None:
        return _day(compact["y"], compact["m"], compact["d"])
    if YEAR.fullmatch(text):
        return _day(text, None, None)
    return find_date(text)


def find_date(text: str) -> str | None:
    """The first date in a line of prose; None where there is none."""
    found = [(match.start(), result) for match, result in _matches(text[:2000]) if result]
    return min(found)[1] if found else None


def date_in_address(url: str) -> str | None:
    """The date that many sites put into the path of an article: `/2005/03/14/`."""
    match = IN_ADDRESS.search(url)
    return _day(match["y"], match["m"], match["d"]) if match else None


def _matches(text: str) -> list[tuple[re.Match[str], str | None]]:
    found: list[tuple[re.Match[str], str | None]] = [(m, _with_time(m)) for m in ISO.finditer(text)]
    for pattern in (DAY_MONTH, MONTH_DAY, MONTH_YEAR):
        for m in pattern.finditer(text):
            month = MONTHS.get(m["month"].lower())
            day = m["d"] if "d" in m.groupdict() else None
            found.append((m, _day(m["y"], str(month), day) if month else None))
    found.extend((m, _numeric(m)) for m in NUMERIC.finditer(text))
    found.extend((m, _day(m["y"], m["m"] or m["m2"], m["d"] or m["d2"])) for m in YEAR_FIRST.finditer(text))
    return found


def _with_time(match: re.Match[str]) -> str | None:
    day = _day(match["y"], match["m"], match["d"])
    if day is None or match["time"] is None:
        return day
    zone = (match["zone"] or "").replace("UTC", "+00:00").replace("GMT", "+00:00").replace("Z", "+00:00")
    try:
        return datetime.fromisoformat(f"{day}T{match['time'].zfill(5)}{zone}").isoformat()
    except ValueError:
        return day


def _numeric(match: re.Match[str]) -> str | None:
    """Day and month told apart where only one order is possible; dots mean day first."""
    first, second = int(match["a"]), int(match["b"])
    if match["sep"] == "." or first > 12:  # noqa: PLR2004
        return _day(match["y"], match["b"], match["a"])
    if second > 12 or first == second:  # noqa: PLR2004
        return _day(match["y"], match["a"], match["b"])
    return _day(match["y"], None, None)


def _day(year: str, month: str | None, day: str | None) -> str | None:
    """ISO form of what is known; None for a day that does not exist."""
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    try:
        known = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return known.isoformat()[: 4 if month is None else 7 if day is None else 10]
