"""The demonstration site: articles about syndication, by the Byline project."""

SITENAME = "The Byline Press"
SITEURL = "https://byline.example.org"
PATH = "content"
TIMEZONE = "UTC"
PLUGINS = ["byline_pelican"]

BYLINE = {
    "tagline": "On lending words, and getting them back whole",
    "contact": "reprints@byline.example.org",
    "cards": True,
    "feeds": {
        "partners": [
            {
                "name": "digest",
                "title": "For a digest",
                "about": "What newsletters may reprint: summaries alone, each with its terms.",
                "use": "newsletter",
                "content": "summary",
            }
        ]
    },
    "ezine": {
        "name": "The Byline Letter",
        "sender": "letter@byline.example.org",
        "intro": "Articles that newsletters may reprint, each with everything its author asked to keep.",
        "unsubscribe": "https://lists.example.org/unsubscribe",
        "postal_address": "The Byline project, 1 Example Street, Example",
    },
}
