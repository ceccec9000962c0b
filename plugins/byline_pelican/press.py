"""Runs the press: Pelican builds into a staging folder, the audit reads it, then `output` changes.

Fails closed: whatever Pelican logs as an error, and whatever the audit finds, ends the build
before a single file of the published site has changed. Only files that differ are written, so
that web servers can answer "not modified".
"""

import json
import os
import shutil
import tempfile
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import unquote

from jinja2 import TemplateNotFound
from pelican import Pelican
from rcssmin import cssmin

from byline.captures import FOLDER as CAPTURES
from byline.content import write_atomically
from byline.errors import BuildError, BylineError
from byline_pelican.audit import Output, audit_issue_pages, audit_pages, audit_rest
from byline_pelican.configuration import CONFIGURATION, EDITION, ISSUES, Configuration
from byline_pelican.defaults import PLUGIN
from byline_pelican.edition import Edition
from byline_pelican.ezine.issue import Issue
from byline_pelican.ezine.pages import names_of_issues
from byline_pelican.ezine.places import FOLDER
from byline_pelican.ezine.shown import Issues, issues_of
from byline_pelican.faults import pelican_log, template_problem
from byline_pelican.feeds.audit import audit_feeds, names_of_feeds
from byline_pelican.feeds.catalogue import feeds
from byline_pelican.feeds.feed import Feed
from byline_pelican.feeds.places import FOLDER as FEEDS
from byline_pelican.feeds.places import FORMATS, MAIN
from byline_pelican.kit.audit import audit_kits, names_of_kits
from byline_pelican.outputs import FILES, GIVE_WAY
from byline_pelican.search.index import make_index
from byline_pelican.sitemap import sitemap

MANIFEST = ".byline-manifest.json"  # the files of the last build, so that only ours are ever deleted


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the edition, its issues, its feeds, and where the outputs are."""

    edition: Edition
    issues: Issues
    feeds: tuple[Feed, ...]
    output: Path
    outputs: dict[str, Path]
    changed: int

    @property
    def issue(self) -> Issue:
        """The latest issue."""
        return self.issues.latest.issue


def press(configuration: Configuration, edition: Edition) -> Built:
    """Build the site, its feed and its ezine issue, and publish them into `output`.

    Raises:
        BuildError: the site cannot be published as it stands; `output` is untouched.

    """
    issues = issues_of(edition, configuration)
    with staging_folder() as name:
        staging = Path(name)
        _run_pelican(configuration, edition, issues, staging)
        changed = publish(staging, configuration, edition, issues)
    outputs = {"site": "index.html", "feeds": f"{FEEDS}index.html"}
    outputs |= {form.name: MAIN + form.ending for form in FORMATS}
    outputs |= {f"ezine .{name.rsplit('.')[-1]}": f"{FOLDER}/{name}" for name in issues.latest.files}
    paths = {label: configuration.output / path for label, path in outputs.items()}
    all_feeds = feeds(edition, configuration)
    return Built(edition, issues, all_feeds, configuration.output, paths, changed)


def staging_folder() -> tempfile.TemporaryDirectory[str]:
    """Where a site is built, out of everybody's sight; gone when it is closed or forgotten."""
    return tempfile.TemporaryDirectory(prefix="byline-")


def finish(staging: Path, configuration: Configuration, edition: Edition, issues: Issues) -> None:
    """Write what Pelican does not know of; the plugin calls it when Pelican has written its pages.

    Raises:
        BuildError: the site publishes a file of its own in a place that does not give way.

    """
    for sheet in _files(staging / configuration.pelican["THEME_STATIC_DIR"], "*.css"):
        written = sheet.read_text("utf-8", "surrogateescape")  # a theme may be in any encoding
        sheet.write_text(cssmin(written), "utf-8", "surrogateescape")
    for place in edition.unshown():
        (staging / place).unlink(missing_ok=True)
    for name, data in (file for make in FILES for file in make(edition, configuration)):
        _put(staging, name, data)
    for name, data in issues.latest.files.items():
        _put(staging, f"{FOLDER}/{name}", data)
    make_index(staging, edition, configuration)
    pages = (
        (p.relative_to(staging).as_posix(), p.read_text("utf-8", "replace"))
        for p in _files(staging, "*.html")
    )
    for name, data in sitemap(pages, edition, configuration):
        _put(staging, name, data)


