"""Shadow strength on a Mercator grid, from GLOBE elevations or from a shaded-relief picture."""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage  # type: ignore[import-untyped]

from geodata.build.fetch import fetch_input

Grid = NDArray[np.float32]
EARTH = 40075016.7  # metres around the equator
LIGHTS = ((315, 0.62), (270, 0.19), (0, 0.19))  # azimuth in degrees, weight
ALTITUDE = 42  # degrees of the sun above the horizon


@dataclass(frozen=True)
class Frame:
    """An image in EPSG:3857: bounds in degrees, scale as a map zoom (256-pixel tiles).

    `ramp` is how many degrees inside its edges the image fades, `exaggeration` how much steeper
    than in nature its terrain is lit.
    """

    west: float
    south: float
    east: float
    north: float
    zoom: float
    ramp: float
    exaggeration: float

    @property
    def scale(self) -> float:
        """Pixels around the whole equator."""
        return float(256 * 2**self.zoom)

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and columns."""
        height = (mercator(self.north) - mercator(self.south)) / 360 * self.scale
        return round(height), round((self.east - self.west) / 360 * self.scale)

    def axes(self) -> tuple[Grid, Grid]:
        """Longitude of each column and latitude of each row, in degrees."""
        rows, columns = self.shape
        lon = self.west + (np.arange(columns) + 0.5) / columns * (self.east - self.west)
        top, bottom = mercator(self.north), mercator(self.south)
        y = top + (np.arange(rows) + 0.5) / rows * (bottom - top)
        lat = np.degrees(np.arcsin(np.tanh(np.radians(y))))
        return lon.astype(np.float32), lat.astype(np.float32)


def mercator(latitude: float) -> float:
    """Latitude -> Mercator northing, both in degrees."""
    return float(np.degrees(np.arctanh(np.sin(np.radians(latitude)))))


@cache
def read_elevation() -> Grid:
    """GLOBE, metres: rows from 50 N down to 0, columns from 0 to 90 E, 120 to a degree."""
    with np.load(fetch_input("elevation")) as archive:
        return np.asarray(archive["arr_0"], dtype=np.float32)


@cache
def read_picture() -> Grid:
    """How much darker the relief picture is than the tint around it; 30 pixels to a degree."""
    Image.MAX_IMAGE_PIXELS = None
    with Image.open(fetch_input("relief")) as picture:
        colours = np.asarray(picture.convert("RGB"), dtype=np.float32)
    brightness = np.log(colours.mean(axis=2))
    land = (colours[..., 2] < colours[..., 1] + 3).astype(np.float32)
    fine, wide = (blur_land(brightness, land, sigma) for sigma in (1.1, 16))
    return np.where(land > 0, wide - fine, 0).astype(np.float32)


def blur_land(values: Grid, land: Grid, sigma: float) -> Grid:
    """Gaussian blur that takes nothing from the sea."""
    weight = ndimage.gaussian_filter(land, sigma, mode="wrap", truncate=3)
    total = ndimage.gaussian_filter(values * land, sigma, mode="wrap", truncate=3)
    return np.asarray(total / np.maximum(weight, 1e-3), dtype=np.float32)


def sample(source: Grid, frame: Frame, top: float, left: float, per_degree: int) -> Grid:
    """A source in plain degrees, resampled to a frame; smoothed if the frame is coarser."""
    lon, lat = frame.axes()
    step = per_degree * 360 / frame.scale
    sigma = max(0.0, 0.45 * step - 0.25)
    smooth = ndimage.gaussian_filter(source, (sigma * 0.75, sigma)) if sigma else source
    rows = (top - lat) * per_degree - 0.5
    columns = ((lon - left) * per_degree - 0.5) % (source.shape[1] if left == -180 else 1e9)
    grid = np.meshgrid(rows, columns, indexing="ij")
    values = ndimage.map_coordinates(smooth, grid, order=2, mode="nearest")
    return np.asarray(values, dtype=np.float32)


def shade_elevation(frame: Frame) -> Grid:
    """Shadow 0..1 of the GLOBE terrain, half from its broad forms and half from its detail."""
    height = sample(read_elevation(), frame, 50, 0, 120)
    _, lat = frame.axes()
    metres = (EARTH / frame.scale * np.cos(np.radians(lat)))[:, None].astype(np.float32)
    detail = light(height, metres, frame.exaggeration)
    broad = light(ndimage.gaussian_filter(height, 4), metres, frame.exaggeration * 2.2)
    return tone(0.62 * detail + 0.38 * broad)


def light(height: Grid, metres: Grid, exaggeration: float) -> Grid:
    """How much darker than flat land a surface is under LIGHTS; negative is brighter."""
    down, right = np.gradient(height)
    p, q = right / metres * exaggeration, -down / metres * exaggeration
    sun = np.radians(ALTITUDE)
    dark = np.zeros_like(height)
    for azimuth, weight in LIGHTS:
        a = np.radians(azimuth)
        lit = np.sin(sun) - np.cos(sun) * (p * np.sin(a) + q * np.cos(a))
        dark += weight * (1 - np.maximum(lit, 0) / np.sqrt(1 + p**2 + q**2) / np.sin(sun))
    slope = np.sqrt(p**2 + q**2)
    # Steep ground gets a little tone on its sunny side too, so that ranges hold together.
    return np.asarray(dark + 0.10 * slope / (1 + slope), dtype=np.float32)


def shade_picture(frame: Frame) -> Grid:
    """Shadow 0..1 of the relief picture, as strong as the terrain's where the two overlap."""
    return tone(1.45 * sample(read_picture(), frame, 90, -180, 30) - 0.02)


def tone(dark: Grid) -> Grid:
    """Darkness -> shadow: none on flat or bright ground, a soft shoulder instead of black."""
    lifted = np.maximum(dark - 0.012, 0)
    return np.asarray(1 - np.exp(-1.15 * lifted), dtype=np.float32)
