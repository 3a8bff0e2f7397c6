"""The processes that draw: pictures are work for a processor, and the server must stay free."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_all_start_methods, get_context
from typing import Any, TypeVar

MOST_PROCESSES = 2
# Old processes make room for new ones, so that nothing a library forgets to free adds up.
JOBS_OF_A_PROCESS = 300
MOST_ORDERS = 8

Result = TypeVar("Result")


class Busy(Exception):
    """Too many orders are being made; the visitor may try again."""


@cache
def start_pool() -> ProcessPoolExecutor:
    """The pool of this server. Where the system can, its processes share what they import."""
    shared = "forkserver" in get_all_start_methods()
    context = get_context("forkserver" if shared else "spawn")
    if shared:
        context.set_forkserver_preload(["components.export.drawing"])
    return ProcessPoolExecutor(
        min(MOST_PROCESSES, os.cpu_count() or 1),
        mp_context=context,
        max_tasks_per_child=JOBS_OF_A_PROCESS,
    )


def warm_pool() -> None:
    """Start the first process, so that the first order need not wait for its imports."""
    start_pool().submit(warm_drawing).result()


def warm_drawing() -> None:
    """Have the shapes and the faces read."""
    from components.export.drawing import draw_warm

    draw_warm()


class Counter:
    """How many orders are being made now."""

    def __init__(self, most: int = MOST_ORDERS) -> None:
        """Allow `most` orders at a time."""
        self.most, self.now = most, 0

    def __enter__(self) -> None:
        """Begin an order; Busy when there are too many."""
        if self.now >= self.most:
            raise Busy
        self.now += 1

    def __exit__(self, *_error: object) -> None:
        """End an order, whatever came of it."""
        self.now -= 1


async def run_apart(job: Callable[..., Result], *arguments: Any) -> Result:
    """The result of a job done in another process; `job` is a function of a module."""
    loop = asyncio.get_running_loop()
    try:
        return await loop.run_in_executor(start_pool(), job, *arguments)
    except BrokenProcessPool:
        # A drawing process was killed, for its memory perhaps: the next order gets new ones.
        start_pool.cache_clear()
        raise
