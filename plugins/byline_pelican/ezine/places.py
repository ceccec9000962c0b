"""Where the site keeps its issues, below the output folder; and the templates of the mail."""

FOLDER = "ezine"
WEB_PAGE = f"{FOLDER}/web.html"  # the latest issue, as a page
TEMPLATE = "ezine/issue.html"
LEAVE = "unsubscribe/"


def issue_url(number: int) -> str:
    """The page of an issue for good, below SITEURL."""
    return f"{FOLDER}/{number}/"
