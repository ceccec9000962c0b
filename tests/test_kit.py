"""The republish kit: what others may take is whole, with its credit; what they may not is not there."""

import json
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from byline.check import check
from byline.check.linked import can_be_live
from byline.cli.judging import check as check_verb
from byline.content import read_article
from byline.errors import BuildError
from byline.extract.markdown import plain_text
from byline.extract.walk import html_blocks
from byline.joining import joined, same
from byline.model import Article, ArticleRights, Author, Credit, Licence, Use
from byline.render import links, sealed, to_html
from byline.rights.credit import as_html, as_markdown
from byline_pelican.kit import texts
from byline_pelican.kit.claims import claim_of
from byline_pelican.kit.credits import credit_beside
from byline_pelican.kit.markdown import (
    markdown_without_images,
    whole_html,
    with_whole_addresses,
    without_images,
)
from byline_pelican.kit.pictures import pictures_of
from byline_pelican.kit.places import kit_url
from tests.conftest import BOX, CONFIG, GRANTED, WEB_ONLY, Site, article_file

ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs/schemas/kit.schema.json").read_text("utf-8"))
FORMS = ("html", "markdown", "text", "email")
USES = {"email": Use.NEWSLETTER}
UNCHANGED = (
    "This article may be republished on web sites and in newsletters, unchanged, with the resource box."
)
LONG = "Tea came over the mountains in bricks, and nobody remembers who boiled the first of it. "
SIGNED = "  reviewed: {by: Ada Example, on: 2026-01-02, why: by letter}\n---\n\n"
MAX_PAGE = 50_000  # bytes, without styles and scripts


def reviewed(text: str) -> str:
    return text.replace("---\n\n", SIGNED, 1)


def folder(slug: str = "on-tea") -> str:
    return f"articles/{slug}/republish/"


def kit_of(site: Site, slug: str = "on-tea") -> Any:
    kit = json.loads(site.output(folder(slug) + "kit.json"))
    jsonschema.validate(kit, SCHEMA, format_checker=jsonschema.FormatChecker())
    return kit


def page_of(site: Site, slug: str = "on-tea") -> LexborHTMLParser:
    return LexborHTMLParser(site.output(folder(slug) + "index.html"))


def shown(page: LexborHTMLParser) -> dict[str, str]:
    return {area.attributes["data-form"] or "": area.text() for area in page.css("textarea")}


def one(page: LexborHTMLParser, selector: str) -> LexborNode:
    found = page.css_first(selector)
    assert found is not None, selector
    return found


def words_of(page: LexborHTMLParser) -> str:
    return " ".join(one(page, "main").text().split())


def verdicts(site: Site, source: Path, copies: Mapping[str, str]) -> dict[str, str]:
    article = read_article(source)
    found = {}
    for name, text in copies.items():
        verdict = check(text.encode(), article, use=USES.get(name, Use.WEB))
        fails = [f for f in verdict.findings if f.state not in {"pass", "not_applicable"}]
        found[name] = verdict.verdict if verdict.verdict == "keeps" else f"{verdict.verdict}: {fails}"
    return found


def contents(kit: Any) -> dict[str, str]:
    return {name: text["content"] for name, text in kit["texts"].items()}


def files_of(site: Site, kit: Any) -> dict[str, str]:
    top = "https://press.example.org/"
    return {name: site.output(text["address"].removeprefix(top)) for name, text in kit["texts"].items()}


BODIES = {
    "plain": "Tea is *older* than the cup. It was carried over mountains by those who never drank it.",
    "footnote": "Tea is older.[^1] It was carried over mountains by those who never had a cup of it."
    "\n\n[^1]: Than the cup, which is from the year of the great flood, as far as anybody knows today.",
    "list": "Tea was carried over mountains in bricks by those who had no cup of it:\n\n- green\n- black",
    "picture": "Tea is older than the cup. It was carried over mountains by those who never drank any.\n\n"
    "![A cup](https://press.example.org/cup.png)\n\n*The cup.*",
    "link": "See [the mountains](../mountains/) and [note](#n). Tea was carried over them by old men.",
    "address": "Write to https\\://tea.example/x_y\\_z or not. Tea was carried over mountains by old men.",
    "table": "| tea | cup |\n|---|---|\n| green | old |\n\nIt was carried over mountains by those old men.",
}


@pytest.mark.parametrize("permission", [GRANTED, UNCHANGED])
def test_every_text_of_a_kit_keeps_the_terms(site: Site, permission: str) -> None:
    sources = {
        name: site.article(name, article_file(name, permission, body=body, more=f"summary: On {name}.\n"))
        for name, body in BODIES.items()
    }
    assert site.build().edition.broken == ()
    for name, source in sources.items():
        kit = kit_of(site, name)
        assert tuple(kit["texts"]) == FORMS
        assert verdicts(site, source, contents(kit)) == dict.fromkeys(FORMS, "keeps"), name
        assert verdicts(site, source, files_of(site, kit)) == dict.fromkeys(FORMS, "keeps"), name


def test_page_manifest_and_files_say_the_same(site: Site) -> None:
    site.article("tea", article_file(body="\\\n" + BODIES["plain"] + "  \n&amp; <br> “so”\r\nit was"))
    site.build()
    kit, texts_shown = kit_of(site), shown(page_of(site))
    files = files_of(site, kit)
    for name, text in kit["texts"].items():
        assert texts_shown[name] == text["content"]
        assert "\r" not in text["content"]
        assert text["sha256"] == sha256(text["content"].encode()).hexdigest()
        assert text["file_sha256"] == sha256(files[name].encode()).hexdigest()
        assert text["content"] in files[name]