def _put(staging: Path, name: str, data: bytes) -> None:
    """Write a file where none of the site's own is, or where ours gives way."""
    place = staging / name
    if not place.exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(data)
    elif name not in GIVE_WAY:
        raise BuildError(
            [f"{name}: Byline writes this file, and the site publishes one of its own; take it away"]
        )


def publish(staging: Path, configuration: Configuration, edition: Edition, issues: Issues) -> int:
    """Audit what was built, then bring it into the output folder; how many files changed.

    Raises:
        BuildError: a credit is missing somewhere, or something is there that was not granted.

    """
    _refuse_overlap(configuration)
    problems = list(_audited(staging, configuration, edition, issues))
    if problems:
        raise BuildError(list(dict.fromkeys(problems)))
    return mirror(staging, configuration.output)


def _audited(staging: Path, configuration: Configuration, edition: Edition, issues: Issues) -> Iterator[str]:
    """Everything that is wrong with what was built."""
    texts: dict[str, str] = {}
    sources = _sources(configuration)
    for path in _files(staging):
        name, data = path.relative_to(staging).as_posix(), path.read_bytes()
        if data in sources:
            yield f"{name}: the same as {sources[data]}, which is not for publishing; mend STATIC_PATHS"
        with suppress(UnicodeDecodeError):
            texts[name] = data.decode()
    unshown = set(edition.unshown())
    for picture in edition.pictures.values():
        place = unquote(picture.place)
        if place not in unshown and not (staging / place).is_file():
            yield f"{picture.place}: shown by a text, yet not published; mend STATIC_PATHS or STATIC_EXCLUDES"
    output = Output(texts, configuration.site_url)
    settings = configuration.pelican
    save_as = settings["ARTICLE_SAVE_AS"]
    yield from audit_pages(output, edition, save_as)
    names = names_of_feeds(output, edition, configuration)
    yield from audit_feeds(output, edition, names)
    yield from audit_kits(output, edition, configuration)
    rest = Output({n: text for n, text in texts.items() if n not in names}, configuration.site_url)
    pages = dict(names_of_issues(issues))
    yield from audit_issue_pages(output, pages)
    judged = {
        *names_of_kits(edition, settings),
        *pages,
        *(f"{FOLDER}/{name}" for name in issues.latest.files),
    }
    yield from audit_rest(rest, edition, save_as, judged)


def _sources(configuration: Configuration) -> dict[bytes, str]:
    """Article files and captures by their bytes; no such file is ever published as it is."""
    folders = (configuration.articles, configuration.content / CAPTURES)
    files = [path for folder in folders for path in _files(folder) if path.stat().st_size]
    return {path.read_bytes(): path.relative_to(configuration.content).as_posix() for path in files}


def _files(folder: Path, pattern: str = "*") -> list[Path]:
    return [path for path in sorted(folder.rglob(pattern)) if path.is_file()]


def _refuse_overlap(configuration: Configuration) -> None:
    """The site must not be written over its own sources."""
    output, content = configuration.output.resolve(), configuration.content.resolve()
    if content.is_relative_to(output) or output.is_relative_to(content):
        raise BuildError(
            [f"OUTPUT_PATH {output} and PATH {content} must not hold one another; mend OUTPUT_PATH"]
        )


def _run_pelican(configuration: Configuration, edition: Edition, issues: Issues, staging: Path) -> None:
    settings = {
        **configuration.pelican,
        "OUTPUT_PATH": str(staging),
        CONFIGURATION: configuration,
        EDITION: edition,
        ISSUES: issues,
    }
    with pelican_log() as errors:
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


