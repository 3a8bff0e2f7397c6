"""The CSV read back: a row for each claim, equal to the record, and no formula."""

from __future__ import annotations

import csv
import io
import zipfile
from itertools import cycle

import pytest

from components.core.i18n import locale_context
from components.outputs.export.csv_export import COLUMNS, list_deck_rows, write_table
from components.outputs.export.export_request import InvalidExportRequest, parse_export_request
from components.outputs.export.pptx_table import format_marks
from components.outputs.export.table_rows import list_lines
from components.outputs.export.xlsx_export import write_workbook
from data.load import read_record, read_schemas, read_tables
from data.modes import READINGS, select_reading
from data.record import build_record
from data.stances import resolve_event
from data.story import Step, Story
from tests.components.features.sources.test_sources import read_sheets
from tests.injection_strings import FAMILIES

RECORD = read_record()
HOST = "https://atlas.example"
EVENT = "april-war-2016"


def read_rows(content: bytes) -> list[dict[str, str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert all(tuple(row) == COLUMNS for row in rows)
    return rows


@pytest.mark.parametrize("kind", ["view", "comparison", "story"])
def test_a_row_for_each_claim(kind: str) -> None:
    parameters = {"event": EVENT, "b-event": EVENT, "b-toward": "AZE", "story": "five-articles"}
    order = parse_export_request(f"{kind}.csv", parameters, HOST)
    deck = order.build_deck(RECORD)
    with locale_context("en"):
        rows = read_rows(write_table(RECORD, deck))
    views = [v for page in deck.pages for v in (page.view, page.other) if v and v.event]
    wanted = [
        (view.event, view.toward, actor, stance.code, claim.date.isoformat(), claim.source_id)
        for view in views
        for actor, stance in resolve_event(RECORD, view.event or "", view.toward or "").items()
        for claim in stance.claims
    ]
    columns = ("event_id", "toward", "actor", "code", "claim_date", "source_id")
    found = [tuple(row[name] for name in columns) for row in rows if row["claim_date"]]
    assert sorted(found) == sorted(wanted)
    assert all(
        row["source_url"] == RECORD.row("sources", row["source_id"])["url"]
        for row in rows
        if row["claim_date"]
    )
    assert {row["permalink"] for row in rows} == {page.link for page in deck.pages}


def test_a_text_is_never_a_formula() -> None:
    texts = (*FAMILIES["formula"], "-1", "\t=1+1", "\r@x", '"=1+1', "\uff1d1+1", "x;=1+1")
    tables, _problems = read_tables()
    turn = cycle(texts)
    tables["claims"] = [{**row, "summary": next(turn)} for row in tables["claims"]]
    record = build_record(read_schemas(), tables)
    steps = tuple(Step(f"event={row['id']}", {"en": "x"}) for row in record.rows("events")[:40])
    deck = parse_export_request(
        "story.csv", {}, HOST, Story("", {"en": "x"}, {}, steps)
    ).build_deck(record)
    with locale_context("en"):
        summaries = {row["summary"] for row in read_rows(write_table(record, deck))} - {""}
    assert not [cell for cell in summaries if cell.lstrip()[0] in "=+-@\uff1d"]
    assert {cell.replace("'", "", 1) for cell in summaries} == set(texts)


@pytest.mark.parametrize(
    ("name", "parameters", "said"),
    [
        ("view.exe", {}, ("view.exe",)),
        ("preview.html", {}, ("preview.html",)),
        ("event.png", {}, ("event",)),
        ("view.png", {"event": "no-such"}, ("event=no-such", "there is no event with this id")),
        ("view.png", {"year": "1066"}, ("year=1066", "not a year")),
        ("view.png", {"theme": "blue"}, ("theme=blue", "light, dark")),
        ("view.png", {"scale": "9"}, ("scale=9", "1, 2")),
        ("story.pdf", {"story": "none"}, ("none", "No briefing")),
    ],
)
def test_a_refusal_names_value_and_rule(
    name: str, parameters: dict[str, str], said: tuple[str, ...]
) -> None:
    with pytest.raises(InvalidExportRequest) as refused:
        parse_export_request(name, parameters, HOST)
    assert all(each in str(refused.value) for each in said)


def test_weak_evidence_has_its_reason_in_the_table_and_its_words_on_the_slide() -> None:
    order = parse_export_request("event.csv", {"event": "taliban-2021"}, HOST)
    with locale_context("en"):
        deck = order.build_deck(RECORD)
        rows = read_rows(write_table(RECORD, deck))
        marks = {line.actor: format_marks(line) for line in list_lines(RECORD, deck.pages[0].view)}
    stances = resolve_event(RECORD, "taliban-2021", "TJK")
    weak = {actor for actor, stance in stances.items() if stance.weakness}
    own = [row for row in rows if row["toward"] == "TJK"]
    assert weak == {row["actor"] for row in own if row["weak_evidence"]}
    assert weak == {actor for actor, mark in marks.items() if "(weak evidence)" in mark}


@pytest.mark.parametrize("mode", READINGS)
def test_rows_of_one_kind_of_answer_have_such_claims_alone(mode: str) -> None:
    order = parse_export_request("view.csv", {"event": EVENT, "mode": mode}, HOST)
    with locale_context("en"):
        rows = read_rows(write_table(RECORD, order.build_deck(RECORD)))
    assert {row["reading"] for row in rows} == {mode}
    assert {row["mode"] for row in rows if row["mode"]} <= set(READINGS[mode])
    stances = resolve_event(select_reading(RECORD, mode), EVENT, rows[0]["toward"])
    assert all(stances[row["actor"]].code == row["code"] for row in rows)


def test_a_workbook_has_the_rows_of_the_csv() -> None:
    order = parse_export_request("event.xlsx", {"event": EVENT, "lang": "ru"}, HOST)
    deck = order.build_deck(RECORD)
    with locale_context("ru"):
        rows = list(list_deck_rows(RECORD, deck))
        content = write_workbook(RECORD, deck)
        assert content == write_workbook(RECORD, deck), "equal views, equal bytes"
    ((name, (header, *found)),) = read_sheets(content).items()
    assert name == "claims"
    assert tuple(header) == COLUMNS
    assert len(found) == len(rows) > 20
    for row, cells in zip(rows, found, strict=True):
        told = [row[column] for column in COLUMNS if row.get(column)]
        assert cells == [{"true": "1", "false": "0"}.get(text, text) for text in told]


def test_no_cell_of_a_workbook_is_a_formula() -> None:
    texts = cycle((*FAMILIES["formula"], "{=1+1}", "http://a.example/", "\x00\x01"))
    tables, _problems = read_tables()
    tables["claims"] = [{**row, "summary": next(texts)} for row in tables["claims"]]
    record = build_record(read_schemas(), tables)
    deck = parse_export_request("event.xlsx", {"event": EVENT}, HOST).build_deck(record)
    with locale_context("en"):
        content = write_workbook(record, deck)
    # `read_sheets` finds no formula; a link would be a relation of the sheet.
    ((_name, rows),) = read_sheets(content).items()
    assert any("=1+1" in cell for row in rows for cell in row)
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        assert "xl/worksheets/_rels/sheet1.xml.rels" not in book.namelist()
