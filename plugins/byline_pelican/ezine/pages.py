"""Pages of the site that belong to the ezine: each issue, all issues, and how to leave the list."""

from collections.abc import Iterator

from byline_pelican.configuration import Configuration
from byline_pelican.edition import Edition
from byline_pelican.ezine.compose import newsletter_of, sender_of
from byline_pelican.ezine.issue import Issue
from byline_pelican.ezine.places import FOLDER, LEAVE, WEB_PAGE, issue_url
from byline_pelican.ezine.shown import Issues
from byline_pelican.pages import PageMaker, SitePage


def issue_pages(issues: Issues) -> PageMaker:
    """The maker of a page for each issue, where it stays; of the latest one also at `web.html`."""

    def make(_edition: Edition, configuration: Configuration) -> Iterator[SitePage]:
        name = newsletter_of(configuration)
        for url, issue in _pages_of(issues):
            yield SitePage("issue", url, {"issue": issue, "list_name": name})
        if issues.shown:
            listed = [(issue, issue_url(issue.number)) for issue in issues.shown]
            yield SitePage("issues", f"{FOLDER}/", {"issues": listed, "list_name": name})

    return make


def names_of_issues(issues: Issues) -> Iterator[tuple[str, Issue]]:
    """The files of the pages that print an issue whole, each with the issue."""
    return ((SitePage("issue", url).save_as, issue) for url, issue in _pages_of(issues))


def _pages_of(issues: Issues) -> Iterator[tuple[str, Issue]]:
    yield from ((issue_url(issue.number), issue) for issue in issues.shown)
    yield from ((WEB_PAGE, issue) for issue in issues.shown[:1])


def leaving_page(_edition: Edition, configuration: Configuration) -> Iterator[SitePage]:
    """How to leave the list, where the site names no other place for it: each mail leads there."""
    if not configuration.byline.ezine.unsubscribe:
        told = {"list_name": newsletter_of(configuration), "to": sender_of(configuration)[1]}
        yield SitePage("unsubscribe", LEAVE, told)
