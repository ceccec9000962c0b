"""From HTML to Markdown: what comrak shows of a cleaned body is what the body said."""

import re
import time
import tomllib
from collections.abc import Iterable, Iterator
from html import escape, unescape
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from byline import extract
from byline.errors import PageError
from byline.extract.blocks import Inline
from byline.extract.clean import Leaves, clean
from byline.extract.document import body_markdown, body_text
from byline.extract.fragment import leaves
from byline.extract.markdown import plain_text
from byline.extract.metadata import Metadata
from byline.extract.walk import html_blocks
from byline.frontmatter import MAX_CELLS
from byline.render import PELICAN_MARKUP, cells, to_html

CASES = tomllib.loads((Path(__file__).parent / "cases" / "markdown.toml").read_text("utf-8"))["case"]
BASE = "https://x.example.org/a/b"
BREAKS = re.compile(
    r"</?(?:p|[uod]l|li|d[td]|h\d|blockquote|t(?:able|head|body|r|d|h)|pre|hr|br|section)\b[^>]*>"
)
IMAGE = "\0"
PROSE = (
    "<p>The first thing that a printer learns is to wash his hands, and the second is to wash them again.</p>"
)
Pairs = list[tuple[str, str]]


def cleaned(html: str) -> Leaves:
    shown = [block for block in html_blocks(html, BASE) if not block.hidden]
    return clean(leaves(shown), Metadata(None))[0]


def squashed(text: str) -> str:
    return "".join(text.split())


