"""Runs the press: Pelican builds into a staging folder, the audit reads it, then `output` changes.

Fails closed: whatever Pelican logs as an error, and whatever the audit finds, ends the build
before a single file of the published site has changed. Only files that differ are written, so
that web servers can answer "not modified".
"""

import json
import logging
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound
from pelican import Pelican
from pelican.log import console

from byline.captures import FOLDER as CAPTURES
from byline.content import write_atomically
from byline.errors import BuildError, BylineError
from byline_pelican.audit import Output, audit_feed, audit_pages, audit_rest
from byline_pelican.configuration import CONFIGURATION, EDITION, ISSUE, Configuration
from byline_pelican.defaults import PLUGIN
from byline_pelican.edition import Edition
from byline_pelican.ezine import FOLDER, Issue, compose
from byline_pelican.faults import template_problem
from byline_pelican.feeds import RSS, rss
from byline_pelican.mail import Printed, print_issue

MANIFEST = ".byline-manifest.json"  # the files of the last build, so that only ours are ever deleted


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the edition, its issue, and where the outputs are."""

    edition: Edition
    issue: Issue
    output: Path
    outputs: dict[str, Path]
    changed: int


def press(configuration: Configuration, edition: Edition) -> Built:
    """Build the site, its feed and its ezine issue, and publish them into `output`.

    Raises:
        BuildError: the site cannot be published as it stands; `output` is untouched.

    """
    printed = print_issue(compose(edition, configuration), configuration)
    with staging_folder() as name:
        staging = Path(name)
        _run_pelican(configuration, edition, printed, staging)
        changed = publish(staging, configuration, edition, printed.issue)
    outputs = {"site": "index.html", "RSS": RSS}
    outputs |= {f"ezine .{name.rsplit('.')[-1]}": f"{FOLDER}/{name}" for name in printed.files}
    paths = {label: configuration.output / path for label, path in outputs.items()}
    return Built(edition, printed.issue, configuration.output, paths, changed)


def staging_folder() -> tempfile.TemporaryDirectory[str]:
    """Where a site is built, out of everybody's sight; gone when it is closed or forgotten."""
    return tempfile.TemporaryDirectory(prefix="byline-")


def finish(staging: Path, configuration: Configuration, edition: Edition, printed: Printed) -> None:
    """Write what Pelican does not know of; the plugin calls it when Pelican has written its pages."""
    write_atomically(staging / RSS, rss(edition, configuration))
    for name, data in printed.files.items():
        write_atomically(staging / FOLDER / name, data)


def publish(staging: Path, configuration: Configuration, edition: Edition, issue: Issue) -> int:
    """Audit what was built, then bring it into the output folder; how many files changed.

    Raises:
        BuildError: a credit is missing somewhere, or something is there that was not granted.

    """
    _refuse_overlap(configuration)
    problems = list(_audited(staging, configuration, edition, issue))
    if problems:
        raise BuildError(list(dict.fromkeys(problems)))
    return mirror(staging, configuration.output)


def _audited(staging: Path, configuration: Configuration, edition: Edition, issue: Issue) -> Iterator[str]:
    """Everything that is wrong with what was built."""
    texts: dict[str, str] = {}
    sources = _sources(configuration)
    for path in _files(staging):
        name, data = path.relative_to(staging).as_posix(), path.read_bytes()
        if data in sources:
            yield f"{name}: the same as {sources[data]}, which is not for publishing; mend STATIC_PATHS"
        with suppress(UnicodeDecodeError):
            texts[name] = data.decode()
    output = Output(texts, configuration.site_url)
    save_as = configuration.pelican["ARTICLE_SAVE_AS"]
    yield from audit_pages(output, edition, save_as)
    yield from audit_feed((staging / RSS).read_bytes(), edition)
    yield from audit_rest(output, edition, issue, save_as)


def _sources(configuration: Configuration) -> dict[bytes, str]:
    """Article files and captures by their bytes; no such file is ever published as it is."""
    folders = (configuration.articles, configuration.content / CAPTURES)
    files = [path for folder in folders for path in _files(folder) if path.stat().st_size]
    return {path.read_bytes(): path.relative_to(configuration.content).as_posix() for path in files}


