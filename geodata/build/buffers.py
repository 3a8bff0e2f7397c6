"""Zones drawn from other zones and places: exclaves, bands along borders, areas around places."""

from collections.abc import Mapping

import geopandas as gpd
import shapely
from shapely.geometry import Point, box
from shapely.geometry.base import BaseGeometry

from geodata.build.countries import polygons_of
from geodata.build.places import build_places
from geodata.build.zones import read_units
from geodata.read import GEODATA, read_table

Shapes = Mapping[str, BaseGeometry]


def find_exclaves(frontier: Shapes) -> dict[str, BaseGeometry]:
    """Zone id -> the part of its country that holds the point of zone_exclaves.csv."""
    found = {}
    for row in read_table(GEODATA / "zone_exclaves.csv"):
        point = Point(float(row["lon"]), float(row["lat"]))
        parts = polygons_of(frontier[row["country"]])
        found[row["zone_id"]] = min(parts, key=lambda part: part.distance(point))
        if found[row["zone_id"]].distance(point) > 0.02:
            raise ValueError(
                f"zone_exclaves.csv, {row['zone_id']}: no exclave of {row['country']} there"
            )
    return found


def draw_bands(source: str, outlines: Shapes) -> dict[str, BaseGeometry]:
    """Zone id -> band along a border, of those rows of zone_bands.csv that use this source."""
    bands = {}
    for row in read_table(GEODATA / "zone_bands.csv"):
        if row["source"] != source:
            continue
        country, other = outlines[row["country"]], outlines[row["other"]]
        main = max(polygons_of(other), key=lambda part: part.area) if row["units"] else other
        border = shapely.intersection(country.boundary, main.boundary)
        border = border.intersection(box(float(row["lon_min"]), -90, float(row["lon_max"]), 90))
        band = widen(border, float(row["half_width_km"]))
        sides = country if row["note"].startswith("inside") else shapely.union(country, other)
        band = shapely.intersection(band, sides)
        if row["units"]:
            units = shapely.union_all(list(read_units(set(row["units"].split())).values()))
            near = shapely.intersection(units, country)
            # Units come from the other, coarser border: let them reach the exact one.
            band = shapely.intersection(band, nearest_share(near, country, row["units"]))
        bands[row["zone_id"]] = max(polygons_of(band), key=lambda part: part.area)
    return bands


def nearest_share(units: BaseGeometry, country: BaseGeometry, codes: str) -> BaseGeometry:
    """The units and the strip of country beyond them, but not what belongs to other units."""
    prefix = codes.split("-")[0]
    rows = read_table(GEODATA / "zone_bands.csv")
    rivals = {code for row in rows for code in row["units"].split() if code.startswith(prefix)}
    others = read_units(rivals - set(codes.split()))
    grown = shapely.intersection(shapely.buffer(units, 0.06), country)
    return shapely.difference(grown, shapely.union_all(list(others.values())))


def draw_areas() -> dict[str, BaseGeometry]:
    """Zone id -> joined circles around the places of zone_places.csv."""
    places = {str(place["id"]): place for place in build_places()}
    circles: dict[str, list[BaseGeometry]] = {}
    for row in read_table(GEODATA / "zone_places.csv"):
        place: Mapping[str, object] = places[row["place"]] if row["place"] else row
        point = Point(float(str(place["lon"])), float(str(place["lat"])))
        circles.setdefault(row["zone_id"], []).append(widen(point, float(row["radius_km"])))
    return {zone: widen(widen(shapely.union_all(c), 4), -4) for zone, c in circles.items()}


def widen(shape: BaseGeometry, km: float) -> BaseGeometry:
    """Buffer by kilometres, in an equidistant projection around the shape itself."""
    middle = shape.centroid
    local = f"+proj=aeqd +lat_0={middle.y:.4f} +lon_0={middle.x:.4f}"
    series = gpd.GeoSeries([shape], crs=4326).to_crs(local)
    wide = series.buffer(km * 1000, quad_segs=6).simplify(150)
    return wide.to_crs(4326).iloc[0]
