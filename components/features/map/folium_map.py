"""The Folium map, rendered as st_folium hands it to its component.

Folium and what it needs (pandas among it) take longer to import than a server otherwise takes to
start, so only `map_component.py` imports this module, when no rendering of the map is kept.
"""

from __future__ import annotations

import threading
from typing import Any

import folium
import streamlit_folium
from folium.elements import JSCSSMixin
from jinja2 import Template

from components.features.map.map_addresses import MapAddresses

PANES = {
    "land": 200,
    "frontier": 210,
    "water": 220,
    "zones": 230,
    "relief": 300,
    "outlines": 350,
    "positions": 400,
    "markers": 450,
    "places": 500,
}
HEIGHT_PIXELS = 640


class AtlasLayers(JSCSSMixin, folium.MacroElement):
    """Hands the Leaflet map to `map/index.ts` with addresses of documents; holds no record text.

    The script it renders is the same for every date and event, so streamlit-folium, which keys the
    component by a hash of that script, never mounts the map a second time.
    """

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        window.atlasModule = new URL({{ this.module | tojson }}, document.baseURI);
        window.atlasReady = import(window.atlasModule).then((atlas) =>
          atlas.start({{ this._parent.get_name() }}, window.Streamlit, {{ this.urls | tojson }}));
        {% endmacro %}
        """
    )

    def __init__(self, addresses: MapAddresses) -> None:
        """Take the addresses of the script and of what it asks for."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "AtlasLayers"
        self.module = addresses.module
        self.urls = addresses.start


class AtlasMap(folium.Map):
    """A Folium map whose only scripts and styles are the atlas's own assets."""

    def __init__(self, addresses: MapAddresses) -> None:
        """Set the camera's limits; its place is set in the browser, from the link."""
        super().__init__(
            location=[47.5, 62.0],
            zoom_start=4,
            tiles=None,
            zoom_control=False,
            attribution_control=False,
            min_zoom=3,
            max_zoom=11,
            zoom_snap=0.25,
            zoom_delta=0.5,
            wheel_px_per_zoom_level=110,
            bounce_at_zoom_limits=False,
        )
        # Replaced because Folium's own list names a CDN, jQuery and Bootstrap.
        self.default_js = [("leaflet", addresses.leaflet)]
        self.default_css = list(addresses.sheets.items())


def build_map(addresses: MapAddresses, layers: type[AtlasLayers] = AtlasLayers) -> folium.Map:
    """The map with its panes, back to front, and the element that draws the atlas on it."""
    atlas = AtlasMap(addresses)
    for name, z_index in PANES.items():
        folium.map.CustomPane(name, z_index=z_index, pointer_events=True).add_to(atlas)
    layers(addresses).add_to(atlas)
    return atlas


_rendering = threading.Lock()


def render_arguments(addresses: MapAddresses, key: str) -> dict[str, Any]:
    """What st_folium hands to its component for a map; JSON.

    st_folium compiles a dozen templates and renders the figure each time it is called, which took
    more than half of a run. Here it is called with a component that only notes its arguments.
    """
    arguments: dict[str, Any] = {}
    with _rendering:
        component = streamlit_folium._component_func
        streamlit_folium._component_func = arguments.update
        try:
            streamlit_folium.st_folium(
                build_map(addresses),
                height=HEIGHT_PIXELS,
                use_container_width=True,
                returned_objects=[],
                # The script is rendered either way; this spares a second rendering of the figure.
                render=False,
                key=key,
            )
        finally:
            streamlit_folium._component_func = component
    # It would copy the value to another key of the session, which nobody reads.
    del arguments["on_change"]
    return arguments
