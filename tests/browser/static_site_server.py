"""Reading the files of a site, and serving them from a folder within a host."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree.ElementTree import fromstring

VOID = {"br", "hr", "img", "input", "link", "meta"}
# What may stand within a paragraph: anything else would end it.
PHRASES = {"a", "span", "strong"}
# What a start tag ends by itself, besides the paragraph that any block ends.
ENDED = {
    "body": {"head"},
    "li": {"li"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tr": {"td", "th", "tr"},
    "tbody": {"td", "th", "tr", "thead"},
}
# What ends with the element around it.
ENDLESS = {"p", "li", "td", "th", "tr", "thead", "tbody", "body", "html"}
ADDRESSES = {"href", "src", "action", "data", "poster", "srcset"}


class OpenElements:
    """The elements that are open in a page, by the rules for tags that HTML lets go."""

    def __init__(self) -> None:
        self.tags: list[str] = []
        self.faults: list[str] = []

    def start(self, tag: str) -> list[str]:
        """Open an element; returns those that it ends."""
        found = self._pop(ENDED.get(tag, set()) | (set() if tag in PHRASES else {"p"}))
        if "p" in self.tags and tag not in PHRASES:
            self.faults.append(f"p > {tag}")
        if tag not in VOID:
            self.tags.append(tag)
        return found

    def end(self, tag: str) -> list[str]:
        """Close an element; returns all that end with it, itself the last."""
        found = self._pop(ENDLESS - {tag})
        if not self.tags or self.tags.pop() != tag:
            self.faults.append(f"/{tag}")
        return [*found, tag]

    def finish(self) -> list[str]:
        """Close what the end of the page closes; returns it."""
        found = self._pop(ENDLESS)
        self.faults += self.tags
        return found

    def _pop(self, tags: set[str]) -> list[str]:
        found = []
        while self.tags and self.tags[-1] in tags:
            found.append(self.tags.pop())
        return found


class PageReader(HTMLParser):
    """The addresses a page names, its policy, its text, and whatever would run inline.

    `faults` are the elements that do not end where they should.
    """

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.policy = ""
        self.metas: dict[str, str] = {}
        self.handlers: list[str] = []
        self.texts: list[str] = []
        self.inside = ""
        self.open = OpenElements()
        self.faults = self.open.faults
        self.feed(text)
        self.open.finish()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.inside = tag
        self.open.start(tag)
        self.links += [(tag, values[name]) for name in ADDRESSES if name in values]
        self.handlers += [name for name in values if name.startswith("on") or name == "style"]
        if tag == "meta" and "content" in values:
            for kind in ("name", "property", "http-equiv"):
                self.metas[values.get(kind, "")] = values["content"]
        if "srcdoc" in values:
            inner = PageReader(values["srcdoc"])
            self.links += inner.links
            self.handlers += inner.handlers
            self.faults += inner.faults

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""
        self.open.end(tag)

    def handle_data(self, data: str) -> None:
        if self.inside not in {"script", "style"}:
            self.texts.append(data)


def read_sitemap(contents: Mapping[str, bytes], base: str) -> str:
    """The site map of a site at `base`: what its published address leads to."""
    (leads,) = fromstring(contents["sitemap.xml"]).itertext()
    assert leads.startswith(base)
    return gzip.decompress(contents[leads.removeprefix(base)]).decode()


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
