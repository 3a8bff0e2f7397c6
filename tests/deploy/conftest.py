"""Two replicas behind each proxy of `deploy/`, and a small static atlas beside them."""

from __future__ import annotations

import hmac
import os
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from playwright.sync_api import BrowserContext

from tests.app_process import ServerProcess
from tests.components.server.http_client import fetch
from tests.proxy_process import ProxyProcess
from tests.proxy_programs import PROGRAMS

COOKIE = "atlas_replica"
SEEN_SECONDS = 20.0
# The least of a JPEG that tells it from others.
PICTURE = b"\xff\xd8\xff\xe0picture of "


@dataclass
class Hosted:
    """A proxy, the replicas behind it by address, and the folder of the static atlas."""

    proxy: ProxyProcess
    replicas: dict[str, ServerProcess]
    site: Path

    @property
    def url(self) -> str:
        """The address visitors know."""
        return self.proxy.url

    def name_replicas(self) -> dict[str, str]:
        """The address of each replica by the value its cookie has with this proxy."""
        names = dict(zip(("a", "b"), self.replicas, strict=False))
        if self.proxy.program == "caddy":
            return {hmac.new(b"", row.encode(), "sha256").hexdigest(): row for row in self.replicas}
        # Apache finds a route behind a dot.
        dot = "." if self.proxy.program == "apache" else ""
        return {dot + name: address for name, address in names.items()}

    def find_replica(self, context: BrowserContext) -> str:
        """The address of the replica that a visitor's cookie names."""
        (value,) = (str(row["value"]) for row in context.cookies() if row["name"] == COOKIE)
        return self.name_replicas()[value]

    def kill(self, address: str) -> None:
        """End a replica as a crash does (kill -9)."""
        process = self.replicas[address].process
        assert process is not None
        process.kill()
        process.wait()

    def revive(self, address: str) -> None:
        """Start a killed replica again where it was."""
        replica = self.replicas[address]
        assert replica.process is not None
        if replica.process.poll() is not None:
            replica.__enter__()

    def wait_until_seen(self) -> None:
        """Wait until the proxy sends visits to a replica (it looks once a second)."""
        wait_for_status(self.proxy, "/", 200)


def wait_for_status(proxy: ProxyProcess, path: str, status: int) -> None:
    """Wait until a visit to a path is answered so."""
    wait_until(lambda: fetch(proxy.url, path, {"Accept": "text/html"}).status == status, proxy)


def wait_until(holds: Callable[[], bool], proxy: ProxyProcess) -> None:
    """Ask until a proxy has seen what became of a replica, slowly enough not to be limited."""
    limit = time.monotonic() + SEEN_SECONDS
    while not holds():
        assert time.monotonic() < limit, proxy.read_log()[-4000:]
        time.sleep(0.1)


@pytest.fixture(scope="session")
def site() -> Iterator[Path]:
    """The least that a static atlas has: pages, pictures, a page for what is not there."""
    titles = {
        "index.html": "Map as a file",
        "ru/index.html": "Map as a file in Russian",
        "events/index.html": "Events as a file",
        "events/april-war-2016.html": "Event as a file",
        "404.html": "No such page",
    }
    # Servers that give up their rights must be able to read it.
    with TemporaryDirectory() as name:
        os.chmod(name, 0o755)
        for path, title in titles.items():
            file = Path(name) / path
            file.parent.mkdir(exist_ok=True)
            page = f'<!doctype html><link rel="icon" href="data:,"><title>{title}</title>'
            file.write_text(page, encoding="utf-8")
        (Path(name) / "previews").mkdir()
        for picture in ("index", "event-april-war-2016"):
            file = Path(name) / "previews" / f"{picture}.jpg"
            file.write_bytes(PICTURE + picture.encode())
        yield Path(name)


@pytest.fixture(scope="session")
def replicas() -> Iterator[dict[str, ServerProcess]]:
    """Two replicas by address (host:port), started once for all proxies."""
    with ServerProcess() as first, ServerProcess() as second:
        yield {f"127.0.0.1:{replica.port}": replica for replica in (first, second)}


@pytest.fixture(scope="session")
def arrangements(replicas: dict[str, ServerProcess], site: Path) -> Iterator[dict[str, Hosted]]:
    """Each proxy by the name of its program, started when it is first asked for."""
    with ExitStack() as stack:
        yield Arrangements(replicas, site, stack)


class Arrangements(dict[str, Hosted]):
    """Starts a proxy before the replicas when it is first looked up."""

    def __init__(self, replicas: dict[str, ServerProcess], site: Path, stack: ExitStack) -> None:
        """Remember what stands behind each, and what ends them all."""
        super().__init__()
        self.replicas, self.site, self.stack = replicas, site, stack

    def __missing__(self, program: str) -> Hosted:
        proxy = self.stack.enter_context(ProxyProcess(list(self.replicas), self.site, program))
        self[program] = Hosted(proxy, self.replicas, self.site)
        self[program].wait_until_seen()
        return self[program]


@pytest.fixture(params=PROGRAMS)
def both(request: pytest.FixtureRequest, arrangements: dict[str, Hosted]) -> Hosted:
    """The whole arrangement with each proxy."""
    return arrangements[request.param]


@pytest.fixture
def hosted(both: Hosted) -> Hosted:
    """The whole arrangement; replicas killed by the test before are started again."""
    for address in both.replicas:
        both.revive(address)
    both.wait_until_seen()
    return both


@pytest.fixture
def behind_caddy(arrangements: dict[str, Hosted]) -> Hosted:
    """As `hosted`, for what does not depend on the proxy."""
    both = arrangements["caddy"]
    for address in both.replicas:
        both.revive(address)
    both.wait_until_seen()
    return both
