"""What was put right in an article, as its page and its feeds say it: newest first."""

from dataclasses import dataclass

from markupsafe import Markup

from byline.model import Article, Correction
from byline.render import to_html
from byline_pelican.dates import spoken_date


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """One correction, ready to print.

    Attributes:
        day: `2 March 2026`.
        day_iso: the same for machines.
        text_html: the words without a paragraph around them, for a line that begins with the day.

    """

    day: str
    day_iso: str
    text_html: Markup


def newest_first(article: Article) -> tuple[Correction, ...]:
    """The corrections; of one day, the one that stands last in the file comes first, as it was added last."""
    return tuple(sorted(article.corrections, key=lambda one: one.on)[::-1])


def correction_views(article: Article) -> tuple[CorrectionView, ...]:
    """The corrections as the article's page shows them."""
    return tuple(
        CorrectionView(spoken_date(one.on), one.on, Markup(_line(one.text)))  # noqa: S704  sanitised there
        for one in newest_first(article)
    )


def _line(markdown: str) -> str:
    return to_html(markdown).strip().removeprefix("<p>").removesuffix("</p>")
