"""Telling a WebSub hub which feeds have changed, so that those who subscribe there need not ask.

WebSub leaves to hubs how a publisher tells them; all take what PubSubHubbub took: a form with `hub.mode`
`publish` and the topic as `hub.url`, here as `hub.topic` too, one topic a request. What was told is
remembered by its SHA-256, for a hub is told of changes alone. The network and the waiting are passed in.
To say more of an answer of hubs, add its status to MENDS.
"""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import PurePosixPath
from typing import Protocol
from urllib.parse import SplitResult, urljoin, urlsplit

import msgspec

from byline.errors import SourceError
from byline_pelican.feeds.places import FOLDER, FORMATS, MAIN

ARCHIVE = "archive"  # the folder of what never changes, and so is no topic
PORTS = {"http": 80, "https": 443}
SAID = 2_000  # bytes of a hub's answer that are read
SHOWN = 200  # characters of it that a person is shown
HOPS = 5  # redirects of a feed's address
PATIENCE = 3  # failures of the hub in a row; then the others are left for another time
PAGES = 20  # topics in a row that are not deployed; then nothing is
PAUSE, LONGEST = 2.0, 30.0  # seconds before the one more try: where a hub names none, and at most
OK, MOVED, BUSY, FAULT = 200, range(300, 400), 429, range(500, 600)
MENDS = {
    400: "see what the hub asks of a publisher",
    401: "register the site with the hub, or choose another in BYLINE['feeds']['hub']",
    403: "register the site with the hub, or choose another in BYLINE['feeds']['hub']",
    404: "no hub is there; mend BYLINE['feeds']['hub']",
    405: "no hub is there; mend BYLINE['feeds']['hub']",
    410: "the hub is gone; choose another in BYLINE['feeds']['hub']",
}
DEPLOY = "deploy output/ and run `byline ping` again, or pass --no-verify where the host changes files"
LATER = "run `byline ping` again later"


class Said(Protocol):
    """An answer of a server: its headers by small letters, and the beginning of its content."""

    @property
    def status(self) -> int: ...  # noqa: D102
    @property
    def headers(self) -> Mapping[str, str]: ...  # noqa: D102
    @property
    def content(self) -> bytes: ...  # noqa: D102


Ask = Callable[
    [str, int, Mapping[str, str] | None], Said
]  # an address, how much of its answer, a form to POST


@dataclass(frozen=True, slots=True)
class Ways:
    """What reaches the world: `ask` raises SourceError where there is no answer; `wait` takes seconds."""

    ask: Ask
    wait: Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Topic:
    """A feed in one format: its file below the output, its address, and what was built."""

    name: str
    address: str
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """A topic that was announced, or the problem in one line."""

    topic: Topic
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Memory:
    """What was announced: by hub, by topic, the SHA-256 of its bytes."""

    hubs: dict[str, dict[str, str]] = field(default_factory=dict)

    def unlike(self, topics: Iterable[Topic], hub: str) -> list[Topic]:
        """The topics whose bytes the hub was not told of."""
        known = self.hubs.get(hub, {})
        return [topic for topic in topics if known.get(topic.address) != topic.digest]

    def after(self, told: Iterable[Topic], hub: str, site_url: str, topics: Iterable[Topic]) -> "Memory":
        """The same with what was `told`, and without feeds that this site no longer has."""
        present = {topic.address for topic in topics}
        kept = {
            address: digest
            for address, digest in self.hubs.get(hub, {}).items()
            if address in present or not address.startswith(f"{site_url}/")
        }
        return Memory({**self.hubs, hub: {**kept, **{topic.address: topic.digest for topic in told}}})

    def file(self) -> bytes:
        """As a file."""
        return msgspec.json.format(msgspec.json.encode(self, order="deterministic"), indent=1) + b"\n"


def read_memory(data: bytes) -> Memory | None:
    """What such a file says; nothing when it is broken."""
    try:
        return msgspec.json.decode(data, type=Memory)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None


def topic_names(names: Iterable[str]) -> list[str]:
    """Those of the files below the output that are feeds, that of everything first."""
    found = [name for name in names if _is_topic(PurePosixPath(name))]
    return sorted(found, key=lambda name: (not name.startswith(f"{MAIN}."), name.count("/"), name))


def _is_topic(path: PurePosixPath) -> bool:
    feed = path.name.endswith(tuple(form.ending for form in FORMATS))
    return feed and path.parts[0] == FOLDER.strip("/") and path.parent.name != ARCHIVE


def topic(name: str, data: bytes, site_url: str) -> Topic:
    """The topic of a feed's file."""
    return Topic(name, f"{site_url}/{name}", hashlib.sha256(data).hexdigest(), len(data))


