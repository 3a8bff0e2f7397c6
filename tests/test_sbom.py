"""The list of what is shipped is valid, whole and up to date."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from components.outputs.notices.notices import read_works
from deploy.locks import LOCKS, ROOT, read_lock
from deploy.sbom import ATLAS, FILE, write_sbom
from geodata.read import read_index

TEXT = FILE.read_text(encoding="utf-8")
DOCUMENT: dict[str, Any] = json.loads(TEXT)
COMPONENTS: dict[str, dict[str, Any]] = {each["bom-ref"]: each for each in DOCUMENT["components"]}


def list_hashes(component: dict[str, Any]) -> set[str]:
    return {each["content"] for each in component["hashes"]}


def test_it_is_up_to_date_and_the_same_each_time() -> None:
    assert write_sbom() == TEXT, "run `make sbom`"


def test_it_is_valid() -> None:
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(TEXT) is None
    # The validator is at work.
    assert (
        validator.validate_str(TEXT.replace('"type": "application"', '"type": "app"')) is not None
    )


def test_every_locked_package_is_listed_with_its_files_and_licence() -> None:
    for package in read_lock(LOCKS / "app.txt"):
        listed = COMPONENTS[f"pkg:pypi/{package.name}@{package.version}"]
        assert (listed["name"], listed["version"]) == (package.name, package.version)
        assert list_hashes(listed) == set(package.hashes)
    assert all(each["licenses"] for each in COMPONENTS.values())
    assert "see the text" not in TEXT


def test_every_work_and_shape_is_listed_and_is_the_file_that_is_here() -> None:
    assert {work.purl for work in read_works()} <= set(COMPONENTS)
    assert {f"geodata/shapes/{row['file']}" for row in read_index()} <= set(COMPONENTS)
    files = [each for component in COMPONENTS.values() for each in component.get("components", ())]
    vendored = {
        str(path.relative_to(ROOT))
        for pattern in ("*.js", "*.css", "*.LICENSE", "fonts/*.woff2")
        for path in (ROOT / "components" / "vendor").glob(pattern)
    }
    assert vendored <= {each["name"] for each in files}
    shapes = [each for name, each in COMPONENTS.items() if name.startswith("geodata/shapes/")]
    for each in (*files, *shapes):
        content = (ROOT / each["name"]).read_bytes()
        assert list_hashes(each) == {hashlib.sha256(content).hexdigest()}


def test_what_needs_what_reaches_everything() -> None:
    needs = {each["ref"]: each.get("dependsOn", []) for each in DOCUMENT["dependencies"]}
    reached, waiting = set(), [ATLAS]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += needs[name]
    assert reached == {ATLAS, *COMPONENTS}
