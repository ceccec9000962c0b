"""What an editor wants of an issue, before anybody has asked the terms: the issue file, read.

    number: 7
    date: 2026-12-01
    title: Winter reading                # the subject, after name and number
    intro: Three pieces about tea.       # Markdown
    sponsor: The kettle makers.          # Markdown; a note that is paid for, and marked as such
    items:                               # by slug, id, file name or source address
    - on-tea
    - item: on-bees
      as: link                           # title and link alone
      note: She keeps them herself.      # the editor's line above it
    order: listed                        # or newest, oldest, title

Instead of `items`: `newest: 10`, and `tags`, `authors`, `categories`, of which an article has at least one.
Pure; `content/issues/*.yaml` is read by `desk.py`.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from byline.errors import ContentError
from byline.frontmatter.fields import keyed
from byline.frontmatter.header import read_header
from byline.ledger import MAX_NUMBER, Ledger, day

MAX_ITEMS = 200
EMPTY = Ledger()
Order = Literal["listed", "newest", "oldest", "title"]
ORDERS: tuple[Order, ...] = ("listed", "newest", "oldest", "title")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One article that an issue file names.

    Attributes:
        item: its slug, id, file name or source address.
        whole: whether its text is wanted; else title and link alone.
        note: the editor's line above it; Markdown.

    """

    item: str
    whole: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """An issue as it is wanted. What is None or empty is left to the configuration.

    Attributes:
        number: of the issue.
        on: its date, and the day on which terms are judged.
        title: what it is about.
        intro: the editor's words above the first article.
        sponsor: a note that is paid for.
        items: the articles, where they are named; None where they are not.
        newest: how many are printed whole, where they are not named.
        tags: an article has one of them, where there are any; so it is with `authors` and `categories`.
        order: of the articles; as they are named, else the newest first.
        repeats: whether an article may be printed that ran in an earlier issue.
        path: of the issue file, for messages; empty where there is none.

    """

    number: int | None = None
    on: date | None = None
    title: str = ""
    intro: str | None = None
    sponsor: str = ""
    items: tuple[Wanted, ...] | None = None
    newest: int | None = None
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    order: Order = "listed"
    repeats: bool = False
    path: str = ""


@dataclass(frozen=True, slots=True)
class Desk:
    """What lies on the editor's desk.

    Attributes:
        plans: the issue files, in the order of their names.
        ledger: what ran.

    """

    plans: tuple[Plan, ...] = ()
    ledger: Ledger = EMPTY

    def plan(self, number: int) -> Plan | None:
        """The issue file of an issue."""
        return next((plan for plan in self.plans if plan.number == number), None)


@dataclass(frozen=True, slots=True)
class _File:
    """The keys of an issue file, as they are written."""

    number: int | None = None
    date: str | None = None
    title: str = ""
    intro: str | None = None
    sponsor: str = ""
    items: tuple[object, ...] = ()
    newest: int | None = None
    tags: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    order: Order = "listed"
    repeats: bool = False


def read_plan(text: str, name: str) -> Plan:
    """The issue that a file asks for.

    Args:
        text: YAML.
        name: what messages call it.

    Raises:
        ContentError: a key is unknown, or a value is none that it may have; the message names both.

    """
    found = read_header(text, name, "the issue file")
    listed = found.get("items", ())
    if not isinstance(listed, list | tuple) or ("items" in found and not listed):
        raise ContentError(
            f"{name}: `items` must be a list of articles; write `- on-tea` below it, or take it out"
        )
    if len(listed) > MAX_ITEMS:
        raise ContentError(f"{name}: `items` names {len(listed)} articles; {MAX_ITEMS} at most")
    if found.get("order", "listed") not in ORDERS:
        raise ContentError(f"{name}: `order: {str(found['order'])[:80]}` must be one of {', '.join(ORDERS)}")
    made: _File = keyed(found, _File, name)
    if made.number is not None and not 1 <= made.number <= MAX_NUMBER:
        raise ContentError(f"{name}: `number: {made.number}` must be 1 to {MAX_NUMBER}")
    if made.newest is not None and not 1 <= made.newest <= MAX_ITEMS:
        raise ContentError(f"{name}: `newest: {made.newest}` must be 1 to {MAX_ITEMS}")
    if len(made.title.strip().splitlines()) > 1:
        raise ContentError(f"{name}: `title` is more than a line; it is the subject of a mail")
    chosen = made.newest or made.tags or made.authors or made.categories
    if made.items and chosen:
        raise ContentError(
            f"{name}: `items` names the articles, so `newest`, `tags`, … choose none; keep one way"
        )
    return Plan(
        number=made.number,
        on=None if made.date is None else day(made.date, "date", name),
        title=" ".join(made.title.split()),
        intro=made.intro,
        sponsor=made.sponsor,
        items=_once([_wanted(item, name) for item in listed], name) if listed else None,
        newest=made.newest,
        tags=made.tags,
        authors=made.authors,
        categories=made.categories,
        order=made.order,
        repeats=made.repeats,
        path=name,
    )


def _wanted(item: object, name: str) -> Wanted:
    """One entry of `items`: a name, or a name with what is wanted of it."""
    if isinstance(item, str) and item.strip():
        return Wanted(item.strip())
    if not isinstance(item, dict):
        raise ContentError(f"{name}: an entry of `items` is no name; write `- on-tea`, or `- item: on-tea`")
    stray = next((str(key) for key in item if key not in {"item", "as", "note"}), None)
    if stray is not None:
        raise ContentError(f"{name}: unknown key `items.{stray[:80]}`; known are item, as, note")
    said, form, note = item.get("item"), item.get("as", "whole"), item.get("note") or ""
    if not isinstance(said, str) or not said.strip():
        raise ContentError(f"{name}: an entry of `items` names no article; write `- item: on-tea`")
    if not isinstance(note, str):
        raise ContentError(f"{name}: `note: {str(note)[:80]}` must be text; put it in quotes")
    if not isinstance(form, str) or form not in {"whole", "link"}:
        raise ContentError(f"{name}: `as: {str(form)[:80]}` must be whole or link")
    return Wanted(said.strip(), form == "whole", note)


def _once(items: list[Wanted], name: str) -> tuple[Wanted, ...]:
    seen: set[str] = set()
    for wanted in items:
        if wanted.item in seen:
            raise ContentError(f"{name}: `items` names {wanted.item[:80]} twice; take one out")
        seen.add(wanted.item)
    return tuple(items)
