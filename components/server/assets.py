"""The static assets of the atlas, each at `/atlas/<group>-<hash>/<path>`, cached for a year.

Addresses are those of this server; what a browser is given is made of them by `relative_address`.

The hash is that of the whole group, so a style may name its neighbour by a relative path. The
record's documents are of a day: the map's last year is drawn as of today.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Mapping
from copy import copy
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from components.core.clock import CACHED_DAYS, on_day, read_today
from components.core.i18n.catalog import build_catalogues
from components.core.i18n.locale import LANGUAGES
from components.server.base_url import PAGE_ROOT, relative_address, url_base
from components.server.code_files import VENDOR, read_code
from components.server.compressed_file import MEDIA_TYPES, CompressedFile, answer_with
from components.server.errors import answer_not_found
from geodata.read import SHAPES

# The modules of the map as one: a browser has six lanes, and each module would wait for one.
MAP_BUNDLE = "map/bundle.js"
HASH_LENGTH = 12
# In the place of a hash: whoever asks is led to the files of the day. Written in `map/` too.
TODAY = "today"

Files = Mapping[str, bytes]
Groups = Mapping[str, Files]

Build = TypeVar("Build", bound=Callable[[], Files])

_lock = threading.Lock()
# What builds the groups of features, by name; those of each day apart.
_builders: dict[str, Callable[[], Files]] = {}
_daily_builders: dict[str, Callable[[], Files]] = {}


def asset_group(name: str, *, daily: bool = False) -> Callable[[Build], Build]:
    """Have a function of a feature build the files of a group, by path; `daily` for each day.

    A feature that names an asset of its group imports the module of that function.
    """

    def register(build: Build) -> Build:
        (_daily_builders if daily else _builders)[name] = build
        _build_registry.cache_clear()
        _read_lasting.cache_clear()
        return build

    return register


def collect_assets() -> dict[str, Files]:
    """Every asset that is of no day, by group and path: code, shapes, texts, fonts, features'."""
    return {
        **{name: build() for name, build in _builders.items()},
        "code": read_code(),
        "shapes": read_folder(SHAPES),
        "language": build_catalogues(LANGUAGES),
        "fonts": read_folder(VENDOR / "fonts"),
    }


def bundle_of(path: str) -> str:
    """The path of the bundle of a module that a page mounts."""
    return path.removesuffix(".js") + ".bundle.js"


def read_folder(folder: Path) -> dict[str, bytes]:
    """The files of one folder by name, those of a kind that browsers are served."""
    files = sorted(path for path in folder.iterdir() if path.suffix in MEDIA_TYPES)
    return {path.name: path.read_bytes() for path in files}


def hash_group(files: Files) -> str:
    """A hash of a group's paths and contents."""
    digest = hashlib.sha256()
    for path, content in sorted(files.items()):
        digest.update(hashlib.sha256(path.encode()).digest())
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:HASH_LENGTH]


class Registry:
    """Packed assets by group and path, and the addresses they answer to."""

    def __init__(self, groups: Groups) -> None:
        """Hash and pack every group."""
        self.hashes: dict[str, str] = {}
        self.files: dict[str, dict[str, CompressedFile]] = {}
        for group, files in groups.items():
            self.add(group, files)

    def add(self, group: str, files: Files) -> None:
        """Hash and pack one group more."""
        self.hashes[group] = hash_group(files)
        self.files[group] = {path: CompressedFile(content, path) for path, content in files.items()}

    def join(self, group: str, files: Files) -> Registry:
        """Another registry that has a group more and shares the others with this one."""
        joined = copy(self)
        joined.hashes, joined.files = dict(self.hashes), dict(self.files)
        joined.add(group, files)
        return joined

    def path_of(self, group: str, path: str) -> str:
        """The address of an asset; an empty path gives that of its folder."""
        if path and path not in self.files[group]:
            raise KeyError(f"no asset {path!r} in group {group!r}")
        return f"{url_base()}/atlas/{group}-{self.hashes[group]}/{path}"

    def answer(self, request: Request) -> Response:
        """Serve `/atlas/<group>-<hash>/<path>`; one of an earlier build or day is redirected."""
        group, _, found_hash = request.path_params["folder"].rpartition("-")
        path = request.path_params["path"]
        file = self.files.get(group, {}).get(path)
        if file is None:
            return answer_not_found()
        if found_hash != self.hashes[group]:
            current = self.path_of(group, path)
            return RedirectResponse(current, 307, {"Cache-Control": "no-store"})
        return answer_with(file, request)


def read_registry() -> Registry:
    """The registry of the day; one builds it, others wait.

    Files are read once: a changed table or shape shows after a restart.
    """
    with _lock:
        return _build_registry(read_today())


@lru_cache(maxsize=CACHED_DAYS)
def _build_registry(day: date) -> Registry:
    registry = _read_lasting()
    with on_day(day):
        for name, build in _daily_builders.items():
            registry = registry.join(name, build())
    return registry


@lru_cache(maxsize=1)
def _read_lasting() -> Registry:
    return Registry(collect_assets())


def asset_url(group: str, path: str) -> str:
    """The address of an asset; KeyError for one that does not exist."""
    return read_registry().path_of(group, path)


def catalogue_urls(root: str = PAGE_ROOT) -> dict[str, str]:
    """Addresses of the catalogues by language, from the app's root; English has none."""
    return {
        path.removeprefix("messages-").removesuffix(".json"): relative_address(
            asset_url("language", path), root
        )
        for path in read_registry().files["language"]
    }


async def serve_asset(request: Request) -> Response:
    """Serve one asset."""
    return read_registry().answer(request)


async def refuse_asset(_request: Request) -> Response:
    """Answer for an address under `/atlas/` that names no group."""
    return answer_not_found()


def build_routes() -> list[Route]:
    """The routes of the assets."""
    return [
        Route(f"{url_base()}/atlas/{{folder}}/{{path:path}}", serve_asset),
        Route(f"{url_base()}/atlas/{{rest:path}}", refuse_asset),
    ]
