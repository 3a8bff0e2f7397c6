"""Where programs ask for what the downloads hold: links to the HTTP interface."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components.features.sources.content import read_texts

# Beside the page's own address, so that they hold under any path at which the atlas stands.
INDEX = "api/v1/"
DESCRIPTION = "api/v1/openapi.json"


def show_interface() -> None:
    """What the interface gives, its index and its description for tools."""
    text: Mapping[str, str] = read_texts()["shelves"]["programs"]
    st.subheader(text["title"], anchor=False)
    st.text(text["note"])
    with st.container(horizontal=True, key="interface"):
        st.link_button(text["link"], INDEX)
        st.link_button(text["description"], DESCRIPTION)