def announce(topics: Collection[Topic], hub: str, ways: Ways, *, verify: bool = True) -> Iterator[Outcome]:
    """Tell `hub` of each topic in turn, until PATIENCE of them failed in a row, or PAGES were not there.

    Args:
        topics: what is to be told.
        hub: its address.
        ways: the network and the waiting.
        verify: first see that a topic's address answers with what was built, for the hub will fetch it.

    """
    failures = absent = 0
    for one in topics:
        missing = _not_deployed(one, ways.ask) if verify else ""
        problem = missing or _told(one, hub, ways)
        yield Outcome(one, problem)
        absent = absent + 1 if missing else 0
        failures = failures + (not missing) if problem else 0
        if failures == PATIENCE or absent == PAGES:
            return


def _not_deployed(topic: Topic, ask: Ask) -> str:
    """Why a hub would not fetch what was built; nothing when it would."""
    address = topic.address
    for _ in range(HOPS + 1):
        try:
            answer = ask(address, topic.size + 1, None)
        except SourceError as error:
            return f"{error}; deploy the site, or mend SITEURL"
        if answer.status not in MOVED:
            return _unlike(topic, answer)
        said = answer.headers.get("location", "")
        target = _followed(address, said)
        if not target:
            return f"{topic.address}: leads to {said[:SHOWN]}, another host; mend SITEURL or the redirect"
        address = target
    return f"{topic.address}: more than {HOPS} redirects; mend them"


def _unlike(topic: Topic, answer: Said) -> str:
    if answer.status == OK and hashlib.sha256(answer.content).hexdigest() == topic.digest:
        return ""
    found = "other bytes are there" if answer.status == OK else f"the server answers {answer.status}"
    return f"{topic.address} is not deployed yet ({found}); {DEPLOY}"


def _followed(address: str, said: str) -> str:
    """Where a redirect leads, if that is on the same host, or the same by https; else nothing."""
    try:
        target = urljoin(address, said)
        old, new = urlsplit(address), urlsplit(target)
        ports = _port(old), _port(new)
    except ValueError:
        return ""
    secured = (old.scheme, new.scheme) == ("http", "https") and ports == (PORTS["http"], PORTS["https"])
    same = old.scheme == new.scheme and ports[0] == ports[1]
    return target if old.hostname == new.hostname and (same or secured) else ""


def _port(parts: SplitResult) -> int:
    return parts.port or PORTS.get(parts.scheme, 0)


def _told(topic: Topic, hub: str, ways: Ways) -> str:
    """Why the hub was not told; nothing when it was."""
    form = {"hub.mode": "publish", "hub.url": topic.address, "hub.topic": topic.address}
    try:
        answer = ways.ask(hub, SAID, form)
        pause = _pause(answer)
        if pause is not None and pause <= LONGEST:
            ways.wait(pause)
            answer = ways.ask(hub, SAID, form)
    except SourceError as error:
        return f"{topic.address}: the hub gives no answer ({error}); {LATER}"
    return "" if answer.status // 100 == OK // 100 else f"{topic.address}: {_refusal(answer)}"


def _pause(answer: Said) -> float | None:
    """After how many seconds to try again; None when not at all."""
    if answer.status != BUSY and answer.status not in FAULT:
        return None
    said = answer.headers.get("retry-after", "").strip()
    if said.isascii() and said.isdigit():
        return float(said[:9])
    try:  # a moment, by the clock of the server that names it
        until = parsedate_to_datetime(said) - parsedate_to_datetime(answer.headers.get("date", ""))
    except (ValueError, TypeError):
        return PAUSE
    return max(0.0, until.total_seconds())


def _refusal(answer: Said) -> str:
    """What a hub said instead of yes, and the mend."""
    if answer.status in MOVED:
        target = answer.headers.get("location", "nowhere")[:SHOWN]
        return f"the hub leads to {target}; name that in BYLINE['feeds']['hub'] if you trust it"
    busy = answer.status == BUSY or answer.status in FAULT
    pause = _pause(answer)
    late = f"run `byline ping` again in {pause:.0f} s" if pause is not None and pause > LONGEST else LATER
    mend = late if busy else MENDS.get(answer.status, MENDS[400])
    return f"the hub answers {answer.status}{_words(answer.content)}; {mend}"


def _words(content: bytes) -> str:
    """A hub's own words; nothing of a page."""
    words = " ".join(content.decode("utf-8", "replace").split())
    return f" ({words[:SHOWN]})" if words and not words.startswith("<") else ""
