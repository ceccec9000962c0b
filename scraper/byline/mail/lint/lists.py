"""Whether mail programs can offer one click to leave the list: List-* headers, RFC 2369, 2919 and 8058.

Each check takes the message and finds breaches; add one to `CHECKS`.
"""

import re
from collections.abc import Callable, Iterator

from byline.mail.lint.charsets import COMMENT, MAX_VALUE, WORD
from byline.mail.lint.message import Mail
from byline.mail.lint.remarks import Found, first_of, quoted

ADDRESSES = ("list-unsubscribe", "list-help", "list-subscribe", "list-post", "list-owner", "list-archive")
ADDRESS = re.compile(rf"\s*(?:{COMMENT}\s*)*<([^<>\s]+)>\s*(?:{COMMENT}\s*)*(?:,|$)")
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{0,30}:[!-~]+")
LIST_ID = re.compile(
    r"([^<>]*)<[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)+>\s*" + rf"(?:{COMMENT})?", re.ASCII
)
MAX_LIST_ID = 255
ONE_CLICK = "List-Unsubscribe=One-Click"
SIGNED = re.compile(r"(?:^|;)\s*h\s*=([^;]*)")
TO_SIGN = {"list-unsubscribe", "list-unsubscribe-post"}


def list_id(mail: Mail) -> Iterator[Found]:
    """An identifier like a domain name; a name before it, if any, in ASCII."""
    for header in mail.all("list-id")[:1]:
        value = header.value[:MAX_VALUE].strip()
        inside = value[value.rfind("<") :]
        if not LIST_ID.fullmatch(value) or len(inside) - 2 > MAX_LIST_ID or WORD.search(inside):
            yield Found("list-id-form", quoted(value) or "it is empty", "header List-ID")
        elif WORD.search(value):
            yield Found("list-id-encoded", quoted(value), "header List-ID")


def list_addresses(mail: Mail) -> Iterator[Found]:
    """Addresses that a program finds whole: no blank and no line end inside, nothing encoded."""
    headers = [header for name in ADDRESSES for header in mail.all(name)]
    encoded = [header for header in headers if WORD.search(header.value)]
    yield from first_of("list-encoded", ((quoted(h.value), f"header {h.written}") for h in encoded))
    rest = [header for header in headers if header not in encoded]
    faults = ((fault, f"header {h.written}") for h in rest if (fault := _fault(h.name, h.value)))
    yield from first_of("list-form", faults)


def _fault(name: str, value: str) -> str:
    short = value[:MAX_VALUE]
    if name == "list-post" and re.sub(COMMENT, "", short).strip() == "NO":
        return ""
    at = 0
    while at < len(short) or not at:
        match = ADDRESS.match(short, at)
        if match is None:
            return f"{quoted(short[at:]) or 'it is empty'}: no address in angle brackets"
        if not URI.fullmatch(match[1]):
            return f"{quoted(match[1])} is no address"
        at = match.end()
    return ""


def leaving(mail: Mail) -> Iterator[Found]:
    """An https address for one click, and a mail address for programs that know no other way."""
    where = "header List-Unsubscribe"
    if not mail.all("list-unsubscribe"):
        yield Found("unsubscribe-header", "there is none", where)
        return
    value = mail.value("list-unsubscribe")[:MAX_VALUE].lower()
    if "<https://" not in value:
        yield Found("unsubscribe-https", quoted(value), where)
    if "<mailto:" not in value:
        yield Found("unsubscribe-mailto", quoted(value), where)


def one_click(mail: Mail) -> Iterator[Found]:
    """Without it, and letter for letter, providers show no button."""
    where = "header List-Unsubscribe-Post"
    said = mail.all("list-unsubscribe-post")
    if not said:
        yield Found("one-click", "there is none", where)
    elif said[0].value.strip() != ONE_CLICK:
        yield Found("one-click-form", quoted(said[0].value) or "it is empty", where)


def signed(mail: Mail) -> Iterator[Found]:
    """Judged where the message is signed already; a message before it is sent is not."""
    signatures = [header.value[:MAX_VALUE] for header in mail.all("dkim-signature")]
    names = [SIGNED.search(signature) for signature in signatures]
    covered = [{name.strip().lower() for name in found[1].split(":")} for found in names if found]
    present = {name for name in TO_SIGN if mail.all(name)}
    if signatures and not any(present <= names for names in covered):
        yield Found("dkim-list", "no signature covers them", "header DKIM-Signature")


CHECKS: tuple[Callable[[Mail], Iterator[Found]], ...] = (list_id, list_addresses, leaving, one_click, signed)
