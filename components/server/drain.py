"""The end of the server: no new work, time for what is being answered, then it is told to stop.

Uvicorn, as Streamlit starts it, would close its door at once and then wait without a limit. Here a
first SIGTERM or SIGINT makes the server unready and lets requests finish for up to
ATLAS_DRAIN_SECONDS; what is not done then is cancelled, and Uvicorn told to end, which closes the
websockets with 1012 so that browsers connect again. A second signal ends the process at once.
"""

from __future__ import annotations

import asyncio
import logging
import math
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import FrameType
from typing import Any

from streamlit.logger import get_logger

from components.server.readiness import READINESS, Readiness

LOGGER = get_logger("atlas")
VARIABLE = "ATLAS_DRAIN_SECONDS"
DEFAULT_SECONDS = 20.0
MOST_SECONDS = 3600.0
# After the deadline: for answers to be sent, for Uvicorn to close connections, for everything.
SAYING_SECONDS = 0.4
CLOSING_SECONDS = 1
ENDING_SECONDS = 1.5
SIGNALS = (signal.SIGTERM, signal.SIGINT)


def read_drain_seconds(environment: Mapping[str, str]) -> float:
    """How long requests may take, from ATLAS_DRAIN_SECONDS; ValueError names a bad value."""
    text = environment.get(VARIABLE, "").strip()
    if not text:
        return DEFAULT_SECONDS
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 <= seconds <= MOST_SECONDS:
        raise ValueError(f"{VARIABLE}: {text!r} is not a number of seconds from 0 to 3600")
    return seconds


class Drain:
    """The requests that are being answered, and what becomes of them when the server stops."""

    def __init__(self, readiness: Readiness = READINESS) -> None:
        """Begin with no request."""
        self.readiness = readiness
        self.requests: set[asyncio.Task[Any]] = set()
        self.cancelled: set[asyncio.Task[Any]] = set()
        self._draining: asyncio.Task[None] | None = None

    def follow_signals(self) -> None:
        """Take the signals over from Uvicorn; call it in the running loop of the main thread."""
        if threading.current_thread() is not threading.main_thread():
            return
        loop = asyncio.get_running_loop()
        # Uvicorn's handler is a method of its server.
        server = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)

        def handle(number: int, _frame: FrameType | None) -> None:
            if self.readiness.stopping or server is None:
                end_now(128 + number)
            self.readiness.stopping = True
            loop.call_soon_threadsafe(self._begin, server)

        for number in SIGNALS:
            signal.signal(number, handle)

    def _begin(self, server: Any) -> None:
        seconds = read_drain_seconds(os.environ)
        LOGGER.info(
            "Stopping; requests being answered: %d, at most %g s", len(self.requests), seconds
        )
        watch = threading.Timer(seconds + ENDING_SECONDS, end_now, (0,))
        watch.daemon = True
        watch.start()
        self._draining = asyncio.create_task(self._finish(server, seconds))

    async def _finish(self, server: Any, seconds: float) -> None:
        await self.wait(seconds)
        server.config.timeout_graceful_shutdown = CLOSING_SECONDS
        server.should_exit = True
        end_after(ENDING_SECONDS)

    async def wait(self, seconds: float) -> None:
        """Let requests finish; cancel those that are not done in time, and let them say so."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + seconds
        while self.requests and (left := deadline - loop.time()) > 0:
            await asyncio.wait(self.requests, timeout=left)
        late = set(self.requests)
        if late:
            LOGGER.info("Stopping; requests cancelled: %d", len(late))
        self.cancelled |= late
        for task in late:
            task.cancel()
        if late:
            await asyncio.wait(late, timeout=SAYING_SECONDS)


DRAIN = Drain()


def end_after(seconds: float) -> None:
    """End the process when it is still there after some seconds: a thread may be at work."""
    watch = threading.Timer(seconds, end_now, (0,))
    watch.daemon = True
    watch.start()


def end_workers() -> None:
    """End every process that this one has started for work, and the one that starts them.

    Python's tracker of what processes share is left alone: it ends by itself, and complains in the
    log when it is killed before.
    """
    for process in multiprocessing.active_children():
        process.kill()
    for children in Path("/proc/self/task").glob("*/children"):
        # A thread may end meanwhile, and so may a process.
        with suppress(OSError):
            for pid in children.read_text().split():
                if b"resource_tracker" not in Path(f"/proc/{pid}/cmdline").read_bytes():
                    os.kill(int(pid), signal.SIGKILL)


def end_now(status: int) -> None:
    """End the process and its workers at once."""
    end_workers()
    logging.shutdown()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(status)
