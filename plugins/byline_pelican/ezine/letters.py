"""Letters to authors, as drafts: a request where permission is needed first, a notice where one is asked for.

Nothing is sent: an editor reads each draft, mends it and sends it. Nobody's address is guessed: it stands
in the author's own words (`kit/notice.py` finds it), or the draft has no recipient yet. The wording is in
the theme's templates, `ezine/letters/`; to add a kind, add a template and a row to `KINDS`.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from email.utils import format_datetime

from jinja2 import Environment

from byline.lines import WIDTH, fold
from byline.model import Use
from byline.render import printable
from byline.rights.credit import as_text
from byline.rights.permit import statement_of
from byline.web import is_web_address
from byline_pelican.edition import Entry, Withheld
from byline_pelican.ezine.headers import mail_policy, mailbox, one_line
from byline_pelican.ezine.html import rendered
from byline_pelican.ezine.issue import Issue
from byline_pelican.kit.kit import quoter
from byline_pelican.kit.notice import address_of

FOLDER = "letters"
MAX_TITLE = 120  # characters in a subject
MAX_WORDS = 2_000  # characters of the author's words
FEW = 2  # authors that a greeting names
AFTER = "once the issue was sent"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of letter: the name of its template, and when it is to be sent."""

    template: str
    send: str


BEFORE = Kind("notice-before", "before the issue is sent")
KINDS = {
    "request": Kind("request", "now; the article is printed once the author has said yes"),
    "before_use": BEFORE,
    "required": Kind("notice-after", AFTER),
    "appreciated": Kind("notice-after", f"{AFTER}; the author wishes for it, and you need not"),
}
NOTICES = KINDS.keys() - {"request"}
AHEAD = re.compile(  # words of a notice that is wanted before the issue
    r"\b(?:before|in advance|beforehand|prior|intents?|intend\w*|plan(?:s|ned|ning)?|earlier|ahead|decide\w*"
    r"|first(?! (?:use|publish|print|run|appear|post)\w*)|going to|want to)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Letter:
    """One draft.

    Attributes:
        kind: request, or the notice that the terms ask for: before_use, required, appreciated.
        entry: the article.
        to: a mail address, or that of a page on which the author wants to be told; empty where none is known.
        words: the author's, that ask for it.
        send: when it is to be sent, for people.
        file: its name, below the issue's folder.
        data: the message.

    """

    kind: str
    entry: Entry
    to: str
    words: str
    send: str
    file: str
    data: bytes


def letters(issue: Issue, environment: Environment) -> tuple[Letter, ...]:
    """The letters that an issue owes: for what it would like to print, and for what it prints.

    Raises:
        BuildError: a template is missing or asks for what is not there.

    """
    return tuple(_letter(*owed, issue, environment) for owed in _owed(issue))


def _owed(issue: Issue) -> Iterator[tuple[str, Entry, str]]:
    """Kind, article and the author's words of each letter."""
    for refused in issue.requests:
        yield "request", refused.entry, _asking(refused)
    for item in issue.whole:
        terms = item.entry.terms
        proof = terms.proof("notice")
        if terms.notice in NOTICES:
            yield terms.notice, item.entry, proof.text if proof else ""


def _asking(refused: Withheld) -> str:
    """The words that ask for a request; of a statement that says nothing of newsletters, none."""
    proof = refused.entry.terms.proof(f"{Use.NEWSLETTER}=ask")
    return proof.text if proof else ""


def _letter(kind: str, entry: Entry, words: str, issue: Issue, environment: Environment) -> Letter:
    to = _address(entry, issue)
    title, quote = _short(entry.article.title), quoter(entry.terms, statement_of(entry.article))
    url, said = entry.credit.source_url, quote(words)
    told = {
        "issue": issue,
        "title": title,
        "greeting": _greeting(entry),
        "piece": "\n".join(filter(None, [f"  “{title}”", f"  {url}" if url else ""])),
        "words": " ".join(printable(said).split())[:MAX_WORDS],
        "credit": "\n".join(f"  {line}" for line in as_text(entry.credit, WIDTH - 2).splitlines()),
        "page": to if is_web_address(to) else "",
        "on_web": entry.allows(Use.WEB),
        "signature": _signature(issue),
    }
    form = BEFORE if kind in NOTICES and AHEAD.search(said) else KINDS[kind]
    plain = environment.overlay(trim_blocks=False, lstrip_blocks=False)  # blank lines part paragraphs
    written = rendered(f"ezine/letters/{form.template}.txt", plain, told)
    subject, _, body = written.strip().partition("\n")
    file = f"{FOLDER}/{form.template}-{entry.article.slug}.eml"
    return Letter(kind, entry, to, words, form.send, file, _draft(issue, to, subject, _set(body)))


def _address(entry: Entry, issue: Issue) -> str:
    """Where the author reads mail; empty where that is unknown, or is our own desk."""
    to = address_of(entry.terms, entry.credit, "", statement_of(entry.article))
    return "" if to.casefold() == issue.sender.casefold() else to


def _short(title: str) -> str:
    line = " ".join(printable(title).split())
    return line if len(line) <= MAX_TITLE else line[:MAX_TITLE].rstrip() + "…"


def _greeting(entry: Entry) -> str:
    names = [" ".join(author.name.split()) for author in entry.credit.authors]
    return f"Dear {' and '.join(names)}," if 0 < len(names) <= FEW else "Hello,"


def _signature(issue: Issue) -> str:
    sender = "" if issue.sender_name == issue.name else issue.sender_name
    return "\n".join(f"  {line}" for line in (sender, issue.name, issue.home_url) if line)


def _set(body: str) -> str:
    """Paragraphs wrapped; those that begin with two spaces are as they are."""
    parts = (part.strip("\n") for part in body.split("\n\n"))
    text = "\n\n".join(p if p.startswith("  ") else fold(p, WIDTH) for p in parts if p.strip())
    return "\n".join(line.rstrip() for line in text.splitlines())


def _draft(issue: Issue, to: str, subject: str, text: str) -> bytes:
    """The message, with `X-Unsent`, by which mail programs open it as a draft."""
    draft = EmailMessage(policy=mail_policy())
    draft["From"] = mailbox(issue.sender_name, issue.sender)
    if "@" in to and not is_web_address(to):
        draft["To"] = mailbox("", to)
    draft["Subject"] = one_line(subject)
    draft["Date"] = format_datetime(issue.sent)
    digest = hashlib.sha256(f"{subject}\0{to}\0{text}".encode()).hexdigest()[:24]
    draft["Message-ID"] = f"<letter-{issue.number}.{digest}@{issue.host}>"
    draft["X-Unsent"] = "1"
    draft.set_content(printable(text) + "\n", cte="quoted-printable")
    return draft.as_bytes()
