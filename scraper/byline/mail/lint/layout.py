"""Whether the HTML is laid out for programs that know no more than tables, and for dark screens.

Each check takes the message's contents and finds breaches; add one to `CHECKS`.
"""

import re
from collections.abc import Iterator

from byline.mail.lint.contents import Check, Content, Contents
from byline.mail.lint.page import Element
from byline.mail.lint.remarks import Found, first_of, quoted

WIDEST = 600  # pixels
WIDTH = re.compile(r"(?<![\w-])width\s*:\s*(\d{1,5})(?:\.\d{1,4})?px", re.IGNORECASE)
PIXELS = re.compile(r"\s*(\d{1,5})(?:\.\d{1,4})?\s*(?:px)?\s*")
CONDITION = re.compile(r"<!(?:--)?\[(if\b[^\]\n]{0,200}|endif)\]", re.IGNORECASE)
CONDITIONAL = re.compile(  # what Outlook alone reads: a condition without "not", and what follows it
    r"<!(?:--)?\[if\b[^\]\n!]{0,200}\]>(.*?)<!\[endif\]", re.IGNORECASE | re.DOTALL
)
TABLE = re.compile(r"<(/?)table(?![\w-])", re.IGNORECASE)
DARK = re.compile(r"prefers-color-scheme", re.IGNORECASE)


def tables(contents: Contents) -> Iterator[Found]:
    """A table that only sets things apart is no data, and fits a phone or a preview."""
    page = contents.page
    if page is None:
        return
    plain = (t for t in page.layout_tables if t.value("role").strip().lower() not in {"presentation", "none"})
    yield from first_of("table-role", ((quoted(t.called), "") for t in plain))
    wide = ((t, _width(t)) for t in page.of("table"))
    yield from first_of("table-600", ((f"{w} pixels", quoted(t.called)) for t, w in wide if w > WIDEST))


def _width(table: Element) -> int:
    said = PIXELS.fullmatch(table.value("width"))
    style = WIDTH.search(table.value("style"))
    return max(int(found[1]) if found else 0 for found in (said, style))


def conditionals(contents: Contents) -> Iterator[Found]:
    """Outlook hides all that follows a condition without an end; none holds another."""
    html, is_open = contents.html, False
    if html is None:
        return
    for match in CONDITION.finditer(html.words):
        begins = match[1].lower() != "endif"
        if begins == is_open:
            yield Found(
                "mso-balance", "an [if] in an [if]" if begins else "an [endif] without [if]", quoted(match[0])
            )
            return
        is_open = begins
    if is_open and html.is_whole:
        yield Found("mso-balance", "the last [if] has no [endif]", html.part.called)
    elif html.is_whole:
        yield from _outlook_tables(html)


def _outlook_tables(html: Content) -> Iterator[Found]:
    """A table that a condition opens may be closed in another; over all, as many are closed as opened."""
    told = "".join(match[1] for match in CONDITIONAL.finditer(html.words))
    balance = sum(-1 if match[1] else 1 for match in TABLE.finditer(told))
    if balance:
        said = "opened that is never closed" if balance > 0 else "closed that was never opened"
        yield Found(
            "mso-balance", f"for Outlook alone, a table is {said}", html.part.called, abs(balance) - 1
        )


def colours(contents: Contents) -> Iterator[Found]:
    """A mail that says nothing of dark screens is turned dark by guess."""
    page = contents.page
    if page is None or page.unread:
        return
    if not any(
        e.value("name").lower() == "color-scheme" and e.value("content").strip() for e in page.of("meta")
    ):
        yield Found("color-scheme", "there is none", "<head>")
    if not DARK.search(page.styles):
        yield Found("dark-mode", "there is none", "<style>")


CHECKS: tuple[Check, ...] = (tables, conditionals, colours)
