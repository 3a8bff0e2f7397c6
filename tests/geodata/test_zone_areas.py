"""Where a source gives an area, the one drawn is compared with it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from geodata.check import check_areas
from geodata.read import GEODATA, load_frame, read_zone_areas

ZONES = ("zones.topo.json", "zones-osm.topo.json")
EQUAL_AREA = "EPSG:6933"
ROWS = read_zone_areas()


@pytest.fixture(scope="module")
def drawn() -> dict[str, float]:
    areas: dict[str, float] = {}
    for file in ZONES:
        frame = load_frame(file, "zones").to_crs(EQUAL_AREA)
        areas |= dict(zip(frame["id"], frame.area / 1e6, strict=True))
    return areas


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['zone_id']}-{row['area_km2']}")
def test_the_area_drawn_fits_that_of_the_source_or_is_said_not_to(
    row: dict[str, str], drawn: dict[str, float]
) -> None:
    given, most = float(row["area_km2"]), float(row["tolerance_percent"])
    off = 100 * abs(drawn[row["zone_id"]] / given - 1)
    assert (off <= most) == (row["fits"] == "true"), f"off by {off:.1f} per cent"


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("abkhazia,8660", "atlantis,8660", "the zone is drawn"),
        ("abkhazia,8660", "abkhazia,none", "the area is a number above 0"),
        ("abkhazia,8660", "abkhazia,-1", "the area is a number above 0"),
        (",2,true,", ",2,false,", "what does not fit has a reason, and nothing else has"),
        (",2,true,", ",2,nearly,", "fits is true or false"),
    ],
)
def test_a_bad_row_is_named(tmp_path: Path, old: str, new: str, rule: str) -> None:
    folder = shutil.copytree(GEODATA, tmp_path / "geodata", ignore=shutil.ignore_patterns("*.avif"))
    assert list(check_areas(folder)) == []
    table = folder / "zone_areas.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    (problem,) = check_areas(folder)
    assert (problem.file, problem.rule) == ("zone_areas.csv", rule)
    assert problem.row