def mirror(staging: Path, output: Path) -> int:
    """Make `output` equal to `staging`, touching only files that differ; how many changed.

    A file of the last build that is gone now is deleted; a file that Byline never wrote is left.
    Every place is looked at before the first change, and the manifest names both what was and what
    will be until all is done: what an ended build leaves behind is still ours to delete.

    Raises:
        BuildError: something that Byline never wrote stands in the way, or a file cannot be deleted.

    """
    fresh = {path.relative_to(staging).as_posix(): path for path in _files(staging)}
    last = _last_build(output)
    strangers = list(_strangers(fresh, last, output))
    if strangers:
        raise BuildError(strangers)
    _remember(output, last | fresh.keys())
    try:
        changed = sum(_deleted(output, name) for name in sorted(last - fresh.keys()))
        changed += sum(_written(output / name, source) for name, source in fresh.items())
    except OSError as error:
        raise BuildError(
            [f"{error.filename}: cannot be changed ({error.strerror}); mend its rights"]
        ) from error
    _remember(output, fresh.keys())
    return changed


def _strangers(fresh: dict[str, Path], ours: set[str], output: Path) -> Iterator[str]:
    """What some other hand put where a file of the site belongs: it is never overwritten."""
    passed: set[Path] = set()
    for name, source in fresh.items():
        target = output / name
        found = [path for path in _way(target, output) if path not in passed and _blocks(path, ours, output)]
        passed.update(target.parents)
        if target.is_dir() and not target.is_symlink():
            below = (path for path in target.rglob("*") if path.is_symlink() or not path.is_dir())
            found += [path for path in below if path.relative_to(output).as_posix() not in ours][:1]
        elif os.path.lexists(target) and name not in ours and not _same(target, source):
            found.append(target)
        for path in found:
            problem = f"{path}: not written by Byline, yet the site needs its place"
            yield f"{problem}; move it away, or set another OUTPUT_PATH"


def _way(target: Path, output: Path) -> list[Path]:
    """The folders that lead to a file, the output folder first."""
    return [path for path in reversed(target.parents) if path.is_relative_to(output)]


def _blocks(folder: Path, ours: set[str], output: Path) -> bool:
    """Whether something that is no folder, and not ours to delete, stands where a folder must be."""
    return (
        os.path.lexists(folder) and not folder.is_dir() and folder.relative_to(output).as_posix() not in ours
    )


def _same(target: Path, source: Path) -> bool:
    return target.is_file() and target.read_bytes() == source.read_bytes()


def _deleted(output: Path, name: str) -> bool:
    """Take a file of an earlier build away, with the folders that it leaves empty; whether it was there."""
    path = output / name
    if not (path.is_file() or path.is_symlink()):
        return False
    path.unlink()
    _prune(path.parent, output)
    return True


def _written(target: Path, source: Path) -> bool:
    """Bring a file to its place; whether it was not there already."""
    if _same(target, source):
        return False
    if target.is_dir() and not target.is_symlink():
        shutil.rmtree(target)  # all its files were ours, and are deleted
    write_atomically(target, source.read_bytes())
    return True


def _remember(output: Path, names: Collection[str]) -> None:
    """Write down which files are ours, where it is not written yet."""
    manifest = json.dumps(sorted(names), indent=0) + "\n"
    path = output / MANIFEST
    if not path.is_file() or path.read_text("utf-8", "replace") != manifest:
        write_atomically(path, manifest)


def _last_build(output: Path) -> set[str]:
    """The files that the last build wrote; nothing outside the folder, whatever the manifest says."""
    try:
        names: Any = json.loads((output / MANIFEST).read_text("utf-8"))
    except (OSError, ValueError):
        return set()
    ours = [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
    return {name for name in ours if not name.startswith("/") and ".." not in PurePath(name).parts}


def _prune(folder: Path, top: Path) -> None:
    """Remove folders that a deletion left empty."""
    while folder != top and folder.is_dir() and not any(folder.iterdir()):
        shutil.rmtree(folder)
        folder = folder.parent


def today() -> date:
    """The day on which terms are judged, unless the command line names another."""
    return date.today()  # noqa: DTZ011  the editor's own calendar day
