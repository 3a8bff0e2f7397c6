"""The stories page: a map that is led, and the module that leads it."""

from __future__ import annotations

import streamlit as st

from components.features.map.map_component import show_map
from components.features.stories.payload import GROUP
from components.server.assets import asset_url
from components.server.base_url import PAGE_ROOT, relative_address
from components.server.custom_component import mount_module
from components.server.export_endpoints import offer_files


def show_stage() -> None:
    """The map beside the caption. The presenter's window has none."""
    if st.query_params.get("notes") == "1":
        return
    with st.container(key="atlas-stage"):
        show_map(detached=True)


def show_stories() -> None:
    """The list, the player, the notes or the builder: the address decides, in the browser."""
    data = {
        "documents": relative_address(asset_url(GROUP, "stories.json")),
        "reading": f"{PAGE_ROOT}atlas/story",
        "share": offer_files(),
    }
    mount_module("atlas_stories", "story/stories.js", "stories", data, css="story/story.css")
