"""Feeds: what belongs where, what is told of it, and that the same content gives the same bytes."""

import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from byline.model import Article, ArticleRights, Author
from byline_pelican.configuration import read_configuration
from byline_pelican.edition import compile_edition, entry_of
from byline_pelican.feeds.archives import cuts
from byline_pelican.feeds.catalogue import feeds
from byline_pelican.feeds.feed import Feed
from byline_pelican.feeds.files import feed_files
from byline_pelican.feeds.places import ATOM, FORMATS, JSON, RSS
from byline_pelican.press import Built
from byline_pelican.report import as_record, as_tables
from tests.conftest import BOX, COPYRIGHT, GRANTED, WEB_ONLY, Site, article_file
from tests.feedsite import (
    BY_ND,
    DAY,
    GHOSTS,
    ITEMS,
    MAIL_ONLY,
    PARTNERS,
    Written,
    article,
    build,
    configuration_text,
    linted,
    rich_site,
)

pytestmark = pytest.mark.xdist_group("feeds")
ROOT = Path(__file__).parents[1]
ADDRESS = "https://press.example.org"
NAMES = {
    "at": "http://purl.org/atompub/tombstones/1.0",
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
}


@dataclass(frozen=True, repr=False)
class Rich:
    """The rich site, built once."""

    site: Site
    built: Built
    files: dict[str, bytes]

    def feed(self, place: str) -> Feed:
        return next(feed for feed in self.built.feeds if feed.place == place)

    def members(self, place: str) -> set[str]:
        return {titled(member) for member in self.feed(place).members}

    def refused(self, place: str) -> dict[str, str]:
        return {w.entry.article.title: w.reason for w in self.feed(place).refused}

    def items(self, place: str) -> list[dict[str, Any]]:
        return items(self.files, place)

    def rss_item(self, place: str, title: str) -> Any:
        return item_called(rss_items(self.files, place), title)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Rich:
    site = rich_site(tmp_path_factory.mktemp("rich"), ADDRESS)
    built = build(site)
    return Rich(site, built, site.files())


def titled(member: Any) -> str:
    return str(getattr(member, "entry", member).article.title)


def items(files: dict[str, bytes], place: str) -> list[dict[str, Any]]:
    return list(json.loads(files[place + JSON.ending])["items"])


def titles(files: dict[str, bytes], place: str) -> list[str]:
    return [item["title"] for item in items(files, place)]


def rss_items(files: dict[str, bytes], place: str) -> list[Any]:
    return list(etree.fromstring(files[place + RSS.ending]).iter("item"))


def item_called(found: list[Any], title: str) -> Any:
    return next(item for item in found if item.findtext("title") == title)


def archives(files: dict[str, bytes], place: str = "") -> dict[str, bytes]:
    return {
        name: data
        for name, data in files.items()
        if f"{place}/archive/" in name and name.endswith(ATOM.ending)
    }


# What belongs where


def test_each_feed_holds_what_its_readers_may_have(rich: Rich) -> None:
    everything = rich.members("feeds/all")
    assert len(everything) == 18
    assert not everything & {"On stamps", "On locks", "On drafts", "On ghosts"}
    assert rich.members("feeds/web") == everything
    assert rich.members("feeds/newsletter") == everything - {"On webs"}
    assert rich.members("feeds/licence/cc-by-nd-4-0") == {"On licences"}
    assert rich.members("feeds/category/gardens") == {"On bees & hives"}
    assert rich.members("feeds/author/bo-example") == {"On bees & hives", "On hives"}
    assert rich.members("feeds/author/ada-example") == everything - {"On nobody"}
    assert rich.members("feeds/changes") == {"On ghosts", "On hives"}


def test_what_a_feed_may_not_hold_is_named_with_the_reason(rich: Rich) -> None:
    refused = rich.refused("feeds/newsletter")
    assert set(refused) == {"On webs", "On stamps"}
    assert "permission first" in refused["On webs"]
    assert "this lies on the web" in refused["On stamps"]
    assert set(rich.refused("feeds/partner/whole")) == {"On webs", "On stamps"}
    assert rich.refused("feeds/all") == {}


