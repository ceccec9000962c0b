"""What feeds may say of rights and of time, and what ends one article instead of the whole build."""

import json
import re
from pathlib import Path
from typing import Any

import feedparser
import pytest
from lxml import etree

from byline_pelican.audit import Output
from byline_pelican.feeds.audit import audit_feeds, names_of_feeds
from tests.conftest import Site
from tests.feedsite import BY, DAY, Written, article, configuration_text

ADDRESS = "https://press.example.org"
CC = f"This article is licensed under the Creative Commons Attribution 4.0 licence ({BY})."
REVIEWED = "{by: Ed Example, on: 2026-01-01, why: by letter, uses: [web]}"
OF_ATOM = "{http://www.w3.org/2005/Atom}"
TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"
LONG = " ".join(f"Sentence number {n} tells of hive {n * 7}, and of nobody else at all." for n in range(15))


def written(root: Path, articles: dict[str, str], zone: str = "UTC", **feeds: Any) -> Written:
    site = Site(root / "site")
    configuration = configuration_text(ADDRESS, feeds).replace("Europe/Vienna", zone)
    site.write("pelicanconf.py", configuration)
    for name, text in articles.items():
        site.article(name, text)
    return Written.of(site, DAY)


def items(made: Written, place: str) -> dict[str, dict[str, Any]]:
    return {item["title"]: item for item in json.loads(made.files[f"{place}.json"])["items"]}


def entries(made: Written, place: str) -> list[Any]:
    return etree.fromstring(made.files[f"{place}.atom.xml"]).findall(f"{OF_ATOM}entry")


def licensed(more: str = "", rights: str = "") -> str:
    text = article("On tea", f"{LONG}", f"{CC} {more}")
    own = f"  licence: {{url: {BY}, spdx: CC-BY-4.0}}\n  reviewed: {REVIEWED}\n{rights}"
    return text.replace("  permission: |", f"{own}  permission: |")


@pytest.mark.parametrize(
    ("more", "rights"),
    [
        ("This permission ends on 31 December 2025.", ""),
        ("It may not be used to train AI models.", ""),
        ("You must notify me before you publish it.", ""),
        ("Web sites must include the tracking pixel.", ""),
        ("", "  terms: {answers: {web: granted, newsletter: granted, print: granted}, fee: 'yes'}\n"),
    ],
)
def test_a_licence_is_told_only_where_the_terms_are_that_licence(
    tmp_path: Path, more: str, rights: str
) -> None:
    plain = items(written(tmp_path / "plain", {"tea": licensed()}), "feeds/all")["On tea"]
    assert plain["_byline"]["licence"]["spdx"] == "CC-BY-4.0"
    made = written(tmp_path, {"tea": licensed(more, rights)})
    assert items(made, "feeds/all")["On tea"]["_byline"]["licence"] is None
    item = feedparser.parse(made.files["feeds/all.rss.xml"]).entries[0]
    assert item.dcterms_license.startswith(f"{ADDRESS}/terms/")
    assert not [name for name in made.files if name.startswith("feeds/licence/")]


@pytest.mark.parametrize(
    ("words", "absent"),
    [
        ("This article may be republished on web sites, but not in RSS feeds.", {"all", "web", "tag/hot"}),
        ("This article may be republished on web sites. It must not be republished automatically.", {"web"}),
    ],
)
def test_words_that_bar_feeds_are_heard(tmp_path: Path, words: str, absent: set[str]) -> None:
    texts = {"tea": article("On tea", LONG, words, tags="[hot]"), "rum": article("On rum", tags="[hot]")}
    made = written(tmp_path, texts)
    assert {entry.article.title for entry in made.edition.published} == {"On tea", "On rum"}
    for place in ("all", "web", "tag/hot"):
        told = set(items(made, f"feeds/{place}"))
        assert told == ({"On rum"} if place in absent else {"On tea", "On rum"})
    refused = {w.entry.article.title: w for feed in made.feeds for w in feed.refused if feed.kind == "web"}
    assert refused["On tea"].words


