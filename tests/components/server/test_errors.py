from __future__ import annotations

import re
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route
from streamlit.testing.v1 import AppTest

from components.server.errors import EXCEPTION_HANDLERS
from tests.app_process import ROOT, ServerProcess
from tests.components.server.http_client import fetch, run_apart

SECRET = "a secret of /srv/atlas/data/claims.csv"
REVEALING = re.compile(r"Traceback|File \"|\.py\b|site-packages|/home/|/usr/|/root/|Error:")


@pytest.mark.parametrize(
    ("method", "path", "statuses"),
    [
        ("GET", "/atlas/none", {404}),
        ("POST", "/atlas/code-0/map/bundle.js", {405}),
        ("GET", "/component/none/index.html", {404}),
        ("GET", "/component/streamlit_folium.st_folium/none.js", {404}),
        ("GET", "/component/streamlit_folium.st_folium/../../../../etc/passwd", {400, 404}),
        ("GET", "/media/none.csv", {404}),
        ("GET", "/static/none.js", {404}),
        ("GET", "/_stcore/metrics", {404}),
        ("GET", "/_stcore/script-health-check", {404}),
        ("GET", "/_stcore/agent/openapi.json", {404}),
        ("POST", "/_stcore/agent/interact", {404}),
        ("POST", "/_stcore/agent/mcp", {404}),
        ("GET", "/_stcore/bidi-components/none/a.js", {404}),
        ("PUT", "/_stcore/upload_file/none/none", {400, 403, 404}),
        ("POST", "/", {405}),
        ("GET", "/%5c%5chost/share", {400, 404}),
        ("GET", "//host/share", {400}),
    ],
)
def test_an_error_is_short_plain_and_reveals_nothing(
    server: str, method: str, path: str, statuses: set[int]
) -> None:
    answer = fetch(server, path, method=method)
    assert answer.status in statuses
    assert answer.headers.get("content-type", "text/plain").startswith("text/plain")
    assert len(answer.text) < 80
    assert not REVEALING.search(answer.text)
    assert str(ROOT) not in answer.text


def build_failing_app() -> Starlette:
    """An app whose `/error` fails and whose `/status` refuses."""

    async def raise_error(_request: Any) -> Any:
        raise RuntimeError(SECRET)

    async def raise_status(_request: Any) -> Any:
        raise HTTPException(403, SECRET, {"X-Kept": "yes"})

    routes = [Route("/error", raise_error), Route("/status", raise_status)]
    return Starlette(routes=routes, exception_handlers=EXCEPTION_HANDLERS)


def test_a_failing_route_answers_500_with_the_headers_and_no_detail() -> None:
    sent: list[Any] = []
    # The answer is sent first; then the error goes on to the server, which logs it.
    with pytest.raises(RuntimeError, match="a secret"):
        call(build_failing_app(), "/error", sent)
    headers = read_headers(sent)
    assert sent[0]["status"] == 500
    assert sent[1]["body"] == "500 Internal Server Error · Внутренняя ошибка сервера\n".encode()
    assert headers["x-content-type-options"] == "nosniff"
    assert "default-src 'self'" in headers["content-security-policy"]


def test_a_refusal_keeps_its_headers_and_drops_its_detail() -> None:
    sent: list[Any] = []
    call(build_failing_app(), "/status", sent)
    said = "403 Forbidden · Доступ запрещён\n".encode()
    assert (sent[0]["status"], sent[1]["body"]) == (403, said)
    assert read_headers(sent)["x-kept"] == "yes"


def read_headers(sent: list[Any]) -> dict[str, str]:
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


def call(app: Starlette, path: str, sent: list[Any]) -> None:
    """Send one request to an app in this process and collect its messages."""

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": []}
    run_apart(app({**scope, "root_path": ""}, receive, send))


def failing_page() -> None:
    from components.server.errors import report_script_error

    error = RuntimeError("a secret of /srv/atlas/data/claims.csv")
    assert report_script_error(error) is True


def test_a_failing_page_shows_a_calm_sentence() -> None:
    app = AppTest.from_function(failing_page).run()
    assert [box.value for box in app.error] == [
        "Something went wrong while this view was being prepared. The error has been logged; "
        "reload the page, or open the atlas without the link's settings."
    ]
    assert not app.exception


def test_the_server_starts_without_a_complaint(server_process: ServerProcess) -> None:
    fetch(server_process.url, "/")
    log = server_process.read_log()
    assert "The atlas is ready" in log
    for complaint in ("Traceback", "ScriptRunContext", "not a valid config option", "WARN"):
        assert complaint not in log


def test_health_stays_open(server: str) -> None:
    assert fetch(server, "/_stcore/health").text == "ok"
