"""What a feed has no room for, in archives that never change: RFC 5005, section 4.

Pure. Archives are cut from the oldest item on, so that a new one changes none of them; the newest archive may
tell some items that the feed itself tells too. An archive is named by what is in it: other words, another
name, so nobody who has read one ever meets it changed. They are Atom documents, whatever the format of the
feed that leads to them; the ids are the same in all.
"""

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import TypeVar

Member = TypeVar("Member")
DIGITS = 12  # hexadecimal: 48 bits tell the archives of any feed apart


def cuts(members: Sequence[Member], limit: int) -> Iterator[tuple[int, Sequence[Member]]]:
    """The archives of a feed that holds `limit` of its members: the oldest is number 1; each is full.

    Members, and those of each archive, are newest first.
    """
    total = len(members)
    needed = -(-(total - limit) // limit) if total > limit else 0
    for number in range(1, needed + 1):
        end = total - (number - 1) * limit
        yield number, members[end - limit : end]


def archive_name(place: str, number: int, told: Iterable[str]) -> str:
    """The file of an archive that tells this: `feeds/all/archive/0001-5f2c….atom.xml`."""
    digest = sha256("\0".join(told).encode()).hexdigest()[:DIGITS]
    return f"{place}/archive/{number:04}-{digest}.atom.xml"
