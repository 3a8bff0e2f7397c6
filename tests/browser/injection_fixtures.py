"""The bent app as a visitor opens it; shared by the tests that walk through it."""

from __future__ import annotations

import fcntl
import pickle
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from tests.app_process import ServerProcess
from tests.browser.injection_detectors import Surprises, assert_quiet
from tests.browser.injection_project import HostileProject, build_hostile_project
from tests.built_site import find_shared_folder
from tests.injection_strings import TOUCHED


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> HostileProject:
    """The bent copy, made once for all processes of a run, which only read it."""
    folder = find_shared_folder(tmp_path_factory)
    path = folder / "hostile.project"
    with (folder / "hostile.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            path.write_bytes(pickle.dumps(build_hostile_project(folder / "hostile")))
        project = pickle.loads(path.read_bytes())
    assert isinstance(project, HostileProject)
    return project


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
