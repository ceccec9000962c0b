"""Saved pages: HTML as a browser or crawler left it, or the text of a page with no HTML left."""

import re
import stat
from pathlib import Path

from byline.errors import SourceError
from byline.extract.decode import MAX_BYTES
from byline.model import Page, Source

SUFFIXES = {".html", ".htm", ".xhtml", ".shtml", ".txt"}
SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)\s*-->", re.IGNORECASE)
ADDRESS = re.compile(r"www\.|[a-z]+:/", re.IGNORECASE)
HEAD = 4_096  # bytes; browsers write the mark into the first lines


def read_file(name: str | Path) -> Page:
    """The page in the file `name`; its address too, where the browser that saved it left a mark.

    Raises:
        SourceError: there is no such file, it is no plain file, or larger than a page may be.

    """
    if not str(name):
        raise SourceError("an empty name; name a file, a folder or an address")
    path = Path(name)
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise SourceError(f"{path}: not a plain file; save the page to one")
        if found.st_size > MAX_BYTES:
            size = f"{MAX_BYTES // 1_000_000} MB"
            raise SourceError(f"{path}: larger than {size}; save the article page alone")
        content = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{name}: cannot be read ({error.strerror}); {_mend(str(name))}") from error
    mark = SAVED_FROM.search(content[:HEAD])
    url = mark[1].decode("ascii", "replace") if mark else None
    return Page(content, Source(url=url, capture=path.as_posix()))


def _mend(name: str) -> str:
    if ADDRESS.match(name):
        return "an address begins with http:// or https://"
    return "check the path"
