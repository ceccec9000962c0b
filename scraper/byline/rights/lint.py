"""Whether an article file is whole: its rights present, its terms true, its reviews signed.

Pure. To look at one more thing, write a check of the same shape and add it to `CHECKS`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from byline.extract.markdown import plain_text
from byline.model import Article, Duty, Severity, Terms
from byline.render import links
from byline.rights.duties import lacking
from byline.rights.permit import differing, statement_of
from byline.rights.plainly import DUTIES
from byline.rights.plainly import doubt as plain_doubt
from byline.rights.terms import read_terms
from byline.web import is_live

PARTS = ("copyright", "resource_box", "permission", "source_line")  # of `rights`, word for word


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person should look at."""

    code: str
    severity: Severity
    text: str


def lint_article(article: Article, captured: str | None = None) -> tuple[Problem, ...]:
    """Everything wrong or doubtful about an article file.

    Args:
        article: as its file says.
        captured: the text of the page that it was imported from, where that is at hand.

    """
    read = read_terms(statement_of(article))
    found = tuple(problem for look in CHECKS for problem in look(article, read))
    return found if captured is None else (*found, *_words_changed(article, captured))


def _words_changed(article: Article, captured: str) -> Iterator[Problem]:
    """The author's words are as they were captured; signs and white space may differ."""
    page = _letters(captured)
    for name in PARTS:
        words = plain_text(getattr(article.rights, name))
        lost = next((line for line in words.splitlines() if _letters(line) not in page), None)
        if lost is not None:
            text = f"`rights.{name}` is not word for word what the captured page says: {lost.strip()[:120]}"
            yield Problem("words-changed", Severity.ERROR, text)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


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


def _links_dead(article: Article, read: Terms) -> Iterator[Problem]:
    """An address that no browser can follow from another site is no live link."""
    severity = Severity.ERROR if Duty.LIVE_LINK in read.keep else Severity.WARNING
    for name in PARTS:
        for link in links(getattr(article.rights, name)):
            if not is_live(link.url):
                text = f"`rights.{name}` has a link that leads nowhere: {link.url or link.text}"
                yield Problem("link-dead", severity, text)


def _doubts(article: Article, read: Terms) -> Iterator[Problem]:
    for doubt in (*article.doubts, *read.doubts):
        yield Problem(doubt.what, Severity.NOTE, plain_doubt(doubt))


CHECKS: tuple[Callable[[Article, Terms], Iterator[Problem]], ...] = (
    _no_statement,
    _parts_missing,
    _terms_stale,
    _links_dead,
    _doubts,
)
