"""The demonstration site, served, and a browser: once for all tests of this folder.

What is missing on this machine skips its tests, with the reason; BYLINE_WEB_CHECKS=required makes
that a failure, for continuous integration.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.web.looks import Look, look
from tests.web.served import MODULES, ROOT, Served, browser, chromium, served


def needed(thing: object, what: str, mend: str) -> None:
    """Go on only where the tool is there."""
    if thing:
        return
    reason = f"{what} is missing; {mend}"
    if os.environ.get("BYLINE_WEB_CHECKS") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The demonstration site at a loopback address."""
    with served(ROOT, tmp_path_factory.mktemp("web")) as site:
        yield site


@pytest.fixture(scope="session")
def chrome() -> Iterator[Browser]:
    """Debian's Chromium, offline."""
    found = chromium()
    needed(found, "chromium", "apt-get install chromium")
    with browser(str(found)) as started:
        yield started


@pytest.fixture(scope="session")
def packages() -> Path:
    """The npm packages of the checks."""
    needed(MODULES.is_dir(), "tests/web/node_modules", "run `make web-tools`")
    return MODULES


@pytest.fixture(scope="session")
def node(packages: Path) -> Path:
    """The same, with the program that runs them."""
    needed(shutil.which("node"), "node", "apt-get install nodejs npm")
    return packages


@pytest.fixture(scope="session")
def java(packages: Path) -> Path:
    """The same, with the program that runs the Nu HTML checker."""
    needed(shutil.which("java"), "java", "apt-get install default-jre-headless")
    return packages


@pytest.fixture(scope="session")
def looks(demo: Served, chrome: Browser, packages: Path) -> dict[str, Look]:
    """What the browser sees on the largest page of each kind."""
    del packages  # they need only be there
    return {kind: look(chrome, demo.url, demo.address(page)) for kind, page in demo.kinds.items()}
