"""Which words set a bound on a grant, and which only look like one."""

import pytest

from byline.rights.terms import read_terms


@pytest.mark.parametrize(
    "text",
    [
        "You may reprint this. Tell us within 14 days of publication.",
        "You may reprint this. Send us a copy within 30 days.",
        "Ask first and wait 2 days for an answer.",
        "You may copy this for personal use. Webmasters may reprint it with the byline.",
        "Webmasters may reprint this article. The author teaches at a school in Exampletown.",
        "This article on school lunches may be reprinted by anyone.",
    ],
)
def test_what_is_said_of_a_notice_an_author_or_a_topic_bounds_nothing(text: str) -> None:
    assert {limit.kind for limit in read_terms(text).limits} <= {"other_uses"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Wait two days after publication before reprinting.", "delay"),
        ("You may reprint it for one month.", "window"),
        ("You may reprint this freely. Personal use only.", "personal_use"),
        ("Free for nonprofit publications.", "audience"),
        ("If you are a nonprofit you may copy this.", "audience"),
        ("Church leaders can copy this article.", "audience"),
        ("Teachers: copy away.", "audience"),
    ],
)
def test_what_is_said_of_the_use_bounds_it(text: str, kind: str) -> None:
    assert kind in {limit.kind for limit in read_terms(text).limits}


@pytest.mark.parametrize(
    ("statement", "kinds"),
    [
        ("This work is licensed under CC BY-ND 4.0.", set()),
        ("Dedicated to the public domain under CC0.", set()),
        ("You may reprint this article. Text and data mining is allowed.", set()),
        ("You may reprint this article. TDM is not reserved.", set()),
        ("You may publish this on one or more web sites.", set()),
        ("You may reprint this in two languages.", set()),
    ],
)
def test_no_limit_is_read_where_none_is_set(statement: str, kinds: set[str]) -> None:
    assert {limit.kind for limit in read_terms(statement).limits} == kinds
