"""Websockets: so many for a client, messages paced and none lost, and nothing else taken."""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress

import pytest
import streamlit
from streamlit.proto.BackMsg_pb2 import BackMsg
from websockets.exceptions import ConnectionClosed, InvalidStatus

from components.server.connection_limits import ConnectionLimits
from tests.app_process import ROOT, ServerProcess
from tests.components.server.http_client import run_apart
from tests.components.server.visitor import (
    open_stream,
    read_close_code,
    read_until,
    write_heartbeat,
    write_run,
)

SETTINGS = {
    "ATLAS_MAX_CONNECTIONS_PER_CLIENT": "3",
    "ATLAS_RATE_CONNECTIONS": "1/h burst 15",
    "ATLAS_RATE_MESSAGES": "30/s burst 10",
    "ATLAS_RATE_CONNECTION_MESSAGES": "20/s burst 5",
    "ATLAS_RATE_LOG": "1/h burst 3",
}
numbers = itertools.count(1)


def be_client(**headers: str) -> dict[str, str]:
    """The headers of a client that nobody has met; tests take the place of the proxy."""
    return {"X-Forwarded-For": f"192.0.2.{next(numbers)}", **headers}


@pytest.fixture(scope="module")
def limited() -> Iterator[ServerProcess]:
    """A server with narrow limits."""
    with ServerProcess(SETTINGS) as process:
        yield process


def test_a_client_has_so_many_websockets_and_others_have_theirs(limited: ServerProcess) -> None:
    client = be_client(**{"Accept-Language": "ru-RU"})
    with ExitStack() as stack:
        held = [stack.enter_context(open_stream(limited.url, client)) for _ in range(3)]
        with pytest.raises(InvalidStatus) as refused, open_stream(limited.url, client):
            pass
        answer = refused.value.response
        assert answer.status_code == 429
        assert int(answer.headers["Retry-After"]) > 0
        assert "открыто слишком много страниц" in bytes(answer.body or b"").decode()
        with open_stream(limited.url, be_client()) as socket:
            socket.send(write_heartbeat())
            assert read_until(socket, "heartbeat_ack")
        # One that comes as a page is reloaded waits for the place of the one before.
        held[0].close()
        with open_stream(limited.url, client) as socket:
            socket.send(write_heartbeat())
            assert read_until(socket, "heartbeat_ack")


def test_one_that_comes_back_at_once_is_seldom_refused(limited: ServerProcess) -> None:
    """A client that has all it may have gets no more refusals by asking without a pause."""
    client = be_client()
    with ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(open_stream(limited.url, client))
        refusals = 0
        ends = time.monotonic() + 6
        while time.monotonic() < ends:
            with pytest.raises(InvalidStatus), open_stream(limited.url, client):
                pass
            refusals += 1
    assert 1 <= refusals <= 3


def test_a_client_opens_websockets_so_often(limited: ServerProcess) -> None:
    client = be_client()
    for _ in range(15):
        with open_stream(limited.url, client):
            pass
    with pytest.raises(InvalidStatus) as refused, open_stream(limited.url, client):
        pass
    assert refused.value.response.status_code == 429
    assert 0 < int(refused.value.response.headers["Retry-After"]) <= 3600
    with open_stream(limited.url, be_client()):
        pass


def test_messages_are_paced_and_none_is_lost(limited: ServerProcess) -> None:
    client = be_client()
    with open_stream(limited.url, client) as first, open_stream(limited.url, client) as second:
        for _ in range(30):
            first.send(write_heartbeat())
            second.send(write_heartbeat())
        for socket in (first, second):
            assert len(read_until(socket, "heartbeat_ack", 30)) >= 30


