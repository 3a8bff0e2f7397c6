"""A copy of what the atlas needs to run, whose tables can be rewritten; tests use it too."""

from __future__ import annotations

import csv
import shutil
from io import StringIO
from pathlib import Path

Rows = list[dict[str, str]]

ROOT = Path(__file__).resolve().parents[1]
RUNTIME = ("pages", "components", "data", "geodata", ".streamlit")
NOT_RUNTIME = shutil.ignore_patterns("__pycache__", "build", "*.pyc", "node_modules")


def copy_project(root: Path) -> None:
    """Copy the folders and files that a server reads into `root`, which need not exist."""
    for folder in RUNTIME:
        shutil.copytree(ROOT / folder, root / folder, ignore=NOT_RUNTIME)
    for file in ("app.py", "LICENSE"):
        shutil.copy(ROOT / file, root)


def read_rows(path: Path) -> Rows:
    """Rows of a CSV file, as text."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(path: Path, rows: Rows, columns: list[str]) -> None:
    """Write rows as the record's files are written."""
    out = StringIO(newline="")
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(out.getvalue().encode("utf-8"))
