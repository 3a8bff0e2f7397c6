"""The tables against datapackage.json, by Frictionless itself.

The server holds the tables to the same descriptor through ``data.parse``, in a tenth of the time;
this second opinion runs in ``python -m data.check`` and in the tests, never in the server.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from data.errors import Problem


def check_package(folder: Path) -> list[Problem]:
    """Every error of a full Frictionless validation of the package in ``folder``."""
    from frictionless import FrictionlessException, Package

    try:
        report = Package(str(folder / "datapackage.json")).validate()
    except FrictionlessException as error:
        return [Problem("datapackage.json", 0, "", "", str(error))]
    problems = [_make_problem("datapackage.json", error.to_descriptor()) for error in report.errors]
    for task in report.tasks:
        file = Path(task.place).name
        problems.extend(_make_problem(file, error.to_descriptor()) for error in task.errors)
    return problems


def _make_problem(file: str, error: dict[str, Any]) -> Problem:
    row = error.get("rowNumber", 0)
    column, cell = error.get("fieldName", ""), error.get("cell", "")
    return Problem(file, row, column, cell, f"Frictionless {error['type']}: {error['note']}")
