"""Every link within a built site leads somewhere: to a file, and to the place in it that it names."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

from selectolax.lexbor import LexborHTMLParser

ATTRIBUTES = ("href", "src", "action", "poster", "data")
CANDIDATE = re.compile(r"([^\s,]\S*[^\s,])(?:\s+[^,]*)?(?:,|$)")  # of a srcset
STYLE_URL = re.compile(r"""url\(\s*["']?([^"')]+)""")
MACHINE_READ = {".json", ".jsonld", ".txt", ".webmanifest", ".xml"}
TOP = {"", "top"}  # fragments that every page has

NODE_ID = re.compile(r'"@id": ?"[^"]*"')  # JSON-LD's name of a node; it leads nowhere


class Links:
    """The links of a site that lies in a folder, and belongs at an address."""

    def __init__(self, output: Path, url: str, pages: tuple[str, ...]) -> None:
        self.output, self.url, self.pages = output, url, pages
        self._ids = cache(self._read_ids)

    def broken(self) -> list[str]:
        """What leads nowhere, with the page or file that says it."""
        return [f"{name}: {link}" for name, link in dict.fromkeys(self._all()) if not self.resolves(link)]

    def resolves(self, link: str) -> bool:
        """Whether a whole address is there; what is not of this site is not asked."""
        address, fragment = urldefrag(link)
        if address != self.url and not address.startswith(f"{self.url}/"):
            return True
        path = self.output / unquote(address.removeprefix(self.url).partition("?")[0]).lstrip("/")
        if path.is_dir():
            path = path / "index.html"
        if not path.is_file():
            return False
        fragment = unquote(fragment)
        if fragment in TOP or path.suffix != ".html" or fragment.startswith(":~:"):
            return True
        return fragment in self._ids(path)

    def _all(self) -> Iterator[tuple[str, str]]:
        for page in self.pages:
            base = f"{self.url}/{page.removesuffix('index.html')}"
            yield from ((page, urljoin(base, link)) for link in _said(self.output / page))
            yield from ((page, link) for link in self._whole(self.output / page))
        for path in sorted(self.output.rglob("*")):
            name = path.relative_to(self.output).as_posix()
            if path.suffix == ".css":
                urls = STYLE_URL.findall(path.read_text("utf-8"))
                yield from ((name, urljoin(f"{self.url}/{name}", link)) for link in urls)
            elif path.suffix in MACHINE_READ and not name.startswith("ezine/"):
                yield from ((name, link) for link in self._whole(path))

    def _whole(self, path: Path) -> list[str]:
        """Addresses of the site that a file spells out, wherever: feeds, maps, data in a page."""
        text = NODE_ID.sub(" ", path.read_text("utf-8"))
        spelt = re.findall(rf"{re.escape(self.url)}(?:[/#?][^\s\"'<>\\)\]}},|*`]*)?(?![\w:])", text)
        return [link.replace("&amp;", "&").rstrip(".;:!") for link in spelt if "{" not in link]

    def _read_ids(self, path: Path) -> frozenset[str]:
        named = _parsed(path).css("[id], a[name]")
        return frozenset(
            value for node in named for key in ("id", "name") if (value := node.attributes.get(key))
        )


def _said(path: Path) -> Iterator[str]:
    for node in _parsed(path).css("[href], [src], [srcset], [action], [poster], [data]"):
        attributes = node.attributes
        yield from (link.strip() for name in ATTRIBUTES if (link := attributes.get(name)) is not None)
        yield from CANDIDATE.findall(attributes.get("srcset") or "")


def _parsed(path: Path) -> LexborHTMLParser:
    return LexborHTMLParser(path.read_text("utf-8"))
