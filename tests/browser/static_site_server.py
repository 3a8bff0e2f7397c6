"""Reading the files of a site, and serving them from a folder within a host."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ADDRESSES = {"href", "src", "action", "data", "poster", "srcset"}


class PageReader(HTMLParser):
    """The addresses a page names, its policy, its text, and whatever would run inline."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.policy = ""
        self.metas: dict[str, str] = {}
        self.handlers: list[str] = []
        self.texts: list[str] = []
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.inside = tag
        self.links += [(tag, values[name]) for name in ADDRESSES if name in values]
        self.handlers += [name for name in values if name.startswith("on") or name == "style"]
        if tag == "meta" and "content" in values:
            for kind in ("name", "property", "http-equiv"):
                self.metas[values.get(kind, "")] = values["content"]
        if "srcdoc" in values:
            inner = PageReader(values["srcdoc"])
            self.links += inner.links
            self.handlers += inner.handlers

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if self.inside not in {"script", "style"}:
            self.texts.append(data)


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a word."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder; gives its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
