"""A feed, before anything is written of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from byline_pelican.edition import Entry, Withheld
from byline_pelican.feeds.changes import Member
from byline_pelican.feeds.item import Shape
from byline_pelican.feeds.places import Format

WHOLE = Shape()


@dataclass(frozen=True, slots=True, eq=False)
class Feed:
    """A feed, whatever format it is written in.

    Attributes:
        kind: all | newsletter | web | changes | category | tag | author | licence | partner.
        name: for people, without the site's.
        about: one sentence.
        place: of its files below SITEURL, without an ending.
        members: all that belongs into it, newest first: by the day on which it came here, or that it bears.
        limit: how many of them it holds; archives have the others.
        home: the page that it is a feed of, below SITEURL.
        shape: how it tells its items.
        refused: what is published here and its readers may not have.
        withdrawn: what may once have been in it.

    """

    kind: str
    name: str
    about: str
    place: str
    members: Sequence[Member]
    limit: int
    home: str
    shape: Shape = WHOLE
    refused: tuple[Withheld, ...] = ()
    withdrawn: Sequence[Entry] = ()

    @property
    def shown(self) -> Sequence[Member]:
        """What the feed itself holds."""
        return self.members[: self.limit]

    @property
    def twin(self) -> str:
        """The page that shows the same to people."""
        return f"{self.place}/"

    def file(self, form: Format) -> str:
        """The file in one format."""
        return self.place + form.ending
