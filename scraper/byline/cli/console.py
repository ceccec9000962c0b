"""How verbs speak: tables and notes for people, JSON for machines; progress only on a terminal."""

import json
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

CONFIG = "pelicanconf.py"
Thing = TypeVar("Thing")


WIDE = 200  # columns for a file or a pipe, which have no edge
# what moves the cursor, colours the screen or turns the order of letters; pages are full of surprises
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """The text with a mark for every character that a terminal would obey instead of showing it."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


class _Output(Console):
    """A console that leaves a broken pipe to the command line; rich would exit with 1."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def out() -> Console:
    """Standard output, made anew so that a redirected stream is honoured."""
    console = _Output(highlight=False)
    if not console.is_terminal:
        console.width = WIDE
    return console


def err() -> Console:
    """Standard error, for progress and problems."""
    return Console(stderr=True, highlight=False)


def say(text: str) -> None:
    """One line for a person, printed as it is."""
    out().print(escape(printable(text)), soft_wrap=True)


def complain(text: str) -> None:
    """One line about a problem, on standard error."""
    click.echo(f"byline: {printable(text)}", err=True)


def print_json(value: Any) -> None:
    """One JSON value on one line."""
    click.echo(json.dumps(value, ensure_ascii=False))


def print_table(title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A short table; nothing at all when it has no rows."""
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, title_style="bold")
    for head in heads:
        table.add_column(head, overflow="fold")
    for row in rows:
        table.add_row(*(escape(printable(" ".join(cell.split()))) for cell in row))
    if table.row_count:
        out().print(table)
        out().print()


def progress(
    doing: str, things: Iterable[Thing], total: int, name: Callable[[Thing], str], *, quiet: bool
) -> Iterator[Thing]:
    """The same things as they come, with a bar on a terminal where there is something to wait for."""
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[name]}"))
    hidden = quiet or total == 1 or not err().is_terminal
    with Progress(*columns, console=err(), transient=True, disable=hidden) as bar:
        task = bar.add_task(doing, total=total, name="")
        for thing in things:
            bar.update(task, advance=1, name=name(thing))
            yield thing


def program() -> str:
    """How to call Byline again from here: `byline`, or the path that was typed where that is not on PATH."""
    called = Path(sys.argv[0])
    found = shutil.which("byline")
    on_path = found is not None and called.exists() and Path(found).resolve() == called.resolve()
    return "byline" if on_path or not called.exists() else sys.argv[0]


config_option = click.option(
    "--config",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path(CONFIG),
    show_default=True,
    help="The configuration.",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON for machines.")
