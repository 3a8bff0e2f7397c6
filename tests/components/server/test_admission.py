"""What comes in: addresses that the atlas serves, asked in the right way, not by other sites."""

from __future__ import annotations

import ast
import re

import pytest
from websockets.exceptions import InvalidStatus

from components.server.allowlist import PAGES
from tests.app_process import ROOT, ServerProcess
from tests.components.server.http_client import fetch
from tests.components.server.visitor import open_stream, read_until, write_heartbeat

CLOSED = [
    "/_stcore/upload_file/session/file",
    "/_stcore/metrics",
    "/_stcore/agent/mcp",
    "/_stcore/script-health-check",
    "/_stcore/bidi-components/none/a.js",
    "/_stcore/stream",
    "/_stcore/none",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
    "/app/static/none.png",
    "/component/none/index.html",
    "/component/streamlit_folium.st_folium/asset-manifest.json.map",
    "/media/a/b",
    "/media/",
    "/.well-known/none",
    "/.git/config",
    "/favicon.png",
    "/manifest.json",
    "/events/_stcore/health",
    "/events/none",
    "/no-such-page",
]
FOREIGN = "https://other.example"


def test_the_pages_are_those_of_the_navigation() -> None:
    """`components/app/page_list.py` names them in each run."""
    tree = ast.parse((ROOT / "components" / "app" / "page_list.py").read_text(encoding="utf-8"))
    calls = [
        {word.arg: word.value for word in node.keywords}
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "st.Page"
    ]
    named = [ast.literal_eval(c["url_path"]) if "url_path" in c else "" for c in calls]
    assert tuple(named) == PAGES


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "OPTIONS"])
def test_what_the_atlas_does_not_serve_is_not_there(server: str, path: str, method: str) -> None:
    # The head says that much is to come, and none of it is waited for.
    headers = {} if method == "GET" else {"Content-Length": "1000000"}
    answer = fetch(server, path, headers, method)
    assert answer.status == 404
    assert answer.text == "404 Not Found · Не найдено\n"


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_there(server: str, page: str) -> None:
    assert "data-home" in fetch(server, f"/{page}").text or page
    assert fetch(server, f"/{page}").status == 200
    if page:
        moved = fetch(server, f"/{page}/?lang=ru")
        assert (moved.status, moved.headers["location"]) == (301, f"../{page}?lang=ru")


@pytest.mark.parametrize(
    ("path", "language", "home"),
    [
        ("/no-such-page", "en", "./"),
        ("/no/such/page?lang=ru", "ru", "../../?lang=ru"),
        ("/no%2Fsuch", "en", "./"),
    ],
)
def test_a_page_that_is_not_there_has_words_and_a_way_to_the_map(
    server: str, path: str, language: str, home: str
) -> None:
    answer = fetch(server, path, {"Accept": "text/html,*/*"})
    assert answer.status == 404
    assert answer.headers["cross-origin-opener-policy"] == "same-origin"
    assert f'<html lang="{language}">' in answer.text
    assert "There is no such page in the atlas." in answer.text
    assert "Такой страницы в атласе нет." in answer.text
    assert set(re.findall(r'href="([^"]*)"', answer.text)) == {home}
    assert "script" not in answer.text
    assert "such/page" not in answer.text


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/", "GET, HEAD"),
        ("OPTIONS", "/events", "GET, HEAD"),
        ("DELETE", "/_stcore/health", "GET, HEAD"),
        ("HEAD", "/_stcore/host-config", "GET"),
        ("PUT", "/export/view.png", "GET, HEAD, POST"),
        ("PROPFIND", "/sources", "GET, HEAD"),
    ],
)
def test_a_wrong_method_is_told_the_right_ones(
    server: str, method: str, path: str, allowed: str
) -> None:
    answer = fetch(server, path, method=method)
    assert (answer.status, answer.headers["allow"]) == (405, allowed)


@pytest.mark.parametrize("host", ["a b", "a,b", "a/b", "user@a", "[::1", "a:port", "a\tb", "<a>"])
def test_a_malformed_host_is_refused(server: str, host: str) -> None:
    assert fetch(server, "/", {"Host": host}).status == 400
    with pytest.raises(InvalidStatus) as refused, open_stream(server, {"Host": host}):
        pass
    assert refused.value.response.status_code == 400


@pytest.mark.parametrize(
    ("method", "path"),
    [("POST", "/atlas/story"), ("POST", "/export/story.csv"), ("GET", "/export/view.csv")],
)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": FOREIGN},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors", "Sec-Fetch-Dest": "image"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "iframe"},
        {"Sec-Fetch-Site": "same-site"},
        {
            "Sec-Fetch-Site": "cross-site",
            "Sec-Fetch-Mode": "navigate",
            "Sec-Fetch-Dest": "document",
            "Sec-Purpose": "prefetch;prerender",
        },
    ],
)
def test_a_page_of_another_site_starts_no_work(
    server: str, method: str, path: str, headers: dict[str, str]
) -> None:
    answer = fetch(server, path, headers, method)
    assert answer.status == 403
    assert "Pages of other sites cannot send" in answer.text


def test_our_pages_programs_and_readers_links_are_served(server: str) -> None:
    path = "/export/view.csv?year=1999"
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    for headers in (
        {},
        {"Origin": server},
        {"Sec-Fetch-Site": "same-origin", "Origin": server},
        {**link, "Sec-Fetch-Dest": "document"},
    ):
        assert fetch(server, path, headers).status == 200
    # A link leads to a file; it sends none.
    posted = fetch(server, "/atlas/story", {**link, "Sec-Fetch-Dest": "document"}, "POST")
    assert posted.status == 403


def test_websockets_open_at_one_address(server: str) -> None:
    for path in ("/", "/_stcore/health", "/events/_stcore/stream"):
        with pytest.raises(InvalidStatus) as refused, open_stream(server, path=path):
            pass
        assert refused.value.response.status_code == 404


@pytest.mark.parametrize("path", ["/", "/?event=april-war-2016", "/export/view.csv?year=1999"])
def test_answers_that_name_the_host_are_not_kept_for_others(server: str, path: str) -> None:
    answer = fetch(server, path, {"Host": "other.example"})
    rules = answer.headers["cache-control"]
    assert "public" not in rules
    assert "no-cache" in rules or "private" in rules


def test_under_a_path_the_rest_is_closed_too() -> None:
    with ServerProcess({"STREAMLIT_SERVER_BASE_URL_PATH": "maps/atlas"}) as server:
        for path, status in {
            "/maps/atlas/": 200,
            "/maps/atlas/events": 200,
            "/maps/atlas/_stcore/health": 200,
            "/maps/atlas/no-such-page": 404,
            "/maps/atlas/_stcore/upload_file/a/b": 404,
            "/maps/atlas/auth/login": 404,
            "/events": 404,
            "/_stcore/upload_file/a/b": 404,
            "/maps": 404,
        }.items():
            assert fetch(server.url, path).status == status, path
        page = fetch(server.url, "/maps/atlas/a/b", {"Accept": "text/html"})
        assert set(re.findall(r'href="([^"]*)"', page.text)) == {"../"}
        with open_stream(server.url, path="/maps/atlas/_stcore/stream") as socket:
            socket.send(write_heartbeat())
            assert read_until(socket, "heartbeat_ack")
