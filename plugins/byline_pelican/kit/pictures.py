"""Which pictures of an article a republisher may take along, and why not the others.

Silence beside a picture is no other's claim: it is part of the author's article, and the terms cover
it. A caption that names somebody else keeps its picture back, unless its own words lend it. The words
of a caption are the author's text and always stay. To add a reason, write a function and add it to REASONS.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from byline.model import Article, ArticleRights, Author, Licence, Permit, Source, Terms, Use
from byline.rights.parts.licence_url import is_licence, licence_at
from byline.rights.permit import permit, terms_of
from byline_pelican.kit.claims import claim_of
from byline_pelican.kit.credits import Beside, credit_beside

CELLS = {"td", "th"}
BLOCKS = {"p", "li", "td", "th", "dd", "dt", "figure", "blockquote", "h2", "h3", "h4", "h5", "h6"}
LONGEST = 600  # characters; what says more beside a picture is text, not its caption
MAX_ROW = 12  # pictures in a row above one caption
LICENCE = re.compile(
    r"\bCC[ -]?(?:BY(?:[ -](?:NC|SA|ND))*|0|zero)(?:[ -]?\d\.\d)?\b"
    r"|\bCreative Commons [A-Z][\w -]{0,60}?\d\.\d|\bpublic domain\b",
    re.IGNORECASE,
)
CREDITED = re.compile(r"\W*(?:©|\(c\)|copyright|photo|image|picture|foto|bild|credit|source)", re.IGNORECASE)
PLAIN = 300  # characters of a caption that is set as any paragraph is; a credit in it tells it
EXCLUDING = ("pictures_excluded", "tables_excluded")  # limits that are about every picture: a chart is one
ELSEWHERE = "third_party_excluded"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image of an article, and every word beside it.

    Attributes:
        number: which image of the article it is, from 0.
        url: whole.
        words: its caption, alternative text and title.
        licences: addresses of licences that its caption links to.

    """

    number: int
    url: str
    alt: str
    words: str
    licences: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A picture that stays here: why, and the words that say so, which may be none."""

    picture: Picture
    kind: str
    reason: str
    words: str


@dataclass(frozen=True, slots=True)
class Lending:
    """What a picture is judged by.

    Attributes:
        article: the one that it stands in.
        terms: of the article.
        uses: which the article lends.
        on: the day.
        hosts: where the article's own pictures lie, without `www.`.

    """

    article: Article
    terms: Terms
    uses: tuple[Use, ...]
    on: date
    hosts: frozenset[str]

    def is_own(self, host: str) -> bool:
        """Whether a host is the article's own, or below it."""
        return any(host == own or host.endswith(f".{own}") for own in self.hosts)

    def beside(self, picture: Picture) -> Beside | None:
        """The credit beside a picture; none where the words there lend it for every use."""
        found = credit_beside(picture.words, (author.name for author in self.article.authors))
        return None if found and _lent(picture, self) else found


def hosts_of(article: Article, site_url: str) -> frozenset[str]:
    """Where an article's own pictures lie: on this site, and where it was first published."""
    source = article.source
    hosts = (urlsplit(url or "").hostname or "" for url in (site_url, source.url, source.canonical))
    return frozenset(host.removeprefix("www.") for host in hosts if host)


def left_out(pictures: Iterable[Picture], lending: Lending) -> tuple[LeftOut, ...]:
    """The pictures that may not go along, each with its first reason."""
    judged = ((reason(picture, lending) for reason in REASONS) for picture in pictures)
    return tuple(found for found in (next(filter(None, reasons), None) for reasons in judged) if found)


def excluded(picture: Picture, lending: Lending) -> LeftOut | None:
    """The terms leave every picture out."""
    kind = next((limit.kind for limit in lending.terms.limits if limit.kind in EXCLUDING), "")
    if not kind:
        return None
    return LeftOut(picture, kind, "the terms leave pictures out", _said(lending.terms, kind))


def claimed(picture: Picture, lending: Lending) -> LeftOut | None:
    """The article's own statement or notices keep the pictures back, in words that bind nobody else."""
    words = claim_of(lending.article)
    if not words:
        return None
    return LeftOut(picture, "pictures_excluded", "what is lent is the text, and not the pictures", words)


