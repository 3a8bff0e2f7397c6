"""A visitor without a browser: one websocket that speaks Streamlit's protocol."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

PATIENCE_SECONDS = 60.0


@contextmanager
def open_stream(
    url: str, headers: Mapping[str, str] | None = None, path: str = "/_stcore/stream"
) -> Iterator[ClientConnection]:
    """A websocket to the server at `url`; InvalidStatus when the handshake is refused."""
    address = "ws" + url.removeprefix("http") + path
    with connect(
        address,
        subprotocols=[Subprotocol("streamlit")],
        additional_headers=dict(headers or {}),
        compression=None,
        max_size=None,
        open_timeout=PATIENCE_SECONDS,
        ping_interval=None,
    ) as socket:
        yield socket


def write_run() -> bytes:
    """The message that asks for a run of the page."""
    message = BackMsg()
    message.rerun_script.query_string = ""
    return bytes(message.SerializeToString())


def write_heartbeat() -> bytes:
    """The smallest message that is answered."""
    return bytes(BackMsg(app_heartbeat=True).SerializeToString())


def read_until(socket: ClientConnection, kind: str, count: int = 1) -> list[ForwardMsg]:
    """The messages that arrive until some number of one kind has."""
    messages: list[ForwardMsg] = []
    while count:
        messages.append(ForwardMsg.FromString(socket.recv(PATIENCE_SECONDS, decode=False)))
        count -= messages[-1].WhichOneof("type") == kind
    return messages


def read_close_code(socket: ClientConnection) -> int | None:
    """The code that the server closes the websocket with."""
    try:
        while True:
            socket.recv(PATIENCE_SECONDS)
    except ConnectionClosed as closed:
        return closed.rcvd.code if closed.rcvd else None