def test_the_report_says_why_an_article_is_not_in_a_feed(rich: Rich) -> None:
    rows = next(rows for title, _, rows in as_tables(rich.built) if title == "Not in a feed")
    _, names, reason, words = next(row for row in rows if row[0] == "web.md")
    assert names == "For newsletters, The Whole Letter"
    assert "permission first" in reason
    assert words == "“ask for permission”"
    record = {feed["place"]: feed for feed in as_record(rich.built)["feeds"]}
    assert set(record) == {feed.place for feed in rich.built.feeds}
    assert (record["feeds/all"]["items"], record["feeds/all"]["of"]) == (ITEMS, 18)
    said = next(
        one for one in record["feeds/partner/whole"]["refused"] if one["file"].endswith("articles/web.md")
    )
    assert said["reason"] == reason
    assert said["mend"]


PROFILES: dict[str, tuple[dict[str, Any], set[str]]] = {
    "all": ({}, {"Tea", "Rum", "Gin", "Pie", "Web"}),
    "category": ({"categories": ["drinks"]}, {"Tea", "Rum", "Gin", "Web"}),
    "not-category": ({"not_categories": ["DRINKS"]}, {"Pie"}),
    "tag": ({"tags": ["hot", "cold"]}, {"Tea", "Rum"}),
    "not-tag": ({"tags": ["hot", "cold"], "not_tags": ["Cold"]}, {"Tea"}),
    "author": ({"authors": ["bo example"]}, {"Gin"}),
    "not-author": ({"not_authors": ["Ada Example"]}, {"Gin"}),
    "licence": ({"licences": ["CC-BY-ND-4.0"]}, {"Pie"}),
    "licence-url": ({"licences": [BY_ND]}, {"Pie"}),
    "language": ({"languages": ["de"]}, {"Rum"}),
    "default-language": ({"languages": ["en"]}, {"Tea", "Gin", "Pie", "Web"}),
    "regional": ({"languages": ["en-GB"]}, {"Gin"}),
    "since": ({"since": "2026-02"}, {"Tea", "Rum", "Web"}),
    "since-day": ({"since": "2026-02-02"}, {"Rum", "Web"}),
    "newsletter": ({"use": "newsletter"}, {"Tea", "Rum", "Gin", "Pie"}),
    "print": ({"use": "print"}, {"Pie"}),
    "both": ({"categories": ["Drinks"], "since": "2026-02", "languages": ["de"]}, {"Rum"}),
    "nothing": ({"tags": ["lukewarm"]}, set()),
}


@pytest.fixture(scope="module")
def profiled(tmp_path_factory: pytest.TempPathFactory) -> Written:
    site = Site(tmp_path_factory.mktemp("profiles"))
    partners = [{"name": name, **said} for name, (said, _) in PROFILES.items()]
    site.write("pelicanconf.py", configuration_text(ADDRESS, {"partners": partners}))
    licence = f"rights:\n  licence: {{url: '{BY_ND}', spdx: CC-BY-ND-4.0}}"
    site.article("tea", article("Tea", tags="[Hot]", date="2026-02-01"))
    site.article("rum", article("Rum", tags="[hot, cold]", date="2026-02-02", language="de"))
    site.article("gin", article("Gin", authors="[Bo Example]", date="2026-01-31", language="en-GB"))
    site.article(
        "pie", article("Pie", permission="", category="Cakes", date="2026").replace("rights:", licence)
    )
    site.article("web", article("Web", permission=WEB_ONLY, date="2026-03-01"))
    site.article("mail", article("Mail", permission=MAIL_ONLY))
    return Written.of(site)


@pytest.mark.parametrize("name", PROFILES)
def test_a_partner_gets_what_the_profile_asks_for(profiled: Written, name: str) -> None:
    assert set(titles(profiled.files, f"feeds/partner/{name}")) == PROFILES[name][1]


def test_feeds_are_newest_first_and_hold_no_more_than_they_should(rich: Rich) -> None:
    assert titles(rich.files, "feeds/all") == ["On bees & hives", "On webs", "On nobody", "On time"]
    assert titles(rich.files, "feeds/changes") == [
        "Withdrawn: On ghosts",
        "Correction: On hives",
        "Correction: On hives",
    ]
    for feed in rich.built.feeds:
        told = titles(rich.files, feed.place)
        assert len(told) == min(len(feed.members), feed.limit)
        atom = etree.fromstring(rich.files[feed.file(ATOM)])
        assert told == [
            e.findtext("atom:title", namespaces=NAMES) for e in atom.iterfind("atom:entry", NAMES)
        ]
        assert told == [e.findtext("title") for e in rss_items(rich.files, feed.place)]


