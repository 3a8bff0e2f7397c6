"""A server that runs over New Year: every document, file and rule is of the day it is."""

from __future__ import annotations

import asyncio
import csv
import io
import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest

from components.app import daily_refresh
from components.app.index_html import build_shell
from components.core import clock
from components.core.clock import on_day, read_today, use_day
from components.core.link_rules import read_rules
from components.core.session_state import keep_present, plain_parameters
from components.core.view_state import View
from components.features.compare.comparison_state import read_second
from components.outputs.export import worker_tasks
from components.outputs.export.export_request import parse_export_request
from components.outputs.static_site.compress_json import pack_document
from components.server.assets import asset_url, read_registry
from tests.app_process import ServerProcess
from tests.clock import SetClock
from tests.components.server.http_client import Answer, fetch, run_apart

EVE, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)
RECORD = re.compile(r"/atlas/record-[0-9a-f]+/atlas-en\.json")


def read_record_document(server: ServerProcess, page: Answer) -> tuple[str, dict[str, Any], Answer]:
    """The address of the record's document that a page names, what it holds, and its answer."""
    found = RECORD.search(page.text)
    assert found
    answer = fetch(server.url, found[0])
    return found[0], json.loads(answer.text), answer


def look(server: ServerProcess) -> dict[str, Any]:
    """What each part of a server takes for the present year, and whether it knows 2027."""
    page = fetch(server.url, "/")
    address, document, answer = read_record_document(server, page)
    words = json.loads(fetch(server.url, address.replace("atlas-en", "words-en")).text)
    table = fetch(server.url, "/export/view.csv").text
    embedded = fetch(server.url, "/?embed=1").text
    return {
        "address": address,
        "policy": page.headers["content-security-policy"],
        "document": (document["today"], document["last"]),
        "words": max(words["years"]),
        "embedded": pack_document(answer.content) in embedded,
        # The present year is the atlas as it is; a year before it has a name of its own.
        "head": "2026" in fetch(server.url, "/?year=2026").text.split("</title>")[0],
        "file of today": sorted({row["date"] for row in csv.DictReader(io.StringIO(table))}),
        "saved": "2027-01-01" in fetch(server.url, "/export/view.html").text,
        "files of 2027": [
            fetch(server.url, f"/export/{name}?year=2027").status
            for name in ("view.csv", "view.svg", "view.html", "preview.png")
        ],
        "story of 2027": "problems"
        not in json.loads(post_story(server, "title: {en: A}\nsteps:\n  - view: year=2027\n").text),
    }


def post_story(server: ServerProcess, text: str) -> Answer:
    """The answer to a visitor's story."""
    return fetch(server.url, "/atlas/story", method="POST", body=text.encode())


def test_everything_moves_on_together(tmp_path: Path) -> None:
    set_clock = SetClock(tmp_path / "clock", "2026-12-31T23:59:50")
    with ServerProcess(set_clock.environment) as server:
        before = look(server)
        set_clock.set("2027-01-01T00:00:00")
        after = look(server)
        moved = fetch(server.url, before["address"])
        log = server.read_log()
    assert (before["document"], after["document"]) == (("2026-12-31", 2026), ("2027-01-01", 2027))
    assert (before["words"], after["words"]) == ("2026", "2027")
    assert (before["embedded"], after["embedded"]) == (True, True)
    assert (before["head"], after["head"]) == (False, True)
    assert (before["saved"], after["saved"]) == (False, True)
    assert (before["files of 2027"], after["files of 2027"]) == ([400] * 4, [200] * 4)
    assert (before["story of 2027"], after["story of 2027"]) == (False, True)
    assert before["file of today"] != after["file of today"]
    # Yesterday's address leads to today's; the page's scripts are allowed on either day.
    assert moved.status == 307
    assert urljoin(before["address"], moved.headers["location"]) == after["address"]
    assert before["policy"] == after["policy"]
    assert "Traceback" not in log


