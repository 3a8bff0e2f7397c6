"""The proxy of `deploy/` as a process of its own, before replicas that may come and go."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from tests.server_process import ROOT, STOP_SECONDS, find_free_port

CADDYFILE = ROOT / "deploy" / "Caddyfile"
START_SECONDS = 20.0
ADVICE = "the tests of deploy/ need Caddy (Debian, Ubuntu: apt-get install caddy)"


class ProxyProcess:
    """`caddy run` with the Caddyfile of `deploy/` on a free port, listening when entered."""

    def __init__(self, upstreams: list[str], environment: Mapping[str, str] | None = None) -> None:
        """Remember the replicas' addresses (host:port) and further variables of the Caddyfile."""
        self.caddy = shutil.which("caddy")
        assert self.caddy, ADVICE
        self.home = TemporaryDirectory()
        self.port = find_free_port()
        self.url = f"http://localhost:{self.port}"
        self.environment = {
            **os.environ,
            "ATLAS_ADDRESS": self.url,
            "ATLAS_UPSTREAMS": " ".join(upstreams),
            "HOME": self.home.name,
            **(environment or {}),
        }
        self.log = Path(self.home.name) / "caddy.log"
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> ProxyProcess:
        """Start the process and wait until it listens."""
        assert self.caddy
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [self.caddy, "run", "--config", str(CADDYFILE), "--adapter", "caddyfile"],
                env=self.environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        started = time.monotonic()
        while not self.is_listening():
            if self.process.poll() is not None or time.monotonic() - started > START_SECONDS:
                text = self.read_log()
                self.__exit__(None, None, None)
                raise RuntimeError(f"the proxy did not start:\n{text[-4000:]}")
            time.sleep(0.05)
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
        self.home.cleanup()

    def is_listening(self) -> bool:
        """Whether the proxy takes connections."""
        try:
            socket.create_connection(("localhost", self.port), timeout=2).close()
        except OSError:
            return False
        return True

    def read_log(self) -> str:
        """What the process has written so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")
