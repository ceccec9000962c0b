"""Hostile and broken pages: an article or a PageError that says why, in time; no loss in silence."""

import json
import re
import time
from collections.abc import Callable

import pytest

from byline import extract
from byline.errors import PageError
from byline.extract.decode import MAX_BYTES
from byline.model import Import

LIMIT = 10  # seconds of CPU that any page may take
PROSE = (
    "<p>The first thing that a printer learns is to wash his hands, and the second is to wash them again.</p>"
    "<p>After that comes the type, which is heavy, and the ink, which is on everything by the evening.</p>"
)
LATER = "<p>Nobody who has set a page by hand will ever again believe that a comma weighs nothing at all.</p>"
TAGS = (
    *(
        "div",
        "p",
        "span",
        "b",
        "a",
        "table",
        "ul",
        "li",
        "blockquote",
        "font",
        "svg",
        "math",
        "ruby",
        "select",
    ),
    *("template", "pre", "form", "center", "h1", "dl", "q"),
)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def read(page: str | bytes) -> Import | PageError:
    """What becomes of a page, once it is seen that it took no long time and left a clean record."""
    content = page.encode() if isinstance(page, str) else page
    started = time.process_time()
    found: Import | PageError
    try:
        found = extract(content, "https://site.example.org/a/b")
    except PageError as error:
        found = error
    assert time.process_time() - started < LIMIT
    assert isinstance(found, Import) or "\n" not in str(found)
    if isinstance(found, Import):
        record = json.dumps(found.record(), ensure_ascii=False)
        assert not CONTROL.search(record)
        record.encode()
    return found


def doubts(found: Import | PageError) -> set[str]:
    return {doubt.what for doubt in found.doubts} if isinstance(found, Import) else {"refused"}


# Size and depth


@pytest.mark.parametrize("tag", TAGS)
def test_a_hundred_thousand_levels_are_no_hang(tag: str) -> None:
    found = read(PROSE + f"<{tag}>" * 100_000 + LATER)
    assert isinstance(found, PageError) or "wash his hands" in found.text


@pytest.mark.parametrize(
    "tags", ["<table><tr><td>", "<ul><li>", "<b><i><a>", "<div><span>", "<svg><g>", "<p><q><b>"]
)
def test_nested_pairs_are_no_hang(tags: str) -> None:
    found = read(PROSE + tags * 3_000 + LATER)
    assert isinstance(found, PageError) or "wash his hands" in found.text


