"""Terms in plain words: a line for everything that was said, none for what was not."""

import re
from pathlib import Path

import pytest

import byline
from byline import read_terms
from byline.model import MAIN_USES, Doubt, Duty, Limit, Terms, Use
from byline.rights.limits import KINDS
from byline.rights.plainly import DOUBTS, LIMITS, USES, conditions, doubt, duties, requests, uses

SAID = (
    "You may reprint this article on web sites until 2027-05-01, unchanged, with my resource box. "
    "Please tell me first at ada@example.org. It may not be sold."
)


def test_every_kind_of_limit_and_every_use_has_its_words() -> None:
    assert LIMITS.keys() == KINDS.keys()
    assert USES.keys() == set(Use)


def test_a_wish_is_told_apart_from_the_conditions() -> None:
    terms = read_terms("You may reprint this on web sites. A note to ada@example.org is appreciated.")
    assert [line.text for line in requests(terms)] == [
        "The author likes to be told. Write to ada@example.org."
    ]
    assert not conditions(terms)
    assert not requests(read_terms(SAID))


def test_each_line_carries_the_words_that_prove_it() -> None:
    terms = read_terms(SAID)
    lines = (*uses(terms), *duties(terms), *conditions(terms))
    assert all(line.words in SAID for line in lines)
    assert [line.text for line in uses(terms)] == [
        "Web sites: may be reprinted",
        "Newsletters: not granted",
        "Print: not granted",
    ]
    assert [line.text for line in duties(terms)] == ["the resource box"]
    told = {line.text: line.words for line in conditions(terms)}
    assert "Until 2027-05-01." in told
    assert "2027-05-01" in told["Until 2027-05-01."]
    assert "It may not be sold." in told


def test_every_doubt_that_the_code_raises_has_its_words() -> None:
    sources = [path.read_text("utf-8") for path in Path(byline.__file__).parent.rglob("*.py")]
    raised = {
        code
        for text in sources
        for code in re.findall(r'(?:Doubt\(|_doubts\(|Gap\(|doubt=)\s*"([a-z-]+)"', text)
    }
    assert raised
    assert raised <= DOUBTS.keys()


def test_a_doubt_is_one_line_that_says_what_to_decide() -> None:
    line = doubt(Doubt("told", "Reprinted with permission\nof " + "the Example Press " * 20))
    assert line.startswith(
        "tells of a permission or an origin, and grants nothing: “Reprinted with permission of"
    )
    assert "\n" not in line
    assert line.endswith(" …”")


def test_silence_has_no_words() -> None:
    assert all(not line.words for line in uses(Terms()))
    assert not duties(Terms())
    assert not conditions(Terms())


@pytest.mark.parametrize("use", [use for use in Use if use not in MAIN_USES])
def test_a_use_that_is_named_is_told(use: Use) -> None:
    terms = Terms(answers={**Terms().answers, use.value: Terms().answer(use)})
    assert any(line.text.startswith(USES[use]) for line in uses(terms))


def test_a_limit_without_a_value_or_without_a_row_still_reads_well() -> None:
    terms = Terms(limits=(Limit("cap", ""), Limit("full_moon_only", "once")), keep=(Duty.BYLINE,))
    assert [line.text for line in conditions(terms)] == ["Cap.", "full moon only: once"]


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        (Limit("words", "up to 500 words"), "Only up to 500 words."),
        (Limit("words", "first 100 words"), "Only first 100 words."),
        (Limit("cap", "three websites"), "Not more than three websites."),
        (Limit("cap", "fewer than five websites"), "Only fewer than five websites."),
    ],
)
def test_a_number_is_told_once(limit: Limit, told: str) -> None:
    assert [line.text for line in conditions(Terms(limits=(limit,)))] == [told]
