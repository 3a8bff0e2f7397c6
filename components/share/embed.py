"""The map alone, for a frame in somebody else's page: `?embed=1`, or `?embed=frozen` at one view.

It is the map that needs no server, so a frame opens no session here; and it may be framed by
anybody, which the app itself may not: streamlit-folium's frame takes scripts by message.
"""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.clock import read_today
from components.language.speech import LANGUAGES
from components.server.address import url_base
from components.server.headers import ANCESTORS_VARIABLE
from components.server.packed import NO_CACHE, PackedFile, answer_with
from components.share.head import choose_language

LIVE, FROZEN = "1", "frozen"
EMBEDS = (LIVE, FROZEN)
KEPT = 2 * len(LANGUAGES)


class EmbeddedMap:
    """Middleware that answers for the map alone and passes everything else on."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self.app = app
        self.home = {url_base(), f"{url_base()}/"}
        self.ancestors = os.environ.get(ANCESTORS_VARIABLE) or "*"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a GET of the home page that asks to be embedded."""
        wanted = self.read(scope)
        if wanted is None:
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        # Made once a day and language, which takes seconds: others are served meanwhile.
        page = await to_thread.run_sync(build_page, read_today(), choose_language(request))

        async def send_framed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": self.open(message["headers"])}
            await send(message)

        await answer_with(page, request)(scope, receive, send_framed)

    def read(self, scope: Scope) -> str | None:
        """How the request wants to be embedded, or None."""
        if scope["type"] != "http" or scope["path"] not in self.home:
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


@lru_cache(maxsize=KEPT)
def build_page(today: date, language: str) -> PackedFile:
    """The page, the same for every view: it reads the view from its own address."""
    # Imported here: it registers a component, which startup does at its own time.
    from components.site.standalone import build_embedded_map

    return PackedFile(build_embedded_map(language, today=today), "embed.html", NO_CACHE)
