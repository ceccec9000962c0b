"""A site whose feeds have everything in them, and what reads them: files, and a server that says 304."""

import hashlib
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from byline_pelican.audit import Output
from byline_pelican.configuration import Configuration, read_configuration
from byline_pelican.edition import Edition
from byline_pelican.feeds.audit import audit_feeds, names_of_feeds
from byline_pelican.feeds.catalogue import feeds
from byline_pelican.feeds.feed import Feed
from byline_pelican.feeds.files import feed_files
from byline_pelican.press import Built, press
from byline_pelican.shelf import read_edition
from tests.conftest import GRANTED, WEB_ONLY, Site, article_file
from tests.feedlint import Level, lint, lint_json

DAY = date(2026, 11, 20)
NOW = datetime(2027, 1, 1, tzinfo=UTC)  # when validators look; later than whatever they see
UNKNOWN_TO_VALIDATORS = {"at: http://purl.org/atompub/tombstones/1.0"}  # namespaces; RFC 6721
HUB = "https://hub.example.org/"
BY_ND = "https://creativecommons.org/licenses/by-nd/4.0/"
BY = "https://creativecommons.org/licenses/by/4.0/"
SOURCE = "https://shelf.example.org/bees"
MAIL_ONLY = "This article may be republished in newsletters. It may not be republished on web sites."
ITEMS = 4
GHOSTS = (  # what is told no more
    "Spectres haunted Rumplewick manor nightly, and nobody who had slept below its roof would ever tell what "
    "the cold hands had asked of them before the morning came over the hills."
)
PARTNERS: list[dict[str, Any]] = [
    {"name": "whole", "title": "The Whole Letter", "about": "For the letter.", "use": "newsletter"},
    {"name": "text", "format": "text", "items": 50},
    {"name": "teasers", "content": "summary"},
    {"name": "plain-teasers", "content": "summary", "format": "text", "not_tags": ["BEES"]},
]
BEES = """\
Bees are *older* than hives & honey, and 3 < 4.

![A hive](https://pics.example.org/hive.jpg)

*Photo: Jane Doe, [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/)*

They fly when it is warm, and they know the way by the sun.

![A cup](https://pics.example.org/cup.png)

*Photo: Jane Example / Agency*

In winter they keep together and eat what they have gathered."""


def configuration_text(address: str, feeds: dict[str, Any] | None = None) -> str:
    """A `pelicanconf.py`."""
    settings = {"search": False, "contact": "desk@press.example.org"}
    feeds = {"items": ITEMS, "hub": HUB, "partners": PARTNERS} if feeds is None else feeds
    return (
        'SITENAME = "Test & press"\nPATH = "content"\nTIMEZONE = "Europe/Vienna"\n'
        f'SITEURL = "{address}"\nPLUGINS = ["byline_pelican"]\nBYLINE = {settings | {"feeds": feeds}!r}\n'
    )


def article(title: str, body: str = "", permission: str = GRANTED, **said: str) -> str:
    """An article; `said` are lines of the front matter, which stand in for those of `article_file`."""
    text = article_file(
        title, permission, body=body or f"A text of its own about {title}, and of nothing else."
    )
    for key, value in said.items():
        lines = [line for line in text.split("\n") if not line.startswith(f"{key}:")]
        text = "\n".join([lines[0], *([f"{key}: {value}"] if value else []), *lines[1:]])
    return text


def rich_articles() -> dict[str, str]:
    """By its file's name, each article of the site."""
    two = "[{name: Ada Example, url: 'https://ada.example.net/'}, Bo Example]"
    source = f"{{url: '{SOURCE}?utm_source=x', canonical: '{SOURCE}', site: Example Shelf}}"
    licence = f"rights:\n  licence: {{url: '{BY_ND}', spdx: CC-BY-ND-4.0}}"
    old = {f"old-{n}": article(f"Old tale {n}", date=f"2001-01-0{n}", tags="[bees]") for n in range(1, 7)}
    fixes = "[{on: 2026-05-02, text: 'The *hive* has six sides.'}, {on: 2026-04-01, text: Honey keeps.}]"
    return old | {
        "bees": article(
            "On bees & hives", BEES, date="2026-03-14", authors=two, category="Gardens", tags="[bees]"
        ),
        "zone": article("On time", date="2026-02-01T10:30:00+05:30", modified="2026-06-07T08:00:00Z"),
        "month": article("On March", date="2005-03"),
        "year": article("On a year", date="1999"),
        "undated": article("On no day", date=""),
        "nobody": article("On nobody", authors="", tags="['C++', C, c#]", date="2026-02-03"),
        "shelf": article("On a shelf", source=source, date="2026-01-15", language="en-GB"),
        "licensed": article("On licences", permission="", date="2026-01-20").replace("rights:", licence),
        "web": article("On webs", permission=WEB_ONLY, date="2026-02-10"),
        "mail": article("On stamps", permission=MAIL_ONLY, date="2026-02-11", body="Postilions blow horns."),
        "kept": article("On locks", permission="All rights reserved.", body="Tumblers and springs hold."),
        "draft": article("On drafts", status="draft", body="Chimneys draw badly."),
        "fixed": article("On hives", date="2026-01-05", corrections=fixes, authors=two),
        "gone": article(
            "On ghosts",
            body=GHOSTS,
            withdrawn="{on: 2026-07-08, why: The author asked for it.}",
            date="2026-01-06",
        ),
        "arabic": article("عن الشاي \u200f", "الشاي أقدم من الفنجان.", language="ar", date="2026-01-07"),
        "emoji": article(
            "👩‍👩‍👧‍👦 family tea", "Tea 🍵 for 👩‍👩‍👧‍👦.", date="2026-01-08", tags="[🍵, '!!!']"
        ),
    }


