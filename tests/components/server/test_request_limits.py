"""HTTP requests: so many of a kind for a client, so large, so slow."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPConnection

import pytest
from throttled.store.memory import BaseMemoryStoreBackend

from components.server import rate_limits
from components.server.rate_limits import (
    MOST_BODY_BYTES,
    MOST_CLIENTS,
    Rate,
    RateLimiter,
    read_number,
)
from components.server.request_limits import classify
from tests.app_process import ServerProcess
from tests.components.server.http_client import fetch

STORY = "/atlas/story"
FILE = "/_stcore/host-config"
EXPORT = "/export/view.csv?year=1999"


@pytest.fixture(scope="module")
def limited() -> Iterator[ServerProcess]:
    """A server with narrow limits."""
    kinds = (rate_limits.FILES, rate_limits.PAGES, rate_limits.EXPORTS, rate_limits.STORIES)
    settings = {kind.variable: "1/h burst 3" for kind in kinds}
    settings["ATLAS_RATE_EMBEDS"] = "0"
    settings |= {"ATLAS_BODY_SECONDS": "1", "ATLAS_MAX_BODY": "200000"}
    with ServerProcess(settings) as process:
        yield process


@pytest.mark.parametrize(
    ("client", "path", "method"),
    [
        ("192.0.2.1", "/", "GET"),
        ("192.0.2.1", FILE, "GET"),
        ("192.0.2.1", EXPORT, "GET"),
        ("192.0.2.1", STORY, "POST"),
        ("2001:db8:1:2::1", "/events", "HEAD"),
    ],
)
def test_a_client_that_asks_too_often_is_told_when_to_ask_again(
    limited: ServerProcess, client: str, path: str, method: str
) -> None:
    headers = {"X-Forwarded-For": client}
    for _ in range(3):
        assert fetch(limited.url, path, headers, method).status in {200, 400}
    refused = fetch(limited.url, path, headers, method)
    assert refused.status == 429
    assert 0 < int(refused.headers["retry-after"]) <= 3600
    assert refused.headers["cache-control"] == "no-store"
    assert refused.headers["x-content-type-options"] == "nosniff"
    # Another client is not held up, and neither is the health check of a proxy.
    assert fetch(limited.url, path, {"X-Forwarded-For": "192.0.2.77"}, method).status != 429
    for _ in range(9):
        assert fetch(limited.url, "/_stcore/health", headers).status == 200


def test_an_ipv6_client_is_its_network(limited: ServerProcess) -> None:
    for number in range(3):
        client = {"X-Forwarded-For": f"2001:db8:9:9::{number}"}
        assert fetch(limited.url, "/members", client).status == 200
    assert fetch(limited.url, "/members", {"X-Forwarded-For": "2001:db8:9:9::77"}).status == 429


@pytest.mark.parametrize(
    ("path", "headers", "kind", "words"),
    [
        ("/sources", {"Accept": "text/html"}, "text/html", "Too many requests came from your"),
        ("/sources?lang=ru", {}, "text/plain", "слишком много запросов"),
        ("/sources", {"Accept-Language": "ru"}, "text/plain", "слишком много запросов"),
        (EXPORT, {"Accept-Language": "de"}, "application/json", '"problem":"Too many requests'),
    ],
)
def test_the_sentence_is_in_the_language_and_form_that_is_read(
    limited: ServerProcess, path: str, headers: dict[str, str], kind: str, words: str
) -> None:
    headers = {**headers, "X-Forwarded-For": "192.0.2.5"}
    answers = [fetch(limited.url, path, headers) for _ in range(4)]
    assert answers[-1].status == 429
    assert answers[-1].headers["content-type"].startswith(kind)
    assert words in answers[-1].text


def test_a_body_that_says_it_is_too_large_is_not_read(server: str) -> None:
    """Only the head is sent: an answer can come of nothing else."""
    for path in (STORY, "/export/story.csv", "/"):
        answer = fetch(server, path, {"Content-Length": str(50_000_000)}, "POST")
        assert answer.status in {405, 413}
        assert "problem" in answer.text or answer.status == 405


def test_a_body_that_hides_its_size_is_counted(limited: ServerProcess) -> None:
    parts = (bytes(64 * 1024) for _ in range(64))
    connection = HTTPConnection("127.0.0.1", limited.port, timeout=60)
    connection.putrequest("POST", STORY)
    connection.putheader("Transfer-Encoding", "chunked")
    connection.putheader("X-Forwarded-For", "192.0.2.9")
    connection.endheaders()
    # The server hangs up as soon as it has answered.
    with suppress(OSError):
        for part in parts:
            connection.send(b"%x\r\n%s\r\n" % (len(part), part))
    assert connection.getresponse().status == 413
    connection.close()


def test_a_body_that_does_not_come_is_not_waited_for(limited: ServerProcess) -> None:
    with socket.create_connection(("127.0.0.1", limited.port), timeout=60) as raw:
        head = f"POST {STORY} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n"
        raw.sendall(f"{head}X-Forwarded-For: 192.0.2.8\r\n\r\ntitle".encode())
        assert raw.recv(64).startswith(b"HTTP/1.1 408 ")


@pytest.mark.parametrize("value", ["fast", "5", "0/s", "5/s burst", "5/x", "1/s; 2/m", "-1"])
def test_a_bad_setting_is_refused_by_name(value: str) -> None:
    with pytest.raises(ValueError, match="ATLAS_RATE_PAGES"):
        RateLimiter(rate_limits.PAGES, {"ATLAS_RATE_PAGES": value})


@pytest.mark.parametrize("value", ["many", "-1", "1.5", "2 MB", "٢"])
def test_a_bad_number_is_refused_by_name(value: str) -> None:
    with pytest.raises(ValueError, match="ATLAS_MAX_BODY"):
        read_number(MOST_BODY_BYTES, {"ATLAS_MAX_BODY": value})


def test_nought_switches_a_limit_off() -> None:
    limiter = RateLimiter(rate_limits.PAGES, {"ATLAS_RATE_PAGES": "0"})
    assert {limiter.wait("192.0.2.1") for _ in range(10_000)} == {0.0}
    assert read_number(MOST_BODY_BYTES, {"ATLAS_MAX_BODY": "0"}) == 0


def test_clients_beyond_number_take_no_more_memory() -> None:
    limiter = RateLimiter(Rate("ATLAS_RATE_TEST", "1/h burst 2"), {})
    for number in range(3 * MOST_CLIENTS):
        limiter.wait(f"2001:db8:{number:x}::/64")
    assert limiter.throttled is not None
    backend = limiter.throttled._store._backend
    assert isinstance(backend, BaseMemoryStoreBackend)
    assert len(backend.get_client()) == len(backend.expire_info) == MOST_CLIENTS


@pytest.mark.parametrize(
    ("path", "query", "kind"),
    [
        ("/", "", rate_limits.PAGES),
        ("/events", "embed=1", rate_limits.PAGES),
        ("/", "event=x&embed=1", rate_limits.EMBEDS),
        ("/export/view.png", "", rate_limits.EXPORTS),
        (STORY, "", rate_limits.STORIES),
        ("/atlas/code-1/map/bundle.js", "", rate_limits.FILES),
        ("/none", "", rate_limits.FILES),
        ("/_stcore/health", "", None),
    ],
)
def test_requests_count_by_what_they_cost(path: str, query: str, kind: Rate | None) -> None:
    scope = {"type": "http", "path": path, "query_string": query.encode(), "headers": []}
    assert classify(scope) == kind


def test_a_room_behind_one_address_opens_the_atlas_at_once() -> None:
    """Sixty first pages, and the first answer of each page and file is served."""
    room, files_of_a_page = 60, 150
    files, pages = RateLimiter(rate_limits.FILES, {}), RateLimiter(rate_limits.PAGES, {})
    connections, messages = (
        RateLimiter(rate_limits.CONNECTIONS, {}),
        RateLimiter(rate_limits.MESSAGES, {}),
    )
    assert not any(files.wait("192.0.2.1") for _ in range(room * files_of_a_page))
    for limiter in (pages, connections, messages):
        assert not any(limiter.wait("192.0.2.1") for _ in range(2 * room))
