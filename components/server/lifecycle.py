"""What the server's life means for a request: held until ready, counted, cancelled when it ends."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.core.clock import on_day, read_today
from components.core.i18n.locale import locale_context
from components.server.base_url import url_base
from components.server.drain import DRAIN, Drain
from components.server.messages import starting_message, stopping_message
from components.server.readiness import PATH
from components.server.request_language import find_language
from components.server.security_headers import build_file_headers, read_frame_ancestors

# Asked by programs, at every moment of the server's life.
ALWAYS = (PATH, "/_stcore/health")
HOLD_SECONDS = 30.0
RETRY_SECONDS = 5
# What begins work that takes long; pages and files are sent until the end.
LONG_WORK = "/export/"
LINES = "application/x-ndjson"


class Lifecycle:
    """Middleware that holds, counts and ends requests. Each holds the day on which it began."""

    def __init__(self, app: ASGIApp, drain: Drain = DRAIN) -> None:
        """Wrap an app."""
        self.app = app
        self.drain = drain
        self.always = {f"{url_base()}{path}" for path in ALWAYS}
        self.long_work = f"{url_base()}{LONG_WORK}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on when its time has come."""
        if scope["type"] == "http" and scope["path"] not in self.always:
            await self.answer(scope, receive, send)
        elif scope["type"] == "websocket":
            await self.connect(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def connect(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a websocket in, unless the server stops: the browser tries again elsewhere."""
        ready = await self.drain.readiness.wait(HOLD_SECONDS)
        if ready and not self.drain.readiness.stopping:
            await self.app(scope, receive, send)
            return
        await receive()
        if "websocket.http.response" in scope.get("extensions", {}):
            await send({"type": "websocket.http.response.start", "status": 503, "headers": []})
            await send({"type": "websocket.http.response.body", "body": b""})
        else:
            await send({"type": "websocket.close", "code": 1012})

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have a request answered, and counted while it is."""
        request = Request(scope)
        if not await self.drain.readiness.wait(HOLD_SECONDS):
            await refuse(request, starting_message)(scope, receive, send)
            return
        if self.drain.readiness.stopping and self.is_work(scope):
            await refuse(request, stopping_message)(scope, receive, send)
            return
        task = asyncio.current_task()
        assert task is not None
        answer = Answer(self.drain, send)
        self.drain.requests.add(task)
        try:
            with on_day(read_today()):
                await self.app(scope, receive, answer.send)
        except asyncio.CancelledError:
            if task not in self.drain.cancelled:
                raise
            task.uncancel()
            await answer.end(request, receive)
        finally:
            self.drain.requests.discard(task)

    def is_work(self, scope: Scope) -> bool:
        """Whether a request begins something that takes long."""
        return scope["method"] not in {"GET", "HEAD"} or scope["path"].startswith(self.long_work)


class Answer:
    """An answer on its way out: how far it is, and how it ends when the server stops."""

    def __init__(self, drain: Drain, send: Send) -> None:
        """Send on through `send`."""
        self.drain = drain
        self.pass_on = send
        self.media_type: str | None = None
        self.whole = False

    async def send(self, message: Message) -> None:
        """Pass a message on; while the server stops, the connection ends with the answer."""
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            self.media_type = headers.get("content-type", "")
            if self.drain.readiness.stopping:
                headers["Connection"] = "close"
        self.whole = message["type"] == "http.response.body" and not message.get("more_body")
        await self.pass_on(message)

    async def end(self, request: Request, receive: Receive) -> None:
        """Say that the server stops, where the answer still has room for it."""
        if self.whole:
            return
        if self.media_type is None:
            response = refuse(request, stopping_message)
            await response(request.scope, receive, self.pass_on)
        elif self.media_type.startswith(LINES):
            # A line may have been cut off; the last one tells why.
            line = "\n" + json.dumps({"problem": render_for(request, stopping_message)}) + "\n"
            await self.pass_on({"type": "http.response.body", "body": line.encode()})


def refuse(request: Request, say: Callable[[], str]) -> Response:
    """503 with a sentence in the visitor's language: plain for a person, JSON for a script."""
    said = render_for(request, say)
    headers = {
        **build_file_headers(read_frame_ancestors(os.environ)),
        "Cache-Control": "no-store",
        "Connection": "close",
        "Retry-After": str(RETRY_SECONDS),
    }
    if "text/html" in request.headers.get("accept", ""):
        return PlainTextResponse(f"{said}\n", 503, headers)
    return JSONResponse({"problem": said}, 503, headers)


def render_for(request: Request, say: Callable[[], str]) -> str:
    """A sentence in the language of the link, else of the visitor's program."""
    with locale_context(find_language(request.scope)):
        return say()
