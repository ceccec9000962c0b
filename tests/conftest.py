"""A small site to publish, written the way a person writes one."""

import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from byline.cli import main
from byline_pelican.configuration import Configuration, read_configuration
from byline_pelican.edition import Edition
from byline_pelican.press import Built, press, today
from byline_pelican.shelf import read_edition

FIVE_LINES = """\
SITENAME = "Test press"
SITEURL = "https://press.example.org"
PATH = "content"
TIMEZONE = "UTC"
PLUGINS = ["byline_pelican"]
"""
CONFIG = FIVE_LINES + 'BYLINE = {"search": False}\n'  # which would double the time of a build

GRANTED = "This article may be republished on web sites and in newsletters, with the resource box."
WEB_ONLY = "This article may be republished on web sites. Newsletters must ask for permission first."
BOX = "Ada Example keeps bees and writes about them. Visit [her hives](https://ada.example.net/hives)."
COPYRIGHT = "Copyright 2026 Ada Example"

Run = Callable[..., tuple[int, str, str]]

# A busy machine is no fault of the code, and a run of CI shall say the same of the same code.
settings.register_profile("byline", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("byline")


def article_file(
    title: str = "On tea",
    permission: str = GRANTED,
    *,
    date: str = "2026-03-14",
    body: str = "Tea is *older* than the cup. It was carried over mountains in bricks.",
    more: str = "",
) -> str:
    """The text of an article file, as somebody might write it by hand."""
    statement = f"  permission: |\n    {permission}\n" if permission else ""
    return (
        f"---\ntitle: {title}\nauthors: [Ada Example]\ndate: {date}\ncategory: Drinks\n{more}"
        f"rights:\n  copyright: |\n    {COPYRIGHT}\n  resource_box: |\n    {BOX}\n{statement}---\n\n{body}\n"
    )


@dataclass(frozen=True)
class Site:
    """A site below a temporary folder, with the few things that tests do to it."""

    root: Path

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        return path

    def article(self, name: str, text: str) -> Path:
        return self.write(f"content/articles/{name}.md", text)

    @property
    def configuration(self) -> Configuration:
        return read_configuration(self.root / "pelicanconf.py")

    @property
    def edition(self) -> Edition:
        return read_edition(self.configuration, today())

    def build(self) -> Built:
        configuration = self.configuration
        return press(configuration, read_edition(configuration, today()))

    def output(self, name: str) -> str:
        return (self.root / "output" / name).read_text("utf-8")

    def files(self) -> dict[str, bytes]:
        output = self.root / "output"
        return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Site:
    """An empty site with the five-line configuration and no search, as the working folder."""
    made = Site(tmp_path / "site")
    made.write("pelicanconf.py", CONFIG)
    (made.root / "content" / "articles").mkdir(parents=True)
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """`byline …` in this process: exit code, standard output, standard error."""

    def run(*arguments: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["byline", *arguments])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        try:
            main()
            code = 0
        except SystemExit as done:
            code = done.code if isinstance(done.code, int) else 0
        said = capsys.readouterr()
        return code, said.out, said.err

    return run
