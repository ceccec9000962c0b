"""A proof reaches one person, byte by byte, over real SMTP; no list, and no password in clear."""

import email
import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from email.policy import SMTP, default
from pathlib import Path
from typing import Any

import pytest
import trustme
from hypothesis import given
from hypothesis import strategies as st

from byline.errors import MailError
from byline.mail.post import FAULTS, Delivery, is_near, send
from byline.mail.proof import RULE, proof_of
from byline.mail.server import Security, Server, read_place
from tests.mailserver import HERE, PASSWORD, USER, Mailbox, mail_server

SENDER, ADA = "newsletter@press.example.org", "ada@example.org"
BODY = "Tea.\n.\n..two dots\n. \n" + "A line of words. " * 40 + "\n-- \nFoot \N{GREEK SMALL LETTER PI}\n"


def issue(**fields: str) -> bytes:
    """A message as the ezine makes it: ASCII, CRLF, text first."""
    mail = EmailMessage(policy=SMTP)
    mail["From"] = f"The Letter <{SENDER}>"
    mail["To"] = f"{'Very patient readers ' * 8} <{SENDER}>"
    mail["Subject"] = (
        "Issue 1: \N{LEFT DOUBLE QUOTATION MARK}On tea\N{RIGHT DOUBLE QUOTATION MARK} " + "and " * 30
    )
    mail["Message-ID"] = "<issue-1.0abc@press.example.org>"
    mail["List-ID"] = "<letter.press.example.org>"
    mail["List-Unsubscribe"] = "<https://press.example.org/u>, <mailto:leave%40press.example.org?subject=x>"
    for name, value in fields.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(BODY, cte="quoted-printable")
    mail.add_alternative(f"<p>{BODY}</p>", subtype="html", cte="quoted-printable")
    mail.set_boundary("byline-0abc")
    return mail.as_bytes()


ISSUE = issue()
PROOF = proof_of(ISSUE, ADA)


@contextmanager
def scripted(play: Callable[[socket.socket, threading.Event], None]) -> Iterator[int]:
    """The port of a server that does to the first connection what `play` does."""
    over = threading.Event()

    def run() -> None:
        with listening, suppressed(), listening.accept()[0] as wire:
            wire.settimeout(20)
            play(wire, over)

    with socket.create_server((HERE, 0)) as listening:
        thread = threading.Thread(target=run)
        thread.start()
        try:
            yield listening.getsockname()[1]
        finally:
            over.set()
            thread.join()


@contextmanager
def suppressed() -> Iterator[None]:
    """The other end may go at any moment."""
    try:
        yield
    except OSError:
        return


def says(*answers: bytes) -> Callable[[socket.socket, threading.Event], None]:
    """A server that greets with the first answer, gives each command the next, and hangs up."""

    def play(wire: socket.socket, _over: threading.Event) -> None:
        with wire.makefile("rb") as heard:
            for answer in answers:
                wire.sendall(answer)
                heard.readline()

    return play


def here(port: int, **options: Any) -> Server:
    return Server(HERE, port, **{"timeout": 20.0, **options})


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> trustme.CA:
    """A certificate authority that the system trusts, by OpenSSL's own variable."""
    made = trustme.CA()
    made.cert_pem.write_to_path(str(tmp_path / "authority.pem"))
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    return made


def tls(authority: trustme.CA, name: str = HERE) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def refused(port: int, **options: Any) -> str:
    """What is said of a proof that could not be sent: one line that names the server."""
    with pytest.raises(MailError) as error:
        send(PROOF, SENDER, ADA, here(port, **options))
    said = str(error.value)
    assert said.startswith(f"{HERE}:{port}: ")
    assert "\n" not in said
    assert PASSWORD not in said
    return said


# The proof


