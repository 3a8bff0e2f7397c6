"""A replica that tells what reached it, for tests of what a proxy passes on or holds back."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any

from websockets.utils import accept_key

HEALTH = ("/ready", "/_stcore/health")
WAIT_SECONDS = 30.0
# What a replica says with a refusal; proxies say other numbers.
RETRY_AFTER = "17"


class QuietServer(ThreadingHTTPServer):
    """Says nothing of a client that has gone; ends though connections are open."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, handler: type[BaseHTTPRequestHandler]) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), handler)
        self.connections: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember a connection: it may be kept for a long time."""
        self.connections.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget a connection that has ended."""
        self.connections.discard(request)
        super().shutdown_request(request)

    def handle_error(self, *_: object) -> None:
        """Say nothing."""

    def end(self) -> None:
        """Close as a process does that is killed."""
        self.shutdown()
        self.server_close()
        for connection in list(self.connections):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class StubReplica:
    """A server on a free port of 127.0.0.1 while the context is open.

    It answers every path with method, path and headers as JSON. `statuses` gives a path another
    status; a path that ends with `/stream` sends one line, and a second when `released` is set;
    `/_stcore/stream` opens a websocket, which stays open until `released` is set.
    """

    def __init__(self) -> None:
        """Listen; nothing is answered before the context is entered."""
        self.statuses: dict[str, int] = {}
        self.released = threading.Event()
        self.asked: list[str] = []
        replica = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None:
                """Say nothing."""

            def answer(self) -> None:
                """Answer any method."""
                replica.answer(self)

            do_GET = do_HEAD = do_POST = do_PUT = answer

        self.server = QuietServer(Handler)
        self.address = f"127.0.0.1:{self.server.server_port}"

    def __enter__(self) -> StubReplica:
        """Serve in a thread of its own."""
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End: connections that wait are let go."""
        self.released.set()
        self.server.end()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """Answer one request."""
        path = handler.path.partition("?")[0]
        if not path.endswith(HEALTH):
            self.asked.append(handler.path)
        size = int(handler.headers.get("Content-Length") or 0)
        if len(handler.rfile.read(size)) < size:
            return
        status = self.statuses.get(path, 200)
        if handler.headers.get("Upgrade") == "websocket" and status == 200:
            self.open_socket(handler)
        elif path.endswith("/stream"):
            self.send_lines(handler)
        else:
            seen = {name.lower(): handler.headers.get_all(name) for name in handler.headers}
            told = {"method": handler.command, "path": handler.path, "headers": seen}
            body = json.dumps({**told, "replica": self.address}).encode()
            handler.send_response(status)
            handler.send_header("Content-Type", "application/json")
            handler.send_header("Content-Length", str(len(body)))
            if status >= 400:
                handler.send_header("Retry-After", RETRY_AFTER)
            handler.end_headers()
            if handler.command != "HEAD":
                handler.wfile.write(body)

    def open_socket(self, handler: BaseHTTPRequestHandler) -> None:
        """Say yes to a websocket and keep it."""
        handler.send_response(101)
        key = handler.headers["Sec-WebSocket-Key"]
        answered = {
            "Upgrade": "websocket",
            "Connection": "Upgrade",
            "Sec-WebSocket-Accept": accept_key(key),
        }
        for name, value in answered.items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.close_connection = True
        # Ends when the proxy does, or when the test lets go.
        handler.connection.settimeout(WAIT_SECONDS)
        with suppress(OSError):
            while not self.released.is_set() and handler.connection.recv(1024):
                pass

    def send_lines(self, handler: BaseHTTPRequestHandler) -> None:
        """Send a line, then another when the test has seen the first."""
        handler.send_response(200)
        handler.send_header("Content-Type", "application/x-ndjson")
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for line in ("first", "second"):
            if line == "second" and not self.released.wait(WAIT_SECONDS):
                return
            handler.wfile.write(f"{len(line) + 1:x}\r\n{line}\n\r\n".encode())
            handler.wfile.flush()
        handler.wfile.write(b"0\r\n\r\n")
