"""Which words set a bound on a grant, and which only look like one."""

from datetime import date, timedelta

import pytest

from byline.model import Article, ArticleRights, Author, Permit, Use
from byline.rights.permit import permit
from byline.rights.terms import read_terms

D = date(2027, 3, 1)
DAY = timedelta(days=1)


def granted(says: str, on: date) -> bool:
    rights = ArticleRights(permission=f"Newsletters may reprint this article. {says}")
    article = Article("On tea", "tea", "Tea is old.", authors=(Author("Ada Example"),), rights=rights)
    return isinstance(permit(article, Use.NEWSLETTER, on), Permit)


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


@pytest.mark.parametrize(
    "text",
    [
        "You may publish this in one or more newsletters.",
        "You may reprint this. Once you have published it, let me know.",
        "You may reprint this in any issue of your newsletter.",
        "You may reprint this. Send one copy to the author.",
        "You may reprint this. Please send me one copy of the issue.",
        "You may reprint an article in your newsletter.",
        "You may reprint an article from this site, with a live link.",
        "You may reprint this, with one live link to my site.",
        "You may reprint this. She writes two columns a week.",
        "You may reprint this. Please reply at once.",
        "You may reprint this. My newsletter appears 12 times a year.",
        "You may reprint this. We publish a new article every week.",
        "You may reprint this as many times as you like.",
        "You may reprint this. Send me one (1) copy of the issue.",
        "You may reprint this. Volume 3 (2025).",
        "You may reprint this. Please let me know once it has run.",
        "You may reprint this. This article won a prize for 2025.",
        "You may reprint this article on ten uses of vinegar.",
    ],
)
def test_what_only_looks_like_a_number_of_uses_is_none(text: str) -> None:
    assert not {"cap", "one_time"} & {limit.kind for limit in read_terms(text).limits}


@pytest.mark.parametrize(
    "says",
    [
        "First published in the Example Courier on 3 March 2011.",
        "Posted 3 March 2011.",
        "Last updated 3 May 2024.",
        "Copyright 1 March 2011 Ada Example.",
        "Ada Example, 3 May 2024.",
        'Add the line "First published in the Example Courier, 3 March 2011".',
        "Ada Example has taught there since 1999.",
    ],
)
def test_a_day_on_which_something_happened_bounds_nothing(says: str) -> None:
    assert granted(says, D)


OPENING = [
    "This offer starts {}.",
    "From {}.",
    "It may be used after {}.",
    "Free to all newsletters as of {}.",
    "Not before {}.",
]
ENDING = [
    *("Not after {}.", "No use after {}.", "It may not be used after {}.", "Never after {}."),
    *("Until {}.", "Not later than {}.", "The permission ends on {}.", "Do not, after {}, reprint it."),
]
UNCLEAR = [
    *(
        "You may reprint it at no charge from {}.",
        "With no changes from {}.",
        "No permission is needed from {}.",
    ),
    *("You need not ask after {}.", "There is no embargo after {}.", "The embargo ends after {}."),
    *("The embargo ends on {}.", "It is not restricted after {}.", "It is not exclusive after {}."),
    *("The magazine's exclusive right ends after {}.", "Their exclusivity expires from {}."),
    *("My contract with the magazine expires after {}.", "The rights revert to me after {}."),
    *("You may not print it except after {}.", "You may not print it other than after {}."),
    *("It may not be printed save after {}.", "It cannot be printed if not after {}."),
    *("After {} no reprinting.", "Use after {} is excluded.", "Use after {} needs my consent."),
    *("Use after {} is a breach.", "The grant is over after {}.", "From {} all rights are reserved."),
    *("Effective {}, this licence is terminated.", "Effective {}, this licence is cancelled."),
    *("Effective {} permission is suspended.", "From {} permission is rescinded."),
    *("As of {} the offer is closed.", "Please refrain from use after {}.", "Avoid use after {}."),
    *(
        "After {}, only on request.",
        "But not, as some have done, after {}.",
        "Until {} you may not print it.",
    ),
    *("Reprints are unauthorised after {}.", "As of {} all copies must be removed."),
    *("Later than {} no reprint.", "From {} the offer is kaput.", "There is no permission until {}."),
    *("It must stay out of print until {}.", "It is the Clarion's until {}.", "The embargo runs until {}."),
    *("Before {}, ask me first.", "The embargo lifts on {}.", "The last day is {}.", "Use stops on {}."),
    *(
        "The permission runs out on {}.",
        "Uses after {} are a different matter.",
        "From {} it is the Clarion's.",
    ),
    *("It was agreed that use stops on {}.", "Starting {} it is for members.", "Deadline: {}."),
]


