"""Whose copyright an article is, since when, and under which public licence: as its words say, and no more.

An author is not taken for the holder: many have sold their rights. A notice of pictures is not the article's.
"""

import re
from dataclasses import dataclass

from byline.extract.markdown import plain_text
from byline.model import MAIN_USES, Article, Licence, Terms
from byline.rights.parts.licence_url import licence_at
from byline.rights.parts.notice import read_notice
from byline.rights.permit import terms_of
from byline.rights.terms import read_terms
from byline.web import is_web_address

OF_OTHER_THINGS = re.compile(  # what a notice may speak of that is not the article
    r"\W*(?:all |the )?(?:photo\w*|pictures?|images?|illustrations?|art\w*|cover|maps?|charts?|graphics?"
    r"|drawings?|music|video\w*|design|layout|site|web ?site|fotos?|bilder|abbildung\w*|dibujos?)\b",
    re.IGNORECASE,
)
YEAR = r"((?:1[89]|20)\d\d)\b"
SIGN = r"(?:©|\(c\)|copyright|copr\.)"
DATED = re.compile(  # a year beside the sign, or behind the name that follows it
    rf"{SIGN}\W*(?:{SIGN})?\W*{YEAR}|{YEAR}\W*{SIGN}|{SIGN}\W[^\d.;,]{{2,80}},?\s+{YEAR}", re.IGNORECASE
)
OF_A_LICENCE = ("modify", "commercial", "extent")  # what terms and the licence that they name must agree in
NO_LICENCE = {"fee": "yes", "speaker": "host"}  # what no public licence says
OF_OTHER_WORKS = {
    "third_party_excluded",
    "pictures_excluded",
    "tables_excluded",
}  # the text is lent all the same
HARMLESS = OF_OTHER_WORKS | {"mark_changes"}


@dataclass(frozen=True, slots=True)
class Claims:
    """What the copyright lines of an article claim.

    Attributes:
        text: the lines word for word, as plain text.
        holders: the names that they name.
        year: the first year that stands with the sign; copyright runs from there.

    """

    text: str = ""
    holders: tuple[str, ...] = ()
    year: int | None = None


def claims_of(article: Article) -> Claims:
    """The claims in the copyright lines of `article`."""
    lines = [" ".join(plain_text(line).split()) for line in article.rights.copyright.splitlines()]
    notices = [read_notice(line) for line in lines if line]
    own = [notice for notice in notices if not OF_OTHER_THINGS.match(notice.text)]
    holders = dict.fromkeys(notice.holder for notice in own if notice.holder)
    years = [int(year) for n in own for found in DATED.findall(n.text) for year in found if year]
    return Claims("\n".join(notice.text for notice in notices), tuple(holders), min(years, default=None))


def public_licence(article: Article) -> Licence | None:
    """The licence that the article names by address, where its terms are that licence's and no stricter.

    What it is called is told by its address.
    """
    licence = article.rights.licence
    if licence is None or not is_web_address(licence.url):
        return None
    if not _agree(read_terms(licence.url), terms_of(article)):
        return None
    known = licence_at(licence.url)
    return known if known.spdx else licence


def _agree(named: Terms, held: Terms) -> bool:
    """Whether the terms of an article are those of the licence that it names."""
    more = {limit.kind for limit in held.limits} - {limit.kind for limit in named.limits} - HARMLESS
    same = all(getattr(named, name) == getattr(held, name) for name in OF_A_LICENCE)
    asked = held.notice in {"required", "before_use"} and held.notice != named.notice
    barred = any(getattr(held, name) == value for name, value in NO_LICENCE.items())
    answers = all(named.answer(use) == held.answer(use) for use in MAIN_USES)
    return same and answers and not (more or asked or barred)
