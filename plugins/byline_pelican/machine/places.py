"""Addresses below the site, for files that name them whole."""

from urllib.parse import quote, urlsplit

from byline.model import Article
from byline_pelican.configuration import Configuration
from byline_pelican.kit.places import kit_url

PLAIN = "/%:@!&'(),;=~+"  # a path may hold these as they are; * and $ are wildcards in rules about paths


def absolute(path: str, configuration: Configuration) -> str:
    """The whole address of a place below SITEURL."""
    return f"{configuration.site_url}/{path}"


def article_address(article: Article, configuration: Configuration) -> str:
    """The article's own address on this site, whole."""
    return absolute(configuration.pelican["ARTICLE_URL"].format(slug=article.slug), configuration)


def kit_address(article: Article, configuration: Configuration) -> str:
    """The page from which others reprint it."""
    return absolute(kit_url(article.slug, configuration.pelican), configuration)


def rule_path(address: str) -> str:
    """The path of an address as rules for robots write it, RFC 9309: encoded, without wildcards."""
    return quote(urlsplit(address).path, safe=PLAIN) or "/"
