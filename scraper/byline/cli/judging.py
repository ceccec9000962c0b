"""`byline check`, `byline lint`, `byline terms`: what is owed, and whether it was kept."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TextIO

import click

from byline.check import check as check_copy
from byline.check import find_article
from byline.check.report import as_text
from byline.cli.console import complain, config_option, json_option, print_json, print_table, printable, say
from byline.cli.copies import built_address, sheets_of, take
from byline.errors import BylineError, ContentError, PageError, SettingsError
from byline.extract import page_text
from byline.model import Article, Severity, Use, Verdict
from byline.rights import plainly
from byline.rights.grammar.letters import MAX_LETTERS
from byline.rights.lint import lint_article
from byline.rights.terms import read_terms

KEEPS, BREAKS, UNVERIFIED = 0, 1, 3
BROKEN = "broken"  # the code of a file that the build cannot take
DAY = click.DateTime(formats=["%Y-%m-%d"])
USES = click.Choice([use.value for use in Use])


@click.command(
    epilog="""\b
Examples:
  byline check copy.html                           which of our articles is it, and is it whole?
  byline check https://example.org/copy.html       the same for a page on the web
  byline check issue.eml --article on-tea          a newsletter
  byline check copy.html --use print               a copy that was printed
  byline check copy.html --json                    the verdict, for a machine
Exit codes: 0 keeps its terms · 1 does not · 2 wrong usage, or no site here
3 cannot be verified: the copy cannot be read, holds no article of ours, or was not granted"""
)
@click.argument("copy")
@click.option("--article", "name", help="Slug or file of the article; found by its text when omitted.")
@click.option("--use", type=USES, help="What the copy is; newsletter for a mail, web for all else.")
@click.option("--on", type=DAY, help="The day on which the terms are judged; today when omitted.")
@click.option("--allow-private", is_flag=True, help="Also fetch from private and loopback addresses.")
@config_option
@json_option
@click.pass_context
def check(  # noqa: PLR0913, PLR0917  the options of the verb
    context: click.Context,
    copy: str,
    name: str | None,
    use: str | None,
    on: datetime | None,
    allow_private: bool,
    config: Path,
    as_json: bool,
) -> None:
    """Say whether COPY (a file, an address, or - for standard input) keeps what its article's terms require.

    What is missing is printed as the words to paste.
    """
    try:
        verdict = _verdict(copy, name, Use(use) if use else None, on, allow_private, config)
    except SettingsError:
        raise
    except BylineError as error:  # nothing can be said about the copy, so it must not look accused
        complain(str(error))
        context.exit(UNVERIFIED)
    if as_json:
        print_json(verdict.record())
    else:
        click.echo(printable(as_text(verdict)))
    context.exit({"keeps": KEEPS, "breaks": BREAKS}.get(verdict.verdict, UNVERIFIED))


def _verdict(  # noqa: PLR0913, PLR0917  what `check` is told
    copy: str, name: str | None, use: Use | None, on: datetime | None, allow_private: bool, config: Path
) -> Verdict:
    from byline_pelican.configuration import read_configuration  # noqa: PLC0415  Pelican loads slowly
    from byline_pelican.press import today  # noqa: PLC0415

    configuration = read_configuration(config)
    articles = _articles(configuration.articles)
    own = built_address(copy, configuration.output, configuration.site_url)
    page = take(copy, allow_private=allow_private)
    try:
        article = _named(name, articles) if name else find_article(page.content, articles, copy)
        if article is None:
            raise ContentError(f"{copy}: no article of ours is in it; name one with --article")
        return check_copy(
            page.content,
            article,
            name=copy,
            retrieved=page.source.retrieved,
            url=page.source.url,
            sheets=sheets_of(page, copy, own=own, allow_private=allow_private),
            use=use,
            on=on.date() if on else today(),
        )
    except PageError as error:
        raise PageError(f"{copy}: {error}") from error


def _articles(folder: Path) -> list[Article]:
    """The articles below a folder; files that are none are named."""
    from byline_pelican.shelf import read_articles  # noqa: PLC0415  Pelican loads slowly

    articles, broken = read_articles(folder)
    for one in broken:
        complain(one.problem)
    return articles


def _named(name: str, articles: list[Article]) -> Article:
    for article in articles:
        if name in {article.slug, article.path, Path(article.path).name}:
            return article
    raise ContentError(f"{name}: no such article; name its slug or its file")


@click.command(
    epilog="""\b
