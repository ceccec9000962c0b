"""All feeds of the site as one list, OPML 2.0, http://opml.org/spec2.opml: readers take it in at once."""

import re
from collections.abc import Sequence
from html import escape

from lxml.etree import Element, SubElement, _Element, tostring

from byline.render import printable
from byline_pelican.configuration import Configuration
from byline_pelican.feeds.feed import Feed
from byline_pelican.feeds.places import RSS
from byline_pelican.feeds.titles import GROUPS, title_of
from byline_pelican.machine.places import absolute

READ_AS_HTML = re.compile(r"<|&[\w#]")


def opml(found: Sequence[Feed], configuration: Configuration) -> bytes:
    """The list, grouped as the page of feeds is."""
    root = Element("opml", version="2.0")
    head = SubElement(root, "head")
    SubElement(head, "title").text = printable(f"Feeds of {configuration.site_name}")
    body = SubElement(root, "body")
    for kinds, name in GROUPS:
        members = [feed for feed in found if feed.kind in kinds]
        if members:
            group = SubElement(body, "outline", text=name)
            for feed in members:
                _outline(group, feed, configuration)
    return bytes(tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True))


def _outline(parent: _Element, feed: Feed, configuration: Configuration) -> None:
    title = _html(title_of(feed, configuration))
    SubElement(
        parent,
        "outline",
        type="rss",
        text=title,
        title=title,
        description=_html(printable(feed.about)),
        xmlUrl=absolute(feed.file(RSS), configuration),
        htmlUrl=absolute(feed.home, configuration),
    )


def _html(text: str) -> str:
    """A text as HTML, for so it may be read; as it is where that says the same, for many take it for text."""
    return escape(text, quote=False) if READ_AS_HTML.search(text) else text
