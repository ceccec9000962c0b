"""A proof sheet of one article before the press runs: can it be printed, and with its whole credit?

What fails here is the article's own fault, so the others are published without it; what fails later
is a template's, and ends the build. Whatever raises here is caught by the caller.
"""

from pelican.contents import Author, Category, Tag

from byline.check import Copy
from byline.check.copy import text_part
from byline.model import Use
from byline_pelican.around import NOTHING
from byline_pelican.audit import lost
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Entry
from byline_pelican.ezine.asking import issue_item
from byline_pelican.ezine.text import item_text
from byline_pelican.feeds.audit import item_fault, read_atom, read_json, read_rss
from byline_pelican.feeds.catalogue import shape_for
from byline_pelican.feeds.extension import Link
from byline_pelican.feeds.item import Shape
from byline_pelican.feeds.jsonfeed import json_feed
from byline_pelican.feeds.shelf import Shelf
from byline_pelican.feeds.xml import Channel, atom, rss
from byline_pelican.kit.kit import kit_of
from byline_pelican.leaks import repeats, tells
from byline_pelican.machine.head import head_view
from byline_pelican.view import article_view

MAX_NAME = 200  # characters of a file's name; file systems allow 255 bytes
MEND = "; mend the template"
SHAPES = (Shape(), Shape(lent=True))
SHEET = Channel(
    links=(Link("self", "https://example.org/"),),
    id="urn:byline:sheet",
    title="A sheet",
    about="A sheet.",
    home="https://example.org/",
    language="en",
)


def fault(entry: Entry, configuration: Configuration, lacking: str = "") -> str:
    """Why this article, or the notice in its place, cannot be printed; empty when it can, or nobody may.

    Args:
        entry: the article.
        configuration: of the site.
        lacking: what is known to be wrong with its pictures.

    """
    withdrawn = entry.article.withdrawn
    if withdrawn and repeats(withdrawn.why, entry):
        return "`withdrawn.why` repeats words of the text, which is withdrawn; say it in others"
    if tells("\n\n".join(said.text for said in entry.article.corrections), entry):
        return "the corrections repeat most of the text, and have no credit; quote fewer words"
    if entry.held or not (entry.allows(Use.WEB) or entry.allows(Use.NEWSLETTER)):
        return ""
    if lacking:
        return lacking
    article_view(entry, NOTHING, configuration.pelican["ARTICLE_URL"])
    head_view(entry, configuration)
    problems = [*_unnameable(entry, configuration), *_in_feeds(entry, configuration)]
    if not problems and entry.allows(Use.NEWSLETTER):
        columns = configuration.byline.ezine.columns
        text = item_text(1, issue_item(entry, configuration), columns)
        problems = list(lost(Copy((text_part(text),)), entry, "a plain text of it"))
    if not problems and entry.allows(Use.WEB):
        kit_of(entry, configuration)
    return problems[0].removeprefix(f"{entry.article.path}: ").removesuffix(MEND) if problems else ""


def _in_feeds(entry: Entry, configuration: Configuration) -> list[str]:
    """What a feed's item of it would lack: for readers, as it is lent, and as partners asked for it."""
    shelf, faults = Shelf.of(configuration), []
    for shape in dict.fromkeys((*SHAPES, *map(shape_for, configuration.byline.feeds.partners))):
        (made,) = shelf.take([entry], shape)
        written = json_feed(SHEET, [made.json], "")
        read = (read_rss(rss(SHEET, [made.rss])), read_atom(atom(SHEET, [made.atom])), read_json(written))
        faults += [item_fault(entry, told, shape) for back in read for told in back.items]
    return list(filter(None, faults))


def _unnameable(entry: Entry, configuration: Configuration) -> list[str]:
    """Names that cannot be made into the name of a page."""
    article, settings = entry.article, configuration.pelican
    names = [Category(article.category or settings["DEFAULT_CATEGORY"], settings)]
    names += [Tag(tag, settings) for tag in article.tags]
    names += [Author(author.name, settings) for author in article.authors]
    return [
        f"the {type(name).__name__.lower()} '{str(name)[:60]}' cannot name a page; shorten it"
        for name in names
        if len(name.slug) > MAX_NAME
    ]
