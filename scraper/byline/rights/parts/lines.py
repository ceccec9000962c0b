"""What single lines are to a bio: its heading, a name, a trade, a button.

Pure. A line is judged by its words and by the authors' names; where a bio begins is for `box` to say.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from byline.extract.blocks import Block
from byline.rights.parts.bio import (
    ADDRESS,
    ENDS_BOX,
    FIELD,
    HEADING,
    INTRODUCES,
    LABELLED,
    PERSONAL,
    ROLE_WORD,
    SHORT,
    tells_of_person,
)
from byline.rights.parts.layout import Layout, Zone, squash
from byline.rights.parts.name import clean_name, is_byline, is_person

ABOVE = 4  # lines of a name, a heading and a trade above a bio


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a page, by position; `taken` are those that begin with another rights part."""

    blocks: Sequence[Block]
    place: Layout
    authors: tuple[str, ...]
    taken: frozenset[int]

    def above(self, at: int) -> tuple[int, ...]:
        """The lines above that go with a bio: its heading, the author's name, what the author is."""
        found: list[int] = []
        ends = 0  # how many of them there are up to the last heading or name
        for here in range(at - 1, max(-1, at - 2 * ABOVE), -1):
            block = self.blocks[here]
            if block.kind in {"img", "hr"} or block.hidden:
                continue
            text = block.text.strip(" :.…")
            if len(text) > SHORT:
                break
            names = self.titles(block.text, at)
            if self.is_button(here) and not names and not ROLE_WORD.search(block.text):
                continue
            if here in self.taken or self.place.zones[here] is Zone.BEFORE:
                break
            heads = HEADING.match(block.text)
            goes = heads or names or ROLE_WORD.search(text) or FIELD.match(text)
            signed = is_byline(text) and self.place.zones[here] is Zone.HEAD
            if not goes or signed or len(found) >= ABOVE:
                break
            found.append(here)
            if heads or names:
                ends = len(found)
            if heads:
                break
        return tuple(reversed(found[:ends]))

    def introduced(self, at: int) -> bool:
        """Whether a person's name stands above a text that goes on about a person."""
        text = self.blocks[at].text
        names = [unlabelled(self.blocks[here].text) for here in self.above(at)]
        if not names:
            return False
        called = bool(
            PERSONAL.search(text) or ROLE_WORD.search(text[:SHORT])
        )  # a name of one word is a person's then
        people = [name for name in names if is_person(name) or (called and text.startswith(name))]
        begins = INTRODUCES.match(text) or any(text.startswith(name.split()[0]) for name in people if name)
        return bool(people and begins) and tells_of_person(text)

    def titles(self, text: str, at: int) -> bool:
        """Whether a line is the name of the person whom the bio at `at` is about, with or without a label."""
        name = unlabelled(text.rsplit("\n", 1)[-1])
        bio = self.blocks[at].text
        if self.is_author(name):
            return True
        if name != text and is_person(name) and bio.startswith(f"{name.split()[0]} "):
            return True  # "About Noor Castellan", and then "Noor writes …"
        begun = bool(name) and bio.startswith(name) and not bio[len(name) : len(name) + 1].isalnum()
        return begun and (is_person(name) or (name.isalpha() and name[0].isupper() and tells_of_person(bio)))

    def only_links(self, at: int) -> bool:
        """Whether a short block is all links."""
        block = self.blocks[at]
        return len(block.text) < 2 * SHORT and block.linked > 0.8 * len(block.text)

    def names_author(self, text: str) -> bool:
        """Whether a text holds the name, or the last name, of an author."""
        return any(
            author in text or (author.split() and author.split()[-1] in text) for author in self.authors
        )

    def is_author(self, text: str) -> bool:
        """Whether a text is an author's name and nothing more."""
        return bool(self.authors) and squash(text) in _letters(self.authors)

    def presents(self, text: str) -> bool:
        """Whether a short line says who somebody is: a name, or a trade."""
        short = len(text) <= SHORT and not text.rstrip().endswith((".", "!", "?"))
        return short and (is_person(clean_name(text)) or bool(ROLE_WORD.search(text)))

    def is_button(self, at: int) -> bool:
        """Whether a block is a link to press and nothing to read: "E-mail", "See profile"."""
        text = self.blocks[at].text
        plain = self.only_links(at) and not ADDRESS.search(text) and not self.names_author(text)
        return plain and len(text) <= SHORT and at not in self.taken and not ENDS_BOX.match(text)


@lru_cache(maxsize=64)
def _letters(authors: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(squash, authors))


def unlabelled(line: str) -> str:
    """A line without "About" or "By" before it."""
    label = LABELLED.match(line)
    return (line[label.end() :] if label else line).strip()
