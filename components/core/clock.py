"""The one day of the atlas: that of UTC, so that replicas, files and citations name the same.

A page, an answer or an export must not begin on one day and end on the next: each holds the day on
which it began (`on_day`, `use_day`). Everything that depends on the day takes it from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime

# What depends on the day is kept for the one before, which may still be asked for, and the next,
# which is made ahead of time.
CACHED_DAYS = 3
_held: ContextVar[date | None] = ContextVar("day", default=None)


def read_now() -> datetime:
    """The time in UTC. Tests put a clock of their own in its place."""
    return datetime.now(UTC)


def read_today() -> date:
    """The day that is held in this run, thread or task; without one, the day it is now."""
    return _held.get() or read_now().date()


def use_day(day: date | None = None) -> date:
    """Hold a day from here on, in this run; without one, the day it is now. Returns it."""
    held = day or read_now().date()
    _held.set(held)
    return held


@contextmanager
def on_day(day: date) -> Iterator[None]:
    """Hold a day within a block."""
    before = _held.get()
    _held.set(day)
    try:
        yield
    finally:
        _held.set(before)
