"""The tables of geodata, and that each check of them can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from geodata import check, read

CONTRACT_ZONES = {
    "karabakh-nkao",
    "karabakh-control-1994",
    "karabakh-control-2020",
    "karabakh-kalbajar",
    "karabakh-lachin",
    "karabakh-qubadli",
    "karabakh-zangilan",
    "karabakh-jabrayil",
    "karabakh-fuzuli",
    "karabakh-agdam",
    "kgz-tjk-frontier",
    "vorukh",
    "kgz-tjk-2021",
    "kgz-tjk-2022",
    "sokh",
    "shakhimardan",
    "jani-ayil",
    "barak",
    "kayragach",
    "sarvan",
    "arm-aze-syunik",
    "arm-aze-gegharkunik",
    "arm-aze-tavush",
    "abkhazia",
    "south-ossetia",
    "transnistria",
    "crimea",
    "donbas-2014",
    "tjk-afg-border",
    *(row["shape_id"] for row in read.read_table(read.GEODATA / "front_states.csv")),
}
BUDGET = {"relief-region": 350_000, "relief-core": 350_000}


def test_nothing_is_wrong() -> None:
    assert check.find_problems() == []


def test_every_zone_of_the_atlas_is_drawn() -> None:
    assert sorted(row["zone_id"] for row in read.read_zone_shapes()) == sorted(CONTRACT_ZONES)


@pytest.mark.parametrize("row", read.read_index(), ids=lambda row: row["file"])
def test_open_street_map_is_credited_where_it_is_used(row: dict[str, str]) -> None:
    from_osm = "openstreetmap" in (row["source"] + row["attribution"]).lower()
    assert from_osm == (row["licence"] == "ODbL 1.0")


def break_index(row: dict[str, str]) -> dict[str, str]:
    return row | {"licence": "unknown", "sha256": "0", "bytes": "1", "attribution": ""}


def test_a_wrong_index_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [break_index(row) for row in read.read_index()[:1]]
    monkeypatch.setattr(check, "read_index", lambda _folder: rows)
    found = [p for p in check.check_index() if p.row == rows[0]["file"]]
    assert {problem.value for problem in found} == {"unknown", "0", "1", ""}


def test_a_wrong_zone_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = read.read_zone_shapes()
    rows[0] = rows[0] | {"precision": "exact", "licence": "public domain", "drawn_from": ""}
    monkeypatch.setattr(check, "read_zone_shapes", lambda _folder: rows[:-1])
    found = {(problem.row, problem.value) for problem in check.check_zones()}
    zone = rows[0]["zone_id"]
    assert found == {
        (zone, "exact"),
        (zone, "public domain"),
        (zone, ""),
        (rows[-1]["zone_id"], ""),
    }


def test_a_wrong_place_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    place = read.read_places()[0] | {"country": "XXX", "kind": "city", "lon": 200.0, "name_ru": ""}
    monkeypatch.setattr(check, "read_places", lambda _folder: [place, place])
    rules = {problem.rule for problem in check.check_places()}
    assert len(rules) == 5


def test_an_unlisted_file_has_no_path() -> None:
    with pytest.raises(KeyError, match=r"secret\.json"):
        read.shape_path("../secret.json")


@pytest.mark.parametrize(("name", "image"), list(read.read_relief().items()))
def test_relief_is_black_transparent_and_small(name: str, image: dict[str, object]) -> None:
    path = read.shape_path(str(image["file"]))
    assert path.stat().st_size <= BUDGET.get(path.stem, 120_000)
    with Image.open(path) as picture:
        assert picture.mode == "RGBA"
        low, high = zip(*picture.getextrema(), strict=True)
        assert max(high[:3]) <= 3  # black
        assert low[3] <= 2  # flat land and sea are clear
        assert high[3] > 60  # and there is something to see


def test_coarse_images_give_way_to_finer_ones() -> None:
    relief = read.read_relief()
    for name, image in relief.items():
        if name.endswith("-coarse"):
            finer = relief[name.removesuffix("-coarse")]
            assert image["until"] == finer["rank"]
            assert image["bounds"] == finer["bounds"]


def test_reading_needs_no_geopandas() -> None:
    code = "import sys, geodata.check as c; c.find_problems(); print('geopandas' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=read.GEODATA.parent,
    )
    assert done.stdout.strip() == "False"


@pytest.mark.rebuild
def test_a_rebuild_gives_the_same_bytes(tmp_path: Path) -> None:
    for tool in ("npm", "apt-get", "dpkg-deb"):
        assert shutil.which(tool), f"{tool} is needed to fetch the sources"
    command = [sys.executable, "-m", "geodata.build", "--out", str(tmp_path)]
    subprocess.run(command, check=True, cwd=read.GEODATA.parent)
    built = {path.name: read.hash_bytes(path.read_bytes()) for path in tmp_path.iterdir()}
    assert built == {row["file"]: row["sha256"] for row in read.read_index()}
