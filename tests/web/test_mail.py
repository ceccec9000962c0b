"""A proof of the demonstration's issue, through the whole of a mail server that others wrote: maildev."""

import json
import os
import socket
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from byline.mail.post import send
from byline.mail.proof import proof_of
from byline.mail.server import Server
from tests.web.served import Served

pytestmark = pytest.mark.xdist_group("web")

HERE, ADA = "127.0.0.1", "ada@example.org"
PATIENCE = 60  # seconds until maildev answers


@dataclass(frozen=True)
class Maildev:
    """A running maildev."""

    smtp: int
    web: int

    def read(self, path: str = "") -> bytes:
        """What its own interface answers."""
        with urlopen(f"http://{HERE}:{self.web}/api/email{path}", timeout=PATIENCE) as answer:
            content: bytes = answer.read()
        return content


@pytest.fixture(scope="module")
def maildev(node: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Maildev]:
    folder = tmp_path_factory.mktemp("maildev")
    found = Maildev(*free_ports())
    options = {
        "--ip": HERE,
        "--web-ip": HERE,
        "--smtp": found.smtp,
        "--web": found.web,
        "--mail-directory": folder,
    }
    command = ["node", str(node / "maildev" / "dist" / "bin" / "maildev.js"), "--silent"]
    command += [str(word) for option in options.items() for word in option]
    with subprocess.Popen(command, cwd=folder, env={**os.environ, "TMPDIR": str(folder)}) as process:
        try:
            wait(process, found)
            yield found
        finally:
            process.terminate()


def free_ports() -> list[int]:
    with socket.create_server((HERE, 0)) as one, socket.create_server((HERE, 0)) as other:
        return [one.getsockname()[1], other.getsockname()[1]]


def wait(process: subprocess.Popen[bytes], found: Maildev) -> None:
    """Until both of its ports answer, or it has ended."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            found.read()
            socket.create_connection((HERE, found.smtp), timeout=1).close()
        except (OSError, URLError):
            pass
        else:
            return
        try:
            pytest.fail(f"maildev ended with {process.wait(0.1)}")
        except subprocess.TimeoutExpired:
            continue
    pytest.fail(f"maildev does not answer within {PATIENCE} s")


def test_a_proof_of_an_issue_arrives_byte_by_byte(maildev: Maildev, demo: Served) -> None:
    issue = min((demo.output / "ezine").rglob("issue.eml")).read_bytes()
    proof = proof_of(issue, ADA)
    receipt = send(proof, "newsletter@byline.example.org", ADA, Server(HERE, maildev.smtp))
    (record,) = json.loads(maildev.read())
    assert maildev.read(f"/{record['id']}/source") == proof
    assert "<" + record["headers"]["message-id"].strip("<>") + ">" == receipt.message_id
    assert [to["address"] for to in record["envelope"]["to"]] == [ADA]
    assert [to["address"] for to in record["to"]] == [ADA]
    whole: Any = json.loads(maildev.read(f"/{record['id']}"))
    assert "unsubscribe" in whole["text"].casefold()
    assert "</html>" in whole["html"]
