"""All that a build writes beside Pelican's own pages: two tables.

To add a page, write a maker and add it to PAGES; to add a file of another kind, to FILES.
"""

from collections.abc import Callable, Iterable

from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.feeds import RSS, rss
from byline_pelican.pages import PageMaker

File = tuple[str, bytes]  # its place below the output folder, and what it holds
FileMaker = Callable[[Edition, Configuration], Iterable[File]]


def _feed(edition: Edition, configuration: Configuration) -> Iterable[File]:
    yield RSS, rss(edition, configuration)


PAGES: tuple[PageMaker, ...] = ()
FILES: tuple[FileMaker, ...] = (_feed,)
