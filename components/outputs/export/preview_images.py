"""The pictures of links: drawn once for all who ask, kept up to so many bytes, drawn ahead.

A preview shows year, event and the party toward whom stances are read, and nothing else of a link:
so there are not many, whatever is asked for, and they name no address of the atlas.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from urllib.parse import parse_qsl

from async_lru import alru_cache
from cachetools import LRUCache

from components.core.clock import on_day
from components.core.i18n.locale import LANGUAGES
from components.core.link_rules import read_rules
from components.core.view_state import View, read_link
from components.outputs.export import worker_tasks
from components.server.compressed_file import SHORT_CACHE, CompressedFile
from components.workers.pool import SHARED, Job, run_job
from components.workers.settings import get_setting
from data.stories import read_stories

MEGABYTE = 1024 * 1024
SECONDS = 60
NAME = "preview.png"
# Pictures that are being drawn: more than there are.
FLIGHTS = 4096


@dataclass(frozen=True)
class PreviewKey:
    """Which picture: `day` is that of a picture of today, None of one that no longer changes."""

    view: View
    language: str
    day: date | None


@cache
def find_cache() -> LRUCache[PreviewKey, CompressedFile]:
    """The pictures that are kept; those asked for longest ago make room."""
    most = get_setting("ATLAS_PREVIEW_CACHE_MB") * MEGABYTE
    return LRUCache(most, getsizeof=lambda file: len(file.content))


def make_key(view: View, language: str, today: date) -> PreviewKey:
    """The picture of a view: without camera, layers and panel the same for many links."""
    bare = View(
        year=view.year, event=view.event, toward=view.toward, mode=view.mode, date=view.date
    )
    return PreviewKey(bare, language, today if view.year >= today.year else None)


def find_preview(key: PreviewKey) -> CompressedFile | None:
    """A picture that was drawn already, or None."""
    return find_cache().get(key)


async def read_preview(key: PreviewKey, client: str, today: date) -> CompressedFile:
    """A picture, drawn if need be: by one for all who ask. `client` is the first of them."""
    if (found := find_preview(key)) is not None:
        return found
    # `client` and `today` are those of whoever came first: the key says all of the picture.
    return await _draw(key, client, today)


@alru_cache(FLIGHTS, key=lambda key, _client, _today: key)
async def _draw(key: PreviewKey, client: str, today: date) -> CompressedFile:
    arguments = (key.view, key.language, key.day or today)
    png = await run_job(Job(worker_tasks.draw_preview, arguments, client, SHARED, SECONDS))
    file = CompressedFile(png, NAME, SHORT_CACHE)
    if len(file.content) <= find_cache().maxsize:
        find_cache()[key] = file
    # What was drawn is kept there, by its bytes, and not a second time here.
    _draw.cache_invalidate(key, client, today)
    return file


def list_previews(today: date) -> Iterator[PreviewKey]:
    """The pictures of the record: of today, stories, events and years, the latest of them first."""
    with on_day(today):
        rules = read_rules()
    stories = [read_link(dict(parse_qsl(story.steps[0].view)), rules) for story in read_stories()]
    events = [
        View(year=year, event=event, toward=rules.references[event][0])
        for event, year in sorted(rules.event_years.items(), key=lambda each: -each[1])
    ]
    years = range(rules.last_year, rules.first_year - 1, -1)
    views = [
        View(year=rules.last_year),
        *(story.view for story in stories),
        *events,
        *(View(year=year) for year in years),
    ]
    keys = (make_key(view, language, today) for view in views for language in LANGUAGES)
    yield from dict.fromkeys(keys)


def has_room() -> bool:
    """Whether another picture can be kept without one that was drawn having to go."""
    kept = find_cache()
    return bool(not kept or kept.currsize + 2 * kept.currsize / len(kept) < kept.maxsize)
