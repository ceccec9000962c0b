"""Whether an article file is whole: its rights present, its terms true, its reviews signed.

Pure. To look at one more thing, write a check of the same shape and add it to `CHECKS`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from byline.model import Article, Severity, Terms
from byline.rights.duties import lacking
from byline.rights.permit import differing, statement_of
from byline.rights.plainly import DUTIES
from byline.rights.terms import read_terms


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person should look at."""

    code: str
    severity: Severity
    text: str


def lint_article(article: Article) -> tuple[Problem, ...]:
    """Everything wrong or doubtful about an article file."""
    read = read_terms(statement_of(article))
    return tuple(problem for look in CHECKS for problem in look(article, read))


def _no_statement(article: Article, read: Terms) -> Iterator[Problem]:
    if not statement_of(article).strip() and article.rights.reviewed is None:
        yield Problem("no-statement", Severity.NOTE, "no permission statement; it is never published")


def _parts_missing(article: Article, read: Terms) -> Iterator[Problem]:
    for duty in lacking(article, read):
        text = f"the terms ask for {DUTIES[duty]}; the file has none, so it is not published"
        yield Problem(f"{duty.value}-missing", Severity.ERROR, text)


def _terms_stale(article: Article, read: Terms) -> Iterator[Problem]:
    stored = article.rights.terms
    names = ", ".join(differing(read, stored)) if stored is not None else ""
    if names:
        text = f"`rights.terms` is not what the statement says ({names}); the stricter holds; import again"
        yield Problem("terms-stale", Severity.ERROR, text)


def _doubts(article: Article, read: Terms) -> Iterator[Problem]:
    for doubt in (*article.doubts, *read.doubts):
        yield Problem(doubt.what, Severity.NOTE, f"{doubt.what}: {' '.join(doubt.text.split())[:160]}")


CHECKS: tuple[Callable[[Article, Terms], Iterator[Problem]], ...] = (
    _no_statement,
    _parts_missing,
    _terms_stale,
    _doubts,
)
