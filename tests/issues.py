"""Issues to look at, made without a site: some articles, and everything else as plain as it can be."""

from dataclasses import replace
from datetime import UTC, date, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from byline.model import Article, ArticleRights, Author
from byline_pelican.edition import entry_of
from byline_pelican.ezine.issue import Issue, Item

DAY = date(2026, 10, 20)
PERMISSION = "This article may be republished on web sites and in newsletters, with the resource box."
BOX = "Ada Example keeps bees. Visit [her hives](https://ada.example.net/hives?a=1&b=2)."
COPYRIGHT = "Copyright 2026 Ada Example"
TEA = (
    "Tea is older than the cup, and it was carried over mountains in bricks by mules who never "
    "tasted it. The bricks were scraped into a kettle, salted, and drunk with butter by people who "
    "had walked as far as the mules had, and who had carried nothing but their patience up there."
)
RUM = (
    "Rum begins where sugar ends: in the black syrup that no planter could sell, until somebody let "
    "it stand in the sun beside a barrel of dunder, forgot it for nine days, and came back to find "
    "that it had begun to work by itself, and to smell of bananas, of varnish and of money."
)
ENVIRONMENT = Environment(
    loader=FileSystemLoader(Path(__file__).parents[1] / "theme" / "templates"),
    undefined=StrictUndefined,
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
)


def item(title: str = "On tea", body: str = TEA, **said: Any) -> Item:
    """One article; `said` is of the article, of its rights, or of the item."""
    owed = ArticleRights(
        copyright=said.pop("copyright", COPYRIGHT),
        resource_box=said.pop("resource_box", BOX),
        permission=said.pop("permission", PERMISSION),
        source_line=said.pop("source_line", ""),
    )
    own = {name: said.pop(name) for name in ("whole", "note", "pictures", "kept_back", "url") if name in said}
    slug = said.pop("slug", "-".join(title.lower().split())[:30])
    authors = said.pop("authors", (Author("Ada Example", "https://ada.example.net/"),))
    article = Article(
        title, slug, body, f"{slug}.md", authors=authors, date="2026-10-19", rights=owed, **said
    )
    url = own.pop("url", f"https://press.example.org/articles/{slug}/")
    return Item(entry_of(article, DAY), url, **own)


def issue(*items: Item, **said: Any) -> Issue:
    """An issue of some articles."""
    plain = Issue(
        name="The Slow Quarterly",
        number=7,
        heading="",
        sent=datetime(2026, 10, 20, tzinfo=UTC),
        sender="letters@press.example.org",
        sender_name="The Slow Quarterly",
        language="en",
        intro="Dear reader, this month is about *patience*.",
        sponsor="",
        web_url="https://press.example.org/ezine/7/",
        home_url="https://press.example.org/",
        unsubscribe_url="https://press.example.org/unsubscribe/",
        postal_address="12 Example Street, Example Town",
        columns=65,
        flowed=False,
        items=items,
    )
    return replace(plain, **said)


def parsed(raw: bytes) -> EmailMessage:
    """A message as the standard library reads it."""
    message = message_from_bytes(raw, policy=default)
    assert isinstance(message, EmailMessage)
    return message
