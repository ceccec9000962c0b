"""What is said of a message: a finding of a check, and the remark that a rule makes of it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal

Level = Literal["error", "warning"]
MOST = 999  # breaches of one rule that are counted


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing a newsletter keeps to.

    Attributes:
        asks: the rule in a few words.
        mend: what to do about a breach.
        source: the standard, law or sender's guide that says so.

    """

    code: str
    level: Level
    area: str
    asks: str
    mend: str
    source: str


@dataclass(frozen=True, slots=True)
class Found:
    """A breach of the rule `code`; `more` is how often it is broken elsewhere."""

    code: str
    said: str
    where: str = ""
    more: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """One rule that a message breaks; a rule broken a hundred times is still one remark."""

    code: str
    level: Level
    area: str
    said: str
    where: str
    mend: str
    source: str

    def record(self) -> dict[str, Any]:
        """As plain JSON."""
        return {name: getattr(self, name) for name in self.__slots__}


def quoted(text: str, most: int = 60) -> str:
    """Words of a message as a remark quotes them: short, on one line, nothing that a screen would obey."""
    line = " ".join(text[: 4 * most].split())
    plain = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in line)
    return plain if len(plain) <= most and len(text) <= 4 * most else f"{plain[:most]}…"


def first_of(code: str, breaches: Iterable[tuple[str, str]]) -> Iterator[Found]:
    """One finding for many breaches `(said, where)` of one rule; none for none."""
    rest = iter(breaches)
    first = next(rest, None)
    if first is not None:
        yield Found(code, *first, more=sum(1 for _ in islice(rest, MOST)))
