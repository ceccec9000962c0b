"""The folder of an issue: its files written, and those of an earlier run taken away."""

import json
import re
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from byline.content import write_atomically

REPORT = "report.json"
OURS = re.compile(  # what a run may write, and so the next one may take away
    r"(?:part-\d+/)?(?:issue\.(?:eml|html|txt|md)|(?:listmonk|mailchimp)\.(?:html|txt)|buttondown\.md"
    r"|preview/(?:phone-)?(?:light|dark)\.png)|web\.html|letters/(?:request|notice-before|notice-after)-[^/]+\.eml"
)


def write_issue(folder: Path, files: Mapping[str, bytes], told: Mapping[str, Any]) -> None:
    """Write the files and the report. What an earlier run wrote, and this one does not, is taken away.

    A letter that somebody has mended since stays as it is.

    Raises:
        ContentError: a file cannot be written.

    """
    mended = _mended(folder)
    for name in sorted(_last_files(folder) - files.keys() - mended):
        (folder / name).unlink(missing_ok=True)
        with suppress(OSError):  # something of another's is in there
            (folder / name).parent.rmdir()
    for name, data in files.items():
        if name not in mended:
            write_atomically(folder / name, data)
    write_atomically(folder / REPORT, json.dumps(told, indent=1, ensure_ascii=False) + "\n")


def _mended(folder: Path) -> set[str]:
    """Letters that differ from what the last run wrote."""
    letters = _last_report(folder).get("letters", [])
    written = {one.get("file"): one.get("sha256") for one in letters if isinstance(one, dict)}
    ours = {
        name: digest for name, digest in written.items() if isinstance(name, str) and OURS.fullmatch(name)
    }
    there = {name: digest for name, digest in ours.items() if digest and _lies_in(folder / name, folder)}
    return {
        name for name, digest in there.items() if sha256((folder / name).read_bytes()).hexdigest() != digest
    }


def _last_report(folder: Path) -> dict[str, Any]:
    try:
        told = json.loads((folder / REPORT).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) and told.get("newsletter") else {}


def _last_files(folder: Path) -> set[str]:
    """What stands here of an earlier run; nothing that its report does not tell, save previews."""
    told = _last_report(folder)
    names = told.get("files", [])
    previews = (
        (path.relative_to(folder).as_posix() for path in folder.glob("**/preview/*.png")) if told else ()
    )
    known = names if isinstance(names, list) else []
    ours = {name for name in (*known, *previews) if isinstance(name, str) and OURS.fullmatch(name)}
    return {name for name in ours if _lies_in(folder / name, folder)}


def _lies_in(path: Path, folder: Path) -> bool:
    """Whether a file is there, in the folder itself, whatever is linked."""
    return path.is_file() and path.resolve() == folder.resolve() / path.relative_to(folder)
