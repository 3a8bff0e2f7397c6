"""A proxy of `deploy/` as a process of its own, before replicas that may come and go."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

from tests.app_process import STOP_SECONDS, find_free_port
from tests.proxy_programs import PROGRAMS, ProxySettings, check_configuration, start_static_server

START_SECONDS = 20.0


class ProxyProcess:
    """A proxy with its configuration of `deploy/` on a free port, listening when entered."""

    def __init__(
        self,
        replicas: Sequence[str],
        site: Path,
        program: str = "caddy",
        **changed: str,
    ) -> None:
        """Remember two replicas (host:port), the folder of the static atlas, a name of `PROGRAMS`.

        `changed` are further fields of `ProxySettings`, such as `prefix`.
        """
        self.program = program
        self.home = TemporaryDirectory()
        # Apache answers as another user than the one that starts it.
        os.chmod(self.home.name, 0o755)
        self.port = find_free_port()
        self.settings = ProxySettings(
            port=self.port,
            second_port=find_free_port(),
            replicas=tuple(replicas),
            site=site,
            home=Path(self.home.name),
            **changed,
        )
        self.url = f"http://localhost:{self.port}"
        self.log = Path(self.home.name) / "log"
        self.processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> ProxyProcess:
        """Write the configuration, have the program check it, start it, wait until it listens."""
        command, environment = PROGRAMS[self.program](self.settings)
        commands = [(command, environment)]
        if self.program == "haproxy":
            commands.append(start_static_server(self.settings))
        try:
            check_configuration(self.program, command, environment)
            with self.log.open("ab") as log:
                for command, environment in commands:
                    self._start(command, environment, log.fileno())
            started = time.monotonic()
            while not self.is_listening():
                ended = any(process.poll() is not None for process in self.processes)
                if ended or time.monotonic() - started > START_SECONDS:
                    raise RuntimeError(f"{self.program} did not start:\n{self.read_log()[-4000:]}")
                time.sleep(0.05)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def _start(self, command: Sequence[str], environment: Mapping[str, str], log: int) -> None:
        self.processes.append(
            subprocess.Popen(
                command,
                env={**os.environ, **environment},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        )

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the program."""
        for process in self.processes:
            if process.poll() is None:
                process.terminate()
            try:
                process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.processes.clear()
        self.home.cleanup()

    def is_listening(self) -> bool:
        """Whether every server of the program takes connections."""
        ports = [self.port, *([self.settings.second_port] if self.program == "haproxy" else [])]
        try:
            for port in ports:
                socket.create_connection(("localhost", port), timeout=2).close()
        except OSError:
            return False
        return True

    def read_log(self) -> str:
        """What the process has written so far."""
        return self.log.read_text(encoding="utf-8", errors="replace")
