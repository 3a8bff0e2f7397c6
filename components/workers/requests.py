"""What a request may ask of the server: how much it may send, and only as long as it waits."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.types import Receive

Result = TypeVar("Result")


class BodyTooLarge(Exception):
    """A request carries more than it may."""


class ClientGone(Exception):
    """Nobody waits for the answer any more."""


def refuse_large(request: Request, most: int) -> None:
    """BodyTooLarge before anything is read, when the request says that it carries more."""
    told = request.headers.get("content-length", "")
    if told.isascii() and told.isdigit() and int(told) > most:
        raise BodyTooLarge


async def read_body(request: Request, most: int, seconds: float) -> bytes:
    """The body of a request, at most `most` bytes, all of it within `seconds`.

    BodyTooLarge once it is exceeded, whatever length was told. TimeoutError when it does not come,
    Starlette's ClientDisconnect when it breaks off.
    """
    body = bytearray()
    async with asyncio.timeout(seconds):
        async for chunk in request.stream():
            body += chunk
            if len(body) > most:
                raise BodyTooLarge
    return bytes(body)


async def run_while_connected(request: Request, work: Coroutine[Any, Any, Result]) -> Result:
    """The result of some work, which is cancelled when the client leaves: ClientGone then.

    The body of the request must have been read.
    """
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(wait_for_leaving(request.receive))
    try:
        await asyncio.wait({task, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            raise ClientGone
        return task.result()
    finally:
        for each in (task, gone):
            each.cancel()
        await asyncio.wait({task, gone})


async def wait_for_leaving(receive: Receive) -> None:
    """Return when the client has left."""
    while (await receive())["type"] != "http.disconnect":
        pass
