"""A request sent exactly as written: no client tidies its path, follows or unpacks its answer."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import Coroutine, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Any, TypeVar
from urllib.parse import urlsplit

import brotli

Result = TypeVar("Result")
# A cold embedded map takes seconds, and far more on a machine that has other work.
PATIENCE_SECONDS = 90.0


@dataclass(frozen=True)
class Answer:
    """Status, headers by lower-case name, and the body as it came."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def content(self) -> bytes:
        """The body, unpacked."""
        encoding = self.headers.get("content-encoding", "")
        unpack = {"br": brotli.decompress, "gzip": gzip.decompress}.get(encoding, bytes)
        return bytes(unpack(self.body))

    @property
    def text(self) -> str:
        """The body, unpacked, as text."""
        return self.content.decode()


def fetch(
    url: str,
    path: str,
    headers: Mapping[str, str] | None = None,
    method: str = "GET",
    body: bytes | None = None,
) -> Answer:
    """Send one request to the server at `url`."""
    parts = urlsplit(url)
    connection = HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE_SECONDS)
    try:
        connection.request(method, path, body, dict(headers or {}))
        answer = connection.getresponse()
        return Answer(answer.status, join_headers(answer.getheaders()), answer.read())
    finally:
        connection.close()


def join_headers(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Headers by lower-case name. Lines of one name are one list; of cookies the last is kept."""
    found: dict[str, str] = {}
    for name, value in ((name.lower(), value) for name, value in pairs):
        joined = name in found and name != "set-cookie"
        found[name] = f"{found[name]}, {value}" if joined else value
    return found


def run_apart(work: Coroutine[Any, Any, Result]) -> Result:
    """Run a coroutine in a thread of its own: browser tests leave a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(copy_context().run, asyncio.run, work).result()
