"""The demonstration site in a browser: one page of each kind, in both schemes, wide and narrow."""

from collections import Counter

import pytest
from playwright.sync_api import Browser

from byline.extract.markdown import plain_text
from tests.web.looks import Look, context, words
from tests.web.served import Served

pytestmark = pytest.mark.xdist_group("web")
WEIGHT = 50_000  # bytes a page, without images and fonts, before any compression


def faults(looks: dict[str, Look], name: str) -> dict[str, tuple[str, ...]]:
    """What was found on each kind of page, where something was."""
    return {kind: getattr(look, name) for kind, look in looks.items() if getattr(look, name)}


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("axe", id="axe finds nothing in light and dark, wide and narrow"),
        pytest.param("htmlcs", id="HTML_CodeSniffer finds nothing against WCAG 2 AA"),
        pytest.param("sideways", id="at 320 px nothing scrolls sideways"),
        pytest.param("skip", id="the first Tab reaches the link to the text"),
        pytest.param("missed", id="Tab reaches every control"),
        pytest.param("dim", id="whatever has the focus shows it"),
        pytest.param("printed", id="navigation is not printed"),
        pytest.param("console", id="the console is empty"),
        pytest.param("foreign", id="nothing is asked of another host"),
    ],
)
def test_a_page_of_each_kind(looks: dict[str, Look], name: str) -> None:
    assert not faults(looks, name)


def test_no_page_is_heavy(looks: dict[str, Look]) -> None:
    assert not {kind: look.weight for kind, look in looks.items() if look.weight >= WEIGHT}


def test_every_kind_of_page_was_looked_at(demo: Served, looks: dict[str, Look]) -> None:
    assert looks.keys() == demo.kinds.keys()
    assert {"home", "articles/*", "category/*", "author/*", "archives"} <= looks.keys()
    assert all(look.weight for look in looks.values())


def test_without_javascript_every_article_can_be_read(demo: Served, chrome: Browser) -> None:
    with context(chrome, java_script_enabled=False) as visit:
        page = visit.new_page()
        for entry in demo.edition.published:
            page.goto(f"{demo.url}/articles/{entry.article.slug}/")
            shown = Counter(words(page.locator("main").inner_text()))
            missing = Counter(words(plain_text(entry.article.body))) - shown
            assert not missing, entry.article.slug
            assert entry.article.title.casefold() in page.locator("h1").inner_text().casefold()


def test_without_javascript_every_kind_of_page_says_something(demo: Served, chrome: Browser) -> None:
    with context(chrome, java_script_enabled=False) as visit:
        page = visit.new_page()
        for kind, name in demo.kinds.items():
            page.goto(demo.address(name))
            assert len(words(page.locator("main").inner_text())) > 2, kind
