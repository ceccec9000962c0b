"""A key for an address: equal where two lead to the same place, as a browser would read them.

What may differ: http or https, a trailing slash, percent-encoding, the default port, the case of
the host, a fragment, and `utm_…` parameters. Another host, path or query is another address.
"""

import re
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

PORTS = {"http": 80, "https": 443}
NOISE = re.compile(r"[\t\r\n]")
TRACKING = "utm_"
ROUTE = ("#!", "#/")  # fragments that a script reads as a path
LICENCE_TAIL = re.compile(r"/(?:deed|legalcode)(?:\.[\w-]{2,10})?/?$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def address_key(url: str) -> str:
    """Equal for addresses that lead to the same place; empty for what is no address."""
    plain = NOISE.sub("", url.strip())
    scheme, colon, rest = plain.partition(":")
    scheme = scheme.lower()
    if not colon:
        return ""
    if scheme == "mailto":
        return "mailto:" + unquote(rest.partition("?")[0]).strip().lower()
    if scheme not in PORTS:
        return f"{scheme}:{unquote(rest).strip()}"
    try:
        parts = urlsplit(f"{scheme}:{rest.replace(chr(92), '/')}")  # a browser reads \ as /
        return _web_key(parts)
    except ValueError:
        return ""


def licence_key(url: str) -> str:
    """As `address_key`, for a licence: its deed in any language is the same licence."""
    return address_key(LICENCE_TAIL.sub("/", url.strip().partition("#")[0]))


def _web_key(parts: SplitResult) -> str:
    host = _host(parts.hostname or "")
    if not host:
        return ""
    port = f":{parts.port}" if parts.port not in {None, *PORTS.values()} else ""
    user = f"{parts.username}@" if parts.username else ""
    query = "&".join(
        f"{quote(name)}={quote(value)}"
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(TRACKING)
    )
    fragment = f"#{parts.fragment}"
    route = unquote(fragment) if fragment.startswith(ROUTE) else ""
    return f"//{user}{host}{port}{_path(parts.path)}{'?' + query if query else ''}{route}"


def _host(name: str) -> str:
    lowered = name.lower().rstrip(".")
    try:
        return lowered if lowered.isascii() else lowered.encode("idna").decode("ascii")
    except UnicodeError:
        return lowered


def _path(path: str) -> str:
    """Decoded, without `.` and `..`; an encoded slash stays apart from a real one."""
    kept: list[str] = []
    for segment in path.split("/"):
        plain = unquote(segment)
        if plain == "..":
            if kept:
                kept.pop()
        elif plain != ".":
            kept.append(quote(plain, safe=""))
    joined = "/".join(kept).strip("/")
    return f"/{joined}" if joined else ""