def test_a_body_that_leaves_code_open_does_not_swallow_the_credit(site: Site) -> None:
    source = site.article("tea", article_file(body=f"{LONG}\n\n~~~~\nbrick by brick"))
    site.build()
    assert verdicts(site, source, contents(kit_of(site))) == dict.fromkeys(FORMS, "keeps")


HOSTILE = [
    "</textarea><script>alert(1)</script>",
    "<b>Bold</b> & \"quoted\" 'title'",
    "# *Not* [a link](javascript:x) #",
    "{{ config }} {% raw %}",
    "\u200fעל תה\u202e",
    "1. A list &lt;i&gt;",
]


def test_a_hostile_title_is_words_in_every_text(site: Site) -> None:
    sources = {
        f"t{n}": site.article(
            f"t{n}",
            article_file(json.dumps(title), more=f"slug: t{n}\nsummary: On {n}.\n", body=f"{LONG} No {n}."),
        )
        for n, title in enumerate(HOSTILE)
    }
    assert site.build().edition.broken == ()
    for (slug, source), title in zip(sources.items(), HOSTILE, strict=True):
        kit, page = kit_of(site, slug), page_of(site, slug)
        copies = contents(kit)
        assert shown(page) == copies
        assert {s.attributes.get("src") for s in page.css("main script")} == set()
        assert verdicts(site, source, copies) == dict.fromkeys(FORMS, "keeps")
        heading = one(LexborHTMLParser(copies["html"]), "h1").text()
        rendered = one(LexborHTMLParser(to_html(copies["markdown"])), "h2").text()
        assert heading == rendered == " ".join(title.split())
        assert "<script" not in to_html(copies["markdown"]) + copies["html"] + copies["email"]


def test_forty_authors_are_all_credited_and_the_page_names_a_few(site: Site) -> None:
    names = [f"Ada Example {chr(97 + n % 26)}{n}" for n in range(40)]
    text = article_file().replace("[Ada Example]", json.dumps(names))
    site.article("tea", text)
    site.build()
    for content in contents(kit_of(site)).values():
        assert all(name in " ".join(content.split()) for name in names)
    assert "and 37 others" in words_of(page_of(site))
    assert len(site.files()[folder() + "index.html"]) < MAX_PAGE


def test_right_to_left_text_says_so(site: Site) -> None:
    site.article("tea", article_file("שלום", more="language: he\nslug: on-tea\n", body="תה ישן מן הספל."))
    site.build()
    kit = kit_of(site)
    assert '<article lang="he" dir="rtl">' in kit["texts"]["html"]["content"]
    assert 'lang="he" dir="rtl"' in kit["texts"]["email"]["content"]
    assert one(page_of(site), "h1").attributes["dir"] == "rtl"


def test_an_article_without_a_date_has_a_kit(site: Site) -> None:
    site.article("tea", article_file().replace("date: 2026-03-14\n", ""))
    site.build()
    assert kit_of(site)["article"]["date"] is None


def test_a_form_whose_use_is_not_lent_is_not_there(site: Site) -> None:
    site.article("tea", article_file(permission=WEB_ONLY))
    site.build()
    kit = kit_of(site)
    assert tuple(kit["texts"]) == ("html", "markdown", "text")
    assert kit["lacking"]["email"]["words"] == "Newsletters must ask for permission first."
    assert folder() + "email.html" not in site.files()
    assert "E-mail: use in newsletters needs the author's permission first" in words_of(page_of(site))


def test_a_review_lends_nothing_to_others(site: Site) -> None:
    only = "This article may be reprinted in newsletters. Web sites must ask for permission first."
    source = site.article("tea", reviewed(article_file(permission=only)))
    site.build()
    kit = kit_of(site)
    assert tuple(kit["texts"]) == ("markdown", "text", "email")
    assert not kit["uses"]["web"]["granted"]
    assert kit["lacking"]["html"]["words"] == "Web sites must ask for permission first."
    assert verdicts(site, source, {"email": kit["texts"]["email"]["content"]}) == {"email": "keeps"}


def test_an_article_that_lends_nothing_says_why_and_how_to_ask(site: Site) -> None:
    site.write("pelicanconf.py", f"{CONFIG}BYLINE = {{'contact': 'Desk <desk@press.example.org>'}}\n")
    words = "Newsletters must ask for permission first."
    site.article("tea", reviewed(article_file(permission=words)))
    site.build()
    page, kit = page_of(site), kit_of(site)
    assert kit["texts"] == kit["lacking"] == {}
    assert page.css("textarea") == page.css("main button") == []
    assert words in words_of(page)
    mail = one(page, 'a[href^="mailto:"]').attributes["href"] or ""
    assert mail.startswith("mailto:desk@press.example.org?")
    assert sorted(n for n in site.files() if n.startswith(folder())) == [
        folder() + "index.html",
        folder() + "kit.json",
    ]
    assert "How to ask for it" in site.output("articles/on-tea/index.html")


