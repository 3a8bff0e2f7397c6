"""Addresses under which pages were published before still open them."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from tests.components.server.http_client import fetch


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("/method", "/sources"),
        ("/method/", "/sources"),
        ("/method?source=kucera-2016&lang=ru", "/sources?source=kucera-2016&lang=ru"),
        (
            "/method?part=downloads&at=40,45,6&x=%D1%8F+y",
            "/sources?part=downloads&at=40,45,6&x=%D1%8F+y",
        ),
        ("/method?x=%0d%0aA:b", "/sources?x=%0d%0aA:b"),
    ],
)
def test_a_former_address_leads_to_the_page(server: str, given: str, wanted: str) -> None:
    answer = fetch(server, given)
    assert answer.status == 308
    location = answer.headers["location"]
    # Relative, so that it holds where a proxy has taken a path off.
    assert not location.startswith("/")
    assert urljoin(given, location) == wanted


def test_a_former_address_is_read_only(server: str) -> None:
    answer = fetch(server, "/method", method="POST")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_the_former_address_describes_the_page_once_followed(server: str) -> None:
    old = fetch(server, "/method?lang=ru").headers["location"]
    answer = fetch(server, urljoin("/method", old))
    assert answer.status == 200
    assert '/sources?lang=ru"' in answer.text
