"""Alpha by numpy is alpha by the package of its community."""

from __future__ import annotations

from dataclasses import asdict
from typing import Literal

import numpy
import pytest

from data.intercoder_agreement import drop_examples, pair_codes
from data.krippendorff import compute_agreement, measure_alphas
from data.load import read_record
from data.stances import read_ordinals
from tests.data.reference_agreement import measure_agreement, measure_alpha


def test_the_record_gives_the_same_by_both_ways() -> None:
    record = read_record()
    cells, ordinals = pair_codes(record), read_ordinals(record)
    for chosen in (cells, drop_examples(cells)):
        computed = compute_agreement(chosen, ordinals)
        assert computed is not None
        found = measure_agreement(chosen, ordinals)
        assert asdict(computed) == pytest.approx(asdict(found), abs=1e-9)


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("level", ["ordinal", "nominal"])
def test_any_two_readings(seed: int, level: Literal["ordinal", "nominal"]) -> None:
    draw = numpy.random.default_rng(seed)
    pairs = draw.integers(0, 2 + seed % 6, (3 + 5 * seed, 2))
    expected = measure_alpha([(first, second) for first, second in pairs.tolist()], level)
    (alpha,) = measure_alphas(pairs[None], ordinal=level == "ordinal")
    assert alpha == pytest.approx(expected, abs=1e-9)


def test_complete_agreement_is_one() -> None:
    same = numpy.array([[[0, 0], [3, 3], [1, 1]], [[2, 2], [2, 2], [2, 2]]])
    assert measure_alphas(same, ordinal=True) == pytest.approx([1.0, 1.0])


def test_too_little_gives_nothing() -> None:
    assert compute_agreement([], read_ordinals(read_record())) is None
