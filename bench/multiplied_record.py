"""The record several times over, to see what the atlas does with one that has grown.

``python -m bench.multiplied_record 10 FOLDER`` copies what the atlas needs to run into a new folder
and multiplies its record there; start it as any other: ``cd FOLDER && streamlit run app.py``.

Events are repeated with all that stands at them (parties, claims, requests, answers, votes, second
coding) and with the sources that these cite. Countries, organisations, memberships and zones stay
as they are: a longer record has more happen in the same places. Each repetition is moved in time to
another day between the same two changes of membership, so that the same states are members and
every rule of the record holds; `python -m data.check` passes in the new folder.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from bench.multiplied_dates import Shifts, shift_day, shift_part
from bench.multiplied_names import rename_event, rename_key, rename_resolution, rename_source
from bench.project_copy import Rows, copy_project, read_rows, write_rows
from data.load import read_schemas
from data.review import REVIEWED

Tables = dict[str, Rows]

# Repeated with their event, in an order in which none needs a later one.
AT_EVENTS = (
    *("event_sources", "death_counts", "parties", "claims", "adjudications", "requests", "answers"),
    *("request_answers", "request_obligations", "vote_layers", "second_coding", "conflict_codes"),
)
# Columns that name a source.
CITING = ("source_id", "source_a", "source_b", "other_source_id")
TITLES = ("title_en", "title_ru")
# What was done at the desk, not in the world, keeps its day.
AT_DESK = ("read_on",)
# In degrees: far enough apart not to be one sign, near enough to be the same country.
SPREAD = 0.6


def multiply_tables(tables: Tables, times: int) -> Tables:
    """Tables with every event `times` over, the first time as it is. ValueError below one."""
    if times < 1:
        raise ValueError(f"{times} is not a number of times")
    date_columns = {
        name: [field.name for field in schema.fields if field.type == "date"]
        for name, schema in read_schemas().items()
    }
    shifts = Shifts(tables, REVIEWED)
    result = {name: list(rows) for name, rows in tables.items()}
    for copy in range(2, times + 1):
        for name, rows in repeat_events(tables, shifts, date_columns, copy).items():
            result[name].extend(rows)
    return result


def repeat_events(
    tables: Tables, shifts: Shifts, date_columns: dict[str, list[str]], copy: int
) -> Tables:
    """Rows to add for one repetition, by table."""
    votes = {row["resolution"]: row["event_id"] for row in tables["vote_layers"]}
    claims = {row["id"]: row["event_id"] for row in tables["claims"]}
    added: Tables = {"events": [move_event(row, shifts, copy) for row in tables["events"]]}
    for name in AT_EVENTS:
        added[name] = [
            repeat_row(row, row["event_id"], shifts, date_columns[name], copy)
            for row in tables[name]
        ]
    for row in added["request_answers"]:
        if row["claim_id"]:
            row["claim_id"] = rename_key(row["claim_id"], claims[row["claim_id"]], copy)
    for name in ("votes", "resolutions"):
        added[name] = [
            repeat_row(row, votes[row["resolution"]], shifts, date_columns[name], copy)
            for row in tables[name]
        ]
    added["threats"] = [
        repeat_row(row, "", shifts, date_columns["threats"], copy) for row in tables["threats"]
    ]
    added["discrepancies"] = [
        repeat_row(row, row["event_id"], shifts, [], copy)
        for row in tables["discrepancies"]
        if row["event_id"]
    ]
    added |= repeat_sources(tables, added, shifts, copy)
    added["untraced"] = list_untraced(tables, added, copy)
    return added


def move_event(row: dict[str, str], shifts: Shifts, copy: int) -> dict[str, str]:
    """An event on another day; beside its place unless it belongs to a zone."""
    days = shifts.find(row["id"], copy)
    moved = {**row, "id": rename_event(row["id"], copy)}
    for column in ("date_start", "date_end"):
        moved[column] = shift_day(row[column], days, REVIEWED)
    for column in TITLES:
        moved[column] = f"{row[column]} ({copy})"
    if row["lat"] and not row["zone_id"]:
        for column, turn in (("lat", 0.618034), ("lon", 0.754878)):
            aside = (copy * turn % 1 - 0.5) * 2 * SPREAD
            moved[column] = f"{float(row[column]) + aside:.3f}"
    return moved


def repeat_row(
    row: dict[str, str], event: str, shifts: Shifts, date_columns: list[str], copy: int
) -> dict[str, str]:
    """A row that stands at an event, or at none (``""``), with new names and days."""
    days = shifts.find(event, copy)
    moved = dict(row)
    for column in date_columns:
        if column not in AT_DESK:
            moved[column] = shift_day(row[column], days, REVIEWED)
    if row.get("years"):
        moved["years"] = shifts.list_years(event, copy)
    if row.get("event_id"):
        moved["event_id"] = rename_event(row["event_id"], copy)
    if row.get("id"):
        moved["id"] = rename_key(row["id"], event, copy)
    for column in CITING:
        if row.get(column):
            moved[column] = rename_source(row[column], copy)
    if "resolution" in row:
        moved |= rename_resolution(row, copy)
    return moved


def repeat_sources(tables: Tables, added: Tables, shifts: Shifts, copy: int) -> Tables:
    """The sources that the added rows cite, with what is told of them.

    A source cited at several events moves as far as the latest of them, so that it stays younger
    than all it tells of.
    """
    cited: dict[str, int] = {}
    places: set[tuple[str, str]] = set()
    for name in (*AT_EVENTS, "votes", "threats", "discrepancies"):
        for old, new in zip(pair_rows(tables, name), added[name], strict=True):
            days = shifts.find(find_event(tables, name, old), copy)
            for column in CITING:
                if old.get(column):
                    cited[old[column]] = max(days, cited.get(old[column], days))
                    locator = column.replace("source_id", "locator").replace("source", "locator")
                    places.add((old[column], new.get(locator, "")))
    rows = {
        name: [
            {**row, "source_id": rename_source(row["source_id"], copy)}
            for row in tables[name]
            if row["source_id"] in cited
        ]
        for name in ("source_references", "source_confidence")
    }
    rows["paragraphs"] = [
        {**row, "source_id": rename_source(row["source_id"], copy)}
        for row in tables["paragraphs"]
        if row["source_id"] in cited
        and (row["coded"] != "true" or (row["source_id"], f"§{row['paragraph']}") in places)
    ]
    rows["sources"] = [
        {
            **row,
            "id": rename_source(row["id"], copy),
            "date": shift_part(row["date"], cited[row["id"]], REVIEWED),
        }
        for row in tables["sources"]
        if row["id"] in cited
    ]
    return rows


def pair_rows(tables: Tables, name: str) -> Rows:
    """The rows of a table that were repeated, in the order of their repetitions."""
    return [row for row in tables[name] if name != "discrepancies" or row["event_id"]]


def find_event(tables: Tables, name: str, row: dict[str, str]) -> str:
    """The event at which a row stands; a vote stands at that of its layer."""
    if name == "votes":
        layers = tables["vote_layers"]
        return next(each["event_id"] for each in layers if each["resolution"] == row["resolution"])
    return row.get("event_id", "")


def list_untraced(tables: Tables, added: Tables, copy: int) -> Rows:
    """Rows of what could not be traced, for what was repeated of it."""
    events = {row["id"]: row["event_id"] for row in tables["claims"]}
    renamed = {
        "sources": lambda key: rename_source(key, copy),
        "claims": lambda key: rename_key(key, events[key], copy),
        "resolutions": lambda key: rename_resolution({"resolution": key}, copy)["resolution"],
    }
    there = {
        name: {row["resolution" if name == "resolutions" else "id"] for row in added[name]}
        for name in renamed
    }
    rows = [{**row, "row": renamed[row["table"]](row["row"])} for row in tables["untraced"]]
    return [row for row in rows if row["row"] in there[row["table"]]]


def build_multiplied_project(root: Path, times: int) -> None:
    """Copy the project into `root`, which must not exist or be empty, and multiply its record."""
    copy_project(root)
    schemas = read_schemas()
    tables = {name: read_rows(root / "data" / schema.file) for name, schema in schemas.items()}
    for name, rows in multiply_tables(tables, times).items():
        write_rows(root / "data" / schemas[name].file, rows, schemas[name].columns)


def main() -> None:
    """Read the command line and write the copy."""
    parser = argparse.ArgumentParser(description="The atlas on its record several times over.")
    parser.add_argument("times", type=int, help="how many times, at least 1")
    parser.add_argument("folder", type=Path, help="new folder for the copy")
    given = parser.parse_args()
    if given.times < 1:
        parser.error("times must be at least 1")
    if given.folder.exists() and any(given.folder.iterdir()):
        parser.error(f"{given.folder} is not empty")
    build_multiplied_project(given.folder, given.times)
    print(f"cd {given.folder} && python -m streamlit run app.py")


if __name__ == "__main__":
    main()
