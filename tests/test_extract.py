"""Extraction: bytes in, an article out, with nothing invented and no credit lost."""

import json
import os
import re
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from byline import extract
from byline.errors import PageError
from byline.extract.capture import is_capture
from byline.extract.dates import date_in_address, find_date, read_date
from byline.extract.decode import MAX_BYTES, decode
from byline.extract.markdown import plain_text, to_markdown
from byline.extract.walk import html_blocks
from byline.model import Import
from byline.render import links

HERE = Path(__file__).parent
PAGES = sorted((HERE / "pages").glob("*.html"))
CAPTURE = HERE.parent / "content" / "captures" / "000_fbc6636066503134.txt"
URL = "https://site.example.org/a/b"
PROSE = (
    "<p>The first thing that a printer learns is to wash his hands, and the second is to wash them again.</p>"
    "<p>After that comes the type, which is heavy, and the ink, which is on everything by the evening.</p>"
)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


# Golden pages: `GOLDEN=write pytest tests/test_extract.py`, then read the diff.


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_gives_its_golden_markdown(page: Path) -> None:
    golden = page.with_suffix(".md")
    body = extract(page.read_bytes(), URL).body
    if os.environ.get("GOLDEN") == "write":
        golden.write_text(body, "utf-8")
    assert body == golden.read_text("utf-8")


def read(name: str) -> Import:
    return extract((HERE / "pages" / f"{name}.html").read_bytes(), URL)


def test_json_ld_gives_author_with_address_and_date_with_time() -> None:
    page = read("comments-left-out")
    assert [(a.name, a.url) for a in page.authors] == [("Gail Gardener", "https://garden.example.com/gail")]
    assert page.published == "2019-01-08T07:30:00+01:00"
    assert page.title == "Salt on the path"


def test_meta_tags_give_two_authors_and_a_day() -> None:
    page = read("body-in-sibling-cards")
    assert [a.name for a in page.authors] == ["Lou Light", "Max Wick"]
    assert page.published == "2021-11-02"


def test_byline_and_date_beside_the_title_are_read_in_german_too() -> None:
    page = read("german")
    assert [a.name for a in page.authors] == ["Erika Muster"]
    assert (page.published, page.language) == ("2018-03-14", "de")


def test_a_date_is_never_taken_from_a_copyright_line() -> None:
    page = extract(f"<h1>Ink</h1>{PROSE}<p>Copyright May 3, 2004 Ann Author</p>".encode())
    assert page.published is None


def test_canonical_address_and_site_come_from_the_head() -> None:
    page = read("markup-kept")
    assert page.source.canonical == "https://post.example.org/parcel"
    assert page.source.site == "Post Room"
    assert page.source.identity == page.source.canonical


def test_what_cleaning_takes_away_is_in_the_log() -> None:
    taken = {(r.step, r.text.split(",")[0]) for r in read("directory-cell-with-breaks").removals}
    assert ("teasers", "You may have heard that dogs can count") in taken


def test_a_statement_is_cut_out_of_the_body_and_kept_word_for_word() -> None:
    page = read("statement-cut-out-of-its-paragraph")
    words_of = "You may reprint this article on your web site"
    assert words_of in page.rights.statements[0].text
    assert words_of not in page.text


def test_a_title_given_by_hand_overrules_the_page() -> None:
    assert extract(f"<h1>Ink</h1>{PROSE}".encode(), title="On ink").title == "On ink"


def test_links_and_images_become_absolute() -> None:
    html = (
        PROSE.replace("the ink", '<a href="../ink?a=1&copy=2">the ink</a>')
        + '<p><img src="x y.png"></p>'
        + PROSE
    )
    body = extract(html.encode(), URL).body
    assert "[the ink](https://site.example.org/ink?a=1&copy=2)" in body
    assert "](<https://site.example.org/a/x y.png>)" in body or "x%20y.png" in body


def test_a_script_link_keeps_its_words_and_loses_its_link() -> None:
    page = extract(PROSE.replace("the ink", '<a href="javascript:alert(1)">the ink</a>').encode())
    assert "the ink" in page.text
    assert "javascript" not in page.body
    assert ("dead-links", "javascript:alert(1)") in {(r.step, r.text) for r in page.removals}


