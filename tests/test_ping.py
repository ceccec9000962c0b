"""`byline ping`: a hub hears of what changed, once it is deployed, and of nothing else."""

import http.server
import json
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup

from byline.sources.exchange import Answer, exchange
from byline_pelican.feeds.places import FORMATS, JSON
from byline_pelican.feeds.websub import (
    LONGEST,
    PATIENCE,
    PAUSE,
    Memory,
    Topic,
    Ways,
    announce,
    read_memory,
    topic,
    topic_names,
)
from byline_pelican.headers import HEADERS, MAX_RULES, NAME
from tests.conftest import CONFIG, Run, Site, article_file
from tests.test_cli import valid

Reply = tuple[int, Mapping[str, str], bytes]
YES: Reply = (204, {}, b"")
SLOW = 30.0  # seconds that a hub takes which nobody waits for


@contextmanager
def listening(handler: Callable[..., http.server.BaseHTTPRequestHandler]) -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        server.daemon_threads, server.block_on_close = True, False
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@dataclass
class Hub:
    """A hub on loopback: what it heard, and what it says, answer by answer; yes when nothing is left."""

    url: str = ""
    heard: list[dict[str, list[str]]] = field(default_factory=list)
    replies: list[Reply] = field(default_factory=list)
    refused: dict[str, Reply] = field(default_factory=dict)  # by the end of a topic
    patience: int = 1_000  # how many it answers; the others wait until it is `freed`
    waiting: threading.Event = field(default_factory=threading.Event)
    freed: threading.Event = field(default_factory=threading.Event)

    @property
    def topics(self) -> list[str]:
        return [form["hub.url"][0] for form in self.heard]


@pytest.fixture
def hub() -> Iterator[Hub]:
    made = Hub()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.headers["Content-Type"] == "application/x-www-form-urlencoded"
            form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
            made.heard.append(form)
            if len(made.heard) > made.patience:
                made.waiting.set()
                made.freed.wait(SLOW)
                return
            own = [reply for end, reply in made.refused.items() if form["hub.url"][0].endswith(end)]
            status, headers, said = own[0] if own else made.replies.pop(0) if made.replies else YES
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(said)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with listening(Handler) as made.url:
        yield made


class Host(http.server.SimpleHTTPRequestHandler):
    """A static host; `/site/…` leads to `/…`, and `/away/…` to another host."""

    def do_GET(self) -> None:
        away = f"http://{self.headers['Host'].replace('127.0.0.1', 'localhost')}/"
        for start, target in (("/site/", "/"), ("/away/", away)):
            if self.path.startswith(start):
                self.send_response(301)
                self.send_header("Location", target + self.path.removeprefix(start))
                self.end_headers()
                return
        super().do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@dataclass(frozen=True)
class Press:
    """A site with a hub, and the host that it is deployed to."""

    site: Site
    url: str
    deployed: Path

    def publish(self, *titles: str, deploy: bool = True) -> None:
        for title in titles:
            self.site.article(title.replace(" ", "-").lower(), article_file(title))
        self.site.build()
        if deploy:
            shutil.copytree(self.site.root / "output", self.deployed, dirs_exist_ok=True)

    @property
    def memory(self) -> Path:
        return self.site.root / ".byline" / "announced.json"

    @property
    def feeds(self) -> set[str]:
        """The addresses of all feeds, as each says of itself."""
        found = set()
        for name, data in self.site.files().items():
            if name.startswith("feeds/") and name.endswith(tuple(form.ending for form in FORMATS)):
                if name.endswith(JSON.ending):
                    found.add(json.loads(data)["feed_url"])
                    continue
                own = BeautifulSoup(data, "xml").find(["atom:link", "link"], rel="self", href=True)
                assert own is not None
                found.add(str(own["href"]))
        return {address for address in found if "/archive/" not in address}


@pytest.fixture
def press(site: Site, hub: Hub, tmp_path: Path) -> Iterator[Press]:
    deployed = tmp_path / "deployed"
    deployed.mkdir()
    with listening(partial(Host, directory=str(deployed))) as url:
        configure(site, url, hub.url)
        yield Press(site, url, deployed)


