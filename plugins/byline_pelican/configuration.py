"""One configuration: `pelicanconf.py`, with what Byline needs of Pelican filled in and checked.

`DEFAULTS` replaces Pelican's own defaults, so that five lines are enough; whatever the file sets
wins, save `FORCED`: settings that would publish past the law of rights.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import StrictUndefined
from pelican.settings import DEFAULT_CONFIG, get_settings_from_file
from pelican.settings import read_settings as read_pelican_settings

from byline import settings as byline_settings
from byline.errors import SettingsError

CONFIG_NAME = "pelicanconf.py"
PLUGIN = "byline_pelican"
CONFIGURATION = "BYLINE_CONFIGURATION"  # where Pelican's settings carry this module's answer
EDITION = "BYLINE_EDITION"  # and the edition
ISSUE = "BYLINE_ISSUE"  # and the printed issue
NEVER = r"(?!)(?P<what>)"  # matches nothing: {attach} and {static} would publish local files

DEFAULTS: dict[str, Any] = {
    "PATH": "content",
    "ARTICLE_PATHS": ["articles"],
    "PAGE_PATHS": ["pages"],
    "STATIC_PATHS": ["images"],
    "ARTICLE_URL": "articles/{slug}/",
    "ARTICLE_SAVE_AS": "articles/{slug}/index.html",
    "PAGE_URL": "{slug}/",
    "PAGE_SAVE_AS": "{slug}/index.html",
    "CATEGORY_URL": "category/{slug}/",
    "CATEGORY_SAVE_AS": "category/{slug}/index.html",
    "TAG_URL": "tag/{slug}/",
    "TAG_SAVE_AS": "tag/{slug}/index.html",
    "AUTHOR_URL": "author/{slug}/",
    "AUTHOR_SAVE_AS": "author/{slug}/index.html",
    "ARCHIVES_SAVE_AS": "archives/index.html",
    "AUTHORS_SAVE_AS": "authors/index.html",
    "CATEGORIES_SAVE_AS": "categories/index.html",
    "TAGS_SAVE_AS": "tags/index.html",
    "DEFAULT_CATEGORY": "Articles",
    "DEFAULT_PAGINATION": 20,
    "RELATIVE_URLS": True,
    "TIMEZONE": "UTC",
    "DEFAULT_DATE_FORMAT": "%Y-%m-%d",
}
FEED_GROUPS = ("", "ALL_", "CATEGORY_", "AUTHOR_", "TAG_", "TRANSLATION_")
FORCED: dict[str, Any] = {
    **{f"{group}FEED_{kind}": None for group in FEED_GROUPS for kind in ("ATOM", "RSS")},
    "FEED_ALL_ATOM": None,
    "FEED_ALL_RSS": None,
    "READERS": {"html": None, "htm": None, "rst": None},
    "INTRASITE_LINK_REGEX": NEVER,
    "TYPOGRIFY": False,
    "CACHE_CONTENT": False,
    "LOAD_CONTENT_CACHE": False,
    "OUTPUT_SOURCES": False,
}


@dataclass(frozen=True, slots=True)
class Configuration:
    """A checked configuration.

    Attributes:
        pelican: Pelican's settings, complete.
        byline: Byline's own.
        site_url: absolute, without a slash at the end.
        content: the content folder.
        articles: the folder of article files.
        output: where the site goes.

    """

    pelican: dict[str, Any]
    byline: byline_settings.Settings
    site_url: str
    site_name: str
    content: Path
    articles: Path
    output: Path


def read_configuration(path: Path) -> Configuration:
    """The configuration in `path`.

    Raises:
        SettingsError: the file cannot be run, or a setting is wrong; the message names both.

    """
    if not path.is_file():
        raise SettingsError(
            f"{path}: no such file; run `byline init .` to make one, or name it with --config"
        )
    try:
        _refuse_missing_content(get_settings_from_file(str(path)), path)
        settings = read_pelican_settings(str(path))
    except SettingsError:
        raise
    except Exception as error:  # the file is Python: anything may be raised
        raise SettingsError(f"{path}: cannot be read: {type(error).__name__}: {error}") from error
    return configure(settings, path.as_posix())


def _refuse_missing_content(settings: MutableMapping[str, Any], path: Path) -> None:
    """Pelican's own message names neither the setting nor the folder."""
    folder = path.parent / settings.get("PATH", DEFAULTS["PATH"])
    if not folder.is_dir():
        raise SettingsError(f"{path}: PATH: there is no folder {folder}; make it, or mend PATH")


def configure(settings: dict[str, Any], name: str = CONFIG_NAME) -> Configuration:
    """Fill in `settings` in place and check them; what `byline build` and plain `pelican` share."""
    if not any(PLUGIN in str(plugin) for plugin in settings.get("PLUGINS") or ()):
        raise SettingsError(f'{name}: the plugin is not named; add PLUGINS = ["{PLUGIN}"]')
    root = Path(name).resolve().parent
    for key, value in DEFAULTS.items():
        if settings.get(key) == DEFAULT_CONFIG.get(key) or _is_default_path(key, settings, root):
            settings[key] = str(root / value) if key == "PATH" else value
    settings.update(FORCED)
    settings.pop("AUTHOR", None)  # Pelican would credit every article without an author to it
    if settings["THEME"] == DEFAULT_CONFIG["THEME"]:
        settings["THEME"] = str(theme_folder())
    _strict(settings)
    site_url = _site_url(settings, name)
    content = Path(settings["PATH"])
    return Configuration(
        pelican=settings,
        byline=byline_settings.read_settings(settings.get("BYLINE", {}), name),
        site_url=site_url,
        site_name=str(settings["SITENAME"]),
        content=content,
        articles=content / settings["ARTICLE_PATHS"][0],
        output=Path(settings["OUTPUT_PATH"]),
    )


def _is_default_path(key: str, settings: MutableMapping[str, Any], root: Path) -> bool:
    """Pelican turns an unset PATH into the folder of the configuration, which is never meant."""
    return key == "PATH" and Path(settings[key]).resolve() == root


def _strict(settings: MutableMapping[str, Any]) -> None:
    """A template that names what is not there ends the build; plain text is escaped by default."""
    settings["JINJA_ENVIRONMENT"] = {
        **settings["JINJA_ENVIRONMENT"],
        "undefined": StrictUndefined,
        "autoescape": True,
    }


def _site_url(settings: MutableMapping[str, Any], name: str) -> str:
    url = str(settings.get("SITEURL") or "").rstrip("/")
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise SettingsError(
            f"{name}: SITEURL = {url!r}; feeds and mails need the site's address, such as https://example.org"
        )
    settings["SITEURL"] = url
    return url


def theme_folder() -> Path:
    """The theme: beside the package in a wheel, at the top of the project in a checkout."""
    packaged = Path(str(files(PLUGIN))) / "theme"
    return packaged if packaged.is_dir() else Path(__file__).resolve().parents[2] / "theme"
