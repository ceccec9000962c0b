"""An issue as an e-mail: text first, HTML beside it, headers that bulk mail must have.

RFC 5322 (messages), RFC 2045 (lines of 76), RFC 2369, RFC 2919 and RFC 8058 (List-*), RFC 3676 (flowed).
"""

import hashlib
import re
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import quote

from byline_pelican.ezine.headers import ENCODED, is_plain, mail_policy, mailbox, one_line, phrase
from byline_pelican.ezine.issue import Issue
from byline_pelican.ezine.text import issue_text

IN_ADDRESS = "!#$%&'*+-./:;=?@[]^_`{|}~()"  # what an address between angle brackets keeps; no comma, RFC 2369
SHORT = 60  # characters of a list's name that stand before its id, where they are plain letters
DELIMITING = re.compile(r'[<>",\\]')  # a program that looks for the first < would take a name for the id
LABEL = re.compile(r"[^A-Za-z0-9.-]")


def message(issue: Issue, html: str) -> bytes:
    """The issue as a message ready to send; the same issue gives the same bytes."""
    text = issue_text(issue)
    mail = EmailMessage(policy=mail_policy())
    mail["From"] = mailbox(issue.sender_name, issue.sender)
    mail["To"] = mailbox(f"{issue.name} readers", issue.sender)
    mail["Subject"] = one_line(issue.title)
    mail["Date"] = format_datetime(issue.sent)
    digest = hashlib.sha256(f"{issue.number}\0{text}".encode()).hexdigest()[:24]
    mail["Message-ID"] = f"<issue-{issue.number}.{digest}@{issue.host}>"
    mail["List-ID"] = list_id(issue)
    mail["List-Unsubscribe"] = ", ".join(f"<{address}>" for address in ways_out(issue))
    if issue.unsubscribe_url.lower().startswith("https:"):
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    flowed = {"format": "flowed"} if issue.flowed else None
    mail.set_content(text, cte="quoted-printable", params=flowed)
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    mail.set_boundary(f"byline-{digest}")
    return mail.as_bytes()


def list_id(issue: Issue) -> str:
    """The list's identifier, its name before it; a name that needs encoding is not said (RFC 2369, 2)."""
    name = " ".join(DELIMITING.sub("", one_line(issue.name)).split())
    named = f"{' '.join(phrase(name))} " if name and is_plain(name) and len(name) <= SHORT else ""
    own = f"<newsletter.{LABEL.sub('', issue.host)}>"
    return own if ENCODED in named else f"{named}{own}"


def ways_out(issue: Issue) -> list[str]:
    """The addresses that leave the list, as List-Unsubscribe holds them: the web first, then a mail."""
    mail = f"mailto:{issue.sender}?subject=unsubscribe"
    own = quote("".join(issue.unsubscribe_url.split()), safe=IN_ADDRESS)
    return list(dict.fromkeys(filter(None, (own, mail))))
