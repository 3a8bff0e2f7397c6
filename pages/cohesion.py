"""The cohesion page: who stood where, pair by pair, year by year, and how sure that is."""

import streamlit as st

from components.core.session_state import read_view
from components.features.cohesion.cohesion_index import show_index
from components.features.cohesion.hub_spoke_test import show_star
from components.features.cohesion.matrix import show_matrix
from components.features.cohesion.page_header import show_opening
from components.features.cohesion.pairs import show_pairs
from components.features.cohesion.query_params import read_choice
from components.features.cohesion.request_ledger import show_ledger
from components.features.cohesion.vote_check import show_votes

view = read_view()
read = read_choice()
with st.container(key="atlas-cohesion"):
    show_opening()
    show_ledger()
    show_matrix(view, read)
    show_pairs(read.choice)
    show_star()
    show_index(view)
    show_votes()
