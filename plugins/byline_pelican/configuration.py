"""One configuration: `pelicanconf.py`, with what Byline needs of Pelican filled in and checked.

The tables are in `defaults.py`, the checks in `rules.py`. A path in the file is below the file's own
folder, wherever the command is run.
"""

import sys
from collections.abc import Mapping, MutableMapping
from dataclasses import dataclass
from importlib.resources import files
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined
from pelican.settings import DEFAULT_CONFIG, get_settings_from_file, get_settings_from_module
from pelican.settings import read_settings as read_pelican_settings

from byline import settings as byline_settings
from byline.errors import SettingsError
from byline_pelican.defaults import DEFAULTS, FOLDERS, FORCED, PLUGIN, TEMPLATE_FOLDERS
from byline_pelican.rules import problems, wrong_types

CONFIG_NAME = "pelicanconf.py"
CONFIGURATION = "BYLINE_CONFIGURATION"  # where Pelican's settings carry this module's answer
EDITION = "BYLINE_EDITION"  # and the edition
ISSUES = "BYLINE_ISSUES"  # and the issues of the ezine
AROUND = "BYLINE_AROUND"  # and what stands around each article
LISTINGS = ("CATEGORY", "TAG", "AUTHOR")  # each has a template and a *_SAVE_AS, which may be empty


@dataclass(frozen=True, slots=True)
class Configuration:
    """A checked configuration.

    Attributes:
        pelican: Pelican's settings, complete.
        byline: Byline's own.
        site_url: absolute, without a slash at the end.
        root: the folder of the configuration.
        content: the content folder.
        articles: the folder of article files.
        output: where the site goes.

    """

    pelican: dict[str, Any]
    byline: byline_settings.Settings
    site_url: str
    site_name: str
    root: Path
    content: Path
    articles: Path
    output: Path

    @property
    def language(self) -> str:
        """What texts are in that say nothing else."""
        return language_tag(self.pelican["DEFAULT_LANG"])

    def publishes(self, folder: Path) -> bool:
        """Whether what lies in `folder` is on the web: in the output, links followed."""
        return folder.resolve().is_relative_to(self.output.resolve())


def language_tag(code: str) -> str:
    """A language as the web names it: `en-GB`, where a system says `en_GB`; BCP 47."""
    first, *rest = code.replace("_", "-").split("-")
    return "-".join([first, *(part.upper() if len(part) == len("GB") else part for part in rest)])


def read_configuration(path: Path) -> Configuration:
    """The configuration in `path`.

    Raises:
        SettingsError: the file cannot be run, or a setting is wrong; the message names both.

    """
    if not path.is_file():
        raise SettingsError(
            f"{path}: no such file; run `byline init .` to make one, or name it with --config"
        )
    name = path.as_posix()
    try:
        own = dict(get_settings_from_file(str(path.absolute())))
        ready = _placed({**DEFAULTS, **own}, path.absolute().parent, name)
        settings = read_pelican_settings(override=ready)
        return configure(settings, path.absolute(), name)
    except SettingsError:
        raise
    except (Exception, SystemExit) as error:  # the file is Python: anything may be raised
        said = " ".join(f"{type(error).__name__}: {error}".split())
        raise SettingsError(f"{name}: cannot be read: {said}") from error


def adopt(settings: dict[str, Any]) -> Configuration:
    """The configuration that plain `pelican` has read, filled in and checked in place."""
    own, path = _what_pelican_ran()
    for key, value in DEFAULTS.items():
        if key not in own and settings.get(key) == DEFAULT_CONFIG.get(key):
            settings[key] = value
    settings.update(_placed(settings, path.parent, path.name))
    return configure(settings, path, path.name)


