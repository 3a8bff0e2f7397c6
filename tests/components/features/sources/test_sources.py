"""The parts of the sources page: links, shapes as GeoJSON, the archive."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
import shapely

from components.core.i18n import locale_context
from components.features.sources.downloads import (
    list_download_groups,
    make_archive,
    make_workbook,
)
from components.features.sources.geojson import Layer, build_geojson, list_layers
from components.features.sources.query_params import read_target
from components.features.sources.resolution_list import describe_resolutions
from components.features.sources.sections import describe_agreement, describe_method
from components.features.sources.workbook import build_workbook
from data.check_package import check_package
from data.downloads import read_descriptor
from data.intercoder_agreement import drop_examples, find_last_reading, pair_codes
from data.load import HERE, read_record
from data.review import REVIEWED
from data.schema import parse_package
from geodata.read import load_frame, read_ids, read_index, read_zone_shapes
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
        assert -180 <= west <= east <= 180
        assert -12 <= south <= north <= 83.7
        for part in shapely.get_parts(shape):
            assert part.geom_type != "Polygon" or part.exterior.is_ccw
        assert None not in feature["properties"].values()


def test_outlines_are_cut_at_the_antimeridian_and_lose_nothing() -> None:
    """RFC 7946, 3.1.9: a shape that crosses it is cut in two."""
    layer = next(layer for layer in LAYERS if layer.name == "countries")
    features = json.loads(build_geojson(layer, read_record()))["features"]
    shapes = {
        each["properties"]["id"]: shapely.geometry.shape(each["geometry"]) for each in features
    }
    frame = load_frame(layer.file, layer.layer)
    crossing = [row for row in frame.itertuples() if row.geometry.bounds[2] > 180]
    assert crossing
    for row in crossing:
        shape = shapes[row.id]
        assert shape.is_valid
        assert shape.area == pytest.approx(row.geometry.area, rel=1e-4)
        assert any(part.bounds[0] == -180 for part in shapely.get_parts(shape))
        assert any(part.bounds[2] == 180 for part in shapely.get_parts(shape))
        assert not any(part.bounds[2] - part.bounds[0] > 350 for part in shapely.get_parts(shape))


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


SPREADSHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def read_sheets(content: bytes) -> dict[str, list[list[str]]]:
    """The cells of a workbook by sheet, empty ones left out; ECMA-376, part 1, 18.3."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        part = {name: ElementTree.fromstring(book.read(f"xl/{name}.xml")) for name in PARTS}
        texts = [
            "".join(piece.text or "" for piece in each.iterfind(".//s:t", SPREADSHEET))
            for each in part["sharedStrings"].iterfind("s:si", SPREADSHEET)
        ]
        sheets = {}
        for place, sheet in enumerate(part["workbook"].iterfind(".//s:sheet", SPREADSHEET), 1):
            root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{place}.xml"))
            assert root.find(".//s:f", SPREADSHEET) is None, "no formula"
            sheets[sheet.attrib["name"]] = [
                [
                    texts[int(value)] if cell.get("t") == "s" else value
                    for cell in row.iterfind("s:c", SPREADSHEET)
                    for value in [cell.findtext("s:v", "", SPREADSHEET)]
                ]
                for row in root.iterfind(".//s:row", SPREADSHEET)
            ]
    return sheets


PARTS = ("workbook", "sharedStrings")
BOOLEANS = {"true": "1", "false": "0"}


def test_the_workbook_has_every_table_cell_by_cell() -> None:
    content = make_workbook()
    assert content == build_workbook(), "equal tables, equal bytes"
    sheets = read_sheets(content)
    tables = parse_package(read_descriptor())
    assert list(sheets) == [name[:31] for name in tables]
    for schema, found in zip(tables.values(), sheets.values(), strict=True):
        with (HERE / schema.file).open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        assert found[0] == header
        for row, cells in zip(rows, found[1:], strict=True):
            expected = [
                (field, text) for field, text in zip(schema.fields, row, strict=True) if text
            ]
            for (field, text), cell in zip(expected, cells, strict=True):
                if field.type in {"integer", "number"}:
                    assert float(cell) == float(text)
                else:
                    assert cell == (BOOLEANS[text] if field.type == "boolean" else text)
