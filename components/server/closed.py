"""Streamlit's doors that the atlas keeps shut: they answer as if they were not there."""

from __future__ import annotations

from starlette.types import ASGIApp, Receive, Scope, Send

from components.server.address import url_base
from components.server.errors import answer_not_found

# Counters of the process; the interface for programs; a script run on request.
CLOSED = ("/_stcore/metrics", "/_stcore/agent", "/_stcore/script-health-check")


class ClosedDoors:
    """Middleware that answers 404 for Streamlit's inner interfaces the atlas does not use."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self.app = app
        self.closed = tuple(f"{url_base()}{path}" for path in CLOSED)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse a closed path, pass everything else on."""
        if scope["type"] == "http" and scope["path"].startswith(self.closed):
            await answer_not_found()(scope, receive, send)
            return
        await self.app(scope, receive, send)
