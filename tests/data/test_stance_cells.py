"""The cells between members: who reacts to whom, and what is unknown."""

from __future__ import annotations

import pytest

from data.load import read_record
from data.membership import members_on
from data.stance_cells import find_nearest_code, list_cells, list_layers
from data.stances import read_ordinals
from tests.data.alliance_factory import Told, make_alliance

CLASH = ("clash", "2016-04-02", "conflict", "ARM", {"RUS": "NEU", "KAZ": "LEAN/NEU", "BLR": "SIL"})


def test_cells_are_the_other_members_with_what_is_unknown_left_open() -> None:
    cells = {cell.actor: cell for cell in list_cells(make_alliance([CLASH]))}
    assert sorted(cells) == ["BLR", "KAZ", "RUS"]
    assert (cells["RUS"].code, cells["RUS"].value) == ("NEU", 0)
    assert (cells["BLR"].code, cells["BLR"].value, cells["BLR"].low) == ("SIL", None, None)
    assert (cells["KAZ"].value, cells["KAZ"].low, cells["KAZ"].high) == (0, -1, 0)
    assert cells["RUS"].pair == ("ARM", "RUS")


def test_members_without_claims_are_cells_without_data() -> None:
    cells = list_cells(make_alliance([("clash", "2016-04-02", "conflict", "ARM", {})]))
    assert [(cell.actor, cell.code) for cell in cells] == [
        ("BLR", "ND"),
        ("KAZ", "ND"),
        ("RUS", "ND"),
    ]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (("a", "1990-01-01", "conflict", "ARM", {"RUS": "DIP"}), "nobody is a member yet"),
        (("a", "2016-01-01", "conflict", "AZE", {"RUS": "DIP"}), "it is no member any more"),
        (("a", "2016-01-01", "summit", "CSTO", {"RUS": "DIP"}), "the bloc is no member"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_layers_toward_others_have_no_cells(told: Told, why: str) -> None:
    record = make_alliance([told])
    assert list_cells(record) == (), why
    assert len(list_layers(record)) == 1


def test_parties_to_the_event_are_no_cells() -> None:
    cells = list_cells(make_alliance([("a", "2016-01-01", "conflict", "ARM", {"RUS": "PTY"})]))
    assert "RUS" not in {cell.actor for cell in cells}


@pytest.mark.parametrize(
    ("mean", "code"),
    [(0.0, "NEU"), (0.5, "NEU"), (-0.5, "NEU"), (0.51, "TEP"), (-2.6, "HOS"), (2.5, "DIP")],
)
def test_a_mean_takes_the_nearest_code_and_halfway_the_more_neutral(mean: float, code: str) -> None:
    assert find_nearest_code(mean, read_ordinals(make_alliance([]))) == code


def test_every_cell_of_the_record_is_between_members_of_its_day() -> None:
    record = read_record()
    cells = list_cells(record)
    assert cells
    rosters = {cell.day: members_on(record, cell.day) for cell in cells}
    for cell in cells:
        assert {cell.actor, cell.toward} <= rosters[cell.day], cell
        assert cell.actor != cell.toward, cell
        assert (cell.value is None) == (cell.code in {"SIL", "ND"}), cell
