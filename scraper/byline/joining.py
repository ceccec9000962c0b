"""Markdown texts under one another, each as it is alone.

A reference or a footnote of one text would be looked up in all the others: `[hives]` of an author's
box would become a link to whatever the article's body says of hives. Proved on what is rendered.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape

from byline.extract.document import body_markdown
from byline.extract.fragment import leaves
from byline.extract.walk import html_blocks
from byline.render import rendered, sealed

NOTES = re.compile(r"<section class=\"footnotes\".*?</section>\n?", re.DOTALL)
TO_HERE = re.compile(
    r"<a href=\"#[^\"]*\"[^<>]*>(.*?)</a>", re.DOTALL
)  # a mark of a footnote, and its way back
BACK = re.compile(r"<a href=\"#[^\"]*\"[^<>]*footnote-backref[^<>]*>.*?</a>", re.DOTALL)
LINKING = re.compile(r"<(?!/?a\b|img\b)(/?)([a-z]\w*)[^<>]*>|<!--.*?-->", re.DOTALL)
TWICE = re.compile(r'</a><a href="([^"]*)">')  # two links side by side are one where both lead to one place
OPENED = re.compile(r'<a href="([^"]*)"')
NESTING = re.compile(r"<(/?)(pre|ul|ol|dl|blockquote|section|table)\b")
CODE = re.compile(r"<pre><code(?: class=\"language-([\w+#.-]+)[^\"]*\")?>(.*?)</code></pre>", re.DOTALL)
INLINE = {"code", "del", "em", "strong", "sup"}


def joined(parts: Iterable[str]) -> str:
    """The parts under one another, without footnotes; links inside them where a reference would go astray."""
    given = [part.strip("\n") for part in parts if part.strip()]
    text = under(map(sealed, given))
    apart = same(text, given) and not NOTES.search(rendered(text))
    return text if apart else under(map(selfcontained, given))


def under(parts: Iterable[str]) -> str:
    """The parts, a blank line between."""
    return "\n\n".join(parts)


def same(text: str, parts: Iterable[str]) -> bool:
    """Whether a text shows the words, links and pictures that its parts show when each is alone."""
    pages = [rendered(part) for part in parts]
    noted = [number for number, page in enumerate(pages) if NOTES.search(page)]
    shown = _shown(rendered(text))
    return any(shown == _shown(_page(pages, set(noted[:count]))) for count in range(len(noted) + 1))


def _page(pages: list[str], moved: set[int]) -> str:
    """The pages as one; the footnotes of some are moved to its end, where a renderer sets them."""
    notes = [note for number in sorted(moved) for note in NOTES.findall(pages[number])]
    kept = (NOTES.sub("", page) if number in moved else page for number, page in enumerate(pages))
    return "\n".join([*kept, *notes])


def selfcontained(markdown: str) -> str:
    """The same words with the same links, each with its address beside it: no reference, and no footnote."""
    return rewritten(rendered(markdown))


def rewritten(html: str) -> str:
    """HTML as Markdown in which nothing is told elsewhere."""
    bare = TO_HERE.sub(r"\1", BACK.sub("", html))
    return under(text for text in _written(bare) if text)


def _written(html: str) -> Iterator[str]:
    """The parts of HTML as Markdown; code that stands in nothing else is code, however its words read."""
    start = depth = 0
    for tag in NESTING.finditer(html):
        code = CODE.match(html, tag.start()) if not depth else None
        if code:
            yield _paragraphs(html[start : code.start()])
            yield _fenced(unescape(code[2]), code[1] or "")
            start = code.end()
        elif tag[2] != "pre":
            depth += -1 if tag[1] else 1
    yield _paragraphs(html[start:])


def _paragraphs(html: str) -> str:
    return body_markdown(leaves(html_blocks(html))).strip("\n") if html.strip() else ""


def _fenced(code: str, language: str) -> str:
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", code)), default=0))
    return f"{fence}{language}\n{code.removesuffix(chr(10))}\n{fence}"


def _shown(html: str) -> list[str]:
    """The words in order, and each link and picture among them."""
    plain = TO_HERE.sub(r"\1", BACK.sub("", html))
    plain = TWICE.sub(lambda tag: "" if _last_link(plain, tag.start()) == tag[1] else tag[0], plain)
    return LINKING.sub(lambda tag: "" if tag[2] in INLINE else " ", plain).split()


def _last_link(html: str, end: int) -> str:
    """Where the last link before a place leads."""
    at = html.rfind("<a href=", 0, end)
    opened = OPENED.match(html, at) if at >= 0 else None
    return opened[1] if opened else ""
