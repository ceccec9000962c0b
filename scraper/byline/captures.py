"""Captures: the raw pages as they were taken, kept as evidence and never lost.

The newest bytes of an article's page lie at the place that the article names; those before them stay
beside it as `NAME.html.HASH`, which no import reads.
"""

import hashlib
from pathlib import Path

from byline.content import write_atomically
from byline.errors import ContentError
from byline.model import Page, Source
from byline.slug import slugify

FOLDER = "captures"


def capture_of(page: Page, content: Path) -> str | None:
    """Where `page` lies below `content/captures`, relative to `content`; None where it does not."""
    folder = (content / FOLDER).resolve()
    given = Path(page.source.capture).resolve() if page.source.capture else None
    if given is None or not given.is_relative_to(folder):
        return None
    return f"{FOLDER}/{given.relative_to(folder).as_posix()}"


def keep_capture(page: Page, content: Path, known: Source | None = None, *, dry: bool = False) -> str:
    """Keep the bytes of `page` below `content/captures`, and say where, relative to `content`.

    Args:
        page: what was taken; a file that lies there already stays where it is.
        content: the content folder.
        known: the source of the article that was made of this page before, whose place it takes.
        dry: only say where.

    """
    own = capture_of(page, content)
    kept = _kept(known, content)
    if kept is not None and (own is None or _bytes(kept) == page.content):
        target = kept
    elif own is not None:
        return own
    else:
        target = _free_place(page, content / FOLDER)
    if not dry:
        _lay(page.content, target)
    return target.relative_to(content).as_posix()


def _kept(known: Source | None, content: Path) -> Path | None:
    """The capture that an article names, if that is one: a person may have written anything there."""
    if known is None or not known.capture:
        return None
    path = content / known.capture
    inside = ".." not in path.parts and path.resolve().is_relative_to((content / FOLDER).resolve())
    return path if inside and not path.is_dir() else None


def _lay(data: bytes, target: Path) -> None:
    """Write `data` to `target`; other bytes that lie there are copied aside first."""
    present = _bytes(target)
    if present == data:
        return
    if present is not None:
        write_atomically(target.with_name(f"{target.name}.{_hash(present)}"), present)
    write_atomically(target, data)


def _free_place(page: Page, folder: Path) -> Path:
    """A name made of the page's own; equal bytes are kept once, others of that name get a hash."""
    given = Path(page.source.capture) if page.source.capture else None
    stem = slugify(given.stem if given else (page.source.url or "page").split("://", 1)[-1])
    suffix = given.suffix.lower() if given else ".html"
    target = folder / f"{stem}{suffix}"
    if _bytes(target) in {None, page.content}:
        return target
    return folder / f"{stem}-{_hash(page.content)}{suffix}"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:8]


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise ContentError(f"{path}: cannot be read ({error.strerror}); move it away") from error
