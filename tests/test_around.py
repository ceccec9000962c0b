"""What stands around an article: neighbours in time, the parts of a series, related pieces."""

import re
from datetime import date

from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st

from byline.model import Article
from byline_pelican.around import NEAR, TELLING, related, series_of, surroundings
from byline_pelican.edition import Edition, Entry, entry_of
from tests.conftest import Site, article_file

DAY = date(2026, 11, 1)
BEES = "Bees gather pollen, and swarming colonies leave their hives when summer honey is flowing freely."
TEA = "Leaves wither, oxidise and are fired; every terraced plantation guards its own fermentation secret."


def entry(number: int, body: str, **more: object) -> Entry:
    article = Article(f"No. {number}", f"piece-{number}", body, path=f"{number}.md", **more)  # type: ignore[arg-type]
    return entry_of(article, DAY)


def test_related_pieces_share_telling_words() -> None:
    entries = [entry(n, f"{BEES if n % 2 else TEA} Number {n}.") for n in range(6)]
    for path, found in related(entries).items():
        assert found
        assert {int(other.article.path[0]) % 2 for other in found} == {int(path[0]) % 2}
        assert path not in {other.article.path for other in found}


def test_a_piece_that_has_nothing_in_common_has_no_related_ones() -> None:
    entries = [entry(1, BEES), entry(2, TEA)]
    assert related(entries) == {"1.md": (), "2.md": ()}


def test_a_shared_tag_relates() -> None:
    entries = [entry(1, BEES, tags=("Craft",)), entry(2, TEA, tags=("craft",)), entry(3, "Iron and coal.")]
    assert [e.article.path for e in related(entries)["1.md"]] == ["2.md"]


@given(st.integers(min_value=2, max_value=400))
def test_the_work_for_one_piece_is_bounded(count: int) -> None:
    """However many share a tag: what is looked at is NEAR on either side, for each mark."""
    entries = [entry(n, "Short.", tags=("all",)) for n in range(count)]
    found = related(entries)
    assert all(0 < len(others) <= 2 * NEAR * (TELLING + 1) for others in found.values())
    for path, others in found.items():
        assert all(abs(int(path[:-3]) - int(e.article.path[:-3])) <= NEAR * (TELLING + 1) for e in others)


def test_neighbours_are_the_next_older_and_newer() -> None:
    dated = tuple(entry(n, BEES, date=f"2026-0{9 - n}") for n in range(3))  # newest first
    edition = Edition(DAY, published=(*dated, entry(3, BEES)))
    around = surroundings(edition)
    assert around["0.md"].next is None
    assert around["1.md"].next is edition.published[0]
    assert around["1.md"].previous is edition.published[2]
    assert around["2.md"].previous is None
    assert (around["3.md"].previous, around["3.md"].next) == (None, None)  # nobody knows when


def test_a_series_is_in_the_order_of_its_parts_and_else_of_its_dates() -> None:
    published = (
        entry(5, BEES, series="Hives", part=1),
        entry(4, BEES, series="hives"),
        entry(3, BEES),
        entry(2, BEES, series="Hives", part=2),
        entry(1, BEES, series="Hives"),
    )
    parts = series_of(Edition(DAY, published=published))["hives"]
    assert [e.article.path for e in parts] == ["5.md", "2.md", "1.md", "4.md"]


def test_an_article_page_leads_on(site: Site) -> None:
    for number, word in enumerate(["One", "Two", "Three"], 1):
        more = f"series: The tea year\npart: {number}\ntags: [tea]\n"
        site.article(word, article_file(word, date=f"2026-0{number}-01", more=more))
    site.article("Four", article_file("Four", date="2026-05-01", more="tags: [tea]\n"))
    site.build()
    page = BeautifulSoup(site.output("articles/two/index.html"), "html.parser")
    assert address(page, "a[rel=prev]") == "../../articles/one/"
    assert address(page, "a[rel=next]") == "../../articles/three/"
    assert [a.text for a in page.select(".onward a")] == ["Four"]  # the others stand there already
    assert one(page, ".in-series summary").text == "Part 2 of 3: The tea year"
    assert one(page, ".in-series [aria-current]").text == "Two"
    series = BeautifulSoup(site.output("series/the-tea-year/index.html"), "html.parser")
    assert [h.text for h in series.select("h2")] == ["One", "Two", "Three"]
    assert "series/the-tea-year/" in site.output("series/index.html")
    assert "series/" in site.output("index.html")


