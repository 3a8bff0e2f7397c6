"""The stances as the browser paints them: both themes in one value, with their tiles."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from typing import Any

from components.core.palette import THEMES, read_patterns, read_swatches

CONTESTED = "contested"


@cache
def read_stance_paint() -> dict[str, dict[str, Any]]:
    """Of each stance: fill, ink and pattern colour in each theme, and its tile if it has one.

    `contested` is no stance: its tile carries a second colour over that of the first.
    """
    return {code: _read_paint("stance", code) for code in read_swatches("light", "stance")} | {
        CONTESTED: _read_paint("mark", CONTESTED)
    }


def _read_paint(kind: str, code: str) -> dict[str, Any]:
    light, dark = (read_swatches(theme, kind)[code] for theme in THEMES)
    tile = read_patterns()[light.pattern]
    return {
        "fill": [light.fill, dark.fill],
        "ink": [light.ink, dark.ink],
        "mark": [light.pattern_colour, dark.pattern_colour],
        "pattern": light.pattern,
        "tile": asdict(tile) if tile.size else None,
    }
