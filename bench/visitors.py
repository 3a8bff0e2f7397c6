"""Visitors without browsers: websockets that speak Streamlit's protocol and release a slider."""

from __future__ import annotations

import asyncio
import json
import random
import time
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from bench.same_record import list_years
from bench.serve import Server
from bench.variants import ATLAS

PERIOD_SECONDS = 5.0
RUN_AT_MOST_SECONDS = 60.0
OPEN_AT_ONCE = 4


@dataclass
class Visitor:
    """One open session; knows its page and the widget that a release sets."""

    server: Server
    socket: ClientConnection
    page: str = ""
    widget: str = ""
    hashes: set[str] = field(default_factory=set)
    year: int = 0

    async def run(self, year: int | None) -> float:
        """Ask for a run, with the slider at a year or as a first run; returns its time in ms."""
        message = BackMsg()
        state = message.rerun_script
        state.page_script_hash = self.page
        state.cached_message_hashes.extend(self.hashes)
        state.context_info.timezone = "UTC"
        state.context_info.locale = "en-US"
        state.context_info.url = f"{self.server.address}/"
        if year is not None:
            self.set_year(message, year)
        began = time.perf_counter()
        await self.socket.send(message.SerializeToString())
        while True:
            data = await asyncio.wait_for(self.socket.recv(decode=False), RUN_AT_MOST_SECONDS)
            if self.read(ForwardMsg.FromString(data)):
                return 1000 * (time.perf_counter() - began)

    def set_year(self, message: BackMsg, year: int) -> None:
        """Put the slider's value into the message, as the variant's browser side does."""
        state = message.rerun_script.widget_states.widgets.add(id=self.widget)
        if self.server.variant is ATLAS:
            view = {"year": year, "event": None, "toward": None, "panel": None}
            state.json_value = json.dumps({"view": view})
            message.rerun_script.query_string = f"year={year}"
        else:
            state.double_array_value.data.append(year)

    def read(self, message: ForwardMsg) -> bool:
        """Take in one message; true when it ends the run. RuntimeError when the run failed."""
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            return False
        if message.metadata.cacheable and message.hash:
            self.hashes.add(message.hash)
        if kind == "new_session" and message.new_session.page_script_hash:
            self.page = message.new_session.page_script_hash
        elif kind == "navigation" and message.navigation.page_script_hash:
            self.page = message.navigation.page_script_hash
        elif kind == "delta":
            self.read_element(message)
        elif kind == "script_finished":
            if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
                raise RuntimeError(f"{self.server.variant.name}: the page's script failed")
            return message.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY
        return False

    def read_element(self, message: ForwardMsg) -> None:
        """Note the widget that a release sets; RuntimeError for an error on the page."""
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "component_instance" and self.server.variant is ATLAS:
            self.widget = element.component_instance.id
        elif kind == "slider":
            self.widget = element.slider.id
        elif kind == "exception":
            raise RuntimeError(f"{self.server.variant.name}: {element.exception.message}")

    async def release_often(self, until: float, first_at: float) -> list[float]:
        """Release once in five seconds until a moment; returns the time of each run, ms."""
        years = list_years()
        times: list[float] = []
        due = first_at
        while due < until:
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            self.year = random.choice([year for year in years if year != self.year])
            times.append(await self.run(self.year))
            due = max(due + PERIOD_SECONDS, time.monotonic())
        return times


async def open_visitor(server: Server) -> Visitor:
    """Connect and take the first run."""
    address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
    socket = await connect(
        address,
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
        compression=None,
        ping_interval=None,
    )
    visitor = Visitor(server, socket)
    await visitor.run(None)
    return visitor


async def open_visitors(server: Server, count: int, within: float) -> list[Visitor]:
    """Open sessions, a few at once; as many as the seconds given allow."""
    end = time.monotonic() + within
    gate = asyncio.Semaphore(OPEN_AT_ONCE)

    async def open_in_turn() -> Visitor | None:
        async with gate:
            if time.monotonic() > end:
                return None
            return await open_visitor(server)

    opened = await asyncio.gather(*(open_in_turn() for _ in range(count)))
    return [visitor for visitor in opened if visitor is not None]


async def close_visitors(visitors: list[Visitor]) -> None:
    """End the sessions."""
    await asyncio.gather(*(visitor.socket.close() for visitor in visitors), return_exceptions=True)


@dataclass(frozen=True)
class Crowd:
    """What visitors measured together: how many there were, run times, server CPU a run (ms)."""

    visitors: int
    times: list[float]
    cpu_ms: float


async def measure_crowd(server: Server, count: int, seconds: float, within: float) -> Crowd:
    """Open visitors who each release once in five seconds; RuntimeError when no run ended."""
    visitors = await open_visitors(server, count, within)
    began = time.monotonic()
    cpu = server.read_cpu_ms()
    runs = await asyncio.gather(
        *(
            visitor.release_often(began + seconds, began + PERIOD_SECONDS * place / count)
            for place, visitor in enumerate(visitors)
        ),
        return_exceptions=True,
    )
    spent = server.read_cpu_ms() - cpu
    await close_visitors(visitors)
    times = [ms for run in runs if isinstance(run, list) for ms in run]
    for run in runs:
        if isinstance(run, TimeoutError):
            times.append(1000 * RUN_AT_MOST_SECONDS)
        elif isinstance(run, BaseException) and not isinstance(run, WebSocketException):
            raise run
    if not times:
        raise RuntimeError(f"{server.variant.name}: no run of {len(visitors)} visitors ended")
    return Crowd(len(visitors), times, spent / len(times))


async def measure_memory(server: Server, sessions: int) -> float:
    """Growth of resident memory for each of some sessions opened at once and kept, kB."""
    warm = await open_visitors(server, 3, RUN_AT_MOST_SECONDS)
    before = server.read_memory_kb()
    opened = await open_visitors(server, sessions, RUN_AT_MOST_SECONDS)
    growth = server.read_memory_kb() - before
    await close_visitors(warm + opened)
    return max(0.0, growth) / max(1, len(opened))