def test_a_part_is_called_what_its_file_calls_it(site: Site) -> None:
    for number in (2, 3):
        more = f"series: The tea year\npart: {number}\n"
        site.article(str(number), article_file(f"Part {number}", more=more))
    site.build()
    page = BeautifulSoup(site.output("articles/part-2/index.html"), "html.parser")
    assert one(page, ".in-series summary").text == "Part 2 of 3: The tea year"


def test_without_a_series_there_is_no_page_and_no_way_to_one(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    assert not any(name.startswith("series/") for name in site.files())
    assert "series/" not in site.output("index.html")


def test_a_withheld_article_stands_around_nothing(site: Site) -> None:
    more = "series: The tea year\ntags: [tea]\n"
    site.article("one", article_file("One", date="2026-01-01", more=more))
    site.article("rum", article_file("On rum", "All rights reserved.", date="2026-02-01", more=more))
    site.article("two", article_file("Two", date="2026-03-01", more=more))
    site.build()
    assert not any(b"On rum" in data for data in site.files().values())
    page = BeautifulSoup(site.output("articles/one/index.html"), "html.parser")
    assert address(page, "a[rel=next]") == "../../articles/two/"


def test_the_archive_files_an_article_as_precisely_as_its_date_is_known(site: Site) -> None:
    for title, day in [("Day", "2005-03-14"), ("Month", "2005-03"), ("Year", "2005"), ("Next", "2006-01-02")]:
        site.article(title, article_file(title, date=day))
    undated = article_file("Never").replace("date: 2026-03-14\n", "")
    site.article("never", undated)
    site.build()
    assert titles(site, "archives/2005/") == {"Day", "Month", "Year"}
    assert titles(site, "archives/2005/03/") == {"Day", "Month"}
    assert titles(site, "archives/") == {"Day", "Month", "Year", "Next", "Never"}
    periods = {name for name in site.files() if re.match(r"archives/\d", name)}
    assert periods == {f"archives/{p}/index.html" for p in ("2005", "2005/03", "2006", "2006/01")}


def test_a_large_archive_is_parted_into_pages_of_years_and_months(site: Site) -> None:
    for number in range(130):
        site.article(str(number), article_file(f"Piece {number}", date=f"2026-{number % 12 + 1:02}-01"))
    site.build()
    assert titles(site, "archives/") == set()
    assert titles(site, "archives/2026/") == set()
    assert len(titles(site, "archives/2026/05/")) == 11
    assert 'href="../archives/2026/05/"' in site.output("archives/index.html")


def test_the_page_for_what_is_not_there_works_at_any_address(site: Site) -> None:
    site.build()
    page = BeautifulSoup(site.output("404.html"), "html.parser")
    addresses = [str(tag.get("href") or tag.get("src")) for tag in page.select("[href], [src]")]
    relative = [a for a in addresses if not a.startswith(("/", "#"))]
    assert relative == []
    assert page.select_one('meta[name="robots"][content="noindex"]')


def test_a_page_does_not_take_the_place_of_one_of_the_sites_own(site: Site) -> None:
    site.write("content/pages/feeds.md", "---\ntitle: Feeds\n---\n\nMine.\n")
    built = site.build()
    assert [b.path for b in built.edition.broken] == ["content/pages/feeds.md"]


def titles(site: Site, folder: str) -> set[str]:
    page = BeautifulSoup(site.output(f"{folder}index.html"), "html.parser")
    return {a.text for a in page.select(".line-title")}


def one(page: BeautifulSoup, selector: str) -> Tag:
    found = page.select_one(selector)
    assert found is not None, selector
    return found


def address(page: BeautifulSoup, selector: str) -> str:
    return str(one(page, selector)["href"])
