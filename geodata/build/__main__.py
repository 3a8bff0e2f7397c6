"""Builds every file of geodata/shapes/: python -m geodata.build [--out FOLDER]."""

import argparse
from pathlib import Path

from geodata.build import (
    buffers,
    conflate,
    countries,
    coverage,
    frontier,
    fronts,
    labels,
    outputs,
    places,
    relief,
    topojson,
    water,
    zones,
)
from geodata.read import GEODATA, SHAPES, read_table


def main() -> None:
    """Run all steps; with --out, write elsewhere and leave shapes.csv alone."""
    parser = argparse.ArgumentParser(prog="python -m geodata.build")
    parser.add_argument("--out", type=Path, default=SHAPES)
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)

    outlines = countries.read_countries()
    owner = {row["zone_id"]: row["country"] for row in read_table(GEODATA / "zone_recipes.csv")}
    faces = coverage.cut_faces(outlines, zones.read_recipe_zones(outlines), owner)
    simple, zone_shapes = coverage.dissolve(coverage.simplify_faces(faces))
    land = simple.pop(countries.LAND)

    topojson.write_topology(
        folder / "countries.topo.json",
        {
            "countries": [({"id": country}, shape) for country, shape in simple.items()],
            "land": [({}, land)],
        },
        coverage.GRID,
    )
    exact = frontier.read_frontier()
    topojson.write_topology(
        folder / "frontier.topo.json",
        {"frontier": [({"id": country}, shape) for country, shape in exact.items()]},
        frontier.GRID,
    )
    fitted = conflate.fit_karabakh(faces, exact["AZE"], frontier.GRID)
    loose = buffers.find_exclaves(exact) | buffers.draw_bands("frontier", exact)
    exact_zones = fitted | zones.settle_zones(loose, frontier.GRID)
    topojson.write_topology(
        folder / "zones-osm.topo.json",
        {"zones": [({"id": zone}, exact_zones[zone]) for zone in sorted(exact_zones)]},
        frontier.GRID,
    )
    drawn = zones.settle_zones(
        buffers.draw_bands("countries", simple)
        | buffers.draw_areas()
        | fronts.draw_fronts(simple, zone_shapes),
        coverage.GRID,
    )
    plain = {z: shape for z, shape in zone_shapes.items() if z not in exact_zones} | drawn
    topojson.write_topology(
        folder / "zones.topo.json",
        {"zones": [({"id": zone}, plain[zone]) for zone in sorted(plain)]},
        coverage.GRID,
    )
    lakes = water.read_lakes()
    topojson.write_topology(
        folder / "water.topo.json", {"lakes": lakes, "rivers": water.read_rivers()}, water.GRID
    )
    outputs.write_json(folder / "places.json", places.build_places())
    outputs.write_json(folder / "labels.json", labels.build_labels(simple))
    outputs.write_json(folder / "relief.json", relief.draw_relief(folder))
    if folder == SHAPES:
        outputs.write_index(folder)


if __name__ == "__main__":
    main()
