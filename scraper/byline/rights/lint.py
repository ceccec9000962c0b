"""Whether an article file is whole: its rights present, its terms true, its reviews signed.

Pure. To look at one more thing, write a check of the same shape and add it to `CHECKS`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from byline.model import Article, Duty, Severity, Terms
from byline.render import links
from byline.rights.permit import differing, statement_of
from byline.rights.terms import read_terms

PARTS: dict[Duty, Callable[[Article], bool]] = {
    Duty.BYLINE: lambda article: bool(article.authors),
    Duty.COPYRIGHT: lambda article: bool(article.rights.copyright),
    Duty.RESOURCE_BOX: lambda article: bool(article.rights.resource_box),
    Duty.LIVE_LINK: lambda article: bool(_live(article)),
    Duty.SOURCE_LINK: lambda article: bool(article.rights.source_line or article.source.identity),
}


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
    for duty in read.keep:
        present = PARTS.get(duty)
        if present is not None and not present(article):
            name = duty.value.replace("_", " ")
            yield Problem(
                f"{duty.value}-missing", Severity.ERROR, f"the terms ask for the {name}; the file has none"
            )


def _terms_stale(article: Article, read: Terms) -> Iterator[Problem]:
    stored = article.rights.terms
    names = ", ".join(differing(read, stored)) if stored is not None else ""
    if names:
        text = f"`rights.terms` is not what the statement says ({names}); the stricter holds; import again"
        yield Problem("terms-stale", Severity.ERROR, text)


def _doubts(article: Article, read: Terms) -> Iterator[Problem]:
    for doubt in (*article.doubts, *read.doubts):
        yield Problem(doubt.what, Severity.NOTE, f"{doubt.what}: {' '.join(doubt.text.split())[:160]}")


def _live(article: Article) -> tuple[str, ...]:
    rights = article.rights
    parts = (rights.resource_box, rights.permission, rights.source_line)
    return tuple(link.url for part in parts for link in links(part))


CHECKS: tuple[Callable[[Article, Terms], Iterator[Problem]], ...] = (
    _no_statement,
    _parts_missing,
    _terms_stale,
    _doubts,
)
