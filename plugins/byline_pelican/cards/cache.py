"""The cards of a build, each drawn once: those of earlier builds are kept. An edge."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from byline.content import write_atomically
from byline.errors import ContentError
from byline_pelican.cards.address import card_place
from byline_pelican.cards.drawing import Card, draw, engine
from byline_pelican.configuration import Configuration, theme_folder
from byline_pelican.edition import Edition, Entry

FOLDER = Path(".byline-cache") / "cards"
FONT = "card.ttf"  # of the theme; Byline's own, Newsreader at weight 460 and size 60, where it has none
PNG = b"\x89PNG\r\n\x1a\n"
PNG_END = b"IEND\xaeB`\x82"  # what a whole file ends with
NAMED = 3  # authors on a card; the article's credit names them all


def cards(edition: Edition, configuration: Configuration) -> Iterator[tuple[str, bytes]]:
    """The site's card, and where the site wants them, one for each article: name and PNG."""
    own = Path(configuration.pelican["THEME"]) / FONT
    font = own if own.is_file() else theme_folder() / FONT
    style = f"{engine()} {hashlib.sha256(font.read_bytes()).hexdigest()}"
    folder, used = configuration.root / FOLDER, set()
    entries = [None, *(edition.published if configuration.byline.cards else ())]
    for entry in entries:
        card = card_of(entry, configuration)
        said = f"{style}\0{card.title}\0{card.site}\0{card.foot}"
        kept = folder / f"{hashlib.sha256(said.encode('utf-8', 'replace')).hexdigest()}.png"
        used.add(kept)
        yield card_place(entry, configuration), _kept(kept) or _drawn(card, font, kept)
    _prune(folder, used)


def card_of(entry: Entry | None, configuration: Configuration) -> Card:
    """What the card of an article, or of the site, says."""
    if entry is None:
        return Card(configuration.site_name, "", configuration.byline.tagline)
    names = [author.name for author in entry.article.authors]
    few = names[:NAMED] if len(names) > NAMED + 1 else names
    others = f" and {len(names) - len(few)} others" if len(few) < len(names) else ""
    return Card(entry.article.title, configuration.site_name, ", ".join(few) + others)


def _kept(path: Path) -> bytes | None:
    with suppress(OSError):
        data = path.read_bytes()
        return data if data.startswith(PNG) and data.endswith(PNG_END) else None
    return None


def _drawn(card: Card, font: Path, path: Path) -> bytes:
    data = draw(card, str(font))
    with suppress(ContentError):  # a folder that is closed to us costs time, and nothing else
        write_atomically(path, data)
    return data


def _prune(folder: Path, used: set[Path]) -> None:
    """Take away what no page needs any more."""
    with suppress(OSError):
        for path in folder.iterdir():
            if path not in used and path.suffix == ".png":
                path.unlink()
