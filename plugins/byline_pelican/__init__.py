"""Pelican, bound to the law of rights. Name it in `pelicanconf.py`: `PLUGINS = ["byline_pelican"]`.

Connects four signals; everything else is in the modules beside this file:

    initialized          fill in and check the configuration, compile the edition
    readers_init         our reader instead of Pelican's
    content_object_init  lists that templates may rely on
    finalized            feed, ezine issue; for plain `pelican`, audit and publish
"""

from pathlib import Path
from typing import Any

from pelican import signals

from byline_pelican.configuration import CONFIGURATION, EDITION, ISSUE, adopt
from byline_pelican.ezine import compose
from byline_pelican.mail import print_issue
from byline_pelican.press import finish, publish, staging_folder, today
from byline_pelican.reader import ArticleReader
from byline_pelican.shelf import read_edition
from byline_pelican.site import site_view

STAGING = "BYLINE_STAGING"  # where plain `pelican` writes until the audit is done


def register() -> None:
    """Connect the plugin; Pelican calls this once a build."""
    signals.initialized.connect(_prepare)
    signals.readers_init.connect(_read_with_ours)
    signals.content_object_init.connect(_complete)
    signals.finalized.connect(_finish)


def _prepare(site: Any) -> None:  # Pelican has no types
    settings = site.settings
    if CONFIGURATION not in settings:
        _take_over(site)
    configuration = settings[CONFIGURATION]
    site.path, site.theme = settings["PATH"], settings["THEME"]
    view = site_view(configuration, has_issue=bool(settings[ISSUE].files))
    settings["JINJA_GLOBALS"] = {**settings["JINJA_GLOBALS"], "byline": view}
    settings["WITH_FUTURE_DATES"] = True  # the edition has judged the dates, on its own day


def _take_over(site: Any) -> None:
    """Do for plain `pelican` what `byline build` does first, and let it write out of sight."""
    settings = site.settings
    configuration = adopt(settings)
    edition = read_edition(configuration, today())
    staging = staging_folder()
    settings |= {
        CONFIGURATION: configuration,
        EDITION: edition,
        ISSUE: print_issue(compose(edition, configuration), configuration),
        STAGING: staging,
        "OUTPUT_PATH": staging.name,
    }
    site.output_path = staging.name


def _read_with_ours(readers: Any) -> None:
    ours = dict.fromkeys(ArticleReader.file_extensions, ArticleReader)
    static = {"static": readers.reader_classes["static"]}
    readers.reader_classes = dict.fromkeys(readers.reader_classes) | static | ours


def _complete(content: Any) -> None:
    for name in ("authors", "tags"):
        if not hasattr(content, name):
            setattr(content, name, [])


def _finish(site: Any) -> None:
    settings = site.settings
    configuration, edition, printed = (settings[key] for key in (CONFIGURATION, EDITION, ISSUE))
    finish(Path(site.output_path), configuration, edition, printed)
    if STAGING in settings:
        publish(Path(site.output_path), configuration, edition, printed.issue)
