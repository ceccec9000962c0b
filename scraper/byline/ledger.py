"""What an ezine printed, where and when: one readable file an issue, kept with the content.

    format: 1
    where: The Garden Letter      # the newsletter
    issue: 7
    date: 2026-12-01
    sent: 2026-12-01              # the day on which it went out
    draft: true                   # instead: it has not, and may be composed anew
    title: Winter reading         # what it is about; may be left out
    items:
    - id: urn:uuid:…              # the article's permanent id
      title: On tea
      authors: [Ada Example]
      site: ada.example.net       # where the article came from, if it came from anywhere
      printed: whole              # or link: title and address alone

Issues have files of their own, so that two people's work merges; a person may write one for what ran before
Byline came. Pure: `content/ledger/` is read and written by the press.
"""

import re
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Literal

from byline.errors import ContentError
from byline.frontmatter.fields import is_iri, keyed
from byline.frontmatter.header import header_text, read_header
from byline.rights.counting import Run
from byline.slug import slugify

FORMAT = 1
Form = Literal["whole", "link"]
MAX_NUMBER = 1_000_000
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
FIRST, LAST = 1970, 2999  # years of an issue; a slip of the pen is outside
UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
MAX_NAME = 80  # characters of the newsletter's name that the name of a file holds
HEAD = (
    "# What ran in an issue. `byline ezine` writes this file; it counts for caps, one-time use and repeats.\n"
)


@dataclass(frozen=True, slots=True)
class Entered:
    """One article of an issue, as the ledger has it."""

    id: str
    title: str = ""
    authors: tuple[str, ...] = ()
    site: str = ""
    printed: Form = "whole"


@dataclass(frozen=True, slots=True)
class Issued:
    """One issue.

    Attributes:
        where: the newsletter.
        on: the issue's date.
        sent: the day on which it went out, where it is known.
        draft: whether it may still be composed anew; what a person wrote down has run.
        title: what it was about.
        path: of the file, for messages.

    """

    where: str
    number: int
    on: date
    items: tuple[Entered, ...]
    sent: date | None = None
    draft: bool = False
    title: str = ""
    path: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """Its date, and the day on which it went out."""
        return tuple(dict.fromkeys([self.on, self.sent or self.on]))

    @property
    def printed(self) -> tuple[tuple[str, str], ...]:
        """The articles, and how each was printed; in a settled order."""
        return tuple(sorted((item.id, item.printed) for item in self.items))


@dataclass(frozen=True, slots=True)
class Ledger:
    """All issues."""

    issues: tuple[Issued, ...] = ()

    def of(self, where: str) -> tuple[Issued, ...]:
        """The issues of one newsletter, the latest first."""
        own = (issue for issue in self.issues if same(issue.where, where))
        return tuple(sorted(own, key=lambda issue: issue.number, reverse=True))

    def issue(self, where: str, number: int) -> Issued | None:
        """One issue, if it was made."""
        return next((issue for issue in self.of(where) if issue.number == number), None)

    def runs(self, where: str, number: int) -> tuple[Run, ...]:
        """Everything that was printed whole, save in the issue that is named."""
        return tuple(
            Run(item.id, item.title, item.authors, item.site, issue.where, issue.number, issue.days)
            for issue in self.issues
            if not (same(issue.where, where) and issue.number == number)
            for item in issue.items
            if item.printed == "whole"
        )

    def linked(self, where: str, number: int) -> frozenset[str]:
        """The ids of what other issues of a newsletter linked to."""
        others = (issue for issue in self.of(where) if issue.number != number)
        return frozenset(item.id for issue in others for item in issue.items if item.printed == "link")


def same(one: str, other: str) -> bool:
    """Whether two names are one newsletter's."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def file_name(where: str, number: int, copy: int = 1) -> str:
    """The name of the file of an issue: `the-garden-letter-0007.yaml`; of another alike, `…-2.yaml`."""
    more = f"-{copy}" if copy > 1 else ""
    return f"{slugify(where)[:MAX_NAME]}-{number:04}{more}.yaml"


@dataclass(frozen=True, slots=True)
class _File:
    """The keys of a file."""

    format: int
    where: str
    issue: int
    date: str
    items: tuple[Entered, ...]
    sent: str | None = None
    draft: bool = False
    title: str = ""


def issued_text(issued: Issued) -> str:
    """The file of an issue."""
    head = {"format": FORMAT, "where": issued.where, "issue": issued.number, "date": issued.on.isoformat()}
    sent = issued.sent.isoformat() if issued.sent else None
    more = {"sent": sent, "draft": issued.draft, "title": issued.title}
    told = {key: value for key, value in more.items() if value}
    items = [{key: value for key, value in _plain(item).items() if value} for item in issued.items]
    return HEAD + header_text({**head, **told, "items": items})


def _plain(item: Entered) -> dict[str, object]:
    return {**asdict(item), "authors": list(item.authors)}


def read_issued(text: str, name: str) -> Issued:
    """The issue that a file of the ledger tells.

    Args:
        text: of the file.
        name: what messages call it.

    Raises:
        ContentError: it cannot be read; without it nobody can count, so nothing is guessed.

    """
    found = read_header(text, name, "the ledger")
    for key in ("format", "where", "issue", "date", "items"):
        if found.get(key) is None:
            raise ContentError(f"{name}: `{key}` is missing; docs/ezine.md shows such a file")
    made: _File = keyed(found, _File, name)
    if made.format != FORMAT:
        raise ContentError(f"{name}: `format: {made.format}` is unknown; this Byline reads {FORMAT}")
    if not 1 <= made.issue <= MAX_NUMBER or not made.where.strip():
        raise ContentError(f"{name}: name the newsletter as `where`, and the issue by a number from 1 on")
    items = tuple(replace(item, id=_identity(item.id, name)) for item in made.items)
    sent = None if made.sent is None else day(made.sent, "sent", name)
    on, where = day(made.date, "date", name), " ".join(made.where.split())
    return Issued(where, made.issue, on, items, sent, made.draft and sent is None, made.title, name)


def _identity(said: str, name: str) -> str:
    """A permanent id as Byline writes it; a slug or a file's name is none, and would count for nothing."""
    identity = said.strip()
    if UUID.fullmatch(identity):
        identity = f"urn:uuid:{identity}"
    if identity.lower().startswith("urn:uuid:"):
        identity = identity.lower()
    if not is_iri(identity):
        wrong = f"`id: {identity[:80]}` is no permanent id" if identity else "an item without `id`"
        raise ContentError(f"{name}: {wrong}; copy it from the article's file, or from `byline ezine --json`")
    return identity


def day(said: str, key: str, name: str) -> date:
    """The day that a text names.

    Raises:
        ContentError: it is none.

    """
    try:
        found = date.fromisoformat(said) if DAY.fullmatch(said) else None
    except ValueError:
        found = None
    if found is None or not FIRST <= found.year <= LAST:
        raise ContentError(f"{name}: `{key}: {said[:80]}` is no day; write 2026-12-01")
    return found
