"""The map itself: sea, graticule, land and countries, water, zones, relief and outlines."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from matplotlib.image import AxesImage

from components.core.palette import read_swatches
from components.core.palette.drawing import LINE_WIDTHS
from components.outputs.static_map.canvas import Canvas
from components.outputs.static_map.geometry import Layer, project, read_detail, read_layer
from components.outputs.static_map.hillshade import shade_frame
from components.outputs.static_map.positions import draw_positions
from components.outputs.static_map.styles import Fill, MapStyles
from components.outputs.static_map.viewport import Viewport

COUNTRIES = "countries.topo.json"
DETAIL_ZOOM = 6.5
BORDER = LINE_WIDTHS["border"]
FINEST = 0.4
"""What is finer than this many pixels is not drawn."""
CACHED_FRAMES = 12
ORDER = {"sea": 0, "graticule": 1, "land": 2, "water": 4, "zones": 5, "relief": 7, "outlines": 8}
OPEN_LINES = {"meridians": range(-30, 191, 10), "parallels": range(-10, 86, 10)}


def draw_ground(sheet: Canvas, scene: MapStyles) -> dict[str, Any]:
    """Draw everything under the labels; gives the countries' shapes in pixels, by id."""
    frame = sheet.frame
    base = read_swatches(scene.theme, "base")
    window = shapely.box(frame.left, frame.bottom, frame.right, frame.top)
    sheet.fill(window, base["sea"].fill, ORDER["sea"])
    sheet.line(
        frame.draw(_draw_graticule(frame.meridian)),
        base["graticule"].fill,
        0.6,
        ORDER["graticule"],
    )
    border = base["border"].fill
    for shape in draw_layer(read_layer(COUNTRIES, "land", frame.meridian), frame):
        sheet.fill(shape, base["land"].fill, ORDER["land"], edge=border, width=BORDER * frame.unit)
    countries = draw_countries(sheet, scene)
    _draw_water(sheet, scene)
    _draw_zones(sheet, scene)
    if "relief" in scene.view.layers:
        _draw_relief(sheet)
    _draw_outlines(sheet, scene, countries)
    draw_positions(sheet, scene)
    return countries


def read_countries(frame: Viewport, scene: MapStyles) -> Layer:
    """Countries in metres: with their exact borders where the camera is close."""
    if "frontier" in scene.view.layers and frame.zoom >= DETAIL_ZOOM:
        return read_detail(frame.meridian)
    return read_layer(COUNTRIES, "countries", frame.meridian)


@lru_cache(maxsize=CACHED_FRAMES * 4)
def draw_layer(layer: Layer, frame: Viewport) -> Any:
    """Geometries of a layer in pixels, in its order; the pages of a story share their frames."""
    return shapely.simplify(frame.draw(layer.shapes), FINEST)


def draw_countries(sheet: Canvas, scene: MapStyles) -> dict[str, Any]:
    """Fill every country with its paint; gives those in the frame, in pixels, by id."""
    base = read_swatches(scene.theme, "base")
    plain = Fill(base["land"].fill)
    layer = read_countries(sheet.frame, scene)
    shown = {}
    drawn = draw_layer(layer, sheet.frame)
    for country, shape in zip(layer.ids, drawn, strict=True):
        if shape.is_empty:
            continue
        shown[country] = shape
        paint = scene.countries.get(country, plain)
        sheet.fill(shape, paint.fill, ORDER["land"] + 0.1)
        sheet.cover(shape, paint, ORDER["land"] + 0.2)
    sheet.line(list(shown.values()), base["border"].fill, BORDER, ORDER["land"] + 0.3)
    return shown


def _draw_graticule(meridian: float) -> Any:
    steps_lat, steps_lon = np.arange(-10, 84, 1.0), np.arange(-30, 191, 1.0)
    lines = [
        np.column_stack([np.full(len(steps_lat), lon), steps_lat])
        for lon in OPEN_LINES["meridians"]
    ]
    lines += [
        np.column_stack([steps_lon, np.full(len(steps_lon), lat)])
        for lat in OPEN_LINES["parallels"]
    ]
    return project(
        shapely.multilinestrings([shapely.linestrings(line) for line in lines]), meridian
    )


def _draw_water(sheet: Canvas, scene: MapStyles) -> None:
    frame, base = sheet.frame, read_swatches(scene.theme, "base")
    lakes = read_layer("water.topo.json", "lakes", frame.meridian)
    drawn = draw_layer(lakes, frame)
    for rank, shape in zip(lakes.ranks, drawn, strict=True):
        if rank <= frame.zoom and not shape.is_empty:
            sheet.fill(
                shape,
                base["lake"].fill,
                ORDER["water"],
                edge=base["river"].fill,
                width=0.4 * frame.unit,
            )
    rivers = read_layer("water.topo.json", "rivers", frame.meridian)
    drawn = draw_layer(rivers, frame)
    for rank, shape in zip(rivers.ranks, drawn, strict=True):
        if rank <= frame.zoom:
            sheet.line(shape, base["river"].fill, 0.8, ORDER["water"] + 0.1)


def read_zones(frame: Viewport) -> list[tuple[str, Any]]:
    """Zones in metres, the large first, so that an exclave is never under a region."""
    found: list[tuple[str, Any]] = []
    for file in ("zones.topo.json", "zones-osm.topo.json"):
        layer = read_layer(file, "zones", frame.meridian)
        found.extend(zip(layer.ids, layer.shapes, strict=True))
    return sorted(found, key=lambda zone: -shapely.area(zone[1]))


def _draw_zones(sheet: Canvas, scene: MapStyles) -> None:
    for place, (zone, metres) in enumerate(read_zones(sheet.frame)):
        paint = scene.zones.get(zone)
        if paint is None:
            continue
        shape = shapely.simplify(sheet.frame.draw(metres), FINEST / 2)
        order = ORDER["zones"] + place / 100
        sheet.fill(shape, paint.fill, order, opacity=paint.opacity)
        sheet.cover(shape, paint, order + 0.002)
        sheet.line(shape, paint.line, paint.width, order + 0.004, paint.dash)


def _draw_relief(sheet: Canvas) -> None:
    frame = sheet.frame
    shade = shade_frame(frame)
    if shade is None:
        return
    pixels = np.zeros((*shade.shape, 4), dtype=np.uint8)
    pixels[..., 3] = shade
    image = AxesImage(
        sheet.axes,
        extent=(frame.left, frame.right, frame.bottom, frame.top),
        origin="upper",
        interpolation="bilinear",
        zorder=ORDER["relief"],
    )
    image.set_data(pixels)
    sheet.axes.add_image(image)


def _draw_outlines(sheet: Canvas, scene: MapStyles, countries: dict[str, Any]) -> None:
    for country, paint in sorted(scene.countries.items(), key=lambda item: item[1].width):
        if country in countries:
            sheet.line(countries[country], paint.line, paint.width, ORDER["outlines"], paint.dash)
