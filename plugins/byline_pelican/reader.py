"""Our own Markdown reader: from article file to safe HTML, and to nothing where terms withhold.

Pelican's reader passes scripts through and copies local files named in `{attach}`; ours renders
with comrak, sanitises last, and answers `status: skip` for whatever the edition withholds.
"""

from pathlib import Path
from typing import Any

from pelican.contents import Author as PelicanAuthor
from pelican.contents import Category, Tag
from pelican.readers import BaseReader

from byline.model import Article
from byline.render import to_html
from byline_pelican.configuration import AROUND, CONFIGURATION, EDITION
from byline_pelican.dates import sorting_date
from byline_pelican.edition import Edition, Entry
from byline_pelican.kit.places import kit_url
from byline_pelican.machine.head import head_view
from byline_pelican.markup import framed
from byline_pelican.shelf import file_name
from byline_pelican.view import article_view

ONLY_OURS = {"author", "authors", "rights"}  # said by an article file, and by nothing else
SKIPPED = {"title": "withheld", "status": "skip"}


class ArticleReader(BaseReader):  # type: ignore[misc]  # Pelican has no types
    """Reads `.md` files: articles as the edition decided, pages as they stand."""

    enabled = True
    file_extensions = ("md", "markdown", "mkd", "mdown")

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Pelican's contract: content as HTML, and metadata."""
        edition: Edition = self.settings[EDITION]
        name = file_name(Path(source_path))
        if name in edition.by_path:
            return self._article(edition.by_path[name], edition)
        if name in edition.pages:
            return _page(edition.pages[name], edition)
        return "", dict(SKIPPED)  # what the edition does not know is not published

    def process_metadata(self, name: str, value: Any) -> Any:
        """What Pelican's settings say of every article, save what only its own file may say."""
        if name.lower() in ONLY_OURS:
            return super().process_metadata("author", "")  # Pelican's way to say nothing at all
        return super().process_metadata(name, value)

    def _article(self, entry: Entry, edition: Edition) -> tuple[str, dict[str, Any]]:
        article = entry.article
        metadata: dict[str, Any] = {
            "title": article.title,
            "slug": article.slug,
            "date": sorting_date(article.date),
            "category": Category(article.category or self.settings["DEFAULT_CATEGORY"], self.settings),
            "tags": [Tag(tag, self.settings) for tag in article.tags],
            "status": "published",
            "summary": article.summary or "",
            **self._view(entry),
            **head_view(entry, self.settings[CONFIGURATION]),
            "kit_url": kit_url(article.slug, self.settings),
        }
        if article.authors:
            metadata["authors"] = [PelicanAuthor(author.name, self.settings) for author in article.authors]
        return framed(to_html(article.body), edition.pictures), metadata

    def _view(self, entry: Entry) -> dict[str, Any]:
        around, url = self.settings[AROUND][entry.article.path], self.settings["ARTICLE_URL"]
        return article_view(entry, around, url, self.settings[CONFIGURATION].language)


def _page(page: Article, edition: Edition) -> tuple[str, dict[str, Any]]:
    html = framed(to_html(page.body), edition.pictures)
    return html, {"title": page.title, "slug": page.slug, "status": page.status}