def configure(site: Site, url: str, hub: str, items: int = 25) -> None:
    feeds = f'BYLINE["feeds"] = {{"hub": {hub!r}, "items": {items}}}\n' if hub else ""
    site.write("pelicanconf.py", CONFIG + f"SITEURL = {url!r}\n{feeds}")


def test_a_hub_hears_of_every_feed_once_and_then_of_what_changed(press: Press, hub: Hub, run: Run) -> None:
    press.publish("On tea")
    code, out, err = run("ping")
    assert (code, err) == (0, "")
    assert set(hub.topics) == press.feeds
    assert len(hub.topics) == len(press.feeds), "none twice"
    assert all(form["hub.mode"] == ["publish"] for form in hub.heard)
    assert all(form["hub.topic"] == form["hub.url"] for form in hub.heard)
    assert hub.topics[0] in out

    hub.heard.clear()
    code, out, err = run("ping")
    assert (code, hub.heard, err) == (0, [], "")
    assert "Nothing has changed" in out

    (press.site.root / "content/articles/on-rum.md").write_text(
        article_file("On rum").replace("category: Drinks", "category: Spirits"), "utf-8"
    )
    press.publish()
    assert run("ping")[0] == 0
    ended = {address.partition("/feeds/")[2] for address in hub.topics}
    assert {"all.rss.xml", "all.atom.xml", "all.json", "category/spirits.json"} <= ended
    assert not {name for name in ended if name.startswith(("category/drinks", "changes"))}, "as they were"


def test_archives_are_no_topics(press: Press, hub: Hub, run: Run) -> None:
    configure(press.site, press.url, hub.url, items=1)
    press.publish("On tea", "On rum", "On gin")
    assert any("/archive/" in name for name in press.site.files())
    assert run("ping")[0] == 0
    assert hub.topics
    assert not [address for address in hub.topics if "/archive/" in address]


def test_what_is_not_deployed_yet_is_not_announced(press: Press, hub: Hub, run: Run) -> None:
    press.publish("On tea")
    assert run("ping")[0] == 0
    hub.heard.clear()
    press.publish("On rum", deploy=False)
    code, out, err = run("ping")
    assert (code, hub.heard) == (1, [])
    assert f"{press.url}/feeds/all.atom.xml is not deployed yet (other bytes are there)" in err
    assert "--no-verify" in err
    assert "Announced" not in out
    press.publish()
    assert run("ping")[0] == 0
    assert f"{press.url}/feeds/all.rss.xml" in hub.topics


def test_a_site_that_was_never_deployed_is_not_announced(press: Press, hub: Hub, run: Run) -> None:
    press.publish("On tea", deploy=False)
    code, _, err = run("ping")
    assert (code, hub.heard) == (1, [])
    assert "the server answers 404" in err
    assert not press.memory.exists()


def test_without_a_look_at_the_site_everything_is_announced(press: Press, hub: Hub, run: Run) -> None:
    press.publish("On tea", deploy=False)
    assert run("ping", "--no-verify")[0] == 0
    assert set(hub.topics) == press.feeds


def test_a_redirect_is_followed_on_the_same_host_alone(press: Press, hub: Hub, run: Run) -> None:
    configure(press.site, f"{press.url}/site", hub.url)
    press.publish("On tea")
    assert run("ping")[0] == 0
    assert set(hub.topics) == press.feeds
    hub.heard.clear()
    configure(press.site, f"{press.url}/away", hub.url)
    press.publish()
    code, _, err = run("ping")
    assert (code, hub.heard) == (1, [])
    assert "another host" in err


def test_all_and_a_dry_run(press: Press, hub: Hub, run: Run) -> None:
    press.publish("On tea")
    code, out, _ = run("ping", "--dry-run")
    assert (code, hub.heard) == (0, [])
    assert all(address in out for address in press.feeds)
    assert not press.memory.exists()
    assert run("ping")[0] == 0
    code, out, _ = run("ping", "--dry-run")
    assert "Nothing has changed" in out
    hub.heard.clear()
    assert run("ping", "--all")[0] == 0
    assert set(hub.topics) == press.feeds