def test_text_shown_by_script_only_is_still_found() -> None:
    assert "wash his hands" in extract(f'<div style="display:none">{PROSE}</div>'.encode()).text


def test_a_short_body_on_a_long_page_raises_a_doubt() -> None:
    menu = "".join(f'<li><a href="/{n}">Department number {n} of our house</a></li>' for n in range(200))
    page = extract(f"<nav><ul>{menu}</ul></nav><main>{PROSE}</main>".encode())
    assert [d.what for d in page.doubts] == ["small-part-of-page", "no-title"]


# Text captures


def test_the_capture_of_an_article_without_html_is_read() -> None:
    page = extract(CAPTURE.read_bytes())
    assert page.text.startswith("Good sales people can close")
    assert page.text.endswith("far beyond what closes achieve.")
    assert [a.name for a in page.authors] == ["Brent Filson"]
    assert [n.text for n in page.rights.copyright] == [
        "2005 © The Filson Leadership Group, Inc. All rights reserved."
    ]
    assert page.rights.statements[0].text.startswith(
        "PERMISSION TO REPUBLISH: This article may be republished"
    )
    assert page.rights.resource_box is not None
    assert page.rights.resource_box.text.startswith("The author of 23 books, Brent Filson's recent books")
    assert "http://www.actionleadership.com" in [link.url for link in page.rights.resource_box.links]
    assert (page.published, page.category) == ("2005", "Sales Management")


def test_the_capture_loses_teasers_images_and_strays_and_says_so() -> None:
    page = extract(CAPTURE.read_bytes())
    steps = [removal.step for removal in page.removals]
    teasers = sum(line.endswith("Read More") for line in CAPTURE.read_text("utf-8").splitlines())
    assert steps.count("teaser") == teasers
    assert steps.count("image") == 4
    assert "Read More" not in page.body
    assert "|" not in page.body


def test_what_the_capture_does_not_say_is_a_doubt_and_damage_is_not_mended() -> None:
    page = extract(CAPTURE.read_bytes())
    kinds = {doubt.what for doubt in page.doubts}
    assert {"title-derived", "date-from-copyright", "damaged-character"} <= kinds
    assert page.rights.resource_box is not None
    assert "Inc. ? and has worked" in page.rights.resource_box.text


def test_a_title_given_for_a_capture_raises_no_doubt() -> None:
    page = extract(CAPTURE.read_bytes(), title="Step up")
    assert page.title == "Step up"
    assert "title-derived" not in {doubt.what for doubt in page.doubts}


OTHER_CAPTURE = """Home | Articles | Gardening |
Why the Hedge Leans
By Ann Author
Submitted: March 14, 2006
Copyright 2006 Ann Author

A hedge leans because the wind has been at it for longer than the gardener has, and with more patience.
Cut it in the morning, when the light is low and you can see from the shadow where the top really is.

About the Author:
Ann Author cuts hedges in the north of the county. Read more of her work at http://hedge.example.com
Article Source: http://www.example.net/articles
Related Articles
Moss is the friend of every lawn that nobody walks on... Read More
"""


def test_another_directorys_capture_has_title_author_date_and_category() -> None:
    page = extract(OTHER_CAPTURE.encode())
    assert page.title == "Why the Hedge Leans"
    assert [a.name for a in page.authors] == ["Ann Author"]
    assert page.published == "2006-03-14"
    assert page.category == "Gardening"
    assert page.text.startswith("A hedge leans")
    assert page.text.endswith("where the top really is.")
    assert "hedge.example.com" in " ".join(link.url for link in page.rights.links)


def test_a_page_with_tags_is_no_capture() -> None:
    assert is_capture("Plain text, 2 < 3, and a > b.\n")
    assert not is_capture("<blockquote>words</blockquote>")


# Decoding

