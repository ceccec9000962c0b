"""The rules of a style sheet, as far as hiding goes: selectors, what they set, and under what condition.

Selectors that depend on what a reader does (`:hover`) say nothing here. A rule whose condition or
selector is not understood is kept with `doubt`, and reaches at least the elements it is for. To read
one more property, add it to PROPERTIES, and to SUSPECT the values of it that can hide.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from byline.check.media import query_holds
from byline.check.variables import DECISIVE, Variables, settled

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
COLOURS = BACKGROUNDS | {"color"}
CUTS = re.compile(r"hidden|clip|scroll|auto")
FORMING = {  # what hides nothing by itself, but with other values
    **dict.fromkeys(("overflow", "overflow-x", "overflow-y"), CUTS),
    "position": re.compile(r"absolute|fixed|relative|sticky"),
}
MAX_RULES = 12_000  # rules that set one of PROPERTIES; a page seldom has half as many
MAX_SELECTOR = 1_000  # characters
UNREADABLE = "?"  # is no selector

COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
TOKEN = re.compile(r""""[^"\n]*"|'[^'\n]*'|[{};]""")
ACTED = re.compile(r"::|:(?:hover|focus|active|target|checked|visited|before|after|selection)", re.IGNORECASE)
IDLE = re.compile(r":not\(\s*:(?:hover|focus[\w-]*|active|target|checked|visited)\s*\)", re.IGNORECASE)
FUNCTION = re.compile(r":[\w-]+\([^()]*\)")  # the innermost of a selector's brackets
PSEUDO = re.compile(r"(^|[\s>+~,])?::?[\w-]+")
SILENT = ("@font-face", "@keyframes", "@-webkit-keyframes", "@-moz-keyframes", "@page", "@property")

Sets = Mapping[str, tuple[str, bool]]  # property: value, whether !important
Weight = tuple[int, int, int, int, int]  # important, ids, classes, tags, order


@dataclass(frozen=True, slots=True)
class Rule:
    """One selector and what it sets.

    Attributes:
        order: its place among the rules of the page.
        doubt: the condition, or the selector, that leaves it open whether it applies; or empty.

    """

    selector: str
    sets: Sets
    order: int
    doubt: str = ""

    @property
    def suspect(self) -> bool:
        """Whether its values can hide something."""
        if "color" in self.sets and not BACKGROUNDS.isdisjoint(self.sets):
            return True
        return any(may_hide(name, value) for name, (value, _) in self.sets.items())

    def told(self, *, worst: bool) -> Sets:
        """What it sets; of a doubtful rule only what shows, or at the worst only what hides."""
        if not self.doubt:
            return self.sets
        held = {name: said for name, said in self.sets.items() if name not in FORMING}
        hiding = {name for name, (value, _) in held.items() if may_hide(name, value)}
        if worst:
            kept = {name for name in held if name in hiding or name not in SUSPECT or name == "color"}
            forming = {n: v for n, v in self.sets.items() if n in FORMING and FORMING[n].match(v[0])}
            return {**{name: held[name] for name in held if name in kept}, **forming}
        return {name: said for name, said in held.items() if name not in hiding | COLOURS}

    @property
    def puzzle(self) -> str:
        """A declaration of it that may hide, for all that can be told; empty when there is none."""
        return puzzle(self.sets)

    def weight(self, important: bool) -> Weight:
        """What decides when two rules set the same property; of important rules the doubtful one."""
        ids = len(re.findall(r"#[\w-]", self.selector))
        classes = len(re.findall(r"\.[\w-]|\[|:[\w-]", self.selector))
        tags = len(re.findall(r"(?:^|[\s>+~])[a-zA-Z]", self.selector))
        return important + (important and bool(self.doubt)), ids, classes, tags, self.order


def may_hide(name: str, value: str) -> bool:
    """Whether this value of a property can hide something."""
    pattern = SUSPECT.get(name)
    return bool(pattern and pattern.match(value))


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


def rules(css: str, known: Variables | None = None) -> Iterator[Rule]:
    """The rules that set one of PROPERTIES, in order, one for each selector of a list."""
    order = 0
    for prelude, body, doubt in _style_rules(COMMENT.sub(" ", css)):
        sets = declarations(body, known)
        for selector in _selectors(prelude) if sets else ():
            resting = IDLE.sub("", selector) or "*"  # as it is before a reader does anything
            outside = _without_functions(resting)
            if ACTED.search(outside):
                continue
            order += 1
            if outside != resting and ACTED.search(resting):
                yield Rule(wider(resting), sets, order, doubt or f"the selector {resting[:80]}")
            else:
                yield Rule(resting, sets, order, doubt)
        if order > MAX_RULES:
            return


def wider(selector: str) -> str:
    """A selector for at least the elements that this one is for: it without what asks for a state."""
    plain = PSEUDO.sub(lambda found: "" if found[1] is None else f"{found[1]}*", _without_functions(selector))
    return plain or "*"


def _without_functions(selector: str) -> str:
    """A selector without `:not(…)` and its like."""
    count = 1
    while count:
        selector, count = FUNCTION.subn(":is", selector)
    return selector


def _style_rules(css: str) -> Iterator[tuple[str, str, str]]:
    """Selectors, declarations and doubt of each rule that may apply, nested ones with their parents'."""
    blocks: list[tuple[str, str | None, list[str]]] = []  # selectors, doubt (None: idle), declarations
    at = 0
    for token in TOKEN.finditer(css):
        if token[0] not in {"{", "}", ";"}:
            continue
        text, at = css[at : token.start()].strip(), token.end()
        if blocks and token[0] != "{":
            blocks[-1][2].append(text)
        if blocks and token[0] != ";":  # what stands before a nested rule comes before it
            selectors, doubt, body = blocks[-1]
            if doubt is not None and selectors and any(body):
                yield selectors, ";".join(body), doubt
            body.clear()
        if token[0] == "}" and blocks:
            blocks.pop()
        elif token[0] == "{":
            above, doubt, _ = blocks[-1] if blocks else ("", "", [])
            selectors = above if text.startswith("@") else _nested(above, text)
            blocks.append((selectors, _doubt(text, doubt), []))


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


def _doubt(prelude: str, above: str | None) -> str | None:
    """What leaves it open whether a block applies; None where it does not."""
    holds = None if above is None else applies(prelude)
    if above is None or holds is False:
        return None
    return above or ("" if holds else f"the condition {prelude[:80]}")


def applies(prelude: str) -> bool | None:
    """Whether a block (`@media …`, or a selector) counts on a desktop screen; None where nobody can tell."""
    lowered = prelude.lower()
    if not lowered.startswith("@"):
        return True
    if lowered.startswith("@media"):
        return query_holds(lowered.removeprefix("@media"))
    return False if lowered.startswith(SILENT) else None
