"""The built scripts are those of their sources, and the tools are pinned without naming a host."""

from __future__ import annotations

import csv
import hashlib
import json
import subprocess
from typing import Any

from components.server.code_files import BUILT
from tests.find_node import FRONTEND, find_command, find_node, write_environment


def run_build(*options: str) -> subprocess.CompletedProcess[str]:
    """Run the build script with the Node that there is."""
    node = find_node()
    assert node is not None, "there is no Node: python -m tests.find_node --install"
    command = find_command(node, ["node", "build.mjs", *options])
    return subprocess.run(
        command,
        cwd=FRONTEND,
        env=write_environment(node),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def read_package_lock() -> dict[str, Any]:
    """The packages of the lock file by their path; that of the front end itself is empty."""
    lock = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))
    packages: dict[str, Any] = lock["packages"]
    return packages


def test_the_built_files_are_those_of_their_sources() -> None:
    done = run_build("--check")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_table_of_built_files_is_whole() -> None:
    with (BUILT / "built.csv").open(encoding="utf-8", newline="") as file:
        listed = {row["file"]: row["sha256"] for row in csv.DictReader(file)}
    there = [path for path in BUILT.rglob("*") if path.is_file() and path.name != "built.csv"]
    assert listed == {
        path.relative_to(BUILT).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in there
    }


def test_the_lock_of_the_tools_names_every_package_and_no_registry() -> None:
    packages = {path: package for path, package in read_package_lock().items() if path}
    assert len(packages) > 50
    for path, package in packages.items():
        assert package["version"], path
        assert package["integrity"].startswith("sha512-"), path
        assert "resolved" not in package, path


def test_every_tool_is_pinned_to_one_version() -> None:
    wanted = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))
    assert "dependencies" not in wanted
    packages = read_package_lock()
    assert wanted["devDependencies"] == {
        name: packages[f"node_modules/{name}"]["version"] for name in wanted["devDependencies"]
    }
