"""What a file of coded cells must meet to be taken into ``second_coding``.

`components/frontend/src/coding/rules.ts` holds the rules of a single cell in the browser.
"""

from __future__ import annotations

from collections.abc import Iterator

from data.coding_cells import CellKey, name_cell
from data.coding_file import CodedCell, Coding
from data.errors import Problem
from data.modes import VOTE, read_reaches
from data.record import Record
from data.resolve import NO_DATA, NOT_MEMBER, RANK
from data.stances import list_references

MATERIAL = "MAT"


def find_problems(record: Record, coding: Coding) -> Iterator[Problem]:
    """Every rule that the file breaks against the record as it is, by cell."""
    read = {name_cell(row): row["read_on"] for row in record.rows("second_coding")}
    for at, cell in enumerate(coding.cells):
        place = f"cells/{at} ({', '.join(cell.key)})"
        for column, value, rule in (
            *_check_key(record, cell.key, read.get(cell.key)),
            *_check_codes(record, cell),
        ):
            yield Problem(coding.file, 0, f"{place}: {column}", value, rule)
    if all(cell.unread for cell in coding.cells):
        yield Problem(coding.file, 0, "", "", "no cell was read")


def _check_key(record: Record, key: CellKey, read_on: object) -> Iterator[tuple[str, str, str]]:
    event, actor, toward, source = key
    known = {name: {row["id"] for row in record.rows(name)} for name in ("events", "sources")}
    actors = {row["id"] for name in ("countries", "organisations") for row in record.rows(name)}
    if event not in known["events"]:
        yield "event_id", event, "no event of the record"
    elif toward not in list_references(record, event):
        yield "toward", toward, "not a reference party of the event"
    if actor not in actors:
        yield "actor", actor, "no country or organisation of the record"
    if actor == toward:
        yield "actor", actor, "nobody takes a stance toward itself"
    if source not in known["sources"]:
        yield "source_id", source, "no source of the record"
    if read_on is not None:
        yield "source_id", source, f"this cell was read a second time on {read_on}"


def _check_codes(record: Record, cell: CodedCell) -> Iterator[tuple[str, str, str]]:
    codes = [row["code"] for row in record.rows("scale") if row["code"] != NOT_MEMBER]
    reaches = read_reaches(record.rows("modes"))
    if cell.unread:
        for column in ("stance", "certainty", "mode"):
            if value := getattr(cell, column):
                yield column, value, "not empty, and yet the source could not be read"
        return
    if not cell.stance:
        yield "stance", "", "not coded"
        return
    if cell.stance not in codes:
        yield "stance", cell.stance, f"not one of {', '.join(codes)}"
    # Of no sentence there is neither certainty nor mode.
    nothing_said = cell.stance == NO_DATA and not cell.certainty and not cell.mode
    if not nothing_said:
        if cell.certainty not in RANK:
            yield "certainty", cell.certainty, f"not one of {', '.join(RANK)}"
        if cell.mode not in reaches:
            yield "mode", cell.mode, f"not one of {', '.join(reaches)}"
    reach = reaches.get(cell.mode, ())
    if reach and cell.stance in codes and cell.stance not in reach:
        yield "stance", cell.stance, f"out of reach of a {cell.mode}: {', '.join(reach)}"
    yield from _check_event(record, cell)
    if bool(cell.note) != bool(cell.note_ru):
        column = "note_ru" if cell.note else "note"
        yield column, "", "empty although the note stands in the other language"


def _check_event(record: Record, cell: CodedCell) -> Iterator[tuple[str, str, str]]:
    event = cell.key[0]
    layered = {row["event_id"] for row in record.rows("vote_layers")}
    drills = {row["id"] for row in record.rows("events") if row["kind"] == "drill"}
    if cell.mode and (event in layered) != (cell.mode == VOTE):
        voted = event in layered
        yield "mode", cell.mode, "not vote at an event that is one" if voted else "no roll call"
    if event in drills and cell.stance == MATERIAL:
        yield "stance", cell.stance, "a drill is not material support"