def test_the_article_leads_to_its_kit_and_the_kit_to_the_article(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    article = LexborHTMLParser(site.output("articles/on-tea/index.html"))
    link = next(a for a in article.css("a") if a.text() == "Republish this article")
    assert (link.attributes["href"] or "").endswith(folder())
    assert one(page_of(site), "h1 a").attributes["href"] == "../../../articles/on-tea/"


def test_a_kit_is_kept_out_of_search_engines(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    page = page_of(site)
    assert one(page, 'meta[name="robots"]').attributes["content"] == "noindex"
    assert page.css("[data-pagefind-body]") == []


def test_what_is_withheld_or_a_draft_has_no_kit(site: Site) -> None:
    site.article("tea", article_file())
    site.article("rum", article_file("On rum", "All rights reserved.", body="Molasses and dunder."))
    site.article("gin", article_file("On gin", more="status: draft\n", body="Juniper and angelica."))
    site.build()
    names = [name for name in site.files() if "republish" in name]
    assert all(name.startswith(folder()) for name in names)
    for data in site.files().values():
        assert b"dunder" not in data
        assert b"angelica" not in data


def test_a_long_article_is_downloaded_and_its_page_stays_light(site: Site) -> None:
    source = site.article("tea", article_file(body=(LONG * 5 + "\n\n") * 30))
    site.build()
    page, kit = page_of(site), kit_of(site)
    assert len(site.files()[folder() + "index.html"]) < MAX_PAGE
    assert tuple(shown(page)) == FORMS[: len(shown(page))]
    assert 0 < len(shown(page)) < len(FORMS)
    assert len(page.css("button[data-copy]")) == len(page.css("a[download]")) == len(FORMS)
    assert verdicts(site, source, contents(kit)) == dict.fromkeys(FORMS, "keeps")


def test_the_checklist_tells_duties_from_a_wish(site: Site) -> None:
    words = f"{UNCHANGED} A note to the author is appreciated."
    site.article("tea", article_file(permission=words))
    site.build()
    page, kit = page_of(site), kit_of(site)
    must = [" ".join(li.text().split()) for li in page.css(".checks li")]
    assert any("the resource box" in line for line in must)
    assert any("The text must stay as it is." in line for line in must)
    assert not any("likes to be told" in line for line in must)
    assert "A wish, no duty" in words_of(page)
    assert kit["notice"]["asked"] == "appreciated"
    assert {line["duty"] for line in kit["keep"]} == {"resource_box"}
    assert all(line["words"] for line in kit["keep"])


MAILED = [  # the end of the statement, the box, whom to write to, how the mail begins
    (
        " Please tell me at ada@example.org.",
        BOX,
        "ada@example.org",
        "Dear Ada Example, I have reprinted your article",
    ),
    (
        " You must notify me before you use it.",
        "Write to ada@box.example.",
        "ada@box.example",
        "Dear Ada Example, I am going to reprint your article",
    ),
    (
        " A note to the author is appreciated.",
        BOX,
        "desk@press.example.org",
        "Hello, I have reprinted an article of your site",
    ),
]


@pytest.mark.parametrize("case", MAILED, ids=[case[2] for case in MAILED])
def test_the_mail_to_the_author_is_written(site: Site, case: tuple[str, str, str, str]) -> None:
    asks, box, to, begins = case
    site.write("pelicanconf.py", f"{CONFIG}BYLINE = {{'contact': 'desk@press.example.org'}}\n")
    title = 'Tea & milk? 100% "so" #1 + more=less'
    text = article_file(json.dumps(title), f"{GRANTED}{asks}", more="slug: on-tea\n").replace(BOX, box)
    site.article("tea", text)
    site.build()
    mail = kit_of(site)["notice"]["mailto"]
    assert mail in [a.attributes["href"] for a in page_of(site).css("a")]
    parts = urlsplit(mail)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", to)
    assert mail.isascii()
    assert "+" not in parts.query  # RFC 6068, section 5: a plus is a plus
    fields = parse_qs(parts.query, strict_parsing=True)
    assert list(fields) == ["subject", "body"]
    assert fields["subject"] == [f"Reprint of “{title}”"]
    body = fields["body"][0]
    assert " ".join(body.split()).startswith(begins)
    assert "\n" not in body.replace("\r\n", "")
    assert f"“{title}”\r\nhttps://press.example.org/articles/on-tea/" in body


ADDRESSES = [  # the end of the statement, the box, whom to write to
    (
        "Please notify me.",
        "Join by list-subscribe@example.net, or write to ada@example.net.",
        "ada@example.net",
    ),
    ("Please notify me.", "Join by list-subscribe@example.net.", "desk@press.example.org"),
    ("Please notify me.", "Write to ada@example.net or bob@example.net.", "desk@press.example.org"),
    ("Report spam to abuse@host.example. Please notify me at ada@example.net.", BOX, "ada@example.net"),
    ("Please notify me. Report spam to abuse@host.example.", "Write to ada@example.net.", "ada@example.net"),
    ("Please notify me at https://ada.example.net/contact.", BOX, "https://ada.example.net/contact"),
    ("Please notify me at ada+reprint&x=y@example.net.", BOX, "ada+reprint&x=y@example.net"),
    ("Please notify me at [my desk](mailto:ada@example.net?subject=x).", BOX, "ada@example.net"),
    ("Please notify me at ada (at) example (dot) net.", BOX, "ada@example.net"),
]


@pytest.mark.parametrize(("asks", "box", "to"), ADDRESSES)
def test_whom_to_write_to_is_said_by_the_sentence_that_asks(site: Site, asks: str, box: str, to: str) -> None:
    site.write("pelicanconf.py", f"{CONFIG}BYLINE = {{'contact': 'desk@press.example.org'}}\n")
    site.article("tea", article_file(permission=f"{GRANTED} {asks}").replace(BOX, box))
    assert site.build().edition.broken == ()
    notice = kit_of(site)["notice"]
    assert notice["to"] == to
    mail = unquote(urlsplit(notice["mailto"] or "").path)
    assert mail == ("" if to.startswith("https") else to)


def test_a_grant_to_translate_gives_no_text_to_paste(site: Site) -> None:
    site.article("tea", reviewed(article_file(permission="You may translate this article.")))
    assert site.build().edition.broken == ()
    kit = kit_of(site)
    assert kit["uses"]["translation"]["granted"]
    assert kit["texts"] == kit["lacking"] == {}
    assert page_of(site).css("textarea") == []
    assert "You may translate this article." in words_of(page_of(site))
    assert "Republish this article" not in site.output("articles/on-tea/index.html")


def test_nobody_is_written_to_where_nothing_is_asked(site: Site) -> None:
    site.write("pelicanconf.py", f"{CONFIG}BYLINE = {{'contact': 'desk@press.example.org'}}\n")
    site.article("tea", article_file())
    site.build()
    assert kit_of(site)["notice"] == {"asked": "none", "to": None, "mailto": None, "words": ""}
    assert page_of(site).css('a[href^="mailto:"]') == []


def test_the_canonical_element_is_shown_where_the_terms_ask_for_it(site: Site) -> None:
    asks = "This may be republished on web sites. Set the canonical link to the original."
    text = article_file(permission=asks, more="source: {url: 'https://shelf.example.org/tea?a=1&b=2'}\n")
    site.article("tea", text)
    site.article(
        "rum", article_file("On rum", body="Rum is younger than sugar, and was made of what was left.")
    )
    site.build()
    element = '<link rel="canonical" href="https://shelf.example.org/tea?a=1&amp;b=2">'
    assert kit_of(site)["canonical_link"] == element
    assert element in one(page_of(site), "#html").parent.css_first("code").text()  # type: ignore[union-attr]
    assert kit_of(site, "on-rum")["canonical_link"] is None


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("</textarea><script>alert(1)</script>", LONG),
        ("On tea", f"{LONG} Of &lt;script&gt; and `<p>` and &lt;b&gt;."),
    ],
)
def test_the_files_of_a_kit_pass_the_check_by_their_names(site: Site, title: str, body: str) -> None:
    site.article("tea", article_file(json.dumps(title), body=body, more="slug: on-tea\n"))
    assert site.build().edition.broken == ()
    for text in texts.FORMS:
        copy = site.root / "output" / folder() / text.file
        done = CliRunner().invoke(
            check_verb,
            [
                str(copy),
                "--article",
                "on-tea",
                "--config",
                str(site.root / "pelicanconf.py"),
                *(["--use", "newsletter"] if text.name == "email" else []),
            ],
        )
        assert done.exit_code == 0, (text.file, done.output)


