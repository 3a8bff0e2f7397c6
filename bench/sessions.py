"""What sessions that were opened and closed leave behind, in memory and for how long."""

from __future__ import annotations

import asyncio

from bench.app_process import Server
from bench.drag import Measured
from bench.load_test import close_visitors, open_visitors

AT_ONCE = 25
WITHIN_SECONDS = 60.0
# Sessions that were opened and closed before anything is measured: what a process keeps from its
# first visitors (caches, memory that the allocator holds) is no growth. More than Streamlit keeps
# for visitors who may come back, 128 for two minutes.
BEFORE = 300


async def measure_closed(server: Server, count: int) -> Measured:
    """Growth of resident memory, MB, and sessions that did not open, over so many sessions."""
    await open_and_close(server, BEFORE)
    before = server.read_memory_kb()
    opened = await open_and_close(server, count)
    grown = (server.read_memory_kb() - before) / 1000
    return {"closed_grown_mb": max(0.0, grown), "closed_failed": count - opened}


async def open_and_close(server: Server, count: int) -> int:
    """Open sessions, some at a time, each for its first run; returns how many opened."""
    opened = 0
    for first in range(0, count, AT_ONCE):
        some = min(AT_ONCE, count - first)
        visitors = await open_visitors(server, some, WITHIN_SECONDS, first=first)
        opened += len(visitors)
        await close_visitors(visitors)
        await asyncio.sleep(0)
    return opened
