"""Each item made once, however many feeds and formats hold it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256

import msgspec

from byline_pelican.configuration import Configuration
from byline_pelican.feeds.article import article_item
from byline_pelican.feeds.changes import Change, Member, change_item
from byline_pelican.feeds.item import Item, Shape
from byline_pelican.feeds.jsonfeed import item_json
from byline_pelican.feeds.xml import atom_entry, rss_item


class Made:
    """An item in every format, each made when it is first asked for."""

    def __init__(self, item: Item) -> None:
        """Make nothing yet."""
        self.item = item

    @cached_property
    def rss(self) -> bytes:
        """For RSS."""
        return rss_item(self.item)

    @cached_property
    def atom(self) -> bytes:
        """For Atom."""
        return atom_entry(self.item)

    @cached_property
    def json(self) -> msgspec.Raw:
        """For JSON Feed."""
        return item_json(self.item)

    @cached_property
    def digest(self) -> str:
        """What tells its Atom entry from every other."""
        return sha256(self.atom).hexdigest()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The items of one site, by their shape, as far as they have been asked for."""

    configuration: Configuration
    made: dict[Shape, dict[Member, Made]]

    @classmethod
    def of(cls, configuration: Configuration) -> "Shelf":
        """An empty one."""
        return cls(configuration, {})

    def take(self, members: Sequence[Member], shape: Shape) -> list[Made]:
        """The items of `members`, in their order."""
        if not shape.lent:
            return self._all(members, shape)
        plain = self._all(members, replace(shape, lent=False))
        staying = [m for m, made in zip(members, plain, strict=True) if made.item.stays]
        lent = iter(self._all(staying, shape))  # where nothing stays, it is the same for all
        return [next(lent) if made.item.stays else made for made in plain]

    def _all(self, members: Sequence[Member], shape: Shape) -> list[Made]:
        own = self.made.setdefault(shape, {})
        for member in members:
            if member not in own:
                own[member] = Made(item_of(member, shape, self.configuration))
        return [own[member] for member in members]


def item_of(member: Member, shape: Shape, configuration: Configuration) -> Item:
    """A member of a feed as its item."""
    if isinstance(member, Change):
        return change_item(member, shape, configuration)
    return article_item(member, shape, configuration)