NAMES = [
    "J. *Star* Example",
    "Bob <b> Example",
    "Ada [Ex] *ample*",
    "Ada _Under_ Example",
    "1. Ada",
    "A & B &amp; C",
]


def test_a_name_is_words_in_every_text(site: Site) -> None:
    sources = {}
    for number, name in enumerate(NAMES):
        text = article_file(more=f"slug: n{number}\nsummary: On {number}.\n", body=f"{LONG} No {number}.")
        sources[f"n{number}"] = site.article(f"n{number}", text.replace("[Ada Example]", json.dumps([name])))
    assert site.build().edition.broken == ()
    for (slug, source), name in zip(sources.items(), NAMES, strict=True):
        copies = contents(kit_of(site, slug))
        assert verdicts(site, source, copies) == dict.fromkeys(FORMS, "keeps"), name
        assert f"By {name}\n" in copies["text"]


MAILS = [  # in the box, in a plain text, whether it is owed as a link
    ("[Write](mailto:ada@example.net?subject=Hello%20Ada)", "Write (ada@example.net)", True),
    ("[ada@example.net](mailto:ada@example.net?subject=x)", "ada@example.net", True),
    ("[mail](mailto:ada@example.net,eve@evil.example?bcc=x@evil.example&body=hi)", "mail", False),
    ("[mail](<mailto:ada@example.net%0D%0ABcc:eve@evil.example>)", "mail", False),
]


@pytest.mark.parametrize(("link", "said", "owed"), MAILS)
def test_a_mail_link_is_one_address_or_words(site: Site, link: str, said: str, owed: bool) -> None:
    text = article_file(body=LONG).replace(BOX, f"Ada keeps bees in the hills: {link}, and answers.")
    source = site.article("tea", text)
    assert site.build().edition.broken == ()
    copies = contents(kit_of(site))
    assert f"hills: {said}, and answers." in " ".join(copies["text"].split())
    assert verdicts(site, source, copies) == dict.fromkeys(FORMS, "keeps")
    assert can_be_live(links(link)[0].url) == owed


# Body and credit side by side ---------------------------------------------------------------------

