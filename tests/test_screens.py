"""A screen is a necessary condition: whatever a table knows passes the screen that is made of its rows."""

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from byline.rights.grammar.letters import REPAIRS
from byline.rights.grammar.licences import NAMES, may_name
from byline.rights.parts.bio import BEGINS, FIRST_PERSON, INLINE, LEADS, MAY_LEAD, NO_NAME, SOMEBODY
from byline.rights.parts.layout import HINTING, HINTS
from byline.rights.parts.notice import FORMS, MAY_CLAIM, RESERVED, SIGNS
from byline.rights.parts.reuse import ANY_RIGHT, LABELS, MAY_BE_LABELLED, MAY_SPEAK, SPEAKS_OF_RIGHTS
from byline.rights.parts.screen import Screen, look, screen, sheet
from byline.rights.parts.sentences import sentences
from byline.rights.parts.source_line import LABEL, MAY_TELL, WORDINGS
from byline.rights.parts.spoken import MAY_BE_OURS, MAY_REUSE, OURS, SPOKEN_OF

Look = Callable[[str], object]


def passing(screen: Screen) -> Look:
    return lambda text: screen.passes(look(text))


SCREENS: list[tuple[re.Pattern[str], Look]] = [
    (SPEAKS_OF_RIGHTS, passing(MAY_SPEAK)),
    (LABELS, passing(MAY_SPEAK)),
    (LABELS, passing(MAY_BE_LABELLED)),
    (RESERVED, passing(MAY_CLAIM)),
    *((form, lambda text: MAY_CLAIM.passes(look(text)) or not SIGNS.search(text)) for form in FORMS),
    *((wording, passing(MAY_TELL)) for wording in (*WORDINGS, LABEL)),
    (SPOKEN_OF, passing(MAY_REUSE)),
    (OURS, passing(MAY_BE_OURS)),
    *((lead, lambda text: MAY_LEAD.search(look(text))) for lead in (*LEADS, NO_NAME)),
    *((begin, BEGINS.match) for begin in (*LEADS, INLINE, FIRST_PERSON, SOMEBODY, NO_NAME)),
    *((name, may_name) for name in NAMES),
    *((words, HINTING.search) for _, words, _ in HINTS),
]


def _plainly_spelt(text: str) -> bool:
    """Whether no letter is of another spelling, such as a long s: those make no words of ours."""
    return text.isascii()


@pytest.mark.parametrize(("table", "passes"), SCREENS, ids=lambda part: getattr(part, "pattern", "")[:40])
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_what_a_table_knows_passes_its_screen(
    table: re.Pattern[str], passes: Look, data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(table))
    match = table.search(text)
    if match and table.flags & re.IGNORECASE and not _plainly_spelt(match[0]):
        return
    assert not match or passes(text)


@pytest.mark.parametrize(("cues", "pattern"), [row[:2] for row in REPAIRS], ids=lambda part: str(part)[:40])
@settings(max_examples=20, deadline=None)
@given(data=st.data())
def test_a_damage_has_one_of_its_signs(
    cues: tuple[str, ...], pattern: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern))
    assert any(cue in text for cue in cues)


@pytest.mark.parametrize(("cues", "pattern"), ANY_RIGHT, ids=lambda part: str(part)[:40])
@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_a_right_has_one_of_its_cues(
    cues: tuple[str, ...], pattern: re.Pattern[str], data: st.DataObject
) -> None:
    match = pattern.search(data.draw(st.from_regex(pattern)))
    assert not match or not _plainly_spelt(match[0]) or any(cue in match[0].lower() for cue in cues)


@given(st.lists(st.text(alphabet="a.\u0130\u03a3 \nM", max_size=8), max_size=6))
def test_what_a_text_holds_is_found_on_the_sheet(texts: list[str]) -> None:
    page = sheet(texts)
    first = screen(("a",), ("m",))
    alone = {at for at, text in enumerate(texts) if first.passes(look(text))}
    assert alone <= set(page.passing(first, 0, len(texts)))
    assert [page.at(at) for at in range(len(texts))] == [look(text) for text in texts]


@pytest.mark.parametrize(
    ("rows", "text", "passes"),
    [
        ((r"re-?\s?print\w*",), "we are printing", True),
        ((r"re-?\s?print\w*",), "we print", False),
        ((r"\bnot for resale", "copying"), "do not copy; not for resale", True),
        ((r"\(c\)", r"c\s?20\d\d"), "music 2004", True),
        ((r"\(c\)", r"c\s?20\d\d"), "music (2004)", False),
    ],
)
def test_a_row_is_found_wherever_its_rarest_letter_stands(
    rows: tuple[str, ...], text: str, passes: bool
) -> None:
    assert screen(rows).passes(look(text)) is passes


@given(st.text(alphabet=".!? \n|*-_ab()\u2026\u00bbM", max_size=40))
def test_the_first_words_of_every_sentence_are_seen(text: str) -> None:
    first = screen(("nothing",), ("m",))
    if any(re.match(r"\W*m", line.text, re.IGNORECASE) for line in sentences(text)):
        assert first.passes(look(text))