def noncommercial(picture: Picture, lending: Lending) -> LeftOut | None:
    """Its own licence forbids what the article is lent for."""
    own = _own_terms(picture, lending)
    if own is None or own.commercial != "no" or lending.terms.commercial == "no":
        return None
    reason = "its own licence is for uses that earn nothing, and the article is lent for more"
    return LeftOut(picture, "of_another", reason, _licence_words(picture))


def of_another(picture: Picture, lending: Lending) -> LeftOut | None:
    """Its own words name somebody else than the authors."""
    beside = lending.beside(picture)
    if beside is None or not beside.others:
        return None
    return LeftOut(picture, "of_another", "the words beside it name somebody else", beside.words)


def credited(picture: Picture, lending: Lending) -> LeftOut | None:
    """The terms leave out what belongs to others, and a credit beside it does not name the author."""
    beside = lending.beside(picture)
    if beside is None or not _bars(lending.terms, ELSEWHERE):
        return None
    reason = "the terms leave out what belongs to others, and the words beside it claim a right"
    return LeftOut(picture, ELSEWHERE, reason, _said(lending.terms, ELSEWHERE))


def from_elsewhere(picture: Picture, lending: Lending) -> LeftOut | None:
    """The terms leave out what belongs to others, and it lies on some third site."""
    host = urlsplit(picture.url).hostname or ""
    if lending.is_own(host) or not _bars(lending.terms, ELSEWHERE) or _lent(picture, lending):
        return None
    reason = f"the terms leave out what belongs to others, and it lies on another site ({host})"
    return LeftOut(picture, ELSEWHERE, reason, _said(lending.terms, ELSEWHERE))


REASONS: tuple[Callable[[Picture, Lending], LeftOut | None], ...] = (
    excluded,
    claimed,
    noncommercial,
    of_another,
    credited,
    from_elsewhere,
)


def _bars(terms: Terms, kind: str) -> bool:
    return any(limit.kind == kind for limit in terms.limits)


def _said(terms: Terms, kind: str) -> str:
    proof = terms.proof(f"limit={kind}")
    return proof.text if proof else ""


def _lent(picture: Picture, lending: Lending) -> bool:
    """Whether the words beside a picture lend it for every use that the article is lent for."""
    own = _as_article(picture, lending)
    return own is not None and all(isinstance(permit(own, use, lending.on), Permit) for use in lending.uses)


def _own_terms(picture: Picture, lending: Lending) -> Terms | None:
    """The terms of the licence that stands beside a picture."""
    own = _as_article(picture, lending)
    return None if own is None else terms_of(own)


def _licence_words(picture: Picture) -> str:
    named = LICENCE.search(picture.words)
    return named[0] if named else next(iter(picture.licences), "")


def _as_article(picture: Picture, lending: Lending) -> Article | None:
    """A picture with a licence beside it, as a work of its own."""
    named = LICENCE.search(picture.words)
    licence = licence_at(picture.licences[0]) if picture.licences else None
    if named is None and licence is None:
        return None
    return replace(
        lending.article,
        body="",
        authors=(Author(picture.words),),
        source=Source(url=picture.url),
        rights=_rights(picture, named[0] if named else "", licence),
    )


def _rights(picture: Picture, named: str, licence: Licence | None) -> ArticleRights:
    """The rights in a picture as its caption states them: its words are credit and notice alike."""
    return ArticleRights(
        copyright=picture.words, permission=licence.url if licence else named, licence=licence
    )


def pictures_of(html: str) -> tuple[Picture, ...]:
    """Every image of an article's HTML, in order, with the words beside it."""
    tree = LexborHTMLParser(html)
    return tuple(_picture(number, node) for number, node in enumerate(tree.css("img")))


def _picture(number: int, node: LexborNode) -> Picture:
    said = node.attributes
    alt, title = (" ".join((said.get(name) or "").split())[:LONGEST] for name in ("alt", "title"))
    blocks = [*_beside(node), *_cells(node)]
    links = [a.attributes.get("href") or "" for block in blocks for a in block.css("a[href]")]
    captions = [" ".join(block.text().split()) for block in blocks]
    words = "\n".join(filter(None, [*captions, title, alt]))
    return Picture(number, said.get("src") or "", alt, words, tuple(filter(is_licence, links)))


