"""Clean the leaves of the body in named steps, each removal logged.

A step is a pure function from leaves to what stays of them and what it took away. To clean one more
thing, write such a function and add it to STEPS; order there is the order of work. Rights parts
are not here: they were cut out, word for word, before.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, takewhile
from urllib.parse import urlsplit

from msgspec.structs import replace

from byline.extract.blocks import HEADINGS, Inline, Mark
from byline.extract.dates import MONTHS, read_date
from byline.extract.fragment import Leaf
from byline.extract.metadata import Metadata
from byline.extract.phrases import (
    ABOUT_AUTHOR,
    AROUND_A_DAY,
    CHROME_LINES,
    MAILING,
    MORE,
    REACH_US,
    RELATED,
    RULED,
    TEASER,
    TRACKERS,
    WRITTEN,
)
from byline.model import Removal
from byline.render import SCHEMES

Leaves = tuple[Leaf, ...]
Taken = Sequence[tuple[str, str]]  # where, and the words or the address
Step = Callable[[Leaves], tuple[Leaves, Taken]]
Mend = Callable[[tuple[Inline, ...]], tuple[Inline, ...]]

LATE_SHARE = 0.2  # of the text, at most, under a heading that leads away
TEASER_LENGTH = 300  # characters
IMPRINT_LENGTH = 400  # characters; a publisher's address is no longer
ROW_OF_LINKS = 3  # with nothing but bars between them: a menu
IMPRINT_LAST = 3  # tags at the end that may be one
MAILING_LENGTH = 600
SENTENCE = re.compile(r"[a-z]{3,}[.!?]\s*$")
LABEL_LENGTH = 80
LETTERS = re.compile(r"[^\W\d_]+")
OPENING = 6  # tags at the top that may repeat the front matter
OPENING_LENGTH = 200  # characters
WORDLESS = re.compile(r"[\W_]*")
SCHEME = re.compile(r"[\x00-\x20]*([a-z][a-z0-9+.-]*)[\x00-\x20]*:", re.IGNORECASE)
PLAIN_WEB = re.compile(r"https?://[a-z0-9.-]+(?::\d{1,4})?(?:[/?#]|$)", re.IGNORECASE)
HARD_BLANK = "\u00a0"
BLANKS = re.compile(r"[ \u00a0]{2,}")
RAISED = re.compile(r"[0-9+=()ni-]{1,8}")
SUPER = str.maketrans("0123456789+-=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ")
SUB = str.maketrans("0123456789+-=()ni", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙᵢ")
QUOTES = "\"'“”‘’«»„‚‹›"
LINES = {"p", "li"} | HEADINGS
SMALL = {"sup", "sub"}
CITED = {"q"}


def clean(leaves: Leaves, facts: Metadata) -> tuple[Leaves, tuple[Removal, ...]]:
    """What is left of the body, and all that was taken away."""
    leaves, taken = _opening(leaves, facts)
    removals = [Removal("opening", where, text) for where, text in taken]
    for name, step in STEPS.items():
        leaves, taken = step(leaves)
        removals.extend(Removal(name, where, text) for where, text in taken)
    return leaves, tuple(removals)


def _without(leaves: Leaves, gone: Iterable[Leaf]) -> tuple[Leaves, Taken]:
    """The leaves that stay, and the words of the others, for the log."""
    going = set(map(id, gone))
    if not going:
        return leaves, ()
    taken = [(leaf.block.where, leaf.words) for leaf in leaves if id(leaf) in going and leaf.words]
    return tuple(leaf for leaf in leaves if id(leaf) not in going), taken


def _opening(leaves: Leaves, facts: Metadata) -> tuple[Leaves, Taken]:
    """Title, byline and date stand in the front matter; above the body they would be shown twice."""
    said = {_folded(facts.title or ""), *(_folded(author.name) for author in facts.authors)}
    said.add(_folded(" and ".join(author.name for author in facts.authors)))
    first = [leaf for leaf in leaves if leaf.tag == "p" or leaf.tag in HEADINGS][:OPENING]
    return _without(leaves, (leaf for leaf in first if _repeats(leaf, said, facts.published)))


def _repeats(leaf: Leaf, said: set[str], published: str | None) -> bool:
    lines = [line for line in leaf.block.text.split("\n") if line.strip()]
    return bool(lines) and not leaf.pictured and all(_is_said(line, said, published) for line in lines)


def _is_said(line: str, said: set[str], published: str | None) -> bool:
    """Whether a line only repeats the title, an author or the date."""
    if len(line) > OPENING_LENGTH:
        return False
    day = read_date(line)
    bare = WRITTEN.sub("", line.strip())
    dated = day is not None and (published or "").startswith(day) and not SENTENCE.search(line)
    return _folded(line) in said or _folded(bare) in said or (dated and _is_day(line))


def _is_day(line: str) -> bool:
    """Whether a line that tells the day tells nothing else: "Photo: Mary Poe, May 3" credits somebody."""
    return all(word in MONTHS or word in AROUND_A_DAY for word in LETTERS.findall(line.casefold()))


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def dead_links(leaves: Leaves) -> tuple[Leaves, Taken]:
    """A link that runs a script, holds data or has no page to lead to; its words stay."""
    taken: list[tuple[str, str]] = []

    def mend(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        dead = [mark for i in inlines for mark in i.marks if mark.tag == "a" and _is_dead(mark)]
        if not dead:
            return inlines
        taken.extend(("a", mark.url[:200]) for mark in dict.fromkeys(dead))
        return tuple(replace(i, marks=tuple(m for m in i.marks if m not in dead)) for i in inlines)

    return _mended(leaves, mend), taken


def _is_dead(mark: Mark) -> bool:
    return mark.url.startswith("#") or not _is_printed(mark.url, SCHEMES)


def _is_printed(url: str, schemes: set[str]) -> bool:
    """Whether an address would come through when the article is published."""
    scheme = None if PLAIN_WEB.match(url) else SCHEME.match(url)
    if scheme is None:
        return True
    try:
        host = urlsplit(url).netloc
    except ValueError:
        return False
    return scheme[1].lower() in schemes and (bool(host) or not scheme[1].lower().startswith("http"))


def trackers(leaves: Leaves) -> tuple[Leaves, Taken]:
    """Images that nobody looks at: beacons, spacers, and data embedded in the page."""
    taken: list[tuple[str, str]] = []

    def mend(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        vain = [i for i in inlines if i.picture is not None and _is_vain(i.picture.url)]
        if not vain:
            return inlines
        taken.extend(("img", i.picture.url[:200]) for i in vain if i.picture is not None)
        return tuple(i for i in inlines if i not in vain)

    return _mended(leaves, mend), taken


def _is_vain(url: str) -> bool:
    return TRACKERS.search(url) is not None or not _is_printed(url, {"http", "https"})


def _mended(leaves: Leaves, mend: Mend) -> Leaves:
    """The leaves with their marked words and images mended; plain ones as they are."""
    return tuple([_mended_leaf(leaf, mend) if leaf.marked else leaf for leaf in leaves])


def _mended_leaf(leaf: Leaf, mend: Mend) -> Leaf:
    if leaf.tag == "pre":
        return leaf
    if leaf.rows:
        rows = tuple(tuple(replace(cell, inlines=mend(cell.inlines)) for cell in row) for row in leaf.rows)
        return replace(leaf, rows=rows)
    inlines = mend(leaf.block.inlines)
    if inlines is leaf.block.inlines:
        return leaf
    text = "".join(inline.text for inline in inlines)
    return replace(leaf, block=replace(leaf.block, inlines=inlines, text=text))


def chrome_lines(leaves: Leaves) -> tuple[Leaves, Taken]:
    """Paragraphs that are nothing but a button's label."""
    short = (leaf for leaf in _lines(leaves) if 0 < len(leaf.words) < LABEL_LENGTH and not leaf.pictured)
    return _without(
        leaves, (leaf for leaf in short if CHROME_LINES.fullmatch(leaf.words) and not _is_step(leaf))
    )