def test_an_author_is_never_told_as_another(tmp_path: Path) -> None:
    named = {"one": "李明", "two": "黎明", "three": "José Pérez", "four": "Jose Perez"}
    made = written(tmp_path, {name: article(name, authors=f"[{author}]") for name, author in named.items()})
    told = {}
    for name in made.files:
        if name.startswith("feeds/author/") and name.endswith(".json"):
            feed = json.loads(made.files[name])
            told[feed["title"].partition(": ")[2]] = [item["title"] for item in feed["items"]]
    assert told == {author: [name] for name, author in named.items()}


def test_a_newcomer_renames_no_feed_and_no_archive(tmp_path: Path) -> None:
    old = {f"a{n}": article(f"A{n}", date=f"2026-01-0{n}", category="Drinks") for n in range(1, 7)}
    before = written(tmp_path / "before", old, items=2).files
    newcomer = {"b": article("B", date="2026-02-01", category="DRINKS")}
    after = written(tmp_path / "after", old | newcomer, items=2).files
    archives = {name for name in before if "/archive/" in name}
    assert archives
    assert all(after.get(name) == before[name] for name in archives)
    feed = json.loads(after["feeds/category/drinks.json"])
    assert (feed["title"], len(feed["items"])) == ("Test & press: Drinks", 2)


def test_an_old_piece_that_came_today_is_new_to_those_who_follow(tmp_path: Path) -> None:
    old = {f"a{n}": article(f"A{n}", date=f"2026-01-0{n}") for n in range(1, 6)}
    source = "{url: https://shelf.example.org/old, retrieved: '2026-11-19T08:00:00+00:00'}"
    before = written(tmp_path / "before", old, items=2).files
    made = written(tmp_path, old | {"old": article("Old", date="1999-05-01", source=source)}, items=2)
    titles = [item["title"] for item in json.loads(made.files["feeds/all.json"])["items"]]
    assert titles == ["Old", "A5"]
    assert items(made, "feeds/all")["Old"]["date_published"].startswith("1999-05-01")
    assert all(
        made.files.get(name) == data for name, data in before.items() if name.startswith("feeds/all/arch")
    )


def test_each_correction_is_news_and_none_is_older_than_the_piece(tmp_path: Path) -> None:
    updated = []
    for count in range(3):
        said = ", ".join(f"{{on: 2026-03-14, text: Number {n} was wrong.}}" for n in range(count))
        text = article(
            "On tea", date="2026-03-14T09:00:00Z", **({"corrections": f"[{said}]"} if said else {})
        )
        made = written(tmp_path / str(count), {"tea": text})
        item = items(made, "feeds/all")["On tea"]
        assert item.get("date_modified", item["date_published"]) >= item["date_published"]
        updated.append(entries(made, "feeds/all")[0].findtext(f"{OF_ATOM}updated"))
    assert updated == sorted(set(updated))


def test_a_year_of_change_is_no_moment(tmp_path: Path) -> None:
    made = written(tmp_path, {"tea": article("On tea", date="2026-03-14", modified="2026")})
    assert "date_modified" not in items(made, "feeds/all")["On tea"]
    assert "dcterms:modified" not in made.files["feeds/all.rss.xml"].decode()


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Dublin", "Europe/Paris"])
def test_a_zone_is_told_in_whole_minutes(tmp_path: Path, zone: str) -> None:
    made = written(tmp_path, {"tea": article("On tea", date="1880-05-01")}, zone)
    (item,) = feedparser.parse(made.files["feeds/all.rss.xml"]).entries
    assert re.fullmatch(r"Sat, 01 May 1880 00:00:00 [+-]\d{4}", item.published)
    told = items(made, "feeds/all")["On tea"]["date_published"]
    assert re.fullmatch(r"1880-05-01T00:00:00[+-]\d\d:\d\d", told)


def test_a_tombstone_is_younger_than_what_it_takes_away(tmp_path: Path) -> None:
    own = "urn:uuid:11111111-1111-1111-1111-111111111111"
    living = article("On tea", date="2026-07-08T15:00:00Z", id=own)
    gone = living.replace("title:", "withdrawn: {on: 2026-07-08, why: It was wrong.}\ntitle:", 1)
    (entry,) = entries(written(tmp_path / "living", {"tea": living}), "feeds/all")
    made = written(tmp_path, {"tea": gone, "rum": article("On rum")})
    (tombstone,) = etree.fromstring(made.files["feeds/all.atom.xml"]).iter(TOMBSTONE)
    assert tombstone.get("ref") == entry.findtext(f"{OF_ATOM}id")
    assert tombstone.get("when") > entry.findtext(f"{OF_ATOM}updated")


