"""The record describes itself alike in each form, and each form is valid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from datacite import schema45

from data.downloads import DATACITE, read_descriptor
from data.load import HERE
from data.package import read_json
from data.review import REVIEWED

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
