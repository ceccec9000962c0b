"""What a person does on the site: switch the scheme, copy a piece, search, lose the way."""

import gzip
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from byline.check import check
from byline.extract.markdown import plain_text
from byline.model import Article
from byline_pelican.edition import Entry
from tests.web.looks import Heard, context, words
from tests.web.served import Served

pytestmark = pytest.mark.xdist_group("web")
GZIP = b"\x1f\x8b"  # how a compressed file begins
FORMATS = ("html", "markdown", "text", "email")
GROUND = "getComputedStyle(document.documentElement).backgroundColor"
SEARCHED = """async ([module, word]) => {
  const pagefind = await import(module);
  const found = await pagefind.search(word);
  return Promise.all(found.results.map(async result => (await result.data()).url));
}"""


@pytest.fixture
def page(chrome: Browser, demo: Served) -> Iterator[Page]:
    """A new visitor's page, which may use the clipboard; nothing that it says goes unheard."""
    with context(chrome) as visit:
        visit.grant_permissions(["clipboard-read", "clipboard-write"], origin=demo.url)
        opened, heard = visit.new_page(), Heard(demo.url)
        heard.listen(opened)
        yield opened
        assert not heard.console
        assert not heard.foreign


def kit(demo: Served, entry: Entry) -> str:
    return f"articles/{entry.article.slug}/republish/"


def manifest(demo: Served, entry: Entry) -> dict[str, Any]:
    record: dict[str, Any] = json.loads((demo.output / kit(demo, entry) / "kit.json").read_text("utf-8"))
    return record


def lent(demo: Served) -> list[Entry]:
    return [entry for entry in demo.edition.published if entry.lent]


def kept(copy: str, article: Article) -> str:
    """What `byline check` says of a copy that was pasted into somebody's page."""
    page = f"<!doctype html><html><head><title>Elsewhere</title></head><body>{copy}</body></html>"
    return check(page.encode(), article).verdict


# The scheme -------------------------------------------------------------------------------------


def test_the_scheme_is_switched_and_remembered(demo: Served, page: Page) -> None:
    page.goto(f"{demo.url}/")
    toggle = page.locator("button[data-scheme-toggle]")
    light = page.evaluate(GROUND)
    toggle.click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    dark = page.evaluate(GROUND)
    assert dark != light
    page.goto(demo.address(demo.articles[0]))
    expect(page.locator("html")).to_have_attribute("data-scheme", "dark")
    assert page.evaluate(GROUND) == dark
    page.reload()
    assert page.evaluate(GROUND) == dark
    toggle.click()
    expect(page.locator("html")).to_have_attribute("data-scheme", "light")
    assert page.evaluate(GROUND) == light


def test_the_scheme_is_switched_by_keyboard_and_against_the_systems(demo: Served, chrome: Browser) -> None:
    with context(chrome, color_scheme="dark") as visit:
        page = visit.new_page()
        page.goto(f"{demo.url}/")
        dark = page.evaluate(GROUND)
        page.locator("button[data-scheme-toggle]").focus()
        page.keyboard.press("Enter")
        expect(page.locator("html")).to_have_attribute("data-scheme", "light")
        assert page.evaluate(GROUND) != dark


def test_a_reader_without_javascript_is_offered_no_switch(demo: Served, chrome: Browser) -> None:
    with context(chrome, java_script_enabled=False) as visit:
        page = visit.new_page()
        page.goto(f"{demo.url}/")
        expect(page.locator("button[data-scheme-toggle]:visible")).to_have_count(0)


# The republish kit ------------------------------------------------------------------------------


def test_copy_buttons_put_on_the_clipboard_what_the_manifest_says(demo: Served, page: Page) -> None:
    assert lent(demo)
    for entry in lent(demo):
        page.goto(f"{demo.url}/{kit(demo, entry)}")
        texts = manifest(demo, entry)["texts"]
        assert {"html", "markdown", "text"} <= set(texts) <= set(FORMATS)
        for name in texts:
            page.evaluate("navigator.clipboard.writeText('')")
            button = page.locator(f'button[data-copy="{name}"]')
            button.click()
            page.wait_for_function("async () => await navigator.clipboard.readText() !== ''")
            assert page.evaluate("navigator.clipboard.readText()") == texts[name]["content"], name


def test_what_was_copied_keeps_the_terms_where_it_is_pasted(demo: Served, page: Page) -> None:
    for entry in lent(demo):
        page.goto(f"{demo.url}/{kit(demo, entry)}")
        page.locator('button[data-copy="html"]').click()
        page.wait_for_function("async () => await navigator.clipboard.readText() !== ''")
        copied = page.evaluate("navigator.clipboard.readText()")
        assert kept(copied, entry.article) == "keeps", entry.article.slug
        page.evaluate("navigator.clipboard.writeText('')")


