"""Looks at the files of pictures: whether they may be shown, and how large they are. An edge.

Only headers are read: a site may hold thousands of photographs. To show one more format, add it to
FORMATS, by the ending that web servers know it by.
"""

import os
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, unquote

from PIL import Image, UnidentifiedImageError

from byline_pelican.configuration import Configuration
from byline_pelican.pictures.addresses import Picture

FORMATS = {  # what browsers show, and Pillow's name for it
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".gif": "GIF",
    ".webp": "WEBP",
    ".avif": "AVIF",
    ".svg": "SVG",
}
MAX_PIXELS = 80_000_000  # more than any camera of today takes in one picture, and than telephones unpack
ORIENTATION = 0x0112  # of EXIF
TURNED = {5, 6, 7, 8}  # its values that stand a picture on its side
SVG_HEAD = 65_536  # bytes in which the element svg begins
SVG = re.compile(r"<svg\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
LENGTH = re.compile(r"\s(width|height)\s*=\s*[\"']\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*[\"']")
VIEW_BOX = re.compile(
    r"\sviewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d{1,5})(?:\.\d+)?[\s,]+(\d{1,5})(?:\.\d+)?\s*[\"']"
)


@dataclass(frozen=True, slots=True)
class Gallery:
    """The folders below the content folder that are published as they are."""

    content: Path
    folders: tuple[Path, ...]

    @classmethod
    def of(cls, configuration: Configuration) -> "Gallery":
        """What a site publishes."""
        content = Path(os.path.normpath(configuration.content))
        paths = configuration.pelican["STATIC_PATHS"]
        return cls(content, tuple(Path(os.path.normpath(content / path)) for path in paths))

    def look(self, reference: str, beside: Path) -> Picture | str:
        """The picture that a text in the folder `beside` refers to, or why it cannot be shown."""
        said = f"picture {reference}"
        inside = [path for path in self._named(reference, beside) if self._publishes(path)]
        if not inside:
            return f"{said}: not below {self._wanted}, so it is not published; put the file there"
        path = next(filter(os.path.isfile, inside), None)
        if path is None:
            return f"{said}: there is no such file; put it below {self._wanted}, or mend the name"
        if not any(path.resolve().is_relative_to(folder.resolve()) for folder in self.folders):
            return f"{said}: a link to a file outside {self._wanted}; copy the file instead"
        size = measured(path)
        place = quote(path.relative_to(self.content).as_posix())
        return f"{said}: {size}" if isinstance(size, str) else Picture(place, *size)

    def find(self, reference: str, beside: Path) -> str:
        """The place of a published file that a text in the folder `beside` links to, if there is one."""
        for path in self._named(reference, beside):
            inside = self._publishes(path) and path.is_file()
            if inside and any(path.resolve().is_relative_to(folder.resolve()) for folder in self.folders):
                return quote(path.relative_to(self.content).as_posix())
        return ""

    def _named(self, reference: str, beside: Path) -> list[Path]:
        """The files that a reference may mean: from the top of the site, or from the text itself."""
        where = unquote(re.split(r"[?#]", reference, maxsplit=1)[0])
        if "\0" in where:
            return []
        bases = [self.content] if where.startswith("/") else [beside, self.content]
        return [Path(os.path.normpath(base / where.lstrip("/"))) for base in bases]

    def _publishes(self, path: Path) -> bool:
        return any(path.is_relative_to(folder) for folder in self.folders)

    @property
    def _wanted(self) -> str:
        names = [folder.relative_to(self.content).as_posix() for folder in self.folders]
        return " or ".join(f"{self.content.name}/{name}/" for name in names) or "a folder of STATIC_PATHS"


def measured(path: Path) -> tuple[int | None, int | None] | str:
    """Width and height of a picture as browsers show it, or what is wrong with it."""
    try:
        facts = path.stat()
    except OSError as error:
        return f"cannot be read ({error.strerror}); check its rights"
    return _measured(path, facts.st_mtime_ns, facts.st_size)


@lru_cache(maxsize=65_536)
def _measured(path: Path, _changed: int, _size: int) -> tuple[int | None, int | None] | str:
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        return f"no kind of picture that browsers show; save it as {', '.join(FORMATS)}"
    try:
        return _svg_size(path) if kind == "SVG" else _size_of(path, kind)
    except UnidentifiedImageError:
        return f"not a {kind} picture, though its name says so; save it anew"
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return f"more than {MAX_PIXELS // 1_000_000} million pixels; make it smaller"
    except Exception as error:  # a damaged file may raise anything
        said = " ".join(f"{type(error).__name__}: {error}".split())
        return f"cannot be read ({said}); save it anew"


def _size_of(path: Path, kind: str) -> tuple[int, int] | str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of odd metadata, which is no concern of a reader's
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        with Image.open(path, formats=[kind]) as image:
            width, height = image.size
            turned = image.getexif().get(ORIENTATION) in TURNED
    if width * height > MAX_PIXELS:
        raise Image.DecompressionBombError
    return (height, width) if turned else (width, height)


def _svg_size(path: Path) -> tuple[int | None, int | None] | str:
    with path.open("rb") as file:
        head = SVG.search(file.read(SVG_HEAD).decode("utf-8", "replace"))
    if head is None:
        return "not an SVG picture, though its name says so; save it anew"
    lengths = {name: int(number) for name, number in LENGTH.findall(head[1])}
    box = VIEW_BOX.search(head[1])
    if len(lengths) == len(("width", "height")):
        return lengths["width"], lengths["height"]
    return (int(box[1]), int(box[2])) if box else (None, None)
