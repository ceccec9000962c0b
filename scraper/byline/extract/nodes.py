"""What an element of a page is: hidden, a counting pixel, a table of data, prose set by hand."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from byline.extract.blocks import HEADINGS

UNSEEN = {"textarea", "template", "noscript", "dialog"}
HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
RULE_LINE = re.compile(r"^\s*([=*_~\-#+.])(?:\s*\1){4,}\s*$")
BLOCK_TAGS = {
    *HEADINGS,
    "p",
    "div",
    "table",
    "ul",
    "ol",
    "blockquote",
    "section",
    "article",
    "hr",
    "pre",
    "center",
}
BLOCKS_INSIDE = ", ".join(sorted(BLOCK_TAGS))


def names(attributes: dict[str, str | None]) -> str:
    """What an element calls itself: class, id, role and itemprop, in lower case."""
    words = (attributes.get(key) or "" for key in ("class", "id", "role", "itemprop"))
    return " ".join(filter(None, words)).lower()


def is_hidden(tag: str, attributes: dict[str, str | None]) -> bool:
    """Whether a reader does not see it, as far as the element itself says."""
    if tag in UNSEEN or "hidden" in attributes:
        return True
    return bool(HIDING.search(attributes.get("style") or ""))


def is_pixel(attributes: dict[str, str | None]) -> bool:
    """Whether an image is there to be counted, not to be seen."""
    sizes = [(attributes.get(key) or "").strip().removesuffix("px") for key in ("width", "height")]
    return all(size in {"0", "1"} for size in sizes)


def holders_in(tree: LexborHTMLParser) -> frozenset[int]:
    """Every element with a block inside: a page of the 1990s, or a card link, has inline ones too."""
    found: set[int] = set()
    for node in tree.css(BLOCKS_INSIDE):
        parent = node.parent
        while parent is not None and parent.mem_id not in found:
            found.add(parent.mem_id)
            parent = parent.parent
    return frozenset(found)


def is_data(table: LexborNode) -> bool:
    """A table of data, not one that lays out the page: short cells in rows, nothing nested."""
    if table.css_first("table table, td p + p, td div, td h1, td h2, td form, td li") is not None:
        return False
    rows = table.css("tr")
    cells = table.css("td, th")
    if len(rows) < 2 or len(cells) < 4 or len(cells) / len(rows) < 2:  # noqa: PLR2004  a grid has two by two
        return False
    longest = max(len(cell.text()) for cell in cells)
    return longest <= 400  # noqa: PLR2004  characters; layout cells hold whole articles


def is_prose(text: str) -> bool:
    """Whether preformatted text is an e-mail or ezine wrapped by hand rather than code."""
    lines = [line for line in text.splitlines() if line.strip() and not RULE_LINE.match(line)]
    words = "\n".join(lines)
    sentences = len(re.findall(r"[a-z]{2,}[.!?,;](?:\s|$)", words))
    symbols = len(re.findall(r"[{}<>=;|\\]", words))
    return len(lines) >= 3 and sentences >= len(lines) / 6 and symbols * 40 < len(words)  # noqa: PLR2004
