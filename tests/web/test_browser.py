"""The demonstration site in a browser: one page of each kind, in both schemes, wide and narrow."""

from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from byline.extract.markdown import plain_text
from tests.web.looks import Look, context, look, words
from tests.web.served import Served, serving

pytestmark = pytest.mark.xdist_group("web")
BAD = {
    "index.html": (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bad</title>'
        '<link rel="stylesheet" href="bad.css"><script src="bad.js" defer></script>'
        '<nav aria-label="Main"><a href="/" id="first">Home</a></nav><main id="main"><h1>Bad</h1>'
        '<p class="pale">Pale words</p><button id="trap">Trap</button> <a id="last" href="/">Last</a>'
        '<img src="https://elsewhere.example.org/a.png"></main>'
    ),
    "bad.css": "p { color: #eee; background: #fff; width: 900px } #first { outline: none }",
    "bad.js": "const [first, trap] = ['first', 'trap'].map(id => document.getElementById(id));\n"
    "trap.addEventListener('focus', () => first.focus());",
}
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


def test_no_page_is_heavy(demo: Served, looks: dict[str, Look]) -> None:
    """A kit shows the piece in four forms: there the document alone is held to the figure.

    An issue of the ezine prints several articles whole, so it may have the figure twice.
    """
    kits = {kind for kind in looks if kind.endswith("/republish")}
    sizes = {kind: (demo.output / demo.kinds[kind]).stat().st_size for kind in kits}
    weights = {kind: look.weight for kind, look in looks.items()} | sizes
    most = {kind: WEIGHT * (1 + kind.startswith("ezine/")) for kind in weights}
    assert not {kind: weight for kind, weight in weights.items() if weight >= most[kind]}


def test_every_kind_of_page_was_looked_at(demo: Served, looks: dict[str, Look]) -> None:
    assert looks.keys() == demo.kinds.keys()
    assert {"home", "articles/*", "category/*", "author/*", "archives"} <= looks.keys()
    assert {"feeds", "feeds/*", "feeds/*/*", "feeds/changes"} <= looks.keys()
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


@pytest.mark.usefixtures("packages")
def test_what_is_wrong_with_a_page_is_seen(chrome: Browser, tmp_path: Path) -> None:
    for name, text in BAD.items():
        (tmp_path / name).write_text(text, "utf-8")
    with serving(tmp_path) as url:
        seen = look(chrome, url, f"{url}/")
    assert {hit.split(": ")[1] for hit in seen.axe} >= {"color-contrast", "image-alt"}
    assert len({hit.split(": ")[0] for hit in seen.axe}) == 4  # schemes and widths
    assert any("1_4_3" in hit for hit in seen.htmlcs)
    assert seen.sideways
    assert 'id="first"' in seen.skip[0]
    assert 'id="first"' in seen.dim[0]
    assert any('id="last"' in missed for missed in seen.missed)
    assert seen.printed
    assert seen.console
    assert seen.foreign == ("https://elsewhere.example.org/a.png",)
    assert seen.weight == sum(len(text) for text in BAD.values())
