"""Whose words stand in a text that is about to be published.

Looks for the longest sentences of each article, and for an article only where its rarest word, the
longest one, is there: a page is read once, however many articles there are.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from byline.check.words import fold
from byline.extract.markdown import plain_text
from byline_pelican.edition import Edition, Entry

SENTENCES = 3  # of an article that are looked for, the longest ones
SAID = 6  # words; a shorter sentence may be anybody's
RUN = 12  # words of a sentence that are compared; a link may cut it further on
END = re.compile(r"(?<=[.!?])[”\"’')]*\s+|\n+")
TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Found:
    """The articles of which a text holds a sentence or more."""

    published: tuple[Entry, ...]
    withheld: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Leaks:
    """The sentences to look for: by its longest word, a sentence and whose it is."""

    sought: Mapping[str, list[tuple[str, Entry]]]
    published: frozenset[str]
    said: str  # all that may be published: a sentence of a withheld article may stand in it too

    @classmethod
    def of(cls, edition: Edition) -> "Leaks":
        """What to look for in the outputs of `edition`."""
        entries = [*edition.published, *(withheld.entry for withheld in edition.withheld)]
        sought: dict[str, list[tuple[str, Entry]]] = {}
        for entry in entries:
            for sentence in _sentences(entry.article.body):
                sought.setdefault(max(sentence.split(), key=len), []).append((sentence, entry))
        owed = (part for e in edition.published for part in (e.credit.permission, e.credit.resource_box))
        bodies = [e.article.body for e in edition.published] + [p.body for p in edition.pages.values()]
        said = _joined(_plain(text) for text in [*bodies, *owed])
        return cls(sought, frozenset(e.article.path for e in edition.published), said)

    def found_in(self, text: str) -> Found:
        """Whose sentences stand in `text`, markup or not."""
        words = WORD.findall(unescape(TAG.sub(" ", text)).casefold())
        row = f" {' '.join(words)} "
        hits = {
            entry.article.path: entry
            for word in self.sought.keys() & set(words)
            for sentence, entry in self.sought[word]
            if f" {sentence} " in row and (entry.article.path in self.published or sentence not in self.said)
        }
        published = tuple(e for path, e in hits.items() if path in self.published)
        return Found(published, tuple(e for path, e in hits.items() if path not in self.published))


@lru_cache(maxsize=4096)
def _words(body: str) -> tuple[str, ...]:
    return fold(plain_text(body))


def words_of(entry: Entry) -> tuple[str, ...]:
    """The words of an article's body, as copies are compared."""
    return _words(entry.article.body)


def _sentences(body: str) -> list[str]:
    split = (WORD.findall(sentence.casefold()) for sentence in END.split(plain_text(body)))
    longest = sorted((words for words in split if len(words) >= SAID), key=len, reverse=True)
    return [" ".join(words[:RUN]) for words in longest[:SENTENCES]]


def _plain(markdown: str) -> str:
    return " ".join(WORD.findall(plain_text(markdown).casefold()))


def _joined(texts: Iterable[str]) -> str:
    return " \n ".join(texts)
