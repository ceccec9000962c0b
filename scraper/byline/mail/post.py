"""Hands one proof to a mail server. An edge: SMTP by the standard library, and a clock.

The bytes go out as they are, to one person. No password leaves this machine in clear, and no connection
falls back to clear text unless somebody asked for that. What a server may do wrong is a row of FAULTS.

TLS is verified as the system does it: a certificate of one's own is trusted by OpenSSL's SSL_CERT_FILE.
"""

import ipaddress
import smtplib
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from byline.errors import MailError
from byline.mail.proof import ADDRESS, message_id, ready_proof, shown
from byline.mail.server import Security, Server

READY, GO_AHEAD = 220, 220  # a server's greeting; its answer to STARTTLS
PARTING = 2.0  # seconds for goodbye: the proof is delivered by then
SURELY = 0.01  # seconds after the deadline, so that whoever asks then finds it passed
SAID = 160  # characters of a server's words that a message repeats
HUNG_UP = "hung up midway, so whether it took the proof is not known; look for it, or try again later"
TRUST = "name the host as the certificate does; if the authority is your own, name its file in SSL_CERT_FILE"
CLEAR = "encrypt it (--smtp-security starttls or tls)"

# The first row that fits; {said} is what the server or the system answered.
FAULTS: tuple[tuple[type[Exception], str], ...] = (
    (smtplib.SMTPRecipientsRefused, "does not take mail for {to} ({said}); {mend}"),
    (smtplib.SMTPSenderRefused, "does not take mail from {sender} ({said}); {mend}"),
    (smtplib.SMTPAuthenticationError, "does not let {user} in ({said}); {mend}"),
    (smtplib.SMTPDataError, "does not take the message ({said}); mend what it names"),
    (smtplib.SMTPConnectError, "does not greet as a mail server does ({said}); check host and port"),
    (smtplib.SMTPHeloError, "does not greet as a mail server does ({said}); check host and port"),
    (smtplib.SMTPNotSupportedError, "offers no login; leave out --smtp-user, or check the port"),
    (smtplib.SMTPServerDisconnected, HUNG_UP),
    (smtplib.SMTPException, "cannot be talked with ({said}); check host and port"),
    (ssl.SSLCertVerificationError, f"its certificate is not to be trusted ({{said}}); {TRUST}"),
    (ssl.SSLError, "no TLS there ({said}); --smtp-security tls is for port 465, starttls for 587"),
    (socket.gaierror, "no such host ({said}); check its name, and the connection to the network"),
    (ConnectionRefusedError, "nothing answers there; check host and port, and that the server runs"),
    (ConnectionError, HUNG_UP),
    (UnicodeError, "host, user and password must be of ASCII letters; check them"),
    (OSError, "cannot be reached ({said}); check host, port and the connection to the network"),
)
# By the server's code, RFC 5321 4.2.3 and RFC 4954 6: what a person can do.
MENDS = {
    **dict.fromkeys((421, 450, 451, 452, 454), "try again later"),
    **dict.fromkeys((530, 534, 538), "name an account that may send: --smtp-user"),
    535: "check --smtp-user and BYLINE_SMTP_PASSWORD; many providers want a password made for one program",
}
ANY_MEND = "check the address, and whether this server sends for strangers or wants --smtp-user"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was handed in.

    Attributes:
        server: host and port.
        encryption: such as `TLSv1.3`; empty: it went in clear.
        message_id: by which the proof is found in a mailbox or a log.

    """

    server: str
    to: str
    encryption: str
    message_id: str
    size: int


def send(message: bytes, sender: str, to: str, server: Server) -> Receipt:
    """Hand in a proof, as `proof_of` made it.

    Args:
        message: to be sent byte by byte.
        sender: who gets it back if it cannot be delivered; a bare address.
        to: the one person, whom its `To` names too.
        server: where.

    Raises:
        MailError: it may not be sent, or could not; the message names the server and the mend.

    """
    person = ready_proof(message, to)
    if not ADDRESS.fullmatch(sender):
        raise MailError(f"{shown(sender)}: no address to send from; name a bare one")
    deadline = time.monotonic() + server.timeout
    try:
        with _connected(server, deadline) as wire:
            post = Delivery(message, sender, person)
            encryption = post.over(wire, server, near=is_near(str(wire.getpeername()[0])))
    except (OSError, UnicodeError) as error:  # smtplib's errors are OSErrors
        if time.monotonic() >= deadline:
            late = f"did not finish within {server.timeout:g} s; try again later, or give it more time"
            raise MailError(f"{server}: {late}") from error
        raise MailError(f"{server}: {_told(error, sender, person, server)}") from error
    return Receipt(str(server), person, encryption, message_id(message), len(message))


def is_near(address: str) -> bool:
    """Whether an IP address is this machine's own, so that nobody listens on the way."""
    found = ipaddress.ip_address(address.partition("%")[0])
    return (getattr(found, "ipv4_mapped", None) or found).is_loopback


