"""robots.txt: who may come (everybody), what for, where the licence and the map are.

`License:` stands before the group, as RSL 1.0 (4.4) has it for the whole site; `Content-Signal` stands in
the group. One line cannot tell articles apart, so a signal is given only where it holds for all of them.
"""

from collections.abc import Iterable

from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.machine.places import absolute
from byline_pelican.machine.rsl import RSL, rsl
from byline_pelican.machine.signals import Signals, article_signals, shared, site_signals
from byline_pelican.sitemap import SITEMAP

ROBOTS = "robots.txt"


def robots_file(edition: Edition, configuration: Configuration) -> Iterable[tuple[str, bytes]]:
    """robots.txt, at the root of the site."""
    settings = configuration.byline.machine
    said = [article_signals(entry.article, settings) for entry in edition.published]
    signal = _content_signal(shared([site_signals(settings), *said])) if settings.robots else ""
    licence = settings.robots and rsl(edition, configuration)
    lines = [
        *([f"License: {absolute(RSL, configuration)}", ""] if licence else []),
        "User-agent: *",
        *([f"Content-Signal: {signal}"] if signal else []),
        "Allow: /",
        "",
        f"Sitemap: {absolute(SITEMAP, configuration)}",
    ]
    yield ROBOTS, ("\n".join(lines) + "\n").encode()


def _content_signal(said: Signals) -> str:
    named = {"search": said.search, "ai-input": said.ai_input, "ai-train": said.ai_train}
    return ", ".join(f"{name}={value}" for name, value in named.items() if value)
