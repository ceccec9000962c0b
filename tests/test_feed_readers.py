"""Feeds as their readers meet them: real clients pull the served site, and read back every field."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import feedparser
import jsonschema
import listparser
import pytest
from lxml import html
from reader import Entry, Feed, Reader, make_reader

from byline_pelican.feeds.places import ATOM, FORMATS, JSON, RSS
from tests.conftest import COPYRIGHT, GRANTED
from tests.feedsite import (
    BY,
    BY_ND,
    HUB,
    ITEMS,
    SOURCE,
    build,
    configuration_text,
    hosted,
    rich_articles,
    rich_site,
)

pytestmark = pytest.mark.xdist_group("feed-readers")
ROOT = Path(__file__).parents[1]
SCHEMA = json.loads((ROOT / "docs/schemas/feed-item.schema.json").read_text("utf-8"))
WORDS = re.compile(r"\w+")
EDITED = "web"  # the article that an editor changes
PUBLISHED = {  # by title, in UTC; the site is an hour or two before it
    "On bees & hives": datetime(2026, 3, 13, 23, tzinfo=UTC),
    "On time": datetime(2026, 2, 1, 5, tzinfo=UTC),
    "On March": None,
    "On a year": None,
    "On no day": None,
}
Pulled = Mapping[str, tuple[Feed, tuple[Entry, ...]]]  # by the feed's address below the site's


@dataclass(frozen=True, repr=False)
class Story:
    """What a reader met, from the first visit to the last.

    Attributes:
        address: of the site.
        files: as they were first published.
        places: of all feeds, without an ending.
        reachable: every address that a feed or the list of them names, with the server's answer.
        first, later, moved: what was pulled: at first, after an edit, and when the site had moved.
        unchanged, edited: the server's answers after a rebuild that changed nothing, and after an edit.

    """

    address: str
    files: Mapping[str, bytes]
    places: tuple[str, ...]
    reachable: Mapping[str, int]
    first: Pulled
    unchanged: Mapping[str, int]
    edited: Mapping[str, int]
    later: Pulled
    moved: Pulled


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """A site is published, read, built anew, edited, and moves."""
    root = tmp_path_factory.mktemp("rich")
    with hosted(root / "output") as host:
        site = rich_site(root, host.address)
        built = build(site)
        places = tuple(feed.place for feed in built.feeds)
        files = site.files()
        reachable = {url: _status(url) for url in _named(files, host.address)}
        host.answers()
        with make_reader(":memory:") as reader:
            first = _pull(reader, host.address, places)
            host.answers()
            build(site)
            _pull(reader, host.address, places)
            unchanged = host.answers()
            text = rich_articles()[EDITED].replace("and of nothing else", "and of spiders")
            site.article(EDITED, text.replace("---\n", "---\nmodified: 2026-08-01\n", 1))
            build(site)
            later = _pull(reader, host.address, places)
            edited = host.answers()
        name = host.address.replace("127.0.0.1", "localhost")
        site.write("pelicanconf.py", configuration_text(name))
        bees = rich_articles()["bees"].replace("date: 2026-03-14", "date: 2026-03-15")
        site.article("bees", bees.replace("---\n", "---\nslug: quite-another\n", 1))
        build(site)
        with make_reader(":memory:") as reader:
            moved = _pull(reader, name, places)
        yield Story(host.address, files, places, reachable, first, unchanged, edited, later, moved)


def _status(url: str) -> int:
    with urlopen(url, timeout=20) as answer:
        return int(answer.status)


def _named(files: Mapping[str, bytes], address: str) -> set[str]:
    """Every address of the site that a feed or the list of them names."""
    feeds = [data.decode() for name, data in files.items() if name.startswith("feeds/") and "." in name]
    pattern = re.compile(re.escape(address) + r"[^\s\"'<>&,)\\]*")
    return {found.rstrip(".") for text in feeds for found in pattern.findall(text)}


def _pull(reader: Reader, address: str, places: tuple[str, ...]) -> Pulled:
    """Every feed in every format, as the reader has it when it has updated them all."""
    urls = {
        f"{place}{form.ending}": f"{address}/{place}{form.ending}" for place in places for form in FORMATS
    }
    for url in urls.values():
        reader.add_feed(url, exist_ok=True)
    for result in reader.update_feeds_iter(scheduled=False):
        assert not isinstance(result.value, Exception), result
    return {name: (reader.get_feed(url), tuple(reader.get_entries(feed=url))) for name, url in urls.items()}


def in_all_formats(pulled: Pulled, place: str) -> list[tuple[Feed, tuple[Entry, ...]]]:
    return [pulled[place + form.ending] for form in FORMATS]


def words(told: str) -> list[str]:
    return WORDS.findall(" ".join(str(text) for text in html.fromstring(f"<div>{told}</div>").itertext()))


def to_the_second(when: datetime | None) -> datetime | None:
    """A moment without the fraction that tells the entries of one day apart."""
    return when.replace(microsecond=0) if when else None


def entry_called(entries: tuple[Entry, ...], title: str) -> Entry:
    return next(entry for entry in entries if entry.title == title)


def item(story: Story, name: str, title: str) -> Any:
    """An entry as feedparser reads it."""
    return next(entry for entry in feedparser.parse(story.files[name]).entries if entry.title == title)


def test_a_reader_gets_the_same_of_every_format(story: Story) -> None:
    for place in story.places:
        (rss, said), (atom, meant), (json_feed, told) = in_all_formats(story.first, place)
        assert (rss.title, rss.subtitle, rss.link) == (atom.title, atom.subtitle, atom.link)
        assert (json_feed.title, json_feed.subtitle, json_feed.link) == (rss.title, rss.subtitle, rss.link)
        assert str(rss.title).startswith("Test & press")
        assert rss.updated == atom.updated
        facts = [{e.id: (e.title, e.link, e.published) for e in entries} for entries in (said, meant, told)]
        assert facts[0] == facts[1] == facts[2]
        assert all(entry.title and entry.link and entry.summary for entry in (*said, *meant, *told))
        texts = [
            {e.id: words(e.content[0].value) for e in entries if e.content} for entries in (said, meant, told)
        ]
        if "/partner/" not in place:
            assert texts[0] == texts[1] == texts[2]
            assert len(texts[0]) == len(said)


def test_a_reader_gets_every_member_that_the_feed_has_room_for(story: Story) -> None:
    counts = {place: len(story.first[place + RSS.ending][1]) for place in story.places}
    assert counts["feeds/all"] == counts["feeds/web"] == counts["feeds/newsletter"] == ITEMS
    assert counts["feeds/changes"] == 3
    assert counts["feeds/partner/text"] == 18
    assert counts["feeds/licence/cc-by-nd-4-0"] == 1


def test_a_reader_gets_authors_dates_and_the_whole_credit(story: Story) -> None:
    for _, entries in in_all_formats(story.first, "feeds/category/gardens"):
        (bees,) = entries
        assert bees.title == "On bees & hives"
        assert bees.link == f"{story.address}/articles/on-bees-hives/"
        assert bees.published == PUBLISHED["On bees & hives"]
        told = bees.content[0].value
        assert COPYRIGHT in told
        assert GRANTED in told
        assert 'href="https://ada.example.net/hives"' in told
        assert 'href="https://ada.example.net/"' in told
        assert "Bo Example" in told
    for _, entries in in_all_formats(story.first, "feeds/partner/text"):
        assert {e.title: e.published for e in entries if e.title in PUBLISHED} == PUBLISHED
        assert to_the_second(entry_called(entries, "On time").updated) == datetime(2026, 6, 7, 8, tzinfo=UTC)
    json_authors = story.first["feeds/category/gardens.json"][1][0].authors
    assert [(a.name, a.href) for a in json_authors] == [
        ("Ada Example", "https://ada.example.net/"),
        ("Bo Example", None),
    ]


def test_right_to_left_texts_and_emoji_arrive_whole(story: Story) -> None:
    for _, entries in in_all_formats(story.first, "feeds/partner/text"):
        assert {"عن الشاي", "👩‍👩‍👧‍👦 family tea"} <= {e.title.strip("\u200f ") for e in entries if e.title}
    tea = item(story, "feeds/partner/text.atom.xml", "👩‍👩‍👧‍👦 family tea")
    assert "🍵" in [tag.term for tag in tea.tags]
    arabic = next(
        e for e in feedparser.parse(story.files["feeds/partner/text.atom.xml"]).entries if "الشاي" in e.title
    )
    assert arabic.content[0].language == "ar"


def test_after_a_build_that_changes_nothing_every_feed_answers_304(story: Story) -> None:
    wanted = {f"/{place}{form.ending}" for place in story.places for form in FORMATS}
    assert story.unchanged == dict.fromkeys(wanted, 304)


def test_after_an_edit_only_feeds_that_hold_the_article_are_fetched_whole(story: Story) -> None:
    holding = {
        name for name, (_, entries) in story.first.items() if any(e.title == "On webs" for e in entries)
    }
    assert {name.removeprefix("/") for name, code in story.edited.items() if code == 200} == holding
    assert set(story.edited.values()) == {200, 304}
    assert 0 < len(holding) < len(story.first)


def test_an_edit_updates_the_entry_and_makes_no_second_one(story: Story) -> None:
    for name, (_, entries) in story.later.items():
        before = story.first[name][1]
        assert sorted(e.id for e in entries) == sorted(e.id for e in before)
        for entry in entries:
            if entry.title == "On webs" and "teasers" not in name:
                assert "spiders" in (entry.content[0].value if entry.content else entry.summary or "")
                assert to_the_second(entry.updated) == datetime(2026, 7, 31, 22, tzinfo=UTC)


def test_ids_survive_another_slug_date_and_domain(story: Story) -> None:
    for name, (_, entries) in story.moved.items():
        assert {e.id for e in entries} == {e.id for e in story.first[name][1]}
        assert all(entry.link and entry.link.startswith("http://localhost:") for entry in entries)
    bees = entry_called(story.moved["feeds/all.rss.xml"][1], "On bees & hives")
    assert str(bees.link).endswith("/articles/quite-another/")


def test_nothing_is_odd_to_feedparser(story: Story) -> None:
    names = [name for name in story.files if name.endswith((RSS.ending, ATOM.ending))]
    assert len(names) > 2 * len(story.places)
    for name in names:
        feed = feedparser.parse(story.files[name])
        assert not feed.bozo, (name, feed.get("bozo_exception"))
        own = [link.href for link in feed.feed.links if link.rel == "self"]
        assert own == [f"{story.address}/{name}"]


@pytest.mark.parametrize("ending", [RSS.ending, ATOM.ending])
def test_feedparser_reads_the_rights(story: Story, ending: str) -> None:
    bees = item(story, f"feeds/category/gardens{ending}", "On bees & hives")
    terms = bees.dcterms_license
    assert re.fullmatch(re.escape(story.address) + r"/terms/[0-9a-f]{12}/", terms)
    assert [link.href for link in bees.links if link.rel == "license"] == [terms]
    assert bees.rights == f"{COPYRIGHT}\n\n{GRANTED}"
    assert bees.dcterms_rightsholder == "Ada Example"
    assert bees.dcterms_bibliographiccitation.startswith(
        "Ada Example and Bo Example. On bees & hives. 2026-03-14."
    )
    assert [author.name for author in bees.authors] == ["Ada Example", "Bo Example"]
    assert bees.license == terms  # and not that of a picture
    licensed = item(story, f"feeds/licence/cc-by-nd-4-0{ending}", "On licences")
    assert licensed.dcterms_license == BY_ND
    assert [link.href for link in licensed.links if link.rel == "license"] == [BY_ND]
    time = item(story, f"feeds/partner/text{ending}", "On time")
    assert time.updated.startswith("2026-06-07T08:00:00")


@pytest.mark.parametrize("ending", [RSS.ending, ATOM.ending])
def test_feedparser_reads_where_a_piece_came_from(story: Story, ending: str) -> None:
    shelf = item(story, f"feeds/partner/text{ending}", "On a shelf")
    assert [link.href for link in shelf.links if link.rel == "via"] == [SOURCE]
    assert shelf.source.title == "Example Shelf"
    if ending == RSS.ending:
        assert shelf.source.href == SOURCE
    else:
        assert shelf.source.id == SOURCE
        assert shelf.source.updated.startswith("2026-01-15T00:00:00")
    bees = item(story, f"feeds/category/gardens{ending}", "On bees & hives")
    assert "source" not in bees
    assert not [link for link in bees.links if link.rel == "via"]


@pytest.mark.parametrize("ending", [RSS.ending, ATOM.ending])
def test_feedparser_reads_pictures_with_their_credits(story: Story, ending: str) -> None:
    bees = item(story, f"feeds/category/gardens{ending}", "On bees & hives")
    assert [picture["url"] for picture in bees.media_content] == [
        "https://pics.example.org/hive.jpg",
        "https://pics.example.org/cup.png",
    ]
    assert [c["content"] for c in bees.media_credit] == [
        "Photo: Jane Doe, CC BY 4.0",
        "Photo: Jane Example / Agency",
    ]
    assert bees.media_copyright == {"url": BY}
    assert bees.summary_detail.value.startswith("Bees are older than hives")
    for place in ("feeds/web", "feeds/newsletter", "feeds/partner/whole", "feeds/partner/text"):
        lent = item(story, place + ending, "On bees & hives")
        assert [picture["url"] for picture in lent.media_content] == ["https://pics.example.org/hive.jpg"]


def test_feedparser_reads_hubs_and_history(story: Story) -> None:
    archived = set()
    for name in (f"{place}{form.ending}" for place in story.places for form in (RSS, ATOM)):
        feed = feedparser.parse(story.files[name]).feed
        rels = {link.rel: link.href for link in feed.links}
        assert rels["hub"] == HUB
        assert ("fh_complete" in feed) == ("prev-archive" not in rels) or "/tag/" in name
        archived |= {rels["prev-archive"]} if "prev-archive" in rels else set()
    assert {url.removeprefix(f"{story.address}/") for url in archived} <= set(story.files)
    for name in (name for name in story.files if "/archive/" in name and name.endswith(ATOM.ending)):
        feed = feedparser.parse(story.files[name]).feed
        assert "fh_archive" in feed
        assert "fh_complete" not in feed
        assert [link.href for link in feed.links if link.rel == "current"] == [
            f"{story.address}/{name.split('/archive/')[0]}{ATOM.ending}"
        ]


@pytest.mark.parametrize("ending", [RSS.ending, ATOM.ending])
def test_a_client_that_follows_the_archives_meets_every_member_once(story: Story, ending: str) -> None:
    kept = [place for place in story.places if "/tag/" not in place]
    for place in kept:
        met: dict[str, str] = {}
        name, steps = place + ending, 0
        while name:
            feed = feedparser.parse(story.files[name])
            for entry in feed.entries:
                met.setdefault(entry.id, entry.title)
            older = [link.href for link in feed.feed.links if link.rel == "prev-archive"]
            name = older[0].removeprefix(f"{story.address}/") if older else ""
            steps += 1
        if place in ("feeds/all", "feeds/web"):
            everything = {
                entry.id: entry.title
                for entry in feedparser.parse(story.files["feeds/partner/text.rss.xml"]).entries
            }
            assert met == everything
            assert steps == 5


def test_listparser_reads_every_feed_its_title_and_group(story: Story) -> None:
    listed = listparser.parse(story.files["feeds/feeds.opml"])
    assert not listed.bozo
    assert listed.meta.title == "Feeds of Test & press"
    assert {feed.url: feed.title for feed in listed.feeds} == {
        f"{story.address}/{place}{RSS.ending}": story.first[place + RSS.ending][0].title
        for place in story.places
    }
    groups = {
        feed.url.removeprefix(f"{story.address}/feeds/").split("/")[0]: feed.categories[0][0]
        for feed in listed.feeds
    }
    assert groups == {
        "all.rss.xml": "The whole site",
        "newsletter.rss.xml": "The whole site",
        "web.rss.xml": "The whole site",
        "changes.rss.xml": "The whole site",
        "partner": "For partners",
        "licence": "By licence",
        "category": "By category",
        "author": "By author",
        "tag": "By tag",
    }


def test_every_address_that_a_feed_names_answers(story: Story) -> None:
    assert {url for url, code in story.reachable.items() if code != 200} == set()
    assert {f"{story.address}/{place}{form.ending}" for place in story.places for form in FORMATS} <= set(
        story.reachable
    )


def test_what_json_says_of_rights_fits_the_schema(story: Story) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft202012Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    forms = set()
    for place in story.places:
        feed = json.loads(story.files[place + JSON.ending])
        assert feed["version"] == "https://jsonfeed.org/version/1.1"
        assert feed["feed_url"] == f"{story.address}/{place}{JSON.ending}"
        assert feed["hubs"] == [{"type": "WebSub", "url": HUB}]
        for said in feed["items"]:
            validator.validate(said["_byline"])
            forms.add("change" in said["_byline"])
    assert forms == {True, False}
