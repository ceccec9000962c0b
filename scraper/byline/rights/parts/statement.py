"""Permission and licence statements: which sentences speak of others' use of the article.

Finding is not reading: a sentence is located whether it grants, limits or denies; what it means
is for `terms`. The wordings are in `reuse`.
"""

import re
from enum import IntEnum

from byline.rights.parts.reuse import (
    ABOUT_SELF,
    ANY_RIGHT,
    CHROME,
    CONDITION,
    ELLIPTIC,
    HAS_SELF,
    LABELS,
    MAY_SPEAK,
    REPORTED,
    SPEAKS_OF_RIGHTS,
    TRADE,
)
from byline.rights.parts.screen import look

LONGEST = 1500  # characters of one sentence
CLOSED = re.compile(r"[.!?:][\"'”’)\]]*\s*$|[\w.+-]@[\w.-]+\w\)?\s*$|(?:https?://|www\.)\S+\s*$")
BUTTON_LENGTH = 200  # characters
BUTTON_WORDS = 6  # a linked line of so few words is a button, not a sentence


class Strength(IntEnum):
    """How surely a sentence speaks of reuse of this very article.

    HINT: a word of the trade; counts only right after another part. WEAK: only beside other
    rights, or outside the body. FAIR: anywhere but in the midst of the body. STRONG: anywhere;
    its subject is the article.
    """

    NONE = 0
    HINT = 1
    WEAK = 2
    FAIR = 3
    STRONG = 4


def strength(sentence: str) -> Strength:
    """How surely a sentence grants, limits or denies the use of this article; HINT among the answers."""
    sure = surely(sentence)
    if sure is not Strength.NONE or len(sentence) > LONGEST or not TRADE.search(sentence):
        return sure
    return Strength.NONE if CHROME.search(sentence) else Strength.HINT


def surely(sentence: str) -> Strength:
    """As `strength`, without HINT: whether a sentence can be a statement by its own words."""
    if len(sentence) > LONGEST or not MAY_SPEAK.passes(look(sentence)):
        return Strength.NONE
    labelled = bool(LABELS.match(sentence))
    if not labelled and (not _speaks(sentence) or CHROME.search(sentence)):
        return Strength.NONE
    if REPORTED.search(sentence):
        return Strength.WEAK
    if labelled or ABOUT_SELF.search(sentence):
        return Strength.STRONG
    return Strength.FAIR if ELLIPTIC.match(sentence) or HAS_SELF.search(sentence) else Strength.WEAK


def _speaks(sentence: str) -> bool:
    if SPEAKS_OF_RIGHTS.search(sentence) is None:
        return False
    small = sentence.lower()
    return any(any(cue in small for cue in cues) and row.search(sentence) for cues, row in ANY_RIGHT)


def is_button(text: str, linked: int) -> bool:
    """Whether a block is only the label of a link: `Permission to Republish`, `Reprints & Permissions`."""
    return (
        len(text) <= BUTTON_LENGTH
        and len(text.split()) <= BUTTON_WORDS
        and (linked * 2 > len(text) or not text.rstrip().endswith((".", "!", ":")))
    )


def is_sentence(text: str) -> bool:
    """Whether a block ends as sentences do, or with an address; labels and rows of links do not."""
    return bool(CLOSED.search(text[-80:]))


def is_condition(text: str) -> bool:
    """Whether a block can go on a statement begun in the block before it."""
    head = text[:LONGEST]
    return bool(CONDITION.match(head)) and not CHROME.search(head) and not REPORTED.search(head)
