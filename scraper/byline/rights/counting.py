"""Limits that only a ledger can judge: so many articles a year, and use once.

Pure. A ledger tells what a newsletter has printed; here it is counted against what the author grants.
Whatever may count counts, so that an unclear sum withholds. Which words are a sum stands in
`grammar/sums.py`; any other bound stays for a person to judge.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from unicodedata import combining, normalize
from urllib.parse import urlsplit

from byline.extract.markdown import plain_text
from byline.identity import permanent_id
from byline.model import Article, Limit
from byline.rights.grammar.numbers import NUMBERS
from byline.rights.grammar.sums import SUM, one_use_in, sum_in

UNNAMED = frozenset(
    ["by", "dr", "mr", "mrs", "ms", "prof", "and", "the", "jr", "sr", "von", "de", "van"]
)  # words that tell nobody apart
PERIODS = {"day": 1, "week": 7, "month": 31, "year": 366}  # days, at their longest


@dataclass(frozen=True, slots=True)
class Run:
    """That an article was printed once.

    Attributes:
        article: its permanent id.
        title: its title; may be empty.
        authors: their names.
        site: the host that it came from; may be empty.
        where: the name of the newsletter, or of whatever printed it.
        number: of the issue.
        days: that of the issue, and that on which it went out.

    """

    article: str
    title: str
    authors: tuple[str, ...]
    site: str
    where: str
    number: int
    days: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """The newsletter that asks, and all that was printed before or beside.

    Attributes:
        where: its name.
        number: of the issue that is being made.
        runs: all others, in any order.

    """

    where: str
    number: int
    runs: tuple[Run, ...] = ()

    def plus(self, article: Article, on: date) -> "Tally":
        """The same, once this issue prints `article`."""
        return replace(self, runs=(*self.runs, run_of(article, self.where, self.number, on)))


@dataclass(frozen=True, slots=True)
class Excess:
    """Why one more is too many, and the way out."""

    reason: str
    mend: str


def run_of(article: Article, where: str, number: int, on: date) -> Run:
    """That `article` was printed in an issue."""
    names = tuple(author.name for author in article.authors)
    return Run(permanent_id(article), article.title, names, site_of(article), where, number, (on,))


def site_of(article: Article) -> str:
    """The host that an article came from, without `www.`; empty where it came from none."""
    return host_of(article.source.canonical or article.source.url or "")


def host_of(site: str) -> str:
    """The host that a person or an address names, without `www.`."""
    named = site.strip().casefold()
    try:
        host = urlsplit(named if "//" in named else f"//{named}").hostname or ""
    except ValueError:
        return named
    return host.strip(".").removeprefix("www.")


def same_piece(run: Run, article: Article) -> bool:
    """Whether a run is of this article: by its id, or by title and author where a file was moved."""
    if run.article == permanent_id(article):
        return True
    titled = bool(run.title.strip()) and _words(run.title) == _words(article.title)
    names, others = _people(author.name for author in article.authors), _people(run.authors)
    return titled and (not names or not others or _meet(names, others))


def _people(names: Iterable[str]) -> list[frozenset[str]]:
    """Names as they are compared: "Example, Ada" is Ada Example, and so is "Dr. Ada M. Example"."""
    told = (frozenset(word for word in _words(name) if len(word) > 1) - UNNAMED for name in names)
    return [words for words in told if words]


def _meet(some: Iterable[frozenset[str]], others: Iterable[frozenset[str]]) -> bool:
    """Whether two lists of names may name one person: a doubt counts."""
    return any(one <= other or other <= one or len(one & other) > 1 for one in some for other in others)


def _near(site: str, other: str) -> bool:
    """Whether two hosts are one, or one is below the other."""
    return site == other or site.endswith(f".{other}") or other.endswith(f".{site}")


def _words(text: str) -> tuple[str, ...]:
    plain = "".join(sign for sign in normalize("NFKD", text) if not combining(sign))
    return tuple(re.findall(r"\w+", plain.casefold()))


def is_sum(limit: Limit, article: Article) -> bool:
    """Whether a `cap` is the one sum of the statement, and nothing beside it could be another bound."""
    said = sum_in(plain_text(article.rights.permission))
    return said != "" and said == " ".join(limit.value.split())


def is_one_use(article: Article) -> bool:
    """Whether the statement grants one use in words that a ledger can count."""
    return one_use_in(plain_text(article.rights.permission)) != ""


def over_cap(limit: Limit, article: Article, on: date, tally: Tally) -> Excess | None:
    """Why one more article is more than `limit` allows; None where it is not.

    A year is any twelve months, not one of the calendar; and every article counts that shares an author
    or the site with this one.
    """
    match = SUM.fullmatch(" ".join(limit.value.split()))
    if match is None:
        return Excess("the grant is for a number of articles, and Byline cannot count them", "ask the author")
    most = NUMBERS.get(match[1].lower()) or int(match[1])
    near = sorted(_within(match[2].lower(), _of_same(article, tally), on, tally), key=lambda run: run.days)
    if len(near) < most:
        return None
    listed = ", ".join(dict.fromkeys(map(_place, near[-3:])))
    ran = f"{len(near)} ran already ({listed})" if near else "none may run"
    return Excess(f"the terms grant {limit.value}, and {ran}", "leave it for a later issue")


def _of_same(article: Article, tally: Tally) -> Iterable[Run]:
    """What ran, or may have run, of the same authors or from the same site."""
    names, site = _people(author.name for author in article.authors), site_of(article)
    for run in tally.runs:
        others, from_site = _people(run.authors), host_of(run.site)
        known = names and others
        if not known or _meet(names, others) or (site and from_site and _near(site, from_site)):
            yield run


def _within(period: str, runs: Iterable[Run], on: date, tally: Tally) -> list[Run]:
    if period == "issue":
        return [run for run in runs if (run.where, run.number) == (tally.where, tally.number)]
    span = timedelta(days=PERIODS[period])
    return [run for run in runs if any(abs(day - on) < span for day in run.days)]


def used(article: Article, tally: Tally) -> Excess | None:
    """Why a grant of one use is spent; None where it is not."""
    run = next((run for run in tally.runs if same_piece(run, article)), None)
    if run is None:
        return None
    made = f"{_place(run)}, {run.days[0].isoformat()}"
    return Excess(f"the grant is for one use, and it was made: {made}", "")


def _place(run: Run) -> str:
    return f"issue {run.number} of {run.where}" if run.number else run.where
