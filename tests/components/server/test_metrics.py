"""The number of open sessions, at a port of its own and nowhere else."""

from __future__ import annotations

import re

import pytest

from components.server.metrics import VARIABLE, read_metrics_port
from tests.app_process import ServerProcess, find_free_port
from tests.components.server.http_client import fetch
from tests.components.server.visitor import open_stream, read_until, write_heartbeat


def count_sessions(port: int) -> int:
    """What the server says at its port for metrics."""
    answer = fetch(f"http://127.0.0.1:{port}", "/metrics?families=cache_memory_bytes")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    lines = answer.text.splitlines()
    (line,) = (line for line in lines if not line.startswith("#"))
    assert "# TYPE active_sessions gauge" in lines
    found = re.fullmatch(r"active_sessions (\d+)", line)
    assert found is not None
    return int(found[1])


def test_open_sessions_are_counted_at_a_port_that_visitors_do_not_reach() -> None:
    port = find_free_port()
    with ServerProcess({VARIABLE: str(port)}) as process:
        assert count_sessions(port) == 0
        with open_stream(process.url) as first, open_stream(process.url) as second:
            for visitor in (first, second):
                visitor.send(write_heartbeat())
                read_until(visitor, "heartbeat_ack")
            assert count_sessions(port) == 2
        for path in ("/metrics", "/_stcore/metrics"):
            assert fetch(process.url, path).status == 404
        for path in ("/", "/_stcore/metrics", "/ready"):
            assert fetch(f"http://127.0.0.1:{port}", path).status == 404


def test_without_the_setting_nothing_listens() -> None:
    assert read_metrics_port({}) == read_metrics_port({VARIABLE: "0"}) == 0
    for value in ("-1", "65536", "on", "9464.0", "٩"):
        with pytest.raises(ValueError, match=f"^{VARIABLE}: '{value}' is not a port"):
            read_metrics_port({VARIABLE: value})
