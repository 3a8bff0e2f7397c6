"""What no table may hold is refused, and the message names the file, the line and the column."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data.check import main as check_data
from data.load import HERE, read_schemas
from data.parse import parse_table
from tests.browser.injection_project import fits_record, spoil_table
from tests.data.record_factory import SOUND, render_table
from tests.injection_strings import CORPUS, FAMILIES


@pytest.mark.parametrize("text", [text for text in CORPUS if not fits_record(text)], ids=ascii)
def test_what_the_record_cannot_hold_is_refused_by_line(text: str) -> None:
    schema = read_schemas()["events"]
    row = {**SOUND["events"][0], "title_en": text}
    cells = render_table("events", [row]).encode("utf-8", "surrogatepass")
    if text in FAMILIES["surrogate"]:
        with pytest.raises(UnicodeDecodeError):
            cells.decode("utf-8")
        return
    _, problems = parse_table(schema, cells.decode("utf-8"))
    assert any(str(problem).startswith("events.csv line 2: title_en") for problem in problems)


def test_a_table_with_lone_surrogates_is_refused_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = shutil.copytree(HERE, tmp_path / "data", ignore=shutil.ignore_patterns("__pycache__"))
    spoil_table(folder / "events.csv")
    assert check_data(folder) == 1
    assert "events.csv line 2: not UTF-8" in capsys.readouterr().out
