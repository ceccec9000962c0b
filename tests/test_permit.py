"""The law of rights: silence grants nothing, and nothing in a file can make a grant that was not said."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.model import (
    MAIN_USES,
    Answer,
    Article,
    ArticleRights,
    Fact,
    Licence,
    Permit,
    Refusal,
    Review,
    Use,
)
from byline.rights.permit import permit
from byline.rights.terms import read_terms

ON = date(2026, 11, 23)


def stating(permission: str, **rights: object) -> Article:
    return Article("On tea", "on-tea", "Tea.", rights=ArticleRights(permission=permission, **rights))  # type: ignore[arg-type]


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
