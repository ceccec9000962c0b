"""Byline and its peers, each as a function from a page to what it found there.

Peers get decoded text, Byline gets bytes: its decoding is part of its cost. To add a peer, write a
function that imports it and returns a reader, and add a row to SYSTEMS.

Run as a program it is one reader in a process of its own, which `extraction.py` asks page by page.
"""

import contextlib
import gzip
import importlib.metadata
import json
import os
import re
import resource
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|br|caption|center|dd|div|dl|dt|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|header|hr|li|main|nav|ol|option|p|pre|section|table|tbody|td|tfoot|th|thead|tr|ul)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page to read; `model` is the file of the model that did not learn from it, if there are several."""

    content: bytes
    text: str
    url: str | None
    model: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a system found; a body may be text or markup, and what it does not look for is None."""

    text: str = ""
    markup: str = ""
    title: str | None = None
    author: str | None = None
    date: str | None = None


Reader = Callable[[Page], Found]


@dataclass(frozen=True, slots=True)
class System:
    """A system to measure: the package it comes in, and what makes its reader."""

    package: str
    load: Callable[[], Reader]


def byline_on(page: Page, fold: str | None) -> Any:
    """Byline's Import of a page; `fold` is the file of a forest that was trained without it."""
    import byline

    return byline.extract(page.content, page.url, forest=None if fold is None else _forest(fold))


@cache
def _forest(path: str) -> Any:
    import numpy as np

    from byline.extract.body.forest import forest_of

    return forest_of(np.load(path, allow_pickle=False))


def _byline() -> Reader:
    import byline  # noqa: F401  so that loading is no page's cost

    def read(page: Page) -> Found:
        found = byline_on(page, page.model)
        authors = " ".join(author.name for author in found.authors)
        return Found(found.text, "", found.title, authors, found.published)

    return read


def _trafilatura(**options: bool) -> Callable[[], Reader]:
    def load() -> Reader:
        from trafilatura import bare_extraction

        def read(page: Page) -> Found:
            found = bare_extraction(page.text, url=page.url, include_comments=False, **options)
            if found is None:
                return Found()
            return Found(found.text or "", "", found.title, found.author, found.date)

        return read

    return load


def _readability() -> Reader:
    from readability import Document

    def read(page: Page) -> Found:
        found = Document(page.text, url=page.url)
        return Found("", found.summary(html_partial=True), found.title(), found.author())

    return read


def _resiliparse() -> Reader:
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: Found(extract_plain_text(page.text, main_content=True, alt_texts=False))


def _newspaper() -> Reader:
    from newspaper import Article, Config

    config = Config()
    config.fetch_images = False  # or it asks the network

    def read(page: Page) -> Found:
        article = Article(page.url or "http://example.org/", config=config)
        article.download(input_html=page.text)
        article.parse()
        date = article.publish_date.isoformat() if article.publish_date else None
        return Found(article.text, "", article.title, " ".join(article.authors), date)

    return read


def _justext() -> Reader:
    import justext

    stop_words = justext.get_stoplist("English")

    def read(page: Page) -> Found:
        paragraphs = justext.justext(page.text, stop_words)
        return Found("\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate))

    return read


SYSTEMS = {
    "byline": System("byline", _byline),
    "trafilatura": System("trafilatura", _trafilatura(with_metadata=True)),  # ratios refer to it
    "trafilatura-fast": System("trafilatura", _trafilatura(fast=True)),
    "readability-lxml": System("readability-lxml", _readability),
    "resiliparse": System("resiliparse", _resiliparse),
    "newspaper4k": System("newspaper4k", _newspaper),
    "justext": System("justext", _justext),
    "nothing": System("byline", lambda: lambda _page: Found()),  # the harness's own share
}


def as_text(markup: str) -> str:
    """The words of some markup, blocks apart."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(BLOCK.sub(lambda match: "\n" + match[0], markup))
    tree.strip_tags(["script", "style", "head"])
    return tree.root.text() if tree.root is not None else ""


@contextlib.contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in a block that takes longer."""

    def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise TimeoutError(f"over {seconds:g} s")

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def answer(reader: Reader, page: Page, seconds: float) -> dict[str, object]:
    """What a reader makes of a page, and the CPU time it took; an error or a hang is an answer too."""
    found, error = Found(), ""
    wall, cpu = time.monotonic(), time.process_time()
    try:
        with limit(seconds):
            found = reader(page)
    except Exception as problem:  # whatever a peer raises is counted
        error = f"{type(problem).__name__}: {problem}"[:200]
    cpu = time.process_time() - cpu
    if time.monotonic() - wall > seconds and not error:  # some peers catch every exception
        error = f"TimeoutError: over {seconds:g} s"
    text = found.text or (as_text(found.markup) if found.markup else "")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    values = {"text": text, "title": found.title, "author": found.author, "date": found.date}
    return {**values, "error": error, "cpu": cpu, "peak": peak}


def version_of(package: str) -> str:
    """The version that is installed; Byline may run from its checkout."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return "checkout"


def main() -> None:
    """Answer requests, one JSON line each, until there are no more."""
    name, corpus, seconds = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a peer prints is no answer
    try:
        reader = SYSTEMS[name].load()
        hello = {"version": version_of(SYSTEMS[name].package)}
    except ImportError as error:
        hello = {"missing": str(error)}
    print(json.dumps(hello), file=answers, flush=True)
    for line in sys.stdin:
        asked = json.loads(line)
        content = gzip.decompress((corpus / "html" / f"{asked['id']}.html.gz").read_bytes())
        page = Page(content, content.decode("utf-8", "replace"), asked["url"], asked["model"])
        print(json.dumps(answer(reader, page, seconds)), file=answers, flush=True)


if __name__ == "__main__":
    main()
