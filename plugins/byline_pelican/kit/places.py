"""Where a kit stands: a folder below its article, and the files in it."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Any

FOLDER = "republish/"
MANIFEST = "kit.json"


def kit_url(slug: str, settings: Mapping[str, Any]) -> str:
    """The folder of an article's kit, below SITEURL: `articles/on-tea/republish/`."""
    page = PurePosixPath(settings["ARTICLE_SAVE_AS"].format(slug=slug))
    if not page.suffix:  # a file may have no folder of its name beside it
        return f"{page}-{FOLDER}"
    folder = page.parent if page.name == "index.html" else page.with_suffix("")
    return f"{folder}/{FOLDER}".removeprefix("./")
