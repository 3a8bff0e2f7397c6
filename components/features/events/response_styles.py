"""The colours of what came of a request; shapes, in `response_glyphs.ts`, say the same."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from components.core.palette import THEMES, LabelledStyle
from components.core.palette.payload import join_themes

COLUMNS = ("fill", "ink", "label_en", "label_ru")
TABLE = Path(__file__).parent / "response_styles.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseStyle(LabelledStyle):
    """Fill of a mark and ink for text on it (both `#rrggbb`)."""

    fill: str
    ink: str


@cache
def read_responses(theme: str) -> dict[str, ResponseStyle]:
    """Styles by response, in the order of the legend. ValueError for an unknown theme."""
    if theme not in THEMES:
        raise ValueError(f"theme {theme!r} is not one of {', '.join(THEMES)}")
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file, strict=True) if row["theme"] == theme]
    return {
        row["response"]: ResponseStyle(**{column: row[column] for column in COLUMNS})
        for row in rows
    }


def describe_responses() -> dict[str, dict[str, str]]:
    """Colour and label of each response, for both themes, ready for JSON."""
    light, dark = (read_responses(theme) for theme in THEMES)
    return {
        name: {"fill": join_themes(style.fill, dark[name].fill), "label": style.label}
        for name, style in light.items()
    }
