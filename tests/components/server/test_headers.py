from __future__ import annotations

from typing import Any

import pytest
from starlette.responses import HTMLResponse, Response

from components.server.security_headers import SecurityHeaders, read_frame_ancestors
from tests.components.server.http_client import fetch, run_apart
from tests.conftest import StartServer

FRAME = "/component/streamlit_folium.st_folium/index.html?streamlitUrl=x"


def read_policy(value: str) -> dict[str, list[str]]:
    rules = (rule.split() for rule in value.split(";"))
    return {name: sources for name, *sources in rules}


def call(path: str, answer: Response) -> dict[str, str]:
    """The headers that the middleware lets through around one answer."""
    sent: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": path, "headers": []}
    run_apart(SecurityHeaders(answer)(scope, receive, send))
    return {name.decode(): value.decode() for name, value in sent[0]["headers"]}


def test_the_shell_runs_only_scripts_of_the_host(server: str) -> None:
    policy = read_policy(fetch(server, "/").headers["content-security-policy"])
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"][:2] == ["'self'", "blob:"]
    assert all(source.startswith("'sha256-") for source in policy["script-src"][2:])
    assert policy["connect-src"] == policy["frame-src"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'self'"]
    assert policy["object-src"] == policy["base-uri"] == ["'none'"]
    for name, sources in policy.items():
        assert "'unsafe-eval'" not in sources
        assert ("'unsafe-inline'" in sources) == (name == "style-src")
        assert not [source for source in sources if source.startswith(("http", "*"))]


def test_only_the_frame_of_the_map_may_evaluate(server: str) -> None:
    policy = read_policy(fetch(server, FRAME).headers["content-security-policy"])
    assert policy["script-src"] == ["'self'", "'unsafe-inline'", "'unsafe-eval'"]
    assert policy["connect-src"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'self'"]


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/sources",
        "/_stcore/health",
        "/_stcore/host-config",
        "/_stcore/metrics",
        "/atlas/none",
        "/static/none.js",
        "/media/none",
        "/component/none",
        "//double",
        FRAME,
    ],
)
def test_every_answer_carries_the_headers(server: str, path: str) -> None:
    headers = fetch(server, path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "'self'" in headers["content-security-policy"]


@pytest.mark.parametrize("path", ["/", FRAME])
def test_pages_close_what_they_do_not_use(server: str, path: str) -> None:
    features = fetch(server, path).headers["permissions-policy"].split(", ")
    assert "camera=()" in features
    assert "geolocation=()" in features
    assert "clipboard-write=(self)" in features
    assert "fullscreen=(self)" in features


@pytest.mark.parametrize("path", ["/", FRAME])
def test_not_modified_leaves_the_kept_policy_alone(server: str, path: str) -> None:
    first = fetch(server, path, {"Accept-Encoding": "br"})
    again = fetch(server, path, {"Accept-Encoding": "br", "If-None-Match": first.headers["etag"]})
    assert (again.status, again.body) == (304, b"")
    assert "content-security-policy" not in again.headers


@pytest.mark.parametrize(
    ("value", "ancestors"),
    [
        ("", ("'self'",)),
        ("  ", ("'self'",)),
        ("'none'", ("'none'",)),
        ("*", ("*",)),
        ("'self' https://a.example", ("'self'", "https://a.example")),
        (
            "https://*.example:8443 http://b.example:*",
            ("https://*.example:8443", "http://b.example:*"),
        ),
    ],
)
def test_frame_ancestors_are_read(value: str, ancestors: tuple[str, ...]) -> None:
    assert read_frame_ancestors({"ATLAS_FRAME_ANCESTORS": value}) == ancestors


@pytest.mark.parametrize(
    "value", ["self", "a.example", "https://a.example; script-src *", "'none' *", "javascript:x"]
)
def test_bad_frame_ancestors_are_refused_by_name(value: str) -> None:
    with pytest.raises(ValueError, match="ATLAS_FRAME_ANCESTORS"):
        read_frame_ancestors({"ATLAS_FRAME_ANCESTORS": value})


@pytest.mark.parametrize(
    ("value", "shell", "frame", "older"),
    [
        ("", "'self'", "'self'", "SAMEORIGIN"),
        ("'none'", "'none'", "'self'", "DENY"),
        ("https://a.example", "https://a.example", "'self' https://a.example", None),
    ],
)
def test_who_may_frame_the_page_and_the_map(
    monkeypatch: pytest.MonkeyPatch, value: str, shell: str, frame: str, older: str | None
) -> None:
    monkeypatch.setenv("ATLAS_FRAME_ANCESTORS", value)
    page = call("/", HTMLResponse("x"))
    inner = call("/component/any/index.html", HTMLResponse("x"))
    assert f"frame-ancestors {shell};" in page["content-security-policy"]
    assert f"frame-ancestors {frame};" in inner["content-security-policy"]
    assert page.get("x-frame-options") == older
    assert inner.get("x-frame-options") == ("SAMEORIGIN" if frame == "'self'" else None)


@pytest.mark.parametrize("path", ["/", "/sources", "/none", FRAME])
def test_documents_are_isolated_from_windows_of_other_sites(server: str, path: str) -> None:
    headers = fetch(server, path, {"Accept": "text/html"}).headers
    assert headers["content-type"].startswith("text/html")
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["origin-agent-cluster"] == "?1"


def test_the_embedded_map_is_isolated_and_keeps_its_own_policy() -> None:
    policy = {"Content-Security-Policy": "frame-ancestors *"}
    headers = call("/", HTMLResponse("x", headers=policy))
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["content-security-policy"] == "frame-ancestors *"
    assert "x-frame-options" not in headers
    assert "cross-origin-resource-policy" not in headers


@pytest.mark.parametrize(("public", "kept"), [("", "private"), ("https://a.example/x", "public")])
def test_exports_are_kept_by_all_only_where_the_address_is_set(
    monkeypatch: pytest.MonkeyPatch, public: str, kept: str
) -> None:
    monkeypatch.setenv("ATLAS_PUBLIC_URL", public)
    answer = Response("x", headers={"Cache-Control": "public, max-age=600"})
    assert call("/export/view.csv", answer)["cache-control"] == f"{kept}, max-age=600"
    assert call("/atlas/x.js", answer)["cache-control"] == "public, max-age=600"


def test_a_configured_host_may_embed(fresh_server: StartServer) -> None:
    url = fresh_server({"ATLAS_FRAME_ANCESTORS": "'self' https://briefings.example"}).url
    headers = fetch(url, "/").headers
    policy = read_policy(headers["content-security-policy"])
    assert policy["frame-ancestors"] == ["'self'", "https://briefings.example"]
    assert "x-frame-options" not in headers
