"""The addresses of the files: `/export/<kind>.<format>?<the parameters of a link>`.

A GET answers with the file. With `progress=1` it answers line by line in JSON, so that a page can
show how far it is, and the last line holds the file. A visitor's own story is sent as the body of
a POST; nothing of it is kept.
"""

from __future__ import annotations

import asyncio
import base64
import json
import logging
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from urllib.parse import quote

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from components.export.make import MadeFile, Progress, make_file
from components.export.order import LANGUAGES, BadOrder, Order, read_order
from components.export.workers import Busy, Counter, warm_pool
from components.language import gettext as _
from components.language import speaking
from components.server.address import cache_scope, find_base, url_base
from components.story.views import find_bad_views, read_rules_today
from data.story import Story
from data.story_file import MOST_BYTES, read_story
from data.story_problem import StoryError

FOLDER = "/export"
SENT = "story"
BUSY_SECONDS = 10
# Divisible by three: parts in base64 then make a whole.
PART_BYTES = 3 * 32 * 1024
NOT_KEPT = {"Cache-Control": "no-store"}

log = logging.getLogger(__name__)
counter = Counter()


async def answer_ready(_request: Request) -> Response:
    """Have the drawing processes started: a visitor thinks of a file. Answers at once."""
    asyncio.get_running_loop().run_in_executor(None, warm_pool)
    return Response(status_code=204, headers=NOT_KEPT)


async def answer_export(request: Request) -> Response:
    """The file that the address names, its progress, or what is wrong with the order."""
    parameters = {name: request.query_params.getlist(name)[0] for name in request.query_params}
    named = parameters.get("lang", "")
    with speaking(named if named in LANGUAGES else LANGUAGES[0]):
        try:
            story = None
            if request.method == "POST":
                body = await read_body(request)
                story = await to_thread.run_sync(read_sent_story, body)
            order = read_order(request.path_params["name"], parameters, find_base(request), story)
        except BadOrder as error:
            return refuse(400, str(error))
        except StoryError as error:
            return refuse(400, "\n".join(str(problem) for problem in error.problems))
        if counter.full:
            return refuse(503, say_busy(), {"Retry-After": str(BUSY_SECONDS)})
        if parameters.get("progress") == "1":
            lines = tell_progress(order)
            return StreamingResponse(lines, media_type="application/x-ndjson", headers=NOT_KEPT)
        return await answer_file(request, order)


def read_sent_story(body: bytes) -> Story:
    """A visitor's own story; StoryError when it cannot be read or a view of it is wrong."""
    story = read_story(body, SENT)
    bad = find_bad_views(story, SENT, read_rules_today())
    if bad:
        raise StoryError(bad)
    return story


async def answer_file(request: Request, order: Order) -> Response:
    """The whole file as a download; nothing more is made for a visitor who has gone."""
    try:
        with counter:
            async with aclosing(make_file(order)) as pieces:
                async for piece in pieces:
                    if isinstance(piece, MadeFile):
                        return Response(piece.content, 200, build_headers(piece), piece.media_type)
                    if await request.is_disconnected():
                        break
    except Busy:
        return refuse(503, say_busy(), {"Retry-After": str(BUSY_SECONDS)})
    except Exception:
        log.exception("an export failed")
        return refuse(500, say_failed())
    return refuse(499, say_failed())


async def tell_progress(order: Order) -> AsyncGenerator[str]:
    """A line for each piece that is done, then one with the file, or with what went wrong.

    The answer has begun: its status can no longer tell. A file is large: its line goes in parts.
    """
    with speaking(order.language):
        busy, failed = say_busy(), say_failed()
    try:
        with counter:
            async with aclosing(make_file(order)) as pieces:
                async for piece in pieces:
                    for part in write_line(piece):
                        yield part
    except Busy:
        yield json.dumps({"problem": busy}) + "\n"
    except Exception:
        log.exception("an export failed")
        yield json.dumps({"problem": failed}) + "\n"


def write_line(piece: Progress | MadeFile) -> Iterator[str]:
    """A piece as JSON, part by part; the bytes of a file in base64."""
    if isinstance(piece, Progress):
        yield json.dumps({"done": piece.done, "of": piece.of}) + "\n"
        return
    line = json.dumps({"name": piece.name, "type": piece.media_type, "data": ""})
    yield line.removesuffix('"}')
    for start in range(0, len(piece.content), PART_BYTES):
        yield base64.b64encode(piece.content[start : start + PART_BYTES]).decode()
    yield '"}\n'


async def read_body(request: Request) -> bytes:
    """The body of a request, up to the size a story may have."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise BadOrder(_("The story is too long to be sent."))
    return body


def build_headers(file: MadeFile) -> dict[str, str]:
    """The headers of a download; a picture may be kept for a while, as it is costly to draw."""
    name = quote(file.name, safe="")
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{name}",
        # It names the address of the atlas, which came with this visitor's request if none is set.
        "Cache-Control": f"{cache_scope()}, max-age=600",
    }


def refuse(status: int, why: str, headers: dict[str, str] | None = None) -> Response:
    """What is wrong, as text."""
    return JSONResponse({"problem": why}, status, {**NOT_KEPT, **(headers or {})})


def say_busy() -> str:
    """That the visitor should try again."""
    return _("Many files are being made just now. Try again in a moment.")


def say_failed() -> str:
    """That the file was not made, though the order was right; the log has the reason."""
    return _("The file could not be made. The error has been logged; try again.")


def build_export_routes() -> list[Route]:
    """The route of the exports."""
    return [
        Route(f"{url_base()}{FOLDER}/ready", answer_ready),
        Route(f"{url_base()}{FOLDER}/{{name}}", answer_export, methods=["GET", "POST"]),
    ]
