"""The legend of a picture: the rows of the web map's, with counts for the view."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from components.core.alt_text.event import name_of
from components.core.alt_text.reading_labels import add_mode
from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from components.core.palette import read_membership_styles, read_zone_styles
from components.outputs.static_map.fonts import BOLD
from components.outputs.static_map.styles import (
    Fill,
    MapStyles,
    paint_membership,
    paint_position,
    paint_sample,
    paint_zone,
)
from components.outputs.static_map.text_column import ROW_HEIGHT, Column, measure_row
from data.cite import label_codes
from data.record import Record
from data.resolve import Stance
from data.weight import OPINION

OUTSIDE = "none"
TITLE_HEIGHT = 26.0


@dataclass(frozen=True)
class LegendRow:
    """A row: what is drawn, what it means, how many of it the view has, and a second view."""

    paint: Fill
    text: str
    count: int
    second: int | None = None

    @property
    def said(self) -> str:
        """The count as text; of two views both."""
        return str(self.count) if self.second is None else f"{self.count} · {self.second}"


@dataclass(frozen=True)
class LegendBlock:
    """Rows under a heading."""

    title: str
    rows: tuple[LegendRow, ...]


def list_blocks(record: Record, scene: MapStyles) -> list[LegendBlock]:
    """The legend of a view: the scale for an event, membership and zones for a year."""
    if scene.event is not None:
        return [_list_scale(record, scene)]
    return [*_list_membership(scene), _list_zones(scene)]


def _list_scale(record: Record, scene: MapStyles) -> LegendBlock:
    counts = Counter(scene.country_keys.values())
    rows = []
    for code, label in label_codes(record, record_locale(), scene.view.event).items():
        paint = paint_sample(scene.theme, Stance(code))
        rows.append(LegendRow(paint, label, counts[code]))
    mixed = Stance("NEU", contested=True, readings=("NEU", "LEAN"))
    paint = paint_sample(scene.theme, mixed)
    rows.append(LegendRow(paint, _("Sources disagree"), scene.contested))
    paint = paint_sample(scene.theme, Stance("TEP", weakness=OPINION))
    rows.append(LegendRow(paint, _("Weak evidence"), scene.weak))
    toward = name_of(record, scene.view.toward or "")
    title = add_mode(_("Stance toward {party}", party=toward), scene.view.mode)
    return LegendBlock(title, tuple(rows))


def _list_membership(scene: MapStyles) -> list[LegendBlock]:
    styles = read_membership_styles(scene.theme)
    counts = Counter(scene.country_keys.values())
    titles = {
        "csto": _("Organization (CSTO)"),
        "cst": _("Treaty (CST)"),
        "beside": _("Other status"),
    }
    blocks: dict[str, list[LegendRow]] = {bloc: [] for bloc in titles}
    for key, style in styles.items():
        if key == OUTSIDE:
            continue
        bloc = key.split("_")[0]
        row = LegendRow(paint_membership(scene.theme, key), style.label, counts[key])
        blocks[bloc if bloc in blocks else "beside"].append(row)
    return [LegendBlock(titles[bloc], tuple(rows)) for bloc, rows in blocks.items()]


def _list_zones(scene: MapStyles) -> LegendBlock:
    counts = Counter(scene.zone_keys.values())
    rows = []
    for status, style in read_zone_styles(scene.theme).items():
        rows.append(LegendRow(paint_zone(scene.theme, status), style.label, counts[status]))
    mark = paint_position(scene.theme)
    rows.append(LegendRow(mark, _("Position of troops, approximate"), len(scene.positions)))
    return LegendBlock(_("Zones"), tuple(rows))


def write_block(column: Column, block: LegendBlock, ink: str, muted: str, *, whole: bool) -> None:
    """A block in a column; unless `whole`, rows that the view has none of are left out."""
    rows = [row for row in block.rows if whole or row.count]
    if not rows:
        return
    column.write(block.title, BOLD, 13.5, muted, most=1)
    column.skip(1)
    for row in rows:
        column.row(row.paint, row.text, row.said, ink if row.count else muted)
    column.skip(7)


def measure_blocks(blocks: list[LegendBlock], *, whole: bool) -> float:
    """Height of the blocks in units."""
    total = 0.0
    for block in blocks:
        rows = len([row for row in block.rows if whole or row.count])
        total += (TITLE_HEIGHT + ROW_HEIGHT * rows) if rows else 0
    return total


def measure_block(block: LegendBlock, width: float, unit: float) -> float:
    """Height of a block in a column, in pixels: long labels take two lines."""
    rows = [measure_row(row.text, row.said, width, unit) for row in block.rows]
    return TITLE_HEIGHT * unit + sum(rows)
