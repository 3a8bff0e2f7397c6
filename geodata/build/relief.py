"""Relief images: black, transparent where the ground is flat, sunlit or under water.

Images never lie on each other at full strength: a finer one fades in at its edges exactly where the
coarser one fades out, and a coarse stand-in fills its place until the map is zoomed in far enough.
"""

from dataclasses import replace
from pathlib import Path

import geopandas as gpd
import numpy as np
from PIL import Image, ImageDraw
from scipy import ndimage  # type: ignore[import-untyped]

from geodata.build.countries import polygons_of
from geodata.build.fetch import fetch_input
from geodata.build.hillshade import Frame, Grid, mercator, shade_elevation, shade_picture

REGION = Frame(-30, -12, 190, 83, 4.6, ramp=2, exaggeration=6)
CORE = Frame(24, 33, 89.4, 49.7, 6.4, ramp=2, exaggeration=3.6)
CAUCASUS = Frame(37.6, 37.6, 51, 44.8, 7.7, ramp=0.7, exaggeration=2.8)
FERGHANA = Frame(66.5, 37.6, 76.5, 43.4, 7.7, ramp=0.7, exaggeration=2.8)
CORE_RANK, DETAIL_RANK = 6, 8  # zooms from which the finer images are drawn
STAND_IN = 5.3  # zoom of the image that stands in for the core on first sight
STRENGTH = 0.72  # opacity of the deepest shadow
QUALITY = {
    0: 55,
    CORE_RANK: 52,
    DETAIL_RANK: 30,
}  # by rank: finer images carry more detail than is needed
LAKE_SIZE = 0.05  # square degrees


def draw_relief(folder: Path) -> dict[str, dict[str, object]]:
    """Write the images; returns the table of relief.json (`until`: the zoom that hides one)."""
    region = shade_region(REGION)
    entries: dict[str, dict[str, object]] = {}

    def keep(name: str, frame: Frame, shadow: Grid, rank: int, until: int | None = None) -> None:
        file = f"relief-{name}.avif"
        write_image(folder / file, frame, shadow, QUALITY[rank])
        bounds = [[frame.south, frame.west], [frame.north, frame.east]]
        entries[name] = {"file": file, "bounds": bounds, "rank": rank}
        if until is not None:
            entries[name]["until"] = until

    keep("region", REGION, region * (1 - fade(REGION, CORE)), 0)
    stand_in = replace(CORE, zoom=STAND_IN, exaggeration=5)
    keep("core-coarse", stand_in, shade_region(stand_in) * fade(stand_in, CORE), 0, CORE_RANK)
    details = {"caucasus": CAUCASUS, "ferghana": FERGHANA}
    rest = fade(CORE, CORE)
    for frame in details.values():
        rest = rest * (1 - fade(CORE, frame))
    keep("core", CORE, shade_elevation(CORE) * rest, CORE_RANK)
    for name, frame in details.items():
        stand_in = replace(frame, zoom=CORE.zoom, exaggeration=CORE.exaggeration)
        shadow = shade_elevation(stand_in) * fade(stand_in, frame)
        keep(f"{name}-coarse", stand_in, shadow, CORE_RANK, DETAIL_RANK)
        shadow = shade_elevation(frame) * fade(frame, frame)
        keep(name, frame, shadow, DETAIL_RANK)
    return entries


def shade_region(frame: Frame) -> Grid:
    """The terrain where GLOBE reaches, the picture elsewhere, blended over a few degrees."""
    lon, lat = frame.axes()
    north_south = step(lat, 49.6, 47.4) * step(lat, 1, 4)
    inside = np.outer(north_south, step(lon, 1, 4) * step(lon, 89.5, 86.5)).astype(np.float32)
    mixed = shade_picture(frame) * (1 - inside) + shade_elevation(frame) * inside
    return np.asarray(mixed, dtype=np.float32)


def fade(frame: Frame, image: Frame) -> Grid:
    """Weight of an image on the grid of a frame: 1 inside, 0 outside, smooth near its edges."""
    lon, lat = frame.axes()
    ramp = image.ramp
    x = step(lon, image.west, image.west + ramp) * step(lon, image.east, image.east - ramp)
    y = step(lat, image.south, image.south + ramp) * step(lat, image.north, image.north - ramp)
    return np.outer(y, x).astype(np.float32)


def step(values: Grid, zero: float, one: float) -> Grid:
    """Smooth step from 0 at `zero` to 1 at `one`."""
    t = np.clip((values - zero) / (one - zero), 0, 1)
    return np.asarray(t * t * (3 - 2 * t), dtype=np.float32)


def mask_land(frame: Frame) -> Grid:
    """1 on land, 0 on the sea and on larger lakes, soft over a pixel."""
    rows, columns = frame.shape
    image = Image.new("L", (columns * 2, rows * 2), 0)
    draw = ImageDraw.Draw(image)
    land, lakes = (
        [part for shape in gpd.read_file(fetch_input(name)).geometry for part in polygons_of(shape)]
        for name in ("land", "lakes")
    )
    rings = [(p.exterior, 255) for p in land] + [(r, 0) for p in land for r in p.interiors]
    rings += [(p.exterior, 0) for p in lakes if p.area > LAKE_SIZE]
    for shift in (0, 360):
        for ring, value in rings:
            points = np.asarray(ring.coords)[:, :2] + np.array([shift, 0])
            draw.polygon(project(frame, points, (columns * 2, rows * 2)), fill=value)
    full = np.asarray(image.resize((columns, rows), Image.Resampling.BOX), dtype=np.float32) / 255
    return np.asarray(ndimage.gaussian_filter(full, 0.6), dtype=np.float32)


def project(frame: Frame, points: np.ndarray, size: tuple[int, int]) -> list[tuple[float, float]]:
    """Degrees -> pixels of a frame drawn at some size."""
    lat = np.clip(points[:, 1], -84, 84)
    y = np.degrees(np.arctanh(np.sin(np.radians(lat))))
    top, bottom = mercator(frame.north), mercator(frame.south)
    x = (points[:, 0] - frame.west) / (frame.east - frame.west) * size[0]
    return list(zip(x, (top - y) / (top - bottom) * size[1], strict=True))


def write_image(path: Path, frame: Frame, shadow: Grid, quality: int) -> None:
    """Write one transparent black image, shadow as alpha."""
    alpha = np.clip(shadow * mask_land(frame) * STRENGTH, 0, 1)
    pixels = np.zeros((*alpha.shape, 4), dtype=np.uint8)
    pixels[..., 3] = np.round(alpha * 255)
    Image.fromarray(pixels).save(path, quality=quality, speed=4, max_threads=1)
