"""Markdown that says exactly what the page said: no tag, link or emphasis by accident.

`to_markdown` writes the words of one block, `plain_text` gives the words of a Markdown text as a
reader of the rendered page sees them; `document.py` writes a whole body. What would be markup
stands in SPECIAL and LINE_START; the law is that comrak gives back the same words and links.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from byline.extract.blocks import Block, Inline, Mark, Picture
from byline.extract.walk import html_blocks
from byline.render import rendered

# Each begins with the character itself, so that a search goes from one of these to the next.
ALWAYS = r"""` | \* | \[ | ~ | \\(?=[!-/:-@\[-`{-~\n]|$) | _(?:(?<![^\W_]_)|(?![^\W_]))
    | <(?=[\w/!?.\#$%&'*+=^`{|}~-]|$) | &(?=\#?\w{1,31};)"""
BARE_ADDRESS = (
    r""":(?<=[A-Za-z]:)(?=//) | :(?<=mailto:) | :(?<=xmpp:) | \.(?<=www\.)(?=\w) | @(?<=[\w.+-]@)(?=[\w.-])"""
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
ENTITY = re.compile(r"&(?=#?\w{1,31};)")
DEAD_SCHEME = re.compile(r"^[\x00-\x20]*(?:javascript|vbscript|data|file)\s*:", re.IGNORECASE)
EMPHASIS = {"strong": "**", "em": "*", "del": "~~"}
CODE = Mark("code")
MARKERS = "*~_`"  # what touches one of these might become part of a marker
PUNCTUATION = "[](){}!.,;:?\"'/&%#@-"
MAX_MOVED = 4  # signs at an edge of emphasis that may move out of it
AS_CODE = {"code", "kbd"}

Token = tuple[str, bool]  # a piece of Markdown, or with True, words that are not escaped yet


def to_markdown(part: Block) -> str:
    """The words of a block, or of a part of one, with their links; inline Markdown only."""
    return "\\\n".join(line_safe(line) for line in lines_of(part.inlines))


def lines_of(inlines: Iterable[Inline]) -> list[str]:
    """Marked words as Markdown lines, none blank; what begins a line may still begin a block."""
    pieces = _joined(inlines)
    if len(pieces) == 1 and pieces[0].picture is None and not pieces[0].marks:
        written = _escaped(pieces[0].text, SPECIAL)
    else:
        written = _finished(_written(pieces, frozenset(), "", ""), SPECIAL)
    return [bare for line in written.split("\\\n") if (bare := line.strip())]


@lru_cache(maxsize=64)  # an article is asked for its words by every output
def plain_text(markdown: str) -> str:
    """The words of a Markdown text as a reader sees them: plain spaces, a blank line between blocks."""
    texts = (plain(block.text).strip() for block in html_blocks(rendered(markdown)))
    return "\n\n".join(text for text in texts if text)


def plain(text: str) -> str:
    """Words to be searched and compared: a space that does not break is a space."""
    return text.replace("\u00a0", " ")


def line_safe(line: str) -> str:
    """A line that is not the beginning of a block."""
    start = LINE_START.match(line)
    if start is None:
        return line
    return f"{start['lead'] or ''}\\{start['dot'] or start['mark']}{line[start.end() :]}"


def _joined(inlines: Iterable[Inline]) -> list[Inline]:
    """Neighbours with the same marks made one, so that no escape depends on a seam."""
    runs: list[tuple[tuple[Mark, ...], Picture | None, list[str]]] = []
    for inline in inlines:
        marks = _told(inline) if inline.marks else ()
        picture = inline.picture
        if runs and picture is None and runs[-1][1] is None and runs[-1][0] == marks:
            runs[-1][2].append(inline.text)
        else:
            runs.append((marks, picture, [inline.text]))
    return [Inline("".join(texts), marks, picture) for marks, picture, texts in runs]


def _told(inline: Inline) -> tuple[Mark, ...]:
    """The marks that Markdown can say, code innermost; an image is linked, and no more."""
    found: list[Mark] = []
    code = False
    for mark in inline.marks:
        if mark.tag in AS_CODE:
            code = True
        elif (mark.tag == "a" and not DEAD_SCHEME.match(mark.url)) or (
            mark.tag in EMPHASIS and not code and inline.picture is None
        ):
            found.append(mark)
    return (*found, CODE) if code and inline.picture is None else tuple(found)


def _written(pieces: list[Inline], done: frozenset[Mark], before: str, after: str) -> list[Token]:
    """Pieces that share the marks in `done`, between two characters; each other mark around all it marks."""
    tokens: list[Token] = []
    runs = _runs(pieces, done)
    for number, (mark, run) in enumerate(runs):
        previous = tokens[-1][0][-1:] if tokens else before
        following = _first_char(runs[number + 1]) if number + 1 < len(runs) else after
        if mark is None or (mark is CODE and previous == "`"):  # two spans of code would become one
            tokens.extend(_plain(run))
        elif mark is CODE:
            tokens.extend(_code("".join(piece.text for piece in run)))
        else:
            left, inner, right = _trimmed(run)
            write = _link if mark.tag == "a" else _emphasis
            marked = write(mark, inner, done | {mark}, left or previous, right or following)
            tokens.extend(token for token in ((left, True), *marked, (right, True)) if token[0])
    return tokens


def _runs(pieces: list[Inline], done: frozenset[Mark]) -> list[tuple[Mark | None, list[Inline]]]:
    """Neighbours whose next mark is the same together, with that mark."""
    runs: list[tuple[Mark | None, list[Inline]]] = []
    for piece in pieces:
        mark = _next(piece, done)
        if runs and runs[-1][0] == mark:
            runs[-1][1].append(piece)
        else:
            runs.append((mark, [piece]))
    return runs


def _next(piece: Inline, done: frozenset[Mark]) -> Mark | None:
    for mark in piece.marks:
        if mark not in done:
            return mark
    return None


def _first_char(run: tuple[Mark | None, list[Inline]]) -> str:
    """What a run begins with, whether or not its emphasis is written."""
    mark, pieces = run
    if mark is not None and mark.tag in {"a", "code"}:
        return "[" if mark.tag == "a" else "`"
    first = next((piece for piece in pieces if piece.text or piece.picture), None)
    return "" if first is None else "!" if first.picture else first.text[0]


def _plain(run: list[Inline]) -> Iterator[Token]:
    for piece in run:
        yield (piece.text, True) if piece.picture is None else (_image(piece.picture), False)


def _trimmed(run: list[Inline]) -> tuple[str, list[Inline], str]:
    """The white space before some pieces, the pieces without it, and the white space after them."""
    pieces = list(run)
    left, right = "", ""
    while pieces and pieces[0].picture is None:
        bare = pieces[0].text.lstrip()
        left += pieces[0].text[: len(pieces[0].text) - len(bare)]
        pieces[0] = Inline(bare, pieces[0].marks)
        if bare:
            break
        del pieces[0]
    while pieces and pieces[-1].picture is None:
        bare = pieces[-1].text.rstrip()
        right = pieces[-1].text[len(bare) :] + right
        pieces[-1] = Inline(bare, pieces[-1].marks)
        if bare:
            break
        del pieces[-1]
    return left, pieces, right


def _link(mark: Mark, run: list[Inline], done: frozenset[Mark], before: str, after: str) -> list[Token]:
    words = _finished(_written(run, done, "[", "]"), IN_LINK)
    title = f' "{_quoted(mark.title)}"' if mark.title.strip() else ""
    return [(f"[{_no_note(words)}]({_target(mark.url)}{title})", False)] if words else []


def _emphasis(mark: Mark, run: list[Inline], done: frozenset[Mark], before: str, after: str) -> list[Token]:
    """Words between markers; without, where the markers would be shown as they are."""
    marker = EMPHASIS[mark.tag]
    left, right = "", ""
    if len(run) == 1 and run[0].picture is None and _next(run[0], done) is None:
        left, inner, right = _inside(run[0].text, before, after)
        run = [Inline(inner, run[0].marks)]
    tokens = _written(run, done, left or before, right or after)
    if tokens and _flanks(left or before, tokens[0][0][:1]) and _flanks(right or after, tokens[-1][0][-1:]):
        tokens = [(marker, False), *tokens, (marker, False)]
    return [(left, True), *tokens, (right, True)]


def _inside(text: str, before: str, after: str) -> tuple[str, str, str]:
    """Signs at the edges that would keep a marker from working, set outside: `「**x**」y`."""
    start, end = 0, len(text)
    while start < min(end, MAX_MOVED) and not _flanks(text[:start] or before, text[start]):
        start += 1
    while end > max(start, len(text) - MAX_MOVED) and not _flanks(text[end:] or after, text[end - 1]):
        end -= 1
    inner = text[start:end]
    return (text[:start], inner, text[end:]) if inner and inner == inner.strip() else ("", text, "")


def _flanks(outside: str, inside: str) -> bool:
    """Whether a marker between these two characters opens (or closes) emphasis in comrak."""
    edge = outside[-1:]
    if edge and edge in MARKERS:
        return False
    if not edge or edge in PUNCTUATION or edge.isspace() or unicodedata.category(edge)[0] == "P":
        return True
    return bool(inside) and unicodedata.category(inside)[0] in "LNM"


def _code(text: str) -> Iterator[Token]:
    """A code span; its fence is longer than any run of backticks inside."""
    inner = text.replace("\n", " ")
    words = inner.strip()
    if not words:
        yield text, True
        return
    yield inner[: inner.index(words[0])], True
    fence = "`" * (max((len(run) for run in re.findall(r"`+", words)), default=0) + 1)
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    yield f"{fence}{pad}{words}{pad}{fence}", False
    yield inner[len(inner.rstrip()) :], True


def _finished(tokens: list[Token], special: re.Pattern[str]) -> str:
    """Tokens as one text: neighbouring words are escaped together, so that no seam brings markup to life."""
    out: list[str] = []
    for is_words, run in groupby(tokens, key=itemgetter(1)):
        text = "".join([piece for piece, _ in run])
        if is_words:
            text = _escaped(text, special)
        elif text.startswith("[") and out and out[-1].endswith("!"):  # or it would be an image
            out[-1] = out[-1][:-1] + "\\!"
        out.append(text)
    return "".join(out)


def _escaped(text: str, special: re.Pattern[str]) -> str:
    """Text in which nothing inside the line is markup."""
    if "\n" not in text:
        return special.sub(_behind_backslash, text)
    return "\\\n".join([special.sub(_behind_backslash, line) for line in text.split("\n")])


def _behind_backslash(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def _image(picture: Picture) -> str:
    title = f' "{_quoted(picture.title)}"' if picture.title.strip() else ""
    return f"![{_no_note(_escaped(picture.alt, IN_LINK))}]({_target(picture.url)}{title})"


def _no_note(words: str) -> str:
    """Words in brackets that are not read as the mark of a footnote."""
    return f"\\{words}" if words.startswith("^") else words


def _target(url: str) -> str:
    """A link destination: in angle brackets where it holds spaces or parentheses."""
    safe = ENTITY.sub("&amp;", url.replace("\\", "%5C"))
    if re.search(r"[\s()<>]", safe):
        return "<" + re.sub(r"[<>]", lambda match: "\\" + match[0], safe) + ">"
    return safe


def _quoted(title: str) -> str:
    """A title between quotation marks; comrak takes a backslash before one of them for an escape, always."""
    words = ENTITY.sub("&amp;", " ".join(title.split()))
    return words.replace("\\", "&#92;&#92;").replace('"', '\\"')