GREEK = "Καλημέρα κόσμε, αυτό είναι ένα μεγάλο κείμενο για δοκιμή. "
CAFE = "Das Café «Zürich» kostet 5 € – “naïve” Gäste zahlen mehr. "
RUSSIAN = "Привет, это обычный текст на русском языке, довольно длинный. "
ENCODED = {
    "utf-8": (CAFE.encode(), CAFE),
    "utf-8 with mark": (CAFE.encode("utf-8-sig"), CAFE),
    "utf-16 with mark": (CAFE.encode("utf-16"), CAFE),
    "utf-16, little end first, no mark": (CAFE.encode("utf-16-le"), CAFE),
    "utf-16, big end first, no mark": (CAFE.encode("utf-16-be"), CAFE),
    "utf-32 with mark": (CAFE.encode("utf-32"), CAFE),
    "latin-1 label means windows-1252": (b'<meta charset="iso-8859-1">' + CAFE.encode("cp1252"), CAFE),
    "ascii label means windows-1252": (b'<meta charset="us-ascii">' + CAFE.encode("cp1252"), CAFE),
    "utf-8 under a latin-1 label": (b'<meta charset="iso-8859-1">' + CAFE.encode(), CAFE),
    "windows-1252 under a utf-8 label": (b'<meta charset="utf-8">' + CAFE.encode("cp1252") * 20, CAFE),
    "windows-1252 under an unknown label": (b'<meta charset="nonsense">' + CAFE.encode("cp1252") * 20, CAFE),
    "windows-1252 without a label": (CAFE.encode("cp1252") * 20, CAFE),
    "windows-1251 with a label": (b'<meta charset="windows-1251">' + RUSSIAN.encode("cp1251"), RUSSIAN),
    "windows-1251 without a label": (RUSSIAN.encode("cp1251") * 20, RUSSIAN),
    "koi8-r without a label": (RUSSIAN.encode("koi8-r") * 20, RUSSIAN),
    "greek with a label": (b'<meta charset="iso-8859-7">' + GREEK.encode("iso-8859-7"), GREEK),
    "shift_jis with a label": (
        b'<meta charset="shift_jis">' + "日本語の文章です。".encode("cp932"),
        "日本語の文章です。",
    ),
    "gb2312 means gb18030": (b'<meta charset="gb2312">' + "汉字和㐀".encode("gb18030"), "汉字和㐀"),
    "euc-kr means cp949": (b'<meta charset="euc-kr">' + "똠방각하".encode("cp949"), "똠방각하"),
    "label in an xml declaration": (
        b'<?xml version="1.0" encoding="iso-8859-2"?>' + "Zażółć".encode("iso-8859-2"),
        "Zażółć",
    ),
    "utf-8 with one stray byte": (b'<meta charset="utf-8">' + (CAFE * 9).encode() + b"\xff", CAFE),
}


@pytest.mark.parametrize("name", ENCODED)
def test_bytes_become_the_text_that_was_written(name: str) -> None:
    content, text = ENCODED[name]
    assert text in decode(content).text


def test_damage_is_a_doubt() -> None:
    damaged = decode(b'<meta charset="utf-8">' + (CAFE * 9).encode() + b"\xff")
    assert [doubt.what for doubt in damaged.doubts] == ["damaged-characters"]
    twice = decode(("Itâ€™s â€œtwiceâ€™ encoded, isnâ€™t it").encode())
    assert [doubt.what for doubt in twice.doubts] == ["encoded-twice"]


def test_control_characters_are_gone() -> None:
    assert decode(b"one\x00 and \x1btwo" + b" more" * 20).text.startswith("one and two more")


