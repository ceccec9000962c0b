"""The build re-reads its own output: no page, feed item or mail leaves without its credit.

Uses the same judges as `byline check`, so that what Byline publishes is held to what Byline asks
of others. Pure but for reading the files it is given.
"""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from lxml import etree

from byline.check import judge, read_copy
from byline.extract.markdown import plain_text
from byline.model import Severity, State
from byline.rights.permit import terms_of
from byline_pelican.edition import Edition, Entry
from byline_pelican.ezine import Issue
from byline_pelican.feeds import RSS, permanent_id

ALIGNED = 20  # words; a shorter article cannot be told from its surroundings, so only its credit is judged
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def audit_pages(output: Path, edition: Edition, save_as: str) -> list[str]:
    """What is wrong with the article pages below `output`; one line each, naming file and mend."""
    problems: list[str] = []
    expected = {output / save_as.format(slug=entry.article.slug): entry for entry in edition.published}
    for path, entry in expected.items():
        if path.is_file():
            problems.extend(_lost(path.read_bytes(), entry, "its page", body=True))
        else:
            problems.append(f"{entry.article.path}: its page was not written; see the messages above")
    for withheld in edition.withheld:
        path = output / save_as.format(slug=withheld.entry.article.slug)
        if path.exists() and path not in expected:
            problems.append(
                f"{withheld.entry.article.path}: withheld, yet {path.name} was written; delete it"
            )
    return problems


def audit_feed(output: Path, edition: Edition) -> list[str]:
    """What is wrong with the RSS feed: every item must carry its article's credit."""
    path = output / RSS
    by_id = {permanent_id(entry): entry for entry in edition.published}
    problems: list[str] = []
    for item in etree.fromstring(path.read_bytes()).iter("item"):
        entry = by_id.get(item.findtext("guid") or "")
        if entry is None:
            problems.append(f"{RSS}: an item '{item.findtext('title')}' that is not published here")
        else:
            title = escape(item.findtext("title") or "")
            shown = f"<h1>{title}</h1>{item.findtext(CONTENT) or ''}"
            problems.extend(_lost(shown.encode(), entry, "its feed item", body=True))
    return problems


def audit_issue(issue: Issue, mail: bytes) -> list[str]:
    """What is wrong with an ezine issue: both parts of the mail must carry every item's credit."""
    entries = [item.entry for item in issue.items]
    return [problem for entry in entries for problem in _lost(mail, entry, "the ezine issue", body=False)]


def _lost(copy: bytes, entry: Entry, where: str, *, body: bool) -> Iterator[str]:
    article = entry.article
    text = plain_text(article.body) if body else ""
    if len(text.split()) < ALIGNED:
        text = ""
    for finding in judge(read_copy(copy), entry.credit, terms_of(article), text):
        if finding.state in {State.FAIL, State.UNKNOWN} and finding.severity is not Severity.NOTE:
            duty = finding.duty.value.replace("_", " ")
            wanted = " ".join(finding.wanted.split())[:120]
            lost = f"{finding.code}: {wanted}"
            yield f"{article.path}: the {duty} is not on {where} ({lost}); mend the template"
