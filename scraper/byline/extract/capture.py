"""Text captures: what is left of a page when its HTML is gone.

Lines are blocks. Rights are located in all of them; then lines that are the page's and not the
article's go, by the rules of CHROME_RULES, each logged. A capture has no title of its own as often
as not: then one is derived, and a doubt raised. To know one more kind of chrome line, add a rule.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from byline.errors import PageError
from byline.extract.blocks import Block
from byline.extract.body.page import SENTENCE_ENDS
from byline.extract.body.texts import word_count
from byline.extract.dates import find_date, read_date
from byline.extract.fragment import without_spans
from byline.extract.metadata import Metadata
from byline.extract.walk import text_blocks
from byline.model import Author, Doubt
from byline.rights.locate import Located, PageFacts, locate

MARKUP = re.compile(
    r"<!doctype|</?(?:html|head|body|title|meta|p|div|br|table|t[rdh]|ul|ol|li|dl|h[1-6]|blockquote"
    r"|pre|center"
    r"|section|article|main|span|font)\b[^<>]*>",
    re.IGNORECASE,
)
CHROME_RULES: dict[str, re.Pattern[str]] = {  # a whole line; the name is logged
    "image": re.compile(r"!\[[^\]]*\]\([^)]*\)[\s|]*"),
    "stray-marks": re.compile(r"[\W_]+"),
    "teaser": re.compile(
        r".*(?:read (?:more|on|the rest)|continue reading|more\s*[»›>]+|full (?:story|article)|learn more"
        r"|weiterlesen|mehr lesen|lire la suite|leer más|\[\s*(?:\.\.\.|…|more)\s*\])[\s.…»›>|\])]*",
        re.IGNORECASE,
    ),
    "breadcrumb": re.compile(
        r"[^|.!?]{2,60}(?:\|[^|.!?]{2,60})*\|\s*|(?:home|articles?)\s*(?:(?:>|»|::|/|\|)[^>»|:/]{2,60})+",
        re.IGNORECASE,
    ),
    "label": re.compile(
        r"(?:article source|source|category|categories|tags|keywords|word count|views?|rating"
        r"|submitted(?: on| by)?"
        r"|posted(?: on| in)?|published(?: on| in)?|date|added|about the author|author|resource box"
        r"|copyright)\s*:.{0,120}"
        r"|about the author|resource box|article source|related articles?|print this.*|e-?mail this.*"
        r"|rate this.*"
        r"|(?:more|other|latest|recent|popular|top) articles?.{0,40}|home|next|previous|back"
        r"|comments?|share.{0,20}"
        r"|advertisements?|sponsored links?",
        re.IGNORECASE,
    ),
}
BYLINE = re.compile(r"(?:by|author|written by|submitted by)\s*:?\s+(?P<name>[^\d,|(:]{3,60})", re.IGNORECASE)
TITLE_LINE = re.compile(r"(?:(?:article )?title|subject)\s*:\s*(?P<title>.{3,200})", re.IGNORECASE)
CATEGORY_LINE = re.compile(
    r"(?:category|section|filed under|posted in)\s*:\s*(?P<name>.{2,60})", re.IGNORECASE
)
DATED = re.compile(r"(?:date|published|posted|submitted|added|written)\b", re.IGNORECASE)
RELATED = re.compile(
    r"(?:(?:more|other|latest|recent|related|popular|top|similar)\b.{0,30}\b(?:articles?|posts"
    r"|stories)\b.{0,30}|comments?)\W*",
    re.IGNORECASE,
)
LISTED = re.compile(r"(?:[-*•·]|\(?\d{1,2}[.)])\s")
STRAY = re.compile(r"\S{0,24}\s\?\s+[a-z]\S{0,24}(?:\s\S{1,24})?")
CHROME_LENGTH = 400  # characters; no teaser is longer
PROSE_WORDS = 8
TITLE_WORDS = 16
DERIVED_LENGTH = 70  # characters


@dataclass(frozen=True, slots=True)
class Capture:
    """A text capture, read."""

    facts: Metadata
    blocks: tuple[Block, ...]
    located: Located
    body: tuple[Block, ...]
    left: dict[int, str]  # by index, what took each other line away
    doubts: tuple[Doubt, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A block of the capture and what it is: `text`, `rights`, `rule`, or the name of its rule."""

    block: Block
    role: str


def is_capture(text: str) -> bool:
    """Whether a page holds no markup to speak of."""
    return MARKUP.search(text) is None


def read_capture(text: str, title: str | None = None) -> Capture:
    """The article of a text capture, its rights, and each line that is neither.

    Raises:
        PageError: there is no run of prose.

    """
    blocks = text_blocks(text)
    located = locate(blocks, PageFacts(title=title))
    lines = _lines(blocks, located)
    first, last = _prose_range(lines)
    body = tuple(line.block for line in lines[first : last + 1] if line.role in {"text", "label"})
    outside = [*lines[:first], *lines[last + 1 :]]
    facts, doubts = _facts(lines[:first], outside, body, located, title)
    kept = {id(block) for block in body}
    left = {line.block.index: _step(line.role) for line in lines if id(line.block) not in kept}
    return Capture(facts, blocks, located, body, left, (*doubts, *_stray_marks(body)))


def _step(role: str) -> str:
    return role if role != "text" else "outside-body"


