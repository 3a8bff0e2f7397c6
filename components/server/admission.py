"""Whether a request may come in: it names a host, its address exists, a page of ours sent it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from components.server.allowlist import READ, STREAM, Allowlist
from components.server.base_url import HOST_FORM, app_path, read_public_url
from components.server.error_responses import answer_refusal, refuse_websocket
from components.server.errors import answer_not_found, answer_status
from components.server.messages import (
    bad_request_message,
    no_such_page_message,
    other_site_message,
    wrong_method_message,
)

# Where a request alone starts work that lasts.
COSTLY = ("/export/", "/atlas/story")


class AdmissionControl:
    """Middleware that refuses what the atlas does not serve, before anything of it is read.

    So is a websocket that another site's page opens. Streamlit would refuse it as well, but asks a
    foreign host for its own address before it does, and nobody is served while it waits.
    """

    def __init__(self, app: ASGIApp, routes: Sequence[Route]) -> None:
        """Wrap an app; `routes` are its own, Streamlit's are known."""
        self.app = app
        self.allowlist = Allowlist(routes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on."""
        if scope["type"] == "http":
            refusal = self.check_request(scope)
        elif scope["type"] == "websocket":
            refusal = check_websocket(scope)
        else:
            refusal = None
        if refusal is None:
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await refusal(scope, receive, send)
        else:
            await refuse_websocket(scope, receive, send, refusal)

    def check_request(self, scope: Scope) -> Response | None:
        """The refusal of an HTTP request, or None."""
        headers, path = Headers(scope=scope), app_path(scope)
        if not has_plain_host(headers) or path.startswith("//"):
            return answer_refusal(scope, 400, bad_request_message)
        methods = self.allowlist.find_methods(path)
        if not methods:
            if "text/html" in headers.get("accept", ""):
                return answer_refusal(scope, 404, no_such_page_message)
            return answer_not_found()
        if scope["method"] not in methods:
            allowed = {"Allow": ", ".join(sorted(methods))}
            return answer_refusal(scope, 405, wrong_method_message, allowed)
        costly = scope["method"] not in READ or path.startswith(COSTLY)
        if costly and is_cross_site(scope["method"], headers):
            return answer_refusal(scope, 403, other_site_message)
        return None


def check_websocket(scope: Scope) -> Response | None:
    """The refusal of a websocket's handshake, or None."""
    headers = Headers(scope=scope)
    if not has_plain_host(headers):
        return answer_status(400)
    if app_path(scope) != STREAM:
        return answer_not_found()
    return answer_status(403) if is_foreign(headers) else None


def has_plain_host(headers: Headers) -> bool:
    """Whether a request names one host as hosts are written; HTTP/1.0 may name none."""
    named = headers.getlist("host")
    return not named or (len(named) == 1 and HOST_FORM.fullmatch(named[0]) is not None)


def is_foreign(headers: Headers) -> bool:
    """Whether a page of another site asks, and none that the host's settings let in.

    These are `server.corsAllowedOrigins`, `server.enableCORS = false` as hosts set it that give the
    app another name than visitors see, and the name in ATLAS_PUBLIC_URL.
    """
    origin = headers.get("origin")
    if origin is None or urlsplit(origin).netloc == headers.get("host"):
        return False
    if not config.get_option("server.enableCORS"):
        return False
    public = urlsplit(read_public_url(os.environ)).netloc
    if public and urlsplit(origin).netloc == public:
        return False
    return origin not in config.get_option("server.corsAllowedOrigins")


def is_cross_site(method: str, headers: Headers) -> bool:
    """Whether a page of another site made a browser send this request.

    A link that a reader follows is no such request: it opens a page of its own. Programs that are
    no browsers send neither of the headers.
    """
    match headers.get("sec-fetch-site"):
        case "same-origin" | "none":
            return False
        case None:
            pass
        case _:
            opened = (headers.get("sec-fetch-mode"), headers.get("sec-fetch-dest"))
            ahead = "sec-purpose" in headers
            return method not in READ or opened != ("navigate", "document") or ahead
    return is_foreign(headers)
