"""`byline import`: pages in, article files out."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import click
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from byline.captures import keep_capture
from byline.cli.console import complain, config_option, err, json_option, print_json, print_table
from byline.content import Store, Stored, Written
from byline.errors import ContentError, PageError
from byline.extract import extract
from byline.frontmatter import article_of
from byline.model import MAIN_USES, Article, Import, Page, Permit
from byline.rights.permit import permit
from byline.sources import Skip, expanded, pages

EXAMPLES = """\b
Examples:
  byline import                               every capture in content/captures
  byline import page.html --title "On tea"    one saved page
  byline import https://example.org/tea.html  one address
  byline import saved/ --dry-run              what would be done
  byline import page.html --json | jq .terms  the record, for a machine"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """One page, read and stored."""

    source: str
    imported: Import
    article: Article
    stored: Stored


@click.command("import", epilog=EXAMPLES)
@click.argument("sources", nargs=-1)
@click.option("--title", help="The title, where the page has none.")
@click.option("--dry-run", is_flag=True, help="Read everything, write nothing.")
@click.option("--allow-private", is_flag=True, help="Also fetch from private and loopback addresses.")
@config_option
@json_option
@click.pass_context
def import_(  # noqa: PLR0913, PLR0917  the options of the verb
    context: click.Context,
    sources: tuple[str, ...],
    title: str | None,
    dry_run: bool,
    allow_private: bool,
    config: Path,
    as_json: bool,
) -> None:
    """Read article pages and write them as Markdown, with every right kept word for word.

    SOURCES are saved pages, folders of them, or addresses; content/captures when omitted. Run again,
    it changes nothing that has not changed, and never overwrites a file that you edited.
    """
    content = content_folder(config)
    names = expanded(sources or (str(content / "captures"),))
    if not names:
        complain("nothing to import; put saved pages into content/captures, or name some")
        context.exit(1)
    if title and len(names) > 1:
        raise click.UsageError("--title is for one page; import the others without it")
    failed, outcomes = 0, []
    for outcome in _progress(_outcomes(names, content, title, dry_run, allow_private), len(names), as_json):
        if isinstance(outcome, Skip):
            failed += 1
            complain(outcome.problem)
            continue
        outcomes.append(outcome)
        if as_json:
            print_json(outcome.imported.record())
    if not as_json:
        _print_outcomes(outcomes, dry_run)
    context.exit(1 if failed else 0)


def content_folder(config: Path) -> Path:
    """The content folder that `config` names; `content` where there is no configuration."""
    if not config.is_file():
        return Path("content")
    from byline_pelican.configuration import read_configuration  # noqa: PLC0415  Pelican loads slowly

    folder = read_configuration(config).content
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _outcomes(
    names: list[str], content: Path, title: str | None, dry_run: bool, allow_private: bool
) -> Iterator[Outcome | Skip]:
    store = Store(content / "articles")
    for name, page in zip(names, pages(names, allow_private=allow_private), strict=True):
        yield page if isinstance(page, Skip) else _one(name, page, store, content, title, dry_run)


def _one(  # noqa: PLR0913, PLR0917  what one page needs
    name: str, page: Page, store: Store, content: Path, title: str | None, dry_run: bool
) -> Outcome | Skip:
    try:
        imported = extract(page.content, page.source.url, title=title)
        capture = keep_capture(page, content, dry=dry_run)
        source = replace(imported.source, retrieved=page.source.retrieved, capture=capture)
        article = article_of(replace(imported, source=source))
        return Outcome(name, imported, article, store.put(article, dry=dry_run))
    except PageError as error:
        return Skip(name, f"{name}: {error}")
    except ContentError as error:
        return Skip(name, str(error))


def _progress(outcomes: Iterator[Outcome | Skip], total: int, quiet: bool) -> Iterator[Outcome | Skip]:
    """The same outcomes, with a bar on a terminal where there is something to wait for."""
    columns = (TextColumn("importing"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[page]}"))
    hidden = quiet or total == 1 or not err().is_terminal
    with Progress(*columns, console=err(), transient=True, disable=hidden) as bar:
        task = bar.add_task("importing", total=total, page="")
        for outcome in outcomes:
            bar.update(task, advance=1, page=Path(outcome.source).name)
            yield outcome


def _print_outcomes(outcomes: list[Outcome], dry_run: bool) -> None:
    from byline_pelican.press import today  # noqa: PLC0415  Pelican loads slowly

    rows = []
    for outcome in outcomes:
        answers = [permit(outcome.article, use, today()) for use in MAIN_USES]
        granted = ", ".join(a.use.value for a in answers if isinstance(a, Permit)) or "nothing"
        rows.append((outcome.stored.path.name, outcome.stored.written.value, granted))
    print_table("Imported" + (" (dry run: nothing written)" if dry_run else ""), ("file", "", "grants"), rows)
    for outcome in outcomes:
        if outcome.stored.beside is not None and outcome.stored.written is Written.BESIDE:
            complain(f"{outcome.stored.path}: edited by hand; compare it with {outcome.stored.beside}")
        for doubt in (*outcome.imported.doubts, *outcome.imported.terms.doubts):
            complain(f"{outcome.source}: {doubt.what}: {' '.join(doubt.text.split())[:160]}")
