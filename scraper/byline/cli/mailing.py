"""`byline ezine`: an issue from what newsletters may print, its files, its letters, its record."""

import sys
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from byline.cli.console import (
    complain,
    config_option,
    json_option,
    print_json,
    print_table,
    printable,
    say,
)
from byline.cli.linting import lint_mail
from byline.cli.proofs import (
    as_proof,
    preview,
    proof_options,
    refuse_halves,
    server_of,
    tell_pictures,
)
from byline.errors import BuildError, SettingsError
from byline.mail.lint import Remark, lint
from byline.mail.post import send
from byline.mail.server import Server

if TYPE_CHECKING:
    from byline_pelican.configuration import Configuration
    from byline_pelican.edition import Edition
    from byline_pelican.ezine.plan import Plan
    from byline_pelican.ezine.printing import Printed

DAY = click.DateTime(formats=["%Y-%m-%d"])
WITHHELD = "Withheld from newsletters"
ORDER = click.Choice(["listed", "newest", "oldest", "title"])
FILTERS = ("tags", "authors", "categories")
CHOSEN = (*FILTERS, "title", "newest", "order")  # options that say what is wanted
UNSET = {  # settings without which a mail is not ready for a list: what to do
    "postal_address": "bulk mail must show one (CAN-SPAM): set it",
    "unsubscribe": "the page of the site answers no click (RFC 8058): name your list's own address",
}


@click.group(
    invoke_without_command=True,
    epilog="""\b
Examples:
  byline ezine                               the newest articles, into ezine/issue-1
  byline ezine --number 7 --date 2026-12-01  issue 7, dated; content/issues/ may hold its issue file
  byline ezine --file winter.yaml            what an issue file asks for
  byline ezine --tag tea --newest 5          five articles about tea
  byline ezine --dry-run                     what it would print, what it may not, and why
  byline ezine --preview                     pictures of it too: light, dark, and on a phone
  byline ezine --proof ada@example.org --smtp mail.example.org:587 --smtp-user ada
                                             a proof to one person; BYLINE_SMTP_PASSWORD
  byline ezine sent 7                        issue 7 went out: what it printed counts for good
  byline ezine lint issue.eml                look an issue over, ours or another's
Exit codes: 0 ready to send · 1 nothing to print, a broken file, or an error that `lint` finds
2 wrong usage or configuration""",
)
@click.option("--number", type=click.IntRange(1, 1_000_000), help="Of the issue; the next when omitted.")
@click.option("--date", "on", type=DAY, help="Of the issue; terms are judged on it. Today when omitted.")
@click.option("--file", type=click.Path(path_type=Path, dir_okay=False, exists=True), help="An issue file.")
@click.option("--title", help="What the issue is about: its subject, after name and number.")
@click.option("--tag", "tags", multiple=True, help="Only articles with this tag; may be given again.")
@click.option("--author", "authors", multiple=True, help="Only articles of this author; may be given again.")
@click.option("--category", "categories", multiple=True, help="Only articles of this category; likewise.")
@click.option("--newest", type=click.IntRange(1, 200), help="How many are printed whole.")
@click.option("--order", type=ORDER, help="Of the articles.")
@click.option("--repeats", is_flag=True, help="Also print what ran in an earlier issue.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Where to write it.")
@click.option("--dry-run", is_flag=True, help="Only say what it would print; write nothing.")
@proof_options
@config_option
@json_option
@click.pass_context
def ezine(context: click.Context, /, **options: Any) -> None:
    """Compose an ezine issue from what newsletters may print, ready to send.

    Writes issue.eml, .html, .txt and .md, the same for listmonk, Mailchimp and Buttondown, drafts of letters
    to authors who want to be asked or told, and report.json; and enters what ran into content/ledger/.
    """
    if context.invoked_subcommand is None:
        _compose(context, options)
        return
    given = [
        name
        for name in options
        if context.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE
    ]
    if given:
        raise SettingsError(
            f"options of `ezine` say nothing to `{context.invoked_subcommand}`; put its own behind it"
        )


@dataclass(frozen=True)
class _Done:
    """An issue, composed and written, with all that may still be done with it."""

    printed: "Printed"
    edition: "Edition"
    configuration: "Configuration"
    folder: Path
    remarks: tuple[Remark, ...]
    proofs: tuple[bytes, ...]
    told: dict[str, Any]
    today: date


