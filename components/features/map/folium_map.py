"""The Folium map and its passage to the page: built once, the same for every view and visitor."""

from __future__ import annotations

import threading
from functools import cache
from typing import Any

import folium
import streamlit_folium
from folium.elements import JSCSSMixin
from jinja2 import Template

from components.core.i18n.locale import LANGUAGES
from components.features.map.payload import GROUP
from components.server.assets import MAP_BUNDLE, asset_url, catalogue_urls
from components.server.base_url import FRAME_ROOT, relative_address
from components.server.export_endpoints import offer_files

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
# Held here because `render_map` puts another in its place while a visitor may be shown a map.
COMPONENT = streamlit_folium._component_func


def locate(group: str, path: str) -> str:
    """The address of an asset from streamlit-folium's frame: the same under any path of a host."""
    return relative_address(asset_url(group, path), FRAME_ROOT)


@cache
def locate_document(path: str) -> str:
    """The address of a document of the record, as it was when the process first gave it.

    It stands in the map's script, which may not change with the day: streamlit-folium would mount
    an open map anew. The address of an earlier day is redirected to the document of today.
    """
    return locate(GROUP, path)


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

    def __init__(self, prefix: str = "", *, synced: bool = False, detached: bool = False) -> None:
        """Take the addresses of the assets; `prefix` is that of the map's link parameters."""
        super().__init__()  # type: ignore[no-untyped-call]
        self._name = "AtlasLayers"
        self.module = locate("code", MAP_BUNDLE)
        self.urls = {
            "record": {name: locate_document(f"atlas-{name}.json") for name in LANGUAGES},
            "messages": catalogue_urls(FRAME_ROOT),
            "shapes": locate("shapes", ""),
            "words": {name: locate_document(f"words-{name}.json") for name in LANGUAGES},
            "share": offer_files(FRAME_ROOT),
            "prefix": prefix,
            "synced": synced,
            "detached": detached,
        }


class AtlasMap(folium.Map):
    """A Folium map whose only scripts and styles are the atlas's own assets."""

    def __init__(self) -> None:
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
        self.default_js = [
            ("leaflet", locate("code", "vendor/leaflet.js")),
        ]
        self.default_css = [
            ("fonts", locate("fonts", "fonts.css")),
            ("leaflet_css", locate("code", "vendor/leaflet.css")),
            ("atlas_css", locate("code", "map/map.css")),
        ]


def build_map(
    prefix: str = "",
    *,
    synced: bool = False,
    detached: bool = False,
    layers: type[AtlasLayers] = AtlasLayers,
) -> folium.Map:
    """The map with its panes, back to front, and the element that draws the atlas on it."""
    atlas = AtlasMap()
    for name, z_index in PANES.items():
        folium.map.CustomPane(name, z_index=z_index, pointer_events=True).add_to(atlas)
    layers(prefix, synced=synced, detached=detached).add_to(atlas)
    return atlas


def show_map(
    prefix: str = "", *, synced: bool = False, detached: bool = False
) -> dict[str, Any] | None:
    """Show the map; returns the last view the browser committed, or None before the first.

    Two maps side by side are `synced` and each has its own `prefix` of link parameters.
    A `detached` map neither reads nor writes the page's address and tells the server nothing.
    """
    value = COMPONENT(**render_map(prefix, synced=synced, detached=detached))
    return value if isinstance(value, dict) and "view" in value else None


_rendering = threading.Lock()


@cache
def render_map(prefix: str = "", *, synced: bool = False, detached: bool = False) -> dict[str, Any]:
    """What st_folium hands to its component for a map; the same in every run, so made once.

    st_folium compiles a dozen templates and renders the figure each time it is called, which took
    more than half of a run. Here it is called with a component that only notes its arguments.
    """
    arguments: dict[str, Any] = {}
    with _rendering:
        streamlit_folium._component_func = arguments.update
        try:
            streamlit_folium.st_folium(
                build_map(prefix, synced=synced, detached=detached),
                height=HEIGHT_PIXELS,
                use_container_width=True,
                returned_objects=[],
                # The script is rendered either way; this spares a second rendering of the figure.
                render=False,
                key=f"atlas{prefix}{'-apart' if detached else ''}",
            )
        finally:
            streamlit_folium._component_func = COMPONENT
    # It would copy the value to another key of the session, which nobody reads.
    del arguments["on_change"]
    # The same in JSON; of a list and a dict Streamlit asks each time whether they are data frames.
    return arguments | {"returned_objects": (), "default": None}
