"""The palette as the browser takes it: colours, lines and tiles."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from components.core.i18n import current_locale
from components.core.i18n.cache import cache_per_locale
from components.core.palette import (
    THEMES,
    read_membership_styles,
    read_patterns,
    read_swatches,
    read_zone_styles,
)
from data.localize import pick

PARTS = ("stance", "base", "event", "mark", "membership", "zone")
Styles = dict[str, dict[str, dict[str, Any]]]
STANCES = ("stance", "mark")
"""What stances are painted with, contested ones too."""


def build_palette() -> dict[str, Styles]:
    """For each theme its styles by part and code, and the `patterns` that they name.

    A style's `label` is in the language spoken now.
    """
    return {theme: _add_patterns(_list_styles(theme, PARTS)) for theme in THEMES}


@cache_per_locale(16)
def build_page_palette(*parts: str) -> Styles:
    """Some parts of the palette, as `build_palette` has them, with colours for both themes.

    ValueError for an unknown part.
    """
    light, dark = (_list_styles(theme, parts) for theme in THEMES)
    both = {
        part: {
            code: {name: join_themes(value, dark[part][code][name]) for name, value in row.items()}
            for code, row in rows.items()
        }
        for part, rows in light.items()
    }
    return _add_patterns(both)


def join_themes(light: Any, dark: Any) -> Any:
    """A value of a style for both themes; of two colours CSS takes that of the page's scheme.

    ValueError for other values that differ, as a page cannot choose between them.
    """
    if light == dark:
        return light
    if not str(light).startswith("#"):
        raise ValueError(f"only colours may differ between the themes: {light!r}, {dark!r}")
    return f"light-dark({light}, {dark})"


def _add_patterns(styles: Styles) -> Styles:
    named = {row.get("pattern") for rows in styles.values() for row in rows.values()}
    tiles = {name: asdict(tile) for name, tile in read_patterns().items() if tile.size}
    return {**styles, "patterns": {name: tile for name, tile in tiles.items() if name in named}}


def _list_styles(theme: str, parts: tuple[str, ...]) -> Styles:
    return {
        part: {code: _localize(asdict(style)) for code, style in _read_part(theme, part).items()}
        for part in parts
    }


def _read_part(theme: str, part: str) -> Any:
    if part == "membership":
        return read_membership_styles(theme)
    return read_zone_styles(theme) if part == "zone" else read_swatches(theme, part)


def _localize(style: dict[str, Any]) -> dict[str, Any]:
    """A style with one label, if it has any, in the language spoken now."""
    row = {name: value for name, value in style.items() if not name.startswith("label_")}
    return row if row == style else {**row, "label": pick(style, "label", current_locale())}
