"""The worker processes: work for a processor is done by them, and the server stays free.

Pebble keeps the processes: it ends one that takes too long or whose result nobody wants any more,
and starts another. Which job comes next is decided here, since Pebble serves first come, first
served, and hands a job to a process even when it has been cancelled in between.
"""

from __future__ import annotations

import asyncio
import gc
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future, InvalidStateError
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import get_all_start_methods, get_context, parent_process
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from components.workers.queue import FairQueue, Lane
from components.workers.settings import get_setting

# An old process makes room for a new one, so that nothing a library forgets to free adds up.
JOBS_OF_A_PROCESS = 200
ATTEMPTS = 2
LEAST_PRIORITY = 19
# Lanes of work, those that come first first: a page or picture that many wait for, stories that are
# read, files. Stories and files leave a process to the others.
SHARED, STORY, FILE = "shared", "story", "file"
# How much longer than its deadline a job may go untold before the pool itself is given up.
GRACE_SECONDS = 20

Result = TypeVar("Result")


class WorkerLost(Exception):
    """The processes were ended from outside, again and again."""


@dataclass(frozen=True)
class Job:
    """What a worker is to do: `work` is a function of a module, its arguments are plain values.

    `client` is whose share of the workers it takes, `seconds` its deadline.
    """

    work: Callable[..., Any]
    arguments: tuple[Any, ...] = ()
    client: str = ""
    lane: str = FILE
    seconds: float = 60
    attempts: int = ATTEMPTS


@dataclass
class Workers:
    """The pool, if one was needed yet, and the queue for its processes."""

    pool: ProcessPool | None = None
    queue: FairQueue | None = None
    starting: asyncio.Task[ProcessPool] | None = None
    given: set[Future[Any]] = field(default_factory=set)
    lock: threading.Lock = field(default_factory=threading.Lock)
    preloaded: list[str] = field(default_factory=list)


_workers = Workers()


def preload(module: str) -> None:
    """Have a module imported once, by the process from which the workers are forked."""
    _workers.preloaded.append(module)


def find_queue() -> FairQueue:
    """The queue for the processes."""
    if _workers.queue is None:
        count = get_setting("ATLAS_WORKERS")
        most = max(1, count - 1)
        stories = min(most, get_setting("ATLAS_STORIES_AT_ONCE"))
        story = Lane(stories, get_setting("ATLAS_STORIES_PER_CLIENT"))
        lanes = {SHARED: Lane(count), STORY: story, FILE: Lane(most)}
        _workers.queue = FairQueue(count, lanes)
    return _workers.queue


async def run_job(job: Job) -> Any:
    """The result of a job done by another process, once it is its turn.

    Its own errors come through. TimeoutError after its deadline. When this is cancelled, the
    process that does it is ended. A process may be ended from outside, for its memory perhaps: the
    job is then done once more. WorkerLost when that happens again.
    """
    with find_queue().join(job.lane, job.client) as place:
        await place.turn()
        for _attempt in range(job.attempts):
            pool = await find_pool()
            try:
                return await submit(pool, job)
            except ProcessExpired:
                continue
            except (BrokenProcessPool, RuntimeError):
                # Pebble gives a whole pool up when a process is ended that had nothing to do.
                if pool.active:
                    raise
                drop_pool(pool)
    raise WorkerLost


async def submit(pool: ProcessPool, job: Job) -> Any:
    """The result of a job given to a pool; a pool that does not keep the deadline is given up."""
    future = pool.schedule(run_task, (job.work, *job.arguments), timeout=float(job.seconds))
    _workers.given.add(future)
    guard = asyncio.timeout(job.seconds + GRACE_SECONDS)
    try:
        async with guard:
            return await asyncio.wrap_future(future)
    except TimeoutError:
        if guard.expired():
            drop_pool(pool)
        raise
    finally:
        _workers.given.discard(future)


async def find_pool() -> ProcessPool:
    """The pool, started if need be."""
    if _workers.pool is not None and _workers.pool.active:
        return _workers.pool
    return await asyncio.shield(start_workers())


def start_workers() -> asyncio.Task[ProcessPool]:
    """Have the processes started; however many ask, one thread waits for them."""
    if _workers.starting is None or _workers.starting.done():
        _workers.starting = asyncio.create_task(asyncio.to_thread(start_pool))
    return _workers.starting


def start_pool() -> ProcessPool:
    """The pool with its processes started, unless it is there. Takes seconds the first time."""
    with _workers.lock:
        if _workers.pool is None or not _workers.pool.active:
            _workers.pool = make_pool()
            # Starts the processes; what is imported once for all of them is so before this returns.
            _workers.pool.schedule(os.getpid).result()
        return _workers.pool


def make_pool() -> ProcessPool:
    """A new pool. Where the system can, its processes share what they import and have drawn."""
    shared = "forkserver" in get_all_start_methods()
    context = get_context("forkserver" if shared else "spawn")
    if shared:
        context.set_forkserver_preload(_workers.preloaded)
    return ProcessPool(
        get_setting("ATLAS_WORKERS"),
        JOBS_OF_A_PROCESS,
        begin_process,
        (get_setting("ATLAS_WORKER_NICE"),),
        context,
    )


def begin_process(niceness: int) -> None:
    """Give way to the server, and end with it, however it ends; Ctrl+C is for the server alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if (server := parent_process()) is not None and server.pid is not None:
        give_way(server.pid, niceness)
    threading.Thread(target=exit_with_parent, name="follow-parent", daemon=True).start()


def give_way(server: int, niceness: int) -> None:
    """Let the server go first, whose process id is given, where the system knows of it."""
    if hasattr(os, "setpriority"):
        first = os.getpriority(os.PRIO_PROCESS, server)
        os.setpriority(os.PRIO_PROCESS, 0, min(LEAST_PRIORITY, first + niceness))


def exit_with_parent() -> None:
    """Leave when the server is gone, even when it was killed and could not say so."""
    server = parent_process()
    if server is not None:
        server.join()
        os._exit(1)


def run_task(work: Callable[..., Result], *arguments: Any) -> Result:
    """The result of a job; what it leaves behind in circles is freed before the next begins."""
    try:
        return work(*arguments)
    finally:
        gc.collect()


def drop_pool(pool: ProcessPool | None = None) -> None:
    """End a pool and its processes, unless it was replaced already; without one, that in use.

    Does not wait. What was under way there is told that the pool broke, as Pebble does not do.
    """
    found = _workers.pool
    if found is None or pool not in (None, found):
        return
    _workers.pool = None
    found.stop()  # type: ignore[no-untyped-call]
    for future in [*_workers.given]:
        with suppress(InvalidStateError):
            future.set_exception(BrokenProcessPool("the pool was ended"))
    threading.Thread(target=found.join, name="end-workers", daemon=True).start()
