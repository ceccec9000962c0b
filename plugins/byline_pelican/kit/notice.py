"""The word to the author that a republisher owes, or may send: a mail, ready to be finished.

Pure. Nobody's address is guessed: it stands in the statement, or in the author's own resource box
where the statement asks to be told, or in the site's configuration.
"""

from dataclasses import dataclass
from urllib.parse import quote, unquote

from byline.extract.addresses import BARE_MAIL
from byline.extract.markdown import plain_text
from byline.model import Terms
from byline.render import links, printable
from byline.web import is_web_address
from byline_pelican.kit.texts import Piece

ASKED = {  # how the page words it; what is appreciated is no duty
    "before_use": "The author must be told before you use it.",
    "required": "The author must be told.",
    "appreciated": "The author likes to hear of it. You need not write; it would be kind.",
}
SAFE = "!$'*+@"  # of RFC 6068, what may stand unescaped in the address itself
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


def notice_of(terms: Terms, piece: Piece, contact: str) -> Notice:
    """The notice that the terms ask for; its mail only where they do."""
    proof = terms.proof("notice") if terms.notice in ASKED else None
    to = address_of(terms, piece, contact) if terms.notice in ASKED else ""
    mail = mailto(to, piece, terms.notice, to_site=to == mailbox(contact))
    return Notice(terms.notice, to, mail, ASKED.get(terms.notice, ""), proof.text if proof else "")


def address_of(terms: Terms, piece: Piece, contact: str) -> str:
    """Where to write: as the statement says, else to the author, else to the site."""
    if terms.notice_to:
        return terms.notice_to.removeprefix("mailto:").strip()
    return author_mail(piece) or mailbox(contact)


def mailbox(contact: str) -> str:
    """The address in `Name <address>`."""
    return contact.strip().rpartition("<")[2].rstrip(">")


def author_mail(piece: Piece) -> str:
    """The mail address that the author's own resource box gives."""
    box = piece.credit.resource_box
    linked = (link.url for link in links(box) if link.url.startswith("mailto:"))
    spelled = (match["mail"] for match in BARE_MAIL.finditer(plain_text(box)))
    found = next(linked, None) or next(spelled, "")
    return unquote(found.removeprefix("mailto:").partition("?")[0])


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
