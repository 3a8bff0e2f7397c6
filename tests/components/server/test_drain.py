"""A server told to stop: unready at once, no new work; what runs is finished or told why."""

from __future__ import annotations

import asyncio
import json
import signal
import threading
from collections import deque
from http.client import HTTPConnection, HTTPResponse

import psutil
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message, Receive, Scope, Send
from websockets.exceptions import ConnectionClosed
from websockets.frames import CloseCode
from websockets.sync.client import connect
from websockets.typing import Subprotocol

from components.core.i18n.locale import locale_context
from components.server import lifecycle
from components.server.drain import Drain
from components.server.lifecycle import Lifecycle
from components.server.messages import starting_message, stopping_message
from components.server.readiness import Readiness
from tests.app_process import ServerProcess
from tests.components.server.http_client import Answer, fetch, run_apart
from tests.conftest import StartServer

LONG = "/export/story.pdf?progress=1&lang=ru&scale=2"
STEPS = "".join(f"  - view: year={1991 + step % 35}\n" for step in range(60))
STORY = f"title: {{en: Long, ru: Long}}\nsteps:\n{STEPS}".encode()
END_SECONDS = 60.0
# The first line comes when a worker has begun, which on a busy machine is a matter of minutes.
FIRST_LINE_SECONDS = 240.0


class Export:
    """A file that is being made, told line by line."""

    def __init__(self, server: ServerProcess, path: str, story: bytes | None = None) -> None:
        """Ask for it and wait for its first line."""
        self.connection = HTTPConnection("127.0.0.1", server.port, timeout=FIRST_LINE_SECONDS)
        self.connection.request("POST" if story else "GET", path, story)
        self.answer: HTTPResponse = self.connection.getresponse()
        self.first = json.loads(self.answer.readline())

    def read_last(self) -> dict[str, object]:
        """The last line of the answer."""
        lines = [line for line in self.answer.read().split(b"\n") if line]
        self.connection.close()
        last: dict[str, object] = json.loads(lines[-1])
        return last


def tell(server: ServerProcess, number: signal.Signals = signal.SIGTERM) -> list[psutil.Process]:
    """Send a signal to a server; its processes, that one first."""
    assert server.process is not None
    tree = psutil.Process(server.process.pid)
    processes = [tree, *tree.children(recursive=True)]
    server.process.send_signal(number)
    return processes


def ask_until_stopping(server: ServerProcess) -> Answer:
    """The answer of the readiness check once the server has taken the signal."""
    while (answer := fetch(server.url, "/ready")).status == 200:
        pass
    return answer


def wait_for_end(server: ServerProcess, processes: list[psutil.Process]) -> int:
    """The status with which a server ends; none of its processes is left then."""
    assert server.process is not None
    status = server.process.wait(END_SECONDS)
    _gone, left = psutil.wait_procs(processes, timeout=END_SECONDS)
    assert [process.pid for process in left if process.status() != psutil.STATUS_ZOMBIE] == []
    assert "Traceback" not in server.read_log()
    return status


def test_what_is_not_done_in_time_is_told_and_the_server_ends(fresh_server: StartServer) -> None:
    server = fresh_server({"ATLAS_DRAIN_SECONDS": "5"})
    assert fetch(server.url, "/ready").text == "ready\n"
    assert fetch(server.url, "/ready").headers["cache-control"] == "no-store"
    assert fetch(server.url, "/ready", method="HEAD").status == 200
    export = Export(server, LONG, STORY)
    assert export.first["of"] == 60
    waiting: list[Answer] = []
    file = "/export/story.pptx?story=every-request&lang=ru"
    other = threading.Thread(target=lambda: waiting.append(fetch(server.url, file)))
    other.start()
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    with connect(address, subprotocols=[Subprotocol("streamlit")]) as page:
        processes = tell(server)
        answer = ask_until_stopping(server)
        assert (answer.status, answer.text) == (503, "stopping\n")
        assert fetch(server.url, "/_stcore/health").status == 200
        assert fetch(server.url, "/").status == 200
        refused = fetch(server.url, "/export/view.png?lang=ru")
        with locale_context("ru"):
            told = stopping_message()
        assert (refused.status, json.loads(refused.text)) == (503, {"problem": told})
        assert int(refused.headers["retry-after"]) > 0
        assert refused.headers["x-content-type-options"] == "nosniff"
        assert (
            told
            in fetch(
                server.url, "/export/view.png", {"Accept": "text/html", "Accept-Language": "ru-RU"}
            ).text
        )
        assert fetch(server.url, "/atlas/story", method="POST").status == 503
        with pytest.raises(ConnectionClosed) as closed:
            deque(iter(page.recv, None), maxlen=0)
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == CloseCode.SERVICE_RESTART
    assert export.read_last() == {"problem": told}
    other.join()
    assert (waiting[0].status, json.loads(waiting[0].text)) == (503, {"problem": told})
    assert wait_for_end(server, processes) == 0


def test_what_is_done_in_time_is_sent_whole(fresh_server: StartServer) -> None:
    server = fresh_server({"ATLAS_DRAIN_SECONDS": "300"})
    export = Export(server, "/export/story.png?story=five-articles&progress=1")
    processes = tell(server)
    assert ask_until_stopping(server).status == 503
    last = export.read_last()
    assert last["name"] == "csto-stance-atlas-five-articles.zip"
    assert wait_for_end(server, processes) == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_ends_it_at_once(fresh_server: StartServer, number: signal.Signals) -> None:
    server = fresh_server({"ATLAS_DRAIN_SECONDS": "3000"})
    export = Export(server, LONG, STORY)
    processes = tell(server, signal.SIGINT)
    ask_until_stopping(server)
    assert server.process is not None
    server.process.send_signal(number)
    assert wait_for_end(server, processes) == 128 + number
    export.connection.close()


def test_who_comes_early_is_held_and_then_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request waits for the server to be ready; one that waits too long is told to come again."""
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"lang=ru"}
    reached: list[str] = []

    async def app(scope: Scope, _receive: Receive, send: Send) -> None:
        reached.append(scope["path"])
        await PlainTextResponse("the page")(scope, _receive, send)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def visit(life: Lifecycle, path: str) -> list[Message]:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        await life({**scope, "path": path, "headers": []}, receive, send)
        return sent

    async def come_early() -> None:
        readiness = Readiness(["the map", "the first files"])
        life = Lifecycle(app, Drain(readiness))
        assert (await visit(life, "/_stcore/health"))[0]["status"] == 200
        early = asyncio.create_task(visit(life, "/early"))
        await asyncio.sleep(0)
        readiness.note_done("the map")
        assert readiness.said == "waiting for the first files"
        monkeypatch.setattr(lifecycle, "HOLD_SECONDS", 0.0)
        start, body = await visit(life, "/late")
        with locale_context("ru"):
            assert json.loads(body["body"]) == {"problem": starting_message()}
        assert start["status"] == 503
        assert reached == ["/_stcore/health"]
        readiness.note_done("the first files")
        assert (await early)[1]["body"] == b"the page"
        assert reached == ["/_stcore/health", "/early"]
        assert readiness.said == ""

    run_apart(come_early())
