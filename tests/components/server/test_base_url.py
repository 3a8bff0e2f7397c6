from __future__ import annotations

import pytest

from components.features.map.payload import GROUP
from components.server.assets import asset_url
from components.server.base_url import url_base


@pytest.mark.parametrize(
    ("setting", "base"), [("", ""), ("/", ""), ("atlas", "/atlas"), ("/maps/atlas/", "/maps/atlas")]
)
def test_addresses_begin_where_the_app_is_served(
    monkeypatch: pytest.MonkeyPatch, setting: str, base: str
) -> None:
    monkeypatch.setattr("components.server.base_url.config.get_option", lambda _name: setting)
    assert url_base() == base
    assert asset_url(GROUP, "atlas-en.json").startswith(f"{base}/atlas/record-")
