"""The addresses that the map is rendered with: its script and styles, and documents it asks for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from components.core.i18n.locale import LANGUAGES
from components.features.map.payload import GROUP
from components.server.assets import MAP_BUNDLE, TODAY, asset_url, catalogue_urls
from components.server.base_url import FRAME_ROOT, relative_address, url_base
from components.server.export_endpoints import offer_files
from components.server.search_documents import locate_documents


@dataclass(frozen=True)
class MapAddresses:
    """Addresses from streamlit-folium's frame, and how the map behaves, as `map/index.ts` reads."""

    module: str
    leaflet: str
    sheets: dict[str, str]
    start: dict[str, Any]


def locate(group: str, path: str) -> str:
    """The address of an asset from streamlit-folium's frame: the same under any path of a host."""
    return relative_address(asset_url(group, path), FRAME_ROOT)


def locate_document(path: str) -> str:
    """The address that leads to the document of the day, whichever day it is.

    It stands in the map's script, which may change neither with the day nor from one replica to
    another: streamlit-folium would mount an open map anew. The map finds the document's own address
    in the page around it (`map/documents_of_day.ts`), which spares the way over the redirect.
    """
    return relative_address(f"{url_base()}/atlas/{GROUP}-{TODAY}/{path}", FRAME_ROOT)


def list_addresses(
    prefix: str = "", *, synced: bool = False, detached: bool = False
) -> MapAddresses:
    """The addresses of a map; `prefix` is that of its link parameters."""
    return MapAddresses(
        module=locate("code", MAP_BUNDLE),
        leaflet=locate("code", "vendor/leaflet.js"),
        sheets={
            "fonts": locate("fonts", "fonts.css"),
            "leaflet_css": locate("code", "vendor/leaflet.css"),
            "atlas_css": locate("code", "map/map.css"),
        },
        start={
            "record": {name: locate_document(f"atlas-{name}.json") for name in LANGUAGES},
            "messages": catalogue_urls(FRAME_ROOT),
            "shapes": locate("shapes", ""),
            "words": {name: locate_document(f"words-{name}.json") for name in LANGUAGES},
            "search": locate_documents(FRAME_ROOT),
            "share": offer_files(FRAME_ROOT),
            "prefix": prefix,
            "synced": synced,
            "detached": detached,
        },
    )
