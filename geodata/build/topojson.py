"""Writes TopoJSON whose objects share their arcs, on a fixed grid of degrees."""

import json
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry
from topojson import Topology

Rows = list[tuple[dict[str, object], BaseGeometry]]


def write_topology(path: Path, objects: dict[str, Rows], grid: float) -> None:
    """Write one TopoJSON file: object name -> rows of (properties, geometry), on the grid."""
    frames = [
        gpd.GeoDataFrame([p for p, _ in rows], geometry=to_grid([g for _, g in rows], grid))
        for rows in objects.values()
    ]
    topology = Topology(frames, object_name=list(objects), prequantize=False, shared_coords=True)
    content = json.loads(topology.to_json())
    for layer in content["objects"].values():
        layer.pop("bbox", None)
        for geometry in layer["geometries"]:
            for unwanted in ("id", "bbox"):
                geometry.pop(unwanted, None)
            if not geometry.get("properties"):
                geometry.pop("properties", None)
    # GDAL knows TopoJSON by its first bytes: the type comes first.
    ordered = {
        "type": "Topology",
        "transform": {"scale": [grid, grid], "translate": [0, 0]},
        "objects": content["objects"],
        "arcs": [encode_arc(arc) for arc in content["arcs"]],
    }
    text = json.dumps(ordered, separators=(",", ":"), ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


def to_grid(shapes: list[BaseGeometry], grid: float) -> np.ndarray:
    """Degrees -> whole steps of the grid, without points that fall together."""
    steps = shapely.transform(np.asarray(shapes), lambda points: np.round(points / grid))
    return np.asarray(shapely.remove_repeated_points(steps))


def encode_arc(arc: list[list[float]]) -> list[list[int]]:
    """Absolute steps -> the first point and then differences, as TopoJSON wants them."""
    points = np.asarray(arc, dtype=np.int64)
    return [[int(x), int(y)] for x, y in np.diff(points, axis=0, prepend=[[0, 0]])]
