"""The compare page: two maps that move together, one legend, and what differs between them."""

import streamlit as st

from components.core.clock import read_today
from components.core.view_state import SECOND
from components.features.compare.comparison_state import read_pair
from components.features.compare.diff import describe_pair, show_differences
from components.features.map.map_component import read_committed, show_map

read_pair(read_committed(synced=True), read_committed(SECOND, synced=True))
left, right = st.columns(2)
with left, st.container(key="atlas-left"):
    first = show_map(synced=True)
with right, st.container(key="atlas-right"):
    second = show_map(SECOND, synced=True)
show_differences(describe_pair(*read_pair(first, second), read_today()))
