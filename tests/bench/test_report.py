"""The pure parts of the benchmark: percentiles, dropped frames, traffic sums, the table."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.network_throttle import LINKS, Lane
from bench.report import Row, format_table, is_met, list_notes, read_rows, write_ratio, write_target
from bench.stats import FRAME_MS, count_dropped, find_median, find_percentile, rate_frames
from bench.traffic import Transfer

ROOT = Path(__file__).parents[2]


def make_row(**changes: object) -> Row:
    values: dict[str, object] = {
        "group": "drag",
        "key": "k",
        "label": "Frame",
        "unit": "ms",
        "digits": 1,
        "sense": "most",
        "target": 17.0,
        "note": "",
    }
    return Row(**{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("values", "percent", "expected"),
    [([5], 95, 5), (range(1, 101), 95, 95), ([1, 2, 3, 4], 50, 2), ([4, 1, 3, 2], 100, 4)],
)
def test_percentile_is_nearest_rank(values: list[float], percent: float, expected: float) -> None:
    assert find_percentile(values, percent) == expected


@pytest.mark.parametrize(("values", "expected"), [([3], 3), ([1, 9, 2], 2), ([4, 1, 2, 3], 2.5)])
def test_median(values: list[float], expected: float) -> None:
    assert find_median(values) == expected


@pytest.mark.parametrize("find", [find_median, lambda values: find_percentile(values, 95)])
def test_no_samples_is_an_error(find) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(ValueError, match="no samples"):
        find([])


@pytest.mark.parametrize(
    ("gaps", "expected"),
    [([16.7, 16.6], 0), ([33.3], 1), ([20.0], 0), ([100.0], 5), ([3.0, 50.0, 16.7], 2)],
)
def test_dropped_frames_are_gaps_in_frames(gaps: list[float], expected: int) -> None:
    assert count_dropped(gaps) == expected


def test_even_frames_drop_none() -> None:
    rate = rate_frames([place * FRAME_MS for place in range(61)])
    assert rate.per_second == pytest.approx(60)
    assert rate.p95_ms == pytest.approx(FRAME_MS)
    assert rate.dropped_percent == 0


def test_a_stall_is_counted_and_slows_the_rate() -> None:
    stamps = [0, FRAME_MS, 2 * FRAME_MS, 6 * FRAME_MS]
    rate = rate_frames(stamps)
    assert rate.per_second == pytest.approx(30)
    assert rate.dropped_percent == pytest.approx(50)


def test_a_transfer_counts_what_came_before_the_moment() -> None:
    transfer = Transfer("/atlas/x", [(1.0, 200), (2.0, 1000), (3.0, 1000)])
    assert transfer.bytes_until(2.5) == 1200
    transfer.total, transfer.ended_at = 2300, 3.1
    assert transfer.bytes_until(2.5) == 1200
    assert transfer.bytes_until(3.1) == 2300


def test_connections_share_the_link() -> None:
    link = LINKS["office"]
    lane, second = Lane(link), int(link.rate / 8)
    assert lane.reserve(second, 10.0) == pytest.approx(11.0)
    assert lane.reserve(second // 2, 10.2) == pytest.approx(11.5)
    assert lane.reserve(second // 2, 20.0) == pytest.approx(20.5)


@pytest.mark.parametrize(
    ("sense", "value", "met"),
    [
        ("most", 17.04, True),
        ("most", 17.06, False),
        ("below", 17.0, False),
        ("least", 17.0, True),
        ("least", 16.9, False),
    ],
)
def test_a_target_is_judged_as_printed(sense: str, value: float, met: bool) -> None:
    row = make_row(sense=sense)
    assert is_met(row, value) is met
    assert write_target(row, value).endswith("met" if met else "MISSED")


def test_what_was_not_measured_is_said() -> None:
    assert write_target(make_row(), None).endswith("not measured")
    text = format_table([make_row()], {"atlas": {}, "usual": {"k": 3.0}}, ["atlas", "usual"])
    assert "n/a" in text
    assert "3.0 ms" in text


def test_ratio_is_to_ours_and_absent_where_meaningless() -> None:
    assert write_ratio(30.0, 10.0, make_row()) == " (3.0x)"
    assert write_ratio(30.0, 0.0, make_row()) == ""
    assert write_ratio(30.0, 10.0, make_row(unit="%")) == ""


def test_a_crowd_that_was_kept_out_is_said() -> None:
    notes = list_notes({"atlas": {"visitors_100": 100}, "usual": {"visitors_100": 58, "k": 1}})
    assert notes == ["usual: 58 of 100 visitors could open the page in the time given"]


def test_columns_line_up() -> None:
    rows = [make_row(), make_row(key="m", label="A longer label", group="step", target=None)]
    values = {"atlas": {"k": 16.7, "m": 1234.5}, "usual": {"k": 170.0}}
    lines = format_table(rows, values, ["atlas", "usual"]).splitlines()
    assert lines[0].split() == ["atlas", "target", "usual"]
    assert lines[2] == ""
    end = lines[0].index("atlas") + len("atlas")
    assert lines[1][:end].endswith("16.7 ms")
    assert lines[3][:end].endswith("1,234.5 ms")


def test_rows_are_unique_and_explained() -> None:
    rows = read_rows()
    keys = [row.key for row in rows]
    assert len(set(keys)) == len(keys)
    told = (ROOT / "bench" / "README.md").read_text(encoding="utf-8")
    missing = [row.label.strip() for row in rows if f"`{row.key}`" not in told]
    assert not missing
    assert all((row.target is None) == (row.sense == "") for row in rows)
