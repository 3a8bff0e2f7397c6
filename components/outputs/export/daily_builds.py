"""What is built once a day and language, by one for all who ask at the same time."""

from __future__ import annotations

from datetime import date

from async_lru import alru_cache
from streamlit.logger import get_logger

from components.core.clock import CACHED_DAYS
from components.core.i18n.locale import LANGUAGES
from components.outputs.export import worker_tasks
from components.server.compressed_file import CompressedFile
from components.workers.pool import SHARED, Job, run_job

LOGGER = get_logger("atlas")
CACHE_SIZE = CACHED_DAYS * len(LANGUAGES)
SECONDS = 180
_days: set[date] = set()


@alru_cache(maxsize=CACHE_SIZE)
async def read_day_documents(day: date, language: str) -> dict[str, str]:
    """The documents that every HTML file of a day holds, packed, by name."""
    _days.add(day)
    work = Job(worker_tasks.pack_day_documents, (day, language), lane=SHARED, seconds=SECONDS)
    found: dict[str, str] = await run_job(work)
    return found


@alru_cache(maxsize=CACHE_SIZE)
async def read_embedded_map(day: date, language: str) -> CompressedFile:
    """The map alone, to be framed by others.

    One builds it, and others wait; a build that failed is not kept, and one that nobody waits for
    any more is ended.
    """
    documents = await read_day_documents(day, language)
    work = Job(
        worker_tasks.build_embedded_map, (day, language, documents), lane=SHARED, seconds=SECONDS
    )
    page: CompressedFile = await run_job(work)
    LOGGER.info("The embedded map of %s is built (%s)", day, language)
    return page


def forget_days_before(today: date) -> None:
    """Drop what was built for days that are over."""
    for day in [day for day in _days if day < today]:
        for language in LANGUAGES:
            read_day_documents.cache_invalidate(day, language)
            read_embedded_map.cache_invalidate(day, language)
        _days.discard(day)