Examples:
  byline lint
  byline lint --json
Exit codes: 0 nothing that must be mended · 1 a file with an error · 2 wrong usage, or no site here"""
)
@config_option
@json_option
@click.pass_context
def lint(context: click.Context, config: Path, as_json: bool) -> None:
    """Check every article file: rights there, word for word, terms as stated, links live, reviews signed.

    What the build cannot take is named too: files that cannot be read, and two that want one address.
    """
    from byline_pelican.configuration import read_configuration  # noqa: PLC0415  Pelican loads slowly
    from byline_pelican.press import today  # noqa: PLC0415
    from byline_pelican.shelf import read_articles, read_edition  # noqa: PLC0415

    configuration = read_configuration(config)
    articles, _ = read_articles(configuration.articles)
    broken = read_edition(configuration, today()).broken
    problems = [_problem(b.path, BROKEN, Severity.ERROR, b.problem) for b in broken]
    for article in articles:
        found = lint_article(article, _captured(article, configuration.content))
        problems += [_problem(article.path, p.code, p.severity, p.text) for p in found]
    if as_json:
        print_json({"format": 1, "articles": len(articles), "problems": problems})
    else:
        rows = [(p["file"], p["severity"], p["text"]) for p in problems]
        print_table("To look at", ("file", "", "what"), rows)
        say(f"{len(articles)} articles, {len(problems)} findings")
    context.exit(1 if any(p["severity"] == Severity.ERROR for p in problems) else 0)


def _captured(article: Article, content: Path) -> str | None:
    """The words of the page that an article came from; None where no capture of it is at hand."""
    capture = content / article.source.capture if article.source.capture else None
    if capture is None or not capture.resolve().is_relative_to(content.resolve()) or not capture.is_file():
        return None
    try:
        return page_text(capture.read_bytes())
    except PageError:
        return None


def _problem(file: str, code: str, severity: Severity, text: str) -> dict[str, str]:
    return {"file": file, "code": code, "severity": severity.value, "text": text}


@click.command(
    epilog="""\b
Examples:
  byline terms statement.txt
  echo "May be reprinted with the resource box." | byline terms -"""
)
@click.argument("file", default="-", type=click.File("r", encoding="utf-8", errors="replace"))
@json_option
@click.pass_context
def terms(context: click.Context, file: TextIO, as_json: bool) -> None:
    """Show how a permission statement is read, each fact with the words that prove it."""
    statement = file.read(MAX_LETTERS + 1)
    if len(statement) > MAX_LETTERS:
        complain(f"the statement is longer than {MAX_LETTERS:,} characters; give the permission alone")
        context.exit(1)
    if not statement.strip():
        complain("the statement is empty; name a file, or pipe one in")
        context.exit(1)
    read = read_terms(statement)
    if as_json:
        print_json(read.record())
        return
    print_table("Uses", ("", "in the words"), _rows(plainly.uses(read)))
    print_table("A copy keeps", ("", "in the words"), _rows(plainly.duties(read)))
    print_table("Conditions", ("", "in the words"), _rows(plainly.conditions(read)))
    print_table("Wishes", ("", "in the words"), _rows(plainly.requests(read)))
    print_table("Doubts for a person", ("",), [(plainly.doubt(doubt),) for doubt in read.doubts])
    if not read.because:
        say("Nothing is granted: no words were found that grant, limit or deny a use.")


def _rows(lines: Iterable[plainly.Line]) -> list[tuple[str, str]]:
    return [(line.text, f"“{line.words}”" if line.words else "") for line in lines]
