"""The map's passage to the page: rendered once, the same for every view and visitor."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st
from streamlit.components.v1.custom_component import CustomComponent

from components.core.build_cache import keep_built
from components.core.session_state import has_arrived
from components.features.map.map_addresses import MapAddresses, list_addresses
from components.server.streamlit_static import FOLIUM_FRAME, FOLIUM_PREFIX

# As streamlit-folium declares it when it is imported.
COMPONENT = CustomComponent(FOLIUM_PREFIX.split("/")[2], str(FOLIUM_FRAME))


def show_map(
    prefix: str = "", *, synced: bool = False, detached: bool = False
) -> dict[str, Any] | None:
    """Show the map; returns the last view the browser committed, or None before the first.

    Two maps side by side are `synced` and each has its own `prefix` of link parameters.
    A `detached` map neither reads nor writes the page's address and tells the server nothing.
    """
    value = COMPONENT(**render_map(prefix, synced=synced, detached=detached))
    return value if isinstance(value, dict) and "view" in value else None


def read_committed(prefix: str = "", *, synced: bool = False) -> dict[str, Any] | None:
    """What `show_map` will return in this run: the view a map of this page committed last."""
    key = render_map(prefix, synced=synced)["key"]
    value = None if has_arrived() else st.session_state.get(key)
    return value if isinstance(value, dict) and "view" in value else None


@cache
def render_map(prefix: str = "", *, synced: bool = False, detached: bool = False) -> dict[str, Any]:
    """What the component takes for a map; the same in every run, so made once."""
    addresses = list_addresses(prefix, synced=synced, detached=detached)
    key = f"atlas{prefix}{'-apart' if detached else ''}"
    arguments = keep_built("map", lambda: render_anew(addresses, key), addresses, key)
    # `default` stays empty, not None: the frame compares what it returns, which is nothing, with it
    # as soon as the map moves, and has the page run again where they differ.
    # The same in JSON; of a list Streamlit asks each time whether it is a data frame.
    return arguments | {"returned_objects": ()}


def render_anew(addresses: MapAddresses, key: str) -> dict[str, Any]:
    """Have Folium render the map, which is imported for that alone."""
    from components.features.map.folium_map import render_arguments

    return render_arguments(addresses, key)
