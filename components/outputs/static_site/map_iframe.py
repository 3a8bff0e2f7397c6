"""The frame of the map: the app's own Folium map, with a script that needs no server."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import folium
from jinja2 import Template

from components.core.i18n import current_locale
from components.core.i18n import gettext as _
from components.features.map.folium_map import AtlasLayers, build_map
from components.features.map.map_addresses import MapAddresses, list_addresses
from components.outputs.static_site.templates import inline, render_template

# The name that streamlit-folium gives the map's element, and the style sheet knows.
ELEMENT = ("map", "div")


class OfflineAtlasLayers(AtlasLayers):
    """Hands the Leaflet map to the `map/index.ts`, which asks for documents by bare names."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        window.atlasReady = window.atlasFrame.startMap(
          {{ this._parent.get_name() }}, {{ this.urls | tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, addresses: MapAddresses) -> None:
        """Take the names of the documents."""
        super().__init__(addresses)
        # A file has no server to make other files, and carries its styles in itself.
        self.urls = {**bare_names(self.urls), "share": {}}


def bare_names(urls: Mapping[str, Any]) -> dict[str, Any]:
    """The addresses of the app without their folders; what is no address stays."""

    def shorten(value: Any) -> Any:
        if isinstance(value, Mapping):
            return {name: shorten(each) for name, each in value.items()}
        return value.rsplit("/", 1)[-1] if isinstance(value, str) and "/" in value else value

    return {name: shorten(value) for name, value in urls.items()}


def write_map_script(prefix: str = "", *, synced: bool = False, detached: bool = False) -> str:
    """Folium's script of the map, with the same names each time it is written."""
    addresses = list_addresses(prefix, synced=synced, detached=detached)
    atlas = build_map(addresses, OfflineAtlasLayers)
    name_elements(atlas)
    root: Any = atlas.get_root()
    root.render()
    return str(root.script.render()).strip()


def name_elements(atlas: folium.Map) -> None:
    """Give every element of the map a name by its place, where Folium draws lots."""
    atlas._name, atlas._id = ELEMENT
    for place, child in enumerate(atlas._children.values()):
        child._id = str(place)


def write_frame(
    script: str, *, sheet: str = "", source: str = "", style: str = "", code: str = ""
) -> str:
    """The document of the frame: styles, the map's element, and scripts in their order.

    `sheet` and `source` are addresses of style and code; without them `style` and `code` are these.
    """
    return render_template(
        "frame",
        {
            "language": current_locale(),
            "title": _("Map"),
            "element": "_".join(ELEMENT),
            "sheet": sheet,
            "source": source,
            "style": inline("style", style),
            "code": inline("script", code),
            "script": inline("script", script),
        },
    )
