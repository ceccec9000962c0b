"""A copy keeps its terms or it does not; honest copies are not accused, and no loss goes unseen."""

import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from byline.check import check, find_article, judge, read_copy
from byline.check.address import address_key
from byline.check.align import align
from byline.check.judges import NAMES
from byline.check.report import SENTENCES, as_text, sentence
from byline.check.words import fold
from byline.errors import PageError
from byline.extract.markdown import plain_text
from byline.model import (
    Article,
    ArticleRights,
    Author,
    Duty,
    Evidence,
    Finding,
    Licence,
    Review,
    Severity,
    Source,
    State,
    Terms,
    Use,
    Verdict,
)
from byline.plaintext import to_text
from byline.render import to_html
from byline.rights.credit import as_html, as_markdown, credit
from byline.rights.credit import as_text as credit_text

CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(
    (Path(__file__).parent / "cases" / "check.toml").read_text("utf-8")
)

BODY = """\
Tea tastes of its water. Draw it fresh, let the tap run for a while, and never boil it twice.

Warm the pot before the leaves go in. **Green tea** wants water that has stood for three minutes:

1. white tea needs less heat,
2. black tea needs *all* of it.

Pour slowly, wait three minutes, and share what you have made with somebody patient.
"""
BOX = (
    "Ann Example grows tea on a northern hill. Visit [her garden](https://garden.example.org/tea/) "
    "for more than a hundred recipes."
)
STATEMENT = (
    "You may republish this article on any web site as long as the byline, the copyright line and "
    "the resource box stay with it."
)
SOURCE = "First published in [The Example Gazette](https://gazette.example.com/tea)"
ARTICLE = Article(
    title="Water for tea",
    slug="water-for-tea",
    body=BODY,
    authors=(Author("Ann Example"), Author("Bo Sample")),
    rights=ArticleRights(
        copyright="Copyright © 2005 Ann Example. All rights reserved.",
        resource_box=BOX,
        permission=STATEMENT,
        source_line=SOURCE,
        licence=Licence("https://creativecommons.org/licenses/by-nd/4.0/", "CC-BY-ND-4.0"),
    ),
)
EVERY_DUTY = Terms(keep=tuple(duty for duty in Duty if duty is not Duty.TEXT), modify="no")

WIDE = 1000  # columns, so that a case may name words without the line breaks between them

PAGE = f"""<!DOCTYPE html><html><head><title>Tea Portal</title></head><body>
<ul class="menu"><li><a href="/">Home</a></li><li><a href="/about">About</a></li></ul>
<h1>Water for tea</h1>
<p class="by">By Ann Example and Bo Sample</p>
{to_html(BODY)}
<div class="box">{to_html(BOX).strip()}</div>
<p>Copyright © 2005 Ann Example. All rights reserved.</p>
{to_html(STATEMENT)}
{to_html(SOURCE)}
<p>Licence: <a rel="license" href="https://creativecommons.org/licenses/by-nd/4.0/">CC BY-ND 4.0</a></p>
<div id="footer">&copy; 2026 The Tea Portal. <a href="/imprint">Imprint</a></div>
</body></html>"""

BLOG = f"""<html><head><style>
.screen-reader-text {{ position: absolute; clip: rect(1px,1px,1px,1px) }}</style></head>
<body><a class="screen-reader-text" href="#content">Skip to content</a>
<article><header><h1><a href="/water-for-tea">Water for tea</a></h1>
<span>Posted</span> <time>3 May 2026</time>
<span class="author vcard">by Ann Example and Bo Sample</span></header>
<div class="entry">{to_html(BODY).replace("Tea tastes of its water", "Tea tastes of its&nbsp;water")}</div>
<footer class="entry-footer"><table><tr><td>{to_html(BOX)}</td></tr></table>
<small>(c) 2005 Ann Example</small>
{to_html(STATEMENT)}{to_html(SOURCE)}
<a href="http://creativecommons.org/licenses/by-nd/4.0/deed.en">Some rights reserved</a></footer></article>
<aside><h2>Comments</h2><p>Nice!</p></aside><footer>Copyright 2026 Blog</footer></body></html>"""

