"""The editor's desk: issue files and the ledger, as they lie beside the articles. Reads and writes them."""

import fcntl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import TypeVar

from byline.content import read_text, write_atomically
from byline.errors import ContentError
from byline.ledger import Issued, Ledger, file_name, issued_text, read_issued
from byline_pelican.ezine.plan import Desk, Plan, read_plan

ISSUES, LEDGER = "issues", "ledger"  # folders of the content folder
LOCK = Path(".byline") / "ezine.lock"  # beside the configuration; not of the site, and no source
ENDINGS = {".yaml", ".yml"}
NOTES = {".md", ".txt"}  # what may lie beside them, for people
MAX_FILE = 5_000_000  # bytes
Read = TypeVar("Read")


def read_desk(content: Path) -> Desk:
    """What lies in a content folder.

    Raises:
        ContentError: a file cannot be read: what ran cannot be counted then, so nothing is composed.

    """
    plans = _read_all(content / ISSUES, read_plan)
    lost = next((plan.path for plan in plans if plan.number is None), None)
    if lost is not None:
        raise ContentError(f"{lost}: `number` is missing; an issue file in this folder is found by it")
    issued = _read_all(content / LEDGER, read_issued)
    _refuse_doubles([(str(plan.number), plan.path) for plan in plans])
    _refuse_doubles([(f"{' '.join(i.where.casefold().split())} {i.number}", i.path) for i in issued])
    return Desk(tuple(plans), Ledger(tuple(issued)))


def read_issue_file(path: Path) -> Plan:
    """The plan in an issue file, wherever it lies."""
    return _read(path, read_plan)


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Nobody else composes or records meanwhile: two at once would each print what may be printed once.

    Raises:
        ContentError: the lock cannot be written.

    """
    place = root / LOCK
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        lock = place.open("w")
    except OSError as error:
        raise ContentError(f"{place}: cannot be written ({error.strerror}); check the folder") from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def refuse_rewriting(desk: Desk, issued: Issued) -> None:
    """What went out is never written over.

    Raises:
        ContentError: this issue ran already, with other articles, in another form, or on another day.

    """
    before = desk.ledger.issue(issued.where, issued.number)
    if before is None or before.draft:
        return
    if (before.printed, before.on) != (issued.printed, issued.on):
        ran = f"issue {issued.number} ran on {before.on}, and printed something else"
        raise ContentError(f"{before.path}: {ran}; give the new one another --number, or use --dry-run")


def record(content: Path, issued: Issued) -> None:
    """Write down what an issue prints; what went out, and what says the same, is left as it is.

    Raises:
        ContentError: see `refuse_rewriting`.

    """
    desk = read_desk(content)
    refuse_rewriting(desk, issued)
    before = desk.ledger.issue(issued.where, issued.number)
    if before is not None and not before.draft:
        return
    path = Path(before.path) if before else _free(content / LEDGER, issued)
    text = issued_text(replace(issued, draft=True))
    if not path.is_file() or path.read_text("utf-8") != text:
        write_atomically(path, text)


def forget(content: Path, where: str, number: int) -> None:
    """Take away the record of a draft that prints nothing any more."""
    before = read_desk(content).ledger.issue(where, number)
    if before is not None and before.draft:
        Path(before.path).unlink(missing_ok=True)


def mark_sent(content: Path, where: str, number: int, on: date | None, today: date) -> Issued:
    """Write down that an issue went out; from then on its file is left as it is.

    Args:
        content: the content folder.
        where: the newsletter.
        number: of the issue.
        on: the day; today, or that of an issue which is dated later, when None.
        today: the editor's calendar day.

    Raises:
        ContentError: there is no such issue, it was marked already, or the day is before its own.

    """
    found = read_desk(content).ledger.issue(where, number)
    if found is None:
        raise ContentError(f"{content / LEDGER}: no issue {number} of {where}; compose it first")
    if not found.draft:
        when = f" on {found.sent}" if found.sent else ""
        raise ContentError(f"{found.path}: issue {number} was sent already{when}")
    on = on or max(today, found.on)
    if on < found.on:
        raise ContentError(
            f"{found.path}: issue {number} is dated {found.on}, so it cannot have been sent on {on}"
        )
    sent = replace(found, draft=False, sent=on)
    write_atomically(Path(found.path), issued_text(sent))
    return sent


def _free(folder: Path, issued: Issued) -> Path:
    """A name that no other file has: two newsletters may be alike in plain letters."""
    names = (folder / file_name(issued.where, issued.number, copy) for copy in count(1))
    return next(path for path in names if not path.exists())


def _read_all(folder: Path, read: Callable[[str, str], Read]) -> list[Read]:
    """What all files below a folder say; nothing is passed over, for it may be what counts."""
    if folder.exists() and not folder.is_dir():
        raise ContentError(f"{_name(folder)}: must be a folder; move the file away")
    found: list[Read] = []
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        if path.suffix.lower() in ENDINGS:
            found.append(_read(path, read))
        elif path.suffix.lower() not in NOTES or ENDINGS & {ending.lower() for ending in path.suffixes}:
            raise ContentError(
                f"{_name(path)}: not read, for it does not end in .yaml; rename it, or move it away"
            )
    return found


def _read(path: Path, read: Callable[[str, str], Read]) -> Read:
    name = _name(path)
    if path.is_symlink() or not path.is_file():
        raise ContentError(f"{name}: no file of its own; copy the file here")
    if path.stat().st_size > MAX_FILE:
        raise ContentError(f"{name}: longer than {MAX_FILE:,} bytes; it is no file of ours")
    return read(read_text(path, name), name)


def _name(path: Path) -> str:
    here, full = Path.cwd(), path.absolute()
    return full.relative_to(here).as_posix() if full.is_relative_to(here) else full.as_posix()


def _refuse_doubles(named: list[tuple[str, str]]) -> None:
    taken: dict[str, str] = {}
    for key, path in named:
        if key in taken:
            raise ContentError(f"{path}: the same issue as {taken[key]}; change the number of one")
        taken[key] = path
