"""A site at an address of its own, and the tools that look at it; the tests and `bench/site.py` share them.

The site is built for the loopback address at which it is served, so that its absolute addresses hold.
"""

import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache, cached_property, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from byline_pelican.configuration import read_configuration
from byline_pelican.edition import Edition
from byline_pelican.headers import NAME
from byline_pelican.press import press, today
from byline_pelican.shelf import read_edition

ROOT = Path(__file__).parents[2]
TOOLS = Path(__file__).parent  # package.json, and node_modules once `make web-tools` ran
MODULES = TOOLS / "node_modules"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
OFFLINE = (  # the browser itself asks nobody, and no page can
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"),
)
FURNITURE = {"republish", "page", "changes"}  # names of folders below an item that are pages of another kind
MAIL = "issue.html"  # for mail readers, and held to their rules


@dataclass(frozen=True)
class Served:
    """A built site, and where it answers."""

    url: str
    output: Path
    edition: Edition

    @cached_property
    def pages(self) -> tuple[str, ...]:
        """Every page of the site, as a path below the output folder."""
        paths = sorted(path.relative_to(self.output) for path in self.output.rglob("*.html"))
        return tuple(path.as_posix() for path in paths if path.name != MAIL and not _is_download(path))

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The largest page of each kind, for pages of one kind have one template."""
        by_size = sorted(self.pages, key=lambda page: (self.output / page).stat().st_size)
        return dict(sorted({self._kind(page): page for page in by_size}.items()))

    def _kind(self, page: str) -> str:
        first, *rest = page.removesuffix("index.html").rstrip("/").split("/")
        kind = "/".join([first, *(part if part in FURNITURE else "*" for part in rest)])
        if kind.endswith("/republish") and not (self.output / page).with_name("article.txt").is_file():
            return f"{kind}, not lent"
        return kind or "home"

    def address(self, page: str) -> str:
        """Where a page answers: a folder's page by its folder."""
        return f"{self.url}/{page.removesuffix('index.html')}"

    @property
    def articles(self) -> tuple[str, ...]:
        """The pages of the published articles."""
        return tuple(f"articles/{entry.article.slug}/index.html" for entry in self.edition.published)


NOT_HERE = {"Content-Type", "Cache-Control"}  # sent already; and nothing may be kept between two tests


def rules(file: Path) -> tuple[tuple[str, dict[str, str]], ...]:
    """What `_headers` says: paths, and the headers for each."""
    return _parsed(file, file.stat().st_mtime_ns) if file.is_file() else ()


@cache
def _parsed(file: Path, _written: int) -> tuple[tuple[str, dict[str, str]], ...]:
    found: list[tuple[str, dict[str, str]]] = []
    for line in filter(None, file.read_text("utf-8").splitlines()):
        if line.startswith("/"):
            found.append((line, {}))
        else:
            name, _, said = line.strip().partition(": ")
            found[-1][1][name] = said
    return tuple(found)


class Handler(SimpleHTTPRequestHandler):
    """Answers as the recommended host does: keeps the connection, sends the policy, has a page for 404."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".svg": "image/svg+xml",
        ".txt": "text/plain; charset=utf-8",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
        ".woff2": "font/woff2",
    }

    def guess_type(self, path: Any) -> str:
        return self._said().get("Content-Type") or super().guess_type(path)

    def end_headers(self) -> None:
        for name, said in self._said().items():
            if name not in NOT_HERE:
                self.send_header(name, said)
        super().end_headers()

    def _said(self) -> dict[str, str]:
        """What a host that reads `_headers` says beside this file."""
        path = self.path.partition("?")[0]
        own = (said for named, said in rules(Path(self.directory) / NAME) if fnmatchcase(path, named))
        return {name: value for said in own for name, value in said.items()}

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the name it overrides
        """Nothing: the browser tells what failed."""


class Server(ThreadingHTTPServer):
    """Holds its port from the beginning; what it serves may come later."""

    daemon_threads = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: a browser that closes while it is answered is no fault."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which whatever is in `folder`, or will be, answers."""
    with Server(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


@contextmanager
def served(source: Path, folder: Path) -> Iterator[Served]:
    """The site of `source` (a folder with `pelicanconf.py` and `content`), built in `folder` and served.

    Captures stay behind: they are sources, and no page.
    """
    shutil.copytree(source / "content", folder / "content", ignore=shutil.ignore_patterns("captures"))
    output = folder / "output"
    with serving(output) as url:
        settings = (source / "pelicanconf.py").read_text("utf-8")
        (folder / "pelicanconf.py").write_text(f"{settings}\nSITEURL = {url!r}\n", "utf-8")
        configuration = read_configuration(folder / "pelicanconf.py")
        edition = read_edition(configuration, today())
        press(configuration, edition)
        yield Served(url, output, edition)


def chromium() -> str | None:
    """The browser of the system; none is ever downloaded."""
    return next((found for name in CHROMIUM if (found := shutil.which(name))), None)


@contextmanager
def browser(executable: str) -> Iterator[Browser]:
    """A browser that reaches nothing but this machine."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=list(OFFLINE))
        try:
            yield started
        finally:
            started.close()


def vnu(output: Path) -> list[str]:
    """The command of the Nu HTML checker over a whole folder, in one go; it reports on stderr."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    options = ("--format", "json", "--skip-non-html", "--also-check-css", "--also-check-svg")
    return ["java", "-Xss4m", "-jar", str(jar), *options, "--exit-zero-always", str(output)]


def html_validate(output: Path, pages: Sequence[str], report: Path) -> list[str]:
    """The command of html-validate over pages of a folder; a pipe would lose the end of a long report."""
    program = str(MODULES / "html-validate" / "bin" / "html-validate.mjs")
    options = ["-c", str(TOOLS / "html-validate.json"), "--formatter", f"json={report}"]
    return ["node", program, *options, *(str(output / page) for page in pages)]


def _is_download(path: Path) -> bool:
    """Whether it is a text of a republish kit, for another site or for mail."""
    return path.parent.name == "republish" and path.name != "index.html"