TEXT = f"""Water for tea
By Ann Example and Bo Sample

{to_text(BODY, WIDE)}

---------------------------------
{to_text(BOX, WIDE)}

(c) 2005 Ann Example

{to_text(STATEMENT, WIDE)}

{to_text(SOURCE, WIDE)}
Licence: CC BY-ND 4.0 (https://creativecommons.org/licenses/by-nd/4.0/)
"""


def mail(text: str = TEXT, page: str = PAGE) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"], message["To"] = "press@example.org", "reader@example.com"
    message["Subject"] = "Tea letter no. 12"
    message.set_content(text)
    message.add_alternative(page, subtype="html")
    return bytes(message)


STYLES = {"page": PAGE.encode(), "blog": BLOG.encode(), "text": TEXT.encode(), "mail": mail()}


def judged(copy: bytes, article: Article = ARTICLE, terms: Terms = EVERY_DUTY) -> tuple[Finding, ...]:
    return judge(read_copy(copy), credit(article), terms, plain_text(article.body))


def failures(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings if finding.state is State.FAIL}


NOTICE_CODES = {"pass": "copyright-kept", "fail": "copyright-altered", "unknown": "copyright-unclear"}


def keeps(findings: tuple[Finding, ...]) -> bool:
    return not any(f.severity is Severity.ERROR and f.state is not State.PASS for f in findings)


@pytest.mark.parametrize("style", STYLES)
def test_an_honest_copy_is_not_accused(style: str) -> None:
    assert failures(judged(STYLES[style])) == set()


def changed(style: str, old: str, new: str) -> bytes:
    """An honest copy with one thing changed, in every part of a mail."""
    texts = {"page": PAGE, "blog": BLOG, "text": TEXT}
    if style == "mail":
        assert old in TEXT
        assert old in PAGE
        return mail(TEXT.replace(old, new), PAGE.replace(old, new))
    assert old in texts[style]
    return texts[style].replace(old, new).encode()


@pytest.mark.parametrize("case", CASES["lost"], ids=lambda case: str(case["name"]))
def test_whatever_is_lost_is_found_by_its_own_code(case: dict[str, Any]) -> None:
    article = ARTICLE
    copy = changed(case["style"], case["old"], case["new"]) if "notice" not in case else b""
    if "notice" in case:
        article = replace(ARTICLE, rights=replace(ARTICLE.rights, copyright=case["notice"]))
        copy = TEXT.replace("(c) 2005 Ann Example", case["new"]).encode()
    findings = judged(copy, article)
    assert case["code"] in failures(findings)
    assert not keeps(findings)


@pytest.mark.parametrize("case", CASES["link"], ids=lambda case: str(case["name"]))
def test_a_link_is_live_only_where_a_reader_can_follow_it(case: dict[str, Any]) -> None:
    link = '<a href="https://garden.example.org/tea/">her garden</a>'
    head = f"{case.get('head', '')}<style>{case.get('css', '')}</style>"
    page = PAGE.replace("<head>", f"<head>{head}").replace(link, case["html"])
    findings = judged(page.encode())
    codes = {finding.code for finding in findings if finding.duty is Duty.LIVE_LINK}
    assert case["code"] in codes
    assert ("link-live" in codes) is (case["code"] in {"link-live", "link-nofollow"})


@pytest.mark.parametrize("case", CASES["notice"], ids=lambda case: str(case["name"]))
def test_a_notice_stands_by_itself_or_does_not_count(case: dict[str, Any]) -> None:
    own = "Copyright © 2005 Ann Example. All rights reserved."
    findings = judged(PAGE.replace(own, case["text"].replace("&", "&amp;")).encode())
    notice = next(finding for finding in findings if finding.duty is Duty.COPYRIGHT)
    assert (notice.state, notice.code) == (case["state"], NOTICE_CODES[case["state"]])


