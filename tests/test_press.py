"""The press: what is granted is published with its credit, what is not is withheld, and it fails closed."""

import email
import email.policy
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path

import feedparser
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner, Result
from lxml import etree

from byline.check import check
from byline.cli import byline
from byline.content import read_article
from byline.errors import BuildError, BylineError, SettingsError
from byline_pelican.configuration import read_configuration, theme_folder
from byline_pelican.ezine.compose import compose
from byline_pelican.ezine.printing import print_issue
from byline_pelican.press import MANIFEST, press
from byline_pelican.report import as_record, as_tables
from byline_pelican.shelf import read_edition
from tests.conftest import BOX, CONFIG, COPYRIGHT, GRANTED, WEB_ONLY, Site, article_file

PAGE = "articles/{}/index.html"


def test_granted_articles_are_published_and_the_others_withheld_with_a_reason(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article("rum", article_file("On rum", "All rights reserved."))
    site.article("gin", article_file("On gin", ""))
    built = site.build()
    assert [e.article.title for e in built.edition.published] == ["On tea"]
    reasons = {w.entry.article.title: (w.reason, w.mend) for w in built.edition.withheld}
    assert set(reasons) == {"On rum", "On gin"}
    assert all(reason and mend for reason, mend in reasons.values())
    assert "silence grants nothing" in reasons["On gin"][0]


def test_a_withheld_article_is_nowhere_in_the_output(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article("rum", article_file("On rum", "All rights reserved.", body="Molasses and dunder."))
    site.build()
    for name, data in site.files().items():
        assert "rum" not in name
        assert b"On rum" not in data
        assert b"dunder" not in data


def test_page_feed_and_both_mail_parts_carry_the_whole_credit(site: Site) -> None:
    path = site.article("tea", article_file())
    site.build()
    article = read_article(path)
    item = feedparser.parse(site.output("feeds/all.rss.xml")).entries[0]
    copies = {
        "page": site.output(PAGE.format("on-tea")),
        "feed": item.content[0].value,
        "mail": site.output("ezine/issue.eml"),
        "html": site.output("ezine/issue.html"),
        "text": site.output("ezine/issue.txt"),
    }
    sheets = {"https://press.example.org/theme/css/byline.css": site.output("theme/css/byline.css")}
    url = "https://press.example.org/articles/on-tea/"
    verdicts = {
        n: check(copy.encode(), article, url=url, sheets=sheets).verdict for n, copy in copies.items()
    }
    assert verdicts == dict.fromkeys(copies, "keeps")
    assert (item.author, item.rights) == ("Ada Example", f"{COPYRIGHT}\n\n{GRANTED}")


def test_an_article_for_web_sites_only_is_not_mailed(site: Site) -> None:
    site.article("tea", article_file("On tea", WEB_ONLY))
    site.article("rum", article_file("On rum", GRANTED, body=OTHER))
    built = site.build()
    assert [(item.title, item.whole) for item in built.issue.items] == [("On rum", True), ("On tea", False)]
    assert [w.entry.article.title for w in built.issue.refused] == ["On tea"]
    assert "bricks" not in site.output("ezine/issue.txt") + site.output("ezine/issue.html")
    assert "https://press.example.org/articles/on-tea/" in site.output("ezine/issue.txt")
    assert "On tea" in site.output("index.html")


def test_without_anything_to_mail_there_is_no_issue_and_no_link_to_one(site: Site) -> None:
    site.article("tea", article_file("On tea", WEB_ONLY))
    built = site.build()
    assert not any(name.startswith("ezine") for name in site.files())
    assert "ezine" not in site.output("index.html")
    assert not any(label.startswith("ezine") for label in built.outputs)


def test_an_empty_site_builds(site: Site) -> None:
    site.build()
    assert "index.html" in site.files()
    assert feedparser.parse(site.output("feeds/all.rss.xml")).entries == []


def test_building_again_changes_no_byte_and_no_time(site: Site) -> None:
    site.article("tea", article_file())
    assert site.build().changed > 0
    before = {p: p.stat().st_mtime_ns for p in (site.root / "output").rglob("*") if p.is_file()}
    assert site.build().changed == 0
    assert before == {p: p.stat().st_mtime_ns for p in (site.root / "output").rglob("*") if p.is_file()}


def test_a_page_that_goes_is_deleted_but_a_strangers_file_stays(site: Site) -> None:
    tea = site.article("tea", article_file("On tea"))
    site.article("rum", article_file("On rum"))
    site.build()
    site.write("output/CNAME", "press.example.org")
    tea.unlink()
    site.build()
    assert PAGE.format("on-tea") not in site.files()
    assert site.files()["CNAME"] == b"press.example.org"


def test_a_broken_file_is_reported_and_the_rest_goes_on(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article("broken", "---\ntitle: [\n---\n")
    built = site.build()
    assert [e.article.title for e in built.edition.published] == ["On tea"]
    assert [b.path for b in built.edition.broken] == ["content/articles/broken.md"]
    assert as_record(built)["broken"][0]["problem"].startswith("content/articles/broken.md: ")


def test_a_review_lets_an_article_go_that_lacks_what_its_terms_ask_for(site: Site) -> None:
    signed = (
        "  reviewed: {by: Ada Example, on: 2026-01-02, why: the author has no box, uses: [web, newsletter]}\n"
    )
    text = article_file("On tea").replace(f"  resource_box: |\n    {BOX}\n", "")
    site.article("tea", text)
    assert [w.reason for w in site.build().edition.withheld] == [
        "the terms ask for the resource box, and the file has none"
    ]
    site.article("tea", text.replace("---\n\n", f"{signed}---\n\n", 1))
    built = site.build()
    assert built.edition.broken == ()
    assert [e.article.title for e in built.edition.published] == ["On tea"]
    assert PAGE.format("on-tea") in site.files()


def test_a_review_for_this_press_grants_its_readers_nothing(site: Site) -> None:
    signed = "  reviewed: {by: Ada Example, on: 2026-01-02, why: our choir is one of them, uses: [web]}\n"
    text = article_file("On tea", "Members of the choir may reprint this article on their web sites.")
    site.article("tea", text.replace("---\n\n", f"{signed}---\n\n", 1))
    assert [e.article.title for e in site.build().edition.published] == ["On tea"]
    page = site.files()[PAGE.format("on-tea")].decode()
    assert "may be reprinted" not in page
    assert "published here by a leave of its own; for yours, ask the author" in page


def test_two_articles_with_one_slug_do_not_stop_the_press(site: Site) -> None:
    site.article("a", article_file("On tea"))
    site.article("b", article_file("On tea"))
    built = site.build()
    assert len(built.edition.published) == 1
    assert "slug 'on-tea'" in built.edition.broken[0].problem


def test_a_file_of_another_hand_is_never_overwritten(site: Site) -> None:
    site.article("tea", article_file())
    site.write("output/index.html", "my own page")
    with pytest.raises(BuildError, match=r"output/index\.html"):
        site.build()
    assert site.files() == {"index.html": b"my own page"}


def test_a_broken_page_is_reported_and_the_rest_goes_on(site: Site) -> None:
    site.article("tea", article_file())
    site.write("content/pages/broken.md", "---\ntitle: [\n---\n")
    site.write("content/pages/archives.md", "---\ntitle: Archives\n---\n\nmine")
    site.write("content/articles/old.rst", "Title\n=====\n")
    site.write("content/pages/about.md", "---\ntitle: About\n---\n\nAll about tea.")
    built = site.build()
    assert {Path(broken.path).name for broken in built.edition.broken} == {
        "broken.md",
        "archives.md",
        "old.rst",
    }
    assert "All about tea." in site.output("about/index.html")


def test_a_draft_is_not_written_anywhere(site: Site) -> None:
    site.article("tea", article_file("On tea", more="status: draft\n"))
    site.write("content/pages/x.md", "---\ntitle: On tea\nstatus: draft\n---\n\nx")
    built = site.build()
    assert "status: draft" in built.edition.withheld[0].reason
    assert not any("on-tea" in name for name in site.files())


LOST = {
    "everything": "",
    "the link": "{{ article.credit_html | striptags }}",
    "the box": "{{ article.credit_html | replace('keeps bees', '') }}",
    "hidden": "<div style='display:none'>{{ article.credit_html }}</div>",
}


@pytest.mark.parametrize("what", LOST)
def test_a_theme_that_loses_a_credit_ends_the_build_and_publishes_nothing(site: Site, what: str) -> None:
    site.article("tea", article_file())
    site.write(
        "templates/article.html",
        f"<html><body><h1>{{{{ article.title }}}}</h1>{{{{ article.content|safe }}}}{LOST[what]}",
    )
    site.write("pelicanconf.py", CONFIG + 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    with pytest.raises(BuildError, match=r"content/articles/tea\.md: the .* is not on its page"):
        site.build()
    assert not (site.root / "output").exists()


def test_a_failed_build_leaves_the_published_site_as_it_was(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    before = site.files()
    site.article("rum", article_file("On rum"))
    site.write("templates/article.html", "<html><body>nothing")
    site.write("pelicanconf.py", CONFIG + 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    with pytest.raises(BuildError):
        site.build()
    assert site.files() == before


def test_a_template_that_asks_for_what_is_not_there_ends_the_build_and_is_named(site: Site) -> None:
    site.article("tea", article_file())
    site.write("templates/article.html", "<html>\n{{ article.no_such_thing }}")
    site.write("pelicanconf.py", CONFIG + 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    with pytest.raises(BuildError, match=r"article\.html:2.*no_such_thing"):
        site.build()


def test_a_missing_template_is_named(site: Site) -> None:
    site.article("tea", article_file())
    site.write("templates/article.html", "{% extends 'gone.html' %}")
    site.write("pelicanconf.py", CONFIG + 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    with pytest.raises(BuildError, match=r"gone\.html"):
        site.build()


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('PLUGINS = ["byline_pelican", "no_such_plugin"]', "no_such_plugin"),
        ('PLUGINS = ["byline_pelicon"]', "byline_pelican"),
        ("PLUGINS = []", "byline_pelican"),
        ('SITEURL = ""', "SITEURL"),
        ('SITEURL = "example.org"', "SITEURL"),
        ('PATH = "contents"', "contents"),
        ("BYLINE = []", "BYLINE"),
        ('BYLINE = {"taglin": "x"}', "taglin"),
        ('BYLINE = {"ezine": {"item": 3}}', "item"),
        ('BYLINE = {"feeds": {"items": "many"}}', "feeds.items"),
        ('BYLINE = {"feeds": {"items": 0}}', "feeds.items"),
        ('BYLINE = {"ezine": {"sender": "nobody"}}', "nobody"),
        ('BYLINE = {"ezine": {"unsubscribe": "http://x.example"}}', "https"),
        ('OUTPUT_PATH = "."', "OUTPUT_PATH"),
        ('OUTPUT_PATH = "content/output"', "OUTPUT_PATH"),
        ("this is not python", "pelicanconf.py"),
        ('THEME = "no-such-theme"', "no-such-theme"),
        ('ARTICLE_PATHS = ["articles", "blog"]', "ARTICLE_PATHS"),
        ("ARTICLE_PATHS = []", "ARTICLE_PATHS"),
        ('ARTICLE_PATHS = [""]', "ARTICLE_PATHS"),
        ('ARTICLE_PATHS = "articles"', "ARTICLE_PATHS"),
        ('STATIC_PATHS = ["images", "articles"]', "STATIC_PATHS"),
        ('STATIC_PATHS = ["captures"]', "STATIC_PATHS"),
        ('STATIC_PATHS = ["."]', "STATIC_PATHS"),
        ('STATIC_PATHS = [""]', "STATIC_PATHS"),
        ('STATIC_PATHS = ["images/../articles/tea.md"]', "STATIC_PATHS"),
        ('EXTRA_PATH_METADATA = {"articles/tea.md": {"path": "tea.txt"}}', "EXTRA_PATH_METADATA"),
        ('PAGE_PATHS = ["articles"]', "PAGE_PATHS"),
        ('TEMPLATE_PAGES = {"articles/tea.md": "tea.html"}', "TEMPLATE_PAGES"),
        ('SITEURL = "https://bücher.example"', "https://xn--bcher-kva.example"),
        ('SITEURL = "https://ex ample.org"', "SITEURL"),
        ('SITEURL = "http://[bad"', "SITEURL"),
        ("OUTPUT_PATH = None", "OUTPUT_PATH"),
        ("THEME_TEMPLATES_OVERRIDES = 5", "THEME_TEMPLATES_OVERRIDES"),
        ('ARTICLE_SAVE_AS = "{date:%Y}/{slug}.html"', "ARTICLE_SAVE_AS"),
        ('ARTICLE_URL = "{slug"', "ARTICLE_URL"),
        ('TIMEZONE = "Mars"', "Mars"),
        ("DEFAULT_CATEGORY = 5", "DEFAULT_CATEGORY"),
        ("SITENAME = 5", "SITENAME"),
        ("JINJA_ENVIRONMENT = 5", "pelicanconf.py"),
        ("raise SystemExit", "SystemExit"),
        ('BYLINE = {"ezine": {"sender": "a@b.example\\r\\nBcc: c@d.example"}}', "ezine.sender"),
        ('BYLINE = {"ezine": {"sender": "ä@b.example"}}', "ezine.sender"),
        ('BYLINE = {"ezine": {"unsubscribe": "https://x.example/\\r\\nBcc: y"}}', "ezine.unsubscribe"),
        ('BYLINE = {"ezine": {"unsubscribe": "https://x.example/ä"}}', "ezine.unsubscribe"),
        ('BYLINE = {"ezine": {"unsubscribe": "https://x.example/" + "x" * 1500}}', "ezine.unsubscribe"),
    ],
)
def test_a_wrong_configuration_is_refused_by_name(site: Site, line: str, problem: str) -> None:
    site.article("tea", article_file())
    site.write("pelicanconf.py", f"{CONFIG}\n{line}\n")
    with pytest.raises((SettingsError, BuildError), match=re.escape(problem)) as raised:
        site.build()
    assert "\n" not in str(raised.value)
    assert not (site.root / "output").exists()


def test_pelican_credits_nobody_who_did_not_write_it(site: Site) -> None:
    site.article("tea", article_file().replace("authors: [Ada Example]\n", ""))
    site.write("pelicanconf.py", CONFIG + 'AUTHOR = "The site owner"\n')
    site.build()
    assert not any(b"The site owner" in data for data in site.files().values())


@pytest.mark.parametrize(
    "link", ["{attach}/../../../secret.txt", "{static}/../../secret.txt", "|attach|../secret.txt"]
)
def test_no_article_can_publish_a_local_file(site: Site, link: str) -> None:
    site.write("secret.txt", "the secret")
    braces = link.replace("{", "&#123;").replace("}", "&#125;")
    site.article("tea", article_file(body=f"Tea.\n\n![x]({link})\n\n[y]({braces})\n\n<img src='{link}'>"))
    site.build()
    assert not any(b"the secret" in data for data in site.files().values())
    assert not list(site.root.glob("**/secret*.txt"))[1:]


def test_a_link_out_of_the_content_folder_is_refused(site: Site) -> None:
    secret = site.write("secret.md", article_file("Secret"))
    (site.root / "content" / "articles" / "x.md").symlink_to(secret)
    with pytest.raises(BuildError, match="outside"):
        site.build()


HOSTILE = "'<script>alert(1)</script> {{ 7*7 }} \"& ]]>'"


def test_hostile_words_are_words_everywhere(site: Site) -> None:
    text = article_file(title=HOSTILE, more=f"tags: [{HOSTILE}]\nsummary: {HOSTILE}\n")
    site.article(
        "x", text.replace("authors: [Ada Example]", f"authors: [{HOSTILE}]").replace("Drinks", HOSTILE)
    )
    site.build()
    for name, data in site.files().items():
        if name.endswith((".html", ".xml")):
            assert b"<script>alert" not in data.replace(b"<![CDATA[", b""), name
            assert b"49" not in re.sub(rb"[0-9a-f]{8,}|\d{3,}", b"", data) or b"{{ 7*7 }}" in data
    etree.fromstring(site.files()["feeds/all.rss.xml"])


def test_control_characters_do_not_end_the_build(site: Site) -> None:
    site.article("tea", article_file("On \x01 tea\x0b").replace("bricks", "bri\x00cks"))
    site.build()
    etree.fromstring(site.files()["feeds/all.rss.xml"])


def test_dates_are_as_precise_as_they_are_known_and_never_more(site: Site) -> None:
    site.article("tea", article_file(date="2005"))
    site.build()
    page, feed = site.output(PAGE.format("on-tea")), site.output("feeds/all.rss.xml")
    assert "1 January" not in page
    assert "2005-01-01" not in page
    assert "pubDate" not in feed


def test_the_mail_is_one_that_mail_programs_take(site: Site) -> None:
    long = "https://press.example.org/unsubscribe/" + "x" * 120
    site.write("pelicanconf.py", CONFIG + f'BYLINE = {{"ezine": {{"unsubscribe": "{long}"}}}}\n')
    site.article("tea", article_file("Tee für Ümläut – “quoted” " + "long " * 30))
    site.build()
    raw = site.files()["ezine/issue.eml"]
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert max(map(len, raw.split(b"\r\n"))) <= 998
    assert raw.isascii()
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert not message.defects
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert f"<{long}>".encode() in raw
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert str(message["Date"]).startswith("Sat, 14 Mar 2026")
    text = message.get_body(("plain",))
    assert text is not None
    assert GRANTED in " ".join(text.get_content().split())


def test_plain_pelican_builds_the_same_site(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article("rum", article_file("On rum", "All rights reserved."))
    site.build()
    ours = {name: data for name, data in site.files().items() if name != MANIFEST}
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", "plain", "--fatal", "errors"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=site.root, check=False)
    assert done.returncode == 0, done.stderr + done.stdout
    plain = site.root / "plain"
    theirs = {p.relative_to(plain).as_posix(): p.read_bytes() for p in plain.rglob("*") if p.is_file()}
    assert theirs.keys() - {MANIFEST} == ours.keys()
    assert {name: theirs[name] for name in ours} == ours


def test_plain_pelican_leaves_nothing_behind_when_a_template_is_broken(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.write("templates/article.html", "<html><body>{{ article.title }}")
    site.write("pelicanconf.py", CONFIG + 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    command = [sys.executable, "-m", "pelican"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=site.root, check=False)
    assert done.returncode != 0
    assert not (site.root / "output").exists()


@pytest.mark.parametrize("tool", ["byline", "pelican"])
def test_what_the_file_sets_wins_though_it_is_pelicans_own_default(site: Site, tool: str) -> None:
    site.article("tea", article_file("On tea"))
    lines = (
        'RELATIVE_URLS = False\nARTICLE_URL = ARTICLE_SAVE_AS = "{slug}.html"\nDEFAULT_PAGINATION = False\n'
    )
    site.write("pelicanconf.py", CONFIG + lines)
    if tool == "byline":
        site.build()
    else:
        subprocess.run([sys.executable, "-m", "pelican"], cwd=site.root, check=True, capture_output=True)
    assert "https://press.example.org/theme/css/byline.css" in site.output("on-tea.html")


def test_paths_are_below_the_configurations_own_folder(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.article("tea", article_file("On tea"))
    site.write("templates/404.html", "x")
    site.write("pelicanconf.py", CONFIG + 'THEME_TEMPLATES_OVERRIDES = ["templates"]\nOUTPUT_PATH = "out"\n')
    monkeypatch.chdir(site.root.parent)
    configuration = read_configuration(Path("site/pelicanconf.py"))
    press(configuration, read_edition(configuration, date(2026, 11, 23)))
    assert (site.root / "out" / "index.html").is_file()
    assert configuration.pelican["THEME_TEMPLATES_OVERRIDES"] == [str(site.root / "templates")]
    assert configuration.root == site.root


def test_terms_are_judged_on_the_day(site: Site) -> None:
    site.article(
        "tea", article_file("On tea", "This article may be reprinted on web sites until 31 December 2026.")
    )
    configuration = site.configuration
    counts = {
        day: len(read_edition(configuration, date.fromisoformat(day)).published)
        for day in ("2026-11-23", "2027-01-01")
    }
    assert counts == {"2026-11-23": 1, "2027-01-01": 0}


def test_the_theme_is_found_in_a_checkout() -> None:
    assert (theme_folder() / "templates" / "article.html").is_file()


def test_output_is_not_where_pelican_keeps_it_by_accident(site: Site, tmp_path: Path) -> None:
    site.article("tea", article_file())
    site.write("pelicanconf.py", CONFIG + f'OUTPUT_PATH = "{tmp_path / "elsewhere"}"\n')
    press(read_configuration(site.root / "pelicanconf.py"), site.edition)
    assert (tmp_path / "elsewhere" / "index.html").is_file()
    assert BOX.split()[0] in (tmp_path / "elsewhere" / PAGE.format("on-tea")).read_text("utf-8")


LONG = (
    "Molasses are boiled until the foam stands high above the rim of the copper. "
    "Then the still is closed with clay and a slow fire is lit under its belly for three days. "
    "What drips from the coil at first is thrown away, for it blinds whoever drinks of it."
)
OTHER = (
    "Juniper grows on poor hills where nothing else will take the trouble to stand up. "
    "Its berries need two summers, so a bush carries green ones and blue ones side by side. "
    "Whoever picks them wears gloves and sings, because the needles are long and the days are too."
)


def override(site: Site, name: str, text: str) -> None:
    site.write(f"templates/{name}", text)
    site.write("pelicanconf.py", CONFIG + 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n')


FIRST = "{% if loop.first %}{{ a.credit_html }}{% endif %}"


def test_a_page_that_prints_whole_articles_must_print_their_credits(site: Site) -> None:
    site.article("rum", article_file("On rum", body=LONG))
    site.article("gin", article_file("On gin", body=OTHER))
    shown = "{% for a in articles %}<h2>{{ a.title }}</h2>{{ a.content|safe }}CREDIT{% endfor %}"
    override(site, "index.html", f"<html><body>{shown.replace('CREDIT', '')}")
    with pytest.raises(BuildError, match=r"rum\.md: .* is not on index\.html"):
        site.build()
    override(site, "index.html", f"<html><body>{shown.replace('CREDIT', FIRST)}")
    with pytest.raises(BuildError, match=r"is not on index\.html"):
        site.build()
    override(site, "index.html", f"<html><body>{shown.replace('CREDIT', '{{ a.credit_html }}')}")
    site.build()


ITEM = "<h2>{{ i.title }}</h2>{{ i.byline }} %s"
MAIL = {
    "credits the first only": "{{ i.content_html }}{% if loop.first %}{{ i.credit_html }}{% endif %}",
    "forgets the bodies": "{{ i.credit_html }}",
    "forgets a body": "{% if loop.first %}{{ i.content_html }}{% endif %}{{ i.credit_html }}",
    "hides the credits": "{{ i.content_html }}<div style='display:none'>{{ i.credit_html }}</div>",
    "fails": "{{ 1/0 }}",
}


@pytest.mark.parametrize("what", MAIL)
def test_a_mail_template_must_print_each_article_with_its_own_credit(site: Site, what: str) -> None:
    site.article("rum", article_file("On rum", body=LONG))
    site.article("gin", article_file("On gin", body=OTHER))
    item = ITEM % MAIL[what]
    override(site, "ezine/issue.html", f"<html><body>{{% for i in issue['items'] %}}{item}{{% endfor %}}")
    with pytest.raises(BuildError, match=r"HTML part|issue\.html:1: ZeroDivisionError"):
        site.build()
    assert not (site.root / "output").exists()


HIDING = [
    ".credit { display: none }",
    ".colophon { visibility: hidden }",
    ".credit-box { font-size: 0 !important }",
]


@pytest.mark.parametrize("rule", HIDING)
def test_a_style_sheet_that_hides_a_credit_ends_the_build(site: Site, rule: str) -> None:
    site.article("rum", article_file("On rum", body=LONG))
    site.write("content/images/own.css", rule)
    link = '<link rel="stylesheet" href="{{ SITEURL }}/images/own.css">'
    override(site, "_article_head.html", link)
    with pytest.raises(BuildError, match=r"rum\.md: .* is not on its page"):
        site.build()


@pytest.mark.parametrize("attribute", ["hidden", "inert"])
def test_a_credit_that_nobody_can_use_ends_the_build(site: Site, attribute: str) -> None:
    site.article("rum", article_file("On rum", body=LONG))
    shown = "<h1>{{ article.title }}</h1>{{ article.content|safe }}"
    override(site, "article.html", f"<html><body>{shown}<div {attribute}>{{{{ article.credit_html }}}}</div>")
    with pytest.raises(BuildError, match=r"rum\.md: .* is not on its page"):
        site.build()


def test_the_words_of_a_withheld_article_may_stand_nowhere(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article("rum", article_file("On rum", "All rights reserved.", body=LONG))
    site.write("content/images/notes.txt", f"Cut and pasted: {LONG}")
    with pytest.raises(BuildError, match=r"rum\.md: withheld, yet its words stand in images/notes\.txt"):
        site.build()


def test_a_source_copied_beside_the_articles_is_not_published(site: Site) -> None:
    site.write("content/captures/x.bin", "the page as it was")
    site.write("content/images/x.bin", "the page as it was")
    with pytest.raises(BuildError, match=r"images/x\.bin: the same as captures/x\.bin"):
        site.build()


def test_the_same_words_granted_elsewhere_are_no_leak(site: Site) -> None:
    site.article("rum", article_file("On rum", body=LONG))
    site.article("old", article_file("On old rum", "", body=LONG))
    assert len(site.build().edition.withheld) == 1


SOURCE = "source:\n  url: {}\n"
BAD = {
    "the same source": article_file("B", body=OTHER, more=SOURCE.format("https://a.example.net/tea")),
    "a tag too long": article_file("B", body=OTHER, more=f"tags: [{'x' * 300}]\n"),
    "a place of the site": article_file("B", body=OTHER, more="slug: archives\n"),
}


@pytest.mark.parametrize("what", BAD)
def test_one_bad_article_does_not_stop_the_others(site: Site, what: str) -> None:
    if what == "a place of the site":
        site.write("pelicanconf.py", CONFIG + 'ARTICLE_SAVE_AS = ARTICLE_URL = "{slug}/index.html"\n')
    site.article("a", article_file("On tea", more=SOURCE.format("https://a.example.net/tea")))
    site.article("b", BAD[what])
    built = site.build()
    assert [e.article.title for e in built.edition.published] == ["On tea"]
    assert [b.path for b in built.edition.broken] == ["content/articles/b.md"]
    assert built.edition.broken[0].problem.startswith("content/articles/b.md: ")


def test_files_that_an_editor_hides_are_nobodys(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article(".hidden", article_file("On rum"))
    site.write("content/pages/.secret.md", "---\ntitle: Secret\n---\n\nhush")
    site.write("content/articles/C.MD", article_file("On gin"))
    (site.root / "content" / "articles" / ".#tea.md").symlink_to("ada@example.12345")
    built = site.build()
    assert [e.article.title for e in built.edition.published] == ["On tea"]
    assert ["C.md" in b.problem for b in built.edition.broken] == [True]
    assert not any(b"hush" in data for data in site.files().values())


@pytest.mark.parametrize("target", [".", "loop.md"])
def test_a_link_without_an_end_is_refused(site: Site, target: str) -> None:
    (site.root / "content" / "articles" / "loop.md").symlink_to(target)
    with pytest.raises(BuildError, match=r"loop\.md: a link"):
        site.build()


def test_an_article_of_the_future_waits_where_the_site_wants_it(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article("rum", article_file("On rum", date="2999-01-01"))
    site.write("pelicanconf.py", CONFIG + "WITH_FUTURE_DATES = False\n")
    built = site.build()
    assert ["2999-01-01" in w.reason for w in built.edition.withheld] == [True]
    assert [item.title for item in built.issue.items] == ["On tea"]


def test_a_theme_without_an_article_page_is_refused(site: Site) -> None:
    site.article("tea", article_file())
    site.write("own/templates/index.html", "<html>")
    site.write("pelicanconf.py", CONFIG + 'THEME = "own"\n')
    with pytest.raises(SettingsError, match=r"templates/article\.html"):
        site.build()


def test_the_sender_may_have_a_name(site: Site) -> None:
    site.article("tea", article_file())
    site.write("pelicanconf.py", CONFIG + 'BYLINE = {"ezine": {"sender": "Ed Example <ed@example.org>"}}\n')
    site.build()
    message = email.message_from_bytes(site.files()["ezine/issue.eml"], policy=email.policy.default)
    assert message["From"] == "Ed Example <ed@example.org>"
    assert "<mailto:ed@example.org?subject=unsubscribe>" in message["List-Unsubscribe"]


SCRIPT = "javascript:alert(1)"


def test_no_output_links_to_a_script(site: Site) -> None:
    hostile = article_file(body=f"{LONG} [x]({SCRIPT}) <{SCRIPT}>", more=f"source:\n  url: {SCRIPT}\n")
    hostile = hostile.replace("[Ada Example]", f"[{{name: Ada Example, url: '{SCRIPT}'}}]")
    site.article(
        "tea", hostile.replace("rights:\n", f"rights:\n  licence: {{url: '{SCRIPT}', spdx: null}}\n")
    )
    site.article("rum", article_file("On rum"))
    built = site.build()
    assert "On rum" in [e.article.title for e in built.edition.published]
    for name, data in site.files().items():
        assert not re.search(rb"(?:href|src)=[\"']?\s*javascript:", data), name
        for block in re.findall(rb"(?s)<script type=.application/ld.json.>.*?</script>", data):
            assert b"javascript:" not in block, name


def test_conditions_that_travel_stand_with_the_article(site: Site) -> None:
    said = "This article may be republished on web sites until 2099-01-01. It may not be sold."
    site.article("tea", article_file(permission=said))
    site.build()
    page = site.output(PAGE.format("on-tea"))
    assert "It may not be sold." in page
    assert "Until 2099-01-01." in page


def test_a_site_whose_place_is_taken_changes_nothing_at_all(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.build()
    site.write("output/images/zz", "somebody's own file")
    before = site.files()
    site.article("gin", article_file("On gin"))
    site.write("content/images/zz/pic.txt", "x")
    with pytest.raises(BuildError, match=r"output/images/zz: not written by Byline"):
        site.build()
    assert site.files() == before


def test_what_an_ended_build_left_behind_is_deleted_by_the_next(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    gin = site.article("gin", article_file("On gin"))
    (site.root / "output").mkdir()
    full = site.root / "output" / "theme"
    full.symlink_to("/proc")  # a folder in which nothing can be written
    with pytest.raises(BylineError, match="cannot be written"):
        site.build()
    assert PAGE.format("on-gin") in site.files()
    full.unlink()
    gin.unlink()
    site.build()
    assert PAGE.format("on-gin") not in site.files()


def test_a_file_becomes_a_folder_and_a_folder_a_file(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    for names in (["images/zz"], ["images/zz/a/pic.txt", "images/zz/b.txt"], ["images/zz"]):
        shutil.rmtree(site.root / "content" / "images", ignore_errors=True)
        for name in names:
            site.write(f"content/{name}", "x")
        site.build()
        assert [name for name in sorted(site.files()) if name.startswith("images/")] == names
    site.write("pelicanconf.py", CONFIG + 'ARTICLE_URL = ARTICLE_SAVE_AS = "articles/{slug}"\n')
    site.build()
    assert "On tea" in site.output("articles/on-tea")


@pytest.mark.parametrize("name", ["images", "images/zz", "images/zz/mine.txt"])
def test_a_strangers_file_or_folder_is_never_in_the_way_unnamed(site: Site, name: str) -> None:
    site.article("tea", article_file("On tea"))
    site.write("content/images/zz" if name.endswith(".txt") else "content/images/zz/pic.txt", "x")
    site.write(f"output/{name}", "mine")
    with pytest.raises(BuildError, match=rf"output/{name}: not written by Byline.*move it away"):
        site.build()
    assert site.files() == {name: b"mine"}


def test_a_folder_where_a_file_of_ours_was_is_left_alone(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    zz = site.write("content/images/zz", "x")
    site.build()
    zz.unlink()
    (site.root / "output" / "images" / "zz").unlink()
    site.write("output/images/zz/mine.txt", "mine")
    site.build()
    assert site.output("images/zz/mine.txt") == "mine"


@pytest.mark.parametrize("kind", ["folder", "pipe"])
def test_what_is_no_file_is_named_and_the_rest_goes_on(site: Site, kind: str) -> None:
    site.article("tea", article_file("On tea"))
    (os.mkfifo if kind == "pipe" else os.mkdir)(site.root / "content" / "articles" / "x.md")
    built = site.build()
    assert [e.article.title for e in built.edition.published] == ["On tea"]
    assert [b.problem.split(";")[0] for b in built.edition.broken] == ["content/articles/x.md: no file"]


def test_a_title_that_the_box_before_it_names_parts_no_credit(site: Site) -> None:
    boxed = article_file("On rum", body=LONG, date="2026-03-15")
    site.article("rum", boxed.replace("keeps bees and", 'wrote "On gin" and'))
    site.article("gin", article_file("On gin", body=OTHER))
    assert [item.title for item in site.build().issue.items] == ["On rum", "On gin"]


def test_one_article_under_two_slugs_has_its_credit_twice(site: Site) -> None:
    site.article("a", article_file("On rum", body=LONG))
    site.article("b", article_file("On rum", body=LONG, more="slug: on-rum-again\n"))
    assert len(site.build().issue.items) == 2
    item = ITEM % "{{ i.content_html }}{% if loop.first %}{{ i.credit_html }}{% endif %}"
    override(site, "ezine/issue.html", f"<html><body>{{% for i in issue['items'] %}}{item}{{% endfor %}}")
    with pytest.raises(BuildError, match=r"a\.md: the .* is not on the ezine issue, HTML part"):
        site.build()


def pelican(site: Site, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pelican", *options]
    env = {**os.environ, "COLUMNS": "400"}
    return subprocess.run(command, capture_output=True, text=True, cwd=site.root, check=False, env=env)


def test_plain_pelican_names_what_it_did_not_publish(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article("rum", article_file("On rum", "", body=LONG))
    site.article("bad", "---\ntitle: [\n---\n")
    done = pelican(site)
    said = " ".join((done.stdout + done.stderr).split())
    assert "content/articles/rum.md: withheld: " in said
    assert "content/articles/bad.md: " in said
    assert "markdown" not in said.lower()
    assert PAGE.format("on-tea") in site.files()


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('SITEURL = "nowhere"', "SITEURL"),
        ('OUTPUT_PATH = "."', "OUTPUT_PATH"),
        ('THEME_TEMPLATES_OVERRIDES = ["templates"]', "article.html:1: "),
    ],
)
def test_an_error_of_plain_pelican_is_told_without_a_traceback(site: Site, line: str, named: str) -> None:
    site.article("tea", article_file("On tea"))
    site.write("templates/article.html", "{{ article.no_such_thing }}")
    site.write("pelicanconf.py", f"{CONFIG}\n{line}\n")
    done = pelican(site)
    assert done.returncode != 0
    assert named in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr


def ezine(*options: str) -> Result:
    return CliRunner().invoke(byline, ["ezine", *options])


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_an_issue_names_the_files_that_are_broken(site: Site, options: list[str]) -> None:
    site.article("tea", article_file("On tea"))
    site.article("bad", "---\ntitle: [\n---\n")
    done = ezine(*options)
    assert done.exit_code == 1
    assert "content/articles/bad.md: " in done.stderr
    assert "On tea" in done.stdout
    assert (site.root / "ezine" / "issue-1" / "issue.eml").is_file()


HUGE = "\n\n".join(f"{LONG} Cask {number}." for number in range(450))


def test_an_article_that_no_mail_can_hold_is_named_with_its_size(site: Site) -> None:
    site.article("rum", article_file("On rum", body=HUGE))
    alone = ezine()
    assert alone.exit_code == 1
    assert "rum.md" in alone.output
    site.article("tea", article_file("On tea"))
    issue = site.build().issue
    assert [(item.title, item.whole) for item in issue.items] == [("On tea", True), ("On rum", False)]
    assert not issue.left
    assert re.search(r"1\d\d KB; 80 is the most, for mail programs cut at 102 KB", issue.refused[0].reason)
    tables = {title: rows for title, _, rows in as_tables(site.build())}
    assert [row[0] for row in tables["Not in the ezine issue"]] == ["rum.md"]


HELD = {
    "rights": article_file("On rum", "All rights reserved.", body=LONG),
    "a source": f"---\ntitle: On rum\n{SOURCE.format('https://a.example.net/rum')}---\n\n{LONG}\n",
}


@pytest.mark.parametrize("what", HELD)
def test_an_article_among_the_pages_is_broken_and_not_published(site: Site, what: str) -> None:
    site.article("tea", article_file("On tea"))
    site.write("content/pages/rum.md", HELD[what])
    built = site.build()
    assert [b.path for b in built.edition.broken] == ["content/pages/rum.md"]
    assert "put it into articles/" in built.edition.broken[0].problem
    assert not any(b"Molasses" in data or "rum" in name for name, data in site.files().items())


def test_a_page_does_not_excuse_the_words_of_a_withheld_article(site: Site) -> None:
    site.article("rum", article_file("On rum", "All rights reserved.", body=LONG))
    site.write("content/pages/about.md", f"---\ntitle: About\n---\n\n{LONG}\n")
    with pytest.raises(BuildError, match=r"rum\.md: withheld, yet its words stand in about/index\.html"):
        site.build()


MAIL_ONLY = (
    "This article may be reprinted in e-mail newsletters, with the resource box. "
    "It may not be published on web sites."
)


def test_what_only_newsletters_may_print_is_not_in_the_issue_that_lies_on_the_web(site: Site) -> None:
    site.article("tea", article_file("On tea", body=OTHER))
    site.article("rum", article_file("On rum", MAIL_ONLY, body=LONG))
    built = site.build()
    assert [item.title for item in built.issue.items] == ["On tea"]
    assert not any(b"Molasses" in data for data in site.files().values())
    refused = {w.entry.article.title: w for w in built.issue.refused}
    assert "web" in refused["On rum"].reason
    assert "may not be published" in refused["On rum"].words
    assert "byline ezine" in refused["On rum"].mend


def test_an_issue_that_lies_elsewhere_prints_what_only_newsletters_may_print(site: Site) -> None:
    site.article("rum", article_file("On rum", MAIL_ONLY, body=LONG))
    configuration = site.configuration
    places = {"ezine/issue-1": False, "output/ezine": True, "content/../output": True}
    assert {place: configuration.publishes(site.root / place) for place in places} == places
    issue = compose(site.edition, configuration, on_web=False)
    assert [item.title for item in issue.items] == ["On rum"]
    assert b"Molasses" in print_issue(issue, configuration).files["issue.txt"]


ALL = 'THEME_TEMPLATES_OVERRIDES = ["templates"]\nDIRECT_TEMPLATES = ["index", "archives", "authors", '
ALL += '"categories", "tags", "all"]\n'
WHOLE = {
    "feeds/atom.xml": "<feed>{% for a in articles %}<entry><title>{{ a.title }}</title><content>"
    "{{ a.content ~ CREDIT }}</content></entry>{% endfor %}</feed>",
    "feeds/cdata.xml": "<feed>{% for a in articles %}<entry><title>{{ a.title }}</title><content>"
    "<![CDATA[{{ a.content|safe }}{{ CREDIT|safe }}]]></content></entry>{% endfor %}</feed>",
    "all.json": '[{% for a in articles %}{"title": {{ a.title|tojson }}, '
    '"html": {{ (a.content ~ CREDIT)|tojson }}},{% endfor %}{}]',
    "all.js": "[{% for a in articles %}{{ (a.title ~ '<br>' ~ a.content ~ CREDIT)|tojson }},{% endfor %}]",
    "all": "{% for a in articles %}<h2>{{ a.title }}</h2>{{ a.content|safe }}{{ CREDIT|safe }}{% endfor %}",
}


@pytest.mark.parametrize("name", [*WHOLE, "all.txt"])
def test_a_file_of_any_kind_that_prints_whole_articles_must_print_their_credits(
    site: Site, name: str
) -> None:
    plain = "{% for a in articles %}{{ a.title }}\n{{ a.content|striptags }}{% endfor %}"
    template = WHOLE.get(name, plain)
    site.article("rum", article_file("On rüm", body=LONG))
    site.article("gin", article_file("On gin", body=OTHER))
    site.write("templates/all.html", template.replace("CREDIT", "''"))
    site.write("pelicanconf.py", f'{CONFIG}{ALL}ALL_SAVE_AS = "{name}"\n')
    with pytest.raises(BuildError, match=rf"rum\.md: .* is not on {re.escape(name)}"):
        site.build()
    if template is not plain:
        site.write("templates/all.html", template.replace("CREDIT", "a.credit_html"))
        site.build()


LEAKING = {
    "notes.json": json.dumps({"text": LONG.replace(". ", ".\n")}).replace("f", "\\u0066"),
    "notes.xml": f"<x>{escape('<p>' + LONG.replace('e', '&#101;'))}</x>",
    "notes.js": f"say('{LONG}')".replace("a", "\\x61"),
}


@pytest.mark.parametrize("name", LEAKING)
def test_the_words_of_a_withheld_article_may_not_stand_in_another_spelling(site: Site, name: str) -> None:
    site.article("rum", article_file("On rum", "All rights reserved.", body=LONG))
    site.write(f"content/images/{name}", LEAKING[name])
    with pytest.raises(BuildError, match=rf"rum\.md: withheld, yet its words stand in images/{name}"):
        site.build()


CREDITING = {
    "defaults": 'DEFAULT_METADATA = {"author": "The site owner", "authors": ["The site owner"]}',
    "the file's name": r'FILENAME_METADATA = r"(?P<author>.*)"',
    "the path": r'PATH_METADATA = r"(?P<authors>.*)/(?P<rights>.*)\.md"',
}


@pytest.mark.parametrize("what", CREDITING)
@pytest.mark.parametrize("credited", [True, False])
def test_no_setting_names_an_author_or_gives_a_right(site: Site, what: str, credited: bool) -> None:
    text = article_file()
    site.article("the-site-owner", text if credited else text.replace("authors: [Ada Example]\n", ""))
    shown = (
        "{% block content %}<h1>{{ article.title }}</h1>{{ article.content|safe }}{{ article.credit_html }}"
    )
    asked = "[{{ article.author if 'author' in article.metadata }}{{ article.metadata.rights is defined }}]"
    override(site, "article.html", f"<html>{shown}{{% endblock %}}{asked}")
    site.write("pelicanconf.py", (site.root / "pelicanconf.py").read_text("utf-8") + CREDITING[what] + "\n")
    site.build()
    assert "[False]" in site.output(PAGE.format("on-tea"))
    assert not any(b"site owner" in data for data in site.files().values())
    names = [name for name in site.files() if name.startswith("author/")]
    assert names == (["author/ada-example/index.html"] if credited else [])


NOTICE = "© 2005 by Ada Example of the northern hives, all rights reserved."
FIRST_SEEN = "First published in the Bee Letter of Spring 2005."
HOWTO = "How to ask an author for permission"
PUBLIC = {
    "the title": HOWTO,
    "the copyright": NOTICE,
    "the source line": FIRST_SEEN,
    "the summary": "What every reader must know of bricks and mountains.",
}


@pytest.mark.parametrize("what", PUBLIC)
def test_a_withheld_article_that_repeats_what_is_public_is_no_leak(site: Site, what: str) -> None:
    text = article_file(HOWTO, body=OTHER, more=f"summary: {PUBLIC['the summary']}\n")
    text = text.replace(COPYRIGHT, NOTICE).replace("rights:\n", f"rights:\n  source_line: {FIRST_SEEN}\n")
    site.article("tea", text)
    site.article("links", article_file("Links", "", body=f"- {PUBLIC[what]}\n- More to come"))
    built = site.build()
    assert [e.article.title for e in built.edition.published] == [HOWTO]
    assert not built.edition.broken


def test_a_withheld_article_is_known_by_the_sentences_that_nobody_else_says(site: Site) -> None:
    site.article("gin", article_file("On gin", body=LONG))
    own = "Only the rum maker himself says this."
    site.article("rum", article_file("On rum", "", body=f"{LONG} {own}"))
    site.build()
    site.write("content/images/notes.txt", own)
    with pytest.raises(BuildError, match=r"rum\.md: withheld, yet its words stand in images/notes\.txt"):
        site.build()


def test_a_summary_that_tells_the_whole_article_is_cut(site: Site) -> None:
    told = " ".join(LONG.split()[:40])
    site.article("rum", article_file("On rum", body=LONG, more=f"summary: {told}\n"))
    site.article("tea", article_file("On tea", more="summary: Three bricks\n"))
    assert len(site.build().edition.published) == 2
    assert "for three days" not in site.output("index.html")
    assert "Molasses" in site.output("index.html")
    assert "Three bricks" in site.output("index.html")


def test_a_summary_tells_what_the_article_says_and_not_its_headings(site: Site) -> None:
    body = f"By Ada Example\n\n## Of leaves\n\n{LONG}"
    site.article("rum", article_file("On rum", body=body))
    site.build()
    page = BeautifulSoup(site.output("index.html"), "html.parser")
    told = page.select_one(".standfirst")
    assert told is not None
    assert LONG.startswith(told.text.removesuffix(" …"))


@pytest.mark.parametrize("times", [lambda n: 5, lambda n: 1 + n % 4], ids=["alike", "of any length"])
def test_lists_of_articles_that_repeat_each_other_print_none_of_them_whole(
    site: Site, times: Callable[[int], int]
) -> None:
    for number in range(12):
        site.article(str(number), article_file(f"Letter {number}", body=f"{LONG}\n\n" * times(number)))
    assert len(site.build().edition.published) == 12


@pytest.mark.parametrize("body", ["Word.", "![A cartoon](https://example.org/c.png)"])
def test_an_article_of_one_word_or_one_picture_is_published(site: Site, body: str) -> None:
    site.article("tea", article_file(body=body))
    built = site.build()
    assert built.edition.broken == ()
    assert len(built.edition.published) == 1


def test_style_sheets_travel_without_what_only_their_authors_read(site: Site) -> None:
    site.build()
    sheet = site.output("theme/css/byline.css")
    written = (theme_folder() / "static/css/byline.css").read_text("utf-8")
    assert "/*" not in sheet
    assert len(sheet) < 0.8 * len(written)
    assert "--accent:light-dark(#9b1b30,#f0919b)" in sheet


def test_a_mail_leads_to_a_page_that_says_how_to_leave(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    assert "https://press.example.org/unsubscribe/" in site.output("ezine/issue.txt")
    assert "mailto:newsletter@press.example.org?subject=unsubscribe" in site.output("unsubscribe/index.html")
    elsewhere = "BYLINE = {'ezine': {'unsubscribe': 'https://lists.example.org/leave'}}\n"
    site.write("pelicanconf.py", CONFIG.replace("BYLINE", "OTHER") + elsewhere)
    site.build()
    assert "unsubscribe/index.html" not in site.files()


def test_a_refrain_is_no_whole_article(site: Site) -> None:
    refrain = (
        "Row the boat gently down the long green stream, merrily and again merrily, for life is a dream."
    )
    site.article("boat", article_file("Row your boat", body="\n\n".join([refrain] * 6)))
    assert len(site.build().edition.published) == 1
