"""The least a Streamlit page can be: one line of text."""

import streamlit as st

st.write("One line")
