"""Where pages come from, and where they may not come from."""

import gzip
import http.server
import ipaddress
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from byline.errors import SourceError
from byline.identity import address_key, is_elsewhere
from byline.model import Page
from byline.sources import Skip, expanded, pages
from byline.sources.file import read_file
from byline.sources.url import fetch, is_public, sendable
from byline.web import is_web_address

PRIVATE = [
    *("127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "0.0.0.0", "100.64.0.1"),
    *("::1", "::", "fe80::1", "fc00::1", "fec0::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1"),
    *("224.0.0.1", "255.255.255.255", "::ffff:10.0.0.1", "192.0.2.1", "198.18.0.1"),
]
NAMED = [
    "localhost",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0177.0.0.1",
    "user@127.0.0.1",
    "[::1]",
    "[::ffff:7f00:1]",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_a_private_address_is_private_in_every_disguise(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


def test_a_public_address_is_public() -> None:
    assert is_public(ipaddress.ip_address("8.8.8.8"))
    assert is_public(ipaddress.ip_address("2001:4860:4860::8888"))


@pytest.mark.parametrize("host", NAMED)
def test_no_name_leads_to_this_machine(host: str) -> None:
    with pytest.raises(SourceError, match="private"):
        fetch(f"http://{host}/")


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/x", "http://", "http://example.org:22/"]
)
def test_other_schemes_and_ports_are_refused(url: str) -> None:
    with pytest.raises(SourceError):
        fetch(url)


REDIRECTS = {
    "/loop": "/loop",
    "/file": "file:///etc/passwd",
    "/broken": "http://[::1",
    "/bad": "http://[bad]/",
}


class Hostile(http.server.BaseHTTPRequestHandler):
    """Answers that a fetch must survive."""

    def do_GET(self) -> None:
        packed = gzip.compress(bytes(30_000_000)) if self.path == "/bomb" else b"<p>ok"
        target = REDIRECTS.get(self.path)
        self.send_response(302 if target else 200)
        if target:
            self.send_header("Location", target)
        if self.path in {"/bomb", "/false"}:
            self.send_header("Content-Encoding", "gzip")
        if self.path == "/short":
            self.send_header("Content-Length", "999")
        if self.path in {"/between", "/within"}:
            self.send_header("Transfer-Encoding", "chunked")
            packed = b"6\r\n<p>one\r\n" if self.path == "/between" else b"6\r\n<p>"
        self.end_headers()
        self.wfile.write(bytes(11_000_000) if self.path == "/large" else packed)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def hostile() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Hostile) as web:
        threading.Thread(target=web.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{web.server_port}"
        web.shutdown()


@pytest.mark.parametrize("path", ["/loop", "/file", "/bomb", "/false", "/large", "/broken", "/bad"])
def test_a_hostile_answer_is_a_named_error(hostile: str, path: str) -> None:
    with pytest.raises(SourceError, match=r"127\.0\.0\.1"):
        fetch(hostile + path, allow_private=True)


@pytest.mark.parametrize("path", ["/short", "/between", "/within"])
def test_a_transfer_that_broke_off_is_no_page(hostile: str, path: str) -> None:
    with pytest.raises(SourceError, match="the transfer broke off"):
        fetch(hostile + path, allow_private=True)


def test_this_machine_is_reached_only_where_that_is_permitted(hostile: str) -> None:
    assert isinstance(next(iter(pages([f"{hostile}/ok"]))), Skip)
    assert isinstance(next(iter(pages([f"{hostile}/ok"], allow_private=True))), Page)


def test_a_folder_is_its_pages_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a.txt", "c.png", ".hidden.html", "sub/d.htm"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", "utf-8")
    assert [Path(name).name for name in expanded([str(tmp_path)])] == ["a.txt", "b.html", "d.htm"]


def test_a_browsers_mark_gives_the_address_back(tmp_path: Path) -> None:
    path = tmp_path / "saved.html"
    path.write_text(
        "<!DOCTYPE html>\n<!-- saved from url=(0028)https://example.org/tea.html -->\n<p>x", "utf-8"
    )
    assert read_file(path).source.url == "https://example.org/tea.html"


def test_a_folder_named_like_a_page_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "x.html").mkdir()
    (tmp_path / "x.html" / "y.html").write_text("x", "utf-8")
    for source in (tmp_path, tmp_path / "x.html"):
        assert [Path(name).name for name in expanded([str(source)])] == ["y.html"]