@contextmanager
def _connected(server: Server, deadline: float) -> Iterator[socket.socket]:
    """A connection that is cut at the deadline, even if its server sends one byte a second for ever."""
    wire = _dialled(server, deadline)
    with wire, wire.dup() as guard:  # the same connection, also after TLS has taken `wire` over
        cutter = threading.Timer(max(0.0, deadline - time.monotonic()) + SURELY, _cut, [guard])
        cutter.daemon = True
        cutter.start()
        try:
            yield wire
        finally:
            cutter.cancel()


def _cut(guard: socket.socket) -> None:
    with suppress(OSError):
        guard.shutdown(socket.SHUT_RDWR)


def _dialled(server: Server, deadline: float) -> socket.socket:
    """Connected with the first of the host's addresses that answers."""
    failed: OSError = socket.gaierror(socket.EAI_NONAME, "no address")
    for *_, place in socket.getaddrinfo(server.host, server.port, type=socket.SOCK_STREAM):
        try:
            left = max(0.001, deadline - time.monotonic())
            wire = socket.create_connection((str(place[0]), server.port), left)
        except OSError as error:
            failed = error
        else:
            wire.settimeout(server.timeout)
            return wire
    raise failed


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message and its envelope."""

    message: bytes
    sender: str
    to: str

    def over(self, wire: socket.socket, server: Server, *, near: bool) -> str:
        """The whole conversation; which encryption it had. `near`: nobody can listen on the way."""
        smtp = smtplib.SMTP(local_hostname=_own_name(wire), timeout=server.timeout)
        try:
            smtp.sock = _wrapped(wire, server) if server.implicit else wire
            code, said = smtp.getreply()
            if code != READY:
                raise smtplib.SMTPConnectError(code, said)
            smtp.ehlo_or_helo_if_needed()
            if not server.implicit and server.security is not Security.NONE:
                _start_tls(smtp, server, near=near)
            encryption = (smtp.sock.version() or "") if isinstance(smtp.sock, ssl.SSLSocket) else ""
            if server.user:
                _log_in(smtp, server, private=bool(encryption) or near)
            smtp.sendmail(self.sender, [self.to], self.message)
            _part(smtp)
        finally:
            smtp.close()
        return encryption


def _start_tls(smtp: smtplib.SMTP, server: Server, *, near: bool) -> None:
    """Encrypt from here on; what was said before is forgotten, for anybody may have said it."""
    if not smtp.has_extn("starttls"):
        if near and server.security is Security.AUTO:
            return
        raise MailError(
            f"{server}: offers no encryption (STARTTLS), so nothing was sent; check the port (465, 587), or "
            "send in clear, without a login, by --smtp-security none"
        )
    code, said = smtp.docmd("STARTTLS")
    if code != GO_AHEAD:
        raise smtplib.SMTPResponseException(code, said)
    assert smtp.sock is not None
    smtp.sock = _wrapped(smtp.sock, server)
    smtp.file = smtp.helo_resp = smtp.ehlo_resp = None
    smtp.esmtp_features, smtp.does_esmtp = {}, False
    smtp.ehlo_or_helo_if_needed()


def _wrapped(wire: socket.socket, server: Server) -> ssl.SSLSocket:
    return ssl.create_default_context().wrap_socket(wire, server_hostname=server.host)


def _log_in(smtp: smtplib.SMTP, server: Server, *, private: bool) -> None:
    if not private:
        raise MailError(f"{server}: the password would travel in clear, so nothing was sent; {CLEAR}")
    smtp.login(server.user, server.password)


def _part(smtp: smtplib.SMTP) -> None:
    """Say goodbye; the proof is delivered, so how the server takes it does not matter."""
    if smtp.sock:
        smtp.sock.settimeout(PARTING)
    with suppress(OSError):
        smtp.quit()


def _own_name(wire: socket.socket) -> str:
    """How this machine greets: its address, for few have a name that means something; RFC 5321 4.1.3."""
    address = str(wire.getsockname()[0]).partition("%")[0]
    return f"[IPv6:{address}]" if ":" in address else f"[{address}]"


def _told(error: Exception, sender: str, to: str, server: Server) -> str:
    """What went wrong, and the mend, in one line."""
    code, said = _said(error)
    template = next(text for kind, text in FAULTS if isinstance(error, kind))
    words = {"to": to, "sender": sender, "user": shown(server.user), "mend": MENDS.get(code, ANY_MEND)}
    return template.format(said=said, **words)


def _said(error: Exception) -> tuple[int, str]:
    """The server's code, or 0, and the words of the server or the system."""
    code: int
    words: object
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(error.recipients.values()))
    elif isinstance(error, smtplib.SMTPResponseException):
        code, words = error.smtp_code, error.smtp_error
    elif isinstance(error, ssl.SSLCertVerificationError):
        code, words = 0, error.verify_message
    else:
        code, words = 0, getattr(error, "strerror", None) or error
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else str(words)
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())[:SAID]
    return code, f"{code} {line}".strip() if code > 0 else line