def _is_step(leaf: Leaf) -> bool:
    """Whether a line is one of a numbered list: "Save" is a step there, and no button."""
    return any(element.tag == "ol" for element in leaf.path)


def _lines(leaves: Leaves) -> Iterator[Leaf]:
    """Paragraphs, headings, and items of one line; the first words of a longer item are a part of it."""
    for number, leaf in enumerate(leaves, 1):
        tag = leaf.tag
        if tag in LINES and (
            tag != "li" or number == len(leaves) or leaf.path[-1] not in leaves[number].path
        ):
            yield leaf


def teasers(leaves: Leaves) -> tuple[Leaves, Taken]:
    """Cut-off sentences that lead to other articles: with a label, or three and more in a row."""
    return _without(leaves, _teasers(leaf for leaf in leaves if leaf.tag in {"p", "li"}))


def _teasers(leaves: Iterable[Leaf]) -> Iterator[Leaf]:
    for is_teaser, found in groupby(leaves, key=_may_tease):
        run = list(found) if is_teaser else []
        labelled = [leaf for leaf in run if MORE.search(leaf.words)]
        yield from run if len(run) > 2 or labelled == run else labelled  # noqa: PLR2004


def _may_tease(leaf: Leaf) -> bool:
    words = leaf.words
    return len(words) < TEASER_LENGTH and ("..." in words or "…" in words) and bool(TEASER.search(words))


