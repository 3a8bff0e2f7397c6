"""The events page: the timeline and its filters, then the dossier of the chosen event."""

import streamlit as st

from components.core.clock import read_today
from components.core.session_state import read_view
from components.features.events.dossier import show_dossier
from components.features.events.timeline import show_timeline

view = read_view()
with st.container(key="atlas-events"):
    wanted = show_timeline(view)
    show_dossier(view, wanted, read_today())