@pytest.mark.parametrize("case", CASES["doubt"], ids=lambda case: str(case.get("css") or case.get("style")))
def test_what_may_hide_the_box_and_cannot_be_told_never_passes(case: dict[str, Any]) -> None:
    page = PAGE.replace("<head>", f"<head><style>{case.get('css', '')}</style>")
    page = page.replace('class="box"', f'class="box" style="{case.get("style", "")}"')
    verdict = check(page.encode(), ARTICLE, on=DAY)
    assert verdict.verdict == case["verdict"]
    byline = next(f for f in verdict.findings if f.duty is Duty.BYLINE)
    assert byline.state is State.PASS  # a doubt about the box is none about the byline


def test_another_holder_among_the_paragraphs_does_not_count_as_the_notice() -> None:
    own = "<p>Copyright © 2005 Ann Example. All rights reserved.</p>"
    claimed = "<p>Copyright 2005 Ann Example and Evil Corp.</p><p>Warm the pot"
    page = PAGE.replace(own, "").replace("<p>Warm the pot", claimed)
    assert "copyright-altered" in failures(judged(page.encode()))


def test_a_notice_inside_the_statement_is_judged_with_the_statement() -> None:
    stated = (
        "This text is copyright 2005 Ann Example and may be republished on web sites with its resource box."
    )
    article = replace(ARTICLE, rights=replace(ARTICLE.rights, permission=stated))
    own = "<p>Copyright © 2005 Ann Example. All rights reserved.</p>"
    page = PAGE.replace(own, "").replace(to_html(STATEMENT), to_html(stated))
    assert failures(judged(page.encode(), article)) == set()


def test_a_verdict_says_what_to_paste_in_the_form_of_the_copy() -> None:
    page = judged(changed("page", "grows tea", "sells tea"))
    text = judged(changed("text", "grows tea", "sells tea"))
    wanted = [next(f.wanted for f in found if f.duty is Duty.RESOURCE_BOX) for found in (page, text)]
    assert '<a href="https://garden.example.org/tea/">her garden</a>' in wanted[0]
    assert "her garden\n(https://garden.example.org/tea/)" in wanted[1] or "her garden (https" in wanted[1]


def test_the_words_that_a_box_lost_are_listed() -> None:
    findings = judged(changed("page", " for more than a hundred recipes", ""))
    finding = next(f for f in findings if f.code == "resource-box-truncated")
    assert "for more than a hundred recipes" in finding.found


def test_what_the_terms_do_not_ask_is_only_customary() -> None:
    terms = Terms(keep=(Duty.LIVE_LINK,))
    findings = judged(changed("page", '<p class="by">By Ann Example and Bo Sample</p>', ""), terms=terms)
    lost = next(f for f in findings if f.code == "byline-missing")
    assert lost.severity is Severity.WARNING
    assert keeps(findings)


def test_a_part_that_the_article_lacks_cannot_be_lost() -> None:
    bare = replace(ARTICLE, rights=ArticleRights(), authors=())
    findings = judged(PAGE.encode(), bare, Terms())
    absent = {f.duty for f in findings if f.state is State.NOT_APPLICABLE}
    assert absent == set(EVERY_DUTY.keep) - {Duty.TITLE}


def test_a_part_that_the_terms_require_and_the_file_lacks_is_unknown() -> None:
    bare = replace(ARTICLE, rights=ArticleRights(), authors=())
    unknown = {f.duty: f for f in judged(PAGE.encode(), bare) if f.state is State.UNKNOWN}
    assert set(unknown) == set(EVERY_DUTY.keep) - {Duty.TITLE}
    assert "add it to the file" in sentence(unknown[Duty.RESOURCE_BOX])
    boxless = replace(
        ARTICLE, rights=replace(ARTICLE.rights, resource_box="", copyright="© 2005 Ann Example")
    )
    assert check(PAGE.encode(), boxless).verdict == "unverified"


def test_links_of_the_statement_must_be_live_where_nothing_else_of_the_credit_has_any() -> None:
    article = replace(ARTICLE, rights=replace(ARTICLE.rights, resource_box="", copyright=""))
    page = PAGE.replace('<a href="https://gazette.example.com/tea">', "<a>")
    assert any(f.duty is Duty.LIVE_LINK and f.state is State.FAIL for f in judged(page.encode(), article))


