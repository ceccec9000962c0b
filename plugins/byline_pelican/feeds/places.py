"""Where the feeds stand, below SITEURL, and in which formats."""

from dataclasses import dataclass

FOLDER = "feeds/"
OPML = f"{FOLDER}feeds.opml"
ABOUT = f"{FOLDER}#rights"  # where people read what an item tells


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which a feed is written: its name, the ending of its files, its media type."""

    name: str
    ending: str
    media: str


RSS = Format("RSS", ".rss.xml", "application/rss+xml")
ATOM = Format("Atom", ".atom.xml", "application/atom+xml")
JSON = Format("JSON Feed", ".json", "application/feed+json")
FORMATS = (RSS, ATOM, JSON)  # in the order in which people are offered them
MAIN = f"{FOLDER}all"  # the feed of everything that is published here
