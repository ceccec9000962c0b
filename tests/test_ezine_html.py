"""The HTML part: one column that every mail program shows, and that calls nobody."""

import re
from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from byline.model import Source
from byline.render import rendered, unsafe
from byline.rights.credit import as_html
from byline_pelican.audit import audit_issue
from byline_pelican.ezine.compose import compose
from byline_pelican.ezine.html import issue_html
from byline_pelican.ezine.illustrated import kept_back
from byline_pelican.ezine.issue import Issue
from byline_pelican.ezine.mail import message
from byline_pelican.ezine.markdown import audit_markdown, issue_markdown
from byline_pelican.ezine.text import issue_text
from byline_pelican.ezine.variants import audit_variants, variants
from byline_pelican.pictures.addresses import Picture
from tests.conftest import Site, article_file
from tests.issues import BOX, COPYRIGHT, ENVIRONMENT, RUM, TEA, issue, item

OWN = "https://press.example.org/images/hive.jpg"
PICTURES = {
    OWN: Picture("images/hive.jpg", 1200, 700),
    "https://press.example.org/images/small.png": Picture("images/small.png", 40, 30),
    "https://press.example.org/images/drawn.svg": Picture("images/drawn.svg", 40, 30),
    "https://press.example.org/images/odd.png": Picture("images/odd.png", None, None),
    "http://press.example.org/images/plain.png": Picture("images/plain.png", 40, 30),
}


def page(letter: Issue, *, web: bool = False) -> LexborHTMLParser:
    return LexborHTMLParser(issue_html(letter, ENVIRONMENT, web=web))


def one(tree: LexborHTMLParser, selector: str) -> LexborNode:
    (found,) = tree.css(selector)
    return found


def words(node: LexborNode) -> str:
    return " ".join(node.text().split())


def test_the_layout_is_one_that_mail_programs_know() -> None:
    html = issue_html(issue(item(note="Again."), item("On rum", RUM), sponsor="Barrels."), ENVIRONMENT)
    tree = LexborHTMLParser(html)
    assert one(tree, "html").attributes["lang"] == "en"
    assert all(table.attributes.get("role") == "presentation" for table in tree.css("table"))
    assert html.count("<!--[if mso]>") == html.count("<![endif]-->") == 3
    assert all(int(width) <= 600 for width in re.findall(r'width="(\d+)"', html))
    assert not tree.css("script, form, iframe, object, link, base, button, input, img")
    assert "@import" not in html
    assert not re.search(r"\son\w+=|position:|float:|display:\s*(?:flex|grid)", html)


def test_dark_mode_and_small_screens_survive_inlining() -> None:
    html = issue_html(issue(item()), ENVIRONMENT)
    kept = re.findall(
        r"<style[^>]*>(.*?)</style>", html.replace("<!--[if mso]>", "").split("<body")[0], re.DOTALL
    )
    assert "@media (prefers-color-scheme: dark) {" in kept[-1]
    assert "[data-ogsc] .sheet" in kept[-1]
    assert "@media (max-width: 480px)" in kept[-1]
    assert kept[-1].count("{") == kept[-1].count("}")
    assert '<meta name="color-scheme" content="light dark">' in html
    classes = set(re.findall(r"\.([a-z][\w-]+)", kept[-1]))
    printed = set(" ".join(re.findall(r'class="([^"]*)"', issue_html(everything(), ENVIRONMENT))).split())
    parts = {"credit-copyright", "credit-permission", "credit-source", "credit-licence"}
    assert classes - printed <= parts


def everything() -> Issue:
    parts = (
        TEA,
        "![Far](https://far.example/x.jpg)",
        "```\ncode\n```",
        "> said",
        "| a |\n|---|\n| b |",
        "x[^1]",
        "[^1]: y",
    )
    body = "\n\n".join(parts)
    linked = item("On gin", "gin", whole=False)
    return issue(
        item(body=body, note="Again."), item("On rum", RUM), linked, sponsor="x", parts=2, heading="h"
    )


