"""Licence texts and notices go wherever files of the atlas go."""

from __future__ import annotations

import csv
import html
import json
from importlib.metadata import version

import pytest

from components.core.i18n.locale import LANGUAGES
from components.core.view_state import View
from components.outputs.notices.__main__ import FILE as COMMITTED
from components.outputs.notices.notices import APP, FILE, SITE, Work, read_works, write_notices
from components.outputs.notices.packages import write_packages
from components.outputs.static_site.output_manifest import SiteFiles
from components.outputs.static_site.standalone import build_standalone_map, build_standalone_pair
from components.server.code_files import COMPONENTS
from geodata.read import GEODATA, read_index
from tests.find_node import FRONTEND

WORKS = read_works()


def read_versions() -> dict[str, str]:
    """The versions of what is vendored, built into a script, or made into shapes, by package."""
    lock = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))
    found: dict[str, str] = {
        path.removeprefix("node_modules/"): package["version"]
        for path, package in lock["packages"].items()
        if path
    }
    for table in (COMPONENTS / "vendor" / "vendor.csv", GEODATA / "inputs.csv"):
        with table.open(encoding="utf-8", newline="") as file:
            found |= {row["package"]: row["version"] for row in csv.DictReader(file)}
    return found


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.package)
def test_a_work_is_that_which_is_passed_on(work: Work) -> None:
    versions = read_versions()
    assert work.version == (versions.get(work.package) or version(work.package))
    assert "opyright" in work.read_text() + work.copyright or "©" in work.copyright
    assert work.goes
    assert set(work.goes) <= {APP, SITE, FILE}


def test_everything_vendored_is_named() -> None:
    with (COMPONENTS / "vendor" / "vendor.csv").open(encoding="utf-8", newline="") as file:
        vendored = {row["package"]: row["licence"] for row in csv.DictReader(file)}
    named = {work.package: work for work in WORKS}
    assert {package: named[package].licence for package in vendored} == vendored
    assert all(set(named[package].goes) == {APP, SITE, FILE} for package in vendored)


def test_the_notices_hold_every_text_and_attribution() -> None:
    for goes in (APP, SITE, FILE):
        text = write_notices(goes)
        sent = {work.read_text() for work in WORKS if goes in work.goes}
        for work in WORKS:
            assert (work.read_text() in text) is (work.read_text() in sent)
            assert work.copyright in text or goes not in work.goes
        assert all(f"{row['title']}" in text and row["attribution"] in text for row in read_index())
        assert "https://opendatacommons.org/licenses/odbl/1-0/" in text
    assert COMMITTED.read_text(encoding="utf-8") == write_notices(APP)


def test_the_site_and_single_files_bring_them(plain_site: SiteFiles) -> None:
    for language in LANGUAGES:
        folder = "" if language == "en" else f"{language}/"
        page = plain_site.contents[f"{folder}licences/index.html"].decode()
        # They are in English: there they stand, and the page of another language leads there.
        if language == "en":
            assert write_notices(SITE).strip() in html.unescape(page)
        else:
            assert "<a href=../../licences/index.html lang=en>" in page
    for file in (
        build_standalone_map(View(year=2016)),
        build_standalone_pair(View(year=2016), View(year=1994), "ru"),
    ):
        assert write_notices(FILE).strip() in html.unescape(file.decode())


def test_packages_are_listed_with_their_texts() -> None:
    text = write_packages()
    for package, part in {
        "streamlit": "TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION",
        "streamlit-folium": "Randy Zwitch",
        "pyarrow": "This product includes software from",
        "numpy": "NumPy Developers",
    }.items():
        assert f"\n{package} {version(package)}: " in text
        assert part in text
