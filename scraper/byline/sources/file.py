"""Saved pages: HTML as a browser or crawler left it, or the text of a page with no HTML left."""

import re
from pathlib import Path

from byline.errors import SourceError
from byline.extract.decode import MAX_BYTES
from byline.model import Page, Source

SUFFIXES = {".html", ".htm", ".xhtml", ".shtml", ".txt"}
SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+)\s*-->", re.IGNORECASE)
HEAD = 4_096  # bytes; browsers write the mark into the first lines


def read_file(path: Path) -> Page:
    """The page in the file `path`; its address too, where the browser that saved it left a mark.

    Raises:
        SourceError: there is no such file, or it is larger than a page may be.

    """
    try:
        if path.stat().st_size > MAX_BYTES:
            size = f"{MAX_BYTES // 1_000_000} MB"
            raise SourceError(f"{path}: larger than {size}; save the article page alone")
        content = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({error.strerror}); check the path") from error
    mark = SAVED_FROM.search(content[:HEAD])
    url = mark[1].decode("ascii", "replace") if mark else None
    return Page(content, Source(url=url, capture=path.as_posix()))
