"""Limits are whole numbers within their bounds, and a wrong one is named."""

from __future__ import annotations

import pytest

from components.workers.settings import SETTINGS, read_setting


def test_every_default_is_within_its_bounds() -> None:
    assert all(read_setting(name, {}) == each.default for name, each in SETTINGS.items())
    assert all(each.least <= each.default <= each.most for each in SETTINGS.values())


@pytest.mark.parametrize("value", ["many", "-1", "0", "1001", "1.5", "²"])
def test_a_wrong_value_is_named(value: str) -> None:
    with pytest.raises(ValueError, match=r"ATLAS_EXPORTS_PER_CLIENT: .* from 1 to 1000"):
        read_setting("ATLAS_EXPORTS_PER_CLIENT", {"ATLAS_EXPORTS_PER_CLIENT": value})
    assert read_setting("ATLAS_EXPORTS_PER_CLIENT", {"ATLAS_EXPORTS_PER_CLIENT": " 7 "}) == 7
