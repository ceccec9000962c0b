"""What the style sheets inside a page say about its elements, as far as hiding goes.

A small cascade: the rules of `<style>` elements by `!important`, specificity and order; `@media`
is judged for a reader at a desktop screen. Selectors that depend on what a reader does (`:hover`)
and sheets kept in other files say nothing here. To read one more property, add it to PROPERTIES,
and to SUSPECT the values of it that can hide.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

PROPERTIES = {
    *("display", "visibility", "opacity", "font-size", "font", "position", "left", "right", "top", "bottom"),
    *("margin-left", "margin-top", "text-indent", "clip", "clip-path", "width", "height", "max-width"),
    *("max-height", "overflow", "overflow-x", "overflow-y", "color", "background-color", "background"),
    *("background-image", "transform", "filter", "content-visibility"),
}
SMALL = r"(?:0|0?\.\d+|[12](?:\.\d+)?)(?:px|pt|em|rem|%|vw|vh)?(?![\d.])"
SUSPECT = {  # a rule is worth matching when one of its values can hide
    "display": re.compile(r"none"),
    "visibility": re.compile(r"hidden|collapse"),
    "opacity": re.compile(r"0?\.\d|0(?![.\d])"),
    "font-size": re.compile(SMALL),
    "font": re.compile(rf"(?:.*\s)?{SMALL}[\s/]"),
    "clip": re.compile(r"rect"),
    "clip-path": re.compile(r"inset|circle|polygon|rect|ellipse"),
    "transform": re.compile(r".*(?:scale|translate)"),
    "filter": re.compile(r".*opacity"),
    "content-visibility": re.compile(r"hidden"),
    "color": re.compile(r"transparent|#fff|white|rgb"),
    **dict.fromkeys(
        ("left", "right", "top", "bottom", "margin-left", "margin-top"), re.compile(r"-\d|\d{4,}")
    ),
    "text-indent": re.compile(r"-?\d{3,}"),
    **dict.fromkeys(("width", "height", "max-width", "max-height"), re.compile(SMALL)),
}
BACKGROUNDS = {"background", "background-color", "background-image"}
MAX_RULES = 4_000  # a page's own rules that set one of PROPERTIES; pages seen have some hundreds
MAX_WORK = 40_000_000  # elements times rules; on a page of ordinary size no rule is left out
MAX_SELECTOR = 300  # characters
SCREEN = 1280  # pixels; how wide the reader's window is taken to be
EM = 16  # pixels

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
TOKEN = re.compile(r""""[^"\n]*"|'[^'\n]*'|[{};]""")
ACTED = re.compile(r"::|:(?:hover|focus|active|target|checked|visited|before|after|selection)", re.IGNORECASE)
WIDTH = re.compile(r"\(\s*(min|max)-width\s*:\s*([\d.]+)(px|em|rem)\s*\)")
FEATURE = re.compile(r"\([^()]*\)")
ELSEWHERE = re.compile(r"\b(?:print|speech|tty|tv|projection|handheld|braille|embossed|not)\b")
GROUPS = ("@media", "@supports", "@layer", "@container", "@scope")

