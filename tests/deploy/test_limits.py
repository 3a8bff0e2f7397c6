"""What each proxy passes on, refuses, holds back and puts in place of what cannot be answered."""

from __future__ import annotations

import base64
import json
import os
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.deploy.conftest import PICTURE, wait_for_status, wait_until
from tests.deploy.stub_replica import StubReplica
from tests.proxy_process import ProxyProcess
from tests.proxy_programs import PROGRAMS
from tests.server.fetch import Answer, fetch

VISIT = {"Accept": "text/html"}
MEGABYTE = 1 << 20
# Those that count what a client does; before the others the app does.
COUNTING = ("nginx", "haproxy")
PREFIXES = {"root": ("", ""), "stripped": ("/atlas", ""), "kept": ("/atlas", "/atlas")}


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


@pytest.fixture(scope="module", params=PROGRAMS)
def stubbed(request: pytest.FixtureRequest, site: Path) -> Iterator[Stubbed]:
    """Each proxy, at the root of its host; for tests that leave the replicas as they are."""
    with start(request.param, site) as found:
        yield found


@pytest.fixture(params=PROGRAMS)
def fresh(request: pytest.FixtureRequest, site: Path) -> Iterator[Stubbed]:
    """Each proxy, for tests that change something; two visitors fill each replica."""
    with start(request.param, site, max_visitors="2") as found:
        yield found


def say(answer: Answer) -> str:
    """The sentence of an answer, which says it in both languages."""
    assert answer.headers["content-type"].lower() == "text/plain; charset=utf-8"
    assert " · " in answer.text
    return answer.text


CLAIMS = {
    "X-Forwarded-For": "203.0.113.9, 198.51.100.7",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Prefix": "/elsewhere",
    "X-Forwarded-Host": "elsewhere.example",
    "X-Real-Ip": "203.0.113.9",
    "Forwarded": "for=203.0.113.9;host=elsewhere.example;proto=https",
}


@pytest.mark.parametrize("path", ["/events", "/export/view.png", "/atlas/code-1/x.js"])
def test_nobody_chooses_who_he_is(stubbed: Stubbed, path: str) -> None:
    host = f"localhost:{stubbed.proxy.port}"
    for address in ("127.0.0.1", "127.0.0.9"):
        told = stubbed.ask_from(address, path, {**CLAIMS, "Host": host})["headers"]
        assert told["host"] == [host]
        assert told["x-forwarded-for"] == [address]
        assert told["x-forwarded-proto"] == ["http"]
        assert told["x-forwarded-host"] == [host]
        said = json.dumps(told)
        assert "203.0.113" not in said
        assert "elsewhere" not in said


OPEN = (
    "/_stcore/health",
    "/_stcore/host-config",
    "/_stcore/bidi-components/x/y.js",
    "/component/streamlit_folium.st_folium/index.html",
    "/media/1.csv",
    "/members",
    "/ready",
)
CLOSED = (
    "/_stcore",
    "/_stcore/",
    "/_stcore/agent/openapi.json",
    "/_stcore/anything-new",
    "/_stcore/metrics",
    "/_stcore/metrics/",
    "/_stcore/script-health-check",
    "/_stcore/upload_file/session/file",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback?code=x",
    "/%5fstcore/metrics",
    "//_stcore/metrics",
)


def test_doors_that_the_atlas_does_not_use_are_closed(stubbed: Stubbed) -> None:
    for path in OPEN:
        assert stubbed.ask(path, VISIT)["path"] == path
    for path in CLOSED:
        for method in ("GET", "PUT"):
            answer = fetch(stubbed.url, path, VISIT, method)
            assert answer.status == 404, path
            assert say(answer).startswith("404 ")
    assert not {path for each in stubbed.replicas for path in each.asked} & set(CLOSED)


def test_what_is_too_large_stops_at_the_proxy(stubbed: Stubbed) -> None:
    for path in ("/", "/export/story.pptx", "/atlas/story"):
        answer = fetch(stubbed.url, path, {"Content-Length": str(3 * MEGABYTE)}, "POST")
        assert answer.status == 413
        assert say(answer).startswith("413 ")


