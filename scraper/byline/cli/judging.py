"""`byline check`, `byline lint`, `byline terms`: what is owed, and whether it was kept."""

import sys
from pathlib import Path
from typing import TextIO

import click

from byline.check import check as check_copy
from byline.check import find_article
from byline.check.report import as_text
from byline.cli.console import complain, config_option, json_option, print_json, print_table, say
from byline.cli.importing import content_folder
from byline.errors import ContentError, PageError, SourceError
from byline.model import Answer, Article, Page, Source
from byline.rights.lint import lint_article
from byline.rights.terms import read_terms
from byline.sources import Skip, pages

KEEPS, BREAKS, UNVERIFIED = 0, 1, 3
MAX_STATEMENT = 100_000  # characters; a longer text is no permission statement


@click.command(
    epilog="""\b
Examples:
  byline check copy.html                           which of our articles is it, and is it whole?
  byline check https://example.org/copy.html       the same for a page on the web
  byline check issue.eml --article on-tea          a newsletter
  byline check copy.html --json                    the verdict, for a machine
Exit codes: 0 keeps its terms · 1 does not · 3 cannot be verified"""
)
@click.argument("copy")
@click.option("--article", "name", help="Slug or file of the article; found by its text when omitted.")
@click.option("--allow-private", is_flag=True, help="Also fetch from private and loopback addresses.")
@config_option
@json_option
@click.pass_context
def check(  # noqa: PLR0913, PLR0917  the options of the verb
    context: click.Context, copy: str, name: str | None, allow_private: bool, config: Path, as_json: bool
) -> None:
    """Say whether COPY (a file, an address, or - for standard input) keeps what its article's terms require.

    What is missing is printed as the words to paste.
    """
    page = _copy(copy, allow_private)
    article = _article(name, config) if name else find_article(page.content, _articles(config))
    if article is None:
        raise ContentError(f"{copy}: no article of ours is in it; name one with --article")
    try:
        verdict = check_copy(
            page.content, article, name=copy, retrieved=page.source.retrieved, url=page.source.url
        )
    except PageError as error:
        raise PageError(f"{copy}: {error}") from error
    if as_json:
        print_json(verdict.record())
    else:
        click.echo(as_text(verdict))
    context.exit({"keeps": KEEPS, "breaks": BREAKS}.get(verdict.verdict, UNVERIFIED))


def _copy(name: str, allow_private: bool) -> Page:
    if name == "-":
        return Page(sys.stdin.buffer.read(), Source())
    page: Page | Skip | None = next(pages([name], allow_private=allow_private), None)
    if page is None:
        raise SourceError(f"{name}: a folder; name one copy")
    if isinstance(page, Skip):
        raise SourceError(page.problem)
    return page


def _articles(config: Path) -> list[Article]:
    from byline_pelican.shelf import read_articles  # noqa: PLC0415  Pelican loads slowly

    articles, broken = read_articles(content_folder(config) / "articles")
    for one in broken:
        complain(one.problem)
    return articles


def _article(name: str, config: Path) -> Article:
    for article in _articles(config):
        if name in {article.slug, article.path, Path(article.path).name}:
            return article
    raise ContentError(f"{name}: no such article; name its slug or its file")


@click.command(epilog="\b\nExamples:\n  byline lint\n  byline lint --json")
@config_option
@json_option
@click.pass_context
def lint(context: click.Context, config: Path, as_json: bool) -> None:
    """Check every article file: rights present, terms as their statement says, links live, reviews signed."""
    from byline_pelican.shelf import read_articles  # noqa: PLC0415  Pelican loads slowly

    articles, broken = read_articles(content_folder(config) / "articles")
    problems = [{"file": b.path, "code": "broken", "severity": "error", "text": b.problem} for b in broken]
    for article in articles:
        problems.extend(
            {"file": article.path, "code": p.code, "severity": p.severity.value, "text": p.text}
            for p in lint_article(article)
        )
    if as_json:
        print_json({"format": 1, "articles": len(articles), "problems": problems})
    else:
        rows = [(p["file"], p["severity"], p["text"]) for p in problems]
        print_table("To look at", ("file", "", "what"), rows)
        say(f"{len(articles)} articles, {len(problems)} findings")
    context.exit(1 if any(p["severity"] == "error" for p in problems) else 0)


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
    statement = file.read(MAX_STATEMENT)
    if not statement.strip():
        complain("the statement is empty; name a file, or pipe one in")
        context.exit(1)
    read = read_terms(statement)
    if as_json:
        print_json(read.record())
        return
    answers = [(use, Answer(answer).value) for use, answer in read.answers.items()]
    print_table("Uses", ("use", "answer"), answers)
    print_table(
        "Facts, and the words that prove them", ("fact", "words"), [(f.fact, f.text) for f in read.because]
    )
    print_table("Doubts for a person", ("what", "words"), [(d.what, d.text) for d in read.doubts])
    if not read.because:
        say("Nothing is granted: no words were found that grant, limit or deny a use.")
