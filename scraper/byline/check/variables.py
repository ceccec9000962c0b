"""Custom properties of a page (`--x: none`), as far as hiding goes.

Which of its values a property has at one place is not worked out: a variable is taken to be any of
the values that the page gives it. Where one of them would hide, nobody can tell, and it stays as it
is for `sheets` to say so. To know one more way to hide, add it to DECISIVE.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

DECISIVE = {  # the properties that hide at a word, and the values that do
    "display": re.compile(r"none"),
    "visibility": re.compile(r"hidden|collapse"),
    "opacity": re.compile(r"0*\.0|0+(?![.\d])"),
    "content-visibility": re.compile(r"hidden"),
}
CUSTOM = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]*)")
VAR = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,([^()]*))?\)")
MAX_VALUES = 16  # of one declaration; who has more has not been understood
MAX_LINKS = 8  # variables in a row that name each other

Variables = Mapping[str, tuple[str, ...]]


def variables(css: str, inline: Iterable[str]) -> Variables:
    """By its name, every value that a style sheet or a `style` attribute gives a custom property."""
    found: dict[str, dict[str, None]] = {}
    for text in (css, *inline):
        for name, value in CUSTOM.findall(text):
            plain = value.lower().replace("!important", "").strip()
            found.setdefault(name.lower(), {})[plain] = None
    return {name: tuple(values) for name, values in found.items()}


def settled(name: str, value: str, known: Variables) -> str:
    """The value without its variables; as it stands where they leave open what a reader sees."""
    if "var(" not in value:
        return value
    values = list(_values(value, known))
    if name in DECISIVE:
        told = bool(values) and not any("var(" in one or hides(name, one) for one in values)
    else:
        told = len(values) == 1
    return values[0] if told else value


def hides(name: str, value: str) -> bool:
    """Whether this value of a property hides at a word."""
    pattern = DECISIVE.get(name)
    return bool(pattern and pattern.match(value))


def _values(value: str, known: Variables) -> Iterator[str]:
    """Every value that it may have; one that still names a variable could not be found out."""
    values = [value]
    for _ in range(MAX_LINKS):
        values = list(dict.fromkeys(after for before in values for after in _step(before, known)))
        if len(values) > MAX_VALUES:
            return iter((value,))
    return iter(values)


def _step(value: str, known: Variables) -> Iterator[str]:
    match = VAR.search(value)
    if match is None:
        yield value
        return
    fallback = () if match[2] is None else (match[2].strip(),)
    options = (*known.get(match[1], ()), *fallback)
    if not options:
        yield value
    for option in options:
        yield value[: match.start()] + option + value[match.end() :]
