"""A page in, an article out: body, metadata, rights and terms, with what was taken away.

Pure. Order: decode, blocks, metadata, rights located in the whole page, body chosen from
the rest, cleaned, written as Markdown. Rights come before cleaning, so cleaning cannot lose them.
"""

import hashlib
from collections import defaultdict
from dataclasses import dataclass, replace
from html import unescape

from selectolax.lexbor import LexborHTMLParser

from byline.errors import PageError
from byline.extract.blocks import Block
from byline.extract.body import Choice, choose
from byline.extract.body.forest import Forest
from byline.extract.capture import is_capture, read_capture
from byline.extract.clean import clean
from byline.extract.decode import Decoded, decode
from byline.extract.document import body_markdown, body_text
from byline.extract.ending import END, cut_off
from byline.extract.fragment import leaves, without_spans
from byline.extract.metadata import Metadata, read_metadata
from byline.extract.passages import passages, removals
from byline.extract.titles import title_block
from byline.extract.walk import html_blocks, text_blocks, tree_blocks
from byline.model import Doubt, Import, Removal, Source, Terms
from byline.rights.locate import Located, PageFacts, locate
from byline.rights.terms import read_terms

__all__ = ["extract", "page_text"]

MAX_TEXT = 3_000_000  # characters that a reader sees
SMALL_SHARE = 0.2  # a body with less of the page's unclaimed words is worth a look


@dataclass(frozen=True, slots=True)
class Known:
    """An HTML page before its body is chosen.

    Attributes:
        facts: what it says about itself.
        blocks: all of it.
        located: its rights parts.
        left: what these leave of the blocks that they claim, by index; nothing of one claimed whole.

    """

    facts: Metadata
    blocks: tuple[Block, ...]
    located: Located
    left: dict[int, tuple[Block, ...]]
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """A page as far as it is read: HTML and text captures meet here."""

    facts: Metadata
    blocks: tuple[Block, ...]
    located: Located
    body: tuple[Block, ...]
    left: dict[int, str]
    doubts: tuple[Doubt, ...] = ()


def extract(
    html: bytes, url: str | None = None, *, title: str | None = None, forest: Forest | None = None
) -> Import:
    """The article of a page, with every right that the page states.

    Args:
        html: the page as served, or a text capture of it, undecoded.
        url: its address, if known; relative links are resolved against it.
        title: overrules the page's own, or names an article whose page has none.
        forest: judges the page's blocks in place of the package's own; for cross-validation.

    Raises:
        PageError: not a page, or no article in it; the message says what to do.

    """
    decoded = decode(html)
    if is_capture(decoded.text):
        reading = _read_text(decoded.text, title)
    else:
        reading = _read_html(known(decoded, url, title), forest)
    facts = replace(reading.facts, authors=reading.facts.authors or reading.located.authors)
    body, text, cleaned = _body(reading, facts)
    page = passages(reading.blocks, reading.located.spans, reading.left, cleaned)
    source = Source(url, facts.canonical, facts.site, sha256=hashlib.sha256(html).hexdigest())
    nameless = () if facts.title else (Doubt("no-title", text[:60]),)
    located = reading.located
    return Import(
        title=facts.title,
        authors=located.authors or facts.authors,
        published=facts.published,
        language=facts.language,
        body=body,
        text=text,
        source=source,
        rights=located.rights,
        terms=_terms(located),
        category=facts.category,
        passages=page,
        removals=removals(page, cleaned),
        doubts=(*decoded.doubts, *reading.doubts, *located.doubts, *nameless),
    )


def page_text(html: bytes) -> str:
    """Every word that a page shows or holds in its markup, for looking up whether it said something.

    Raises:
        PageError: not a page.

    """
    decoded = decode(html)
    blocks = text_blocks(decoded.text) if is_capture(decoded.text) else html_blocks(decoded.text)
    return "\n".join([*(block.text for block in blocks), unescape(decoded.text)])


def known(decoded: Decoded, url: str | None, title: str | None = None) -> Known:
    """All that is known of an HTML page before its body is chosen.

    Raises:
        PageError: more text than any article has.

    """
    tree = LexborHTMLParser(decoded.text + END)
    cut = cut_off(tree, decoded.text)
    blocks = tree_blocks(tree, url)
    if sum(len(block.text) for block in blocks) > MAX_TEXT:
        raise PageError(TOO_LONG)
    facts = read_metadata(tree, blocks, url, title)
    page = PageFacts(
        facts.title, facts.authors, facts.licence_urls, facts.site, url, facts.stated, facts.notices
    )
    located = locate(blocks, page)
    spans = _spans(located)
    left = {block.index: without_spans(block, spans[block.index]) for block in blocks if block.index in spans}
    return Known(facts, blocks, located, left, (*cut, *facts.doubts))


def _read_html(known: Known, forest: Forest | None) -> _Reading:
    facts, blocks, left = known.facts, known.blocks, known.left
    chosen = choose(blocks, left, facts.title or "", title_block(blocks, facts.title), forest=forest)
    body = tuple(part for index in chosen.body for part in left.get(index, (blocks[index],)))
    doubts = (*known.doubts, *_share_doubts(chosen))
    return _Reading(facts, blocks, known.located, body, chosen.left, doubts)


def _read_text(text: str, title: str | None) -> _Reading:
    if len(text) > MAX_TEXT:
        raise PageError(TOO_LONG)
    capture = read_capture(text, title)
    return _Reading(
        capture.facts, capture.blocks, capture.located, capture.body, capture.left, capture.doubts
    )


def _spans(located: Located) -> dict[int, list[tuple[int, int]]]:
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for span in located.spans:
        found[span.block].append((span.start, span.end))
    return dict(found)


def _share_doubts(chosen: Choice) -> tuple[Doubt, ...]:
    """A short body is never returned in silence."""
    if chosen.words >= SMALL_SHARE * chosen.of:
        return ()
    told = f"the body has {chosen.words} of the page's {chosen.of} words"
    return (Doubt("small-part-of-page", told),)


def _body(reading: _Reading, facts: Metadata) -> tuple[str, str, tuple[Removal, ...]]:
    """The body as Markdown and as plain text, and what cleaning took away."""
    left, cleaned = clean(leaves(reading.body), facts)
    markdown, text = body_markdown(left), body_text(left)
    if not markdown.strip():
        raise PageError(NO_ARTICLE)
    return markdown, text, cleaned


def _terms(located: Located) -> Terms:
    rights = located.rights
    text = "\n\n".join(statement.text for statement in rights.statements)
    if not text.strip() and rights.licence is not None:
        text = rights.licence.url
    return read_terms(text) if text.strip() else Terms()


TOO_LONG = f"more than {MAX_TEXT // 1_000_000} million characters of text, more than any article; cut it down"
NO_ARTICLE = "no article found: the page has no run of text that reads like one; save the article's own page"
