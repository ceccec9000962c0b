"""Where mail is handed in, and how safely: a value that `post.py` walks along."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from byline.errors import MailError
from byline.mail.proof import shown

TIMEOUT = 30.0  # seconds for everything: connecting, and the whole conversation
SUBMISSION = 587  # where people hand in mail; RFC 6409
IMPLICIT_TLS = 465  # RFC 8314
PLACE = re.compile(r"(?:\[(?P<six>[0-9A-Fa-f:.]+)\]|(?P<host>[A-Za-z0-9._-]+))(?::(?P<port>[0-9]{1,5}))?")


class Security(StrEnum):
    """How the connection is encrypted.

    AUTO: TLS from the first byte on port 465, else STARTTLS; in clear only within this machine.
    NONE: in clear, because somebody said so; even then no password leaves this machine in clear.
    """

    AUTO = "auto"
    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Server:
    """A mail server.

    Attributes:
        user: of the account; empty: no login.
        timeout: seconds for everything.

    """

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    security: Security = Security.AUTO
    timeout: float = TIMEOUT

    @property
    def implicit(self) -> bool:
        """Whether TLS begins with the first byte."""
        automatic = self.security is Security.AUTO and self.port == IMPLICIT_TLS
        return self.security is Security.TLS or automatic

    def __str__(self) -> str:
        """`host:port`, as messages name it."""
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


def read_place(text: str) -> tuple[str, int]:
    """Host and port of `HOST:PORT`, `HOST` or `[IPV6]:PORT`; 587 where no port is named.

    Raises:
        MailError: it is none of these.

    """
    match = PLACE.fullmatch(text)
    port = int(match["port"] or SUBMISSION) if match else 0
    if match is None or not 0 < port < 1 << 16:
        raise MailError(f"{shown(text)}: no mail server; write HOST:PORT, such as mail.example.org:587")
    return match["six"] or match["host"], port
