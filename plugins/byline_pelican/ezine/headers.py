"""Header fields of a mail, folded as the RFCs have it; the standard library does not, where they are long.

It writes a long address of List-Unsubscribe as encoded words, which RFC 2369 forbids, and a long word of a
subject in a line of any length. So each field has a class that folds it.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from email.headerregistry import Address, HeaderRegistry, UniqueAddressHeader, UniqueUnstructuredHeader
from email.policy import SMTP, EmailPolicy
from typing import Any

from byline.lines import seen
from byline.render import printable

MAX_LINE = 76  # octets; RFC 2045, 6.7 for a body, RFC 2047, 2 for a line with encoded words
BYTES = 36  # of UTF-8 in one encoded word: 48 of base64 and 12 around them, below the 75 of RFC 2047, 2
QUOTED = 60  # characters; a name in quotation marks cannot be folded
ATOMS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
ENCODED = "=?"  # how an encoded word begins; a subject that says so would be read as one
SPACE = " "


def one_line(text: str) -> str:
    """Words as a header field may hold them: nothing ends the line, hides, or turns its direction."""
    return " ".join(seen(printable(" ".join(text.split()))).split())  # printable() takes some breaks out


def encoded(text: str) -> Iterator[str]:
    """A text as encoded words, RFC 2047: no letter is cut in two."""
    word = b""
    for letter in text:
        data = letter.encode()
        if len(word) + len(data) > BYTES:
            yield _word(word)
            word = b""
        word += data
    yield _word(word)


def phrase(name: str) -> list[str]:
    """A display name in words that a line may be folded between."""
    if ATOMS.fullmatch(name) and is_plain(name):
        return name.split()
    quoted = '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return [quoted] if is_plain(name) and len(quoted) <= QUOTED else list(encoded(name))


def is_plain(text: str) -> bool:
    """Whether no word needs to be encoded."""
    return text.isascii() and ENCODED not in text and all(len(word) <= BYTES for word in text.split())


def folded(name: str, words: Iterable[str], linesep: str) -> str:
    """A field, folded between words so that each line has 76 characters at most, if words allow it."""
    lines = [f"{name}:"]
    for word in words:
        if len(lines[-1]) + 1 + len(word) > MAX_LINE and lines[-1].strip() and len(lines[-1]) > len(name) + 1:
            lines.append("")
        lines[-1] += SPACE + word
    return linesep.join(lines) + linesep


class Subject(UniqueUnstructuredHeader):
    """A subject; as encoded words as soon as it is not plain words that fit a line each."""

    def fold(self, *, policy: "EmailPolicy[Any]") -> str:  # noqa: D102  the library's own contract
        text = str(self)
        return folded(_name(self), text.split() if is_plain(text) else encoded(text), policy.linesep)

    @classmethod
    def parse(cls, value: str, kwds: dict[str, Any]) -> None:  # noqa: D102
        super().parse(value, kwds)
        kwds["decoded"] = value  # what looks like an encoded word is a word of the title


class Mailboxes(UniqueAddressHeader):
    """From and To: a name, and an address that is never cut."""

    def fold(self, *, policy: "EmailPolicy[Any]") -> str:  # noqa: D102
        words: list[str] = []
        for address in self.addresses:
            name = phrase(address.display_name) if address.display_name else []
            words += [*name, f"<{address.addr_spec}>" if name else address.addr_spec]
        return folded(_name(self), words, policy.linesep)


class ListField(UniqueUnstructuredHeader):
    """A List-* header, folded only after commas: a mail program must find its addresses whole."""

    def fold(self, *, policy: "EmailPolicy[Any]") -> str:  # noqa: D102
        return f"{_name(self)}: {str(self).replace(', ', f',{policy.linesep} ')}{policy.linesep}"


CLASSES = {
    "subject": Subject,
    **dict.fromkeys(("from", "to"), Mailboxes),
    **dict.fromkeys(("list-id", "list-unsubscribe", "list-unsubscribe-post"), ListField),
}


def mail_policy() -> "EmailPolicy[Any]":
    """How a message is written: CRLF, and no line of a body longer than quoted-printable allows."""
    registry = HeaderRegistry()
    for name, made in CLASSES.items():
        registry.map_to_type(name, made)  # type: ignore[arg-type]  # as documented
    return SMTP.clone(header_factory=registry, max_line_length=MAX_LINE)


def mailbox(name: str, address: str) -> Address:
    """A name and its address, which no name can break out of."""
    user, _, host = address.rpartition("@")
    return Address(one_line(name), user, host)


def _word(data: bytes) -> str:
    return f"=?utf-8?b?{b64encode(data).decode()}?="


def _name(header: Any) -> str:
    name: str = header.name  # set by the header registry
    return name
