"""Making the file of an order, page by page, so that its progress can be told.

What takes time or memory is done by drawing processes: the server hands out and collects.
"""

from __future__ import annotations

import asyncio
import io
import zipfile
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from functools import partial
from itertools import islice

from components.clock import on_day
from components.export.deck import Deck
from components.export.jobs import draw_page, draw_slide_map, put_together
from components.export.order import FORMATS, Order
from components.export.table_file import write_table
from components.export.workers import run_apart
from components.language import speaking
from data.read import read_record

PICTURES = ("png", "svg", "pdf")
DOCUMENTS = ("pdf", "pptx")
SAME_DATE = (1980, 1, 1, 0, 0, 0)
# Pieces of one order that are drawn or stand in line: enough to keep every process at work.
AT_ONCE = 3

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


async def make_file(order: Order) -> AsyncGenerator[Progress | MadeFile]:
    """The progress of an order, then its file."""
    deck = await asyncio.to_thread(order.build_deck, read_record())
    pieces: list[Piece] = []
    if order.format in PICTURES:
        pieces = [partial(run_apart, draw_page, page, order) for page in deck.pages]
    elif order.format == "pptx":
        views = [view for page in deck.pages for view in page.views]
        pieces = [partial(run_apart, draw_slide_map, view, order) for view in views]
    drawn: list[bytes] = []
    async with aclosing(in_turn(pieces)) as made:
        async for piece in made:
            drawn.append(piece)
            yield Progress(len(drawn), len(pieces))
    if order.format in DOCUMENTS:
        document = await run_apart(put_together, order, deck, drawn)
        yield name_file(order, deck, document)
    else:
        yield await asyncio.to_thread(finish, order, deck, drawn)


async def in_turn(pieces: Sequence[Piece]) -> AsyncGenerator[bytes]:
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


def finish(order: Order, deck: Deck, drawn: Sequence[bytes]) -> MadeFile:
    """What is no work for a process of its own: a table, a picture, an archive of several.

    The live map is kept for the day by the process that made it once.
    """
    with speaking(order.language), on_day(order.today):
        if order.format == "csv":
            return name_file(order, deck, write_table(read_record(), deck))
        if order.format == "html":
            # Imported here: it registers a component, which startup does at its own time.
            from components.export.live_file import write_live_file

            return name_file(order, deck, write_live_file(order))
    if len(drawn) == 1:
        return name_file(order, deck, drawn[0])
    packed = pack(drawn, deck, order.format)
    return MadeFile(f"csto-stance-atlas-{deck.name}.zip", "application/zip", packed)


def name_file(order: Order, deck: Deck, content: bytes) -> MadeFile:
    """The content with its name and type."""
    name = f"csto-stance-atlas-{deck.name}.{order.format}"
    return MadeFile(name, FORMATS[order.format], content)


def pack(files: Sequence[bytes], deck: Deck, suffix: str) -> bytes:
    """Several pictures in one archive."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, content in enumerate(files, 1):
            packed.writestr(zipfile.ZipInfo(f"{deck.name}-{place:02}.{suffix}", SAME_DATE), content)
    return archive.getvalue()