def stray_marks(leaves: Leaves) -> tuple[Leaves, Taken]:
    """Paragraphs without a letter or a figure: `|`, `* * *` left over from layout."""
    bare = (leaf for leaf in _lines(leaves) if not leaf.pictured)
    return _without(leaves, (leaf for leaf in bare if WORDLESS.fullmatch(leaf.words)))


def mailings(leaves: Leaves) -> tuple[Leaves, Taken]:
    """What a mailing's publisher set around the article: sponsors between rules, how to leave the list."""
    lines = (leaf for leaf in _lines(leaves) if len(leaf.words) < MAILING_LENGTH)
    return _without(leaves, (f for f in lines if RULED.search(f.words) or MAILING.match(f.words)))


def emptied(leaves: Leaves) -> tuple[Leaves, Taken]:
    """What the steps before left without a word or an image."""
    return _without(leaves, (f for f in leaves if not f.words and not f.pictured and f.tag != "hr"))


def imprints(leaves: Leaves) -> tuple[Leaves, Taken]:
    """The publisher's address at the very end; a sentence that names a place is none."""
    gone: list[Leaf] = []
    for top in _tops(leaves)[-IMPRINT_LAST:]:
        words = " ".join(leaf.words for leaf in top)
        if len(words) < IMPRINT_LENGTH and REACH_US.search(words) and not SENTENCE.search(words):
            gone.extend(top)
    return _without(leaves, gone)


def _tops(leaves: Leaves) -> list[list[Leaf]]:
    """The leaves as they stand at the top: a list or a quote is one."""
    key = groupby(leaves, key=lambda leaf: id(leaf.path[0]) if leaf.path else id(leaf))
    return [list(top) for _, top in key]


def endings(leaves: Leaves) -> tuple[Leaves, Taken]:
    """Headings at the end that introduce nothing, and what stands under a last `Related`."""
    tops = _tops(leaves)
    left = LATE_SHARE * sum(len(leaf.words) for leaf in leaves)
    for at in range(len(tops) - 1, -1, -1):
        left -= sum(len(leaf.words) for leaf in tops[at])
        if left < 0:
            break
        words = tops[at][0].words
        if tops[at][0].tag in HEADINGS and RELATED.fullmatch(words) and not ABOUT_AUTHOR.match(words):
            del tops[at:]
    while tops and not tops[-1][0].path and _ends_nothing(tops[-1][0]):
        tops.pop()
    kept = {id(leaf) for top in tops for leaf in top}
    return _without(leaves, (leaf for leaf in leaves if id(leaf) not in kept))


