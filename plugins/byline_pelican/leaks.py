"""Whose words stand in a text that is about to be published.

Looks for the longest sentences of each article, and for an article only where its rarest word, the
longest one, is there: a page is read once, however many articles there are.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import islice

from byline.check.align import containment
from byline.check.words import fold
from byline.extract.markdown import plain_text
from byline.model import spoken
from byline.rights.credit import as_text
from byline_pelican.edition import Edition, Entry

SENTENCES = 3  # of an article that are looked for, the longest ones
SAID = 6  # words; a shorter sentence may be anybody's
MOST = 0.5  # of the words of a text
WIDE = 100_000  # characters; a paragraph in one line
RUN = 12  # words of a sentence that are compared; a link may cut it further on
END = re.compile(r"(?<=[.!?])[”\"’')]*\s+|\n+")
TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
TITLE = re.compile(r"<(/?)title\b[^<>]*>", re.IGNORECASE)  # a feed shows it; a page keeps it in its head
ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL)  # JSON's and JavaScript's
ESCAPED = {"n": "\n", "r": "\n", "t": "\t", "b": "", "f": "", "\n": ""}


@dataclass(frozen=True, slots=True)
class Found:
    """The articles of which a text holds a sentence or more."""

    published: tuple[Entry, ...]
    withheld: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Leaks:
    """The sentences to look for: by its longest word, a sentence and whose it is.

    Of a withheld article only those that nothing public says too, such as the title of another.
    """

    sought: Mapping[str, list[tuple[str, Entry]]]
    published: frozenset[str]

    @classmethod
    def of(cls, edition: Edition) -> "Leaks":
        """What to look for in the outputs of `edition`."""
        kept = (withheld.entry for withheld in edition.withheld)
        return cls._of(edition.published, kept, _public(edition))

    @classmethod
    def beside(cls, printed: Iterable[Entry], kept: Iterable[Entry]) -> "Leaks":
        """What to look for in a text that prints some articles whole, and others not at all.

        Whatever else it says, such as an editor's words, may not be theirs.
        """
        shown, others = list(printed), list(kept)
        titles = (entry.article.title for entry in (*shown, *others))
        credits_ = (as_text(entry.credit, WIDE) for entry in shown)
        return cls._of(shown, others, [*(entry.article.body for entry in shown), *credits_, *titles])

    @classmethod
    def _of(cls, published: Iterable[Entry], kept: Iterable[Entry], public: Iterable[str]) -> "Leaks":
        said = " \n ".join(_plain(text) for text in public)
        words = set(said.split())
        shown = list(published)
        found = [(s, e) for e in shown for s in _sentences(e.article.body)[:SENTENCES]]
        for entry in kept:
            own = (s for s in _sentences(entry.article.body) if _rarest(s) not in words or s not in said)
            found += [(sentence, entry) for sentence in islice(own, SENTENCES)]
        sought: dict[str, list[tuple[str, Entry]]] = {}
        for sentence, entry in found:
            sought.setdefault(_rarest(sentence), []).append((sentence, entry))
        return cls(sought, frozenset(e.article.path for e in shown))

    def found_in(self, text: str) -> Found:
        """Whose sentences stand in `text`, markup or not."""
        words = WORD.findall(unescape(TAG.sub(" ", text)).casefold())
        row = f" {' '.join(words)} "
        hits = {
            entry.article.path: entry
            for word in self.sought.keys() & set(words)
            for sentence, entry in self.sought[word]
            if f" {sentence} " in row
        }
        published = tuple(e for path, e in hits.items() if path in self.published)
        return Found(published, tuple(e for path, e in hits.items() if path not in self.published))


def legible(text: str) -> str:
    """What a feed, a script or a data file says once its reader has taken off the escapes."""
    plain = ESCAPE.sub(_character, text) if "\\" in text else text
    pairs = plain.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return unescape(TITLE.sub(r"<\1h1>", CDATA.sub(" ", pairs)))


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    return chr(int(code, 16)) if code else ESCAPED.get(escape[3], escape[3])


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    return fold(text)


def words_of(entry: Entry) -> tuple[str, ...]:
    """The words of an article's body, as copies are compared."""
    return _words(entry.text)


def _sentences(body: str) -> list[str]:
    split = (WORD.findall(sentence.casefold()) for sentence in END.split(plain_text(body)))
    longest = sorted((words for words in split if len(words) >= SAID), key=len, reverse=True)
    return [" ".join(words[:RUN]) for words in longest]


def _rarest(sentence: str) -> str:
    return max(sentence.split(), key=len)


def repeats(text: str, entry: Entry) -> bool:
    """Whether a text says a sentence of the article, or consists of its words for the most part."""
    said, own = f" {_plain(text)} ", fold(plain_text(text))
    quoted = any(f" {sentence} " in said for sentence in _sentences(entry.article.body))
    return quoted or (len(own) >= SAID and containment(own, words_of(entry)) > MOST) or tells(text, entry)


def tells(text: str, entry: Entry) -> bool:
    """Whether a text says most of the article."""
    return containment(words_of(entry), fold(plain_text(text))) > MOST


def _public(edition: Edition) -> Iterator[str]:
    """All that the site may say of what it publishes; what a page says, it says of its own accord."""
    for entry in edition.published:
        article, credit = entry.article, entry.credit
        yield from (article.body, article.title, article.summary or "", article.category or "", *article.tags)
        yield from (correction.text for correction in article.corrections)
        yield from (
            credit.byline,
            credit.copyright,
            credit.resource_box,
            credit.permission,
            credit.source_line,
        )
    for article in (entry.article for entry in edition.withdrawn):
        yield from (article.title, spoken([author.name for author in article.authors]))
        yield article.withdrawn.why if article.withdrawn else ""
    yield from (page.title for page in edition.pages.values())


def _plain(markdown: str) -> str:
    return " ".join(WORD.findall(plain_text(markdown).casefold()))
