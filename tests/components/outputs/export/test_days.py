"""What is built once for all: by one for many, again after a failure, ahead of midnight."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from components.app import prebuild
from components.core.view_state import View
from components.outputs.export import daily_builds, preview_images
from components.outputs.export.daily_builds import (
    forget_days_before,
    read_day_documents,
    read_embedded_map,
)
from components.server.compressed_file import CompressedFile
from components.workers.pool import Job
from tests.components.server.http_client import run_apart

DAY = date(2026, 12, 31)
# Each test has a loop of its own.
pytestmark = pytest.mark.filterwarnings("ignore:alru_cache detected event loop change")


class Builds:
    """Stands where workers do: counts what it is asked to build, and fails when it is told to."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[Any, ...]] = Counter()
        self.failing = False

    async def run(self, job: Job) -> Any:
        """Take a moment, as a worker does."""
        named = tuple(each for each in job.arguments if not isinstance(each, dict))
        self.counts[job.work.__name__, *named] += 1
        await asyncio.sleep(0)
        if self.failing:
            raise RuntimeError("no build today")
        if job.work.__name__ == "pack_day_documents":
            return {"record.json": "{}"}
        content = b"x" * 1000
        return (
            content
            if job.work.__name__ == "draw_preview"
            else CompressedFile(content, "embed.html")
        )


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Iterator[Builds]:
    """No worker, and nothing kept before or after."""
    found = Builds()
    monkeypatch.setattr(daily_builds, "run_job", found.run)
    monkeypatch.setattr(preview_images, "run_job", found.run)
    for cache in (read_day_documents, read_embedded_map, preview_images._draw):
        cache.cache_clear()
    preview_images.find_cache.cache_clear()
    yield found
    for cache in (read_day_documents, read_embedded_map, preview_images._draw):
        cache.cache_clear()
    preview_images.find_cache.cache_clear()


def test_forty_who_ask_at_once_have_it_built_once(builds: Builds) -> None:
    async def ask() -> list[CompressedFile]:
        asked = [read_embedded_map(DAY, "en" if at % 2 else "ru") for at in range(40)]
        return await asyncio.gather(*asked)

    assert len({id(page) for page in run_apart(ask())}) == 2
    assert set(builds.counts.values()) == {1}
    assert builds.counts["build_embedded_map", DAY, "en"] == 1


def test_a_build_that_fails_is_not_kept(builds: Builds) -> None:
    async def ask() -> None:
        builds.failing = True
        with pytest.raises(RuntimeError):
            await read_embedded_map(DAY, "en")
        builds.failing = False
        assert (await read_embedded_map(DAY, "en")).content

    run_apart(ask())
    assert builds.counts["pack_day_documents", DAY, "en"] == 2
    assert builds.counts["build_embedded_map", DAY, "en"] == 1


def test_one_who_leaves_does_not_end_the_build_for_others(builds: Builds) -> None:
    async def ask() -> None:
        first = asyncio.create_task(read_embedded_map(DAY, "en"))
        second = asyncio.create_task(read_embedded_map(DAY, "en"))
        await asyncio.sleep(0)
        first.cancel()
        assert (await second).content

    run_apart(ask())
    assert set(builds.counts.values()) == {1}


def test_tomorrow_is_built_before_midnight_and_yesterday_is_dropped(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    midnight = datetime(2027, 1, 1, tzinfo=UTC)

    async def pass_midnight() -> None:
        def set_clock(before: timedelta) -> None:
            monkeypatch.setattr(prebuild, "read_now", lambda: midnight - before)

        set_clock(timedelta(hours=2))
        await prebuild.build_embedded_maps()
        assert read_embedded_map.cache_contains(DAY, "ru")
        assert not read_embedded_map.cache_contains(midnight.date(), "ru")
        set_clock(timedelta(minutes=5))
        await prebuild.build_embedded_maps()
        assert read_embedded_map.cache_contains(midnight.date(), "ru")
        built = builds.counts.total()
        set_clock(timedelta(minutes=-5))
        await prebuild.build_embedded_maps()
        await read_embedded_map(midnight.date(), "en")
        assert builds.counts.total() == built, "nobody waits at midnight"
        for kept in (read_embedded_map, read_day_documents):
            assert not kept.cache_contains(DAY, "ru")

    run_apart(pass_midnight())
    forget_days_before(date.max)


def test_a_preview_is_drawn_once_whatever_else_its_link_says(builds: Builds) -> None:
    views = [
        View(year=2016, event="april-war-2016", toward="ARM"),
        View(year=2016, event="april-war-2016", toward="ARM", at=(40.0, 45.0, 6.0)),
    ]

    async def ask() -> None:
        keys = [preview_images.make_key(view, "en", DAY) for view in views * 10]
        await asyncio.gather(*(preview_images.read_preview(key, "a", DAY) for key in keys))
        later = preview_images.make_key(views[0], "en", date(2027, 5, 5))
        assert preview_images.find_preview(later) is not None, (
            "an event that is over looks the same"
        )

    run_apart(ask())
    assert builds.counts.total() == 1


def test_previews_are_kept_up_to_so_many_bytes(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_images, "MEGABYTE", 100)  # 3,200 bytes by default: three pictures
    keys = [preview_images.make_key(View(year=year), "en", DAY) for year in range(1991, 2001)]

    async def ask() -> None:
        for key in keys:
            await preview_images.read_preview(key, "a", DAY)

    run_apart(ask())
    assert [key for key in keys if preview_images.find_preview(key)] == keys[-3:]
    assert not preview_images.has_room()


def test_pictures_of_the_record_are_drawn_ahead_each_once(
    builds: Builds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prebuild, "read_now", lambda: datetime(2026, 12, 31, 12, tzinfo=UTC))
    listed = list(preview_images.list_previews(DAY))
    assert len(listed) == len(set(listed)) > 300

    async def draw() -> None:
        drawn: set[preview_images.PreviewKey] = set()
        for _time in range(6):
            await prebuild.draw_next(drawn)
        assert drawn == set(listed[:6])

    run_apart(draw())
    assert builds.counts.total() == 6
