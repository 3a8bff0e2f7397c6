"""Alpha by numpy is alpha by the package of its community."""

from __future__ import annotations

from dataclasses import asdict

import numpy
import pytest

from data.agreement import measure_agreement
from data.alpha import compute_agreement, measure_alphas
from data.read import read_record
from tests.data.small import SOUND, make_record

krippendorff = pytest.importorskip("krippendorff")


def test_the_record_gives_the_same_by_both_ways() -> None:
    record = read_record()
    computed = compute_agreement(record)
    assert computed is not None
    assert asdict(computed) == pytest.approx(asdict(measure_agreement(record)), abs=1e-9)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("level", ["ordinal", "nominal"])
def test_any_two_readings(seed: int, level: str) -> None:
    draw = numpy.random.default_rng(seed)
    pairs = draw.integers(0, 2 + seed % 6, (3 + 5 * seed, 2))
    values = sorted(set(pairs.ravel().tolist()))
    expected = (
        krippendorff.alpha(
            reliability_data=pairs.T.tolist(),
            level_of_measurement=level,
            value_domain=values,
            dtype=float,
        )
        if len(values) > 1
        else 1.0
    )
    (alpha,) = measure_alphas(pairs[None], ordinal=level == "ordinal")
    assert alpha == pytest.approx(expected, abs=1e-9)


def test_complete_agreement_is_one() -> None:
    same = numpy.array([[[0, 0], [3, 3], [1, 1]], [[2, 2], [2, 2], [2, 2]]])
    assert measure_alphas(same, ordinal=True) == pytest.approx([1.0, 1.0])


def test_too_little_gives_nothing() -> None:
    assert compute_agreement(make_record(**{**SOUND, "second_reading": []})) is None
