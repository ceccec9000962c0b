"""Clean the chosen fragment in named steps, each removal logged.

A step is a function that changes the tree and yields what it took away. To clean one more thing,
write such a function and add it to STEPS; order there is the order of work. Rights parts
are not here: they were cut out, word for word, before.
"""

import re
from collections.abc import Callable, Iterator

from bs4 import Tag
from bs4.element import NavigableString

from byline.extract.dates import read_date
from byline.extract.markdown import DEAD_SCHEME
from byline.extract.metadata import Metadata
from byline.model import Removal

Taken = Iterator[tuple[str, str]]  # where, and the words or the address

CHROME_LINES = re.compile(
    r"\W*(?:read (?:more|next|also|on|the (?:full|rest).*)|continue reading|learn more|see (?:more"
    r"|also|all)|view more"
    r"|load more|show more|click here|share(?: this| on.*| article| post| via.*)?|tweet(?: this)?"
    r"|print(?: this.*)?"
    r"|e-?mail(?: this.*)?|pin(?: it)?|save|like(?: this)?(?: loading)?|follow us.*"
    r"|subscribe(?: now)?|sign up(?: now)?"
    r"|advertise?ments?|sponsored(?: content)?|skip to (?:main )?content|table of contents"
    r"|back to top|top|home|menu"
    r"|copy(?: link)?|copied|loading|comments?|leave a (?:comment|reply)|no comments|\d+ comments?"
    r"|\d+ shares?"
    r"|facebook|twitter|linkedin|whatsapp|pinterest|reddit|x|instagram|previous|next|related(?: posts"
    r"| articles| stories)?"
    r"|you (?:may|might) also (?:like|enjoy).*|\d+ min(?:ute)?s? read|weiterlesen|mehr lesen"
    r"|lire la suite|leer más"
    r"|anzeige|werbung|publicité|publicidad)\W*",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"\W*(?:related\b.{0,40}|you (?:may|might) also (?:like|enjoy).{0,30}|more (?:from|on|like this"
    r"|stories|articles|posts).{0,40}"
    r"|further reading|read (?:more|next|also).{0,30}|recommended(?: for you| reading| posts)?|recent posts"
    r"|latest (?:news|posts|articles)"
    r"|share this.{0,30}|leave a (?:comment|reply).{0,40}|comments?(?: \(?\d+\)?)?|\d+ comments?"
    r"|\d+ (?:responses|thoughts).{0,80}"
    r"|about the author.{0,40}|keep reading|popular posts|trending.{0,20}|subscribe.{0,60}|tags)\W*",
    re.IGNORECASE,
)
_MORE = r"(?:read more|more|continue reading|weiterlesen|mehr lesen|lire la suite|leer más)"
MORE = re.compile(rf"(?:\.\.\.|…)\s*\[?{_MORE}[\s\]»›>.]*$", re.IGNORECASE)
TEASER = re.compile(rf"(?:\.\.\.|…)(?:\s*\[?{_MORE}[\s\]»›>.]*)?$", re.IGNORECASE)
LATE_SHARE = 0.2  # of the text, at most, under a heading that leads away
TEASER_LENGTH = 300  # characters
TRACKERS = re.compile(
    r"doubleclick\.net|/pixel(?:\.gif|\?)|[/.]beacon[./]|stats\.wordpress|feedburner\.com/~"
    r"|feeds\.wordpress\.com"
    r"|facebook\.com/tr\b|google-analytics|scorecardresearch|quantserve|blank\.gif|spacer\.gif|1x1",
    re.IGNORECASE,
)
_RULE = r"[=*~#_+-]{3,}"
_LISTING = r"(?:un)?subscri\w+(?:\s*[/&|]\s*(?:un)?subscri\w+)?|list (?:info\w*|admin\w*|services?)"
RULED = re.compile(  # a label between rules, as mailings in plain text part what is not theirs
    rf"{_RULE}\s*(?:(?:end |begin )?(?:sponsor\w*|paid|classified)?\s*(?:ads?|advert\w*|sponsors?|sponsored)"
    rf"|{_LISTING})\b[^=*~#_+]{{0,30}}{_RULE}",
    re.IGNORECASE,
)
MAILING = re.compile(
    r"\W*(?:to (?:leave|join|be removed from|unsubscribe|subscribe)\b.{0,60}"
    r"\b(?:send|e?-?mail|click|visit|go to)\b"
    r"|this issue (?:went|was sent|goes|is sent) (?:out )?to [\d,.]+"
    r"|you(?:'re| are| have)? (?:receiv|subscrib)\w+\b.{0,60}\bbecause\b)",
    re.IGNORECASE,
)
REACH_US = re.compile(  # a telephone number, or a place with its postal code
    r"\b(?:phone|tel(?:ephone)?|fax|fon)\b\W{0,3}\+?[\d(]"
    r"|\b[A-Z][a-z]+,? (?:[A-Z]{2}|[A-Z][a-z]+) \d{5}(?:-\d{4})?\b"
)
IMPRINT_LENGTH = 400  # characters; a publisher's address is no longer
IMPRINT_LAST = 3  # tags at the end that may be one
MAILING_LENGTH = 600
WRITTEN = re.compile(
    r"^(?:(?:written|posted|submitted)\s+)?(?:by|von|par|por|di|door|af|av)\b[\s:]*", re.IGNORECASE
)
SENTENCE = re.compile(r"[a-z]{3,}[.!?]\s*$")
OPENING = 6  # tags at the top that may repeat the front matter
OPENING_LENGTH = 200  # characters
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
WORDLESS = re.compile(r"[\W_]*")
SUPER = str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻")
SUB = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")


