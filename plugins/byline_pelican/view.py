"""What templates see of an article: words ready to print, no decisions left to make."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from byline.model import MAIN_USES, Answer, Article, Permit, Terms, Use
from byline.rights.credit import as_html
from byline.rights.plainly import ANSWERS, USES, conditions, duties, requests
from byline.slug import slugify
from byline_pelican.around import Around
from byline_pelican.corrections import correction_views
from byline_pelican.dates import changed, sorting_date, spoken_date
from byline_pelican.edition import Entry
from byline_pelican.kit.uses import REPRINTING
from byline_pelican.markup import bare, voiced
from byline_pelican.opening import reading_minutes

BY_REVIEW = "published here by a leave of its own; for yours, ask the author"
LENT, UNLENT = "Republish this article", "How to ask for it"  # what leads to the kit
FOR_NEWSLETTERS = "newsletters:yes"  # the one filter of the search: Pagefind shuffles the order of several
ENGLISH = "en"  # what the theme speaks


@dataclass(frozen=True, slots=True)
class PermitRow:
    """One use, in words for a reader."""

    label: str
    allowed: bool
    verdict: str
    words: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another article, as a page that leads to it names it; `url` is below SITEURL."""

    title: str
    url: str
    by: str
    language: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class SeriesView:
    """The series of an article, as its page shows it.

    Attributes:
        part: what the file calls it; or else its place among the parts that are here.
        total: the parts that are known of.

    """

    name: str
    url: str
    part: int
    total: int
    parts: tuple[Neighbour, ...]


def article_view(entry: Entry, around: Around, url: str, home: str = ENGLISH) -> dict[str, Any]:
    """What templates may print of an article beside Pelican's own attributes.

    Args:
        entry: the article with its permits.
        around: what stands around it.
        url: the pattern of an article's address, below SITEURL.
        home: the site's language, which an article speaks that does not say.

    """
    article = entry.article
    terms = entry.terms
    credit = bare(as_html(entry.credit))
    updated = _updated(article)
    return {
        "published": spoken_date(article.date),
        "published_iso": (article.date or "")[:10],
        "updated": spoken_date(updated),
        "updated_iso": updated[:10],
        "corrections": correction_views(article),
        "summary_text": entry.summary,
        "reading_minutes": reading_minutes(entry.text),
        "lang_code": article.language or "",
        "credit_html": Markup(voiced(credit, _tongue(credit, article.language or home))),  # noqa: S704  sanitised where it is made
        "permits": tuple(permit_row(entry, use, terms) for use in MAIN_USES),
        "keep": tuple(line.text for line in duties(terms)),
        "conditions": tuple(line.text for line in conditions(terms)),
        "requests": tuple(line.text for line in requests(terms)),
        "source_url": entry.credit.source_url or "",
        "kit_call": LENT if REPRINTING.intersection(entry.lent) else UNLENT,
        "search_filter": FOR_NEWSLETTERS if Use.NEWSLETTER in entry.lent else "",
        "previous": _neighbour(around.previous, url),
        "next": _neighbour(around.next, url),
        "related": tuple(_neighbour(other, url) for other in around.related),
        "in_series": _series(entry, around.series, url),
    }


def _updated(article: Article) -> str:
    """When the article was last changed, where that is known to be later than it appeared."""
    said = changed(article)
    return said if said and sorting_date(said) > sorting_date(article.date) else ""


def _tongue(html: str, language: str) -> str:
    """Attributes for words of an author within a page whose own words are English."""
    said = "" if language.lower().split("-")[0] == ENGLISH else f' lang="{escape(language)}"'
    return said if html.isascii() else f'{said} dir="auto"'


def _neighbour(entry: Entry | None, url: str, *, current: bool = False) -> Neighbour | None:
    if entry is None:
        return None
    article = entry.article
    return Neighbour(
        article.title,
        url.format(slug=article.slug),
        entry.credit.byline,
        article.language or "",
        current,
    )


def _series(entry: Entry, parts: tuple[Entry, ...], url: str) -> SeriesView | None:
    if len(parts) < 2:  # noqa: PLR2004  one part alone leads nowhere
        return None
    name = str(entry.article.series)
    lines = [_neighbour(part, url, current=part is entry) for part in parts]
    return SeriesView(
        name=name,
        url=f"series/{slugify(name)}/",
        part=entry.article.part or parts.index(entry) + 1,
        total=max([len(parts), *(part.article.part or 0 for part in parts)]),
        parts=tuple(line for line in lines if line),
    )


def permit_row(entry: Entry, use: Use, terms: Terms) -> PermitRow:
    """The permit or refusal for one use."""
    answer, said = entry.permits[use], terms.answer(use)
    if isinstance(answer, Permit) and answer.reviewed is not None and use not in entry.lent:
        return PermitRow(USES[use], False, BY_REVIEW, "")
    if isinstance(answer, Permit):
        return PermitRow(USES[use], True, ANSWERS[Answer.GRANTED], answer.proof)
    if said is Answer.SILENT:  # silence has no words to quote
        return PermitRow(USES[use], False, ANSWERS[said], "")
    verdict = answer.reason if said is Answer.GRANTED else ANSWERS[said]
    return PermitRow(USES[use], False, verdict, answer.words)
