"""The word to the author that a republisher owes, or may send: a mail, ready to be finished.

Pure. Nobody's address is guessed: it stands in the sentence that asks, or it is the only one in the
statement and the author's own resource box, or in the site's configuration.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from byline.extract.addresses import BARE_URL
from byline.extract.markdown import plain_text
from byline.model import Credit, Terms
from byline.plaintext import MAILBOX, mailbox_of
from byline.render import links, printable
from byline.rights.parts.sentences import sentences
from byline.web import is_web_address
from byline_pelican.kit.texts import Piece

ASKED = {  # how the page words it; what is appreciated is no duty
    "before_use": "The author must be told before you use it.",
    "required": "The author must be told.",
    "appreciated": "The author likes to hear of it. You need not write; it would be kind.",
}
SAFE = "!$'*+@"  # of RFC 6068, what may stand unescaped in the address itself
MAX_MAIL = 254  # characters; RFC 5321
EDGES = "'`*_~{|}/=?^!#$%&.+-"  # signs that may stand in an address, and are none of it at its beginning
SERVICE = re.compile(  # robots and desks of a host, which no author reads
    r"(?:.*[-+.])?(?:un)?subscribe(?:[-+.].*)?|.*-request|(?:abuse|postmaster|hostmaster|mailer-daemon|majordomo"
    r"|listserv|listproc|list|spam|no-?reply|do-?not-?reply|join|leave|remove|webmaster|ads?|advertising"
    r"|hosting|billing|sales)(?:[-+.].*)?",
    re.IGNORECASE,
)
NOT_THERE = re.compile(  # a sentence that names an address for nobody to write to
    r"\b(?:do not|don[’']t|never|please do not) (?:e?mail|write|contact|send|ask|bother)\b", re.IGNORECASE
)
AT_PAGE = re.compile(r"\b(?:at|via|through|using|on|with|form|page|here|over)\W*$", re.IGNORECASE)
MAX_TITLE = 200  # characters; mail programs cut long subjects, and some browsers long addresses
DONE, PLANNED = "I have reprinted", "I am going to reprint"
OF_YOURS = {
    "before_use": f"{PLANNED} your article",
    "required": f"{DONE} your article",
    "appreciated": f"{DONE} your article",
    "none": "I should like to reprint your article",
}
OF_THEIRS = {
    asked: said.replace("your article", "an article of your site") for asked, said in OF_YOURS.items()
}
ASK = "May I? It would keep your name, your words and the links that you ask for."
KEPT = "It keeps your name, your words and the links that you ask for. Thank you for lending it."


@dataclass(frozen=True, slots=True)
class Notice:
    """What the terms ask to be told, and how.

    Attributes:
        asked: none | appreciated | required | before_use.
        to: a mail address, or that of a page; empty where none is known.
        mailto: the mail, ready to be finished; empty where there is no mail address.
        text: how a person reads it.
        words: of the author.

    """

    asked: str
    to: str
    mailto: str
    text: str
    words: str


def notice_of(terms: Terms, piece: Piece, contact: str, statement: str) -> Notice:
    """The notice that the terms ask for; its mail only where they do."""
    if terms.notice not in ASKED:
        return Notice(terms.notice, "", "", "", "")
    proof = terms.proof("notice")
    to = address_of(terms, piece.credit, contact, statement)
    mail = mailto(to, piece, terms.notice, to_site=to == mailbox(contact))
    text = ASKED[terms.notice]
    if is_web_address(to):
        text = f"{text} The words name a page for it: {to}"
    return Notice(terms.notice, to, mail, text, proof.text if proof else "")


def address_of(terms: Terms, credit: Credit, contact: str, statement: str) -> str:
    """Where to write, or on which page: as the sentence that asks says, else the author, else the site."""
    asked = {f"notice={terms.notice}"} if terms.notice in ASKED else set()
    asking, rest = _asking(terms, statement, asked)
    named = next((mail for mail in _mails(asking, credit.permission) if _is_read(mail)), "")
    if not named and terms.notice_to and not any(_mails([statement], credit.permission)):
        named = terms.notice_to.removeprefix("mailto:").strip()  # it is written in disguise
    named = named or next(_pages(asking), "")
    if named:
        return named
    box = credit.resource_box
    others = {*_mails(rest, credit.permission), *_mails([plain_text(box)], box)}
    readers = {mail for mail in others if _is_read(mail)}
    return readers.pop() if len(readers) == 1 else mailbox(contact)


def _is_read(mail: str) -> bool:
    """Whether a person may read what is sent there."""
    return SERVICE.fullmatch(mail.partition("@")[0]) is None


def _asking(terms: Terms, statement: str, asked: set[str]) -> tuple[list[str], list[str]]:
    """The sentences that ask to be told, or to be asked, and all others."""
    facts = [fact for fact in terms.because if (fact.fact in asked if asked else fact.fact.endswith("=ask"))]
    asking: list[str] = []
    rest: list[str] = []
    for sentence in sentences(statement):
        if NOT_THERE.search(statement[sentence.start : sentence.end]):
            continue
        asks = any(sentence.start < fact.end and fact.start < sentence.end for fact in facts)
        (asking if asks else rest).append(statement[sentence.start : sentence.end])
    return asking, rest


def _mails(texts: Iterable[str], markdown: str) -> Iterator[str]:
    """The mail addresses that stand in texts, or behind words of theirs that are links in the Markdown."""
    linked = [(link.text, mailbox_of(link.url)) for link in links(markdown)]
    for text in texts:
        spelled = (match[0].lstrip(EDGES) for match in MAILBOX.finditer(text) if len(match[0]) <= MAX_MAIL)
        yield from (mail for mail in spelled if "@" in mail[1:])
        said = " ".join(text.split())
        yield from (mail for words, mail in linked if mail and words and words in said)


def _pages(texts: Iterable[str]) -> Iterator[str]:
    """The web addresses that texts name as the place to do something."""
    for text in texts:
        for match in BARE_URL.finditer(text):
            if AT_PAGE.search(text[: match.start()]) and is_web_address(match[0]):
                yield match[0]


def mailbox(contact: str) -> str:
    """The address in `Name <address>`."""
    return contact.strip().rpartition("<")[2].rstrip(">")


def mailto(to: str, piece: Piece, asked: str, *, to_site: bool = False) -> str:
    """A mail to the author, or to the site, as RFC 6068 writes it; empty where there is no mail address.

    Lines end with CRLF, and every sign that an address gives a meaning is coded.
    """
    if "@" not in to or is_web_address(to):
        return ""
    title = piece.title if len(piece.title) <= MAX_TITLE else piece.title[:MAX_TITLE].rstrip() + "…"
    name = piece.credit.authors[0].name if len(piece.credit.authors) == 1 and not to_site else ""
    paragraphs = (
        f"Dear {' '.join(name.split())}," if name else "Hello,",
        f"{(OF_THEIRS if to_site else OF_YOURS)[asked]} “{title}”\r\n{piece.base}",
        "Where it appears: \r\nOn: ",
        ASK if asked == "none" else KEPT,
    )
    body = printable("\r\n\r\n".join(paragraphs)) + "\r\n"
    subject = f"Reprint of “{title}”"
    return f"mailto:{quote(to, safe=SAFE)}?subject={quote(subject, safe='')}&body={quote(body, safe='')}"