def test_json_fits_its_schema(press: Press, hub: Hub, run: Run) -> None:
    press.publish("On tea")
    hub.refused["all.json"] = (422, {}, b"topic\nis odd")
    records = [json.loads(run("ping", *more, "--json")[1]) for more in (["--dry-run"], [], [])]
    for record in records:
        valid("ping", record)
    dry, first, second = records
    assert set(dry["left"]) == press.feeds
    assert set(first["announced"]) == press.feeds - {f"{press.url}/feeds/all.json"}
    assert first["failed"][0]["topic"] == f"{press.url}/feeds/all.json"
    assert second["unchanged"] == len(press.feeds) - 1


def test_what_was_told_is_remembered_though_another_topic_failed(press: Press, hub: Hub, run: Run) -> None:
    press.publish("On tea")
    hub.refused["feeds/all.json"] = (422, {}, b"This topic\nis odd.")
    code, _, err = run("ping")
    assert code == 1
    (line,) = err.splitlines()
    assert f"{press.url}/feeds/all.json: the hub answers 422 (This topic is odd.); " in line
    hub.refused.clear()
    hub.heard.clear()
    assert run("ping")[0] == 0
    assert hub.topics == [f"{press.url}/feeds/all.json"]


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ((301, {"Location": "https://other.example/"}, b""), "leads to https://other.example/; name that in"),
        ((403, {}, b"unknown site"), "403 (unknown site); register"),
        (
            (404, {}, b"<html>lost</html>"),
            "the hub answers 404; no hub is there; mend BYLINE['feeds']['hub']",
        ),
        ((400, {}, b"\x1b[2J" + b"no " * 9_000), "400 (\N{REPLACEMENT CHARACTER}[2Jno no"),
        ((500, {"Retry-After": "0"}, b"oh"), "500 (oh); run `byline ping` again later"),
        ((429, {"Retry-After": "0"}, b""), "429; run `byline ping` again later"),
        ((503, {"Retry-After": "3600"}, b""), "503; run `byline ping` again in 3600 s"),
    ],
)
def test_a_hub_that_refuses_is_told_in_one_line_and_left_soon(
    press: Press, hub: Hub, run: Run, reply: Reply, said: str
) -> None:
    press.publish("On tea")
    hub.refused[""] = reply
    code, _, err = run("ping")
    lines = err.splitlines()
    assert code == 1
    assert [said in line for line in lines] == [True] * PATIENCE + [False]
    assert f"{len(press.feeds) - PATIENCE} more were not tried" in lines[-1]
    assert len(lines[0]) < 500
    assert not press.memory.exists()
    tries = 2 if reply[1].get("Retry-After") == "0" else 1
    assert len(hub.heard) == PATIENCE * tries


def test_a_hub_that_is_busy_once_is_asked_once_more(press: Press, hub: Hub, run: Run) -> None:
    press.publish("On tea")
    hub.replies = [(429, {"Retry-After": "0"}, b""), YES, (503, {"Retry-After": "0"}, b"")]
    assert run("ping")[0] == 0
    assert len(hub.heard) == len(press.feeds) + 2


def test_a_hub_that_is_down(press: Press, run: Run) -> None:
    press.publish("On tea")
    configure(press.site, press.url, "http://127.0.0.1:9/")
    press.publish()
    code, _, err = run("ping")
    assert code == 1
    assert "the hub gives no answer (http://127.0.0.1:9/: no answer: " in err
    assert len(err.splitlines()) == PATIENCE + 1


def test_a_hub_that_is_slow_is_not_waited_for(press: Press, hub: Hub, run: Run) -> None:
    press.publish("On tea")
    hub.patience = 0
    code, _, err = run("ping", "--timeout", "0.2")
    hub.freed.set()
    assert code == 1
    assert "no answer within 0.2 s" in err


def test_what_was_told_is_remembered_though_somebody_interrupts(press: Press, hub: Hub, run: Run) -> None:
    press.publish("On tea")
    hub.patience = 2
    command = [sys.executable, "-c", "from byline.cli import main; main()", "ping"]
    with subprocess.Popen(command, stderr=subprocess.PIPE) as pinging:
        assert hub.waiting.wait(SLOW)
        pinging.send_signal(signal.SIGINT)
        _, err = pinging.communicate(timeout=SLOW)
    assert (pinging.returncode, b"Traceback" in err) == (130, False)
    told = hub.topics[:2]
    hub.heard.clear()
    hub.patience = 1_000
    hub.freed.set()
    assert run("ping")[0] == 0
    assert set(hub.topics) == press.feeds - set(told)


