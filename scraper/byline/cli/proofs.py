"""What follows once an issue is written: pictures of it, and one proof to one person."""

import os
import re
import secrets
import sys
from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import unquote

import click

from byline.cli.console import say
from byline.errors import SettingsError
from byline.mail.preview import Picture, shoot
from byline.mail.proof import proof_of
from byline.mail.server import Security, Server, read_place

Verb = TypeVar("Verb", bound=Callable[..., Any])
PASSWORD = "BYLINE_SMTP_PASSWORD"  # noqa: S105  the name of a variable
IMAGE = re.compile(r'<img\b[^<>]*?\bsrc="([^"]+)"')
SERVERS = {"place": "--smtp", "user": "--smtp-user"}

OPTIONS = (
    click.option("--preview", is_flag=True, help="Take pictures with Chromium: light, dark, and on a phone."),
    click.option("--proof", "person", metavar="ADDRESS", help="Send a proof to one person; never to a list."),
    click.option("--smtp", "place", metavar="HOST[:PORT]", help="The mail server for the proof; port 587."),
    click.option(
        *("--smtp-user", "user"),
        metavar="NAME",
        default="",
        help=f"The account there; its password is in {PASSWORD}, or asked for on a terminal.",
    ),
    click.option(
        *("--smtp-security", "security"),
        type=click.Choice([security.value for security in Security]),
        default=Security.AUTO.value,
        show_default=True,
        help="auto: TLS on port 465, else STARTTLS. none: never with a password to another host.",
    ),
    click.option(
        *("--smtp-timeout", "timeout"),
        type=click.FloatRange(1, 600),
        default=30,
        show_default=True,
        help="Seconds for the whole sending.",
    ),
)


def proof_options(verb: Verb) -> Verb:
    """The options of a verb that previews and sends proofs."""
    return reduce(lambda made, option: option(made), reversed(OPTIONS), verb)


def refuse_halves(options: dict[str, Any]) -> None:
    """Refuse options that say nothing without one another.

    Raises:
        SettingsError: one is missing; the message names it.

    """
    wanted = options["person"] is not None
    if wanted and not options["place"]:
        raise SettingsError("--proof needs a mail server; name it with --smtp HOST:PORT")
    stray = next((name for key, name in SERVERS.items() if options[key] and not wanted), None)
    if stray:
        raise SettingsError(f"{stray} is for a proof; name its reader with --proof ADDRESS")
    if options["dry_run"] and (options["preview"] or wanted):
        raise SettingsError(
            "--dry-run makes no mail, so there is nothing to preview or to send; leave it out"
        )


def server_of(options: dict[str, Any]) -> Server:
    """The mail server that the options name.

    Raises:
        MailError: it is none.
        SettingsError: its account has no password.

    """
    host, port = read_place(options["place"])
    return Server(
        host=host,
        port=port,
        user=options["user"],
        password=_password(options["user"]),
        security=Security(options["security"]),
        timeout=options["timeout"],
    )


def _password(user: str) -> str:
    """Of the account on the mail server; it never stands on a command line, which others can see."""
    if not user:
        return ""
    said = os.environ.get(PASSWORD)
    if said is None and sys.stdin.isatty():
        said = click.prompt(f"Password of {user}", hide_input=True, err=True)
    if not said:
        raise SettingsError(f"--smtp-user needs a password; put it into the environment, as {PASSWORD}")
    return str(said)


def as_proof(message: bytes, person: str) -> bytes:
    """The message for one person, told apart from every proof before.

    Raises:
        MailError: the address may be that of many.

    """
    return proof_of(message, person, secrets.token_hex(4))


def preview(html: str, folder: Path, site_url: str, output: Path) -> tuple[Picture, ...]:
    """Pictures of a mail; those of our own site are taken from the built site, where they are there.

    Raises:
        MailError: no browser is there, or it failed.

    """
    site = f"{site_url}/"
    top = output.resolve()
    places = {url: output / unquote(url.removeprefix(site)) for url in IMAGE.findall(html)}
    here = {
        url: path
        for url, path in places.items()
        if url.startswith(site) and path.is_file() and path.resolve().is_relative_to(top)
    }
    return shoot(html, folder, pictures=here)


def tell_pictures(pictures: tuple[Picture, ...]) -> None:
    """Where they are, and what they show that an editor should know."""
    for picture in pictures:
        wide = f"; it scrolls sideways, {picture.wide} px" if picture.wide > picture.width else ""
        say(f"{picture.path}: {picture.width} × {picture.height}{wide}{'' if picture.whole else '; cut'}")
