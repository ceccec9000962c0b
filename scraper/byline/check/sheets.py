"""What the style sheets of a page say about its elements, as far as hiding goes.

A small cascade: rules by `!important`, specificity and order; `@media` is judged for a reader at a
desktop screen. Selectors that depend on what a reader does (`:hover`) say nothing here. What may
hide and cannot be told is never taken to show: it is said in `Cascade.unsure`. To read one more
property, add it to PROPERTIES, and to SUSPECT the values of it that can hide.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from byline.check.variables import DECISIVE, Variables, hides, settled, variables

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
MAX_RULES = 12_000  # rules that set one of PROPERTIES; a page seldom has half as many
MAX_WORK = 40_000_000  # elements times rules; on a page of ordinary size no rule is left out
MAX_SELECTOR = 1_000  # characters
UNREADABLE = "?"  # is no selector
TOO_MANY = "the page has more style rules than are read"
SCREEN = 1280  # pixels; how wide the reader's window is taken to be
EM = 16  # pixels

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
TOKEN = re.compile(r""""[^"\n]*"|'[^'\n]*'|[{};]""")
ACTED = re.compile(r"::|:(?:hover|focus|active|target|checked|visited|before|after|selection)", re.IGNORECASE)
IDLE = re.compile(r":not\(\s*:(?:hover|focus[\w-]*|active|target|checked|visited)\s*\)", re.IGNORECASE)
BARE = re.compile(r"(^|[\s>+~(,])(:(?:is|where|not|has)\()", re.IGNORECASE)  # lexbor wants an element first
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

    @property
    def puzzle(self) -> str:
        """A declaration of it that may hide, for all that can be told; empty when there is none."""
        return puzzle(self.sets)

    def weight(self, important: bool) -> Weight:
        """What decides when two rules set the same property."""
        ids = len(re.findall(r"#[\w-]", self.selector))
        classes = len(re.findall(r"\.[\w-]|\[|:[\w-]", self.selector))
        tags = len(re.findall(r"(?:^|[\s>+~])[a-zA-Z]", self.selector))
        return important, ids, classes, tags, self.order


@dataclass(frozen=True, slots=True)
class Cascade:
    """What the sheets set.

    Attributes:
        sets: by the `mem_id` of an element; only elements that a rule may hide are there.
        unsure: why a reader may not see what the page says, for all that can be told; or empty.
        variables: the custom properties of the page.

    """

    sets: Mapping[int, Sets] = field(default_factory=dict)
    unsure: str = ""
    variables: Variables = field(default_factory=dict)


def declarations(style: str, known: Variables | None = None) -> dict[str, tuple[str, bool]]:
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
            found[name] = settled(name, plain, known or {}), important
    return found


def puzzle(sets: Sets) -> str:
    """A declaration that may hide, by a variable whose value cannot be told; or empty."""
    open_ = (f"{name}: {value}" for name, (value, _) in sets.items() if "var(" in value and name in DECISIVE)
    return next(open_, "")


def cascade(tree: LexborHTMLParser, css: str) -> Cascade:
    """What `css`, and nothing else, sets on the elements of `tree`."""
    inline = [node.attributes.get("style") or "" for node in tree.css("[style]")]
    known = variables(COMMENT.sub(" ", css), inline)
    unsure = next(
        filter(None, (puzzle(declarations(style, known)) for style in inline if "var(" in style)), ""
    )
    found = list(rules(css, known))
    most = min(MAX_RULES, MAX_WORK // len(tree.css("*")))
    if len(found) > most:
        unsure, found = TOO_MANY, found[:most]
    suspects: set[int] = set()
    for rule in found:
        if rule.suspect or rule.puzzle:
            reached = _matches(tree, rule.selector)
            suspects.update(reached or ())
            unsure = unsure or _doubt(rule, reached)
    return Cascade(_laid(tree, found, suspects) if suspects else {}, unsure, known)


def _doubt(rule: Rule, reached: list[int] | None) -> str:
    """Why a rule leaves it open what a reader sees; `reached` is None where nobody knows what it is for."""
    if reached is None and any(hides(name, value) for name, (value, _) in rule.sets.items()):
        return f"the rule for {rule.selector[:80]} cannot be read"
    return rule.puzzle if reached else ""


def _laid(tree: LexborHTMLParser, found: list[Rule], suspects: set[int]) -> dict[int, Sets]:
    """By element, what holds of all that the rules set on it."""
    best: dict[int, dict[str, tuple[Weight, str]]] = {}
    for rule in found:
        paints = not BACKGROUNDS.isdisjoint(rule.sets)
        for identity in _matches(tree, rule.selector) or ():
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


def rules(css: str, known: Variables | None = None) -> Iterator[Rule]:
    """The rules that set one of PROPERTIES, in order, one for each selector of a list."""
    order = 0
    for prelude, body in _style_rules(COMMENT.sub(" ", css)):
        sets = declarations(body, known)
        for selector in _selectors(prelude) if sets else ():
            resting = IDLE.sub("", selector) or "*"  # as it is before a reader does anything
            if not ACTED.search(resting):
                order += 1
                yield Rule(resting, sets, order)
        if order > MAX_RULES:
            return


def _style_rules(css: str) -> Iterator[tuple[str, str]]:
    """Selectors and declarations of each rule that applies on a screen, nested ones with their parents'."""
    blocks: list[tuple[str, bool, list[str]]] = []  # selectors, whether it applies, its declarations
    at = 0
    for token in TOKEN.finditer(css):
        if token[0] not in {"{", "}", ";"}:
            continue
        text, at = css[at : token.start()].strip(), token.end()
        if blocks and token[0] != "{":
            blocks[-1][2].append(text)
        if blocks and token[0] != ";":  # what stands before a nested rule comes before it
            selectors, holds, body = blocks[-1]
            if holds and selectors and any(body):
                yield selectors, ";".join(body)
            body.clear()
        if token[0] == "}" and blocks:
            blocks.pop()
        elif token[0] == "{":
            above, holds, _ = blocks[-1] if blocks else ("", True, [])
            selectors = above if text.startswith("@") else _nested(above, text)
            blocks.append((selectors, holds and applies(text), []))


def _nested(above: str, text: str) -> str:
    """The selectors of a rule inside another: `&` stands for the outer one, which else comes before."""
    if not above:
        return text
    if len(above) > MAX_SELECTOR:
        return UNREADABLE
    outer = f":is({above})" if len(_selectors(above)) > 1 else above
    inner = _selectors(text)
    return ", ".join(s.replace("&", outer) if "&" in s else f"{outer} {s}" for s in inner)


def _selectors(prelude: str) -> list[str]:
    """The selectors of a list; a comma inside brackets parts nothing."""
    found, depth = [""], 0
    for sign in prelude:
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth <= 0:
            found.append("")
        else:
            found[-1] += sign
    return [selector.strip() for selector in found if selector.strip()]


def applies(prelude: str) -> bool:
    """Whether what a block (`@media …`, or a selector) holds is seen on a desktop screen."""
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


def _matches(tree: LexborHTMLParser, selector: str) -> list[int] | None:
    """The elements that a selector is for; None where it cannot be read."""
    if len(selector) > MAX_SELECTOR:
        return None
    try:
        return [node.mem_id for node in tree.css(BARE.sub(r"\1*\2", selector))]
    except SelectolaxError:
        return None
