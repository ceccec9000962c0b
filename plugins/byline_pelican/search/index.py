"""Runs Pagefind over the pages of articles, and keeps what the search page needs of its files. An edge.

Only article pages are read, and of them only what the theme marks with `data-pagefind-body`.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

from pagefind.service import get_executable

from byline.errors import BuildError
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.search.place import INDEX_FOLDER, searchable

LONGEST = 900  # seconds; a hundred thousand pages take a few minutes
MEND = "without a search: BYLINE = {'search': False}"
UNUSED = ("*-ui.js", "*-ui.css", "pagefind-highlight.js")  # Pagefind's own looks; the theme has its own
ANY_LANGUAGE = "wasm.unknown.pagefind"


def make_index(staging: Path, edition: Edition, configuration: Configuration) -> None:
    """Write the search index of the site that stands in `staging`.

    Raises:
        BuildError: Pagefind cannot be run, or found nothing.

    """
    if not searchable(edition, configuration):
        return
    folder = staging / INDEX_FOLDER
    if folder.exists():
        raise BuildError([f"{INDEX_FOLDER}/: the search needs this place; move yours, or build {MEND}"])
    said = _run(staging, configuration)
    entry: Any = json.loads((folder / "pagefind-entry.json").read_text("utf-8"))
    found = sum(language["page_count"] for language in entry["languages"].values())
    if found < len(edition.published):
        pages = f"{found} of {len(edition.published)} article pages"
        raise BuildError(
            [f"search: Pagefind read {pages} ({said}); mark the text in article.html, or build {MEND}"]
        )
    for path in (path for pattern in UNUSED for path in folder.glob(pattern)):
        path.unlink()
    if all(language["wasm"] for language in entry["languages"].values()):
        (folder / ANY_LANGUAGE).unlink(missing_ok=True)


def _run(staging: Path, configuration: Configuration) -> str:
    """Pagefind's last words."""
    settings = configuration.pelican
    pages = settings["ARTICLE_SAVE_AS"].format(slug="*")
    options = ["--site", ".", "--glob", pages, "--force-language", settings["DEFAULT_LANG"], "--quiet"]
    own = {name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")}
    program = get_executable()
    if program is None:
        raise BuildError([f"search: Pagefind is not installed; pip install 'pagefind[bin]', or build {MEND}"])
    try:
        done = subprocess.run(  # noqa: S603  the program that came with the package
            [str(program), *options],
            cwd=staging,
            env=own,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=LONGEST,
            check=False,
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise BuildError([f"search: Pagefind cannot be run ({error}); build {MEND}"]) from error
    said = " ".join((done.stderr or done.stdout).decode("utf-8", "replace").split())[-300:]
    if done.returncode or not (staging / INDEX_FOLDER / "pagefind-entry.json").is_file():
        shutil.rmtree(staging / INDEX_FOLDER, ignore_errors=True)
        raise BuildError([f"search: Pagefind stopped ({said or done.returncode}); build {MEND}"])
    return said
