"""A copy as it is on disk or on the web, with the style sheets that it links to.

A page of the web may ask for sheets of the web; a saved page gets only files that lie beside it as
its address says, so that no page can have another file taken for its own.
"""

import posixpath
import sys
from pathlib import Path
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from byline.check import read_copy
from byline.errors import SourceError
from byline.model import Page, Source
from byline.sources import Skip, pages
from byline.sources.url import is_address

MAX_SHEETS = 40
MAX_SHEET = 3_000_000  # bytes


def take(name: str, *, allow_private: bool) -> Page:
    """The copy called `name`: a file, an address, or `-` for standard input.

    Raises:
        SourceError: it cannot be had, or it is not one copy.

    """
    if name == "-":
        return Page(sys.stdin.buffer.read(), Source())
    page: Page | Skip | None = next(pages([name], allow_private=allow_private), None)
    if page is None:
        raise SourceError(f"{name}: a folder; name one copy")
    if isinstance(page, Skip):
        raise SourceError(page.problem)
    return page


def sheets_of(page: Page, name: str, *, own: str = "", allow_private: bool) -> dict[str, str]:
    """The style sheets that a copy links to, and those they import, by address; as far as they can be had.

    Args:
        page: the copy.
        name: what it is called.
        own: the address that is known to be its own, whatever it says itself.
        allow_private: also fetch from private and loopback addresses.

    """
    own = own or page.source.url or _canonical(page.content)
    found: dict[str, str] = {}
    tried: set[str] = set()
    while len(tried) < MAX_SHEETS:
        copy = read_copy(page.content, url=page.source.url, sheets=found, name=name)
        wanted = [url for part in copy.parts for url in part.unread if url not in tried]
        if not wanted:
            break
        for url in wanted[: MAX_SHEETS - len(tried)]:
            tried.add(url)
            css = _fetched(url, allow_private) if is_address(name) else _beside(own, Path(name), url)
            if css is not None:
                found[url] = css
    return found


def _fetched(url: str, allow_private: bool) -> str | None:
    if not is_address(url):
        return None
    sheet = next(pages([url], allow_private=allow_private), None)
    return sheet.content.decode("utf-8", "replace") if isinstance(sheet, Page) else None


def built_address(name: str, output: Path, site_url: str) -> str:
    """The address of a page below the output folder of our own site; empty for any other."""
    file, top = Path(name).resolve(), output.resolve()
    return f"{site_url.rstrip('/')}/{file.relative_to(top).as_posix()}" if file.is_relative_to(top) else ""


def _beside(own: str, copy: Path, url: str) -> str | None:
    """The sheet at `url` in the file that lies to `copy` as `url` lies to the page's own address."""
    relative = _way(own, urljoin(own, url), copy) if own else url
    path = copy.parent / relative.partition("?")[0]
    try:
        if not relative or not path.is_file() or path.stat().st_size > MAX_SHEET:
            return None
        return path.read_text("utf-8", "replace")
    except (OSError, ValueError):
        return None


def _canonical(content: bytes) -> str:
    """The address that a page names as its own; empty where it names none."""
    link = LexborHTMLParser(content).css_first('link[rel="canonical"]')
    url = (link.attributes.get("href") or "") if link else ""
    return url if is_address(url) else ""


def _way(own: str, url: str, copy: Path) -> str:
    """The way from a page to a sheet; empty unless the folders above `copy` are those of its address."""
    try:
        here, there = urlsplit(own), urlsplit(url)
    except ValueError:
        return ""
    if here.netloc != there.netloc:
        return ""
    folder = _folder(here)
    way = posixpath.relpath(unquote(there.path) or "/", folder)
    climbs = way.split("/").count("..")
    above = folder.strip("/").split("/")[-climbs:] if climbs else []
    return way if list(copy.resolve().parent.parts[-climbs:] if climbs else ()) == above else ""


def _folder(page: SplitResult) -> str:
    return posixpath.dirname(unquote(page.path)) or "/"
