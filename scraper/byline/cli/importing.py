"""`byline import`: pages in, article files out."""

import hashlib
import os
import stat
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from byline.captures import FOLDER, capture_of, keep_capture
from byline.cli.console import complain, config_option, json_option, print_json, print_table, progress
from byline.content import Store, Stored, Written, write_atomically
from byline.errors import ContentError, PageError
from byline.extract import extract
from byline.frontmatter import article_of
from byline.identity import resumed
from byline.model import MAIN_USES, Article, Import, Page, Permit, Refusal
from byline.render import printable
from byline.review import Reviewed, review_page
from byline.rights import plainly
from byline.rights.permit import permit
from byline.sources import Skip, expanded, read

EXAMPLES = """\b
Examples:
  byline import                               every capture in content/captures
  byline import page.html --title "On tea"    one saved page
  byline import https://example.org/tea.html  one address
  byline import saved/ --dry-run              what would be done
  byline import saved/ --report review.html   a page to review what became of every word
  byline import page.html --json | jq .terms  the record, for a machine
Exit codes: 0 done · 1 a page could not be imported, or you edited an article whose page has changed"""
GIVEN = "given"  # the key of an article file for what a person gave at import, which overrules the page
REVIEW = b'<meta name="generator" content="Byline import review">'  # in the head of every review
HEAD = 1_024  # bytes; enough to find it
SAID = {Written.BESIDE: "edited by hand; the newer reading is beside it"}


@dataclass(frozen=True, slots=True)
class Outcome:
    """One page, read and stored."""

    source: str
    imported: Import
    article: Article
    stored: Stored

    def record(self) -> dict[str, Any]:
        """The public record of an import, with what became of it."""
        beside = self.stored.beside
        became = {"status": self.stored.written.value, "file": self.stored.path.as_posix()}
        return {**self.imported.record(), **became, "beside": beside.as_posix() if beside else None}


@dataclass(frozen=True, slots=True)
class Desk:
    """Where imports are put.

    Attributes:
        content: the content folder.
        store: its articles.
        dry: write nothing.

    """

    content: Path
    store: Store
    dry: bool = False


@click.command("import", epilog=EXAMPLES)
@click.argument("sources", nargs=-1)
@click.option("--title", help="The title, where the page has none.")
@click.option("--dry-run", is_flag=True, help="Read everything, write nothing.")
@click.option(
    "--report",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write an HTML page on which a person can review what became of every word.",
)
@click.option("--allow-private", is_flag=True, help="Also fetch from private and loopback addresses.")
@config_option
@json_option
@click.pass_context
def import_(  # noqa: PLR0913, PLR0917  the options of the verb
    context: click.Context,
    sources: tuple[str, ...],
    title: str | None,
    dry_run: bool,
    report: Path | None,
    allow_private: bool,
    config: Path,
    as_json: bool,
) -> None:
    """Read article pages and write them as Markdown, with every right kept word for word.

    SOURCES are saved pages, folders of them, or addresses; content/captures when omitted. Run again,
    it changes nothing that has not changed, and never overwrites a file that you edited.
    """
    content, articles = _folders(config)
    review = _review_file(report, content, articles) if report is not None else None
    names = expanded(sources or (str(content / FOLDER),))
    if not names:
        where = " and ".join(sources) or content / FOLDER
        complain(f"nothing to import in {where}; put saved pages there, or name some")
        context.exit(1)
    if title is not None and len(names) > 1:
        raise click.UsageError("--title is for one page; import the others without it")
    desk = Desk(content, Store(articles), dry_run)
    read_all = (_outcome(name, desk, _one_line(title), allow_private) for name in names)
    broken: list[str] = []
    outcomes: list[Outcome] = []
    for outcome in progress("importing", read_all, len(names), _page, quiet=as_json):
        if isinstance(outcome, Skip):
            broken.append(outcome.problem)
            complain(outcome.problem)
            continue
        outcomes.append(outcome)
        if as_json:
            print_json(outcome.record())
    if not as_json:
        _print_outcomes(outcomes, articles, dry_run)
    if review is not None:
        _write_report(review, outcomes, broken)
        complain(f"the review is in {report}")
    context.exit(1 if broken or any(outcome.stored.beside for outcome in outcomes) else 0)


