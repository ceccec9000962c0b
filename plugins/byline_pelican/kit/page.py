"""The makers: a page for each kit, its files and its manifest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from byline.model import Author, spoken
from byline.rights.plainly import Line
from byline.web import is_web_address
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.kit.kit import Kit, kit_of
from byline_pelican.kit.manifest import manifest
from byline_pelican.kit.places import MANIFEST
from byline_pelican.kit.texts import KitText
from byline_pelican.pages import SitePage

TEMPLATE = "republish"
MAX_PAGE = 38_000  # bytes of texts and quotes: with its frame, the document stays below 50 KB
HINTS = {
    "html": "For a web page: the title, the text and the credit, in clean markup.",
    "markdown": "For a site generator, a wiki or a forum.",
    "text": "For everything that takes plain letters: 65 columns, every address spelled out.",
    "email": "For a newsletter: a table with its styles inside, as mail programs want it.",
}
TITLES = {
    "before_use": "Tell the author first",
    "required": "Tell the author",
    "appreciated": "Tell the author, if you like",
}
PICTURES = "These are in none of the texts. Their captions are, for those are part of the article."
WHOLE = "Take it whole, with the credit at its end. Copy a form, paste it, and leave the credit in."
UNMADE = "It may be reprinted, and no text of it here would keep all that its terms ask for."
OTHERWISE = "Its words lend it for other uses than to reprint it, so there is nothing to copy here."
UNLENT = "Its words lend it to nobody without asking, so there is nothing to copy here."
NAMES = 3  # authors that the heading names; the credit names them all
KIB = 1024


@dataclass(frozen=True, slots=True)
class TextView:
    """A form as the page shows it.

    Attributes:
        shown: whether the page holds the text; else it is fetched, and downloaded.
        size: of the file, for people.

    """

    name: str
    title: str
    hint: str
    content_html: Markup
    shown: bool
    file: str
    size: str
    media: str
    rows: int


@dataclass(frozen=True, slots=True)
class KitView:
    """What the template prints: words that are ready.

    Attributes:
        standfirst: what is to be had here, in a sentence.
        uses_title: above the uses.
        keep: the checklist: parts, changes and all other conditions.
        names: `By A and B`.
        article_url: below SITEURL.
        asked: whether the author asks to be told.
        pictures: what happened to those that stay here.
        author_pages: authors with an address.
        check: the command that checks a copy.

    """

    standfirst: str
    uses_title: str
    texts: tuple[TextView, ...]
    keep: tuple[Line, ...]
    names: str
    lang: str
    article_url: str
    asked: bool
    notice_title: str
    pictures: str
    author_pages: tuple[Author, ...]
    check: str


def kit_pages(edition: Edition, configuration: Configuration) -> Iterable[SitePage]:
    """A page for each published article: a kit, or why there is none."""
    for entry in edition.published:
        kit = kit_of(entry, configuration)
        yield SitePage(TEMPLATE, kit.url, {"kit": kit, "view": view_of(kit, configuration.site_url)})


def kit_files(edition: Edition, configuration: Configuration) -> Iterable[tuple[str, bytes]]:
    """The manifest of each kit, and a file for each text."""
    for entry in edition.published:
        kit = kit_of(entry, configuration)
        yield kit.url + MANIFEST, manifest(kit, configuration.site_url)
        for text in kit.texts:
            yield kit.url + text.form.file, text.file.encode()


def view_of(kit: Kit, site_url: str) -> KitView:
    """A kit as the template sees it."""
    authors = kit.article.authors
    few = authors if len(authors) <= NAMES + 1 else authors[:NAMES]
    others = [f"{len(authors) - len(few)} others"] if len(few) < len(authors) else []
    return KitView(
        standfirst=_standfirst(kit),
        uses_title="What you may do" if any(line.allowed for line in kit.uses) else "Why not",
        texts=tuple(_views(kit)),
        keep=_quoted_once((*kit.keep, kit.changes, *kit.conditions)),
        names=spoken([*(author.name for author in few), *others]),
        lang=kit.piece.language,
        article_url=kit.piece.base.removeprefix(f"{site_url}/"),
        asked=bool(kit.notice.text),
        notice_title=TITLES.get(kit.notice.asked, ""),
        pictures=PICTURES,
        author_pages=tuple(author for author in authors if is_web_address(author.url)),
        check=f"byline check YOUR-COPY --article {kit.article.slug}",
    )


def _standfirst(kit: Kit) -> str:
    if kit.lends:
        return WHOLE
    if kit.reprints:
        return UNMADE
    return OTHERWISE if any(line.allowed for line in kit.uses) else UNLENT


def _quoted_once(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, of which those that one sentence proves stand above it, and it stands there once."""
    after = [*lines[1:], None]
    return tuple(
        replace(line, words="") if below is not None and below.words == line.words else line
        for line, below in zip(lines, after, strict=True)
    )


def _views(kit: Kit) -> Iterator[TextView]:
    said = [*(line.words for line in kit.uses), *(line.words for line in (*kit.keep, *kit.conditions))]
    room = MAX_PAGE - sum(len(words.encode()) for words in said)
    for text in kit.texts:
        size = len(in_textarea(text.content).encode())
        shown = size <= room
        room = room - size if shown else 0
        yield _view(text, shown=shown)


def in_textarea(text: str) -> str:
    """A text that a textarea gives back sign by sign; more escapes would only make a page heavier."""
    return text.replace("&", "&amp;").replace("<", "&lt;")


def _view(text: KitText, *, shown: bool) -> TextView:
    form = text.form
    size = len(text.file.encode())
    return TextView(
        name=form.name,
        title=form.title,
        hint=HINTS[form.name],
        content_html=Markup(in_textarea(text.content) if shown else ""),  # noqa: S704  escaped there
        shown=shown,
        file=form.file,
        size=f"{max(1, round(size / KIB))} KB",
        media=form.media,
        rows=min(14, text.content.count("\n") + 2),
    )