def test_changed_words_are_a_note_where_the_terms_do_not_forbid_them() -> None:
    copy = changed("page", "never boil it twice", "boil it once")
    finding = next(f for f in judged(copy, terms=Terms()) if f.code == "text-changed")
    assert finding.severity is Severity.NOTE


def test_an_advertisement_between_paragraphs_is_no_changed_text_but_breaks_what_must_stay_unchanged() -> None:
    copy = changed("page", "<p>Warm the pot", "<p>Buy our <b>famous</b> kettles today!</p><p>Warm the pot")
    findings = judged(copy)
    assert failures(findings) == {"text-inserted"}
    assert not keeps(findings)
    assert keeps(judged(copy, terms=Terms(keep=EVERY_DUTY.keep)))


def test_credit_far_below_the_article_does_not_count_as_its_credit() -> None:
    link = '<a href="https://garden.example.org/tea/">her garden</a>'
    comments = "<p>Thank you, very useful.</p>" * 60
    page = PAGE.replace(link, "her garden").replace("</body>", f"{comments}{link}</body>")
    assert "link-far" in failures(judged(page.encode()))


def test_both_parts_of_a_mail_must_keep_the_credit() -> None:
    stripped = mail(text=TEXT.replace("By Ann Example and Bo Sample", ""))
    lost = [f for f in judged(stripped) if f.state is State.FAIL]
    assert [f.code for f in lost] == ["byline-missing"]
    assert lost[0].where.startswith("text part")


def test_a_title_that_the_body_repeats_is_no_added_text() -> None:
    article = replace(ARTICLE, title="Tea tastes of its water")
    copy = PAGE.replace("<h1>Water for tea</h1>", "<h1>Tea tastes of its water</h1>")
    assert failures(judged(copy.encode(), article)) == set()


def test_relative_links_of_a_statement_may_be_spelled_out_in_a_text() -> None:
    rights = replace(ARTICLE.rights, permission=f"{STATEMENT} See [our terms](/terms/today.html).")
    copy = TEXT.replace(to_text(STATEMENT, WIDE), to_text(rights.permission, WIDE))
    assert "(/terms/today.html)" in copy
    assert failures(judged(copy.encode(), replace(ARTICLE, rights=rights))) == set()


def test_a_notice_may_name_the_holder_in_any_usual_form() -> None:
    for notice in ("© 2005 Ann Example", "(C) 2005 Ann Example.", "COPYRIGHT 2005 — Ann Example"):
        copy = PAGE.replace("Copyright © 2005 Ann Example. All rights reserved.", notice)
        assert failures(judged(copy.encode())) == set()


def test_another_text_is_unverified_and_never_accused() -> None:
    other = "<h1>Coffee</h1><p>" + "Coffee beans are roasted in small drums over a steady fire. " * 5
    verdict = check(other.encode(), ARTICLE, name="coffee.html")
    assert verdict.verdict == "unverified"
    assert [f.code for f in verdict.findings] == ["not-a-copy"]


def test_a_verdict_follows_the_terms_of_the_article_and_names_its_evidence() -> None:
    kept = check(PAGE.encode(), ARTICLE, name="page.html", retrieved="2026-11-01T12:00:00Z")
    lost = check(changed("page", "grows tea", "sells tea"), ARTICLE, name="page.html")
    assert (kept.verdict, lost.verdict) == ("keeps", "breaks")
    assert kept.evidence.sha256 == sha256(PAGE.encode()).hexdigest()
    assert kept.evidence.retrieved == "2026-11-01T12:00:00Z"
    assert kept.evidence.terms_sha256 == lost.evidence.terms_sha256
    assert kept.record()["format"] == 1


DAY = date(2026, 11, 1)
UNGRANTED = {
    "denied": "All rights reserved. This article may not be republished on web sites.",
    "ask": "Please ask for permission before you republish this article on your web site.",
    "silent": "You may republish this article in newsletters if the resource box stays with it.",
    "none": "",
}


