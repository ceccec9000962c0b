"""Where pages come from: saved files, folders of them, addresses. Each source yields `Page`s.

To add a source, write a module with a function that yields `Page` or `Skip`, and name it in `pages`.
"""

import os
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
        yield read(source, allow_private=allow_private)


def read(source: str, *, allow_private: bool = False) -> Page | Skip:
    """The page of one file or address, as `expanded` names them."""
    try:
        return fetch(source, allow_private=allow_private) if is_address(source) else read_file(source)
    except SourceError as error:
        return Skip(source, str(error))


def expanded(sources: Iterable[str]) -> list[str]:
    """Sources with each folder replaced by the pages in it, sorted by name."""
    found: list[str] = []
    for source in sources:
        if is_address(source) or not os.path.isdir(source):  # noqa: PTH112  Path.is_dir raises on long names
            found.append(source)
            continue
        inside = [path.relative_to(source) for path in sorted(Path(source).rglob("*")) if not path.is_dir()]
        found.extend((Path(source) / path).as_posix() for path in inside if _is_page(path))
    return found


def _is_page(path: Path) -> bool:
    """Whether a file of a folder is a page: not hidden, and no frame of one that a browser saved."""
    hidden = any(part.startswith(".") for part in path.parts)
    frame = any(part.endswith("_files") for part in path.parts[:-1])
    return path.suffix.lower() in SUFFIXES and not hidden and not frame
