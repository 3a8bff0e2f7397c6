"""The frame of every page: language, configuration and navigation, then the page itself."""

import streamlit as st

from components.app.page_list import list_pages
from components.core.clock import use_day
from components.core.i18n import gettext as _
from components.core.session_state import arrive, keep_language, speak_to_visitor

use_day()
speak_to_visitor()
st.set_page_config(
    page_title=_("CSTO Stance Atlas"),
    layout="wide",
    initial_sidebar_state="collapsed",
)
page = st.navigation(list_pages(), position="top")
arrive(page.url_path)
page.run()
keep_language()
