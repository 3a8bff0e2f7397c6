"""The page of votes: resolutions by members, and with whom each member voted."""

import streamlit as st

from components.features.votes.page import show_votes
from components.features.votes.query_params import read_choice

with st.container(key="atlas-roll-calls"):
    show_votes(read_choice())
