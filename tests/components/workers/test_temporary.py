"""Folders that a killed server left are removed by the next; those in use and of others stay."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from components.workers.temporary_folder import PREFIX, remove_stale, use_temporary_folder
from tests.app_process import ROOT

HOLD = (
    "from components.workers.temporary_folder import *; "
    "print(use_temporary_folder().path, flush=True)"
)


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files of this test alone, whose name is short."""
    found = tmp_path_factory.mktemp("t")
    monkeypatch.setenv("TMPDIR", str(found))
    monkeypatch.setattr(tempfile, "tempdir", None)
    return found


def test_a_folder_goes_with_its_process_or_at_the_next_start(place: Path) -> None:
    command = [sys.executable, "-c", f"{HOLD}; input()"]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        held = Path(holder.stdout.readline().strip())
        (held / "face.ttf").write_text("x")
        folder = use_temporary_folder()
        assert folder is not None
        assert held.is_dir(), "its process is there"
        holder.kill()
    (place / f"{PREFIX}no-lock").mkdir()
    (place / "another").mkdir()
    remove_stale(place)
    assert not held.exists()
    assert tempfile.gettempdir() == os.environ["TMPDIR"] == str(folder.path)
    folder.leave()
    assert {each.name for each in place.iterdir()} == {f"{PREFIX}no-lock", "another"}


def test_a_place_that_cannot_be_written_is_no_reason_to_stop(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(place / "missing"))
    assert use_temporary_folder() is None


def test_a_place_whose_sockets_could_not_be_named_is_left_as_it_is(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    long = place / ("x" * 60)
    long.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(long))
    assert use_temporary_folder() is None
    assert list(long.iterdir()) == []