def _compose(context: click.Context, options: dict[str, Any]) -> None:
    from byline_pelican.configuration import read_configuration  # noqa: PLC0415  Pelican loads slowly
    from byline_pelican.ezine.desk import alone  # noqa: PLC0415
    from byline_pelican.ezine.report import no_items  # noqa: PLC0415

    refuse_halves(options)
    configuration = read_configuration(options["config"])
    server = None if options["person"] is None else server_of(options)
    with nullcontext() if options["dry_run"] else alone(configuration.root):
        done = _done(configuration, options)
    for broken in done.edition.broken:
        complain(broken.problem)
    if options["as_json"]:
        print_json(done.told)
    else:
        _print(done, written=not options["dry_run"])
    if not done.printed.mails:
        raise BuildError([no_items(done.printed.issue)])
    if options["preview"]:
        _preview(done, quiet=options["as_json"])
    if server is not None:
        _prove(done, server, options)
    failing = any(remark.level == "error" for remark in done.remarks)
    context.exit(1 if done.edition.broken or failing else 0)


def _done(configuration: "Configuration", options: dict[str, Any]) -> _Done:
    """The issue composed; unless it is a dry run, its files are written, and then its record."""
    from byline_pelican.ezine.desk import forget, record, refuse_rewriting  # noqa: PLC0415
    from byline_pelican.ezine.folder import write_issue  # noqa: PLC0415
    from byline_pelican.ezine.printing import all_files  # noqa: PLC0415
    from byline_pelican.ezine.report import issued, report  # noqa: PLC0415
    from byline_pelican.press import today  # noqa: PLC0415

    plan, edition = _planned(configuration, options)
    folder = _folder(options["out"], plan, configuration)
    printed = _printed(plan, edition, configuration, folder)
    remarks = tuple(remark for mail in printed.mails for remark in lint(mail.data))
    person = options["person"]
    proofs = () if person is None else tuple(as_proof(mail.data, person) for mail in printed.mails)
    files = all_files(printed, configuration)
    told = report(printed, files, remarks)
    if not options["dry_run"]:
        refuse_rewriting(edition.desk, issued(printed.issue))
        slipped = not printed.issue.refused and any(options[key] for key in FILTERS)
        if printed.mails:
            write_issue(folder, files, told)
            record(configuration.content, issued(printed.issue))
        elif not slipped:  # a misspelt tag takes nothing away
            write_issue(folder, files, told)
            forget(configuration.content, printed.issue.name, printed.issue.number)
    return _Done(printed, edition, configuration, folder, remarks, proofs, told, today())


def _planned(configuration: "Configuration", options: dict[str, Any]) -> tuple["Plan", "Edition"]:
    """What is wanted, and the articles as they stand on the issue's day."""
    from byline_pelican.ezine.compose import number_of  # noqa: PLC0415
    from byline_pelican.ezine.desk import read_desk, read_issue_file  # noqa: PLC0415
    from byline_pelican.ezine.plan import Plan  # noqa: PLC0415
    from byline_pelican.press import today  # noqa: PLC0415
    from byline_pelican.shelf import read_edition  # noqa: PLC0415

    desk = read_desk(configuration.content)
    plan = read_issue_file(options["file"]) if options["file"] else Plan()
    number: int = options["number"] or plan.number or number_of(desk, configuration, plan)
    if not options["file"]:
        plan = desk.plan(number) or plan
    day = options["on"].date() if options["on"] else plan.on or today()
    if day < today():
        complain(f"{day} is past: the terms are judged as they stood on that day")
    given = {key: options[key] for key in CHOSEN if options[key]}
    if plan.items is not None and given.keys() - {"title", "order"}:
        wrong = "takes no --tag, --author, --category or --newest"
        raise SettingsError(f"{plan.path} names the articles, so it {wrong}")
    repeats = options["repeats"] or plan.repeats
    return replace(plan, **given, number=number, on=day, repeats=repeats), read_edition(configuration, day)


def _folder(out: Path | None, plan: "Plan", configuration: "Configuration") -> Path:
    folder = out or configuration.root / "ezine" / f"issue-{plan.number}"
    if folder.resolve().is_relative_to(configuration.content.resolve()):
        raise SettingsError(
            f"--out {folder}: below the content folder, whose files are sources; choose another"
        )
    return folder


def _printed(plan: "Plan", edition: "Edition", configuration: "Configuration", folder: Path) -> "Printed":
    from byline_pelican.ezine.compose import compose  # noqa: PLC0415
    from byline_pelican.ezine.printing import print_issue  # noqa: PLC0415

    issue = compose(edition, configuration, plan, on_web=configuration.publishes(folder))
    return print_issue(issue, configuration, split=plan.items is not None, tools=True)


