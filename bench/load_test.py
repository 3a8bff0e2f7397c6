"""Visitors without browsers: websockets that speak Streamlit's protocol and release a slider.

They share the processors with the server they measure, so they do as little as they can: picows
reads the frames in C, and of a message they look at what tells where a run is.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from typing import Any

from picows import WSError, WSFrame, WSListener, WSMsgType, WSTransport, ws_connect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from bench.app_process import Server, ServerAddress

RUN_AT_MOST_SECONDS = 60.0
# What a server that refuses, or has no time, raises in one who waits for it.
LOST = (OSError, TimeoutError, WSError)
OPEN_AT_ONCE = 4
# Limits count by client: each visitor of a crowd comes from an address of its own, where a
# machine has so many (Linux has all that begin with 127).
CROWD_NETWORK = "127.1"
MANY_ADDRESSES = sys.platform == "linux"
STREAM = "/_stcore/stream"
SUBPROTOCOL = {"Sec-WebSocket-Protocol": "streamlit"}


class Visitor(WSListener):
    """One open session; knows its page, and the widget that a release sets."""

    def __init__(self, server: ServerAddress, path: str = "") -> None:
        """A visitor of the page at a path (`events`, say); empty for the map."""
        self.server = server
        self.path = path
        self.page = ""
        self.widget = ""
        self.session = ""
        self.hashes: set[str] = set()
        self.transport: WSTransport | None = None
        self.running: asyncio.Future[None] | None = None
        self.finished = 0

    def on_ws_connected(self, transport: WSTransport) -> None:
        """Note the connection."""
        self.transport = transport

    def on_ws_frame(self, transport: WSTransport, frame: WSFrame) -> None:
        """Take in a message, or the end of the connection."""
        if frame.msg_type == WSMsgType.CLOSE:
            transport.disconnect()
        elif frame.msg_type == WSMsgType.BINARY:
            try:
                self.read(ForwardMsg.FromString(frame.get_payload_as_bytes()))
            except RuntimeError as error:
                self.end_run(error)

    def on_ws_disconnected(self, transport: WSTransport) -> None:
        """Fail the run that is waited for."""
        self.transport = None
        self.end_run(ConnectionError("the server closed the websocket"))

    def end_run(self, error: Exception | None = None) -> None:
        """Tell the one who waits for the run."""
        if self.running is not None and not self.running.done():
            if error is None:
                self.running.set_result(None)
            else:
                self.running.set_exception(error)

    def ask(self, year: int | None) -> None:
        """Ask for a run, with the slider at a year or as it is; ConnectionError when closed."""
        if self.transport is None:
            raise ConnectionError("the websocket is closed")
        message = BackMsg()
        state = message.rerun_script
        state.page_script_hash = self.page
        state.page_name = "" if self.page else self.path
        state.cached_message_hashes.extend(self.hashes)
        state.context_info.timezone = "UTC"
        state.context_info.locale = "en-US"
        state.context_info.url = f"{self.server.address}/{self.path}"
        if year is not None:
            self.set_year(message, year)
        self.transport.send(WSMsgType.BINARY, message.SerializeToString())

    async def run(self, year: int | None = None) -> float:
        """A run; returns its ms. TimeoutError, ConnectionError, RuntimeError when it failed."""
        self.running = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        self.ask(year)
        async with asyncio.timeout(RUN_AT_MOST_SECONDS):
            await self.running
        return 1000 * (time.perf_counter() - began)

    def set_year(self, message: BackMsg, year: int) -> None:
        """Put the slider's value into the message, as the variant's browser side does."""
        state = message.rerun_script.widget_states.widgets.add(id=self.widget)
        if self.server.variant.commits_view:
            view = {"year": year, "event": None, "toward": None, "panel": None}
            state.json_value = json.dumps({"view": view})
            message.rerun_script.query_string = f"year={year}"
        else:
            state.double_array_value.data.append(year)

    def read(self, message: ForwardMsg) -> None:
        """Take in one message. RuntimeError when the run failed."""
        kind = message.WhichOneof("type")
        if kind == "delta":
            self.read_element(message)
        elif kind == "script_finished":
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise RuntimeError(f"{self.server.variant.name}: the page's script failed")
            if message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                self.finished += 1
                self.end_run()
        elif kind == "navigation" and message.navigation.page_script_hash:
            self.page = message.navigation.page_script_hash
        elif kind == "new_session":
            self.page = message.new_session.page_script_hash or self.page
            self.session = message.new_session.initialize.session_id

    def read_element(self, message: ForwardMsg) -> None:
        """Note the widget that a release sets; RuntimeError for an error on the page."""
        if message.metadata.cacheable and message.hash:
            self.hashes.add(message.hash)
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "component_instance" and self.server.variant.commits_view:
            self.widget = element.component_instance.id
        elif kind == "slider":
            self.widget = element.slider.id
        elif kind == "exception":
            raise RuntimeError(f"{self.server.variant.name}: {element.exception.message}")


def name_address(number: int) -> str:
    """The loopback address of a visitor of a crowd."""
    return f"{CROWD_NETWORK}.{number // 250}.{number % 250 + 1}"


def choose_source(source: str) -> dict[str, Any]:
    """How a connection is made to come from an address, where the machine can."""
    return {"local_addr": (source, 0)} if source and MANY_ADDRESSES else {}


async def connect(server: ServerAddress, path: str = "", source: str = "") -> Visitor:
    """A visitor whose websocket is open; OSError or picows's WSError when the server refuses it."""
    address = f"ws://127.0.0.1:{server.port}{STREAM}"
    _, visitor = await ws_connect(
        lambda: Visitor(server, path),
        address,
        extra_headers=SUBPROTOCOL,
        websocket_handshake_timeout=RUN_AT_MOST_SECONDS,
        max_frame_size=1 << 28,
        **choose_source(source),
    )
    assert isinstance(visitor, Visitor)
    return visitor


async def open_visitor(server: ServerAddress, path: str = "", source: str = "") -> Visitor:
    """Connect and take the first run."""
    visitor = await connect(server, path, source)
    await visitor.run()
    return visitor


async def open_visitors(server: Server, count: int, within: float, first: int = 0) -> list[Visitor]:
    """Open sessions, a few at once; as many as the seconds given and the server allow.

    Their addresses are numbered from `first` on.
    """
    end = time.monotonic() + within
    gate = asyncio.Semaphore(OPEN_AT_ONCE)

    async def open_in_turn(number: int) -> Visitor | None:
        async with gate:
            if time.monotonic() > end:
                return None
            try:
                return await open_visitor(server, source=name_address(first + number))
            except LOST:
                return None

    opened = await asyncio.gather(*(open_in_turn(number) for number in range(count)))
    return [visitor for visitor in opened if visitor is not None]


async def close_visitors(visitors: list[Visitor]) -> None:
    """End the sessions."""
    for visitor in visitors:
        if visitor.transport is not None:
            visitor.transport.send_close()
            visitor.transport.disconnect()
    await asyncio.sleep(0)


async def measure_memory(server: Server, sessions: int) -> float:
    """Growth of resident memory for each of some sessions opened at once and kept, kB."""
    warm = await open_visitors(server, 3, RUN_AT_MOST_SECONDS)
    before = server.read_memory_kb()
    opened = await open_visitors(server, sessions, RUN_AT_MOST_SECONDS, first=len(warm))
    growth = server.read_memory_kb() - before
    await close_visitors(warm + opened)
    return max(0.0, growth) / max(1, len(opened))
