"""The walls: who may import what, and that nothing in the repository speaks of one machine."""

import ast
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CORE, PLUGIN = ROOT / "scraper" / "byline", ROOT / "plugins" / "byline_pelican"
WORLD = {
    "http",
    "os",
    "shutil",
    "smtplib",
    "socket",
    "ssl",
    "subprocess",
    "tempfile",
    "urllib.request",
    "time",
}
EDGES = {
    *(
        "scraper/byline/cli",
        "scraper/byline/content.py",
        "scraper/byline/captures.py",
        "scraper/byline/sources",
    ),
    *("scraper/byline/mail/post.py", "scraper/byline/mail/preview.py"),
    *("plugins/byline_pelican/press.py", "plugins/byline_pelican/shelf.py"),
    *("plugins/byline_pelican/audit.py", "plugins/byline_pelican/configuration.py"),
    *("plugins/byline_pelican/__init__.py", "plugins/byline_pelican/reader.py"),  # Pelican calls them
    "plugins/byline_pelican/pages.py",  # and its generator writes
    *("plugins/byline_pelican/ezine/desk.py", "plugins/byline_pelican/ezine/folder.py"),
    *("plugins/byline_pelican/pictures/files.py", "plugins/byline_pelican/icon.py"),
    *("plugins/byline_pelican/cards/cache.py", "plugins/byline_pelican/search/index.py"),
}
# Methods that read or write files, or the clock, whatever they are called on.
TOUCHING = {
    *("read_bytes", "read_text", "write_bytes", "write_text", "touch", "mkdir", "rmdir", "unlink", "rename"),
    *("exists", "is_file", "is_dir", "is_symlink", "stat", "lstat", "iterdir", "glob", "rglob", "resolve"),
    *("symlink_to", "hardlink_to", "samefile", "cwd", "home", "now", "utcnow", "today"),
}
MODULES = sorted(path.relative_to(ROOT).as_posix() for top in (CORE, PLUGIN) for path in top.rglob("*.py"))


def imported(name: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse((ROOT / name).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found


def called(name: str) -> set[str]:
    return calls_of(ast.parse((ROOT / name).read_text("utf-8")))


def calls_of(source: ast.AST) -> set[str]:
    """The last name of everything that is called."""
    functions = [node.func for node in ast.walk(source) if isinstance(node, ast.Call)]
    plain = {function.id for function in functions if isinstance(function, ast.Name)}
    return plain | {function.attr for function in functions if isinstance(function, ast.Attribute)}


def is_edge(name: str) -> bool:
    return any(name == edge or name.startswith(f"{edge}/") for edge in EDGES)


@pytest.mark.parametrize(
    "name", [name for name in MODULES if "/cli/" not in name and "byline_pelican" not in name]
)
def test_the_importing_side_knows_nothing_of_pelican(name: str) -> None:
    assert not {module for module in imported(name) if module.split(".")[0] in {"pelican", "byline_pelican"}}


@pytest.mark.parametrize("name", [name for name in MODULES if not is_edge(name)])
def test_only_edges_touch_the_world(name: str) -> None:
    touched = {module for module in imported(name) if module in WORLD or module.split(".")[0] in WORLD}
    assert not touched, f"{name} imports {touched}; pass what it needs in, or make it an edge"
    calls = called(name)
    assert not calls & {"open", "input", "print"}
    assert not calls & TOUCHING, f"{name} calls {calls & TOUCHING}; pass in what it needs, or make it an edge"


def test_reading_a_file_is_seen_however_it_is_written() -> None:
    source = "def f(path): return [Path(path).read_bytes(), path.read_text('utf-8'), open(path)]"
    assert calls_of(ast.parse(source)) == {"Path", "read_bytes", "read_text", "open"}


def test_nothing_tracked_speaks_of_one_machine() -> None:
    words = "(/wo" + "rk/|/ro" + "ot/|/t" + "mp/|files\\.pythonho" + "sted)"
    done = subprocess.run(
        ["git", "grep", "-nIE", words, "--", ".", ":!*.txt"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {1, 128}, done.stdout  # 128: not a git checkout
