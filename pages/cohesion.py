"""The cohesion page: who stood where, pair by pair, year by year, and how sure that is."""

import streamlit as st

from components.cohesion.choice import read_choice
from components.cohesion.index import show_index
from components.cohesion.ledger import show_ledger
from components.cohesion.matrix import show_matrix
from components.cohesion.opening import show_opening
from components.cohesion.pairs import show_pairs
from components.cohesion.star import show_star
from components.cohesion.votes import show_votes
from components.session import read_view

view = read_view()
read = read_choice()
with st.container(key="atlas-cohesion"):
    show_opening()
    show_matrix(view, read)
    show_pairs(read.choice)
    show_star()
    show_index(view)
    show_ledger()
    show_votes()