def _preview(done: _Done, *, quiet: bool) -> None:
    """Pictures of each mail, and its text for reading."""
    from byline_pelican.ezine.text import issue_text  # noqa: PLC0415

    if not quiet:
        say("Taking pictures with Chromium; that may last half a minute …")
    for mail in done.printed.mails:
        place, configuration = done.folder / mail.folder / "preview", done.configuration
        taken = preview(mail.html, place, configuration.site_url, configuration.output)
        if not quiet:
            tell_pictures(taken)
    if not quiet and sys.stdout.isatty():
        click.echo_via_pager("\f\n".join(printable(issue_text(mail.issue)) for mail in done.printed.mails))


def _prove(done: _Done, server: Server, options: dict[str, Any]) -> None:
    """A proof of each mail, to one person."""
    for proof in done.proofs:
        receipt = send(proof, done.printed.issue.sender, options["person"], server)
        if not options["as_json"]:
            how = receipt.encryption or "in clear"
            say(f"A proof went to {receipt.to} by {receipt.server} ({how}), as {receipt.message_id}")


def _print(done: _Done, *, written: bool) -> None:
    from byline_pelican.report import withheld_rows  # noqa: PLC0415

    printed, issue = done.printed, done.printed.issue
    rows = [(item.title, item.byline, "whole" if item.whole else "link") for item in issue.items]
    print_table(issue.title, ("article", "by", "printed"), rows)
    print_table("Left for the next issue", ("article", "by"), [(i.title, i.byline) for i in issue.left])
    print_table(WITHHELD, ("file", "reason", "words"), withheld_rows(issue.refused))
    letters = [(Path(x.file).name, x.to or "(no address known)", x.send) for x in printed.letters]
    print_table("Letters to send, in letters/", ("draft", "to", "when"), letters)
    if len(printed.mails) > 1:
        sizes = ", ".join(f"{len(mail.html.encode()) // 1024} KB" for mail in printed.mails)
        say(f"Too much for one mail, so there are {len(printed.mails)} ({sizes}); programs cut at 102 KB.")
    settings = done.configuration.byline.ezine
    unset = (name for name in UNSET if printed.mails and not getattr(settings, name))
    found = [("warning", f"ezine.{name} is empty", UNSET[name]) for name in unset]
    found += [(r.level, f"{r.code}: {r.said}", r.mend) for r in done.remarks]
    print_table("Before you send it", ("", "found", "mend"), list(dict.fromkeys(found)))
    if issue.sent.date() > done.today and issue.web_url:
        say(f"Build the site on {issue.sent.date()}, before it is sent: its page is not there earlier.")
    if written and printed.mails:
        say(f"Written to {done.folder}: {', '.join(done.told['files'])}, report.json")


@ezine.command(
    epilog="""\b
Examples:
  byline ezine sent 7                    issue 7 went out today
  byline ezine sent 7 --date 2026-12-01  or on another day"""
)
@click.argument("number", type=click.IntRange(1))
@click.option("--date", "on", type=DAY, help="The day on which it went out; today, or its own, when omitted.")
@config_option
@json_option
def sent(number: int, on: datetime | None, config: Path, as_json: bool) -> None:
    """Write down that issue NUMBER went out; its record is never written over then."""
    from byline_pelican.configuration import read_configuration  # noqa: PLC0415
    from byline_pelican.ezine.asking import over  # noqa: PLC0415
    from byline_pelican.ezine.compose import newsletter_of  # noqa: PLC0415
    from byline_pelican.ezine.desk import alone, mark_sent  # noqa: PLC0415
    from byline_pelican.press import today  # noqa: PLC0415
    from byline_pelican.shelf import read_edition  # noqa: PLC0415

    configuration = read_configuration(config)
    day: date | None = on.date() if on else None
    with alone(configuration.root):
        issued = mark_sent(configuration.content, newsletter_of(configuration), number, day, today())
        ended = over(read_edition(configuration, issued.days[-1]), issued)
    if as_json:
        print_json({"format": 1, "issue": number, "sent": str(issued.sent), "file": issued.path})
    else:
        say(f"{issued.path}: issue {number} was sent on {issued.sent}")
    for withheld in ended:
        complain(f"{withheld.entry.article.path}: on {issued.sent} its terms said no: {withheld.reason}")
    click.get_current_context().exit(1 if ended else 0)


ezine.add_command(lint_mail)