def test_links_are_told_apart_and_print_no_text() -> None:
    tree = page(issue(item(), item("On gin", "Secret words.", whole=False)))
    assert "Secret" not in (tree.html or "")
    assert "Also on the web" in words(one(tree, "td.links"))
    assert one(tree, "td.links h3 a").attributes["href"] == "https://press.example.org/articles/on-gin/"
    assert words(tree.css(".contents .line")[1]) == "On gin By Ada Example · on the web"


def test_sponsor_notes_and_parts_are_marked() -> None:
    tree = page(everything())
    assert words(one(tree, "td.sponsor")) == "Sponsor x"
    assert words(one(tree, ".note")) == "Editor’s note Again."
    assert words(one(tree, "p.number")) == "No. 7 · 20 October 2026 · part 1 of 2"


def test_an_article_in_another_language_says_so() -> None:
    letter = issue(item(), item("عن الشاي", "الشاي أقدم من الكوب.", language="ar", slug="tea-ar"))
    td = page(letter).css("td.item")
    assert (td[0].attributes.get("lang"), td[0].attributes.get("dir")) == (None, None)
    assert (td[1].attributes["lang"], td[1].attributes["dir"]) == ("ar", "rtl")
    assert "text-align:right" in (td[1].attributes["style"] or "")
    whole = page(replace(letter, language="ar"))
    assert one(whole, "html").attributes["dir"] == "rtl"


def test_only_pictures_of_the_site_are_loaded() -> None:
    body = "\n\n".join(
        f"![Alt of {n}]({url})" for n, url in enumerate([*PICTURES, "https://spy.example/1.gif"])
    )
    html = issue_html(issue(item(body=f"{TEA}\n\n{body}", pictures=PICTURES)), ENVIRONMENT)
    tree = LexborHTMLParser(html)
    images = [{k: i.attributes.get(k) for k in ("src", "alt", "width", "height")} for i in tree.css("img")]
    assert images == [
        {"src": OWN, "alt": "Alt of 0", "width": "568", "height": "331"},
        {"src": list(PICTURES)[1], "alt": "Alt of 1", "width": "40", "height": "30"},
    ]
    lines = [(words(a), a.attributes["href"]) for a in tree.css(".picture a")]
    assert lines == [
        ("Alt of 2", list(PICTURES)[2]),
        ("Alt of 3", list(PICTURES)[3]),
        ("Alt of 4", list(PICTURES)[4]),
        ("Alt of 5", "https://spy.example/1.gif"),
    ]
    assert not re.search(r'(?:src|background|srcset|poster)="(?!https://press\.example\.org/)', html)


def test_a_picture_that_leads_somewhere_keeps_its_link() -> None:
    body = (
        f"{TEA}\n\n[![Alt](https://far.example/x.jpg)](https://leads.example/) ![](data:image/png;base64,AA)"
    )
    tree = page(issue(item(body=body)))
    assert [(words(a), a.attributes["href"]) for a in tree.css(".body a")] == [
        ("Alt", "https://leads.example/")
    ]
    assert not tree.css("img")


def test_pictures_that_may_not_travel_stay_and_their_captions_do_not(site: Site) -> None:
    body = (
        f"{TEA}\n\n![Mine](https://press.example.org/1.jpg)\n\n*A kettle.*\n\n"
        "![Theirs](https://press.example.org/2.jpg)\n\n*Photo: Ben Example*"
    )
    site.article("tea", article_file(body=body))
    made = compose(site.edition, site.configuration, on_web=False)
    (only,) = made.items
    back = kept_back(only.entry, site.configuration)
    assert back == {1}
    letter = replace(made, items=(replace(only, kept_back=back),))
    for text in (issue_html(letter, ENVIRONMENT), issue_markdown(letter)):
        assert "2.jpg" not in text
        assert "Photo: Ben Example" in text
        assert "1.jpg" in text


