"""What the style sheets of a page set on its elements, as far as hiding goes.

A small cascade: rules by `!important`, specificity and order, for a reader at a desktop screen. What
may hide and cannot be told is never taken to show: the page is read twice, with every doubtful rule
taken for the best (`sets`) and for the worst (`worst`), and only what both show is seen for sure.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from byline.check.rules import (
    BACKGROUNDS,
    COMMENT,
    MAX_RULES,
    MAX_SELECTOR,
    Rule,
    Sets,
    Weight,
    declarations,
    puzzle,
    rules,
    wider,
)
from byline.check.variables import Variables, variables

MAX_WORK = 40_000_000  # elements times rules; on a page of ordinary size no rule is left out
TOO_MANY = "the page has more style rules than are read"
BARE = re.compile(r"(^|[\s>+~(,])(:(?:is|where|not|has)\()", re.IGNORECASE)  # lexbor wants an element first
PARTLY = re.compile(r":nth-(?:last-)?child\([^()]*\sof\s|:-webkit-any|:any-link", re.IGNORECASE)

Laid = dict[int, dict[str, tuple[Weight, str]]]


@dataclass(frozen=True, slots=True)
class Cascade:
    """What the sheets set.

    Attributes:
        sets: by the `mem_id` of an element; only elements that a rule may hide are there.
        worst: the same, with what is doubtful taken to hide.
        unsure: why a reader may not see what the page says, for all that can be told; or empty.
        variables: the custom properties of the page.

    """

    sets: Mapping[int, Sets] = field(default_factory=dict)
    worst: Mapping[int, Sets] = field(default_factory=dict)
    unsure: str = ""
    variables: Variables = field(default_factory=dict)


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
            _, reached = _reached(tree, rule)
            suspects.update(reached or ())
            unsure = unsure or _unsure(rule, reached)
    sets, worst = _laid(tree, found, suspects) if suspects else ({}, {})
    return Cascade(sets, worst, unsure, known)


def _unsure(rule: Rule, reached: list[int] | None) -> str:
    """Why a rule leaves it open what a reader sees; `reached` is None where nobody knows what it is for."""
    if reached is None and rule.suspect:
        return f"the rule for {rule.selector[:80]} cannot be read"
    return rule.puzzle if reached else ""


def _laid(
    tree: LexborHTMLParser, found: list[Rule], suspects: set[int]
) -> tuple[dict[int, Sets], dict[int, Sets]]:
    """By element, what holds of all that the rules set on it: at the best, and at the worst."""
    best: Laid = {}
    worst: Laid = {}
    for one in found:
        paints = not BACKGROUNDS.isdisjoint(one.sets)
        rule, reached = _reached(tree, one)
        for identity in reached or ():
            if identity in suspects or paints:
                _lay(best.setdefault(identity, {}), rule, worst=False)
                _lay(worst.setdefault(identity, {}), rule, worst=True)
    return _held(best), _held(worst)


def _held(laid: Laid) -> dict[int, Sets]:
    return {i: {n: (value, weight[0] > 0) for n, (weight, value) in held.items()} for i, held in laid.items()}


def _lay(held: dict[str, tuple[Weight, str]], rule: Rule, *, worst: bool) -> None:
    """Set what `rule` sets where nothing heavier is set yet."""
    for name, (value, important) in rule.told(worst=worst).items():
        weight = rule.weight(important)
        if name not in held or held[name][0] <= weight:
            held[name] = weight, value


def _reached(tree: LexborHTMLParser, rule: Rule) -> tuple[Rule, list[int] | None]:
    """The elements that a rule is for; at least those, and a doubt, where its selector is not understood."""
    exact = None if PARTLY.search(rule.selector) else _matches(tree, rule.selector)
    if exact is not None:
        return rule, exact
    doubt = rule.doubt or f"the selector {rule.selector[:80]}"
    return replace(rule, doubt=doubt), _matches(tree, wider(rule.selector))


def _matches(tree: LexborHTMLParser, selector: str) -> list[int] | None:
    """The elements that a selector is for; None where it cannot be read."""
    if len(selector) > MAX_SELECTOR:
        return None
    try:
        return [node.mem_id for node in tree.css(BARE.sub(r"\1*\2", selector))]
    except SelectolaxError:
        return None