EVIL = "https://evil.example.net/"
ADA = "https://ada.example.net/hives"
SIDE_BY_SIDE = [  # body, box, links of the box
    (
        "[x][1] [y][2]\n\n[1]: https://b.example/\n[2]: https://c.example/",
        f"See [hives][1].\n\n[1]: {ADA}",
        [ADA],
    ),
    (f"Of bees.\n\n[hives]: {EVIL}", "Ada [hives] keeps bees.", []),
    (f"Of bees.[^1]\n\n[^1]: See [it]({EVIL}).", "Ada keeps bees[^1] and hives.", []),
    ("Of bees.[^1]\n\n[^1]: And of hives.", "Ada keeps bees.[^1]\n\n[^1]: And hives.", []),
    ("Of [bees] and hives.", f"Ada keeps [bees].\n\n[bees]: {ADA}", [ADA]),
    ("Of bees.\n\n- one\n- two", f"- Ada\n- [keeps]({ADA}) bees", [ADA]),
    (f"Of ![bees].\n\n[bees]: {EVIL}bees.png", "Ada keeps ![bees] and hives.", []),
]


@pytest.mark.parametrize(("body", "box", "wanted"), SIDE_BY_SIDE)
def test_body_and_credit_are_texts_of_their_own(site: Site, body: str, box: str, wanted: list[str]) -> None:
    text = article_file(body=f"{LONG}\n\n{body}").replace(BOX, box.replace("\n", "\n    "))
    source = site.article("tea", text)
    assert site.build().edition.broken == ()
    copies = contents(kit_of(site))
    assert verdicts(site, source, copies) == dict.fromkeys(FORMS, "keeps")
    rendered = to_html(copies["markdown"].rpartition("\n---\n")[2])
    whole = to_html(copies["markdown"])
    shown_box = " ".join(plain_text(read_article(source).rights.resource_box).split())
    if "[^1]:" not in box:
        assert shown_box in " ".join(plain_text(copies["markdown"]).split())
    for html in (rendered, whole):
        credit = html[html.rindex("By Ada") :] if "By Ada" in html else html
        found = [
            a.attributes["href"] for a in LexborHTMLParser(credit.partition("<section")[0]).css("a[href]")
        ]
        assert [url for url in found if not (url or "").startswith("#")] == wanted
        assert "<img" not in credit


@given(
    st.lists(
        st.lists(
            st.sampled_from(
                [
                    "[a]",
                    "[a][b]",
                    "[^a]",
                    "*b*",
                    "`c",
                    "[b]: /u\n",
                    "\n\n[a]: /v\n",
                    "\n\n[^a]: n\n",
                    "\n\n",
                    "- i\n",
                    "> q\n",
                    "w ",
                ]
            ),
            max_size=6,
        ).map("".join),
        max_size=3,
    )
)
def test_joined_texts_say_what_each_says_alone(parts: list[str]) -> None:
    given_parts = [part for part in parts if part.strip()]
    whole = joined(parts)
    assert same(whole, given_parts)


# Pictures ------------------------------------------------------------------------------------------

OTHERS = "This article may be republished on web sites and in newsletters. Third-party content is excluded."
NO_PICTURES = "This article may be republished on web sites and in newsletters. Pictures are not included."
LENGTH = (
    "Tea was carried over mountains in bricks by those who never had a cup of it, and never asked for one."
)
PICTURES = [  # body, statement, kind of what is left out
    ("![A cup](https://press.example.org/cup.png)", GRANTED, ""),
    ("![A cup](https://far.example/cup.png)", GRANTED, ""),
    ("![A cup](https://press.example.org/cup.png)\n\n*The cup. Photo: Ada Example*", GRANTED, ""),
    ("![A cup](https://press.example.org/cup.png)\n\n*The cup. Photo by the author, in May*", GRANTED, ""),
    ("![A cup](https://press.example.org/cup.png)\n\n*The cup. © 2026 Ada Example*", GRANTED, ""),
    (
        "![A cup](https://press.example.org/cup.png)\n\n*The cup. Photo: Jane Example / Agency*",
        GRANTED,
        "of_another",
    ),
    (
        "![A cup](https://press.example.org/cup.png)\n\n*The cup. Photo: Ada Example / Agency*",
        GRANTED,
        "of_another",
    ),
    (
        "![A cup](https://press.example.org/cup.png)\n\n*The cup. © 2020 Example Museum*",
        GRANTED,
        "of_another",
    ),
    (
        "![A cup](https://press.example.org/cup.png)\n\n*The cup, courtesy of the Example Museum*",
        GRANTED,
        "of_another",
    ),
    (
        "![A cup](https://press.example.org/cup.png)\n\n*The cup. Used with permission.*",
        GRANTED,
        "of_another",
    ),
    ("![A cup](https://press.example.org/cup.png)\n\nFoto: Jana Beispiel", GRANTED, "of_another"),
    (
        "![A cup](https://press.example.org/cup.png)\\\n*The cup. Image credit: Jane Example*",
        GRANTED,
        "of_another",
    ),
    ("![© Jane Example](https://press.example.org/cup.png)", GRANTED, "of_another"),
    ('![A cup](https://press.example.org/cup.png "Getty Images")', GRANTED, "of_another"),
    (
        "![A cup](https://press.example.org/cup.png)\n\n![](https://x.example/p)\n\n*Photos: Jane Poe*",
        GRANTED,
        "of_another",
    ),
    (
        "| ![A cup](https://press.example.org/cup.png) |\n|---|\n| Photo: Jane Example |",
        GRANTED,
        "of_another",
    ),
    (
        "| ![A cup](https://press.example.org/cup.png) | Photo: Jane Example |\n|---|---|",
        GRANTED,
        "of_another",
    ),
    *(
        (f"![A cup](https://press.example.org/cup.png)\n\n{caption}", GRANTED, "of_another")
        for caption in (
            "The harbour at dusk. (Jane Doe/AP)",
            "The harbour at dusk, by photographer Jane Doe.",
            "The harbour at dusk. Photo 3: Jane Doe",
            "*The harbour.* Jane Doe via Reuters",
            "*Photo: Jane Doe, CC BY-NC 4.0*",
            "*The harbour. CC BY-NC-SA 4.0*",
        )
    ),
    *(
        (f"{credit}\n\n![A cup](https://press.example.org/cup.png)", GRANTED, "of_another")
        for credit in ("Photo credit: Jane Doe", "*Photo: Jane Doe*", "© 2020 Jane Doe")
    ),
    ("*The slanted words of Jane Doe.*\n\n![A cup](https://press.example.org/cup.png)", GRANTED, ""),
    ("![A cup](https://press.example.org/cup.png)\n\nJane Doe drank tea by the harbour.", GRANTED, ""),
]


