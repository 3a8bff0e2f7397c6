"""A visitor beside one client that takes all it can: reruns, pages and files meanwhile."""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlsplit

from bench.app_process import Server
from bench.baseline_data import list_years
from bench.drag import Measured
from bench.load_test import LOST, MANY_ADDRESSES, Visitor, close_visitors, open_visitor
from bench.stats import find_median, find_percentile
from bench.variants import ROOT
from components.server.assets import asset_url

ADDRESS = "127.0.0.3"
PATHS = ("", "events", "members", "cohesion", "votes", "compare", "stories", "sources")
PAUSE_SECONDS = 0.25
# Pages are opened one after the other from here on; one that takes longer has not opened.
PAGES_AFTER_SECONDS, PAGE_AT_MOST_SECONDS = 1.0, 30.0
# Beyond the end of an attack its process has this long to say what it was answered.
SAYS_WITHIN_SECONDS = 60.0
SMALL_ASSET = ("fonts", "fonts.css")


@dataclass
class Meanwhile:
    """What a visitor met: the times of runs, pages and small files, ms, and what failed."""

    runs: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    assets: list[float] = field(default_factory=list)
    failed: int = 0

    def describe(self, kind: str, refused: int, grown_mb: float) -> Measured:
        """The rows of an attack of some kind."""
        name = f"attacked_{kind}"
        found: Measured = {
            f"{name}_failed": self.failed,
            f"{name}_pages": len(self.pages),
            f"{name}_refused": refused,
            f"{name}_grown_mb": grown_mb,
        }
        if self.runs:
            found[f"{name}_ms"] = find_median(self.runs)
            found[f"{name}_p95_ms"] = find_percentile(self.runs, 95)
        if self.pages:
            found[f"{name}_page_ms"] = max(self.pages)
        if self.assets:
            found[f"{name}_asset_p95_ms"] = find_percentile(self.assets, 95)
        return found


async def measure_attacked(
    server: Server, kind: str, seconds: float
) -> tuple[Measured, Counter[str]]:
    """Rows of an attack of some kind and seconds, and how its client was answered, by status.

    `kind` is one of `bench.attacks`; the server is fresh and at rest. RuntimeError when the
    attacker cannot begin.
    """
    visitor = await open_visitor(server, source=ADDRESS)
    asset = await asyncio.to_thread(find_asset, server)
    memory = server.read_shared_memory_mb()
    command = [sys.executable, "-m", "bench.attacks", kind, str(server.port), str(seconds)]
    attacker = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    try:
        assert attacker.stdout is not None
        if not await attacker.stdout.readline():
            raise RuntimeError(f"the attack by {kind} did not begin")
        met = await visit_meanwhile(server, visitor, asset, seconds)
        grown = server.read_shared_memory_mb() - memory
        said = await asyncio.wait_for(attacker.stdout.readline(), SAYS_WITHIN_SECONDS)
    finally:
        if attacker.returncode is None:
            attacker.kill()
            await attacker.wait()
        await close_visitors([visitor])
    answers = Counter(json.loads(said or "{}"))
    refused = sum(count for status, count in answers.items() if status[0] in "45")
    return met.describe(kind, refused, max(0.0, grown)), answers


async def visit_meanwhile(
    server: Server, visitor: Visitor, asset: str, seconds: float
) -> Meanwhile:
    """A visitor releases and fetches again and again; others open every page once."""
    met = Meanwhile()
    ends = time.monotonic() + seconds
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(release_until(visitor, ends, met))
        tasks.create_task(fetch_until(server, asset, ends, met))
        tasks.create_task(open_pages(server, met))
    return met


async def release_until(visitor: Visitor, ends: float, met: Meanwhile) -> None:
    """Releases, each after the answer to the one before; another session when one is lost."""
    years = list_years()
    while time.monotonic() < ends:
        try:
            if visitor.transport is None:
                visitor = await open_visitor(visitor.server, source=ADDRESS)
            met.runs.append(await visitor.run(random.choice(years)))
        except (*LOST, RuntimeError):
            met.failed += 1
        await asyncio.sleep(PAUSE_SECONDS)


async def fetch_until(server: Server, path: str, ends: float, met: Meanwhile) -> None:
    """A small file again and again, each time on a connection of its own."""
    while time.monotonic() < ends:
        began = time.perf_counter()
        status = await asyncio.to_thread(fetch, server, path)
        if status == 200:
            met.assets.append(1000 * (time.perf_counter() - began))
        else:
            met.failed += 1
        await asyncio.sleep(PAUSE_SECONDS)


async def open_pages(server: Server, met: Meanwhile) -> None:
    """Every page as a new visitor opens it: the document, then a session and its first run."""
    await asyncio.sleep(PAGES_AFTER_SECONDS)
    for path in PATHS:
        began = time.perf_counter()
        try:
            async with asyncio.timeout(PAGE_AT_MOST_SECONDS):
                status = await asyncio.to_thread(fetch, server, f"/{path}")
                if status == 200:
                    opened = await open_visitor(server, path, ADDRESS)
                    met.pages.append(1000 * (time.perf_counter() - began))
                    await close_visitors([opened])
        except (*LOST, RuntimeError):
            continue


def find_asset(server: Server) -> str:
    """The path of the small file; its address here is redirected where another revision has it."""
    with urllib.request.urlopen(server.address + asset_url(*SMALL_ASSET), timeout=60) as answer:
        return str(urlsplit(answer.geturl()).path)


def fetch(server: Server, path: str) -> int:
    """The status of an answer that came whole, 0 for none."""
    source = (ADDRESS, 0) if MANY_ADDRESSES else None
    connection = HTTPConnection("127.0.0.1", server.port, PAGE_AT_MOST_SECONDS, source)
    try:
        connection.request("GET", path, headers={"Accept": "text/html,*/*"})
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except (OSError, HTTPException):
        return 0
    finally:
        connection.close()
