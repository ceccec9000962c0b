"""The site's RSS feed, built with feedgen; every item carries its credit.

Same content, same bytes: dates come from the articles, never from the clock, and a date that is not
known to the day is left out rather than guessed. To add an element, add it in `_item`.
"""

import uuid
from datetime import datetime
from html import escape

from feedgen.feed import FeedGenerator

from byline.render import printable, to_html
from byline.rights.credit import as_html
from byline_pelican.configuration import Configuration
from byline_pelican.dates import is_full_day, sorting_date
from byline_pelican.edition import Edition, Entry
from byline_pelican.opening import summary

RSS = "feeds/all.rss.xml"


def article_url(entry: Entry, configuration: Configuration) -> str:
    """The article's address on this site, absolute."""
    path = configuration.pelican["ARTICLE_URL"].format(slug=entry.article.slug)
    return f"{configuration.site_url}/{path}"


def permanent_id(entry: Entry) -> str:
    """An id that survives a new slug, date or domain: made from where the article came from."""
    article = entry.article
    return uuid.uuid5(uuid.NAMESPACE_URL, article.source.identity or article.slug).urn


def rss(edition: Edition, configuration: Configuration) -> bytes:
    """RSS 2.0 of what web sites and readers may have, newest first, each item whole with its credit."""
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.title(printable(configuration.site_name))
    feed.description(printable(configuration.byline.tagline or configuration.site_name))
    feed.language(configuration.pelican["DEFAULT_LANG"])
    feed.generator("Byline")
    feed.link(href=f"{configuration.site_url}/{RSS}", rel="self")
    feed.link(href=f"{configuration.site_url}/", rel="alternate")  # last: feedgen takes it for <link>
    shown = edition.published[: configuration.byline.feed_items]
    feed.lastBuildDate(_newest(shown))
    for entry in shown:
        _item(feed, entry, configuration)
    return bytes(feed.rss_str(pretty=True))


def _newest(entries: tuple[Entry, ...]) -> datetime:
    return max((sorting_date(entry.article.date) for entry in entries), default=sorting_date(None))


def _item(feed: FeedGenerator, entry: Entry, configuration: Configuration) -> None:
    article = entry.article
    url = article_url(entry, configuration)
    body = to_html(article.body, base=url)
    item = feed.add_entry(order="append")
    item.id(permanent_id(entry))
    item.guid(permanent_id(entry), permalink=False)
    item.title(printable(article.title))
    item.link(href=url)
    told = summary(article) or article.title  # without one, feedgen would put the content in its place
    item.description(escape(printable(told), quote=False))
    item.content(body + as_html(entry.credit), type="CDATA")
    if is_full_day(article.date):
        item.published(sorting_date(article.date))
    if article.category:
        item.category(term=printable(article.category))
    if article.authors:
        item.dc.dc_creator([printable(author.name) for author in article.authors])
    if article.rights.copyright:
        item.dc.dc_rights(printable(article.rights.copyright))
