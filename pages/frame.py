"""The frame of every page: configuration and navigation, then the page itself."""

import streamlit as st

from components.session import arrive

st.set_page_config(
    page_title="CSTO Stance Atlas",
    layout="wide",
    initial_sidebar_state="collapsed",
)
page = st.navigation(
    [
        st.Page("map.py", title="Map", default=True),
        st.Page("events.py", title="Events", url_path="events"),
        st.Page("members.py", title="Members", url_path="members"),
        st.Page("cohesion.py", title="Cohesion", url_path="cohesion"),
        st.Page("compare.py", title="Compare", url_path="compare"),
        st.Page("method.py", title="Sources", url_path="method"),
    ],
    position="top",
)
arrive(page.url_path)
page.run()
