"""The folder of article files, which a person may edit at any time.

A person's work is never overwritten: where the fingerprint in a file no longer fits, a newer
import is laid beside it as `NAME.md.new`, until the person copies its fingerprint line into the
file. Files are written whole or not at all.
"""

import hashlib
import os
import tempfile
import unicodedata
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain, count
from pathlib import Path

from byline.errors import ContentError
from byline.frontmatter import article_text, is_untouched, mark_of, parse_article
from byline.identity import Register
from byline.model import Article


class Written(StrEnum):
    """What became of an import; BESIDE: a person edited the file, the newer reading is beside it."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    BESIDE = "beside"


@dataclass(frozen=True, slots=True)
class Stored:
    """Where an import was stored, and how; `beside` is the newer reading of a file edited by hand."""

    path: Path
    written: Written
    beside: Path | None = None


def read_article(path: Path, name: str | None = None, folder: Path | None = None) -> Article:
    """The article file at `path`.

    Args:
        path: a UTF-8 Markdown file with YAML front matter, or in Pelican's `Title: …` form.
        name: what messages call it; the path itself when omitted.
        folder: that of all articles, to which its place is relative.

    Raises:
        ContentError: it cannot be read; the message names the file and the mend.

    """
    name = name or path.as_posix()
    article = parse_article(read_text(path, name), name)
    return article if folder is None else replace(article, place=place_of(path, folder))


def read_text(path: Path, name: str) -> str:
    """The text of a file; `name` is what messages call it.

    Raises:
        ContentError: it cannot be read, or is no UTF-8.

    """
    try:
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ContentError(f"{name}: not UTF-8 text; save the file as UTF-8") from error
    except OSError as error:
        raise ContentError(
            f"{name}: cannot be read ({error.strerror}); check the path and its rights"
        ) from error


def place_of(path: Path, folder: Path) -> str:
    """Where a file lies below `folder`, without its ending; the same on every file system."""
    return unicodedata.normalize("NFC", path.relative_to(folder).with_suffix("").as_posix())


class Store:
    """A folder of article files, and those below it. Knows which file holds which source.

    Attributes:
        register: where each article came from, so that a renamed or moved file is found too.

    """

    def __init__(self, folder: Path) -> None:
        """Read what stands in `folder`; it need not exist yet."""
        self.folder = folder
        self.register = Register()
        self._slugs: set[str] = set()
        self._broken: dict[str, str] = {}  # by slug: what is wrong with a file that is a person's
        for path in sorted(folder.rglob("*.md")):
            try:
                self._enter(read_article(path, folder=folder))
            except ContentError as error:
                self._broken[path.stem] = str(error)

    def put(self, article: Article, known: Article | None = None, *, dry: bool = False) -> Stored:
        """Write `article`, unless an equal file or a person's work stands in its place.

        Args:
            article: what an import made.
            known: the article in whose file it belongs; found by its source when omitted.
            dry: only say what would be done.

        Raises:
            ContentError: a broken file stands in its place, or it cannot be written.

        """
        known = known or self.register.find(article.source)
        path = Path(known.path) if known else self._free_place(article)
        slug = known.slug if known else path.stem
        new = replace(article, slug=slug, path=path.as_posix(), place=place_of(path, self.folder))
        new = replace(new, id=self.register.identify(new, known))
        text = article_text(new)
        lacks_id = known is not None and known.id is None
        written = _fate(path, text, {article.slug, path.stem}, new, lacks_id=lacks_id)
        target = path.with_name(f"{path.name}.new") if written is Written.BESIDE else path
        if not dry and written is not Written.UNCHANGED and _present(target) != text:
            write_atomically(target, text)
        self._enter(new)
        return Stored(path, written, target if written is Written.BESIDE else None)

    def _enter(self, article: Article) -> None:
        self.register.enter(article)
        self._slugs.add(article.slug)

    def _free_place(self, article: Article) -> Path:
        """A file of its slug, with a hash where another article has that."""
        if article.slug in self._broken:
            raise ContentError(f"{self._broken[article.slug]} (then import again)")
        digest = hashlib.sha256((article.source.identity or article.title).encode()).hexdigest()[:8]
        names = chain([article.slug, f"{article.slug}-{digest}"], (f"{article.slug}-{n}" for n in count(2)))
        return next(path for path in map(self._path, names) if self._is_free(path))

    def _path(self, name: str) -> Path:
        return self.folder / f"{name}.md"

    def _is_free(self, path: Path) -> bool:
        return path.stem not in self._slugs and path.stem not in self._broken and not path.exists()


def _fate(path: Path, text: str, slugs: set[str], article: Article, *, lacks_id: bool) -> Written:
    """What is to be done with a new reading; a person's work is never replaced.

    A slug that a person changed is no newer reading: `slugs` are those that it may have had. Nor is an id
    that a file lacks, which only a file that nobody touched is given.
    """
    present = _present(path)
    if present is None:
        return Written.NEW
    untouched, same = is_untouched(present), mark_of(present) == mark_of(text)
    if present == text or (same and not (untouched and lacks_id)):
        return Written.UNCHANGED
    if untouched:
        return Written.UPDATED
    marks = {mark_of(article_text(replace(article, slug=slug))) for slug in slugs}
    return Written.UNCHANGED if mark_of(present) in marks else Written.BESIDE


def _present(path: Path) -> str | None:
    try:
        return path.read_text("utf-8", errors="replace")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ContentError(f"{path}: cannot be read ({error.strerror}); check its rights") from error


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
