"""A page as a reader sees it, told from its markup and its own style sheets.

Blocks end a line, as a browser would break it; what is not seen keeps its words and gets its
reason. Markup that the parser leaves as text (a comment, a template, a textarea, a frame's
`srcdoc`) is read too, as hidden.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from byline.check.parts import Anchor, Line, Part, visible
from byline.check.sheets import Cascade, cascade
from byline.check.styles import styles_of
from byline.check.visibility import WHITE, Look, look
from byline.errors import PageError
from byline.extract.addresses import absolute
from byline.extract.walk import MAX_DEPTH

MAX_OPEN = 20_000  # elements left open; lexbor takes seconds from 50,000 on

BREAKING = {  # elements that begin and end a line
    *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details"),
    *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1"),
    *("h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu", "nav"),
    *("ol", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th"),
    *("thead", "tr", "ul", "textarea", "iframe", "noscript", "template", "script", "object", "select"),
}
APART = {"span", "a", "time", "button", "label", "small", "img"}  # set apart by style sheets, as a rule
SILENT = {"style", "head", "title", "meta", "link", "base", "param", "source", "track"}
CODED = {"textarea", "iframe", "noembed", "noframes", "xmp"}  # the parser gives their markup as text
NO_NEST = r"p|li|td|th|tr|dt|dd|option|br|img|hr|input|meta|link|col|source|area|base|wbr|embed|param|track"
TAG = re.compile(rf"<(/?)(?!(?:{NO_NEST})\b)[a-zA-Z][^\s/>]*", re.IGNORECASE)
SPACE = re.compile(r"\s+")


def html_part(
    html: str, url: str | None = None, name: str = "", *, sheets: Mapping[str, str] | None = None
) -> Part:
    """A page, or a piece of one, as a browser without scripts from elsewhere would show it.

    Args:
        html: the page.
        url: where it came from.
        name: of the part, in a mail.
        sheets: linked style sheets by address; None where the caller answers for them.

    """
    tree = _parsed(html)
    named = tree.css_first("base[href]")
    base = (absolute(named.attributes.get("href"), url) if named else "") or url
    plain = tree.css_first('link[rel~="stylesheet"]') is None
    styles = styles_of(tree, base or None, sheets)
    said = cascade(tree, styles.css)
    root, first = tree.body or tree.root, Look(paper=WHITE if plain else "")
    reader, harsh = _Reader(base, said), _Reader(base, replace(said, sets=said.worst))
    if root is not None:
        reader.read(root, first)
        harsh.read(root, first)
    robots = tree.css('meta[name="robots" i]')
    nofollow = any("nofollow" in (m.attributes.get("content") or "").lower() for m in robots)
    lines, anchors = tuple(reader.lines), tuple(reader.anchors)
    part = Part("html", lines, anchors, name, nofollow, styles.unread, said.unsure)
    worst = replace(part, lines=tuple(harsh.lines), anchors=tuple(harsh.anchors))
    return part if worst == part else replace(part, worst=worst)


def _parsed(html: str) -> LexborHTMLParser:
    """The tree, unless so much is left open that the parser would stall."""
    depth = 0
    for tag in TAG.finditer(html):
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if depth > MAX_OPEN:
            raise PageError(f"more than {MAX_OPEN} elements left open; no copy of an article is")
    return LexborHTMLParser(html)


@dataclass(slots=True)
class _Open:
    """An anchor whose end has not come yet."""

    url: str
    rel: tuple[str, ...]
    words: list[str]
    hidden: list[str]
    line: int


class _Reader:
    """One pass over a tree, with a stack of its own; gathers lines and anchors."""

    def __init__(self, base: str | None, said: Cascade) -> None:
        self.base = base
        self.said = said
        self.lines: list[Line] = []
        self.anchors: list[Anchor] = []
        self.words: dict[str, list[str]] = {}  # of the line being read, by why they are hidden
        self.path: list[str] = []
        self.open: list[_Open] = []
        self.embedded = False
        self.preformatted = 0  # how many `pre` are open

    def read(self, root: LexborNode, first: Look) -> None:
        """Read all under `root`; `first` is how text looks there."""
        # A frame is a node to enter with the look of its parent, or to leave when that is None.
        stack: list[tuple[LexborNode, Look | None]] = [(root, first)]
        floor = len(self.path)
        while stack:
            node, above = stack.pop()
            if above is None:
                self._leave(node.tag or "")
                continue
            if len(self.path) - floor > MAX_DEPTH:
                raise PageError(f"nested deeper than {MAX_DEPTH} levels; no copy of an article is")
            if node.is_text_node:
                self._text(node.text_content or "", above.hidden)
            elif node.is_comment_node:
                self._embed((node.html or "")[4:-3], "in a comment")
            elif node.is_element_node and (node.tag or "") not in SILENT:
                stack.append((node, None))
                inner = self._enter(node, above)
                stack.extend((child, seen) for child, seen in reversed(inner))
        self._end_line()

    def _enter(self, node: LexborNode, above: Look) -> list[tuple[LexborNode, Look]]:
        """Begin an element; its children, each with the look it starts from."""
        tag, attributes = node.tag or "", node.attributes
        if tag in BREAKING:
            self._end_line()
        elif tag in APART:
            self._space(attributes)
        self.path.append(tag)
        seen = look(above, tag, attributes, self.said.sets.get(node.mem_id), self.said.variables)
        self.preformatted += tag == "pre"
        if tag == "a":
            rel = tuple((attributes.get("rel") or "").lower().split())
            url = absolute(attributes.get("href"), self.base)
            self.open.append(_Open(url, rel, [], [], len(self.lines)))
        elif tag == "img" and self.open and not seen.hidden and not _is_pixel(attributes):
            self.open[-1].words.append(visible(attributes.get("alt") or ""))
        elif tag == "template":
            self._embed((node.html or "").partition(">")[2], seen.hidden)
        elif tag in CODED:
            self._embed(attributes.get("srcdoc") or node.text(), seen.hidden)
            return []
        return _children(node, tag, attributes, seen)

    def _leave(self, tag: str) -> None:
        if tag == "a" and self.open:
            self._close(self.open.pop())
        if tag in BREAKING:
            self._end_line()
        elif tag in APART:
            self._space({})
        self.preformatted -= tag == "pre"
        self.path.pop()

    def _close(self, anchor: _Open) -> None:
        if not anchor.url:
            return
        words = SPACE.sub(" ", " ".join(anchor.words)).strip()
        hidden = "" if words else next(iter(anchor.hidden), "has no words")
        self.anchors.append(Anchor(anchor.url, words, anchor.line, anchor.rel, hidden))

    def _text(self, text: str, hidden: str) -> None:
        """Words as they come; in `pre`, a line for each line."""
        if not self.preformatted or "\n" not in text:
            self._say(text, hidden)
            return
        for row in text.splitlines():
            self._say(row, hidden)
            self._end_line()

    def _say(self, text: str, hidden: str) -> None:
        plain = visible(text)
        if not plain:
            return
        self.words.setdefault(hidden, []).append(plain)
        if self.open and plain.strip():
            self.open[-1].line = len(self.lines)
            if hidden:
                self.open[-1].hidden.append(hidden)
            else:
                self.open[-1].words.append(plain)

    def _space(self, attributes: Mapping[str, str | None]) -> None:
        """Set elements side by side apart, unless one is the large first letter of a word."""
        for said in self.words.values():
            if len(said[-1].strip()) != 1 and "drop" not in (attributes.get("class") or ""):
                said.append(" ")

    def _end_line(self) -> None:
        said, self.words = self.words, {}
        for hidden, pieces in said.items():
            text = SPACE.sub(" ", "".join(pieces)).strip()
            if text:
                self.lines.append(Line(text, self._where(), hidden))

    def _where(self) -> str:
        return f"block {len(self.lines) + 1}: {' > '.join(self.path[-5:]) or 'body'}"

    def _embed(self, markup: str, hidden: str) -> None:
        """Read markup that a browser does not show where it stands: a comment, a template, a frame."""
        if not markup.strip() or self.embedded:
            return
        inner = _Reader(self.base, Cascade())
        inner.embedded = True
        tree = _parsed(markup)
        root = tree.body or tree.root
        if root is not None:
            inner.read(root, Look(gone=hidden))
        before, where = len(self.lines), self._where()
        self.lines += [replace(line, where=where, hidden=hidden) for line in inner.lines]
        self.anchors += [replace(a, line=a.line + before, hidden=hidden) for a in inner.anchors]


def _children(
    node: LexborNode, tag: str, attributes: Mapping[str, str | None], seen: Look
) -> list[tuple[LexborNode, Look]]:
    """Children with the look they start from; of a closed `details` only the first summary is seen."""
    folded = tag == "details" and "open" not in attributes and not seen.gone
    summary = next((child for child in _each(node) if child.tag == "summary"), None) if folded else None
    inside = replace(seen, gone="in a closed <details>") if folded else seen
    return [
        (child, seen if summary is not None and child.mem_id == summary.mem_id else inside)
        for child in _each(node)
    ]


def _each(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _is_pixel(attributes: Mapping[str, str | None]) -> bool:
    sizes = [(attributes.get(side) or "").strip().removesuffix("px") for side in ("width", "height")]
    return any(size in {"0", "1"} for size in sizes)
