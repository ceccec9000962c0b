"""One question to a server that the configuration names, and its answer, whatever its status.

For what a stranger names, see `url.py`. No redirect is followed: who asks decides whether to.
"""

import http.client
import time
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from byline.errors import SourceError
from byline.sources.url import AGENT, connected, left, path_of, sendable

CHUNK = 65_536
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: headers by their names in small letters, and the beginning of the content."""

    status: int
    headers: Mapping[str, str]
    content: bytes


def exchange(url: str, seconds: float, limit: int, form: Mapping[str, str] | None = None) -> Answer:
    """The answer of `url`; its bytes as they are, not packed.

    Args:
        url: http or https, of any host and port.
        seconds: for all of it.
        limit: how many bytes of the content are wanted; the rest is left.
        form: sent by POST; without one, it is a GET.

    Raises:
        SourceError: there is no answer; the message names the address.

    """
    try:
        return _exchange(sendable(url), time.monotonic() + seconds, limit, form)
    except TimeoutError as error:
        raise SourceError(f"{url}: no answer within {seconds:g} s") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise SourceError(f"{url}: no answer: {str(error) or type(error).__name__}") from error


def _exchange(url: str, deadline: float, limit: int, form: Mapping[str, str] | None) -> Answer:
    with connected(url, deadline, allow_private=True) as (connection, wire):
        headers = {"User-Agent": AGENT, "Accept-Encoding": "identity"}
        wire.settimeout(left(deadline))
        if form is None:
            connection.request("GET", path_of(url), headers=headers)
        else:
            headers["Content-Type"] = FORM
            connection.request("POST", path_of(url), body=urlencode(form).encode(), headers=headers)
        response = connection.getresponse()
        content = b""
        while len(content) < limit:
            wire.settimeout(left(deadline))
            chunk = response.read1(min(CHUNK, limit - len(content)))
            if not chunk:
                break
            content += chunk
        said = {name.lower(): value for name, value in response.getheaders()}
        return Answer(response.status, said, content)