def test_a_visitor_stays_with_a_replica(stubbed: Stubbed) -> None:
    seen = set()
    for _ in range(24):
        answer = fetch(stubbed.url, "/", VISIT)
        cookie, _, rest = answer.headers["set-cookie"].partition(";")
        assert cookie.startswith("atlas_replica=")
        kept = {part.strip().lower() for part in rest.split(";")}
        assert kept == {"path=/", "httponly", "samesite=lax"}
        replica = json.loads(answer.text)["replica"]
        seen.add(replica)
        for path in ("/", "/media/1.csv", "/export/view.png", "/atlas/code-1/x.js"):
            again = fetch(stubbed.url, path, {**VISIT, "Cookie": cookie})
            assert json.loads(again.text)["replica"] == replica
            assert "set-cookie" not in again.headers
    assert len(seen) == 2


def test_what_is_made_piece_by_piece_comes_piece_by_piece(fresh: Stubbed) -> None:
    with socket.create_connection(("localhost", fresh.proxy.port), timeout=20) as connection:
        connection.sendall(b"GET /export/stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = connection.makefile("rb")
        while b"first" not in (line := answer.readline()):
            assert line, "the first line was held back"
        # The second is sent only now, when the first has come.
        for replica in fresh.replicas:
            replica.released.set()
        while b"second" not in answer.readline():
            pass


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


def test_new_visits_are_led_to_the_files_when_all_are_full(fresh: Stubbed) -> None:
    if fresh.proxy.program == "apache":
        assert "MaxRequestWorkers" in (fresh.proxy.settings.home / "atlas.conf").read_text()
        return
    with ExitStack() as stack:
        for _ in range(4):
            assert open_socket(fresh, "127.0.0.1", stack)[0] == 101
        wait_for_status(fresh.proxy, "/events", 307)
        answer = fetch(fresh.url, "/events?year=2016", VISIT)
        assert answer.headers["location"] == "/site/events?year=2016"
        assert answer.headers["retry-after"] == "30"
        # The map alone opens no session; exports and files belong to visits that were taken.
        for path in ("/?embed=1", "/export/view.pptx", "/export/preview.png", "/atlas/x/y"):
            assert fresh.ask(path, VISIT)["path"] == path
    wait_for_status(fresh.proxy, "/events", 200)


def test_a_client_has_so_many_websockets_and_others_have_theirs(site: Path) -> None:
    for program in COUNTING:
        with start(program, site) as stubbed, ExitStack() as stack:
            statuses = [open_socket(stubbed, "127.0.0.2", stack) for _ in range(63)]
            assert [status for status, _ in statuses] == [101] * 60 + [429] * 3
            refused = statuses[-1][1].lower()
            assert "retry-after: 10" in refused
            assert open_socket(stubbed, "127.0.0.3", stack)[0] == 101
            assert stubbed.ask_from("127.0.0.3", "/", VISIT)["path"] == "/"


def test_a_client_asks_for_so_much_and_others_are_served(site: Path) -> None:
    for program in COUNTING:
        with start(program, site) as stubbed:

            def ask(_: int, stubbed: Stubbed = stubbed) -> Answer:
                return fetch(stubbed.url, "/export/view.csv")

            with ThreadPoolExecutor(8) as pool:
                answers = list(pool.map(ask, range(1500)))
            refused = [answer for answer in answers if answer.status != 200]
            assert {answer.status for answer in refused} == {429}
            assert refused[0].headers["retry-after"] == "10"
            assert say(refused[0]).startswith("429 ")
            # Another client, and what makes no work for the app.
            assert stubbed.ask_from("127.0.0.4", "/export/view.csv", {})
            assert fetch(stubbed.url, "/atlas/code-1/x.js").status == 200
            assert fetch(stubbed.url, "/site/").status == 200


def test_a_replica_that_is_not_ready_gets_no_visits(fresh: Stubbed) -> None:
    waiting, ready = fresh.replicas
    waiting.statuses |= {"/ready": 503, "/": 503}
    # Its own visitors still get what belongs to their visit.
    cookies = {}
    while len(cookies) < 2:
        answer = fetch(fresh.url, "/media/1.csv")
        cookies[json.loads(answer.text)["replica"]] = answer.headers["set-cookie"].split(";")[0]
    seen: list[str] = []

    def is_avoided() -> bool:
        answer = fetch(fresh.url, "/", VISIT)
        seen.append(json.loads(answer.text)["replica"] if answer.status == 200 else "none")
        return seen[-12:] == [ready.address] * 12

    wait_until(is_avoided, fresh.proxy)
    held = {"Cookie": cookies[waiting.address]}
    assert fresh.ask("/media/1.csv", held)["replica"] == waiting.address
    # Not even a visitor of its own starts a new visit there.
    assert fresh.ask("/", {**VISIT, **held})["replica"] == ready.address


def test_what_stands_in_when_no_replica_answers(fresh: Stubbed) -> None:
    for replica in fresh.replicas:
        replica.__exit__(None, None, None)
    wait_for_status(fresh.proxy, "/", 307)
    preview = "/export/preview.png"
    wait_until(lambda: fetch(fresh.url, preview).status == 200, fresh.proxy)
    for path in ("/", "/?embed=1&event=x", "/events?year=2016", "/ru/?embed=frozen"):
        answer = fetch(fresh.url, path, VISIT)
        assert (answer.status, answer.headers["location"]) == (307, f"/site{path}")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["retry-after"] == "30"
    pictures = {
        "event=april-war-2016&lang=ru": "event-april-war-2016",
        "year=2002": "index",
        "event=unknown": "index",
        "event=..%2F..%2Fx": "index",
        "event=*": "index",
    }
    for query, name in pictures.items():
        answer = fetch(fresh.url, f"{preview}?{query}", VISIT)
        assert (answer.status, answer.body) == (200, PICTURE + name.encode())
        assert answer.headers["content-type"] == "image/jpeg"
        assert answer.headers["cache-control"] == "no-store"
    for path, headers in {
        "/export/view.pptx?year=2002": VISIT,
        "/media/1.csv": VISIT,
        "/_stcore/health": {},
        "/atlas/code-1/x.js": {},
        "/events": {},
    }.items():
        answer = fetch(fresh.url, path, headers)
        assert answer.status == 503, path
        assert answer.headers["retry-after"] == "30"
        assert say(answer).startswith("503 ")
    with ExitStack() as stack:
        assert open_socket(fresh, "127.0.0.1", stack)[0] == 503


@pytest.mark.parametrize("program", PROGRAMS)
@pytest.mark.parametrize("layout", ["stripped", "kept"])
def test_the_atlas_lies_under_a_path(program: str, layout: str, site: Path) -> None:
    prefix, kept = PREFIXES[layout]
    with start(program, site, prefix=prefix, replica_prefix=kept) as stubbed:
        for path in ("/", "/events?year=2016", "/export/view.png", "/_stcore/health"):
            told = stubbed.ask(prefix + path, {**VISIT, **CLAIMS})
            assert told["path"] == kept + path
            assert told["headers"].get("x-forwarded-prefix", [""]) == ["" if kept else prefix]
        bare = fetch(stubbed.url, prefix, VISIT)
        assert (bare.status, urlsplit(bare.headers["location"]).path) == (308, f"{prefix}/")
        for path in ("/", "/events", "/atlasx/", f"{prefix}/_stcore/metrics", "/site/"):
            assert fetch(stubbed.url, path, VISIT).status == 404, path
        assert "Map as a file" in fetch(stubbed.url, f"{prefix}/site/").text
        folder = fetch(stubbed.url, f"{prefix}/site/events?year=2016")
        assert folder.headers["location"].endswith(f"{prefix}/site/events/?year=2016")
        for replica in stubbed.replicas:
            replica.__exit__(None, None, None)
        wait_for_status(stubbed.proxy, f"{prefix}/", 307)
        led = fetch(stubbed.url, f"{prefix}/events?year=2016", VISIT)
        assert led.headers["location"] == f"{prefix}/site/events?year=2016"
        preview = f"{prefix}/export/preview.png?event=april-war-2016"
        picture = PICTURE + b"event-april-war-2016"
        wait_until(lambda: fetch(stubbed.url, preview).body == picture, stubbed.proxy)


def test_who_may_frame_the_files(stubbed: Stubbed, site: Path) -> None:
    def read(path: str, url: str) -> str:
        answer = fetch(url, path)
        assert answer.status == 200
        assert "x-frame-options" not in answer.headers
        return answer.headers["content-security-policy"]

    alone = ("/site/?embed=1", "/site/ru/?year=2002&embed=frozen", "/site/index.html?embed=1")
    others = ("/site/", "/site/?embed=2", "/site/events/?embed=1", "/site/ru/?notembed=1")
    assert {read(path, stubbed.url) for path in alone} == {"frame-ancestors *"}
    assert {read(path, stubbed.url) for path in others} == {"frame-ancestors 'self'"}
    named = "https://news.example https://*.example.org"
    with start(stubbed.proxy.program, site, frame_ancestors=named) as found:
        for path in (*alone, *others):
            assert read(path, found.url) == f"frame-ancestors {named}"
