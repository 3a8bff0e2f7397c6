"""Fixtures of more than one folder: the app as a running server, and a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from components.outputs.static_site.output_manifest import SiteFiles
from tests.app_process import ServerProcess
from tests.built_site import find_shared_folder, read_built_site
from tests.find_browser import ADVICE, FLAGS, find_browser

StartServer = Callable[..., ServerProcess]
# Files that take minutes, the longest first: begun last, one would keep one process busy at the end
# while the others have nothing to do.
LONGEST = (
    "browser/test_hosting.py",
    "browser/test_static_site.py",
    "components/outputs/export/test_workers.py",
    "browser/test_injection_exports.py",
    "browser/test_language.py",
    "browser/test_cohesion.py",
    "components/server/test_drain.py",
    "deploy/test_replicas.py",
    "browser/test_stories.py",
    "browser/test_user_journeys.py",
    "browser/test_permalinks.py",
    "browser/test_lost_connection.py",
    "browser/test_compare.py",
    "browser/test_injection_pages.py",
    "browser/test_firefox.py",
    "browser/test_networks.py",
    "browser/test_network_faults.py",
    "browser/test_sources.py",
    "components/outputs/static_map/test_files.py",
    "browser/test_user_preferences.py",
    "components/app/test_verification.py",
    "pages/test_locale_ru.py",
    "deploy/test_proxy.py",
    "components/outputs/static_map/test_labels.py",
    "browser/test_injection_links.py",
    "browser/test_axe.py",
    "browser/test_user_layers.py",
    "components/outputs/export/test_routes.py",
    "components/app/test_new_year.py",
    "browser/test_members.py",
    "browser/test_events.py",
    "components/outputs/static_site/test_browser_readings.py",
    "browser/test_story_builder.py",
    "browser/test_map_labels.py",
    "browser/test_injection.py",
    "pages/test_third_language.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; all others stay in their order."""
    root = Path(__file__).parent
    places = {root / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path, len(LONGEST)))


@pytest.fixture(scope="session")
def server_process() -> Iterator[ServerProcess]:
    """One server for all tests that do not need a fresh one."""
    with ServerProcess() as process:
        yield process


@pytest.fixture(scope="session")
def server(server_process: ServerProcess) -> str:
    """The address of the shared server."""
    return server_process.url


@pytest.fixture
def fresh_server() -> Iterator[StartServer]:
    """Start servers of a test's own, which nobody has visited: `fresh_server(environment)`."""
    with ExitStack() as stack:

        def start(environment: Mapping[str, str] | None = None) -> ServerProcess:
            return stack.enter_context(ServerProcess(environment))

        yield start


@pytest.fixture(scope="session")
def plain_site(tmp_path_factory: pytest.TempPathFactory) -> SiteFiles:
    """The static atlas that does not know its address."""
    return read_built_site(find_shared_folder(tmp_path_factory), "plain")


@pytest.fixture(scope="session")
def addressed_site(tmp_path_factory: pytest.TempPathFactory) -> SiteFiles:
    """The static atlas with its address and a picture for every link preview."""
    return read_built_site(find_shared_folder(tmp_path_factory), "addressed")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        pytest.fail(ADVICE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()