def _review_file(report: Path, *kept: Path) -> Path:
    """The file that a review goes to: a new one, or an older review; nothing else is ever replaced.

    Args:
        report: as it was named.
        kept: folders whose files are no reviews.

    """
    file = Path(os.path.realpath(report))  # never raises, whatever the links are
    for folder in kept:
        if file.is_relative_to(folder.resolve()):
            raise click.BadParameter(
                f"{report} is inside {folder}; name a file outside it", param_hint="--report"
            )
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise click.BadParameter(f"{report} is no plain file; name one", param_hint="--report")
        with file.open("rb") as old:
            head = old.read(HEAD)
    except FileNotFoundError:
        return file
    except OSError as error:
        problem = f"{report} cannot be read ({error.strerror}); name another file"
        raise click.BadParameter(problem, param_hint="--report") from error
    if REVIEW not in head:
        problem = f"{report} is there already and is no review; name another file, or remove it"
        raise click.BadParameter(problem, param_hint="--report")
    return file


def _write_report(file: Path, outcomes: list[Outcome], broken: list[str]) -> None:
    pages = [Reviewed(o.source, o.imported, o.article, _answers(o)) for o in outcomes]
    write_atomically(file, review_page(pages, broken).encode())


def _answers(outcome: Outcome) -> tuple[Permit | Refusal, ...]:
    from byline_pelican.press import today  # noqa: PLC0415  Pelican loads slowly

    return tuple(permit(outcome.article, use, today()) for use in MAIN_USES)


def _folders(config: Path) -> tuple[Path, Path]:
    """The folders of content and of articles, as seen from here."""
    from byline_pelican.configuration import read_configuration  # noqa: PLC0415  Pelican loads slowly

    found, here = read_configuration(config), Path.cwd()
    content, articles = (
        folder.relative_to(here) if folder.is_relative_to(here) else folder
        for folder in (found.content, found.articles)
    )
    return content, articles


def _one_line(title: str | None) -> str | None:
    """The given title as one printable line."""
    if title is None:
        return None
    line = " ".join(printable(title).split())
    if not line:
        raise click.UsageError("--title is empty; leave it out to take the page's own")
    return line


def _outcome(name: str, desk: Desk, title: str | None, allow_private: bool) -> Outcome | Skip:
    page = read(name, allow_private=allow_private)
    if isinstance(page, Skip):
        return page
    try:
        return _imported(name, page, desk, title)
    except PageError as error:
        return Skip(name, f"{name}: {error}")
    except ContentError as error:
        return Skip(name, str(error))


def _imported(name: str, page: Page, desk: Desk, title: str | None) -> Outcome:
    """The page as an article in its file. An article that is known gives its address and its title."""
    register = desk.store.register
    digest = hashlib.sha256(page.content).hexdigest()
    seen = replace(page.source, sha256=digest, capture=capture_of(page, desk.content))
    known = register.find(seen)
    source = resumed(seen, known)
    title = title or _given_title(known)
    imported = extract(page.content, source.url, title=title)
    if known is None and page.source.capture and not seen.capture:
        known = register.find_resaved(page.source.capture, imported.source.canonical, imported.title)
        title = title or _given_title(known)
    capture = keep_capture(page, desk.content, known.source if known else None, dry=desk.dry)
    source = replace(imported.source, retrieved=source.retrieved, capture=capture)
    own, doubts = register.settle(source, known)
    imported = replace(imported, source=source, doubts=(*imported.doubts, *doubts))
    article = article_of(replace(imported, source=own))
    if title:
        article = replace(article, extra={GIVEN: {"title": title}})
    return Outcome(name, imported, article, desk.store.put(article, known, dry=desk.dry))


def _given_title(known: Article | None) -> str | None:
    given = known.extra.get(GIVEN) if known else None
    title = given.get("title") if isinstance(given, dict) else None
    return title if isinstance(title, str) else None


def _page(outcome: Outcome | Skip) -> str:
    return Path(outcome.source).name


def _print_outcomes(outcomes: list[Outcome], articles: Path, dry_run: bool) -> None:
    rows = []
    for outcome in outcomes:
        granted = ", ".join(a.use.value for a in _answers(outcome) if isinstance(a, Permit)) or "nothing"
        written = outcome.stored.written
        name = outcome.stored.path.relative_to(articles).as_posix()
        rows.append((name, SAID.get(written, written.value), granted))
    print_table("Imported" + (" (dry run: nothing written)" if dry_run else ""), ("file", "", "grants"), rows)
    for outcome in outcomes:
        path, beside = outcome.stored.path, outcome.stored.beside
        if beside is not None:
            mend = f"take what you want from {beside}, and its fingerprint line, then delete it"
            complain(f"{path}: edited by hand, and its page has changed; {mend}")
        for doubt in (*outcome.imported.doubts, *outcome.imported.terms.doubts):
            complain(f"{outcome.source}: {plainly.doubt(doubt)}")
