"""The prose of the page, from the table beside this file."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from components.document.document import Section, Table


@cache
def read_texts() -> dict[str, Any]:
    """All of `texts.toml`."""
    return tomllib.loads((Path(__file__).parent / "texts.toml").read_text(encoding="utf-8"))


def make_section(
    name: str,
    table: Table | None = None,
    *,
    kind: str = "",
    content: Any = None,
    **values: object,
) -> Section:
    """A section with its prose, `values` filled in, its table and its content of a kind."""
    text = read_texts()[name]
    paragraphs = [paragraph.format(**values) for paragraph in text["paragraphs"]]
    return Section(text["title"], paragraphs, table, name, kind, content)