def test_a_proof_is_the_message_but_for_whom_it_is_and_its_name() -> None:
    before, after = ISSUE.split(b"\r\n"), PROOF.split(b"\r\n")
    folded = [line for line in before if b"Very patient" in line or line.startswith(b" readers")]
    gone = [line for line in before if line not in after]
    assert [line for line in after if line not in before] == [
        b"To: ada@example.org",
        next(line for line in after if line.startswith(b"Message-ID: <proof.")),
    ]
    assert gone[-1] == b"Message-ID: <issue-1.0abc@press.example.org>"
    assert len(folded) > 1
    assert set(folded) <= set(gone), "a folded field is replaced whole"
    assert PROOF.partition(b"\r\n\r\n")[2] == ISSUE.partition(b"\r\n\r\n")[2]
    parsed = email.message_from_bytes(PROOF, policy=default)
    assert not parsed.defects
    assert [str(value) for value in parsed.get_all("To", [])] == [ADA]


def test_each_proof_has_a_name_of_its_own() -> None:
    proofs = [proof_of(ISSUE, ADA), proof_of(ISSUE, ADA, "2"), proof_of(ISSUE, "grace@example.org")]
    names = {email.message_from_bytes(proof, policy=default)["Message-ID"] for proof in (ISSUE, *proofs)}
    assert len(names) == 4
    assert proof_of(ISSUE, ADA) == PROOF


@pytest.mark.parametrize(
    "to",
    [
        "",
        "ada",
        "ada@",
        "@example.org",
        "ada@example.org, grace@example.org",
        "ada@example.org; grace@example.org",
        "ada@example.org grace@example.org",
        "ada@example.org,",
        "Readers: ada@example.org, grace@example.org;",
        "undisclosed-recipients:;",
        "Ada <ada@example.org>",
        "Ada <ada@example.org> <grace@example.org>",
        '"ada@example.org, grace"@example.org',
        "<@example.com:ada@example.org>",
        "<ada@example.org>",
        " ada@example.org",
        "ada@example.org\n",
        "ada@example.org\r\nBcc: grace@example.org",
        "ada@example.org\0",
        "ada@exam\u202eple.org",
        "\u0430da@example.org",
        "ada..b@example.org",
        "ada@-example.org",
        "ada@example..org",
        "ada@@example.org",
        "a" * 65 + "@example.org",
        "ada@" + "example." * 40 + "org",
    ],
)
def test_what_may_be_more_than_one_person_is_refused(to: str) -> None:
    with pytest.raises(MailError, match=RULE) as error:
        proof_of(ISSUE, to)
    assert "\n" not in str(error.value)
    with pytest.raises(MailError, match=RULE):
        send(PROOF, SENDER, to, here(9))


@pytest.mark.parametrize(
    ("to", "field"),
    [
        (SENDER, "From"),
        (SENDER.upper(), "From"),
        ("leave@press.example.org", "List-Unsubscribe"),
        ("letter@press.example.org", "List-ID"),
        ("all@press.example.org", "List-Post"),
        ("Answers@press.example.org", "Reply-To"),
    ],
)
def test_the_newsletters_own_addresses_are_refused(to: str, field: str) -> None:
    message = issue(List_Post="<mailto:all@press.example.org>", Reply_To="answers@press.example.org")
    with pytest.raises(MailError, match=rf"own address \({field}\); {RULE}"):
        proof_of(message, to)


def test_whom_a_message_is_addressed_to_is_a_list() -> None:
    message = re.sub(rb"readers\s+<newsletter@press", b"readers <readers@press", ISSUE)
    assert message != ISSUE
    with pytest.raises(MailError, match=r"own address \(To\)"):
        proof_of(message, "readers@press.example.org")


@pytest.mark.parametrize("field", ["Cc", "Bcc", "Resent-To"])
def test_a_message_that_names_further_readers_is_refused(field: str) -> None:
    message = issue(**{field.replace("-", "_"): "grace@example.org"})
    with pytest.raises(MailError, match=f"further readers.*{field.lower()}"):
        proof_of(message, ADA)


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"Subject: no body",
        ISSUE.replace(b"\r\n", b"\n"),
        ISSUE.replace(b"Tea.\r\n", b"Tea.\n.\n"),
        ISSUE.replace(b"Tea.\r\n", b"Tea.\r"),
        ISSUE.replace(b"Tea.", "Thé.".encode()),
        ISSUE.removesuffix(b"\r\n"),
    ],
)
def test_what_cannot_be_sent_as_it_stands_is_refused(message: bytes) -> None:
    with pytest.raises(MailError, match=r"not finished|further readers"):
        proof_of(message, ADA)


