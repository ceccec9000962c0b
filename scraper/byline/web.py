"""Addresses of the web: what may stand behind a link that travels with an article.

A licence, a source or an author's page is named by an absolute http(s) address, or not at all: a
relative one leads elsewhere on every site that reprints it, and a script leads nowhere good.
"""

import ipaddress
import re
from urllib.parse import urljoin, urlsplit

ADDRESS = re.compile(
    r"https?://[^\s\x00-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff<>\"\\]+",
    re.IGNORECASE,  # a page may spell out, as `&#xFFFF;`, what no text holds
)
MAIL = re.compile(r"mailto:[^@\s]+@[\w-]+(?:\.[\w-]+)+")
LABEL = re.compile(r"(?:[\w-]|[^\x00-\x7f])+")  # of a host; what is not ASCII may be a sign of its script
SPACES = re.compile(r"[\t\n\r]")  # browsers drop these from an address


def is_web_address(url: str | None) -> bool:
    """Whether `url` is absolute, http or https, and names a host."""
    if not url or ADDRESS.fullmatch(url) is None:
        return False
    try:
        parts = urlsplit(url)
        return _is_host(parts.hostname or "") and parts.port != 0
    except ValueError:  # `http://[bad`, or a port that is none
        return False


def _is_host(name: str) -> bool:
    """Whether a host can have this name: labels between dots, or the number that stands in brackets."""
    if ":" in name:
        return ipaddress.IPv6Address(name).scope_id is None
    return all(LABEL.fullmatch(label) for label in name.removesuffix(".").split("."))


def is_live(url: str) -> bool:
    """Whether a reader elsewhere can follow a link: to a web address, or to write a mail."""
    return is_web_address(url) or MAIL.match(url) is not None


def web_address(href: str | None, base: str | None = None) -> str | None:
    """`href` as an absolute address, resolved against `base` where that is known; None if it is none."""
    cleaned = SPACES.sub("", (href or "").strip()).replace(" ", "%20")
    if not cleaned:
        return None
    if cleaned.startswith("//") and not base:
        cleaned = f"https:{cleaned}"
    try:
        whole = urljoin(base, cleaned) if base else cleaned
    except ValueError:
        return None
    return whole if is_web_address(whole) else None
