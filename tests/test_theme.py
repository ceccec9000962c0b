"""What the theme makes of unusual settings and texts, as it stands in the HTML."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from bs4 import BeautifulSoup

from byline.cli.publishing import Handler
from byline.render import to_html
from byline_pelican.configuration import language_tag
from byline_pelican.markup import framed
from byline_pelican.site import folder
from tests.conftest import CONFIG, Site, article_file

NO_CHANGES = (
    "This article may be republished on web sites and in newsletters, unchanged, with the resource box."
)
TORN = {
    "title": "על התה",
    "body": "התה הגיע מאוחר. הוא נישא מעל ההרים בלבנים, ובושל במלח, ואיש לא חשב על הספל.",
}
TABLE = "| Tea | Price |\n|---|--:|\n| Black | 1 200,50 |\n| Green, 2 chests | 80 |\n| 2 | |"


def soup(site: Site, name: str) -> BeautifulSoup:
    return BeautifulSoup(site.output(name), "html.parser")


# Pictures and tables -----------------------------------------------------------------------------


def shown(markdown: str) -> BeautifulSoup:
    return BeautifulSoup(framed(to_html(markdown), {}), "html.parser")


def test_a_picture_within_a_sentence_stays_there_and_one_alone_is_marked() -> None:
    page = shown("Tea ![leaf](https://e.example.org/a.png) grows.\n\n![field](https://e.example.org/b.png)")
    assert [p.get("class") for p in page.select("p")] == [None, ["picture"]]
    assert not page.select("figure")


@pytest.mark.parametrize("around", ["{}", "[{}](https://e.example.org/)"])
def test_a_picture_alone_with_a_title_is_a_figure_with_its_caption(around: str) -> None:
    page = shown(around.format("![a > b](https://e.example.org/b.png \"At dusk, <b> & 'dawn'\")"))
    assert [c.get_text() for c in page.select("figure > figcaption")] == ["At dusk, <b> & 'dawn'"]
    assert [(i["alt"], i.get("title")) for i in page.select("figure img")] == [("a > b", None)]
    assert not page.select("p")


def test_a_caption_takes_no_words_and_adds_none_that_the_audit_minds(site: Site) -> None:
    body = (
        'Tea is older than the cup.\n\n![field](https://e.example.org/b.png "The field")\n\n' + "It was. " * 9
    )
    site.article("tea", article_file("On tea", NO_CHANGES, body=body))
    assert not site.build().edition.withheld
    assert soup(site, "articles/on-tea/index.html").select_one("figure > figcaption")


def test_a_table_scrolls_in_a_named_region_and_stays_a_table() -> None:
    page = shown(f"{TABLE}\n\nAnd:\n\n{TABLE}")
    regions = page.select("section.scroll[aria-label][tabindex='0']")
    assert [region["aria-label"] for region in regions] == ["Table 1", "Table 2"]
    assert all(region.select_one(":scope > table") for region in regions)
    assert [cell.get_text() for cell in regions[0].select("td.number, td.right")] == [
        "1 200,50",
        "80",
        "2",
        "",
    ]


# Languages ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("said", "tag"),
    [("en", "en"), ("en_GB", "en-GB"), ("en_gb", "en-GB"), ("he", "he"), ("zh-hant", "zh-hant")],
)
def test_a_language_is_named_as_the_web_names_it(said: str, tag: str) -> None:
    assert language_tag(said) == tag


def test_on_an_english_site_nothing_is_marked_that_need_not_be(site: Site) -> None:
    site.write("pelicanconf.py", CONFIG + 'DEFAULT_LANG = "en_GB"\n')
    site.article("tea", article_file())
    site.build()
    page = soup(site, "articles/on-tea/index.html")
    assert page.html
    assert page.html["lang"] == "en-GB"
    assert not page.select("body[lang], body [lang], bdi, body [dir]")


def test_a_text_that_names_no_language_chooses_its_direction_by_its_letters(site: Site) -> None:
    site.article("tea", article_file(TORN["title"], body=TORN["body"], more="slug: tea\n"))
    site.build()
    page = soup(site, "articles/tea/index.html")
    assert page.select_one("h1[dir=auto]")
    assert page.select_one(".prose[dir=auto]")
    assert soup(site, "index.html").select_one(".title[dir=auto]")


def test_where_the_site_is_not_english_the_themes_own_words_say_that_they_are(site: Site) -> None:
    site.write("pelicanconf.py", CONFIG + 'DEFAULT_LANG = "he"\n')
    site.article("tea", article_file(TORN["title"], body=TORN["body"], more="slug: tea\n"))
    site.article("rum", article_file("On rum", more="language: en\n", body="Rum is younger than tea."))
    site.build()
    page = soup(site, "articles/tea/index.html")
    assert page.select_one("html[lang=he][dir=rtl] > body[lang=en][dir=ltr]")
    for part in ("h1", ".prose", ".credit-box", ".words"):
        assert page.select_one(f"{part}[lang=he]"), part
    other = soup(site, "articles/on-rum/index.html")
    assert not other.select("h1[lang], .prose[lang], .credit-box[lang]")


def test_a_name_in_other_letters_does_not_tear_the_line_around_it(site: Site) -> None:
    site.article("tea", article_file().replace("authors: [Ada Example]", "authors: [עדה דוגמה]"))
    site.build()
    for name in ("index.html", "articles/on-tea/index.html", "archives/index.html", "authors/index.html"):
        assert soup(site, name).select("bdi"), name


# Settings ----------------------------------------------------------------------------------------


@pytest.fixture
def bare(site: Site) -> Site:
    """A site without pages of authors, tags and categories."""
    site.write("pelicanconf.py", CONFIG + 'AUTHOR_SAVE_AS = TAG_SAVE_AS = CATEGORY_SAVE_AS = ""\n')
    site.article("tea", article_file(more="tags: [tea]\n"))
    site.build()
    return site


@pytest.mark.parametrize(
    "name", ["index", "articles/on-tea/index", "authors/index", "tags/index", "categories/index"]
)
def test_what_has_no_page_is_no_link(bare: Site, name: str) -> None:
    links = [str(a["href"]) for a in soup(bare, f"{name}.html").select("a[href]")]
    assert not [link for link in links if any(f"{kind}/" in link for kind in ("author", "tag", "category"))]
    assert "Ada Example" in bare.output("index.html")


@pytest.mark.parametrize(
    ("settings", "menu"),
    [
        ("", ["./archives/", "./categories/"]),
        ('ARCHIVES_SAVE_AS = "all.html"', ["./all.html", "./categories/"]),
        ('ARCHIVES_SAVE_AS = ""', ["./categories/"]),
        ('DIRECT_TEMPLATES = ["index"]', []),
    ],
)
def test_the_menu_leads_only_to_pages_that_there_are(site: Site, settings: str, menu: list[str]) -> None:
    site.write("pelicanconf.py", CONFIG + settings + "\n")
    site.article("tea", article_file())
    site.build()
    page = soup(site, "index.html")
    assert [a["href"] for a in page.select(".menu nav a")] == menu
    for link in page.select(".menu a, .site-footer a"):
        target = str(link["href"]).removeprefix("./")
        assert (site.root / "output" / target).exists(), target


def test_pages_of_a_list_lead_to_the_folder_and_not_to_its_file(site: Site) -> None:
    site.write("pelicanconf.py", CONFIG + "DEFAULT_PAGINATION = 1\n")
    site.article("tea", article_file("On tea"))
    site.article("rum", article_file("On rum", date="2026-01-02"))
    site.build()
    for name, newer in (("index2.html", "./"), ("category/drinks/index2.html", "../../category/drinks/")):
        assert [a["href"] for a in soup(site, name).select(".newer a")] == [newer]
    assert "index.html" not in site.output("index2.html")


@pytest.mark.parametrize(
    ("file", "address"),
    [("index.html", ""), ("a/index.html", "a/"), ("all.html", "all.html"), ("myindex.html", "myindex.html")],
)
def test_a_file_is_found_by_its_folder_where_it_is_the_folders_own(file: str, address: str) -> None:
    assert folder(file) == address


# The lost ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("top", ["", "/blog"])
def test_the_page_for_the_lost_is_of_the_host_that_shows_it(site: Site, top: str) -> None:
    site.write("pelicanconf.py", CONFIG + f'SITEURL = "https://press.example.org{top}"\n')
    site.build()
    for link in soup(site, "404.html").select("link[rel=stylesheet], script[src], .masthead a, img"):
        assert str(link.get("href") or link.get("src")).startswith(f"{top}/")


@pytest.fixture
def preview(site: Site) -> Iterator[str]:
    """The site as `byline serve` shows it, and as a host would that has it in a folder."""
    site.write("pelicanconf.py", CONFIG + 'SITEURL = "https://press.example.org/blog"\n')
    site.build()
    handler = partial(Handler, directory=str(site.root / "output"), top="/blog")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_preview_shows_the_sites_own_page_to_the_lost(preview: str) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{preview}/no/such/place/")
    assert refused.value.code == 404
    assert b"There is no such page" in refused.value.read()
    for path in ("/", "/blog/", "/blog/theme/css/byline.css"):
        assert urlopen(f"{preview}{path}").status == 200
