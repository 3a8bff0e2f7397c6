from __future__ import annotations

import pytest

from components.app.index_html import list_first_chunks
from components.server.code_files import read_built
from components.server.streamlit_static import (
    FIRST_CHUNKS,
    FOLIUM_PAGE,
    FOLIUM_PREFIX,
    NEXT_CHUNKS,
    STREAMLIT,
    find_chunks,
    find_folium_script,
    guard_frame,
    list_files,
    read_file,
)
from tests.components.server.http_client import fetch


@pytest.mark.parametrize("address", list_first_chunks())
def test_streamlits_scripts_come_packed_and_whole(server: str, address: str) -> None:
    answer = fetch(server, address, {"Accept-Encoding": "gzip, br"})
    content = (STREAMLIT / address[1:]).read_bytes()
    assert answer.status == 200
    assert answer.content == content
    assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert (answer.headers.get("content-encoding") == "br") == (len(content) >= 256)


def test_the_front_end_is_a_quarter_of_its_size_on_the_wire(server: str) -> None:
    addresses = list_first_chunks()
    sent = [len(fetch(server, path, {"Accept-Encoding": "br"}).body) for path in addresses]
    raw = [len(read_file(path).content) for path in addresses]
    assert sum(sent) < sum(raw) / 4


@pytest.mark.parametrize("accept", ["gzip", "identity"])
def test_older_browsers_are_served_too(server: str, accept: str) -> None:
    answer = fetch(server, list_first_chunks()[0], {"Accept-Encoding": accept})
    assert answer.content == read_file(list_first_chunks()[0]).content


def test_the_frame_of_the_map_is_served(server: str) -> None:
    page = fetch(server, f"{FOLIUM_PREFIX}index.html")
    script = fetch(server, find_folium_script(), {"Accept-Encoding": "br"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["cache-control"] == "public, max-age=600"
    assert find_folium_script().rpartition("/")[2] in page.text
    assert script.headers["content-encoding"] == "br"
    assert "immutable" in script.headers["cache-control"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        (find_folium_script(), True),
        (list_first_chunks()[0], True),
        (f"{FOLIUM_PREFIX}index.html", False),
        (f"{FOLIUM_PREFIX}asset-manifest.json", False),
        (f"{FOLIUM_PREFIX}bootstrap.min.css", False),
    ],
)
def test_only_hashed_names_are_kept_for_a_year(name: str, kept: bool) -> None:
    assert ("immutable" in read_file(name).cache_control) == kept


def test_the_guard_is_the_first_script_of_the_frame(server: str) -> None:
    html = fetch(server, FOLIUM_PAGE).text
    first = html.index("<script")
    assert html[first:].startswith(
        f"<script>{read_built('server/frame_guard.js').strip()}</script>"
    )
    assert "stopImmediatePropagation" in html[first : html.index("</script>")]
    assert html.count("<script") == 2
    with pytest.raises(ValueError, match="no head"):
        guard_frame("<p>another page</p>")


@pytest.mark.parametrize("path", ["/static/js/none.js", "/static/", "/static/js", "/static"])
def test_a_missing_script_is_missing(server: str, path: str) -> None:
    answer = fetch(server, path)
    assert answer.status in {301, 404} or path == "/static"
    assert "javascript" not in answer.headers.get("content-type", "")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_files_can_only_be_read(server: str, method: str) -> None:
    assert fetch(server, list_first_chunks()[0], method=method).status in {404, 405}


def test_the_first_chunks_are_chunks_of_this_streamlit() -> None:
    names = FIRST_CHUNKS + NEXT_CHUNKS
    found = find_chunks(names)
    assert all(any(f"/{name}." in address for address in found) for name in names)
    assert set(found) <= set(list_files())
