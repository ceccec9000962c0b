"""The feeds as people meet them: the list of all, a page for each, and the ways that lead there."""

import json
from urllib.parse import urljoin

import pytest
from bs4 import BeautifulSoup, Tag

from tests.conftest import CONFIG, FIVE_LINES, WEB_ONLY, Site, article_file

HOME = "https://press.example.org"
CHANGED = "corrections:\n  - on: 2026-04-02\n    text: It was *1912*, not 1921.\n"
GONE = "withdrawn:\n  on: 2026-05-01\n  why: The author asked for it.\n"
PARTNER = '{{"name": "post", "title": "The <b>Post</b>", {}}}'
MANY = 121  # names; one more than a page shows with their formats


def soup(site: Site, name: str) -> BeautifulSoup:
    return BeautifulSoup(site.output(name), "html.parser")


def set_up(site: Site, more: str = "", feeds: str = "") -> None:
    site.write("pelicanconf.py", f'{FIVE_LINES}{more}BYLINE = {{"search": False, "feeds": {{{feeds}}}}}\n')


def body(name: str) -> str:
    """A text of its own: articles that share their words could not be told apart."""
    return " ".join(f"The {name} of {number} was warm." for number in range(9))


def one(page: BeautifulSoup | Tag, selector: str) -> Tag:
    (found,) = page.select(selector)
    return found


def words(node: Tag) -> str:
    return " ".join(node.get_text(" ").split())


def announced(site: Site, page: str) -> list[str]:
    """The feeds that a page announces, as files below the output folder."""
    links = soup(site, page).select('head > link[rel="alternate"]')
    base = f"{HOME}/{page}"
    found = [(str(link["type"]), urljoin(base, str(link["href"]))) for link in links]
    return [
        url.removeprefix(f"{HOME}/")
        for kind, url in found
        if "rss" in kind or "atom" in kind or "feed" in kind
    ]


def in_formats(*places: str) -> list[str]:
    return [place + ending for place in places for ending in (".rss.xml", ".atom.xml", ".json")]


# The ways there ----------------------------------------------------------------------------------


@pytest.fixture
def paged(site: Site) -> Site:
    """Two articles of one category, tag and author, on two pages each."""
    site.write("pelicanconf.py", f"{CONFIG}DEFAULT_PAGINATION = 1\n")
    for name in ("tea", "cups"):
        site.article(name, article_file(f"On {name}", body=body(name), more="tags: [leaves]\n"))
    site.build()
    return site


@pytest.mark.parametrize(
    ("page", "own"),
    [
        ("category/drinks/index.html", "feeds/category/drinks"),
        ("category/drinks/index2.html", "feeds/category/drinks"),
        ("tag/leaves/index2.html", "feeds/tag/leaves"),
        ("author/ada-example/index2.html", "feeds/author/ada-example"),
        ("feeds/newsletter/index.html", "feeds/newsletter"),
        ("feeds/tag/leaves/index.html", "feeds/tag/leaves"),
    ],
)
def test_a_list_announces_its_own_feed_and_that_of_everything(paged: Site, page: str, own: str) -> None:
    assert announced(paged, page) == in_formats(own, "feeds/all")
    assert all(name in paged.files() for name in announced(paged, page))


@pytest.mark.parametrize(
    "page",
    [
        "index.html",
        "index2.html",
        "404.html",
        "articles/on-tea/index.html",
        "articles/on-tea/republish/index.html",
    ],
)
def test_every_other_page_announces_the_feed_of_everything_once(paged: Site, page: str) -> None:
    assert announced(paged, page) == in_formats("feeds/all")


@pytest.mark.parametrize("page", ["category/drinks/index.html", "category/drinks/index2.html"])
def test_a_list_says_where_its_feed_is(paged: Site, page: str) -> None:
    line = one(soup(paged, page), ".own-feeds")
    assert words(line) == "Feeds: RSS Atom JSON"
    assert [a["href"] for a in line.select("a")] == [
        f"../../{f}" for f in in_formats("feeds/category/drinks")
    ]
    assert not soup(paged, "index.html").select(".own-feeds")


