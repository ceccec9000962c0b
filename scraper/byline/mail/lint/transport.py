"""Whether a message can travel as it stands: line ends, lengths, encodings. RFC 5322 2 and RFC 2045.

Each check takes the message and finds breaches; add one to `CHECKS`. Patterns look at each byte once:
a message may have 25 MB.
"""

import re
from collections.abc import Callable, Iterator

from byline.mail.lint.message import Header, Mail, Part
from byline.mail.lint.remarks import Found, first_of, quoted

OVER_998 = re.compile(rb"^[^\n]{999,}", re.MULTILINE)
OVER_78 = re.compile(rb"^[^\n]{79,998}$", re.MULTILINE)
OVER_76 = re.compile(rb"^[^\n]{77,}", re.MULTILINE)
QP_BREACH = re.compile(rb"=(?![0-9A-Fa-f]{2}|\n|\Z)|[ \t](?=\n)|[^\t\n\r -~]")
BASE64_BREACH = re.compile(rb"[^A-Za-z0-9+/=\s]|=[A-Za-z0-9+/]")
PLAIN = {"7bit", "8bit"}
KNOWN = {*PLAIN, "quoted-printable", "base64"}
ON_THE_WAY = re.compile(  # headers that servers write; no author can fold them
    r"received|arc-.*|authentication-results|dkim-signature|domainkey-signature|x-.*|return-path|delivered-to"
    r"|feedback-id|received-spf"
)


def line_ends(mail: Mail) -> Iterator[Found]:
    """A file with LF is one as it was stored; a few LF among CRLF are what no server should pass on."""
    lines = mail.data.count(b"\n")
    bare = mail.raw.count(b"\n") - mail.raw.count(b"\r\n")
    if bare:
        share = f"all {lines:,} lines end" if bare == lines else f"{bare:,} of {lines:,} lines end"
        at = re.search(rb"(?<!\r)\n", mail.raw)
        where = f"line {mail.raw.count(10, 0, at.start()) + 1}" if at else ""
        yield Found("line-ends" if 2 * bare >= lines else "bare-lf", f"{share} with LF alone", where)


def bare_cr(mail: Mail) -> Iterator[Found]:
    """A CR that ends no line is one to some servers, and none to others."""
    yield from _octet(mail, b"\r", "bare-cr", "CR not followed by LF")


def nul(mail: Mail) -> Iterator[Found]:
    """No text holds NUL, and some servers end the message there."""
    yield from _octet(mail, b"\0", "nul", "NUL byte")


def _octet(mail: Mail, octet: bytes, code: str, said: str) -> Iterator[Found]:
    count = mail.data.count(octet)
    if count:
        yield Found(code, said, mail.line(mail.data.index(octet)), count - 1)


def line_998(mail: Mail) -> Iterator[Found]:
    """The limit that servers cut at."""
    found = OVER_998.finditer(mail.data)
    breaches = ((f"a line of {m.end() - m.start():,} characters", m.start()) for m in found)
    yield from _placed(mail, "line-998", breaches)


def line_78(mail: Mail) -> Iterator[Found]:
    """Only lines that could be broken: one word alone (an address) cannot, nor what servers add."""
    yield from _placed(mail, "line-78", _long_lines(mail))


def _long_lines(mail: Mail) -> Iterator[tuple[str, int]]:
    for part in mail.parts:
        for header in part.headers:
            if not ON_THE_WAY.fullmatch(header.name):
                yield from _long_header_lines(header)
        if not part.is_multipart and part.encoding in PLAIN:
            for match in OVER_78.finditer(mail.data, part.start, part.end):
                if len(match[0].split(None, 1)) > 1:
                    yield f"a line of {len(match[0])} characters", match.start()


def _long_header_lines(header: Header) -> Iterator[tuple[str, int]]:
    for match in OVER_78.finditer(header.raw):
        words = match[0].split(None, 2)
        named = match.start() == 0 and len(words) > 1 and words[0].endswith(b":")
        if len(words) > 1 + named:
            yield (
                f"a line of {len(match[0])} characters in {quoted(header.written)}",
                header.at + match.start(),
            )


def qp_76(mail: Mail) -> Iterator[Found]:
    """Lines of encoded text are shorter than those of plain text may be."""
    yield from _in_parts(mail, "quoted-printable", OVER_76, "qp-76", "a line of {} characters")


def qp_form(mail: Mail) -> Iterator[Found]:
    """What a reader of quoted-printable would have to guess."""
    yield from _in_parts(mail, "quoted-printable", QP_BREACH, "qp-form", "{!r} does not belong there")


def base64_form(mail: Mail) -> Iterator[Found]:
    """Letters outside the alphabet, text after the padding, lines too long."""
    yield from _in_parts(mail, "base64", BASE64_BREACH, "base64-form", "{!r} does not belong there")
    yield from _in_parts(mail, "base64", OVER_76, "base64-form", "a line of {} characters")


def _in_parts(mail: Mail, encoding: str, pattern: re.Pattern[bytes], code: str, said: str) -> Iterator[Found]:
    breaches = (
        (said.format(quoted(m[0].decode("latin-1")) if "!r" in said else len(m[0])), m.start())
        for part in _leaves(mail)
        if part.encoding == encoding
        for m in pattern.finditer(mail.data, part.start, part.end)
    )
    yield from _placed(mail, code, breaches)


def seven_bit(mail: Mail) -> Iterator[Found]:
    """What says 7bit is."""
    breaches = (
        ("bytes beyond ASCII, yet it says 7bit", part.called)
        for part in _leaves(mail)
        if part.encoding == "7bit" and not mail.body(part).isascii()
    )
    yield from first_of("not-7bit", breaches)


def eight_bit(mail: Mail) -> Iterator[Found]:
    """Allowed where every server on the way takes it."""
    breaches = (
        ("bytes beyond ASCII, sent as they are", part.called)
        for part in _leaves(mail)
        if part.encoding == "8bit" and not mail.body(part).isascii()
    )
    yield from first_of("eight-bit", breaches)


def encodings(mail: Mail) -> Iterator[Found]:
    """An encoding that is known and can be sent; of the parts of a multipart, not of itself."""
    unknown = ((quoted(p.encoding), p.called) for p in _leaves(mail) if p.encoding not in KNOWN)
    yield from first_of("encoding-unknown", unknown)
    encoded = (
        (quoted(p.encoding), p.called)
        for p in mail.parts
        if p.is_multipart and p.encoding not in {*PLAIN, "binary"}
    )
    yield from first_of("multipart-encoding", encoded)


def _leaves(mail: Mail) -> list[Part]:
    return [part for part in mail.parts if not part.is_multipart]


def _placed(mail: Mail, code: str, breaches: Iterator[tuple[str, int]]) -> Iterator[Found]:
    """Breaches at offsets; the line of the first alone is counted out."""
    for found in first_of(code, ((said, str(at)) for said, at in breaches)):
        yield Found(code, found.said, mail.line(int(found.where)), found.more)


CHECKS: tuple[Callable[[Mail], Iterator[Found]], ...] = (
    line_ends,
    bare_cr,
    nul,
    line_998,
    line_78,
    qp_76,
    qp_form,
    base64_form,
    seven_bit,
    eight_bit,
    encodings,
)
