"""An article as an item of a feed.

Pure. Nothing is said of rights that the author's words do not say: no holder without a notice, no licence
that the terms are not.
"""

import re
from collections.abc import Set
from dataclasses import replace
from datetime import datetime
from html import escape, unescape
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

from byline.check.align import containment
from byline.check.words import fold
from byline.feedsettings import LANGUAGE
from byline.identity import address_key, permanent_id
from byline.model import Article
from byline.plaintext import html_to_text
from byline.render import printable, to_html
from byline.rights.credit import as_html, as_text
from byline_pelican.configuration import Configuration, language_tag
from byline_pelican.corrections import correction_views
from byline_pelican.dates import is_full_day, later, moment
from byline_pelican.edition import SUMMARY, Entry
from byline_pelican.feeds.item import EARLIEST, Item, Media, Origin, Shape, authors_of, line, told_apart, uri
from byline_pelican.feeds.record import record_of
from byline_pelican.kit.credits import credit_beside
from byline_pelican.kit.kit import Loan, loan_of
from byline_pelican.kit.markdown import without_any_image, without_images
from byline_pelican.kit.pictures import Picture
from byline_pelican.machine.claims import claims_of
from byline_pelican.machine.graph import licence_address
from byline_pelican.machine.head import citation
from byline_pelican.machine.places import absolute
from byline_pelican.machine.terms import terms_path, words_of

PICTURES = {  # media types that RSS Media asks for, by the ending of the address
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
}
FEW = 100  # times as many characters, and a text has more to say than any summary, refrains and all
RELATIVE = re.compile(r"\b(href|src)=\"(?![A-Za-z][A-Za-z0-9+.-]*:)([^\"]*)\"")
SHOWN = 10  # corrections, the newest; its page has all
UNTOLD = "Read it on its page."


def article_item(entry: Entry, shape: Shape, configuration: Configuration) -> Item:
    """A published article as its item."""
    article = entry.article
    loan, claims = loan_of(entry, configuration), claims_of(article)
    stays = loan.piece.out if shape.lent else frozenset()
    body = without_images(to_html(loan.piece.markdown, loan.piece.base), stays) + _corrections(article)
    credit = _whole(as_html(entry.credit, named=False), loan.piece.base)
    own = permanent_id(article)
    updated = updated_of(article, configuration)
    item = Item(
        id=own,
        url=loan.piece.base,
        title=line(article.title),
        summary=_summary(entry),
        html=body + credit if shape.full and shape.html else "",
        text=_as_text(body, entry) if shape.full and not shape.html else "",
        language=_language(article),
        authors=authors_of(article),
        categories=_categories(article),
        published=moment(article.date, configuration) if is_full_day(article.date) else None,
        updated=told_apart(updated, own),
        modified=updated if _is_changed(article) else None,
        rights=printable("\n\n".join(filter(None, (claims.text, words_of(article))))),
        holders=tuple(map(line, claims.holders)),
        citation=line(citation(entry, configuration)),
        origin=_origin(entry, loan.piece.base, configuration),
        pictures=_pictures(loan, stays),
        stays=bool(loan.out),
    )
    if item.rights or article.rights.licence:
        terms = absolute(terms_path(article), configuration)
        item = replace(item, licence=uri(licence_address(entry)) or terms, terms=terms)
    return replace(item, record=record_of(entry, loan, claims, item, credit, configuration))


def _whole(html: str, base: str) -> str:
    """The same with no address that is relative; where the page it came from is not known, some may be."""
    return RELATIVE.sub(lambda found: f'{found[1]}="{escape(urljoin(base, unescape(found[2])))}"', html)


def _corrections(article: Article) -> str:
    """What was put right, as the page says it at the foot of the text."""
    return "".join(
        f"<p><strong>Correction, {said.day}:</strong> {said.text_html}</p>\n"
        for said in correction_views(article)[:SHOWN]
    )


def _summary(entry: Entry) -> str:
    """What lists tell of it, or else its title: never most of the text, for a summary has no credit."""
    told = (entry.summary, entry.article.title, entry.credit.byline)
    return next((line(words) for words in told if words.strip() and not _tells(entry, words)), UNTOLD)


def _tells(entry: Entry, words: str) -> bool:
    short = len(words) * FEW > len(entry.text)
    return short and containment(fold(entry.text), fold(words)) > SUMMARY


def _as_text(body: str, entry: Entry) -> str:
    return printable(f"{html_to_text(without_any_image(body))}\n\n{as_text(entry.credit)}")


def _language(article: Article) -> str:
    """As the web names it; nothing where it is none."""
    tag = language_tag(article.language or "")
    return tag if LANGUAGE.fullmatch(tag) else ""


def _categories(article: Article) -> tuple[str, ...]:
    named = (article.category, *article.tags)
    return tuple(dict.fromkeys(line(name) for name in named if name and line(name)))


def _is_changed(article: Article) -> bool:
    """Whether its file says on which day it was last changed."""
    return bool(article.corrections) or is_full_day(article.modified)


def updated_of(article: Article, configuration: Configuration) -> datetime:
    """When it last changed in a way that readers should know: as its file says, or else when it came here.

    Each correction is a second later than without it: many are made on one day, and each is news.
    """
    days = [article.date, article.modified, *(said.on for said in article.corrections)]
    known = [moment(day, configuration) for day in days if is_full_day(day)]
    said = max(filter(None, known), default=None)
    last = (
        said
        or moment(article.source.retrieved, configuration)
        or moment(article.date, configuration)
        or EARLIEST
    )
    return later(last, len(article.corrections))


def _origin(entry: Entry, page: str, configuration: Configuration) -> Origin | None:
    """Where it came from; nowhere, if it was first published on this very page."""
    source, url = entry.article.source, entry.credit.source_url
    if not url or address_key(url) == address_key(page):
        return None
    title = line(source.site or "") or urlsplit(url).hostname or url
    known = moment(entry.article.date, configuration) or moment(source.retrieved, configuration)
    return Origin(uri(url), title, known or EARLIEST)


def _pictures(loan: Loan, stays: Set[int]) -> tuple[Media, ...]:
    found = (_media(picture, loan) for picture in loan.pictures if picture.number not in stays)
    return tuple({media.url: media for media in found if media.url}.values())


def _media(picture: Picture, loan: Loan) -> Media:
    beside = credit_beside(picture.words, (author.name for author in loan.piece.credit.authors))
    ending = PurePosixPath(urlsplit(picture.url).path).suffix.lower()
    return Media(
        url=uri(picture.url),
        type=PICTURES.get(ending, ""),
        alt=line(unescape(picture.alt)),
        credit=line(beside.words) if beside else "",
        licence=uri(next(iter(picture.licences), "")),
    )
