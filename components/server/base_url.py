"""Where the app lies on its host: under which path, and under which name visitors know it.

Hosts show an app under a path and often take that path off before the app sees it, so the app
cannot know its own address. Whatever a browser follows is therefore relative: `index_inline.ts`
finds the app's root from the address of the page, and the rest is resolved against that.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from functools import lru_cache

from starlette.requests import Request
from starlette.types import Scope
from streamlit import config

# The folder of what programs of any site may read.
PROGRAMS = "/api/"
PUBLIC_URL_VARIABLE = "ATLAS_PUBLIC_URL"
# The header by which our own scripts say the path of the app's root, as the browser sees it.
ROOT_HEADER = "x-atlas-root"
PREFIX_HEADER = "x-forwarded-prefix"

HOST = r"(?:[A-Za-z0-9](?:[\w.-]{0,251}[A-Za-z0-9])?\.?|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?"
# A segment that is dots alone would climb.
PATH = r"(?:/(?!\.+(?:/|$))[\w.~+@!=-]+)*"
HOST_FORM = re.compile(HOST, re.ASCII)
PATH_FORM = re.compile(PATH, re.ASCII)
PUBLIC_URL_FORM = re.compile(rf"https?://{HOST}{PATH}/?", re.ASCII)
LONGEST_PATH = 512

# From a page of the app, and from the frame of the map, which lies two folders below the root.
PAGE_ROOT, FRAME_ROOT = "./", "../../"


def url_base() -> str:
    """The path the app is served under, with no slash at its end; empty at the root."""
    base = str(config.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}" if base else ""


def app_path(scope: Scope) -> str:
    """The path of a request within the app, from a slash on; empty for one outside of it.

    Taken off are the ASGI root path, under which another application mounts this one, and
    `server.baseUrlPath`.
    """
    path = str(scope["path"])
    for folder in (str(scope.get("root_path", "")), url_base()):
        if folder and path == folder:
            path = "/"
        elif folder and path.startswith(f"{folder}/"):
            path = path[len(folder) :]
        elif folder == url_base() and folder:
            return ""
    return path


def count_folders(scope: Scope) -> int:
    """How many folders below the app's root the address of a request lies, as a browser counts."""
    # A slash that is written %2F parts no folders, so the path is taken as it was sent.
    raw = scope.get("raw_path") or str(scope["path"]).encode()
    above = f"{scope.get('root_path', '')}{url_base()}".count("/")
    return max(0, bytes(raw).split(b"?")[0].count(b"/") - above - 1)


def relative_address(path: str, root: str = PAGE_ROOT) -> str:
    """A path of this server, as `asset_url` gives it, relative to the app's root.

    `root` is the way there: a script resolves `./` with `resolveAddress`, wherever its page lies.
    """
    return root + path.removeprefix(url_base()).removeprefix("/")


def find_base(request: Request) -> str:
    """The address of the atlas as the visitor sees it, behind a proxy too; no slash at its end.

    ATLAS_PUBLIC_URL, if it is set. Else it is pieced together from what the request says, where
    only plain hosts and paths are believed; such an answer must not be kept for others.
    """
    if public := read_public_url(os.environ):
        return public
    named = request.headers.get("host", "")
    host = named if HOST_FORM.fullmatch(named) else name_server(request.scope)
    told = request.headers.get("x-forwarded-proto", request.url.scheme).split(",")[0].strip()
    return f"{'https' if told == 'https' else 'http'}://{host}{find_root_path(request)}"


def find_root_path(request: Request) -> str:
    """The path of the app's root as the visitor sees it, no slash at its end."""
    if told := read_path(request.headers.get(ROOT_HEADER)):
        return told.rstrip("/")
    path = (read_path(request.headers.get(PREFIX_HEADER)) or "").rstrip("/")
    for folder in (str(request.scope.get("root_path", "")).rstrip("/"), url_base()):
        # A proxy that leaves the path as it is may name it nevertheless.
        path += "" if path.endswith(folder) else folder
    return path


def read_path(value: str | None) -> str | None:
    """A path that came in a header, or None where it is no plain one."""
    if not value or len(value) > LONGEST_PATH or not value.startswith("/"):
        return None
    return value if PATH_FORM.fullmatch(value.rstrip("/")) else None


def name_server(scope: Scope) -> str:
    """The host and port that took a request."""
    host, port = scope.get("server") or ("localhost", None)
    host = f"[{host}]" if ":" in host else host
    return f"{host}:{port}" if port else host


def read_public_url(environment: Mapping[str, str]) -> str:
    """ATLAS_PUBLIC_URL without a slash at its end, empty if unset; ValueError names a bad value."""
    return _check_public_url(environment.get(PUBLIC_URL_VARIABLE, "").strip())


@lru_cache(maxsize=8)
def _check_public_url(value: str) -> str:
    if value and not PUBLIC_URL_FORM.fullmatch(value):
        raise ValueError(
            f"{PUBLIC_URL_VARIABLE}: {value!r} is not http(s)://host[:port][/path] "
            "without user, query and fragment"
        )
    return value.rstrip("/")


def cache_scope() -> str:
    """Who may keep an answer that names the atlas's address: anybody, if the address is set."""
    return "public" if read_public_url(os.environ) else "private"
