"""Dates as an article file says them: for sorting, for print, for machines; and when it last changed.

Pure, and never more precise than the file: a month that is not known is neither printed nor stated.
"""

import re
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from byline.model import Article
from byline_pelican.configuration import Configuration

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)  # Pelican sorts by a date; such an article prints none
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
PARTIAL = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")


def sorting_date(date: str | None) -> datetime:
    """The first moment that a date of any precision may mean; for sorting, never for print."""
    if not date:
        return UNDATED
    year, month, day = (*(int(n) for n in re.findall(r"\d+", date[:10])), 1, 1)[:3]
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return UNDATED


def sorting_text(date: str | None) -> str:
    """A date as a text that sorts with others: a time that names its zone as UTC has it."""
    if not date or len(date) <= len("2005-03-14"):
        return date or ""
    moment = datetime.fromisoformat(date)
    try:
        return moment.astimezone(UTC).isoformat() if moment.tzinfo else moment.isoformat()
    except OverflowError:  # at either end of the calendar
        return date


def later(moment: datetime, seconds: int) -> datetime:
    """So many seconds later, as far as the calendar goes."""
    try:
        return moment + timedelta(seconds=seconds)
    except OverflowError:
        return moment


def is_full_day(date: str | None) -> bool:
    """Whether a date names its day; only then may an output print or state one."""
    return bool(date) and len(date or "") >= len("2005-03-14")


def spoken_date(date: str | None) -> str:
    """`14 March 2005`, `March 2005` or `2005`: as precise as it is known, no more."""
    if not date:
        return ""
    year, *rest = date[:10].split("-")
    names = [MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *names, str(int(year))])


def zoned(said: str | None, configuration: Configuration) -> str:
    """A date as precisely as it is known, with a zone where it names a day; empty where it is none."""
    if not said or PARTIAL.fullmatch(said):
        return said or ""
    found = moment(said, configuration)
    return found.isoformat() if found else ""


def moment(said: str | None, configuration: Configuration) -> datetime | None:
    """The first moment that a date may mean, in the site's zone where it names none; None for no date."""
    if not said:
        return None
    whole = f"{said}{'-01-01'[len(said) - len('2005') :]}" if PARTIAL.fullmatch(said) else said
    try:
        found = datetime.fromisoformat(whole)
    except ValueError:
        return None
    if not found.tzinfo:
        found = found.replace(tzinfo=ZoneInfo(configuration.pelican["TIMEZONE"]))
    minutes, odd = divmod(found.utcoffset() or timedelta(), timedelta(minutes=1))
    return found.replace(tzinfo=timezone(timedelta(minutes=minutes))) if odd else found  # a town's own time


def changed(article: Article) -> str | None:
    """When the article was last changed, as its file says: the latest of `modified` and its corrections.

    Of two that begin on one day, the more precise.
    """
    said = [*filter(None, [article.modified]), *(correction.on for correction in article.corrections)]
    return max(said, key=lambda date: (sorting_date(date), len(date)), default=None)