def test_a_kit_leads_to_what_else_may_be_reprinted(site: Site) -> None:
    site.article("tea", article_file("On tea"))
    site.article("closed", article_file("On cups", WEB_ONLY.replace("web sites", "paper"), body=body("cup")))
    site.build()
    page = soup(site, "articles/on-tea/republish/index.html")
    follow = page.select("[aria-labelledby=follow] a")
    assert [str(a["href"]).removeprefix("../../../") for a in follow] == [
        *("feeds/newsletter/", "feeds/web/", "feeds/changes/"),
    ]


# The list ----------------------------------------------------------------------------------------


def test_the_list_leads_to_every_file_of_every_feed(site: Site) -> None:
    set_up(site, feeds=f'"partners": [{PARTNER.format("")}]')
    site.article("tea", article_file("On tea", more="tags: [leaves]\n"))
    built = site.build()
    page = soup(site, "feeds/index.html")
    linked = {urljoin(f"{HOME}/feeds/", str(a["href"])) for a in page.select("main a[href]")}
    linked |= {code.get_text() for code in page.select("main .feed-address code")}
    wanted = {f"{HOME}/{name}" for feed in built.feeds for name in (feed.twin, *in_formats(feed.place))}
    assert wanted | {f"{HOME}/feeds/feeds.opml"} <= linked


def test_where_there_are_very_many_the_list_names_them_alone(site: Site) -> None:
    tags = ", ".join(f"leaf {number}" for number in range(MANY))
    site.article("tea", article_file("On tea", more=f"tags: [{tags}]\n"))
    site.build()
    page = soup(site, "feeds/index.html")
    assert len(page.select(".feed-names li")) == MANY
    assert not page.select(".feed-names .forms")
    assert len(page.select(".feed-rows li")) == len(page.select(".feed-rows .forms")) == 2  # category, author


def test_json_feeds_say_where_people_read_what_an_item_tells(site: Site) -> None:
    site.article("tea", article_file("On tea", more=CHANGED))
    site.build()
    for name in ("feeds/all.json", "feeds/changes.json"):
        url, _, place = json.loads(site.output(name))["items"][0]["_byline"]["about"].partition("#")
        assert url == f"{HOME}/feeds/"
        assert one(soup(site, "feeds/index.html"), f"section#{place}")


# A feed's page -----------------------------------------------------------------------------------


def test_a_page_shows_what_its_feed_holds_in_its_order(site: Site) -> None:
    set_up(site, feeds='"items": 2')
    for number, name in enumerate(("tea", "cups", "pots")):
        date = f"2026-03-1{number}"
        site.article(name, article_file(f"On {name}", date=date, body=body(name), more="tags: [leaves]\n"))
    for feed in site.build().feeds:
        items = json.loads(site.output(f"{feed.place}.json"))["items"]
        page = soup(site, f"{feed.twin}index.html")
        shown = [
            urljoin(f"{HOME}/{feed.twin}", str(a["href"])) for a in page.select(".feed-items .line-title")
        ]
        assert shown == [item["url"] for item in items], feed.name
        assert [code.get_text() for code in page.select(".feed-address code")] == [
            f"{HOME}/{name}" for name in in_formats(feed.place)
        ]


@pytest.mark.parametrize(("feed", "archived"), [("all", True), ("tag/leaves", False)])
def test_archives_are_promised_only_where_there_are_some(site: Site, feed: str, archived: bool) -> None:
    set_up(site, feeds='"items": 1')
    for name in ("tea", "cups"):
        site.article(name, article_file(f"On {name}", body=body(name), more="tags: [leaves]\n"))
    site.build()
    count = words(one(soup(site, f"feeds/{feed}/index.html"), ".count"))
    assert count.startswith("The newest 1 of 2.")
    assert ("archives" in count) is archived
    assert any(name.startswith(f"feeds/{feed}/archive/") for name in site.files()) is archived


