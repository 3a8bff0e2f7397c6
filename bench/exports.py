"""A long story as a file: how long it takes, what memory, and how long visitors wait meanwhile."""

from __future__ import annotations

import asyncio
import random
import threading
import time
import urllib.request
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from bench.app_process import Server
from bench.baseline_data import list_years
from bench.drag import Measured
from bench.load_test import Visitor, close_visitors, open_visitor
from bench.long_story import STEPS, write_long_story
from bench.stats import find_median, find_percentile
from components.server.assets import asset_url

SMALL_ASSET = ("fonts", "fonts.css")
# How often a visitor asks, and how often the memory is read.
PAUSE_SECONDS, WATCH_SECONDS = 0.25, 0.2
AT_MOST_SECONDS = 180


@dataclass
class Waits:
    """How long answers took, ms: of reruns and of a small file."""

    reruns: list[float] = field(default_factory=list)
    assets: list[float] = field(default_factory=list)

    def describe(self, when: str) -> Measured:
        """Medians and slow ends."""
        found: Measured = {}
        for what, times in (("rerun", self.reruns), ("asset", self.assets)):
            found[f"{when}_{what}_ms"] = find_median(times)
            found[f"{when}_{what}_p95_ms"] = find_percentile(times, 95)
        return found


def measure_exports(server: Server, formats: Sequence[str], rest_seconds: float) -> Measured:
    """A visitor's waits at rest, then while each file is made; its seconds and the peak of memory.

    The server must be fresh and at rest: the first file starts the drawing processes.
    """
    return asyncio.run(measure_beside_visitor(server, formats, rest_seconds))


async def measure_beside_visitor(
    server: Server, formats: Sequence[str], rest_seconds: float
) -> Measured:
    """As `measure_exports`."""
    visitor = await open_visitor(server)
    body = write_long_story()
    busy = Waits()
    found: Measured = {}
    with ThreadPoolExecutor(1) as pool:
        rest = await wait_beside(server, visitor, pool.submit(stay_away, rest_seconds))
        found |= rest.describe("rest")
        for kind in formats:
            with MemoryWatch(server) as memory:
                order = pool.submit(order_story, server, kind, body)
                waits = await wait_beside(server, visitor, order)
            found |= {f"{kind}_seconds": order.result(), f"{kind}_peak_mb": memory.peak}
            busy.reruns += waits.reruns
            busy.assets += waits.assets
    await close_visitors([visitor])
    return found | busy.describe("export")


async def wait_beside(server: Server, visitor: Visitor, work: Future[float]) -> Waits:
    """A visitor's waits until some work is done."""
    waits, years = Waits(), list_years()
    while not work.done():
        waits.assets.append(await asyncio.to_thread(fetch_asset, server))
        waits.reruns.append(await visitor.run(random.choice(years)))
        await asyncio.sleep(PAUSE_SECONDS)
    return waits


class MemoryWatch:
    """Reads the memory of a server again and again; `peak` is the most it was, MB."""

    def __init__(self, server: Server) -> None:
        """Nothing read yet."""
        self.server = server
        self.peak = 0.0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)

    def __enter__(self) -> MemoryWatch:
        """Begin."""
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End."""
        self.ended.set()
        self.thread.join()

    def watch(self) -> None:
        """Read until the end."""
        while not self.ended.wait(WATCH_SECONDS):
            self.peak = max(self.peak, self.server.read_shared_memory_mb())


def stay_away(seconds: float) -> float:
    """Order nothing for a while."""
    time.sleep(seconds)
    return seconds


def order_story(server: Server, kind: str, body: bytes) -> float:
    """Order a file as the dialog does; how long it took, s. RuntimeError when it was not made."""
    began = time.monotonic()
    address = f"{server.address}/export/story.{kind}?lang=en&progress=1"
    with urllib.request.urlopen(address, body, timeout=AT_MOST_SECONDS) as answer:
        # The lines tell of each step, the last holds the file.
        starts = [line[:200] for line in answer]
    if len(starts) != STEPS + 1 or not starts[-1].startswith(b'{"name"'):
        raise RuntimeError(f"story.{kind} was not made: {starts[-1]!r}")
    return time.monotonic() - began


def fetch_asset(server: Server) -> float:
    """Get a small file of the atlas on a connection of its own, ms."""
    began = time.perf_counter()
    with urllib.request.urlopen(server.address + asset_url(*SMALL_ASSET), timeout=60) as answer:
        answer.read()
    return 1000 * (time.perf_counter() - began)
