from __future__ import annotations

import gzip
import re
from fnmatch import fnmatchcase
from urllib.parse import urljoin

import pytest

from components.app.asset_groups import CRITICAL_ASSETS, critical_assets, critical_assets_in
from components.server.assets import Registry, asset_url, bundle_of, hash_group, read_registry
from components.server.code_files import BUILT, COMPONENTS, UNSERVED, read_code
from components.server.compressed_file import MEDIA_TYPES
from tests.components.server.http_client import fetch

GROUPS = ("code", "shapes", "stories", "language", "fonts", "record", "search", "propose", "coding")
# Bytes as gzip at its best.
HEAVIEST = {"map/bundle.js": 23_300, "events/dossier.bundle.js": 14_600}


def one_of_each_kind() -> list[tuple[str, str]]:
    """A group and path for every suffix of every group."""
    found = {
        (group, path.rpartition(".")[2]): (group, path)
        for group, files in read_registry().files.items()
        for path in files
    }
    return sorted(found.values())


def test_the_groups_are_there_and_filled() -> None:
    assert set(read_registry().files) == set(GROUPS)
    assert all(read_registry().files.values())


@pytest.mark.parametrize(("group", "path"), one_of_each_kind())
@pytest.mark.parametrize("accept", ["gzip, deflate, br", "gzip", "identity"])
def test_an_asset_has_its_type_encoding_and_cache(
    server: str, group: str, path: str, accept: str
) -> None:
    file = read_registry().files[group][path]
    answer = fetch(server, asset_url(group, path), {"Accept-Encoding": accept})
    assert answer.status == 200
    assert answer.content == file.content
    assert answer.headers["content-type"] == MEDIA_TYPES[file.suffix]
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert answer.headers["x-content-type-options"] == "nosniff"
    expected = {"gzip, deflate, br": "br", "gzip": "gzip", "identity": None}[accept]
    assert answer.headers.get("content-encoding") == (expected if file.compressible else None)
    if file.compressible:
        assert "Accept-Encoding" in answer.headers["vary"]
        assert (len(answer.body) < len(file.content)) == (expected is not None)


@pytest.mark.parametrize("group", GROUPS)
def test_an_address_of_an_earlier_build_leads_to_the_current_one(server: str, group: str) -> None:
    path = next(iter(read_registry().files[group]))
    current = asset_url(group, path)
    former = current.replace(read_registry().hashes[group], "0" * 12)
    answer = fetch(server, former)
    assert answer.status == 307
    assert answer.headers["location"].startswith("../")
    assert urljoin(former, answer.headers["location"]) == current
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path",
    [
        "/atlas/",
        "/atlas/code",
        "/atlas/code-000000000000/",
        "/atlas/code-000000000000/map/nothing.js",
        "/atlas/nothing-000000000000/map/bundle.js",
        "/atlas/code-000000000000/server/shell.js",
        "/atlas/-/",
    ],
)
def test_what_is_not_there_is_a_plain_404(server: str, path: str) -> None:
    answer = fetch(server, path)
    assert (answer.status, answer.text) == (404, "404 Not Found · Не найдено\n")
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize(
    "climb",
    [
        "../../../app.py",
        "..%2f..%2f..%2fapp.py",
        "%2e%2e/%2e%2e/app.py",
        "....//app.py",
        "..\\..\\app.py",
        "%5c%5chost%5cshare",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "map/../../server/assets.py",
        "C:%5Cwindows%5Cwin.ini",
        "map/bundle.js%00.css",
    ],
)
@pytest.mark.parametrize(
    "folder", ["/atlas/code-HASH/", "/static/", "/component/streamlit_folium.st_folium/"]
)
def test_no_path_climbs_out(server: str, folder: str, climb: str) -> None:
    answer = fetch(server, folder.replace("HASH", read_registry().hashes["code"]) + climb)
    assert answer.status in {400, 404}
    assert len(answer.body) < 100
    assert b"import" not in answer.body


