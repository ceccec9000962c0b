"""The settings of feeds and partners: what is taken, and that a refusal names the setting and the mend."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from byline.errors import SettingsError
from byline.feedsettings import FeedSettings, PartnerSettings
from byline.settings import name_and_address, read_settings

DOCS = Path(__file__).parents[1] / "docs"
ACME = "a partner in BYLINE['feeds']['partners'] has no setting"


@pytest.mark.parametrize(
    ("feeds", "setting", "mend"),
    [
        (5, "feeds", "a dictionary"),
        ([], "feeds", "a dictionary"),
        ({"item": 3}, "'item'", "known are items, archives, hub, partners"),
        ({"items": True}, "feeds.items", "write a number"),
        ({"items": 0}, "feeds.items", "1 to 10000"),
        ({"items": 10_001}, "feeds.items", "1 to 10000"),
        ({"archives": "all"}, "feeds.archives", "write a list"),
        ({"archives": ["everything"]}, "feeds.archives[0]", "'all', 'newsletter', 'web'"),
        ({"hub": 5}, "feeds.hub", "text in quotes"),
        ({"hub": "hub.example.org"}, "feeds.hub", "https://"),
        ({"hub": "ftp://hub.example.org/"}, "feeds.hub", "https://"),
        ({"hub": "https://hub .example.org/"}, "feeds.hub", "https://"),
        ({"hub": "https://hub.example.org/\r\nX-Other: y"}, "feeds.hub", "https://"),
        ({"hub": "https://hub.example.org/\n"}, "feeds.hub", "https://"),
        ({"hub": 'https://hub.example.org/>; rel="self"'}, "feeds.hub", "https://"),
        ({"hub": "https://hüb.example.org/"}, "feeds.hub", "https://"),
        ({"hub": "https://hub.example.org:99999/"}, "feeds.hub", "https://"),
        ({"hub": "https://[hub/"}, "feeds.hub", "https://"),
        ({"hub": "https://me:secret@hub.example.org/"}, "feeds.hub", "without a login"),
        ({"hub": "https://hub.example.org/#top"}, "feeds.hub", "or a #"),
        ({"hub": "https://hub.example.org/" + "x" * 1_000}, "feeds.hub", "https://"),
        ({"partners": {"name": "acme"}}, "feeds.partners", "write a list"),
        ({"partners": "acme"}, "feeds.partners", "write a list"),
        ({"partners": ["acme"]}, "feeds.partners[0]", "a dictionary"),
        ({"partners": [{"use": "web"}]}, "`name`", "add it"),
        ({"partners": [{"name": "acme"}, {"name": "acme"}]}, "feeds.partners", "rename one"),
    ],
)
def test_a_wrong_setting_of_feeds_is_refused(feeds: Any, setting: str, mend: str) -> None:
    refused(feeds, setting, mend)


@pytest.mark.parametrize(
    ("said", "setting", "mend"),
    [
        *[
            ({"name": n}, "name", "small letters")
            for n in ("", "Acme", "a b", "../a", "-a", "a-", "ä", "a" * 61)
        ],
        ({"name": 5}, "partners[0].name", "text in quotes"),
        ({"us": "web"}, f"{ACME} 'us'", "known are name, use, title"),
        ({"not_licences": ["MIT"]}, "'not_licences'", "known are"),
        ({"use": "radio"}, "partners[0].use", "'web', 'newsletter', 'print'"),
        ({"use": ["web"]}, "partners[0].use", "text in quotes"),
        ({"title": "two\nlines"}, "acme: title", "in one"),
        ({"tags": "tea"}, "partners[0].tags", "write a list"),
        ({"tags": [5]}, "partners[0].tags[0]", "text in quotes"),
        ({"not_authors": ["Ada Example", " "]}, "acme: not_authors", "take it out"),
        ({"languages": ["english"]}, "acme: languages: 'english'", "'en', or 'en-GB'"),
        ({"since": 2026}, "partners[0].since", "text in quotes"),
        *[
            ({"since": day}, "acme: since", "write '2026-03-14'")
            for day in ("March", "14.3.2026", "2026-3-1", "2026-13", "2026-02-30", "2026-03-14\n", "٢٠٢٦")
        ],
        *[({"items": n}, "acme: items", "1 to 10000") for n in (-1, 10_001)],
        ({"items": "5"}, "partners[0].items", "write a number"),
        ({"content": "whole"}, "partners[0].content", "'full', 'summary'"),
        ({"format": "pdf"}, "partners[0].format", "'html', 'text'"),
    ],
)
def test_a_wrong_partner_is_refused(said: dict[str, Any], setting: str, mend: str) -> None:
    refused({"partners": [{"name": "acme"} | said]}, setting, mend)


def refused(feeds: Any, setting: str, mend: str) -> None:
    with pytest.raises(SettingsError) as raised:
        read_settings({"feeds": feeds})
    message = str(raised.value)
    assert message.startswith("pelicanconf.py: ")
    assert setting in message
    assert mend in message
    assert "\n" not in message
    assert len(message) < 500


def test_what_is_written_as_it_should_be_is_taken() -> None:
    partners = [
        {"name": "acme", "tags": ["tea"], "since": since} for since in ("2026", "2024-02", "2024-02-29")
    ]
    named = [partner | {"name": f"acme-{number}"} for number, partner in enumerate(partners)]
    for hub in ("https://hub.example.org/", "http://127.0.0.1:9999/push?key=a%20b", "https://[::1]/", ""):
        feeds = read_settings({"feeds": {"hub": hub, "partners": named, "items": 10_000}}).feeds
        assert feeds.hub == hub
        assert [partner.since for partner in feeds.partners] == ["2026", "2024-02", "2024-02-29"]


def test_every_setting_of_feeds_is_in_the_docs_and_the_example_is_taken() -> None:
    docs = (DOCS / "configuration.md").read_text("utf-8")
    section = docs.partition("### Feeds")[2].partition("\n### ")[0]
    for kind in (FeedSettings, PartnerSettings):
        missing = [f.name for f in fields(kind) if f"`{f.name}`" not in section]
        assert not missing, f"{kind.__name__}: {missing}"
    example = section.partition("```python\n")[2].partition("```")[0]
    found: dict[str, Any] = {}
    exec(example, found)
    assert read_settings(found["BYLINE"]).feeds.partners
    whole = docs.partition("## Byline's settings")[2].partition("```python\n")[2].partition("```")[0]
    exec(whole, found)
    assert read_settings(found["BYLINE"]).feeds.items == FeedSettings().items


@pytest.mark.parametrize(
    ("sender", "name"),
    [
        ("ada@example.org", ""),
        ("<ada@example.org>", ""),
        ("Ada Example <ada@example.org>", "Ada Example"),
        ("  Ada  Example<ada@example.org> ", "Ada Example"),
        ("Ada Example, Jr. <ada@example.org>", "Ada Example, Jr."),
        ("Ää Ößer, Jr. <ada@example.org>", "Ää Ößer, Jr."),
        ("Ada: x; <ada@example.org>", "Ada: x;"),
        ('"Ada \\"Bee\\" Example, Jr." <ada@example.org>', 'Ada "Bee" Example, Jr.'),
        ('Ada "Bee" Example <ada@example.org>', 'Ada "Bee" Example'),
        ("Ada (Example) <ada@example.org>", "Ada (Example)"),
    ],
)
def test_a_sender_is_a_name_and_an_address(sender: str, name: str) -> None:
    settings = read_settings({"ezine": {"sender": sender}})
    assert name_and_address(settings.ezine.sender) == (name, "ada@example.org")


@pytest.mark.parametrize("sender", ["Ada", "a@b", "a b@c.example", "x <y@z.example> more", "a@b.example>"])
def test_what_is_no_sender_has_no_parts(sender: str) -> None:
    assert name_and_address(sender) == ("", "")
    with pytest.raises(SettingsError, match="no mail address"):
        read_settings({"ezine": {"sender": sender}})


@pytest.mark.parametrize(("columns", "taken"), [(40, True), (78, True), (79, False), (39, False)])
def test_no_line_of_a_mail_is_set_wider_than_mail_should_be(columns: int, taken: bool) -> None:
    if taken:
        assert read_settings({"ezine": {"columns": columns}}).ezine.columns == columns
    else:
        with pytest.raises(SettingsError, match="40 to 78"):
            read_settings({"ezine": {"columns": columns}})


def test_an_address_to_unsubscribe_fits_a_line_of_a_header() -> None:
    start = "https://x.example/"
    longest = start + "y" * (859 - len(start))
    assert read_settings({"ezine": {"unsubscribe": longest}}).ezine.unsubscribe == longest
    with pytest.raises(SettingsError, match="at most 850"):
        read_settings({"ezine": {"unsubscribe": longest + "y"}})