# What is told


def test_every_whole_item_of_every_feed_carries_the_credit(rich: Rich) -> None:
    for feed in rich.built.feeds:
        if feed.kind == "changes" or not feed.shape.full:
            continue
        for item, said in zip(rss_items(rich.files, feed.place), rich.items(feed.place), strict=True):
            whole = item.findtext("content:encoded", namespaces=NAMES) or item.findtext("description")
            other = said.get("content_html") or said["content_text"]
            for text in (" ".join(whole.split()), " ".join(other.split())):
                assert COPYRIGHT in text
                assert "https://ada.example.net/hives" in text
                assert "Ada Example keeps bees and writes about them" in text


def test_a_feed_of_text_carries_the_credit_as_text_and_no_markup(rich: Rich) -> None:
    for said in rich.items("feeds/partner/text"):
        assert "content_html" not in said
        assert "<" not in said["content_text"].replace("3 < 4", "")
        assert "her hives\n(https://ada.example.net/hives)" in said["content_text"]
    for item in rss_items(rich.files, "feeds/partner/text"):
        assert item.find("content:encoded", NAMES) is None
    bees = rich.rss_item("feeds/partner/text", "On bees & hives")
    assert "hives &amp; honey, and 3 &lt; 4." in bees.findtext("description")
    atom = etree.fromstring(rich.files["feeds/partner/text.atom.xml"])
    contents = atom.findall("atom:entry/atom:content", NAMES)
    assert {content.get("type") for content in contents} == {"text"}
    assert "hives & honey, and 3 < 4." in str(contents[0].text)


@pytest.mark.parametrize("place", ["feeds/partner/teasers", "feeds/partner/plain-teasers"])
def test_a_feed_of_summaries_never_tells_a_whole_article(rich: Rich, place: str) -> None:
    for item in rss_items(rich.files, place):
        assert item.find("content:encoded", NAMES) is None
        assert "and of nothing else" not in item.findtext("description")
        assert "eat what they have gathered" not in item.findtext("description")
    for entry in etree.fromstring(rich.files[place + ATOM.ending]).iterfind("atom:entry", NAMES):
        assert entry.find("atom:content", NAMES) is None
        assert entry.findtext("atom:summary", namespaces=NAMES)
    for said in rich.items(place):
        assert "content_html" not in said
        assert said["content_text"] == said["summary"]
        assert "and of nothing else" not in json.dumps(said)


def test_plain_descriptions_are_written_as_the_html_that_readers_take_them_for(rich: Rich) -> None:
    bees = rich.rss_item("feeds/all", "On bees & hives")
    assert bees.findtext("description").startswith("Bees are older than hives &amp; honey, and 3 &lt; 4.")
    assert bees.findtext("title") == "On bees & hives"


def test_pictures_that_may_not_go_along_are_in_the_feed_of_everything_alone(rich: Rich) -> None:
    for place in ("feeds/all", "feeds/category/gardens", "feeds/author/ada-example"):
        assert "https://pics.example.org/cup.png" in rich.rss_item(place, "On bees & hives").findtext(
            "content:encoded", namespaces=NAMES
        )
    for place in ("feeds/web", "feeds/newsletter", "feeds/partner/whole", "feeds/partner/text"):
        item = rich.rss_item(place, "On bees & hives")
        assert b"cup.png" not in etree.tostring(item)
        assert b"Photo: Jane Example / Agency" in etree.tostring(item)  # a caption is the article's text
        said = next(i for i in rich.items(place) if i["title"] == "On bees & hives")
        assert "cup.png" not in str(said.get("content_html", said.get("content_text")))
        assert [p["url"] for p in said["_byline"]["pictures"]] == ["https://pics.example.org/hive.jpg"]
        assert [(o["url"], o["kind"]) for o in said["_byline"]["left_out"]] == [
            ("https://pics.example.org/cup.png", "of_another")
        ]


