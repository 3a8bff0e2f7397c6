"""A proxy that serves the app where hosts do: under a prefix kept or stripped, or inside a frame.

It can also refuse websockets, as some networks do, and cut connections after some seconds.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from aiohttp import (
    ClientConnectionResetError,
    ClientConnectorError,
    ClientSession,
    DummyCookieJar,
    TCPConnector,
    WSMsgType,
    web,
)
from yarl import URL

WAIT_SECONDS = 20.0
MOST_BYTES = 1 << 26
HOP_BY_HOP = {
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
}
OUTER_PAGE = """<!doctype html>
<meta charset="utf-8"><title>Host</title><link rel="icon" href="data:,">
<style>
html, body, iframe { margin: 0; width: 100%; height: 100%; border: 0; overflow: hidden }
</style>
<iframe id="app" allow="clipboard-read; clipboard-write; fullscreen"></iframe>
<script>
window.heard = [];
addEventListener("message", ({ data, origin }) => origin === location.origin && heard.push(data));
app.src = "PREFIX" + location.pathname + location.search + location.hash;
</script>
"""


@dataclass(frozen=True)
class Layout:
    """Where a host shows the app.

    `prefix` begins with a slash and has none at its end, or is empty; `strip` takes it off before
    the app sees the path; `framed` serves a page at every other path that holds the app in a frame
    of its own origin; `headers` are added to each request to the app.
    """

    prefix: str = ""
    strip: bool = True
    framed: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)


ROOT_LAYOUT = Layout()
STRIPPED = Layout("/some/prefix")
KEPT = Layout("/some/prefix", strip=False)
COMMUNITY_CLOUD = Layout("/~/+", framed=True)
NOTEBOOK_PREFIX = "/user/x/proxy/8501"
NOTEBOOK = Layout(NOTEBOOK_PREFIX, headers={"X-Forwarded-Prefix": NOTEBOOK_PREFIX})


class PrefixProxy:
    """A proxy on a free port of 127.0.0.1 before an app, while the context is open."""

    def __init__(
        self,
        upstream: str,
        layout: Layout = ROOT_LAYOUT,
        *,
        websockets: bool = True,
        cut_seconds: float | None = None,
    ) -> None:
        """Remember the app's address without a path, and what to do to its visitors.

        Without `websockets` an upgrade is answered 400, as by a proxy that drops the header; after
        `cut_seconds` a websocket is closed without a word, and opened again if asked for.
        """
        self.upstream = urlsplit(upstream)
        self.layout = layout
        self.websockets = websockets
        self.cut_seconds = cut_seconds
        self.origin = ""
        self.cuts = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    @property
    def url(self) -> str:
        """The address of the app itself, with a slash at its end."""
        return f"{self.origin}{self.layout.prefix}/"

    @property
    def visited(self) -> str:
        """The address that a visitor opens, with a slash at its end."""
        return f"{self.origin}/" if self.layout.framed else self.url

    def __enter__(self) -> PrefixProxy:
        """Listen."""
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._open(), self._loop).result(WAIT_SECONDS)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close every connection and stop."""
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result(WAIT_SECONDS)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(WAIT_SECONDS)
        self._loop.close()

    async def _open(self) -> None:
        self._session = ClientSession(
            auto_decompress=False,
            cookie_jar=DummyCookieJar(),
            connector=TCPConnector(limit=0),
        )
        server = web.Server(self._answer)
        self._runner = web.ServerRunner(server, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.origin = "http://{}:{}".format(*self._runner.addresses[0][:2])

    async def _close(self) -> None:
        await self._runner.cleanup()
        await self._session.close()

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        prefix = self.layout.prefix
        path = request.raw_path
        if prefix and not path.startswith(f"{prefix}/"):
            if path.split("?")[0] == prefix:
                return web.Response(status=302, headers={"Location": f"{prefix}/"})
            if self.layout.framed and "text/html" in request.headers.get("Accept", ""):
                page = OUTER_PAGE.replace("PREFIX", prefix)
                return web.Response(text=page, content_type="text/html")
            return web.Response(status=404, text="nothing of the host is here")
        path = path.removeprefix(prefix) if self.layout.strip else path
        try:
            return await self._pass(request, path)
        except ClientConnectorError:
            return web.Response(status=502, text="the app does not answer")

    async def _pass(self, request: web.BaseRequest, path: str) -> web.StreamResponse:
        if request.headers.get("Upgrade", "").lower() == "websocket":
            if not self.websockets:
                return web.Response(status=400, text="no websocket passes here")
            return await self._pass_websocket(request, path)
        return await self._pass_request(request, path)

    def _headers(self, request: web.BaseRequest) -> list[tuple[str, str]]:
        kept = [(k, v) for k, v in request.headers.items() if k.lower() not in HOP_BY_HOP]
        return [*kept, *self.layout.headers.items()]

    async def _pass_request(self, request: web.BaseRequest, path: str) -> web.StreamResponse:
        asked = self._session.request(
            request.method,
            self._address("http", path),
            headers=self._headers(request),
            data=request.content if request.body_exists else None,
            allow_redirects=False,
            skip_auto_headers=("Accept", "Accept-Encoding", "User-Agent", "Content-Type"),
        )
        async with asked as answer:
            headers = [(k, v) for k, v in answer.headers.items() if k.lower() not in HOP_BY_HOP]
            response = web.StreamResponse(status=answer.status, reason=answer.reason)
            response.headers.extend(headers)
            await response.prepare(request)
            # Whoever leaves before the end of an answer is no fault of the app.
            with suppress(ClientConnectionResetError):
                async for part in answer.content.iter_any():
                    await response.write(part)
                await response.write_eof()
            return response

    def _address(self, scheme: str, path: str) -> URL:
        # Sent on exactly as it was written: the app must see what the browser asked for.
        return URL(f"{scheme}://{self.upstream.netloc}{path}", encoded=True)

    async def _pass_websocket(self, request: web.BaseRequest, path: str) -> web.WebSocketResponse:
        spoken = [
            part.strip()
            for part in request.headers.get("Sec-WebSocket-Protocol", "").split(",")
            if part.strip()
        ]
        headers = [
            (k, v) for k, v in self._headers(request) if not k.lower().startswith("sec-websocket")
        ]
        asked = self._session.ws_connect(
            self._address("ws", path), headers=headers, protocols=spoken, max_msg_size=MOST_BYTES
        )
        async with asked as inner:
            outer = web.WebSocketResponse(
                protocols=[inner.protocol] if inner.protocol else (), max_msg_size=MOST_BYTES
            )
            await outer.prepare(request)
            both = {
                asyncio.ensure_future(_carry(outer, inner)),
                asyncio.ensure_future(_carry(inner, outer)),
            }
            done, waiting = await asyncio.wait(
                both, timeout=self.cut_seconds, return_when=asyncio.FIRST_COMPLETED
            )
            for task in waiting:
                task.cancel()
            if not done and request.transport is not None:
                self.cuts += 1
                request.transport.abort()
        return outer


async def _carry(source: Any, target: Any) -> None:
    """Pass every message of one websocket to another until the source ends, then end the target."""
    async for message in source:
        if message.type is WSMsgType.BINARY:
            await target.send_bytes(message.data)
        elif message.type is WSMsgType.TEXT:
            await target.send_str(message.data)
    await target.close(code=source.close_code or 1000)
