"""The folder of article files, which a person may edit at any time.

A person's work is never overwritten: where the fingerprint in a file no longer fits, a newer
import is laid beside it as `NAME.md.new`. Files are written whole or not at all.
"""

import hashlib
import os
import tempfile
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from byline.errors import ContentError
from byline.frontmatter import article_text, is_untouched, mark_of, parse_article
from byline.model import Article


class Written(StrEnum):
    """What became of an import."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    BESIDE = "edited by hand; the newer import is beside it"


@dataclass(frozen=True, slots=True)
class Stored:
    """Where an import was stored, and how."""

    path: Path
    written: Written
    beside: Path | None = None


def read_article(path: Path, name: str | None = None) -> Article:
    """The article file at `path`.

    Args:
        path: a UTF-8 Markdown file with YAML front matter, or in Pelican's `Title: …` form.
        name: what messages call it; the path itself when omitted.

    Raises:
        ContentError: it cannot be read; the message names the file and the mend.

    """
    name = name or path.as_posix()
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(f"{name}: not UTF-8 text; save the file as UTF-8") from error
    except OSError as error:
        raise ContentError(
            f"{name}: cannot be read ({error.strerror}); check the path and its rights"
        ) from error
    return parse_article(text, name)


class Store:
    """A folder of article files. Knows which file holds which source, so a renamed file is found too."""

    def __init__(self, folder: Path) -> None:
        """Read what stands in `folder`; it need not exist yet."""
        self.folder = folder
        self._files: dict[Path, tuple[str | None, str]] = {}  # identity of the source, slug
        for path in sorted(folder.glob("*.md")):
            try:
                article = read_article(path)
                self._files[path] = article.source.identity, article.slug
            except ContentError:
                self._files[path] = None, path.stem  # broken, but a person's: its name stays taken

    def put(self, article: Article, *, dry: bool = False) -> Stored:
        """Write `article`, unless an equal file or a person's work stands in its place.

        Args:
            article: what an import made.
            dry: only say what would be done.

        """
        path = self._place(article)
        slug = self._files[path][1] if path in self._files else path.stem
        text = article_text(replace(article, slug=slug))
        self._files[path] = article.source.identity, slug
        target, written = _decide(path, text)
        if target is not None and not dry:
            write_atomically(target, text)
        return Stored(path, written, target if written is Written.BESIDE else None)

    def _place(self, article: Article) -> Path:
        """The file of this source if there is one; else its slug, with a hash where that is taken."""
        identity = article.source.identity
        for path, (known, _) in self._files.items():
            if identity is not None and known == identity:
                return path
        path = self.folder / f"{article.slug}.md"
        if path in self._files or article.slug in {slug for _, slug in self._files.values()}:
            digest = hashlib.sha256((identity or article.title).encode()).hexdigest()[:8]
            path = self.folder / f"{article.slug}-{digest}.md"
        return path


def _decide(path: Path, text: str) -> tuple[Path | None, Written]:
    """Which file to write for a new reading, if any; a person's work is never the answer."""
    if not path.exists():
        return path, Written.NEW
    present = path.read_text("utf-8", errors="replace")
    if present == text or mark_of(present) == mark_of(text):
        return None, Written.UNCHANGED
    if is_untouched(present):
        return path, Written.UPDATED
    beside = path.with_name(f"{path.name}.new")
    laid = beside.exists() and beside.read_text("utf-8", errors="replace") == text
    return (None if laid else beside), Written.BESIDE


def write_atomically(path: Path, data: str | bytes) -> None:
    """Write `data` whole or not at all: a temporary file in the same folder, fsync, replace.

    Raises:
        ContentError: the file cannot be written.

    """
    content = data.encode() if isinstance(data, str) else data
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).chmod(0o644)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ContentError(f"{path}: cannot be written ({error.strerror}); check space and rights") from error
