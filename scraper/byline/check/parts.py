"""What a copy is made of, as a reader sees it: lines of words, anchors, and why any is not seen.

HTML, plain text and mail become the same `Copy`; a mail has two parts, and each must keep the
credit. Nothing is cleaned away: what is hidden stays, with the reason, so that a finding can say
where the credit went.
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")


@dataclass(frozen=True, slots=True)
class Line:
    """What a reader sees as one paragraph or line; `hidden` says why it is not seen."""

    text: str
    where: str
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Anchor:
    """An `a[href]`: absolute address, its words or its picture's, the line it stands in."""

    url: str
    words: str
    line: int
    rel: tuple[str, ...] = ()
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a copy. `form` is html or text; `name` tells the parts of a mail apart."""

    form: str
    lines: tuple[Line, ...]
    anchors: tuple[Anchor, ...] = ()
    name: str = ""
    nofollow: bool = False  # a meta element asks robots to follow no link of the page
    unread: tuple[str, ...] = ()  # style sheets that were not at hand
    unsure: str = ""  # what else leaves it open what a reader sees
    worst: "Part | None" = None  # the same, if all that may hide does; None where nothing may

    @property
    def doubt(self) -> str:
        """Why it cannot be told what a reader sees; empty where it can."""
        return self.unsure or (f"the style sheet {self.unread[0]} was not read" if self.unread else "")


@dataclass(frozen=True, slots=True)
class Copy:
    """A republished article, read: one part, or the two of a mail."""

    parts: tuple[Part, ...]
    is_mail: bool = False


def visible(text: str) -> str:
    """Text in composed form, without the characters that nobody sees."""
    return text if text.isascii() else normalize("NFC", INVISIBLE.sub("", text))