def test_a_withdrawal_of_tomorrow_is_not_told_today(tmp_path: Path) -> None:
    text = article("On tea", withdrawn="{on: 2027-04-01, why: It was wrong.}")
    made = written(tmp_path, {"tea": text, "rum": article("On rum")})
    assert items(made, "feeds/changes") == {}
    assert b"deleted-entry" not in made.files["feeds/all.atom.xml"]
    assert set(items(made, "feeds/all")) == {"On rum"}


def test_a_reason_is_plain_words_everywhere(tmp_path: Path) -> None:
    why = "![hive](https://track.example.net/p.gif) The sum 2*3*4 <b>was</b> wrong"
    made = written(tmp_path, {"tea": article("On tea", LONG, withdrawn=f"{{on: 2026-05-01, why: '{why}'}}")})
    (item,) = items(made, "feeds/changes").values()
    assert item["_byline"]["text"] == why
    assert "The sum 2*3*4 &lt;b&gt;was&lt;/b&gt; wrong" in item["content_html"]
    assert "<img" not in item["content_html"]


@pytest.mark.parametrize(
    ("body", "key", "text"),
    [
        (LONG, "withdrawn", f"{{on: 2026-05-01, why: '{LONG[9:]}'}}"),
        ("A poem of tea\n\nIn short lines\n\nThat all tell\n\nOf the cup", "withdrawn",
         "{on: 2026-05-01, why: 'Sorry: a poem of tea in short lines that all tell of the cup'}"),
        (LONG, "corrections", f"[{{on: 2026-05-01, text: 'It now reads: {LONG}'}}]"),
        ("Tea is older than the cup. It came over mountains in bricks of ten.", "corrections",
         "[{on: 2026-05-01, text: 'Tea is older than the cup, it came over mountains in bricks of 9.'}]"),
    ],
)  # fmt: skip
def test_a_change_that_tells_the_article_ends_that_article_alone(
    tmp_path: Path, body: str, key: str, text: str
) -> None:
    made = written(tmp_path, {"tea": article("On tea", body, **{key: text}), "rum": article("On rum")})
    assert [entry.article.title for entry in made.edition.published] == ["On rum"]
    assert len(made.edition.broken) == 1
    assert made.problems() == []


@pytest.mark.parametrize(
    "body",
    [
        "Tea.",
        "La la la la la, sang the kettle. " * 80,
        f"{LONG} See https://far.example.org/{'a' * 3000} there.",
    ],
    ids=["tiny", "refrain", "long-address"],
)
def test_a_summary_never_needs_a_credit(tmp_path: Path, body: str) -> None:
    partner = {"name": "short", "content": "summary"}
    made = written(tmp_path, {"tea": article("Tea", body)}, partners=[partner])
    assert made.problems() == []
    (item,) = items(made, "feeds/partner/short").values()
    assert item["content_text"]


def test_names_are_compared_as_people_read_them(tmp_path: Path) -> None:
    partner = {"name": "others", "not_authors": ["Ada Example"]}
    texts = {
        "tea": article("On tea", authors='["Ada  Example"]'),
        "rum": article("On rum", authors="[Bo Example]"),
    }
    made = written(tmp_path, texts, partners=[partner])
    assert set(items(made, "feeds/partner/others")) == {"On rum"}


def test_addresses_and_languages_are_told_as_readers_take_them(tmp_path: Path) -> None:
    text = article(
        "On tea",
        language="en_GB",
        source="{url: 'https://MÜLLER.example.org/ü?q=é'}",
        authors="[{name: Bo Example, url: 'https://bo.example/a|b'}]",
    )
    made = written(tmp_path, {"tea": text})
    item = items(made, "feeds/all")["On tea"]
    assert item["language"] == "en-GB"
    assert item["external_url"] == "https://xn--mller-kva.example.org/%C3%BC?q=%C3%A9"
    assert item["authors"] == [{"name": "Bo Example", "url": "https://bo.example/a%7Cb"}]
    rss = feedparser.parse(made.files["feeds/all.rss.xml"]).entries[0]
    assert rss.source.href == item["external_url"]


