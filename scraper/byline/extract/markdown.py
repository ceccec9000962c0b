"""Markdown that says exactly what the page said: no tag, link or emphasis by accident.

Two ways in: `body_markdown` for the cleaned fragment (headings, lists, tables), and
`to_markdown` for the words of one block (a resource box, a statement). One way out:
`plain_text`, the words as a reader of the rendered page sees them. What would be markup stands
in SPECIAL and LINE_START; the law is that comrak gives back the same words and links.
"""

import re
import string
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from bs4.element import NavigableString, PageElement, Tag
from html_to_markdown import ConversionOptions, convert

from byline.extract.blocks import Block, Inline, Mark, Picture
from byline.extract.walk import html_blocks
from byline.render import to_html

ALWAYS = r"""[`*\[~] | \\(?=[!-/:-@\[-`{-~\n]|$) | (?<![^\W_])_ | _(?![^\W_])
    | <(?=[\w/!?.\#$%&'*+=^`{|}~-]|$) | &(?=\#?\w{1,31};)"""
BARE_ADDRESS = (
    r"""(?<=[A-Za-z]):(?=//) | (?<=mailto): | (?<=xmpp): | (?<=www)\.(?=\w) | (?<=[\w.+-])@(?=[\w.-])"""
)

# What comrak would read as markup inside a line. A bare address is escaped too: what was no link
# on the page does not become one.
SPECIAL = re.compile(rf"{ALWAYS} | {BARE_ADDRESS}", re.VERBOSE | re.IGNORECASE)
IN_LINK = re.compile(rf"{ALWAYS} | \]", re.VERBOSE)
# What begins a heading, list, quote, table or rule; `mark` is the character to escape.
LINE_START = re.compile(
    r"""^(?P<lead>\d{1,9})(?P<dot>[.)])(?=\s|$)
    | ^(?P<mark>[-:|](?=[-:|\s]*$) | =(?==*\s*$) | > | \#(?=\#{0,5}(?:\s|$)) | [-+:](?=\s|$))""",
    re.VERBOSE,
)
SUSPECT = re.compile(r"[`*\[\]~\\_<>&@!|#+=:-]|www\.|^\s*\d", re.IGNORECASE)  # may need an escape
ENTITY = re.compile(r"&(?=#?\w{1,31};)")
DEAD_SCHEME = re.compile(r"^[\x00-\x20]*(?:javascript|vbscript|data|file)\s*:", re.IGNORECASE)
EMPHASIS = {"strong": "**", "em": "*", "del": "~~"}  # one at a time: the first that applies
FENCE = re.compile(r"\s*(`{3,})")
INLINE = ["strong", "em", "del", "code", "a", "kbd", "q"]
VERBATIM = {"pre", "code"}  # no escapes inside
# Escaped characters on their way through the converter: 32 noncharacters for 32 marks.
VEILS = {mark: chr(0xFDD0 + number) for number, mark in enumerate(string.punctuation)}
UNVEILED = {ord(veil): "\\" + mark for mark, veil in VEILS.items()}

CONVERSION = ConversionOptions(
    autolinks=False,
    extract_metadata=False,
    bullets="-",
    newline_style="backslash",
    compact_tables=True,
    expand_abbreviations=False,
    include_blockquote_citations=False,
)


def to_markdown(part: Block) -> str:
    """The words of a block, or of a part of one, with their links; inline Markdown only."""
    out: list[str] = []
    runs = [(anchor, list(run)) for anchor, run in groupby(_joined(part.inlines), key=_anchor)]
    for number, (anchor, inlines) in enumerate(runs):
        before = out[-1][-1:] if out else ""
        if anchor is None:
            after = "[" if number + 1 < len(runs) else ""
            out.append(_emphasised(inlines, before, after, SPECIAL))
            continue
        link = _linked(anchor, inlines)
        if before == "!" and link.startswith("["):  # or it would be an image
            out[-1] = out[-1][:-1] + "\\!"
        out.append(link)
    lines = (line.strip() for line in "".join(out).split("\\\n"))
    return "\\\n".join(_line_safe(line) for line in lines if line)


