"""Names on a picture: countries and places, placed so that no two ever touch."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

import shapely

from components.core.alt_text.dated_shapes import list_captions
from components.core.i18n import record_locale
from components.core.palette import read_swatches
from components.outputs.static_map.basemap import read_zones
from components.outputs.static_map.canvas import Canvas
from components.outputs.static_map.fonts import BOLD, SANS, SERIF, measure
from components.outputs.static_map.label_candidates import (
    ASCENT,
    DESCENT,
    Box,
    LabelCandidate,
    candidates_around,
    candidates_inside,
    find_mainland,
)
from components.outputs.static_map.region_labels import list_regions
from components.outputs.static_map.styles import HELD, MapStyles
from components.outputs.static_map.text_layout import put_haloed, shorten
from data.localize import pick
from data.membership import alliance_states
from data.record import Record
from data.zones import name_shape, zone_status_on
from geodata.read import read_labels, read_places

COUNTRY_SIZE, MEMBER_SIZE, PLACE_SIZE, CAPTION_SIZE = 13.5, 15.0, 12.5, 12.0
GAP = 3.0
EDGE = 6.0
HALO = 3.2
# What it costs a name to stand on another country of the story, on a country that is not in it,
# and on a later spot.
FOREIGN, STRANGE, ORDERLY = 3.0, 0.4, 0.06
ORDER = 20


@dataclass(frozen=True)
class Label:
    """A name that was placed: `box` is what it covers."""

    kind: str
    id: str
    text: str
    box: Box


def place_labels(
    sheet: Canvas,
    scene: MapStyles,
    record: Record,
    countries: dict[str, Any],
    taken: list[Box],
    elsewhere: Collection[str] = (),
    only: Collection[str] | None = None,
) -> list[Label]:
    """Draw as many names as find room, the most important first; gives those drawn.

    `elsewhere` are the ids of regions that an inset names, `only` the countries that are named
    and nothing else, as in an overview.
    """
    if "labels" not in scene.view.layers:
        return []
    language = record_locale()
    placed: list[Label] = []
    boxes = list(taken)
    allies = alliance_states(record)
    names = list(_want_countries(sheet, scene, record, language, countries))
    every = [
        *(name for name in names if name.id in allies),
        *(name for name in list_regions(sheet, scene, language) if name.id not in elsewhere),
        *(name for name in names if name.id not in allies),
        *_want_captions(sheet, scene, record, language),
        *_want_places(sheet, language),
    ]
    for wanted in every if only is None else [name for name in names if name.id in only]:
        if not measure(wanted.text, wanted.face, wanted.size):
            continue
        found = [(spot, _find_box(wanted, spot)) for spot in wanted.spots]
        free = [(spot, box) for spot, box in found if _is_free(sheet, box, boxes)]
        if not free:
            continue
        labelled = scene.country_keys if wanted.kind == "country" else ()
        spot, box = min(free, key=lambda each: placement_cost(wanted, each[1], countries, labelled))
        boxes.append(box)
        placed.append(Label(wanted.kind, wanted.id, wanted.text, box))
        _draw(sheet, scene, wanted, spot)
    return placed


def placement_cost(
    wanted: LabelCandidate, box: Box, countries: dict[str, Any], labelled: Collection[str]
) -> tuple[float, int]:
    """How badly a name stands: on another country of the story, off its own, far from the best."""
    place = shapely.box(*box)
    order = [_find_box(wanted, spot) for spot in wanted.spots].index(box)
    if not labelled:
        return 0.0, order
    others = sum(
        (FOREIGN if each in labelled else STRANGE) * place.intersection(shape).area
        for each, shape in countries.items()
        if each != wanted.id and shape.intersects(place)
    )
    mainland = find_mainland(countries[wanted.id])
    own, away = place.intersection(mainland).area, place.distance(mainland) / wanted.size
    return (others - own) / place.area + away + ORDERLY * order, order


def _find_box(wanted: LabelCandidate, spot: tuple[float, float]) -> Box:
    width = measure(wanted.text, wanted.face, wanted.size)
    left, right = spot[0], spot[0] + width
    if wanted.dot is not None:
        left, right = min(left, wanted.dot[0] - 4), max(right, wanted.dot[0] + 4)
    return left, spot[1] - DESCENT * wanted.size, right, spot[1] + ASCENT * wanted.size


def _is_free(sheet: Canvas, box: Box, boxes: list[Box]) -> bool:
    edge, gap = EDGE * sheet.frame.unit, GAP * sheet.frame.unit
    frame = sheet.frame
    if not (frame.holds(box[0], box[1], edge) and frame.holds(box[2], box[3], edge)):
        return False
    return all(
        box[2] + gap <= other[0]
        or other[2] + gap <= box[0]
        or box[3] + gap <= other[1]
        or other[3] + gap <= box[1]
        for other in boxes
    )


def _want_countries(
    sheet: Canvas, scene: MapStyles, record: Record, language: str, countries: dict[str, Any]
) -> Iterator[LabelCandidate]:
    frame = sheet.frame
    allies = alliance_states(record)
    rows = {row["id"]: row for row in record.rows("countries")}
    points = read_labels()

    def weigh(country: str) -> tuple[bool, bool, bool, float]:
        labelled = country in scene.stances or country in scene.countries
        return country not in scene.members, country not in allies, not labelled, points[country][2]

    for country in sorted(points.keys() & countries.keys() & rows.keys(), key=weigh):
        lon, lat, rank = points[country]
        labelled = country in allies or country in scene.stances
        if not labelled and rank > frame.zoom + 0.3:
            continue
        member = country in scene.members
        face, size = SERIF, (MEMBER_SIZE if member else COUNTRY_SIZE) * frame.unit
        text = pick(rows[country], "name", language)
        width, rise = measure(text, face, size), 0.26 * size
        middle = [frame.place(lon, lat)]
        if not frame.holds(*middle[0]):
            middle.clear()
        largest = find_mainland(countries[country])
        if largest.area > 0.6 * width * size * 2:
            inside = largest.representative_point()
            middle.append((inside.x, inside.y))
        spots = [(x - width / 2, y - rise) for x, y in middle]
        if labelled:
            inside = candidates_inside(largest, width, size)
            # Beside a country that has room for its name, the name would be taken for another's.
            spots += inside or candidates_around(largest.bounds, width, size)
        yield LabelCandidate("country", country, text, face, size, tuple(spots))


def _want_places(sheet: Canvas, language: str) -> Iterator[LabelCandidate]:
    frame = sheet.frame
    size = PLACE_SIZE * frame.unit
    places = sorted(read_places(), key=lambda p: (p["kind"] != "capital", p["rank"], p["id"]))
    for place in places:
        if place["rank"] > frame.zoom:
            continue
        x, y = frame.place(place["lon"], place["lat"])
        text = place[f"name_{language}"]
        width, away = measure(text, SANS, size), 0.55 * size
        spots = ((x + away, y - 0.3 * size), (x - away - width, y - 0.3 * size))
        yield LabelCandidate(place["kind"], str(place["id"]), text, SANS, size, spots, dot=(x, y))


def _want_captions(
    sheet: Canvas, scene: MapStyles, record: Record, language: str
) -> Iterator[LabelCandidate]:
    """In the control view who holds a zone; in any, the day of a shape that has one."""
    frame = sheet.frame
    control = "control" in scene.view.layers
    then = {name_shape(row): row for row in zone_status_on(record, scene.day).values()}
    # What a shape leaves out stands beside the picture: on it there is no room.
    dated = list_captions(record, scene.day, is_short=True)
    size = CAPTION_SIZE * frame.unit
    for zone, metres in read_zones(frame):
        shape = frame.draw(metres)
        if zone not in scene.zones or shape.is_empty:
            continue
        held = then[zone]["status"] in HELD and scene.zones[zone].opacity >= 0.5
        text = dated.get(zone, "")
        if control and held and not text:
            holder = pick(then[zone], "controller", language)
            text = shorten(holder, BOLD, size, 190 * frame.unit)
        if not text:
            continue
        width, middle = measure(text, BOLD, size), shape.representative_point()
        spots = tuple(
            (middle.x - width / 2, middle.y - 0.3 * size + step * size) for step in (0, 1.6, -1.6)
        )
        yield LabelCandidate("control", zone, text, BOLD, size, spots)


def _draw(
    sheet: Canvas, scene: MapStyles, wanted: LabelCandidate, spot: tuple[float, float]
) -> None:
    base = read_swatches(scene.theme, "base")
    unit = sheet.frame.unit
    if wanted.dot is not None:
        radius = (2.6 if wanted.kind == "capital" else 1.9) * unit
        for grow, colour in ((1.4 * unit, base["halo"].fill), (0.0, base["label"].fill)):
            put_dot(sheet, wanted.dot, radius + grow, colour, ORDER)
    faint = wanted.kind == "country" and wanted.id not in scene.members
    put_haloed(
        sheet.axes,
        *spot,
        wanted.text,
        wanted.face,
        wanted.size,
        halo=base["halo"].fill,
        width=HALO * unit,
        color=base["muted"].fill if faint else base["label"].fill,
        zorder=ORDER + 1,
    )


def put_dot(
    sheet: Canvas, at: tuple[float, float], radius: float, colour: str, order: float
) -> None:
    """A filled disc; its radius in pixels."""
    sheet.fill(shapely.Point(at).buffer(radius, quad_segs=12), colour, order)