def _lines(blocks: Sequence[Block], located: Located) -> list[_Line]:
    """Every line, or what rights parts have left of it, with its role."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for span in located.spans:
        spans[span.block].append((span.start, span.end))
    found: list[_Line] = []
    for block in blocks:
        parts = without_spans(block, spans[block.index]) if block.index in spans else (block,)
        found.extend(_Line(part, _role(part)) for part in parts)
        if not parts:
            found.append(_Line(block, "rights"))
    return found


def _role(block: Block) -> str:
    if block.kind == "hr":
        return "rule"
    if len(block.text) > CHROME_LENGTH:
        return "text"
    return next((name for name, rule in CHROME_RULES.items() if rule.fullmatch(block.text)), "text")


def _prose_range(lines: Sequence[_Line]) -> tuple[int, int]:
    """First and last line of the article: its longest run of prose, rights and rules passed over."""
    runs: list[list[int]] = [[]]
    for at, line in enumerate(lines):
        if line.role == "text" and _is_prose(line.block.text):
            runs[-1].append(at)
        elif line.role in {"teaser", "image", "breadcrumb"} or RELATED.fullmatch(line.block.text):
            runs.append([])
    best = max(runs, key=lambda run: sum(word_count(lines[at].block.text) for at in run))
    if not best:
        raise PageError(NO_PROSE)
    last = best[-1]
    while (
        last + 1 < len(lines) and lines[last + 1].role == "text" and LISTED.match(lines[last + 1].block.text)
    ):
        last += 1
    return best[0], last


def _is_prose(text: str) -> bool:
    words = word_count(text)
    return words >= PROSE_WORDS and (words >= 3 * PROSE_WORDS or text.rstrip()[-1:] in SENTENCE_ENDS)


def _facts(
    head: Sequence[_Line],
    outside: Sequence[_Line],
    body: Sequence[Block],
    located: Located,
    title: str | None,
) -> tuple[Metadata, list[Doubt]]:
    doubts: list[Doubt] = []
    named = title or _title(head)
    if named is None:
        named = _derived_title(body[0].text)
        doubts.append(Doubt("title-derived", named))
    published = _date(outside)
    if published is None and located.rights.copyright:
        notice = located.rights.copyright[0]
        published = str(max(notice.years)) if notice.years else None
        if published:
            doubts.append(Doubt("date-from-copyright", notice.text))
    authors = () if located.authors else _authors(outside)
    return Metadata(named, authors, published, category=_category(outside, named)), doubts


def _title(head: Sequence[_Line]) -> str | None:
    """The line that says it is the title; else the last short line before the byline or the body."""
    texts = [line.block.text for line in head]
    said = next((match["title"] for text in texts if (match := TITLE_LINE.fullmatch(text))), None)
    if said:
        return said
    short: list[str] = []
    for line in head:
        text = line.block.text
        if BYLINE.match(text) and short:
            break
        plain = line.role == "text" and not BYLINE.match(text) and not read_date(text)
        if plain and 2 <= word_count(text) <= TITLE_WORDS and not text.endswith("."):  # noqa: PLR2004
            short.append(text)
    return short[-1] if short else None


def _derived_title(prose: str) -> str:
    """The first clause, for want of a title: the author's words, cut and not changed."""
    sentence = re.split(r"(?<=[.!?])\s", prose, maxsplit=1)[0].rstrip(".")
    if len(sentence) > DERIVED_LENGTH:
        clause = re.split(r"[,;:]\s|\s[-–—]+\s", sentence, maxsplit=1)[0]
        sentence = clause if word_count(clause) > 2 else sentence  # noqa: PLR2004
    if len(sentence) > DERIVED_LENGTH:
        sentence = sentence[:DERIVED_LENGTH].rsplit(" ", 1)[0] + " …"
    return sentence


def _date(outside: Sequence[_Line]) -> str | None:
    """From a line that is about the date, or is nothing else; never from a copyright line."""
    for line in outside:
        text = line.block.text
        if line.role in {"text", "label"} and (DATED.match(text) or word_count(text) <= PROSE_WORDS):
            day = find_date(text)
            if day and len(day) > 4:  # noqa: PLR2004
                return day
    return None


def _authors(outside: Sequence[_Line]) -> tuple[Author, ...]:
    names = (match["name"] for line in outside if (match := BYLINE.fullmatch(line.block.text)))
    name = next(names, None)
    return (Author(name.strip(" .")),) if name else ()


def _category(outside: Sequence[_Line], title: str) -> str | None:
    """What a breadcrumb names last before the title, or the line that says so."""
    for line in outside:
        match = CATEGORY_LINE.fullmatch(line.block.text)
        if match:
            return match["name"].strip()
    for line in outside:
        if line.role == "breadcrumb":
            pieces = [piece.strip() for piece in re.split(r"[>»|/]|::", line.block.text)]
            named = [
                p for p in pieces if p and p.lower() not in {"home", "articles", "article"} and p != title
            ]
            if named:
                return named[-1]
    return None


def _stray_marks(body: Sequence[Block]) -> list[Doubt]:
    """A question mark between words stands for a lost character; only a person knows which."""
    return [Doubt("damaged-character", m[0].strip()) for block in body for m in STRAY.finditer(block.text)]


NO_PROSE = "no article found: the capture has no run of prose; capture the article's own page"
