"""Agreement of two readings: perfect, chance and bounds, on cells of a small record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.intercoder_agreement import (
    Agreement,
    Cell,
    drop_examples,
    list_disagreements,
    measure_agreement,
    pair_codes,
)
from data.load import read_record
from data.stances import read_ordinals
from tests.data.record_factory import SOUND, make_record

SCALE = ["MAT", "DIP", "TEP", "NEU", "LEAN", "OPP", "HOS"]


def readings(pairs: list[tuple[str, str]]) -> list[Cell]:
    """One cell for each pair of codes."""
    return [
        Cell(f"e{at}", "RUS", "ARM", "an-article", first, second, worked_example=False)
        for at, (first, second) in enumerate(pairs)
    ]


def measure(pairs: list[tuple[str, str]]) -> Agreement:
    """Agreement over `readings` of these pairs."""
    return measure_agreement(readings(pairs), read_ordinals(read_record()))


def test_identical_readings_agree_wholly() -> None:
    found = measure([(code, code) for code in [*SCALE, "SIL", "ND"]])
    assert (found.alpha, found.nominal, found.same) == (1, 1, 1)
    assert (found.low, found.high) == (1, 1)
    assert (found.cells, found.placed) == (9, 7)


def test_near_misses_weigh_less_than_far_ones() -> None:
    near = [*((code, code) for code in SCALE), ("DIP", "TEP"), ("LEAN", "OPP")]
    far = [*((code, code) for code in SCALE), ("DIP", "OPP"), ("OPP", "MAT")]
    close, apart = measure(near), measure(far)
    assert 1 > close.alpha > apart.alpha
    assert close.low <= close.alpha <= close.high
    assert close.same == apart.same == 7 / 9


def test_codes_off_the_scale_count_in_the_nominal_figure_only() -> None:
    pairs = [*((code, code) for code in SCALE), ("SIL", "ND"), ("ND", "NEU")]
    found = measure(pairs)
    assert (found.alpha, found.placed, found.cells) == (1, 7, 9)
    assert found.nominal < 1


def test_the_interval_can_be_repeated() -> None:
    pairs = [("DIP", "TEP"), ("NEU", "NEU"), ("OPP", "LEAN"), ("MAT", "MAT")]
    assert measure(pairs) == measure(pairs)


def test_the_first_code_is_that_of_the_day_of_the_second_coding() -> None:
    record = make_record(**SOUND)
    (cell,) = pair_codes(record)
    assert (cell.first, cell.second) == ("LEAN", "NEU")
    assert list_disagreements(record) == [cell]


def test_worked_examples_can_be_left_out() -> None:
    known, fresh = readings([("DIP", "DIP"), ("NEU", "DIP")])
    assert drop_examples([replace(known, worked_example=True), fresh]) == [fresh]


def test_too_few_cells_cannot_be_measured() -> None:
    with pytest.raises(ValueError, match="0 cells on the scale"):
        measure([("SIL", "SIL"), ("ND", "DIP")])


def test_second_coding_of_the_record_can_be_measured_with_and_without_examples() -> None:
    record = read_record()
    cells = pair_codes(record)
    fresh = drop_examples(cells)
    assert len(fresh) == len(cells) - 14 >= 40
    for chosen in (cells, fresh):
        found = measure_agreement(chosen, read_ordinals(record))
        assert found.low < found.alpha < found.high <= 1


def test_every_disagreement_is_settled() -> None:
    record = read_record()
    settled = {
        (row["event_id"], row["actor"], row["toward"]) for row in record.rows("adjudications")
    }
    for cell in list_disagreements(record):
        assert (cell.event_id, cell.actor, cell.toward) in settled, cell
