"""Does a copy keep what an article's terms require? Pure: no network, no disk, no clock.

`read_copy` reads what a reader would see, `align` finds the article in it word by word, the
judges give one finding for each duty, and the verdict follows from the findings: `breaks` when a
condition is not met, `unverified` when one cannot be judged or the use was not granted, else `keeps`.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from hashlib import sha256

import msgspec
from selectolax.lexbor import LexborHTMLParser

from byline.check.align import COPY_AT, align, containment
from byline.check.copy import read_copy
from byline.check.grant import use_granted, use_of
from byline.check.judges import judge_part
from byline.check.parts import Copy, Line
from byline.check.scene import Pictures, Scene
from byline.check.words import Text, fold
from byline.extract.markdown import plain_text
from byline.model import Article, Credit, Duty, Evidence, Finding, Severity, State, Terms, Use, Verdict
from byline.render import to_html
from byline.rights.credit import credit as credit_of
from byline.rights.permit import terms_of

__all__ = ["Copy", "check", "find_article", "judge", "pictures_in", "read_copy"]


def check(  # noqa: PLR0913  what is known of a copy
    copy: bytes,
    article: Article,
    *,
    name: str = "",
    retrieved: str | None = None,
    url: str | None = None,
    sheets: Mapping[str, str] | None = None,
    use: Use | None = None,
    on: date | None = None,
) -> Verdict:
    """The verdict on a copy of `article`, with what was judged as evidence.

    Args:
        copy: HTML, plain text or a mail, as it was taken.
        article: what it is a copy of; its terms are read afresh.
        name: how messages call the copy; its address or its file, as a rule.
        retrieved: when it was taken, ISO 8601.
        url: where it was taken; relative links are resolved against it.
        sheets: the style sheets that it links to, by address; without one that it links to, nothing
            can be said to be seen.
        use: what the copy is; told from its form where it is None.
        on: the day for which the grant is judged; where it is None, it must hold on every day.

    Raises:
        PageError: the copy cannot be read.

    """
    terms = terms_of(article)
    page = read_copy(copy, url=url, sheets=sheets or {}, name=name)
    findings = judge(page, credit_of(article), terms, plain_text(article.body), pictures_in(article.body))
    if not any(finding.code == "not-a-copy" for finding in findings):
        findings = (*use_granted(article, use or use_of(page), on), *findings)
    evidence = Evidence(sha256(copy).hexdigest(), retrieved, _terms_hash(terms))
    return Verdict(name or url or "", article.slug, verdict_of(findings), findings, evidence)


def judge(
    page: Copy, credit: Credit, terms: Terms, body_text: str, pictures: Pictures = frozenset()
) -> tuple[Finding, ...]:
    """One finding, or more, for each duty and each part of the copy.

    Args:
        page: the copy, read.
        credit: what must travel with the article.
        terms: which of it is a condition.
        body_text: the article's words; empty where only the credit is to be judged.
        pictures: the author's words for its pictures, which a copy may say in their place or below them.

    """
    body = _body(body_text)
    if body.words and not any(_is_copy(body, Text.of(part.lines)) for part in page.parts):
        return (_not_a_copy(body, page),)
    return tuple(
        finding for part in page.parts for finding in judge_part(Scene(part, credit, terms, body, pictures))
    )


@lru_cache(maxsize=64)
def pictures_in(markdown: str) -> Pictures:
    """The words for the pictures of an article, and its captions, as they are compared."""
    images = LexborHTMLParser(to_html(markdown)).css("img")
    said = (image.attributes.get(name) or "" for image in images for name in ("alt", "title"))
    return frozenset(filter(None, map(fold, said)))


def verdict_of(findings: Iterable[Finding]) -> str:
    """keeps, breaks or unverified; what is unknown never counts as kept."""
    held = [
        finding for finding in findings if finding.duty is not Duty.TEXT or finding.severity is Severity.ERROR
    ]
    errors = [finding.state for finding in held if finding.severity is Severity.ERROR]
    if State.FAIL in errors:
        return "breaks"
    judged = any(finding.state in {State.PASS, State.FAIL} for finding in held)
    return "keeps" if judged and State.UNKNOWN not in errors else "unverified"


def find_article(copy: bytes, articles: Iterable[Article], name: str = "") -> Article | None:
    """The article that the copy holds most of; none when it holds too little of any.

    Raises:
        PageError: the copy cannot be read.

    """
    words = tuple(word for part in read_copy(copy, name=name).parts for word in Text.of(part.lines).words)
    best, most = None, COPY_AT
    for article in articles:
        share = containment(fold(plain_text(article.body)), words)
        if share > most or (best is None and share >= most):
            best, most = article, share
    return best


def _is_copy(body: Text, text: Text) -> bool:
    return containment(body.words, text.words) >= COPY_AT


def _not_a_copy(body: Text, page: Copy) -> Finding:
    """The text is not this article's, so nothing about its credit can be said."""
    share = max((align(body.words, Text.of(part.lines).words).kept for part in page.parts), default=0.0)
    found = f"{share:.0%} of the article's words are here"
    return Finding("not-a-copy", Duty.TEXT, State.UNKNOWN, Severity.ERROR, "", found)


@lru_cache(maxsize=64)
def _body(text: str) -> Text:
    return Text.of([Line(row, "") for row in text.splitlines()])


def _terms_hash(terms: Terms) -> str:
    return sha256(msgspec.json.encode(terms, order="sorted")).hexdigest()
