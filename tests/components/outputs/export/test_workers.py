"""Work for visitors on a running server: built once, shared fairly, ended with whoever asked."""

from __future__ import annotations

import json
import os
import signal
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from tests.app_process import ServerProcess
from tests.components.outputs.export.test_routes import find_children, is_running
from tests.components.server.http_client import Answer
from tests.conftest import StartServer

# Of patience, where the machine does other work too.
AT_MOST_SECONDS = 480
# Long enough to be met while it is made: each step is a page of its own.
LONG = "title: {en: Long}\nsteps:\n" + "  - {view: event=april-war-2016}\n" * 40
SMALL = "title: {en: x}\nsteps:\n  - {view: year=2002}\n"
# A megabyte of plain words: reading it takes seconds, and it is refused for its length.
WORDS = 'title: {en: x}\nsteps:\n  - {view: year=2000, text: {en: "' + "a b " * 250_000 + '"}}\n'
PUBLIC = "https://atlas.example"
STINGY = {
    "ATLAS_EXPORTS_PER_CLIENT": "1",
    "ATLAS_EXPORTS_WAITING_PER_CLIENT": "0",
    "ATLAS_STORIES_PER_CLIENT": "1",
    "ATLAS_STORIES_WAITING_PER_CLIENT": "0",
}


@contextmanager
def ask(
    server: ServerProcess, path: str, body: str | None = None, client: str = "", method: str = ""
) -> Iterator[HTTPConnection]:
    """A request that was sent, its answer yet unread; `client` is an address that a proxy names."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=AT_MOST_SECONDS)
    headers = {"X-Forwarded-For": client} if client else {}
    try:
        wanted = method or ("GET" if body is None else "POST")
        connection.request(wanted, path, body.encode() if body else None, headers)
        yield connection
    finally:
        connection.close()


def read(answer: HTTPResponse) -> Answer:
    """An answer to its end."""
    headers = {name.lower(): value for name, value in answer.getheaders()}
    return Answer(answer.status, headers, answer.read())


def get(
    server: ServerProcess, path: str, body: str | None = None, client: str = "", method: str = ""
) -> Answer:
    """The answer to a request."""
    with ask(server, path, body, client, method) as connection:
        return read(connection.getresponse())


def wait_until(holds: Callable[[], bool], what: str) -> None:
    """Look again and again until something holds."""
    until = time.monotonic() + AT_MOST_SECONDS
    while not holds():
        assert time.monotonic() < until, f"waited in vain: {what}"
        time.sleep(0.05)


def find_workers(server: ServerProcess) -> set[int]:
    """The processes that work for a server: children of the one they are forked from."""
    assert server.process is not None
    mine = find_children(server.process.pid)
    return {pid for child in mine for pid in find_children(child)}


def read_ticks(pid: int) -> int:
    """The processor's time that a process has taken, in ticks."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return int(fields[11]) + int(fields[12])


@pytest.fixture(scope="module")
def unasked() -> Iterator[ServerProcess]:
    """A server that knows its address, whose workers nothing has started when a test begins."""
    with ServerProcess({"ATLAS_UPLOAD_SECONDS": "3", "ATLAS_PUBLIC_URL": PUBLIC}) as server:
        yield server


@pytest.fixture(scope="module")
def stingy_server() -> Iterator[tuple[ServerProcess, int]]:
    """A server that does one thing at a time for a client, and how many workers it has."""
    with ServerProcess(STINGY) as server:
        assert get(server, "/export/preview.png?year=2002", client="192.0.2.9").status == 200
        yield server, len(find_workers(server))


@pytest.fixture
def stingy(stingy_server: tuple[ServerProcess, int]) -> ServerProcess:
    """The same with all its workers, those anew that a test has had ended, and none at work."""
    server, count = stingy_server
    wait_until(lambda: len(find_workers(server)) == count, "every worker is there again")
    measure_ticks(server)
    assert len(find_workers(server)) == count
    return server


def assert_not_kept_by_others(server: ServerProcess, scope: str) -> None:
    """A file that names an address from the request may be kept within `scope`, a story nowhere."""
    made = get(server, "/export/view.csv?year=2002")
    assert made.headers["cache-control"] == f"{scope}, max-age=600"
    own = get(server, "/export/story.csv", SMALL)
    assert own.headers["cache-control"] == "no-store"
    assert get(server, "/atlas/story", SMALL).headers["cache-control"] == "no-store"


# These two come first: they see that no worker is started, as the next one at its beginning.
def test_a_head_draws_nothing(unasked: ServerProcess) -> None:
    server = unasked
    for path, kind in (("preview.png?year=1999", "image/png"), ("view.pdf", "application/pdf")):
        answer = get(server, f"/export/{path}", method="HEAD")
        assert (answer.status, answer.headers["content-type"]) == (200, kind)
        assert answer.body == b""
    assert get(server, "/export/view.png?event=nowhere", method="HEAD").status == 400
    assert find_workers(server) == set()


