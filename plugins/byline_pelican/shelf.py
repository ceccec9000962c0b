"""Reads the content folder for an edition. The only place here that opens article and page files."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from byline.content import read_article
from byline.errors import ContentError
from byline.model import Article
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Broken, Edition, compile_edition

# Texts that a person may expect to be read, and that are not.
OTHER_TEXTS = {".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm", ".txt", ".org", ".adoc"}


def read_edition(configuration: Configuration, on: date) -> Edition:
    """Every article and page, compiled for the day `on`; broken ones are listed, not raised."""
    articles, broken = read_articles(configuration.articles)
    return compile_edition(articles, [*broken, *_broken_pages(configuration)], on)


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


def _broken_pages(configuration: Configuration) -> Iterator[Broken]:
    """Pages that cannot be read, or that would stand where something else stands."""
    settings = configuration.pelican
    own = [settings.get(f"{name.upper()}_SAVE_AS", f"{name}.html") for name in settings["DIRECT_TEMPLATES"]]
    taken = dict.fromkeys(own, "a page of the site itself")
    for folder in settings["PAGE_PATHS"]:
        for found in _texts(configuration.content / folder):
            if isinstance(found, Broken):
                yield found
                continue
            place = settings["PAGE_SAVE_AS"].format(slug=found.slug)
            other = taken.setdefault(place, found.path)
            if other != found.path:
                problem = f"{found.path}: slug '{found.slug}' is taken by {other}; change it"
                yield Broken(found.path, problem)


def _texts(folder: Path) -> Iterator[Article | Broken]:
    base = folder.resolve()
    for path in sorted(folder.rglob("*")):
        name = file_name(path)
        if path.suffix.lower() in OTHER_TEXTS:
            yield Broken(name, f"{name}: not read; Byline reads Markdown, so save it as {path.stem}.md")
        elif path.suffix == ".md" and not path.resolve().is_relative_to(base):
            yield Broken(name, f"{name}: a link to a file outside the folder; copy the file instead")
        elif path.suffix == ".md":
            try:
                yield read_article(path, name)
            except ContentError as error:
                yield Broken(name, str(error))


def file_name(path: Path) -> str:
    """The path as messages show it: below the working folder where it can be."""
    here = Path.cwd()
    full = path.absolute()
    return full.relative_to(here).as_posix() if full.is_relative_to(here) else full.as_posix()