@pytest.mark.parametrize("says", OPENING)
def test_a_plain_beginning_opens(says: str) -> None:
    said = says.format("1 March 2027")
    assert not granted(said, D - DAY)
    assert granted(said, D + DAY)
    assert granted(said, D + 999 * DAY)


@pytest.mark.parametrize("says", ENDING)
def test_a_plain_end_ends(says: str) -> None:
    said = says.format("1 March 2027")
    assert granted(said, D - 999 * DAY)
    assert granted(said, D)
    assert not granted(said, D + DAY)


@pytest.mark.parametrize("says", UNCLEAR)
def test_a_day_that_may_open_or_end_withholds_before_it_and_behind_it(says: str) -> None:
    for written in ("1 March 2027", "March 2027"):
        said = says.format(written)
        assert not any(granted(said, D + days * DAY) for days in (-999, -1, 0, 1, 14, 30, 31, 999))


@pytest.mark.parametrize(
    ("says", "first"),
    [
        ("From 1 March 2027.", date(2027, 3, 1)),
        ("After 1 March 2027.", date(2027, 3, 2)),
        ("On or after 1 March 2027.", date(2027, 3, 1)),
        ("After March 2027.", date(2027, 4, 1)),
        ("After 2027.", date(2028, 1, 1)),
        ("Not until after 1 March 2027.", date(2027, 3, 2)),
        ("After 5/6/2027.", date(2027, 6, 6)),
    ],
)
def test_a_beginning_counts_from_its_first_day(says: str, first: date) -> None:
    assert not granted(says, first - DAY)
    assert granted(says, first)


@pytest.mark.parametrize(
    ("says", "last"),
    [
        ("Before 1 March 2027.", date(2027, 2, 28)),
        ("By 1 March 2027.", date(2027, 3, 1)),
        ("Until March 2027.", date(2027, 2, 28)),
        ("Through March 2027.", date(2027, 3, 31)),
        ("Until the end of 2027.", date(2027, 12, 31)),
        ("Before March 2027.", date(2027, 2, 28)),
        ("Until 5/6/2027.", date(2027, 5, 6)),
    ],
)
def test_an_end_counts_to_its_last_day(says: str, last: date) -> None:
    assert granted(says, last)
    assert not granted(says, last + DAY)


@pytest.mark.parametrize("joined", ["and not", "nor", "or"])
def test_a_window_has_two_ends(joined: str) -> None:
    said = f"Not before 1 March 2027 {joined} after 1 May 2027."
    days = (date(2027, 2, 28), D, date(2027, 5, 1), date(2027, 5, 2))
    assert [granted(said, day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("says", "kind"),
    [
        ("It may not be used after 30 days.", "condition"),
        ("Not for 30 days.", "condition"),
        ("Not within 30 days of publication.", "condition"),
        ("You may use it until 30 days after publication.", "condition"),
        ("You may use it 30 days after publication.", "condition"),
        ("Exclusive to the Clarion for 30 days.", "condition"),
        ("Do not use it until 30 days after publication.", "delay"),
        ("Please wait until one week after publication.", "delay"),
        ("You may use it for one month.", "window"),
    ],
)
def test_a_span_that_may_be_a_wait_or_an_end_waits_for_a_person(says: str, kind: str) -> None:
    terms = read_terms(f"Newsletters may reprint this article. {says}")
    assert kind in {limit.kind for limit in terms.limits}
    assert (kind == "condition") is not any(limit.kind in {"delay", "window"} for limit in terms.limits)
