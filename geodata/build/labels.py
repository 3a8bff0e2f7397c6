"""Where each country's name goes and from which zoom it fits."""

import math

import shapely
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geodata.build.countries import polygons_of
from geodata.read import GEODATA, read_table


def build_labels(countries: dict[str, BaseGeometry]) -> dict[str, list[float]]:
    """Country id -> [lon, lat, rank]: the middle of its main part, or the point chosen by hand."""
    chosen = {row["country"]: row for row in read_table(GEODATA / "label_points.csv")}
    labels: dict[str, list[float]] = {}
    for country, outline in sorted(countries.items()):
        if row := chosen.get(country):
            point = Point(float(row["lon"]), float(row["lat"]))
            if not outline.contains(point):
                raise ValueError(f"label_points.csv, {country}: {point.wkt} is not inside it")
            labels[country] = [point.x, point.y, int(row["rank"])]
        else:
            main = max(polygons_of(outline), key=lambda part: part.area)
            line = shapely.maximum_inscribed_circle(main, tolerance=math.sqrt(main.area) / 50)
            x, y = line.coords[0]
            labels[country] = [round(x, 4), round(y, 4), rank_by_size(main)]
    return labels


def rank_by_size(shape: BaseGeometry) -> int:
    """The zoom at which a name of usual length fits the size on the screen."""
    latitude = shape.centroid.y
    side = math.sqrt(shape.area / math.cos(math.radians(latitude)))
    return max(3, min(9, math.ceil(math.log2(90 / (256 / 360 * side)))))
