"""Limits of HTTP requests for each client: how many of a kind, how large, how slow."""

from __future__ import annotations

import asyncio
from math import ceil

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server import rate_limits
from components.server.allowlist import PAGES, PROBES, READ
from components.server.base_url import PROGRAMS, app_path
from components.server.clients import identify_client
from components.server.error_responses import answer_refusal
from components.server.messages import (
    too_large_message,
    too_many_requests_message,
    too_slow_message,
)
from components.server.rate_limits import RateLimiter, read_number

PAGE_PATHS = frozenset(f"/{page}" for page in PAGES)


def classify(scope: Scope) -> rate_limits.Rate | None:
    """What a request costs: the rate it counts for. None for what proxies probe, which is free."""
    path = app_path(scope)
    if path in PROBES:
        return None
    if path == "/" and b"embed=" in scope["query_string"]:
        return rate_limits.EMBEDS
    if path in PAGE_PATHS:
        return rate_limits.PAGES
    if path == "/atlas/story":
        return rate_limits.STORIES
    if path.startswith(PROGRAMS):
        return rate_limits.API
    return rate_limits.EXPORTS if path.startswith("/export/") else rate_limits.FILES


class RequestRates:
    """Middleware that answers 429 to a client who asks too often, and says when to ask again."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app; ValueError names a bad setting."""
        self.app = app
        kinds = (
            rate_limits.FILES,
            rate_limits.PAGES,
            rate_limits.EMBEDS,
            rate_limits.EXPORTS,
            rate_limits.API,
            rate_limits.STORIES,
        )
        self.limiters = {kind: RateLimiter(kind) for kind in kinds}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count an HTTP request; refuse it or pass it on."""
        if scope["type"] == "http" and (kind := classify(scope)):
            wait = self.limiters[kind].wait(identify_client(scope))
            if wait:
                later = {"Retry-After": str(ceil(wait))}
                refusal = answer_refusal(scope, 429, too_many_requests_message, later)
                await refusal(scope, receive, send)
                return
        await self.app(scope, receive, send)


class BodyTooLarge(Exception):
    """A body is longer than the limit."""


class BodyTooSlow(Exception):
    """A body did not come to its end in time."""


class BodyLimit:
    """Middleware that ends a request whose body is too large (413) or too slow (408).

    A body that says its size is refused before any of it is read; another is counted as it comes.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app; ValueError names a bad setting."""
        self.app = app
        self.most = read_number(rate_limits.MOST_BODY_BYTES)
        self.seconds = read_number(rate_limits.BODY_SECONDS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse an HTTP request that says it is too large; watch over the body of another."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        said = Headers(scope=scope).get("content-length", "0")
        if self.most and (not said.isdigit() or int(said) > self.most):
            await answer_refusal(scope, 413, too_large_message)(scope, receive, send)
        elif scope["method"] in READ:
            # Nobody reads the body of these.
            await self.app(scope, receive, send)
        else:
            await self.watch(scope, receive, send)

    async def watch(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on whose body is counted and must come to its end in time."""
        until = asyncio.get_running_loop().time() + self.seconds
        received, complete, answered = 0, False, False

        async def receive_counted() -> Message:
            nonlocal received, complete
            if complete:
                # What comes now is that the client has gone, which may take any time.
                return await receive()
            try:
                async with asyncio.timeout_at(until if self.seconds else None):
                    message = await receive()
            except TimeoutError:
                raise BodyTooSlow from None
            received += len(message.get("body", b""))
            complete = not message.get("more_body", False)
            if self.most and received > self.most:
                raise BodyTooLarge
            return message

        async def send_noted(message: Message) -> None:
            nonlocal answered
            answered = True
            await send(message)

        try:
            await self.app(scope, receive_counted, send_noted)
        except (BodyTooLarge, BodyTooSlow) as error:
            if answered:
                raise
            large = isinstance(error, BodyTooLarge)
            status, say = (413, too_large_message) if large else (408, too_slow_message)
            await answer_refusal(scope, status, say)(scope, receive, send)
