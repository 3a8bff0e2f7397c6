"""`make run` is for this machine alone, and no foreign host is asked: at start, by any visit."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from streamlit import net_util
from streamlit.web import bootstrap
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tests.app_process import ROOT, ServerProcess
from tests.audit import build_environment
from tests.components.server.http_client import fetch

FRIEND = "https://friend.example"
VISITS = ("/", "/events?lang=ru", "/export/view.png", "/?embed=1", "/_stcore/host-config")
STREAMLIT = [Subprotocol("streamlit")]


def read_recipe() -> list[str]:
    """What `make run` would start, after the name of Python."""
    command = ["make", "-n", "-o", ".venv/.app", "run", "PORT=8499"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    (line,) = (line for line in printed.splitlines() if "streamlit run" in line)
    return shlex.split(line)[1:]


def test_make_run_listens_on_this_machine_alone() -> None:
    recipe = read_recipe()
    assert recipe[:4] == ["-m", "streamlit", "run", "app.py"]
    assert recipe[recipe.index("--server.address") + 1] == "127.0.0.1"
    assert recipe[recipe.index("--server.port") + 1] == "8499"


def test_no_foreign_host_is_asked(tmp_path: Path) -> None:
    log = tmp_path / "asked"
    environment = build_environment(log)
    marker = "import sys; sys.audit('socket.connect', None, ('192.0.2.1', 1))"
    subprocess.run([sys.executable, "-c", marker], env=environment, check=True)
    assert log.read_text() == "socket.connect 192.0.2.1\n"
    log.write_text("")
    # Before a site that may connect, Streamlit would compare this machine's addresses.
    friends = {"STREAMLIT_SERVER_CORS_ALLOWED_ORIGINS": FRIEND}
    with ServerProcess({**environment, **friends}) as server:
        assert server.process is not None
        for path in VISITS:
            status = 403 if path.startswith("/export/") else 200
            assert fetch(server.url, path, {"Origin": "https://foe.example"}).status == status
        address = f"ws://127.0.0.1:{server.port}/_stcore/stream"
        with pytest.raises(InvalidStatus):
            connect(address, subprotocols=STREAMLIT, origin=Origin("https://foe.example"))
        with connect(address, subprotocols=STREAMLIT, origin=Origin(FRIEND)):
            pass
        listening = {
            connection.laddr.ip
            for process in [psutil.Process(server.process.pid)]
            for connection in process.net_connections()
            if connection.status == psutil.CONN_LISTEN
        }
        assert listening == {"127.0.0.1"}
        log_text = server.read_log()
    assert log.read_text() == ""
    assert f"The atlas is ready at http://localhost:{server.port}/ (" in log_text
    assert "URL" not in log_text


def test_the_framework_says_nothing_at_start_in_an_image_either(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On all interfaces Streamlit's message would name this machine's address outside."""

    def ask() -> None:
        raise AssertionError("a foreign host was asked")

    monkeypatch.setattr(net_util, "get_external_ip", ask)
    monkeypatch.setattr(net_util, "get_internal_ip", ask)
    bootstrap.load_config_options({"server_address": "0.0.0.0", "server_headless": True})
    try:
        bootstrap._print_url(is_running_hello=False)
    finally:
        bootstrap.load_config_options({})
    assert capsys.readouterr().out == ""
