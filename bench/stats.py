"""Numbers out of samples: percentiles, frames, sums up to a moment."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

FRAME_MS = 1000 / 60


@dataclass(frozen=True)
class FrameRate:
    """How evenly frames came: a second, the slow end of the gaps (ms), the share missing (%)."""

    per_second: float
    p95_ms: float
    dropped_percent: float


def find_percentile(values: Iterable[float], percent: float) -> float:
    """The nearest-rank percentile; ValueError without values."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no samples")
    rank = max(1, math.ceil(percent / 100 * len(ordered)))
    return ordered[rank - 1]


def find_median(values: Iterable[float]) -> float:
    """The middle value, or the mean of the middle two; ValueError without values."""
    ordered = sorted(values)
    if not ordered:
        raise ValueError("no samples")
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def count_dropped(gaps_ms: Iterable[float]) -> int:
    """Frames that should have come within the gaps at 60 a second and did not."""
    return sum(max(0, round(gap / FRAME_MS) - 1) for gap in gaps_ms)


def rate_frames(timestamps_ms: Sequence[float]) -> FrameRate:
    """Frame rate of animation frame timestamps; ValueError for fewer than two."""
    gaps = [after - before for before, after in pairwise(timestamps_ms)]
    dropped = count_dropped(gaps)
    return FrameRate(
        per_second=len(gaps) / max(sum(gaps), 1e-9) * 1000,
        p95_ms=find_percentile(gaps, 95),
        dropped_percent=100 * dropped / (len(gaps) + dropped),
    )
