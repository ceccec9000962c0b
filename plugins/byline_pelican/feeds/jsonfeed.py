"""JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/, with the rights in an object `_byline`.

JSON Feed has no word for rights; names of extensions begin with an underscore. What the object holds is in
`docs/schemas/feed-item.schema.json`.
"""

from collections.abc import Sequence
from typing import Any

import msgspec

from byline_pelican.feeds.item import Item
from byline_pelican.feeds.xml import Channel

VERSION = "https://jsonfeed.org/version/1.1"


def item_json(item: Item) -> msgspec.Raw:
    """An item, ready to be put into as many feeds as hold it."""
    said = {
        "id": item.id,
        "url": item.url,
        "external_url": item.origin.url if item.origin else None,
        "title": item.title,
        "content_html": item.html,
        "content_text": item.text or ("" if item.html else item.summary),
        "summary": item.summary,
        "image": item.pictures[0].url if item.pictures else None,
        "date_published": item.published.isoformat() if item.published else None,
        "date_modified": item.modified.isoformat() if item.modified else None,
        "authors": [{"name": a.name} | ({"url": a.url} if a.url else {}) for a in item.authors],
        "tags": item.categories,
        "language": item.language,
        "_byline": item.record,
    }
    return msgspec.Raw(msgspec.json.encode({name: value for name, value in said.items() if value}))


def json_feed(channel: Channel, items: Sequence[msgspec.Raw], hub: str) -> bytes:
    """A JSON Feed of `items`."""
    address = next(link.href for link in channel.links if link.rel == "self")
    before = next((link.href for link in channel.links if link.rel == "prev-archive"), "")
    said: dict[str, Any] = {
        "version": VERSION,
        "title": channel.title,
        "home_page_url": channel.home,
        "feed_url": address,
        "description": channel.about,
        "language": channel.language,
        "_byline": {"complete": channel.history == "complete"} | ({"prev_archive": before} if before else {}),
        "items": items,
    }
    if hub:
        said["hubs"] = [{"type": "WebSub", "url": hub}]
    return msgspec.json.encode(said) + b"\n"
