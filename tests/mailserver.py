"""A real mail server on this machine, for whoever sends."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, LoginPassword

HERE = "127.0.0.1"
USER, PASSWORD = "ada", "seven bees & a hive"


class Mailbox:
    """Keeps what it is sent; answers to a recipient as it was told to."""

    def __init__(self, recipient: str = "250 OK", data: str = "250 OK") -> None:
        self.recipient, self.data = recipient, data
        self.got: list[tuple[str, list[str], bytes]] = []
        self.users: list[str] = []

    async def handle_RCPT(self, _server: Any, _session: Any, envelope: Any, to: str, _options: Any) -> str:  # noqa: N802
        if self.recipient.startswith("250"):
            envelope.rcpt_tos.append(to)
        return self.recipient

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        self.got.append((envelope.mail_from, envelope.rcpt_tos, envelope.content))
        return self.data

    def knows(self, _server: Any, _session: Any, _envelope: Any, _how: str, data: Any) -> AuthResult:
        assert isinstance(data, LoginPassword)
        self.users.append(data.login.decode())
        right = (data.login, data.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=right, handled=False)


class Bound(Controller):
    """A server on a port that the system chose."""

    def __init__(self, box: Mailbox, **options: Any) -> None:
        self.bound = socket.create_server((HERE, 0))
        super().__init__(box, hostname=HERE, port=self.bound.getsockname()[1], **options)

    def _create_server(self) -> Any:
        return self.loop.create_server(self._factory_invoker, sock=self.bound, ssl=self.ssl_context)


@contextmanager
def mail_server(box: Mailbox, **options: Any) -> Iterator[int]:
    """The port of a running mail server."""
    controller = Bound(box, **options)
    controller.start()
    try:
        yield controller.port
    finally:
        controller.stop()
