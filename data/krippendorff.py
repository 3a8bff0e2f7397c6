"""Krippendorff's alpha for two readings without gaps, with numpy alone: quick enough for a page.

A test compares it with the package of the method's community. After Krippendorff (2011), Computing
Krippendorff's Alpha-Reliability.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy

from data.intercoder_agreement import DRAWS, LEVEL, SEED, Agreement, Cell

Array = numpy.ndarray[Any, numpy.dtype[Any]]


def compute_agreement(
    cells: Sequence[Cell], ordinals: Mapping[str, int | None]
) -> Agreement | None:
    """Agreement of the two readings; None with fewer than two cells on the scale in both.

    ``ordinals`` is the place of each code on the scale, None off it (`read_ordinals`).
    """
    order = list(ordinals)
    coded = numpy.array([(order.index(cell.first), order.index(cell.second)) for cell in cells])
    places = [(ordinals[cell.first], ordinals[cell.second]) for cell in cells]
    placed = numpy.array([pair for pair in places if None not in pair], dtype=int)
    if len(placed) < 2:
        return None
    placed -= placed.min()
    draws = numpy.random.default_rng(SEED).integers(0, len(placed), (DRAWS, len(placed)))
    tail = (1 - LEVEL) / 2
    low, high = numpy.quantile(measure_alphas(placed[draws], ordinal=True), [tail, 1 - tail])
    return Agreement(
        alpha=float(measure_alphas(placed[None], ordinal=True)[0]),
        low=float(low),
        high=float(high),
        cells=len(cells),
        placed=len(placed),
        nominal=float(measure_alphas(coded[None], ordinal=False)[0]),
        same=float((coded[:, 0] == coded[:, 1]).mean()),
    )


def measure_alphas(samples: Array, *, ordinal: bool) -> Array:
    """Alpha of each sample; `samples` is samples x cells x 2, codes as whole numbers from 0.

    Where everybody says the same one thing alpha is undefined and agreement complete: 1.
    """
    met = count_coincidences(samples)
    totals = met.sum(axis=2)
    number = totals.sum(axis=1)
    distances = measure_distances(totals, ordinal=ordinal)
    observed = (met * distances).sum(axis=(1, 2)) / number
    by_chance = totals[:, :, None] * totals[:, None, :] * distances
    expected = by_chance.sum(axis=(1, 2)) / (number * (number - 1))
    return numpy.where(expected > 0, 1 - observed / numpy.where(expected > 0, expected, 1), 1.0)


def count_coincidences(samples: Array) -> Array:
    """How often two codes meet in a cell, each cell counted in both directions."""
    count, size = len(samples), int(samples.max()) + 1
    first, second = samples[:, :, 0], samples[:, :, 1]
    at = numpy.arange(count)[:, None] * size * size + first * size + second
    met = numpy.bincount(at.ravel(), minlength=count * size * size)
    matrix = met.reshape(count, size, size).astype(float)
    return numpy.asarray(matrix + matrix.transpose(0, 2, 1))


def measure_distances(totals: Array, *, ordinal: bool) -> Array:
    """Squared distance of each two codes: by what was coded between them, or 1 if they differ."""
    size = totals.shape[1]
    if not ordinal:
        return numpy.broadcast_to(1.0 - numpy.eye(size), (len(totals), size, size))
    # Midpoints of each code's run: their distance counts what lies between, ends by half.
    middles = numpy.cumsum(totals, axis=1) - totals / 2
    return numpy.asarray((middles[:, :, None] - middles[:, None, :]) ** 2)
