"""Whether the server may be sent visitors: `/ready` says so, `/_stcore/health` that it is alive.

A server is alive from the moment it listens, ready when the map can be drawn, and no longer ready
once it was told to stop. Visitors who come early are held for a moment.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.server.base_url import url_base

PATH = "/ready"
PARTS = ("the map",)
NOT_KEPT = {"Cache-Control": "no-store"}


class Readiness:
    """What the server still waits for, and whether it is stopping. Used in the event loop alone."""

    def __init__(self, parts: Iterable[str] = PARTS) -> None:
        """Wait for every part."""
        self.waiting = list(parts)
        self.stopping = False
        self._opened = asyncio.Event()

    def note_done(self, part: str) -> None:
        """Wait for a part no longer; with the last one the server is ready."""
        self.waiting.remove(part)
        if not self.waiting:
            self._opened.set()

    async def wait(self, seconds: float) -> bool:
        """Wait until nothing is waited for any more; False when it takes longer."""
        try:
            async with asyncio.timeout(seconds):
                await self._opened.wait()
        except TimeoutError:
            return False
        return True

    @property
    def said(self) -> str:
        """What keeps the server from being ready; empty when nothing does."""
        if self.stopping:
            return "stopping"
        return f"waiting for {' and '.join(self.waiting)}" if self.waiting else ""


READINESS = Readiness()


async def answer_ready(_request: Request) -> Response:
    """200 when the server may be sent visitors, else 503 and what is waited for."""
    said = READINESS.said
    return PlainTextResponse(f"{said or 'ready'}\n", 503 if said else 200, NOT_KEPT)


def build_ready_routes() -> list[Route]:
    """The route of the readiness check."""
    return [Route(f"{url_base()}{PATH}", answer_ready)]
