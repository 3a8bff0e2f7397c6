"""The address that reads a visitor's story file: YAML in, the story or its problems out.

Nothing is kept: the answer is all there is. A file is read by a worker, since reading YAML takes
longer than anything else that is done for a visitor at once.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import cache
from typing import TypeVar

from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components.core.i18n import locale_context
from components.features.stories.parsing import FILE, describe_problem, read_upload
from components.server.base_url import url_base
from components.server.clients import identify_client
from components.server.request_language import find_language
from components.workers.error_responses import (
    CLIENT_GONE,
    NOT_KEPT,
    failed_message,
    refuse_for_now,
    refuse_full,
    too_late_message,
)
from components.workers.pool import STORY, Job, WorkerLost, run_job
from components.workers.queue import FairQueue, Lane, QueueFull
from components.workers.requests import (
    BodyTooLarge,
    ClientGone,
    read_body,
    refuse_large,
    run_while_connected,
)
from components.workers.settings import get_setting
from data.story_errors import StoryProblem
from data.story_yaml import MOST_BYTES

TOO_LARGE = StoryProblem(FILE, 0, "", "", "size", (("most", str(MOST_BYTES)),))

Result = TypeVar("Result")
log = logging.getLogger(__name__)


@cache
def find_uploads() -> FairQueue:
    """The stories that are being sent, wait or are read: so many of a client, so many in all."""
    own = get_setting("ATLAS_STORIES_PER_CLIENT") + get_setting("ATLAS_STORIES_WAITING_PER_CLIENT")
    most = get_setting("ATLAS_STORIES_AT_ONCE") + get_setting("ATLAS_STORIES_WAITING")
    return FairQueue(most, {STORY: Lane(most, own, waiting=0)})


async def work_on_story(request: Request, work: Callable[[bytes], Result]) -> Result:
    """What a worker makes of the story in a request's body, as `work_on_body`."""
    return await work_on_body(request, work, MOST_BYTES)


async def work_on_body(request: Request, work: Callable[[bytes], Result], most: int) -> Result:
    """What a worker makes of a request's body, as long as the client waits for it.

    Its size and the client's share come before anything is read: BodyTooLarge, QueueFull.
    TimeoutError when it takes too long to arrive or to read, ClientGone or Starlette's
    ClientDisconnect when the client leaves, WorkerLost when the worker is ended by it.
    """
    client = identify_client(request.scope)
    refuse_large(request, most)
    with find_uploads().join(STORY, client):
        body = await read_body(request, most, get_setting("ATLAS_UPLOAD_SECONDS"))
        seconds = get_setting("ATLAS_STORY_SECONDS")
        job = Job(work, (body,), client, STORY, seconds, attempts=1)
        result: Result = await run_while_connected(request, run_job(job))
        return result


async def answer_reading(request: Request) -> Response:
    """Read the story in a request's body: the story or its problems, with 200 either way."""
    with locale_context(find_language(request.scope)):
        try:
            return JSONResponse(await work_on_story(request, read_upload), headers=NOT_KEPT)
        except BodyTooLarge:
            return JSONResponse({"problems": [describe_problem(TOO_LARGE)]}, 413, NOT_KEPT)
        except QueueFull as error:
            return refuse_full(error)
        except TimeoutError:
            return refuse_for_now(503, too_late_message())
        except WorkerLost:
            log.exception("a story could not be read")
            return refuse_for_now(503, failed_message())
        except (ClientGone, ClientDisconnect):
            return Response(status_code=CLIENT_GONE)


def build_story_routes() -> list[Route]:
    """The one route that takes anything from a visitor."""
    return [Route(f"{url_base()}/atlas/story", answer_reading, methods=["POST"])]
