"""What each country and zone is painted with: fills, patterns and lines as on the web map."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from components.core.palette import read_membership_styles, read_swatches, read_zone_styles
from components.core.palette.drawing import LINE_WIDTHS, OPACITIES
from components.core.user_layers.layer import OwnLayer, select_layers
from components.core.view_day import find_view_day
from components.core.view_state import View
from data.membership import map_status_on, members_on
from data.modes import select_reading
from data.record import Record
from data.resolve import PARTY, Stance
from data.schema import Row
from data.stances import resolve_event
from data.zones import name_shape, positions_on, zone_status_on
from geodata.read import read_zone_shapes

NO_PATTERN = "none"
OUTSIDE = "none"
SETTLED = "settled"
DISTRICT = "district"
FIGHTING = "fighting"
NEVER_HELD = ("border", "clash")  # bands and circles around what happened, not areas of control
HELD = ("held", "peacekept")
CONTESTED, WEAK = "contested", "weak"


@dataclass(frozen=True)
class Fill:
    """A fill with a pattern over it, and a contour; `width` in pixels (0: none), dash as in CSS.

    `gaps` is a second pattern, which breaks fill and pattern: that of weak evidence, with a line of
    `gap_line` within each gap. With a `mark` a legend shows it
    as a sign of this form and not as an area.
    """

    fill: str
    pattern: str = NO_PATTERN
    pattern_colour: str = ""
    line: str = ""
    width: float = 0.0
    dash: str = ""
    opacity: float = 1.0
    gaps: str = NO_PATTERN
    gap_colour: str = ""
    gap_line: str = ""
    mark: str = ""


@dataclass(frozen=True)
class MapStyles:
    """A moment of the record, painted: countries by id, zones by shape, the legend's key of each.

    `countries` has those that differ from plain land only; `contested` counts actors. `own_layers`
    are a reader's, with the rows of this moment.
    """

    view: View
    day: date
    theme: str
    countries: Mapping[str, Fill]
    country_keys: Mapping[str, str]
    zones: Mapping[str, Fill]
    zone_keys: Mapping[str, str]
    stances: Mapping[str, Stance]
    members: frozenset[str]
    event: Row | None
    positions: tuple[Row, ...] = ()
    own_layers: tuple[OwnLayer, ...] = ()

    @property
    def weak(self) -> int:
        """How many actors have a stance on weak evidence."""
        return sum(bool(stance.weakness) for stance in self.stances.values())

    @property
    def contested(self) -> int:
        """How many actors have a contested stance."""
        return sum(stance.contested for stance in self.stances.values())


def build_scene(
    record: Record, view: View, theme: str, today: date, layers: Sequence[OwnLayer] = ()
) -> MapStyles:
    """Paint a view, with a reader's own `layers`.

    KeyError for an unknown event, ValueError for a party that is none of its.
    """
    record = select_reading(record, view.mode)
    event = record.row("events", view.event) if view.event else None
    day = find_view_day(record, view, today)
    stances = resolve_event(record, event["id"], view.toward or "", view.date) if event else {}
    if event:
        countries, keys = _paint_stances(record, view, stances, day, theme)
    else:
        countries, keys = _paint_members(record, view, day, theme)
    zones, zone_keys = _paint_zones(record, view, day, theme)
    members = frozenset(members_on(record, day))
    points = tuple(positions_on(record, day)) if zone_keys else ()
    own = select_layers(layers, record, view, today)
    return MapStyles(
        view, day, theme, countries, keys, zones, zone_keys, stances, members, event, points, own
    )


def paint_stance(theme: str, stance: Stance) -> Fill:
    """The fill of a stance; stripes of the nearest other reading lie over a contested one.

    On weak evidence fill and stripes are broken by bands of the land with a line in each.
    """
    paint = _paint_reading(theme, stance)
    if not stance.weakness:
        return paint
    mark = read_swatches(theme, "mark")[WEAK]
    return replace(paint, gaps=mark.pattern, gap_colour=mark.pattern_colour, gap_line=mark.fill)


def _paint_reading(theme: str, stance: Stance) -> Fill:
    swatches = read_swatches(theme, "stance")
    swatch = swatches[stance.code]
    if not stance.contested:
        return Fill(swatch.fill, swatch.pattern, swatch.pattern_colour)
    mark = read_swatches(theme, "mark")[CONTESTED]
    others = [code for code in stance.readings if code != stance.code]
    second = swatches[others[0]].fill if others else mark.pattern_colour
    return Fill(swatch.fill, mark.pattern, second)


def paint_sample(theme: str, stance: Stance) -> Fill:
    """A stance as a legend shows it: with a border, or with the contour that tells it."""
    paint = paint_stance(theme, stance)
    if stance.contested:
        return replace(paint, line=read_swatches(theme, "mark")[CONTESTED].fill, width=0.8)
    if stance.code == PARTY:
        return replace(paint, line=read_swatches(theme, "base")["label"].fill, width=2.2)
    return replace(paint, line=read_swatches(theme, "base")["border"].fill, width=0.8)


def paint_membership(theme: str, key: str) -> Fill:
    """The fill of a membership, with its pattern, in its line."""
    style = read_membership_styles(theme)[key]
    paint = Fill(style.fill, style.pattern, style.pattern_colour)
    return replace(paint, line=style.line, width=style.line_width, dash=style.dash)


def paint_zone(theme: str, status: str) -> Fill:
    """The fill of a zone's status in its line, with its pattern in the colour of the line."""
    style = read_zone_styles(theme)[status]
    line = style.line
    return Fill(style.fill, style.pattern, line, line=line, width=1.2, dash=style.dash)


