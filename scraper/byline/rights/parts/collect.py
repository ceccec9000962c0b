"""The pieces of a page as `Rights`: word for word, with their links, each part once; and the doubts."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from byline.extract.blocks import Block
from byline.extract.markdown import to_markdown
from byline.model import Doubt, Licence, Link, ResourceBox, Rights, SourceLine, Statement
from byline.rights.parts.layout import squash
from byline.rights.parts.licence_url import is_licence, licence_at, strictness
from byline.rights.parts.notice import read_notice
from byline.rights.parts.passage import Piece

AROUND = 40  # characters on either side of a damaged place that a doubt shows
MANY = 100  # statements; a page with more is not searched for shorter copies of longer ones
# U+FFFD, a question mark between spaces or before a year, and UTF-8 that was read as Latin-1
DAMAGE = re.compile(r"\ufffd|(?<=\s)\?(?=\s)|^\?(?=\s?(?:19|20)\d\d)|Â[©®«»°\xa0]|â€|Ã[\x80-\xbf©¨¼¶¤]")


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces of each part, in document order.

    Attributes:
        own: the article's notices.
        site: the site's notices.
        statements: each the pieces of one or more blocks.
        sources: source lines.
        box: pieces of the resource box.

    """

    own: tuple[Piece, ...]
    site: tuple[Piece, ...]
    statements: tuple[tuple[Piece, ...], ...]
    sources: tuple[Piece, ...]
    box: tuple[Piece, ...]


def cut(blocks: Sequence[Block], piece: Piece) -> Block:
    """The words of a piece with the marks around them."""
    return blocks[piece.at].part(piece.start, piece.end)


def once(blocks: Sequence[Block], passages: tuple[tuple[Piece, ...], ...]) -> tuple[tuple[Piece, ...], ...]:
    """Each statement once, however often the page repeats it; a longer one holds a shorter."""
    first: dict[str, tuple[Piece, ...]] = {}
    for passage in passages:
        words = squash(" ".join(blocks[p.at].text[p.start : p.end] for p in passage))
        if words:
            first.setdefault(words, passage)
    if len(first) > MANY:
        return tuple(first.values())
    return tuple(
        passage
        for words, passage in first.items()
        if not any(len(other) > len(words) and words in other for other in first)
    )


def rights_of(blocks: Sequence[Block], parts: Parts, licence_urls: Iterable[str]) -> Rights:
    """The parts as values, in document order, each notice and source line once."""
    own = [cut(blocks, piece) for piece in parts.own]
    said = tuple(_statement([cut(blocks, piece) for piece in passage]) for passage in parts.statements)
    return Rights(
        copyright=tuple(dict.fromkeys(read_notice(part.text) for part in own)),
        site_copyright=tuple(dict.fromkeys(read_notice(cut(blocks, p).text) for p in parts.site)),
        resource_box=_resource_box([cut(blocks, piece) for piece in parts.box]),
        statements=said,
        source_lines=tuple(dict.fromkeys(_source_line(cut(blocks, p)) for p in parts.sources)),
        licence=licence((link.url for part in said for link in part.links), licence_urls),
        notice_links=tuple(dict.fromkeys(link for part in own for link in part.links)),
    )


def licence(said: Iterable[str], licence_urls: Iterable[str]) -> Licence | None:
    """The strictest licence that a statement links; without one, that of the metadata."""
    linked = [url for url in said if is_licence(url)]
    return max(map(licence_at, linked or licence_urls), key=strictness, default=None)


def licence_doubts(rights: Rights, licence_urls: Iterable[str]) -> Iterator[Doubt]:
    """Two licences on one page: the stricter holds, and a person decides."""
    linked = (link.url for part in rights.statements for link in part.links if is_licence(link.url))
    names = dict.fromkeys(licence_at(url).spdx or url for url in (*linked, *licence_urls))
    if len(names) > 1:
        yield Doubt("two-licences", ", ".join(names))


def damage(rights: Rights) -> Iterator[Doubt]:
    """Every damaged place inside a part, with the words around it; nothing is repaired."""
    box = [rights.resource_box.text] if rights.resource_box else []
    notices = [notice.text for notice in rights.copyright]
    said = [statement.text for statement in rights.statements]
    told = [line.text for line in rights.source_lines]
    for text in dict.fromkeys([*notices, *said, *box, *told]):
        for match in DAMAGE.finditer(text):
            around = text[max(0, match.start() - AROUND) : match.end() + AROUND]
            yield Doubt("damaged-character", " ".join(around.split()))


def _statement(cuts: Sequence[Block]) -> Statement:
    return Statement(_text(cuts), cuts[0].where, _markdown(cuts), _links(cuts))


def _resource_box(cuts: Sequence[Block]) -> ResourceBox | None:
    return ResourceBox(_markdown(cuts), _text(cuts), _links(cuts)) if cuts else None


def _source_line(part: Block) -> SourceLine:
    return SourceLine(part.text, part.links, to_markdown(part))


def _text(cuts: Sequence[Block]) -> str:
    return "\n".join(part.text for part in cuts)


def _markdown(cuts: Sequence[Block]) -> str:
    return "\n\n".join(to_markdown(part) for part in cuts)


def _links(cuts: Sequence[Block]) -> tuple[Link, ...]:
    return tuple(link for part in cuts for link in part.links)
