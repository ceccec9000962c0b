"""What Byline wants of Pelican's settings: tables, walked by `configuration.py`.

`DEFAULTS` replaces Pelican's own defaults, so that five lines are enough; whatever the file sets
wins, save `FORCED`: settings that would publish past the law of rights.
"""

from typing import Any

PLUGIN = "byline_pelican"
NEVER = r"(?!)(?P<what>)"  # matches nothing: {attach} and {static} would publish local files

DEFAULTS: dict[str, Any] = {
    "PATH": "content",
    "ARTICLE_PATHS": ["articles"],
    "PAGE_PATHS": ["pages"],
    "STATIC_PATHS": ["images"],
    "ARTICLE_URL": "articles/{slug}/",
    "ARTICLE_SAVE_AS": "articles/{slug}/index.html",
    "PAGE_URL": "{slug}/",
    "PAGE_SAVE_AS": "{slug}/index.html",
    "CATEGORY_URL": "category/{slug}/",
    "CATEGORY_SAVE_AS": "category/{slug}/index.html",
    "TAG_URL": "tag/{slug}/",
    "TAG_SAVE_AS": "tag/{slug}/index.html",
    "AUTHOR_URL": "author/{slug}/",
    "AUTHOR_SAVE_AS": "author/{slug}/index.html",
    "ARCHIVES_SAVE_AS": "archives/index.html",
    "AUTHORS_SAVE_AS": "authors/index.html",
    "CATEGORIES_SAVE_AS": "categories/index.html",
    "TAGS_SAVE_AS": "tags/index.html",
    "DEFAULT_CATEGORY": "Articles",
    "DEFAULT_PAGINATION": 20,
    "RELATIVE_URLS": True,
    "TIMEZONE": "UTC",
    "DEFAULT_DATE_FORMAT": "%Y-%m-%d",
}
FEED_GROUPS = ("", "CATEGORY_", "AUTHOR_", "TAG_", "TRANSLATION_")
FORCED: dict[str, Any] = {
    **{f"{group}FEED_{kind}": None for group in FEED_GROUPS for kind in ("ATOM", "RSS")},
    "FEED_ALL_ATOM": None,
    "FEED_ALL_RSS": None,
    **{f"{period}_ARCHIVE_SAVE_AS": "" for period in ("YEAR", "MONTH", "DAY")},  # `listings.py` has them
    "READERS": {"html": None, "htm": None, "rst": None},
    "INTRASITE_LINK_REGEX": NEVER,
    "TYPOGRIFY": False,
    "CACHE_CONTENT": False,
    "LOAD_CONTENT_CACHE": False,
    "OUTPUT_SOURCES": False,
}
FOLDERS = ("PATH", "OUTPUT_PATH", "THEME")  # one path each, below the configuration's own folder
TEMPLATE_FOLDERS = "THEME_TEMPLATES_OVERRIDES"  # and a list of them
