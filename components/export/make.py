"""Making the file of an order, page by page, so that its progress can be told."""

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

from pikepdf import Pdf

from components.export.deck import Deck, Page
from components.export.drawing import draw_page, draw_slide_map
from components.export.order import FORMATS, Order
from components.export.slides import write_slides
from components.export.table_file import write_table
from components.export.workers import run_apart
from components.language import speaking
from components.view import View
from data.read import read_record

PICTURES = ("png", "svg", "pdf")
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
        views = [view for page in deck.pages for view in views_of(page)]
        pieces = [partial(run_apart, draw_slide_map, view, order) for view in views]
    drawn: list[bytes] = []
    async with aclosing(in_turn(pieces)) as made:
        async for piece in made:
            drawn.append(piece)
            yield Progress(len(drawn), len(pieces))
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


def views_of(page: Page) -> list[View]:
    """The view of a page, or both."""
    return [view for view in (page.view, page.other) if view is not None]


def finish(order: Order, deck: Deck, drawn: list[bytes]) -> MadeFile:
    """The pieces put together."""
    with speaking(order.language):
        name = f"csto-stance-atlas-{deck.name}"
        if order.format == "pdf":
            content = join_pages(drawn, deck)
        elif order.format == "pptx":
            waiting = iter(drawn)
            maps = [[next(waiting) for _view in views_of(page)] for page in deck.pages]
            content = write_slides(read_record(), deck, maps, order.theme)
        elif order.format == "csv":
            content = write_table(read_record(), deck)
        elif order.format == "html":
            # Imported here: it registers a component, which startup does at its own time.
            from components.export.live_file import write_live_file

            content = write_live_file(order)
        elif len(drawn) == 1:
            (content,) = drawn
        else:
            content = pack(drawn, deck, order.format)
            return MadeFile(f"{name}.zip", "application/zip", content)
        return MadeFile(f"{name}.{order.format}", FORMATS[order.format], content)


def join_pages(pages: Sequence[bytes], deck: Deck) -> bytes:
    """One PDF of several; the same pages give the same bytes."""
    with Pdf.new() as joined:
        for page in pages:
            with Pdf.open(io.BytesIO(page)) as one:
                joined.pages.extend(one.pages)
        joined.docinfo["/Title"] = deck.title
        joined.docinfo["/Creator"] = "CSTO Stance Atlas"
        file = io.BytesIO()
        joined.save(file, deterministic_id=True)
        return file.getvalue()


def pack(files: Sequence[bytes], deck: Deck, suffix: str) -> bytes:
    """Several pictures in one archive."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, content in enumerate(files, 1):
            packed.writestr(zipfile.ZipInfo(f"{deck.name}-{place:02}.{suffix}", SAME_DATE), content)
    return archive.getvalue()
