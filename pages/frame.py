"""The frame of every page: language, configuration and navigation, then the page itself."""

import streamlit as st

from components.clock import use_day
from components.language import gettext as _
from components.language import pgettext
from components.session import arrive, keep_language, speak_to_visitor

use_day()
speak_to_visitor()
st.set_page_config(
    page_title=_("CSTO Stance Atlas"),
    layout="wide",
    initial_sidebar_state="collapsed",
)
page = st.navigation(
    [
        st.Page("map.py", title=pgettext("page", "Map"), default=True),
        st.Page("events.py", title=pgettext("page", "Events"), url_path="events"),
        st.Page("members.py", title=pgettext("page", "Members"), url_path="members"),
        st.Page("cohesion.py", title=pgettext("page", "Cohesion"), url_path="cohesion"),
        st.Page("compare.py", title=pgettext("page", "Compare"), url_path="compare"),
        st.Page("stories.py", title=pgettext("page", "Stories"), url_path="stories"),
        st.Page("method.py", title=pgettext("page", "Sources"), url_path="method"),
    ],
    position="top",
)
arrive(page.url_path)
page.run()
keep_language()
