"""The processes that draw: pictures are work for a processor, and the server must stay free."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_all_start_methods, get_context, parent_process
from typing import Any, TypeVar

MOST_PROCESSES = 2
# Old processes make room for new ones, so that nothing a library forgets to free adds up.
JOBS_OF_A_POOL = 400
MOST_ORDERS = 8
ATTEMPTS = 2

Result = TypeVar("Result")


class Busy(Exception):
    """Too many orders are being made; the visitor may try again."""


class Interrupted(Exception):
    """The processes that drew were ended from outside, again and again."""


@dataclass
class Pool:
    """Processes, and how many jobs they were given."""

    executor: ProcessPoolExecutor
    jobs: int = 0


_lock = threading.Lock()
_pools: list[Pool] = []
"""The pool in use, if one was needed yet."""


def start_pool() -> Pool:
    """A new pool. Where the system can, its processes share what they import and have drawn."""
    shared = "forkserver" in get_all_start_methods()
    context = get_context("forkserver" if shared else "spawn")
    if shared:
        context.set_forkserver_preload(["components.export.ready"])
    count = min(MOST_PROCESSES, os.cpu_count() or 1)
    return Pool(ProcessPoolExecutor(count, mp_context=context, initializer=begin_process))


def begin_process() -> None:
    """End with the server, however it ends; Ctrl+C at a terminal is for the server alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=follow_parent, name="follow-parent", daemon=True).start()


def follow_parent() -> None:
    """Leave when the server is gone, even when it was killed and could not say so."""
    server = parent_process()
    if server is not None:
        server.join()
        os._exit(1)


def hand_over(job: Callable[..., Result], *arguments: Any) -> tuple[Pool, Future[Result]]:
    """Give a job to the pool, a new one when the old one has done its share. May block a while."""
    with _lock:
        if _pools and _pools[0].jobs >= JOBS_OF_A_POOL:
            _pools.pop().executor.shutdown(wait=False)
        if not _pools:
            _pools.append(start_pool())
        pool = _pools[0]
        pool.jobs += 1
        return pool, pool.executor.submit(do_job, job, *arguments)


def do_job(job: Callable[..., Result], *arguments: Any) -> Result:
    """The result of a job; what it leaves behind in circles is freed before the next begins."""
    try:
        return job(*arguments)
    finally:
        gc.collect()


def drop_pool(pool: Pool | None = None) -> None:
    """Forget a broken pool, unless it has been replaced already; without one, that in use."""
    with _lock:
        if _pools and pool in (None, _pools[0]):
            _pools.pop().executor.shutdown(wait=False, cancel_futures=True)


async def run_apart(job: Callable[..., Result], *arguments: Any) -> Result:
    """The result of a job done in another process; `job` is a function of a module.

    Processes may be ended from outside, for their memory perhaps: the job is then done once more
    by new ones. Interrupted when these are ended too.
    """
    for _attempt in range(ATTEMPTS):
        pool = None
        try:
            pool, future = await asyncio.to_thread(hand_over, job, *arguments)
            return await asyncio.wrap_future(future)
        except BrokenProcessPool:
            drop_pool(pool)
    raise Interrupted


def warm_pool() -> None:
    """Start the processes, unless they are there, so that an order need not wait for shapes."""
    if not _pools:
        hand_over(os.getpid)[1].result()


class Counter:
    """How many orders are being made now."""

    def __init__(self, most: int = MOST_ORDERS) -> None:
        """Allow `most` orders at a time."""
        self.most, self.now = most, 0

    @property
    def full(self) -> bool:
        """Whether another order would be refused."""
        return self.now >= self.most

    def __enter__(self) -> None:
        """Begin an order; Busy when there are too many."""
        if self.full:
            raise Busy
        self.now += 1

    def __exit__(self, *_error: object) -> None:
        """End an order, whatever came of it."""
        self.now -= 1
