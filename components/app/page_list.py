"""The pages of the atlas, as the navigation takes them."""

from __future__ import annotations

from copy import copy
from functools import cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.core.i18n import current_locale, pgettext


def list_pages() -> list[StreamlitPage]:
    """The pages in the order of the menu, named in the language spoken now; called in a run."""
    # The navigation marks the page that may run, so each run has pages of its own.
    return [copy(page) for page in _list_pages(current_locale())]


@cache
def _list_pages(_language: str) -> tuple[StreamlitPage, ...]:
    """Streamlit looks each page's file up when a page is made, which need not be in every run."""
    return (
        st.Page("map.py", title=pgettext("page", "Map"), default=True),
        st.Page("events.py", title=pgettext("page", "Events"), url_path="events"),
        st.Page("members.py", title=pgettext("page", "Members"), url_path="members"),
        st.Page("cohesion.py", title=pgettext("page", "Cohesion"), url_path="cohesion"),
        st.Page("compare.py", title=pgettext("page", "Compare"), url_path="compare"),
        st.Page("stories.py", title=pgettext("page", "Briefings"), url_path="stories"),
        st.Page("sources.py", title=pgettext("page", "Sources"), url_path="sources"),
    )
