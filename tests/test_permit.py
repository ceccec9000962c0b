"""The law of rights: silence grants nothing, and nothing in a file can make a grant that was not said."""

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.model import (
    MAIN_USES,
    Answer,
    Article,
    ArticleRights,
    Author,
    Fact,
    Licence,
    Limit,
    Permit,
    Refusal,
    Review,
    Severity,
    Source,
    Use,
)
from byline.rights.grammar.limits import LIMITS
from byline.rights.limits import KINDS
from byline.rights.lint import lint_article
from byline.rights.permit import permit
from byline.rights.terms import read_terms, stricter

ON = date(2026, 11, 23)
FREE = "This article may be reprinted freely."
CASES_OF_TERMS = tomllib.loads((Path(__file__).parent / "cases" / "terms.toml").read_text("utf-8"))["case"]


def stating(permission: str, **rights: object) -> Article:
    """An article with an author, and no other part than is named."""
    held = ArticleRights(permission=permission, **rights)  # type: ignore[arg-type]
    return Article("On tea", "on-tea", "Tea.", authors=(Author("Ada Example"),), rights=held)


CASES = [
    ("This article may be republished in newsletters and on web sites.", {Use.WEB, Use.NEWSLETTER}),
    ("This article may be reprinted freely.", {Use.WEB, Use.NEWSLETTER, Use.PRINT}),
    ("You may use this on your web site. Newsletters must ask for permission first.", {Use.WEB}),
    ("All rights reserved.", set()),
    ("No part may be reproduced without prior written permission.", set()),
    ("Reprinted with permission.", set()),
    ("", set()),
]


@pytest.mark.parametrize(("statement", "granted"), CASES)
def test_only_what_was_said_is_permitted(statement: str, granted: set[Use]) -> None:
    article = stating(statement)
    assert {use for use in MAIN_USES if isinstance(permit(article, use, ON), Permit)} == granted


def test_a_permit_quotes_the_authors_words() -> None:
    statement = "This article may be republished in newsletters."
    answer = permit(stating(statement), Use.NEWSLETTER, ON)
    assert isinstance(answer, Permit)
    assert answer.proof
    assert answer.proof in statement


def test_a_refusal_gives_reason_words_and_a_way_out() -> None:
    answer = permit(stating("Please ask before you reprint this."), Use.WEB, ON)
    assert isinstance(answer, Refusal)
    assert answer.reason
    assert answer.mend
    assert answer.words in "Please ask before you reprint this."


def test_terms_written_into_a_file_cannot_widen_its_statement() -> None:
    statement = "This article may be republished in newsletters."
    read = read_terms(statement)
    forged = replace(
        read,
        answers={**read.answers, "print": Answer.GRANTED},
        because=(*read.because, Fact("print=granted", "newsletters", 36, 47)),
    )
    article = stating(statement, terms=forged)
    assert isinstance(permit(article, Use.PRINT, ON), Refusal)
    assert isinstance(permit(article, Use.NEWSLETTER, ON), Permit)


def test_terms_written_into_a_file_can_narrow_its_statement() -> None:
    statement = "This article may be republished in newsletters and on web sites."
    read = read_terms(statement)
    narrowed = replace(read, answers={**read.answers, "web": Answer.DENIED})
    assert isinstance(permit(stating(statement, terms=narrowed), Use.WEB, ON), Refusal)


def test_a_signed_review_decides_for_the_uses_it_names() -> None:
    review = Review("Ed", "2026-11-01", "the author wrote to us", (Use.WEB,))
    article = stating("", reviewed=review)
    answer = permit(article, Use.WEB, ON)
    assert isinstance(answer, Permit)
    assert "the author wrote to us" in answer.proof
    assert isinstance(permit(article, Use.NEWSLETTER, ON), Refusal)


def test_a_licence_address_is_a_statement_where_there_is_no_other() -> None:
    licence = Licence("https://creativecommons.org/licenses/by-nd/4.0/", "CC-BY-ND-4.0")
    assert isinstance(permit(stating("", licence=licence), Use.WEB, ON), Permit)
    assert isinstance(permit(stating("All rights reserved.", licence=licence), Use.WEB, ON), Refusal)


