"""What is built from files of the atlas alone, kept from one start to the next.

An entry is named by a hash of every table and module and of whatever else it was built from, so
another version or day never finds it. It begins with a hash of its content, and lies in a folder
that belongs to this user and to which nobody else has access: what does not hold is built anew, as
is everything where no folder can be made.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TypeVar

Built = TypeVar("Built")

# The folder in which the folder of entries lies; otherwise that of temporary files.
VARIABLE = "ATLAS_CACHE"
ROOT = Path(__file__).parents[2]
SOURCES = ("data", "geodata", "components")
SUFFIXES = (".csv", ".json", ".po", ".py", ".toml", ".yaml")
# Of what only browsers or the builders of shapes read, nothing built here depends.
OTHERS = {"__pycache__", "frontend", "static", "vendor", "shapes", "build", "digitized"}
PACKAGES = ("babel", "branca", "folium", "jinja2", "streamlit", "streamlit-folium")
# A file changed a moment ago may not be what this process has read.
SETTLED_SECONDS = 30.0
MOST_ENTRIES = 24


def keep_built(name: str, build: Callable[[], Built], *origins: object) -> Built:
    """The entry of `name`, read or else built and kept; a value that JSON can hold.

    `origins` is all that it depends on beside sources and packages, of which each has a `repr`
    that tells it from others.
    """
    folder = find_folder()
    sources, settled = hash_sources(ROOT)
    key = hash_text(repr((sources, sys.version, read_versions(), origins)).encode())
    path = folder / f"{name}-{key}.json" if folder else None
    kept = read_entry(path) if path else None
    if kept is not None:
        value: Built = json.loads(kept)
        return value
    built = build()
    if path and settled:
        write_entry(path, json.dumps(built, ensure_ascii=False).encode("utf-8", "replace"))
    return built


@cache
def hash_sources(root: Path) -> tuple[str, bool]:
    """A hash of every source as this process found them, and whether all had been at rest then."""
    digest = hashlib.sha256()
    latest = 0.0
    for path in list_sources(root):
        digest.update(hash_text(str(path.relative_to(root)).encode()).encode())
        digest.update(hash_text(path.read_bytes()).encode())
        latest = max(latest, path.stat().st_mtime)
    return digest.hexdigest(), latest < time.time() - SETTLED_SECONDS


def list_sources(root: Path) -> Iterator[Path]:
    """Tables, texts, catalogues and modules, in a fixed order."""
    for top in SOURCES:
        for folder, subfolders, names in os.walk(root / top):
            subfolders[:] = sorted(set(subfolders) - OTHERS)
            yield from (Path(folder, name) for name in sorted(names) if name.endswith(SUFFIXES))


@cache
def read_versions() -> tuple[str, ...]:
    """The versions of the packages by which something is written that is kept."""
    return tuple(version(package) for package in PACKAGES)


def hash_text(content: bytes) -> str:
    """The sha256 of some bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


@cache
def find_folder() -> Path | None:
    """The folder of entries, made if need be; None where there is none to be relied on."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    place = Path(os.environ.get(VARIABLE) or tempfile.gettempdir())
    folder = place / f"csto-stance-atlas-{user}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return None
    private = found.st_uid == user and not found.st_mode & 0o077
    return folder if os.name != "posix" or (private and not folder.is_symlink()) else None


def read_entry(path: Path) -> bytes | None:
    """The content of an entry; None when there is none, or it is not what was written."""
    try:
        digest, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    # What is in use is not among the oldest.
    with suppress(OSError):
        os.utime(path)
    return content if hash_text(content).encode() == digest else None


def write_entry(path: Path, content: bytes) -> None:
    """Put an entry in its place at once, and remove the oldest; without space nothing is kept."""
    with suppress(OSError):
        handle, part = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(hash_text(content).encode() + b"\n" + content)
        Path(part).replace(path)
        entries = sorted(path.parent.iterdir(), key=lambda each: each.stat().st_mtime)
        for entry in entries[:-MOST_ENTRIES]:
            entry.unlink(missing_ok=True)