@pytest.mark.parametrize("permission", UNGRANTED.values(), ids=UNGRANTED)
def test_a_whole_copy_of_what_was_not_granted_is_unverified_and_told_why(permission: str) -> None:
    rights = replace(ARTICLE.rights, permission=permission, licence=None)
    page = PAGE.replace(to_html(STATEMENT), to_html(permission))
    verdict = check(page.encode(), replace(ARTICLE, rights=rights), on=DAY)
    refused = next(f for f in verdict.findings if f.code == "use-not-granted")
    assert (verdict.verdict, refused.state) == ("unverified", State.UNKNOWN)
    assert not permission or "“" in refused.found
    report = as_text(verdict)
    assert refused.found in report
    assert "infring" not in report


def test_a_grant_for_another_use_does_not_cover_the_copy() -> None:
    assert check(mail(), ARTICLE, on=DAY).verdict == "unverified"  # the grant is for web sites
    assert check(mail(), ARTICLE, use=Use.WEB, on=DAY).verdict == "keeps"
    assert check(PAGE.encode(), ARTICLE, use=Use.PRINT, on=DAY).verdict == "unverified"


def test_a_review_counts_for_the_site_that_signed_it_only() -> None:
    review = Review("Edda Editor", "2026-01-01", "leave by letter", (Use.WEB,))
    rights = replace(ARTICLE.rights, permission="All rights reserved.", licence=None, reviewed=review)
    page = PAGE.replace(to_html(STATEMENT), to_html("All rights reserved."))
    verdict = check(page.encode(), replace(ARTICLE, rights=rights), on=DAY)
    assert verdict.verdict == "unverified"
    assert "your own site only" in next(f.found for f in verdict.findings if f.code == "use-not-granted")


def test_a_grant_that_ends_is_judged_on_the_day_or_else_for_every_day() -> None:
    stated = "You may republish this article on web sites until 31 December 2026."
    article = replace(ARTICLE, rights=replace(ARTICLE.rights, permission=stated, licence=None))
    page = PAGE.replace(to_html(STATEMENT), to_html(stated)).encode()
    verdicts = [check(page, article, on=on).verdict for on in (DAY, date(2027, 1, 1), None)]
    assert verdicts == ["keeps", "unverified", "unverified"]


LINKED = PAGE.replace("<head>", '<head><link rel="stylesheet" href="/site.css">')


def test_a_linked_style_sheet_that_was_not_read_leaves_the_verdict_open() -> None:
    verdict = check(LINKED.encode(), ARTICLE, url="https://example.org/tea", on=DAY)
    assert verdict.verdict == "unverified"
    assert not any(finding.state is State.PASS for finding in verdict.findings)
    assert "https://example.org/site.css was not read" in as_text(verdict)


def test_a_linked_style_sheet_and_what_it_imports_are_read_like_the_pages_own() -> None:
    def verdict(**sheets: str) -> str:
        given = {f"https://example.org/{name}.css": css for name, css in sheets.items()}
        return check(LINKED.encode(), ARTICLE, url="https://example.org/tea", sheets=given, on=DAY).verdict

    assert verdict(site="p { margin: 0 }") == "keeps"
    assert verdict(site=".box { display: none }") == "breaks"
    assert verdict(site='@import url("more.css") screen; p { margin: 0 }') == "unverified"
    assert verdict(site='@import "more.css";', more=".box { display: none }") == "breaks"
    assert verdict(site='@import "more.css" print;') == "keeps"
    assert verdict(site='@import "site.css";') == "unverified"


def test_style_sheets_that_cannot_hide_anything_are_not_asked_for() -> None:
    for link in (
        '<link rel="stylesheet" media="print" href="print.css">',
        '<link rel="alternate stylesheet" href="dark.css">',
        '<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Tea">',
        '<link rel="icon" href="tea.css">',
    ):
        assert check(PAGE.replace("<head>", f"<head>{link}").encode(), ARTICLE, on=DAY).verdict == "keeps"


HOSTILE = ("javascript:alert(1)", "http://[bad", "data:text/html,x", 'https://x.example/"><script>', "")