def test_what_is_no_proof_is_not_sent() -> None:
    with pytest.raises(MailError, match=RULE):
        send(ISSUE, SENDER, ADA, here(9))
    with pytest.raises(MailError, match=RULE):
        send(PROOF, SENDER, "grace@example.org", here(9))
    with pytest.raises(MailError, match="no address to send from"):
        send(PROOF, f"{SENDER}\r\nRCPT TO:<grace@example.org>", ADA, here(9))


@given(st.text() | st.from_regex(r"[a-z.@,;:<>\" ]+@[a-z.@,;:<> ]+", fullmatch=True))
def test_a_proof_of_whatever_address_has_one_reader_or_none(to: str) -> None:
    try:
        proof = proof_of(ISSUE, to)
    except MailError:
        return
    head = email.message_from_bytes(proof, policy=default)
    assert [address.addr_spec for address in head["To"].addresses] == [to]
    assert len(head.keys()) == len(email.message_from_bytes(ISSUE, policy=default).keys())


# The server


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("mail.example.org:25", ("mail.example.org", 25)),
        ("mail.example.org", ("mail.example.org", 587)),
        ("127.0.0.1:1025", ("127.0.0.1", 1025)),
        ("[::1]:1025", ("::1", 1025)),
        ("[::1]", ("::1", 587)),
    ],
)
def test_a_server_is_named_by_host_and_port(text: str, place: tuple[str, int]) -> None:
    assert read_place(text) == place


@pytest.mark.parametrize(
    "text", ["", ":25", "a:", "a:0", "a:65536", "a:b", "::1", "smtp://a", "ada@a:25", "a\r\nb", "a b:25"]
)
def test_what_names_no_server_is_refused(text: str) -> None:
    with pytest.raises(MailError, match="write HOST:PORT"):
        read_place(text)


def test_a_server_keeps_its_password_to_itself() -> None:
    server = Server("::1", 465, USER, PASSWORD)
    assert PASSWORD not in repr(server) + str(server)
    assert (str(server), server.implicit) == ("[::1]:465", True)


@pytest.mark.parametrize(
    ("address", "near"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("::ffff:127.0.0.1", True),
        ("192.0.2.1", False),
        ("10.0.0.1", False),
        ("::ffff:192.0.2.1", False),
        ("fe80::1%eth0", False),
    ],
)
def test_only_this_machine_is_near(address: str, near: bool) -> None:
    assert is_near(address) is near


# Sending


@pytest.mark.parametrize("security", [Security.AUTO, Security.NONE])
def test_a_proof_arrives_byte_by_byte(security: Security) -> None:
    box = Mailbox()
    with mail_server(box) as port:
        receipt = send(PROOF, SENDER, ADA, here(port, security=security))
    assert box.got == [(SENDER, [ADA], PROOF)]
    assert (receipt.to, receipt.server, receipt.encryption) == (ADA, f"{HERE}:{port}", "")
    assert receipt.message_id.encode() in PROOF
    assert receipt.size == len(PROOF)


@pytest.mark.parametrize("security", [Security.AUTO, Security.STARTTLS])
def test_starttls_is_used_where_it_is_offered(authority: trustme.CA, security: Security) -> None:
    box = Mailbox()
    with mail_server(box, tls_context=tls(authority), require_starttls=True) as port:
        receipt = send(PROOF, SENDER, ADA, here(port, security=security))
    assert box.got == [(SENDER, [ADA], PROOF)]
    assert receipt.encryption.startswith("TLSv1.")


