"""The built scripts and style sheets of the front end, as files.

`make frontend` builds them from `components/frontend/src` into `components/static`; both are kept
in the repository, so that running the atlas needs no Node.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

COMPONENTS = Path(__file__).parents[1]
BUILT = COMPONENTS / "static"
VENDOR = COMPONENTS / "vendor"
CODE_SUFFIXES = (".js", ".css", ".svg")
# What stands within a page or goes into the static site has no address of its own.
UNSERVED = ("server", "site")


def find_source(path: str) -> Path:
    """The built file of a script or style sheet, by its path as `<feature>/<file>`."""
    return (COMPONENTS if path.startswith(f"{VENDOR.name}/") else BUILT) / path


@cache
def read_built(path: str) -> str:
    """The text of a built script or style sheet, by its path as `<feature>/<file>`.

    FileNotFoundError for one that does not exist.
    """
    return find_source(path).read_text(encoding="utf-8")


def read_code() -> dict[str, bytes]:
    """Scripts and styles that browsers ask for, as `<feature>/<file>`."""
    files = sorted(
        path
        for path in (*BUILT.glob("*/*"), *VENDOR.glob("*"))
        if path.suffix in CODE_SUFFIXES and path.parent.name not in UNSERVED
    )
    return {f"{path.parent.name}/{path.name}": path.read_bytes() for path in files}
