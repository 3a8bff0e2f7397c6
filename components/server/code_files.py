"""The scripts and style sheets of the front end, as files."""

from __future__ import annotations

from pathlib import Path

COMPONENTS = Path(__file__).parents[1]
SCRIPTS = COMPONENTS / "frontend" / "src"
VENDOR = COMPONENTS / "vendor"
CODE_SUFFIXES = (".js", ".css", ".svg")


def find_source(path: str) -> Path:
    """The file of a script or style sheet, by its path as `<feature>/<file>`."""
    return (COMPONENTS if path.startswith(f"{VENDOR.name}/") else SCRIPTS) / path


def read_code() -> dict[str, bytes]:
    """Scripts and styles of each feature, as `<feature>/<file>`."""
    files = sorted(
        path
        for path in (*SCRIPTS.glob("*/*"), *VENDOR.glob("*"))
        if path.suffix in CODE_SUFFIXES and path.parent.name != "server"
    )
    return {f"{path.parent.name}/{path.name}": path.read_bytes() for path in files}
