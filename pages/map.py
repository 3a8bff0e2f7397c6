"""The map page: the map that keeps the view, the dossier that explains it."""

import streamlit as st

from components.clock import read_today
from components.map.atlas_map import show_map
from components.panel.content import describe_view
from components.panel.dossier import show_dossier
from components.session import read_view

read_view()
with st.container(key="atlas-map"):
    committed = show_map()
with st.container(key="atlas-panel"):
    show_dossier(describe_view(read_view(committed), read_today()))
