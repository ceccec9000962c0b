"""The sitemap lists every page that search engines may list, each a file, and nothing else."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import etree

from byline.errors import BuildError
from byline_pelican import sitemap as maker
from byline_pelican.edition import Edition
from byline_pelican.sitemap import SITEMAP, sitemap
from tests.conftest import CONFIG, FIVE_LINES, Site, article_file

HOME = "https://press.example.org"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def entries(data: bytes) -> dict[str, str | None]:
    """Each address of a sitemap and its day; the file's form is held to the protocol's rules."""
    root = etree.fromstring(data)
    assert etree.QName(root).localname in {"urlset", "sitemapindex"}
    found: dict[str, str | None] = {}
    for entry in root:
        names = [etree.QName(child).localname for child in entry]
        assert names in (["loc"], ["loc", "lastmod"])
        address = entry.findtext("s:loc", namespaces=NAMES) or ""
        assert address.startswith(HOME)
        assert address.isascii()
        assert address not in found
        found[address] = entry.findtext("s:lastmod", namespaces=NAMES)
    return found


def listed(site: Site) -> dict[str, str | None]:
    return entries(site.files()[SITEMAP])


def of(pages: Iterable[tuple[str, str]], site: Site) -> dict[str, bytes]:
    return dict(sitemap(pages, Edition(on=date(2026, 1, 2)), site.configuration))


def test_every_page_is_listed_with_its_day_and_every_address_is_a_file(site: Site) -> None:
    site.article("tea", article_file("On tea", date="2026-03-14", more="tags: [cups]\n"))
    site.article("rum", article_file("On rum", date="2025-03"))
    site.article("gin", article_file("On gin", "All rights reserved."))
    site.write("content/pages/about.md", "---\ntitle: About\n---\n\nWe print.\n")
    site.build()
    found = listed(site)
    wanted = [
        "",
        "about/",
        "archives/",
        "articles/on-tea/",
        "articles/on-rum/",
        "category/drinks/",
        "tag/cups/",
    ]
    assert {f"{HOME}/{path}" for path in wanted} <= found.keys()
    assert found[f"{HOME}/articles/on-tea/"] == "2026-03-14"
    assert found[f"{HOME}/articles/on-rum/"] is None
    assert not any("gin" in address for address in found)
    for address in found:
        name = unquote(address.removeprefix(f"{HOME}/"))
        assert (
            site.root / "output" / (name + "index.html" if not name or name[-1] == "/" else name)
        ).is_file()


def test_what_asks_not_to_be_listed_is_left_out(site: Site) -> None:
    site.write("pelicanconf.py", FIVE_LINES)
    site.article("tea", article_file("On tea"))
    site.build()
    found = listed(site)
    assert f"{HOME}/search/" not in found
    assert [address for address in found if "ezine" in address] == ["https://press.example.org/ezine/"]
    assert not any("404" in address for address in found)
    assert "<loc>https://press.example.org/articles/on-tea/</loc>" in site.output(SITEMAP)


@pytest.mark.parametrize(
    ("head", "is_listed"),
    [
        ('<meta name="robots" content="noindex, follow">', False),
        ("<meta content=NOINDEX name=robots>", False),
        ('<meta name="robots" content="index">', True),
        ('<link rel="canonical" href="https://press.example.org/a%20%26/">', True),
        ('<link href="https://press.example.org/b/" rel="canonical">', False),
        ('</head><body><meta name="robots" content="noindex">', True),
    ],
)
def test_a_page_says_itself_whether_it_is_listed(site: Site, head: str, is_listed: bool) -> None:
    found = entries(of([("a &/index.html", f"<html><head>{head}</head>")], site)[SITEMAP])
    assert (list(found) == [f"{HOME}/a%20%26/"]) is is_listed


def test_an_empty_site_has_a_sitemap_of_its_front_page(site: Site) -> None:
    site.build()
    assert f"{HOME}/" in listed(site)


def test_past_fifty_thousand_addresses_there_is_an_index(site: Site) -> None:
    files = of(((f"p{n}.html", "") for n in range(100_001)), site)
    assert list(entries(files[SITEMAP])) == [f"{HOME}/sitemap-{n}.xml" for n in (1, 2, 3)]
    parts = [entries(files[f"sitemap-{n}.xml"]) for n in (1, 2, 3)]
    assert [len(part) for part in parts] == [50_000, 50_000, 1]
    assert len({address for part in parts for address in part}) == 100_001


def test_no_part_is_larger_than_the_protocol_allows(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(maker, "MAX_BYTES", 1_000)
    files = of(((f"{n:04}.html", "") for n in range(100)), site)
    assert len(files) > 2
    assert max(len(data) for name, data in files.items() if name != SITEMAP) <= 1_000
    assert sum(len(entries(data)) for name, data in files.items() if name != SITEMAP) == 100


def test_the_sitemap_speaks_of_a_site_in_a_folder(site: Site) -> None:
    site.write("pelicanconf.py", CONFIG.replace("example.org", "example.org/shelf"))
    site.article("tea", article_file())
    site.build()
    assert f"{HOME}/shelf/articles/on-tea/" in listed(site)
    assert Path(site.root / "output/articles/on-tea/index.html").is_file()


def test_addresses_without_an_ending_are_listed_as_they_are_named(site: Site) -> None:
    site.write("pelicanconf.py", f'{CONFIG}ARTICLE_URL = "{{slug}}"\nARTICLE_SAVE_AS = "{{slug}}.html"\n')
    site.article("tea", article_file())
    site.build()
    assert f"{HOME}/on-tea" in listed(site)


OWN = """
STATIC_PATHS = ["images", "extra"]
EXTRA_PATH_METADATA = {"extra/robots.txt": {"path": "robots.txt"}, "extra/rsl.xml": {"path": "rsl.xml"}}
"""


def test_a_file_of_the_sites_own_is_never_overwritten(site: Site) -> None:
    site.write("pelicanconf.py", CONFIG + OWN)
    site.write("content/extra/robots.txt", "User-agent: Bad\nDisallow: /\n")
    site.article("tea", article_file())
    site.build()
    assert site.output("robots.txt") == "User-agent: Bad\nDisallow: /\n"
    site.write("content/extra/rsl.xml", "<mine/>")
    with pytest.raises(BuildError, match=r"rsl\.xml: Byline writes this file"):
        site.build()
