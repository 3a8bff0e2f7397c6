"""Blocks of text and tables of the page, as plain data; `blocks.ts` sets them as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from components.server.custom_component import mount_module

Block = dict[str, Any]
STYLE = "cohesion/cohesion.css"


def show_blocks(name: str, blocks: Sequence[Block]) -> None:
    """Show blocks in their order as one part of the page."""
    mount_module(name, "cohesion/blocks.js", "cohesion", {"blocks": list(blocks)}, css=STYLE)


def make_section(anchor: str, title: str, finding: str, paragraphs: Sequence[str]) -> list[Block]:
    """The head of a section: its title, its finding, its prose."""
    return [
        {"is": "section", "anchor": anchor, "title": title, "finding": finding},
        *({"is": "p", "text": text} for text in paragraphs),
    ]


def make_note(text: str) -> Block:
    """A quieter paragraph."""
    return {"is": "note", "text": text}


def make_chart_head(title: str, keys: Sequence[tuple[str, str]], table: str, rows: range) -> Block:
    """The title of a chart, what its marks mean as (kind of mark, words), and its values.

    These are the `rows` of the table of the name `table`, which stands behind the chart.
    """
    return {
        "is": "chart",
        "title": title,
        "keys": [list(key) for key in keys],
        "reads": {"table": table, "from": rows.start, "to": rows.stop},
    }


def make_table(
    name: str,
    title: str,
    columns: Mapping[str, str],
    rows: Sequence[Mapping[str, Any]],
    *,
    folded: bool = True,
) -> Block:
    """A table; cells are text or `{text, href}`; a folded one opens by its title."""
    return {
        "is": "table",
        "name": name,
        "title": title,
        "columns": dict(columns),
        "rows": [dict(row) for row in rows],
        "folded": folded,
    }