@pytest.mark.parametrize("address", HOSTILE)
def test_hostile_addresses_in_an_article_file_break_no_judging_and_are_never_to_be_pasted(
    address: str,
) -> None:
    rights = replace(
        ARTICLE.rights,
        source_line="",
        resource_box=f"Ann Example grows tea on a northern hill. [Visit]({address}) her garden.",
        licence=Licence(address),
    )
    authors = (Author("<b>Ann</b>", address), Author("a", address))
    article = replace(ARTICLE, authors=authors, source=Source(url=address), rights=rights)
    for copy in (PAGE, TEXT):
        findings = judged(copy.replace("Ann Example and Bo", "Cy").encode(), article)
        wanted = " ".join(f.wanted for f in findings if copy is PAGE)
        assert "<script" not in wanted
        assert not [a for a in LexborHTMLParser(wanted).css("a[href]") if unsafe(a.attributes["href"])]


def unsafe(address: str | None) -> bool:
    return bool(address) and not str(address).startswith(("http://", "https://", "mailto:"))


def test_the_article_of_a_copy_is_found_among_others() -> None:
    other = replace(
        ARTICLE, slug="coffee", body="Coffee beans are roasted in small drums over a steady fire."
    )
    assert find_article(BLOG.encode(), [other, ARTICLE]) is ARTICLE
    assert find_article(b"A page about something else entirely, at some length.", [other, ARTICLE]) is None


@pytest.mark.parametrize(
    "content", [b"", b"  \n", b"\x89PNG\r\n\x1a\n" + bytes(64)], ids=["empty", "blank", "binary"]
)
def test_what_is_no_copy_of_anything_is_refused(content: bytes) -> None:
    with pytest.raises(PageError):
        read_copy(content)


def test_hostile_pages_are_refused_or_read_in_little_time() -> None:
    with pytest.raises(PageError):
        read_copy(b"<p>x</p>" + b"<div>" * 100_000)
    many = b"<style>" + b".a .b .c { display: none }" * 3_000 + b"</style>" + PAGE.encode()
    assert failures(judged(many)) == set()


def test_a_report_names_the_mend_before_what_is_kept() -> None:
    findings = judged(changed("page", "grows tea", "sells tea"))
    verdict = Verdict("page.html", "water-for-tea", "breaks", findings, Evidence("", None, ""))
    report = as_text(verdict)
    assert report.startswith("page.html does not keep the terms of water-for-tea.")
    assert report.index("Paste:") < report.index("✔")
    assert "infring" not in report


def test_every_code_has_its_sentence() -> None:
    codes = {case["code"] for kind in ("lost", "link") for case in CASES[kind]}
    codes |= {*NOTICE_CODES.values(), *(f"{name}-{fate}" for name in NAMES.values() for fate in ("unsure",))}
    assert codes <= set(SENTENCES)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://example.org", "http://EXAMPLE.org:80/", True),
        ("https://example.org/a%20b", "https://example.org/a b", True),
        ("https://example.org/a/../b/", "https://example.org/b", True),
        ("https://bücher.example/", "https://xn--bcher-kva.example", True),
        ("https://example.org/#top", "https://example.org/", True),
        ("https://example.org/#!/tea", "https://example.org/", False),
        ("https://example.org/a%2Fb", "https://example.org/a/b", False),
        ("https://example.org/Tea", "https://example.org/tea", False),
        ("https://example.org/?a=1", "https://example.org/?a=2", False),
        ("https://www.example.org/", "https://example.org/", False),
        ("https://example.org:8443/", "https://example.org/", False),
        ("mailto:Ann@example.org?subject=tea", "mailto:ann@example.org", True),
        ("", "", False),
        ("http://[broken", "http://[broken", False),
    ],
)
def test_addresses_are_the_same_where_a_browser_arrives_at_one_place(
    one: str, other: str, same: bool
) -> None:
    key = address_key(one)
    assert (bool(key) and key == address_key(other)) is same