@given(st.text(max_size=300), st.sampled_from(MAIN_USES))
def test_every_permit_has_a_proof_in_the_statement(statement: str, use: Use) -> None:
    answer = permit(stating(statement), use, ON)
    if isinstance(answer, Permit):
        fact = answer.terms.proof(f"{use.value}=granted")
        assert fact is not None
        assert fact.text.strip()


def limited(kind: str, value: str = "", *, body: str = "Tea.", day: str | None = "2026-11-01") -> Article:
    """An article whose statement grants everything, and whose stored terms set one limit more."""
    terms = replace(read_terms(FREE), limits=(Limit(kind, value),))
    return replace(stating(FREE, terms=terms), body=body, date=day)


def granted(article: Article, use: Use = Use.WEB, on: date = ON) -> bool:
    return isinstance(permit(article, use, on), Permit)


def test_every_limit_that_the_reader_knows_has_a_place_in_the_law() -> None:
    read = {limit.kind for case in CASES_OF_TERMS for limit in read_terms(case["text"]).limits}
    assert {wording.value for wording in LIMITS} | read <= set(KINDS)
    assert {"not_before", "not_after", "delay", "window", "remove_after", "other_uses", "no_feeds"} <= set(
        KINDS
    )


def test_a_limit_that_nobody_knows_refuses() -> None:
    assert not granted(limited("only_on_mars"))


@pytest.mark.parametrize(
    "kind", ["audience", "personal_use", "circulation", "cap", "one_time", "words", "remove_after", "tracker"]
)
def test_what_nobody_can_see_from_here_is_withheld_until_a_person_signs(kind: str) -> None:
    article = limited(kind, "schools")
    answer = permit(article, Use.WEB, ON)
    assert isinstance(answer, Refusal)
    assert answer.words == "schools"
    review = Review("Ed", "2026-11-01", "we are a school")
    assert granted(replace(article, rights=replace(article.rights, reviewed=review)))


def test_the_refusal_quotes_the_limit_and_says_who_may_sign() -> None:
    answer = permit(stating("Nonprofit organizations may reproduce this article."), Use.WEB, ON)
    assert isinstance(answer, Refusal)
    assert "onprofit" in answer.words
    assert "rights.reviewed" in answer.mend


def test_a_limit_concerns_only_the_uses_it_is_about() -> None:
    assert granted(limited("tracker"), Use.NEWSLETTER)
    assert granted(limited("no_audio"))
    assert granted(limited("opt_in_only"), Use.NEWSLETTER)


@pytest.mark.parametrize("kind", ["no_resale", "no_paywall", "no_spam", "no_adult", "share_alike"])
def test_conditions_on_whoever_uses_the_copy_refuse_nothing(kind: str) -> None:
    assert granted(limited(kind))


SPANS = [  # limit, published, the day before the change, is it granted on that day
    ("delay", "30 days", "2026-11-01", "2026-11-30", False),
    ("delay", "1 week", "2026-11-01", "2026-11-07", False),
    ("delay", "1 month", "2026-01-31", "2026-02-27", False),
    ("delay", "48 hours", "2026-11-01T22:00:00", "2026-11-03", False),
    ("window", "90 days", "2026-11-01", "2027-01-30", True),
    ("window", "1 year", "2024-02-29", "2025-02-28", True),
    ("window", "48 hours", "2026-11-01", "2026-11-02", True),
    ("not_before", "2026-11-10", None, "2026-11-09", False),
    ("not_after", "2026-11-10", None, "2026-11-10", True),
]


@pytest.mark.parametrize(("kind", "value", "published", "last", "before"), SPANS)
def test_time_is_judged_to_the_day(
    kind: str, value: str, published: str | None, last: str, before: bool
) -> None:
    article = limited(kind, value, day=published)
    day = date.fromisoformat(last)
    assert granted(article, on=day) is before
    assert granted(article, on=day + timedelta(days=1)) is not before


@pytest.mark.parametrize("kind", ["delay", "window"])
@pytest.mark.parametrize("published", [None, "2005", "2005-03"])
def test_a_span_from_an_unknown_day_refuses_and_says_so(kind: str, published: str | None) -> None:
    answer = permit(limited(kind, "30 days", day=published), Use.WEB, ON)
    assert isinstance(answer, Refusal)
    assert "`date`" in answer.reason


@pytest.mark.parametrize("value", ["", "soon", "9999 years", "99999999 days", "2026-02-31"])
@pytest.mark.parametrize("kind", ["delay", "window", "not_before", "not_after"])
def test_a_time_that_cannot_be_told_refuses(kind: str, value: str) -> None:
    assert not granted(limited(kind, value)) or (kind, value) == ("window", "9999 years")


