"""The colours of the atlas, read from the tables beside this file."""

import csv
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from components.core.i18n import record_locale
from data.localize import pick

THEMES = ("light", "dark")
_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Swatch:
    """One colour role: fill, pattern over it, and ink for text on it (`#rrggbb`, or empty)."""

    fill: str
    pattern: str
    pattern_colour: str
    ink: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledStyle:
    """A style with a name, in the language spoken now."""

    label_en: str
    label_ru: str

    @property
    def label(self) -> str:
        """What it is called."""
        return pick(asdict(self), "label", record_locale())


@dataclass(frozen=True, slots=True, kw_only=True)
class MembershipStyle(LabelledStyle):
    """How one membership status is drawn; width and dash in CSS pixels."""

    fill: str
    pattern: str
    pattern_colour: str
    line: str
    line_width: float
    dash: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ZoneStyle(LabelledStyle):
    """How one zone status is drawn; its pattern is drawn in the colour of its line."""

    fill: str
    line: str
    dash: str
    pattern: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """One repeating tile: SVG path in a square of `size` CSS pixels, painted as stroke or fill."""

    size: float
    path: str
    paint: str
    stroke_width: float


def _read_rows(name: str) -> list[dict[str, str]]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def _read_theme(name: str, theme: str) -> list[dict[str, str]]:
    if theme not in THEMES:
        raise ValueError(f"theme {theme!r} is not one of {', '.join(THEMES)}")
    return [row for row in _read_rows(name) if row["theme"] == theme]


@cache
def read_swatches(theme: str, kind: str) -> MappingProxyType[str, Swatch]:
    """Return swatches by code; kind is stance, base, event or mark. ValueError if unknown."""
    found = {
        row["code"]: Swatch(row["fill"], row["pattern"], row["pattern_colour"], row["ink"])
        for row in _read_theme("colors.csv", theme)
        if row["kind"] == kind
    }
    if not found:
        raise ValueError(f"kind {kind!r} has no row in colors.csv")
    return MappingProxyType(found)


@cache
def read_membership_styles(theme: str) -> MappingProxyType[str, MembershipStyle]:
    """Return membership styles by key, in the order of the legend."""
    columns = ("fill", "pattern", "pattern_colour", "line", "dash", "label_en", "label_ru")
    return MappingProxyType(
        {
            row["key"]: MembershipStyle(
                **{column: row[column] for column in columns}, line_width=float(row["line_width"])
            )
            for row in _read_theme("membership_styles.csv", theme)
        }
    )


@cache
def read_zone_styles(theme: str) -> MappingProxyType[str, ZoneStyle]:
    """Return zone styles by status, in the order of the legend."""
    columns = ("fill", "line", "dash", "pattern", "label_en", "label_ru")
    return MappingProxyType(
        {
            row["status"]: ZoneStyle(**{column: row[column] for column in columns})
            for row in _read_theme("zone_styles.csv", theme)
        }
    )


@cache
def read_patterns() -> MappingProxyType[str, Pattern]:
    """Return the tiles by name; `none` and `outline` have no tile (size 0)."""
    return MappingProxyType(
        {
            row["pattern"]: Pattern(
                float(row["size"]), row["path"], row["paint"], float(row["stroke_width"])
            )
            for row in _read_rows("patterns.csv")
        }
    )