def clean(soup: Tag, facts: Metadata) -> tuple[Removal, ...]:
    """Take away what is no part of the article; the tree is changed in place."""
    removals = [Removal("opening", where, text) for where, text in _opening(soup, facts)]
    for name, step in STEPS.items():
        removals.extend(Removal(name, where, text) for where, text in step(soup))
    return tuple(removals)


def _gone(tag: Tag) -> tuple[str, str]:
    """The words of a tag, for the log, as it is taken out."""
    words = " ".join(tag.get_text(" ").split())
    where = tag.name
    tag.decompose()
    return where, words


def _opening(soup: Tag, facts: Metadata) -> Taken:
    """Title, byline and date stand in the front matter; above the body they would be shown twice."""
    said = {_folded(facts.title or ""), *(_folded(author.name) for author in facts.authors)}
    said.add(_folded(" and ".join(author.name for author in facts.authors)))
    for tag in soup.find_all([*HEADINGS, "p"], limit=OPENING):
        lines = [line for line in tag.get_text().split("\n") if line.strip()]
        if tag.find("br") is not None:
            lines = [line for line in tag.get_text("\n").split("\n") if line.strip()]
        if lines and tag.find("img") is None and all(_is_said(line, said, facts.published) for line in lines):
            yield _gone(tag)


def _is_said(line: str, said: set[str], published: str | None) -> bool:
    """Whether a line only repeats the title, an author or the date."""
    if len(line) > OPENING_LENGTH:
        return False
    day = read_date(line)
    bare = WRITTEN.sub("", line.strip())
    dated = day is not None and (published or "").startswith(day) and not SENTENCE.search(line)
    return _folded(line) in said or _folded(bare) in said or (dated and len(line.split()) <= 6)  # noqa: PLR2004


def _folded(text: str) -> str:
    return re.sub(r"\W+", "", text.casefold())


def dead_links(soup: Tag) -> Taken:
    """A link that runs a script or holds data leads a reader nowhere; its words stay."""
    for tag in soup.find_all("a"):
        href = str(tag.get("href") or "")
        if not href or DEAD_SCHEME.match(href):
            tag.unwrap()
            if href:
                yield "a", href[:200]


def trackers(soup: Tag) -> Taken:
    """Images that nobody looks at: beacons, spacers, and data embedded in the page."""
    for tag in soup.find_all("img"):
        source = str(tag.get("src") or "")
        if DEAD_SCHEME.match(source) or TRACKERS.search(source):
            tag.decompose()
            yield "img", source[:200]


def chrome_lines(soup: Tag) -> Taken:
    """Paragraphs that are nothing but a button's label."""
    for tag in soup.find_all(["p", "li", *HEADINGS]):
        words = " ".join(tag.get_text(" ").split())
        if words and len(words) < 80 and CHROME_LINES.fullmatch(words) and tag.find("img") is None:  # noqa: PLR2004
            yield _gone(tag)


