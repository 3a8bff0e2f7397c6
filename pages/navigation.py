"""The frame of every page: language, configuration and navigation, then the page itself."""

import streamlit as st

from components.app.page_list import list_pages
from components.app.tab_title import show_title
from components.core.clock import use_day
from components.core.i18n import gettext as _
from components.core.session_state import record_page_change, set_session_locale, sync_lang_param

use_day()
set_session_locale()
st.set_page_config(
    page_title=_("CSTO Stance Atlas"),
    layout="wide",
    initial_sidebar_state="collapsed",
)
page = st.navigation(list_pages(), position="top")
record_page_change(page.url_path)
page.run()
show_title(page.url_path)
sync_lang_param()