def test_a_flood_is_cut_off_and_harms_nobody_else(limited: ServerProcess) -> None:
    other, client = be_client(), be_client()
    with open_stream(limited.url, other) as quiet, open_stream(limited.url, client) as flood:
        # On a busy machine it is closed before all is sent.
        with suppress(ConnectionClosed):
            for _ in range(400):
                flood.send(write_heartbeat())
        assert read_close_code(flood) == 1008
        quiet.send(write_run())
        assert read_until(quiet, "script_finished")
    assert "Traceback" not in limited.read_log()


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("text", 1003),
        (b"\xff\xff no message", 1002),
        (bytes(300_000), 1009),
        (bytes(1_100_000), 1009),
    ],
    ids=["text", "unreadable", "too large", "far too large"],
)
def test_what_is_no_message_closes_the_websocket(
    limited: ServerProcess, message: str | bytes, code: int
) -> None:
    with open_stream(limited.url, be_client()) as socket:
        socket.send(message)
        assert read_close_code(socket) == code


def test_a_breach_costs_new_connections(limited: ServerProcess) -> None:
    client = be_client()
    for _ in range(5):
        with open_stream(limited.url, client) as socket:
            socket.send("text")
            assert read_close_code(socket) == 1003
    # Five are a third of what the client may open, but the first breach cost ten.
    with pytest.raises(InvalidStatus) as refused, open_stream(limited.url, client):
        pass
    assert refused.value.response.status_code == 429


def test_many_breaches_write_a_few_lines(limited: ServerProcess) -> None:
    for _ in range(8):
        with open_stream(limited.url, be_client()) as socket:
            socket.send("text")
            assert read_close_code(socket) == 1003
    log = limited.read_log()
    assert log.count("A websocket was closed: ") == 3
    assert "Traceback" not in log


def test_the_first_message_tells_nothing_of_the_server(server_process: ServerProcess) -> None:
    with open_stream(server_process.url) as socket:
        socket.send(write_run())
        messages = read_until(socket, "script_finished")
    (first,) = (m.new_session for m in messages if m.WhichOneof("type") == "new_session")
    assert first.initialize.session_id
    assert first.page_script_hash
    assert first.initialize.HasField("user_info")
    assert not any(
        [
            first.initialize.user_info.installation_id,
            first.initialize.user_info.installation_id_v3,
            first.initialize.user_info.installation_id_v4,
            first.initialize.environment_info.python_version,
            first.initialize.environment_info.server_os,
        ]
    )
    said = b"".join(m.SerializeToString() for m in messages)
    assert first.initialize.environment_info.streamlit_version not in {"", streamlit.__version__}
    for private in (str(ROOT), str(ROOT.parent), ".".join(map(str, sys.version_info[:3]))):
        assert private.encode() not in said


def test_no_page_comes_near_the_largest_message(server: str) -> None:
    """`server.maxMessageSize` is 8 MB, as Streamlit shows an error in place of a larger one."""
    largest = 0
    pages = "events", "members", "cohesion", "votes", "compare", "stories", "sources", "search"
    for page in ("", *pages):
        message = BackMsg()
        message.rerun_script.page_name = page
        with open_stream(server) as socket:
            socket.send(message.SerializeToString())
            sizes = [m.ByteSize() for m in read_until(socket, "script_finished")]
        largest = max(largest, *sizes)
    assert 100_000 < largest < 600_000


def test_messages_that_no_page_sends_are_dropped() -> None:
    """Streamlit would let any visitor empty the caches of all."""
    sent = [
        BackMsg(clear_cache=True),
        BackMsg(load_git_info=True),
        BackMsg(debug_shutdown_runtime=True),
        BackMsg(),
        BackMsg(stop_script=True),
    ]
    incoming = [
        *({"type": "websocket.receive", "bytes": m.SerializeToString()} for m in sent),
        {"type": "websocket.disconnect", "code": 1001},
    ]
    heard = []

    async def receive() -> dict[str, object]:
        return incoming.pop(0)

    async def send(_message: object) -> None:
        raise AssertionError("nothing is said")

    async def app(_scope: object, receive: object, _send: object) -> None:
        assert callable(receive)
        while (message := await receive())["type"] != "websocket.disconnect":
            heard.append(BackMsg.FromString(message["bytes"]).WhichOneof("type"))

    scope = {"type": "websocket", "client": ("192.0.2.1", 1), "headers": [], "query_string": b""}
    run_apart(ConnectionLimits(app)(scope, receive, send))
    assert heard == ["stop_script"]