def test_a_hash_is_that_of_names_and_contents() -> None:
    files = {"a.js": b"one", "b.js": b"two"}
    assert hash_group(files) == hash_group(dict(reversed(files.items())))
    assert hash_group(files) != hash_group({**files, "b.js": b"three"})
    assert hash_group(files) != hash_group({"a.js": b"one", "c.js": b"two"})
    assert hash_group({"a": b"b", "c": b""}) != hash_group({"a": b"", "bc": b""})


def test_a_changed_file_changes_the_address_of_its_group_only() -> None:
    before = Registry({"code": {"a.js": b"1", "b.js": b"2"}, "record": {"c.json": b"3"}})
    after = Registry({"code": {"a.js": b"1", "b.js": b"9"}, "record": {"c.json": b"3"}})
    assert before.path_of("code", "a.js") != after.path_of("code", "a.js")
    assert before.path_of("record", "c.json") == after.path_of("record", "c.json")


def test_an_unknown_asset_has_no_address() -> None:
    with pytest.raises(KeyError, match=r"nothing\.js"):
        asset_url("code", "nothing.js")


def test_the_scripts_of_the_server_and_of_the_site_are_not_served() -> None:
    assert {path.split("/")[0] for path in read_code()}.isdisjoint(UNSERVED)
    assert all((BUILT / folder).is_dir() for folder in UNSERVED)


def test_every_module_that_a_page_mounts_is_built() -> None:
    calls = re.compile(r'mount_module\(\s*[\w."]+,\s*"([\w/]+\.js)"')
    found = {
        module
        for path in COMPONENTS.rglob("*.py")
        for module in calls.findall(path.read_text(encoding="utf-8"))
    }
    assert {bundle_of(module) for module in found} == {
        path for path in read_code() if path.endswith(".bundle.js")
    }


@pytest.mark.parametrize(("path", "most"), HEAVIEST.items())
def test_what_a_first_view_waits_for_stays_small(path: str, most: int) -> None:
    assert len(gzip.compress(read_code()[path], 9)) <= most


def test_each_script_of_the_map_asks_for_the_next_alone() -> None:
    code = read_code()
    asks = {
        "map/bundle.js": [b'"./deferred.js"'],
        "map/deferred.js": [
            *(b'"../search/engine.js"', b'"../share/dialog.js"', b'"./user_layers.js"'),
        ],
        "compare/differences.bundle.js": [b'"../share/dialog.js"'],
        "events/dossier.bundle.js": [b'"../share/dialog.js"'],
        "events/timeline.bundle.js": [b'"../search/engine.js"'],
        "story/stories.bundle.js": [b'"../share/dialog.js"'],
        "search/box.js": [b'"../search/engine.js"'],
        "search/results.bundle.js": [b'"../search/engine.js"'],
    }
    assert {"map/deferred.js", "map/user_layers.js"} <= code.keys()
    for path, content in code.items():
        if path.endswith(".js"):
            assert not re.search(rb"(?:^|[;}])import\b(?!\s*\()|\bexport\s*\*", content), path
            asked = re.findall(rb"\bimport\s*\(([^)]*)\)", content)
            # A page asks for its search box by an address that the server gave it.
            told = [each for each in asked if each.startswith(b"new URL(")]
            assert len(told) == (path == "page/begin.js"), path
            assert [each for each in asked if each not in told] == asks.get(path, []), path


@pytest.mark.parametrize("group", sorted(CRITICAL_ASSETS))
def test_every_pattern_of_what_is_needed_first_finds_something(group: str) -> None:
    for pattern in CRITICAL_ASSETS[group]:
        assert any(fnmatchcase(path, pattern) for path in read_registry().files[group]), pattern


def test_what_is_needed_first_is_served(server: str) -> None:
    addresses = [*critical_assets(), *critical_assets_in("en"), *critical_assets_in("ru")]
    assert len(addresses) == len(set(addresses))
    for address in addresses:
        assert fetch(server, address, method="HEAD").status == 200, address


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_needed_first_fits_in_500_kb(language: str) -> None:
    needed = {*critical_assets(), *critical_assets_in(language)}
    registry = read_registry()
    files = [
        file
        for group, held in registry.files.items()
        for path, file in held.items()
        if registry.path_of(group, path) in needed
    ]
    sent = sum(len(file.encode("br") if file.compressible else file.content) for file in files)
    assert sent <= 500_000