def test_no_fact_stands_without_words(site: Site) -> None:
    lines = "---\ntitle: On nothing\ndate: 2026-03-14\n{}---\n\nA text about nothing at all.\n"
    review = "rights:\n  reviewed: {by: Edda Editor, on: 2026-01-02, why: by letter, uses: [web]}\n"
    site.article("bare", lines.format(review))
    (item,) = rss_items(Written.of(site).files, "feeds/all")
    told = {etree.QName(child).localname for child in item}
    assert told == {"title", "link", "description", "encoded", "guid", "pubDate", "bibliographicCitation"}
    (said,) = items(Written.of(site).files, "feeds/all")
    assert "authors" not in said
    record = said["_byline"]
    assert (record["copyright"], record["holders"], record["permission"], record["licence"]) == (
        "",
        [],
        "",
        None,
    )
    assert (record["uses"], record["terms_url"]) == ([], None)
    assert items(Written.of(site).files, "feeds/web") == []


def test_an_author_is_not_taken_for_the_holder(site: Site) -> None:
    site.article("tea", article_file().replace(COPYRIGHT, "Copyright 2026 The Tea Review"))
    (item,) = rss_items(Written.of(site).files, "feeds/all")
    assert [e.text for e in item.findall("dcterms:rightsHolder", NAMES)] == ["The Tea Review"]
    assert [e.text for e in item.findall("dc:creator", NAMES)] == ["Ada Example"]


# Dates


@pytest.mark.parametrize("title", ["On March", "On a year", "On no day"])
def test_a_day_that_is_not_known_is_not_told(rich: Rich, title: str) -> None:
    assert rich.rss_item("feeds/partner/text", title).find("pubDate") is None
    said = next(i for i in rich.items("feeds/partner/text") if i["title"] == title)
    assert "date_published" not in said
    atom = etree.fromstring(rich.files["feeds/partner/text.atom.xml"])
    entry = next(
        e for e in atom.iterfind("atom:entry", NAMES) if e.findtext("atom:title", namespaces=NAMES) == title
    )
    assert entry.find("atom:published", NAMES) is None


def test_dates_have_a_zone_that_of_the_file_or_else_of_the_site(rich: Rich) -> None:
    said = {i["title"]: i for i in rich.items("feeds/all")}
    assert said["On bees & hives"]["date_published"] == "2026-03-14T00:00:00+01:00"
    assert said["On time"]["date_published"] == "2026-02-01T10:30:00+05:30"
    assert said["On time"]["date_modified"] == "2026-06-07T08:00:00+00:00"
    assert rich.rss_item("feeds/all", "On time").findtext("pubDate") == "Sun, 01 Feb 2026 10:30:00 +0530"


def test_nothing_comes_from_the_clock(rich: Rich) -> None:
    later = Written.of(rich.site, DAY + timedelta(days=300)).files
    assert later == {name: rich.files[name] for name in later}


def test_building_again_changes_no_byte_and_no_time(rich: Rich) -> None:
    paths = [path for path in (rich.site.root / "output/feeds").rglob("*") if path.is_file()]
    before = {path: path.stat().st_mtime_ns for path in paths}
    assert build(rich.site).changed == 0
    assert before == {path: path.stat().st_mtime_ns for path in paths}
    assert rich.site.files() == rich.files


# The audit

SPOILED = {
    "a credit is cut": (
        "feeds/all.json",
        "Ada Example keeps bees and writes about them",
        "She keeps bees",
        "bees.md",
    ),
    "a link is dead": ("feeds/web.rss.xml", "https://ada.example.net/hives", "#", "is not on it"),
    "a notice is another's": ("feeds/all.atom.xml", "Copyright 2026 Ada", "Copyright 2026 Bo", "copyright"),
    "a text lost its credit": ("feeds/partner/text.json", "(https://ada.example.net/hives)", "", "bees.md"),
    "words of a withheld text are told": (
        "feeds/all.rss.xml",
        "A text of its own about On nobody",
        f"{GHOSTS} A text of its own about On nobody",
        "gone.md: withheld, yet its words stand in",
    ),
    "words of a withheld text are beside the items": (
        "feeds/all.atom.xml",
        "Everything that is published here",
        GHOSTS,
        "gone.md: withheld, yet its words stand in feeds/all.atom.xml",
    ),
    "an item is one of none": ("feeds/all.json", '"id":"urn:uuid:', '"id":"urn:uuid:0', "does not belong"),
    "a summary tells all": (
        "feeds/partner/teasers.json",
        "A text of its own about …",
        "A text of its own about On webs, and of nothing else.",
        "web.md",
    ),
}


