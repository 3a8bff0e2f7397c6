"""Colours of a reader's own categories: `category_colors.json`, which the browser reads too."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

_TABLE: dict[str, Any] = json.loads(
    (Path(__file__).parent / "category_colors.json").read_text(encoding="utf-8")
)


def read_category_colors(theme: str) -> tuple[list[str], str]:
    """The colours of a theme, as `#rrggbb` in the order of the categories, and that of paper."""
    return list(_TABLE[theme]["colors"]), str(_TABLE[theme]["paper"])
