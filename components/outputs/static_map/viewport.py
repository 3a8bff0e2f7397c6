"""Where on a picture a place lies: an equal-area conic projection fitted to a rectangle."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from pyproj import Transformer

from components.core.link_position import LATITUDES, LONGITUDES
from components.core.palette.drawing import LATITUDE, MERIDIAN, PARALLELS

PROJECTION = (
    f"+proj=aea +lat_1={PARALLELS[0]} +lat_2={PARALLELS[1]} +lat_0={LATITUDE}"
    " +lon_0={meridian} +datum=WGS84 +units=m +no_defs"
)
# Of a closer view the central meridian is its own, to this many degrees: north is up.
MERIDIAN_STEP = 4.0
HOME = (20.0, 35.6, 89.5, 60.0)
FARTHEST_FROM_HOME = 14.0
EQUATOR_METRES = 156_543.034
"""Metres a pixel at the equator at zoom 0 of a web map."""
WEB_MAP = (1040, 800)
"""The size in pixels of the web map at which a link's zoom is meant."""
MARGIN = 40
# From this zoom on borders are the exact ones: those of an inset always are.
INSET_ZOOM = 6.5


@dataclass(frozen=True)
class Viewport:
    """A rectangle of a picture, in pixels from below left, and the land that is drawn in it.

    `centre` is in metres of the projection, `metres` is metres a pixel, `unit` the size of the
    furniture (1 at 1600 x 900). `zoom` is the zoom of a web map of this scale.
    """

    left: float
    bottom: float
    width: float
    height: float
    meridian: float
    centre: tuple[float, float]
    metres: float
    unit: float
    zoom: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def top(self) -> float:
        """The upper edge."""
        return self.bottom + self.height

    def place(self, lon: float, lat: float) -> tuple[float, float]:
        """The pixel of a place given in degrees."""
        x, y = find_transformer(self.meridian).transform(lon, lat)
        return self._to_pixel(x, y)

    def place_all(self, lon: Any, lat: Any) -> Any:
        """The pixels of places given in degrees, shape (places, 2); infinite for none."""
        x, y = find_transformer(self.meridian).transform(lon, lat)
        return self._to_pixels(np.column_stack([x, y]))

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a pixel lies inside, at least `margin` from every edge."""
        across = self.left + margin <= x <= self.right - margin
        return across and self.bottom + margin <= y <= self.top - margin

    def draw(self, projected: Any) -> Any:
        """Projected geometry, or an array of it, in pixels and cut a little outside the edges."""
        window = (
            self.centre[0] - (self.width / 2 + MARGIN) * self.metres,
            self.centre[1] - (self.height / 2 + MARGIN) * self.metres,
            self.centre[0] + (self.width / 2 + MARGIN) * self.metres,
            self.centre[1] + (self.height / 2 + MARGIN) * self.metres,
        )
        cut = shapely.clip_by_rect(projected, *window)
        return shapely.transform(cut, self._to_pixels)

    def find_degrees(self, x: Any, y: Any) -> tuple[Any, Any]:
        """Longitude and latitude of pixels."""
        east = (np.asarray(x) - self.left - self.width / 2) * self.metres + self.centre[0]
        north = (np.asarray(y) - self.bottom - self.height / 2) * self.metres + self.centre[1]
        lon, lat = find_transformer(self.meridian).transform(east, north, direction="INVERSE")
        return lon, lat

    def _to_pixel(self, x: float, y: float) -> tuple[float, float]:
        return (
            self.left + self.width / 2 + (x - self.centre[0]) / self.metres,
            self.bottom + self.height / 2 + (y - self.centre[1]) / self.metres,
        )

    def _to_pixels(self, points: Any) -> Any:
        middle = np.array([self.left + self.width / 2, self.bottom + self.height / 2])
        return (points - np.array(self.centre)) / self.metres + middle


@lru_cache(maxsize=32)
def find_transformer(meridian: float) -> Transformer:
    """From degrees to metres of the projection about a meridian."""
    return Transformer.from_crs("EPSG:4326", PROJECTION.format(meridian=meridian), always_xy=True)


def build_frame(
    box: tuple[float, float, float, float],
    unit: float,
    at: tuple[float, float, float] | None,
    point: tuple[float, float] | None = None,
) -> Viewport:
    """The frame of a box (left, bottom, width, height) of a picture.

    `at` is the latitude, longitude and zoom of a link; without it the whole region is shown,
    stretched as far as `point` (longitude, latitude) when that lies a little outside.
    """
    if at is None:
        return _fit_home(box, unit, point)
    latitude, longitude, zoom = at
    meridian = round(longitude / MERIDIAN_STEP) * MERIDIAN_STEP
    centre = find_transformer(meridian).transform(longitude, latitude)
    scale = max(WEB_MAP[0] / box[2], WEB_MAP[1] / box[3])
    metres = _metres_at(latitude, zoom) * scale
    return _make_frame(box, unit, meridian, centre, metres, latitude)


def build_area_frame(
    corner: tuple[float, float, float],
    unit: float,
    area: tuple[float, float, float, float],
    *,
    closer: bool = True,
) -> Viewport:
    """The frame of an inset at a corner and of a width (left, bottom, width), as high as its area.

    `area` is west, south, east, north in degrees. Where it shows an area `closer` than the map, its
    zoom is a little more than that of a map of its scale: there is less of everything in it.
    ValueError for an area without extent.
    """
    west, south, east, north = area
    if not (west < east and south < north):
        raise ValueError(f"not an area: {area}")
    meridian = round((west + east) / 2 / MERIDIAN_STEP) * MERIDIAN_STEP
    steps = np.linspace(0, 1, 13)
    across, rise = west + steps * (east - west), south + steps * (north - south)
    lon = np.concatenate([across, across, np.full(13, west), np.full(13, east)])
    lat = np.concatenate([np.full(13, south), np.full(13, north), rise, rise])
    x, y = find_transformer(meridian).transform(lon, lat)
    metres = float(np.ptp(x)) / corner[2]
    box = (*corner, float(np.ptp(y)) / metres)
    centre = (float(x.min() + x.max()) / 2, float(y.min() + y.max()) / 2)
    frame = _make_frame(box, unit, meridian, centre, metres, (south + north) / 2)
    return replace(frame, zoom=max(frame.zoom + 1, INSET_ZOOM)) if closer else frame


def _fit_home(
    box: tuple[float, float, float, float], unit: float, point: tuple[float, float] | None
) -> Viewport:
    west, south, east, north = HOME
    if point is not None and _is_near(point):
        west, east = min(west, point[0] - 1), max(east, point[0] + 1)
        south, north = min(south, point[1] - 1), max(north, point[1] + 1)
    steps = np.linspace(0, 1, 21)
    across = west + steps * (east - west)
    lon = np.concatenate([across, across, np.full(21, west), np.full(21, east)])
    rise = south + steps * (north - south)
    lat = np.concatenate([np.full(21, south), np.full(21, north), rise, rise])
    x, y = find_transformer(MERIDIAN).transform(lon, lat)
    # The corners of a conic map bend away: the north is fitted at the sides' middle width.
    half = (np.ptp(x[42:63]) + np.ptp(x[63:])) / 4
    left, right = x.min() + half, x.max() - half
    bottom, top = y[:21].min(), y[21:42].max()
    metres = max((right - left) / box[2], (top - bottom) / box[3])
    centre = ((left + right) / 2, (bottom + top) / 2)
    return _make_frame(box, unit, MERIDIAN, centre, float(metres), (south + north) / 2)


def _is_near(point: tuple[float, float]) -> bool:
    west, south, east, north = HOME
    away = FARTHEST_FROM_HOME
    return west - away <= point[0] <= east + away and south - away <= point[1] <= north + away


def _make_frame(
    box: tuple[float, float, float, float],
    unit: float,
    meridian: float,
    centre: tuple[float, float],
    metres: float,
    latitude: float,
) -> Viewport:
    zoom = math.log2(_metres_at(latitude, 0) / (metres * unit))
    return Viewport(*box, meridian, (float(centre[0]), float(centre[1])), metres, unit, zoom)


def _metres_at(latitude: float, zoom: float) -> float:
    return EQUATOR_METRES * math.cos(math.radians(latitude)) / 2**zoom


def is_on_map(lat: float | None, lon: float | None) -> bool:
    """Whether a place lies on the map of the atlas at all."""
    if lat is None or lon is None:
        return False
    inside = LATITUDES[0] <= lat <= LATITUDES[1]
    return inside and LONGITUDES[0] <= lon <= LONGITUDES[1]
