"""An issue as an e-mail: text first, HTML beside it, headers that bulk mail must have.

RFC 5322 (messages), RFC 2045 (lines of 76), RFC 2369 and RFC 8058 (List-Unsubscribe).
"""

import hashlib
from dataclasses import dataclass, replace
from email.headerregistry import Address, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, EmailPolicy
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from css_inline import CSSInliner
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateNotFound

from byline.errors import BuildError
from byline.render import printable
from byline_pelican.audit import audit_issue
from byline_pelican.configuration import Configuration
from byline_pelican.edition import Withheld
from byline_pelican.ezine import TEMPLATE, Issue, issue_text
from byline_pelican.faults import template_problem

MAX_HTML = 102 * 1024  # bytes; Gmail clips a message there
TOO_LONG = f"a mail of it would have {{}} KB, and mail programs cut at {MAX_HTML // 1024} KB"


class ListHeader(UnstructuredHeader):
    """A List-* header, folded only after commas: a mail program must find its addresses whole.

    The standard library would write a long address as encoded words, which RFC 2369 forbids.
    """

    def fold(self, *, policy: "EmailPolicy[Any]") -> str:  # noqa: D102  the library's own contract
        name: str = self.name  # type: ignore[attr-defined]  # set by the header registry
        return f"{name}: {str(self).replace(', ', f',{policy.linesep} ')}{policy.linesep}"


def _policy() -> "EmailPolicy[EmailMessage]":
    registry = HeaderRegistry()
    for name in ("list-unsubscribe", "list-unsubscribe-post", "list-id"):
        registry.map_to_type(name, ListHeader)  # type: ignore[arg-type]  # as documented
    return SMTP.clone(header_factory=registry)


def mail_environment(configuration: Configuration) -> Environment:
    """Templates of the theme, the site's own first; strict, and escaping by default."""
    settings = configuration.pelican
    folders = [*settings["THEME_TEMPLATES_OVERRIDES"], str(Path(settings["THEME"]) / "templates")]
    return Environment(loader=FileSystemLoader(folders), undefined=StrictUndefined, autoescape=True)


def issue_html(issue: Issue, environment: Environment) -> str:
    """The HTML part: the theme's mail template with its styles written into the elements.

    Raises:
        BuildError: the template is missing or asks for what is not there.

    """
    try:
        html = environment.get_template(TEMPLATE).render(issue=issue)
    except TemplateNotFound as error:
        raise BuildError([f"template {error.name} is missing from the theme; restore it"]) from error
    except Exception as error:  # a template is a program: anything may be raised
        raise BuildError([template_problem(error)]) from error
    return CSSInliner(keep_style_tags=False, load_remote_stylesheets=False).inline(html)


@dataclass(frozen=True, slots=True)
class Printed:
    """An issue as it fits a mail, and its files by name; no files where it prints nothing."""

    issue: Issue
    files: dict[str, bytes]


def print_issue(issue: Issue, configuration: Configuration) -> Printed:
    """The issue as files, both parts audited; what a mail has no room for is left for the next issue.

    An article that no mail can hold is refused, for it would be left for ever.

    Raises:
        BuildError: a credit is missing from a part, or the template cannot be used.

    """
    environment = mail_environment(configuration)
    html = issue_html(issue, environment) if issue.items else ""
    if len(html.encode()) > MAX_HTML:
        issue = _without_too_long(issue, environment)
        html = issue_html(issue, environment)
    while issue.items and len(html.encode()) > MAX_HTML:
        issue = issue.without(issue.items[-1])
        html = issue_html(issue, environment)
    if not issue.items:
        return Printed(issue, {})
    mail = message(issue, html)
    problems = list(audit_issue(issue, mail))
    if problems:
        raise BuildError(problems)
    files = {"eml": mail, "html": html.encode(), "txt": issue_text(issue).encode()}
    return Printed(issue, {f"issue.{kind}": data for kind, data in files.items()})


def _without_too_long(issue: Issue, environment: Environment) -> Issue:
    """The issue without the articles that would fill more than a mail alone; they are refused."""
    long = []
    for item in issue.items:
        size = len(issue_html(replace(issue, items=(item,)), environment).encode())
        if size > MAX_HTML:
            reason = TOO_LONG.format(-(-size // 1024))
            long.append(Withheld(item.entry, reason, "", "shorten it, or part it in two"))
    refused = {withheld.entry.article.path for withheld in long}
    items = tuple(item for item in issue.items if item.entry.article.path not in refused)
    return replace(issue, items=items, refused=(*long, *issue.refused))


def message(issue: Issue, html: str) -> bytes:
    """The issue as a message ready to send; the same issue gives the same bytes."""
    text = printable(issue_text(issue))
    mail = EmailMessage(policy=_policy())
    mail["From"] = _address(issue.sender_name, issue.sender)
    mail["To"] = _address(f"{issue.name} readers", issue.sender)
    mail["Subject"] = printable(issue.title)
    mail["Date"] = format_datetime(issue.sent)
    digest = hashlib.sha256(f"{issue.number}\0{text}".encode()).hexdigest()[:24]
    mail["Message-ID"] = f"<issue-{issue.number}.{digest}@{issue.host}>"
    mail["List-ID"] = f"<newsletter.{issue.host}>"
    mail["List-Unsubscribe"] = f"<{issue.unsubscribe_url}>, <mailto:{issue.sender}?subject=unsubscribe>"
    mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    mail.set_content(text, cte="quoted-printable")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    mail.set_boundary(f"byline-{digest}")
    return mail.as_bytes()


def _address(name: str, address: str) -> Address:
    """A name and its address, which no name can break out of."""
    user, _, host = address.rpartition("@")
    return Address(" ".join(printable(name).split()), user, host)
