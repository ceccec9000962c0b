"""The demo's captures bear exactly the rights that a careful person would mark, and no more.

Their articles are about permissions, so each body is full of sentences that look like rights.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from byline.extract import extract
from byline.model import Import

CAPTURES = Path(__file__).parent.parent / "content" / "captures"
CASES = tomllib.loads((Path(__file__).parent / "cases" / "captures.toml").read_text("utf-8"))["case"]
ABOUT_RIGHTS = {  # words of bodies that speak of permissions, of resource boxes, and of their own page
    "all-rights-reserved.html": ["The third case is also, if you look closely,", "You may use the garden"],
    "blog-web-only.html": ["If you republish: read for the noun."],
    "newsroom-cc-by-nd.html": ["Three things come up again and again", "Link: to the article itself"],
    "no-statement.html": ["“Reprinted with permission” This host was given leave."],
    "old-directory-table.html": ["That paragraph is the resource box.", "Byline looks for the resource box"],
    "windows-1252-mislabelled.html": ["If a fact has no words", "Articles in this résumé series may be used"],
}


def read(name: str) -> Import:
    return extract((CAPTURES / name).read_bytes())


def ends(text: str, wanted: list[list[str]]) -> list[str]:
    """The pair of `wanted` that a text begins and ends with; the text itself where there is none."""
    pairs = (pair for pair in wanted if text.startswith(pair[0]) and text.endswith(pair[1]))
    return next(pairs, [text])


def test_every_capture_has_its_row() -> None:
    assert sorted(case["name"] for case in CASES) == sorted(path.name for path in CAPTURES.iterdir())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_capture_bears_exactly_its_rights(case: dict[str, Any]) -> None:
    page = read(case["name"])
    rights = page.rights
    box = rights.resource_box
    assert [author.name for author in page.authors] == case["authors"]
    assert [notice.text for notice in rights.copyright] == case["copyright"]
    assert [notice.text for notice in rights.site_copyright] == case["site"]
    assert [line.text for line in rights.source_lines] == case["sources"]
    assert [ends(s.text, case["statements"]) for s in rights.statements] == case["statements"]
    assert (ends(box.text, [case.get("box", ["", "-"])]) if box else []) == case.get("box", [])
    assert ([link.url for link in box.links] if box else []) == case.get("box_links", [])
    assert (rights.licence.spdx if rights.licence else "") == case.get("licence", "")


@pytest.mark.parametrize("name", ABOUT_RIGHTS)
def test_what_an_article_says_about_rights_stays_in_its_body(name: str) -> None:
    text = " ".join(read(name).text.split())
    assert [words for words in ABOUT_RIGHTS[name] if words not in text] == []


def test_the_second_copy_in_a_republish_box_is_no_statement() -> None:
    statements = read("newsroom-cc-by-nd.html").rights.statements
    assert max(len(statement.text) for statement in statements) < 500