def test_terms_without_pictures_keep_every_picture_back(site: Site) -> None:
    permission = (
        "The text of this article may be republished on web sites and in newsletters. "
        "The pictures are not included in this permission."
    )
    site.article(
        "tea", article_file(permission=permission, body=f"{TEA}\n\n![Mine](https://press.example.org/1.jpg)")
    )
    (entry,) = (*site.edition.published, *(held.entry for held in site.edition.withheld))
    assert kept_back(entry, site.configuration) == {0}


def test_places_in_an_article_lead_to_that_article() -> None:
    note = "{}[^1] [home](#top)\n\n## Part\n\n[^1]: Note of {}."
    tree = page(issue(item(body=note.format(TEA, "tea")), item("On rum", note.format(RUM, "rum"))))
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids))
    inside = [a.attributes["href"] or "" for a in tree.css(".body a[href^='#']")]
    assert len(inside) == 4
    assert all(link[1:] in ids for link in inside)
    assert "https://press.example.org/articles/on-tea/#top" in [
        a.attributes.get("href") for a in tree.css("a")
    ]
    assert [
        node.tag for node in tree.css("h1, h2, h3, h4") if "label" not in (node.attributes.get("class") or "")
    ] == [
        "h1",
        "h2",
        "h3",
        "h2",
        "h3",
    ]


def test_the_credit_is_the_same_in_both_parts_and_its_links_are_untouched() -> None:
    source = "First in [Rum](https://rum.example/?a=1&b=%20c)."
    letter = issue(item(), item("On rum", RUM, source_line=source))
    html = issue_html(letter, ENVIRONMENT)
    plain = "".join((LexborHTMLParser(html).text()).split())
    for shown in letter.items:
        owed = as_html(shown.entry.credit)
        assert all(f'href="{link}"' in html for link in re.findall(r'href="([^"]*)"', owed))
        assert "".join(LexborHTMLParser(owed).text().split()) in plain
    assert not list(audit_issue(letter, message(letter, html)))


def test_nothing_that_an_author_writes_is_markup() -> None:
    bad = "<script>alert(1)</script><b>x</b>\"'>"
    tree = page(issue(item(bad, f"{TEA} {bad}", slug="bad", note=bad), name=bad, sponsor=bad, heading=bad))
    assert not tree.css("script, b")
    assert words(one(tree, "td.item h2")) == bad


def test_the_web_page_has_no_way_to_leave_a_list() -> None:
    tree = page(issue(item()), web=True)
    assert "nsubscribe" not in (tree.html or "")
    assert "in your browser" not in (tree.html or "")
    assert one(tree, "link[rel=canonical]").attributes["href"] == "https://press.example.org/ezine/7/"
    assert one(tree, "meta[name=robots]").attributes["content"] == "noindex, follow"
    assert not tree.css(".preheader, a[name], meta[name=supported-color-schemes]")
    assert len(tree.css("h2#item-on-tea")) == 1


def test_the_mail_has_what_readers_and_laws_ask_for() -> None:
    tree = page(issue(item(), item("On rum", RUM)))
    links = {words(a): a.attributes["href"] for a in tree.css("a[href]")}
    assert links["View this issue in your browser"] == "https://press.example.org/ezine/7/"
    assert links["Unsubscribe"] == "https://press.example.org/unsubscribe/"
    assert "12 Example Street" in words(one(tree, "td.foot"))
    assert "On rum" in words(one(tree, ".preheader"))


@pytest.mark.parametrize("style", ["word-break:break-word", "overflow-wrap:break-word"])
def test_a_long_word_does_not_widen_the_column(style: str) -> None:
    tree = page(issue(item("x" * 300, f"{TEA} {'y' * 400}", slug="x")))
    assert style in (one(tree, "table.sheet").attributes["style"] or "")
    assert "table-layout:fixed" in (one(tree, "table.sheet").attributes["style"] or "")


