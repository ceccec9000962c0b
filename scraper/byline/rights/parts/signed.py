"""Who signs the article: in a by-line, in its first words, or in what claims it.

`bylines` reads lines of their own; `agreed` weighs them against the metadata, and where neither
names a person, against the article's first lines. To teach another way to open, add a row to OPENINGS.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from byline.extract.blocks import Block
from byline.model import Author, Doubt
from byline.rights.parts.layout import Layout, Zone, squash
from byline.rights.parts.name import (
    PERSON,
    SEVERAL,
    SIGNED,
    SPLIT,
    clean_name,
    distinct,
    is_person,
    linked_author,
    read_byline,
    same_person,
)
from byline.rights.parts.notice import read_notice

LONGEST = 200  # characters of a block that may hold a by-line among its lines
AFTER = 2  # blocks of text after the article within which it may be signed
MASTHEAD = 6  # first blocks of text of a page, in which an author signs the whole site
UNDER = 2  # blocks of text under the title in which a bare name may stand

AGENCY = r"(?:Reuters|AP|Associated Press|AFP|UPI|IANS|ANI|PTI|Xinhua|dpa|EFE|ANSA|TASS|IPS|CNS)"
OPENINGS = (
    # By Jane Roe: The lane had been shut
    re.compile(rf"^\W*By\s+({SEVERAL})\s*(?::|[-–—]\s)"),
    # SMALLVILLE, March 5 (Reuters) - The gate
    re.compile(rf"^[^(.!?]{{0,60}}\(\s*({AGENCY})\s*\)\s*[-–—:]"),
    # a standfirst: Jane Roe looks at five ways
    re.compile(
        rf"^({PERSON})\s+(?:reports|explains|examines|explores|looks (?:at|back|into)|reviews"
        r"|investigates|considers|reflects|describes|discusses|recalls|argues|profiles|introduces"
        r"|points (?:the way|out|to)|points the \w+ way|offers (?:tips|advice)|writes)\b(?=.{0,160}$)"
    ),
)
BRACKET = re.compile(r"^\s*\([^)]*\)\s*")
NO_SIGNATURE = re.compile(  # words of a label or a section that has the shape of a name
    r"\b(?:Issue|Edition|Spring|Summer|Autumn|Fall|Winter|Part|Chapter|Volume|Number|Guide|Tips|Health|Travel"
    r"|Politics|Business|Sports?|Life|Style|Food|Estate|Finance|Education|Technology|Science|Culture|Story"
    r"|Stories|Articles?|Blog|Video|Last|Updated|Published|Posted|Table|Contents|Key|Quick|How|What|Why"
    r"|Best|Top"
    r"|Follow|Share|Save|Listen|Min|Minutes|Skip|Jump|Back|Learn|View|Get|Popular|Resources?|Courses?"
    r"|Version|Digital|Your|Our|My|In|By|For|To|And|Of)\b"
)
HOLDERS = re.compile(r",|&|\band\b")
# Whose work a source line or a notice speaks of; who printed it is no author.
AUTHORED = re.compile(
    rf"(?:,\s+|\b(?:written|authored|article|story|essay|text|column|excerpt|paper)\s+)by\s+({PERSON})"
)


@dataclass(frozen=True, slots=True)
class Byline:
    """A by-line: characters `start:end` of the block at position `at`, and whom they name."""

    at: int
    start: int
    end: int
    text: str
    names: tuple[Author, ...]


def bylines(blocks: Sequence[Block], place: Layout) -> Iterator[Byline]:
    """Every by-line at the head of the article or under it; a dash before a name signs only its end."""
    for at, block in enumerate(blocks):
        away = place.zones[at] in {Zone.BEFORE, Zone.INSIDE} or place.distance[at] > AFTER
        if block.hidden or away or len(block.text) > LONGEST:
            continue
        start = 0
        for line in block.text.split("\n"):
            names = () if _quoted(line, at, place) else read_byline(line)
            if names:
                low = start + len(line) - len(line.lstrip())
                people = distinct(linked_author(name, block) for name in names)
                yield Byline(at, low, start + len(line.rstrip()), line, people)
            start += len(line) + 1


def agreed(
    known: tuple[Author, ...],
    signed: tuple[Byline, ...],
    blocks: Sequence[Block],
    place: Layout,
    title: str | None,
) -> tuple[tuple[Author, ...], tuple[Doubt, ...]]:
    """The metadata's authors; but a person whom readers see named wins over another name, with a doubt."""
    if not signed:
        return _opened(known, blocks, place, title)
    if is_ours(signed[0].names, known):
        return known, ()
    said = signed[0].text.casefold()
    named = any(is_person(name.name) for name in signed[0].names)
    if known and (not named or any(author.name.casefold() in said for author in known)):
        return known, ()
    if not any(is_person(author.name) for author in known):
        return signed[0].names, ()
    return signed[0].names, (Doubt("other-author", ", ".join(author.name for author in known)),)


