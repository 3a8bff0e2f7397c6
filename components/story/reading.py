"""The address that reads a visitor's story file: YAML in, the story or its problems out.

Nothing is kept: the answer is all there is. One file at a time in a few threads, since reading
YAML takes longer than anything else that the server does for a visitor.
"""

from __future__ import annotations

from typing import Any

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from components.server.address import url_base
from components.story.views import find_bad_views, read_rules_today
from data.story import describe_story
from data.story_file import MOST_BYTES, read_story
from data.story_problem import StoryError, StoryProblem

FILE = "file"
MOST_PROBLEMS = 20
READERS = CapacityLimiter(2)
NEVER_KEPT = {"Cache-Control": "no-store"}


async def answer_reading(request: Request) -> JSONResponse:
    """Read the story in a request's body: the story or its problems, with 200 either way."""
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > MOST_BYTES:
            break
    answer = await to_thread.run_sync(read_upload, bytes(content), limiter=READERS)
    return JSONResponse(answer, headers=NEVER_KEPT)


def read_upload(content: bytes) -> dict[str, Any]:
    """The answer for a file's bytes."""
    try:
        story = read_story(content, FILE)
        bad = find_bad_views(story, FILE, read_rules_today())
        if bad:
            raise StoryError(bad)
    except StoryError as error:
        return {"problems": [describe(problem) for problem in error.problems[:MOST_PROBLEMS]]}
    return {"story": describe_story(story)}


def describe(problem: StoryProblem) -> dict[str, Any]:
    """A problem as plain data: the page says it in the visitor's language."""
    return {
        "line": problem.line,
        "key": problem.key,
        "value": problem.value,
        "rule": problem.rule,
        "values": dict(problem.values),
    }


def build_story_routes() -> list[Route]:
    """The one route that takes anything from a visitor."""
    return [Route(f"{url_base()}/atlas/story", answer_reading, methods=["POST"])]
