"""Whether the headers say who, to whom, when and what, in the form that RFC 5322 and RFC 2047 ask.

Each check takes the message and finds breaches; add one to `CHECKS`.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from byline.mail.lint.addresses import mailboxes, quoted_tokens
from byline.mail.lint.charsets import COMMENT, MAX_VALUE, WORD, decoded, word_fault
from byline.mail.lint.message import Header, Mail
from byline.mail.lint.remarks import Found, first_of, quoted
from byline.mail.lint.transport import ON_THE_WAY

COUNTED = {  # headers that come once, and the rule about their number
    "from": "from-count",
    "to": "to-count",
    "subject": "subject-count",
    "date": "date-count",
    "message-id": "message-id-count",
    "list-id": "list-id-count",
}
ONCE = {
    *("cc", "bcc", "reply-to", "sender", "in-reply-to", "references", "content-type"),
    *("content-transfer-encoding", "list-unsubscribe", "list-unsubscribe-post"),
}
ADDRESSED = ("to", "cc", "reply-to", "sender")
FREE_MAIL = {
    *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "aol.com"),
    *("yahoo.com", "yahoo.co.uk", "yahoo.co.jp", "yahoo.fr", "yahoo.de", "icloud.com", "me.com", "mac.com"),
    *("gmx.net", "gmx.de", "gmx.com", "web.de", "mail.ru", "yandex.ru", "proton.me", "protonmail.com"),
}
MAX_SUBJECT = 70  # letters
MAX_WORD, MAX_WORD_LINE = 75, 76  # RFC 2047 2

DATE = re.compile(
    r"(?:(?P<weekday>[A-Z][a-z]{2})\s*,\s*)?(?P<day>\d{1,2})\s+(?P<month>[A-Z][a-z]{2})\s+(?P<year>\d{4})\s+"
    r"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?\s+"
    r"(?:(?P<zone>[+-](?:\d\d)[0-5]\d)|(?P<named>UT|GMT|[ECMP][SD]T|[A-IK-Za-ik-z]))(?:\s*" + COMMENT + r")*"
)
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MESSAGE_ID = re.compile(r"<[^\s<>@\"(),:;\\]{1,500}@(?:[^\s<>@\"(),:;\\\[\]]{1,255}|\[[^\s<>\[\]]{1,255}\])>")
REPLY = re.compile(r"(?:re|fwd?|aw|wg|antw|sv|vs|tr|rv)(?:\[\d{1,3}\])?\s*:", re.IGNORECASE)
UNSEEN = re.compile("[\u00ad\u180e\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
CONTROL = re.compile(rb"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]")


def counts(mail: Mail) -> Iterator[Found]:
    """One of each; more than one of what may be left out."""
    for name, code in COUNTED.items():
        count = len(mail.all(name))
        if count != 1:
            yield Found(code, f"{count} of them" if count else "there is none", f"header {name.title()}")
    twice = [
        (f"{len(mail.all(name))} of them", f"header {name.title()}")
        for name in sorted(ONCE)
        if mail.all(name)[1:]
    ]
    yield from first_of("header-twice", twice)


def octets(mail: Mail) -> Iterator[Found]:
    """ASCII that can be printed, in the parts' headers too."""
    headers = [header for part in mail.parts for header in part.headers]
    eight = ((quoted(h.value), _where(h)) for h in headers if not h.raw.isascii())
    yield from first_of("header-8bit", eight)
    control = ((quoted(h.value), _where(h)) for h in headers if CONTROL.search(h.raw))
    yield from first_of("header-control", control)


def sender(mail: Mail) -> Iterator[Found]:
    """One address that exists in form, at a domain that lets its owner send in bulk."""
    for header in mail.all("from")[:1]:
        found, where = mailboxes(header.value), _where(header)
        fault = found[0].fault if len(found) == 1 else f"{len(found)} addresses"
        if fault:
            yield Found("from-address", f"{fault}: {quoted(header.value)!r}", where)
            return
        address = found[0].address.lower()
        if address.rpartition("@")[2] in FREE_MAIL:
            yield Found("from-free-mail", address, where)
        shown = [a for a in ADDRESS.findall(decoded(found[0].name)[:1000]) if a.lower() != address]
        if shown:
            yield Found("from-disguised", f"the name shows {shown[0]}, the address is {address}", where)


def addresses(mail: Mail) -> Iterator[Found]:
    """Every address that a reader may answer or see."""
    headers = [header for name in ADDRESSED for header in mail.all(name)]
    faults = (
        (f"{box.fault}: {quoted(box.address or header.value)!r}", _where(header))
        for header in headers
        for box in mailboxes(header.value)
        if box.fault
    )
    yield from first_of("address-form", faults)
    if mail.all("bcc"):
        yield Found("bcc-left", "the message names them", "header Bcc")


