"""Every rights part is found in the whole page, word for word, and nothing else is."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from byline.extract.blocks import Block
from byline.extract.metadata import read_metadata
from byline.extract.walk import html_blocks, text_blocks
from byline.model import Author
from byline.rights.locate import Located, PageFacts, Role, Span, locate
from byline.rights.parts.licence_url import licence_at
from byline.rights.parts.name import read_byline
from byline.rights.parts.notice import is_notice, read_notice
from byline.rights.parts.sentences import sentences

FOLDER = Path(__file__).parent / "cases"
CASES = tomllib.loads((FOLDER / "locate.toml").read_text("utf-8"))["case"]
CAPTURE = FOLDER / "locate-capture.txt"
HOME = "http://host.example/articles/gates.html"
BODY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The gate at the end of our lane had not been opened since May, and its hinges were red.",
        "We took it down on a dry morning, laid it on trestles, and counted the nails worth keeping.",
        "A plank that looks sound can be soft within; press a thumb into the grain before you trust it.",
        "Paint comes last, in three thin coats, and each of them wants a day of fair weather to harden.",
        "When it hung again the whole street came to try it, and it has not made a sound from that day on.",
    )
)
LINKS = "".join(f"<li><a href='/{n}'>Another page of ours, number {n}</a></li>" for n in range(20))


def located(case: dict[str, Any]) -> Located:
    html = case["page"].replace("{body}", BODY).replace("{links}", f"<ul>{LINKS}</ul>")
    blocks = html_blocks(html, HOME)
    if case.get("whole"):
        m = read_metadata(LexborHTMLParser(html), blocks, HOME)
        facts = PageFacts(m.title, m.authors, m.licence_urls, m.site, HOME, m.stated, m.notices)
        return locate(blocks, facts)
    authors = tuple(Author(name) for name in case.get("authors_known", ()))
    return locate(blocks, PageFacts(title="Gates", authors=authors, url=HOME))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_parts_are_found_word_for_word(case: dict[str, Any]) -> None:
    found = located(case)
    rights = found.rights
    box = rights.resource_box.text if rights.resource_box else ""
    seen = {
        "copyright": [notice.text for notice in rights.copyright],
        "site": [notice.text for notice in rights.site_copyright],
        "statements": [statement.text for statement in rights.statements],
        "statements_where": [statement.where for statement in rights.statements],
        "sources": [line.text for line in rights.source_lines],
        "box": box,
        "authors": [author.name for author in found.authors],
        "doubts": [doubt.what for doubt in found.doubts],
        "no_box": not box,
        "links": sorted(link.url for link in rights.links),
        "licence": rights.licence.spdx if rights.licence else "",
        "statements_start": next((s.text for s in rights.statements), "")[
            : len(case.get("statements_start", ""))
        ],
    }
    wanted = {key: case[key] for key in seen if key in case}
    assert {key: seen[key] for key in wanted} == wanted


def test_a_text_capture_has_the_same_parts_as_a_page() -> None:
    found = locate(text_blocks(CAPTURE.read_text("utf-8")), PageFacts())
    rights = found.rights
    assert [n.text for n in rights.copyright] == ["2005 © Roe & Poe, Inc. All rights reserved."]
    assert [s.text[-16:] for s in rights.statements] == ["jane@example.com"]
    assert rights.statements[0].text.startswith("PERMISSION TO REPUBLISH: This article")
    assert rights.resource_box is not None
    assert rights.resource_box.text.startswith("The author of 23 books,")
    assert [link.url for link in rights.resource_box.links] == ["http://www.example.com"]
    assert [author.name for author in found.authors] == ["Jane Roe"]
    assert [doubt.what for doubt in found.doubts] == ["damaged-character"]


def test_markdown_of_a_part_keeps_its_links() -> None:
    found = located(
        {"page": "<h1>Gates</h1>{body}<p>Originally published in <a href='/w'>Fence Weekly</a>.</p>"}
    )
    assert "[Fence Weekly](http://host.example/w)" in found.rights.source_lines[0].markdown


def test_metadata_licence_counts_where_no_statement_links_one() -> None:
    facts = PageFacts(licence_urls=("https://creativecommons.org/licenses/by/4.0/",))
    licence = locate(html_blocks(f"<h1>Gates</h1>{BODY}", HOME), facts).rights.licence
    assert licence is not None
    assert licence.spdx == "CC-BY-4.0"


@pytest.mark.parametrize(
    ("url", "spdx"),
    [
        ("http://creativecommons.org/licenses/by-nc-nd/2.5/au/deed.en", "CC-BY-NC-ND-2.5"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://creativecommons.org/licenses/by/", None),
        ("http://www.example.com/copying.html", None),
    ],
)
def test_a_licence_is_known_by_its_address(url: str, spdx: str | None) -> None:
    assert licence_at(url).spdx == spdx


@pytest.mark.parametrize(
    ("text", "holder", "years"),
    [
        ("2005 © The Roe Group, Inc. All rights reserved.", "The Roe Group, Inc.", (2005,)),
        ("Copyright (c) 2001-2004 by Jane A. Roe", "Jane A. Roe", (2001, 2004)),
        ("© May 8, 1994 by Jane Roe.", "Jane Roe", (1994,)),
        ("Copyright Policy: © 2002, Jane Roe, all rights reserved.", "Jane Roe", (2002,)),
        ("All rights reserved.", None, ()),
        ("First run in May 1998. © 2001 Jane Roe. Free to copy until 2010.", "Jane Roe", (2001,)),
    ],
)
def test_a_notice_names_its_holder_and_years(text: str, holder: str | None, years: tuple[int, ...]) -> None:
    notice = read_notice(text)
    assert (notice.holder, notice.years) == (holder, years)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Roe and John Q. Poe", ("Jane Roe", "John Q. Poe")),
        ("Posted by Jane Roe in Gates on March 5th, 2010 | 3 Comments", ("Jane Roe",)),
        ("by Jane van der Roe, Ph.D.", ("Jane van der Roe",)),
        ("-- Jane Roe", ("Jane Roe",)),
        ("By far the best gate", ()),
        ("By Guest Contributor", ()),
        ("By Monday the gate was hung", ()),
    ],
)
def test_a_byline_names_people(line: str, names: tuple[str, ...]) -> None:
    assert read_byline(line) == names


TAGS = (
    "<p> </p> <br> <hr> <h1> </h1> </div> </a> <textarea> </textarea> <table><tr><td> </td></tr> <em> </em>"
)
PIECES = st.sampled_from(
    [
        *TAGS.split(),
        *("<div class='comments'>", "<a href='/x'>", " ", "\n", ". ", "?", "=======", " | ", "\ufffd"),
        *("Copyright © 2004 Jane Roe. ", "All rights reserved. ", "You may reprint this article. "),
        *("By Jane Roe", "About the Author", "Jane Roe is the founder of Gates. ", "-- Jane Roe"),
        *("Originally published in Fence Weekly. ", "Article Source: http://example.com "),
        *("This work is licensed under CC BY 4.0. ", "PERMISSION TO REPRINT: granted. "),
    ]
)
PAGES = st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=60).map("".join)


def check(blocks: tuple[Block, ...], found: Located) -> None:
    by_index = {block.index: block for block in blocks}
    last: dict[tuple[int, Role], Span] = {}
    assert list(found.spans) == sorted(found.spans, key=lambda s: (s.block, s.start, s.end, s.role))
    for span in found.spans:
        assert 0 <= span.start < span.end <= len(by_index[span.block].text)
        before = last.get((span.block, span.role))
        assert before is None or before.end <= span.start
        last[span.block, span.role] = span
    words = " ".join(block.text for block in blocks)
    for text in (*(n.text for n in found.rights.copyright), *(s.text for s in found.rights.source_lines)):
        assert text in words


@given(PAGES)
def test_spans_lie_in_their_block_on_any_page(html: str) -> None:
    blocks = html_blocks(html, HOME)
    check(blocks, locate(blocks, PageFacts(title="Gates", url=HOME)))


@given(PAGES, st.lists(st.text(max_size=20), max_size=3))
def test_spans_lie_in_their_line_in_any_text(text: str, names: list[str]) -> None:
    blocks = text_blocks(text)
    check(blocks, locate(blocks, PageFacts(authors=tuple(Author(name) for name in names))))


@given(st.text() | PAGES)
def test_sentences_stand_where_they_say(text: str) -> None:
    end = 0
    for sentence in sentences(text):
        assert end <= sentence.start < sentence.end <= len(text)
        assert len(sentence.text) == sentence.end - sentence.start
        end = sentence.end


@pytest.mark.parametrize(
    "piece", ["may not be ", "Copyright © ", "( ", "© 2004 ", "this article ", "By Jane ", ". ", "a"]
)
def test_hostile_repetition_is_read_in_linear_time(piece: str) -> None:
    blocks = html_blocks(f"<p>{piece * 20_000}</p>" + "<p>© 2004 Jane Roe</p>" * 2_000, HOME)
    check(blocks, locate(blocks, PageFacts(url=HOME)))


@pytest.mark.parametrize("line", ["© Иван Петров, 2001", "© Иван Петров", "© 張三", "© محمد علي"])
def test_a_notice_is_one_in_any_script(line: str) -> None:
    assert is_notice(line)
