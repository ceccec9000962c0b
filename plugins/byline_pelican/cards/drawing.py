"""Draws a card: a title set large on paper, with a hairline and a colophon, as the theme has it.

Same words, same bytes. A letter that no font has is never printed as an empty box: the card then goes
without its title. To know one more font for the scripts of the world, add it to FALLBACKS.
"""

import io
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from math import ceil
from typing import Literal
from unicodedata import bidirectional, category

import PIL
from PIL import Image, ImageDraw, ImageFont, features

from byline_pelican.cards.address import HEIGHT, WIDTH

STYLE = 1  # raise it when the drawing changes: cards that were drawn before are then drawn anew
PAPER, INK, SOFT, HAIR, ACCENT = "#fcfbf9", "#1e1c1a", "#615c55", "#dcd7ce", "#9b1b30"
MARGIN = 84
SIZES = (112, 104, 96, 88, 80, 72, 66, 60, 54, 48)  # of a title, the largest that fits
SMALL = 34
LONGEST = 300  # characters of a title; no card has room for more
LEADING = 1.12
DEPTH, GAP = 0.48, 42  # how far letters may hang below their line, of their size; pixels to the hairline
ROOM = 300  # of height for a title
RULE = HEIGHT - 150  # where the hairline lies
COLOURS = 48  # of a card; letters need few, and the file is a third
FALLBACKS = (  # as Pillow finds them on Linux, macOS and Windows
    *("NotoSerif-Regular.ttf", "DejaVuSerif.ttf", "Times New Roman.ttf", "times.ttf"),
    *("NotoNaskhArabic-Regular.ttf", "NotoSerifHebrew-Regular.ttf", "NotoSansHebrew-Regular.ttf"),
    *("NotoSerifDevanagari-Regular.ttf", "NotoSansDevanagari-Regular.ttf", "Nirmala.ttf"),
    *("NotoSerifBengali-Regular.ttf", "NotoSerifTamil-Regular.ttf", "NotoSerifThai-Regular.ttf"),
    *("NotoSerifArmenian-Regular.ttf", "NotoSerifGeorgian-Regular.ttf", "NotoSerifEthiopic-Regular.ttf"),
    *("NotoSerifCJK-Regular.ttc", "NotoSansCJK-Regular.ttc", "Songti.ttc", "msyh.ttc", "Arial Unicode.ttf"),
)
UNSEEN = {"Cf", "Zs", "Mn", "Me", "Cc", "Zl", "Zp"}  # kinds of characters that have no shape of their own
SYMBOLS = {"So", "Sk", "Cs", "Co", "Cn"}  # and those that a title can do without
NOBODYS = "\U0010fffd"  # a character that no font has, for it is set aside for private use
RIGHT_TO_LEFT = {"R", "AL"}
Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class Card:
    """What a card says: `site` stands above, `foot` below the hairline."""

    title: str
    site: str
    foot: str


def draw(card: Card, font: str) -> bytes:
    """The card as a PNG.

    Args:
        card: its words.
        font: the file of the font; where it lacks a letter, one of FALLBACKS is taken.

    """
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    pen = ImageDraw.Draw(image)
    _mark(pen, MARGIN, MARGIN - 2)
    pen.line([(MARGIN, RULE), (WIDTH - MARGIN, RULE)], fill=HAIR, width=2)
    _small(pen, card.foot, font, (MARGIN, RULE + 62), SOFT)
    if _title(pen, card.title, font):
        _small(pen, card.site, font, (MARGIN + 56, MARGIN + 26), INK)
    else:
        _title(pen, card.site, font)
    out = io.BytesIO()
    image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(
        out, "PNG", optimize=True
    )
    return out.getvalue()


def engine() -> str:
    """What else decides a card's bytes: the version of Pillow, and how it sets lines of text."""
    return f"{STYLE} {PIL.__version__} {features.check('raqm')}"


def _mark(pen: ImageDraw.ImageDraw, x: int, y: int) -> None:
    """The site's mark: a nib on its line."""
    pen.polygon([(x + 18, y), (x + 32, y + 15), (x + 18, y + 30), (x + 4, y + 15)], fill=ACCENT)
    pen.rectangle([(x, y + 34), (x + 36, y + 37)], fill=ACCENT)