def test_a_picture_goes_along_unless_it_is_another_s(site: Site) -> None:
    sources = {}
    for number, (picture, permission, _) in enumerate(PICTURES):
        body = f"{LENGTH}\n\n{picture}\n\n{LONG} This is number {number}."
        more = f"slug: p{number}\nsummary: On {number}.\n"
        sources[f"p{number}"] = site.article(
            f"p{number}", article_file("On it", permission, body=body, more=more)
        )
    assert site.build().edition.broken == ()
    for (slug, source), (picture, _, kind) in zip(sources.items(), PICTURES, strict=True):
        kit = kit_of(site, slug)
        assert {left["kind"] for left in kit["left_out"]} == ({kind} if kind else set()), picture
        there = {name for name, content in contents(kit).items() if "cup.png" in content}
        assert there == (set() if kind else {"html", "markdown", "email"}), picture
        assert verdicts(site, source, contents(kit)) == dict.fromkeys(FORMS, "keeps"), picture
        assert ("Pictures left out" in words_of(page_of(site, slug))) == bool(kind)


def test_where_the_terms_leave_pictures_out_the_text_is_lent_without_them(site: Site) -> None:
    body = f"{LENGTH}\n\n![A cup](https://press.example.org/cup.png)\n\n*The cup.*\n\n{LONG}"
    site.article("tea", reviewed(article_file(permission=NO_PICTURES, body=body)))
    site.build()
    kit = kit_of(site)
    assert tuple(kit["texts"]) == FORMS
    assert [(left["kind"], left["words"]) for left in kit["left_out"]] == [
        ("pictures_excluded", "Pictures are not included.")
    ]
    assert not any("cup.png" in content for content in contents(kit).values())


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("Photo: Jane Example", True),
        ("Photograph by Jane Example for the Example Times", True),
        ("(Jane Example/AP)", True),
        ("via Unsplash", True),
        ("写真: 山田", None),
        ("Fotografie von Jana Beispiel", True),
        ("Map: the way over the mountains", False),
        ("Photo: Ada Example and Bob Example", None),
        ("A picture of Ada Example", None),
        ("image by image, and step by step", False),
        ("Bob Example's photo: the author's own", None),
        ("", None),
    ],
)
def test_words_beside_a_picture_are_read_as_a_credit(words: str, others: bool | None) -> None:
    found = credit_beside(words, ["Ada Example", "Bob Example"])
    assert (found.others if found else None) == others


@pytest.mark.parametrize(
    ("words", "kept_back"),
    [
        ("Text may be republished; all photos © Bob Lens, all rights reserved.", True),
        ("You may reprint the text only.", True),
        ("You may reprint the text of this article, without the pictures.", True),
        ("Photos may not be reused.", True),
        ("Photos copyright Bob Lens.", True),
        ("Copyright of the photos: Bob Lens.", True),
        ("Photos courtesy of the Example Museum.", True),
        ("All images © Ada Example, all rights reserved.", True),
        ("Text and photos © Ada Example, all rights reserved.", False),
        ("Print it with or without the pictures.", False),
        ("Photos by the author.", False),
        ("This may be reprinted on web sites. Keep the text as it is.", False),
    ],
)
def test_a_statement_may_keep_the_pictures_back(words: str, kept_back: bool) -> None:
    rights = ArticleRights(permission=f"This may be reprinted. {words}")
    article = Article("T", "t", "B", authors=(Author("Ada Example"),), rights=rights)
    found = claim_of(article)
    assert bool(found) == kept_back
    assert found in words


def test_pictures_that_the_statement_keeps_back_stay_here(site: Site) -> None:
    body = f"{LONG}\n\n![A cup](https://press.example.org/cup.png)\n\n{LENGTH}"
    site.article("tea", article_file(permission=f"{GRANTED} All photos © Bob Lens.", body=body))
    assert site.build().edition.broken == ()
    kit = kit_of(site)
    assert [(left["kind"], left["words"]) for left in kit["left_out"]] == [
        ("pictures_excluded", "All photos © Bob Lens.")
    ]
    assert not any("cup.png" in content for content in contents(kit).values())


