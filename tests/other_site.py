"""A site of another origin, for what its pages can do to the atlas."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType


class OtherSite:
    """Pages by path, served from `localhost` on a free port while the context is entered."""

    def __init__(self, pages: Mapping[str, str]) -> None:
        """Take the pages: a path with its slash, and the HTML there."""
        self.pages = {path: html.encode() for path, html in pages.items()}
        found = self.pages

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                page = found.get(self.path.split("?")[0])
                self.send_response(404 if page is None else 200)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.end_headers()
                self.wfile.write(page or b"")

            def log_message(self, format: str, *args: object) -> None:
                """Nothing: the tests read the atlas's log alone."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://localhost:{self.server.server_address[1]}"

    def __enter__(self) -> OtherSite:
        """Serve."""
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop serving."""
        self.server.shutdown()
        self.server.server_close()
