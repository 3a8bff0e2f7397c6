"""What a visitor is told when the drawing of a page fails, or its processes are lost for good."""

from __future__ import annotations

import json
from typing import Any, cast

import pytest
from starlette.requests import Request

from components.export import make
from components.export.deck import Page
from components.export.order import Order, read_order
from components.export.routes import answer_file, counter, tell_progress
from components.export.workers import Interrupted
from components.language import speaking
from data.story import Step, Story
from tests.server.fetch import run_apart

SECRET = "/srv/secret"
STEPS = tuple(Step(f"year={year}", {"en": str(year), "ru": str(year)}) for year in (1995, 2002))


class Waiting:
    """A request whose visitor is still there."""

    async def is_disconnected(self) -> bool:
        return False


@pytest.fixture(params=[ValueError(SECRET), Interrupted(SECRET)], ids=["error", "lost"])
def order(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Order:
    """A story of two pages in Russian, of which the second cannot be drawn."""

    async def draw_one(_job: object, page: Page, *_rest: object) -> bytes:
        if page.title == "2002":
            raise request.param
        return b"%PDF"

    monkeypatch.setattr(make, "run_apart", draw_one)
    story = Story("", {"en": "x", "ru": "x"}, {}, STEPS)
    return read_order("story.pdf", {"lang": "ru"}, "https://atlas.example", story)


def test_a_page_that_fails_is_told_as_such(order: Order, caplog: Any) -> None:
    with speaking("ru"):
        answer = run_apart(answer_file(cast(Request, Waiting()), order))
    assert answer.status_code == 500
    assert answer.headers["cache-control"] == "no-store"
    assert "не удалось" in json.loads(bytes(answer.body))["problem"].lower()
    assert SECRET not in bytes(answer.body).decode()
    assert SECRET in caplog.text, "the log has the reason"
    assert counter.now == 0


def test_it_is_told_in_the_last_line_once_the_answer_has_begun(order: Order) -> None:
    async def read() -> list[dict[str, object]]:
        return [json.loads(line) async for line in tell_progress(order)]

    first, last = run_apart(read())
    assert first == {"done": 1, "of": 2}
    assert set(last) == {"problem"}
    assert SECRET not in str(last)
    assert counter.now == 0
