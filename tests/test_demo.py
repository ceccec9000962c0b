"""The demonstration site, end to end: the captures that the project ships, imported, built, read back."""

import json
import shutil
from pathlib import Path
from typing import Any

import feedparser
import jsonschema
import pytest

import byline
from byline.check import check
from byline.content import Store, read_article
from byline.frontmatter import article_of
from byline.model import MAIN_USES, Article, Permit, Source
from byline.rights.permit import permit
from byline_pelican.configuration import read_configuration
from byline_pelican.press import Built, press, today
from byline_pelican.shelf import read_edition

ROOT = Path(__file__).parents[1]
CAPTURES = sorted((ROOT / "content" / "captures").iterdir())
SEED = ROOT / "content" / "captures" / "000_fbc6636066503134.txt"
SITE = "https://byline.example.org"
GRANTS = {  # web, newsletter, print; as docs/captures.md says
    "000_fbc6636066503134.txt": "web newsletter",
    "all-rights-reserved.html": "",
    "ask-first.html": "",
    "blog-web-only.html": "web",
    "free-for-all-modern.html": "web newsletter print",
    "newsroom-cc-by-nd.html": "web newsletter print",
    "no-statement.html": "",
    "old-directory-table.html": "web newsletter",
    "old-directory-xhtml.html": "web newsletter print",
    "windows-1252-mislabelled.html": "web newsletter",
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Article]:
    """Each capture's article, stored the way `byline import` stores it."""
    folder = tmp_path_factory.mktemp("demo")
    shutil.copytree(ROOT / "content" / "pages", folder / "content" / "pages")
    shutil.copy(ROOT / "pelicanconf.py", folder)
    store = Store(folder / "content" / "articles")
    articles = {}
    for capture in CAPTURES:
        imported = byline.extract(capture.read_bytes())
        article = article_of(imported)
        source = Source(
            sha256=article.source.sha256, canonical=article.source.canonical, capture=capture.name
        )
        path = store.put(
            Article(**{**{f: getattr(article, f) for f in Article.__slots__}, "source": source})
        ).path
        articles[capture.name] = read_article(path)
    return articles


@pytest.fixture(scope="module")
def built(demo: dict[str, Article]) -> Built:
    folder = Path(demo[SEED.name].path).parents[2]
    configuration = read_configuration(folder / "pelicanconf.py")
    return press(configuration, read_edition(configuration, today()))


@pytest.fixture(scope="module")
def seed() -> dict[str, Any]:
    return byline.extract(SEED.read_bytes()).record()


def test_the_seed_comes_out_as_its_author_left_it(seed: dict[str, Any]) -> None:
    assert seed["text"].startswith("Good sales people can close")
    assert seed["text"].endswith("far beyond what closes achieve.")
    assert [author["name"] for author in seed["authors"]] == ["Brent Filson"]
    assert seed["published"] == "2005"
    assert seed["category"] == "Sales Management"
    rights = seed["rights"]
    assert [notice["text"] for notice in rights["copyright"]] == [
        "2005 © The Filson Leadership Group, Inc. All rights reserved."
    ]
    assert rights["copyright"][0]["years"] == [2005]
    assert [s["text"][:24] for s in rights["statements"]] == ["PERMISSION TO REPUBLISH:"]
    assert rights["statements"][0]["text"].endswith("brent@actionleadership.com")
    assert rights["resource_box"]["text"].startswith("The author of 23 books, Brent Filson's recent books")
    assert rights["resource_box"]["links"][0]["url"] == "http://www.actionleadership.com"


def test_the_seeds_chrome_is_gone(seed: dict[str, Any]) -> None:
    everything = json.dumps({key: seed[key] for key in ("title", "body", "rights")})
    for words in ("Read More", "![]", "Sales Management |", "Sex, Drugs"):
        assert words not in everything
    teasers = SEED.read_text("utf-8").count("Read More")
    assert sum(removal["text"].count("Read More") for removal in seed["removals"]) == teasers


