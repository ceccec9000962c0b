"""What a permission statement says, and the laws that no statement may break."""

import re
import time
import tomllib
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from byline.model import MAIN_USES, Answer, Article, ArticleRights, Author, Permit, Source, Terms, Use
from byline.rights.permit import permit
from byline.rights.terms import read_terms, stricter

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "terms.toml").read_text("utf-8")
)["case"]
WITHHELD = [
    line
    for line in (Path(__file__).parent / "cases" / "withheld.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
STATEMENTS = [case["text"] for case in CASES]
PERMITS = [case["text"] for case in CASES if "granted" in case["answers"]]
STRICTNESS = [Answer.DENIED, Answer.ASK, Answer.SILENT, Answer.GRANTED]

# the words of the trade, so that generated text comes near to a permission
TRADE = """
may not be reprinted republished used without permission granted author article newsletter web site print
any provided if unless link please no ask contact copyright notice byline all rights reserved free to never
only except but ; . , : ? yes with of the in on for CC BY-NC 4.0 nicht gestattet sans sin © â€™
"""
WORDS = st.sampled_from([*TRADE.split(), "\n"])
SENTENCES = st.lists(WORDS, max_size=40).map(" ".join)


def granted(terms: Terms) -> set[Use]:
    return {use for use in Use if terms.answer(use) is Answer.GRANTED}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_a_statement_says(case: dict[str, Any]) -> None:
    terms = read_terms(case["text"])
    assert [terms.answer(use) for use in MAIN_USES] == case["answers"]
    assert list(terms.keep) == case.get("keep", [])
    assert terms.notice == case.get("notice", "none")
    for use, answer in case.get("also", {}).items():
        assert terms.answer(Use(use)) == answer, use
    for name in ("modify", "extent", "commercial", "fee", "licence", "notice_to"):
        assert getattr(terms, name) == case.get(name, getattr(terms, name)), name
    assert set(case.get("limits", [])) <= {limit.kind for limit in terms.limits}
    assert set(case.get("doubts", [])) <= {doubt.what for doubt in terms.doubts}


def test_the_statement_of_an_article_directory_is_read_to_the_letter() -> None:
    statement = STATEMENTS[0]
    terms = read_terms(statement)
    assert terms.answers == {"web": "granted", "newsletter": "granted", "print": "silent"}
    assert terms.keep == ("byline", "copyright", "resource_box", "live_link")
    assert (terms.notice, terms.notice_to) == ("appreciated", "NAME@HOST")
    proof = terms.proof("web=granted")
    assert proof is not None
    assert "may be republished" in proof.text


@pytest.mark.parametrize("statement", PERMITS)
def test_every_permit_shows_the_words_that_grant_it(statement: str) -> None:
    terms = read_terms(statement)
    for use in granted(terms):
        proof = terms.proof(f"{use.value}=granted")
        assert proof is not None
        assert proof.text.strip()


def test_an_embargo_and_an_expiry_become_dates() -> None:
    terms = read_terms("Not to be used before 3 March 2021. Free to reprint until 30 June 2021.")
    dates = {limit.kind: limit.value for limit in terms.limits}
    assert dates == {"not_before": "2021-03-03", "not_after": "2021-06-30"}


def test_what_is_not_understood_grants_nothing_and_asks_for_a_person() -> None:
    terms = read_terms("Reprint whimsy applies, as ever, to the usual suspects.")
    assert not granted(terms)
    assert terms.doubts


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "\ud800", "\x00\x1e", ">" * 99, "<" * 99),
        *("may " * 5000, "a.b@" * 2500, ", you may, it is" * 700, "no permission is " * 700),
        *("<p " * 4000, "1" * 20_000, "(" * 10_000, ". " * 5000, "permissiontoreprint" * 500, "x; " * 6667),
    ],
    ids=lambda text: repr(text[:12]),
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    began = time.process_time()
    read_terms(text)
    assert time.process_time() - began < 1  # meant: 50 ms for 10 KB; the rest is for a busy machine


@given(st.one_of(SENTENCES, st.text(max_size=300), st.sampled_from(STATEMENTS)))
def test_every_fact_stands_in_the_statement(statement: str) -> None:
    for fact in read_terms(statement).because:
        assert statement[fact.start : fact.end] == fact.text
        assert fact.text


@given(SENTENCES)
def test_no_permit_without_proof(statement: str) -> None:
    terms = read_terms(statement)
    assert {use for use in granted(terms) if terms.proof(f"{use.value}=granted") is None} == set()


