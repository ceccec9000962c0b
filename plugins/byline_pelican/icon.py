"""The site's icon at its top, where browsers and feed readers look without being told. An edge."""

from collections.abc import Iterator
from pathlib import Path

from byline_pelican.configuration import Configuration, theme_folder
from byline_pelican.edition import Edition

ICON = "favicon.ico"


def icon(_edition: Edition, configuration: Configuration) -> Iterator[tuple[str, bytes]]:
    """The theme's icon; Byline's own where a theme has none."""
    own = Path(configuration.pelican["THEME"]) / ICON
    yield ICON, (own if own.is_file() else theme_folder() / ICON).read_bytes()
