"""What stands where an article was that has been withdrawn: that it was, when and why, and none of its text.

Links and bookmarks lead there, and so does everybody who holds a copy; a page that is gone would tell
them nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from byline_pelican.configuration import Configuration
from byline_pelican.dates import spoken_date
from byline_pelican.edition import Edition, Entry
from byline_pelican.kit.places import kit_url
from byline_pelican.pages import INDEX, SitePage

TEMPLATE = "withdrawn"


@dataclass(frozen=True, slots=True)
class WithdrawnView:
    """What the template prints.

    Attributes:
        byline: `By A and B`.
        day: `1 May 2026`.
        day_iso: the same for machines.
        why: plain words.
        lang: the article's language; empty where it names none.

    """

    title: str
    byline: str
    day: str
    day_iso: str
    why: str
    lang: str


def withdrawn_pages(edition: Edition, configuration: Configuration) -> Iterable[SitePage]:
    """A page at the address of each withdrawn article, and one where it was lent."""
    settings = configuration.pelican
    for entry in edition.withdrawn:
        slug = entry.article.slug
        context = {"withdrawn": _view(entry)}
        yield SitePage(TEMPLATE, _folder(settings["ARTICLE_SAVE_AS"].format(slug=slug)), context)
        yield SitePage(TEMPLATE, kit_url(slug, settings), context)


def _folder(save_as: str) -> str:
    """A file's address, where a folder's index goes by the name of its folder."""
    return save_as.removesuffix(INDEX) if save_as.endswith(f"/{INDEX}") else save_as


def _view(entry: Entry) -> WithdrawnView:
    article, said = entry.article, entry.article.withdrawn
    day, why = (said.on, said.why) if said else ("", "")
    return WithdrawnView(
        title=article.title,
        byline=entry.credit.byline,
        day=spoken_date(day),
        day_iso=day,
        why=why,
        lang=article.language or "",
    )
