"""Pages fetched by address, safely: what a stranger names may not reach a private network.

Every address of a host is judged, and the connection goes to the very address that was judged, so
that a name cannot change its mind in between (DNS rebinding). Redirects go the same way.
"""

import gzip
import http.client
import io
import ipaddress
import re
import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from byline.errors import SourceError
from byline.extract.decode import MAX_BYTES
from byline.model import Page, Source

TIMEOUT = 30.0  # seconds, for the whole page
REDIRECTS = 10
PORTS = {None, 80, 443}
MOVED = {301, 302, 303, 307, 308}
CHUNK = 65_536
BROKE_OFF = "the transfer broke off"
SENT = "/%?:@!$&'()*+,;=~[]|"  # stays as it is; the rest is percent-encoded
STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
AGENT = "Byline/0.1 (imports article pages with their credits)"
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_address(source: str) -> bool:
    """Whether a source is an http(s) address rather than a path."""
    return source.lower().startswith(("http://", "https://"))


def fetch(url: str, *, allow_private: bool = False) -> Page:
    """The page at `url`, redirects followed.

    Args:
        url: http or https.
        allow_private: also connect to private and loopback addresses and to unusual ports.

    Raises:
        SourceError: it cannot be had within the bounds on time, size and redirects, or its host
            is private; the message names the address.

    """
    deadline = time.monotonic() + TIMEOUT
    address = url
    for _ in range(REDIRECTS + 1):
        try:
            address = sendable(address)
            status, headers, content = _request(address, deadline, allow_private)
            if status in MOVED and headers.get("location"):
                address = urljoin(address, _utf8(headers["location"]))
                continue
        except (OSError, http.client.HTTPException, EOFError, zlib.error, ValueError) as error:
            raise SourceError(f"{url}: cannot be fetched: {str(error) or type(error).__name__}") from error
        if status != http.client.OK:
            raise SourceError(f"{url}: the server answered {status}; open it in a browser to see why")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return Page(content, Source(url=address, retrieved=now))
    raise SourceError(f"{url}: more than {REDIRECTS} redirects")


def sendable(url: str) -> str:
    """`url` as it goes on the wire: ASCII, percent-encoded, without a login or a fragment.

    Raises:
        ValueError: its host or port is none.

    """
    parts = urlsplit(url.strip())
    host = parts.hostname or ""
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    place = f"[{host}]" if ":" in host else host
    if parts.port is not None:
        place += f":{parts.port}"
    path, query = (quote(STRAY_PERCENT.sub("%25", part), safe=SENT) for part in (parts.path, parts.query))
    return urlunsplit((parts.scheme, place, path, query, ""))


def _utf8(header: str) -> str:
    """A header that a server sent as UTF-8; the library reads every one as Latin-1."""
    try:
        return header.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return header


def _request(url: str, deadline: float, allow_private: bool) -> tuple[int, dict[str, str], bytes]:
    with connected(url, deadline, allow_private=allow_private) as (connection, wire):
        headers = {"User-Agent": AGENT, "Accept-Encoding": "gzip"}
        connection.request("GET", path_of(url), headers=headers)
        response = connection.getresponse()
        headers = {name.lower(): value for name, value in response.getheaders()}
        if response.status != http.client.OK:
            return response.status, headers, b""
        content = _body(response, wire, deadline)
        if headers.get("content-encoding", "").lower() == "gzip":
            content = _unzipped(content)
        return response.status, headers, content


def path_of(url: str) -> str:
    """What a request for `url` asks the host for."""
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")


@contextmanager
def connected(
    url: str, deadline: float, *, allow_private: bool
) -> Iterator[tuple[http.client.HTTPConnection, socket.socket]]:
    """A connection to the host of `url`, and its socket; certificates are verified.

    Raises:
        OSError: there is none before the deadline.
        ValueError: `url` may not be connected to.

    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError(f"{url} is not an http or https address")
    if not allow_private and parts.port not in PORTS:
        raise ValueError(f"port {parts.port} is refused; --allow-private permits it")
    secure = parts.scheme == "https"
    port = parts.port or (443 if secure else 80)
    connection = http.client.HTTPConnection(parts.hostname, port)
    wire = _connect(parts.hostname, port, deadline, allow_private)
    try:
        if secure:
            wire = ssl.create_default_context().wrap_socket(wire, server_hostname=parts.hostname)
        connection.sock = wire
        yield connection, wire
    finally:
        connection.close()
        wire.close()


def _connect(host: str, port: int, deadline: float, allow_private: bool) -> socket.socket:
    """A connection to an address of `host` that was judged; all of them must be public."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    places = [str(info[4][0]) for info in found]
    if not allow_private:
        for place in places:
            if not is_public(ipaddress.ip_address(place.split("%")[0])):
                raise ValueError(f"{host} is at a private address, {place}; --allow-private permits it")
    problem: OSError | None = None
    for place in places:
        try:
            return socket.create_connection((place, port), timeout=left(deadline))
        except OSError as error:
            problem = error
    raise problem or OSError("no address")


def is_public(address: Address) -> bool:
    """Whether an address is on the open internet, also when it is wrapped in another form."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and address in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
        if address.is_site_local:
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved


def _body(response: http.client.HTTPResponse, wire: socket.socket, deadline: float) -> bytes:
    """The content, whole as it was announced: what a part leaves out may be what forbids."""
    announced = response.length
    chunks: list[bytes] = []
    size = 0
    while chunk := _chunk(response, wire, deadline):
        size += len(chunk)
        if size > MAX_BYTES:
            raise ValueError(f"larger than {MAX_BYTES // 1_000_000} MB")
        chunks.append(chunk)
    if announced not in {None, size}:
        raise ValueError(BROKE_OFF)
    return b"".join(chunks)


def _chunk(response: http.client.HTTPResponse, wire: socket.socket, deadline: float) -> bytes:
    wire.settimeout(left(deadline))
    try:
        return response.read1(CHUNK)
    except http.client.IncompleteRead as error:
        raise ValueError(BROKE_OFF) from error


def _unzipped(content: bytes) -> bytes:
    """`content` unpacked, but never beyond the bound: a small file may hold a gigabyte."""
    with gzip.GzipFile(fileobj=io.BytesIO(content)) as packed:
        data = packed.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise ValueError(f"larger than {MAX_BYTES // 1_000_000} MB when unpacked")
    return data


def left(deadline: float) -> float:
    """The seconds until `deadline`; TimeoutError when there are none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError(f"slower than {TIMEOUT:.0f} s")
    return left
