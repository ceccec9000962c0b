"""Whether a reader at a desktop screen meets the condition of a `@media` query, or nobody can tell.

Three answers, as in the standard: true, false, and None for what depends on the reader or is not
understood. Only what TYPES and `_width` know is decided; to decide one more feature, add it there.
"""

import re
from collections.abc import Iterable

SCREEN = 1280.0  # pixels; how wide the reader's window is taken to be
UNITS = {"px": 1.0, "em": 16.0, "rem": 16.0, "pt": 4 / 3, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
TYPES = {
    **dict.fromkeys(("", "all", "screen"), True),
    **dict.fromkeys(("print", "speech", "aural", "tty", "tv", "projection", "handheld", "braille"), False),
    "embossed": False,
}
LENGTH = rf"(\+?(?:\d+\.?\d*|\.\d+))\s*({'|'.join(UNITS)})"
BOUND = re.compile(rf"(min|max)-width\s*:\s*{LENGTH}")
AFTER = re.compile(rf"width\s*([<>]=?)\s*{LENGTH}")
BEFORE = re.compile(rf"{LENGTH}\s*([<>]=?)\s*width(?:\s*([<>]=?)\s*{LENGTH})?")
TOKEN = re.compile(r"[()]|[^()\s]+|\s+")
MIRRORED = {"<": ">", ">": "<", "<=": ">=", ">=": "<="}


def query_holds(queries: str) -> bool | None:
    """Whether one query of a list holds."""
    return _any(_query(query.strip()) for query in _split(queries.lower(), ","))


def _query(query: str) -> bool | None:
    if query.startswith("not ") and not query.removeprefix("not ").lstrip().startswith("("):
        return _not(_query(query.removeprefix("not ").strip()))
    return _all(_feature(part.strip()) for part in _split(query.removeprefix("only "), "and"))


def _feature(part: str) -> bool | None:
    """One side of an `and`: a kind of screen, a feature in brackets, or a query in brackets."""
    if part.startswith("not"):
        return _not(_feature(part.removeprefix("not").strip()))
    either = _split(part, "or")
    if len(either) > 1:
        return _any(_feature(one.strip()) for one in either)
    if not part.startswith("("):
        return TYPES.get(part)
    inner = part[1:-1].strip()
    return _query(inner) if inner.startswith(("(", "not")) else _width(inner)


def _width(feature: str) -> bool | None:
    if bound := BOUND.fullmatch(feature):
        return _compare(">=" if bound[1] == "min" else "<=", bound[2], bound[3])
    if after := AFTER.fullmatch(feature):
        return _compare(after[1], after[2], after[3])
    if before := BEFORE.fullmatch(feature):
        first = _compare(MIRRORED[before[3]], before[1], before[2])
        return first and (not before[4] or _compare(before[4], before[5], before[6]))
    return None


def _compare(sign: str, number: str, unit: str) -> bool:
    pixels = float(number) * UNITS[unit]
    over, same = pixels < SCREEN, pixels == SCREEN
    return (same and "=" in sign) or (over if sign[0] == ">" else not over and not same)


def _split(text: str, at: str) -> list[str]:
    """The pieces between a word or a comma; what stands in brackets is not cut."""
    found, depth = [""], 0
    for sign in TOKEN.findall(text.replace(",", " , ") if at == "," else text):
        depth += (sign == "(") - (sign == ")")
        if sign == at and depth <= 0:
            found.append("")
        else:
            found[-1] += sign
    return found


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


def _all(answers: Iterable[bool | None]) -> bool | None:
    told = list(answers)
    return False if False in told else None if None in told else True


def _any(answers: Iterable[bool | None]) -> bool | None:
    told = list(answers)
    return True if True in told else None if None in told else False
