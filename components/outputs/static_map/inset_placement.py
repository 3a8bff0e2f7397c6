"""Where insets find room on a map: clear of the states of the story, of marks and of each other."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import shapely

from components.core.i18n import record_locale
from components.outputs.static_map.basemap import read_zones
from components.outputs.static_map.label_candidates import Box
from components.outputs.static_map.styles import MapStyles
from components.outputs.static_map.viewport import Viewport, build_area_frame
from data.localize import pick
from data.schema import Row
from geodata.read import read_insets

# Below this size of the map, in pixels of the usual picture, there is room for none.
ROOM = (780.0, 560.0)
SHARE, LARGEST = 0.25, 420.0
SIZES = (1.0, 0.88, 0.77, 0.68, 0.6)
LEAST = 150.0
ENLARGED = 1.25
GAP = 12.0
# What may be covered of the states of the story, as a share of the inset: usually, and by the
# inset that the view is about.
TOLERATED, AT_MOST = 0.05, 0.3
UPWARD = 0.02
STEPS = 12
# An overview is of use while the map shows less than this share of its area.
OVERVIEW_BELOW = 0.6
COARSE, AROUND = 3.0, 24.0
UNIT = 0.86
"""The size of type and lines in an inset, of those of the map."""


@dataclass(frozen=True)
class PlacedInset:
    """An inset that found room; its area is west, south, east, north in degrees.

    An `overview` shows less closely than the map where all allies are; others show an area closer.
    """

    id: str
    name: str
    frame: Viewport
    area: Sequence[float]
    overview: bool = False

    @property
    def box(self) -> Box:
        """What it covers, in pixels from below left."""
        return self.frame.left, self.frame.bottom, self.frame.right, self.frame.top


def place_insets(
    frame: Viewport,
    scene: MapStyles,
    concerned: Collection[str],
    countries: dict[str, Any],
    taken: Sequence[Box],
) -> list[PlacedInset]:
    """The insets of use for a map, those of its subject first, clear of the states of the story.

    `concerned` are the ids of these states, `countries` shapes in pixels by id, `taken` boxes that
    stay free.
    """
    unit = frame.unit
    if frame.width < ROOM[0] * unit or frame.height < ROOM[1] * unit:
        return []
    language = record_locale()
    # Measured many times: to a few pixels is enough. Around a small state stands its name.
    states = [
        shapely.simplify(shape, COARSE * unit).buffer(AROUND * unit, quad_segs=1)
        for country, shape in countries.items()
        if country in concerned
    ]
    states += [
        shapely.simplify(frame.draw(shape), COARSE * unit).buffer(AROUND * unit / 2, quad_segs=1)
        for zone, shape in read_zones(frame)
        if zone in scene.zones
    ]
    placed: list[PlacedInset] = []
    rows = _choose_insets(frame, scene)
    areas = [outline_area(frame, row["box"]) for row in rows if row["kind"] == "place"]
    for row in rows:
        overview = row["kind"] == "overview"
        boxes = [*taken, *(each.box for each in placed)]
        for limit, size in itertools.product(_list_limits(scene, row), SIZES):
            width = min(frame.width * SHARE, LARGEST * unit) * size
            inset = build_area_frame((0, 0, width), unit * UNIT, row["box"], closer=not overview)
            if width < LEAST * unit or not _is_of_use(frame, inset, overview=overview):
                continue
            spot = _find_spot(frame, inset, [*states, *areas], boxes, limit)
            if spot is not None:
                moved = replace(inset, left=spot[0], bottom=spot[1])
                name = pick(row, "name", language)
                placed.append(PlacedInset(row["id"], name, moved, row["box"], overview))
                break
    return placed


def _choose_insets(frame: Viewport, scene: MapStyles) -> list[Row]:
    """Rows of the areas that lie in the map, the subject's first, and at an event the overview."""
    window = shapely.box(frame.left, frame.bottom, frame.right, frame.top)
    rows = []
    for row in read_insets():
        area = outline_area(frame, row["box"])
        if row["kind"] == "place" and window.contains(area):
            rows.append(row)
        if row["kind"] == "overview" and scene.event is not None:
            seen = shapely.intersection(area, window).area / area.area
            rows.extend([row] if seen < OVERVIEW_BELOW else [])
    return sorted(rows, key=lambda row: not _is_subject(scene, row["box"]))


def _is_of_use(frame: Viewport, inset: Viewport, *, overview: bool) -> bool:
    """Whether the scales of map and inset differ enough, in the way they should."""
    far, near = (inset, frame) if overview else (frame, inset)
    return near.metres * ENLARGED <= far.metres


def _list_limits(scene: MapStyles, row: Row) -> tuple[float, ...]:
    """Shares of an inset that may cover states of the story, the first preferred."""
    if row["kind"] == "overview":
        # A close map has hardly anything else to be covered.
        return TOLERATED, AT_MOST, 1.0
    return (TOLERATED, AT_MOST) if _is_subject(scene, row["box"]) else (TOLERATED,)


def outline_area(frame: Viewport, area: Sequence[float]) -> Any:
    """The edges of an area (west, south, east, north in degrees) on a map, in pixels."""
    west, south, east, north = area
    across, rise = np.linspace(west, east, 13), np.linspace(south, north, 13)
    lon = np.concatenate([across, np.full(13, east), across[::-1], np.full(13, west)])
    lat = np.concatenate([np.full(13, south), rise, np.full(13, north), rise[::-1]])
    places = zip(lon, lat, strict=True)
    return shapely.Polygon([frame.place(float(x), float(y)) for x, y in places])


def _is_subject(scene: MapStyles, area: Sequence[float]) -> bool:
    """Whether the event of a view lies in an area."""
    event = scene.event
    if event is None or event["lat"] is None or event["lon"] is None:
        return False
    west, south, east, north = area
    return bool(west <= event["lon"] <= east and south <= event["lat"] <= north)


def _find_spot(
    frame: Viewport, inset: Viewport, kept: list[Any], boxes: list[Box], limit: float
) -> tuple[float, float] | None:
    """The lower left corner of the best place for an inset, if any is good enough."""
    gap = GAP * frame.unit
    lefts = np.linspace(frame.left + gap, frame.right - gap - inset.width, STEPS + 1)
    bottoms = np.linspace(frame.bottom + gap, frame.top - gap - inset.height, STEPS + 1)
    best: tuple[float, tuple[float, float]] | None = None
    for left in (lefts[0], lefts[-1], *lefts[1:-1]):
        for step, bottom in enumerate(bottoms):
            right, top = left + inset.width, bottom + inset.height
            if any(
                left < box[2] + gap
                and box[0] < right + gap
                and bottom < box[3] + gap
                and box[1] < top + gap
                for box in boxes
            ):
                continue
            place = shapely.box(left, bottom, right, top)
            covered = float(shapely.area(shapely.intersection(kept, place)).sum()) / place.area
            away = min(left - frame.left, frame.right - right) / frame.width
            cost = covered + UPWARD * (step / STEPS + away)
            if covered <= limit and (best is None or cost < best[0]):
                best = (cost, (float(left), float(bottom)))
    return best[1] if best else None
