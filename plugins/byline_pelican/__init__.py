"""Pelican, bound to the law of rights. Name it in `pelicanconf.py`: `PLUGINS = ["byline_pelican"]`.

Connects six signals; everything else is in the modules beside this file:

    initialized          fill in and check the configuration, compile the edition
    readers_init         our reader instead of Pelican's
    generator_init       nothing about packages that other readers would need
    get_generators       the pages that Pelican does not know of
    content_object_init  lists that templates may rely on, and addresses that fit each page
    finalized            files beside the pages; for plain `pelican`, audit and publish
"""

import logging
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.log import console

from byline_pelican.around import surroundings
from byline_pelican.configuration import AROUND, CONFIGURATION, EDITION, ISSUES, adopt
from byline_pelican.edition import Edition
from byline_pelican.ezine.pages import issue_pages
from byline_pelican.ezine.shown import issues_of
from byline_pelican.faults import in_one_line
from byline_pelican.markup import HERE, on_page
from byline_pelican.outputs import PAGES
from byline_pelican.pages import page_generator
from byline_pelican.press import finish, publish, staging_folder, today
from byline_pelican.reader import ArticleReader
from byline_pelican.shelf import read_edition
from byline_pelican.site import site_view

STAGING = "BYLINE_STAGING"  # where plain `pelican` writes until the audit is done


def register() -> None:
    """Connect the plugin; Pelican calls this once a build."""
    signals.initialized.connect(_prepare)
    signals.readers_init.connect(_read_with_ours)
    signals.generator_init.connect(_need_no_other)
    signals.get_generators.connect(_pages)
    signals.content_object_init.connect(_complete)
    signals.finalized.connect(_finish)


def _prepare(site: Any) -> None:  # Pelican has no types
    settings = site.settings
    if CONFIGURATION not in settings:
        _take_over(site)
    configuration = settings[CONFIGURATION]
    site.path, site.theme = settings["PATH"], settings["THEME"]
    edition: Edition = settings[EDITION]
    settings[AROUND] = surroundings(edition)
    view = site_view(configuration, edition, has_issue=bool(settings[ISSUES].shown))
    settings["JINJA_GLOBALS"] = {**settings["JINJA_GLOBALS"], "byline": view}
    settings["WITH_FUTURE_DATES"] = True  # the edition has judged the dates, on its own day


def _take_over(site: Any) -> None:
    """Do for plain `pelican` what `byline build` does first, and let it write out of sight."""
    settings = site.settings
    logging.getLogger("pelican").addFilter(in_one_line)
    configuration = adopt(settings)
    edition = read_edition(configuration, today())
    staging = staging_folder()
    settings |= {
        CONFIGURATION: configuration,
        EDITION: edition,
        ISSUES: issues_of(edition, configuration),
        STAGING: staging,
        "OUTPUT_PATH": staging.name,
    }
    site.output_path = staging.name


def _read_with_ours(readers: Any) -> None:
    ours = dict.fromkeys(ArticleReader.file_extensions, ArticleReader)
    static = {"static": readers.reader_classes["static"]}
    readers.reader_classes = dict.fromkeys(readers.reader_classes) | static | ours


def _need_no_other(generator: Any) -> None:
    """Pelican would ask for the package `markdown`, though every article has been read."""
    generator.readers.disabled_readers.clear()


def _pages(site: Any) -> Any:
    return page_generator((*PAGES, issue_pages(site.settings[ISSUES])))


def _complete(content: Any) -> None:
    for name in ("authors", "tags"):
        if not hasattr(content, name):
            setattr(content, name, [])
    html = content._content  # noqa: SLF001  where Pelican keeps what a reader read
    if html and HERE in html:
        content._get_content = lambda: on_page(html, content.get_siteurl())  # noqa: SLF001  its own hook


def _finish(site: Any) -> None:
    settings = site.settings
    configuration, edition, issues = (settings[key] for key in (CONFIGURATION, EDITION, ISSUES))
    finish(Path(site.output_path), configuration, edition, issues)
    if STAGING in settings:
        publish(Path(site.output_path), configuration, edition, issues)
        _tell(edition)


def _tell(edition: Edition) -> None:
    """What plain `pelican` did not publish: broken files as errors, as `byline build` has it."""
    for withheld in edition.withheld:
        line = f"{withheld.entry.article.path}: withheld: {withheld.reason}; {withheld.mend}"
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    if edition.broken:
        logging.getLogger("pelican.byline").error("\n".join(broken.problem for broken in edition.broken))