def subject(mail: Mail) -> Iterator[Found]:
    """Words, few and honest."""
    for header in mail.all("subject")[:1]:
        words, where = decoded(header.value).strip(), _where(header)
        if not words:
            yield Found("subject-empty", "it says nothing", where)
        if len(words) > MAX_SUBJECT:
            yield Found("subject-70", f"{len(words):,} characters", where)
        if REPLY.match(words) and not (mail.value("in-reply-to") or mail.value("references")):
            yield Found("subject-reply", f"{quoted(words)!r} answers nothing", where)


def unseen(mail: Mail) -> Iterator[Found]:
    """Letters that no reader sees, or that turn the words around."""
    headers = [*mail.all("from")[:1], *mail.all("subject")[:1]]
    found = ((UNSEEN.search(decoded(header.value)), header) for header in headers)
    yield from first_of("hidden-letters", ((f"U+{ord(m[0]):04X}", _where(h)) for m, h in found if m))


def date(mail: Mail) -> Iterator[Found]:
    """A day that was, on the weekday that it says, with a zone."""
    for header in mail.all("date")[:1]:
        said, where = header.value[:200].strip(), _where(header)
        match = DATE.fullmatch(said)
        fault = "no date with a zone" if match is None else _date_fault(match)
        if fault:
            yield Found("date-form", f"{fault}: {quoted(said)!r}", where)
        elif match and match["named"]:
            yield Found("date-zone", match["named"], where)


def _date_fault(match: re.Match[str]) -> str:
    if match["month"] not in MONTHS:
        return "no such month"
    numbers = [int(match[name]) for name in ("year", "day", "hour", "minute")]
    year, day, hour, minute = numbers
    try:
        moment = datetime(year, MONTHS.index(match["month"]) + 1, day, hour, minute, tzinfo=UTC)
    except ValueError:
        return "no such day or time"
    if int(match["second"] or 0) > 60:  # noqa: PLR2004  a leap second is the sixtieth
        return "no such second"
    weekday = WEEKDAYS[moment.weekday()]
    return f"that day is a {weekday}" if match["weekday"] not in {None, weekday} else ""


def message_id(mail: Mail) -> Iterator[Found]:
    """What replies and archives refer to."""
    for header in mail.all("message-id")[:1]:
        if not MESSAGE_ID.fullmatch(re.sub(COMMENT, "", header.value[:1000]).strip()):
            yield Found("message-id-form", quoted(header.value), _where(header))


def mime_version(mail: Mail) -> Iterator[Found]:
    """Said once, with a comment or without."""
    said = [re.sub(COMMENT, "", header.value[:200]).replace(" ", "") for header in mail.all("mime-version")]
    if said != ["1.0"]:
        yield Found("mime-version", quoted(", ".join(said)) or "there is none", "header MIME-Version")


def encoded_words(mail: Mail) -> Iterator[Found]:
    """Words as RFC 2047 writes them, where it lets them stand; List-* headers have a rule of their own."""
    headers = [h for part in mail.parts for h in part.headers if not h.name.startswith("list-")]
    holding = [h for h in headers if b"=?" in h.raw and not ON_THE_WAY.fullmatch(h.name)]
    words = [(word, header) for header in holding for word in WORD.finditer(header.value[:MAX_VALUE])]
    long = ((f"{len(w[0]):,} characters", _where(h)) for w, h in words if len(w[0]) > MAX_WORD)
    yield from first_of("encoded-word-75", long)
    yield from first_of("encoded-word-76", _long_lines(holding))
    faults = ((f"{quoted(w[0])} {fault}", _where(h)) for w, h in words if (fault := _word_fault(w, h)))
    yield from first_of("encoded-word-form", faults)
    placed = (
        (quoted(token), _where(header))
        for header in holding
        if header.name in {"from", *ADDRESSED}
        for token in quoted_tokens(header.value)
        if WORD.search(token)
    )
    yield from first_of("encoded-word-place", placed)


def _long_lines(headers: list[Header]) -> Iterator[tuple[str, str]]:
    for header in headers:
        for line in header.raw[:MAX_VALUE].decode("latin-1").split("\n"):
            if len(line) > MAX_WORD_LINE and any(len(w[0]) <= MAX_WORD for w in WORD.finditer(line)):
                yield f"a line of {len(line):,} characters", _where(header)


def _word_fault(word: re.Match[str], header: Header) -> str:
    before, after = header.value[: word.start()][-1:], header.value[word.end() : word.end() + 1]
    if before not in {"", " ", "\t", "(", '"', "<"} or after not in {"", " ", "\t", ")", '"', ">", ","}:
        return "touches other letters"
    return word_fault(word)


def _where(header: Header) -> str:
    return f"header {quoted(header.written)}"


CHECKS: tuple[Callable[[Mail], Iterator[Found]], ...] = (
    counts,
    octets,
    sender,
    addresses,
    subject,
    unseen,
    date,
    message_id,
    mime_version,
    encoded_words,
)
