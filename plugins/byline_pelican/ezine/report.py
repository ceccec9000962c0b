"""What became of an issue, for machines and people: what it prints, what it may not, and why. Pure."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from byline.identity import permanent_id
from byline.ledger import Entered, Form, Issued
from byline.mail.lint import Remark
from byline.rights.counting import site_of
from byline_pelican.edition import Withheld
from byline_pelican.ezine.issue import Issue, Item
from byline_pelican.ezine.printing import Printed


def report(printed: Printed, files: Iterable[str], remarks: Iterable[Remark]) -> dict[str, Any]:
    """The issue as plain JSON; `docs/schemas/issue.schema.json`.

    Args:
        printed: the issue.
        files: the names of all that is written beside it.
        remarks: what is to be said of its mails before they are sent.

    """
    issue = printed.issue
    return {
        "format": 1,
        "newsletter": issue.name,
        "issue": issue.number,
        "title": issue.title,
        "date": issue.sent.date().isoformat(),
        "items": [_item_record(item) for item in issue.items],
        "left": [_item_record(item) for item in issue.left],
        "withheld": [_withheld_record(withheld) for withheld in issue.refused],
        "ran": [entry.article.slug for entry in issue.ran],
        "letters": [
            {
                "kind": letter.kind,
                "slug": letter.entry.article.slug,
                "to": letter.to,
                "words": letter.words,
                "send": letter.send,
                "file": letter.file,
                "sha256": sha256(letter.data).hexdigest(),
            }
            for letter in printed.letters
        ],
        "mails": [
            {
                "file": f"{mail.folder}issue.eml",
                "html_bytes": len(mail.html.encode()),
                "items": [item.entry.article.slug for item in mail.issue.items],
            }
            for mail in printed.mails
        ],
        "remarks": [
            {"code": r.code, "level": r.level, "said": r.said, "mend": r.mend} for r in dict.fromkeys(remarks)
        ],
        "files": sorted(files),
    }


def _item_record(item: Item) -> dict[str, str]:
    article = item.entry.article
    return {
        "slug": article.slug,
        "id": permanent_id(article),
        "title": item.title,
        "url": item.url,
        "printed": printed_as(item),
        "words": item.words,
    }


def printed_as(item: Item) -> Form:
    """How an issue prints it: whole, or as a link."""
    return "whole" if item.whole else "link"


def _withheld_record(withheld: Withheld) -> dict[str, str]:
    article = withheld.entry.article
    return {
        "slug": article.slug,
        "title": article.title,
        "reason": withheld.reason,
        "words": withheld.words,
        "mend": withheld.mend,
    }


def issued(issue: Issue) -> Issued:
    """The issue as the ledger has it."""
    items = tuple(_entered(item) for item in issue.items)
    return Issued(issue.name, issue.number, issue.sent.date(), items, draft=True, title=issue.heading)


def _entered(item: Item) -> Entered:
    article = item.entry.article
    names = tuple(author.name for author in article.authors)
    return Entered(permanent_id(article), item.title, names, site_of(article), printed_as(item))


def no_items(issue: Issue) -> str:
    """Why there is no issue."""
    if issue.ran and not issue.refused:
        return "nothing new: all that may be printed ran in earlier issues (--repeats prints it again)"
    if not issue.refused:
        return "there is no article that is asked for; look at --tag, --author and --category"
    reasons = sorted({withheld.reason for withheld in issue.refused})
    return f"no article may be printed in newsletters ({'; '.join(reasons)})"
