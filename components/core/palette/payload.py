"""The palette as the browser takes it: every colour, line and tile of both themes."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from components.core.i18n import current_locale
from components.core.palette import (
    THEMES,
    read_membership_styles,
    read_patterns,
    read_swatches,
    read_zone_styles,
)
from data.localize import pick

KINDS = ("stance", "base", "event", "mark")


def build_palette() -> dict[str, Any]:
    """Tiles by name, then for each theme the swatches by kind and code and the line styles.

    A style's `label` is in the language spoken now.
    """
    palette: dict[str, Any] = {
        "patterns": {name: asdict(tile) for name, tile in read_patterns().items()}
    }
    for theme in THEMES:
        palette[theme] = {
            kind: {code: asdict(swatch) for code, swatch in read_swatches(theme, kind).items()}
            for kind in KINDS
        }
        palette[theme]["membership"] = _style_rows(read_membership_styles(theme))
        palette[theme]["zone"] = _style_rows(read_zone_styles(theme))
    return palette


def _style_rows(styles: Any) -> dict[str, dict[str, Any]]:
    return {
        key: {**row, "label": pick(row, "label", current_locale())}
        for key, style in styles.items()
        for row in [asdict(style)]
    }
