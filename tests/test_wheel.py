"""The wheel, built and put somewhere else, makes a site on its own."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.test_cli import PAGE

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as `pip install` would get it, without a download."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_theme_and_starter_and_no_capture(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for name in (
        "byline_pelican/theme/templates/article.html",
        "byline_pelican/theme/static/css/byline.css",
        "byline/starter/pelicanconf.py",
        "byline/starter/gitignore",
        "byline/py.typed",
    ):
        assert name in names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"byline", "byline_pelican"}


def test_an_installed_wheel_makes_a_site(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "lib"
    zipfile.ZipFile(wheel).extractall(home)
    (tmp_path / "bees.html").write_text(PAGE, "utf-8")
    environment = {**os.environ, "PYTHONPATH": str(home), "HOME": str(tmp_path)}

    def byline(*arguments: str, cwd: Path) -> str:
        program = (
            "import byline.cli, sys; assert byline.__file__.startswith(sys.argv.pop(1)); byline.cli.main()"
        )
        command = [sys.executable, "-c", program, str(home), *arguments]
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, env=environment)
        assert done.returncode == 0, done.stderr + done.stdout
        return done.stdout

    byline("init", "mysite", cwd=tmp_path)
    site = tmp_path / "mysite"
    byline("import", "../bees.html", cwd=site)
    assert "On keeping bees" in byline("build", cwd=site)
    assert (site / "output" / "articles" / "on-keeping-bees" / "index.html").is_file()
    assert (site / "output" / "theme" / "css" / "byline.css").is_file()