REFUSED = {
    "empty": (b"", "empty"),
    "blank": (b" \r\n\t ", "empty"),
    "only NULs": (b"\0" * 100, "empty"),
    "a PDF": (b"%PDF-1.7 ...", "PDF"),
    "an image": (b"\x89PNG\r\n\x1a\n....", "image"),
    "a zip": (b"PK\x03\x04....", "zip"),
    "noise": (bytes(range(32)) * 50, "binary"),
    "too large": (b"a" * (MAX_BYTES + 1), "10 MB"),
    "too deep": (b"<div>" * 100_000 + PROSE.encode(), "nested deeper"),
    "deep, with few tags": (b"<div>" * 3_000 + PROSE.encode(), "nested deeper"),
    "no words": (b"<html><body><img src=a.png></body></html>", "no article"),
    "only navigation": (b"<ul><li><a href=/>Home</a><li><a href=/x>Else</a></ul>", "no article"),
    "only script": (
        b"<html><script>var a = 'a sentence of words that nobody sees at all';</script></html>",
        "no article",
    ),
    "a list of words": (b"one\ntwo\nthree\n", "no article"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_article_page_is_refused_in_one_line_that_says_why(name: str) -> None:
    content, why = REFUSED[name]
    with pytest.raises(PageError, match=why) as caught:
        extract(content)
    assert "\n" not in str(caught.value)


HOSTILE = {
    "many siblings": "<div>x</div>" * 20_000,
    "a long attribute": f'<div title="{"a" * 1_000_000}">',
    "many classes": f'<div class="{"nav " * 100_000}">',
    "deep inline": "<div>" + "<span>" * 1_500,
    "unclosed bold": "<b>" * 1_500,
    "many links": "<a href=x>y</a>" * 20_000,
    "spaces": " " * 1_000_000,
    "brackets": "<p>" + "*_[" * 50_000,
    "separators in the title": f"<title>{'a | ' * 50_000}</title>",
    "many names": f"<meta name=author content='{'by A, ' * 50_000}'>",
    "nested JSON": "<script type='application/ld+json'>" + "[" * 50_000 + "</script>",
    "lone surrogates": r"""<script type=application/ld+json>{"@type":"Article","author":"\ud800"}</script>""",
    "control characters by number": "&#1;&#8;&#xFFFF;" * 100,
    "an unclosed comment in a script": "<script><!--</script>" + "<div>" * 500,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_gives_its_article_in_bounded_time(name: str) -> None:
    started = time.process_time()
    page = extract((HOSTILE[name] + PROSE).encode())
    assert time.process_time() - started < 5
    assert "wash his hands" in page.text
    str(page.record()).encode("utf-8")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.binary(max_size=2_000))
@example(b"\xff\xfe")
@example(b"<p>" + b"word " * 20 + b"&#xD800;")
def test_any_bytes_give_an_article_or_a_page_error(content: bytes) -> None:
    try:
        page = extract(content)
    except PageError:
        return
    assert page.text.strip()


TAGS = (
    "<p> </p> <div> </div> <b> </b> <i> <a@href=/x> </a> <br> <ul> <li> </ul> <table> <tr> <td> </table> <h2>"
    " </h2> <blockquote> </blockquote> <pre> </pre> <code> </code> <img@src=x> <!--@--> <textarea> * _ ` [ ]"
    " # 1. - > | & ~ ! words and.more of_them © 2005 you@may@reprint this@article http://example.org"
)
MARKUP = st.sampled_from([token.replace("@", " ") for token in TAGS.split()])


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MARKUP, max_size=60))
def test_any_markup_around_an_article_leaves_an_article(tokens: list[str]) -> None:
    page = extract((PROSE + " ".join(tokens) + "</textarea></pre></table>" + PROSE).encode(), URL)
    assert page.body.strip()
    assert "<script" not in page.body


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MARKUP, max_size=40))
def test_cleaning_never_loses_a_rights_part(tokens: list[str]) -> None:
    notice = "Copyright 2005 Ann Author. All rights reserved."
    statement = "You may reprint this article on your web site if you keep the author's name."
    around = " ".join(token for token in tokens if not token.startswith("<"))
    html = f"<h1>Ink</h1>{PROSE}<p>{around.replace('&', '&amp;')}</p><p>{notice}</p><p>{statement}</p>"
    page = extract(html.encode())
    notices = (*page.rights.copyright, *page.rights.site_copyright)
    kept = " ".join([*(n.text for n in notices), *(s.text for s in page.rights.statements), page.text])
    assert notice in kept
    assert statement in kept


# Markdown: what comrak shows is what the page said

TEXT = st.text(
    alphabet=st.sampled_from("ab1 Zé*_`~[]()<>&;#!|\\-+=:./@\n\"'^$%{},?©w"), min_size=1, max_size=40
)


