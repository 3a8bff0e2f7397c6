"""What is built before anybody asks: the embedded map of today and tomorrow, pictures of links.

It is done by workers, which let the server go first, and the pictures only while nobody else wants
a worker and the server itself has little to do.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta

from streamlit.logger import get_logger

from components.core.clock import read_now
from components.core.i18n.locale import LANGUAGES
from components.outputs.export.daily_builds import forget_days_before, read_embedded_map
from components.outputs.export.preview_images import (
    PreviewKey,
    has_room,
    list_previews,
    read_preview,
)
from components.workers.pool import drop_pool, find_queue
from components.workers.settings import get_setting
from components.workers.temporary_folder import use_temporary_folder

LOGGER = get_logger("atlas")
# Long before midnight, as a build takes ten seconds and may fail.
AHEAD = timedelta(minutes=30)
PAUSE_SECONDS, AFTER_FAILURE_SECONDS = 2.0, 60.0
START_SECONDS = 60.0
# The share of one processor that a server with little to do takes at most.
LITTLE = 0.2


@asynccontextmanager
async def working_ahead() -> AsyncGenerator[None]:
    """Build ahead as long as the server runs; at its end its workers and their folder go too."""
    folder = use_temporary_folder()
    task = asyncio.create_task(build_ahead()) if get_setting("ATLAS_BUILD_AHEAD") else None
    try:
        yield
    finally:
        if task is not None:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        drop_pool()
        if folder is not None:
            folder.leave()


async def build_ahead() -> None:
    """Build what is missing, again and again, as the days go by.

    A server that has just started has pages to make ready first, for a minute at most.
    """
    latest = time.monotonic() + START_SECONDS
    while await sleep_and_watch(PAUSE_SECONDS) > LITTLE and time.monotonic() < latest:
        pass
    drawn: set[PreviewKey] = set()
    pause = PAUSE_SECONDS
    while True:
        busy = await sleep_and_watch(pause)
        try:
            await build_embedded_maps()
            pause = PAUSE_SECONDS
            if busy < LITTLE and find_queue().idle:
                pause = await draw_next(drawn)
        except Exception:
            LOGGER.exception("building ahead failed")
            pause = AFTER_FAILURE_SECONDS


async def sleep_and_watch(seconds: float) -> float:
    """Sleep; the share of one processor that this process has taken meanwhile."""
    began, spent = time.monotonic(), time.process_time()
    await asyncio.sleep(seconds)
    return (time.process_time() - spent) / (time.monotonic() - began)


async def build_embedded_maps() -> None:
    """The embedded map of today, near midnight that of tomorrow; those of before are dropped."""
    now = read_now()
    today = now.date()
    forget_days_before(today)
    for day in sorted({today, (now + AHEAD).date()}):
        for language in LANGUAGES:
            await read_embedded_map(day, language)


async def draw_next(drawn: set[PreviewKey]) -> float:
    """Draw one picture that was not drawn before; how long to rest then, s: as long as it took."""
    today = read_now().date()
    key = next((key for key in list_previews(today) if key not in drawn), None)
    if key is None or not has_room():
        return PAUSE_SECONDS
    began = time.monotonic()
    drawn.add(key)
    await read_preview(key, "", today)
    return time.monotonic() - began
