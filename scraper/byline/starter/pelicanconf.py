SITENAME = "My articles"
SITEURL = "https://example.org"
PATH = "content"
TIMEZONE = "UTC"
PLUGINS = ["byline_pelican"]
THEME_TEMPLATES_OVERRIDES = ["templates"]
BYLINE = {
    "tagline": "Articles that others may reprint",
    "ezine": {
        "name": "My ezine",
        "sender": "editor@example.org",
        "postal_address": "1 Example Street, Example",
    },
}
