"""The press: what is granted is published with its credit, what is not is withheld, and it fails closed."""

import email
import email.policy
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import feedparser
import pytest
from lxml import etree

from byline.check import check
from byline.content import read_article
from byline.errors import BuildError, SettingsError
from byline_pelican.configuration import read_configuration, theme_folder
from byline_pelican.press import MANIFEST, press
from byline_pelican.report import as_record
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
    verdicts = {name: check(copy.encode(), article).verdict for name, copy in copies.items()}
    assert verdicts == dict.fromkeys(copies, "keeps")
    assert (item.author, item.rights) == ("Ada Example", COPYRIGHT)


def test_an_article_for_web_sites_only_is_not_mailed(site: Site) -> None:
    site.article("tea", article_file("On tea", WEB_ONLY))
    site.article("rum", article_file("On rum", GRANTED))
    built = site.build()
    assert [item.title for item in built.issue.items] == ["On rum"]
    assert [w.entry.article.title for w in built.issue.refused] == ["On tea"]
    assert "On tea" not in site.output("ezine/issue.txt")
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
        ('BYLINE = {"feed_items": "many"}', "feed_items"),
        ('BYLINE = {"feed_items": 0}', "feed_items"),
        ('BYLINE = {"ezine": {"sender": "nobody"}}', "nobody"),
        ('BYLINE = {"ezine": {"unsubscribe": "http://x.example"}}', "https"),
        ('OUTPUT_PATH = "."', "OUTPUT_PATH"),
        ('OUTPUT_PATH = "content/output"', "OUTPUT_PATH"),
        ("this is not python", "pelicanconf.py"),
        ('THEME = "no-such-theme"', "no-such-theme"),
    ],
)
def test_a_wrong_configuration_is_refused_by_name(site: Site, line: str, problem: str) -> None:
    site.article("tea", article_file())
    site.write("pelicanconf.py", f"{CONFIG}\n{line}\n")
    with pytest.raises((SettingsError, BuildError), match=re.escape(problem)):
        site.build()
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
    assert theirs == ours


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


def test_no_other_folder_is_published_unasked(site: Site) -> None:
    site.article("tea", article_file())
    site.write("content/blog/secret.md", "---\ntitle: Secret\ndate: 2026-01-01\n---\n\nNobody asked.")
    site.write("pelicanconf.py", CONFIG + 'ARTICLE_PATHS = ["articles", "blog"]\n')
    site.build()
    assert not any(b"Nobody asked" in data for data in site.files().values())
