"""Clients are told apart by the address that a trusted proxy gives."""

from __future__ import annotations

import pytest

from components.server.clients import UNKNOWN, identify_client


@pytest.mark.parametrize(
    ("client", "expected"),
    [
        (("192.0.2.7", 4711), "192.0.2.7"),
        (("::ffff:192.0.2.7", 4711), "192.0.2.7"),
        (("2001:db8:1:2:3:4:5:6", 4711), "2001:db8:1:2::/64"),
        (("2001:db8:1:2::9", 1), "2001:db8:1:2::/64"),
        (("fe80::1%eth0", 1), "fe80::/64"),
        (("testclient", 50000), UNKNOWN),
        (None, UNKNOWN),
    ],
)
def test_client_is_an_address_or_a_subscribers_network(
    client: tuple[str, int] | None, expected: str
) -> None:
    assert identify_client({"type": "http", "client": client}) == expected
