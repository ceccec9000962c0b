"""What an element of a page is: hidden, a counting pixel, a table of data, prose set by hand."""

import re

from selectolax.lexbor import LexborNode

from byline.extract.blocks import HEADINGS

Attributes = dict[str, str | None]

UNSEEN = {"textarea", "template", "noscript", "dialog"}
INLINE_KEPT = {"a", "em", "strong", "code", "sub", "sup", "del", "q", "kbd"}
INLINE_SAME = {"i": "em", "b": "strong", "s": "del", "strike": "del", "tt": "code", "cite": "em"}
INLINE_PLAIN = {
    *("span", "font", "big", "small", "u", "abbr", "acronym", "mark", "ins", "time", "label", "wbr"),
    *("nobr", "bdi", "bdo", "var", "samp", "dfn", "data", "ruby", "rb", "rp", "rt", "tt", "blink", "o:p"),
    *("picture", "source", "noindex", "index", "slot", "output", "meter", "progress", "area", "map"),
}
DROPPED = {
    *("script", "style", "head", "svg", "math", "object", "embed", "applet", "canvas", "audio", "video"),
    *("iframe", "frame", "frameset", "noframes", "select", "option", "input", "button", "link", "meta"),
    *("param", "track", "col", "colgroup", "base", "title", "datalist"),
}
STRUCTURE = {"ul", "ol", "li", "blockquote", "dl", "dt", "dd", "figure", "figcaption"}
OWN_KINDS = HEADINGS | STRUCTURE | {"td", "th"}
INHERITING = {"div", "p", "section", "span", "center", "a"}

HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
LAID_OUT = "table table, td p + p, td div, td h1, td h2, td form, td li"  # what no table of data holds
STREAMED = re.compile(r"S:[0-9a-f]+")  # React sends a part late, and a script moves it to where it is shown
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
NAMING = ("class", "id", "role", "itemprop")


def names(attributes: Attributes) -> str:
    """What an element calls itself: class, id, role and itemprop, in lower case."""
    if len(attributes) == 1 and "class" in attributes:
        return (attributes["class"] or "").lower()
    return " ".join([word for key in NAMING if (word := attributes.get(key))]).lower()


def is_hidden(tag: str, attributes: Attributes) -> bool:
    """Whether a reader does not see it, as far as the element itself says."""
    if tag in UNSEEN:
        return True
    if "style" in attributes and HIDING.search(attributes["style"] or ""):
        return True
    return "hidden" in attributes and not STREAMED.fullmatch(attributes.get("id") or "")


def is_pixel(attributes: Attributes) -> bool:
    """Whether an image is there to be counted, not to be seen."""
    sizes = (attributes.get("width"), attributes.get("height"))
    return all(size and size.strip().removesuffix("px") in {"0", "1"} for size in sizes)


def holds_block(node: LexborNode, known: dict[int, bool]) -> bool:
    """Whether a block stands in an inline element: a page of the 1990s, or a card link, has such.

    Args:
        node: the element.
        known: what was found out before, by number; added to, so that a page is looked through once.

    """
    child = node.first_child
    if child is None or (child.is_text_node and child.next is None):
        return False
    path = [node] if node.mem_id not in known else []
    while path:
        if child is None:
            done = path.pop()
            known[done.mem_id] = False
            child = done.next
        elif child.tag in BLOCK_TAGS or known.get(child.mem_id):
            known.update((element.mem_id, True) for element in path)
            break
        elif child.first_child is not None and child.mem_id not in known:
            path.append(child)
            child = child.first_child
        else:
            child = child.next
    return known[node.mem_id]


def is_data(table: LexborNode) -> bool:
    """A table of data, not one that lays out the page: short cells in rows, nothing nested."""
    if any(node.mem_id != table.mem_id for node in table.css(LAID_OUT)):  # `css` may give the table itself
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
    sentences = len(re.findall(r"(?<=[a-z]{2})[.!?,;](?:\s|$)", words))
    symbols = len(re.findall(r"[{}<>=;|\\]", words))
    return len(lines) >= 3 and sentences >= len(lines) / 6 and symbols * 40 < len(words)  # noqa: PLR2004
