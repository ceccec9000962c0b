"""How a text begins, and how long it takes to read, in any script."""

from hypothesis import given
from hypothesis import strategies as st

from byline.model import Article
from byline_pelican.opening import LETTERS, SUMMARY, length, reading_minutes, shortened, summary

JAPANESE = "お茶は茶碗よりも古い。煉瓦の形で山を越えて運ばれた。"


def article(body: str) -> Article:
    return Article("T", "t", body)


def test_a_text_without_spaces_is_as_long_as_it_takes_to_read() -> None:
    assert reading_minutes(JAPANESE * 200) == round(len(JAPANESE) * 200 / 500)
    assert reading_minutes("word " * 476) == 2


def test_the_summary_of_a_text_without_spaces_is_its_first_sentences() -> None:
    told = summary(None, JAPANESE * 40)
    assert told
    assert (JAPANESE * 40).startswith(told)
    assert told.endswith("。")
    assert length(told) <= SUMMARY


def test_a_summary_never_tells_all_and_is_never_a_mere_ellipsis() -> None:
    assert summary(None, "Short and sweet.") == "Short …"
    assert summary(None, "One.") == ""
    assert summary(None, JAPANESE) in JAPANESE


def test_a_word_of_any_length_makes_no_long_summary() -> None:
    assert shortened("x" * 10_000 + " y") == ""
    assert len(shortened("A word. " + "x" * 10_000)) <= SUMMARY * LETTERS


@given(st.text(), st.floats(min_value=0, max_value=60))
def test_what_is_told_is_how_the_text_begins(text: str, limit: float) -> None:
    told = shortened(text, limit)
    assert " ".join(text.split()).startswith(told.removesuffix("…").rstrip())
    assert length(told.removesuffix(" …")) <= limit
