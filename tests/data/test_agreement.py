"""Agreement of two readings: perfect, chance and bounds, on cells of a small record."""

from __future__ import annotations

import pytest

from data.agreement import list_disagreements, measure_agreement, pair_codes
from data.read import read_record
from data.record import Record
from tests.data.small import Cells, make_record

SCALE = ["MAT", "DIP", "TEP", "NEU", "LEAN", "OPP", "HOS"]


def readings(pairs: list[tuple[str, str]]) -> Record:
    """A record with one cell for each pair of codes; a first code of ND has no claim."""
    claims: list[Cells] = []
    second: list[Cells] = []
    for at, (first, other) in enumerate(pairs):
        cell = {"event_id": f"e{at}", "actor": "RUS", "toward": "ARM", "source_id": "an-article"}
        if first != "ND":
            claims.append({**cell, "id": f"c{at}", "stance": first, "certainty": "explicit"})
        second.append({**cell, "stance": other})
    return make_record(claims=claims, second_reading=second)


def test_identical_readings_agree_wholly() -> None:
    found = measure_agreement(readings([(code, code) for code in [*SCALE, "SIL", "ND"]]))
    assert (found.alpha, found.nominal, found.same) == (1, 1, 1)
    assert (found.low, found.high) == (1, 1)
    assert (found.cells, found.placed) == (9, 7)


def test_near_misses_weigh_less_than_far_ones() -> None:
    near = [*((code, code) for code in SCALE), ("DIP", "TEP"), ("LEAN", "OPP")]
    far = [*((code, code) for code in SCALE), ("DIP", "OPP"), ("OPP", "MAT")]
    close, apart = measure_agreement(readings(near)), measure_agreement(readings(far))
    assert 1 > close.alpha > apart.alpha
    assert close.low <= close.alpha <= close.high
    assert close.same == apart.same == 7 / 9


def test_codes_off_the_scale_count_in_the_nominal_figure_only() -> None:
    pairs = [*((code, code) for code in SCALE), ("SIL", "ND"), ("ND", "NEU")]
    found = measure_agreement(readings(pairs))
    assert (found.alpha, found.placed, found.cells) == (1, 7, 9)
    assert found.nominal < 1
    assert [cell.event_id for cell in list_disagreements(readings(pairs))] == ["e7", "e8"]


def test_the_interval_can_be_repeated() -> None:
    record = readings([("DIP", "TEP"), ("NEU", "NEU"), ("OPP", "LEAN"), ("MAT", "MAT")])
    assert measure_agreement(record) == measure_agreement(record)


def test_several_claims_of_one_source_resolve_first() -> None:
    cell = {"event_id": "e", "actor": "RUS", "toward": "ARM", "source_id": "an-article"}
    record = make_record(
        claims=[
            {**cell, "id": "a", "stance": "DIP", "certainty": "group"},
            {**cell, "id": "b", "stance": "NEU", "certainty": "explicit"},
            {**cell, "id": "c", "stance": "OPP", "certainty": "explicit", "source_id": "other"},
        ],
        second_reading=[{**cell, "stance": "NEU"}],
    )
    assert [(found.first, found.second) for found in pair_codes(record)] == [("NEU", "NEU")]


def test_too_few_cells_cannot_be_measured() -> None:
    with pytest.raises(ValueError, match="0 cells on the scale"):
        measure_agreement(readings([("SIL", "SIL"), ("ND", "DIP")]))


def test_second_reading_of_the_record_can_be_paired() -> None:
    record = read_record()
    cells = pair_codes(record)
    assert len(cells) == len(record.rows("second_reading"))
    if cells:
        assert -1 <= measure_agreement(record).alpha <= 1