def test_a_credit_is_of_the_picture_that_it_stands_with() -> None:
    own = "![mine](https://a.example/own.png)"
    other = "![x](https://a.example/o.png)"

    def credited(markdown: str) -> list[str]:
        found = pictures_of(to_html(markdown))
        return [picture.url[-5] for picture in found if credit_beside(picture.words, ())]

    assert credited(f"{own}\n\n{other}\\\n*Photo: Jane Doe*") == ["o"]
    assert credited(f"{other}\n\n*Photo: Jane Doe*\n\n{own}") == ["o"]
    assert credited(f"*Photo: Jane Doe*\n\n{other}\n\nWords.\n\n{own}") == ["o"]
    one, two = "![1](https://a.example/1.png)", "![2](https://a.example/2.png)"
    above = pictures_of(to_html(f"*Photo: Jane*\n\n{one}\n\n*Photo: Bob*\n\n{two}"))
    assert [picture.words.partition("\n")[0] for picture in above] == ["Photo: Jane", "Photo: Bob"]
    below = pictures_of(to_html(f"{one}\n\n*Photo: Jane*\n\n{two}\n\n*Photo: Bob*"))
    assert [picture.words.partition("\n")[0] for picture in below] == ["Photo: Jane", "Photo: Bob"]
    cells = pictures_of(to_html(f"| {one} | {two} |\n|---|---|\n| Photo: Jane | Photo: Bob |"))
    assert [picture.words.partition("\n")[0] for picture in cells] == ["Photo: Jane", "Photo: Bob"]


def test_a_caption_is_found_below_its_picture() -> None:
    html = to_html("![a](a.png)\n\n*The cup.*\n\nMuch text.\n\n![b](b.png)\n\nMore *text*.")
    assert [picture.words for picture in pictures_of(html)] == ["The cup.\na", "b"]


IMAGES = st.sampled_from(
    [
        "![a](x.png)",
        '![b *c*](<y z.png> "t \\" u")',
        "[![d](w.png)](https://e.example/(1))",
        "![e [f] g](v.png)",
        "![h][ref]",
        "![](u.png)",
    ]
)
TEXTS = st.sampled_from(
    [
        "Words here.",
        "`![no](code.png)`",
        "\\![no](escaped.png)",
        "*slanted*",
        "[link](rel/)",
        "a\\\nb",
        "> quoted",
        "- item",
        "```\n![no](block.png)\n```",
    ]
)
GAPS = st.sampled_from(["\n\n", " ", "\n", "\\\n"])


@given(st.lists(st.tuples(st.one_of(IMAGES, TEXTS), GAPS), max_size=12), st.data())
def test_taking_an_image_out_of_markdown_touches_no_word_and_no_other_image(
    pieces: list[tuple[str, str]], data: st.DataObject
) -> None:
    markdown = "".join(piece + gap for piece, gap in pieces) + "\n\n[ref]: r.png\n"
    html = to_html(markdown)
    images = [node.attributes.get("src") for node in LexborHTMLParser(html).css("img")]
    out = frozenset(data.draw(st.sets(st.sampled_from(range(len(images)))))) if images else frozenset()
    edited = markdown_without_images(markdown, out)
    kept = [src for number, src in enumerate(images) if number not in out]
    for left in filter(None, (to_html(edited), without_images(html, out))):
        assert [node.attributes.get("src") for node in LexborHTMLParser(left).css("img")] == kept
        said = " ".join(block.text for block in html_blocks(left)).split()
        assert said == plain_text(markdown).split()


def test_relative_addresses_become_whole_and_places_in_the_text_stay() -> None:
    base = "https://press.example.org/articles/on-tea/"
    markdown = '[a](../rum/ "t") [b](#n) ![c](<d e.png>) `[x](y)` [f](mailto:a@b.example) [g]\n\n[g]: /g'
    whole = with_whole_addresses("[a](../rum/) [b](#n) ![c](d.png)\n\n[g]\n\n[g]: /g", base)
    assert "](https://press.example.org/articles/rum/)" in whole
    assert "](#n)" in whole
    assert "[g]: https://press.example.org/g" in whole
    assert to_html(with_whole_addresses(markdown, base)) in {whole_html(markdown, base), to_html(markdown)}


# The credit as Markdown ----------------------------------------------------------------------------

CREDITS = [
    Credit("T"),
    Credit("T", (Author("Ada Example"), Author("Bob [B] *Example*", "https://bob.example/(1)?a=1&copy=2"))),
    Credit(
        "T",
        (Author("Ada Example", "javascript:alert(1)"),),
        copyright="Copyright 2026 Ada Example\n© 2020 [Bob](https://bob.example/)",
        resource_box=f"{BOX}\n\n- one\n- two",
        permission=f"{GRANTED}\n\nCopyright 2026 Ada Example",
        source_url="https://shelf.example.org/a_b_c?x=1&y=*",
        licence=Licence("https://creativecommons.org/licenses/by-nd/4.0/", "CC-BY-ND-4.0"),
    ),
    Credit(
        "T",
        resource_box="```\nleft open",
        permission="<!-- left open",
        source_line="First in [The Letter](https://letter.example.org/)",
        licence=Licence("https://licence.example/"),
    ),
]


@pytest.mark.parametrize("owed", CREDITS)
def test_the_credit_as_markdown_says_the_words_and_links_of_the_html(owed: Credit) -> None:
    html, markdown = as_html(owed), as_markdown(owed)
    rendered = LexborHTMLParser(to_html(markdown))
    wanted = LexborHTMLParser(html)
    assert rendered.text(separator=" ").split() == wanted.text(separator=" ").split()
    assert [(a.text(), a.attributes["href"]) for a in rendered.css("a")] == [
        (a.text(), a.attributes["href"]) for a in wanted.css("a")
    ]