def test_a_piece_is_listed_with_what_it_may_be_reprinted_for_and_no_more(site: Site) -> None:
    site.article("tea", article_file("On tea", WEB_ONLY))
    site.build()
    line = one(soup(site, "feeds/web/index.html"), ".line-uses")
    assert words(line) == "May be reprinted : Web sites"
    assert one(line, "a")["href"] == "../../articles/on-tea/republish/"


def test_the_changes_say_what_happened_and_repeat_no_text(site: Site) -> None:
    site.article("tea", article_file("On tea", more=CHANGED))
    site.article("cups", article_file("On cups", body=body("cup"), more=GONE))
    site.build()
    first, second = soup(site, "feeds/changes/index.html").select("article.change")
    assert words(first).startswith("Withdrawn On cups By Ada Example Withdrawn on 1 May 2026.")
    assert words(second).startswith("Correction On tea By Ada Example Corrected on 2 April 2026.")
    assert [em.get_text() for em in second.select("em")] == ["1912"]
    assert "The cup of" not in site.output("feeds/changes/index.html")


@pytest.mark.parametrize(
    ("feed", "said"),
    [
        ("all", "Nothing has been published here yet."),
        ("changes", "Nothing has been corrected or withdrawn so far."),
        ("newsletter", "Nothing here may be reprinted in newsletters by its words alone, so far."),
        ("partner/post", "Nothing here fits this feed so far."),
    ],
)
def test_an_empty_feed_says_so(site: Site, feed: str, said: str) -> None:
    set_up(site, feeds=f'"partners": [{PARTNER.format("")}]')
    site.build()
    page = soup(site, f"feeds/{feed}/index.html")
    assert words(one(page, ".feed-empty")) == said
    assert not page.select(".feed-items, .change, .count")


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('"content": "summary"', "An item is a summary; the piece and its credit are on its page here."),
        ('"format": "text"', "An item is the whole piece with its whole credit, as plain text."),
    ],
)
def test_a_feed_that_tells_its_items_otherwise_says_so(site: Site, settings: str, said: str) -> None:
    set_up(site, feeds=f'"partners": [{PARTNER.format(settings)}]')
    site.build()
    assert said in words(one(soup(site, "feeds/partner/post/index.html"), "main"))
    assert said in words(one(soup(site, "feeds/index.html"), "main"))


def test_search_engines_list_a_feeds_page_only_where_no_other_page_says_the_same(site: Site) -> None:
    set_up(site, feeds=f'"partners": [{PARTNER.format("")}]')
    site.article("tea", article_file("On tea", more="tags: [leaves]\n"))
    pages = {feed.twin for feed in site.build().feeds}
    unlisted = {page for page in pages if f"<loc>{HOME}/{page}</loc>" not in site.output("sitemap.xml")}
    assert pages - unlisted == {"feeds/newsletter/", "feeds/web/", "feeds/changes/"}
    for page in pages:
        told = soup(site, f"{page}index.html").select('meta[name="robots"][content="noindex"]')
        assert bool(told) is (page in unlisted), page


def test_names_with_markup_are_names(site: Site) -> None:
    set_up(site, feeds=f'"partners": [{PARTNER.format("")}]')
    site.article("tea", article_file("On tea", more="tags: ['<i>late</i> & \"cold\"']\n"))
    site.build()
    pages = [name for name in site.files() if name.startswith("feeds/") and name.endswith("index.html")]
    assert len(pages) > 2
    for name in pages:
        assert not soup(site, name).select("main b, main i"), name
    assert words(one(soup(site, "feeds/partner/post/index.html"), "h1")) == "The <b>Post</b>"


def test_a_name_in_other_letters_is_set_its_own_way(site: Site) -> None:
    site.article("tea", article_file("On tea", more="tags: [على الشاي]\n"))
    feed = next(feed for feed in site.build().feeds if feed.kind == "tag")
    assert one(soup(site, f"{feed.twin}index.html"), "h1")["dir"] == "auto"
    assert one(soup(site, "feeds/index.html"), f'a[href="../{feed.twin}"]')["dir"] == "auto"