def test_the_seeds_permission_is_read_and_proved(seed: dict[str, Any]) -> None:
    terms, statement = seed["terms"], seed["rights"]["statements"][0]["text"]
    assert {use: terms["answers"][use] for use in ("web", "newsletter", "print")} == {
        "web": "granted",
        "newsletter": "granted",
        "print": "silent",
    }
    assert set(terms["keep"]) == {"byline", "copyright", "resource_box", "live_link"}
    assert (terms["notice"], terms["notice_to"]) == ("appreciated", "brent@actionleadership.com")
    assert all(statement[fact["start"] : fact["end"]] == fact["text"] for fact in terms["because"])


def test_the_seeds_damage_is_a_doubt_and_not_a_guess(seed: dict[str, Any]) -> None:
    assert "Inc. ? and has worked" in seed["rights"]["resource_box"]["text"]
    kinds = [doubt["what"] for doubt in seed["doubts"]]
    assert kinds.count("damaged-character") == 1
    assert kinds.count("title-derived") == 1


def test_a_given_title_is_taken_without_a_doubt() -> None:
    record = byline.extract(SEED.read_bytes(), title="Stepping up").record()
    assert record["title"] == "Stepping up"
    assert "title-derived" not in {doubt["what"] for doubt in record["doubts"]}


@pytest.mark.parametrize("capture", CAPTURES, ids=lambda path: path.name)
def test_records_of_the_captures_fit_the_schema(capture: Path) -> None:
    schema = json.loads((ROOT / "docs/schemas/import.schema.json").read_text("utf-8"))
    jsonschema.validate(byline.extract(capture.read_bytes()).record(), schema)


@pytest.mark.parametrize("name", GRANTS)
def test_each_capture_grants_what_its_author_granted(demo: dict[str, Article], name: str) -> None:
    granted = [use for use in MAIN_USES if isinstance(permit(demo[name], use, today()), Permit)]
    assert " ".join(use.value for use in granted) == GRANTS[name]


def test_every_capture_is_a_row_of_the_table(demo: dict[str, Article]) -> None:
    assert set(demo) == set(GRANTS)


@pytest.mark.parametrize("name", GRANTS)
def test_each_capture_gives_an_author_a_title_and_a_date(demo: dict[str, Article], name: str) -> None:
    article = demo[name]
    assert article.authors
    assert article.date
    expected = "Brent Filson" if name == SEED.name else "the byline project"
    assert [author.name.casefold() for author in article.authors] == [expected.casefold()]


def test_the_site_holds_what_was_granted_and_nothing_else(built: Built, demo: dict[str, Article]) -> None:
    granted = {demo[name].slug for name, uses in GRANTS.items() if "web" in uses}
    assert {entry.article.slug for entry in built.edition.published} == granted
    pages = {path.parent.name for path in built.output.glob("articles/*/index.html")}
    assert pages == granted
    assert not built.edition.broken


def test_every_published_page_and_feed_item_keeps_its_terms(built: Built, demo: dict[str, Article]) -> None:
    sheets = {f"{SITE}/theme/css/byline.css": (built.output / "theme/css/byline.css").read_text("utf-8")}
    items = {
        item.title: item
        for item in feedparser.parse((built.output / "feeds/all.rss.xml").read_bytes()).entries
    }
    for entry in built.edition.published:
        page = (built.output / "articles" / entry.article.slug / "index.html").read_bytes()
        url = f"{SITE}/articles/{entry.article.slug}/"
        assert check(page, entry.article, url=url, sheets=sheets).verdict == "keeps"
        item = items[entry.article.title]
        html = f"<h1>{item.title}</h1>{item.content[0].value}"
        assert check(html.encode(), entry.article).verdict == "keeps"
    assert len(items) == len(built.edition.published)
    assert demo


def test_the_ezine_issue_holds_the_seed_with_its_whole_credit(built: Built, demo: dict[str, Article]) -> None:
    whole = {item.entry.article.slug for item in built.issue.whole}
    granted = {demo[name].slug for name, uses in GRANTS.items() if "newsletter" in uses}
    assert demo[SEED.name].slug in whole
    assert whole <= granted | {"when-an-article-changes-do-its-copies-follow"}
    assert {item.entry.article.slug for item in built.issue.links}.isdisjoint(granted)
    for name in ("issue.eml", "issue.html", "issue.txt"):
        assert check((built.output / "ezine" / name).read_bytes(), demo[SEED.name]).verdict == "keeps", name
