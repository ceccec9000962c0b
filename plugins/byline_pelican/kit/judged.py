"""Each text of a kit is judged before anything is written: one that lost something is left out.

By the same judges as any copy, and once more for what they do not ask: no line of the credit
may have got a link that is not its own.
"""

from collections.abc import Callable, Iterator
from functools import lru_cache
from hashlib import sha256

from byline.check import Copy
from byline.check.address import address_key
from byline.check.copy import text_part
from byline.check.page import html_part
from byline.check.parts import Part
from byline.check.words import fold
from byline.model import Credit
from byline.render import unsafe
from byline.rights.credit import as_html
from byline_pelican.audit import lost
from byline_pelican.edition import Entry
from byline_pelican.kit.texts import KitText

READERS: dict[str, Callable[[str], Part]] = {  # by media type, for a form is what it is meant to be
    "text/html": html_part,
    "text/markdown": lambda text: html_part(unsafe(text)),
    "text/plain": text_part,
}
MEND = "; mend the template"
MAX_JUDGED = 100_000
_JUDGED: dict[bytes, str] = {}  # a kit is asked for by its page, its files and the audit


def fault_of(text: KitText, entry: Entry) -> str:
    """What is wrong with a text; empty where nothing is."""
    return fault_in(text.form.media, text.content, entry)


def fault_in(media: str, content: str, entry: Entry, *, in_feed: bool = False) -> str:
    """What is wrong with a copy of an article; empty where nothing is. Judged once, however often asked.

    Args:
        media: what it is.
        content: its text.
        entry: the article.
        in_feed: its title stands in an element of its own, and is judged there; and a line of its credit may
            have a link of the text's own, for which a kit leaves a form out.

    """
    told = repr((entry.article, entry.credit, media, content, in_feed))
    key = sha256(told.encode("utf-8", "surrogatepass")).digest()
    if key not in _JUDGED:
        if len(_JUDGED) >= MAX_JUDGED:
            _JUDGED.clear()
        judged = losses if in_feed else faults
        fault = next(judged(media, content, entry, "it"), "")
        _JUDGED[key] = fault.removeprefix(f"{entry.article.path}: ").removesuffix(MEND)
    return _JUDGED[key]


def losses(media: str, text: str, entry: Entry, where: str) -> Iterator[str]:
    """All that a text lacks, save its title, one line each."""
    found = lost(Copy((READERS[media](text),)), entry, where)
    yield from (said for said in found if f": the title is not on {where}" not in said)


def faults(media: str, text: str, entry: Entry, where: str) -> Iterator[str]:
    """All that is wrong with a text, one line each."""
    part = READERS[media](text)
    yield from lost(Copy((part,)), entry, where)
    for line, url in added_links(part, entry.credit):
        yield f"{entry.article.path}: “{line[:60]}” of the credit has got a link to {url} in {where}"


def added_links(part: Part, credit: Credit) -> Iterator[tuple[str, str]]:
    """Links in lines of the credit that are not the credit's, each with its line."""
    owed = _owed(credit)
    for anchor in part.anchors:
        line = part.lines[min(anchor.line, len(part.lines) - 1)].text if part.lines else ""
        own = owed.get(fold(line))
        key = address_key(anchor.url)
        if own is not None and key and not key.startswith("#") and key not in own:
            yield line, anchor.url


@lru_cache(maxsize=64)
def _owed(credit: Credit) -> dict[tuple[str, ...], frozenset[str]]:
    """The lines of a credit that say something, each with the keys of its addresses."""
    part = html_part(as_html(credit))
    found: dict[tuple[str, ...], set[str]] = {fold(line.text): set() for line in part.lines}
    for anchor in part.anchors:
        found[fold(part.lines[anchor.line].text)].add(address_key(anchor.url))
    return {words: frozenset(keys) for words, keys in found.items() if words}