def test_ten_long_articles_fit_a_mail() -> None:
    paragraph = f"{TEA} [A link](https://tea.example/page) and *more*."
    body = "\n\n".join([paragraph, "## A heading", *[paragraph] * 13])
    assert len(body.split()) > 800
    letter = issue(*(item(f"Article {n}", body, slug=f"a{n}") for n in range(10)))
    assert len(issue_html(letter, ENVIRONMENT).encode()) < 80 * 1024


def test_markdown_holds_each_article_apart() -> None:
    picture = "![Far](https://far.example/x.jpg)"
    body = "{} See [this] and more.[^1]\n\n" + picture + "\n\n[this]: https://{}.example/\n[^1]: Note."
    letter = issue(
        item(body=body.format(TEA, "tea")),
        item("On rum #", body.format(RUM, "rum"), resource_box="By [this]."),
    )
    text = issue_markdown(letter)
    assert "# 1. On tea\n" in text
    assert "[this](https://tea.example/)" in text
    assert "[this](https://rum.example/)" in text
    assert text.count("more.\\[1]") == 2
    assert "By [this](" not in text
    assert not list(audit_issue(letter, text.encode()))
    assert "![" not in text
    assert "[Far](https://far.example/x.jpg)" in text


def test_all_parts_say_the_same_at_their_foot() -> None:
    letter = issue(item())
    foot = words(one(page(letter), "td.foot"))
    flat = " ".join(issue_text(letter).split())
    rendered_foot = LexborHTMLParser(unsafe(issue_markdown(letter))).text()
    for said in (letter.reason, "Unsubscribe", "Read it in a browser", "Home", letter.postal_address):
        assert said in foot
        assert said in flat
        assert said in rendered_foot
    assert "Unsubscribe" not in words(one(page(letter, web=True), "td.foot"))


def test_the_themes_own_words_are_english_whatever_the_issue_speaks() -> None:
    letter = replace(everything(), language="de")
    tree = page(letter)
    for selector in ("h2.label", "p.view", "p.number", ".note em", "p.web:last-child", "td.foot p"):
        found = tree.css(selector)[0]
        assert (found.attributes.get("lang"), found.attributes.get("dir")) == ("en", "ltr"), selector
    assert not page(everything()).css("h2.label[lang], p.view[lang], .note em[lang]")


NOTES = {
    "paragraph": "We print this *again*.",
    "list": "- a\n- b",
    "heading": "## Why\n\nBecause.",
    "two": "a\n\nb",
}


@pytest.mark.parametrize("note", NOTES.values(), ids=NOTES)
def test_a_note_is_called_the_editors_wherever_it_stands(note: str) -> None:
    letter = issue(item(note=note), item("On gin", "gin", whole=False, note=note))
    html, text, markdown = issue_html(letter, ENVIRONMENT), issue_text(letter), issue_markdown(letter)
    tree = LexborHTMLParser(html)
    labels = [words(one_note.css("em")[0]) for one_note in tree.css(".note")]
    assert labels == ["Editor’s note"] * 2
    assert html.index("By Ada Example</") < html.index("Editor’s note") < html.index("Tea is older")
    assert text.count("Editor's note:") == 2
    assert text.index("\nBy Ada Example") < text.index("Editor's note:") < text.index("Tea is older")
    assert text.rindex("* On gin") < text.rindex("Editor's note:") < text.rindex("  https://press")
    assert markdown.count("*Editor’s note*") == 2
    assert unsafe(markdown).count("<li>b</li>") == 2 * note.count("- b")
    assert "Editor's note: -" not in text
    if note == NOTES["list"]:
        assert text.count("Editor's note:\n\n* a\n* b\n") == 2
    assert not list(audit_issue(letter, message(letter, html)))


SPY = "![Ada](https://spy.example/1.gif)"
LINKED = "[![Ada](https://spy.example/2.gif)](https://ada.example.net/)"


