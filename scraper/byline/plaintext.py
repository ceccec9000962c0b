"""Markdown as plain text that a mail reader shows well: wrapped, with every address spelled out.

Rendered and sanitised first, then read back, so that the text part of a mail says what its
HTML part says. To set one more element, add a row to `BLOCKS`. Signs, widths and
folding are those of `lines.py`.
"""

import re
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import unquote

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from byline.lines import BREAK, ENDLESS, FIXED, NARROWEST, QUOTED, WIDTH, broken, columns, fold, reduced, seen
from byline.render import to_html

MAILBOX = re.compile(r"(?<![\w.!#$%&'*+/=?^`{|}~-])[\w.!#$%&'*+/=?^`{|}~-]++@[\w-]+(?:\.[\w-]+)+")
CODE = "    "  # before a line of code
SHIFTED = {"sup": "^", "sub": "_"}


@dataclass(frozen=True, slots=True)
class Setting:
    """How a text is set.

    Attributes:
        width: columns.
        reduced: whether typography is reduced to what every mail reader shows; never in a credit.
        flowed: whether `flow` follows; every paragraph is one line then, with the marks that `flow` reads.
        cut: whether a passage without spaces and stops is cut where a line ends; never in a credit.

    """

    width: int = WIDTH
    reduced: bool = False
    flowed: bool = False
    cut: bool = False

    def beside(self, columns: int) -> "Setting":
        """The same with fewer columns."""
        return replace(self, width=self.width - columns)

    def say(self, text: str) -> str:
        """The letters of a text as they are set."""
        return reduced(text) if self.reduced else text

    def paragraph(self, text: str) -> str:
        """One paragraph, wrapped; one line where it is flowed later."""
        return fold(text, ENDLESS if self.flowed else self.width, cut=self.cut)


Setter = Callable[[Tag, Setting], str]


def to_text(markdown: str, width: int = WIDTH, *, reduced: bool = False, flowed: bool = False) -> str:
    """The words of a Markdown text, wrapped at `width` columns, blank line between blocks.

    Only a word longer than the line, such as an address, may exceed `width`: a broken link
    would break the author's terms. `reduced` and `flowed` are those of `Setting`.
    """
    return html_to_text(to_html(markdown), width, reduced=reduced, flowed=flowed)


def html_to_text(
    html: str, width: int = WIDTH, *, reduced: bool = False, flowed: bool = False, cut: bool = False
) -> str:
    """The same for HTML that `to_html` made."""
    return _blocks(BeautifulSoup(html, "html.parser"), Setting(width, reduced, flowed, cut))


def mailbox_of(url: str) -> str:
    """The one mail address that a `mailto:` leads to; empty where it is none, or several."""
    scheme, _, rest = url.strip().partition(":")
    address = unquote(rest.partition("?")[0])
    return address if scheme.lower() == "mailto" and MAILBOX.fullmatch(address) else ""


def _blocks(parent: Tag, page: Setting, between: str = "\n\n") -> str:
    found: list[str] = []
    loose: list[str] = []
    for child in parent.children:
        if isinstance(child, Tag) and child.name in BLOCKS:
            found.append(page.paragraph("".join(loose)))
            loose = []
            found.append(BLOCKS[child.name](child, page))
        else:
            loose.append(_inline(child, page))
    found.append(page.paragraph("".join(loose)))
    return between.join(text for text in found if text.strip())


def _inline(node: object, page: Setting) -> str:
    if isinstance(node, NavigableString):
        return page.say(str(node))
    if not isinstance(node, Tag):
        return ""
    if node.name in INLINE:
        return INLINE[node.name](node, page)
    words = _words(node, page)
    around = EMPHASIS.get(node.name, "")
    marked = words.strip() and node.find("a") is None  # touching an address, a mark would belong to it
    return f"{around}{words}{around}" if marked else words


def _words(node: Tag, page: Setting) -> str:
    return "".join(_inline(child, page) for child in node.children)


def _image(node: Tag, page: Setting) -> str:
    alt = page.say(str(node.get("alt") or ""))
    return f"[{alt}]" if alt else ""


def _exact(node: Tag, page: Setting) -> str:
    """Code, whose signs mean what they are."""
    return _words(node, replace(page, reduced=False))


def _link(node: Tag, page: Setting) -> str:
    is_address = "://" in node.get_text()
    words = _exact(node, page) if is_address else _words(node, page)
    return _anchor(words, str(node.get("href") or ""), page)