def paint_position(theme: str) -> Fill:
    """The mark of a position of troops: a hollow triangle in the line of what is held."""
    line = read_zone_styles(theme)[HELD[0]].line
    return Fill(read_swatches(theme, "base")["halo"].fill, line=line, width=1.6, mark="triangle")


def _paint_stances(
    record: Record, view: View, stances: Mapping[str, Stance], day: date, theme: str
) -> tuple[dict[str, Fill], dict[str, str]]:
    countries = {row["id"] for row in record.rows("countries")}
    parties = {r["actor"] for r in record.rows("parties") if r["event_id"] == view.event}
    members = members_on(record, day) if "members" in view.layers else set()
    base, marks = read_swatches(theme, "base"), read_swatches(theme, "mark")
    outline = base["label"].fill
    painted = {}
    # In one order, as contours of neighbours lie over each other.
    for country in sorted(countries & (stances.keys() | parties | members)):
        stance = stances.get(country)
        line, width = "", 0.0
        if country == view.toward:
            line, width = base["accent"].fill, LINE_WIDTHS["reference"]
        elif country in parties:
            line, width = outline, LINE_WIDTHS["party"]
        elif country in members:
            line, width = marks["member"].fill, LINE_WIDTHS["member"]
        paint = paint_stance(theme, stance) if stance else Fill(base["land"].fill)
        painted[country] = replace(paint, line=line, width=width)
    return painted, {c: stances[c].code for c in stances if c in countries}


def _paint_members(
    record: Record, view: View, day: date, theme: str
) -> tuple[dict[str, Fill], dict[str, str]]:
    if "members" not in view.layers:
        return {}, {}
    drawn = map_status_on(record, day)
    return {country: paint_membership(theme, key) for country, key in drawn.items()}, drawn


def _paint_zones(
    record: Record, view: View, day: date, theme: str
) -> tuple[dict[str, Fill], dict[str, str]]:
    control = "control" in view.layers
    if "zones" not in view.layers and not control:
        return {}, {}
    then = zone_status_on(record, day)
    kinds = {row["id"]: row["kind"] for row in record.rows("zones")}
    precision = {row["zone_id"]: row["precision"] for row in read_zone_shapes()}
    dashes = {"surveyed": "", "approximate": "6 3", "schematic": "2 4"}
    painted = {}
    for zone, row in then.items():
        status, shape = row["status"], name_shape(row)
        if status == SETTLED and zone != view.panel:
            continue
        faint = kinds[zone] == DISTRICT or (kinds[zone] in NEVER_HELD and status != FIGHTING)
        opacity = OPACITIES["district" if faint else "zone"]
        if control and status in HELD and kinds[zone] != DISTRICT:
            opacity = 1.0
        painted[shape] = replace(
            paint_zone(theme, status),
            width=LINE_WIDTHS["chosen_zone" if zone == view.panel else "zone"],
            dash=dashes[precision[shape]],
            opacity=opacity,
        )
    return painted, {z: row["status"] for z, row in then.items() if name_shape(row) in painted}
