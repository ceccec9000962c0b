"""`byline ezine lint`: whether a newsletter, ours or another's, can be sent as it stands."""

import click

from byline.cli.console import json_option, print_json, print_table, say
from byline.mail.lint import Remark, lint, record, verdict
from byline.mail.lint.message import MAX_BYTES

MESSAGE = click.Path(exists=True, dir_okay=False, allow_dash=True)


@click.command(
    "lint",
    epilog="""\b
Examples:
  byline ezine lint output/ezine/issue.eml       an issue of ours
  byline ezine lint *.eml --strict               warnings fail too
  curl -s https://example.org/mail.eml | byline ezine lint -
  byline ezine lint issue.eml --json             one JSON record a line, one line a file
Exit codes: 0 can be sent (there may be warnings) · 1 errors found, or warnings with --strict
2 wrong usage, or a file that is not there""",
)
@click.argument("files", metavar="FILE.eml...", nargs=-1, required=True, type=MESSAGE)
@click.option("--strict", is_flag=True, help="Warnings fail too.")
@json_option
@click.pass_context
def lint_mail(context: click.Context, files: tuple[str, ...], strict: bool, as_json: bool) -> None:
    """Check any newsletter (a file with all headers, or - for standard input) against the rules of mail.

    Each remark names the rule's source: RFC 5322, 2045-2047, 2369, 2919, 3676 and 8058, CAN-SPAM, the
    bulk-sender rules of Gmail, Yahoo and Microsoft, WCAG, and what mail programs clip or take out.
    """
    verdicts = set()
    for file in files:
        remarks = lint(_message(file))
        verdicts.add(verdict(remarks))
        if as_json:
            print_json(record(file, remarks))
        else:
            _print(file, remarks)
    failing = {"errors", "warnings"} if strict else {"errors"}
    context.exit(1 if verdicts & failing else 0)


def _message(file: str) -> bytes:
    """The file, or so much of it as shows that it is too large."""
    with click.open_file(file, "rb") as opened:
        return bytes(opened.read(MAX_BYTES + 1))


def _print(file: str, remarks: tuple[Remark, ...]) -> None:
    rows = [(r.level, _what(r), r.mend, r.source) for r in remarks]
    print_table(file, ("", "found", "mend", "source"), rows)
    errors = sum(remark.level == "error" for remark in remarks)
    counts = f"errors: {errors}, warnings: {len(remarks) - errors}" if remarks else "clean"
    say(f"{file}: {counts}")


def _what(remark: Remark) -> str:
    where = f", {remark.where}" if remark.where else ""
    return f"{remark.code}: {remark.said}{where}"
