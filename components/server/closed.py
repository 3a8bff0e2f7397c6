"""Streamlit's doors that the atlas keeps shut: they answer as if they were not there."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from components.server.address import app_path
from components.server.errors import answer_not_found

# Counters of the process; the interface for programs; a script run on request.
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")


class ClosedDoors:
    """Middleware that answers 404 for Streamlit's inner interfaces the atlas does not use.

    It also refuses a websocket that another site's page opens. Streamlit would refuse it too, but
    asks a foreign host for its own address before it does, and nobody is served while it waits.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a closed path, pass everything else on."""
        if scope["type"] == "http" and app_path(scope).startswith(CLOSED):
            await answer_not_found()(scope, receive, send)
            return
        if scope["type"] == "websocket" and is_foreign(Headers(scope=scope)):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        await self.app(scope, receive, send)


def is_foreign(headers: Headers) -> bool:
    """Whether a page of another site asks, one that `server.corsAllowedOrigins` does not name."""
    origin = headers.get("origin")
    if origin is None or urlsplit(origin).netloc == headers.get("host"):
        return False
    return origin not in config.get_option("server.corsAllowedOrigins")
