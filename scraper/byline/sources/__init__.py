"""Where pages come from: saved files, folders of them, addresses. Each source yields `Page`s.

To add a source, write a module with a function that yields `Page` or `Skip`, and name it in `pages`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from byline.errors import SourceError
from byline.model import Page
from byline.sources.file import SUFFIXES, read_file
from byline.sources.url import fetch, is_address


@dataclass(frozen=True, slots=True)
class Skip:
    """A source that gave no page, and why; the rest goes on."""

    source: str
    problem: str


def pages(sources: Iterable[str], *, allow_private: bool = False) -> Iterator[Page | Skip]:
    """The pages of every source, in order; one that fails is a `Skip`, never an end.

    Args:
        sources: paths of files or folders, or http(s) addresses.
        allow_private: also fetch from private and loopback addresses.

    """
    for source in expanded(sources):
        try:
            if is_address(source):
                yield fetch(source, allow_private=allow_private)
            else:
                yield read_file(Path(source))
        except SourceError as error:
            yield Skip(source, str(error))


def expanded(sources: Iterable[str]) -> list[str]:
    """Sources with each folder replaced by the pages in it, sorted by name."""
    found: list[str] = []
    for source in sources:
        folder = Path(source)
        if is_address(source) or not folder.is_dir():
            found.append(source)
            continue
        inside = sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)
        found.extend(path.as_posix() for path in inside if not path.name.startswith("."))
    return found