WORDS = st.lists(st.sampled_from(["tea", "pot", "leaf", "hill", "rain", "cup", "salt", "green"]), max_size=60)


@given(WORDS, WORDS)
def test_alignment_accounts_for_every_word(wanted: list[str], words: list[str]) -> None:
    found = align(wanted, words)
    missing = sum(end - start for start, end in found.missing)
    inserted = sum(end - start for start, end in found.inserted)
    assert missing + len(found.same) == len(wanted)
    assert inserted + len(found.same) == found.end - found.start
    assert [words[at] for at in found.same] == [
        word for at, word in enumerate(wanted) if not any(start <= at < end for start, end in found.missing)
    ]


PROSE = st.lists(st.text("abcdefghijklmnopqrstuvwxyzäöü'", min_size=2, max_size=9), min_size=8, max_size=30)
PARTS = ("byline", "copyright", "box", "permission", "source")
TEMPLATES: dict[str, Callable[[str], str]] = {
    "<p>": to_html,
    "<td>": lambda part: f"<table><tr><td>{to_html(part)}</td></tr></table>",
    "<li>": lambda part: f"<ul><li>{to_html(part)}</li></ul>",
    "<div>": lambda part: f"<div class=x><div>{to_html(part)}</div></div>",
}


@st.composite
def articles(draw: st.DrawFn) -> Article:
    """An article whose parts have words of their own."""

    def said(mark: str) -> str:
        return " ".join(mark + word.replace("'", "") for word in draw(PROSE))

    rights = ArticleRights(
        copyright=f"© {draw(st.integers(1990, 2030))} Holder {said('h')}",
        resource_box=f"{said('x')} [{said('l')}](https://box.example.org/tea) {said('y')}",
        permission=said("p"),
        source_line=f"{said('s')} [{said('t')}](https://source.example.org/)",
    )
    body = "\n\n".join(said("b") for _ in range(draw(st.integers(1, 4))))
    title, authors = f"Title {said('q')}", (Author("Ann Example"), Author("Bo Sample"))
    return Article(title, "tea", body, authors=authors, rights=rights)


def printed(article: Article, order: list[str], template: str, without: str) -> bytes:
    rights = article.rights
    parts = {
        "byline": "By Ann Example and Bo Sample",
        "copyright": rights.copyright,
        "box": rights.resource_box,
        "permission": rights.permission,
        "source": rights.source_line,
    }
    around = TEMPLATES[template]
    owed = "".join(around(parts[name]) for name in order if name != without)
    return f"<h1>{article.title}</h1>{to_html(article.body)}<hr>{owed}".encode()


@settings(max_examples=60, deadline=None)
@given(articles(), st.permutations(PARTS), st.sampled_from(list(TEMPLATES)), st.sampled_from(PARTS))
def test_a_copy_with_every_part_keeps_and_one_without_a_part_never_does(
    article: Article, order: list[str], template: str, lost: str
) -> None:
    assert failures(judged(printed(article, order, template, ""), article)) == set()
    assert not keeps(judged(printed(article, order, template, lost), article))


@settings(max_examples=30, deadline=None)
@given(articles())
def test_what_byline_prints_itself_keeps(article: Article) -> None:
    owed = credit(article)
    page = f"<h1>{article.title}</h1>{to_html(article.body)}{as_html(owed)}"
    text = f"{to_text(article.title)}\n\n{to_text(article.body)}\n\n{credit_text(owed)}"
    assert failures(judged(page.encode(), article)) == set()
    assert failures(judged(text.encode(), article)) == set()


def test_words_are_compared_without_quotes_dashes_and_case() -> None:
    assert fold("“Don’t” – SAY ﬁne\u00a0tea…") == fold('"don\'t" - say fine tea')
    assert fold("(c) 2005") == fold("Copyright © 2005") == fold("© 2005")


