"""`byline init`: a new site, ready for its first page. Copies content and configuration, never code."""

from importlib.resources import as_file, files
from pathlib import Path

import click

from byline.cli.console import CONFIG, say
from byline.content import write_atomically
from byline.errors import ContentError, SettingsError

RENAMED = {"gitignore": ".gitignore"}  # packaging tools leave dot files out


@click.command(
    epilog="\b\nExample:\n  byline init mysite && cd mysite && byline import PAGE.html && byline build"
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> None:
    """Make a new site in FOLDER. Files that stand there are never overwritten."""
    if _is_site(folder):
        raise SettingsError(f"{folder / CONFIG}: a site is there already; choose another folder")
    kept = []
    with as_file(files("byline") / "starter") as starter:
        for source in sorted(path for path in starter.rglob("*") if path.is_file()):
            name = source.relative_to(starter)
            target = folder / name.with_name(RENAMED.get(name.name, name.name))
            if "__pycache__" in name.parts:
                continue
            if target.exists():
                kept.append(target)
                continue
            write_atomically(target, source.read_bytes())
    for target in kept:
        say(f"kept as it was: {target}")
    say(f"A new site is in {folder}. Next:")
    say(f"  cd {folder}")
    say("  edit pelicanconf.py           the site's name and address")
    say("  byline import PAGE.html       bring in an article")
    say("  byline build && byline serve  publish it, and look")


def _is_site(folder: Path) -> bool:
    try:
        return (folder / CONFIG).exists()
    except OSError as error:  # a name too long, or a folder that is closed to us
        raise ContentError(f"{folder}: no site can be made there ({error.strerror}); name another") from error