def test_a_broken_memory_means_that_nothing_was_announced(press: Press, hub: Hub, run: Run) -> None:
    press.publish("On tea")
    press.memory.parent.mkdir()
    for broken in (b"{", b"[]", b'{"hubs": 5}', b"\xff"):
        press.memory.write_bytes(broken)
        hub.heard.clear()
        code, _, err = run("ping")
        assert code == 0
        assert "announced.json: is broken" in err
        assert set(hub.topics) == press.feeds
        assert run("ping")[:3:2] == (0, "")


def test_another_hub_has_heard_of_nothing(press: Press, hub: Hub, run: Run) -> None:
    press.publish("On tea")
    assert run("ping")[0] == 0
    configure(press.site, press.url, f"{hub.url}/another")
    press.publish()
    hub.heard.clear()
    assert run("ping")[0] == 0
    assert set(hub.topics) == press.feeds


def test_without_a_hub_the_line_to_add_is_named(site: Site, run: Run) -> None:
    site.article("tea", article_file())
    site.build()
    code, out, err = run("ping")
    assert (code, out) == (2, "")
    assert '"feeds": {"hub": "https://hub.example.org/"}' in err


def test_without_a_build_there_is_nothing_to_announce(press: Press, hub: Hub, run: Run) -> None:
    code, _, err = run("ping")
    assert (code, hub.heard) == (1, [])
    assert "run `byline build` first" in err


@dataclass
class Waits:
    """A clock that only notes what it was asked for, over a real network."""

    asked: list[float] = field(default_factory=list)

    def ways(self) -> Ways:
        return Ways(lambda url, limit, form: exchange(url, 5.0, limit, form), self.asked.append)


ONE = Topic("feeds/all.json", "https://press.example.org/feeds/all.json", "0" * 64, 1)


@pytest.mark.parametrize(
    ("headers", "waited"),
    [
        ({"Retry-After": "17"}, [17.0]),
        ({"Retry-After": f"{LONGEST:.0f}"}, [LONGEST]),
        ({"Retry-After": "31"}, []),
        ({"Retry-After": "9" * 400}, []),
        ({}, [PAUSE]),
        ({"Retry-After": "soon"}, [PAUSE]),
        ({"Retry-After": "-5"}, [PAUSE]),
        ({"Retry-After": "Sat, 14 Mar 2026 09:00:20 GMT", "date": "Sat, 14 Mar 2026 09:00:08 GMT"}, [12.0]),
        ({"Retry-After": "Sat, 14 Mar 2026 08:00:00 GMT", "date": "Sat, 14 Mar 2026 09:00:08 GMT"}, [0.0]),
    ],
)
def test_a_hub_is_given_the_time_that_it_asks_for(headers: dict[str, str], waited: list[float]) -> None:
    clock: list[float] = []
    answer = Answer(503, {name.lower(): value for name, value in headers.items()}, b"")
    (outcome,) = announce(
        [ONE], "https://hub.example.org/", Ways(lambda *_: answer, clock.append), verify=False
    )
    assert outcome.problem
    assert clock == waited


@pytest.mark.parametrize(
    ("start", "target", "asked"),
    [
        ("http://press.example.org", "https://press.example.org/feeds/all.json", True),
        ("https://press.example.org", "/other.json", True),
        ("https://press.example.org", "https://press.example.org:443/other.json", True),
        ("https://press.example.org", "http://press.example.org/feeds/all.json", False),
        ("https://press.example.org", "https://press.example.org:8443/feeds/all.json", False),
        ("https://press.example.org", "https://example.org/feeds/all.json", False),
        ("https://press.example.org", "//example.org/feeds/all.json", False),
        ("https://press.example.org", "file:///feeds/all.json", False),
        ("https://press.example.org", "https://[press.example.org/", False),
        ("https://press.example.org", "https://press.example.org:99999/", False),
    ],
)
def test_a_redirect_that_leaves_the_host_or_its_encryption_is_not_followed(
    start: str, target: str, asked: bool
) -> None:
    seen: list[str] = []

    def ask(url: str, *_: object) -> Answer:
        seen.append(url)
        return Answer(301, {"location": target}, b"") if len(seen) == 1 else Answer(200, {}, b"tea")

    tea = topic("feeds/all.json", b"tea", start)
    (outcome,) = announce([tea], "https://hub.example.org/", Ways(ask, Waits().asked.append))
    assert (seen[0], len(seen) > 1) == (tea.address, asked)
    assert bool(outcome.problem) is not asked