def _beside(node: LexborNode) -> list[LexborNode]:
    """The blocks that speak of an image: its own where that is short, and the caption below it."""
    block: LexborNode | None = node
    while block is not None and block.tag not in BLOCKS:
        block = block.parent
    if block is None:
        return []
    own = [block] if 0 < len(block.text().strip()) <= LONGEST else []
    first, last = _row(block, _before), _row(block, _next)
    above, below = _before(first), _next(last)
    found = [above] if above is not None and _is_credit(above) and not _is_below(above) else []
    if below is not None and _is_caption(below) and not (found and _is_picture(_next(below))):
        found.append(below)
    return [*own, *found]


def _cells(node: LexborNode) -> list[LexborNode]:
    """The cells beside an image of a table, and below it, that name its maker and hold no image."""
    cell: LexborNode | None = node
    while cell is not None and cell.tag not in CELLS:
        cell = cell.parent
    row = cell.parent if cell is not None else None
    table = row
    while table is not None and table.tag != "table":
        table = table.parent
    if cell is None or row is None or table is None:
        return []
    rows = table.css("tr")
    at = next(n for n, other in enumerate(rows) if other.mem_id == row.mem_id)
    cells = row.css("td, th")
    column = next(n for n, other in enumerate(cells) if other.mem_id == cell.mem_id)
    alone = len(row.css("img")) == 1
    near = cells if alone else cells[column + 1 : column + 2]
    near = [*near, *(rows[at + 1].css("td, th")[column : column + 1] if at + 1 < len(rows) else [])]
    return [other for other in near if other.css_first("img") is None and _names_maker(other)]


def _row(block: LexborNode, step: Callable[[LexborNode], LexborNode | None]) -> LexborNode:
    """The last of the blocks that hold pictures and no word, going one way."""
    for _ in range(MAX_ROW):
        following = step(block)
        if following is None or not _is_picture(following):
            break
        block = following
    return block


def _is_picture(block: LexborNode | None) -> bool:
    return block is not None and not block.text().strip() and block.css_first("img") is not None


def _next(node: LexborNode) -> LexborNode | None:
    following = node.next
    while following is not None and not following.is_element_node:
        following = following.next
    return following


def _before(node: LexborNode) -> LexborNode | None:
    before = node.prev
    while before is not None and not before.is_element_node:
        before = before.prev
    return before


def _is_caption(block: LexborNode) -> bool:
    """A short paragraph without an image: slanted as a whole, begun as a credit, or with one in it."""
    text = block.text().strip()
    if block.tag != "p" or not text or len(text) > LONGEST or block.css_first("img") is not None:
        return False
    return _is_slanted(block) or CREDITED.match(text) is not None or _names_maker(block)


def _is_credit(block: LexborNode) -> bool:
    """What may stand above its picture: no more than a credit, or a slanted line with one."""
    begins = _is_slanted(block) or CREDITED.match(block.text()) is not None
    return _is_caption(block) and begins and _names_maker(block)


def _is_below(caption: LexborNode) -> bool:
    """Whether a caption is the one of a picture above it, which has none above itself."""
    above = _before(caption)
    if above is None or above.css_first("img") is None:
        return False
    earlier = _before(_row(above, _before)) if _is_picture(above) else None
    for _ in range(MAX_ROW):  # credits above pictures take turns with them
        if earlier is None or not _is_credit(earlier):
            return True
        above = _before(earlier)
        if not _is_picture(above):
            return False
        earlier = _before(_row(above, _before)) if above is not None else None
    return True


def _is_slanted(block: LexborNode) -> bool:
    slanted = "".join(em.text() for em in block.css("em"))
    return "".join(slanted.split()) == "".join(block.text().split())


def _names_maker(block: LexborNode) -> bool:
    text = block.text().strip()
    return len(text) <= PLAIN and credit_beside(text, ()) is not None