@pytest.mark.parametrize(
    "line",
    [
        "By Bob Thief, thanks to Ann Example and Bo Sample",
        "Not by Ann Example. Not by Bo Sample.",
        "By Bob Thief. Edited by Ann Example. Photos by Bo Sample.",
        "Ann Example said: nice. Bo Sample replied: indeed.",
    ],
)
def test_a_name_in_another_role_credits_nobody(line: str) -> None:
    found = judged(PAGE.replace("By Ann Example and Bo Sample", line).encode())
    assert [f.code for f in found if f.duty is Duty.BYLINE] == ["byline-unclear"]
    assert not keeps(found)


def test_of_two_alternatives_of_a_mail_the_last_is_judged() -> None:
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"] = "press@example.org", "Tea letter no. 12"
    message.set_content(TEXT)
    message.add_alternative(PAGE, subtype="html")
    message.add_alternative(PAGE.replace("By Ann Example and Bo Sample", ""), subtype="html")
    assert "byline-missing" in failures(judged(bytes(message)))


def test_what_is_attached_to_a_mail_keeps_nothing() -> None:
    message = EmailMessage(policy=SMTP)
    message["From"], message["Subject"] = "press@example.org", "Tea letter no. 12"
    message.set_content(TEXT.replace("By Ann Example and Bo Sample", ""))
    inner = EmailMessage(policy=SMTP)
    inner["From"], inner["Subject"] = "press@example.org", "Tea letter no. 11"
    inner.set_content(TEXT)
    message.add_attachment(inner)
    assert "byline-missing" in failures(judged(bytes(message)))


NOTED = replace(
    ARTICLE,
    body=f"{BODY}\nWater is old.[^1]\n\n![A pot of tea](pot.png)\n\n[^1]: Older than any pot or hill.\n",
    rights=replace(ARTICLE.rights, permission=f"{STATEMENT} The text must not be changed."),
)


def markdown_copy(article: Article) -> str:
    return f"# {article.title}\n\n{article.body}\n\n---\n\n{as_markdown(credit(article))}\n"


def test_a_copy_in_markdown_is_judged_as_what_it_is_rendered_to() -> None:
    assert check(markdown_copy(NOTED).encode(), NOTED).verdict == "keeps"
    changed = markdown_copy(NOTED).replace("Pour slowly", "Pour at once")
    assert check(changed.encode(), NOTED).verdict == "breaks"
    raw = markdown_copy(NOTED).replace(
        "Pour slowly", "<div>\n\nBuy our kettles now!\n\n</div>\n\nPour slowly"
    )
    assert check(raw.encode(), NOTED).verdict == "breaks"
    hidden = markdown_copy(NOTED).replace(BOX, f"<div hidden>\n\n{BOX}\n\n</div>")
    assert check(hidden.encode(), NOTED).verdict == "breaks"


def test_markup_that_is_quoted_as_code_makes_no_page_of_a_text() -> None:
    code = "```\n<a href='/'>Tea</a>\n<p>Cup</p>\n<br>\n```"
    article = replace(ARTICLE, body=f"{BODY}\n{code}\n\nThat was the markup of it.\n")
    text = f"{article.title}\n\n{to_text(article.body)}\n\n{credit_text(credit(article))}\n"
    for copy in (text, markdown_copy(article)):
        assert check(copy.encode(), article).verdict == "keeps"
    assert read_copy(b"Tea is old.\n<p>And so\n    <b>is</b> water.</p>").parts[0].form == "html"


def test_the_credit_between_text_and_footnotes_is_no_insertion() -> None:
    page = to_html(markdown_copy(NOTED))
    assert page.index("garden.example.org") < page.index("Older than any pot")
    assert check(page.encode(), NOTED).verdict == "keeps"
    advert = page.replace("<hr>", "<p>Buy our kettles now!</p><hr>")
    assert check(advert.encode(), NOTED).verdict == "breaks"


def test_a_plain_text_may_say_the_words_for_a_picture_and_no_others() -> None:
    text = f"{NOTED.title}\n\n{to_text(NOTED.body)}\n\n{credit_text(credit(NOTED))}\n"
    assert "[A pot of tea]" in text
    assert check(text.encode(), NOTED).verdict == "keeps"
    assert check(text.replace("[A pot of tea]", "[Buy our kettles]").encode(), NOTED).verdict == "breaks"
