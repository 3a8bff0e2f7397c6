"""Streamlit's own front end and st_folium's frame, served packed from memory.

Streamlit sends its 2 MB of scripts uncompressed. Their names carry a hash, so each is read and
packed once for all visitors instead of being compressed for every answer.
"""

from __future__ import annotations

import json
import re
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import file_util

from components.server.base_url import app_path
from components.server.code_files import read_built
from components.server.compressed_file import (
    MEDIA_TYPES,
    SHORT_CACHE,
    YEAR_CACHE,
    CompressedFile,
    answer_with,
)
from components.server.errors import answer_not_found


def find_package(name: str) -> Path:
    """The folder of an installed package, found without importing it."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"the package {name} is not installed")
    return Path(spec.origin).parent


STREAMLIT = Path(file_util.get_static_dir())
FOLIUM_FRAME = find_package("streamlit_folium") / "frontend" / "build"
FOLIUM_PREFIX = "/component/streamlit_folium.st_folium/"
FOLIUM_PAGE = f"{FOLIUM_PREFIX}index.html"
FOLDERS = {"/static/": STREAMLIT / "static", FOLIUM_PREFIX: FOLIUM_FRAME}
HASHED_NAME = re.compile(r"\.[\w-]{8}\.\w+$")
MOST_FILES_HELD = 400

# The parts of Streamlit's front end that the map asks for as soon as the page runs, and the panel.
FIRST_CHUNKS = ("ComponentInstance",)
NEXT_CHUNKS = ("BidiComponent",)


@cache
def list_files() -> dict[str, Path]:
    """Every file of the front end by its path in the address; nothing else can be reached."""
    return {
        prefix + path.relative_to(folder).as_posix(): path
        for prefix, folder in FOLDERS.items()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix in MEDIA_TYPES
    }


@lru_cache(MOST_FILES_HELD)
def read_file(address: str) -> CompressedFile:
    """One file of the front end; KeyError for an unknown address."""
    path = list_files()[address]
    # Without a hash in its name a file changes only with the package it comes from.
    rule = YEAR_CACHE if HASHED_NAME.search(path.name) else SHORT_CACHE
    content = path.read_bytes()
    if address == FOLIUM_PAGE:
        content = guard_frame(content.decode()).encode()
    return CompressedFile(content, path.name, rule)


def guard_frame(html: str) -> str:
    """The page of st_folium's frame, the guard its first script; ValueError if it has no head.

    The guard stands in the page itself: as a file it could be lost on its way, and the frame would
    go on without it.
    """
    if html.count("<head>") != 1:
        raise ValueError("the page of st_folium's frame has no head to put the guard in")
    guard = read_built("server/frame_guard.js").strip()
    return html.replace("<head>", f"<head><script>{guard}</script>")


def find_chunks(names: tuple[str, ...]) -> list[str]:
    """Addresses of some parts of Streamlit's front end and of all they import."""
    manifest: dict[str, dict[str, Any]] = json.loads((STREAMLIT / "manifest.json").read_text())
    by_name = {row["name"]: key for key, row in manifest.items() if row.get("isDynamicEntry")}
    found: dict[str, None] = {}
    waiting = [by_name[name] for name in names]
    while waiting:
        row = manifest[waiting.pop(0)]
        if f"/{row['file']}" not in found:
            found[f"/{row['file']}"] = None
            waiting += row.get("imports", [])
    return list(found)


def find_folium_script() -> str:
    """The address of the script of st_folium's frame."""
    (script,) = (path for path in list_files() if re.search(r"st_folium/.*/main\.\w+\.js$", path))
    return script


class CompressedStaticMiddleware:
    """Middleware that answers for the files of the front end and passes everything else on.

    Streamlit would answer an unknown script with its page; a missing one is said to be missing.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap an app."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a GET or HEAD of a known file."""
        if scope["type"] == "http" and scope["method"] in {"GET", "HEAD"}:
            address = app_path(scope)
            if address in list_files():
                response = answer_with(read_file(address), Request(scope))
                await response(scope, receive, send)
                return
            if address.startswith("/static/"):
                await answer_not_found()(scope, receive, send)
                return
        await self.app(scope, receive, send)
