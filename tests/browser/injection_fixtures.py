"""The bent app as a visitor opens it; shared by the tests that walk through it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.app_process import ServerProcess
from tests.browser.injection_detectors import Surprises, assert_quiet
from tests.browser.injection_project import HostileProject, build_hostile_project
from tests.injection_strings import TOUCHED


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> HostileProject:
    return build_hostile_project(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def hostile_server(project: HostileProject) -> Iterator[ServerProcess]:
    with ServerProcess(root=project.root) as process:
        yield process


@pytest.fixture
def visit(
    project: HostileProject, hostile_server: ServerProcess, open_page: Callable[..., Page]
) -> Iterator[Callable[..., Page]]:
    """Open the bent app; at the end nothing has run, there or on the server."""
    pages: list[Page] = []
    surprises = Surprises()

    def open_(path: str = "") -> Page:
        page = open_page(hostile_server.url + path, width=1000, height=600)
        surprises.follow(page)
        pages.append(page)
        return page

    yield open_
    for page in pages:
        assert_quiet(page)
    assert surprises.found == []
    assert not list(project.root.rglob(f"{TOUCHED}*"))
    assert "Traceback" not in hostile_server.read_log()
