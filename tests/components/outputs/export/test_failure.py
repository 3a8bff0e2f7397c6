"""What a visitor is told when the drawing of a page fails, or its processes are lost for good."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import pytest
from starlette.requests import Request
from starlette.types import Message

from components.outputs.export import pipeline, responses
from components.outputs.export.export_pages import Page
from components.outputs.export.export_request import parse_export_request
from components.outputs.export.routes import answer_export
from components.workers.pool import Job, WorkerLost
from tests.components.server.http_client import run_apart

SECRET = "/srv/secret"


class Visit:
    """A request for the slides of a story, whose visitor stays."""

    def __init__(self, query: str) -> None:
        self.scope = {
            "type": "http",
            "method": "GET",
            "scheme": "https",
            "path": "/export/story.pdf",
            "query_string": query.encode(),
            "headers": [(b"host", b"atlas.example")],
            "client": ("192.0.2.1", 1),
            "path_params": {"name": "story.pdf"},
        }
        self.sent: list[Message] = []
        self.asked = False

    async def receive(self) -> Message:
        """An empty body, then nothing more for good."""
        if self.asked:
            await asyncio.Event().wait()
        self.asked = True
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(self, message: Message) -> None:
        """Keep what is answered."""
        self.sent.append(message)

    async def make(self) -> tuple[int, str]:
        """Ask, and read status and body."""
        answer = await answer_export(Request(self.scope, self.receive))
        await answer(self.scope, self.receive, self.send)
        body = b"".join(message.get("body", b"") for message in self.sent)
        return self.sent[0]["status"], body.decode()


@pytest.fixture(
    params=[ValueError(SECRET), WorkerLost(SECRET), TimeoutError(SECRET)],
    ids=["error", "lost", "late"],
)
def problem(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Exception:
    """Of the pages of a story the second cannot be drawn."""

    async def run(job: Job) -> Any:
        if job.work.__name__ != "draw_page":
            return job.work(*job.arguments)
        (page, _order) = job.arguments
        assert isinstance(page, Page)
        if page.link.endswith("&step=2"):
            raise request.param
        return b"%PDF"

    monkeypatch.setattr(pipeline, "run_job", run)
    found: Exception = request.param
    return found


def test_a_page_that_fails_is_told_as_such(problem: Exception, caplog: Any) -> None:
    visit = Visit("story=five-articles&lang=ru")
    status, body = run_apart(visit.make())
    late = isinstance(problem, TimeoutError)
    assert status == (503 if late else 500)
    said = "слишком много времени" if late else "не удалось"
    assert said in json.loads(body)["problem"]
    assert SECRET not in body
    assert late or SECRET in caplog.text, "the log has the reason"
    assert responses.find_orders().idle


def test_it_is_told_in_the_last_line_once_the_answer_has_begun(problem: Exception) -> None:
    status, body = run_apart(Visit("story=five-articles&lang=ru&progress=1").make())
    first, last = map(json.loads, body.splitlines())
    assert (status, first) == (200, {"done": 1, "of": make_count()})
    assert set(last) == {"problem"}
    assert SECRET not in str(last)
    assert responses.find_orders().idle


def make_count() -> int:
    """How many pages the story has."""
    return parse_export_request("story.pdf", {"story": "five-articles"}, "").count_pages()
