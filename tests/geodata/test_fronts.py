"""The schematic fronts: each from places with a source, and as large as sources say."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import Point

from data.load import read_record
from geodata.read import GEODATA, load_frame, read_places, read_table, read_zone_shapes

PLANE = "+proj=laea +lat_0=48 +lon_0=36"
UKRAINE = 603_548e6  # square metres, as the sources have it
COAST = 3000  # metres that a harbour may lie off a simplified coast
KNOWN = {
    "east": {"Kherson", "Mariupol", "Kharkiv", "Zolota Balka"},
    "north": {"Kyiv", "Radcha", "Dorohynka"},
    "kursk": {"Snagost", "Malaya Loknya", "Martynovka", "Giry"},
}
# Outlines of Natural Earth's first-level units, simplified to a kilometre.
OBLASTS = Path(__file__).parent / "oblasts.geojson"
PLACES, STATES, AREAS = (
    read_table(GEODATA / f"front_{name}.csv") for name in ("places", "states", "areas")
)


@pytest.fixture(scope="module")
def zones() -> gpd.GeoSeries:
    return load_frame("zones.topo.json", "zones").set_index("id").geometry.to_crs(PLANE)


@pytest.fixture(scope="module")
def oblasts() -> gpd.GeoSeries:
    return gpd.read_file(OBLASTS).set_index("unit").geometry.to_crs(PLANE)


def held_in_all(zones: gpd.GeoSeries, state: dict[str, str]) -> shapely.Geometry:
    """What was held on the day of a state, with what had been held before 2022."""
    return shapely.union_all([zones[name] for name in [state["shape_id"], *state["minus"].split()]])


@pytest.mark.parametrize(
    "row", AREAS, ids=lambda row: "-".join([row["shape_id"][-10:], row["unit"], row["measure"]])
)
def test_area_is_that_of_its_source(
    row: dict[str, str], zones: gpd.GeoSeries, oblasts: gpd.GeoSeries
) -> None:
    state = next(each for each in STATES if each["shape_id"] == row["shape_id"])
    held, whole = held_in_all(zones, state), UKRAINE
    if row["unit"] != state["country"]:
        oblast = oblasts[row["unit"]]
        held, whole = shapely.intersection(held, oblast), oblast.area
    drawn = held.area / (1e6 if row["measure"] == "km2" else whole / 100)
    assert drawn == pytest.approx(float(row["value"]), abs=float(row["tolerance"]))


@pytest.mark.parametrize("state", STATES, ids=lambda state: state["day"])
def test_places_lie_on_their_side(state: dict[str, str], zones: gpd.GeoSeries) -> None:
    area = held_in_all(zones, state)
    day = date.fromisoformat(state["day"])
    towns = {place["geonameid"]: place["id"] for place in read_table(GEODATA / "places.csv")}
    spots = {place["id"]: Point(place["lon"], place["lat"]) for place in read_places()}
    found = {}
    for row in PLACES:
        if row["front"] != state["front"]:
            continue
        if row["lon"]:
            found[row["name"]] = row, Point(float(row["lon"]), float(row["lat"]))
        elif row["geonameid"] in towns:
            found[row["name"]] = row, spots[towns[row["geonameid"]]]
    assert KNOWN[state["front"]] <= set(found)
    points = gpd.GeoSeries([point for _, point in found.values()], crs=4326).to_crs(PLANE)
    held = [is_held(row, day) for row, _ in found.values()]
    taken = shapely.union_all(points[held])
    for (row, _), point, inside in zip(found.values(), points, held, strict=True):
        # The line runs midway: to a place not held it comes closer only where a held one is near.
        apart = 0.45 * point.distance(taken) if not inside else COAST
        assert (area.distance(point) < min(COAST, apart)) == inside, row["name"]


def is_held(row: dict[str, str], day: date) -> bool:
    start, end = row["held_from"], row["held_until"]
    after = bool(start) and date.fromisoformat(start) <= day
    return after and (not end or day < date.fromisoformat(end))


def test_what_was_left_in_the_north_is_as_large_as_a_source_counts(zones: gpd.GeoSeries) -> None:
    """War Mapper, in bne-2023-01-04: the withdrawal gave Ukraine 5.31% of its territory back."""
    left = zones["ukraine-front-2022-03-25"].difference(zones["ukraine-front-2022-04-08"])
    assert 100 * left.area / UKRAINE == pytest.approx(5.31, abs=0.5)


def test_a_joined_shape_is_whole_in_the_state_that_takes_it_in(zones: gpd.GeoSeries) -> None:
    joined = [(state["shape_id"], part) for state in STATES for part in state["joined"].split()]
    assert ("ukraine-front-2022-03-25", "ukraine-front-2022-04-08") in joined
    for shape, part in joined:
        assert zones[part].difference(zones[shape]).area < 1e6, shape


@pytest.mark.parametrize("state", [state for state in STATES if state["reach_km"]])
def test_no_land_lies_far_from_what_is_named(state: dict[str, str], zones: gpd.GeoSeries) -> None:
    day, far = state["day"], 1000 * float(state["reach_km"])
    held = [
        Point(float(row["lon"]), float(row["lat"]))
        for row in PLACES
        if row["front"] == state["front"] and row["lon"] and row["held_from"]
        if row["held_from"] <= day < row["held_until"]
    ]
    between = shapely.convex_hull(shapely.union_all(gpd.GeoSeries(held, crs=4326).to_crs(PLANE)))
    reached = zones[state["shape_id"]].hausdorff_distance(between)
    assert len(held) >= 4
    assert far / 2 < reached < far + COAST


def test_each_place_and_area_has_a_source() -> None:
    known = {row["id"] for row in read_table(GEODATA / "front_sources.csv")}
    known |= {row["id"] for row in read_record().rows("sources")}
    assert {row["front"] for row in PLACES} == {row["front"] for row in STATES}
    for row in PLACES:
        cited = [row[f"{end}_source"] for end in ("from", "until") if row[f"{end}_source"]]
        assert cited, row["name"]
        assert set(cited) <= known, row["name"]
        assert bool(row["held_from"]) == bool(row["from_source"]), row["name"]
        assert all(row[f"{end}_locator"] for end in ("from", "until") if row[f"{end}_source"])
    assert {row["source_id"] for row in AREAS} <= known
    assert {row["shape_id"] for row in AREAS} == {row["shape_id"] for row in STATES}


def test_a_state_shows_its_day() -> None:
    drawn = {row["zone_id"]: row["as_of"] for row in read_zone_shapes() if row["as_of"]}
    assert drawn == {row["shape_id"]: row["day"] for row in STATES}
    assert all(shape.endswith(day) for shape, day in drawn.items())
