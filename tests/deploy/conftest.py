"""Two replicas of the atlas behind the proxy of `deploy/`, and a small static atlas beside them."""

from __future__ import annotations

import hmac
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext

from tests.proxy_process import ProxyProcess
from tests.server.fetch import fetch
from tests.server_process import ServerProcess

COOKIE = "atlas_replica"
SEEN_SECONDS = 20.0


@dataclass
class Hosted:
    """The proxy, the replicas behind it by address, and the folder of the static atlas."""

    proxy: ProxyProcess
    replicas: dict[str, ServerProcess]
    site: Path

    @property
    def url(self) -> str:
        """The address visitors know."""
        return self.proxy.url

    def find_replica(self, context: BrowserContext) -> str:
        """The address of the replica that a visitor's cookie names."""
        (value,) = (str(row["value"]) for row in context.cookies() if row["name"] == COOKIE)
        names = {hmac.new(b"", name.encode(), "sha256").hexdigest(): name for name in self.replicas}
        return names[value]

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
        limit = time.monotonic() + SEEN_SECONDS
        while fetch(self.url, "/", {"Accept": "text/html"}).status != 200:
            assert time.monotonic() < limit, self.proxy.read_log()[-4000:]
            time.sleep(0.05)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The least that a static atlas has: a map page, a page in a folder, a page for what is not."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "events").mkdir()
    titles = {
        "index.html": "Map as a file",
        "events/index.html": "Events as a file",
        "404.html": "No such page",
    }
    for path, title in titles.items():
        page = f'<!doctype html><link rel="icon" href="data:,"><title>{title}</title>'
        (folder / path).write_text(page, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def both(site: Path) -> Iterator[Hosted]:
    """The whole arrangement, started once."""
    with ServerProcess() as first, ServerProcess() as second:
        replicas = {f"127.0.0.1:{replica.port}": replica for replica in (first, second)}
        with ProxyProcess(list(replicas), {"ATLAS_SITE": str(site)}) as proxy:
            hosted = Hosted(proxy, replicas, site)
            hosted.wait_until_seen()
            yield hosted


@pytest.fixture
def hosted(both: Hosted) -> Hosted:
    """The whole arrangement; replicas killed by the test before are started again."""
    for address in both.replicas:
        both.revive(address)
    both.wait_until_seen()
    return both
