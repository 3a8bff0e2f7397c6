"""A file that is no JSON is refused by name, with the rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import RecordError
from data.json_file import read_json_file


@pytest.mark.parametrize(
    ("content", "rule"),
    [
        (b"{", "not JSON: .* at line 1"),
        (b'"\xff"', "not UTF-8"),
        (b"[" * 50_000, "too deep"),
        (b'"' + b"a" * 60_000 + b'"', "60002 bytes, more than 60000"),
    ],
)
def test_what_is_no_json_is_refused(tmp_path: Path, content: bytes, rule: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(RecordError, match=rf"a\.json: .*{rule}"):
        read_json_file(path, 60_000)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"b\.json: .*cannot be read"):
        read_json_file(tmp_path / "b.json", 100)