def test_the_day_is_that_of_utc_and_a_run_holds_its_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "read_now", lambda: datetime(2026, 12, 31, 23, 59, tzinfo=UTC))

    async def cross_midnight() -> None:
        assert use_day() == EVE
        monkeypatch.setattr(clock, "read_now", lambda: datetime(2027, 1, 1, tzinfo=UTC))
        assert (read_today(), read_rules().last_year) == (EVE, 2026)
        assert use_day() == NEW_YEAR

    run_apart(cross_midnight())
    assert (read_today(), read_rules().last_year) == (NEW_YEAR, 2027)


def test_an_order_is_made_on_its_own_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """It crosses to the processes that draw, which know nothing of the request."""
    with on_day(EVE):
        order = parse_export_request("view.svg", {}, "")
    drawn: list[date] = []
    monkeypatch.setattr(
        "components.outputs.export.render.draw_page", lambda *_: drawn.append(read_today())
    )
    with on_day(NEW_YEAR):
        worker_tasks.draw_page(None, order)  # type: ignore[arg-type]
        assert order.today == EVE
        assert parse_export_request("view.svg", {"year": "2027"}, "").today == NEW_YEAR
    assert drawn == [EVE]


def test_what_showed_the_present_year_still_does() -> None:
    """A view kept before New Year, or told by a map that was drawn before it."""
    with on_day(NEW_YEAR):
        assert keep_present(View(2026), EVE) == View(2027)
        assert keep_present(View(2016, "april-war-2016", "ARM"), EVE).year == 2016
        assert keep_present(View(1999), EVE) == View(1999)
        assert keep_present(View(2026), NEW_YEAR) == View(2026)
        told = {"view": {"year": 2026, "panel": "ARM"}, "today": EVE.isoformat()}
        assert plain_parameters(told) == {"year": "2027", "panel": "ARM"}
        assert plain_parameters({**told, "today": NEW_YEAR.isoformat()})["year"] == "2026"
        assert plain_parameters({**told, "today": 7})["year"] == "2026"
        assert read_second(View(1991), told, EVE) == View(2027, panel="ARM")


def test_the_next_day_is_made_before_it_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[date] = []
    times = iter(
        [
            datetime(2026, 12, 31, 20, tzinfo=UTC),  # the day it starts on
            datetime(2026, 12, 31, 23, 15, tzinfo=UTC),  # too early
            datetime(2026, 12, 31, 23, 52, tzinfo=UTC),  # shortly before midnight
            datetime(2026, 12, 31, 23, 59, tzinfo=UTC),
            datetime(2027, 1, 1, 0, 1, tzinfo=UTC),
            datetime(2027, 1, 5, 12, tzinfo=UTC),  # the machine slept
        ]
    )

    def read_next() -> datetime:
        try:
            return next(times)
        except StopIteration:
            raise asyncio.CancelledError from None

    monkeypatch.setattr(clock, "read_now", read_next)
    monkeypatch.setattr(daily_refresh, "LOOK_SECONDS", 0.0)
    monkeypatch.setattr(daily_refresh, "warm_day", lambda: made.append(read_today()))
    with pytest.raises(asyncio.CancelledError):
        run_apart(daily_refresh.keep_days())
    assert made == [NEW_YEAR, date(2027, 1, 5)]


def test_what_is_of_no_day_is_shared_between_days() -> None:
    with on_day(EVE):
        old, old_page = read_registry(), build_shell()
        stories = asset_url("stories", "stories.json")
    with on_day(NEW_YEAR):
        new, new_page = read_registry(), build_shell()
        assert asset_url("stories", "stories.json") == stories
    assert all(old.files[group] is new.files[group] for group in old.files if group != "record")
    assert old.hashes["record"] != new.hashes["record"]
    assert old_page.script_hashes == new_page.script_hashes
    assert old_page.page.content != new_page.page.content
