from __future__ import annotations

import csv
import hashlib

import pytest

from components.server.code_files import COMPONENTS

VENDOR = COMPONENTS / "vendor"
OURS = {"vendor.csv", "fonts/fonts.css"}
with (VENDOR / "vendor.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["file"])
def test_a_file_is_that_of_its_package(row: dict[str, str]) -> None:
    content = (VENDOR / row["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == row["sha256"]
    assert row["package"]
    assert row["version"]
    assert row["licence"] in {"BSD-2-Clause", "ISC", "MIT", "OFL-1.1"}


def test_every_file_has_a_row() -> None:
    files = {path.relative_to(VENDOR).as_posix() for path in VENDOR.rglob("*") if path.is_file()}
    assert files - OURS == {row["file"] for row in ROWS}


@pytest.mark.parametrize("package", sorted({row["package"] for row in ROWS}))
def test_a_package_comes_with_its_licence(package: str) -> None:
    licences = [
        row["file"]
        for row in ROWS
        if row["package"] == package and row["file"].endswith(".LICENSE")
    ]
    assert len(licences) == 1
    assert len((VENDOR / licences[0]).read_text(encoding="utf-8")) > 300


def test_the_fonts_named_in_the_style_are_there() -> None:
    style = (VENDOR / "fonts" / "fonts.css").read_text(encoding="utf-8")
    named = {line.split('"')[1] for line in style.splitlines() if "url(" in line}
    assert named == {path.name for path in (VENDOR / "fonts").glob("*.woff2")}
    assert all((VENDOR / "fonts" / name).read_bytes()[:4] == b"wOF2" for name in named)
