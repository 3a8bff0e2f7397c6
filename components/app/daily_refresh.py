"""The next day is made ready shortly before it begins, so that nobody waits for it at midnight."""

from __future__ import annotations

import asyncio
import random
import time
from datetime import date, timedelta
from functools import partial

from streamlit.logger import get_logger

from components.app.cache_warmup import warm_day
from components.core import clock
from components.server.background import run_in_thread

LOGGER = get_logger("atlas")
# How long before midnight; drawn anew by each process, so that replicas do not all work at once.
EARLIEST, LATEST = timedelta(minutes=30), timedelta(minutes=10)
# The clock of the machine may be set, and a machine may sleep: it is looked at this often.
LOOK_SECONDS = 30.0


async def keep_days() -> None:
    """Make each day ready before it begins, for as long as the server runs."""
    ahead = EARLIEST - (EARLIEST - LATEST) * random.random()
    ready = clock.read_today()
    while True:
        wanted = (clock.read_now() + ahead).date()
        if wanted != ready:
            await run_in_thread(partial(make_ready, wanted))
            ready = wanted
        await asyncio.sleep(LOOK_SECONDS)


def make_ready(day: date) -> None:
    """Make everything that depends on the day; what fails is left to the day's visitors."""
    started = time.perf_counter()
    with clock.on_day(day):
        warm_day()
    LOGGER.info("The documents of %s are ready (%.2f s)", day, time.perf_counter() - started)