def body_markdown(soup: Tag) -> str:
    """The cleaned fragment as Markdown. Its text is escaped in place, so the soup is spent."""
    _let_spaces_out(soup)
    _drop_vain_emphasis(soup)
    for node in soup.find_all(string=True):
        around = _names_around(node) if SUSPECT.search(node) else VERBATIM
        if not around & VERBATIM:
            node.replace_with(NavigableString(_veiled(node, linked="a" in around)))
    text = str(convert(soup.decode_contents(), CONVERSION).content or "")
    return _quotes_apart(text.translate(UNVEILED).strip()) + "\n"


def plain_text(markdown: str) -> str:
    """The words of a Markdown text as a reader sees them, a blank line between blocks."""
    blocks = html_blocks(to_html(markdown))
    return "\n\n".join(block.text for block in blocks if block.text.strip())


def _joined(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """Neighbours with the same marks made one, so that no escape depends on a seam."""
    for (marks, picture), run in groupby(inlines, key=lambda i: (_live(i.marks), i.picture)):
        yield Inline("".join(piece.text for piece in run), marks, picture)


def _live(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return tuple(mark for mark in marks if mark.tag != "a" or not DEAD_SCHEME.match(mark.url))


def _anchor(inline: Inline) -> Mark | None:
    return next((mark for mark in inline.marks if mark.tag == "a"), None)


def _style(inline: Inline) -> str:
    if inline.picture is not None:
        return "picture"
    tags = {mark.tag for mark in inline.marks}
    return "code" if "code" in tags else next((tag for tag in EMPHASIS if tag in tags), "")


def _linked(anchor: Mark, inlines: list[Inline]) -> str:
    words = _emphasised(inlines, "[", "]", IN_LINK)
    inner, left, right = _trimmed(words)
    title = f' "{_quoted(anchor.title)}"' if anchor.title.strip() else ""
    return f"{left}[{inner}]({_target(anchor.url)}{title}){right}" if inner else words


def _emphasised(inlines: list[Inline], before: str, after: str, special: re.Pattern[str]) -> str:
    """Runs of one style between their markers, where the markers would work."""
    runs = [(style, list(run)) for style, run in groupby(inlines, key=_style)]
    out: list[str] = []
    for number, (style, pieces) in enumerate(runs):
        previous = out[-1][-1:] if out else before
        following = _first_char(runs[number + 1][1]) if number + 1 < len(runs) else after
        if style == "picture":
            out.extend(_image(piece.picture) for piece in pieces if piece.picture)
            continue
        text = "".join(piece.text for piece in pieces)
        out.append(_code(text) if style == "code" else _styled(text, style, previous, following, special))
    return "".join(out)


def _first_char(pieces: list[Inline]) -> str:
    first = next((piece for piece in pieces if piece.text or piece.picture), None)
    return "" if first is None else "!" if first.picture else first.text[0]


def _styled(text: str, style: str, before: str, after: str, special: re.Pattern[str]) -> str:
    inner, left, right = _trimmed(text)
    words = "\\\n".join(_escaped(line, special) for line in inner.split("\n"))
    marker = EMPHASIS.get(style, "")
    works = _flanks(left or before, inner[:1]) and _flanks(right or after, inner[-1:])
    if not marker or not inner or not works:
        marker = ""
    return f"{_breaks(left)}{marker}{words}{marker}{_breaks(right)}"


def _flanks(outside: str, inside: str) -> bool:
    """Whether a marker between these two characters opens (or closes) emphasis in comrak."""
    if outside[-1:] in {"*", "~", "_", "`"}:
        return False
    edge = outside == "" or outside.isspace() or outside in "[](!.,;:?\"'"
    return edge or (inside.isalnum() and unicodedata.category(inside)[0] in "LN")


def _trimmed(text: str) -> tuple[str, str, str]:
    """The words, and the white space before and after them."""
    inner = text.strip()
    if not inner:
        return "", text, ""
    start = text.index(inner[0])
    return inner, text[:start], text[start + len(inner) :]


def _breaks(space: str) -> str:
    return "\\\n" if "\n" in space else space


def _escaped(text: str, special: re.Pattern[str]) -> str:
    """Text in which nothing inside the line is markup."""
    return special.sub(lambda match: "\\" + match[0], text)


def _line_safe(line: str) -> str:
    """A line that is not the beginning of a block."""
    return LINE_START.sub(lambda m: f"{m['lead'] or ''}\\{m['dot'] or m['mark']}", line, count=1)


def _quotes_apart(text: str) -> str:
    """A blank line before each quote; the converter leaves it out after a loose list."""
    out: list[str] = []
    fence = ""
    for line in text.split("\n"):
        if not fence and line.startswith("> ") and out and out[-1] and not out[-1].startswith(">"):
            out.append("")
        mark = FENCE.match(line)
        if mark is not None and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        out.append(line)
    return "\n".join(out)


def _names_around(node: PageElement) -> set[str]:
    found: set[str] = set()
    parent = node.parent
    while parent is not None:
        found.add(parent.name)
        parent = parent.parent
    return found


def _veiled(node: NavigableString, *, linked: bool) -> str:
    """One text node of the fragment, its escapes out of the converter's sight."""
    text = (IN_LINK if linked else SPECIAL).sub(lambda match: VEILS[match[0]], str(node))
    if text.endswith("!") and getattr(node.next_sibling, "name", None) == "a":
        text = text[:-1] + VEILS["!"]
    if node.previous_sibling is None or getattr(node.previous_sibling, "name", None) == "br":
        text = LINE_START.sub(lambda m: (m["lead"] or "") + VEILS[m["dot"] or m["mark"]], text, count=1)
    return text


def _let_spaces_out(soup: Tag) -> None:
    """White space stands outside of marks: inside, Markdown would lose it, or the mark."""
    moved = False
    for tag in reversed(soup.find_all(INLINE)):
        for edge, place in ((0, tag.insert_before), (-1, tag.insert_after)):
            child = tag.contents[edge] if tag.contents else None
            if not isinstance(child, NavigableString) or tag.parent is None or tag.parent.name == "pre":
                continue
            words = child.lstrip() if edge == 0 else child.rstrip()
            if words != child:
                child.replace_with(NavigableString(words)) if words else child.extract()
                place(NavigableString(" "))
                moved = True
        if not tag.contents:
            tag.unwrap()
    if moved:
        soup.smooth()


def _drop_vain_emphasis(soup: Tag) -> None:
    """Unwrap what comrak would show as asterisks: marks against letters, marks within marks."""
    for tag in soup.find_all(list(EMPHASIS)):
        inner = tag.get_text()
        words = inner.strip()
        nested = not _names_around(tag).isdisjoint(EMPHASIS)
        before = "" if inner[:1].isspace() else _edge(tag.previous_sibling, -1)
        after = "" if inner[-1:].isspace() else _edge(tag.next_sibling, 0)
        if nested or not words or not (_flanks(before, words[:1]) and _flanks(after, words[-1:])):
            tag.unwrap()


def _edge(sibling: PageElement | None, at: int) -> str:
    """The character that touches a mark from outside; `*` for another mark."""
    if isinstance(sibling, Tag):
        return "*" if sibling.name in EMPHASIS else "" if sibling.name == "br" else "["
    return str(sibling)[at:][:1] if sibling is not None else ""


def _code(text: str) -> str:
    """A code span; its fence is longer than any run of backticks inside."""
    inner, left, right = _trimmed(text.replace("\n", " "))
    if not inner:
        return text
    longest = max((len(run) for run in re.findall(r"`+", inner)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if inner.startswith("`") or inner.endswith("`") else ""
    return f"{left}{fence}{pad}{inner}{pad}{fence}{right}"


def _image(picture: Picture) -> str:
    title = f' "{_quoted(picture.title)}"' if picture.title.strip() else ""
    return f"![{_escaped(picture.alt, IN_LINK)}]({_target(picture.url)}{title})"


def _target(url: str) -> str:
    """A link destination: in angle brackets where it holds spaces or parentheses."""
    safe = ENTITY.sub(r"\\&", url.replace("\\", "%5C"))
    if re.search(r"[\s()<>]", safe):
        return "<" + re.sub(r"[<>]", lambda match: "\\" + match[0], safe) + ">"
    return safe


def _quoted(title: str) -> str:
    return ENTITY.sub(r"\\&", " ".join(title.replace("\\", "\\\\").replace('"', '\\"').split()))