def shown(html_text: str) -> str:
    return " ".join(html_text.split())


@settings(max_examples=400, deadline=None)
@given(TEXT)
@example("www.example.org and http://example.org/a_b")
@example("ed@example.org")
@example("1. one")
@example("a\\")
@example("[^1]: note")
@example("&amp; &copy; &#38;")
@example("---")
@example(": x")
def test_plain_words_come_back_as_they_were(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", "<br>")
    for block in html_blocks(f"<p>{escaped}</p>"):
        markdown = to_markdown(block)
        assert shown(plain_text(markdown)) == shown(block.text)
        assert links(markdown) == ()


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["", "b", "i", "del", "code", "a"]), TEXT), max_size=5))
def test_the_body_says_what_the_page_said(pieces: list[tuple[str, str]]) -> None:
    html = ""
    for tag, text in pieces:
        inner = (
            text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ").replace("©", "")
        )  # else a notice
        href = ' href="http://example.org/a_(b)?x=1&amp;y=*"' if tag == "a" else ""
        html += f"<{tag}{href}>{inner}</{tag}>" if tag else inner
    page = f"{PROSE}<p>A sentence with words before: {html} and words after them, to end it.</p>{PROSE}"
    seen = " ".join(block.text for block in html_blocks(page))
    assert shown(extract(page.encode(), URL).text) == shown(seen)


@settings(max_examples=400, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["", "b", "i", "del", "code", "a", "sup"]), TEXT), max_size=5))
def test_marked_words_and_links_come_back_as_they_were(pieces: list[tuple[str, str]]) -> None:
    html = ""
    for tag, text in pieces:
        inner = text.replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")
        href = ' href="http://example.org/a_(b)?x=1&amp;y=*"' if tag == "a" else ""
        html += f"<{tag}{href}>{inner}</{tag}>" if tag else inner
    for block in html_blocks(f"<p>{html}</p>"):
        markdown = to_markdown(block)
        assert shown(plain_text(markdown)) == shown(block.text)
        wanted = [link.url for link in block.links if link.text]  # neighbours with one address become one
        assert set(wanted) == {link.url for link in links(markdown)}


def test_plain_prose_has_no_backslashes() -> None:
    html = '<p>It\'s 5 < 6 (or so) - "quite" plain; see snake_case, AT&amp;T, 50% & more... 3.5 + 2 = x!</p>'
    assert "\\" not in to_markdown(html_blocks(html)[0])


# Dates

DATES = {
    "2005": "2005",
    "2005-03": "2005-03",
    "2005-03-14": "2005-03-14",
    "20050314": "2005-03-14",
    "2005-03-14T09:26:53Z": "2005-03-14T09:26:53+00:00",
    "2005-03-14 09:26": "2005-03-14T09:26:00",
    "March 14, 2005": "2005-03-14",
    "Mar. 14 2005": "2005-03-14",
    "14th of March 2005": "2005-03-14",
    "14. März 2005": "2005-03-14",
    "14 de marzo de 2005": "2005-03-14",
    "le 14 mars 2005": "2005-03-14",
    "March 2005": "2005-03",
    "14.3.2005": "2005-03-14",
    "3/14/2005": "2005-03-14",
    "14/3/2005": "2005-03-14",
    "3/4/2005": "2005",  # which is the month? only the year is sure
    "2005年3月14日": "2005-03-14",
    "Tuesday": None,
    "February 30, 2005": None,
    "1776-07-04": None,
    "12345678": None,
}


@pytest.mark.parametrize(("written", "day"), DATES.items())
def test_a_date_is_as_precise_as_it_is_written(written: str, day: str | None) -> None:
    assert read_date(written) == day


def test_the_first_date_of_a_line_is_found_and_that_of_an_address() -> None:
    assert find_date("Posted by Ann on June 1, 2007, updated June 9, 2008") == "2007-06-01"
    assert date_in_address("https://example.org/2005/03/14/ink.html") == "2005-03-14"
    assert date_in_address("https://example.org/1200/45/") is None