def teasers(soup: Tag) -> Taken:
    """Cut-off sentences that lead to other articles: with a label, or three and more in a row."""
    run: list[Tag] = []
    for tag in [*soup.find_all(["p", "li"]), None]:
        words = tag.get_text(" ").strip() if tag is not None else ""
        if tag is not None and len(words) < TEASER_LENGTH and TEASER.search(words):
            run.append(tag)
            continue
        labelled = [t for t in run if MORE.search(t.get_text(" ").strip())]
        for late in run if len(run) > 2 or labelled == run else labelled:  # noqa: PLR2004
            yield _gone(late)
        run = []


def stray_marks(soup: Tag) -> Taken:
    """Paragraphs without a letter or a figure: `|`, `* * *` left over from layout."""
    for tag in soup.find_all(["p", "li", *HEADINGS]):
        words = tag.get_text()
        if tag.find("img") is None and WORDLESS.fullmatch(words):
            where, text = _gone(tag)
            if text:
                yield where, text


def mailings(soup: Tag) -> Taken:
    """What a mailing's publisher set around the article: sponsors between rules, how to leave the list."""
    for tag in soup.find_all(["p", "li", *HEADINGS]):
        words = " ".join(tag.get_text(" ").split())
        if len(words) < MAILING_LENGTH and (RULED.search(words) or MAILING.match(words)):
            yield _gone(tag)


def imprints(soup: Tag) -> Taken:
    """The publisher's address at the very end; a sentence that names a place is none."""
    tops = [tag for tag in soup.children if isinstance(tag, Tag)]
    for tag in tops[-IMPRINT_LAST:]:
        words = tag.get_text(" ").strip()
        if len(words) < IMPRINT_LENGTH and REACH_US.search(words) and not SENTENCE.search(words):
            yield _gone(tag)


def endings(soup: Tag) -> Taken:
    """Headings at the end that introduce nothing, and what stands under a last `Related`."""
    tops = [tag for tag in soup.children if isinstance(tag, Tag)]
    left = LATE_SHARE * sum(len(tag.get_text()) for tag in tops)
    for at in range(len(tops) - 1, -1, -1):
        left -= len(tops[at].get_text())
        if left < 0:
            break
        if tops[at].name in HEADINGS and RELATED.fullmatch(tops[at].get_text().strip()):
            for late in tops[at:]:
                yield _gone(late)
            del tops[at:]
    tops = [tag for tag in soup.children if isinstance(tag, Tag)]
    while tops and tops[-1].name in [*HEADINGS, "hr"]:
        yield _gone(tops.pop())


def emptied(soup: Tag) -> Taken:
    """Lists, quotes and paragraphs that the other steps left empty."""
    for tag in reversed(
        soup.find_all(["p", "li", "ul", "ol", "blockquote", "figure", "figcaption", "a", *HEADINGS])
    ):
        if not tag.get_text(strip=True) and tag.find(["img", "pre", "table"]) is None:
            if tag.name == "a":
                tag.unwrap()  # its space stays
            else:
                tag.decompose()
    return iter(())


def raised(soup: Tag) -> Taken:
    """Small figures as the characters made for them: Markdown has no sub or sup."""
    small = soup.find_all(["sup", "sub"])
    for tag in small:
        words = tag.get_text()
        if words and re.fullmatch(r"[0-9+-]{1,8}", words):
            tag.replace_with(NavigableString(words.translate(SUPER if tag.name == "sup" else SUB)))
        else:
            tag.unwrap()
    if small:
        soup.smooth()
    return iter(())


def one_line_cells(soup: Tag) -> Taken:
    """A cell of a Markdown table is one line."""
    for tag in soup.select("td br, th br"):
        tag.replace_with(NavigableString(" "))
    return iter(())


def second_rank(soup: Tag) -> Taken:
    """The title alone is of the first rank."""
    if soup.find("h1") is not None:
        for tag in soup.find_all(HEADINGS[:5]):
            tag.name = f"h{int(tag.name[1]) + 1}"
    return iter(())


STEPS: dict[str, Callable[[Tag], Taken]] = {
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
    "one-line-cells": one_line_cells,
    "second-rank": second_rank,
}
