"""Which article a page is: by its capture, its address, its bytes, in that order; and its permanent id. Pure.

One page must always lead to one article, and two pages never to the same: an import that took one for
another would overwrite it. So an address that a page only claims for itself counts for less than the one
it was fetched from, and what stays unclear gets a file of its own and a doubt. To drop one more parameter
that follows readers about, add it to `TRACKING`.
"""

import re
import uuid
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain, count
from pathlib import PurePath
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from byline.model import Article, Doubt, Source
from byline.slug import slugify

TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|_hs\w+|\w*clid|mc_[ce]id|igshid|_ga|_gl|mkt_tok|wickedid", re.IGNORECASE
)
PORTS = {"http": 80, "https": 443}
HASHED = r"(?:-[0-9a-f]{8})?"  # what `captures` adds to a name that was taken


def permanent_id(article: Article) -> str:
    """What tells the article from all others for good, whatever becomes of its slug, title, date or domain.

    The file's own `id`. Without one, an id made of where the article came from; of a text that was written
    by hand, of the place of its file. (An article of no file at all has only its slug.)
    """
    return article.id or id_of(article.source.identity or article.place or article.slug)


def id_of(name: str) -> str:
    """The permanent id that a name always gives; RFC 9562, version 5."""
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def address_key(url: str) -> str:
    """`url` without what does not tell pages apart: scheme, fragment, login, tracking, case of the host.

    Anything that is no web address is its own key.
    """
    try:
        parts = urlsplit(url)
        host, port = _ascii(parts.hostname or ""), parts.port
    except ValueError:
        return url
    if not host or parts.scheme not in PORTS:
        return url
    place = host if port in {None, PORTS[parts.scheme]} else f"{host}:{port}"
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    query = urlencode([(name, value) for name, value in pairs if TRACKING.fullmatch(name) is None])
    return f"{place}{quote(unquote(parts.path), safe='/') or '/'}{query and '?'}{query}"


def is_elsewhere(canonical: str, url: str) -> bool:
    """Whether a page that was fetched from `url` names another host as its home."""
    return _home(canonical) != _home(url)


class Register:
    """The articles of a folder, by what each came from."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        """Enter `articles`."""
        self._articles: dict[str, Article] = {}
        self._captures: dict[str, str] = {}
        self._addresses: dict[str, str] = {}
        self._digests: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        for article in articles:
            self.enter(article)

    def enter(self, article: Article) -> None:
        """Note where `article` came from; `path` tells it from the others."""
        source = article.source
        self._articles[article.path] = article
        self._ids.setdefault(permanent_id(article), article.path)
        if source.capture:
            self._captures[source.capture] = article.path
        if source.sha256:
            self._digests.setdefault(source.sha256, article.path)
        if source.url:
            self._addresses[address_key(source.url)] = article.path
        if source.canonical:
            self._addresses.setdefault(address_key(source.canonical), article.path)

    def find(self, source: Source) -> Article | None:
        """The article that was made of this source, before its page is read.

        A capture that is kept is one article, whatever its page claims. Equal bytes are one page, save
        where they were fetched from two addresses.
        """
        path = self._captures.get(source.capture) if source.capture else None
        address = source.url or source.canonical
        if path is None and address and not source.capture:
            path = self._addresses.get(address_key(address))
        if path is None and source.sha256 in self._digests:
            same = self._digests[source.sha256]
            path = None if source.url and self._articles[same].source.url else same
        return self._articles[path] if path is not None else None

    def find_resaved(self, name: str, canonical: str | None, title: str | None) -> Article | None:
        """The article of a file outside the captures that was saved anew: its name and address fit.

        Where neither has an address, the title must fit: many files are called `index.html`.
        """
        named = PurePath(name)
        wanted = re.compile(
            rf"(?:.*/)?{re.escape(slugify(named.stem))}{HASHED}{re.escape(named.suffix.lower())}"
        )
        for capture, path in self._captures.items():
            article = self._articles[path]
            own = article.source.canonical or article.source.url
            same = address_key(own) == address_key(canonical) if own and canonical else own == canonical
            if same and wanted.fullmatch(capture) and (canonical or article.title == title):
                return article
        return None

    def identify(self, article: Article, known: Article | None) -> str:
        """The permanent id for the file of an import.

        Args:
            article: what an import made.
            known: the article that was made of its page before: the id stays what it was then.

        """
        if known is not None:
            return permanent_id(known)
        name = article.source.identity or article.place or article.slug
        names = chain([name], (f"{name}#{number}" for number in count(2)))  # a page may have left its address
        return next(made for made in map(id_of, names) if made not in self._ids)

    def settle(self, source: Source, known: Article | None) -> tuple[Source, tuple[Doubt, ...]]:
        """`source` with only the addresses that are its own, and a doubt for each that is not.

        Args:
            source: of a page that was read.
            known: the article that was made of it before, if any.

        """
        doubts: dict[str, Doubt] = {}
        if source.url and source.canonical and is_elsewhere(source.canonical, source.url):
            doubts[address_key(source.canonical)] = Doubt("canonical-elsewhere", source.canonical)
            source = replace(source, canonical=None)
        for field in ("url", "canonical"):
            address = getattr(source, field)
            holder = self._addresses.get(address_key(address)) if address else None
            if holder is not None and (known is None or holder != known.path):
                text = f"{address} is the address of “{self._articles[holder].slug}” too"
                doubts[address_key(address)] = Doubt("same-address", text)
                source = replace(source, **{field: None})
        return source, tuple(doubts.values())


def resumed(seen: Source, known: Article | None) -> Source:
    """`seen` with what is known of it: its address, and when it, and these very bytes, were fetched."""
    if known is None:
        return seen
    before = known.source
    if before.sha256 == seen.sha256 and before.url:
        return replace(seen, url=before.url, retrieved=before.retrieved, arrived=before.arrived)
    return replace(seen, url=seen.url or before.url, arrived=before.arrived or before.retrieved)


def _home(url: str) -> str:
    return address_key(url).partition("/")[0].removeprefix("www.")


def _ascii(host: str) -> str:
    return host if host.isascii() else host.encode("idna").decode("ascii")
