"""Cells coded blind: what may be drawn, and files that are taken whole or not at all."""

from __future__ import annotations

import csv
import json
import re
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.codebook_examples import find_examples, read_examples
from data.coding import main
from data.coding_cells import draw_cells, find_first_code, list_coding_cells, name_cell
from data.coding_file import parse_coding
from data.intercoder_agreement import KEY, PERIODS, pair_codes
from data.load import HERE, read_record
from data.proposals import LOG

RECORD = read_record()
CELLS = list_coding_cells(RECORD)
TABLE = "second_coding.csv"
SEED, CORE, OTHERS = 14, 1, 2
Change = Callable[[dict[str, Any]], object]


def test_examples_are_the_events_and_places_that_the_codebook_names() -> None:
    text = "As in `a-war` (`first-2015 §2`, `§16`); `x` is none, nor is §3. By `other`: (`§4`)."
    found = find_examples(text, {"a-war", "b-war"}, {"first-2015", "other"})
    assert found.events == {"a-war"}
    assert found.places == {("first-2015", "§2"), ("first-2015", "§16"), ("other", "§4")}
    assert found.has("a-war", "third", ())
    assert found.has("b-war", "other", ("§1", "§4"))
    assert not found.has("b-war", "other", ("§2",))
    assert len(read_examples(RECORD).places) > 20


def test_a_draw_has_every_stratum_and_nothing_that_was_read_or_is_given_away() -> None:
    drawn = draw_cells(CELLS, SEED, 5, 8)
    sizes = Counter((cell.period, cell.core) for cell in drawn)
    assert {period for period, _core in sizes} == set(PERIODS)
    assert max(size for (_, core), size in sizes.items() if core) == 5
    assert {size for (_, core), size in sizes.items() if not core} == {8}
    read = {tuple(getattr(cell, name) for name in KEY) for cell in pair_codes(RECORD)}
    named = read_examples(RECORD)
    for cell in drawn:
        assert cell.key not in read
        assert cell.key[0] not in named.events
        assert not {(cell.key[3], place) for place in cell.places} & named.places
    assert draw_cells(reversed(CELLS), SEED, 5, 8) == drawn
    assert draw_cells(CELLS, SEED + 1, 5, 8) != drawn


def make_file() -> dict[str, Any]:
    """A sample coded as the record has it."""
    cells = []
    for cell in draw_cells(CELLS, SEED, CORE, OTHERS):
        code = find_first_code(RECORD, cell.key)
        rows = [row for row in RECORD.rows("claims") if name_cell(row) == cell.key]
        claim = next(row for row in rows if row["stance"] == code)
        told = {"stance": code, "certainty": claim["certainty"], "mode": claim["mode"]}
        key = dict(zip(KEY, cell.key, strict=True))
        cells.append({**key, **told, "unread": False, "note": "", "note_ru": ""})
    told = {"record": "2.0.0", "coder": "A_<b>", "drawn_on": "2026-12-01"}
    return {
        **{"format": 1, **told, "seed": SEED, "core": CORE, "others": OTHERS},
        "cells": cells,
    }


def test_the_example_of_the_guide_is_such_a_file() -> None:
    text = (HERE.parent / "docs" / "coding-blind.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```json\n(.*?)^```", text, re.M | re.S)
    (cell,) = parse_coding("a.json", json.loads(example)).cells
    assert cell.stance in {row["code"] for row in RECORD.rows("scale")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the record."""
    return Path(shutil.copytree(HERE, tmp_path / "data"))


def write(folder: Path, made: object) -> str:
    path = folder.parent / "a.json"
    path.write_text(json.dumps(made), encoding="utf-8")
    return str(path)


def read_all(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_file_is_checked_then_written_with_the_first_codes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made = make_file()
    other, passed = made["cells"][0], made["cells"][1]
    first = other["stance"]
    told = {
        "stance": "ND",
        "certainty": "",
        "mode": "",
        "note": 'He said "=1", no more',
        "note_ru": "Н",
    }
    other.update(told)
    passed.update({"stance": "", "certainty": "", "mode": "", "unread": True})
    before = read_all(folder)
    path = write(folder, made)
    assert main(["check", path], folder) == 0
    said = capsys.readouterr().out
    count = len(made["cells"])
    assert f"{count - 1} cells read by A_<b>, 1 passed over" in said
    name = ", ".join(other[column] for column in KEY)
    assert f"to settle: 1\n{name}: the record has {first}, read as ND" in said
    assert "does not draw" not in said
    assert read_all(folder) == before
    assert main(["apply", path], folder) == 0
    after = read_all(folder)
    assert {file for file in after if after[file] != before[file]} == {TABLE, LOG}
    assert after[TABLE].startswith(before[TABLE])
    rows = list(csv.DictReader(after[TABLE].decode().splitlines()))[-(count - 1) :]
    assert rows[0] == {
        **{column: other[column] for column in KEY},
        **{"first_stance": first, **told, "read_on": "2026-12-01", "worked_example": "false"},
    }
    assert all(row["first_stance"] == row["stance"] for row in rows[1:])
    assert r"read blind by A\_\<b\>, drawn on 2026-12-01 with seed 14." in after[LOG].decode()
    capsys.readouterr()
    # What was read cannot be read a second time again.
    assert main(["apply", path], folder) == 1
    assert "was read a second time on 2026-12-01" in capsys.readouterr().err
    assert read_all(folder) == after


def cell(**cells: object) -> Change:
    return lambda made: made["cells"][0].update(cells)


def top(**cells: object) -> Change:
    return lambda made: made.update(cells)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (top(format=2), "a.json: format"),
        (top(seed=-1), "a.json: seed"),
        (top(drawn_on="2026-02-30"), 'drawn_on "2026-02-30": not a day'),
        (top(colour="red"), "colour"),
        (top(cells=[]), "a.json: cells"),
        (lambda made: made["cells"].append(made["cells"][0]), "the same cell as cells/0"),
        (cell(note="two\nlines"), "cells/0/note"),
        (cell(stance=""), 'stance "": not coded'),
        (cell(stance="XXX"), 'stance "XXX": not one of MAT, DIP'),
        (cell(stance="NOM"), 'stance "NOM": not one of'),
        (cell(mode="deed", stance="SIL"), 'stance "SIL": out of reach of a deed'),
        (cell(mode="vote"), 'mode "vote": no roll call'),
        (cell(certainty=""), 'certainty "": not one of explicit'),
        (cell(unread=True), "not empty, and yet the source could not be read"),
        (cell(event_id="no-such"), 'event_id "no-such": no event of the record'),
        (cell(toward="BRA"), 'toward "BRA": not a reference party'),
        (cell(source_id="../x"), 'source_id "../x": no source of the record'),
        (cell(note="Only this."), 'note_ru "": empty although'),
    ],
)
def test_with_a_rule_broken_it_is_named_and_nothing_is_written(
    folder: Path, capsys: pytest.CaptureFixture[str], change: Change, told: str
) -> None:
    before, made = read_all(folder), make_file()
    change(made)
    assert main(["apply", write(folder, made)], folder) == 1
    found = capsys.readouterr().err
    assert told in found
    assert found.startswith("a.json: ")
    assert read_all(folder) == before


@pytest.mark.parametrize("text", ["", "{", "[" * 100_000, '{"format": 1}', "\ufeff[]"])
def test_what_is_no_such_file_is_refused(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    path = folder.parent / "a.json"
    path.write_text(text, encoding="utf-8")
    assert main(["check", str(path)], folder) == 1
    assert capsys.readouterr().err.startswith("a.json: ")
