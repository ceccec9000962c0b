"""A site of hard texts in a browser: words that do not break, other scripts, wide tables, paper."""

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from tests.conftest import FIVE_LINES, article_file
from tests.web.looks import TOO_WIDE, context, look
from tests.web.served import Served, html_validate, served, vnu

pytestmark = pytest.mark.xdist_group("web")
LONG = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetzverordnungsent"
HEBREW = "התה הגיע מאוחר. הוא נישא מעל ההרים בלבנים, ובושל במלח, ואיש לא חשב על הספל אלא כעל קערה."
TABLE = """| Tea | Price | Where it is grown | Remarks |
|---|---|---|---|
| Black tea | 1 200 300,50 | Assam, upper river | Sold by the chest to the patient |
"""
TEXT = (
    "The cup came late. Tea was carried over mountains in bricks, and boiled with salt, and nobody "
    "thought of the cup as anything but a bowl that had been made too small for its keeper. "
)
CUT = """() => [...document.body.querySelectorAll('*')].filter(e => {
  const box = e.getBoundingClientRect();
  return box.width && !e.closest('.scroll, .skip') && (box.right > innerWidth + 1 || box.left < -1);
}).map(e => e.outerHTML.slice(0, 90)).slice(0, 3)"""
FEEDS = """BYLINE = {"feeds": {"items": 2, "partners": [
  {"name": "post", "title": "%s על התה", "about": "התה הגיע מאוחר."}]}}
"""
CHANGED = """corrections:
  - on: 2026-04-02
    text: התה הגיע [מאוחר](https://e.example.org/), *1912*.
"""
GONE = "withdrawn:\n  on: 2026-05-01\n  why: The author asked for it.\n"
LINES = """cell => {
  const range = document.createRange();
  range.selectNodeContents(cell);
  return range.getClientRects().length;
}"""
SHIFTS = """() => { window.shift = 0; new PerformanceObserver(list => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({type: 'layout-shift', buffered: true}); }"""


