"""The groups of assets together, and which of them the first map needs."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase

from components.core.i18n.locale import LANGUAGES
from components.features.coding import document as coding_document
from components.features.map import payload as map_payload
from components.features.propose import document as propose_document
from components.features.stories import payload as stories_payload
from components.server import search_documents
from components.server.assets import MAP_BUNDLE, asset_url, read_registry
from data.languages import ALL

# Groups that features build; importing their modules registers them.
FEATURE_GROUPS = (
    *(map_payload.GROUP, stories_payload.GROUP, search_documents.GROUP),
    propose_document.GROUP,
    coding_document.GROUP,
)
# What the map asks for before it can be used, by group; relief and frontier detail may follow.
CRITICAL_ASSETS = {
    "code": ("vendor/*", "map/map.css", MAP_BUNDLE),
    "shapes": ("countries.topo.json", "zones*.topo.json"),
    "fonts": ("fonts.css", "*-latin-wght-*"),
}
# What it asks for besides, in the language of the page alone.
CRITICAL_ASSETS_IN = {
    code: {
        "record": (f"atlas-{code}.json",),
        "language": (f"messages-{code}.json",),
        "fonts": (f"*-{ALL[code].script}-wght-*",),
    }
    for code in LANGUAGES
}
# What the panel beside the map asks for a moment later.
PREFETCH_ASSETS = {"code": ("panel/panel.bundle.js",)}


def critical_assets() -> list[str]:
    """Addresses of what the map asks for before it can be used."""
    return find_assets(CRITICAL_ASSETS)


def critical_assets_in(language: str) -> list[str]:
    """Addresses of what the map asks for besides in one language."""
    every = critical_assets()
    return [asset for asset in find_assets(CRITICAL_ASSETS_IN[language]) if asset not in every]


def prefetch_assets() -> list[str]:
    """Addresses of what is asked for once the map is drawn."""
    return find_assets(PREFETCH_ASSETS)


def find_assets(wanted: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Addresses of the assets whose paths match the patterns of their group."""
    return [
        asset_url(group, path)
        for group, patterns in wanted.items()
        for path in read_registry().files[group]
        if any(fnmatchcase(path, pattern) for pattern in patterns)
    ]
