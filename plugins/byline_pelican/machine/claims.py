"""Whose copyright an article is, and since when: as its notices say, and nothing where they are silent.

An author is not taken for the holder: many have sold their rights.
"""

from dataclasses import dataclass

from byline.extract.markdown import plain_text
from byline.model import Article
from byline.rights.parts.notice import read_notice


@dataclass(frozen=True, slots=True)
class Claims:
    """What the copyright lines of an article claim.

    Attributes:
        text: the lines word for word, as plain text.
        holders: the names that they name.
        year: the first year that they name; copyright runs from there.

    """

    text: str = ""
    holders: tuple[str, ...] = ()
    year: int | None = None


def claims_of(article: Article) -> Claims:
    """The claims in the copyright lines of `article`."""
    lines = [" ".join(plain_text(line).split()) for line in article.rights.copyright.splitlines()]
    notices = [read_notice(line) for line in lines if line]
    holders = dict.fromkeys(notice.holder for notice in notices if notice.holder)
    years = [year for notice in notices for year in notice.years]
    return Claims("\n".join(notice.text for notice in notices), tuple(holders), min(years, default=None))
