"""Reads the content folder for an edition. The only place here that opens article and page files."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from byline.content import read_article
from byline.errors import BuildError, ContentError
from byline.model import Article
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Broken, Edition, Entry, compile_edition, entry_of
from byline_pelican.ezine.desk import read_desk
from byline_pelican.outputs import PLACES
from byline_pelican.pictures.addresses import Picture, illustrated
from byline_pelican.pictures.files import Gallery
from byline_pelican.proof import fault

# Texts that a person may expect to be read, and that are not.
OTHER_TEXTS = {".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm", ".txt", ".org", ".adoc"}


def read_edition(configuration: Configuration, on: date) -> Edition:
    """Every article and page, compiled for the day `on`; broken ones are listed, not raised.

    Raises:
        BuildError: the content folder holds a link that leads out of it, or nowhere.
        ContentError: an issue file or the ledger cannot be read.

    """
    _refuse_links(configuration.content)
    taken = _own_places(configuration)
    articles, broken = read_articles(configuration.articles)
    wall = _Wall(configuration)
    entries, faulty = _proved(articles, configuration, on, taken, wall)
    pages, clashes = _pages(configuration, taken, wall)
    edition = compile_edition(entries, [*broken, *faulty, *clashes], on, pages, wall.pictures)
    return replace(edition, desk=read_desk(configuration.content))


def read_articles(folder: Path) -> tuple[list[Article], list[Broken]]:
    """The articles below `folder`, and the files that are none."""
    articles: list[Article] = []
    broken: list[Broken] = []
    for found in _texts(folder):
        if isinstance(found, Article):
            articles.append(found)
        else:
            broken.append(found)
    return articles, broken


def _own_places(configuration: Configuration) -> dict[str, str]:
    """By its place below the output, what the site itself writes."""
    settings = configuration.pelican
    own = [settings.get(f"{name.upper()}_SAVE_AS", f"{name}.html") for name in settings["DIRECT_TEMPLATES"]]
    return dict.fromkeys([*own, *PLACES], "a page of the site itself")


class _Wall:
    """The pictures of all texts, as they are found."""

    def __init__(self, configuration: Configuration) -> None:
        self.pictures: dict[str, Picture] = {}
        self._gallery, self._site_url = Gallery.of(configuration), configuration.site_url

    def hang(self, text: Article) -> tuple[Article, str]:
        """The text with its pictures and files addressed on the web, and what is wrong with them."""
        beside = Path(text.path).absolute().parent
        look, find = partial(self._gallery.look, beside=beside), partial(self._gallery.find, beside=beside)
        drawn = illustrated(text.body, self._site_url, look, find)
        self.pictures |= drawn.pictures
        return replace(text, body=drawn.text), drawn.problem


def _proved(
    articles: list[Article], configuration: Configuration, on: date, taken: dict[str, str], wall: _Wall
) -> tuple[list[Entry], list[Broken]]:
    """The articles that can be printed, and those that would end the press or lose their credit.

    Each takes its place in `taken`.
    """
    entries: list[Entry] = []
    faulty: list[Broken] = []
    for article in articles:
        place = configuration.pelican["ARTICLE_SAVE_AS"].format(slug=article.slug)
        try:
            drawn, lacking = wall.hang(article)
            entry = entry_of(drawn, on, future=configuration.pelican["WITH_FUTURE_DATES"])
            problem = _clash(article, place, taken) or fault(entry, configuration, lacking)
        except Exception as error:  # whatever one article does, the others are published
            said = " ".join(f"{type(error).__name__}: {error}".split())
            problem = f"cannot be printed ({said}); mend the file, or set `status: draft`"
        if problem:
            faulty.append(Broken(article.path, f"{article.path}: {problem}"))
        else:
            entries.append(entry)
    taken |= {
        configuration.pelican["ARTICLE_SAVE_AS"].format(slug=e.article.slug): e.article.path for e in entries
    }
    return entries, faulty


def _pages(
    configuration: Configuration, taken: dict[str, str], wall: _Wall
) -> tuple[list[Article], list[Broken]]:
    """Pages that stand beside the articles, and those that cannot be read or whose place is taken."""
    pages: list[Article] = []
    broken: list[Broken] = []
    for folder in configuration.pelican["PAGE_PATHS"]:
        for found in _texts(configuration.content / folder):
            if isinstance(found, Broken):
                broken.append(found)
                continue
            place = configuration.pelican["PAGE_SAVE_AS"].format(slug=found.slug)
            page, lacking = wall.hang(found)
            problem = _clash(found, place, taken) or lacking
            if problem:
                broken.append(Broken(found.path, f"{found.path}: {problem}"))
            elif found.status == "published":
                taken[place] = found.path
                pages.append(page)
    return pages, broken


def _clash(page: Article, place: str, taken: dict[str, str]) -> str:
    other = taken.get(place, page.path)
    return f"slug '{page.slug}' is taken by {other}; change it" if other != page.path else ""


def _texts(folder: Path) -> Iterator[Article | Broken]:
    """Every text below `folder`; what an editor hides behind a dot is nobody's."""
    for path in sorted(folder.rglob("*")):
        name = file_name(path)
        ending = path.suffix.lower()
        if _hidden(path.relative_to(folder)):
            continue
        if ending in OTHER_TEXTS or (ending == ".md" and path.suffix != ".md"):
            yield Broken(name, f"{name}: not read; Byline reads Markdown, so save it as {path.stem}.md")
        elif ending == ".md" and not _lies_in(path, folder):
            yield Broken(name, f"{name}: a link to a file outside the folder; copy the file instead")
        elif ending == ".md" and not path.is_file():
            yield Broken(name, f"{name}: no file; take it away, or give it another ending")
        elif ending == ".md":
            try:
                yield read_article(path, name, folder)
            except ContentError as error:
                yield Broken(name, str(error))


def _refuse_links(content: Path) -> None:
    """A link may publish what lies outside, and one to a folder may have no end."""
    for path in content.rglob("*"):
        if not path.is_symlink() or (_hidden(path.relative_to(content)) and not path.is_dir()):
            continue
        name = file_name(path)
        if path.is_dir():
            raise BuildError([f"{name}: a link to a folder; copy the folder instead"])
        if not _lies_in(path, content):
            raise BuildError([f"{name}: a link to nowhere or outside {content.name}; copy the file instead"])


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _lies_in(path: Path, folder: Path) -> bool:
    """Whether a file, links followed, is there and below `folder`."""
    try:
        return path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a link to nowhere, or to itself
        return False


def file_name(path: Path) -> str:
    """The path as messages show it: below the working folder where it can be."""
    here = Path.cwd()
    full = path.absolute()
    return full.relative_to(here).as_posix() if full.is_relative_to(here) else full.as_posix()