@pytest.mark.parametrize("what", SPOILED)
def test_a_feed_that_lost_or_gained_something_is_not_published(rich: Rich, what: str) -> None:
    name, before, after, problem = SPOILED[what]
    written = Written.of(rich.site)
    assert written.problems() == []
    spoiled = written.files[name].decode().replace(before, after)
    assert spoiled != written.files[name].decode()
    found = replace(written, files=written.files | {name: spoiled.encode()}).problems()
    assert any(problem in line and name in line for line in found), found


def test_a_feed_that_was_not_written_is_missed(rich: Rich) -> None:
    written = Written.of(rich.site)
    files = {name: data for name, data in written.files.items() if name != "feeds/web.json"}
    assert replace(written, files=files).problems() == ["feeds/web.json: the feed was not written"]


# Archives


def tales(site: Site, numbers: Iterator[int] | range) -> None:
    for number in numbers:
        site.article(f"tale-{number}", article(f"Tale {number}", date=f"2026-01-{number:02}"))


@pytest.mark.parametrize("partner", [1, 2, 3])
def test_an_archive_never_changes_when_newer_articles_come(site: Site, partner: int) -> None:
    feeds = {"items": 3, "partners": [{"name": "few", "items": partner}]}
    site.write("pelicanconf.py", configuration_text(ADDRESS, feeds))
    tales(site, range(1, 8))
    before = archives(Written.of(site).files)
    for more in (8, 9, 11):
        tales(site, range(more, more + 1))
        after = archives(Written.of(site).files)
        assert before.items() <= after.items()
        before = after
    assert len(archives(before, "feeds/all")) == 3


def test_the_words_of_a_withdrawn_article_are_gone_from_every_feed_and_archive(site: Site) -> None:
    site.write("pelicanconf.py", configuration_text(ADDRESS, {"items": 2}))
    tales(site, range(1, 8))
    ghost = article("Ghosts", "Spectres haunted Rumplewick manor nightly.", date="2026-01-02")
    site.article("ghost", ghost)
    before = Written.of(site).files
    holding = {name for name, data in before.items() if b"Rumplewick" in data}
    assert archives(dict.fromkeys(holding, b""))
    site.article(
        "ghost", ghost.replace("---\n", "---\nwithdrawn: {on: 2026-07-08, why: It was asked for.}\n", 1)
    )
    after = Written.of(site)
    assert not [name for name, data in after.files.items() if b"Rumplewick" in data]
    assert not holding & set(archives(after.files))
    assert titles(after.files, "feeds/changes") == ["Withdrawn: Ghosts"]
    assert after.problems() == []


def test_archives_are_cut_from_the_oldest_and_full() -> None:
    for total in range(12):
        members = list(range(total, 0, -1))
        found = dict(cuts(members, 3))
        assert list(found) == list(range(1, len(found) + 1))
        assert all(len(part) == 3 for part in found.values())
        assert set(members) == {*members[:3], *(m for part in found.values() for m in part)}
        assert found == {} if total <= 3 else found[1] == [3, 2, 1]


# Changes


def test_the_feed_of_changes_tells_what_happened_and_to_what(rich: Rich) -> None:
    gone, second, first = rich.items("feeds/changes")
    assert gone["_byline"]["change"] == "withdrawal"
    assert gone["_byline"]["text"] == "The author asked for it."
    assert second["_byline"]["text"] == "The hive has six sides."
    assert "<em>hive</em> has six sides" in second["content_html"]
    assert second["summary"].endswith("The hive has six sides.")
    assert (first["_byline"]["on"], second["_byline"]["on"]) == ("2026-04-01", "2026-05-02")
    hives = next(i for i in rich.items("feeds/partner/text") if i["title"] == "On hives")
    assert first["_byline"]["article"]["id"] == second["_byline"]["article"]["id"] == hives["id"]
    assert hives["date_modified"] == "2026-05-02T00:00:02+02:00"
    assert "take your copy down" in gone["summary"]
    assert "correct your copy" in first["summary"]


def test_atom_says_of_what_was_withdrawn_that_it_is_gone(rich: Rich) -> None:
    (gone, *_) = rich.items("feeds/changes")
    (mark,) = etree.fromstring(rich.files["feeds/all.atom.xml"]).findall("at:deleted-entry", NAMES)
    assert mark.get("ref") == gone["_byline"]["article"]["id"]
    assert mark.get("when") == "2026-07-08T00:00:00+02:00"
    assert b"tombstones" not in rich.files["feeds/all.rss.xml"]