def test_tls_from_the_first_byte(authority: trustme.CA) -> None:
    box = Mailbox()
    with mail_server(box, ssl_context=tls(authority)) as port:
        receipt = send(PROOF, SENDER, ADA, here(port, security=Security.TLS))
    assert box.got == [(SENDER, [ADA], PROOF)]
    assert receipt.encryption.startswith("TLSv1.")


@pytest.mark.parametrize("implicit", [False, True])
def test_a_certificate_that_nobody_trusts_ends_it(implicit: bool) -> None:
    box, context = Mailbox(), tls(trustme.CA())
    options, security = (
        ({"ssl_context": context}, Security.TLS) if implicit else ({"tls_context": context}, None)
    )
    with mail_server(box, **options) as port:
        said = refused(port, security=security or Security.AUTO, user=USER, password=PASSWORD)
    assert "certificate is not to be trusted (" in said
    assert "SSL_CERT_FILE" in said
    assert not box.got


def test_the_certificate_of_another_host_ends_it(authority: trustme.CA) -> None:
    box = Mailbox()
    with mail_server(box, tls_context=tls(authority, "mail.example.org")) as port:
        assert f"'{HERE}'" in refused(port)
    assert not box.got


def test_encryption_that_is_not_offered_is_not_done_without() -> None:
    box = Mailbox()
    with mail_server(box) as port:
        assert "offers no encryption (STARTTLS), so nothing was sent" in refused(
            port, security=Security.STARTTLS
        )
        for security in (Security.AUTO, Security.STARTTLS):
            with (
                socket.create_connection((HERE, port)) as wire,
                pytest.raises(MailError, match="offers no encryption"),
            ):
                Delivery(PROOF, SENDER, ADA).over(wire, here(port, security=security), near=False)
    assert not box.got


def test_starttls_that_is_taken_back_ends_it() -> None:
    greeting = b"220 here\r\n"
    with scripted(says(greeting, b"250-here\r\n250 STARTTLS\r\n", b"454 not today\r\n")) as port:
        assert "(454 not today)" in refused(port)
    with scripted(says(greeting, b"250-here\r\n250 STARTTLS\r\n", b"220 go\r\n250 injected\r\n")) as port:
        assert "TLS" in refused(port) or "hung up" in refused(port)


LOGIN = {"auth_required": True, "auth_require_tls": False}
QUIET = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")


@QUIET
def test_a_login_in_clear_stays_on_this_machine() -> None:
    box = Mailbox()
    with mail_server(box, authenticator=box.knows, **LOGIN) as port:
        server = here(port, user=USER, password=PASSWORD, security=Security.NONE)
        send(PROOF, SENDER, ADA, server)
        with (
            socket.create_connection((HERE, port)) as wire,
            pytest.raises(MailError, match="travel in clear"),
        ):
            Delivery(PROOF, SENDER, ADA).over(wire, server, near=False)
    assert box.users == [USER]
    assert len(box.got) == 1


def test_a_login_over_tls(authority: trustme.CA) -> None:
    box = Mailbox()
    options = {"tls_context": tls(authority), "authenticator": box.knows, "auth_required": True}
    with mail_server(box, **options) as port:
        send(PROOF, SENDER, ADA, here(port, user=USER, password=PASSWORD))
        said = refused(port, user=USER, password="wrong")
        unnamed = refused(port)
        odd = refused(port, user=USER, password="h\N{LATIN SMALL LETTER E WITH ACUTE}")
    assert box.got == [(SENDER, [ADA], PROOF)]
    assert "does not let ada in (535 " in said
    assert "check --smtp-user and BYLINE_SMTP_PASSWORD" in said
    assert "(530 " in unnamed
    assert "name an account that may send: --smtp-user" in unnamed
    assert "ASCII" in odd


def test_a_login_that_is_not_offered() -> None:
    with mail_server(Mailbox()) as port:
        assert "offers no login; leave out --smtp-user" in refused(port, user=USER, password=PASSWORD)


