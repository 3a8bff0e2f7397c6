"""The map alone, for a frame in somebody else's page: `?embed=1`, or `?embed=frozen` at one view.

It is the map that needs no server, so a frame opens no session here; and it may be framed by
anybody, which the app itself may not: streamlit-folium's frame takes scripts by message.
"""

from __future__ import annotations

import logging
import os

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.core.clock import read_today
from components.outputs.export.daily_builds import read_embedded_map
from components.server.base_url import app_path
from components.server.compressed_file import MEDIA_TYPES, NO_CACHE, answer_with
from components.server.errors import answer_status
from components.server.request_language import find_language
from components.server.security_headers import ANCESTORS_VARIABLE
from components.workers.requests import ClientGone, run_while_connected

LIVE, FROZEN = "1", "frozen"
EMBEDS = (LIVE, FROZEN)

log = logging.getLogger(__name__)


class EmbedMiddleware:
    """Middleware that answers for the map alone and passes everything else on."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self.app = app
        self.ancestors = os.environ.get(ANCESTORS_VARIABLE) or "*"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a GET of the home page that asks to be embedded."""
        wanted = self.read(scope)
        if wanted is None:
            await self.app(scope, receive, send)
            return

        async def send_framed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self.open(message["headers"])}
            await send(message)

        response = await answer_embedded(Request(scope, receive))
        if response is not None:
            await response(scope, receive, send_framed)

    def read(self, scope: Scope) -> str | None:
        """How the request wants to be embedded, or None."""
        if scope["type"] != "http" or app_path(scope) != "/":
            return None
        wanted = Request(scope).query_params.get("embed")
        return wanted if wanted in EMBEDS else None

    def open(self, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
        """Headers that let others frame the page; what it may load stands in the page itself."""
        kept = [(k, v) for k, v in headers if k.lower() != b"x-frame-options"]
        policy = f"frame-ancestors {self.ancestors}".encode()
        assert "content-security-policy" not in Headers(raw=kept)
        return [
            *kept,
            (b"content-security-policy", policy),
            (b"x-content-type-options", b"nosniff"),
            (b"referrer-policy", b"strict-origin-when-cross-origin"),
        ]


async def answer_embedded(request: Request) -> Response | None:
    """The page, the same for every view: it reads the view from its own address.

    Others are served while it is built. A HEAD builds nothing. None for a client that has left.
    """
    day, language = read_today(), find_language(request.scope)
    if request.method == "HEAD" and not read_embedded_map.cache_contains(day, language):
        headers = {"Cache-Control": NO_CACHE, "Vary": "Accept-Language"}
        response = Response(media_type=MEDIA_TYPES[".html"], headers=headers)
        del response.headers["content-length"]
        return response
    try:
        page = await run_while_connected(request, read_embedded_map(day, language))
    except ClientGone:
        return None
    except Exception:
        log.exception("the embedded map could not be built")
        return answer_status(500)
    response = answer_with(page, request)
    response.headers.add_vary_header("Accept-Language")
    return response
