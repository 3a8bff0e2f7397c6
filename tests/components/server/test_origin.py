"""Which pages may open the websocket of the atlas."""

from __future__ import annotations

import pytest

from tests.app_process import ServerProcess
from tests.components.server.http_client import fetch

UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}


def test_pages_of_the_atlas_open_the_websocket(server: str) -> None:
    assert fetch(server, "/_stcore/stream", {**UPGRADE, "Origin": server}).status == 101


@pytest.mark.parametrize("origin", ["https://other.example", "http://localhost:1", "null", ""])
def test_other_sites_are_refused_without_a_question(
    server_process: ServerProcess, origin: str
) -> None:
    headers = {**UPGRADE, "Origin": origin}
    assert fetch(server_process.url, "/_stcore/stream", headers).status == 403
    assert "external IP" not in server_process.read_log()