def test_a_page_of_ten_megabytes_is_read_or_refused_for_its_size() -> None:
    filler = "<p>A line of the long list, with some words and a number in it.</p>\n"
    found = read((PROSE + filler * (MAX_BYTES // len(filler) + 1))[:MAX_BYTES])
    assert isinstance(found, PageError)
    assert "million characters" in str(found)


def test_ten_megabytes_of_markup_around_an_article_are_read() -> None:
    found = read(PROSE + "<script>" + "x = 1; " * 1_400_000 + "</script>" + LATER)
    assert isinstance(found, Import)
    assert "a comma weighs nothing" in found.text


MANY: dict[str, str] = {
    "line breaks": "<br>" * 1_000_000,
    "meta tags": '<meta name="a" content="b">' * 100_000,
    "attributes": "<div " + " ".join(f"a{n}=1" for n in range(200_000)) + ">",
    "the same attribute": "<p " + "class=a " * 200_000 + ">",
    "entities": "<p>" + "&amp;&eacute;&#8217;&#x41;" * 250_000,
    "broken entities": "<p>" + "&#;&#x;&#xD800;&notit;&" * 200_000,
    "end tags of nothing": "</div></p></b></table>" * 60_000,
    "images": "<img src=a.png alt=b>" * 10_000,
    "comments": "<!-- a -->" * 200_000,
    "rules": "<hr>" * 10_000,
    "headings": "<h2>A heading</h2>" * 5_000,
    "empty paragraphs": "<p></p>" * 200_000,
    "rows": "<table>" + "<tr><td>a<td>1" * 5_000 + "</table>",
    "scripts": "<script>a</script>" * 50_000,
    "titles": "<title>A title</title>" * 50_000,
    "base addresses": "<base href=http://a.example/>" * 50_000,
    "links to licences": '<a rel=license href="https://creativecommons.org/licenses/by/4.0/">CC</a> ' * 1_000,
    "forms": "<form><input><select><option>a</select></form>" * 20_000,
    "text areas": "<textarea>a</textarea>" * 20_000,
}


@pytest.mark.parametrize("name", MANY)
def test_very_many_of_one_thing_are_no_hang(name: str) -> None:
    found = read(f"{PROSE}{MANY[name]}")
    assert isinstance(found, PageError) or found.text.strip()


MEGABYTE = 1_000_000
LONG: dict[str, Callable[[str], str]] = {
    "a paragraph": lambda text: f"<p>{text}</p>",
    "preformatted text": lambda text: f"<pre>{text}</pre>",
    "code": lambda text: f"<pre><code>{text}</code></pre>",
    "a title": lambda text: f"<title>{text}</title>",
    "a heading": lambda text: f"<h1>{text}</h1>",
    "an author": lambda text: f'<meta name="author" content="{text}">',
    "a byline": lambda text: f'<h1>Ink</h1><p class="byline">By {text}</p>',
    "a date": lambda text: f'<meta property="article:published_time" content="{text}">',
    "a shown date": lambda text: f'<h1>Ink</h1><time datetime="{text}">{text}</time>',
    "an address": lambda text: f'<p>See <a href="http://a.example/{text}">there</a>.</p>',
    "a canonical address": lambda text: f'<link rel="canonical" href="{text}">',
    "a class": lambda text: f'<div class="{text}">',
    "a style": lambda text: f'<div style="{text}">',
    "a name of an image": lambda text: f'<img src="a.png" alt="{text}" title="{text}">',
    "a cell": lambda text: f"<table><tr><td>a<td>b<tr><td>c<td>{text}</table>",
    "a comment": lambda text: f"<!-- {text} -->",
    "a notice": lambda text: f"<p>Copyright 2004 {text}. All rights reserved.</p>",
    "a statement": lambda text: f"<p>You may reprint this article if {text}.</p>",
    "a bio": lambda text: f"<p>About the author: Ann Author is {text}</p>",
    "a text area": lambda text: f"<textarea>{text}</textarea>",
    "JSON-LD": lambda text: (
        f'<script type="application/ld+json">{{"@type":"Article","headline":"{text}"}}</script>'
    ),
}
TEXTS = {
    "one word": "a" * MEGABYTE,
    "words": "word " * (MEGABYTE // 20),
    "figures": "2004-01-" * (MEGABYTE // 32),
    "white space": "\t " * (MEGABYTE // 8) + "a",
}


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("place", LONG)
def test_a_megabyte_anywhere_is_no_hang(place: str, text: str) -> None:
    found = read(f"{LONG[place](TEXTS[text])}{PROSE}{LATER}")
    assert isinstance(found, PageError) or found.text.strip()


# Data in the page


def ld(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>{PROSE}'


@pytest.mark.parametrize(
    "data",
    [
        '{"a":' * 10_000 + "1" + "}" * 10_000,
        "[" * 10_000 + '"' + "x" * MEGABYTE + '"' + "]" * 10_000,
        '{"@graph":[' * 5_000 + "]}" * 5_000,
        '{"author":' * 5_000 + '"Ann"' + "}" * 5_000,
        '{"@id":"#a","@type":"Article","author":{"@id":"#b"},"mainEntity":{"@id":"#a"}}',
        '[{"@id":"#a","author":{"@id":"#b"}},{"@id":"#b","@type":"Person","name":{"@id":"#a"},"author":{"@id":"#b"}}]',
        '{"@type":"Article","headline":["a",{"b":[1,null,true]}],"author":[[[{"name":[["Ann"]]}]]]}',
        '{"@type":"Article","datePublished":' + "9" * 5_000 + "}",
        '{"@type":"Article","headline":1e999,"author":NaN}',
        '{"@type":"Article","headline":"\\ud800\\u0000\\uffff","author":"\\udfff"}',
        "{" * 100_000,
        "null",
        "",
    ],
    ids=range(13),
)
def test_json_of_any_shape_leaves_the_article(data: str) -> None:
    found = read(ld(data))
    assert isinstance(found, Import)
    assert "wash his hands" in found.text


# Pages without an article


EMPTY = {
    "nothing": "",
    "a doctype": "<!doctype html>",
    "only scripts": "<script>document.write('<p>words and words and words</p>')</script>" * 50,
    "only comments": f"<!-- {PROSE} -->" * 20,
    "only frames": '<frameset cols="*,*"><frame src="a.html"><frame src="b.html"></frameset>',
    "only an inline frame": '<html><body><iframe src="a.html"></iframe></body></html>',
    "only line breaks": "<p>" + "<br>" * 1_000,
    "only NULs and spaces": "\0 \0 ",
}


@pytest.mark.parametrize("name", EMPTY)
def test_a_page_without_an_article_is_refused_and_told_why(name: str) -> None:
    found = read(EMPTY[name])
    assert isinstance(found, PageError)
    assert re.search(r"empty|no article", str(found))


def test_a_page_in_which_nothing_is_closed_is_read() -> None:
    page = "<html><head><title>Ink<body><div><b>Ink<p>" + re.sub(r"</\w+>", "", PROSE)
    assert isinstance(read(page), PageError)  # the title takes all of it, as in a browser
    found = read(page.replace("<title>Ink", ""))
    assert isinstance(found, Import)
    assert "wash his hands" in found.text


# Cut pages: what a parser drops is told

WHOLE = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>On ink — a note</title>'
    '<script type="application/ld+json">{"@type":"Article","headline":"On ink — a note"}</script>'
    "<style>p { margin: 0 }</style></head><body><nav><a href='/'>Home</a></nav>"
    f"<article><h1>On ink — a note</h1><!-- the text -->{PROSE}"
    f"<figure><img src='a.png' alt='A press'><figcaption>The press &amp; its ink</figcaption></figure>{LATER}"
    "<table><tr><th>Ink<th>Price<tr><td>Black<td>2 &euro;</table>"
    "<p>Copyright 2004 Ann Author. You may reprint this article with its author’s name.</p></article>"
    f"<textarea>{LATER}</textarea><script>count('page')</script></body></html>\n"
).encode()


def test_a_whole_page_raises_no_doubt() -> None:
    assert doubts(read(WHOLE)) == set()


@pytest.mark.parametrize("at", range(1, len(WHOLE) - len("</body></html>\n"), 7))
def test_a_page_cut_anywhere_is_refused_or_told(at: int) -> None:
    assert doubts(read(WHOLE[:at])) & {"refused", "cut-off"}


SWALLOWS = {
    "<script>": "<script>",
    "<style>": "<style>",
    "<title>": "<title>",
    "<textarea>": "<textarea>",
    "<iframe>": "<iframe>",
    "<xmp>": "<xmp>",
    "<plaintext>": "<plaintext>",
    "a comment": "<!-- ",
    "a tag": "<div class='",
    "<select>": "<select><option>",
    "<svg>": "<svg><desc>",
}


@pytest.mark.parametrize("where", SWALLOWS)
def test_what_swallows_the_rest_of_a_page_is_told(where: str) -> None:
    page = PROSE + SWALLOWS[where] + re.sub(r"['<>]|\bp\b|/", " ", LATER * 3)
    found = read(page + "<b>x</b>" if where == "<svg>" else page)
    assert isinstance(found, Import)
    if where == "<svg>" and "cut-off" not in doubts(found):
        assert "weighs nothing" in found.text
        return
    text = next(doubt.text for doubt in found.doubts if doubt.what == "cut-off")
    assert text.startswith(f"the page ends inside {where}: ")


def test_a_title_that_is_closed_by_another_is_told() -> None:
    icon = "<svg><title>Search</title></svg>"
    page = f"<html><head><title>Ink</head><body>{LATER * 9}{icon}{PROSE}</body></html>"
    assert "cut-off" in doubts(read(page))


def test_a_body_that_is_a_small_part_of_a_broken_page_is_told() -> None:
    cards = "".join(
        f"<div><a href=/{n}>Another story of the printer, number {n} of the series</a></div>"
        for n in range(300)
    )
    found = read(f"<html><body>{cards}<article>{PROSE}</article></body></html>")
    assert {"small-part-of-page"} <= doubts(found)
