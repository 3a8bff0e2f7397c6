"""The prose of the page, from the table beside this file."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from components.core.i18n import pick_section


@cache
def _read_table() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "content.toml").read_text(encoding="utf-8"))


def read_texts() -> dict[str, Any]:
    """All of `content.toml` in the language spoken now."""
    return dict(pick_section(_read_table()))


def read_title(name: str) -> str:
    """The title of a section."""
    return str(read_texts()[name]["title"])


def read_prose(name: str, **values: object) -> list[str]:
    """The paragraphs of a section, `values` filled in."""
    return [paragraph.format(**values) for paragraph in read_texts()[name]["paragraphs"]]
