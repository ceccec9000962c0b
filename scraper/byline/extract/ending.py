"""Whether a page came whole: what a parser drops without a word is told.

A script, comment, title or quotation mark that nothing closes takes the rest of a page with it, and
a connection that breaks takes it too. The parser meets END after the page; if it is not found in the
tree, the page ended inside something.
"""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from byline.model import Doubt

END = "<byline-end></byline-end>"
TAIL = 2_000  # characters in which a page is closed
OPENED = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
CLOSED = re.compile(r"</(?:html|body)\b", re.IGNORECASE)
SHOWN = 60  # characters
SWALLOWING = {  # all that follows is their text, until they are closed
    *("script", "style", "title", "textarea", "iframe", "noembed", "noframes", "xmp", "plaintext"),
}
UNSEEN = {"svg", "math", "select"}  # what stands in them is no text of an article
HEAD_ENDS = ("</head", "<body", "</HEAD", "<BODY")


def cut_off(tree: LexborHTMLParser, text: str) -> tuple[Doubt, ...]:
    """What tells that a part of the page is missing; END is taken out of the tree again.

    Args:
        tree: the page with END behind it, parsed.
        text: the page without it.

    """
    inside = _ends_inside(tree)
    where = " ".join(text[-SHOWN:].split())
    if inside:
        return (Doubt("cut-off", f"the page ends inside {inside}: {where}"),)
    if not CLOSED.search(text[-TAIL:]) and OPENED.search(text) and not CLOSED.search(text):
        return (Doubt("cut-off", f"the page has no end: {where}"),)
    swallowed = (node for node in tree.css("title") if any(end in node.text() for end in HEAD_ENDS))
    return tuple(Doubt("cut-off", f"<title> is not closed: {_opening(node)}") for node in swallowed)


def _ends_inside(tree: LexborHTMLParser) -> str:
    """The element or comment that the page ends in; `a tag`, if it is none of them; empty if all is well."""
    end = tree.css_first("byline-end")
    if end is None:
        return _swallowing(tree)
    around = end.parent
    while around is not None and around.tag not in UNSEEN:
        around = around.parent
    end.decompose()
    return f"<{around.tag}>" if around is not None else ""


def _swallowing(tree: LexborHTMLParser) -> str:
    node = tree.root
    while node is not None and node.last_child is not None:
        node = node.last_child
    if node is None or node.is_comment_node:
        return "a comment"
    parent = node.parent
    return f"<{parent.tag}>" if parent is not None and parent.tag in SWALLOWING else "a tag"


def _opening(node: LexborNode) -> str:
    return " ".join(node.text()[:SHOWN].split())
