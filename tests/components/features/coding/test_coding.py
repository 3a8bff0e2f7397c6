"""Blind coding: what the page is sent, and what it computes, against the record's own code."""

from __future__ import annotations

import itertools
import json
import random
from dataclasses import asdict
from typing import Any

import pytest

from components.core.i18n import locale_context
from components.features.coding.document import describe_cells, write_cells
from components.features.coding.page import describe_rule
from data.coding_cells import draw_cells, list_coding_cells
from data.coding_file import parse_coding
from data.coding_rules import find_problems
from data.intercoder_agreement import KEY, drop_examples, find_last_reading, pair_codes
from data.krippendorff import compute_agreement
from data.languages import LANGUAGES
from data.load import HERE, read_record
from data.record import Record
from data.resolve import RANK
from data.stances import read_ordinals
from tests.scripts import run_script

RECORD = read_record()


def recode(record: Record) -> Record:
    """The record of somebody who read the same places and thought otherwise of each."""
    claims = [
        {
            **row,
            **{"stance": "NEU" if row["stance"] != "NEU" else "OPP", "certainty": "opinion"},
            **{"mode": "report", "speaker": "public", "summary": "Other.", "summary_ru": "Иное."},
            **{"speaker_name": "Nobody", "speaker_name_ru": "Никто", "id": f"claim-{at}"},
        }
        for at, row in enumerate(record.rows("claims"))
    ]
    second = [
        {**row, "first_stance": "ND", "stance": "ND", "certainty": None, "note": "Other."}
        for row in record.rows("second_coding")
    ]
    return record.keep_rows(claims=claims, second_coding=second, adjudications=[])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_record_s_code_does_not_reach_the_page(language: str) -> None:
    other = recode(RECORD)
    assert write_cells(other, language) == write_cells(RECORD, language)
    with locale_context(language):
        assert describe_rule(other) == describe_rule(RECORD)
    text = write_cells(RECORD, language).decode()
    assert not [row["id"] for row in RECORD.rows("claims") if json.dumps(row["id"]) in text]
    codes = {row["code"] for row in RECORD.rows("scale")} - {
        row["id"] for row in RECORD.rows("countries")
    }
    assert not [code for code in codes if json.dumps(code) in text]


def test_the_rule_shown_is_the_codebook_s() -> None:
    lines = (HERE / "CODEBOOK.md").read_text(encoding="utf-8").splitlines()
    with locale_context("en"):
        codes = describe_rule(RECORD)["codes"]
    scale = [code for code in codes if code["ordinal"] is not None]
    assert len(scale) == 7
    for code in scale:
        (line,) = (each for each in lines if each.startswith(f"| {code['code']} "))
        assert (code["when"], code["unless"]) == tuple(
            line.split(" | ")[at].rstrip(" |") for at in (1, 3)
        )


MODULES = {
    "sample": "coding/sample.ts",
    "agreement": "coding/agreement.ts",
    "rules": "coding/rules.ts",
    "file": "coding/coding_file.ts",
}


def test_the_browser_draws_the_same_cells() -> None:
    asked = [(1, 14, 30), (4_294_967_295, 3, 0), (0, 0, 1000)]
    drawn = run_script(
        MODULES,
        """const { asked, document } = argument;
        return asked.map((numbers) => modules.sample.drawCells(document, ...numbers));""",
        {"document": describe_cells(RECORD, "en"), "asked": asked},
    )
    cells = list_coding_cells(RECORD)
    wanted = [[list(cell.key) for cell in draw_cells(cells, *numbers)] for numbers in asked]
    assert drawn == wanted
    assert len(wanted[0]) > 100


def test_the_browser_s_agreement_is_the_record_s() -> None:
    cells = pair_codes(RECORD)
    ordinals = read_ordinals(RECORD)
    fresh = drop_examples(cells)
    groups = [cells, fresh, drop_examples(find_last_reading(cells)), fresh[:9], fresh[:3]]
    found = run_script(
        MODULES,
        """return argument.groups.map((pairs) =>
          modules.agreement.measureAgreement(pairs, new Map(argument.ordinals)));""",
        {
            "groups": [[(cell.first, cell.second) for cell in group] for group in groups],
            "ordinals": list(ordinals.items()),
        },
    )
    for group, said in zip(groups, found, strict=True):
        wanted = compute_agreement(group, ordinals)
        assert wanted is not None
        told = {**said.pop("ordinal"), **said}
        assert told == pytest.approx(asdict(wanted), rel=1e-12)
    assert found[0]["cells"] == len(cells)


def test_the_browser_holds_the_rules_of_a_cell_and_writes_what_is_read() -> None:
    document = describe_cells(RECORD, "en")
    kinds = {event["kind"]: key for key, event in document["events"].items()}
    events = {kinds["conflict"], kinds["drill"], kinds["un_vote"]}
    keys = [
        next(
            cell for cell in list_coding_cells(RECORD) if cell.key[0] == event and not cell.read
        ).key
        for event in sorted(events)
    ]
    stances = ["", *(row["code"] for row in RECORD.rows("scale") if row["code"] != "NOM")]
    modes = ["", *(row["code"] for row in RECORD.rows("modes"))]
    notes = [("", ""), ("Said so.", ""), ("Said so.", "Сказал.")]
    every = list(itertools.product(keys, stances, ["", *RANK], modes, notes))
    cells: list[dict[str, Any]] = [
        {
            **dict(zip(KEY, key, strict=True)),
            **{"stance": stance, "certainty": certainty, "mode": mode, "unread": False},
            **{"note": note, "note_ru": note_ru},
        }
        for key, stance, certainty, mode, (note, note_ru) in random.Random(14).sample(every, 400)
    ]
    cells.append({**cells[0], "stance": "", "certainty": "", "mode": "", "unread": True})
    top = {"format": 1, "record": "2.0.0", "coder": 'A "<b>"', "seed": 1, "core": 1, "others": 1}
    files = [{**top, "drawn_on": "2026-12-01", "cells": [cell]} for cell in cells]
    with locale_context("en"):
        rule = describe_rule(RECORD)
    said = run_script(
        MODULES,
        """const { files, rule, document } = argument;
        return files.map((found) => {
          const coding = modules.file.parseCoding(found);
          const [cell] = coding.cells;
          return {
            text: modules.file.writeCoding(coding),
            done: modules.rules.isDone(cell, rule, document.events[cell.event_id]),
          };
        });""",
        {"files": files, "rule": rule, "document": document},
    )
    outcomes = set()
    for file, told in zip(files, said, strict=True):
        coding = parse_coding("a.json", json.loads(told["text"]))
        assert coding == parse_coding("a.json", file)
        problems = [each for each in find_problems(RECORD, coding) if each.column]
        assert told["done"] == (not problems), (file["cells"], problems)
        outcomes.add(told["done"])
    assert outcomes == {True, False}
