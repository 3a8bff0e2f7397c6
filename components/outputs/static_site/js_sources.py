"""The scripts of the atlas as texts, to be bundled."""

from __future__ import annotations

from functools import lru_cache

from components.server.code_files import read_code


@lru_cache(maxsize=1)
def read_modules() -> dict[str, str]:
    """The source of every script by its path, `map/main.js`."""
    code = read_code()
    return {path: text.decode() for path, text in code.items() if path.endswith(".js")}
