"""What the form holds and computes in the browser, against the record's own code."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from components.features.propose.document import EDITABLE, describe_tables
from data import (
    check_claims,
    check_deaths,
    check_modes,
    check_places,
    check_positions,
    check_references,
    check_translations,
    check_values,
)
from data.load import read_record, read_schemas, read_tables
from data.parse import parse_cell
from data.record import Record
from data.schema import Row
from data.stances import list_references, resolve_event
from tests.scripts import run_script

# What `table_rules.ts` and `claim_rules.ts` hold. The page says what they do not.
HELD = (
    check_references.check_actors,
    check_references.check_parties,
    check_references.check_adjudications,
    check_references.check_locators,
    check_references.check_derived,
    check_values.check_order,
    check_values.check_claim_dates,
    check_values.check_events,
    check_values.check_existence,
    check_claims.check_early,
    check_claims.check_source_dates,
    check_claims.check_public,
    check_claims.check_repeats,
    check_modes.check_claim_modes,
    check_modes.check_vote_modes,
    check_modes.check_drills,
    check_places.check_addresses,
    check_places.check_claim_locators,
    check_positions.check_positions,
    check_deaths.check_counts,
    check_deaths.check_bounds,
)
BENT = 400
# Columns of claims that the resolution reads.
RESOLVED = (*("stance", "certainty", "mode", "date", "dated") * 6, "actor", "source_id", "toward")
MODULES = {
    "tables": "propose/record_tables.ts",
    "rules": "propose/table_rules.ts",
    "resolution": "propose/resolution.ts",
}
RUN = """
  const { document, rows } = argument;
  const { indexTables, applyDraft } = modules.tables;
  const whole = indexTables(document);
  const { resolveTables } = modules.resolution;
  const flat = (tables) => [...resolveTables(tables)].flatMap(([event, byParty]) =>
    [...byParty].flatMap(([toward, stances]) =>
      [...stances].map(([actor, { code, readings, weakness }]) =>
        [event, toward, actor, code, readings.join(), weakness].join(" "))));
  const name = ({ table, key, column }) => [table, key.join(","), column].join(" ");
  const judge = (tables) => ({ problems: modules.rules.checkTables(tables).map(name) });
  const stances = flat(whole);
  const known = new Set(stances);
  return {
    whole: { ...judge(whole), stances },
    bent: rows.map((row) => {
      const tables = applyDraft(whole, [row]);
      return { ...judge(tables), stances: flat(tables).filter((stance) => !known.has(stance)) };
    }),
  };
"""


@dataclass(frozen=True)
class Bent:
    """A row of a table with one cell changed."""

    table: str
    at: int
    before: dict[str, str]
    after: dict[str, str]


@cache
def read_cells(table: str) -> list[dict[str, str]]:
    columns = read_schemas()[table].columns
    return [dict(zip(columns, cells, strict=True)) for cells in describe_tables()["tables"][table]]


def bend_rows() -> Iterator[Bent]:
    """Rows with a cell of another row, or what is wrong for most columns; the same every time."""
    chance = random.Random(14)
    wrong = ("", "XYZ", " x", "2021-02-29", "2020-10-15", "1990-05-05", "-7", "§999", "NOM")
    # All columns of event_sources are its key.
    tables = [name for name in EDITABLE if name != "event_sources"]
    for _each in range(BENT):
        table = chance.choice((*["claims"] * 6, *tables))
        schema = read_schemas()[table]
        rows = read_cells(table)
        at = chance.randrange(len(rows))
        columns = [name for name in schema.columns if name not in schema.primary_key]
        column = chance.choice((*columns, *RESOLVED) if table == "claims" else columns)
        cell = chance.choice((chance.choice(rows)[column], chance.choice(rows)[column], *wrong))
        yield Bent(table, at, rows[at], {**rows[at], column: cell})


@cache
def read_typed() -> dict[str, list[Row]]:
    return read_tables()[0]


def find_problems(bent: Bent) -> tuple[set[str], dict[str, list[Row]]]:
    """What the record's own rules say of the tables with such a row."""
    schemas, tables = read_schemas(), dict(read_typed())
    schema = schemas[bent.table]
    row: dict[str, Any] = {"line": bent.at + 2}
    found = set()
    for field in schema.fields:
        row[field.name], rule = parse_cell(field, bent.after[field.name])
        if rule:
            found.add(name_problem(bent.table, bent.at, field.name))
    tables[bent.table] = [*tables[bent.table]]
    tables[bent.table][bent.at] = row
    shown = {name: schemas[name] for name in EDITABLE}
    rules = [
        *(partial(rule, tables) for rule in HELD),
        partial(check_references.check_foreign_keys, shown, tables),
        partial(check_translations.check_translations, shown, tables),
    ]
    for rule_of in rules:
        found |= {
            name_problem(table, each.row - 2, each.column)
            for each in rule_of()
            if (table := each.file.removesuffix(".csv")) in EDITABLE
        }
    return found, tables


def name_problem(table: str, at: int, column: str) -> str:
    row = read_cells(table)[at]
    return f"{table} {','.join(row[name] for name in read_schemas()[table].primary_key)} {column}"


def list_stances(record: Record) -> set[str]:
    return {
        f"{event['id']} {toward} {actor} "
        f"{stance.code} {','.join(stance.readings)} {stance.weakness}"
        for event in record.rows("events")
        for toward in list_references(record, event["id"])
        for actor, stance in resolve_event(record, event["id"], toward).items()
    }


def test_browser_holds_and_resolves_as_the_record_does() -> None:
    record, bent = read_record(), list(bend_rows())
    rows = [{"table": each.table, "before": each.before, "after": each.after} for each in bent]
    said = run_script(MODULES, RUN, {"document": describe_tables(), "rows": rows})
    whole = list_stances(record)
    assert said["whole"]["problems"] == []
    assert set(said["whole"]["stances"]) == whole
    refused: set[str] = set()
    changed = 0
    for each, told in zip(bent, said["bent"], strict=True):
        problems, tables = find_problems(each)
        assert set(told["problems"]) == problems, (each, told)
        refused |= {f"{name.split()[0]} {name.split()[-1]}" for name in problems}
        if not problems:
            other = record.keep_rows(**{each.table: tables[each.table]})
            stances = list_stances(other) - whole
            assert set(told["stances"]) == stances, each
            changed += bool(stances)
    # Enough of both, so that agreeing means something.
    assert len(refused) > 30
    assert changed > 5
