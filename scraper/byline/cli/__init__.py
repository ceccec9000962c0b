"""The command line: `byline VERB`. One module a group of verbs; each reads, asks a pure core, prints.

Exit codes of every verb: 0 done · 1 something needs a person (withheld input, a broken file, a copy
that does not keep its terms) · 2 wrong usage or configuration · 3 unverified (`check`) · 4 a fault of
Byline itself · 130 interrupted · 141 the reader of a pipe has gone.

The only place where the importing side and Pelican's side meet.
"""

import os
import sys
from typing import Any

import click

from byline import __version__
from byline.cli.announcing import ping
from byline.cli.importing import import_
from byline.cli.judging import check, lint, terms
from byline.cli.mailing import ezine
from byline.cli.publishing import build, serve
from byline.cli.starting import init
from byline.errors import BylineError, SettingsError

USAGE, FAULT = 2, 4
INTERRUPTED, READER_GONE = 130, 141  # as a shell says of SIGINT and SIGPIPE


class Verbs(click.Group):
    """Ends quietly when the reader of `byline … | head` has gone; click would call it a failure."""

    def invoke(self, ctx: click.Context) -> Any:
        """What the verb returns."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # for what is not yet flushed
            ctx.exit(READER_GONE)


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start here:  byline init mysite && cd mysite && byline import PAGE.html && byline build",
)
@click.version_option(__version__, prog_name="byline")
def byline() -> None:
    """Publish and syndicate articles that others may reprint, and never forget a credit."""


for command in (init, import_, build, serve, ping, ezine, check, lint, terms):
    byline.add_command(command)


def main() -> None:
    """Run the command line; every error of ours is one line on stderr, never a traceback."""
    try:
        sys.exit(byline(standalone_mode=False) or 0)
    except click.Abort:
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except BylineError as error:
        for line in str(error).splitlines():
            click.echo(f"byline: {line}", err=True)
        sys.exit(USAGE if isinstance(error, SettingsError) else 1)
    except Exception as error:  # the last resort, so that a fault is told apart from a finding
        if os.environ.get("BYLINE_DEBUG"):
            raise
        click.echo(f"byline: a fault of ours: {type(error).__name__}: {error}", err=True)
        click.echo("byline: run again with BYLINE_DEBUG=1 and report what it says", err=True)
        sys.exit(FAULT)