def configure(settings: dict[str, Any], path: Path, name: str) -> Configuration:
    """Force and check complete `settings`, in place; what `byline build` and plain `pelican` share.

    Args:
        settings: Pelican's, with Byline's defaults where the file says nothing.
        path: of the configuration.
        name: what messages call it.

    """
    settings.update(FORCED)
    settings.pop("AUTHOR", None)  # Pelican would credit every article without an author to it
    if settings["THEME"] == DEFAULT_CONFIG["THEME"]:
        settings["THEME"] = str(theme_folder())
    _strict(settings)
    for problem in filter(None, [*problems(settings), _lacking(settings)]):
        raise SettingsError(f"{name}: {problem}")
    settings["SITEURL"] = settings["SITEURL"].rstrip("/")
    return Configuration(
        pelican=settings,
        byline=byline_settings.read_settings(settings.get("BYLINE", {}), name),
        site_url=settings["SITEURL"],
        site_name=settings["SITENAME"],
        root=path.parent,
        content=Path(settings["PATH"]),
        articles=Path(settings["PATH"]) / settings["ARTICLE_PATHS"][0],
        output=Path(settings["OUTPUT_PATH"]),
    )


def _placed(settings: Mapping[str, Any], root: Path, name: str) -> dict[str, Any]:
    """The settings with their paths absolute, below `root`; refused where they are no paths at all."""
    placed = {key: fspath(value) if isinstance(value, PathLike) else value for key, value in settings.items()}
    for problem in wrong_types(placed):
        raise SettingsError(f"{name}: {problem}")
    placed["OUTPUT_PATH"] = placed.get("OUTPUT_PATH", DEFAULT_CONFIG["OUTPUT_PATH"])
    for key in FOLDERS:
        place = root / Path(placed.get(key, "")).expanduser()
        if key in placed and (
            key != "THEME" or place.is_dir()
        ):  # a theme may be the name of one of Pelican's
            placed[key] = str(place)
    if not Path(placed["PATH"]).is_dir():
        raise SettingsError(f"{name}: PATH: there is no folder {placed['PATH']}; make it, or mend PATH")
    folders = placed.get(TEMPLATE_FOLDERS, [])
    placed[TEMPLATE_FOLDERS] = [str(root / folder) for folder in folders]
    return placed


def _what_pelican_ran() -> tuple[dict[str, Any], Path]:
    """What the configuration itself set, and where it is.

    Pelican keeps the file that it ran as a module, and says nowhere which one; it is the first that
    names this plugin, for others can only have been imported by it.
    """
    ran = [m for m in list(sys.modules.values()) if any(PLUGIN in str(p) for p in _plugins(m))]
    own = {key: value for module in ran for key, value in get_settings_from_module(module).items()}
    path = Path(getattr(ran[0], "__file__", None) or CONFIG_NAME) if ran else Path(CONFIG_NAME)
    return own, path.absolute()


def _plugins(module: Any) -> list[Any]:
    found = getattr(module, "__dict__", {}).get("PLUGINS")
    return list(found) if isinstance(found, list | tuple) else []


def _strict(settings: MutableMapping[str, Any]) -> None:
    """A template that names what is not there ends the build; plain text is escaped by default."""
    settings["JINJA_ENVIRONMENT"] = {
        **settings["JINJA_ENVIRONMENT"],
        "undefined": StrictUndefined,
        "autoescape": True,
    }


def _lacking(settings: Mapping[str, Any]) -> str:
    """The theme has every template that will be used; Pelican would take its own, which prints no credit."""
    folders = [*map(Path, settings[TEMPLATE_FOLDERS]), Path(settings["THEME"]) / "templates"]
    used = ["article", "page", "republish", *settings["DIRECT_TEMPLATES"]]
    used += [name.lower() for name in LISTINGS if settings[f"{name}_SAVE_AS"]]
    endings = settings["TEMPLATE_EXTENSIONS"]
    lacking = [
        name for name in used if not any((f / (name + end)).is_file() for f in folders for end in endings)
    ]
    if not lacking:
        return ""
    return (
        f"THEME = {settings['THEME']!r} has no templates/{lacking[0]}.html; copy it from Byline's own theme, "
        f"or leave THEME away and put your templates into {TEMPLATE_FOLDERS}"
    )


def theme_folder() -> Path:
    """The theme: beside the package in a wheel, at the top of the project in a checkout."""
    packaged = Path(str(files(PLUGIN))) / "theme"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "theme"
