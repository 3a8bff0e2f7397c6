"""Agreement of two readings by the package of the method's community, to compare ours with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import krippendorff
import numpy

from data.intercoder_agreement import DRAWS, LEVEL, SEED, Agreement, Cell


def measure_agreement(cells: Sequence[Cell], ordinals: Mapping[str, int | None]) -> Agreement:
    """As `compute_agreement`."""
    places = [(ordinals[cell.first], ordinals[cell.second]) for cell in cells]
    placed = [(a, b) for a, b in places if a is not None and b is not None]
    order = list(ordinals)
    coded = [(order.index(cell.first), order.index(cell.second)) for cell in cells]
    low, high = draw_interval(placed)
    return Agreement(
        alpha=measure_alpha(placed, "ordinal"),
        low=low,
        high=high,
        cells=len(cells),
        placed=len(placed),
        nominal=measure_alpha(coded, "nominal"),
        same=sum(cell.first == cell.second for cell in cells) / len(cells),
    )


def measure_alpha(pairs: Sequence[tuple[int, int]], level: Literal["ordinal", "nominal"]) -> float:
    """Alpha of some pairs of codes."""
    first, second = zip(*pairs, strict=True)
    values = sorted({*first, *second})
    if len(values) == 1:
        return 1.0  # Everybody says the same one thing: alpha is undefined, agreement complete.
    data = [list(first), list(second)]
    return float(
        krippendorff.alpha(
            reliability_data=data, level_of_measurement=level, value_domain=values, dtype=float
        )
    )


def draw_interval(pairs: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Bounds of the interval: cells drawn with replacement, seeded so that it can be repeated."""
    draw = numpy.random.default_rng(SEED)
    alphas = []
    for _ in range(DRAWS):
        chosen = draw.integers(0, len(pairs), len(pairs))
        alphas.append(measure_alpha([pairs[at] for at in chosen], "ordinal"))
    tail = (1 - LEVEL) / 2
    low, high = numpy.quantile(alphas, [tail, 1 - tail])
    return float(low), float(high)