def _small(pen: ImageDraw.ImageDraw, words: str, font: str, at: tuple[int, int], ink: str) -> None:
    """A line in small letters, cut where it is too long."""
    found = _set(words, font, SMALL)
    if found is None:
        return
    face, said = found
    room = WIDTH - MARGIN - at[0]
    while said and _width(face, said) > room:
        said = said.removesuffix("…")[:-1].rstrip(" ,") + "…"
    pen.text(at, said, fill=ink, font=face, anchor="ls", direction=_direction(said))


def _title(pen: ImageDraw.ImageDraw, words: str, font: str) -> bool:
    """The title in the largest letters that leave it room, above the hairline; whether it could be set."""
    for size in SIZES:
        found = _set(words, font, size)
        if found is None:
            return False
        face, said = found
        lines = list(_lines(face, said))
        if len(lines) * size * LEADING <= ROOM:
            break
    fitting = lines[: int(ROOM // (size * LEADING))]
    if len(fitting) < len(lines):
        fitting[-1] = fitting[-1][:-1].rstrip(" ,.;:") + "…"
    backwards = _direction(said) == "rtl"
    x, anchor = (WIDTH - MARGIN, "rs") if backwards else (MARGIN, "ls")
    for above, line in enumerate(reversed(fitting)):
        y = RULE - max(GAP, int(size * DEPTH)) - int(above * size * LEADING)
        pen.text((x, y), line, fill=INK, font=face, anchor=anchor, direction=_direction(line))
    return True


def _lines(face: Font, words: str) -> Iterator[str]:
    """The words in lines that fit between the margins; a word that is too long is parted."""
    line, room = "", WIDTH - 2 * MARGIN
    for word in words.split():
        longer = f"{line} {word}".strip()
        if _width(face, longer) <= room:
            line = longer
            continue
        yield from [line] if line else []
        line = word
        while _width(face, line) > room:
            end = max(1, bisect_right(range(len(line)), room, key=partial(_width_of_first, face, line)) - 1)
            yield line[:end]
            line = line[end:]
    yield from [line] if line else []


def _set(words: str, font: str, size: int) -> tuple[Font, str] | None:
    """The font that has every letter of some words, and the words without symbols that it lacks."""
    said = " ".join(words[:LONGEST].split())
    if not said or (_joins(said) and not features.check("raqm")):
        return None
    for name in (font, *FALLBACKS):
        lacking = {c for c in set(said) if category(c) not in UNSEEN and not _has(name, c)}
        if all(category(character) in SYMBOLS for character in lacking):
            kept = " ".join("".join(c for c in said if c not in lacking).split())
            face = _face(name, size)
            return (face, kept) if face and kept else None
    return None


@lru_cache(maxsize=256)
def _face(name: str, size: int) -> Font | None:
    try:
        return ImageFont.truetype(name, size)
    except OSError:  # no such font here
        return None


@lru_cache(maxsize=65_536)
def _has(name: str, character: str) -> bool:
    """Whether a font has a shape for a character other than the one for all that it lacks."""
    face = _face(name, SMALL)
    if face is None:
        return False
    shape, lacking = face.getmask(character), face.getmask(NOBODYS)
    return shape.getbbox() is not None and (shape.size, bytes(shape)) != (lacking.size, bytes(lacking))


def _width(face: Font, words: str) -> float:
    return face.getlength(words, direction=_direction(words))


def _width_of_first(face: Font, words: str, letters: int) -> int:
    return ceil(_width(face, words[:letters]))


def _direction(words: str) -> Literal["rtl"] | None:
    strong = (bidirectional(c) for c in words if bidirectional(c) in {"L", *RIGHT_TO_LEFT})
    backwards = next(strong, "L") in RIGHT_TO_LEFT
    return "rtl" if backwards and features.check("raqm") else None


def _joins(words: str) -> bool:
    """Whether letters change their shape beside one another, or run from right to left."""
    return any(bidirectional(c) in RIGHT_TO_LEFT or "\u0900" <= c <= "\u0dff" for c in words)
