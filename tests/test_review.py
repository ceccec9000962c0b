"""The review of an import: every word of the page, once, with what became of it."""

from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from byline.extract import capture, extract
from byline.extract.capture import is_capture
from byline.extract.decode import decode
from byline.extract.passages import SEPARATORS
from byline.extract.walk import html_blocks, text_blocks
from byline.frontmatter import article_of
from byline.model import MAIN_USES
from byline.review import ROLES, STEPS, Reviewed, review_page
from byline.rights.locate import Role
from byline.rights.permit import permit

HERE = Path(__file__).parent
CAPTURES = sorted((HERE.parent / "content" / "captures").iterdir())
PAGES = [*sorted((HERE / "pages").glob("*.html")), *CAPTURES]
PAGE = """<html lang="en"><title>On tea</title><body>
<div class="nav"><a href="/a">Alpha</a> <a href="/b">Beta</a></div>
<h1>On tea</h1><p>By Ada Example</p>
<p>The first thing about tea is the water, which wants to be fresh, and cold, and then hot at once.</p>
<p>The second is time, which wants a clock, a little patience and a cup that has been warmed before.</p>
<p>Read more</p>
<p>Copyright 2005 Ada Example. You may reprint this article on web sites if this line stays with it.</p>
<div class="footer"><p>MARK</p></div></body></html>"""


def reviewed(page: bytes, name: str = "page.html") -> Reviewed:
    imported = extract(page)
    article = article_of(imported)
    answers = tuple(permit(article, use, date(2026, 11, 23)) for use in MAIN_USES)
    return Reviewed(name, imported, article, answers)


def shown(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "lxml")


def squashed(text: str) -> str:
    return "".join(letter for letter in text if not letter.isspace() and letter not in SEPARATORS)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_word_of_a_page_is_lost_or_told_twice(path: Path) -> None:
    page = path.read_bytes()
    text = decode(page).text
    blocks = text_blocks(text) if is_capture(text) else html_blocks(text)
    told = "".join(passage.text for passage in extract(page).passages)
    assert squashed(told) == squashed("".join(block.text for block in blocks))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_removal_has_a_reason_for_a_person(path: Path) -> None:
    assert {removal.step for removal in extract(path.read_bytes()).removals} <= STEPS.keys()


def test_every_step_and_role_has_words() -> None:
    assert capture.CHROME_RULES.keys() <= STEPS.keys()
    assert {role.value for role in Role} <= ROLES.keys()


def test_body_rights_and_removals_stand_apart() -> None:
    page = shown(review_page([reviewed(PAGE.encode())]))
    assert any("wants to be fresh" in part.text for part in page.select("main .body"))
    assert any("You may reprint" in part.text for part in page.select("main .statement"))
    gone = {part.text: part.parent.text for part in page.select(".gone del") if part.parent}
    assert "a button's label" in gone["Read more"]
    assert "repeats the title" in gone["On tea"]
    assert "navigation, sidebar, footer" in gone["MARK"]


def test_the_terms_stand_beside_the_words_that_prove_them() -> None:
    page = shown(review_page([reviewed(PAGE.encode())]))
    facts = {fact.text: fact.find_next("q") for fact in page.select("aside dt")}
    proof = facts["Web sites: may be reprinted"]
    assert proof is not None
    assert "reprint this article on web sites" in proof.text
    assert any("silence grants nothing" in answer.text for answer in page.select("aside dd"))  # newsletters


def test_a_page_that_could_not_be_imported_is_named() -> None:
    page = review_page([], ["empty.html: the file is empty"])
    assert "empty.html: the file is empty" in page


def test_nothing_from_a_page_is_live_and_nothing_is_fetched() -> None:
    hostile = PAGE.replace("MARK", "&lt;script&gt;alert(1)&lt;/script&gt;").replace(
        "On tea", "&lt;img src=x onerror=alert(1)&gt;"
    )
    page = shown(review_page([reviewed(hostile.encode(), "<b>name</b>.html")]))
    assert not page.select("script, img, link, iframe, [onerror], main b")
    assert ["default-src 'none'" in str(policy) for policy in page.select("meta[http-equiv]")] == [True]


@given(st.text(max_size=60))
def test_any_words_can_be_reviewed(words: str) -> None:
    imported = extract(PAGE.encode())
    page = Reviewed(words, imported, article_of(imported), ())
    assert review_page([page], [words]).startswith("<!doctype html>")
