"""What a server that cannot start says: one screen, no traceback, exit status 1."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from components.app.startup_report import MOST_SHOWN
from tests.app_process import ROOT

CODE = ("pages", "components", "data", "geodata", ".streamlit")
FAILED = "The atlas cannot start: "


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The atlas in a folder of its own; its files are links until a test replaces them."""
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    for folder in CODE:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=ignored, copy_function=os.link)
    shutil.copyfile(ROOT / "app.py", tmp_path / "app.py")
    return tmp_path


def replace(path: Path, content: bytes) -> None:
    """Put other content in the place of a file that is a link."""
    path.unlink()
    path.write_bytes(content)


def start(project: Path, environment: Mapping[str, str] | None = None) -> list[str]:
    """All that a server says which is expected to end by itself, with status 1."""
    options = ["--server.port", "0", "--server.address", "127.0.0.1"]
    done = subprocess.run(
        [sys.executable, "-m", "streamlit", "run", "app.py", *options],
        cwd=project,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )
    assert done.returncode == 1, done.stdout
    return done.stdout.splitlines()


def test_faults_of_files_and_settings_fill_one_screen(project: Path) -> None:
    shape = project / "geodata" / "shapes" / "countries.topo.json"
    replace(shape, shape.read_bytes()[:100_000])
    table = project / "data" / "claims.csv"
    replace(table, table.read_bytes().replace(b",NEU,", b",XXX,"))
    settings = {"ATLAS_FRAME_ANCESTORS": "javascript:1", "ATLAS_DRAIN_SECONDS": "soon"}
    first, *faults, more = start(project, settings)
    assert first.startswith(FAILED)
    assert len(faults) == MOST_SHOWN
    assert faults[0].startswith("ATLAS_FRAME_ANCESTORS: 'javascript:1' is none of ")
    assert faults[1].startswith("ATLAS_DRAIN_SECONDS: 'soon' is not a number of seconds")
    assert faults[2].startswith("data/claims.csv line ")
    assert faults[2].endswith('stance "XXX": not in the scale')
    assert more.startswith("and ")
    replace(table, (ROOT / "data" / "claims.csv").read_bytes())
    first, *faults = start(project)
    assert first == f"{FAILED}3 faults in its files or settings."
    assert all("countries.topo.json" in fault for fault in faults)


@pytest.mark.parametrize(
    ("file", "said"),
    [
        # Found by a check, by what makes the page, by a check again.
        (
            "components/core/i18n/locale/ru/LC_MESSAGES/messages.po",
            "components/core/i18n/locale/ru/LC_MESSAGES/messages.po: cannot be read",
        ),
        (
            "components/static/map/bundle.js",
            'file "map/bundle.js": the file is missing',
        ),
        ("geodata/datapackage.json", "geodata/datapackage.json: cannot be read"),
    ],
)
def test_a_missing_file_is_named(project: Path, file: str, said: str) -> None:
    (project / file).unlink()
    first, fault = start(project)
    assert first == f"{FAILED}1 fault in its files or settings."
    assert said in fault


def test_what_fails_only_when_the_map_is_drawn_ends_the_server_too(project: Path) -> None:
    """No check foresees an error in the code; the server must not stay unready for ever."""
    path = project / "components" / "features" / "map" / "folium_map.py"
    code = path.read_text(encoding="utf-8")
    changed = code.replace("= AtlasMap(addresses)\n", '= AtlasMap(addresses) + {}[""]\n')
    assert changed != code
    replace(path, changed.encode())
    first, fault = start(project)
    assert first == f"{FAILED}1 fault in its files or settings."
    assert fault.startswith("components/features/map/folium_map.py line ")
    assert "KeyError: ''" in fault


def test_a_port_for_metrics_that_is_taken_is_said(project: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        lines = start(project, {"ATLAS_METRICS_PORT": str(taken.getsockname()[1])})
    assert f"{FAILED}1 fault in its files or settings." in lines
    assert lines[-1].startswith("components/server/metrics.py line ")
    assert "Address already in use" in lines[-1]
