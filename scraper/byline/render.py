"""Markdown to HTML that is safe to publish, and to the words that a reader sees.

Order matters: render first, sanitise last. Markdown renderers bring escaped markup back to
life, so a text that was clean before rendering need not be clean after it. Links keep the
`rel` and the address that they came with: many authors make that a condition.
"""

import re
from collections import Counter
from html import unescape

import comrak
import nh3
from selectolax.lexbor import LexborHTMLParser

from byline.model import Link

TAGS = {
    *("a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dl", "dt", "em"),
    *("figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "kbd", "li", "mark", "ol"),
    *("p", "pre", "q", "s", "section", "small", "strong", "sub", "sup", "table", "tbody", "td", "tfoot"),
    *("th", "thead", "tr", "u", "ul"),
}
ATTRIBUTES = {
    "a": {"href", "title", "rel", "id"},
    "code": {"class"},
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "li": {"id"},
    "ol": {"start"},
    "section": {"class"},
    "sup": {"class"},
    "td": {"align"},
    "th": {"align", "scope"},
}
SCHEMES = {"http", "https", "mailto", "ftp", "tel"}
PELICAN_MARKUP = str.maketrans({"{": "%7B", "}": "%7D", "|": "%7C"})
URL_ATTRIBUTE = re.compile(r'\b(href|src)="([^"]*)"')
ILLEGAL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)  # XML 1.0, 2.2, and what no text holds
TAG = re.compile(r"<(/?)([a-z]\w*)")
VOID = {"br", "hr", "img", "input"}

FENCE = re.compile(r"^[ >]*(`{3,}|~{3,})", re.MULTILINE)
END = "endofthetext"  # a paragraph to look for
HEADING = re.compile(r"<(/?)h([1-6])>")  # as comrak writes them
HEAD_CELL = re.compile(r"<th(?=[ >])")  # of a Markdown table, all in its first row
MARKUP = re.compile(r"<[^<>]*>")
HREF = re.compile(r"<a\b[^<>]*?\bhref\s*=\s*[\"']?([^\"'\s<>]+)", re.IGNORECASE)
OMITTED = "<!-- raw HTML omitted -->"  # what comrak leaves in place of it
_RAW = comrak.RenderOptions()
_RAW.unsafe_ = True  # only to look for words; never printed

_EXTENSIONS = comrak.ExtensionOptions()
_EXTENSIONS.autolink = True
_EXTENSIONS.table = True
_EXTENSIONS.strikethrough = True
_EXTENSIONS.footnotes = True
_EXTENSIONS.description_lists = True


def printable(text: str) -> str:
    """`text` without the characters that XML forbids; they end feeds and builds."""
    return ILLEGAL.sub("", text)


def to_html(markdown: str, base: str | None = None) -> str:
    """Markdown as sanitised HTML; headings start at `h2`, for the page has its own `h1`, and skip no level.

    Args:
        markdown: CommonMark with tables, footnotes, strikethrough and bare links. Raw HTML is dropped.
        base: address that relative links are resolved against, for feeds and mail.

    """
    return sanitised(rendered(markdown), base)


def rendered(markdown: str) -> str:
    """As `to_html`, not sanitised: to be read, never to be published."""
    html = comrak.render_markdown(printable(markdown), extension_options=_EXTENSIONS)
    return HEAD_CELL.sub('<th scope="col"', _outlined(html))


def _outlined(html: str) -> str:
    """Headings at the level at which they stand: `h2` at the top, and none is skipped on the way down."""
    above: list[int] = []

    def level(match: re.Match[str]) -> str:
        if not match[1]:
            written = int(match[2])
            while above and above[-1] >= written:
                above.pop()
            above.append(written)
        return f"<{match[1]}h{min(len(above) + 1, 6)}>"

    return HEADING.sub(level, html)


def unsafe(markdown: str) -> str:
    """As a site that keeps raw HTML renders it: to be judged, never to be published."""
    return comrak.render_markdown(printable(markdown), extension_options=_EXTENSIONS, render_options=_RAW)


def sealed(markdown: str) -> str:
    """The text with its last block closed: a code block or a comment left open would swallow what follows."""
    text = markdown.rstrip()
    fences = [fence[1] for fence in FENCE.finditer(text)][-1:]
    for ending in ("", *(f"\n{fence}" for fence in fences), "\n-->"):
        if f"<p>{END}</p>" in rendered(f"{text}{ending}\n\n{END}\n"):
            return text + ending
    return text


def sanitised(html: str, base: str | None = None) -> str:
    """`html` with nothing left that runs, frames, or names a local file."""
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
        url_relative=("rewrite_with_base", base) if base else "pass_through",
    )
    return URL_ATTRIBUTE.sub(_without_pelican_markup, printable(clean))  # `&#xFFFE;` is a character by now


def _without_pelican_markup(match: re.Match[str]) -> str:
    """`{attach}/etc/passwd` in an address would make Pelican publish that file."""
    return f'{match[1]}="{match[2].translate(PELICAN_MARKUP)}"'


def depth(markdown: str) -> int:
    """How many elements deep a Markdown text nests; linear, for it is asked of texts that nobody trusts."""
    deepest = level = 0
    for closing, name in TAG.findall(rendered(markdown)):
        if name not in VOID:
            level += -1 if closing else 1
            deepest = max(deepest, level)
    return deepest


def unseen(markdown: str) -> str:
    """The first words that a text holds as raw HTML and that no reader would see; empty if there are none.

    A text may hold tags inside a line: they are dropped and their words stay. A link among them is lost.
    """
    if OMITTED not in comrak.render_markdown(printable(markdown), extension_options=_EXTENSIONS):
        return ""
    raw = unsafe(markdown)
    seen = to_html(markdown)
    lost = [address for address in HREF.findall(raw) if address not in seen]
    shown = Counter(_bare(seen))
    words = [word for word in _bare(raw) if shown[word] == 0]
    return " ".join([*words, *lost])


def _bare(html: str) -> list[str]:
    """The words of some HTML without its tags; linear, for nobody trusts it."""
    return re.findall(r"[^\W_]+", unescape(MARKUP.sub("", html)))


def is_blank(markdown: str) -> bool:
    """Whether a reader would see nothing of a Markdown text; raw HTML is not shown."""
    html = to_html(markdown)
    return "<img" not in html and re.search(r"\w", re.sub(r"<[^>]*>", "", html)) is None


def cells(markdown: str) -> int:
    """At most how many cells the tables of a text have: each row is filled up to the widest."""
    lines = markdown.splitlines()
    return max((line.count("|") for line in lines), default=0) * len(lines)


def links(markdown: str) -> tuple[Link, ...]:
    """Every link of a Markdown text, in order, as a reader meets it."""
    tree = LexborHTMLParser(to_html(markdown))
    anchors = tree.css("a[href]")
    return tuple(Link(" ".join(a.text().split()), a.attributes.get("href") or "") for a in anchors)
