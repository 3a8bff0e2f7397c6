"""The report: rows from `metrics.csv`, one column for each variant, targets beside the values."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from bench.paired import Ratio

HERE = Path(__file__).parent
OURS = "atlas"
NOT_MEASURED = "n/a"
CROWD = "visitors_"
BOUNDS = {"most": "≤", "below": "<", "least": "≥"}

Values = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Row:
    """One row of the table; `sense` is most, below, least or empty (no target)."""

    group: str
    key: str
    label: str
    unit: str
    digits: int
    sense: str
    target: float | None
    note: str

    @property
    def is_extreme(self) -> bool:
        """Whether the row is a slow end, which no few rounds make steady."""
        return "p95" in self.key or "worst" in self.key


def read_rows(path: Path = HERE / "metrics.csv") -> list[Row]:
    """The rows in their order."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Row(
                line["group"],
                line["key"],
                line["label"],
                line["unit"],
                int(line["digits"]),
                line["sense"],
                float(line["target"]) if line["target"] else None,
                line["note"],
            )
            for line in csv.DictReader(file)
        ]


def is_met(row: Row, value: float) -> bool:
    """Whether a value reaches the row's target, as it is printed; true without a target."""
    if row.target is None:
        return True
    shown = round(value, row.digits)
    if row.sense == "below":
        return shown < row.target
    return shown <= row.target if row.sense == "most" else shown >= row.target


def write_number(row: Row, value: float | None) -> str:
    """A value with its unit, or that it does not apply."""
    if value is None:
        return NOT_MEASURED
    unit = "" if row.unit in ("", "x", "1/s") else f" {row.unit}"
    return f"{value:,.{row.digits}f}{unit}".replace("-0", "0", value == 0)


def write_ratio(value: float | None, ours: float | None, row: Row) -> str:
    """How many times ours a baseline's value is; empty where that says nothing."""
    if row.unit in ("", "x", "%") or value is None or ours is None or ours <= 0:
        return ""
    return f" ({value / ours:.1f}x)" if value / ours < 100 else f" ({value / ours:.0f}x)"


def write_target(row: Row, value: float | None) -> str:
    """The target and whether it is met."""
    if row.target is None:
        return ""
    bound = BOUNDS[row.sense]
    unit = "" if row.unit in ("", "x", "1/s") else f" {row.unit}"
    verdict = "not measured" if value is None else "met" if is_met(row, value) else "MISSED"
    return f"{bound} {row.target:g}{unit}  {verdict}"


def write_pair(ratio: Ratio) -> str:
    """How many times another revision's value ours is, as measured in turn."""
    return f" ({ratio.median:.2f} ±{ratio.spread:.2f} of it, {ratio.rounds} rounds)"


def format_table(
    rows: Sequence[Row],
    values: Values,
    variants: Sequence[str],
    against: str = "",
    ratios: Mapping[str, Ratio] = MappingProxyType({}),
) -> str:
    """The whole table as text; `values` by variant, then by row.

    `ratios` by row are those of the atlas to the revision `against`, measured in turn.
    """
    ours = values.get(OURS, {})
    lines = [["", OURS, "target", *(name for name in variants if name != OURS)]]
    group = ""
    for row in rows:
        if not any(row.key in values.get(name, {}) for name in variants):
            continue
        if group and row.group != group:
            lines.append([])
        group = row.group
        own = ours.get(row.key)
        others = {name: values.get(name, {}).get(row.key) for name in variants if name != OURS}
        lines.append(
            [
                row.label + (f" ({row.note})" if row.note else ""),
                write_number(row, own),
                write_target(row, own),
                *(
                    write_number(row, other)
                    + (
                        write_pair(ratios[row.key])
                        if name == against and row.key in ratios
                        else write_ratio(other, own, row)
                    )
                    for name, other in others.items()
                ),
            ]
        )
    return align_cells(lines)


def list_notes(values: Values) -> list[str]:
    """What the numbers alone would hide: crowds that could not all come in."""
    return [
        f"{name}: {found[key]:.0f} of {count} visitors could open the page in the time given"
        for name, found in values.items()
        for key in found
        if key.startswith(CROWD) and found[key] < (count := int(key.removeprefix(CROWD)))
    ]


def align_cells(lines: Sequence[Sequence[str]]) -> str:
    """Cells padded to columns: the first and the target to the left, numbers to the right."""
    full = [line for line in lines if line]
    widths = [max(len(line[place]) for line in full) for place in range(len(full[0]))]
    text = []
    for line in lines:
        cells = [
            cell.ljust(width) if place in (0, 2) else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=False))
        ]
        text.append("  ".join(cells).rstrip())
    return "\n".join(text)