def test_a_body_that_lies_or_never_comes_is_refused(unasked: ServerProcess) -> None:
    server = unasked
    head = f"POST /atlas/story HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n"
    for told, status in (
        (f"Content-Length: {10**9}\r\n\r\n", b"413"),
        ("Content-Length: 100\r\n\r\ntitle", b"503"),
        ("Transfer-Encoding: chunked\r\n\r\n" + "10000\r\n" + "#" * 65536 + "\r\n", b"413"),
    ):
        with socket.create_connection(("127.0.0.1", server.port), AT_MOST_SECONDS) as sent:
            sent.sendall((head + told).encode())
            if "chunked" in told:
                for _chunk in range(17):
                    sent.sendall(("10000\r\n" + "#" * 65536 + "\r\n").encode())
            assert sent.recv(1000).split()[1] == status
    assert find_workers(server) == set(), "nothing was read"


def test_forty_embeds_at_once_are_built_once(unasked: ServerProcess) -> None:
    server = unasked
    bare = get(server, "/?embed=1", method="HEAD")
    assert (bare.status, bare.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert find_workers(server) == set(), "a HEAD builds nothing"
    with ThreadPoolExecutor(40) as pool:
        asked = [pool.submit(get, server, "/?embed=1&year=2002") for _client in range(40)]
        # Who asks for something else meanwhile is not kept waiting by them.
        assert get(server, "/_stcore/health").status == 200
        answers = [each.result() for each in asked]
    assert {answer.status for answer in answers} == {200}
    assert len({answer.body for answer in answers}) == 1
    assert len(answers[0].content) > 1_000_000
    assert server.read_log().count("The embedded map of") == 1
    known = get(server, "/?embed=frozen", method="HEAD")
    assert known.headers["etag"] == answers[0].headers["etag"]
    assert int(known.headers["content-length"]) == len(answers[0].body)


def test_what_names_an_address_from_the_request_is_kept_by_nobody_else(
    unasked: ServerProcess, stingy: ServerProcess
) -> None:
    assert_not_kept_by_others(unasked, "public")
    assert_not_kept_by_others(stingy, "private")


def test_a_client_has_a_share_and_others_are_served(stingy: ServerProcess) -> None:
    mine, other = "192.0.2.1", "192.0.2.2"
    with ask(stingy, "/export/story.pptx?progress=1", LONG, mine) as connection:
        lines = connection.getresponse()
        assert json.loads(lines.readline()) == {"done": 1, "of": 40}
        refused = get(stingy, "/export/story.pdf?lang=ru", LONG, mine)
        assert refused.status == 429
        assert int(refused.headers["retry-after"]) > 0
        assert "уже готовится" in json.loads(refused.text)["problem"]
        assert get(stingy, "/export/preview.png?year=2004", client=mine).status == 200
        assert get(stingy, "/export/preview.png?year=2005", client=other).status == 200
        assert get(stingy, "/export/view.png?year=2006", client=other).status == 200
        story = get(stingy, "/atlas/story", SMALL, other)
        assert json.loads(story.text)["story"]["title"] == {"en": "x"}
        # All of that came between the pieces of the long one, which is not done yet.
        done = json.loads(lines.readline())["done"]
        assert done < 40
    wait_until(
        lambda: get(stingy, "/export/story.csv", SMALL, mine).status == 200,
        "the place of who has gone is free again",
    )


def measure_ticks(server: ServerProcess) -> int:
    """The processor's time that a server's processes have taken, once none of them works."""
    taken = -1
    while taken != (now := sum(map(read_ticks, find_workers(server)))):
        taken = now
        time.sleep(1)
    return taken


def hold_worker(server: ServerProcess, before: dict[int, int]) -> None:
    """Stop the worker that a request keeps busy: how fast the machine is does not matter then."""

    def find_busy() -> list[int]:
        return [pid for pid in find_workers(server) if read_ticks(pid) > before.get(pid, 0) + 10]

    wait_until(lambda: bool(find_busy()), "it is worked on")
    for pid in find_busy():
        os.kill(pid, signal.SIGSTOP)


def read_work(server: ServerProcess) -> dict[int, int]:
    """The processor's time that each worker has taken, once none of them works."""
    measure_ticks(server)
    return {pid: read_ticks(pid) for pid in find_workers(server)}


def test_what_is_made_for_a_client_that_leaves_is_ended(stingy: ServerProcess) -> None:
    before = find_workers(stingy)
    assert before
    busy = {pid: read_ticks(pid) for pid in before}
    with ask(stingy, "/export/story.pdf", LONG):
        wait_until(lambda: any(read_ticks(pid) > busy[pid] + 20 for pid in before), "it is made")
        assert find_workers(stingy) == before
    wait_until(lambda: bool(before - find_workers(stingy)), "its process is ended")
    again = get(stingy, "/export/view.png?year=2001")
    assert again.status == 200


def test_pieces_that_a_client_no_longer_waits_for_are_not_made(stingy: ServerProcess) -> None:
    before = measure_ticks(stingy)
    # The client may leave between two pieces: then no process has anything to be ended for.
    with ask(stingy, "/export/story.pptx?progress=1", LONG) as connection:
        lines = connection.getresponse()
        assert json.loads(lines.readline())["done"] == 1
        first = sum(map(read_ticks, find_workers(stingy))) - before
    assert measure_ticks(stingy) - before < 10 * first, "of forty pieces"
    again = get(stingy, "/export/view.png?year=2001")
    assert again.status == 200


def test_a_story_is_read_no_longer_than_its_client_waits(stingy: ServerProcess) -> None:
    before = find_workers(stingy)
    idle = read_work(stingy)
    with ask(stingy, "/atlas/story", WORDS):
        hold_worker(stingy, idle)
        refused = get(stingy, "/atlas/story?lang=ru", SMALL)
        assert (refused.status, refused.headers["cache-control"]) == (429, "no-store")
        assert int(refused.headers["retry-after"]) > 0
        assert "уже готовится" in json.loads(refused.text)["problem"]
        assert get(stingy, "/atlas/story", SMALL, "192.0.2.7").status == 200
    wait_until(lambda: bool(before - find_workers(stingy)), "its process is ended")
    assert get(stingy, "/atlas/story", SMALL).status == 200


def test_work_has_a_deadline(fresh_server: StartServer) -> None:
    server = fresh_server({"ATLAS_STORY_SECONDS": "1", "ATLAS_EXPORT_SECONDS": "1"})
    get(server, "/atlas/story", SMALL)  # every worker is there, whether it was in time or not
    idle = read_work(server)
    with ask(server, "/atlas/story?lang=ru", WORDS) as connection:
        hold_worker(server, idle)
        late = read(connection.getresponse())
    assert (late.status, late.headers["cache-control"]) == (503, "no-store")
    assert "слишком много времени" in json.loads(late.text)["problem"]
    idle = read_work(server)
    with ask(server, "/export/story.pdf?story=five-articles&progress=1") as connection:
        hold_worker(server, idle)
        order = read(connection.getresponse())
    assert "took too long" in json.loads(order.text.splitlines()[-1])["problem"]
    assert "Traceback" not in server.read_log()


def test_nothing_temporary_outlives_a_server(
    fresh_server: StartServer, tmp_path_factory: pytest.TempPathFactory
) -> None:
    tmp_path = tmp_path_factory.mktemp("t")  # short: sockets have their addresses in it
    # What one start keeps for the next lies elsewhere.
    kept = str(tmp_path_factory.mktemp("k"))
    server = fresh_server({"TMPDIR": str(tmp_path), "ATLAS_CACHE": kept, "ATLAS_WORKER_NICE": "3"})
    assert server.process is not None
    assert get(server, "/export/preview.png?year=2002").status == 200
    (folder,) = tmp_path.iterdir()
    assert {each.name.partition("-")[0] for each in folder.iterdir()} >= {"lock", "pymp", "atlas"}
    own = os.getpriority(os.PRIO_PROCESS, server.process.pid)
    workers = find_workers(server)
    assert {os.getpriority(os.PRIO_PROCESS, pid) for pid in workers} == {own + 3}
    server.process.send_signal(signal.SIGKILL)
    server.process.wait()
    wait_until(lambda: not any(map(is_running, workers)), "its workers end")
    wait_until(lambda: not list(tmp_path.iterdir()), "its folder is removed")


def test_what_is_asked_for_first_is_built_ahead(fresh_server: StartServer) -> None:
    server = fresh_server({"ATLAS_BUILD_AHEAD": "1", "ATLAS_WARM_UP": "1"})
    wait_until(lambda: "Every page is warm" in server.read_log(), "the pages are ready first")
    wait_until(lambda: server.read_log().count("The embedded map of") == 2, "one in each language")
    assert get(server, "/?embed=1").status == 200
    assert server.read_log().count("The embedded map of") == 2
    size = "/export/preview.png?lang=en"
    wait_until(
        lambda: "content-length" in get(server, size, method="HEAD").headers, "a picture is drawn"
    )
    assert "Traceback" not in server.read_log()
