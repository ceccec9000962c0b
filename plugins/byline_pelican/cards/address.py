"""Where the cards are: one for the site, and one for each article behind a setting."""

from pathlib import PurePosixPath
from urllib.parse import quote

from byline_pelican.configuration import Configuration
from byline_pelican.edition import Entry
from byline_pelican.pages import INDEX

WIDTH, HEIGHT = 1200, 630  # pixels; what the large readers of OpenGraph ask for
SITE_CARD = "card.png"


def card_place(entry: Entry | None, configuration: Configuration) -> str:
    """The file of an article's card, or of the site's own, below the output folder."""
    if entry is None or not configuration.byline.cards:
        return SITE_CARD
    page = PurePosixPath(configuration.pelican["ARTICLE_SAVE_AS"].format(slug=entry.article.slug))
    folder = page.parent if page.name == INDEX else page.with_suffix("")
    return (folder / SITE_CARD).as_posix()


def card_url(entry: Entry | None, configuration: Configuration) -> str:
    """The absolute address of the card that stands for an article, or for the site."""
    return f"{configuration.site_url}/{quote(card_place(entry, configuration))}"