def test_the_frames_that_a_browser_saved_beside_a_page_are_no_pages(tmp_path: Path) -> None:
    (tmp_path / "tea_files").mkdir()
    for name in ("tea.html", "tea_files/advertisement.html"):
        (tmp_path / name).write_text("x", "utf-8")
    assert [Path(name).name for name in expanded([str(tmp_path)])] == ["tea.html"]


def test_what_is_no_plain_file_is_refused_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "loop.html").symlink_to(tmp_path / "loop.html")
    (tmp_path / "round").symlink_to(tmp_path)
    found = list(pages([str(tmp_path), "/dev/zero", ""]))
    assert [type(one) for one in found] == [Skip] * 4
    problems = " ".join(one.problem for one in found if isinstance(one, Skip))
    for words in ("pipe.html: not a plain file", "loop.html", "zero: not a plain file", "empty name"):
        assert words in problems


SENDABLE = {
    "http://example.org/a b?q=c d": "http://example.org/a%20b?q=c%20d",
    "http://example.org/caf\u00e9": "http://example.org/caf%C3%A9",
    "http://b\u00fccher.example/x": "http://xn--bcher-kva.example/x",
    "http://example.org/a%20b%zz": "http://example.org/a%20b%25zz",
    "http://ada:secret@example.org/x#top": "http://example.org/x",
    "http://[2001:db8::1]:8080/": "http://[2001:db8::1]:8080/",
    " http://example.org ": "http://example.org",
}


@pytest.mark.parametrize("url", SENDABLE)
def test_an_address_as_people_paste_it_can_be_sent(url: str) -> None:
    assert sendable(url) == SENDABLE[url]
    assert sendable(SENDABLE[url]) == SENDABLE[url]


WEB = [
    *("https://example.org", "https://example.org:8443/a%20b?q=%20", "http://ada:pass%20word@example.org/"),
    *("http://[2001:db8::1]:8080/", "https://b\u00fccher.example/", "https://\u0e44\u0e17\u0e22.example/"),
    *("https://snow_man.example.org./", "http://192.0.2.1/"),
]
NO_WEB = [
    *("https://x%20y/", "https://x|y/", "https://(x)/", "https://example..org/", "https://.example.org/"),
    *("http://[bad]/", "http://[::1", "http://[bad", "http://[2001:db8::1%25eth0]/", "https://..."),
    *("https://{host}/tea", "https://x,y/", "https://x'y/"),
]


@pytest.mark.parametrize("url", WEB)
def test_an_address_that_a_reader_can_follow_is_one_of_the_web(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize("url", NO_WEB)
def test_a_host_that_cannot_be_makes_no_address_of_the_web(url: str) -> None:
    assert not is_web_address(url)


SAME = [
    ("https://Example.org/tea", "http://example.org:80/tea#top"),
    ("https://example.org", "https://example.org/?utm_source=x&gclid=1"),
    ("https://example.org/tea?a=1&utm_medium=mail&b=2", "https://example.org/tea?a=1&b=2"),
    ("https://b\u00fccher.example/caf\u00e9", "https://xn--bcher-kva.example/caf%c3%a9"),
]
DIFFERENT = [
    ("https://example.org/tea", "https://example.org/Tea"),
    ("https://example.org/?p=1", "https://example.org/?p=2"),
    ("https://example.org/tea", "https://www.example.net/tea"),
    ("https://example.org/tea", "https://example.org:8443/tea"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_page_has_one_address(one: str, other: str) -> None:
    assert address_key(one) == address_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_pages_have_two_addresses(one: str, other: str) -> None:
    assert address_key(one) != address_key(other)


def test_a_host_with_and_without_www_is_one_home() -> None:
    assert not is_elsewhere("https://www.example.org/tea", "http://example.org/tea?print=1")
    assert is_elsewhere("https://example.net/tea", "https://example.org/tea")
