"""Two revisions measured in turn: who goes first, when it ends, what the ratio says."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from bench.host_load import Machine
from bench.paired import Measured, Ratio, Rounds, measure_in_turn, rate_pairs, take_medians
from bench.report import format_table, read_rows
from bench.run_against import PAIRED

ROUNDS = Rounds(least=2, most=6, steady=0.05)


def give(name: str, values: Iterator[float], order: list[str]) -> Callable[[], Measured]:
    def measure() -> Measured:
        order.append(name)
        return {"step_ms": next(values)}

    return measure


def test_rounds_end_when_the_ratio_is_steady_and_turns_change() -> None:
    order: list[str] = []
    ours, theirs = iter([5.0, 6.0, 5.0, 5.0, 5.0, 5.0]), iter([10.0] * 6)
    found = measure_in_turn(
        give("ours", ours, order), give("theirs", theirs, order), ["step_ms"], ROUNDS
    )
    assert order[:4] == ["ours", "theirs", "theirs", "ours"]
    ratio = rate_pairs(*found)["step_ms"]
    assert ratio.median == pytest.approx(0.55)
    assert ratio.spread == pytest.approx(0.05)
    assert ratio.rounds == 2


def test_rounds_end_at_the_most_when_it_never_is() -> None:
    order: list[str] = []
    ours, theirs = iter([5.0, 15.0] * 3), iter([10.0] * 6)
    found = measure_in_turn(
        give("ours", ours, order), give("theirs", theirs, order), ["step_ms"], ROUNDS
    )
    assert len(found[0]) == len(found[1]) == ROUNDS.most
    assert rate_pairs(*found)["step_ms"].spread == pytest.approx(0.5)


def test_a_row_only_one_has_or_that_is_zero_has_no_ratio() -> None:
    ours = [{"messages": 0.0, "step_ms": 4.0, "new_ms": 1.0}]
    theirs = [{"messages": 0.0, "step_ms": 8.0}]
    assert rate_pairs(ours, theirs) == {"step_ms": Ratio(0.5, 0.0, 1)}
    assert take_medians([*ours, *theirs]) == {"messages": 0, "step_ms": 6, "new_ms": 1}


def test_the_table_says_ratio_spread_and_rounds() -> None:
    values = {"atlas": {"step_ms": 5.0}, "old": {"step_ms": 10.0}}
    ratios = {"step_ms": Ratio(0.5, 0.02, 3)}
    table = format_table(read_rows(), values, ["atlas", "old"], "old", ratios)
    assert "(0.50 ±0.02 of it, 3 rounds)" in table


def test_every_paired_group_has_a_row_that_can_be_steady() -> None:
    steady = {row.group for row in read_rows() if row.unit in ("ms", "s") and not row.is_extreme}
    assert steady >= PAIRED - {"drag", "stories"}


def test_own_work_is_not_called_other_work() -> None:
    machine = Machine()
    sum(range(20_000_000))
    machine.note_own()
    assert sum(machine.spent.values()) - machine.own > 0.1
    assert machine.work_ms > 0
    text = machine.describe("400 kbit/s and 300 ms", 4)
    assert "400 kbit/s and 300 ms, browser slowed 4 times" in text
