"""Security headers on every answer: what a page may load, run, and be framed by."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server.base_url import PROGRAMS, app_path, cache_scope

ANCESTORS_VARIABLE = "ATLAS_FRAME_ANCESTORS"
ANCESTOR = re.compile(r"\*|'self'|'none'|https?://[A-Za-z0-9.*-]+(:(\d+|\*))?")

POLICY = {
    "default-src": "'none'",
    "base-uri": "'none'",
    "connect-src": "'self'",
    "font-src": "'self' data:",
    "form-action": "'self'",
    "frame-src": "'self'",
    "img-src": "'self' data: blob:",
    "manifest-src": "'self'",
    "media-src": "'self' blob:",
    "object-src": "'none'",
    # Streamlit and Leaflet set styles on elements.
    "style-src": "'self' 'unsafe-inline'",
    "worker-src": "'self' blob:",
}
# Streamlit imports the scripts of its second-generation components from blobs it makes itself.
SHELL_SCRIPTS = "'self' blob:"
# streamlit-folium evaluates the map's script inside its own frame.
COMPONENT_SCRIPTS = "'self' 'unsafe-inline' 'unsafe-eval'"

# A window of another site that opens a page, or is opened by it, cannot reach it; and pages of one
# origin share a process with no other origin.
ISOLATION = {"Cross-Origin-Opener-Policy": "same-origin", "Origin-Agent-Cluster": "?1"}

# Scripts of any site may read what is for programs: it has no visitor's data, and takes no cookie.
OPEN_TO_SITES = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Retry-After",
    "Cross-Origin-Resource-Policy": "cross-origin",
}

CLOSED_FEATURES = (
    "accelerometer",
    "camera",
    "display-capture",
    "encrypted-media",
    "geolocation",
    "gyroscope",
    "hid",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "publickey-credentials-get",
    "serial",
    "usb",
    "xr-spatial-tracking",
)
OPEN_FEATURES = ("clipboard-write", "fullscreen", "screen-wake-lock")


def read_frame_ancestors(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Who may frame the atlas, from ATLAS_FRAME_ANCESTORS; ValueError names a bad value."""
    values = tuple(environment.get(ANCESTORS_VARIABLE, "").split()) or ("'self'",)
    for value in values:
        if not ANCESTOR.fullmatch(value):
            raise ValueError(
                f"{ANCESTORS_VARIABLE}: {value!r} is none of *, 'self', 'none', http(s)://host[:port]"
            )
    if "'none'" in values and len(values) > 1:
        raise ValueError(f"{ANCESTORS_VARIABLE}: 'none' cannot stand beside other values")
    return values


def build_policy(scripts: str, ancestors: tuple[str, ...]) -> str:
    """The Content-Security-Policy of a page with these script sources and frame ancestors."""
    rules = {**POLICY, "script-src": scripts, "frame-ancestors": " ".join(ancestors)}
    return "; ".join(f"{name} {value}" for name, value in sorted(rules.items()))


def build_file_headers(ancestors: tuple[str, ...]) -> dict[str, str]:
    """The headers of what is no page: short, as the first map needs ninety such answers."""
    return {
        "Content-Security-Policy": f"default-src 'self'; frame-ancestors {' '.join(ancestors)}",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }


def build_page_headers(scripts: str, ancestors: tuple[str, ...]) -> dict[str, str]:
    """The headers of a page with these script sources and frame ancestors."""
    closed = [f"{feature}=()" for feature in CLOSED_FEATURES]
    opened = [f"{feature}=(self)" for feature in OPEN_FEATURES]
    headers = {
        **build_file_headers(ancestors),
        **ISOLATION,
        "Content-Security-Policy": build_policy(scripts, ancestors),
        "Permissions-Policy": ", ".join(closed + opened),
    }
    # The older header cannot name other hosts, so it is sent only where it says the same.
    if ancestors == ("'self'",):
        headers["X-Frame-Options"] = "SAMEORIGIN"
    elif ancestors == ("'none'",):
        headers["X-Frame-Options"] = "DENY"
    return headers


class SecurityHeaders:
    """Middleware that sets the security headers of every HTTP answer, those of refusals too."""

    def __init__(self, app: ASGIApp, script_hashes: tuple[str, ...] = ()) -> None:
        """Wrap an app; `script_hashes` are those of the shell's inline scripts."""
        self.app = app
        ancestors = read_frame_ancestors(os.environ)
        # The atlas itself must always be able to frame its components.
        around = ("'self'", *sorted(set(ancestors) - {"'self'", "'none'"}))
        hashes = "".join(f" '{value}'" for value in script_hashes)
        self.file_headers = build_file_headers(around)
        self.page_headers = build_page_headers(SHELL_SCRIPTS + hashes, ancestors)
        self.component_headers = build_page_headers(COMPONENT_SCRIPTS, around)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; add the headers to the start of an HTTP answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        # Routing changes the scope.
        path = app_path(scope)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                # "Not modified" says nothing new: a header on it would replace the one that the
                # browser keeps with the page.
                if message["status"] != 304:
                    headers.update(self.choose_headers(path, headers))
                limit_caches(path, headers)
            await send(message)

        await self.app(scope, receive, send_with_headers)

    def choose_headers(self, path: str, answered: Headers) -> dict[str, str]:
        """The headers for an answer, by its path within the app and Content-Type.

        An answer that brings a policy of its own, as the embedded map does, keeps what it says of
        framing and loading.
        """
        if path.startswith(PROGRAMS):
            return {**self.file_headers, **OPEN_TO_SITES}
        if not answered.get("content-type", "").startswith("text/html"):
            return self.file_headers
        if "content-security-policy" in answered:
            return ISOLATION
        return self.component_headers if path.startswith("/component/") else self.page_headers


def limit_caches(path: str, headers: MutableHeaders) -> None:
    """Say of an answer which caches may keep it, and what else it depends on.

    Pages and exports name the atlas's address. Where that comes from the request, an answer to one
    visitor must not be kept for another: pages are asked for anew, and exports are not shared.
    """
    if headers.get("content-type", "").startswith("text/html"):
        if not path.startswith("/component/"):
            headers.add_vary_header("Accept-Language")
    elif path.startswith("/export/") and "cache-control" in headers:
        headers["Cache-Control"] = headers["cache-control"].replace("public", cache_scope())
