"""`byline build`, `byline serve`: the site."""

import functools
import http.server
from datetime import date, datetime
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import click

from byline.cli.console import complain, config_option, json_option, print_json, print_table, program, say
from byline.errors import BuildError

DAY = click.DateTime(formats=["%Y-%m-%d"])
PORT = 8000
MISSING = "404.html"


@click.command(
    epilog="""\b
Examples:
  byline build                    build output/ from content/
  byline build --on 2027-01-01    judge every permission on that day
  byline build --json             the report, for a machine"""
)
@click.option("--on", type=DAY, help="The day on which terms are judged; today when omitted.")
@config_option
@json_option
@click.pass_context
def build(context: click.Context, on: datetime | None, config: Path, as_json: bool) -> None:
    """Build the site, its feeds and its ezine issue; withhold what was not granted, and say why.

    Nothing is published unless every page, feed item and mail carries its whole credit.
    """
    from byline_pelican.configuration import read_configuration  # noqa: PLC0415  Pelican loads slowly
    from byline_pelican.press import press  # noqa: PLC0415
    from byline_pelican.report import as_record, as_tables  # noqa: PLC0415
    from byline_pelican.shelf import read_edition  # noqa: PLC0415

    configuration = read_configuration(config)
    edition = read_edition(configuration, _day(on))
    built = press(configuration, edition)
    if as_json:
        print_json(as_record(built))
    else:
        for title, heads, rows in as_tables(built):
            print_table(title, heads, rows)
        say(f"Preview: {program()} serve, then open http://127.0.0.1:{PORT}/")
    for broken in edition.broken:
        complain(broken.problem)
    context.exit(1 if edition.broken else 0)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Answers as a host does: the site stands below `top` too, and its own page where there is none."""

    def __init__(self, *args: Any, top: str, **named: Any) -> None:
        self.top = top
        super().__init__(*args, **named)

    def translate_path(self, path: str) -> str:
        """The file of an address."""
        below = path.removeprefix(self.top)
        return super().translate_path(below if below.startswith("/") else path)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """The page for what is not there; of other errors, what Python says."""
        page = Path(self.directory) / MISSING
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


@click.command(epilog="\b\nExample:\n  byline serve --port 8001")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True)
@config_option
def serve(port: int, config: Path) -> None:
    """Show the built site on this machine, at http://127.0.0.1:PORT/."""
    from byline_pelican.configuration import read_configuration  # noqa: PLC0415  Pelican loads slowly

    configuration = read_configuration(config)
    output, top = configuration.output, urlsplit(configuration.site_url).path
    if not (output / "index.html").is_file():
        raise BuildError([f"{output}: no site there yet; run `byline build` first"])
    handler = functools.partial(Handler, directory=str(output), top=top)
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise BuildError([f"port {port} is in use ({error.strerror}); choose another with --port"]) from error
    with server:
        say(f"Serving {output} at http://127.0.0.1:{server.server_port}/ (Ctrl+C ends it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("")


def _day(moment: datetime | None) -> date:
    from byline_pelican.press import today  # noqa: PLC0415

    return moment.date() if moment else today()
