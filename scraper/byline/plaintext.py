"""Markdown as plain text that a mail reader shows well: wrapped, with every address spelled out.

Rendered and sanitised first, then read back, so that the text part of a mail says what its
HTML part says. To set one more element, add a row to `BLOCKS`.
"""

import re
import textwrap
from collections.abc import Callable
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from byline.render import to_html

WIDTH = 65  # columns; what ezine editors ask for, and safe behind two levels of quoting
MAILBOX = re.compile(r"(?<![\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]++@[\w-]+(?:\.[\w-]+)+")
BREAK = "\x1e"  # stands for <br> while white space is collapsed

Setter = Callable[[Tag, int], str]


def to_text(markdown: str, width: int = WIDTH) -> str:
    """The words of a Markdown text, wrapped at `width` columns, blank line between blocks.

    Only a word longer than the line, such as an address, may exceed `width`: a broken link
    would break the author's terms.
    """
    return html_to_text(to_html(markdown), width)


def html_to_text(html: str, width: int = WIDTH) -> str:
    """The same for HTML that `to_html` made."""
    return _blocks(BeautifulSoup(html, "html.parser"), width)


def fold(text: str, width: int = WIDTH) -> str:
    """One paragraph wrapped without ever cutting a word; `BREAK` ends a line."""
    return "\n".join(
        textwrap.fill(" ".join(line.split()), max(width, 20), break_long_words=False, break_on_hyphens=False)
        for line in text.split(BREAK)
    )


def mailbox_of(url: str) -> str:
    """The one mail address that a `mailto:` leads to; empty where it is none, or several."""
    scheme, _, rest = url.strip().partition(":")
    address = unquote(rest.partition("?")[0])
    return address if scheme.lower() == "mailto" and MAILBOX.fullmatch(address) else ""


def _blocks(parent: Tag, width: int) -> str:
    found: list[str] = []
    loose: list[str] = []
    for child in parent.children:
        if isinstance(child, Tag) and child.name in BLOCKS:
            found.append(fold("".join(loose), width))
            loose = []
            found.append(BLOCKS[child.name](child, width))
        else:
            loose.append(_inline(child))
    found.append(fold("".join(loose), width))
    return "\n\n".join(text for text in found if text.strip())


def _inline(node: object) -> str:
    if isinstance(node, NavigableString):
        return str(node)
    if not isinstance(node, Tag):
        return ""
    if node.name == "br":
        return BREAK
    if node.name == "img":
        alt = str(node.get("alt") or "")
        return f"[{alt}]" if alt else ""
    words = "".join(_inline(child) for child in node.children)
    around = EMPHASIS.get(node.name, "")
    if node.name == "a":
        return _anchor(words, str(node.get("href") or ""))
    marked = words.strip() and node.find("a") is None  # touching an address, a mark would belong to it
    return f"{around}{words}{around}" if marked else words


def _anchor(words: str, url: str) -> str:
    """The words and their address; the address alone where the words say it already."""
    if not url or url.startswith("#"):
        return words
    is_mail = url.lower().startswith("mailto:")
    address = mailbox_of(url) if is_mail else url
    if not address:
        return words
    said = " ".join(words.split())
    if said in {address, url} or said.rstrip("/") == address.rstrip("/"):
        return address
    return f"{words} ({address})" if said else address


def _paragraph(tag: Tag, width: int) -> str:
    return _blocks(tag, width) if tag.find(list(BLOCKS)) else fold(_inline(tag), width)


def _heading(tag: Tag, width: int) -> str:
    words = fold(_inline(tag), width)
    line = "=" if tag.name == "h2" else "-"
    return f"{words}\n{line * min(width, max((len(row) for row in words.splitlines()), default=0))}"


def _list(tag: Tag, width: int) -> str:
    start = str(tag.get("start") or "1")
    number = int(start) if start.isdigit() else 1
    items = []
    for offset, item in enumerate(tag.find_all("li", recursive=False)):
        marker = f"{number + offset}. " if tag.name == "ol" else "* "
        items.append(_hung(_blocks(item, width - len(marker)), marker))
    between = "\n\n" if any("\n\n" in item for item in items) else "\n"
    return between.join(items)


def _hung(text: str, marker: str) -> str:
    return marker + textwrap.indent(text, " " * len(marker)).lstrip()


def _quote(tag: Tag, width: int) -> str:
    return textwrap.indent(_blocks(tag, width - 2), "> ", lambda _: True)


def _code(tag: Tag, width: int) -> str:
    return textwrap.indent(tag.get_text().strip("\n"), "    ")


def _table(tag: Tag, width: int) -> str:
    """A row a line, cells parted by a bar; mail has no room for columns."""
    rows = [[_inline(cell) for cell in row.find_all(["td", "th"])] for row in tag.find_all("tr")]
    return "\n".join(fold(" | ".join(cells), width) for cells in rows)


def _definitions(tag: Tag, width: int) -> str:
    rows = []
    for child in tag.find_all(["dt", "dd"], recursive=False):
        indent = "    " if child.name == "dd" else ""
        rows.append(textwrap.indent(_blocks(child, width - len(indent)), indent))
    return "\n".join(rows)


def _rule(tag: Tag, width: int) -> str:
    return "-" * min(width, 20)


EMPHASIS = {"em": "_", "i": "_", "strong": "*", "b": "*"}
BLOCKS: dict[str, Setter] = {
    "p": _paragraph,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), _heading),
    "ul": _list,
    "ol": _list,
    "blockquote": _quote,
    "pre": _code,
    "table": _table,
    "dl": _definitions,
    "hr": _rule,
    "section": _paragraph,
    "figure": _paragraph,
    "figcaption": _paragraph,
}
