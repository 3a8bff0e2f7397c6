"""Countries as the UN General Assembly sees them, from Natural Earth and geodata/decisions.csv."""

import geopandas as gpd
import shapely
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from geodata.build.fetch import fetch_input
from geodata.read import read_decisions

BOX = box(-30, -12, 190, 83)
CONTINENTS = ("Europe", "Asia")
LAND = ""  # the id of land that is no country of the atlas


def read_countries() -> dict[str, BaseGeometry]:
    """Country id -> full-resolution outline inside the box; LAND -> all other land. Edges match."""
    frame = gpd.read_file(fetch_input("countries").as_uri().replace("file:", "zip:"))
    frame = frame[["ADM0_A3", "ISO_A3_EH", "CONTINENT", "geometry"]]
    default = gpd.read_file(fetch_input("countries-default")).set_index("ADM0_A3").geometry
    rows = {row["code"]: row for row in read_decisions() if row["action"] != "given"}
    pieces: list[tuple[str, BaseGeometry]] = []
    for code, iso, continent, outline in frame.itertuples(index=False):
        row = rows.get(
            code, {"action": "keep" if continent in CONTINENTS else "land", "target": ""}
        )
        if row["action"] == "drop":
            continue
        country = LAND if row["action"] == "land" else row["target"] or iso
        if country == "-99":
            raise ValueError(f"decisions.csv: {code} has no ISO code and no decision")
        pieces.append((country, outline))
    siachen = default["KAS"]
    pieces = [(c, o.difference(siachen) if c == "IND" else o) for c, o in pieces]
    pieces.append((LAND, siachen))
    pieces.append((rows["GOL"]["target"], fill_golan(default["ISR"], pieces)))
    return join_pieces(pieces)


def fill_golan(israel: BaseGeometry, pieces: list[tuple[str, BaseGeometry]]) -> BaseGeometry:
    """The part of Israel in the default view that no country of the other view covers."""
    near = [outline for _, outline in pieces if outline.intersects(israel)]
    rest = shapely.difference(israel, shapely.union_all(near))
    return max(polygons_of(rest), key=lambda part: part.area)


def join_pieces(pieces: list[tuple[str, BaseGeometry]]) -> dict[str, BaseGeometry]:
    """Unroll the antimeridian, clip to the box, dissolve by id, close hairline gaps."""
    parts = [(country, part) for country, outline in pieces for part in polygons_of(outline)]
    moved = [
        (country, affinity.translate(part, 360) if part.bounds[2] < -100 else part)
        for country, part in parts
    ]
    inside = [
        (country, part if BOX.contains(part) else BOX.intersection(part))
        for country, part in moved
        if BOX.intersects(part)
    ]
    ids = sorted({country for country, _ in inside})
    joined = [shapely.union_all([part for country, part in inside if country == i]) for i in ids]
    # Abyei and the like, which no country of the source holds, are land too.
    filled = [
        fill_holes(shape) if i == LAND else shape for i, shape in zip(ids, joined, strict=True)
    ]
    clean = shapely.coverage_clean(filled, gap_width=0.0005)
    return dict(zip(ids, clean, strict=True))


def fill_holes(shape: BaseGeometry) -> BaseGeometry:
    """A shape without the holes in its parts."""
    return shapely.union_all([Polygon(part.exterior) for part in polygons_of(shape)])


def polygons_of(shape: BaseGeometry) -> list[Polygon]:
    """The polygons of any geometry."""
    if isinstance(shape, Polygon):
        return [] if shape.is_empty else [shape]
    return [part for sub in getattr(shape, "geoms", []) for part in polygons_of(sub)]


def multipolygon(parts: list[Polygon]) -> BaseGeometry:
    """One polygon as it is, several as a multipolygon."""
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)
