"""The search index holds published articles, their words and nothing else; and the page that asks it."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from byline.errors import BuildError
from byline_pelican.headers import HEADERS, NAME, POLICY
from byline_pelican.search import index
from byline_pelican.site import site_view
from tests.conftest import CONFIG, FIVE_LINES, WEB_ONLY, Site, article_file

MOLASSES = "Molasses and dunder are kept in the cellar, and nobody asks for them."


@pytest.fixture
def site(site: Site) -> Site:
    """A site with the five-line configuration, and so with a search."""
    site.write("pelicanconf.py", FIVE_LINES)
    return site


def fragments(site: Site) -> list[dict[str, Any]]:
    """What Pagefind keeps of each page."""
    packed = [data for name, data in site.files().items() if name.endswith(".pf_fragment")]
    return [json.loads(gzip.decompress(data).removeprefix(b"pagefind_dcd")) for data in packed]


def test_an_article_is_found_by_its_words_and_told_by_title_author_and_day(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.build()
    (found,) = fragments(site)
    assert found["url"] == "/articles/on-tea/"
    assert found["content"] == "Tea is older than the cup. It was carried over mountains in bricks."
    meta = {
        "title": "On tea",
        "author": "Ada Example",
        "date": "14 March 2026",
        "reprint": "Web sites, Newsletters",
    }
    assert found["meta"] == meta
    assert found["filters"] == {"newsletters": ["yes"]}


def test_withheld_articles_drafts_and_other_pages_are_not_in_it(site: Site) -> None:
    site.article("tea", article_file("On tea", WEB_ONLY, more="tags: [cups]\n"))
    site.article("rum", article_file("On rum", "All rights reserved.", body=MOLASSES))
    site.article("gin", article_file("On gin", more="status: draft\n", body=MOLASSES))
    site.write("content/pages/about.md", "---\ntitle: About\n---\n\nWe print.\n")
    site.build()
    assert [found["meta"]["title"] for found in fragments(site)] == ["On tea"]
    assert fragments(site)[0]["filters"] == {}
    packed = [
        data
        for name, data in site.files().items()
        if name.startswith("pagefind/") and data[:2] == b"\x1f\x8b"
    ]
    words = b" ".join(gzip.decompress(data) for data in packed).lower()
    assert b"mountain" in words
    assert not any(word in words for word in (b"molasses", b"dunder", b"cellar"))


def test_building_again_changes_no_byte_of_the_index(site: Site) -> None:
    for number in range(12):
        permission = (
            WEB_ONLY if number % 3 else "This article may be republished in newsletters and on web sites."
        )
        site.article(f"a{number}", article_file(f"Piece {number}", permission, body=f"Word{number} " * 30))
    site.build()
    for _ in range(3):
        assert site.build().changed == 0


def test_only_what_the_search_page_needs_is_published(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    names = {name.partition("/")[2] for name in site.files() if name.startswith("pagefind/")}
    kept = {name for name in names if "/" not in name and not name.endswith(".pf_meta")}
    assert kept == {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "wasm.en.pagefind"}


def test_a_language_that_pagefind_does_not_know_is_searched_as_it_stands(site: Site) -> None:
    site.write("pelicanconf.py", FIVE_LINES + 'DEFAULT_LANG = "tlh"\n')
    site.article("tea", article_file())
    site.build()
    assert "pagefind/wasm.unknown.pagefind" in site.files()


def test_articles_in_other_languages_are_found_from_the_same_page(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article("tee", article_file("Über Tee", more="language: de\n"))
    site.build()
    (language,) = json.loads(site.output("pagefind/pagefind-entry.json"))["languages"].values()
    assert language["page_count"] == 2


def attribute(page: LexborHTMLParser, selector: str, name: str) -> str | None:
    node = page.css_first(selector)
    assert node is not None, selector
    return node.attributes[name]


def test_the_search_page_is_linked_and_works_without_scripts_by_its_lists(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    assert 'href="../../search/"' in site.output("articles/on-tea/index.html")
    page = LexborHTMLParser(site.output("search/index.html"))
    assert attribute(page, 'meta[name="robots"]', "content") == "noindex"
    assert page.css_first("form[role=search][hidden]")  # what needs scripts is not shown without them
    assert page.css_first("form label[for=q]")
    assert attribute(page, "form input#q", "name") == "q"
    assert attribute(page, ".search-count", "aria-live") == "polite"
    assert attribute(page, 'script[type="module"]', "src") == "../theme/js/search.js"
    assert attribute(page, "[data-search]", "data-root") == "../"
    links = [anchor.attributes["href"] for anchor in page.css(".search-else a")]
    assert links == ["../archives/", "../categories/", "../authors/"]
    assert "JavaScript" in page.css(".search-wait")[0].text()  # until the script takes it away


@pytest.mark.parametrize("empty", [True, False])
def test_without_a_search_nothing_speaks_of_one(site: Site, empty: bool) -> None:
    if not empty:
        site.write("pelicanconf.py", CONFIG)
        site.article("tea", article_file())
    site.build()
    assert not any(name.startswith(("search", "pagefind")) for name in site.files())
    assert 'search/"' not in site.output("index.html")
    assert site_view(site.configuration, site.edition, has_issue=False).search_url == ""


@pytest.mark.parametrize("slug", ["search", "pagefind"])
def test_a_page_of_ones_own_does_not_take_the_place_of_the_search(site: Site, slug: str) -> None:
    site.article("tea", article_file())
    site.write("content/pages/own.md", f"---\ntitle: Own\nslug: {slug}\n---\n\nLook it up.\n")
    (broken,) = site.build().edition.broken
    assert f"slug '{slug}' is taken" in broken.problem


def test_what_a_review_lets_this_site_print_is_not_offered_to_others(site: Site) -> None:
    signed = "  reviewed: {by: Ada Example, on: 2026-01-02, why: a letter, uses: [web, newsletter]}\n"
    site.article("tea", article_file("On tea", "").replace("---\n\n", f"{signed}---\n\n", 1))
    site.build()
    (found,) = fragments(site)
    assert found["filters"] == {}
    assert not found["meta"].get("reprint")


def test_an_article_at_another_address_is_indexed_all_the_same(site: Site) -> None:
    own = 'ARTICLE_URL = "{slug}.html"\nARTICLE_SAVE_AS = "{slug}.html"\n'
    site.write("pelicanconf.py", FIVE_LINES + own)
    site.article("tea", article_file())
    site.write("content/pages/about.md", "---\ntitle: About\n---\n\nWe print.\n")
    site.build()
    assert [found["url"] for found in fragments(site)] == ["/on-tea.html"]


def test_a_theme_that_marks_no_text_is_told_so(site: Site) -> None:
    site.write("pelicanconf.py", FIVE_LINES + 'THEME_TEMPLATES_OVERRIDES = ["templates"]\n')
    site.write(
        "templates/article.html",
        "<html><body data-pagefind-ignore='all'><h1>{{ article.title }}</h1>{{ article.content|safe }}"
        "{{ article.credit_html }}</body></html>",
    )
    site.article("tea", article_file())
    with pytest.raises(BuildError, match=r"search: Pagefind .*BYLINE = {'search': False}"):
        site.build()


@pytest.mark.parametrize("fault", ["missing", "broken", "slow", "no program"])
def test_what_keeps_pagefind_from_running_is_told_in_one_line(
    site: Site, monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    site.article("tea", article_file())
    program = site.write("pagefind", "#!/bin/sh\nsleep 5\n" if fault == "slow" else "#!/bin/sh\nexit 3\n")
    program.chmod(0o755 if fault != "no program" else 0o644)
    monkeypatch.setattr(index, "get_executable", lambda: None if fault == "missing" else program)
    monkeypatch.setattr(index, "LONGEST", 0.2)
    with pytest.raises(BuildError) as stopped:
        site.build()
    (problem,) = stopped.value.problems
    assert problem.startswith("search: Pagefind ")
    assert "BYLINE = {'search': False}" in problem
    assert not (site.root / "output").exists()


def test_no_file_beside_the_site_changes_how_it_is_indexed(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.article("tea", article_file())
    site.write("pagefind.toml", 'glob = "nothing/*.html"\n')
    monkeypatch.setenv("PAGEFIND_GLOB", "nothing/*.html")
    monkeypatch.setenv("PAGEFIND_ROOT_SELECTOR", ".nothing")
    site.build()
    assert len(fragments(site)) == 1


def test_the_policy_allows_what_the_pages_do_and_no_more(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    said = site.output(NAME)
    assert POLICY in said
    assert "unsafe-inline" not in said
    assert "Strict-Transport-Security" in said
    assert all(path.replace("{theme}", "theme") in said for path in HEADERS)
    for name, data in site.files().items():
        if name.endswith(".html") and not name.startswith("ezine/") and not name.endswith("/email.html"):
            page = LexborHTMLParser(data.decode())
            assert not page.css("[style], style, [onclick]"), name
            inline = [s for s in page.css("script") if not s.attributes.get("src")]
            assert {s.attributes.get("type") for s in inline} <= {"application/ld+json"}, name


def test_a_site_without_https_does_not_ask_for_it_for_ever(site: Site) -> None:
    site.write("pelicanconf.py", CONFIG.replace("https:", "http:"))
    site.build()
    assert "Strict-Transport-Security" not in site.output(NAME)


def test_the_policy_in_the_docs_is_the_one_that_is_written() -> None:
    docs = (Path(__file__).parents[1] / "docs/publish.md").read_text("utf-8")
    assert docs.count(POLICY) == 3  # nginx, Apache, and in words
    for lines in HEADERS.values():
        assert all(said in docs for name, said in lines.items() if name != "Content-Security-Policy")