Sets = Mapping[str, tuple[str, bool]]  # property: value, whether !important
Weight = tuple[bool, int, int, int, int]  # important, ids, classes, tags, order


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector and what it sets; `order` is its place among the rules of the page."""

    selector: str
    sets: Sets
    order: int

    @property
    def suspect(self) -> bool:
        """Whether its values can hide something."""
        if "color" in self.sets and not BACKGROUNDS.isdisjoint(self.sets):
            return True
        values = ((SUSPECT.get(name), value) for name, (value, _) in self.sets.items())
        return any(pattern.match(value) for pattern, value in values if pattern)

    def weight(self, important: bool) -> Weight:
        """What decides when two rules set the same property."""
        ids = len(re.findall(r"#[\w-]", self.selector))
        classes = len(re.findall(r"\.[\w-]|\[|:[\w-]", self.selector))
        tags = len(re.findall(r"(?:^|[\s>+~])[a-zA-Z]", self.selector))
        return important, ids, classes, tags, self.order


def declarations(style: str) -> dict[str, tuple[str, bool]]:
    """Of `a: b; c: d !important`, what it sets of PROPERTIES; the last value holds."""
    found: dict[str, tuple[str, bool]] = {}
    for declaration in COMMENT.sub(" ", style).split(";"):
        name, colon, value = declaration.partition(":")
        name, value = name.strip().lower(), " ".join(value.lower().split())
        if not colon or not value or name not in PROPERTIES:
            continue
        important = value.endswith("important")
        plain = value.removesuffix("important").rstrip(" !") if important else value
        if important or not found.get(name, ("", False))[1]:
            found[name] = plain, important
    return found


def cascade(tree: LexborHTMLParser) -> dict[int, Sets]:
    """By the `mem_id` of an element, what the page's own sheets set on it; only suspects are there."""
    sheets = [n for n in tree.css("style") if _applies(f"@media {n.attributes.get('media') or 'all'}")]
    found = list(rules("\n".join(node.text() for node in sheets)))
    if not found:
        return {}
    found = found[: MAX_WORK // len(tree.css("*"))]
    suspects = {identity for rule in found if rule.suspect for identity in _matches(tree, rule.selector)}
    if not suspects:
        return {}
    best: dict[int, dict[str, tuple[Weight, str]]] = {}
    for rule in found:
        paints = not BACKGROUNDS.isdisjoint(rule.sets)
        for identity in _matches(tree, rule.selector):
            if identity in suspects or paints:
                _lay(best.setdefault(identity, {}), rule)
    return {
        i: {name: (value, weight[0]) for name, (weight, value) in held.items()} for i, held in best.items()
    }


def _lay(held: dict[str, tuple[Weight, str]], rule: Rule) -> None:
    """Set what `rule` sets where nothing heavier is set yet."""
    for name, (value, important) in rule.sets.items():
        weight = rule.weight(important)
        if name not in held or held[name][0] <= weight:
            held[name] = weight, value


def rules(css: str) -> Iterator[Rule]:
    """The rules that set one of PROPERTIES, in order, one for each selector of a list."""
    order = 0
    for prelude, body in _style_rules(COMMENT.sub(" ", css)):
        sets = declarations(body)
        for selector in prelude.split(",") if sets else ():
            plain = selector.strip()
            if plain and len(plain) <= MAX_SELECTOR and not ACTED.search(plain):
                order += 1
                yield Rule(plain, sets, order)
        if order > MAX_RULES:
            return


def _style_rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of each rule that applies on a screen; nested rules are left out."""
    blocks: list[tuple[str, bool, list[str]]] = []  # prelude, whether it applies, its declarations
    at = 0
    for token in TOKEN.finditer(css):
        if token[0] not in {"{", "}", ";"}:
            continue
        text, at = css[at : token.start()].strip(), token.end()
        if token[0] == "{":
            outer = blocks[-1] if blocks else ("", True, [])
            nested = bool(outer[0]) and not outer[0].startswith("@")
            blocks.append((text, outer[1] and not nested and _applies(text), []))
            continue
        if blocks:
            blocks[-1][2].append(text)
        if token[0] == "}" and blocks:
            prelude, applies, body = blocks.pop()
            if applies and not prelude.startswith("@"):
                yield prelude, ";".join(body)


def _applies(prelude: str) -> bool:
    """Whether what a block holds is seen on a desktop screen."""
    lowered = prelude.lower()
    if not lowered.startswith("@"):
        return True
    if not lowered.startswith(GROUPS):
        return False
    if not lowered.startswith("@media"):
        return True
    return any(_query_holds(query) for query in lowered.removeprefix("@media").split(","))


def _query_holds(query: str) -> bool:
    for bound, number, unit in WIDTH.findall(query):
        pixels = float(number.strip(".") or 0) * (1 if unit == "px" else EM) if number.count(".") <= 1 else 0
        if (pixels > SCREEN) if bound == "min" else (pixels < SCREEN):
            return False
    others = FEATURE.findall(WIDTH.sub("", query))
    return not others and not ELSEWHERE.search(query)


def _matches(tree: LexborHTMLParser, selector: str) -> list[int]:
    try:
        return [node.mem_id for node in tree.css(selector)]
    except SelectolaxError:
        return []
