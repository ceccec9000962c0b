"""An article's Markdown for other sites: whole addresses, and without the pictures that may not go along.

There is no tree of Markdown to edit, so each edit is tried on the text and proved on its rendering:
what the renderer shows must be the same, save for what was taken out. An edit that cannot be proved
is not made, and the caller is told by an empty text.
"""

import re
from collections.abc import Set
from urllib.parse import urljoin

from byline.render import rendered, sanitised

LABEL = r"\[(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*\]"
TARGET = (
    r"<(?:\\.|[^<>\\\n])*>|(?:\\.|[^\s()\\<]|\((?:\\.|[^\s()\\])*\))(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*"
)
TITLE = r"\s+(?:\"(?:\\.|[^\"\\])*\"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))"
GOAL = rf"\(\s*(?:(?:{TARGET})(?:{TITLE})?)?\s*\)"
IMAGE = re.compile(rf"(?<!\\)!{LABEL}(?:{GOAL}|\[[^\[\]]*\])?", re.DOTALL)
BEFORE_LINKED = re.compile(r"(?<!\\)\[\s*$")
LINKED_AFTER = re.compile(rf"\s*\](?:{GOAL}|\[[^\[\]]*\])", re.DOTALL)
BROKEN = re.compile(r"(?:\\| {2,})?\n[ >]*(?=[^\s>])")
ADDRESS = re.compile(
    rf"(?P<before>\]\(\s*)(?P<url>{TARGET})|(?P<def>^ {{0,3}}\[[^\]\n]+\]:\s*)(?P<to>\S+)", re.MULTILINE
)
WHOLE = re.compile(r"(?:[a-z][a-z0-9+.-]*:|#)", re.IGNORECASE)
OPEN, CLOSE = "\ue0f0", "\ue0f1"  # private signs around a number, before each image
SEEN = re.compile(rf"{OPEN}(\d+){CLOSE}<img\b")
IMG = r'<img(?:\s[\w-]+(?:="[^"]*")?)*\s*/?>'
TAG = re.compile(IMG)
HOLLOW = re.compile(r"<(a)\b[^<>]*>\s*</\1>|<(p)>\s*(?:<br\s*/?>\s*)*</\2>\n?")
EDGE_BREAK = re.compile(
    r"(<(?:p|li|td|th|em)>)\s*(?:<br\s*/?>\s*)+|\s*(?:<br\s*/?>\s*)+(</(?:p|li|td|th|em)>)"
)


def without_images(html: str, numbers: Set[int]) -> str:
    """HTML without some of its images, counted from 0, and without what only held them."""
    if not numbers:
        return html
    seen = iter(range(len(html)))
    bare = TAG.sub(lambda tag: "" if next(seen) in numbers else tag[0], html)
    return _tidy(bare)


def without_any_image(html: str) -> str:
    """HTML for those who see no pictures."""
    return _tidy(TAG.sub("", html))


def markdown_without_images(markdown: str, numbers: Set[int]) -> str:
    """The same for Markdown; empty where an image could not be taken out without touching a word."""
    if not numbers:
        return markdown
    places = list(IMAGE.finditer(markdown))
    marked = _replaced(markdown, [(m.start(), m.start(), f"{OPEN}{n}{CLOSE}") for n, m in enumerate(places)])
    images = [int(n) for n in SEEN.findall(rendered(marked))]
    if len(images) != len(TAG.findall(rendered(markdown))):
        return ""
    spans = sorted(_span(markdown, places[images[number]]) for number in numbers)
    edited = _replaced(markdown, [(start, end, "") for start, end in spans])
    edited = re.sub(r"\n{3,}", "\n\n", edited)
    proved = _same(rendered(edited), without_images(rendered(markdown), numbers))
    return edited if proved else ""


def with_whole_addresses(markdown: str, base: str) -> str:
    """Markdown in which no link or image is relative; unchanged where that cannot be proved."""
    edited = ADDRESS.sub(lambda match: _whole(match, base), markdown)
    return edited if whole_html(edited, base) == whole_html(markdown, base) else markdown


def whole_html(markdown: str, base: str) -> str:
    """Markdown as safe HTML with whole addresses; what leads to a place in the text itself stays so."""
    html = sanitised(rendered(markdown), base)
    return html.replace(f'href="{base}#', 'href="#')


def _whole(match: re.Match[str], base: str) -> str:
    before, url = (match["before"], match["url"]) if match["before"] else (match["def"], match["to"])
    bare = url[1:-1] if url.startswith("<") else url
    if not bare or WHOLE.match(bare) or OPEN in bare:
        return match[0]
    try:
        joined = urljoin(base, bare)
    except ValueError:
        return match[0]
    return f"{before}<{joined}>" if url.startswith("<") else f"{before}{joined}"


def _span(markdown: str, image: re.Match[str]) -> tuple[int, int]:
    """The place of an image, with the link around it if that holds nothing else, and its own line break."""
    start, end = image.span()
    line = markdown[markdown.rfind("\n", 0, start) + 1 : start]
    after = LINKED_AFTER.match(markdown, end)
    if after and BEFORE_LINKED.search(line):
        start, end = markdown.rindex("[", 0, start), after.end()
        line = line[: line.rindex("[")]
    following = BROKEN.match(markdown, end)
    if following and not line.strip(" >"):  # the first line of a paragraph: its words move up
        end = following.end()
    return start, end


def _replaced(text: str, changes: list[tuple[int, int, str]]) -> str:
    pieces, at = [], 0
    for start, end, put in changes:
        pieces += [text[at:start], put]
        at = end
    return "".join([*pieces, text[at:]])


def _tidy(html: str) -> str:
    """No empty anchor, no empty paragraph, no line break at the edge of one."""
    before = ""
    while before != html:
        before = html
        html = HOLLOW.sub("", EDGE_BREAK.sub(lambda m: m[1] or m[2], html))
    return html


def _same(one: str, other: str) -> bool:
    return _shown(_tidy(one)) == _shown(other)


def _shown(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\s*(<[^<>]*>)\s*", r"\1", html)).strip()
