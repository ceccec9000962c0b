"""A site of made-up articles: every kind of Markdown, and every title, author and date that is hard to set.

The same number gives the same bytes. No text is anybody's: sentences are put together from word lists.
"""

import random
import struct
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import yaml

CONFIG = """\
SITENAME = "The Long Shelf"
SITEURL = "https://shelf.example.org"
PATH = "content"
TIMEZONE = "UTC"
PLUGINS = ["byline_pelican"]
BYLINE = {"tagline": "Two hundred pieces that nobody wrote", "contact": "desk@shelf.example.org"}
"""
CATEGORIES = ("Bees", "Bread", "Clocks", "Gardens", "Letters", "Maps", "Rivers", "Tea")
TAGS = tuple(
    f"{kind} {thing}" for kind in ("old", "small", "late", "open", "plain") for thing in (
        *("doors", "hands", "roads", "songs", "tables", "tools"),
    )
)  # fmt: skip
AUTHORS = tuple(f"{first} Example" for first in (
    *("Ada", "Ben", "Cleo", "Dov", "Edda", "Finn", "Gül", "Hana", "Ivo", "Júlia", "Kofi", "Lê"),
))  # fmt: skip
SYLLABLES = (
    *("ba", "cle", "dor", "fen", "gri", "hol", "jun", "kes", "lam", "mir", "nor", "pel", "qui", "ros", "sta"),
    *("tun", "ul", "ver", "wen", "yar", "zi", "ash", "bri", "cor", "den", "el", "fli", "gar", "hin", "os"),
)
ENDS = ("before the frost", "without a word", "as it always was", "for a whole year", "in the wrong order")
ARABIC = "الكاتب يقرأ الرسالة في الحديقة ثم يكتب عن النهر والخبز والساعة القديمة كل صباح"
HEBREW = "הגנן קורא את המכתב ליד הנהר ואחר כך כותב על הלחם ועל השעון הישן בכל בוקר"
STATEMENTS = (
    "This article may be republished on web sites and in newsletters, with the resource box.",
    "This article may be republished on web sites. Newsletters must ask for permission first.",
    (
        "You may republish this article free of charge on web sites, in newsletters and in print. "
        "Keep the byline, the copyright line and the resource box with its live link; do not change it."
    ),
)
WITHHELD = "All rights reserved."
PICTURES = 4
LONG_LINE = "x = " + " + ".join(f"a_rather_long_name_{number}" for number in range(30))


def write_site(folder: Path, number: int) -> None:
    """A site of `number` articles below `folder`, ready to build; every twentieth may not be published."""
    articles, images = folder / "content" / "articles", folder / "content" / "images"
    articles.mkdir(parents=True)
    images.mkdir()
    (folder / "pelicanconf.py").write_text(CONFIG, "utf-8")
    for at in range(PICTURES):
        (images / f"plate-{at}.png").write_bytes(picture(640 + 40 * at, 360, at))
    for at in range(number):
        head, body = article(at)
        front = yaml.safe_dump(head, allow_unicode=True, sort_keys=False, width=10_000)
        (articles / f"{at:04}.md").write_text(f"---\n{front}---\n\n{body}\n", "utf-8")


def article(at: int) -> tuple[dict[str, Any], str]:
    """The front matter and the text of article number `at`."""
    rng = random.Random(at)
    names = rng.sample(AUTHORS, rng.choice((1, 1, 1, 2, 3)))
    head: dict[str, Any] = {
        "title": f"{title(rng)} ({at})",
        "slug": f"piece-{at:04}",
        "authors": names,
        "date": date(rng),
        "category": CATEGORIES[at % len(CATEGORIES)],
        "tags": rng.sample(TAGS, 3),
        "language": "en",
        "rights": {
            "copyright": f"Copyright {2005 + at % 20} {names[0]}",
            "resource_box": f"{names[0]} writes. {sentence(rng)} "
            f"See [more of it](https://writer-{at % len(AUTHORS)}.example.net/).",
            "permission": WITHHELD if at % 20 == 19 else STATEMENTS[at % len(STATEMENTS)],
        },
    }
    if at % 3 == 0:
        head["source"] = {"canonical": f"https://origin.example.net/{at}/", "site": "The Origin"}
    text = list(parts(rng, at))
    if at in ODD:
        text = ODD[at](head, text)
    return head, "\n\n".join(text)


def parts(rng: random.Random, at: int) -> Iterator[str]:
    """The blocks of a text: always prose, and some of everything else."""
    yield paragraph(rng)
    for number, block in enumerate(rng.sample(BLOCKS, 4)):
        yield f"## {title(rng)}"
        yield paragraph(rng)
        if number == 2:
            yield f"### {title(rng)}"
        yield block(rng, at)
    yield paragraph(rng)


