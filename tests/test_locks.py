"""What is installed is what the locks name, hash by hash; they are shown to be whole offline."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.requirements import Requirement

from deploy.locks import LOCKS, ROOT, LockedPackage, normalise_name, read_lock, read_requirements

# What each lock is made from; the Makefile says the same.
SOURCES = {
    "app.txt": ("requirements.txt",),
    "test.txt": ("requirements.txt", "requirements-test.txt", "requirements-bench.txt"),
    "geodata.txt": ("requirements.txt", "requirements-geodata.txt"),
    "node.txt": ("requirements.txt", "requirements-node.txt"),
}
SYSTEMS = {
    "Linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "Linux on Arm": {
        "sys_platform": "linux",
        "platform_system": "Linux",
        "os_name": "posix",
        "platform_machine": "aarch64",
    },
    "macOS": {
        "sys_platform": "darwin",
        "platform_system": "Darwin",
        "os_name": "posix",
        "platform_machine": "arm64",
    },
    "Windows": {
        "sys_platform": "win32",
        "platform_system": "Windows",
        "os_name": "nt",
        "platform_machine": "AMD64",
    },
}


def test_every_list_of_requirements_has_its_lock() -> None:
    assert {path.name for path in LOCKS.iterdir()} == set(SOURCES)
    named = {file for files in SOURCES.values() for file in files}
    assert {path.name for path in ROOT.glob("requirements*.txt")} == named


@pytest.mark.parametrize("lock", SOURCES)
def test_a_lock_names_no_host_and_every_file(lock: str) -> None:
    text = (LOCKS / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert " @ " not in text
    options = [word for word in text.split() if word.startswith("--")]
    assert all(word.startswith("--hash=sha256:") for word in options)
    packages = read_lock(LOCKS / lock)
    assert all(package.version and package.hashes for package in packages)
    assert sum(len(package.hashes) for package in packages) == len(options)


@pytest.mark.parametrize("lock", SOURCES)
def test_a_lock_has_each_requirement_with_its_version(lock: str) -> None:
    locked = {package.name: package.version for package in read_lock(LOCKS / lock)}
    for requirement in list_roots(lock):
        assert requirement.specifier.contains(locked[normalise_name(requirement.name)])
    shared = {package.name: package.version for package in read_lock(LOCKS / "app.txt")}
    assert {name: locked.get(name) for name in shared} == shared


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("lock", SOURCES)
def test_a_lock_is_closed_under_dependencies(lock: str, system: str) -> None:
    applying = {
        package.name: package
        for package in read_lock(LOCKS / lock)
        if applies(package.requirement, SYSTEMS[system])
    }
    reached = follow_dependencies(list_roots(lock), applying, SYSTEMS[system])
    assert set(applying) >= reached
    # What only another system needs, or only the shapes, is not installed here: what it leads to
    # cannot be followed, so nothing is said of what is left over.
    if all(is_installed(package) for package in applying.values()):
        assert set(applying) == reached


def test_what_is_tested_is_what_is_locked() -> None:
    here: Mapping[str, str] = {}
    packages = [each for each in read_lock(LOCKS / "test.txt") if applies(each.requirement, here)]
    assert [each.name for each in packages if not is_installed(each)] == []


def list_roots(lock: str) -> list[Requirement]:
    return [each for file in SOURCES[lock] for each in read_requirements(ROOT / file)]


def applies(requirement: Requirement, system: Mapping[str, str], extra: str = "") -> bool:
    marker = requirement.marker
    return marker is None or marker.evaluate({**system, "extra": extra})


def is_installed(package: LockedPackage) -> bool:
    try:
        return distribution(package.name).version == package.version
    except PackageNotFoundError:
        return False


def follow_dependencies(
    roots: list[Requirement], locked: Mapping[str, LockedPackage], system: Mapping[str, str]
) -> set[str]:
    """The names of all that requirements lead to on a system, as installed packages say."""
    reached: set[tuple[str, str]] = set()
    waiting = list(roots)
    while waiting:
        requirement = waiting.pop()
        name = normalise_name(requirement.name)
        for extra in ("", *requirement.extras):
            if (name, extra) in reached:
                continue
            reached.add((name, extra))
            if name not in locked or not is_installed(locked[name]):
                continue
            needs = [Requirement(text) for text in distribution(name).requires or ()]
            for need in needs:
                if applies(need, system, extra):
                    waiting.append(need)
    return {name for name, _ in reached}