def told(name: str) -> str:
    """A text of its own: articles that share their words could not be told apart."""
    return TEXT + " ".join(
        f"The {name} of the year {number} was {number % 7} ounces." for number in range(60)
    )


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The site, in Hebrew, though most of its texts are English."""
    source = tmp_path_factory.mktemp("hard")
    articles = source / "content" / "articles"
    articles.mkdir(parents=True)
    (source / "pelicanconf.py").write_text(FIVE_LINES + 'DEFAULT_LANG = "he"\n' + FEEDS % LONG, "utf-8")
    long = article_file(LONG, body=told("cup"), more=f"language: en\ntags: [{LONG}t]\nseries: {LONG}s\n")
    long = long.replace("[Ada Example]", f"[{LONG}a]").replace("Drinks", f"{LONG}k")
    texts = {
        "long": long,
        "longer": long.replace("title: ", "title: Second ").replace(told("cup"), told("mug")),
        "hebrew": article_file("על התה", body=HEBREW, more=f"slug: hebrew\ntags: [תה]\n{CHANGED}"),
        "gone": article_file(f"{LONG}x", body=told("jug"), more=f"language: en\n{GONE}"),
        "plain": article_file("On tea", body=f"{TEXT}\n\n{TABLE}\n{told('chest')}", more="language: en\n"),
    }
    for name, text in texts.items():
        (articles / f"{name}.md").write_text(text, "utf-8")
    with served(source, tmp_path_factory.mktemp("web-hard")) as site:
        yield site


@pytest.mark.parametrize("width", [320, 1280])
def test_a_word_that_does_not_break_widens_no_page(hard: Served, chrome: Browser, width: int) -> None:
    with context(chrome, viewport={"width": width, "height": 700}) as visit:
        page = visit.new_page()
        for name in hard.pages:
            page.goto(hard.address(name))
            assert not page.evaluate(TOO_WIDE), name
            assert not page.evaluate(CUT), name


@pytest.mark.usefixtures("java", "node")
def test_the_pages_of_feeds_are_sound_where_names_are_hard(
    hard: Served, chrome: Browser, tmp_path: Path
) -> None:
    pages = [page for page in hard.pages if page.startswith("feeds/")]
    for page in ("feeds/index.html", "feeds/changes/index.html", "feeds/partner/post/index.html"):
        seen = look(chrome, hard.url, hard.address(page))
        assert not [*seen.axe, *seen.htmlcs, *seen.sideways, *seen.missed, *seen.dim, *seen.printed], page
    report = tmp_path / "report.json"
    subprocess.run(html_validate(hard.output, pages, report), capture_output=True, check=False)
    assert not [found["messages"] for found in json.loads(report.read_text("utf-8"))]
    done = subprocess.run(vnu(hard.output / "feeds"), capture_output=True, text=True, check=False)
    assert not [said for said in json.loads(done.stderr)["messages"] if said["type"] == "error"]


def test_a_wide_table_scrolls_by_itself_and_its_numbers_stay_whole(hard: Served, chrome: Browser) -> None:
    with context(chrome, viewport={"width": 320, "height": 700}) as visit:
        page = visit.new_page()
        page.goto(f"{hard.url}/articles/on-tea/")
        assert page.evaluate("(e => e.scrollWidth > e.clientWidth)(document.querySelector('.scroll'))")
        assert page.locator("td.number").evaluate(LINES) == 1


def test_english_furniture_is_not_torn_where_the_site_is_hebrew(hard: Served, chrome: Browser) -> None:
    with context(chrome) as visit:
        page = visit.new_page()
        page.goto(f"{hard.url}/articles/hebrew/")
        direction = "e => getComputedStyle(e).direction"
        for part in (".meta", ".permit-line", ".kicker", ".menu", ".permits dd"):
            assert page.locator(part).first.evaluate(direction) == "ltr", part
        for part in ("h1", ".prose"):
            assert page.locator(part).first.evaluate(direction) == "rtl", part
        slant = "e => getComputedStyle(e).fontStyle"
        page.goto(f"{hard.url}/")
        assert page.locator(".entry h2:dir(rtl)").first.evaluate(slant) == "normal"


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_when_the_text_face_comes_late(hard: Served, chrome: Browser, width: int) -> None:
    def late(route: Route) -> None:
        time.sleep(0.6)
        route.continue_()

    with context(chrome, viewport={"width": width, "height": 800}) as visit:
        page = visit.new_page()
        page.route("**/*.woff2", late)
        page.add_init_script(f"({SHIFTS})()")
        page.goto(f"{hard.url}/articles/on-tea/")
        page.evaluate("document.fonts.ready.then(() => new Promise(r => setTimeout(r, 100)))")
        assert page.evaluate("document.fonts.check('1em Newsreader')")
        assert page.evaluate("window.shift") < 0.02


def test_other_scripts_are_set_in_their_own_size(hard: Served, chrome: Browser) -> None:
    with context(chrome) as visit:
        page = visit.new_page()
        page.goto(f"{hard.url}/articles/hebrew/")
        assert page.locator(".prose").evaluate("e => getComputedStyle(e).fontSizeAdjust") == "none"


def test_on_paper_a_kit_names_its_downloads_in_place_of_texts(hard: Served, chrome: Browser) -> None:
    with context(chrome) as visit:
        page = visit.new_page()
        page.goto(f"{hard.url}/articles/on-tea/republish/")
        page.emulate_media(media="print")
        assert not page.locator("textarea:visible, button:visible, label:visible").count()
        assert page.locator("a[download]:visible").count()
        assert page.locator(".printed-from").inner_text() == f"{hard.url}/articles/on-tea/republish/"


def test_a_search_that_cannot_start_says_so(hard: Served, chrome: Browser) -> None:
    with context(chrome) as visit:
        page = visit.new_page()
        page.goto(f"{hard.url}/search/")
        page.locator("form").wait_for()
        assert page.locator("input[type=search]").get_attribute("maxlength") == "200"
        assert not page.locator(".search-wait").count()
        page.route("**/search.js", lambda route: route.abort())
        page.goto(f"{hard.url}/search/")
        page.locator(".search-wait").wait_for()
        assert "JavaScript" in page.locator(".search-wait").inner_text()
