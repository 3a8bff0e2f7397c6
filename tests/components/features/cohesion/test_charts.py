"""Charts of the cohesion page: what a tooltip says stands in the table behind the chart too."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from components.core.i18n.number_format import format_number, format_signed
from components.features.cohesion.cohesion_index import describe_index
from components.features.cohesion.hub_spoke_test import describe_star
from components.features.cohesion.sections import Part
from components.features.cohesion.vote_check import describe_votes

SAID: dict[str | None, Callable[[Any], list[str]]] = {
    "+.2f": lambda value: [format_signed(value, 2)],
    ".2f": lambda value: [format_number(value, 2)],
    "d": lambda value: [str(int(value))],
    # A text that tells several numbers: the table has each in a column of its own.
    None: lambda value: (
        re.findall(r"\d+", value) or [value] if isinstance(value, str) else [f"{value:g}"]
    ),
}
SECTIONS: dict[str, Callable[[], list[Part]]] = {
    "index": lambda: describe_index(None, 1991, 2026),
    "star": lambda: describe_star(1991, 2026),
    "votes": describe_votes,
}


def list_tooltips(spec: dict[str, Any]) -> list[list[str]]:
    """The words of every tooltip of a chart, each as a list; fields without a value say nothing."""
    found = []
    for layer in spec["layer"]:
        fields = layer["encoding"].get("tooltip", [])
        for row in spec["datasets"][layer["data"]["name"]] if fields else []:
            told = [(row[field["field"]], field.get("format")) for field in fields]
            found.append(
                [word for value, f in told if value is not None for word in SAID[f](value)]
            )
    return found


@pytest.mark.parametrize("section", SECTIONS)
def test_each_chart_has_its_values_in_a_table(section: str) -> None:
    parts = SECTIONS[section]()
    blocks = [block for _name, part in parts if isinstance(part, list) for block in part]
    tables = {block["name"]: block for block in blocks if block["is"] == "table"}
    heads = [block for block in blocks if block["is"] == "chart"]
    charts = [part for _name, part in parts if isinstance(part, dict)]
    assert len(heads) == len(charts) > 0
    for head, chart in zip(heads, charts, strict=True):
        reads = head["reads"]
        rows = tables[reads["table"]]["rows"][reads["from"] : reads["to"]]
        assert len(rows) == reads["to"] - reads["from"] > 0
        texts = [
            " ".join(cell if isinstance(cell, str) else cell["text"] for cell in row.values())
            for row in rows
        ]
        for tooltip in list_tooltips(chart):
            assert any(all(word in text for word in tooltip) for text in texts), tooltip


def test_some_tooltips_are_compared() -> None:
    counts = {
        name: sum(len(list_tooltips(part)) for _, part in make() if isinstance(part, dict))
        for name, make in SECTIONS.items()
    }
    assert all(count > 5 for count in counts.values()), counts