@pytest.mark.parametrize("web", [False, True])
def test_no_words_of_anybody_load_a_picture_of_another_host(web: bool) -> None:
    letter = issue(
        item(
            resource_box=f"Ada Example keeps bees. {SPY} {LINKED}", copyright=f"{COPYRIGHT} {SPY}", note=SPY
        ),
        item("On gin", "gin", whole=False, note=SPY),
        intro=SPY,
        sponsor=f"Barrels. {LINKED}",
    )
    html = issue_html(letter, ENVIRONMENT, web=web)
    assert "<img" not in html
    assert html.count('<a href="https://spy.example/1.gif"') == 5
    site_page = "".join([letter.intro_html, letter.sponsor_html, *(i.credit_html for i in letter.items)])
    assert "<img" not in site_page
    markdown = issue_markdown(letter)
    assert "![" not in markdown
    assert " ".join(issue_text(letter).split()).count("[Ada] (https://spy.example/1.gif)") == 5
    assert not list(audit_issue(letter, message(letter, html)))
    assert not list(audit_markdown(letter, markdown))


def test_pictures_of_the_site_are_loaded_whoever_shows_them() -> None:
    own = f"![Hive]({OWN})"
    letter = issue(item(resource_box=f"Ada Example keeps bees. {own}", pictures=PICTURES), intro=own)
    assert [image.attributes["width"] for image in page(letter).css("img")] == ["568", "568"]
    assert " ".join(issue_text(letter).split()).count(f"[Hive] ({OWN})") == 2
    assert not list(audit_issue(letter, message(letter, issue_html(letter, ENVIRONMENT))))


RAW = "Every page has a <title> and a body, told <!-- on"
BODIES = {
    "details": "<details>\n<summary>x</summary>\n\nHidden no more.",
    "pre": "<pre>\nLeft open.",
    "iframe": 'Look: <iframe src="https://spy.example/">',
    "textarea": "<textarea>\n\nStill there.",
    "comment": "<!-- left open\n\nStill there.",
    "title": RAW,
}


@pytest.mark.parametrize("raw", BODIES.values(), ids=BODIES)
def test_no_html_of_a_writer_reaches_a_renderer_of_markdown(raw: str) -> None:
    owed = {"resource_box": f"{BOX} {RAW}", "copyright": f"{COPYRIGHT} <title>", "note": raw}
    letter = issue(
        item(body=f"{TEA}\n\n{raw}", **owed), item("On rum", RUM), intro=RAW, sponsor=raw, name="<title>"
    )
    text = issue_markdown(letter)
    assert "omitted" not in rendered(text)
    assert not list(audit_markdown(letter, text))
    assert not list(audit_variants(letter, variants(letter, ENVIRONMENT)))
    html = unsafe(text)
    shown = LexborHTMLParser(html).text()
    assert "Every page has a and a body" in " ".join(shown.split())
    assert not LexborHTMLParser(html).css("title, details, pre, iframe, textarea, summary")


def test_markdown_that_hides_a_credit_is_found() -> None:
    letter = issue(item(), item("On rum", RUM))
    text = issue_markdown(letter)
    hidden = text.replace("Dear reader", "Dear <title> reader")
    assert list(audit_markdown(letter, hidden))
    assert any("HTML stands in it" in p for p in audit_markdown(letter, text.replace("Dear", "<b>Dear</b>")))
    assert list(audit_markdown(letter, text.replace("Ada Example keeps bees.", "", 1)))