def test_each_address_of_a_feed_is_copied_as_it_is(demo: Served, page: Page) -> None:
    page.goto(f"{demo.url}/feeds/newsletter/")
    wanted = [f"{demo.url}/feeds/newsletter{ending}" for ending in (".rss.xml", ".atom.xml", ".json")]
    for number, address in enumerate(wanted):
        page.evaluate("navigator.clipboard.writeText('')")
        page.locator("button[data-copy]").nth(number).click()
        page.wait_for_function("async () => await navigator.clipboard.readText() !== ''")
        assert page.evaluate("navigator.clipboard.readText()") == address
    expect(page.locator("[role=status]").last).to_have_text("Copied")


def test_the_kit_is_readable_without_javascript(demo: Served, chrome: Browser) -> None:
    with context(chrome, java_script_enabled=False) as visit:
        page = visit.new_page()
        for entry in lent(demo):
            page.goto(f"{demo.url}/{kit(demo, entry)}")
            shown = Counter(words(page.locator("main").inner_text()))
            fields = page.locator("main textarea").all()
            shown += Counter(word for field in fields for word in words(field.input_value()))
            for name, text in manifest(demo, entry)["texts"].items():
                assert not Counter(words(text["content"])) - shown, (entry.article.slug, name)
            expect(page.locator("button[data-copy]:visible")).to_have_count(0)


def test_where_nothing_is_lent_there_is_nothing_to_copy(demo: Served, page: Page) -> None:
    for entry in demo.edition.published:
        if entry.lent:
            continue
        page.goto(f"{demo.url}/{kit(demo, entry)}")
        expect(page.locator("[data-copy]")).to_have_count(0)
        assert manifest(demo, entry)["texts"] == {}


def test_a_withheld_article_has_no_kit(demo: Served) -> None:
    for withheld in demo.edition.withheld:
        assert not (demo.output / "articles" / withheld.entry.article.slug).exists()


# Search -----------------------------------------------------------------------------------------


def only_in(entry: Entry, others: list[Entry]) -> str:
    """The longest plain word of an article's text that no other article, and no title, holds."""
    taken = {w for other in others for w in words(f"{other.article.title} {plain_text(other.article.body)}")}
    own = words(plain_text(entry.article.body))
    free = {w for w in own if w.isascii() and w.isalpha()} - taken - set(words(entry.article.title))
    return max(sorted(free), key=len)


def everything(demo: Served) -> list[Entry]:
    return [*demo.edition.published, *(withheld.entry for withheld in demo.edition.withheld)]


def test_search_finds_an_article_by_a_word_of_its_text(demo: Served, page: Page) -> None:
    for entry in demo.edition.published[:3]:
        word = only_in(entry, [other for other in everything(demo) if other is not entry])
        page.goto(f"{demo.url}/search/")
        page.locator('main input[type="search"]').fill(word)
        page.keyboard.press("Enter")
        found = page.locator(f'main a[href*="articles/{entry.article.slug}/"]').first
        expect(found).to_be_visible(timeout=15_000)


def test_search_never_finds_a_withheld_article(demo: Served, page: Page) -> None:
    assert demo.edition.withheld
    page.goto(f"{demo.url}/search/")
    module = f"{demo.url}/pagefind/pagefind.js"
    published = {f"/articles/{entry.article.slug}/" for entry in demo.edition.published}
    some = demo.edition.published[0]
    assert page.evaluate(SEARCHED, [module, some.article.title])
    for withheld in demo.edition.withheld:
        entry = withheld.entry
        word = only_in(entry, [other for other in everything(demo) if other is not entry])
        for asked in (word, f'"{word}"', entry.article.title, entry.article.slug):
            urls = page.evaluate(SEARCHED, [module, asked])
            assert not [url for url in urls if entry.article.slug in url], asked
            assert all("/articles/" not in url or any(p in url for p in published) for url in urls)


def test_the_search_index_names_no_withheld_article(demo: Served) -> None:
    files = [path.read_bytes() for path in sorted((demo.output / "pagefind").rglob("*")) if path.is_file()]
    index = b"".join(gzip.decompress(data) if data.startswith(GZIP) else data for data in files)
    assert demo.edition.published[0].article.slug.encode() in index
    for withheld in demo.edition.withheld:
        assert withheld.entry.article.slug.encode() not in index
        assert withheld.entry.article.title.encode() not in index


def test_without_javascript_search_leads_to_the_archive(demo: Served, chrome: Browser) -> None:
    with context(chrome, java_script_enabled=False) as visit:
        page = visit.new_page()
        page.goto(f"{demo.url}/search/")
        expect(page.locator('main a[href*="archives/"]:visible').first).to_be_visible()


# The lost ---------------------------------------------------------------------------------------


def test_a_page_that_is_not_there_is_whole_at_any_depth(demo: Served, chrome: Browser) -> None:
    with context(chrome) as visit:
        page, heard = visit.new_page(), Heard(demo.url)
        heard.listen(page)
        answer = page.goto(f"{demo.url}/no/such/place/at/all/")
        assert answer is not None
        assert answer.status == 404
        responses = [request.response() for request in heard.finished]
        assert sorted(r.status for r in responses if r is not None)[:-1] == [200] * (len(responses) - 1)
        assert len(responses) > 1
        page.locator(".masthead a").first.click()
        assert page.url == f"{demo.url}/"
