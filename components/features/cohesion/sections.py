"""A section as its parts in order: blocks of text and tables, and charts between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.features.cohesion.blocks import Block, show_blocks
from components.features.cohesion.chart_theme import show_chart

Part = tuple[str, list[Block] | dict[str, Any]]
"""A name, with the blocks or the dressed chart of that name."""


def show_parts(parts: Sequence[Part]) -> None:
    """Show the parts in their order."""
    for name, content in parts:
        if isinstance(content, dict):
            show_chart(content, name)
        else:
            show_blocks(f"atlas_{name}", content)
