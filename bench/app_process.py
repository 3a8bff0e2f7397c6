"""Starting a variant's server, and reading what its processes cost."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Self

import psutil

from bench.variants import Variant

START_SECONDS = 120
IDLE_AT_MOST_SECONDS = 90
IDLE_CPU_MS = 50


@dataclass
class ServerAddress:
    """Where a server of a variant answers; it may have been started by another process."""

    variant: Variant
    port: int

    @property
    def address(self) -> str:
        """Where the server answers, without the link."""
        return f"http://127.0.0.1:{self.port}"


class Server(ServerAddress):
    """A Streamlit server of one variant on a free local port; a context manager."""

    def __init__(self, variant: Variant, content_host: str = "", port: int = 0) -> None:
        """Choose the port; nothing is started yet."""
        super().__init__(variant, port or find_free_port())
        self.content_host = content_host
        self.log = tempfile.TemporaryFile()  # noqa: SIM115 (closed on exit)

    def __enter__(self) -> Self:
        """Start and wait until the server answers; RuntimeError with its log when it does not."""
        environment = {
            # Pictures are drawn ahead for minutes: what is measured is the server beside them.
            "ATLAS_BUILD_AHEAD": "0",
            **os.environ,
            "PYTHONPATH": str(self.variant.root),
            "BENCH_CONTENT_HOST": self.content_host,
        }
        command = [
            *(sys.executable, "-m", "streamlit", "run", self.variant.script),
            *("--server.address=127.0.0.1", f"--server.port={self.port}"),
            *self.variant.options,
        ]
        self.process = subprocess.Popen(
            command,
            cwd=self.variant.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=self.log,
            stderr=subprocess.STDOUT,
        )
        self.tree = psutil.Process(self.process.pid)
        self.wait_until_healthy()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the server."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

    def wait_until_healthy(self) -> None:
        """Ask until the server says that it is alive, and ready where it tells the two apart."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            if self.ask("/_stcore/health") == 200 and self.ask("/ready") != 503:
                return
            time.sleep(0.1)
        self.log.seek(0)
        text = self.log.read().decode("utf-8", "replace")[-2000:]
        raise RuntimeError(f"the server of {self.variant.name} did not start:\n{text}")

    def ask(self, path: str) -> int:
        """The status of an answer, 0 for none."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=2) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return 0

    def wait_until_idle(self) -> None:
        """Wait until the server does nothing for a second, at most a minute and a half."""
        end = time.monotonic() + IDLE_AT_MOST_SECONDS
        while time.monotonic() < end:
            before = self.read_cpu_ms()
            time.sleep(1.0)
            if self.read_cpu_ms() - before < IDLE_CPU_MS:
                return

    def list_processes(self) -> list[psutil.Process]:
        """The server and what it started."""
        return [self.tree, *self.tree.children(recursive=True)]

    def read_cpu_ms(self) -> float:
        """CPU time spent so far by all processes of the server, ms."""
        times = [process.cpu_times() for process in self.list_processes()]
        return 1000 * float(sum(spent.user + spent.system for spent in times))

    def read_memory_kb(self) -> float:
        """Resident memory of all processes of the server, kB."""
        return float(sum(p.memory_info().rss for p in self.list_processes())) / 1000

    def read_shared_memory_mb(self) -> float:
        """Memory of all processes of the server, MB: what several share is counted once (PSS)."""
        total = 0
        for process in self.list_processes():
            with suppress(psutil.NoSuchProcess):
                total += process.memory_full_info().pss
        return total / 1_000_000


def find_free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
