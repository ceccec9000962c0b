"""One ezine issue from what newsletters may print, as data; `mail.py` turns it into a message.

Pure. Every item asked `permit` first (the edition did), and carries `credit` whole in both parts.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from email.utils import parseaddr
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from byline.model import Use
from byline.plaintext import fold, to_text
from byline.render import to_html
from byline.rights.credit import as_html, as_text
from byline_pelican.configuration import Configuration
from byline_pelican.dates import sorting_date, spoken_date
from byline_pelican.edition import Edition, Entry, Withheld
from byline_pelican.machine.places import article_address
from byline_pelican.pages import SitePage

FOLDER = "ezine"
WEB_PAGE = f"{FOLDER}/issue.html"
TEMPLATE = "ezine/issue.html"
LEAVE = "unsubscribe/"


@dataclass(frozen=True, slots=True)
class IssueItem:
    """One article in an issue. `url` is its page on this site, or empty when it has none."""

    entry: Entry
    anchor: str
    url: str

    @property
    def title(self) -> str:
        """The article's title."""
        return self.entry.article.title

    @property
    def byline(self) -> str:
        """`By A and B`."""
        return self.entry.credit.byline

    @property
    def published(self) -> str:
        """The date, as precise as it is known."""
        return spoken_date(self.entry.article.date)

    @property
    def content_html(self) -> Markup:
        """The article's body."""
        return Markup(to_html(self.entry.article.body, base=self.url or None))  # noqa: S704

    @property
    def credit_html(self) -> Markup:
        """All that must travel with it."""
        return Markup(as_html(self.entry.credit))  # noqa: S704


@dataclass(frozen=True, slots=True)
class Issue:
    """One e-mail edition.

    Attributes:
        number: of the issue.
        sent: its date; of the newest item, unless a date was given.
        sender: a bare mail address.
        items: what it prints, newest first.
        refused: what newsletters may not print, with the reasons.
        left: what it may print but has no room for; the next issue's.

    """

    name: str
    number: int
    sent: datetime
    sender: str
    sender_name: str
    language: str
    intro: str
    web_url: str
    unsubscribe_url: str
    postal_address: str
    columns: int
    items: tuple[IssueItem, ...]
    refused: tuple[Withheld, ...]
    left: tuple[IssueItem, ...] = ()

    def without(self, item: IssueItem) -> "Issue":
        """The same issue with `item` left for the next one."""
        return replace(self, items=tuple(i for i in self.items if i is not item), left=(item, *self.left))

    @property
    def title(self) -> str:
        """The subject line."""
        first = f": {self.items[0].title}" if self.items else ""
        return " ".join(f"{self.name}, issue {self.number}{first}".split())

    @property
    def date_text(self) -> str:
        """The date in words."""
        return spoken_date(self.sent.date().isoformat())

    @property
    def preheader(self) -> str:
        """What mail readers show beside the subject."""
        return " · ".join(item.title for item in self.items[1:4]) or self.name

    @property
    def intro_html(self) -> Markup:
        """The editor's words above the first article."""
        return Markup(to_html(self.intro))  # noqa: S704

    @property
    def host(self) -> str:
        """The sender's domain."""
        return self.sender.rpartition("@")[2]


def compose(
    edition: Edition,
    configuration: Configuration,
    *,
    number: int | None = None,
    sent: date | None = None,
    on_web: bool = True,
) -> Issue:
    """The issue of what newsletters may print on the edition's day.

    Args:
        edition: articles with their permits.
        configuration: names and addresses.
        number: of the issue; the configured one when omitted.
        sent: its date; that of the newest item when omitted, so that the same content makes the same issue.
        on_web: whether it will lie in the output folder, and so may print only what web sites may too.

    """
    settings = configuration.byline.ezine
    granted, refused = edition.newsletter(on_web=on_web)
    chosen, later = granted[: settings.items], granted[settings.items :]
    moment = datetime.combine(sent, datetime.min.time()) if sent else _newest(chosen, edition.on)
    name = settings.name or configuration.site_name
    sender_name, sender = sender_of(configuration)
    return Issue(
        name=name,
        number=number or settings.number,
        sent=moment.replace(tzinfo=sorting_date(None).tzinfo),
        sender=sender,
        sender_name=sender_name or name,
        language=configuration.language,
        intro=settings.intro,
        web_url=f"{configuration.site_url}/{WEB_PAGE}",
        unsubscribe_url=settings.unsubscribe or f"{configuration.site_url}/{LEAVE}",
        postal_address=settings.postal_address,
        columns=settings.columns,
        items=tuple(issue_item(entry, configuration) for entry in chosen),
        refused=refused,
        left=tuple(issue_item(entry, configuration) for entry in later),
    )


