"""The answers that hold a file, its progress or a picture of a link, and whose turn it is."""

from __future__ import annotations

import asyncio
import base64
import json
import logging
import os
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from functools import cache
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from components.core.i18n import locale_context
from components.outputs.export.export_request import ExportRequest
from components.outputs.export.pipeline import MadeFile, Progress, make_file
from components.outputs.export.preview_images import find_preview, make_key, read_preview
from components.server.clients import identify_client
from components.server.compressed_file import MEDIA_TYPES, SHORT_CACHE, answer_with
from components.workers.error_responses import NOT_KEPT, failed_message, too_late_message
from components.workers.queue import FairQueue, Lane, Place
from components.workers.requests import run_while_connected
from components.workers.settings import get_setting

# A story holds the pages that are drawn in memory: fewer of them are made at once.
LONG, SHORT = "long", "short"
# Divisible by three: parts in base64 then make a whole.
PART_BYTES = 3 * 32 * 1024
PUBLIC_URL_VARIABLE = "ATLAS_PUBLIC_URL"

log = logging.getLogger(__name__)


@cache
def find_orders() -> FairQueue:
    """The orders that are being met or wait: so many of a client, so many in all."""
    own = get_setting("ATLAS_EXPORTS_PER_CLIENT")
    waiting = get_setting("ATLAS_EXPORTS_WAITING")
    waiting_of_client = get_setting("ATLAS_EXPORTS_WAITING_PER_CLIENT")
    most = {
        SHORT: get_setting("ATLAS_EXPORTS_AT_ONCE"),
        LONG: get_setting("ATLAS_STORY_EXPORTS_AT_ONCE"),
    }
    lanes = {name: Lane(count, own, waiting, waiting_of_client) for name, count in most.items()}
    return FairQueue(sum(most.values()), lanes)


async def answer_made(request: Request, order: ExportRequest, *, progress: bool) -> Response:
    """The file of an order as a download, or its `progress` line by line: how far it is.

    QueueFull when the client, or all, have too many. What is made for a client that leaves is given
    up. TimeoutError when it takes longer than it may; other errors as `workers.pool.run_job`.
    """
    client = identify_client(request.scope)
    place = find_orders().join(LONG if order.story else SHORT, client)
    if progress:
        return ProgressAnswer(place, tell_progress(order, client, place))
    with place:
        file = await run_while_connected(request, make_whole(order, client, place))
    return Response(file.content, 200, build_headers(order), file.media_type)


async def make_whole(order: ExportRequest, client: str, place: Place) -> MadeFile:
    """The file of an order."""
    async with aclosing(follow_order(order, client, place)) as pieces:
        async for piece in pieces:
            if isinstance(piece, MadeFile):
                return piece
    raise RuntimeError("an order was met without a file")


async def follow_order(
    order: ExportRequest, client: str, place: Place
) -> AsyncGenerator[Progress | MadeFile]:
    """As `make_file`, when it is its turn; TimeoutError when it takes longer than an order may."""
    await place.turn()
    deadline = asyncio.get_running_loop().time() + get_setting("ATLAS_EXPORT_SECONDS")
    async with aclosing(make_file(order, client)) as pieces:
        while True:
            async with asyncio.timeout_at(deadline):
                piece = await anext(pieces, None)
            if piece is None:
                return
            yield piece


class ProgressAnswer(StreamingResponse):
    """Lines that tell how far an order is; when the client leaves, nothing more is made."""

    def __init__(self, place: Place, lines: AsyncGenerator[str]) -> None:
        """Hold the place of the order until the lines have been sent."""
        super().__init__(lines, media_type="application/x-ndjson", headers=NOT_KEPT)
        self.place, self.lines = place, lines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the lines."""
        with self.place:
            async with aclosing(self.lines):
                await super().__call__(scope, receive, send)


async def tell_progress(order: ExportRequest, client: str, place: Place) -> AsyncGenerator[str]:
    """A line for each piece that is done, then one with the file, or with what went wrong.

    The answer has begun: its status can no longer tell. A file is large: its line goes in parts.
    """
    with locale_context(order.language):
        late, failed = too_late_message(), failed_message()
    try:
        async with aclosing(follow_order(order, client, place)) as pieces:
            async for piece in pieces:
                for part in write_line(piece):
                    yield part
    except TimeoutError:
        yield json.dumps({"problem": late}) + "\n"
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


async def answer_preview(request: Request, order: ExportRequest) -> Response:
    """The picture of a link; a HEAD draws none, and tells its size if it was drawn before."""
    key = make_key(order.view, order.language, order.today)
    file = find_preview(key)
    if file is None and request.method == "HEAD":
        return leave_length_out(
            Response(
                media_type=MEDIA_TYPES[f".{order.format}"], headers={"Cache-Control": SHORT_CACHE}
            )
        )
    if file is None:
        client = identify_client(request.scope)
        drawing = read_preview(key, client, order.today)
        file = await run_while_connected(request, drawing)
    return answer_with(file, request)


def answer_head(order: ExportRequest) -> Response:
    """What a HEAD is told of a file, which is not made for it."""
    headers = build_headers(order)
    return leave_length_out(Response(media_type=order.media_type, headers=headers))


def leave_length_out(response: Response) -> Response:
    """An answer to a HEAD whose length nobody knows yet."""
    del response.headers["content-length"]
    return response


def build_headers(order: ExportRequest) -> dict[str, str]:
    """The headers of a download; it may be kept for a while, as it is costly to make.

    It names the address of the atlas: where that is taken from the request, only whoever asked may
    keep it. Of what is a reader's own nothing is kept.
    """
    scope = "public" if os.environ.get(PUBLIC_URL_VARIABLE) else "private"
    return {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(order.file_name, safe='')}",
        "Cache-Control": "no-store" if order.private else f"{scope}, max-age=600",
    }
