"""The record describes itself alike in each form, and each form is valid."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from datacite import schema45

from data.downloads import DATACITE, read_descriptor
from data.load import HERE, read_record
from data.package import read_json
from data.review import REVIEWED
from data.stances import resolve_event

ROOT = HERE.parent
PACKAGE = read_descriptor()
PROFILE = "https://datapackage.org/profiles/2.0/{}.json"


def read_citation() -> dict[str, Any]:
    text = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def test_the_package_follows_version_two_of_the_standard() -> None:
    assert PACKAGE["$schema"] == PROFILE.format("datapackage")
    assert "profile" not in PACKAGE
    assert PACKAGE["contributors"][0]["roles"]
    for resource in PACKAGE["resources"]:
        assert resource["$schema"] == PROFILE.format("dataresource")
        assert resource["type"] == "table"
        assert "profile" not in resource
        schema = resource["schema"]
        assert schema["$schema"] == PROFILE.format("tableschema")
        assert isinstance(schema["primaryKey"], list)
        for key in schema.get("foreignKeys", []):
            assert isinstance(key["fields"], list)
            # Version 2 has no empty name for the table itself.
            assert key["reference"].get("resource") != ""


def test_datacite_metadata_are_valid_and_those_of_the_package() -> None:
    found = read_json(HERE, DATACITE)
    assert schema45.validate(found)
    assert found["titles"][0]["title"] == PACKAGE["title"]
    assert found["version"] == PACKAGE["version"]
    assert found["descriptions"][0]["description"] == PACKAGE["description"]
    assert [each["subject"] for each in found["subjects"]] == PACKAGE["keywords"]
    assert found["creators"][0]["name"] == PACKAGE["contributors"][0]["title"]
    (rights,) = found["rightsList"]
    licence = PACKAGE["licenses"][0]
    assert (rights["rightsIdentifier"], rights["rightsUri"]) == (licence["name"], licence["path"])
    (updated,) = found["dates"]
    assert updated["date"] == REVIEWED.isoformat()


def test_the_citation_file_is_that_of_the_package() -> None:
    found = read_citation()
    assert {"cff-version", "message", "title", "authors"} <= found.keys()
    assert found["cff-version"] == "1.2.0"
    assert found["title"] == PACKAGE["title"]
    assert found["version"] == PACKAGE["version"]
    assert found["license"] == [each["name"] for each in PACKAGE["licenses"]]
    assert found["keywords"] == PACKAGE["keywords"]
    assert [each["name"] for each in found["authors"]] == [
        each["title"] for each in PACKAGE["contributors"]
    ]
    assert PACKAGE["description"].startswith(found["abstract"])


def test_the_files_lie_where_readers_look_for_them() -> None:
    assert (ROOT / "CITATION.cff").exists()
    assert Path(HERE / DATACITE).exists()


def test_the_changelog_of_the_record_tells_of_this_version_and_what_is_so() -> None:
    _head, latest, *_older = re.split(r"^## ", (HERE / "CHANGELOG.md").read_text(), flags=re.M)
    assert latest.startswith(f"{PACKAGE['version']} (")
    changed = re.findall(
        r"^\| `([^`]+)` \| (\w+) \| (\w+) \| [^|]+ \| (\w+)(, contested)? \|", latest, re.M
    )
    assert len(changed) > 40
    for event, actor, toward, code, contested in changed:
        stance = resolve_event(read_record(), event, toward)[actor]
        assert (stance.code, stance.contested) == (code, bool(contested)), (event, actor, toward)
