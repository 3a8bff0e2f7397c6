"""Agreement of two readings: perfect, chance and bounds, on cells of a small record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from data.claim_outcomes import resolve_all
from data.intercoder_agreement import (
    PERIODS,
    Agreement,
    Cell,
    drop_examples,
    find_last_reading,
    find_period,
    pair_codes,
)
from data.krippendorff import compute_agreement
from data.load import read_record
from data.resolve import resolve_stance
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
    found = compute_agreement(readings(pairs), read_ordinals(read_record()))
    assert found is not None
    return found


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


def test_worked_examples_can_be_left_out() -> None:
    known, fresh = readings([("DIP", "DIP"), ("NEU", "DIP")])
    assert drop_examples([replace(known, worked_example=True), fresh]) == [fresh]


def test_the_last_reading_is_that_of_the_latest_day() -> None:
    before, after = readings([("DIP", "DIP"), ("NEU", "DIP")])
    cells = [replace(before, read_on=date(2025, 1, 1)), replace(after, read_on=date(2026, 1, 1))]
    assert find_last_reading(cells) == cells[1:]


@pytest.mark.parametrize(
    ("year", "first"), [(1991, 1991), (2001, 1991), (2002, 2002), (2019, 2011), (2026, 2020)]
)
def test_a_year_lies_in_a_period(year: int, first: int) -> None:
    assert find_period(year) == first


def test_a_year_before_all_periods_is_an_error() -> None:
    with pytest.raises(ValueError, match="1990 is before 1991"):
        find_period(1990)


def test_the_last_draw_reaches_every_period_and_enough_sources() -> None:
    record = read_record()
    drawn = find_last_reading(pair_codes(record))
    articles = {row["id"] for row in record.rows("sources") if row["kind"] == "article"}
    assert len(drawn) >= 120
    assert sum(cell.source_id not in articles for cell in drawn) >= 80
    assert {find_period(cell.year) for cell in drawn} == set(PERIODS)
    found = compute_agreement(drop_examples(drawn), read_ordinals(record))
    assert found is not None
    assert found.alpha >= 0.85
    assert found.low >= 0.78


def test_too_few_cells_cannot_be_measured() -> None:
    cells = readings([("SIL", "SIL"), ("ND", "DIP")])
    assert compute_agreement(cells, read_ordinals(read_record())) is None


def test_second_coding_of_the_record_can_be_measured_with_and_without_examples() -> None:
    record = read_record()
    cells = pair_codes(record)
    fresh = drop_examples(cells)
    assert len(fresh) == len(cells) - 22 >= 160
    for chosen in (cells, fresh):
        found = compute_agreement(chosen, read_ordinals(record))
        assert found is not None
        assert found.low < found.alpha < found.high <= 1


def test_every_disagreement_is_settled() -> None:
    record = read_record()
    ordinals = read_ordinals(record)
    settled = {
        (row["event_id"], row["actor"], row["toward"]) for row in record.rows("adjudications")
    }
    claims = [claim for stance in resolve_all(record).values() for claim in stance.claims]
    for cell in pair_codes(record):
        if cell.first == cell.second:
            continue
        question = (cell.event_id, cell.actor, cell.toward)
        said = [c for c in claims if (c.event_id, c.actor, c.toward) == question]
        of_source = [claim for claim in said if claim.source_id == cell.source_id]
        corrected = resolve_stance(of_source, None, ordinals).code == cell.second
        assert question in settled or corrected, cell
