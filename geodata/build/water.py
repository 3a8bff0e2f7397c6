"""Lakes and rivers worth drawing around the region."""

import geopandas as gpd
import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from geodata.build.countries import multipolygon, polygons_of
from geodata.build.fetch import fetch_input
from geodata.build.topojson import Rows

REGION = box(10, 22, 125, 74)
CORE = box(34, 34, 82, 57)
# Rank (the zoom from which to draw) by the source's scalerank, and the simplification in degrees.
GRID = 0.005  # degrees
TOLERANCE = {3: 0.06, 4: 0.05, 5: 0.04, 6: 0.03}


def read_lakes() -> Rows:
    """Lakes as ({rank}, polygon), smaller ones only in the core of the map."""
    frame = gpd.read_file(fetch_input("lakes"))
    rows: Rows = []
    for scalerank, outline in frame[["scalerank", "geometry"]].itertuples(index=False):
        rank = 3 if scalerank <= 1 else 4 if scalerank <= 3 else 5 if scalerank <= 5 else 6
        place = CORE if rank > 4 else REGION
        if not place.contains(outline.centroid):
            continue
        parts = [part for part in polygons_of(outline) if part.area > 0.01]
        if not parts:
            continue
        simple = shapely.simplify(multipolygon(parts), TOLERANCE[rank] / 2)
        rounded = shapely.set_precision(simple, GRID)
        if not rounded.is_empty:
            rows.append(({"rank": rank}, rounded))
    return rows


def read_rivers() -> Rows:
    """Rivers as ({rank}, line), smaller ones only in the core of the map."""
    frame = gpd.read_file(fetch_input("rivers"))
    frame = frame[frame.featurecla.str.startswith("River") & frame.geometry.notna()]
    by_rank: dict[int, list[BaseGeometry]] = {}
    for scalerank, line in frame[["scalerank", "geometry"]].itertuples(index=False):
        rank = 3 if scalerank <= 2 else 4 if scalerank <= 4 else 5 if scalerank <= 6 else 6
        place = CORE if rank > 4 else REGION
        if place.contains(line.centroid):
            by_rank.setdefault(rank, []).append(line)
    rows: Rows = []
    for rank, lines in sorted(by_rank.items()):
        merged = shapely.line_merge(shapely.union_all(lines))
        simple = shapely.simplify(merged, TOLERANCE[rank])
        long = [line for line in shapely.get_parts(simple) if line.length > 10 * GRID]
        rows.append(({"rank": rank}, shapely.multilinestrings(long)))
    return rows
