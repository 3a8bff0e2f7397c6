"""Where a map looks, as a link has it: latitude, longitude and zoom."""

from __future__ import annotations

import math

LATITUDES = (-12.0, 83.0)
LONGITUDES = (-30.0, 190.0)
ZOOMS = (3.0, 11.0)


def read_position(text: str | None) -> tuple[float, float, float] | None:
    """Latitude, longitude (degrees) and zoom within the map, or None."""
    parts = [] if text is None else text.split(",")
    if len(parts) != 3 or not all(_is_plain_decimal(part) for part in parts):
        return None
    latitude, longitude, zoom = (float(part) for part in parts)
    inside = (
        LATITUDES[0] <= latitude <= LATITUDES[1]
        and LONGITUDES[0] <= longitude <= LONGITUDES[1]
        and ZOOMS[0] <= zoom <= ZOOMS[1]
    )
    return (latitude, longitude, zoom) if inside else None


def _is_plain_decimal(part: str) -> bool:
    """True for digits with an optional minus and point: no exponent, spaces or other alphabets."""
    body = part.removeprefix("-")
    return (
        0 < len(body) <= 12
        and body.isascii()
        and body.replace(".", "", 1).isdigit()
        and math.isfinite(float(part))
    )


def write_position(at: tuple[float, float, float]) -> str:
    """A position as `read_position` reads it, rounded to what a map distinguishes."""
    latitude, longitude, zoom = at
    return f"{plain(latitude, 3)},{plain(longitude, 3)},{plain(zoom, 2)}"


def plain(number: float, places: int) -> str:
    """A decimal without exponent or trailing zeros, rounded half up as JavaScript does."""
    scale = 10**places
    whole = math.floor(number * scale + 0.5)
    text = f"{abs(whole) / scale:.{places}f}".rstrip("0").rstrip(".")
    return f"-{text}" if whole < 0 else text
