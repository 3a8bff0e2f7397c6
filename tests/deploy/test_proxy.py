"""What the proxy lets through, what it refuses, and what it keeps as the app sends it."""

from __future__ import annotations

import base64
import json
from collections.abc import Sized
from io import BytesIO
from urllib.parse import urlsplit

import pptx
import pytest
import requests

from components.server.assets import asset_url
from data.load import HERE
from tests.components.server.http_client import Answer, fetch
from tests.deploy.conftest import Hosted, wait_until

VISIT = {"Accept": "text/html"}
FRAME = "/component/streamlit_folium.st_folium/index.html?streamlitUrl=x"
OF_THE_APP = (
    "cache-control",
    "content-security-policy",
    "content-type",
    "etag",
    "permissions-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-frame-options",
)
STORY = b"""title: {en: Two steps}
steps:
  - {view: event=april-war-2016, headline: {en: A war}}
  - {view: year=2002, headline: {en: A charter}}
"""


@pytest.mark.parametrize("accept", ["gzip, deflate, br", "gzip", "identity"])
@pytest.mark.parametrize("path", ["/", "/events?year=2016", FRAME, "asset", "/nothing.txt"])
def test_pages_and_files_keep_the_headers_of_the_app(both: Hosted, path: str, accept: str) -> None:
    path = asset_url("code", "vendor/leaflet.js") if path == "asset" else path
    headers = {"Accept-Encoding": accept, **VISIT}
    replica = next(iter(both.replicas.values()))
    # The head of a page names the host at which the visitor sees it.
    direct = {**headers, "Host": urlsplit(both.url).netloc}
    seen, sent = fetch(both.url, path, headers), fetch(replica.url, path, direct)
    assert seen.status == sent.status
    assert seen.content == sent.content
    assert [seen.headers.get(name) for name in OF_THE_APP] == [
        sent.headers.get(name) for name in OF_THE_APP
    ]
    # What the app sends as it is a proxy may pack for whoever takes that, and says so.
    packed = seen.headers.get("content-encoding")
    if packed != sent.headers.get("content-encoding"):
        assert "content-encoding" not in sent.headers
        assert packed in accept.split(", ")
    added = {"Accept-Encoding"} if packed else set()
    assert read_vary(sent) <= read_vary(seen) <= read_vary(sent) | added
    held = {"If-None-Match": sent.headers.get("etag", '"-"')}
    again = fetch(both.url, path, headers | held), fetch(replica.url, path, direct | held)
    assert again[0].status == again[1].status
    # nginx and Apache always say their name, and here no more than that.
    assert seen.headers.get("server") in {None, "nginx", "Apache"}


def read_vary(answer: Answer) -> set[str]:
    """What an answer depends on; a proxy may write each name once, or in lines of their own."""
    return {name.strip() for name in answer.headers.get("vary", "").split(",")} - {""}


def test_a_story_file_is_read_through_the_proxy(both: Hosted) -> None:
    file = min((HERE / "stories").glob("*.yaml"))
    answer = requests.post(f"{both.url}/atlas/story", data=file.read_bytes(), timeout=120)
    assert answer.status_code == 200
    assert answer.json()["story"]["steps"]
    assert answer.headers["cache-control"] == "no-store"


def test_slides_and_their_progress_come_through_the_proxy(both: Hosted) -> None:
    address = f"{both.url}/export/story.pptx?lang=en"
    with requests.post(f"{address}&progress=1", data=STORY, timeout=120, stream=True) as answer:
        assert answer.status_code == 200
        lines = [json.loads(line) for line in answer.iter_lines()]
    assert lines[:-1] == [{"done": 1, "of": 2}, {"done": 2, "of": 2}]
    assert len(read_slides(base64.b64decode(lines[-1]["data"]))) == 3
    whole = requests.post(address, data=STORY, timeout=120)
    assert "attachment" in whole.headers["content-disposition"]
    assert len(read_slides(whole.content)) == 3


def read_slides(content: bytes) -> Sized:
    """The slides of a file that PowerPoint opens."""
    slides: Sized = pptx.Presentation(BytesIO(content)).slides
    return slides


def test_the_log_keeps_no_whole_address_and_no_header(arrangements: dict[str, Hosted]) -> None:
    both = arrangements["caddy"]
    fetch(both.url, "/events?year=1999", {"User-Agent": "a-browser/1.0", "Cookie": "a=secret"})
    lines: list[str] = []

    def is_written() -> bool:
        lines[:] = [line for line in both.proxy.read_log().splitlines() if "year=1999" in line]
        return bool(lines)

    wait_until(is_written, both.proxy)
    request = json.loads(lines[-1])["request"]
    assert request["uri"] == "/events?year=1999"
    assert request["remote_ip"] in {"127.0.0.0", "::"}
    assert not {"headers", "remote_port"} & set(request)
    assert "a-browser" not in lines[-1]
    assert "secret" not in lines[-1]


def test_the_static_atlas_lies_beside_the_app(both: Hosted) -> None:
    page = fetch(both.url, "/site/", VISIT)
    assert (page.status, page.headers["cache-control"]) == (200, "no-cache")
    assert "Map as a file" in page.text
    folder = fetch(both.url, "/site/events?year=2016")
    assert folder.headers["location"].endswith("/site/events/?year=2016")
    assert "Events as a file" in fetch(both.url, "/site/events/?year=2016").text
    assert "Event as a file" in fetch(both.url, "/site/events/april-war-2016").text
    missing = fetch(both.url, "/site/nothing")
    assert (missing.status, "No such page" in missing.text) == (404, True)
    # What lies beside the folder is not reached, whichever way a proxy reads such a path.
    for path in ("/site/../Caddyfile", "/site/..%2fCaddyfile", "/site/%2e%2e/Caddyfile"):
        assert "reverse_proxy" not in fetch(both.url, path).text
    assert fetch(both.url, "/site/..%2fevents/index.html").status in {400, 404}