def test_a_json_feed_leads_to_its_archives(tmp_path: Path) -> None:
    made = written(tmp_path, {f"a{n}": article(f"A{n}") for n in range(5)}, items=2)
    feed = json.loads(made.files["feeds/all.json"])
    assert not feed["_byline"]["complete"]
    assert feed["_byline"]["prev_archive"].removeprefix(f"{ADDRESS}/") in made.files


def test_a_heading_like_the_title_is_no_other_title(tmp_path: Path) -> None:
    body = f"## 9 Trends in tea to watch\n\n{LONG}\n\n## The 10 trends\n\n{LONG}"
    made = written(tmp_path, {"tea": article("Top 10 Trends in Tea to Watch", body)})
    assert made.edition.broken == ()
    assert made.problems() == []


SPOILED = {  # what a slip of the code might do to a feed, and what the audit must not let pass
    "no creator": lambda text: text.replace("<dc:creator>Ada Example</dc:creator>", ""),
    "no rights": lambda text: text.replace("dc:rights>", "dc:source>"),
    "other title": lambda text: text.replace("<title>On tea</title>", "<title>On rum</title>"),
    "no text": lambda text: text.replace("content:encoded>", "content:lost>"),
    "no item": lambda text: text[: text.index("<item>")] + text[text.rindex("</item>") + 7 :],
}


@pytest.mark.parametrize("slip", SPOILED)
def test_the_audit_hears_what_a_feed_has_lost(tmp_path: Path, slip: str) -> None:
    made = written(tmp_path, {"tea": article("On tea", LONG)})
    texts = {name: data.decode() for name, data in made.files.items()}
    names = names_of_feeds(Output(texts, ADDRESS), made.edition, made.configuration)
    assert list(audit_feeds(Output(texts, ADDRESS), made.edition, names)) == []
    name = "feeds/all.rss.xml"
    spoiled = SPOILED[slip](texts[name])
    assert spoiled != texts[name]
    assert list(audit_feeds(Output(texts | {name: spoiled}, ADDRESS), made.edition, names))


DAWN = "![Dawn](https://x.example.org/a.jpg)"
LINKED = "[![x](https://x.example.org/a.jpg)](https://shop.example.org/)"


@pytest.mark.parametrize(
    "body",
    [
        f"{LONG}\n\n{LINKED}",
        f"By [Ada Example](https://ada.example.net/about)\n\n{LONG}",
        f"{LONG}\n\n[](https://e.org/)",
    ],
    ids=["linked picture", "linked byline", "empty link"],
)
def test_links_of_the_text_itself_take_no_article_off_the_site(tmp_path: Path, body: str) -> None:
    made = written(tmp_path, {"tea": article("On tea", body)})
    assert set(items(made, "feeds/all")) == {"On tea"}
    assert made.problems() == []


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        ("Dawn over the river", f"{DAWN}\n\n*Dawn over the river*", "It was taken at sunset."),
        ("A poem of tea", "A poem of tea", "The title was wrong."),
        ("On rum", f"By Ada Example. If you have reprinted this piece, please mend it. {LONG}", "It is 7."),
    ],
)  # fmt: skip
def test_an_honest_correction_ends_nothing(tmp_path: Path, title: str, body: str, said: str) -> None:
    made = written(tmp_path, {"tea": article(title, body, corrections=f"[{{on: 2026-05-01, text: {said}}}]")})
    assert made.edition.broken == ()
    assert made.problems() == []
    assert len(items(made, "feeds/changes")) == 1


