"""The page that an HTML part makes: its elements, links and pictures, and the words that are seen.

One pass over the tree with a stack of its own. Markup at which the parser would stall is not given to it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_DEPTH = 400  # levels; no mail has a quarter of that
MAX_COPIES = 200_000  # formatting left open, once for each tag after it: the parser opens it anew
MAX_ATTRIBUTES = 10_000  # of one element: the parser compares each with each
MAX_AROUND = 2_000  # letters around a link in which it may say that it unsubscribes

TAG = re.compile(  # a comment, or a tag as browsers read it; each letter is looked at once
    r"<!--(?:-?>|.*?(?:--!?>|\Z))"
    r"|<(/?)([a-zA-Z][^\s/>]*+)"
    r"((?:[\s/]++|=?[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^\s>\"'][^\s>]*+)?)?|=)*+)",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"[\s/][^\s/>=]")
UNPARSED = {"style", "script", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "noscript"}
VOID = {
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"),
    *("track", "wbr"),
}
SELF_CLOSING = {"p", "li", "dt", "dd", "option", "td", "th", "tr", "tbody", "thead", "tfoot"}
FORMATTING = {
    *("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"),
}
SILENT = {"style", "script", "head", "title", "template", "noscript", "textarea", "select", "option"}
BLOCKS = {"p", "td", "th", "div", "li", "body", "h1", "h2", "h3", "h4", "center", "blockquote", "dd", "dt"}
BREAKING = {*BLOCKS, "br", "tr", "table", "ul", "ol", "dl", "hr", "h5", "h6", "pre"}
HIDING = re.compile(
    r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*hidden|max-height\s*:\s*0(?![.\d])|mso-hide\s*:\s*all"
    r"|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*[01](?:px|pt|em)?\s*(?![.\d\w%]))",
    re.IGNORECASE,
)
CODE = {"code", "pre", "kbd", "samp", "tt", "xmp", "listing"}
SPACES = re.compile(r"[\s\u034f\u200b-\u200d\u00ad\ufeff]+")


@dataclass(frozen=True, slots=True)
class Element:
    """One element as it is written.

    Attributes:
        hidden: whether it or one around it is hidden by its own style.

    """

    tag: str
    attributes: dict[str, str]
    hidden: bool = False

    def value(self, name: str) -> str:
        """An attribute, or nothing."""
        return self.attributes.get(name, "")

    @property
    def called(self) -> str:
        """How remarks call it."""
        name = next((n for n in ("href", "src", "id", "class", "width") if self.value(n)), "")
        shown = f' {name}="{self.value(name)[:50]}"' if name else ""
        return f"<{self.tag}{shown}>"


@dataclass(slots=True)
class Link:
    """An anchor with an address; `words` what it says, `around` the words of the block that holds it."""

    element: Element
    words: str = ""
    around: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as mail programs see it.

    Attributes:
        unread: why it could not be read; all else is empty then.
        visible: words seen, lines parted by LF.
        hidden: the first words that are hidden.
        prose: all words that are no code, hidden ones too; `code` those that are.
        layout_tables: tables without a header cell or a caption.

    """

    source: str
    unread: str = ""
    elements: tuple[Element, ...] = ()
    links: tuple[Link, ...] = ()
    visible: str = ""
    hidden: str = ""
    prose: str = ""
    code: str = ""
    styles: str = ""
    title: str = ""
    layout_tables: tuple[Element, ...] = ()

    def of(self, *tags: str) -> Iterator[Element]:
        """The elements of some tags, in their order."""
        return (element for element in self.elements if element.tag in tags)


def read_page(source: str) -> Page:
    """The page, or a page that says why it cannot be read."""
    stalls = _stalls(source)
    if stalls:
        return Page(source, stalls)
    tree = LexborHTMLParser(source)
    if tree.root is None:
        return Page(source, "there is nothing in it")
    walk = _Walk()
    walk.read(tree.root)
    return Page(
        source,
        elements=tuple(walk.elements),
        links=tuple(walk.links),
        visible=_lines(walk.seen),
        hidden=SPACES.sub(" ", "".join(walk.unseen)).strip(),
        prose="".join(walk.prose),
        code="".join(walk.code),
        styles="\n".join(walk.styles),
        title=SPACES.sub(" ", "".join(walk.title)).strip(),
        layout_tables=tuple(table.element for table in walk.tables if not table.is_data),
    )


