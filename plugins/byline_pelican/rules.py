"""What is wrong with a configuration: each rule is a function that returns a line, or nothing.

Pure. To add a rule, write a function of the same shape
and add it to RULES; a setting that only needs the right type is a word in TEXTS or LISTS.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePath
from string import Formatter
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from byline.captures import FOLDER as CAPTURES
from byline_pelican.defaults import PLUGIN, TEMPLATE_FOLDERS

Settings = Mapping[str, Any]
Rule = Callable[[Settings], str]

TEXTS = (
    *("SITENAME", "DEFAULT_LANG", "DEFAULT_CATEGORY", "DEFAULT_DATE_FORMAT", "TIMEZONE"),
    *("PATH", "OUTPUT_PATH", "THEME"),
)
LISTS = ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS", TEMPLATE_FOLDERS, "DIRECT_TEMPLATES", "IGNORE_FILES")
SLUGGED = ("ARTICLE_URL", "ARTICLE_SAVE_AS", "PAGE_URL", "PAGE_SAVE_AS")
MAX_SITEURL = 900  # characters; a mail header may hold 998, and the address goes into one
ADDRESS = re.compile(
    r"https?://(?:[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.?|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?"
    r"(?:/[A-Za-z0-9._~%!$&'()*+,;=:@/-]*)?"
)
HOST = re.compile(r"(?P<scheme>https?)://(?P<host>[^/?#\s:@]+)")
PUBLISHING = {  # settings that name files to publish as they are, and the folder that each starts from
    "PAGE_PATHS": "PATH",
    "STATIC_PATHS": "PATH",
    "EXTRA_PATH_METADATA": "PATH",
    "TEMPLATE_PAGES": "PATH",
    "THEME_STATIC_PATHS": "THEME",
}


def wrong_types(settings: Settings) -> Iterator[str]:
    """Settings of the wrong type, before Pelican stumbles over them or takes its own default instead."""
    if not any(PLUGIN in str(plugin) for plugin in _listed(settings.get("PLUGINS"))):
        yield f'the plugin is not named; add PLUGINS = ["{PLUGIN}"]'
    for name in TEXTS:
        value = settings.get(name, name)
        if not isinstance(value, str) or not value.strip():
            yield f"{name} = {value!r}; it must be text in quotes"
    for name in LISTS:
        value = settings.get(name, [])
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            yield f"{name} = {value!r}; it must be a list of texts in quotes, such as ['images']"


def problems(settings: Settings) -> Iterator[str]:
    """What is wrong with complete settings; one line each."""
    return (problem for problem in (rule(settings) for rule in RULES) if problem)


def site_address(settings: Settings) -> str:
    """SITEURL is an address that feeds and mail headers can hold."""
    url = str(settings.get("SITEURL") or "").rstrip("/")
    if ADDRESS.fullmatch(url) and len(url) <= MAX_SITEURL and _port(url):
        return ""
    mend = "feeds and mails need the site's address, such as https://example.org"
    match = HOST.match(url)
    if match and not match["host"].isascii():
        mend = f"write the host as mail and feeds must: {match['scheme']}://{_ascii(match['host'])}"
    return f"SITEURL = {url[:200]!r}; {mend}"


def article_folder(settings: Settings) -> str:
    """Articles lie in one folder of their own, which is where the law of rights looks."""
    paths = settings["ARTICLE_PATHS"]
    if len(paths) != 1:
        return f"ARTICLE_PATHS = {list(paths)!r}; it must name one folder, such as ['articles']"
    content = _plain(settings["PATH"])
    folder = _plain(content / paths[0])
    if folder == content or not folder.is_relative_to(content):
        return f"ARTICLE_PATHS = {list(paths)!r}; the folder must lie below PATH, such as ['articles']"
    return ""


def nothing_raw(settings: Settings) -> str:
    """No setting publishes article files or captures as they are, whatever their terms say."""
    content = _plain(settings["PATH"])
    held = {content / CAPTURES, *(_plain(content / path) for path in settings["ARTICLE_PATHS"])}
    for name, start in PUBLISHING.items():
        base = PurePath(settings[start])
        for path in _listed(settings.get(name)):
            named = _plain(base / str(path))
            for folder in sorted(held):
                if _overlap(named, folder):
                    shown = folder.relative_to(content).as_posix()
                    said = f"{name} names {path!r}, which would publish {shown}/ as it is"
                    return f"{said}; name a folder beside it"
    return ""


def addresses_by_slug(settings: Settings) -> str:
    """Pages are named by their slug alone: a date or a category may be unknown, and may change."""
    for name in SLUGGED:
        value = settings[name]
        fields = _fields(value) if isinstance(value, str) else None
        if fields != {"slug"} or value.startswith("/") or ".." in value:
            return f"{name} = {value!r}; it must hold {{slug}}, and nothing else in braces"
    return ""


def time_zone(settings: Settings) -> str:
    """TIMEZONE is known on this machine."""
    zone = settings["TIMEZONE"]
    try:
        ZoneInfo(zone)
    except (OSError, ValueError, LookupError):
        return f"TIMEZONE = {zone!r} is not known; write one such as 'Europe/Vienna'"
    return ""


RULES: tuple[Rule, ...] = (
    site_address,
    article_folder,
    nothing_raw,
    addresses_by_slug,
    time_zone,
)


def _listed(value: Any) -> list[Any]:
    return list(value) if isinstance(value, list | tuple | set | dict) else []


def _plain(path: str | PurePath) -> PurePath:
    """The path without `..`; links to folders are refused where the content is read."""
    parts: list[str] = []
    for part in PurePath(path).parts:
        parts = parts[: max(1, len(parts) - 1)] if part == ".." else [*parts, part]
    return PurePath(*parts)


def _overlap(one: PurePath, other: PurePath) -> bool:
    return one.is_relative_to(other) or other.is_relative_to(one)


def _fields(pattern: str) -> set[str] | None:
    """The names in braces; nothing where the braces do not fit."""
    try:
        return {field for _, field, _, _ in Formatter().parse(pattern) if field is not None}
    except ValueError:
        return None


def _port(url: str) -> bool:
    try:
        return urlsplit(url).port != 0
    except ValueError:
        return False


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return "example.org"