@given(st.text(alphabet="`~ \n-<!>a", max_size=40))
def test_after_a_sealed_text_a_paragraph_begins(text: str) -> None:
    assert "<p>following</p>" in to_html(f"{sealed(text)}\n\nfollowing") or "<!" in text


# The audit -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "{{ text.content_html }}</textarea>",
            "{{ text.content_html|truncate(120, true, '', 0) }}</textarea>",
        ),
        ("{{ text.content_html }}</textarea>", "{{ kit.piece.html|e }}</textarea>"),
    ],
)
def test_a_theme_that_cuts_a_text_to_copy_ends_the_build(site: Site, old: str, new: str) -> None:
    template = (ROOT / "theme/templates/republish.html").read_text("utf-8")
    assert old in template
    site.write("templates/republish.html", template.replace(old, new))
    site.write("pelicanconf.py", f'{CONFIG}THEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    site.article("tea", article_file())
    with pytest.raises(BuildError) as error:
        site.build()
    assert "the resource box is not on articles/on-tea/republish/index.html" in str(error.value)
    assert not (site.root / "output").exists()


@pytest.mark.parametrize("writer", ["as_html", "as_markdown", "as_text"])
def test_code_that_loses_the_credit_of_a_text_publishes_nothing_of_it(
    site: Site, writer: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, writer, lambda *_: "By Ada Example")
    site.article("tea", article_file())
    assert site.build().edition.broken == ()
    kit = kit_of(site)
    lost = {"as_html": {"html", "email"}, "as_markdown": {"markdown"}, "as_text": {"text"}}[writer]
    assert set(kit["lacking"]) == lost == set(FORMS) - set(kit["texts"])
    assert not any((folder() + text.file) in site.files() for text in texts.FORMS if text.name in lost)
    assert all(words_of(page_of(site)).count(line["reason"][:40]) for line in kit["lacking"].values())


@pytest.mark.parametrize("name", ["article.html", "article.md", "article.txt", "email.html", "kit.json"])
def test_a_file_of_a_kit_without_its_credit_ends_the_build(
    site: Site, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from byline_pelican import outputs, press  # noqa: PLC0415  the table is patched

    def spoiled(*given: Any) -> Any:
        for make in outputs.FILES:
            for path, data in make(*given):
                mine = path.endswith(f"republish/{name}")
                yield path, data.replace(b"hives", b"hovels") if mine else data

    monkeypatch.setattr(press, "FILES", (spoiled,))
    site.article("tea", article_file())
    with pytest.raises(BuildError, match=f"republish/{name}"):
        site.build()


def test_a_link_that_the_credit_has_got_ends_the_build(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from byline_pelican import outputs, press  # noqa: PLC0415  the table is patched

    def spoiled(*given: Any) -> Any:
        for make in outputs.FILES:
            for path, data in make(*given):
                yield path, data.replace(rb"\[hives]", b"[hives]") if path.endswith(".md") else data

    monkeypatch.setattr(press, "FILES", (spoiled,))
    text = article_file(body=f"{LONG}\n\n[hives]: {EVIL}").replace(BOX, "Ada [hives] keeps bees.")
    site.article("tea", text)
    with pytest.raises(BuildError, match=rf"has got a link to {EVIL} in .*article\.md"):
        site.build()


def test_a_form_that_would_lose_much_is_left_out_and_the_article_stays(site: Site) -> None:
    pictures = "\n\n".join(
        f"![{n}](https://x.example/{n}.png)\\\n*Cup {n}. Photo: Jane Example*" for n in range(99)
    )
    site.article("tea", article_file(body=f"{LONG}\n\n{pictures}"))
    assert site.build().edition.broken == ()
    kit = kit_of(site)
    assert set(kit["texts"]) | set(kit["lacking"]) == set(FORMS)
    assert all(line["reason"] for line in kit["lacking"].values())
    assert not any("x.example" in content for content in contents(kit).values())


def test_a_textarea_anywhere_is_text_to_copy(site: Site) -> None:
    page = (ROOT / "theme/templates/page.html").read_text("utf-8")
    loose = "<textarea>{{ articles[0].content|striptags }}</textarea>{% endblock %}"
    site.write("templates/page.html", page.rsplit("{% endblock %}", 1)[0] + loose)
    site.write("pelicanconf.py", f'{CONFIG}THEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    site.write("content/pages/about.md", "---\ntitle: About\n---\n\nAbout this press.\n")
    site.article("tea", article_file(body=LONG * 3))
    with pytest.raises(BuildError, match=r"about/index\.html"):
        site.build()


@pytest.mark.parametrize(
    ("save_as", "url"),
    [
        ("articles/{slug}/index.html", "articles/on-tea/republish/"),
        ("articles/{slug}.html", "articles/on-tea/republish/"),
        ("{slug}/index.html", "on-tea/republish/"),
        ("{slug}", "on-tea-republish/"),
    ],
)
def test_a_kit_stands_below_its_article(save_as: str, url: str) -> None:
    assert kit_url("on-tea", {"ARTICLE_SAVE_AS": save_as}) == url


def test_links_of_the_credit_must_stay_live(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    assert kit_of(site)["links"] == [{"text": "her hives", "url": "https://ada.example.net/hives"}]
    assert links(kit_of(site)["texts"]["markdown"]["content"])[-1].url == "https://ada.example.net/hives"
