"""Making the file of an order, page by page, so that its progress can be told.

What takes time or memory is done by workers: the server hands out and collects.
"""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from typing import Any

from components.outputs.export import worker_tasks
from components.outputs.export.daily_builds import read_day_documents
from components.outputs.export.export_pages import Deck
from components.outputs.export.export_request import FORMATS, ExportRequest
from components.workers.pool import Job, run_job

PICTURES = ("png", "svg", "pdf")
PUT_TOGETHER = ("pdf", "pptx", "csv", "xlsx")
SAME_DATE = (1980, 1, 1, 0, 0, 0)
# Pieces of one order that are drawn or stand in line: enough to keep every process at work.
AT_ONCE = 3
PIECE_SECONDS, DOCUMENT_SECONDS = 60, 120

Piece = Callable[[], Awaitable[bytes]]


@dataclass(frozen=True)
class Progress:
    """How many of the pieces are made."""

    done: int
    of: int


@dataclass(frozen=True)
class MadeFile:
    """The file: its name, media type and bytes."""

    name: str
    media_type: str
    content: bytes


async def make_file(order: ExportRequest, client: str) -> AsyncGenerator[Progress | MadeFile]:
    """The progress of an order, then its file; `client` is whose share of the workers it takes.

    Errors as `workers.pool.run_job`.
    """

    def run(seconds: int, work: Callable[..., Any], *arguments: Any) -> Awaitable[Any]:
        return run_job(Job(work, arguments, client, seconds=seconds))

    deck: Deck = await run(PIECE_SECONDS, worker_tasks.build_deck, order)
    # A page has its own words: the whole story need not travel with each.
    bare = replace(order, story=None)
    pieces: list[Piece] = []
    if order.format in PICTURES:
        pieces = [
            partial(run, PIECE_SECONDS, worker_tasks.draw_page, page, bare) for page in deck.pages
        ]
    elif order.format == "pptx":
        views = [(view, page.layers or bare.layers) for page in deck.pages for view in page.views]
        pieces = [
            partial(
                run,
                PIECE_SECONDS,
                worker_tasks.draw_slide_map,
                view,
                replace(bare, layers=layers),
            )
            for view, layers in views
        ]
    drawn: list[bytes] = []
    async with aclosing(gather_ordered(pieces)) as made:
        async for piece in made:
            drawn.append(piece)
            yield Progress(len(drawn), len(pieces))
    if order.format in PUT_TOGETHER:
        content = await run(DOCUMENT_SECONDS, worker_tasks.assemble, bare, deck, drawn)
    elif order.format == "html":
        documents = await read_day_documents(order.today, order.language)
        content = await run(DOCUMENT_SECONDS, worker_tasks.write_live_file, order, documents)
    elif len(drawn) == 1:
        content = drawn[0]
    else:
        packed = await asyncio.to_thread(pack, drawn, deck, order.format)
        yield MadeFile(order.file_name, "application/zip", packed)
        return
    yield MadeFile(order.file_name, FORMATS[order.format], content)


async def gather_ordered(pieces: Sequence[Piece]) -> AsyncGenerator[bytes]:
    """Results in their order, while the next are being made: not all, others wait their turn too.

    What is still to be made is given up when nobody waits for it any more.
    """
    tasks: deque[asyncio.Future[bytes]] = deque()
    waiting = iter(pieces)
    try:
        tasks.extend(asyncio.ensure_future(start()) for start in islice(waiting, AT_ONCE))
        while tasks:
            yield await tasks[0]
            tasks.popleft()
            tasks.extend(asyncio.ensure_future(start()) for start in islice(waiting, 1))
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def pack(files: Sequence[bytes], deck: Deck, suffix: str) -> bytes:
    """Several pictures in one archive."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, content in enumerate(files, 1):
            packed.writestr(zipfile.ZipInfo(f"{deck.name}-{place:02}.{suffix}", SAME_DATE), content)
    return archive.getvalue()