def sender_of(configuration: Configuration) -> tuple[str, str]:
    """Who sends the ezine: a name, if one is set, and an address."""
    host = urlsplit(configuration.site_url).hostname or "localhost"
    name, address = parseaddr(configuration.byline.ezine.sender)
    return name, address or f"newsletter@{host}"


def leaving_page(_edition: Edition, configuration: Configuration) -> Iterator[SitePage]:
    """How to leave the list, where the site names no other place for it: each mail leads there."""
    settings = configuration.byline.ezine
    if not settings.unsubscribe:
        named = settings.name or configuration.site_name
        yield SitePage("unsubscribe", LEAVE, {"list_name": named, "to": sender_of(configuration)[1]})


def _newest(entries: tuple[Entry, ...], on: date) -> datetime:
    dated = [sorting_date(e.article.date) for e in entries if e.article.date]
    return max(dated, default=sorting_date(on.isoformat()))


def issue_item(entry: Entry, configuration: Configuration) -> IssueItem:
    """An article as an issue prints it."""
    on_site = entry.allows(Use.WEB) and not entry.held
    url = article_address(entry.article, configuration) if on_site else ""
    return IssueItem(entry, f"item-{entry.article.slug}", url)


def issue_text(issue: Issue) -> str:
    """The text part: contents, then each article whole with its credit, every address spelled out."""
    width = issue.columns
    rule = "=" * width
    head = [issue.name.upper(), f"Issue {issue.number}, {issue.date_text}", to_text(issue.intro, width)]
    contents = [fold(f"{n}. {item.title}", width) for n, item in enumerate(issue.items, 1)]
    parts = ["\n".join(head[:2]), head[2], "IN THIS ISSUE\n\n" + "\n".join(contents)]
    for number, item in enumerate(issue.items, 1):
        parts.extend([rule, item_text(number, item, width)])
    parts.extend([rule, _foot(issue, width)])
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def item_text(number: int, item: IssueItem, width: int) -> str:
    """One article of the text part, whole, with its credit."""
    title = fold(f"{number}. {item.title}", width)
    line = "\n".join(filter(None, [item.byline, item.published]))
    body = to_text(item.entry.article.body, width)
    link = f"Read it on the web:\n{item.url}" if item.url else ""
    return "\n\n".join(filter(None, [title, line, body, "-" * 20, as_text(item.entry.credit, width), link]))


def _foot(issue: Issue, width: int) -> str:
    lines = [
        fold(f"You receive {issue.name} because you asked for it.", width),
        f"Unsubscribe: {issue.unsubscribe_url}",
        f"On the web: {issue.web_url}",
        fold(issue.postal_address, width),
    ]
    return "\n".join(filter(None, lines))


def report(issue: Issue) -> dict[str, Any]:
    """The issue as plain JSON: what it prints, what it may not, and why."""
    return {
        "format": 1,
        "issue": issue.number,
        "title": issue.title,
        "date": issue.sent.date().isoformat(),
        "items": [_item_record(item) for item in issue.items],
        "left": [_item_record(item) for item in issue.left],
        "withheld": [
            {
                "slug": w.entry.article.slug,
                "title": w.entry.article.title,
                "reason": w.reason,
                "words": w.words,
            }
            for w in issue.refused
        ],
    }


def _item_record(item: IssueItem) -> dict[str, str]:
    return {"slug": item.entry.article.slug, "title": item.title, "url": item.url}


def no_items(issue: Issue) -> str:
    """Why there is no issue."""
    reasons = sorted({withheld.reason for withheld in issue.refused})
    return f"no article may be printed in newsletters ({'; '.join(reasons) or 'there are no articles'})"
