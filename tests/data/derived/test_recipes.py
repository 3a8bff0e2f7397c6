"""The recipes of docs/reading-the-data.md run as they stand, on the files a reader unpacks."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from data.derived.files import build_file, list_files
from data.derived.schema import read_derived
from data.load import read_record
from tests.find_programs import find_program

GUIDE = Path(__file__).parents[3] / "docs" / "reading-the-data.md"
MEMBERS = {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"}


def read_recipe(language: str) -> str:
    text = GUIDE.read_text(encoding="utf-8")
    (recipe,) = re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S)
    return str(recipe)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the derived tables, as the archive has them."""
    record = read_record()
    root = tmp_path_factory.mktemp("unpacked")
    (root / "derived").mkdir()
    for file in list_files(record):
        (root / "derived" / file).write_bytes(build_file(record, file))
    return root


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_recipe_for_pandas_runs(folder: Path) -> None:
    said = run([sys.executable, "-W", "error", "-c", read_recipe("python")], folder)
    first = said.partition("cow_actor")[0]
    assert set(re.findall(r"^ *([A-Z]{3}) ", first, re.M)) >= MEMBERS
    assert re.search(r"^ *RUS .* 365$", first, re.M)
    assert "cow_toward" in said


def test_the_recipe_for_r_runs(folder: Path) -> None:
    said = run([find_program("Rscript"), "--vanilla", "-e", read_recipe("r")], folder)
    assert set(re.findall(r"^ *([A-Z]{3}) ", said, re.M)) >= MEMBERS


def test_the_recipe_for_stata_names_files_and_columns_that_exist() -> None:
    recipe = read_recipe("stata")
    tables = read_derived(read_record())
    used = re.findall(r'"derived/(\w+)\.dta"', recipe)
    assert used
    columns = {column.name for name in used for column in tables[name].columns}
    named = set(re.findall(r"\b(?:actor|toward|name|cow|contested|ordinal|mean)\w*\b", recipe))
    assert named - {"actor_codes"} <= columns


def test_the_guide_lists_every_table_with_its_key() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| .* \| (`.*`) \|$", text, re.M))
    tables = read_derived(read_record())
    assert rows == {n: ", ".join(f"`{key}`" for key in t.key) for n, t in tables.items()}
