"""The rewritten shell as the answer wherever Streamlit would send its own, at any depth."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.app.index_html import ROOT_PLACE, build_shell
from components.outputs.share.meta_tags import find_page
from components.server.allowlist import PAGES
from components.server.base_url import app_path, count_folders, read_public_url
from components.server.compressed_file import answer_with
from components.server.errors import answer_not_found

OUTSIDE_SCRIPTS = re.compile(r"(<script>.*?</script>)", re.DOTALL)
# Addresses in the page, from the app's root.
RELATIVE = re.compile(r'((?:href|src|content)="|url\(")\./')
MOST_FOLDERS = 8
# Each depth of two days, and the page at the root.
PLACES_KEPT = 2 * (MOST_FOLDERS + 2)
CONDITIONAL = {b"if-none-match", b"if-modified-since", b"range", b"if-range"}


class IndexHtmlMiddleware:
    """Middleware that sends the rewritten shell wherever Streamlit would send its own."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self.app = app
        # A wrong value is told at start, not to the first visitor.
        read_public_url(os.environ)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let Streamlit decide what to answer; replace the body when that is its shell."""
        if scope["type"] != "http" or app_path(scope).startswith("/component/"):
            await self.app(scope, receive, send)
            return
        # Routing changes the scope.
        request = Request(dict(scope))
        headers = scope["headers"]
        if app_path(scope).strip("/") in PAGES:
            # The validators that a browser has are those of our page, not of Streamlit's.
            headers = [pair for pair in headers if pair[0] not in CONDITIONAL]
        replaced = False

        async def send_shell(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start" and is_shell(message):
                replaced = True
                await answer_shell(request)(scope, receive, send)
            elif not replaced:
                await send(message)

        await self.app({**scope, "headers": headers}, receive, send_shell)


def answer_shell(request: Request) -> Response:
    """The shell for the address of a request; nothing of the atlas lies many folders deep."""
    folders = count_folders(request.scope)
    if folders > MOST_FOLDERS:
        return answer_not_found()
    shell = build_shell().page.content.decode()
    html = place_shell(shell, folders, home=app_path(request.scope) == "/")
    return answer_with(find_page(request, html), request)


def is_shell(message: Message) -> bool:
    """Whether the start of an answer announces a page; a page to be saved is not the shell."""
    headers = Headers(raw=message["headers"])
    shown = headers.get("content-type", "").startswith("text/html")
    return bool(message["status"] == 200 and shown and "content-disposition" not in headers)


@lru_cache(maxsize=PLACES_KEPT)
def place_shell(html: str, folders: int, *, home: bool) -> str:
    """The shell for an address so many folders below the app's root; its scripts stay as they are.

    The page at the root itself is told so, as its address may lack the slash.
    """
    if home:
        html = html.replace(ROOT_PLACE, ROOT_PLACE.replace(" />", " data-home />"), 1)
    if not folders:
        return html
    parts = OUTSIDE_SCRIPTS.split(html)
    parts[::2] = [RELATIVE.sub(rf"\g<1>{'../' * folders}", part) for part in parts[::2]]
    return "".join(parts)
