"""Dates as pages write them, as precise as they are written: `2005`, `2005-03`, `2005-03-14`, or a time.

`read_date` for a value that is a date (meta tags, `datetime`), `find_date` and `dates_in` for prose near
the title. A copyright line is never given to either. A language's months are twelve names in YEAR_OF_NAMES.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime

FIRST_YEAR, LAST_YEAR = 1990, 2100  # the web's years; others are misread numbers

YEAR_OF_NAMES = """
january february march april may june july august september october november december
jan feb mar apr may jun jul aug sep|sept oct nov dec
januar|jänner februar märz|maerz|mär april mai juni juli august september oktober|okt november dezember|dez
janvier|janv février|fevrier|févr|fevr mars avril|avr mai juin juillet|juil août|aout septembre octobre
novembre décembre|decembre|déc
enero|ene febrero marzo abril|abr mayo junio julio agosto|ago septiembre|setiembre octubre noviembre
diciembre|dic
gennaio|gen febbraio marzo aprile maggio|mag giugno|giu luglio|lug agosto settembre|set ottobre|ott novembre
dicembre
janeiro fevereiro|fev março abril maio|mai junho julho agosto setembro outubro|out novembro dezembro
gener febrer març abril maig juny juliol agost setembre octubre novembre desembre
januari februari maart|mrt april mei juni juli augustus september oktober november december
januari februari mars april maj juni juli augusti september oktober november december
januar februar mars april mai juni juli august september oktober november desember
tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta
marraskuuta joulukuuta
январь|января февраль|февраля март|марта апрель|апреля май|мая июнь|июня июль|июля август|августа
сентябрь|сентября октябрь|октября ноябрь|ноября декабрь|декабря
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
styczeń|stycznia luty|lutego marzec|marca kwiecień|kwietnia maj|maja czerwiec|czerwca lipiec|lipca
sierpień|sierpnia wrzesień|września październik|października listopad|listopada grudzień|grudnia
leden|ledna únor|února březen|března duben|dubna květen|května červen|června červenec|července srpen|srpna
září říjen|října listopad|listopadu prosinec|prosince
ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie
január február március április május június július augusztus szeptember október november december
januari februari maret april mei juni juli agustus september oktober november desember
januar februar marts april maj juni juli august september oktober november december
január|januára február|februára marec|marca apríl|apríla máj|mája jún|júna júl|júla august|augusta
september|septembra október|októbra november|novembra december|decembra
януари февруари март април май юни юли август септември октомври ноември декември
jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember
янв фев|февр мар апр мая июн июл авг сен|сент окт ноя|нояб дек
يناير فبراير مارس أبريل|ابريل|إبريل مايو يونيو يوليو أغسطس|اغسطس سبتمبر أكتوبر|اكتوبر نوفمبر ديسمبر
בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר
ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου
δεκεμβρίου
"""
MONTHS = {
    name: number % 12 + 1 for number, names in enumerate(YEAR_OF_NAMES.split()) for name in names.split("|")
}
ENGLISH_SHORT = {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}
SHORT = 3  # letters; without a day, such a name may be a word of another language
_MONTH = r"(?P<{0}>[^\W\d_]{{3,12}})\.?"
ISO = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?"
    r"(?:[T ]+(?P<time>\d{1,2}:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?(?![\d-])"
)
DAY_MONTH = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?[\s,/-]+(?:de |of )?{_MONTH.format('month')}"
    r"[\s,/-]+(?:de |del )?(?P<y>(?:19|20)\d\d)(?!\d)"
)
MONTH_YEAR = re.compile(  # with its day or without
    rf"(?<![^\W\d_]){_MONTH.format('month')}(?:\s*(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?|,?)\s+(?:de )?"
    r"(?P<y>(?:19|20)\d\d)(?!\d)"
)
NUMERIC = re.compile(
    r"(?<![\d./-])(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)\d\d)(?![\d/-])"
)
YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?P<y>(?:19|20)\d\d)(?:(?P<sep>[./])\s?(?P<m>\d{1,2})(?P=sep)\s?(?P<d>\d{1,2})(?![\d/])"
    r"|\s?[年년]\s?(?P<m2>\d{1,2})\s?[月월]\s?(?P<d2>\d{1,2})\s?[日일])"
)
YEAR_MONTH = re.compile(  # 2023 Jan 7, as libraries have it; 2025. március 4.
    rf"(?<![\d./-])(?P<y>(?:19|20)\d\d)\.?[ -]{_MONTH.format('month')}[ -](?P<d>\d{{1,2}})(?!\d)"
)
COMPACT = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?:[T ]?\d{4,6}Z?)?")
YEAR = re.compile(r"(?:19|20)\d\d")
IN_ADDRESS = re.compile(
    r"/(?P<y>(?:19|20)\d\d)[/-](?:(?P<m>\d{1,2})|(?P<name>[^\W\d_]{3,12})(?=/))(?:[/-](?P<d>\d{1,2}))?(?=[/+-]|$)"
)


def read_date(value: str, day_first: bool | None = None) -> str | None:
    """A value that should be a date; None where it is not one.

    Args:
        value: as a tag or an attribute has it.
        day_first: how the page orders `03/04/2025`; None where it does not say, and then no day is told.

    """
    text = " ".join(value[:400].split())[:80]
    compact = COMPACT.fullmatch(text)
    if compact is not None:
        return _day(compact["y"], compact["m"], compact["d"])
    if YEAR.fullmatch(text):
        return _day(text, None, None)
    return find_date(text, day_first)


def find_date(text: str, day_first: bool | None = None) -> str | None:
    """The first date in a line of prose; None where there is none."""
    return next((day for _, _, day in dates_in(text, day_first)), None)


def dates_in(text: str, day_first: bool | None = None) -> list[tuple[int, int, str]]:
    """Every date in a line, in order: where it starts, where it ends, and its ISO form."""
    line = text[:2000]
    if YEAR.search(line) is None:
        return []
    found: list[tuple[int, int, str]] = []
    for start, end, day in sorted(_matches(line, day_first), key=lambda m: (m[0], -m[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end, day))
    return found


def date_in_address(url: str) -> str | None:
    """The date that many sites put into the path of an article: `/2005/03/14/`."""
    match = IN_ADDRESS.search(url)
    if match is None:
        return None
    month = match["m"] or str(MONTHS.get(match["name"].lower(), 0))
    return _day(match["y"], month, match["d"])


def _matches(text: str, day_first: bool | None) -> Iterator[tuple[int, int, str]]:
    for pattern, read in READERS:
        for match in pattern.finditer(text):
            day = read(match)
            if day:
                yield match.start(), match.end(), day
    for match in NUMERIC.finditer(text):
        day = _numeric(match, day_first)
        if day:
            yield match.start(), match.end(), day


def _named(match: re.Match[str]) -> str | None:
    """A date whose month has a name; none for a word that is no month: `out 2024`, `set 2024`."""
    name = match["month"].lower()
    month = MONTHS.get(name)
    day = match["d"]
    if month is None or (day is None and len(name) == SHORT and name not in ENGLISH_SHORT):
        return None
    return _day(match["y"], str(month), day)


def _with_time(match: re.Match[str]) -> str | None:
    day = _day(match["y"], match["m"], match["d"])
    if day is None or match["time"] is None:
        return day
    zone = (match["zone"] or "").replace("UTC", "+00:00").replace("GMT", "+00:00").replace("Z", "+00:00")
    try:
        return datetime.fromisoformat(f"{day}T{match['time'].zfill(5)}{zone}").isoformat()
    except ValueError:
        return day


def _year_first(match: re.Match[str]) -> str | None:
    return _day(match["y"], match["m"] or match["m2"], match["d"] or match["d2"])


READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None]], ...] = (
    (ISO, _with_time),
    (DAY_MONTH, _named),
    (MONTH_YEAR, _named),
    (YEAR_MONTH, _named),
    (YEAR_FIRST, _year_first),
)


def _numeric(match: re.Match[str], day_first: bool | None) -> str | None:
    """Day and month told apart where only one order is possible, or the page's own is known."""
    first, second = int(match["a"]), int(match["b"])
    if match["sep"] == "." or first > 12 or (day_first is True and second <= 12):  # noqa: PLR2004  dots: day first
        return _day(match["y"], match["b"], match["a"])
    if second > 12 or first == second or day_first is False:  # noqa: PLR2004
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
