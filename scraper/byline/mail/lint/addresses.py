"""Mail addresses as headers list them (RFC 5322 3.4): names, addresses, and what is wrong with each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from byline.mail.lint.charsets import MAX_VALUE

TOKEN = re.compile(
    r'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|<[^<>]*>|(?:[^\s",;:<>()\[\]]|\[[^\[\]\s]*\])+|\s+|.',
    re.DOTALL,
)
LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*|\"(?:[^\"\\\r\n]|\\.)*\"")
DOMAIN = re.compile(r"(?!-)[\w-]{1,63}(?<!-)(?:\.(?!-)[\w-]{1,63}(?<!-))*|\[[^\[\]\s]+\]")
MAX_LOCAL, MAX_DOMAIN = 64, 255  # RFC 5321 4.5.3.1


@dataclass(frozen=True, slots=True)
class Mailbox:
    """One address of a list. `fault` says what is wrong with it; empty where nothing is."""

    name: str
    address: str
    fault: str = ""


def mailboxes(value: str) -> tuple[Mailbox, ...]:
    """The addresses of a header's value; a group's too, without its name."""
    return tuple(_mailbox(entry) for entry in _entries(value[:MAX_VALUE]))


def quoted_tokens(value: str) -> Iterator[str]:
    """What stands in quotes or in angle brackets."""
    return (piece for piece in _tokens(value[:MAX_VALUE]) if piece[:1] in {'"', "<"} and len(piece) > 1)


def address_is_valid(address: str) -> bool:
    """Whether an address could be delivered to, by its form."""
    local, _, domain = address.rpartition("@")
    fits = 0 < len(local) <= MAX_LOCAL and 0 < len(domain) <= MAX_DOMAIN
    return fits and bool(LOCAL.fullmatch(local) and DOMAIN.fullmatch(domain))


def _tokens(value: str) -> Iterator[str]:
    """Tokens outside of comments, which may hold comments."""
    depth = 0
    for match in TOKEN.finditer(value):
        piece = match[0]
        depth += piece == "("
        if not depth:
            yield piece
        depth -= piece == ")" and depth > 0


def _entries(value: str) -> Iterator[list[str]]:
    """The tokens of each address; a group `name: a, b;` gives those inside."""
    entry: list[str] = []
    filled = False  # a comma with nothing before it is a fault, the end of a group is none
    for piece in _tokens(value):
        if piece == ":":
            entry, filled = [], True
        elif piece in {",", ";"}:
            if _said(entry) or (piece == "," and not filled):
                yield entry
            entry, filled = [], piece == ";"
        else:
            entry.append(piece)
    if _said(entry) or not filled:
        yield entry


def _said(entry: list[str]) -> bool:
    return any(not piece.isspace() for piece in entry)


def _mailbox(entry: list[str]) -> Mailbox:
    words = [piece for piece in entry if not piece.isspace()]
    angles = [piece for piece in words if piece.startswith("<")]
    if not words:
        return Mailbox("", "", "no address")
    if not angles:
        address = "".join(entry).strip()
        return Mailbox("", address, "" if address_is_valid(address) else "no valid address")
    address, before = angles[0].strip("<> \t"), words[: words.index(angles[0])]
    name = " ".join(word.strip('"') for word in before)
    if len(angles) > 1 or words[-1] != angles[0]:
        return Mailbox(name, address, "more than one address without a comma between")
    if any("@" in word for word in before if not word.startswith('"')):
        return Mailbox(name, address, "an @ in a name that is not in quotes")
    return Mailbox(name, address, "" if address_is_valid(address) else "no valid address")
