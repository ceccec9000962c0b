"""Reads the content folder for an edition. The only place here that opens article files."""

from datetime import date
from pathlib import Path

from byline.content import read_article
from byline.errors import ContentError
from byline.model import Article
from byline_pelican.edition import Broken, Edition, compile_edition


def read_edition(folder: Path, on: date) -> Edition:
    """Every article file below `folder`, compiled for the day `on`; broken ones are listed, not raised."""
    articles, broken = read_articles(folder)
    return compile_edition(articles, broken, on)


def read_articles(folder: Path) -> tuple[list[Article], list[Broken]]:
    """The articles below `folder`, and the files that are none."""
    articles: list[Article] = []
    broken: list[Broken] = []
    base = folder.resolve()
    for path in sorted(folder.rglob("*.md")):
        name = file_name(path)
        if not path.resolve().is_relative_to(base):
            broken.append(Broken(name, f"{name}: a link to a file outside the folder; copy the file instead"))
            continue
        try:
            articles.append(read_article(path, name))
        except ContentError as error:
            broken.append(Broken(name, str(error)))
    return articles, broken


def file_name(path: Path) -> str:
    """The path as messages show it: below the working folder where it can be."""
    here = Path.cwd()
    full = path.absolute()
    return full.relative_to(here).as_posix() if full.is_relative_to(here) else full.as_posix()
