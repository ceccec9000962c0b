"""What a message says: its text part and its HTML part, decoded, and the page that the HTML makes."""

import binascii
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from byline.mail.lint.charsets import codec, read
from byline.mail.lint.message import Mail, Part
from byline.mail.lint.page import Page, read_page
from byline.mail.lint.remarks import Found

TRUE_NAMES = re.compile(r"utf-?8|us-ascii|ascii", re.IGNORECASE)
NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
MAX_WORDS = 1024 * 1024  # characters of a part that are read
MAX_PAGE = 256 * 1024  # characters of HTML that are parsed: mail programs clip long before


@dataclass(frozen=True, slots=True)
class Content:
    """A part decoded.

    Attributes:
        octets: what the transfer encoding gives.
        words: as text, lines ended by LF; of a huge part only the first MB.
        fault: the code of a rule about charsets, and what is wrong; None where it was decoded as declared.

    """

    part: Part
    octets: bytes
    words: str
    fault: tuple[str, str] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of it was read, so that what is not in `words` is missing."""
        return len(self.octets) <= MAX_WORDS

    @property
    def is_flowed(self) -> bool:
        """Whether readers join its lines (RFC 3676)."""
        return self.part.parameters.get("format", "").lower() == "flowed"


@dataclass(frozen=True, slots=True)
class Contents:
    """A message with what its readers see. A part that is not there is None."""

    mail: Mail
    text: Content | None
    html: Content | None
    page: Page | None

    @property
    def said(self) -> tuple[Content, ...]:
        """The parts that are there, text first."""
        return tuple(content for content in (self.text, self.html) if content is not None)


Check = Callable[[Contents], Iterator[Found]]


def read_contents(mail: Mail) -> Contents:
    """The first text and the first HTML that are not attached files."""
    shown = [part for part in mail.parts if not part.is_attached]
    text, html = (
        next((decode(mail, part) for part in shown if part.kind == kind), None)
        for kind in ("text/plain", "text/html")
    )
    page = read_page(html.words[:MAX_PAGE]) if html else None
    return Contents(mail, text, html, page)


def decode(mail: Mail, part: Part) -> Content:
    """A part as text, whatever it claims to be; its claims are judged on the way."""
    octets = _octets(mail.body(part), part.encoding)
    declared = part.parameters.get("charset", "")
    known = codec(declared) if declared else "utf-8"
    fault = None
    if not declared and not octets.isascii():
        fault = ("charset-missing", "it is not ASCII, and names no charset")
    elif known is None:
        fault = ("charset-unknown", f"it names {declared[:40]!r}")
    try:
        words = read(octets, known or "utf-8")
    except UnicodeError:
        fault = fault or ("charset-lie", f"it is not {declared}")
        words = octets.decode("utf-8", "replace")
    if fault is None and declared and not TRUE_NAMES.fullmatch(declared):
        fault = ("charset-utf8", declared[:40])
    return Content(part, octets, _tidy(words), fault)


def _tidy(words: str) -> str:
    return words[:MAX_WORDS].removeprefix("\ufeff").replace("\r\n", "\n")


def _octets(body: bytes, encoding: str) -> bytes:
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body)
    if encoding == "base64":
        letters = NOT_BASE64.sub(b"", body)
        letters = letters[:-1] if len(letters) % 4 == 1 else letters
        return binascii.a2b_base64(letters + b"=" * (-len(letters) % 4))
    return body
