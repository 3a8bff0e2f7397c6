"""The map page: the map that keeps the view, the dossier that explains it."""

import streamlit as st

from components.core.clock import read_today
from components.core.session_state import read_view
from components.features.map.map_component import read_committed, show_map
from components.features.map_panel.panel import show_dossier
from components.features.map_panel.panel_data import describe_view

# What the map says counts: an address without parameters is that of the present year by then.
read_view(read_committed())
with st.container(key="atlas-map"):
    committed = show_map()
with st.container(key="atlas-panel"):
    show_dossier(describe_view(read_view(committed), read_today()))