def word(rng: random.Random) -> str:
    """A word of no language: among so many, no two articles share a phrase."""
    return "".join(rng.choices(SYLLABLES, k=rng.choice((1, 2, 2, 3))))


def sentence(rng: random.Random) -> str:
    """One sentence; sometimes with a mark or a link in it."""
    first, *others = (word(rng) for _ in range(5))
    marked = rng.choice(
        (first, first, f"*{first}*", f"**{first}**", f"[{first}](https://{first}.example.net/)")
    )
    return f"The {others[0]} {marked} {others[1]}s the {others[2]} {others[3]} {rng.choice(ENDS)}."


def paragraph(rng: random.Random) -> str:
    """A handful of sentences."""
    return " ".join(sentence(rng) for _ in range(rng.randint(4, 9)))


def title(rng: random.Random) -> str:
    """A title of a few words."""
    return f"The {word(rng)} {word(rng)} {rng.choice(ENDS)}".title()


def date(rng: random.Random) -> str:
    """A day, or a moment, of the last twenty years."""
    day = f"{rng.randint(2005, 2025)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    return rng.choice((day, f"{day}T07:45:00+00:00"))


def _list(rng: random.Random, _: int) -> str:
    return "\n".join(
        f"- {sentence(rng)}" + (f"\n  1. {sentence(rng)}" if rng.random() < 0.3 else "") for _ in range(5)
    )


def _table(rng: random.Random, _: int) -> str:
    rows = [f"| {word(rng)} | {word(rng)} | {rng.randint(1, 999)} |" for _ in range(6)]
    return "\n".join(["| what | how | how many |", "|---|---|---:|", *rows])


def _code(rng: random.Random, _: int) -> str:
    return f"```python\nfor {word(rng)} in shelf:\n    print({word(rng)!r})\n```"


def _footnote(rng: random.Random, at: int) -> str:
    return f"{sentence(rng)}[^{at}]\n\n[^{at}]: {sentence(rng)}"


def _image(rng: random.Random, at: int) -> str:
    return f"![A {word(rng)} {word(rng)}](/images/plate-{at % PICTURES}.png)"


def _quote(rng: random.Random, _: int) -> str:
    return f"> {sentence(rng)}\n>\n> {sentence(rng)}"


def _definition(rng: random.Random, _: int) -> str:
    return f"{word(rng)}\n\n: {sentence(rng)}"


BLOCKS: tuple[Callable[[random.Random, int], str], ...] = (
    *(_list, _table, _code, _footnote, _image, _quote, _definition),
)


def _set(**keys: Any) -> Callable[[dict[str, Any], list[str]], list[str]]:
    """An odd article by its front matter alone."""

    def change(head: dict[str, Any], text: list[str]) -> list[str]:
        head.update(keys)
        for key in [key for key, value in keys.items() if value is None]:
            del head[key]
        return text

    return change


def _crowd(head: dict[str, Any], text: list[str]) -> list[str]:
    head["authors"] = [f"{AUTHORS[at % len(AUTHORS)].split()[0]} {at} Example" for at in range(40)]
    return text


def _turned(words: str, language: str) -> Callable[[dict[str, Any], list[str]], list[str]]:
    def change(head: dict[str, Any], _: list[str]) -> list[str]:
        head.update(title=" ".join(words.split()[5:9]), language=language)
        return [
            f"{words}. **{words[:14]}** {words}.",
            f"## {words[:20].strip()}",
            f"- {words}\n- {words}",
            f"> {words}",
        ]

    return change


def _long_code(_: dict[str, Any], text: list[str]) -> list[str]:
    return [
        *text,
        "```python\n" + "\n".join([LONG_LINE, *(f"line_{at} = {at}" for at in range(80))]) + "\n```",
    ]


def _wide_table(_: dict[str, Any], text: list[str]) -> list[str]:
    row = f"| {' | '.join(f'column{at}' for at in range(16))} |"
    return [*text, "\n".join([row, "|---" * 16 + "|", *[row] * 4]), "Unbroken" + "word" * 40]


ODD: dict[int, Callable[[dict[str, Any], list[str]], list[str]]] = {
    1: _set(title="Tea"),
    2: _set(title=("A title that goes on, past every line that was made for it, and on " * 4)[:200].strip()),
    3: _set(date=None),
    4: _crowd,
    5: _turned(ARABIC, "ar"),
    6: _turned(HEBREW, "he"),
    7: _long_code,
    8: _wide_table,
    9: _set(date="2005"),
    10: _set(tags=None, category=None),
    11: _set(title="<b>Bold</b> & \"quoted\" 'words' – 100 % of {{ them }}"),
    12: _set(title="Unbrokenword" * 8),
}  # fmt: skip


def picture(width: int, height: int, shade: int) -> bytes:
    """A PNG of one grey, in no time."""
    row = b"\0" + bytes([96 + 32 * shade % 160]) * width
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(row * height, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