# grants that reach anybody, with the words for whom they reach
OPEN = [
    ("Anyone", "{} may reprint this article."),
    ("Webmasters", "{} are welcome to use this article on their web sites, with a live link."),
    ("publishers", "We allow {} to republish our stories, provided the byline is kept."),
    ("everyone", "Permission is hereby granted to {} to reprint this text."),
    ("editors", "This column may be reprinted by {} free of charge."),
    ("bloggers", "Reprinting is permitted for {} as long as the resource box is included."),
]
SOME = st.sampled_from(
    ["members", "holders", "tenants", "Members", "former pupils", "the keepers", "stewards"]
)
WHOSE = st.sampled_from(
    ["of the Example Guild", "of our club", "of the lodge in Exampletown", "with a ticket"]
)
# conditions that wait for somebody or something else, and such as whoever reprints can meet
AWAITED = st.sampled_from(
    [
        *("if the council concurs", "once the bridge is built", "when the jury returns", "pending the vote"),
        *("as long as your dog is vaccinated", "unless the tide turns", "subject to a coin toss"),
        *("after the coronation", "if I feel like it", "provided our lawyer smiles"),
    ]
)
THEIRS = st.sampled_from(
    [
        *(
            "if you are left-handed",
            "on condition that you dance",
            "in Exampletown",
            "provided that it rhymes",
        ),
        *("provided you feed the ducks", "as long as the text is set to music", "unless you are a plumber"),
    ]
)
UNKNOWN = st.one_of(AWAITED, THEIRS)


def permitted(statement: str) -> set[Use]:
    """What an article with this statement may be used for, with nobody's signature."""
    rights = ArticleRights(
        copyright="© 2006 Ada Example",
        resource_box="Ada Example runs [Tea](https://example.org/).",
        source_line="First published at [On tea](https://example.org/tea)",
        permission=statement,
    )
    source = Source(url="https://example.org/tea", canonical="https://example.org/tea")
    article = Article(
        "On tea", "on-tea", "Tea.", authors=(Author("Ada Example"),), source=source, rights=rights
    )
    return {use for use in MAIN_USES if isinstance(permit(article, use, date(2026, 11, 27)), Permit)}


@pytest.mark.parametrize("statement", WITHHELD)
def test_what_narrows_or_takes_back_permits_nothing(statement: str) -> None:
    assert not permitted(statement)


@pytest.mark.parametrize(("people", "grant"), OPEN)
def test_an_open_grant_grants(people: str, grant: str) -> None:
    assert granted(read_terms(grant.format(people)))


@given(st.sampled_from(OPEN), SOME, WHOSE)
def test_what_is_granted_to_some_is_permitted_to_nobody_else(
    grant: tuple[str, str], some: str, whose: str
) -> None:
    said = grant[1].format(f"{some} {whose}")
    terms = read_terms(said)
    assert not permitted(said)
    assert terms.doubts
    assert not granted(terms) or any(limit.kind == "audience" for limit in terms.limits)


@pytest.mark.parametrize("one", ["The Example Courier", "Example Press Ltd", "our printer", "Mrs Example"])
@pytest.mark.parametrize("grant", [text for _, text in OPEN])
def test_what_is_granted_to_one_is_granted_to_nobody_else(grant: str, one: str) -> None:
    assert not granted(read_terms(grant.format(one)))


@given(st.sampled_from(OPEN), UNKNOWN)
def test_a_condition_that_is_not_understood_permits_nothing(grant: tuple[str, str], unknown: str) -> None:
    said = grant[1].format(grant[0]).rstrip(".")
    assert not permitted(f"{said} {unknown}.")
    assert not permitted(f"{unknown.capitalize()}, {said[0].lower()}{said[1:]}.")


@given(st.sampled_from(OPEN), AWAITED)
def test_a_condition_that_is_for_somebody_else_to_meet_grants_nothing(
    grant: tuple[str, str], unknown: str
) -> None:
    said = grant[1].format(grant[0]).rstrip(".")
    assert not granted(read_terms(f"{said} {unknown}."))


@given(st.sampled_from(OPEN), THEIRS)
def test_a_condition_that_is_theirs_to_meet_is_a_limit_with_its_words(
    grant: tuple[str, str], unknown: str
) -> None:
    terms = read_terms(f"{grant[1].format(grant[0]).rstrip('.')} {unknown}.")
    bounds = [limit.value for limit in terms.limits if limit.kind in {"audience", "condition"}]
    assert not granted(terms) or any(unknown.rsplit(maxsplit=1)[-1] in value for value in bounds)


