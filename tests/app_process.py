"""The app as a process of its own, started as a visitor's server is."""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType

ROOT = Path(__file__).resolve().parents[1]
START_SECONDS = 180.0  # of patience, where the machine does other work too
STOP_SECONDS = 10.0
# Nothing is made before it is asked for and workers do not give way, as tests share the machine
# with others; and a drain is shorter than a test waits at its end.
ALONE = {
    "ATLAS_BUILD_AHEAD": "0",
    "ATLAS_WARM_UP": "0",
    "ATLAS_WORKER_NICE": "0",
    "ATLAS_DRAIN_SECONDS": "5",
}


# Below those that the system gives to connections, which may take one between the look and its use.
PORTS = iter(range(random.randrange(12_000, 22_000), 32_000))


def find_free_port() -> int:
    """A port of this machine that nothing listens on, another one at each call."""
    for port in PORTS:
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port is free")


class ServerProcess:
    """`streamlit run app.py` on a free port, ready when the context is entered."""

    def __init__(
        self,
        environment: Mapping[str, str] | None = None,
        script: str = "app.py",
        root: Path = ROOT,
    ) -> None:
        """Remember what to start: extra environment variables, the script, its folder.

        What `ALONE` says holds unless the environment says otherwise.
        """
        self.environment = {**os.environ, **ALONE, **(environment or {})}
        self.script = script
        self.root = root
        self.port = find_free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        base = self.environment.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
        self.ready = f"/{base}/ready" if base else "/ready"
        self.output = TemporaryFile("w+b")  # noqa: SIM115 - closed in __exit__
        self.process: subprocess.Popen[bytes] | None = None
        self.start_seconds = 0.0

    def __enter__(self) -> ServerProcess:
        """Start the process and wait until it is ready."""
        command = [sys.executable, "-m", "streamlit", "run", self.script]
        options = ["--server.port", str(self.port), "--server.address", "127.0.0.1"]
        started = time.monotonic()
        self.process = subprocess.Popen(
            [*command, *options, "--server.headless", "true"],
            cwd=self.root,
            env=self.environment,
            stdout=self.output,
            stderr=subprocess.STDOUT,
        )
        while not self.is_ready():
            waited = time.monotonic() - started
            if self.process.poll() is not None or waited > START_SECONDS:
                log = self.read_log()
                self.__exit__(None, None, None)
                raise RuntimeError(f"the server did not start in {waited:.0f} s:\n{log[-4000:]}")
            time.sleep(0.05)
        self.start_seconds = time.monotonic() - started
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the process."""
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.output.close()

    def is_ready(self) -> bool:
        """Whether the server says it can take visitors."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=2)
        try:
            connection.request("GET", self.ready)
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def read_log(self) -> str:
        """What the process has written so far."""
        self.output.flush()
        return os.pread(self.output.fileno(), 1 << 20, 0).decode("utf-8", "replace")
