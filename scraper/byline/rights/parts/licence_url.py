"""Public licences by their address: what SPDX calls them, or nothing.

A licence is known by its path, whatever the host's spelling; a jurisdiction is dropped where
SPDX has no name for it. To teach another licence, add a row to OTHERS.
"""

import re

from byline.model import Licence
from byline.web import is_web_address

CREATIVE_COMMONS = re.compile(
    r"creativecommons\.org/(?:licen[cs]es|publicdomain)/([a-z+-]+)(?:/(\d\.\d))?", re.IGNORECASE
)
VERSIONS = {"1.0", "2.0", "2.5", "3.0", "4.0"}
CONDITIONS = ("-BY", "-NC", "-ND", "-SA")
OTHERS = (
    (re.compile(r"gnu\.org/(?:copyleft|licenses)/fdl", re.IGNORECASE), "GFDL-1.3-or-later"),
    (re.compile(r"opencontent\.org/openpub", re.IGNORECASE), "OPUBL-1.0"),
    (re.compile(r"opencontent\.org/opl", re.IGNORECASE), "OPL-1.0"),
    (re.compile(r"artlibre\.org/lic", re.IGNORECASE), "LAL-1.3"),
)
PATH = re.compile(r"/(?:[\w-]*licen[cs]es?[\w-]*|copying|openpub|opl|fdl)(?:[./#?]|$)", re.IGNORECASE)


def licence_at(url: str) -> Licence:
    """The licence at an address; `spdx` is None where its name or version is not known."""
    return Licence(url, _spdx(url))


def is_licence(url: str) -> bool:
    """Whether an address leads to the text of a licence: no relative one does, and no script."""
    return is_web_address(url) and bool(
        CREATIVE_COMMONS.search(url) or PATH.search(url) or any(p.search(url) for p, _ in OTHERS)
    )


def strictness(licence: Licence) -> int:
    """How much a licence withholds, for choosing among several; an unknown one withholds most."""
    if licence.spdx is None:
        return len(CONDITIONS) + 1
    return sum(condition in licence.spdx for condition in CONDITIONS)


def _spdx(url: str) -> str | None:
    match = CREATIVE_COMMONS.search(url)
    if match is None:
        return next((name for pattern, name in OTHERS if pattern.search(url)), None)
    kind, version = match[1].lower().strip("-+"), match[2]
    if kind == "zero":
        return "CC0-1.0"
    if kind in {"mark", "publicdomain"}:
        return "CC-PDM-1.0" if kind == "mark" else "CC-PDDC"
    return f"CC-{kind.upper()}-{version}" if version in VERSIONS else None
