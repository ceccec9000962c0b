"""The distinct terms of an edition: a page each, at an address that stays.

Articles with the same words share a page. Its address is made of what the terms are made of, so it
stays as long as they do, whatever articles come and go; other words are other terms, elsewhere.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from byline.extract.markdown import plain_text
from byline.model import MAIN_USES, Answer, Article, Licence, Refusal, Terms, Use
from byline.rights.permit import differing, statement_of, terms_of
from byline.rights.plainly import ANSWERS, USES, Line, conditions, duties, requests
from byline.rights.terms import read_terms
from byline.settings import name_and_address
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition, Entry
from byline_pelican.machine.claims import public_licence
from byline_pelican.pages import SitePage
from byline_pelican.view import PermitRow

FOLDER = "terms/"
ODRL = "odrl.jsonld"
ID = 12  # hexadecimal digits: 48 bits tell the terms of any site apart
SOME = "may be reprinted, of some of these articles"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One set of terms, and the published articles that lie under it, newest first."""

    path: str
    words: str
    licence: Licence | None
    terms: Terms
    entries: tuple[Entry, ...]

    def lenders(self, use: Use) -> tuple[Entry, ...]:
        """The articles that everybody may use so, by these words, on the day of the build."""
        return tuple(entry for entry in self.entries if use in entry.lent)


def words_of(article: Article) -> str:
    """The author's words, as plain text; empty where there are none."""
    return plain_text(article.rights.permission).strip()


def terms_path(article: Article) -> str:
    """Where the terms of `article` stand, below SITEURL: `terms/1f0c…/`.

    Made of the words, line by line, for that is how they are read; of the licence's address; and of whatever
    the terms stored in the file make stricter.
    """
    licence = article.rights.licence.url if article.rights.licence else ""
    read, held = read_terms(statement_of(article)), terms_of(article)
    record = held.record()
    stricter = {name: record[name] for name in differing(read, held)}
    lines = [" ".join(line.split()) for line in words_of(article).splitlines()]
    said = ["\n".join(lines), licence, stricter]
    return f"{FOLDER}{sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:ID]}/"


def sheets(edition: Edition) -> tuple[Sheet, ...]:
    """The distinct terms of what is published, in the order of their newest article."""
    grouped: dict[str, list[Entry]] = {}
    for entry in edition.published:
        grouped.setdefault(terms_path(entry.article), []).append(entry)
    return tuple(_sheet(path, entries) for path, entries in grouped.items())


def _sheet(path: str, entries: list[Entry]) -> Sheet:
    article = entries[0].article
    return Sheet(path, words_of(article), public_licence(article), terms_of(article), tuple(entries))


def uses_of(sheet: Sheet) -> tuple[PermitRow, ...]:
    """What everybody may do, use by use; the main three always."""
    named = [*MAIN_USES, *(use for use in Use if use not in MAIN_USES and use.value in sheet.terms.answers)]
    return tuple(_row(sheet, use) for use in named)


def _row(sheet: Sheet, use: Use) -> PermitRow:
    said, lenders = sheet.terms.answer(use), sheet.lenders(use)
    proof = sheet.terms.proof(f"{use.value}={said.value}")
    words = proof.text if proof else ""
    if lenders:
        verdict = ANSWERS[Answer.GRANTED] if len(lenders) == len(sheet.entries) else SOME
        return PermitRow(USES[use], True, verdict, words)
    refusal = sheet.entries[0].lends[use]
    if said is Answer.GRANTED and isinstance(refusal, Refusal):
        return PermitRow(USES[use], False, refusal.reason, refusal.words)
    return PermitRow(USES[use], False, ANSWERS[said], words)


@dataclass(frozen=True, slots=True)
class SheetView:
    """What the template of a terms page sees; addresses are below SITEURL.

    Attributes:
        name: what lists call these terms: their first words, or the licence.
        uses, keep, conditions, requests: each with the author's words that prove it.
        lent: whether anybody may do anything with any of the articles.
        language: of the author's words, where the articles agree on one.
        articles: title, address and byline of each.
        odrl_url: of the offer; empty when there is none.

    """

    url: str
    name: str
    words: str
    language: str
    licence_url: str
    uses: tuple[PermitRow, ...]
    keep: tuple[Line, ...]
    conditions: tuple[Line, ...]
    requests: tuple[Line, ...]
    lent: bool
    articles: tuple[tuple[str, str, str], ...]
    odrl_url: str


def sheet_view(sheet: Sheet, configuration: Configuration, *, offers: bool) -> SheetView:
    """The terms page's words; `offers` when an ODRL file stands beside it."""
    languages = {entry.article.language or "" for entry in sheet.entries}
    return SheetView(
        url=sheet.path,
        name=_name(sheet),
        words=sheet.words,
        language=languages.pop() if len(languages) == 1 else "",
        licence_url=sheet.licence.url if sheet.licence else "",
        uses=uses_of(sheet),
        keep=duties(sheet.terms),
        conditions=conditions(sheet.terms),
        requests=requests(sheet.terms),
        lent=any(entry.lent for entry in sheet.entries),
        articles=tuple(_listed(entry, configuration) for entry in sheet.entries),
        odrl_url=sheet.path + ODRL if offers else "",
    )


def _name(sheet: Sheet, most: int = 12) -> str:
    """The first words of the terms; they have no other name."""
    words = sheet.words.split()
    if words:
        return " ".join(words[:most]) + ("\u00a0…" if len(words) > most else "")
    return sheet.licence.url if sheet.licence else "Nothing said"


def _listed(entry: Entry, configuration: Configuration) -> tuple[str, str, str]:
    article = entry.article
    url = configuration.pelican["ARTICLE_URL"].format(slug=article.slug)
    return article.title, url, entry.credit.byline


def views(edition: Edition, configuration: Configuration, offered: Iterable[str]) -> tuple[SheetView, ...]:
    """Every terms page of the edition; `offered` are the paths that have an offer beside them."""
    with_offer = set(offered)
    return tuple(sheet_view(s, configuration, offers=s.path in with_offer) for s in sheets(edition))


def terms_pages(edition: Edition, configuration: Configuration, offered: Iterable[str]) -> Iterable[SitePage]:
    """A page for each distinct terms, and one that lists them."""
    found = views(edition, configuration, offered)
    contact = name_and_address(configuration.byline.contact)[1]
    yield SitePage("terms_index", FOLDER, {"sheets": found})
    for view in found:
        yield SitePage("terms", view.url, {"sheet": view, "contact": contact})