def test_corrections_that_tell_the_article_together_are_refused(tmp_path: Path) -> None:
    parts = [LONG[n : n + len(LONG) // 3 + 1] for n in range(0, len(LONG), len(LONG) // 3 + 1)]
    said = ", ".join(f"{{on: 2026-05-0{n}, text: '{part}'}}" for n, part in enumerate(parts, 1))
    made = written(tmp_path, {"tea": article("On tea", LONG, corrections=f"[{said}]")})
    assert [entry.article.title for entry in made.edition.published] == []


def test_a_correction_keeps_its_id_wherever_it_is_written(tmp_path: Path) -> None:
    one, two = ("{on: 2026-05-01, text: 'One was wrong, not two.'}", "{on: 2026-05-01, text: Two was wrong.}")
    ids = []
    for name, said in (("a", [one]), ("b", [two, one]), ("c", [one.replace("wrong,", "wrong –"), two])):
        made = written(tmp_path / name, {"tea": article("On tea", LONG, corrections=f"[{', '.join(said)}]")})
        told = json.loads(made.files["feeds/changes.json"])["items"]
        ids.append({item["id"] for item in told if item["_byline"]["text"].startswith("One")})
        assert len({item["id"] for item in told}) == len(said)
    assert ids[0] == ids[1] == ids[2]


def test_a_correction_of_tomorrow_is_not_told_today(tmp_path: Path) -> None:
    made = written(tmp_path, {"tea": article("On tea", LONG, corrections="[{on: 2027-05-01, text: Wrong.}]")})
    item = items(made, "feeds/all")["On tea"]
    assert "Correction" not in item["content_html"]
    assert "date_modified" not in item


def test_fetching_again_brings_nothing_to_the_top_and_signing_does(tmp_path: Path) -> None:
    old = {f"a{n}": article(f"A{n}", date=f"2026-01-0{n}") for n in range(1, 6)}
    source = "{url: https://shelf.example.org/o, retrieved: '2026-11-19', arrived: '2026-01-02'}"
    again = article("Again", date="1999-05-01", source=source)
    odd = article("Odd", date="1999-05-01", source="{url: https://shelf.example.org/p, retrieved: yesterday}")
    signed = article("Signed", date="1999-06-01", permission="Ask first.").replace(
        "  permission:",
        "  reviewed: {by: Ed Example, on: 2026-11-10, why: by letter, uses: [web]}\n  permission:",
    )
    made = written(tmp_path, old | {"again": again, "odd": odd, "signed": signed}, items=2)
    titles = [item["title"] for item in json.loads(made.files["feeds/all.json"])["items"]]
    assert titles == ["Signed", "A5"]


def test_nobody_gets_the_feed_of_another_when_one_is_withdrawn(tmp_path: Path) -> None:
    one, two = (
        article("One", authors="[José Pérez]"),
        article("Two", authors="[Jose Perez]", date="2026-04-01"),
    )
    before = written(tmp_path / "before", {"one": one, "two": two})
    gone = one.replace("title:", "withdrawn: {on: 2026-05-01, why: It was wrong.}\ntitle:", 1)
    after = written(tmp_path / "after", {"one": gone, "two": two})
    feeds = {feed.name: feed.place for feed in before.feeds if feed.kind == "author"}
    assert {feed.name: feed.place for feed in after.feeds if feed.kind == "author"} == {
        "Jose Perez": feeds["Jose Perez"]
    }
    assert len(set(feeds.values())) == 2


@pytest.mark.parametrize(
    "more", ["Our articles are free of charge.", "Photos are not included in this licence.", ""]
)
def test_a_usual_wording_does_not_lose_the_licence(tmp_path: Path, more: str) -> None:
    made = written(tmp_path, {"tea": licensed(more)})
    assert items(made, "feeds/all")["On tea"]["_byline"]["licence"]["spdx"] == "CC-BY-4.0"
    assert "feeds/licence/cc-by-4-0.json" in made.files


def test_a_licence_is_called_what_its_address_says(tmp_path: Path) -> None:
    made = written(tmp_path, {"tea": licensed().replace(f"url: {BY},", f"url: {BY.replace('by', 'by-nd')},")})
    (broken,) = made.edition.broken
    assert "is not what its address says; write CC-BY-ND-4.0" in broken.problem


def test_relative_addresses_of_a_page_without_one_are_whole(tmp_path: Path) -> None:
    text = article("On tea", f"{LONG}[^1]\n\n[^1]: A note.").replace(
        "https://ada.example.net/hives", "/blog/hives"
    )
    made = written(tmp_path, {"tea": text})
    html = items(made, "feeds/all")["On tea"]["content_html"]
    assert f'href="{ADDRESS}/blog/hives"' in html
    assert not re.search(r'href="(?!https?:|mailto:)', html)


@pytest.mark.parametrize("date", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-12:00"])
def test_the_ends_of_the_calendar_end_no_build(tmp_path: Path, date: str) -> None:
    gone = "{on: 2026-05-01, why: It was wrong.}"
    made = written(
        tmp_path, {"tea": article("On tea", date=date), "rum": article("On rum", date=date, withdrawn=gone)}
    )
    assert set(items(made, "feeds/all")) == {"On tea"}
