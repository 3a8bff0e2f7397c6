"""What each proxy passes on and what it refuses: by address, by size, by client."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.components.server.http_client import Answer, fetch
from tests.deploy.stubbed import CLAIMS, VISIT, Stubbed, open_socket, say, start
from tests.proxy_programs import PROGRAMS

MEGABYTE = 1 << 20
# Those that count what a client does; before the others the app does.
COUNTING = ("nginx", "haproxy")


@pytest.fixture(scope="module", params=PROGRAMS)
def stubbed(request: pytest.FixtureRequest, site: Path) -> Iterator[Stubbed]:
    """Each proxy, at the root of its host; for tests that leave the replicas as they are."""
    with start(request.param, site) as found:
        yield found


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


def test_what_is_made_piece_by_piece_comes_piece_by_piece(stubbed: Stubbed) -> None:
    with socket.create_connection(("localhost", stubbed.proxy.port), timeout=20) as connection:
        connection.sendall(b"GET /export/stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
        answer = connection.makefile("rb")
        while b"first" not in (line := answer.readline()):
            assert line, "the first line was held back"
        # The second is sent only now, when the first has come.
        for replica in stubbed.replicas:
            replica.released.set()
        while b"second" not in answer.readline():
            pass


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
