"""A proof: a finished message, addressed to one person instead of a list.

Pure, and strict: a proof that reached all readers could not be called back. What is no single bare
address is refused, and so is every address that the message itself names as the newsletter's own.
"""

import hashlib
import re
from collections.abc import Iterator
from urllib.parse import unquote

from byline.errors import MailError

RULE = "a proof goes to one person, never to a list"
MEND = "name one bare address, such as ada@example.org"
ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"  # RFC 5322 3.2.3
LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"  # RFC 1034 3.5
ADDRESS = re.compile(rf"{ATOM}(?:\.{ATOM})*@{LABEL}(?:\.{LABEL})*")
LONGEST, LONGEST_USER = 254, 64  # octets of an address, and before its @; RFC 5321 4.5.3.1
ANY_ADDRESS = re.compile(r"""[^\s<>,;:"'()\[\]?&=]+@[^\s<>,;:"'()\[\]?&=]+""")
LIST_ID = re.compile(r"<([^.<>\s]+)\.([^<>\s]+)>")  # RFC 2919: of the list that is written to as name@host
PROOFED = (b"to", b"message-id")  # fields that a proof has of its own
OTHERS = ("cc", "bcc", "resent-to", "resent-cc", "resent-bcc")  # fields that name further readers
OWN = ("from", "sender", "reply-to")  # and all List-* fields
BARE = re.compile(rb"(?<!\r)\n|\r(?!\n)")  # servers disagree where such a line ends: mail smuggling
BREAK = re.compile(rb"\r\n(?![ \t])")
SHOWN = 80  # characters of an address that a message repeats


def proof_of(message: bytes, to: str, stamp: str = "") -> bytes:
    """The message for one person: the same bytes, save `To` and `Message-ID`.

    It has a Message-ID of its own, for mailboxes drop what they believe they have: the person shall get
    the final mailing too.

    Args:
        message: finished, with CRLF, in ASCII.
        to: the bare address of one person.
        stamp: what sets this proof apart from an earlier one of the same bytes, such as the moment.

    Raises:
        MailError: the address may be that of many, or the message is not finished.

    """
    person = one_person(to, message)
    _to_nobody_else(person, message, "to")
    head, body = _parted(message)
    digest = hashlib.sha256(b"\0".join([message, person.encode(), stamp.encode()])).hexdigest()[:24]
    old = _values(message, "message-id")
    host = old[0].rpartition("@")[2].strip("<> ") if old and "@" in old[0] else person.rpartition("@")[2]
    new = {b"to": f"To: {person}".encode(), b"message-id": f"Message-ID: <proof.{digest}@{host}>".encode()}
    fields = [new.pop(_name(field), b"") if _name(field) in PROOFED else field for field in head]
    return b"\r\n".join([*filter(None, fields), *new.values(), b"", body])


def one_person(to: str, message: bytes) -> str:
    """The address, if it is one and no address of the newsletter.

    Raises:
        MailError: it may be that of many; the message says why.

    """
    user = to.rpartition("@")[0]
    if not ADDRESS.fullmatch(to) or len(to) > LONGEST or len(user) > LONGEST_USER:
        raise MailError(f"{shown(to)}: no address of one person; {RULE}: {MEND}")
    _to_nobody_else(to, message, *OWN)
    return to


def ready_proof(message: bytes, to: str) -> str:
    """The one address of a message that is a proof already.

    Raises:
        MailError: it is addressed to others, or is not finished.

    """
    person = one_person(to, message)
    _parted(message)
    if [value.casefold() for value in _values(message, "to")] != [person.casefold()]:
        raise MailError(f"{shown(to)}: the message is not addressed to this person; {RULE}")
    return person


def shown(text: str) -> str:
    """The text as a message may repeat it: on one line, and not endless."""
    return re.sub(r"[^\x20-\x7e]", "\N{REPLACEMENT CHARACTER}", text)[:SHOWN] or "''"


def message_id(message: bytes) -> str:
    """The message's id, with its brackets; empty when it has none."""
    return next(iter(_values(message, "message-id")), "")


def _to_nobody_else(person: str, message: bytes, *names: str) -> None:
    for name, address in _addresses(message):
        if (name in names or name.startswith("list-")) and address.casefold() == person.casefold():
            field = name.title().replace("Id", "ID")
            raise MailError(
                f"{shown(person)}: this is the newsletter's own address ({field}); {RULE}: name a person's"
            )


def _addresses(message: bytes) -> Iterator[tuple[str, str]]:
    """By name of field, every address that the head spells."""
    for field in _parted(message)[0]:
        name = _name(field).decode()
        value = unquote(_value(field))
        yield from ((name, found) for found in ANY_ADDRESS.findall(value))
        if name == "list-id":
            yield from ((name, f"{user}@{host}") for user, host in LIST_ID.findall(value))


def _values(message: bytes, name: str) -> list[str]:
    return [_value(field) for field in _parted(message)[0] if _name(field) == name.encode()]


def _name(field: bytes) -> bytes:
    return field.partition(b":")[0].strip().lower()


def _value(field: bytes) -> str:
    return field.partition(b":")[2].replace(b"\r\n", b"").strip().decode("ascii")


def _parted(message: bytes) -> tuple[list[bytes], bytes]:
    """The fields of the head, folded as they are, and the body.

    Raises:
        MailError: it is no message that can be sent as it stands.

    """
    head, blank, body = message.partition(b"\r\n\r\n")
    if BARE.search(message) or not message.isascii() or not message.endswith(b"\r\n") or not blank:
        raise MailError(
            "the message: not finished; it needs ASCII alone, CRLF after every line, and an empty line "
            "below its head: take the .eml file that `byline ezine` wrote"
        )
    fields = BREAK.split(head)
    named = sorted({name.decode() for field in fields if (name := _name(field)).decode() in OTHERS})
    if named:
        raise MailError(f"the message: names further readers ({', '.join(named)}); {RULE}: take them out")
    return fields, body