def test_no_word_of_what_was_withdrawn_or_withheld_is_in_any_file(rich: Rich) -> None:
    for name, data in rich.files.items():
        for word in (b"Rumplewick", b"Tumblers", b"Chimneys"):
            assert word not in data, name
        if name.startswith("feeds/"):
            assert b"Postilions" not in data, name


def test_ids_of_changes_stay_and_two_that_are_one_are_told_once(site: Site) -> None:
    fix = "{on: 2026-05-02, text: Six sides.}"
    site.article("tea", article("Tea", corrections=f"[{fix}, {fix}]"))
    (before,) = items(Written.of(site).files, "feeds/changes")
    more = f"[{{on: 2026-06-01, text: Five sides.}}, {fix}]"
    site.article("tea", article("Tea anew", corrections=more, slug="quite-another", date="2026-03-15"))
    newest, after = items(Written.of(site).files, "feeds/changes")
    assert after["id"] == before["id"] != newest["id"]


# Bounds


def edition_of(site: Site, count: int) -> dict[str, bytes]:
    rights = ArticleRights(copyright=COPYRIGHT, resource_box=BOX, permission=GRANTED)
    start = date(2020, 1, 1)
    articles = (
        Article(
            title=f"Tale {number}",
            slug=f"tale-{number}",
            body=f"Once upon a time number {number} was told.",
            path=f"content/articles/{number}.md",
            place=f"articles/{number}",
            authors=(Author("Ada Example"),),
            date=(start + timedelta(days=number)).isoformat(),
            rights=rights,
        )
        for number in range(count)
    )
    configuration = read_configuration(site.root / "pelicanconf.py")
    return dict(feed_files(compile_edition([entry_of(a, DAY) for a in articles], [], DAY), configuration))


def test_a_thousand_articles(site: Site) -> None:
    whole = [{"name": "whole", "items": 1000}]
    settings = {"items": 100, "archives": ["all", "partner"], "partners": whole}
    site.write("pelicanconf.py", configuration_text(ADDRESS, settings))
    files = edition_of(site, 1000)
    kept = archives(files)
    assert len(kept) == 9
    met = [i["id"] for i in items(files, "feeds/all")]
    for data in kept.values():
        met += [e.text for e in etree.fromstring(data).iterfind("atom:entry/atom:id", NAMES)]
    assert len(met) == len(set(met)) == 1000
    assert len(rss_items(files, "feeds/partner/whole")) == len(items(files, "feeds/partner/whole")) == 1000


def test_feeds_of_nothing_are_feeds(site: Site) -> None:
    site.write("pelicanconf.py", configuration_text(ADDRESS))
    written = Written.of(site)
    assert set(written.files) == {
        *(
            f"feeds/{name}{form.ending}"
            for name in ("all", "web", "newsletter", "changes")
            for form in FORMATS
        ),
        *(f"feeds/partner/{partner['name']}{form.ending}" for partner in PARTNERS for form in FORMATS),
        "feeds/feeds.opml",
    }
    rss = etree.fromstring(written.files["feeds/all.rss.xml"])
    assert rss.find("channel/lastBuildDate") is None
    assert rss.find("channel/fh:complete", NAMES) is not None
    assert items(written.files, "feeds/all") == []
    assert written.problems() == []
    assert feeds(written.edition, written.configuration)


# Validators


def test_validators_find_nothing_in_the_rich_site_but_an_end_of_its_archives(
    rich: Rich,
) -> None:
    found = linted(rich.files, ADDRESS)
    oldest = found.pop("warning ArchiveIncomplete")  # a link to the next would change an archive's bytes
    assert all("/archive/0001-" in line for line in oldest)
    assert found == {}


def test_validators_find_nothing_in_the_demo_site(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "pelicanconf.py", tmp_path)
    written = Written.of(Site(tmp_path))
    assert len(written.files) > 20
    assert linted(written.files, written.configuration.site_url) == {}


def test_validators_find_nothing_in_empty_feeds(site: Site) -> None:
    site.write("pelicanconf.py", configuration_text(ADDRESS))
    assert linted(Written.of(site).files, ADDRESS) == {}