def is_ours(names: tuple[Author, ...], authors: tuple[Author, ...]) -> bool:
    """Whether all the names are among the authors."""
    return all(any(same_person(name.name, author.name) for author in authors) for name in names)


def signs_site(blocks: Sequence[Block], place: Layout, authors: tuple[Author, ...]) -> bool:
    """Whether one of the authors signs the site itself, in its masthead: `by Jane Roe | on gates`."""
    shown = (at for at, block in enumerate(blocks) if block.text and not block.hidden)
    above = [blocks[at].text for at in islice(shown, MASTHEAD) if place.zones[at] is Zone.BEFORE]
    signed = (name for text in above for line in text.split("\n") for name in read_byline(line))
    return any(same_person(name, author.name) for name in signed for author in authors)


def claimed(
    authors: tuple[Author, ...], lines: Iterable[str]
) -> tuple[tuple[Author, ...], tuple[Doubt, ...]]:
    """Where nothing else names the author, the person who claims copyright, or whose work a line tells of."""
    if authors:
        return authors, ()
    for text in lines:
        named = AUTHORED.search(text)
        holders = HOLDERS.split(read_notice(text).holder or "")
        for name in map(clean_name, (*holders, named[1] if named else "")):
            if is_person(name):
                return (Author(name),), (Doubt("author-from-notice", text),)
    return (), ()


def _quoted(line: str, at: int, place: Layout) -> bool:
    """Whether a dash and a name stand above the article: there they sign a motto, not the article."""
    return at < place.first and bool(SIGNED.match(line))


def _opened(
    known: tuple[Author, ...], blocks: Sequence[Block], place: Layout, title: str | None
) -> tuple[tuple[Author, ...], tuple[Doubt, ...]]:
    """Whom the article's first lines name, where the metadata name no person; a person decides."""
    if any(is_person(author.name) for author in known):
        return known, ()
    head = [b for b in blocks[: place.first + 1] if b.text and not b.hidden]
    for block in head[-1 - UNDER :]:
        for opening in OPENINGS[: 1 if known else len(OPENINGS)]:
            match = opening.match(block.text.strip())
            if match:
                names = tuple(Author(clean_name(name)) for name in SPLIT.split(match[1]))
                return names, (Doubt("author-from-opening", match[0]),)
    name = _named_twice(blocks, place) or ("" if known else _bare_name(head, title))
    return ((Author(name),), (Doubt("author-from-opening", name),)) if name else (known, ())


def _named_twice(blocks: Sequence[Block], place: Layout) -> str:
    """A person's name alone in a line at the head, with which a paragraph at the end begins."""
    head = [at for at in range(place.first + 1) if place.zones[at] is Zone.HEAD and blocks[at].text]
    ends = [
        b.text.strip() for b, zone in zip(blocks, place.zones, strict=True) if zone in {Zone.TAIL, Zone.AFTER}
    ]
    lines = (clean_name(blocks[at].text) for at in head if len(blocks[at].text) <= LONGEST)
    return next(
        (
            name
            for name in lines
            if " " in name and _is_signature(name, set()) and any(t.startswith(f"{name} ") for t in ends)
        ),
        "",
    )


def _bare_name(head: Sequence[Block], title: str | None) -> str:
    """A person's name alone in a line right under the title."""
    wanted = squash(title or "")
    at = next((n for n, block in enumerate(head) if wanted and _says(block, wanted)), None)
    if at is None:
        return ""
    below = [b.text for b in head[at + 1 : at + 1 + UNDER] if b.kind in {"p", "td", "div"} and not b.linked]
    lines = (clean_name(BRACKET.sub("", line)) for line in (*head[at].text.split("\n")[1:], *below))
    told = {word.casefold() for word in (title or "").split()}
    return next((line for line in lines if _is_signature(line, told)), "")


def _is_signature(line: str, told: set[str]) -> bool:
    """Whether a line is a person's name; a word of the title makes it a label."""
    named = is_person(line) and not NO_SIGNATURE.search(line)
    return named and told.isdisjoint(line.casefold().split())


def _says(block: Block, title: str) -> bool:
    """Whether a block's first line is the title, or most of it."""
    found = squash(block.text.split("\n")[0])
    return bool(found) and found in title and 2 * len(found) >= len(title)
