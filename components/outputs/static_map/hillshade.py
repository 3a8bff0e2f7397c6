"""The relief of the web map, bent into the projection of a picture."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Any

import numpy as np
from PIL import Image, features

from components.outputs.static_map.viewport import Viewport
from geodata.read import read_relief, shape_path

CELL = 24
"""Size in pixels of the squares that are bent as one."""
CLOSE_ZOOM = 6.5
FAR, CLOSE = 1.0, 0.6
STEP = 3
"""Darkness goes in steps of this, which the eye does not see and which makes files smaller."""
CACHED_FRAMES = 8


def has_relief() -> bool:
    """Whether this machine can decode the images."""
    return bool(features.check("avif"))


@lru_cache(maxsize=CACHED_FRAMES)
def shade_frame(frame: Viewport, scale: float = 1.0) -> Any | None:
    """Darkness of the relief in a frame, 0 to 255, top row first; None where it cannot be had."""
    if not has_relief():
        return None
    size = (max(1, round(frame.width * scale)), max(1, round(frame.height * scale)))
    total = np.zeros((size[1], size[0]), dtype=np.float32)
    for image in read_relief().values():
        if image["rank"] <= frame.zoom < image.get("until", math.inf):
            shade = _bend(frame, image["file"], image["bounds"], size) / np.float32(255)
            # One image fades out where the next fades in; where both are, both darken.
            total = 1 - (1 - total) * (1 - shade)
    strength = FAR if frame.zoom < CLOSE_ZOOM else CLOSE
    return (total * (255 / STEP * strength)).astype(np.uint8) * np.uint8(STEP)


@lru_cache(maxsize=7)
def _read_shade(file: str) -> Image.Image:
    with Image.open(shape_path(file)) as image:
        return image.convert("RGBA").getchannel("A")


def _bend(frame: Viewport, file: str, bounds: list[list[float]], size: tuple[int, int]) -> Any:
    """One image in the pixels of a frame; it is drawn in web Mercator between its bounds."""
    image = _read_shade(file)
    columns, rows = math.ceil(size[0] / CELL), math.ceil(size[1] / CELL)
    across, down = np.meshgrid(np.arange(columns + 1) * CELL, np.arange(rows + 1) * CELL)
    per_pixel = frame.width / size[0]
    lon, lat = frame.find_degrees(
        frame.left + across * per_pixel, frame.top - down * (frame.height / size[1])
    )
    (south, west), (north, east) = bounds
    top, bottom = _mercator(np.float64(north)), _mercator(np.float64(south))
    x = (lon - west) / (east - west) * image.width
    y = (top - _mercator(lat)) / (top - bottom) * image.height
    inside = (x > -image.width) & (x < 2 * image.width)
    if not np.any(inside & (y > -image.height) & (y < 2 * image.height)):
        return np.zeros((size[1], size[0]), dtype=np.uint8)
    mesh = []
    for row, column in np.ndindex(rows, columns):
        corners = ((row, column), (row + 1, column), (row + 1, column + 1), (row, column + 1))
        quad = tuple(float(value) for at in corners for value in (x[at], y[at]))
        left, upper = column * CELL, row * CELL
        mesh.append(((left, upper, left + CELL, upper + CELL), quad))
    # Whole cells are bent; what stands over the edge is cut off after.
    whole = (columns * CELL, rows * CELL)
    bent = image.transform(whole, Image.Transform.MESH, mesh, Image.Resampling.BILINEAR)
    return np.asarray(bent.crop((0, 0, *size)))


def _mercator(latitude: Any) -> Any:
    limited = np.radians(np.clip(latitude, -85, 85))
    return np.log(np.tan(math.pi / 4 + limited / 2))
