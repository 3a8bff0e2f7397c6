"""Marks of one place stand around it and cover none."""

import itertools
import math

import pytest

from components.outputs.static_map.marker_layout import GAP, Spot, lay_out_marks


def crowd(count: int, x: float) -> list[Spot]:
    return [(x + place % 3, 100 + place % 2) for place in range(count)]


def test_marks_that_are_near_no_other_keep_their_place() -> None:
    points = [(0.0, 0.0), (100.0, 0.0)]
    assert lay_out_marks(points) == points


@pytest.mark.parametrize(
    "points", [crowd(2, 0), crowd(10, 0), crowd(17, 0), crowd(5, 0) + crowd(4, 40)]
)
@pytest.mark.parametrize("unit", [1.0, 2.5])
def test_marks_of_a_crowd_do_not_touch(points: list[Spot], unit: float) -> None:
    spots = lay_out_marks(points, unit)
    nearest = min(math.dist(one, two) for one, two in itertools.combinations(spots, 2))
    assert nearest > (GAP - 1) * unit