def test_pictures_and_tables_that_are_not_granted_must_go_first() -> None:
    picture, table = "![cup](https://ada.example.net/cup.png)", "| a | b |\n|---|---|\n| 1 | 2 |"
    assert not granted(limited("pictures_excluded", body=picture))
    assert not granted(limited("tables_excluded", body=table))
    assert not granted(limited("tables_excluded", body=picture))
    assert granted(limited("pictures_excluded", body=table))
    assert granted(limited("tables_excluded", body="Tea."))


STRICTER = [
    {"limits": (Limit("audience", "schools"),)},
    {"extent": "excerpt_only"},
    {"fee": "yes"},
    {"speaker": "host"},
    {"answers": {"web": Answer.ASK, "newsletter": Answer.GRANTED, "print": Answer.GRANTED}},
]


@pytest.mark.parametrize("stored", STRICTER, ids=lambda stored: next(iter(stored)))
def test_stored_terms_narrow_in_every_respect(stored: dict[str, Any]) -> None:
    article = stating(FREE, terms=replace(read_terms(FREE), **stored))
    answer = permit(article, Use.WEB, ON)
    assert isinstance(answer, Refusal)
    assert "rights.terms" in answer.mend
    problems = [p for p in lint_article(article) if p.code == "terms-stale"]
    assert [p.severity for p in problems] == [Severity.ERROR]
    assert next(iter(stored)) in problems[0].text


def test_stored_terms_as_they_were_read_change_nothing() -> None:
    article = stating(FREE, terms=replace(read_terms(FREE), because=(), doubts=()))
    assert granted(article)
    assert not [p for p in lint_article(article) if p.code == "terms-stale"]


def test_of_two_speakers_the_stricter_counts_whoever_comes_first() -> None:
    author, host = read_terms(FREE), replace(read_terms(FREE), speaker="host")
    assert stricter(author, host).speaker == stricter(host, author).speaker == "host"


def test_a_review_counts_from_its_day() -> None:
    article = stating("", reviewed=Review("Ed", "2026-11-24", "letter"))
    answer = permit(article, Use.WEB, ON)
    assert isinstance(answer, Refusal)
    assert "2026-11-24" in answer.reason
    assert granted(article, on=date(2026, 11, 24))
    assert not granted(stating("", reviewed=Review("Ed", "2026-02-31", "letter")))


def test_what_costs_a_fee_is_asked_for() -> None:
    answer = permit(stating("Non-commercial use is free. Businesses pay $30 per article."), Use.WEB, ON)
    assert isinstance(answer, Refusal)


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("with the resource box", {"resource_box": "Ada Example keeps bees."}),
        ("with the copyright line", {"copyright": "Copyright 2005 Ada Example"}),
        ("with the live link", {"resource_box": "Visit [Ada](https://ada.example.net/)."}),
        ("with a link to the original article", {"source_line": "From [Tea](https://tea.example.net/)."}),
    ],
)
def test_what_the_terms_ask_to_keep_must_be_in_the_file(asked: str, part: dict[str, str]) -> None:
    statement = f"You may reprint this article on web sites, {asked}."
    imported = Source(capture="captures/tea.html")
    refused = permit(replace(stating(statement), source=imported), Use.WEB, ON)
    assert isinstance(refused, Refusal)
    assert "the file has none" in refused.reason
    assert refused.words in statement
    assert isinstance(permit(replace(stating(statement, **part), source=imported), Use.WEB, ON), Permit)


def test_an_article_that_was_not_imported_is_its_own_source() -> None:
    statement = "You may reprint this article on web sites, with a link to the original article."
    assert isinstance(permit(stating(statement), Use.WEB, ON), Permit)


def test_a_byline_needs_an_author() -> None:
    article = replace(
        stating("You may reprint this article on web sites if you credit the author."), authors=()
    )
    assert isinstance(permit(article, Use.WEB, ON), Refusal)


def test_a_link_that_leads_nowhere_is_no_live_link() -> None:
    statement = "You may reprint this article on web sites, with the live link."
    held = stating(statement, resource_box="Visit [her hives](www.ada.example.net/hives).")
    assert isinstance(permit(held, Use.WEB, ON), Refusal)
