"""`cohesion.json` is held to the record: a name that selects nothing is named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from data.check_cohesion import check_cohesion
from data.cohesion_variants import read_cohesion, read_variants
from data.load import read_tables

TABLES = read_tables()[0]


def check(path: Path, bend: Callable[[dict[str, Any]], Any]) -> list[str]:
    told = read_cohesion()
    bend(told)
    file = path / "cohesion.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    return [str(problem) for problem in check_cohesion(TABLES, file)]


def test_the_file_of_the_record_is_sound() -> None:
    assert list(check_cohesion(TABLES)) == []
    assert read_variants()[0].name == "index"


@pytest.mark.parametrize(
    ("bend", "named"),
    [
        (lambda told: told.update(hub="XXX"), 'hub "XXX"'),
        (lambda told: told.pop("strain"), "must hold"),
        (lambda told: told["variants"].reverse(), "index first"),
        (lambda told: told["variants"][1].update(without_certainty="mood"), '"mood"'),
        (lambda told: told["variants"][2].update(without_kind="vote"), '"vote"'),
        (lambda told: told["variants"][3].update(without_year=1848), '"1848"'),
        (lambda told: told["variants"][4].update(modes=["act"]), '"act"'),
        (lambda told: told["variants"][4].update(weight=2), '"weight"'),
        (lambda told: told["strain"]["exits"].update(begins=["gone"]), '"gone"'),
        (lambda told: told["strain"]["fighting"].update(kinds=["war"]), '"kinds"'),
    ],
)
def test_what_selects_nothing_is_named(
    tmp_path: Path, bend: Callable[[dict[str, Any]], Any], named: str
) -> None:
    assert [problem for problem in check(tmp_path, bend) if named in problem]


def test_an_unreadable_file_is_one_problem(tmp_path: Path) -> None:
    file = tmp_path / "cohesion.json"
    file.write_text("{", encoding="utf-8")
    assert len(list(check_cohesion(TABLES, file))) == 1