def _shifted(node: Tag, page: Setting) -> str:
    """What stands above or below the line: the mark of a footnote, digits, or words."""
    if not page.reduced:
        return _words(node, page)
    words = page.say(node.get_text())
    if node.find("a") is not None:
        return f"[{words}]"
    return f"{SHIFTED[node.name]}{words}" if words.strip().isdigit() else words


def _anchor(words: str, url: str, page: Setting) -> str:
    """The words and their address; the address alone where the words say it already."""
    if not url or url.startswith("#"):
        return "" if page.reduced and url.startswith("#fnref") else words
    is_mail = url.lower().startswith("mailto:")
    address = mailbox_of(url) if is_mail else url
    if not address:
        return words
    said = " ".join(words.split())
    if said in {address, url} or said.rstrip("/") == address.rstrip("/"):
        return address
    return f"{words} ({address})" if said else address


def _paragraph(tag: Tag, page: Setting) -> str:
    return _blocks(tag, page) if tag.find(list(BLOCKS)) else page.paragraph(_inline(tag, page))


def _heading(tag: Tag, page: Setting) -> str:
    return underlined(page.paragraph(_inline(tag, page)), page.width, "=" if tag.name == "h2" else "-")


def underlined(words: str, width: int, line: str) -> str:
    """A heading, as wide a line below it."""
    return f"{words}\n{line * min(width, max(map(columns, words.splitlines()), default=0))}"


def _list(tag: Tag, page: Setting) -> str:
    start = str(tag.get("start") or "1")
    number = int(start) if start.isdigit() else 1
    items = tag.find_all("li", recursive=False)
    loose = any(item.find("p", recursive=False) for item in items)
    between = "\n\n" if loose else "\n"
    rows = []
    for offset, item in enumerate(items):
        marker = f"{number + offset}. " if tag.name == "ol" else "* "
        text = _blocks(item, page.beside(len(marker)), between)
        rows.append(f"{marker.rstrip(' ')}\n{text}" if text.startswith(QUOTED) else hung(text, marker))
    return between.join(rows)


def hung(text: str, marker: str) -> str:
    """A text behind a marker, its other lines below its first."""
    return marker + textwrap.indent(text, " " * len(marker)).lstrip(" ")


def _quote(tag: Tag, page: Setting) -> str:
    rows = _blocks(tag, page.beside(2)).split("\n")
    return "\n".join(f"{QUOTED}{row}" if page.flowed else f"> {row}".rstrip(" ") for row in rows)


def _code(tag: Tag, page: Setting) -> str:
    code = tag.get_text().strip("\n")
    sign = FIXED if page.flowed else ""
    lines = _code_rows(seen(code), page.width - len(CODE)) if page.reduced else code
    return textwrap.indent(lines, f"{sign}{CODE}")


def _code_rows(code: str, width: int) -> str:
    """Code in lines that fit; what goes on in a line of its own stands further in."""
    rows: list[str] = []
    for line in code.split("\n"):
        inner = f"{line[: len(line) - len(line.lstrip(' '))][: width // 2]}{CODE}"
        first, *others = (
            broken(line.rstrip(" "), max(width - len(inner), NARROWEST)) if columns(line) > width else [line]
        )
        rows += [first.rstrip(" "), *(f"{inner}{row.rstrip(' ')}" for row in others)]
    return "\n".join(rows)


def _table(tag: Tag, page: Setting) -> str:
    """A row a line, cells parted by a bar; mail has no room for columns."""
    rows = [[_inline(cell, page) for cell in row.find_all(["td", "th"])] for row in tag.find_all("tr")]
    set_rows = [fold(" | ".join(cells), page.width, cut=page.cut) for cells in rows]
    return textwrap.indent("\n".join(set_rows), FIXED if page.flowed else "")


def _definitions(tag: Tag, page: Setting) -> str:
    rows = []
    for child in tag.find_all(["dt", "dd"], recursive=False):
        indent = "    " if child.name == "dd" else ""
        rows.append(textwrap.indent(_blocks(child, page.beside(len(indent))), indent))
    return "\n".join(rows)


def _rule(tag: Tag, page: Setting) -> str:
    return "-" * min(page.width, 20)


INLINE: dict[str, Setter] = {
    "a": _link,
    "br": lambda _tag, _page: BREAK,
    "code": _exact,
    "img": _image,
    **dict.fromkeys(SHIFTED, _shifted),
}
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