def words_shown(html: str) -> str:
    """The words of rendered HTML, read by other means than ours."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", BREAKS.sub(" ", html))).split())


def published(url: str) -> str:
    """An address as it is published: unsafe characters as percent codes."""
    return url.translate(PELICAN_MARKUP).replace("\\", "%5C").replace(" ", "%20")


def pieces(body: Leaves) -> Iterator[Inline]:
    for leaf in body:
        for inlines in [cell.inlines for row in leaf.rows for cell in row] or [leaf.block.inlines]:
            yield from inlines if leaf.tag != "pre" else ()  # code shows no links


def links_told(body: Leaves) -> Pairs:
    marked = ((next((m.url for m in i.marks if m.tag == "a"), ""), i) for i in pieces(body))
    return joined((published(url), IMAGE if i.picture else i.text) for url, i in marked if url)


def links_shown(html: str) -> Pairs:
    anchors = LexborHTMLParser(html).css("a")
    return joined((a.attributes["href"] or "", a.text() + IMAGE * len(a.css("img"))) for a in anchors)


def joined(links: Iterable[tuple[str, str]]) -> Pairs:
    """Neighbours with one address are one link; one without words is none."""
    said = ((url, squashed(words)) for url, words in links)
    runs = groupby((link for link in said if link[1]), key=lambda link: link[0])
    return [(url, "".join(sorted("".join(words for _, words in run)))) for url, run in runs]


def images_told(body: Leaves) -> Pairs:
    return [(published(i.picture.url), " ".join(i.picture.alt.split())) for i in pieces(body) if i.picture]


def images_shown(html: str) -> Pairs:
    return [
        (i.attributes["src"] or "", " ".join((i.attributes["alt"] or "").split()))
        for i in LexborHTMLParser(html).css("img")
    ]


def assert_says_the_same(body: Leaves) -> None:
    markdown = body_markdown(body)
    html = to_html(markdown)
    assert words_shown(html) == " ".join(body_text(body).split()), markdown
    assert links_shown(html) == links_told(body), markdown
    assert images_shown(html) == images_told(body), markdown


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_markup_becomes_the_markdown_that_a_person_would_write(case: dict[str, str]) -> None:
    assert body_markdown(cleaned(case["html"])) == case["markdown"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_shown_is_what_was_said(case: dict[str, str]) -> None:
    body = cleaned(case["html"])
    assert_says_the_same(body)
    assert plain_text(body_markdown(body)) == body_text(body)


# Generated pages

TEXT = st.text(
    alphabet=st.sampled_from("ab1 Zé*_`~[]()<>&;#!|\\-+=:./@\n\"'^$%{},?w\u00a0強。「」हिं“”"),
    min_size=1,
    max_size=12,
)
PLAIN = TEXT.map(lambda text: escape(text, quote=False))
URLS = st.sampled_from(
    [
        "http://e.org/a_(b)?x=1&amp;y=*",
        "/rel",
        "mailto:a@e.org",
        "http://e.org/a b)|{c}",
        "http://e.org/&amp;copy;",
    ]
)
IMAGES = st.builds(
    lambda url, alt: f'<img src="http://e.org/{url}" alt="{escape(alt)}" title="{escape(alt)}">',
    st.sampled_from(["i.png", "a (b).png", "i.png?a=1&amp;b=2"]),
    TEXT,
)


def tagged(tags: list[str]) -> "st.SearchStrategy[str]":
    return st.sampled_from(tags)


def wrapped(inner: "st.SearchStrategy[str]") -> "st.SearchStrategy[str]":
    marks = st.sampled_from(["b", "i", "em", "strong", "del", "s", "code", "kbd", "q", "sup", "sub", "span"])
    return st.one_of(
        st.builds(lambda tag, words: f"<{tag}>{words}</{tag}>", marks, inner),
        st.builds(lambda url, words: f'<a href="{url}" title="t &quot;">{words}</a>', URLS, inner),
        st.builds(lambda one, two: one + two, inner, inner),
    )


INLINE = st.recursive(st.one_of(PLAIN, PLAIN, PLAIN, IMAGES, st.just("<br>")), wrapped, max_leaves=8)
TABLES = st.lists(st.lists(INLINE, min_size=2, max_size=3), min_size=2, max_size=3).map(
    lambda rows: (
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
        + "</table>"
    )
)
LEAF = st.one_of(
    st.builds(
        lambda tag, words: f"<{tag}>{words}</{tag}>", st.sampled_from(["p", "p", "h1", "h2", "h3"]), INLINE
    ),
    INLINE,
    TABLES,
    PLAIN.map(lambda text: f"<pre>{text}</pre>"),
    st.just("<hr>"),
)


def placed(inner: "st.SearchStrategy[str]") -> "st.SearchStrategy[str]":
    return st.one_of(
        st.builds(
            lambda tag, items: (
                f"<{tag}>" + "".join(f"<li>{item}</li>" for item in items) + f"</{tag.split()[0]}>"
            ),
            st.sampled_from(["ul", "ol", "ol start=4"]),
            st.lists(inner, min_size=1, max_size=3),
        ),
        st.builds(lambda words: f"<blockquote>{words}</blockquote>", inner),
        st.builds(
            lambda words, said: f"<figure>{words}<figcaption>{said}</figcaption></figure>", inner, INLINE
        ),
        st.builds(lambda term, means: f"<dl><dt>{term}</dt><dd>{means}</dd></dl>", INLINE, inner),
        st.builds(lambda one, two: one + two, inner, inner),
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(INLINE)
def test_any_marked_words_are_shown_as_they_were(html: str) -> None:
    assert_says_the_same(cleaned(f"<p>{html}</p>"))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.recursive(LEAF, placed, max_leaves=8))
def test_any_page_is_shown_as_it_was(html: str) -> None:
    assert_says_the_same(cleaned(html))


# Hostile and huge

ROW = "<tr>" + "<td>a cell of words</td>" * 4 + "</tr>"
HUGE = {
    "a table of thousands of rows": f"<table>{ROW * 3_000}</table>",
    "a paragraph of a million letters": f"<p>{'some *words* of it, ' * 50_000}</p>",
    "thousands of breaks": "word<br>" * 30_000,
    "thousands of marks in a paragraph": "<p>" + "<b>a</b> <i>b</i> " * 10_000 + "</p>",
    "thousands of neighbours": "<p>" + "<b>a</b><i>b</i>" * 10_000 + "</p>",
    "marks never closed": "<p>" + "<b>a <i>b " * 900,
    "anchors around blocks": "<a href='/x'><div>a</div>" * 3_000,
    "blocks in marks in blocks": "<span><b><i>" * 200 + "<div>a</div>" * 5_000,
    "lists in lists": "<ul><li>a" * 600,
    "quotes in quotes": "<blockquote>a" * 1_500,
    "tables in tables in links": "<table><tr><td><a href='/x'>a" * 150,
    "definitions without an end": "<dl><dt>a<dd>b" * 500,
    "signs": "<p>" + "*_`[]~<>&!|\\#" * 10_000,
    "code of many fences": "<pre>" + "``` ` ```` \n" * 20_000 + "</pre>",
}


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_page_takes_time_in_proportion_and_loses_no_word(name: str) -> None:
    started = time.process_time()
    body = cleaned(PROSE + HUGE[name] + PROSE)
    markdown, text = body_markdown(body), body_text(body)
    assert time.process_time() - started < 5
    assert words_shown(to_html(markdown)).split()[-19:] == text.split()[-19:]
    assert squashed(words_shown(to_html(markdown))) == squashed(text)


def test_a_table_of_too_many_cells_becomes_lines_that_an_article_file_can_hold() -> None:
    rows = f"<tr>{'<td>a</td>' * 2_000}</tr>" + "<tr><td>a</td><td>a</td></tr>" * 1_000
    body = cleaned(f"<table>{rows}</table>")
    assert cells(body_markdown(body)) <= MAX_CELLS
    assert body_text(body) == " ".join(["a"] * 4_000)


@pytest.mark.parametrize(
    "html", ["<plaintext>", "<p><plaintext>a<b>", "<table><a><p>" * 50, "<svg><p>", "<math><p>a"]
)
def test_what_never_closes_is_read_or_refused(html: str) -> None:
    try:
        assert "wash his hands" in extract((PROSE * 3 + html).encode()).text
    except PageError:
        pytest.fail("refused")