def _files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def _refuse_overlap(configuration: Configuration) -> None:
    """The site must not be written over its own sources."""
    output, content = configuration.output.resolve(), configuration.content.resolve()
    if content.is_relative_to(output) or output.is_relative_to(content):
        raise BuildError(
            [f"OUTPUT_PATH {output} and PATH {content} must not hold one another; mend OUTPUT_PATH"]
        )


def _run_pelican(configuration: Configuration, edition: Edition, printed: Printed, staging: Path) -> None:
    settings = {
        **configuration.pelican,
        "OUTPUT_PATH": str(staging),
        CONFIGURATION: configuration,
        EDITION: edition,
        ISSUE: printed,
    }
    with _pelican_log() as errors:
        try:
            site = Pelican(settings)
            if PLUGIN in settings["PLUGINS"]:
                site.run()
            else:
                errors.append(f"the plugin {PLUGIN} did not load; nothing was published")
        except BuildError as error:
            raise BuildError([*errors, *error.problems]) from error
        except BylineError:
            raise
        except TemplateNotFound as error:
            raise BuildError(
                [f"template {error.name} is missing from {settings['THEME']}; restore it"]
            ) from error
        except Exception as error:  # whatever ends Pelican ends the build, as one line
            raise BuildError([*errors, template_problem(error)]) from error
    if errors:
        raise BuildError(errors)


class _Errors(logging.Handler):
    """Collects what Pelican logs as an error; Pelican itself would go on."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message as one line, with the error that it stems from."""
        error = sys.exc_info()[1]  # Pelican logs where it catches, and keeps the error to itself
        said = f": {type(error).__name__}: {error}" if error else ""
        self.lines.append(" ".join(f"{record.getMessage()}{said}".split()))


@contextmanager
def _pelican_log() -> Iterator[list[str]]:
    """Pelican's errors as a list, and nothing of its chatter on the terminal."""
    handler = _Errors()
    logger = logging.getLogger("pelican")
    before = logger.propagate, console.quiet
    logger.addHandler(handler)
    logger.propagate, console.quiet = False, True
    try:
        yield handler.lines
    finally:
        logger.removeHandler(handler)
        logger.propagate, console.quiet = before


def mirror(staging: Path, output: Path) -> int:
    """Make `output` equal to `staging`, touching only files that differ; how many changed.

    A file of the last build that is gone now is deleted; a file that Byline never wrote is left.

    Raises:
        BuildError: a file that Byline never wrote stands in the way.

    """
    fresh = {path.relative_to(staging).as_posix(): path for path in _files(staging)}
    last = _last_build(output)
    _refuse_strangers(fresh, set(last), output)
    changed = 0
    for name, source in fresh.items():
        target = output / name
        data = source.read_bytes()
        if not target.is_file() or target.read_bytes() != data:
            write_atomically(target, data)
            changed += 1
    for name in last:
        if name not in fresh and (output / name).resolve().is_relative_to(output.resolve()):
            (output / name).unlink(missing_ok=True)
            _prune((output / name).parent, output)
            changed += 1
    manifest = json.dumps(sorted(fresh), indent=0) + "\n"
    if (output / MANIFEST).is_file() and (output / MANIFEST).read_text("utf-8") == manifest:
        return changed
    write_atomically(output / MANIFEST, manifest)
    return changed


def _refuse_strangers(fresh: dict[str, Path], ours: set[str], output: Path) -> None:
    """A file that some other hand put into the output folder is never overwritten."""
    for name, source in fresh.items():
        target = output / name
        if name not in ours and target.exists() and target.read_bytes() != source.read_bytes():
            problem = f"{target}: not written by Byline, yet the site needs its place"
            raise BuildError([f"{problem}; move it away, or set another OUTPUT_PATH"])


def _last_build(output: Path) -> list[str]:
    try:
        names: Any = json.loads((output / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _prune(folder: Path, top: Path) -> None:
    """Remove folders that a deletion left empty."""
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        shutil.rmtree(folder)
        folder = folder.parent


def today() -> date:
    """The day on which terms are judged, unless the command line names another."""
    return date.today()  # noqa: DTZ011  the editor's own calendar day
