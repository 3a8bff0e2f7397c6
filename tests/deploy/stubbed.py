"""A proxy of `deploy/` before two replicas that tell what reached them, and how it is asked."""

from __future__ import annotations

import base64
import json
import os
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests.components.server.http_client import Answer, fetch
from tests.deploy.conftest import wait_for_status
from tests.deploy.stub_replica import StubReplica
from tests.proxy_process import ProxyProcess

VISIT = {"Accept": "text/html"}
# What a client may say of itself, and no proxy may believe.
CLAIMS = {
    "X-Forwarded-For": "203.0.113.9, 198.51.100.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Prefix": "/elsewhere",
    "X-Forwarded-Host": "elsewhere.example",
    "X-Real-Ip": "203.0.113.9",
    "Forwarded": "for=203.0.113.9;host=elsewhere.example;proto=https",
}


@dataclass
class Stubbed:
    """A proxy before two replicas that tell what reached them."""

    proxy: ProxyProcess
    replicas: tuple[StubReplica, StubReplica]

    @property
    def url(self) -> str:
        """The address visitors know."""
        return self.proxy.url

    def ask(self, path: str, headers: dict[str, str] | None = None) -> Any:
        """What reached a replica."""
        answer = fetch(self.url, path, headers)
        assert answer.status == 200, (answer.status, answer.body, self.proxy.read_log()[-2000:])
        return json.loads(answer.text)

    def ask_from(self, address: str, path: str, headers: dict[str, str]) -> Any:
        """The same from another address of this machine."""
        connection = HTTPConnection(
            "127.0.0.1", self.proxy.port, timeout=20, source_address=(address, 0)
        )
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        assert answer.status == 200, (answer.status, text)
        return json.loads(text)


@contextmanager
def start(program: str, site: Path, **changed: str) -> Iterator[Stubbed]:
    """A proxy before two such replicas, once it has seen that they are ready."""
    with StubReplica() as first, StubReplica() as second:
        addresses = [first.address, second.address]
        with ProxyProcess(addresses, site, program, **changed) as proxy:
            wait_for_status(proxy, f"{changed.get('prefix', '')}/", 200)
            yield Stubbed(proxy, (first, second))


def say(answer: Answer) -> str:
    """The sentence of an answer, which says it in both languages."""
    assert answer.headers["content-type"].lower() == "text/plain; charset=utf-8"
    assert " · " in answer.text
    return answer.text


def open_socket(stubbed: Stubbed, address: str, stack: ExitStack) -> tuple[int, str]:
    """Ask for a session's websocket from an address: the status and the rest of the head."""
    connection = stack.enter_context(
        socket.create_connection(("127.0.0.1", stubbed.proxy.port), 20, (address, 0))
    )
    key = base64.b64encode(os.urandom(16)).decode()
    connection.sendall(
        f"GET /_stcore/stream HTTP/1.1\r\nHost: localhost:{stubbed.proxy.port}\r\n"
        "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        f"Sec-WebSocket-Key: {key}\r\n\r\n".encode()
    )
    head = b""
    while b"\r\n\r\n" not in head and (read := connection.recv(4096)):
        head += read
    return int(head.split()[1]), head.decode()
