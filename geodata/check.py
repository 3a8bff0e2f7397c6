"""Checks the tables of geodata and the files they describe, without reading geometry."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from geodata.read import (
    GEODATA,
    hash_bytes,
    list_shapes,
    read_decisions,
    read_ids,
    read_index,
    read_labels,
    read_places,
    read_relief,
    read_zone_areas,
    read_zone_shapes,
)

LICENCES = {"public domain", "CC0 1.0", "MIT", "CC BY 4.0", "ODbL 1.0"}
PRECISIONS = {"surveyed", "approximate", "schematic"}
ACTIONS = {"given", "join", "keep", "fill", "split", "land", "drop"}
KINDS = {"capital", "town", "frontier"}
ZONE_FILES = ("zones.topo.json", "zones-osm.topo.json")
BOX = (-30, -12, 190, 83)  # west, south, east, north, degrees


@dataclass(frozen=True)
class Problem:
    """One thing wrong: where, in which row, with which value, against which rule."""

    file: str
    row: str
    value: str
    rule: str


def find_problems(folder: Path = GEODATA) -> list[Problem]:
    """All problems of the index, zones, places, labels, decisions and relief.

    What is in a file is looked at only when every file is there, whole and of its format.
    """
    problems = [*check_index(folder), *check_formats(folder)]
    if problems:
        return problems
    checks: dict[str, Callable[[Path], Iterator[Problem]]] = {
        "zone_shapes.csv": check_zones,
        "zone_areas.csv": check_areas,
        "places.json": check_places,
        "labels.json": check_labels,
        "decisions.csv": check_decisions,
        "relief.json": check_relief,
    }
    for file, check in checks.items():
        try:
            problems.extend(check(folder))
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            problems.append(Problem(file, "", repr(error), "it has the form that is read"))
    return problems


def check_index(folder: Path = GEODATA) -> Iterator[Problem]:
    """Each file listed once, with the bytes and the hash it has, a known licence, a credit."""
    rows = read_index(folder)
    listed = {row["file"] for row in rows}
    shapes = list_shapes(folder)
    for name in sorted(shapes.keys() - listed):
        yield Problem("shapes.csv", name, "", "every file of shapes/ has a row")
    for row in rows:
        if row["file"] not in shapes:
            yield Problem("shapes.csv", row["file"], "", "the file exists")
            continue
        content = shapes[row["file"]].read_bytes()
        if row["bytes"] != str(len(content)):
            yield Problem("shapes.csv", row["file"], row["bytes"], f"bytes is {len(content)}")
        if row["sha256"] != hash_bytes(content):
            yield Problem("shapes.csv", row["file"], row["sha256"], "sha256 is that of the file")
        if row["licence"] not in LICENCES:
            yield Problem("shapes.csv", row["file"], row["licence"], "the licence is known")
        if not row["attribution"]:
            yield Problem("shapes.csv", row["file"], "", "the attribution is filled in")


def check_formats(folder: Path = GEODATA) -> Iterator[Problem]:
    """Each file is what its name says: TopoJSON with objects and arcs, JSON, or AVIF."""
    for name, path in list_shapes(folder).items():
        content = path.read_bytes()
        if name.endswith(".json"):
            try:
                document = json.loads(content)
            except ValueError as error:
                yield Problem(name, "", str(error), "the file is JSON")
                continue
            if name.endswith(".topo.json") and not is_topology(document):
                yield Problem(name, "", "", "the file is TopoJSON")
        elif name.endswith(".avif") and content[4:12] != b"ftypavif":
            yield Problem(name, "", content[4:12].hex(), "the file is an AVIF picture")


def is_topology(document: object) -> bool:
    """Whether a document is a TopoJSON topology with objects and arcs."""
    return (
        isinstance(document, dict)
        and document.get("type") == "Topology"
        and bool(document.get("objects"))
        and bool(document.get("arcs"))
    )


def check_zones(folder: Path = GEODATA) -> Iterator[Problem]:
    """Each zone has one shape, a known precision and licence; ODbL stays in its own file."""
    files = {zone: file for file in ZONE_FILES for zone in read_ids(file, "zones", folder)}
    drawn = [zone for file in ZONE_FILES for zone in read_ids(file, "zones", folder)]
    rows = {row["zone_id"]: row for row in read_zone_shapes(folder)}
    for zone in sorted(set(drawn) | set(rows)):
        if zone not in rows or drawn.count(zone) != 1:
            yield Problem("zone_shapes.csv", zone, "", "a zone has one row and one shape")
            continue
        row = rows[zone]
        if row["precision"] not in PRECISIONS:
            yield Problem("zone_shapes.csv", zone, row["precision"], "the precision is known")
        if row["licence"] not in LICENCES:
            yield Problem("zone_shapes.csv", zone, row["licence"], "the licence is known")
        if (row["licence"] == "ODbL 1.0") != (files[zone] == "zones-osm.topo.json"):
            yield Problem("zone_shapes.csv", zone, row["licence"], "ODbL has its own file")
        if not row["drawn_from"]:
            yield Problem("zone_shapes.csv", zone, "", "drawn_from is filled in")


def check_areas(folder: Path = GEODATA) -> Iterator[Problem]:
    """Areas of zones that are drawn, by a source with its address; what does not fit says why."""
    drawn = {zone for file in ZONE_FILES for zone in read_ids(file, "zones", folder)}
    for row in read_zone_areas(folder):
        zone, area = row["zone_id"], row["area_km2"]
        if zone not in drawn:
            yield Problem("zone_areas.csv", zone, zone, "the zone is drawn")
        if not _is_positive(area):
            yield Problem("zone_areas.csv", zone, area, "the area is a number above 0")
        if not _is_positive(row["tolerance_percent"]):
            value, rule = row["tolerance_percent"], "the tolerance is a number above 0"
            yield Problem("zone_areas.csv", zone, value, rule)
        if row["fits"] not in {"true", "false"}:
            yield Problem("zone_areas.csv", zone, row["fits"], "fits is true or false")
        elif (row["fits"] == "false") != bool(row["reason"]):
            rule = "what does not fit has a reason, and nothing else has"
            yield Problem("zone_areas.csv", zone, row["reason"], rule)
        if not row["source"] or not row["url"].startswith(("https://", "http://")):
            yield Problem("zone_areas.csv", zone, row["url"], "a source and its address")


def _is_positive(text: str) -> bool:
    try:
        return float(text) > 0
    except ValueError:
        return False


def check_places(folder: Path = GEODATA) -> Iterator[Problem]:
    """Ids once each, names in both languages, a country of the map, a point inside the box."""
    countries = set(read_ids("countries.topo.json", "countries", folder))
    seen: set[str] = set()
    for place in read_places(folder):
        name, country = place["id"], place["country"]
        if name in seen:
            yield Problem("places.json", name, name, "an id stands once")
        seen.add(name)
        if not place["name_en"] or not place["name_ru"]:
            yield Problem("places.json", name, "", "names in English and Russian")
        if country not in countries:
            yield Problem("places.json", name, country, "the country is on the map")
        if place["kind"] not in KINDS:
            yield Problem("places.json", name, place["kind"], "the kind is known")
        if not (BOX[0] <= place["lon"] <= BOX[2] and BOX[1] <= place["lat"] <= BOX[3]):
            yield Problem("places.json", name, f"{place['lon']} {place['lat']}", "inside the box")


def check_labels(folder: Path = GEODATA) -> Iterator[Problem]:
    """One label for each country of the map."""
    countries = set(read_ids("countries.topo.json", "countries", folder))
    labels = set(read_labels(folder))
    for country in sorted(countries ^ labels):
        yield Problem("labels.json", country, "", "each country has one label, and no other has")


def check_decisions(folder: Path = GEODATA) -> Iterator[Problem]:
    """A known action, a reason, a target on the map."""
    countries = set(read_ids("countries.topo.json", "countries", folder))
    for row in read_decisions(folder):
        if row["action"] not in ACTIONS:
            yield Problem("decisions.csv", row["code"], row["action"], "the action is known")
        if not row["reason"]:
            yield Problem("decisions.csv", row["code"], "", "the reason is filled in")
        if row["target"] and row["target"] not in countries:
            yield Problem("decisions.csv", row["code"], row["target"], "the target is on the map")


def check_relief(folder: Path = GEODATA) -> Iterator[Problem]:
    """Images that exist, bounds the right way round, a coarse one hidden after it is shown."""
    listed = {row["file"] for row in read_index(folder)}
    for name, image in read_relief(folder).items():
        (south, west), (north, east) = image["bounds"]
        if image["file"] not in listed:
            yield Problem("relief.json", name, image["file"], "the image is in shapes.csv")
        if not (south < north and west < east):
            yield Problem("relief.json", name, str(image["bounds"]), "south-west before north-east")
        if image.get("until", 99) <= image["rank"]:
            yield Problem("relief.json", name, str(image["until"]), "until is above rank")
