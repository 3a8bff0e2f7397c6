"""Reads the built shapes and their tables; geopandas is imported only when a frame is asked for."""

import csv
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import geopandas

GEODATA = Path(__file__).parent
SHAPES = GEODATA / "shapes"


def read_table(path: Path) -> list[dict[str, str]]:
    """Rows of one CSV table, every cell a string."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_index(folder: Path = GEODATA) -> list[dict[str, str]]:
    """Rows of shapes.csv: one per built file, with source, licence, attribution, size and hash."""
    return read_table(folder / "shapes.csv")


def read_zone_shapes(folder: Path = GEODATA) -> list[dict[str, str]]:
    """Rows of zone_shapes.csv: how exact each zone's outline is and what it was drawn from."""
    return read_table(folder / "zone_shapes.csv")


def read_zone_areas(folder: Path = GEODATA) -> list[dict[str, str]]:
    """Rows of zone_areas.csv: what sources give as the area of a zone, and whether it fits."""
    return read_table(folder / "zone_areas.csv")


def read_decisions(folder: Path = GEODATA) -> list[dict[str, str]]:
    """Rows of decisions.csv: each territory joined to another or left without an id, and why."""
    return read_table(folder / "decisions.csv")


def read_windows() -> dict[str, list[float]]:
    """Window of detailed frontier -> [west, south, east, north] in degrees."""
    edges = ("west", "south", "east", "north")
    rows = read_table(GEODATA / "frontier_windows.csv")
    return {row["name"]: [float(row[edge]) for edge in edges] for row in rows}


def read_insets() -> list[dict[str, Any]]:
    """Insets in order: id, kind, name_en, name_ru, box (west, south, east, north in degrees)."""
    edges = ("west", "south", "east", "north")
    rows = read_table(GEODATA / "insets.csv")
    return [{**row, "box": [float(row[edge]) for edge in edges]} for row in rows]


def read_regions() -> list[dict[str, Any]]:
    """Names of regions: id, name_en, name_ru, lon, lat (degrees), rank (a zoom), ids of zones."""
    return [
        {
            **row,
            "lon": float(row["lon"]),
            "lat": float(row["lat"]),
            "rank": int(row["rank"]),
            "zones": row["zones"].split(),
        }
        for row in read_table(GEODATA / "region_labels.csv")
    ]


def list_shapes(folder: Path = GEODATA) -> dict[str, Path]:
    """Every file of shapes/ by name; empty when there is no such folder."""
    shapes = folder / SHAPES.name
    files = shapes.iterdir() if shapes.is_dir() else []
    return {path.name: path for path in sorted(files) if not path.name.startswith(".")}


def shape_path(file: str, folder: Path = GEODATA) -> Path:
    """Path of a file named in shapes.csv; raises KeyError for any other name."""
    if file not in {row["file"] for row in read_index(folder)}:
        raise KeyError(f"no such shape file in shapes.csv: {file}")
    return folder / SHAPES.name / file


def read_json(file: str, folder: Path = GEODATA) -> Any:
    """Parsed content of one built JSON file."""
    return json.loads(shape_path(file, folder).read_text(encoding="utf-8"))


def read_places(folder: Path = GEODATA) -> list[dict[str, Any]]:
    """Places: id, name_en, name_ru, lon, lat (degrees WGS84), kind, rank, country."""
    return list(read_json("places.json", folder))


def read_labels(folder: Path = GEODATA) -> dict[str, list[float]]:
    """Country id -> [lon, lat, rank] of its label."""
    return dict(read_json("labels.json", folder))


def read_relief(folder: Path = GEODATA) -> dict[str, dict[str, Any]]:
    """Relief image name -> file, bounds [[south, west], [north, east]], rank."""
    return dict(read_json("relief.json", folder))


def load_frame(file: str, layer: str) -> "geopandas.GeoDataFrame":
    """One object of a TopoJSON file as a frame in WGS84."""
    import geopandas

    return geopandas.read_file(shape_path(file), layer=layer).set_crs(4326, allow_override=True)


def hash_bytes(content: bytes) -> str:
    """Hex sha256 of some bytes."""
    return hashlib.sha256(content).hexdigest()


def read_ids(file: str, layer: str, folder: Path = GEODATA) -> list[str]:
    """The `id` of every shape of one object of a TopoJSON file; no geometry is decoded."""
    geometries = read_json(file, folder)["objects"][layer]["geometries"]
    return [geometry["properties"]["id"] for geometry in geometries]