def test_the_time_is_taken_from_what_a_hub_says(hub: Hub) -> None:
    waits = Waits()
    hub.replies = [(429, {"Retry-After": "17"}, b""), YES]
    (outcome,) = announce([ONE], hub.url, waits.ways(), verify=False)
    assert (outcome.problem, waits.asked, len(hub.heard)) == ("", [17.0], 2)


def test_of_a_long_answer_only_the_beginning_is_read(press: Press) -> None:
    (press.deployed / "long").write_bytes(bytes(1_000_000))
    assert len(exchange(f"{press.url}/long", 5.0, 10).content) == 10
    short = topic("long", bytes(10), press.url)
    (outcome,) = announce([short], press.url, Waits().ways())
    assert "other bytes are there" in outcome.problem, "a longer file that begins alike is another"


def test_what_a_site_no_longer_has_is_forgotten_and_what_others_have_is_not() -> None:
    one, gone = (
        topic("feeds/a.json", b"1", "https://a.example"),
        topic("feeds/b.json", b"", "https://a.example"),
    )
    other = topic("feeds/a.json", b"2", "https://b.example")
    memory = Memory().after([one, gone], "hub", "https://a.example", [one, gone])
    memory = memory.after([other], "hub", "https://b.example", [other])
    memory = memory.after([], "hub", "https://a.example", [one])
    assert read_memory(memory.file()) == memory
    assert set(memory.hubs["hub"]) == {one.address, other.address}


def test_only_feeds_are_topics() -> None:
    names = [
        "feeds/tag/archive.json",
        "feeds/all.json",
        "feeds/all/index.html",
        "feeds/feeds.opml",
        "all.json",
    ]
    archive = "feeds/tag/a/archive/0001-0abc.atom.xml"
    assert topic_names([*names, archive]) == ["feeds/all.json", "feeds/tag/archive.json"]


def linked(site: Site) -> dict[str, str]:
    """By path, what `_headers` says of links."""
    blocks = [block.splitlines() for block in site.output(NAME).split("\n\n")]
    said = [(lines[0], line.strip()) for lines in blocks for line in lines[1:]]
    return {path: line.removeprefix("Link: ") for path, line in said if line.startswith("Link: ")}


def test_each_feed_names_its_hub_and_itself_in_http_too(press: Press, hub: Hub) -> None:
    press.publish("On tea")
    expected = {urlsplit(a).path: f'<{hub.url}>; rel="hub", <{a}>; rel="self"' for a in press.feeds}
    assert linked(press.site) == expected


def test_without_a_hub_no_feed_names_one(site: Site) -> None:
    site.article("tea", article_file())
    site.build()
    assert linked(site) == {}


def test_a_site_with_many_feeds_keeps_to_the_rules_that_a_host_reads(press: Press) -> None:
    tags = ", ".join(f"tag{number}" for number in range(40))
    press.site.article("tea", article_file(more=f"tags: [{tags}]\n"))
    press.publish()
    paths = [line for line in press.site.output(NAME).splitlines() if line.startswith("/")]
    assert len(paths) == MAX_RULES
    assert paths[len(HEADERS) : len(HEADERS) + 3] == [f"/feeds/all{form.ending}" for form in FORMATS]
    assert max(map(len, press.site.output(NAME).splitlines())) < 2_000


def test_no_file_has_a_header_from_two_rules(press: Press) -> None:
    """Cloudflare Pages would join what both say."""
    from tests.web.served import rules  # noqa: PLC0415  it needs a browser's library

    press.publish("On tea")
    found: dict[tuple[str, str], Any] = {}
    for pattern, said in rules(press.site.root / "output" / NAME):
        start, star, end = pattern.partition("*")
        assert "*" not in end
        for name in press.site.files():
            path = f"/{name}"
            if path == pattern or (star and path.startswith(start) and path.endswith(end)):
                for header in said:
                    assert (path, header) not in found, (path, header, pattern, found[path, header])
                    found[path, header] = pattern
    assert ("/feeds/category/drinks.rss.xml", "Content-Type") in found