@given(st.sampled_from(PERMITS), UNKNOWN)
def test_one_more_condition_never_grants_more(statement: str, unknown: str) -> None:
    bound = f"{statement.rstrip('. ')}, {unknown}."
    assert granted(read_terms(bound)) <= granted(read_terms(statement))


_VERBS = re.compile(r"\b(?:may|can|is|are|be)\b")
# words that a negation turns into a denial; after another negation or a need to ask it does not
PLAIN = [
    text
    for text in STATEMENTS
    if _VERBS.search(text)
    and not re.search(
        r"\b(?:not|no|nor|never|neither|nobody|don'?t|can'?t|won'?t|without|unless|except|required?|forbidden|"
        r"prohibited|needed|nothing|barred)\b",
        text.lower(),
    )
]


@given(st.sampled_from(PLAIN), st.sampled_from(["not", "never"]), st.data())
def test_inserting_a_negation_never_makes_a_grant(statement: str, no: str, data: st.DataObject) -> None:
    places = [match.end() for match in _VERBS.finditer(statement)]
    at = data.draw(st.sampled_from(places))
    negated = f"{statement[:at]} {no} {statement[at:]}"
    assert granted(read_terms(negated)) <= granted(read_terms(statement))


@pytest.mark.parametrize("verb", ["reprinted", "republished", "copied", "posted on web sites", "used"])
@pytest.mark.parametrize("subject", ["This article", "The text", "It", "Our stories", "Anything here"])
@pytest.mark.parametrize("negation", ["may not", "may never", "must not", "cannot", "can't", "should never"])
def test_a_negated_verb_grants_nothing(subject: str, verb: str, negation: str) -> None:
    assert granted(read_terms(f"{subject} may be {verb}."))
    assert not granted(read_terms(f"{subject} {negation} be {verb}."))


@given(st.sampled_from(STATEMENTS), st.sampled_from(STATEMENTS))
def test_the_stricter_of_two_never_permits_more_than_either(one: str, other: str) -> None:
    left, right = read_terms(one), read_terms(other)
    both = stricter(left, right)
    for use in Use:
        least = min(left.answer(use), right.answer(use), key=STRICTNESS.index)
        assert both.answer(use) is least
    assert {*both.keep} == {*left.keep, *right.keep}
    assert {*left.because, *right.because} == {*both.because}
    conflict = any(left.answer(use) is not right.answer(use) for use in MAIN_USES)
    assert not conflict or any(doubt.what == "conflict" for doubt in both.doubts)


@given(st.sampled_from(STATEMENTS), st.sampled_from(STATEMENTS))
def test_the_order_of_two_readings_does_not_matter_to_the_answers(one: str, other: str) -> None:
    left, right = read_terms(one), read_terms(other)
    assert stricter(left, right).answers == stricter(right, left).answers


@given(st.sampled_from(STATEMENTS), st.sampled_from(STATEMENTS))
def test_two_statements_in_one_grant_no_more_than_either_grants(one: str, other: str) -> None:
    both = granted(read_terms(f"{one}\n\n{other}"))
    assert both <= granted(read_terms(one)) | granted(read_terms(other))


MENU = "Home | Free articles for your site | Log in"


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"])
@pytest.mark.parametrize("first", [True, False], ids=["above", "below"])
def test_a_menu_beside_a_statement_grants_nothing(between: str, first: bool) -> None:
    statement = "Ezine publishers have my permission to run this article with the resource box intact."
    text = f"{MENU}{between}{statement}" if first else f"{statement}{between}{MENU}"
    assert granted(read_terms(text)) == granted(read_terms(statement)) == {Use.NEWSLETTER}


@settings(max_examples=50)
@given(st.sampled_from(STATEMENTS))
def test_reading_twice_says_the_same(statement: str) -> None:
    assert read_terms(statement) == read_terms(statement)


def test_modify_notice_and_money_take_the_stricter_side() -> None:
    readings = [
        read_terms("Reprint freely; edit it as you like. We'd love to hear where it ran."),
        read_terms("You may make small edits for length. Please tell me when it runs."),
        read_terms("May be reprinted unaltered, for noncommercial use. Tell us before you print it."),
    ]
    for left, right in pairwise(readings):
        assert stricter(left, right).modify == right.modify
        assert stricter(left, right).notice == right.notice
    assert stricter(readings[0], readings[2]).commercial == "no"
