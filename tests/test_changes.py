"""Corrections and withdrawals: said in the article's file, told on its page, and by nothing else."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import extruct
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from byline.errors import ContentError
from byline.frontmatter import article_text, parse_article
from byline.model import Article, Correction, Withdrawal
from byline_pelican.corrections import newest_first
from byline_pelican.dates import changed
from byline_pelican.report import as_record
from tests.conftest import FIVE_LINES, Site, article_file

PAGE = "articles/on-tea/index.html"
KIT = "articles/on-tea/republish/"
LONG = "Molasses and dunder are kept in the cellar, and nobody asks for them before the winter."
TWO = """\
modified: 2026-03-20
corrections:
- on: 2026-04-02
  text: The third paragraph said 40; it is *14*.
- on: 2026-05-02
  text: Ada Example's name was misspelt.
"""
GONE = "withdrawn:\n  on: 2026-05-01\n  why: The author asked for it.\n"


def read(more: str) -> Article:
    return parse_article(article_file(more=more), "tea.md")


def corrected(text: str) -> str:
    """Front matter with one correction."""
    return f"corrections:\n- on: 2026-04-02\n  text: {json.dumps(text)}\n"


def withdrawn(why: str) -> str:
    return f"withdrawn: {{on: 2026-05-01, why: {json.dumps(why)}}}\n"


def test_changes_survive_the_round_trip() -> None:
    article = replace(read(f"id: tag:example.org,2026:tea\n{TWO}{GONE}"), path="")
    assert article.id == "tag:example.org,2026:tea"
    assert article.modified == "2026-03-20"
    assert article.corrections[0] == Correction("2026-04-02", "The third paragraph said 40; it is *14*.")
    assert article.withdrawn == Withdrawal("2026-05-01", "The author asked for it.")
    assert article.extra == {}
    assert parse_article(article_text(article), "") == article


REFUSED = {
    "an id without a scheme": ("id: tea\n", "`id: tea` is no permanent id"),
    "an id with white space": ("id: 'urn:x: y'\n", "is no permanent id"),
    "an id of other letters": ("id: urn:thé\n", "is no permanent id"),
    "an id that closes an element": ("id: 'urn:x:</id>'\n", "is no permanent id"),
    "an id that is a list": ("id: [a]\n", "`id` must be text"),
    "an endless id": (f"id: urn:{'x' * 200}\n", "is no permanent id"),
    "an id that is only a scheme": ("id: 'urn:'\n", "is no permanent id"),
    "a change on no day": ("modified: 2026-02-30\n", "`modified: 2026-02-30` is no date"),
    "corrections in a line": ("corrections: one\n", "`corrections` must be a list"),
    "a correction alone": ("corrections: {on: 2026-04-02, text: x}\n", "`corrections` must be a list"),
    "a correction that is a word": ("corrections: [wrong]\n", "`corrections`"),
    "a correction of some month": ("corrections: [{on: 2026-04, text: x}]\n", "`corrections.on: 2026-04`"),
    "a correction on no day": ("corrections: [{on: 2026-04-31, text: x}]\n", "`corrections.on: 2026-04-31`"),
    "a correction without a day": ("corrections: [{text: x}]\n", "`on`"),
    "a correction without words": ("corrections: [{on: 2026-04-02}]\n", "`text`"),
    "an empty correction": (corrected("\u200b \x07"), "`corrections.text` is empty"),
    "a stray key of a correction": (
        "corrections: [{on: 2026-04-02, text: x, by: Ed}]\n",
        "unknown key `corrections.by`",
    ),
    "two paragraphs": (corrected("One.\n\nTwo."), "more than a paragraph"),
    "a heading": (corrected("# One"), "more than a paragraph"),
    "a list": (corrected("It is:\n- one\n- two"), "more than a paragraph"),
    "a quote": (corrected("> one"), "more than a paragraph"),
    "a table": (corrected("|a|\n|-|\n|b|"), "more than a paragraph"),
    "a note": (corrected("One[^1].\n\n[^1]: Two."), "more than a paragraph"),
    "a picture": (corrected("See ![hive](https://example.org/h.png)"), "shows a picture"),
    "a relative link": (corrected("See [there](../there/)."), "has a link to `../there/`"),
    "a link that runs": (corrected("See [there](javascript:alert(1))."), "has a link to"),
    "lost HTML": (corrected("<p>One</p>"), "holds HTML"),
    "a script": (corrected("<script>alert(1)</script>"), "holds HTML"),
    "a floor that is not there": (corrected(">" * 500 + " one"), "nested deeper"),
    "emphasis without a floor": (corrected("*a " * 200 + "b" + "*" * 200), "nested deeper"),
    "10,000 characters of correction": (corrected("word " * 2_000), "longer than 2,000 characters"),
    "a withdrawal in a word": ("withdrawn: yes\n", "`withdrawn` says when and why"),
    "a withdrawal by a switch": ("withdrawn: true\n", "`withdrawn` says when and why"),
    "a withdrawal in some month": ("withdrawn: {on: 2026-05, why: x}\n", "`withdrawn.on: 2026-05` is no day"),
    "a withdrawal without a reason": ("withdrawn: {on: 2026-05-01}\n", "`why`"),
    "an empty reason": (withdrawn("\u200b"), "`withdrawn.why` is empty"),
    "a stray key of a withdrawal": (
        "withdrawn: {on: 2026-05-01, why: x, by: y}\n",
        "unknown key `withdrawn.by`",
    ),
    "10,000 characters of reason": (withdrawn("word " * 2_000), "longer than 2,000 characters"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_printed_is_refused_in_one_line_that_names_the_file(case: str) -> None:
    more, problem = REFUSED[case]
    with pytest.raises(ContentError) as raised:
        read(more)
    message = str(raised.value)
    assert message.startswith("tea.md: ")
    assert problem in message
    assert "\n" not in message
    assert len(message) < 300


@given(st.text(max_size=200))
def test_any_words_of_a_correction_are_refused_or_come_back(text: str) -> None:
    try:
        article = read(corrected(text) + withdrawn("x"))
    except ContentError:
        return
    assert parse_article(article_text(article), "tea.md") == article


def test_control_characters_go_and_a_reason_is_one_line() -> None:
    article = read(corrected("It is \x07 14\x9f.") + withdrawn("The author\n\nasked\tfor \x00 it."))
    assert article.corrections == (Correction("2026-04-02", "It is  14."),)
    assert article.withdrawn == Withdrawal("2026-05-01", "The author asked for it.")


@pytest.mark.parametrize(
    ("modified", "corrections", "last"),
    [
        (None, [], None),
        ("2026-03", [], "2026-03"),
        (None, ["2026-05-02", "2026-04-02"], "2026-05-02"),
        ("2026", ["2026-01-01"], "2026-01-01"),
        ("2027", ["2026-04-02"], "2027"),
        ("2026-04-02T10:00:00+02:00", ["2026-04-02"], "2026-04-02T10:00:00+02:00"),
        ("2026-04-01", ["2026-04-02"], "2026-04-02"),
    ],
)
def test_the_last_change_is_the_latest_that_the_file_names(
    modified: str | None, corrections: list[str], last: str | None
) -> None:
    made = tuple(Correction(on, "x") for on in corrections)
    assert changed(Article("On tea", "on-tea", "Tea.", modified=modified, corrections=made)) == last


def test_corrections_are_told_newest_first_and_of_one_day_the_last_that_was_written() -> None:
    made = (Correction("2026-04-02", "a"), Correction("2026-05-02", "b"), Correction("2026-04-02", "c"))
    found = newest_first(Article("On tea", "on-tea", "Tea.", corrections=made))
    assert [correction.text for correction in found] == ["b", "c", "a"]


def graph(html: str) -> dict[str, Any]:
    found = extruct.extract(html, syntaxes=["json-ld"])["json-ld"]
    (article,) = [node for node in found[0]["@graph"] if node["@type"] == "Article"]
    return dict(article)


def test_corrections_stand_on_the_page_in_its_head_and_in_the_sitemap(site: Site) -> None:
    site.article("tea", article_file(more=TWO))
    site.build()
    html = site.output(PAGE)
    page = LexborHTMLParser(html)
    said = [" ".join(line.text().split()) for line in page.css("#corrections p")]
    assert said == [
        "Correction, 2 May 2026: Ada Example's name was misspelt.",
        "Correction, 2 April 2026: The third paragraph said 40; it is 14.",
    ]
    assert [mark.html for mark in page.css("#corrections em")] == ["<em>14</em>"]
    assert html.index('id="corrections"') < html.index('id="credit"')
    updated = page.css_first(".updated")
    assert updated is not None
    assert " ".join(updated.text().split()) == "Updated 2 May 2026"
    article = graph(html)
    assert article["dateModified"] == "2026-05-02T00:00:00+00:00"
    assert article["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Ada Example's name was misspelt.",
            "datePublished": "2026-05-02T00:00:00+00:00",
        },
        {
            "@type": "CorrectionComment",
            "text": "The third paragraph said 40; it is 14.",
            "datePublished": "2026-04-02T00:00:00+00:00",
        },
    ]
    assert '<meta name="dcterms.modified" content="2026-05-02">' in html
    assert '<meta property="article:modified_time" content="2026-05-02T00:00:00+00:00">' in html
    assert "<lastmod>2026-05-02</lastmod>" in site.output("sitemap.xml")


def test_an_article_without_changes_says_nothing_of_any(site: Site) -> None:
    site.article("tea", article_file(more="modified: 2026-03-14\n"))
    site.build()
    html = site.output(PAGE)
    assert "Updated" not in html, "it appeared on that day"
    assert "orrection" not in html
    assert graph(html)["dateModified"] == "2026-03-14T00:00:00+00:00"


def told(html: str) -> str:
    """What a page says in its main part, on one line."""
    return " ".join(" ".join(node.text() for node in LexborHTMLParser(html).css("main")).split())


HOSTILE = [
    '</p><img src=x onerror=alert(1)> "quoted" & so on',
    "``</script><script>alert(1)</script>`` ]]> <!--",
    "\u202eright to left\u202c and \u05e9\u05dc\u05d5\u05dd",
    "{{ SITENAME }} {% raw %} {attach}/etc/passwd",
    "x" * 2_000,
    "[a](https://example.org/?a=1&b=2#<c>) *b* `c` ~~d~~",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_words_of_a_correction_or_of_a_reason_break_out(site: Site, text: str) -> None:
    site.article("tea", article_file(more=corrected(f"It said {text}")))
    site.article("rum", article_file("On rum", more=withdrawn(text), body=LONG))
    built = site.build()
    notice = site.output("articles/on-rum/index.html")
    assert " ".join(text.split()) in told(notice)
    for name in [path for path in site.files() if path.endswith(".html")]:
        html = site.output(name)
        assert "alert(1)</script>" not in re.sub(r"<textarea.*?</textarea>", "", html, flags=re.DOTALL)
        assert not LexborHTMLParser(html).css("[onerror]")
    if not built.edition.broken:
        assert graph(site.output(PAGE))["correction"][0]["text"].startswith("It said ")


def test_a_withdrawn_article_leaves_a_notice_and_stands_nowhere(site: Site) -> None:
    site.write("pelicanconf.py", FIVE_LINES)
    site.write("content/images/still.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
    site.article("rum", article_file("On rum"))
    body = f"{LONG}\n\n![A still](../images/still.svg)"
    site.article("tea", article_file("On tea", body=body, more=f"tags: [dunder]\n{GONE}"))
    built = site.build()
    assert [entry.article.slug for entry in built.edition.published] == ["on-rum"]
    assert [entry.article.slug for entry in built.edition.withdrawn] == ["on-tea"]
    (record,) = as_record(built)["withheld"]
    assert record["reason"] == "withdrawn on 1 May 2026: The author asked for it."
    assert record["mend"] == "take `withdrawn` away to publish it again"
    assert [item.title for item in built.issue.items] == ["On rum"]
    assert not built.issue.refused
    files = site.files()
    assert {name for name in files if "on-tea" in name} == {PAGE, f"{KIT}index.html"}
    for name, data in files.items():
        assert not re.search(rb"molasses|dunder", data, re.IGNORECASE), name
        assert "still" not in name
        told = "on-tea" in name or name.startswith(("feeds/changes", "feeds/all."))
        assert told or b"On tea" not in data, name
    page = json.loads(files["pagefind/pagefind-entry.json"])
    assert sum(language["page_count"] for language in page["languages"].values()) == 1


@pytest.mark.parametrize("name", [PAGE, f"{KIT}index.html"])
def test_the_notice_says_what_when_and_why(site: Site, name: str) -> None:
    site.article("tea", article_file("On tea", body=LONG, more=GONE))
    site.build()
    html = site.output(name)
    main = told(html)
    assert "On tea By Ada Example This piece was withdrawn on 1 May 2026. The author asked for it." in main
    assert "please take that down" in main
    assert '<meta name="robots" content="noindex">' in html
    assert "application/ld+json" not in html
    assert "canonical" not in html
    assert "on-tea" not in site.output("sitemap.xml")


@pytest.mark.parametrize(
    ("permission", "more"),
    [("", GONE), ("All rights reserved.", GONE), ("", GONE.replace("2026-05-01", "2999-01-01"))],
)
def test_a_withdrawal_holds_whatever_the_terms_say_by_now_and_whatever_the_day(
    site: Site, permission: str, more: str
) -> None:
    site.article("tea", article_file("On tea", permission, body=LONG, more=more))
    built = site.build()
    assert [withheld.reason[:12] for withheld in built.edition.withheld] == ["withdrawn on"]
    assert PAGE in site.files()


def test_a_draft_is_not_withdrawn_and_leaves_no_notice(site: Site) -> None:
    site.article("tea", article_file("On tea", body=LONG, more=f"status: draft\n{GONE}"))
    built = site.build()
    assert built.edition.withdrawn == ()
    assert PAGE not in site.files()


def test_withdrawn_articles_are_listed_newest_withdrawal_first(site: Site) -> None:
    for number, day in enumerate(["2026-05-01", "2026-06-01", "2026-04-01"]):
        site.article(f"a{number}", article_file(f"Piece {number}", more=GONE.replace("2026-05-01", day)))
    listed = site.edition.withdrawn
    assert [entry.article.slug for entry in listed] == ["piece-1", "piece-0", "piece-2"]


def test_a_reason_that_repeats_the_text_is_refused_and_the_rest_goes_on(site: Site) -> None:
    site.article("rum", article_file("On rum"))
    site.article("tea", article_file("On tea", body=LONG, more=withdrawn(f"It said: “{LONG}”")))
    built = site.build()
    assert [entry.article.slug for entry in built.edition.published] == ["on-rum"]
    assert ["repeats words of the text" in broken.problem for broken in built.edition.broken] == [True]
    assert not any(b"dunder" in data for data in site.files().values())


def test_an_article_that_is_withdrawn_and_let_go_again_is_as_it_was(site: Site) -> None:
    path = site.article("tea", article_file("On tea"))
    site.build()
    before = site.files()
    path.write_text(article_file("On tea", more=GONE), "utf-8")
    site.build()
    assert site.files() != before
    path.write_text(article_file("On tea"), "utf-8")
    site.build()
    assert site.files() == before


def test_building_again_changes_no_byte_of_corrections_and_notices(site: Site) -> None:
    site.article("tea", article_file(more=TWO))
    site.article("rum", article_file("On rum", body=LONG, more=GONE))
    site.build()
    before = site.files()
    assert site.build().changed == 0
    assert site.files() == before


@pytest.mark.parametrize("more", [TWO, GONE])
def test_a_page_of_the_site_has_neither(site: Site, more: str) -> None:
    site.write("content/pages/about.md", f"---\ntitle: About\n{more}---\n\nWe print.\n")
    built = site.build()
    assert ["put it into articles/" in broken.problem for broken in built.edition.broken] == [True]
    assert not any("about" in name for name in site.files())


def test_a_notice_stands_where_the_settings_put_articles(site: Site) -> None:
    settings = "ARTICLE_URL = '{slug}'\nARTICLE_SAVE_AS = '{slug}.html'\n"
    site.write("pelicanconf.py", (site.root / Path("pelicanconf.py")).read_text("utf-8") + settings)
    site.article("tea", article_file("On tea", body=LONG, more=GONE))
    site.build()
    assert {name for name in site.files() if "on-tea" in name} == {
        "on-tea.html",
        "on-tea/republish/index.html",
    }


def test_a_notice_may_say_a_title_that_the_text_repeats(site: Site) -> None:
    title = "Six words or more of a title that begins the text"
    body = f"{title}.\n\n{LONG}"
    site.article("tea", article_file(title, body=body, more=f"slug: on-tea\n{GONE}"))
    built = site.build()
    assert not built.edition.broken
    assert title in site.output(PAGE)


def test_a_correction_may_quote_what_is_withheld(site: Site) -> None:
    site.article("tea", article_file(more=corrected(f"It said: “{LONG}”")))
    site.article("rum", article_file("On rum", "", body=LONG))
    assert [entry.article.slug for entry in site.build().edition.published] == ["on-tea"]
