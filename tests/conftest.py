"""Fixtures of more than one folder: the app as a running server, and a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.app_process import ServerProcess
from tests.find_browser import ADVICE, FLAGS, find_browser

StartServer = Callable[..., ServerProcess]


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
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        pytest.fail(ADVICE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()
