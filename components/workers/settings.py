"""The limits of what is done for visitors, each a variable of the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True)
class Setting:
    """A whole number from `least` to `most`."""

    default: int
    least: int
    most: int


# What a story and what any other file may take: a long story holds what it has drawn in memory, so
# fewer of them are made at once. Of one client at a time; the others of it wait, or are refused.
SETTINGS = {
    "ATLAS_WORKERS": Setting(min(2, os.cpu_count() or 1) + 1, 2, 64),
    "ATLAS_WORKER_NICE": Setting(5, 0, 19),
    "ATLAS_BUILD_AHEAD": Setting(1, 0, 1),
    "ATLAS_WARM_UP": Setting(1, 0, 1),
    "ATLAS_EXPORTS_PER_CLIENT": Setting(2, 1, 1000),
    "ATLAS_EXPORTS_WAITING_PER_CLIENT": Setting(4, 0, 1000),
    "ATLAS_EXPORTS_AT_ONCE": Setting(16, 1, 1000),
    "ATLAS_STORY_EXPORTS_AT_ONCE": Setting(8, 1, 1000),
    "ATLAS_EXPORTS_WAITING": Setting(60, 0, 10_000),
    "ATLAS_EXPORT_SECONDS": Setting(300, 1, 3600),
    "ATLAS_STORIES_PER_CLIENT": Setting(1, 1, 1000),
    "ATLAS_STORIES_WAITING_PER_CLIENT": Setting(3, 0, 1000),
    "ATLAS_STORIES_AT_ONCE": Setting(2, 1, 64),
    "ATLAS_STORIES_WAITING": Setting(40, 0, 10_000),
    "ATLAS_STORY_SECONDS": Setting(15, 1, 600),
    "ATLAS_UPLOAD_SECONDS": Setting(30, 1, 600),
    "ATLAS_PREVIEW_CACHE_MB": Setting(32, 1, 4096),
}


def read_setting(name: str, environment: Mapping[str, str] = os.environ) -> int:
    """The value of a setting; ValueError names the variable, its value and what it may be."""
    setting, value = SETTINGS[name], environment.get(name, "").strip()
    if not value:
        return setting.default
    number = int(value) if value.isascii() and value.isdigit() else -1
    if not setting.least <= number <= setting.most:
        allowed = f"a whole number from {setting.least} to {setting.most}"
        raise ValueError(f"{name}: {value!r} is not {allowed}")
    return number


@cache
def get_setting(name: str) -> int:
    """As `read_setting` of this process, read once."""
    return read_setting(name)
