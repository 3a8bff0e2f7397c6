"""The parts of the sources page: links, shapes as GeoJSON, the archive."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path

import pytest
import shapely

from components.core.i18n import locale_context
from components.features.sources.downloads import list_download_groups, make_archive
from components.features.sources.geojson import Layer, build_geojson, list_layers
from components.features.sources.query_params import read_target
from components.features.sources.resolution_list import describe_resolutions
from components.features.sources.sections import describe_agreement, describe_method
from data.check_package import check_package
from data.intercoder_agreement import drop_examples, find_last_reading, pair_codes
from data.load import HERE, read_record
from data.review import REVIEWED
from geodata.read import read_ids, read_index, read_zone_shapes
from tests.data.record_factory import SOUND, Cells, make_record

LAYERS = list_layers()


def test_a_link_names_a_source_and_a_part() -> None:
    target = read_target({"source": "a", "part": "scale", "year": "2016"}, {"a"}, {"scale"})
    assert (target.source, target.part, target.notices) == ("a", "scale", ())


@pytest.mark.parametrize("value", ["", "b", "__proto__", "<script>", "x" * 5000])
def test_a_wrong_link_is_ignored_and_named(value: str) -> None:
    target = read_target({"source": value, "part": value}, {"a"}, {"scale"})
    assert (target.source, target.part) == (None, None)
    assert [notice.split("=")[0] for notice in target.notices] == ["source", "part"]
    assert all(len(notice) < 120 for notice in target.notices)


@pytest.mark.parametrize("layer", LAYERS, ids=lambda layer: layer.name)
def test_a_layer_is_geojson_with_its_licence(layer: Layer) -> None:
    collection = json.loads(build_geojson(layer, read_record()))
    assert collection["type"] == "FeatureCollection"
    assert collection["licence"] == layer.row["licence"]
    assert collection["attribution"] == layer.row["attribution"]
    assert collection["features"]
    for feature in collection["features"]:
        shape = shapely.geometry.shape(feature["geometry"])
        assert not shape.is_empty
        west, south, east, north = shape.bounds
        assert -30 <= west <= east <= 190
        assert -12 <= south <= north <= 83.7
        for part in shapely.get_parts(shape):
            assert part.geom_type != "Polygon" or part.exterior.is_ccw
        assert None not in feature["properties"].values()


def test_every_outline_is_there_with_its_name() -> None:
    for layer in LAYERS:
        if layer.name in {"countries", "frontier", "zones", "zones-osm"}:
            features = json.loads(build_geojson(layer, read_record()))["features"]
            found = {feature["properties"]["id"] for feature in features}
            assert found == set(read_ids(layer.file, layer.layer))
            assert all(feature["properties"]["name_en"] for feature in features)


def test_zones_say_of_which_day_their_control_is_and_positions_how_exact_they_are() -> None:
    made = {layer.name: json.loads(build_geojson(layer, read_record())) for layer in LAYERS}
    zones = [*made["zones"]["features"], *made["zones-osm"]["features"]]
    days = {row["zone_id"]: row["as_of"] for row in read_zone_shapes() if row["as_of"]}
    for feature in zones:
        shape = feature["properties"]["id"]
        assert feature["properties"]["control_as_of"] == days.get(shape, REVIEWED.isoformat())
        assert feature["properties"]["status"]
    (jermuk,) = (
        each for each in made["positions"]["features"] if each["properties"]["id"] == "jermuk-2022"
    )
    assert jermuk["geometry"]["type"] == "Point"
    assert jermuk["properties"]["uncertainty_km"] > 0
    assert jermuk["properties"]["said_by"] == "General Staff of Armenia"
    assert jermuk["properties"]["date_start"] == "2022-09-13"


def test_every_topology_and_point_file_can_be_taken() -> None:
    files = {row["file"] for row in read_index() if row["file"].endswith(".topo.json")}
    assert {layer.file for layer in LAYERS} == files | {
        "places.json",
        "labels.json",
        "positions.csv",
    }
    assert len({layer.name for layer in LAYERS}) == len(LAYERS)


def test_every_download_says_how_to_cite_it_and_its_licence() -> None:
    downloads = [download for shelf in list_download_groups() for download in shelf.downloads]
    assert len({download.file for download in downloads}) == len(downloads)
    for download in downloads:
        assert any(
            licence in download.citation
            for licence in ("CC BY 4.0", "ODbL 1.0", "public domain", "CC0", "MIT")
        )


def test_the_archive_has_everything(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(make_archive())) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
        archive.extractall(tmp_path)
    assert {f"shapes/{layer.name}.geojson" for layer in LAYERS} <= names
    for path in HERE.glob("*.csv"):
        assert (tmp_path / path.name).read_bytes() == path.read_bytes()
    assert check_package(tmp_path) == []
    assert check_package(tmp_path / "shapes") == []
    assert {"shapes/zone_areas.csv", "shapes/front_places.csv"} <= names
    with (tmp_path / "shapes" / "LICENCES.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["file"] for row in rows] == [f"{layer.name}.geojson" for layer in LAYERS]
    assert "© OpenStreetMap contributors" in (tmp_path / "README.txt").read_text("utf-8")


def test_sections_follow_from_the_record() -> None:
    sections = describe_method(read_record())
    anchors = [section.anchor for section in sections]
    assert len(set(anchors)) == len(anchors)
    assert {"sources", "discrepancies", "scale", "rule", "policy", "downloads"} <= set(anchors)
    assert describe_method(read_record()) is sections


def test_every_vote_leads_to_its_text_or_says_why_not() -> None:
    record = read_record()
    content = describe_resolutions(record).content
    assert len(content) == len({row["resolution"] for row in record.rows("votes")})
    assert [row["date"] for row in content] == sorted(row["date"] for row in content)
    for row in content:
        assert row["note"] or (row["symbol"] and (row["meeting"] or row["roll_call"]))
        assert row["document"] == (f"https://undocs.org/{row['symbol']}" if row["symbol"] else "")
        assert bool(row["meeting"]) == bool(row["meeting_url"])


def test_a_source_without_an_address_has_its_reference() -> None:
    (section,) = (part for part in describe_method(read_record()) if part.anchor == "sources")
    sources = [row for group in section.content["groups"] for row in group["sources"]]
    bare = {row["id"] for row in sources if not (row["url"] or row["reference"])}
    listed = {row["row"] for row in read_record().rows("untraced") if row["table"] == "sources"}
    assert bare == listed


def test_agreement_is_not_claimed_before_it_is_measured() -> None:
    (fact,) = describe_agreement(make_record(**{**SOUND, "second_coding": []})).content["facts"]
    assert "Not yet measured" in fact


def test_agreement_is_told_by_draw_period_and_mode() -> None:
    section = describe_agreement(read_record())
    assert section.table is not None
    rows = {row["group"]: row for row in section.table.rows}
    cells = pair_codes(read_record())
    last = drop_examples(find_last_reading(cells))
    assert rows["All cases"]["cells"] == str(len(cells))
    assert rows["Coded on 30 November 2026"]["cells"] == str(len(last))
    assert sum(int(row["cells"]) for name, row in rows.items() if "events of" in name) == len(last)
    votes = [cell for cell in last if cell.mode == "vote"]
    assert rows["Vote (last draw)"]["cells"] == str(len(votes))
    assert f"{rows['Coded on 30 November 2026']['placed']} cases" in section.content["facts"][1]


def test_a_second_coding_is_counted() -> None:
    row = {"event_id": "clash", "actor": "RUS", "toward": "ARM", "source_id": "an-article"}
    other = {"event_id": "clash", "actor": "RUS", "toward": "ARM", "source_id": "a-dataset"}
    second: list[Cells] = [
        {**row, "first_stance": "NEU", "stance": "NEU", "read_on": "2026-11-30"},
        {**other, "first_stance": "LEAN", "stance": "NEU", "read_on": "2026-11-30"},
    ]
    content = describe_agreement(make_record(**{**SOUND, "second_coding": second})).content
    assert content["facts"][0].startswith("2 cases were coded twice, 50%")
    assert [cell["first"] for cell in content["differing"]] == ["LEAN"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_kind_of_answer_is_defined_on_the_page(language: str) -> None:
    with locale_context(language):
        section = next(each for each in describe_method(read_record()) if each.anchor == "modes")
    assert section.table
    for row, told in zip(read_record().rows("modes"), section.table.rows, strict=True):
        assert told["name"] == row[f"label_{language}"]
        assert told["means"] == row[f"definition_{language}"]
    counts = [int(re.sub(r"\D", "", told["count"])) for told in section.table.rows]
    assert sum(counts) == len(read_record().rows("claims"))
