"""The app as its container runs it: nothing can be written but a small folder for what passes."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.app_process import ROOT, find_free_port
from tests.browser.conftest import find_map
from tests.components.server.http_client import fetch
from tests.deploy.test_files import CONTAINERFILE
from tests.proxy_programs import DEPLOY

WALLED = ["unshare", "--user", "--map-root-user", "--mount", "--propagation", "private"]
# Everything read-only, one folder in memory; no rights, no variables but the container's.
SCRIPT = """
set -e
mount -t tmpfs -o size=256m tmpfs "$PASSING"
mount -o remount,bind,ro /
if touch "$ROOT/written" 2>/dev/null; then exit 9; fi
cd "$ROOT"
exec setpriv --no-new-privs --bounding-set=-all --inh-caps=-all env -i "$@"
"""


def read_environment(passing: Path) -> dict[str, str]:
    """The variables of the Containerfile, its /tmp being the folder given."""
    text = re.findall(r"^ENV ((?:.*\\\n)*.*)$", CONTAINERFILE, re.M)[0].replace("\\\n", " ")
    pairs = dict(word.split("=", 1) for word in shlex.split(text))
    moved = {name: re.sub(r"^/tmp\b", str(passing), value) for name, value in pairs.items()}
    return {**moved, "TMPDIR": str(passing), "PATH": "/usr/bin:/bin"}


@pytest.fixture(scope="module")
def walled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of the app on a file system it cannot write to."""
    if subprocess.run([*WALLED, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine allows no namespaces of one's own")
    passing = tmp_path_factory.mktemp("passing")
    port = find_free_port()
    variables = read_environment(passing) | {
        "STREAMLIT_SERVER_PORT": str(port),
        "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
    }
    started = [sys.executable, "-m", "streamlit", "run", "app.py"]
    process = subprocess.Popen(
        [*WALLED, "sh", "-c", SCRIPT, "sh", *(f"{k}={v}" for k, v in variables.items()), *started],
        env={"PASSING": str(passing), "ROOT": str(ROOT), "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
        stdout=(log := (tmp_path_factory.mktemp("log") / "log").open("w+b")),
        stderr=subprocess.STDOUT,
    )
    try:
        assert check_health(port, 60) == 0, Path(log.name).read_text(encoding="utf-8")
        yield port
        log.flush()
        assert "Traceback" not in Path(log.name).read_text(encoding="utf-8")
    finally:
        process.terminate()
        process.wait(10)
        log.close()


def check_health(port: int, seconds: float = 0) -> int:
    """The exit status of the container's own health check."""
    (command,) = set(re.findall(r"^HEALTHCHECK .* CMD (\[.*\])$", CONTAINERFILE, re.M))
    assert command == '["python", "deploy/check_health.py"]'
    asked = [sys.executable, str(DEPLOY / "check_health.py"), str(seconds)]
    return subprocess.run(
        asked, env={"STREAMLIT_SERVER_PORT": str(port)}, capture_output=True, check=False
    ).returncode


def test_the_health_check_says_who_is_there(walled: int) -> None:
    assert check_health(walled) == 0
    assert check_health(find_free_port()) == 1


@pytest.mark.browser
def test_pages_and_downloads_need_no_disk(walled: int, browser: Browser) -> None:
    url = f"http://127.0.0.1:{walled}"
    assert fetch(url, "/").status == 200
    page = browser.new_context().new_page()
    page.goto(f"{url}/?event=april-war-2016")
    find_map(page)
    page.goto(f"{url}/sources?part=downloads")
    page.locator("[data-testid=stDownloadButton]").last.wait_for()
    with page.expect_download() as waiting:
        page.get_by_role("button", name=".zip").click()
    assert Path(waiting.value.path()).stat().st_size > 10_000
    page.context.close()