def rich_site(root: Path, address: str) -> Site:
    """All of it, unbuilt."""
    site = Site(root)
    site.write("pelicanconf.py", configuration_text(address))
    for name, text in rich_articles().items():
        site.article(name, text)
    return site


def build(site: Site, on: date = DAY) -> Built:
    """The whole press."""
    return press(site.configuration, read_edition(site.configuration, on))


@dataclass(frozen=True, repr=False)
class Written:
    """The feeds of a site as they are written, without the press around them."""

    edition: Edition
    configuration: Configuration
    files: dict[str, bytes]

    @classmethod
    def of(cls, site: Site, on: date = DAY) -> "Written":
        configuration = read_configuration(site.root / "pelicanconf.py")
        edition = read_edition(configuration, on)
        return cls(edition, configuration, dict(feed_files(edition, configuration)))

    @property
    def feeds(self) -> tuple[Feed, ...]:
        return feeds(self.edition, self.configuration)

    def problems(self) -> list[str]:
        """What the audit says of them."""
        output = Output({n: d.decode() for n, d in self.files.items()}, self.configuration.site_url)
        return list(
            audit_feeds(output, self.edition, names_of_feeds(output, self.edition, self.configuration))
        )


def linted(files: Mapping[str, bytes], address: str) -> dict[str, list[str]]:
    """What validators would say of the feeds among these files: by level and rule, where and what."""
    found: dict[str, list[str]] = {}
    for name, data in files.items():
        if not name.startswith("feeds/") or name.endswith(".html"):
            continue
        judge = lint_json if name.endswith(".json") else partial(lint, now=NOW)
        for finding in judge(data, f"{address}/{name}"):
            if finding.level is not Level.NOTE and finding.said not in UNKNOWN_TO_VALIDATORS:
                key = f"{finding.level.value} {finding.rule}"
                found.setdefault(key, []).append(f"{name}: {finding.where}: {finding.said}")
    return found


TYPES = {
    ".rss.xml": "application/rss+xml",
    ".atom.xml": "application/atom+xml",
    ".json": "application/feed+json",
    ".opml": "text/x-opml",
}


class Handler(SimpleHTTPRequestHandler):
    """A static host that knows ETags, as most do, and writes down what it said."""

    log: list[tuple[str, int]]

    def __init__(self, *args: Any, log: list[tuple[str, int]], **named: Any) -> None:
        self.log = log
        super().__init__(*args, **named)

    @property
    def _tag(self) -> str:
        path = Path(self.translate_path(self.path))
        return f'"{hashlib.sha256(path.read_bytes()).hexdigest()}"' if path.is_file() else ""

    def do_GET(self) -> None:
        if self._tag and self.headers.get("If-None-Match") == self._tag:
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.end_headers()
            return
        super().do_GET()

    def end_headers(self) -> None:
        if self._tag:
            self.send_header("ETag", self._tag)
        super().end_headers()

    def guess_type(self, path: Any) -> str:
        return next(
            (t for ending, t in TYPES.items() if str(path).endswith(ending)), super().guess_type(path)
        )

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  as http.server names it
        pass

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        self.log.append((self.path, int(code)))


@dataclass
class Host:
    """A server on loopback: its address, and what it answered."""

    address: str
    log: list[tuple[str, int]] = field(default_factory=list)

    def answers(self) -> dict[str, int]:
        """What was asked for since the last time, and the answers."""
        said = dict(self.log)
        self.log.clear()
        return said


@contextmanager
def hosted(folder: Path) -> Iterator[Host]:
    """Serve a folder, which may not be there yet."""
    log: list[tuple[str, int]] = []
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder), log=log)) as server:
        threading.Thread(target=server.serve_forever, daemon=True, kwargs={"poll_interval": 0.01}).start()
        yield Host(f"http://127.0.0.1:{server.server_address[1]}", log)
        server.shutdown()
