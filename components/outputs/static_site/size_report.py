"""What the site weighs, by kind, and how much it may."""

from __future__ import annotations

from collections.abc import Mapping

LARGEST = 8_000_000  # bytes, all files together


def write_table(kinds: Mapping[str, tuple[int, int]]) -> str:
    """A line a kind: files, kilobytes; the sum last."""
    lines = [
        f"{kind:<20}{count:>6}{size / 1000:>10,.0f} kB" for kind, (count, size) in kinds.items()
    ]
    total = sum(size for _, size in kinds.values())
    count = sum(count for count, _ in kinds.values())
    return "\n".join(
        [*lines, f"{'all':<20}{count:>6}{total / 1000:>10,.0f} kB of {LARGEST // 1000:,}"]
    )