def test_what_a_mailing_sets_around_an_article_goes() -> None:
    page = f"""<p>The Tea Letter, no. 21 === SPONSOR AD ==== Ten thousand cups on a disc! ==== END AD ===</p>
    {PROSE}<p>A list of readers is like a pot of tea: to leave this list of errands for later is to drink it
    cold, and nobody ever thanked a host for that.</p>
    <p>To leave the list send a blank mail to off@list.example.org</p><p>This issue went to 1,204 readers.</p>
    <p>Tea Letter Inc.<br>12 Kettle Lane<br>Springfield, OH 45501<br>Phone: 555-0102</p>"""
    read = extract(page.encode())
    assert "printer learns" in read.text
    assert "drink it" in read.text
    assert not re.search("SPONSOR|Ten thousand|blank mail|1,204|Kettle Lane", read.text)
    steps = {r.step for r in read.removals}
    assert {"mailings", "imprints"} <= steps


def test_an_article_may_end_with_a_place() -> None:
    read = extract(
        f"{PROSE}<p>She printed it all in a shed near Springfield, OH 45501, for forty years.</p>".encode()
    )
    assert "Springfield" in read.text


CREDITS_AT_THE_TOP = (
    "Photo: Mary Poe, May 3, 2021",
    "Translated by Mary Poe, May 3, 2021",
    "Courtesy Valley News, May 3, 2021",
    "2021年5月3日 10:20 来源：山谷新闻",
)


@pytest.mark.parametrize("line", CREDITS_AT_THE_TOP)
def test_a_line_that_credits_somebody_is_not_taken_for_the_date(line: str) -> None:
    found = extract(
        '<meta property="article:published_time" content="2021-05-03"><title>The Shepherds Road</title>'
        f"<article><h1>The Shepherds Road</h1><p>{line}</p>{PROSE}</article>".encode()
    )
    said = " ".join([found.text, *(source.text for source in found.rights.source_lines)])
    assert line.partition(",")[0] in said


@pytest.mark.parametrize(
    "line", ["May 3, 2021", "Posted on Monday, May 3, 2021 at 10:20 am", "Montag, 3. Mai 2021"]
)
def test_a_line_that_is_the_date_is_not_shown_twice(line: str) -> None:
    found = extract(
        '<meta property="article:published_time" content="2021-05-03"><title>The Shepherds Road</title>'
        f"<article><h1>The Shepherds Road</h1><p>{line}</p>{PROSE}</article>".encode()
    )
    assert line not in found.text


def test_a_step_of_a_numbered_list_is_no_button() -> None:
    steps = "<ol><li>Save</li><li>Print this page</li><li>Wait for the light.</li></ol>"
    text = extract(f"<article><h1>Gates</h1>{PROSE}{steps}{PROSE}</article>".encode()).text
    assert "Save" in text
    assert "Print this page" in text


def test_what_stands_under_about_the_author_is_never_lost() -> None:
    for author in ('<meta name="author" content="Jane Roe">', ""):
        found = extract(
            f"{author}<title>Gates</title><article><h1>Gates</h1>{PROSE}"
            '<h3>About the Author</h3><p>Jane Roe keeps sheep. <a href="http://j.example">Home</a></p></article>'.encode()
        )
        box = found.rights.resource_box
        assert "Jane Roe keeps sheep" in (box.text if box else found.text)
        assert "http://j.example" in (box.markdown if box else found.body)


@pytest.mark.parametrize("sign", ["\uffff", "\x1f", "\ufdd0"])
def test_what_no_text_holds_is_not_let_in_by_an_attribute(sign: str) -> None:
    spelled = f"&#{ord(sign)};"
    found = extract(
        f'<link rel="canonical" href="https://a.example.org/{spelled}"><title>Gates</title>{PROSE}'
        f'<p>He wrote <a href="/b" title="{spelled}">a link</a> there.</p><img src="/c" alt="{spelled}">'
        f"{PROSE}".encode(),
        "https://a.example.org/",
    )
    said = json.dumps(found.record(), ensure_ascii=False)
    assert sign not in said
    assert "a link" in found.body
