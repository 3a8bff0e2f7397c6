"""`site.Caddyfile` as what ingress controllers turn to when a replica does not answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.app_process import find_free_port
from tests.components.server.http_client import fetch
from tests.deploy.conftest import PICTURE
from tests.proxy_process import ProxyProcess

PAGE = {"Accept": "text/html,application/xhtml+xml"}


@pytest.fixture(scope="module")
def stand_in(site: Path) -> Iterator[str]:
    """The address of the server of the static atlas, which is started beside HAProxy."""
    nobody = f"127.0.0.1:{find_free_port()}"
    with ProxyProcess([nobody, nobody], site, "haproxy") as proxy:
        yield f"http://localhost:{proxy.settings.second_port}"


def tell(address: str) -> dict[str, str]:
    """What ingress-nginx says of a request that failed."""
    return {"X-Code": "503", "X-Original-URI": address}


@pytest.mark.parametrize("address", ["/", "/?event=x&embed=1", "/events?year=2016", "/events/"])
def test_a_visit_is_led_to_the_same_view_in_the_files(stand_in: str, address: str) -> None:
    asked = {
        # A replica failed; no replica is there, as ingress-nginx and as Traefik then send it.
        "told": (f"/?{address.partition('?')[2]}", {**PAGE, **tell(address)}),
        "marked": (address, {**PAGE, "X-Code": "503"}),
        "itself": (address, PAGE),
    }
    for path, headers in asked.values():
        answer = fetch(stand_in, path, headers)
        assert (answer.status, answer.headers["location"]) == (307, f"/site{address}")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["retry-after"] == "30"


def test_a_picture_stands_in_and_nothing_else_is_redirected(stand_in: str) -> None:
    preview = "/export/preview.png?event=april-war-2016"
    told = (f"/?{preview.partition('?')[2]}", tell(preview))
    for path, headers in (told, (preview, {}), (preview, PAGE)):
        answer = fetch(stand_in, path, headers)
        assert (answer.status, answer.body) == (200, PICTURE + b"event-april-war-2016")
        assert answer.headers["cache-control"] == "no-store"
    for address in ("/export/view.pptx", "/_stcore/health", "/media/1.csv", "/events"):
        answer = fetch(stand_in, "/", tell(address))
        assert answer.status == 503
        assert answer.headers["retry-after"] == "30"
        assert fetch(stand_in, address).status == 404
    for address in ("/export/view.pptx", "/static/a.js"):
        assert fetch(stand_in, "/", {**PAGE, **tell(address)}).status == 503
        assert fetch(stand_in, address, PAGE).status == 404


def test_the_files_are_served_and_their_server_says_that_it_is_there(stand_in: str) -> None:
    assert fetch(stand_in, "/healthz").body == b"ok"
    answer = fetch(stand_in, "/site/events/?year=2016", PAGE)
    assert answer.status == 200
    assert b"<title>Events as a file</title>" in answer.body
    assert fetch(stand_in, "/site/none", PAGE).status == 404
