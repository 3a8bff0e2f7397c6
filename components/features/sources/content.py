"""The prose of the page, from the table beside this file."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from components.core.article import Section, Table
from components.core.i18n import pick_section, record_locale


@cache
def _read_file(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))


def read_texts() -> dict[str, Any]:
    """The prose of `content.toml` in the language spoken now."""
    return dict(pick_section(_read_file("content.toml")))


def read_preferred() -> dict[str, tuple[str, str, str]]:
    """The question of each worked example to show while it still shows it."""
    preferred = _read_file("content.toml")["preferred"]
    return {kind: (event, toward, actor) for kind, (event, toward, actor) in preferred.items()}


def translate_row(table: str, key: str, *words: str) -> tuple[str, ...]:
    """Two texts of a row of an English table in the language now; see `table_translations.toml`."""
    translations = _read_file("table_translations.toml").get(record_locale(), {})
    return tuple(translations.get(table, {}).get(key, words))


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
