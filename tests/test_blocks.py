"""Blocks: a page as a reader sees its paragraphs, each with its place and its links."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from byline.errors import PageError
from byline.extract.addresses import absolute
from byline.extract.blocks import Block
from byline.extract.walk import MAX_DEPTH, html_blocks, text_blocks


def texts(html: str) -> list[str]:
    return [block.text for block in html_blocks(html)]


CASES = {
    "two breaks end a block, one does not": ("<td>one<br>two<br><br>three</td>", ["one\ntwo", "three"]),
    "words around a list are blocks of their own": ("<div>a<ul><li>b</ul>c</div>", ["a", "b", "c"]),
    "inline marks do not part words": ("<p>a <b>b</b><i>c</i> d</p>", ["a bc d"]),
    "white space is one space": ("<p>a \n\t b&#8203;c</p>", ["a b c"]),
    "script, style and head are no text": (
        "<title>t</title><style>s</style><p>a<script>x</script></p>",
        ["a"],
    ),
    "a layout table is cells": (f"<table><tr><td>{'long ' * 99}<td>b</table>", [("long " * 99).strip(), "b"]),
    "words hidden amid shown ones are left out": ("<p>a <span hidden>x</span>b</p>", ["a b"]),
}


@pytest.mark.parametrize("name", CASES)
def test_a_block_is_what_a_reader_sees_as_one_paragraph(name: str) -> None:
    html, expected = CASES[name]
    assert texts(html) == expected


def test_links_are_absolute_and_a_base_wins() -> None:
    block = html_blocks(
        '<base href="http://b.example.org/x/"><p><a href="y">go <b>on</b></a></p>', "http://a.com"
    )[0]
    assert [(link.text, link.url) for link in block.links] == [("go on", "http://b.example.org/x/y")]


def test_an_anchor_around_blocks_links_all_their_words() -> None:
    blocks = html_blocks('<a href="http://a.example.org/"><h2>Head</h2><p>words</p></a>')
    assert [[link.url for link in block.links] for block in blocks] == [["http://a.example.org/"]] * 2


def test_what_is_not_shown_is_marked() -> None:
    blocks = html_blocks('<p>a</p><div style="display: none"><p>b</p></div><textarea>c</textarea>')
    assert [(block.text, block.hidden) for block in blocks] == [("a", False), ("b", True), ("c", True)]


def test_a_table_of_data_is_one_block_kept_whole() -> None:
    blocks = html_blocks("<table><tr><th>a<th>b<tr><td>1<td>2</table>")
    assert [(block.kind, block.text) for block in blocks] == [("table", "a b 1 2")]


def test_code_keeps_its_lines_and_its_language() -> None:
    block = html_blocks('<pre><code class="language-python">if a &lt; b:\n    go()</code></pre>')[0]
    assert (block.kind, block.language, block.text) == ("pre", "python", "if a < b:\n    go()")


def test_prose_wrapped_by_hand_in_pre_is_paragraphs_again() -> None:
    letter = (
        "<pre>Dear reader, this is the\nfirst part, you see.\nIt ends here.\n\nAnd this is the next.</pre>"
    )
    assert texts(letter) == [
        "Dear reader, this is the first part, you see. It ends here.",
        "And this is the next.",
    ]


def test_an_ordered_list_knows_its_first_number() -> None:
    block = html_blocks('<ol start="4"><li>a</ol>')[0]
    assert [element.start for element in block.home.lineage() if element.tag == "ol"] == [4]


def test_nesting_has_a_limit_and_says_so() -> None:
    with pytest.raises(PageError, match=str(MAX_DEPTH)):
        html_blocks("<div>" * (MAX_DEPTH + 10) + "a")


def test_a_text_capture_is_lines_rules_and_links() -> None:
    blocks = text_blocks("One line\n=====\nMail me@example.org or see www.example.org.\n")
    assert [block.kind for block in blocks] == ["p", "hr", "p"]
    assert [link.url for link in blocks[2].links] == ["mailto:me@example.org", "http://www.example.org"]


def joined(block: Block) -> str:
    return "".join(inline.text for inline in block.inlines)


@given(st.text(alphabet="ab <>/=\"'&;!-\n", max_size=120))
def test_the_text_of_a_block_is_its_pieces_joined(html: str) -> None:
    for block in html_blocks(f"<p>a{html}</p>"):
        if not block.rows:
            assert block.text == joined(block)


@given(st.integers(0, 20), st.integers(0, 20))
def test_a_part_has_the_characters_asked_for_and_their_links(start: int, end: int) -> None:
    block = html_blocks('<p>one <a href="http://a.example.org">two</a> <b>three four</b></p>')[0]
    part = block.part(start, end)
    assert part.text == block.text[start:end] == joined(part)
    assert bool(part.links) == bool(block.text[max(start, 4) : min(end, 7)])


def test_code_keeps_its_anchors_and_its_breaks() -> None:
    block = html_blocks(
        '<pre>\n© 2005 <a href="http://a.example.org/">Ann</a><br>All rights reserved.\n</pre>'
    )[0]
    assert (block.kind, block.text) == ("pre", "© 2005 Ann\nAll rights reserved.")
    assert [(link.text, link.url) for link in block.links] == [("Ann", "http://a.example.org/")]


def test_what_is_cut_out_of_a_table_does_not_come_back_with_it() -> None:
    block = html_blocks(
        "<table><tr><td>one</td><td>two</td></tr><tr><td>three</td><td>© 2005 Ann</td></tr></table>"
    )[0]
    part = block.part(0, block.text.index("©"))
    assert (part.kind, part.text, part.rows) == ("p", "one two three ", ())


def test_the_caption_of_a_table_is_a_block_before_it() -> None:
    blocks = html_blocks("<table><caption>Years</caption><tr><th>a<th>b<tr><td>1<td>2</table>")
    assert [(block.kind, block.text) for block in blocks] == [("p", "Years"), ("table", "a b 1 2")]


def test_an_anchor_over_a_break_is_one_link() -> None:
    block = html_blocks('<p><a href="http://a.example.org/">one<br>two</a></p>')[0]
    assert [(link.text, link.url) for link in block.links] == [("one two", "http://a.example.org/")]


PATHS = st.text(alphabet="ab/.?#;=&%~-_:@ ", max_size=12)


@given(
    PATHS,
    st.sampled_from(["http://x.example.org/a/b.html?c", "https://x.example.org:81", "http://x.example.org"]),
)
def test_an_address_is_resolved_as_a_browser_resolves_it(path: str, base: str) -> None:
    try:
        wanted = urljoin(base, path.strip())
    except ValueError:
        wanted = ""
    assert absolute(f" {path} ", base) == (wanted if path.strip() else "")


def test_what_react_streams_is_shown() -> None:
    late, never = html_blocks(
        '<div hidden id="S:1a"><p>words</p></div><div hidden id="menu"><p>other</p></div>'
    )
    assert (late.hidden, never.hidden) == (False, True)


def test_lines_of_code_that_are_elements_stay_lines() -> None:
    block = html_blocks("<pre><div>one()</div><div>two()</div><script>var tracking = 1;</script></pre>")[0]
    assert block.text == "one()\ntwo()"


def test_a_table_of_data_is_one_inside_a_table_that_lays_out_the_page() -> None:
    inner = "<table><tr><th>The clause<th>What it is<tr><td>A note is welcome.<td>a wish</table>"
    kinds = [block.kind for block in html_blocks(f"<table><tr><td><p>words</p>{inner}</td></tr></table>")]
    assert kinds == ["td", "table"]
