"""Redirects that hold under any path a host shows the app under: relative to what was asked for."""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


class RelativeRedirects:
    """Middleware that makes each redirect within the app relative.

    The app, Starlette and Streamlit redirect to the path they see themselves; where a proxy has
    taken a prefix off, that path is another site's.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; rewrite the Location of an HTTP redirect."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        # Routing changes the scope.
        raw = scope.get("raw_path") or str(scope["path"]).encode()
        asked, root = bytes(raw).decode("latin-1"), str(scope.get("root_path", ""))

        async def send_relative(message: Message) -> None:
            if message["type"] == "http.response.start" and 300 <= message["status"] < 400:
                headers = MutableHeaders(scope=message)
                if location := headers.get("location"):
                    own = {
                        value.decode("latin-1") for key, value in scope["headers"] if key == b"host"
                    }
                    headers["location"] = make_relative(location, asked, root, own)
            await send(message)

        await self.app(scope, receive, send_relative)


def make_relative(location: str, asked: str, root: str = "", own: set[str] | None = None) -> str:
    """A Location of this app as one relative to the path `asked` for; any other as it is.

    `root` is the ASGI root path, which a redirect may name or not; `own` are the hosts that are
    this one.
    """
    parts = urlsplit(location)
    if parts.netloc and parts.netloc not in (own or set()):
        return location
    if not parts.path.startswith("/") or parts.path.startswith("//"):
        return location
    # Folders, empty ones too, as a browser counts them.
    folder = take_off(asked, root).split("/")[1:-1]
    there = take_off(parts.path, root).split("/")[1:]
    shared = 0
    while shared < min(len(folder), len(there) - 1) and folder[shared] == there[shared]:
        shared += 1
    # "./" keeps a first segment with a colon from being read as a scheme.
    way = "../" * (len(folder) - shared) or "./"
    path = way + "/".join(there[shared:])
    return parts._replace(scheme="", netloc="", path=path).geturl()


def take_off(path: str, root: str) -> str:
    """A path without the ASGI root path before it."""
    root = root.rstrip("/")
    return path[len(root) :] if root and path.startswith(f"{root}/") else path
