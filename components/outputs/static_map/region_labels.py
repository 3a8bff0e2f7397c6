"""Names of regions on a picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from components.outputs.static_map.canvas import Canvas
from components.outputs.static_map.fonts import BOLD, measure
from components.outputs.static_map.label_candidates import LabelCandidate
from components.outputs.static_map.styles import MapStyles
from geodata.read import read_regions

REGION_SIZE = 12.5


def list_regions(sheet: Canvas, scene: MapStyles, language: str) -> Iterator[LabelCandidate]:
    """Regions that a view is about; close up all in which a zone is drawn."""
    frame = sheet.frame
    size = REGION_SIZE * frame.unit
    for region in read_regions():
        zones = set(region["zones"])
        event = scene.event
        about = scene.view.panel in zones or (event is not None and event["zone_id"] in zones)
        if not about and (region["rank"] > frame.zoom or not zones & scene.zones.keys()):
            continue
        x, y = frame.place(region["lon"], region["lat"])
        text = region[f"name_{language}"]
        half, step = measure(text, BOLD, size) / 2, 1.9 * size
        low = -1.5 * step
        shifts = (
            *((0.0, 0.0), (0.0, step), (0.0, -step), (0.0, low), (half, low), (-half, low)),
            *((half + step, 0.0), (-half - step, 0.0)),
        )
        spots = tuple((x - half + right, y - 0.3 * size + rise) for right, rise in shifts)
        yield LabelCandidate("region", region["id"], text, BOLD, size, spots)


def find_regions(area: Sequence[float]) -> set[str]:
    """Ids of the regions in an area (west, south, east, north in degrees)."""
    west, south, east, north = area
    return {
        region["id"]
        for region in read_regions()
        if west <= region["lon"] <= east and south <= region["lat"] <= north
    }