def test_a_recipient_or_a_message_that_is_refused() -> None:
    box = Mailbox(recipient="550 5.1.1 no\x1b[2J such user")
    with mail_server(box) as port:
        assert f"does not take mail for {ADA} (550 5.1.1 no [2J such user); check the address" in refused(
            port
        )
    with mail_server(Mailbox(recipient="451 greylisted")) as port:
        assert "(451 greylisted); try again later" in refused(port)
    with mail_server(Mailbox(data="554 looks like spam")) as port:
        assert "does not take the message (554 looks like spam)" in refused(port)
    assert not box.got


GREETED = (b"220 here\r\n", b"250 here\r\n")


@pytest.mark.parametrize(
    "answers",
    [
        (),
        GREETED[:1],
        GREETED,
        (*GREETED, b"250 ok\r\n"),
        (*GREETED, b"250 ok\r\n", b"250 ok\r\n", b"354 go\r\n"),
    ],
)
def test_a_server_that_hangs_up_midway(answers: tuple[bytes, ...]) -> None:
    with scripted(says(*answers)) as port:
        assert "hung up midway" in refused(port)


def test_what_is_no_mail_server() -> None:
    with scripted(says(b"HTTP/1.1 400 Bad Request\r\n")) as port:
        assert "does not greet as a mail server does" in refused(port)
    with scripted(says(b"554 go away\r\n")) as port:
        assert "(554 go away)" in refused(port)
    with mail_server(Mailbox()) as port:
        assert "no TLS there (" in refused(port, security=Security.TLS)
    with socket.create_server((HERE, 0)) as listening:
        port = listening.getsockname()[1]
    assert "nothing answers there; check host and port" in refused(port)


def drip(wire: socket.socket, over: threading.Event) -> None:
    """A greeting of 20 s, line by line, faster than any limit for one answer."""
    for _ in range(1_000):
        if over.wait(0.02):
            return
        wire.sendall(b"220-still here\r\n")


def silent(_wire: socket.socket, over: threading.Event) -> None:
    over.wait(20)


@pytest.mark.parametrize("security", [Security.AUTO, Security.TLS])
@pytest.mark.parametrize("play", [silent, drip])
def test_there_is_an_end_to_waiting(
    play: Callable[[socket.socket, threading.Event], None], security: Security
) -> None:
    with scripted(play) as port:
        said = refused(port, security=security, timeout=0.3)
    if not (play is drip and security is Security.TLS):  # which is no TLS, and so is told at once
        assert "did not finish within 0.3 s" in said


def test_a_server_that_says_no_goodbye_has_the_proof() -> None:
    done = (*GREETED, b"250 ok\r\n", b"250 ok\r\n", b"354 go\r\n")

    def play(wire: socket.socket, _over: threading.Event) -> None:
        with wire.makefile("rb") as heard:
            for answer in done:
                wire.sendall(answer)
                heard.readline()
            while heard.readline() != b".\r\n":
                pass
            wire.sendall(b"250 taken\r\n")

    with scripted(play) as port:
        assert send(PROOF, SENDER, ADA, here(port)).to == ADA


@pytest.mark.parametrize(
    "error",
    [
        socket.gaierror(-2, "Name or service not known"),
        OSError(113, "No route to host"),
        smtplib.SMTPSenderRefused(553, b"not yours", SENDER),
        smtplib.SMTPHeloError(501, b"what?"),
        smtplib.SMTPException("odd"),
        UnicodeError("label too long"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_whatever_fails_is_told_with_its_mend(error: Exception) -> None:
    from byline.mail.post import _told  # noqa: PLC0415  the table of what fails, without the failing

    said = _told(error, SENDER, ADA, here(25))
    assert re.search(r"; (check|name) |; mend|check them", said)
    assert "{" not in said


def test_every_way_to_fail_is_reached_before_a_wider_one() -> None:
    kinds = [kind for kind, _ in FAULTS]
    for number, kind in enumerate(kinds):
        assert not [wider for wider in kinds[:number] if issubclass(kind, wider)]
