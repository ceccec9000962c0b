"""The sitemap: every page that search engines may list, and nothing that is not there.

Pure: the caller reads the pages that stand in the output. https://www.sitemaps.org/protocol.html
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from urllib.parse import quote
from xml.sax.saxutils import escape

from byline.model import Article
from byline_pelican.configuration import Configuration
from byline_pelican.dates import changed, is_full_day
from byline_pelican.edition import Edition
from byline_pelican.ezine.places import FOLDER
from byline_pelican.pages import INDEX

SITEMAP = "sitemap.xml"
PART = "sitemap-{}.xml"
MAX_ADDRESSES, MAX_BYTES = 50_000, 50 * 1024 * 1024  # of one file, as the protocol has it
MAX_ADDRESS = 2_048  # characters; likewise
SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
NO_PAGE = "404.html"  # what stands for no page is none
HEAD_END = "</head>"
NOINDEX = re.compile(r"<meta\b(?=[^<>]*\bname=[\"']?robots\b)[^<>]*\bnoindex\b", re.IGNORECASE)
CANONICAL = re.compile(
    r"<link\b(?=[^<>]*\brel=[\"']?canonical\b)[^<>]*\bhref=[\"']?([^\"'\s<>]+)", re.IGNORECASE
)
File = tuple[str, bytes]


def sitemap(pages: Iterable[tuple[str, str]], edition: Edition, configuration: Configuration) -> list[File]:
    """`sitemap.xml`; where one file cannot hold all addresses, an index and its parts.

    Args:
        pages: name below the output folder and text of every HTML file.
        edition: articles, for the days from which they are.
        configuration: where the pages are.

    """
    days = _days(edition, configuration)
    own = dict(_own_addresses(edition, configuration))
    listed = []
    for name, text in pages:
        address = own.get(name) or _address(name, configuration.site_url)
        if (
            not _is_mail(name)
            and name != NO_PAGE
            and len(address) <= MAX_ADDRESS
            and _indexable(text, address)
        ):
            listed.append(_entry("url", address, days.get(name, "")))
    return _files(sorted(listed), configuration.site_url)


def _is_mail(name: str) -> bool:
    """Whether a file is the mail of an issue, which repeats articles."""
    return name.startswith(f"{FOLDER}/") and name.endswith("/issue.html")


def _days(edition: Edition, configuration: Configuration) -> Mapping[str, str]:
    """The last day on which each article and page is known to have changed, by its file in the output."""
    settings = configuration.pelican
    dated = [(settings["ARTICLE_SAVE_AS"], entry.article) for entry in edition.published]
    dated += [(settings["PAGE_SAVE_AS"], page) for page in edition.pages.values()]
    known = [(save_as.format(slug=text.slug), _last_day(text)) for save_as, text in dated]
    return {name: day for name, day in known if day}


def _last_day(text: Article) -> str:
    """The last full day that a text names; empty where it names none."""
    return max((date[:10] for date in (text.date, changed(text)) if date and is_full_day(date)), default="")


def _own_addresses(edition: Edition, configuration: Configuration) -> Iterator[tuple[str, str]]:
    """The address of each article by its file, for the two may differ: `/tea` and `tea.html`."""
    save_as, url = (configuration.pelican[f"ARTICLE_{kind}"] for kind in ("SAVE_AS", "URL"))
    for entry in edition.published:
        slug = entry.article.slug
        yield save_as.format(slug=slug), f"{configuration.site_url}/{url.format(slug=slug)}"


def _address(name: str, site_url: str) -> str:
    path = name.removesuffix(INDEX) if name == INDEX or name.endswith(f"/{INDEX}") else name
    return f"{site_url}/{quote(path)}"


def _indexable(text: str, address: str) -> bool:
    """Whether a page asks to be listed, and under this address: a copy of another page does not."""
    head = text.partition(HEAD_END)[0]
    canonical = CANONICAL.search(head)
    return NOINDEX.search(head) is None and (canonical is None or unescape(canonical[1]) == address)


def _entry(element: str, address: str, day: str = "") -> str:
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<{element}><loc>{escape(address)}</loc>{changed}</{element}>\n"


def _files(entries: list[str], site_url: str) -> list[File]:
    parts = [_document("urlset", part) for part in _parted(entries)]
    if len(parts) == 1:
        return [(SITEMAP, parts[0])]
    names = [PART.format(number) for number in range(1, len(parts) + 1)]
    index = _document("sitemapindex", [_entry("sitemap", f"{site_url}/{name}") for name in names])
    return [(SITEMAP, index), *zip(names, parts, strict=True)]


def _parted(entries: list[str]) -> Iterator[list[str]]:
    """The entries in parts that each fit into one file; one empty part where there is none."""
    part: list[str] = []
    room = MAX_BYTES - len(_document("urlset", []))
    size = 0
    for entry in entries:
        size += len(entry.encode())
        if part and (len(part) == MAX_ADDRESSES or size > room):
            yield part
            part, size = [], len(entry.encode())
        part.append(entry)
    yield part


def _document(element: str, entries: Iterable[str]) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{head}<{element} xmlns="{SPACE}">\n{"".join(entries)}</{element}>\n'.encode()