def _ends_nothing(leaf: Leaf) -> bool:
    """A heading, or a bold line that is one, without a text; a rule; a row of links to elsewhere."""
    if leaf.tag in HEADINGS | {"hr"}:
        return True
    said = [inline for inline in leaf.block.inlines if inline.text.strip()]
    if leaf.tag != "p" or leaf.pictured or not said:
        return False
    if all(_any_mark([inline], {"b", "strong"}) for inline in said):
        return RELATED.fullmatch(leaf.words) is not None
    linked = [inline for inline in said if _any_mark([inline], {"a"})]
    between = "".join(inline.text for inline in said if inline not in linked)
    return len(linked) >= ROW_OF_LINKS and "|" in between and not re.search(r"\w", between)


def raised(leaves: Leaves) -> tuple[Leaves, Taken]:
    """Small figures as the characters made for them: Markdown has no sub or sup."""
    return _mended(leaves, _raised), ()


def _raised(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if not _any_mark(inlines, SMALL):
        return inlines
    return tuple(piece for tag, run in _runs(inlines, SMALL) for piece in _figures(tag, run))


def _figures(tag: str, run: list[Inline]) -> list[Inline]:
    if not tag or not RAISED.fullmatch("".join(piece.text for piece in run)):
        return run
    letters = SUPER if tag == "sup" else SUB
    return [replace(piece, text=piece.text.translate(letters)) for piece in run]


def quoted(leaves: Leaves) -> tuple[Leaves, Taken]:
    """A browser sets quotation marks around `q`; Markdown has to say them."""
    return _mended(leaves, _quoted), ()


def _quoted(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    if not _any_mark(inlines, CITED):
        return inlines
    return tuple(piece for tag, run in _runs(inlines, CITED) for piece in (_in_quotes(run) if tag else run))


def _in_quotes(run: list[Inline]) -> list[Inline]:
    text = "".join(piece.text for piece in run).strip()
    if not text or text[0] in QUOTES:
        return run
    first, last = (_up_to(piece.marks, "q") for piece in (run[0], run[-1]))
    return [Inline('"', first), *run, Inline('"', last)]


def _up_to(marks: tuple[Mark, ...], tag: str) -> tuple[Mark, ...]:
    return tuple(takewhile(lambda mark: mark.tag != tag, marks))


def _any_mark(inlines: Sequence[Inline], tags: set[str]) -> bool:
    for inline in inlines:
        for mark in inline.marks:
            if mark.tag in tags:
                return True
    return False


def _runs(inlines: Sequence[Inline], tags: set[str]) -> Iterator[tuple[str, list[Inline]]]:
    """Neighbours under one of the marks together, with its tag; empty for the words between."""
    for tag, run in groupby(inlines, key=lambda i: next((m.tag for m in i.marks if m.tag in tags), "")):
        yield tag, list(run)


def blanks(leaves: Leaves) -> tuple[Leaves, Taken]:
    """Blanks that do not break set old pages in columns; between words, one blank is enough."""
    return tuple(
        [_mended_leaf(leaf, _one_blank) if HARD_BLANK in leaf.block.text else leaf for leaf in leaves]
    ), ()


def _one_blank(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(replace(i, text=BLANKS.sub(" ", i.text)) if HARD_BLANK in i.text else i for i in inlines)


def second_rank(leaves: Leaves) -> tuple[Leaves, Taken]:
    """The title alone is of the first rank."""
    if all(leaf.tag != "h1" for leaf in leaves):
        return leaves, ()
    return tuple(replace(f, tag=LOWER[f.tag]) if f.tag in LOWER else f for f in leaves), ()


LOWER = {f"h{rank}": f"h{rank + 1}" for rank in range(1, 6)}
STEPS: dict[str, Step] = {
    "dead-links": dead_links,
    "trackers": trackers,
    "chrome-lines": chrome_lines,
    "teasers": teasers,
    "stray-marks": stray_marks,
    "mailings": mailings,
    "emptied": emptied,
    "imprints": imprints,
    "endings": endings,
    "raised": raised,
    "quoted": quoted,
    "blanks": blanks,
    "second-rank": second_rank,
}
