"""Ways to damage a page, and the law that holds for every input, however damaged.

To know one more kind of damage, write a function (page, dice) -> page and add it to MUTATIONS.
"""

import json
import re
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from random import Random
from types import FrameType
from typing import NoReturn

import byline
from byline.errors import PageError

LIMIT = 10  # seconds that any page may take
MAX_PAGE = 400_000  # bytes; a mutant is cut there
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
END_TAG = re.compile(rb"</[a-zA-Z][^>]{0,40}>")
TAG_NAME = re.compile(rb"<(/?)([a-zA-Z][a-zA-Z0-9]{0,12})")
NAMES = [
    *(b"p", b"div", b"b", b"a", b"table", b"tr", b"td", b"li", b"ul", b"pre", b"code", b"textarea"),
    *(b"select", b"svg", b"math", b"template", b"noscript", b"iframe", b"form", b"h1", b"title", b"script"),
    *(
        b"style",
        b"frameset",
        b"plaintext",
        b"xmp",
        b"article",
        b"time",
        b"address",
        b"blockquote",
        b"dl",
        b"figure",
    ),
]
ENTITIES = [
    *(b"&", b"&;", b"&#;", b"&#x;", b"&#xD800;", b"&#xFFFF;", b"&#0;", b"&#1114112;", b"&#99999999999;"),
    *(
        b"&amp",
        b"&notit;",
        b"&#128;",
        b"&#x85;",
        b"&lt",
        b"&lt;script&gt;",
        b"&NoSuch;",
        b"&#x202E;",
        b"&#xFDD0;",
    ),
]
OPENERS = [
    *(b"<script>", b"<!--", b"<title>", b"<textarea>", b"<style>", b"<svg>", b"<table>", b"<select>"),
    *(b"<xmp>", b"<plaintext>", b"<template>", b"<noscript>", b"<iframe>", b"<![CDATA[", b"<a href='"),
    *(b'<p class="', b"<script type=application/ld+json>{", b"<math>", b"<frameset>", b"<?", b"</", b"<!"),
]
ENCODINGS = ["utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "koi8-r", "cp932", "euc-jp", "gb18030"]

Mutation = Callable[[bytes, Random], bytes]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an input: `result`, `refused` (a PageError) or `finding`, and the words of it."""

    kind: str
    words: str
    seconds: float
    doubts: tuple[str, ...] = ()


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError in a block that takes longer."""

    def stop(_signal: int, _frame: FrameType | None) -> NoReturn:
        raise TimeoutError(f"over {seconds:g} s")

    old = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def judged(content: bytes, seconds: float = LIMIT) -> Outcome:
    """Read a page and hold what came out to the law: a clean record or a PageError, in time."""
    started = time.perf_counter()
    doubts: tuple[str, ...] = ()
    try:
        with limit(seconds):
            page = byline.extract(content, "https://site.example.org/a/b")
            doubts = tuple(doubt.what for doubt in page.doubts)
            kind, words = "result", _fault(page.record())
        kind = "finding" if words else kind
    except PageError as error:
        words = str(error)
        kind = "refused" if words and "\n" not in words else "finding"
    except Exception as error:  # whatever comes out is what is looked for
        kind, words = "finding", f"{type(error).__name__}: {error}"[:300]
    taken = time.perf_counter() - started
    if taken > seconds and kind != "finding":
        kind, words = "finding", f"TimeoutError: over {seconds:g} s"
    return Outcome(kind, words, taken, doubts)


def _fault(record: dict[str, object]) -> str:
    """What is wrong with a record; empty when nothing is."""
    try:
        text = json.dumps(record, ensure_ascii=False)
        text.encode()
    except (TypeError, ValueError) as error:
        return f"record: {type(error).__name__}: {error}"[:200]
    for place, value in _strings(record, ""):
        odd = CONTROL.search(value)
        if odd is not None:
            return f"record: control character {odd[0]!r} in {place}"
    return ""


def _strings(value: object, place: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(inner, f"{place}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, f"{place}[]")


def mutant(pages: Sequence[bytes], seed: int, number: int) -> bytes:
    """One damaged page; the same for the same seed and number."""
    dice = Random(f"{seed}:{number}")
    page = dice.choice(pages)
    for _ in range(dice.randint(1, 4)):
        name = dice.choice([*MUTATIONS, "splice"])
        page = _splice(page, dice.choice(pages), dice) if name == "splice" else MUTATIONS[name](page, dice)
    return page[:MAX_PAGE]


def _cut(page: bytes, dice: Random, most: int = 4_000) -> tuple[int, int]:
    start = dice.randrange(len(page) + 1)
    return start, min(len(page), start + dice.randint(0, dice.choice([8, 200, most])))


def _placed(page: bytes, dice: Random, pieces: Sequence[bytes], most: int = 12) -> bytes:
    """The pieces, each at a place of its own."""
    for _ in range(dice.randint(1, most)):
        at = dice.randrange(len(page) + 1)
        page = page[:at] + dice.choice(pieces) + page[at:]
    return page


def _splice(page: bytes, other: bytes, dice: Random) -> bytes:
    at = dice.randrange(len(page) + 1)
    start, end = _cut(other, dice, 20_000)
    return page[:at] + other[start:end] + page[at:]


def truncate(page: bytes, dice: Random) -> bytes:
    """The page as far as the connection held."""
    return page[: dice.randrange(len(page) + 1)]


def delete(page: bytes, dice: Random) -> bytes:
    """A piece is missing."""
    start, end = _cut(page, dice, 20_000)
    return page[:start] + page[end:]


def duplicate(page: bytes, dice: Random) -> bytes:
    """A piece comes many times."""
    start, end = _cut(page, dice, 2_000)
    return page[:end] + page[start:end] * dice.choice([1, 1, 3, 50]) + page[end:]


def swap(page: bytes, dice: Random) -> bytes:
    """Two pieces stand in each other's place."""
    a, b, c, d = sorted(dice.randrange(len(page) + 1) for _ in range(4))
    return page[:a] + page[c:d] + page[b:c] + page[a:b] + page[d:]


def drop_end_tags(page: bytes, dice: Random) -> bytes:
    """Some or all elements are never closed."""
    share = dice.choice([0.05, 0.5, 1.0])
    return END_TAG.sub(lambda match: b"" if dice.random() < share else match[0], page)


def rename_tags(page: bytes, dice: Random) -> bytes:
    """Elements become others."""
    share = dice.choice([0.01, 0.1, 0.5])
    return TAG_NAME.sub(
        lambda match: b"<" + match[1] + dice.choice(NAMES) if dice.random() < share else match[0], page
    )


def controls(page: bytes, dice: Random) -> bytes:
    """Control characters and NULs in between."""
    return _placed(page, dice, [bytes([n]) for n in (0, 0, 1, 8, 11, 12, 13, 27, 31, 127)] + [b"\0" * 40], 60)


def surrogates(page: bytes, dice: Random) -> bytes:
    """Half a character, as bytes, by number and in JSON; and what no text may hold."""
    halves = [
        b"\xed\xa0\x80",
        b"\xed\xbf\xbf",
        b"&#xD800;",
        b"\\ud800",
        b"\xef\xbf\xbf",
        b"\xc2\x85",
        b"\xff",
    ]
    return _placed(page, dice, halves, 30)


def entities(page: bytes, dice: Random) -> bytes:
    """References to nothing."""
    return _placed(page, dice, ENTITIES, 40)


def openers(page: bytes, dice: Random) -> bytes:
    """What swallows the rest of a page when nothing closes it."""
    return _placed(page, dice, OPENERS, 3)


def recode(page: bytes, dice: Random) -> bytes:
    """The page in an encoding that it does not declare; or half of it."""
    start = dice.choice([0, dice.randrange(len(page) + 1)])
    text = page[start:].decode("utf-8", "replace")
    return page[:start] + text.encode(dice.choice(ENCODINGS), dice.choice(["ignore", "xmlcharrefreplace"]))


def huge_attribute(page: bytes, dice: Random) -> bytes:
    """An attribute of many kilobytes, or many attributes."""
    size = dice.choice([1_000, 20_000, 100_000])
    value = dice.choice([b"a", b"a b ", b"by A, ", b"2004-01-01 ", b"(c) ", b"http://a/"])
    name = dice.choice([b"class", b"id", b"href", b"title", b"content", b"datetime", b"style", b"alt"])
    many = b" ".join(b"a%d=1" % n for n in range(size // 8))
    inner = dice.choice([name + b'="' + value * (size // len(value)) + b'"', many])
    return _placed(page, dice, [b"<" + dice.choice(NAMES) + b" " + inner + b">"], 2)


def nested(page: bytes, dice: Random) -> bytes:
    """The same tag over and over."""
    times = dice.choice([20, 300, 1_900, 5_000])
    tags = b"".join(b"<" + dice.choice(NAMES) + b">" for _ in range(dice.randint(1, 3)))
    return _placed(page, dice, [tags * times], 2)


def flip(page: bytes, dice: Random) -> bytes:
    """Bytes that are no longer what they were."""
    spoilt = bytearray(page)
    for _ in range(dice.randint(1, 80) if page else 0):
        spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
    return bytes(spoilt)


MUTATIONS: dict[str, Mutation] = {
    mutation.__name__: mutation
    for mutation in (
        *(truncate, delete, duplicate, swap, drop_end_tags, rename_tags, controls, surrogates, entities),
        *(openers, recode, huge_attribute, nested, flip),
    )
}


def minimised(content: bytes, words: str, tries: int = 400, seconds: float = 120) -> bytes:
    """A smaller input with the same fault; pieces are taken out, large ones first."""
    ends = time.monotonic() + seconds
    size = max(1, len(content) // 2)
    while size and tries > 0 and time.monotonic() < ends:
        at, smaller = 0, False
        while at < len(content) and tries > 0 and time.monotonic() < ends:
            shorter = content[:at] + content[at + size :]
            tries -= 1
            if same_fault(judged(shorter), words):
                content, smaller = shorter, True
            else:
                at += size
        size = size if smaller and size > 1 else size // 2
    return content


def same_fault(outcome: Outcome, words: str) -> bool:
    """Whether an input fails as another one did; the figures in the message may differ."""
    return outcome.kind == "finding" and folded(outcome.words) == folded(words)


def folded(words: str) -> str:
    """A message without its figures and its quotations."""
    return re.sub(r"\d+(?:\.\d+)?", "N", re.sub(r"'[^']*'|\"[^\"]*\"", "…", words))[:80]
