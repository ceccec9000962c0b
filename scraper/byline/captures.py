"""Captures: the raw pages as they were taken, kept as evidence and never changed."""

import hashlib
from pathlib import Path

from byline.content import write_atomically
from byline.model import Page
from byline.slug import slugify

FOLDER = "captures"


def keep_capture(page: Page, content: Path, *, dry: bool = False) -> str:
    """Keep the bytes of `page` below `content/captures`, and say where, relative to `content`.

    A file that lies there already stays where it is. Equal bytes are kept once; other bytes of the
    same name get a hash, so that no evidence is ever overwritten.
    """
    folder = content / FOLDER
    given = Path(page.source.capture) if page.source.capture else None
    if given is not None and given.resolve().is_relative_to(folder.resolve()):
        return f"{FOLDER}/{given.resolve().relative_to(folder.resolve()).as_posix()}"
    stem, suffix = _name(page, given)
    target = folder / f"{stem}{suffix}"
    if target.exists() and target.read_bytes() != page.content:
        target = folder / f"{stem}-{hashlib.sha256(page.content).hexdigest()[:8]}{suffix}"
    if not target.exists() and not dry:
        write_atomically(target, page.content)
    return f"{FOLDER}/{target.name}"


def _name(page: Page, given: Path | None) -> tuple[str, str]:
    if given is not None:
        return slugify(given.stem), given.suffix.lower()
    return slugify((page.source.url or "page").split("://", 1)[-1]), ".html"