def _stalls(source: str) -> str:
    """Why the parser would stall; empty where it would not. Looks at each letter once, and rather fears."""
    depth = formatting = copies = 0
    unparsed = ""
    if "<![CDATA[" in source:
        return "it holds CDATA"
    for match in TAG.finditer(source):
        closing, name, rest = match[1], (match[2] or "").lower(), match[3] or ""
        if not name or (closing and unparsed not in {"", name}):
            continue
        unparsed = "" if closing else name if name in UNPARSED else unparsed
        step = -1 if closing else 1
        if name not in VOID and name not in SELF_CLOSING:
            depth = max(depth + step, 0)
        if name in FORMATTING:
            formatting = max(formatting + step, 0)
        copies += formatting
        if depth > MAX_DEPTH:
            return f"it is nested deeper than {MAX_DEPTH} levels"
        if copies > MAX_COPIES:
            return "its formatting is never closed"
        if len(rest) > MAX_ATTRIBUTES and len(ATTRIBUTE.findall(rest)) > MAX_ATTRIBUTES:
            return "an element has thousands of attributes"
    return ""


@dataclass(slots=True)
class _Table:
    """A table, and whether a cell of it says that it is data."""

    element: Element
    is_data: bool = False


@dataclass(slots=True)
class _Block:
    """A block being read: its own words, and the links in it."""

    words: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """What an element opened, to be closed after its children."""

    tag: str
    link: Link | None = None


class _Walk:
    """One pass over a tree, gathering."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.links: list[Link] = []
        self.seen: list[str] = []
        self.unseen: list[str] = []
        self.prose: list[str] = []
        self.code: list[str] = []
        self.codes = 0  # elements of code that are open
        self.styles: list[str] = []
        self.title: list[str] = []
        self.tables: list[_Table] = []
        self.open_tables: list[_Table] = []
        self.open_links: list[Link] = []
        self.said: dict[int, list[str]] = {}  # words of each open link
        self.blocks = [_Block()]

    def read(self, root: LexborNode) -> None:
        """Read all under `root`."""
        stack: list[tuple[LexborNode, bool] | _Open] = [(root, False)]
        while stack:
            top = stack.pop()
            if isinstance(top, _Open):
                self._leave(top)
                continue
            node, hidden = top
            if node.is_text_node:
                self._say(node.text_content or "", hidden)
            elif node.is_element_node:
                element = _element(node, hidden)
                stack.append(self._enter(element))
                if element.tag in SILENT and element.tag != "head":
                    self._keep(element.tag, node)
                else:
                    stack.extend((child, element.hidden) for child in reversed(list(_children(node))))
            elif node.tag in {"-document", "-undef", "-doctype"} or node.parent is None:
                stack.extend((child, hidden) for child in reversed(list(_children(node))))
        for block in self.blocks:
            self._settle(block)

    def _enter(self, element: Element) -> _Open:
        self.elements.append(element)
        tag = element.tag
        self.codes += tag in CODE
        if tag in BREAKING:
            self._say("\n", element.hidden)
        if tag in BLOCKS:
            self.blocks.append(_Block())
        elif tag == "table":
            self.open_tables.append(_Table(element))
            self.tables.append(self.open_tables[-1])
        elif tag == "img" and self.open_links:
            self.said[id(self.open_links[-1])].append(element.value("alt"))
        if tag in {"th", "caption", "thead"} and self.open_tables:
            self.open_tables[-1].is_data = True
        return _Open(tag, self._linked(element) if tag == "a" and "href" in element.attributes else None)

    def _linked(self, element: Element) -> Link:
        link = Link(element)
        self.links.append(link)
        self.open_links.append(link)
        self.said[id(link)] = []
        self.blocks[-1].links.append(link)
        return link

    def _leave(self, opened: _Open) -> None:
        if opened.tag in BREAKING:
            self._say("\n", hidden=False)
        self.codes -= opened.tag in CODE
        if opened.link is not None and self.open_links:
            link = self.open_links.pop()
            link.words = SPACES.sub(" ", " ".join(self.said.pop(id(link)))).strip()
        if opened.tag in BLOCKS:
            self._settle(self.blocks.pop())
        elif opened.tag == "table" and self.open_tables:
            self.open_tables.pop()

    def _settle(self, block: _Block) -> None:
        if block.links:
            around = SPACES.sub(" ", "".join(block.words))[:MAX_AROUND]
            for link in block.links:
                link.around = around

    def _say(self, words: str, hidden: bool) -> None:
        (self.code if self.codes else self.prose).append(words)
        if hidden:
            self.unseen.append(words)
            return
        self.seen.append(words if words == "\n" else SPACES.sub(" ", words))
        self.blocks[-1].words.append(words)
        if self.open_links:
            self.said[id(self.open_links[-1])].append(words)

    def _keep(self, tag: str, node: LexborNode) -> None:
        if tag == "style":
            self.styles.append(node.text() or "")
        elif tag == "title":
            self.title.append(node.text() or "")


def _element(node: LexborNode, hidden: bool) -> Element:
    attributes = {name: value or "" for name, value in node.attributes.items()}
    hides = "hidden" in attributes or HIDING.search(attributes.get("style", "")) is not None
    return Element(node.tag or "", attributes, hidden or hides)


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _lines(pieces: list[str]) -> str:
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return re.sub(r" {2,}", " ", "\n".join(line for line in lines if line))
