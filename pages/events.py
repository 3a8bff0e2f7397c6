"""The events page: the timeline and its filters, then the dossier of the chosen event."""

import streamlit as st

from components.clock import read_today
from components.events.dossier import show_dossier
from components.events.timeline import show_timeline
from components.session import read_view

view = read_view()
with st.container(key="atlas-events"):
    wanted = show_timeline(view)
    show_dossier(view, wanted, read_today())