def test_each_link_leads_somewhere_and_a_dead_one_is_words() -> None:
    links = (
        "[here](../about/) [there](/x?a=1&b=2) [page](//e.example/y) [dead](javascript:alert(1)) [empty]()"
    )
    said = f"{links} [top](#top) n[^1]\n\n[^1]: Note."
    letter = issue(
        item(resource_box=f"Ada Example keeps bees. {said}", body=f"{TEA} {said}", note=said),
        item("On rum", RUM, source=Source(url="https://ada.example.net/rum/"), resource_box=f"Rum. {said}"),
        intro=said,
        sponsor=said,
    )
    html, text, markdown = issue_html(letter, ENVIRONMENT), issue_text(letter), issue_markdown(letter)
    tree = LexborHTMLParser(html)
    found = [a.attributes.get("href") or "" for a in tree.css("a")]
    assert all(url.startswith(("https://", "#")) for url in found), found
    ids = {node.attributes["id"] for node in tree.css("[id]")}
    assert len(ids) == len(tree.css("[id]"))
    assert all(url[1:] in ids for url in found if url.startswith("#"))
    flat = " ".join(text.split())
    for there in (
        "https://press.example.org/articles/about/",
        "https://press.example.org/about/",
        "https://ada.example.net/about/",
        "https://ada.example.net/x?a=1&b=2",
        "https://e.example/y",
    ):
        assert there in found, there
        assert f"({there})" in flat, there
        assert f"]({there})" in markdown, there
    assert "dead empty" in flat
    assert "dead empty" in " ".join(tree.text().split())
    assert "dead empty" in markdown
    assert "](https://press.example.org/articles/on-tea/#top)" in markdown
    assert "javascript:alert(1)" not in html + text
    assert "](javascript" not in markdown
    assert not list(audit_issue(letter, message(letter, html)))
    assert not list(audit_markdown(letter, markdown))


def test_what_leads_nowhere_is_no_link_where_there_is_no_page() -> None:
    said = "[here](../about/) [top](#top) <javascript:x()> [there](https://e.example/)."
    letter = issue(item(body=f"{TEA} {said}", resource_box=f"Ada Example keeps bees. {said}", url=""))
    html = issue_html(letter, ENVIRONMENT)
    for part in ("div.body", ".credit-box"):
        found = [a.attributes.get("href") for a in one(LexborHTMLParser(html), part).css("a[href]")]
        assert found == ["https://e.example/"], part
    assert "about/" not in issue_text(letter) + issue_markdown(letter)
    assert not list(audit_issue(letter, message(letter, html)))


@pytest.mark.parametrize(
    "box", ["Hives n[^1] more", "Hives [here](../a) n[^1] more", "![x](https://far.example/1.gif) n[^1]"]
)
def test_a_footnote_of_a_box_changes_no_word_of_it_in_markdown(box: str) -> None:
    letter = issue(
        item(resource_box=f"Ada Example keeps bees. {box}\n\n[^1]: A note of hers."), item("On rum", RUM)
    )
    text = issue_markdown(letter)
    assert not list(audit_markdown(letter, text))
    assert "↩" not in text


def test_the_page_of_an_issue_tells_notes_and_links_apart(site: Site) -> None:
    site.article("tea", article_file())
    site.article("gin", article_file("On gin", "This may be printed on web sites only.", body=RUM))
    items = "items:\n- {item: on-tea, note: Ours again.}\n- {item: on-gin, as: link, note: Strong stuff.}\n"
    site.write("content/issues/3.yaml", f"number: 3\ndate: 2026-01-01\n{items}")
    site.build()
    tree = LexborHTMLParser(site.output("ezine/3/index.html"))
    assert one(tree, "meta[name=robots]").attributes["content"] == "noindex, follow"
    assert [words(note) for note in tree.css("article .note")] == [
        "Editor’s note Ours again.",
        "Editor’s note Strong stuff.",
    ]
    tea, gin = tree.css("article")
    assert words(tea).index("By Ada Example") < words(tea).index("Editor’s note")
    assert "On the web: https://press.example.org/articles/on-gin/" in words(gin)
    assert "On the web" not in words(tea)
    assert [words(line).endswith("on the web") for line in tree.css(".in-this-issue li")] == [False, True]
    assert "noindex, follow" in site.output("ezine/web.html")
    listed = LexborHTMLParser(site.output("ezine/index.html"))
    assert words(one(listed, "article")).startswith("1 January 2026 Issue 3")
