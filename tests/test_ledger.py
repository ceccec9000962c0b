"""What ran, and how it counts against what an author grants."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.errors import ContentError
from byline.ledger import Entered, Issued, Ledger, file_name, issued_text, read_issued
from byline.model import Article, ArticleRights, Author, Limit, Permit, Refusal, Source, Use
from byline.rights.counting import Run, Tally, run_of
from byline.rights.grammar.sums import sum_in
from byline.rights.permit import permit
from byline.rights.terms import read_terms

DAY = date(2026, 12, 1)
WHERE = "The Garden Letter"
YEARLY = "Newsletters may reprint up to two articles a year, with the byline."
ONCE = "One-time use in newsletters is granted to all, with the byline."


def article(name: str = "tea", says: str = YEARLY, **more: object) -> Article:
    made = Article(
        title=f"On {name}",
        slug=name,
        body="Tea is older than the cup.",
        place=name,
        authors=(Author("Ada Example"),),
        date="2026-03-14",
        rights=ArticleRights(permission=says),
    )
    return replace(made, **more)  # type: ignore[arg-type]  # of the fields of an article


def ran(*names: str, days: int = 100, where: str = WHERE, number: int = 1, **more: object) -> tuple[Run, ...]:
    on = DAY - timedelta(days=days)
    return tuple(run_of(article(name, **more), where, number, on) for name in names)  # type: ignore[arg-type]


def may(one: Article, *runs: Run, on: date = DAY) -> Permit | Refusal:
    return permit(one, Use.NEWSLETTER, on, Tally(WHERE, 7, runs))


def test_without_a_ledger_a_cap_withholds() -> None:
    assert isinstance(permit(article(), Use.NEWSLETTER, DAY), Refusal)


def test_a_cap_is_counted_and_the_refusal_names_what_ran() -> None:
    assert isinstance(may(article()), Permit)
    assert isinstance(may(article(), *ran("rum")), Permit)
    full = may(article(), *ran("rum", "gin"))
    assert isinstance(full, Refusal)
    assert "two articles a year" in full.reason
    assert "issue 1 of The Garden Letter" in full.reason
    assert full.words == "two articles a year"


@pytest.mark.parametrize(
    ("days", "counts"), [(0, True), (365, True), (366, False), (-365, True), (-366, False)]
)
def test_a_year_is_any_twelve_months_and_not_one_of_the_calendar(days: int, counts: bool) -> None:
    assert isinstance(may(article(), *ran("rum", "gin", days=days)), Refusal) is counts


def test_only_what_the_same_authors_or_site_gave_counts() -> None:
    others = ran("rum", "gin", authors=(Author("Bo Example"),))
    assert isinstance(may(article(), *others), Permit)
    assert isinstance(
        may(article(), *ran("rum", "gin", authors=(Author("ADA EXAMPLE"), Author("Bo")))), Refusal
    )
    site = Source(url="https://www.ada.example.net/a")
    theirs = ran("rum", "gin", authors=(Author("Bo Example"),), source=Source(url="http://ada.example.net/b"))
    assert isinstance(may(article(source=site), *theirs), Refusal)


def test_what_is_of_nobody_knows_counts_for_everybody() -> None:
    assert isinstance(may(article(), *ran("rum", "gin", authors=())), Refusal)
    assert isinstance(may(article(authors=()), *ran("rum", "gin")), Refusal)


def test_a_sum_for_each_issue_counts_this_issue_alone() -> None:
    one = article(says="Newsletters may reprint my articles free, one article per issue, with the byline.")
    assert isinstance(may(one, *ran("rum", number=6)), Permit)
    assert isinstance(may(one, *ran("rum", number=7, days=0)), Refusal)
    assert isinstance(may(one, *ran("rum", number=7, where="Another Letter")), Permit)


@pytest.mark.parametrize(
    "says",
    [
        "Newsletters may reprint fewer than two articles a year, with the byline.",
        "Newsletters may reprint two articles a year altogether, all publications combined, with the byline.",
        "This article may appear in up to three newsletters, with the byline.",
        "Newsletters may reprint two articles per domain, with the byline.",
    ],
)
def test_a_sum_that_no_ledger_knows_waits_for_a_person(says: str) -> None:
    assert isinstance(may(article(says=says)), Refusal)


BESIDE = [
    "You may reprint 3 articles per calendar month in newsletters, one per issue, with the resource box.",
    "You may reprint 25 articles a year in newsletters, no more than two in any issue.",
    "You may reprint 10 articles per year in newsletters, at most 1 article per month.",
    "You may reprint 3 articles per month in newsletters and 10 articles per year.",
    "You may reprint 50 articles a year, three stories a month, one piece an issue, in newsletters.",
    "You may reprint 25 articles a year in newsletters, or 3 a month.",
    "You may reprint one article per month in newsletters, five at most.",
    "You may reprint 25 articles a year in newsletters, with a limit of ten per newsletter.",
    "You may reprint 25 articles a year in newsletters, and per author only one.",
    "You may reprint 3 articles a month in newsletters; the same article not twice in a year.",
    "You may reprint 3 articles a month (2 a month from January 2026) in newsletters.",
    "You may reprint 25 articles a year or 10,000 words in newsletters.",
    "You may reprint 25 articles a year in newsletters of 2000 readers.",
    "You may reprint 3 articles a month in newsletters, whichever you choose, but just the short ones.",
    "You may reprint two or three articles a month in newsletters.",
    "You may reprint 3 articles a year in newsletters. A series counts as a whole.",
    "You may reprint 3 articles a year in newsletters. Ditto for pictures.",
    "You may reprint 3 articles a year in newsletters, not back to back.",
]
NOT_ONES_OWN = [
    "Newsletters may reprint 1.5 articles a year.",
    "Newsletters may reprint half of one article a week.",
    "You may reprint in newsletters 3 articles a month, shared by every newsletter.",
    "You may reprint in newsletters 3 articles a month. The limit is for everyone, not for each.",
    "Newsletters as a group may reprint 3 articles a month.",
    "Only 3 newsletters may reprint 3 articles a month.",
    "We allow 3 articles per month to each reader for personal use. Newsletters may reprint this article.",
    "Newsletters may reprint one article in any month that has no other article by me in it.",
    "Newsletters may reprint this, not as one of 3 articles per month by the same author.",
    "Newsletters may reprint three articles a year old or older.",
    "Newsletters may, between them, reprint 3 articles a month.",
    "You may reprint 3 articles a year in newsletters. It is a pot for the lot of you.",
    "Except for 3 articles a year, newsletters may reprint this.",
]
NOT_ONE_USE = [
    "One-time rights are for the first newsletter that asks. Newsletters may reprint this.",
    "Newsletters may reprint this once, as the first newsletter to publish it.",
    "One-time use in newsletters is granted, by one publisher.",
    "Newsletters may reprint this once, and not within 90 days of another newsletter.",
    "You may reprint this once in your newsletter or on your web site, not both.",
    "Newsletters may print this once a copy is sent.",
    "You may print this once in your newsletter, provided it has not run elsewhere.",
]


TAKEN_BACK = [
    "Newsletters may reprint two articles a month, with the byline. Not this article.",
    "Newsletters may reprint two articles a month, with the byline, but mine are not.",
    "Newsletters may reprint two articles a month, with the byline. These terms are out of date.",
    "Newsletters may reprint two articles a month, with the byline, so long as circulation is small.",
    "Newsletters may reprint two articles a month, with the byline, while I live.",
    "Newsletters may reprint this once, with the byline. Not this article.",
    "Newsletters may reprint this once, with the byline. These terms are out of date.",
    "Newsletters may reprint three (3) articles a month, with the byline.",
]


@pytest.mark.parametrize("says", [*BESIDE, *NOT_ONES_OWN, *NOT_ONE_USE, *TAKEN_BACK])
def test_a_bound_that_is_not_the_only_one_waits_for_a_person(says: str) -> None:
    assert isinstance(may(article(says=says)), Refusal)


@pytest.mark.parametrize(
    "says",
    [
        "You may reprint thirty articles a year in newsletters, with the byline.",
        "You may reprint 3 stories per calendar month in newsletters, free. Copyright 2026 Ada Example.",
        "You may reprint 25 articles a year in newsletters until 1 June 2027. See https://ada.example.org/3/4.",
        "Newsletters may reprint my articles free, one article per issue, with the byline.",
        "Newsletters may reprint two articles a month, so long as the byline is kept.",
        "Newsletters may reprint two articles a month, with the byline. The text may not be changed.",
    ],
)
def test_the_only_sum_of_a_statement_counts(says: str) -> None:
    assert isinstance(may(article(says=says)), Permit)


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ("Newsletters may run 3 articles a month.", "3 articles a month"),
        ("Up to 25 articles an issue, free.", "25 articles an issue"),
        ("Newsletters may not run 3 articles a month.", ""),
        ("If you like, run 3 articles a month.", ""),
        ("Run 3 articles a month. Run 4 articles a year.", ""),
        ("Half of what you print: 3 articles a month.", ""),
    ],
)
def test_a_sum_stands_where_a_grant_has_it(says: str, found: str) -> None:
    assert sum_in(says) == found


@pytest.mark.parametrize(
    "says", ["You may print this once in your newsletter.", "Newsletters may run it once only."]
)
def test_one_use_in_other_words_is_counted(says: str) -> None:
    assert isinstance(may(article(says=says)), Permit)
    assert isinstance(may(article(says=says), *ran("tea")), Refusal)


def test_a_stored_sum_that_the_statement_does_not_say_waits_for_a_person() -> None:
    stored = replace(read_terms(YEARLY), limits=(Limit("cap", "9 articles a year"),))
    one = article()
    assert isinstance(may(replace(one, rights=replace(one.rights, terms=stored))), Refusal)


def test_a_sum_for_newsletters_opens_no_other_use() -> None:
    says = "You may reprint two articles a year on web sites and in newsletters, with the byline."
    assert isinstance(permit(article(says=says), Use.WEB, DAY, Tally(WHERE, 7)), Refusal)
    assert isinstance(may(article(says=says)), Permit)


def test_one_use_is_one_use_wherever_it_was_made() -> None:
    one = article(says=ONCE)
    assert isinstance(may(one), Permit)
    assert isinstance(may(one, *ran("rum")), Permit)
    spent = may(one, *ran("tea", where="Another Letter", number=3, days=4000))
    assert isinstance(spent, Refusal)
    assert "issue 3 of Another Letter" in spent.reason


def test_other_limits_hold_beside_a_sum() -> None:
    late = article(says=f"{YEARLY} Not before 1 January 2030.")
    assert isinstance(may(late), Refusal)


@given(
    st.lists(st.tuples(st.integers(-900, 900), st.booleans(), st.integers(1, 9)), max_size=8),
    st.integers(1, 4),
)
def test_one_more_run_never_opens_what_was_shut(history: list[tuple[int, bool, int]], most: int) -> None:
    number = ["one", "two", "three", "four"][most - 1]
    one = article(says=f"Newsletters may reprint up to {number} articles a year, with the byline.")
    runs = [
        ran(f"a{at}", days=days, number=issue, authors=(Author("Ada Example" if own else "Bo Example"),))[0]
        for at, (days, own, issue) in enumerate(history)
    ]
    answers = [isinstance(may(one, *runs[:upto]), Permit) for upto in range(len(runs) + 1)]
    assert answers == sorted(answers, reverse=True)
    own = sum(own and abs(days) < 366 for days, own, _ in history)
    assert answers[-1] is (own < most)


ISSUED = Issued(
    WHERE,
    7,
    DAY,
    (
        Entered(
            "urn:uuid:00000000-0000-4000-8000-000000000001",
            "On tea: “old”",
            ("Ada Example",),
            "ada.example.net",
        ),
        Entered("urn:isbn:1", printed="link"),
    ),
)


@pytest.mark.parametrize("sent", [None, date(2026, 12, 2)])
def test_a_file_of_the_ledger_says_what_it_was_given(sent: date | None) -> None:
    issued = replace(ISSUED, sent=sent)
    text = issued_text(issued)
    assert read_issued(text, "") == issued
    assert text.startswith("#")
    assert issued_text(read_issued(text, "")) == text


def test_each_issue_has_a_file_of_its_own_so_that_two_peoples_work_merges() -> None:
    assert file_name(WHERE, 7) == "the-garden-letter-0007.yaml"
    assert file_name("../Ünsichtbar/..", 7) == "unsichtbar-0007.yaml"


def test_the_ledger_leaves_out_the_issue_that_asks_and_links() -> None:
    ledger = Ledger((ISSUED, replace(ISSUED, where="Another Letter")))
    assert [run.where for run in ledger.runs("the garden  LETTER", 7)] == ["Another Letter"]
    assert len(ledger.runs(WHERE, 8)) == 2


WRONG = {
    "": "`format` is missing",
    "format: 1\nwhere: x\nissue: 1\nitems: []": "`date` is missing",
    "format: 2\nwhere: x\nissue: 1\ndate: 2026-12-01\nitems: []": "format: 2",
    "format: 1\nwhere: x\nissue: 0\ndate: 2026-12-01\nitems: []": "from 1 on",
    "format: 1\nwhere: x\nissue: 1\ndate: 2026-02-30\nitems: []": "2026-02-30",
    "format: 1\nwhere: x\nissue: 1\ndate: 2026-12-01\nitems: [{id: a, titel: b}]": "titel",
    "format: 1\nwhere: x\nissue: 1\ndate: 2026-12-01\nitems: [{id: ' ', title: b}]": "without `id`",
    "format: 1\nwhere: x\nissue: 1\ndate: 2026-12-01\nitems: &a [*a]": "alias",
    "a: b: c": "line 1",
    "- a": "is not a list of `key: value` lines",
}


@pytest.mark.parametrize("text", WRONG)
def test_a_broken_ledger_is_named_and_never_guessed(text: str) -> None:
    with pytest.raises(ContentError, match=r"^ran\.yaml: ") as caught:
        read_issued(text or "{}", "ran.yaml")
    assert WRONG[text] in str(caught.value)
    assert "\n" not in str(caught.value)
