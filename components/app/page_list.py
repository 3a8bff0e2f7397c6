"""The pages of the atlas, as the navigation takes them."""

from __future__ import annotations

from copy import copy
from functools import cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from components.core.i18n import current_locale
from components.outputs.share.page_titles import name_pages


def list_pages() -> list[StreamlitPage]:
    """The pages in the order of the menu, named in the language spoken now; called in a run."""
    # The navigation marks the page that may run, so each run has pages of its own.
    return [copy(page) for page in _list_pages(current_locale())]


@cache
def _list_pages(_language: str) -> tuple[StreamlitPage, ...]:
    """Streamlit looks each page's file up when a page is made, which need not be in every run."""
    names = name_pages()
    return (
        st.Page("map.py", title=names[""], default=True),
        st.Page("events.py", title=names["events"], url_path="events"),
        st.Page("members.py", title=names["members"], url_path="members"),
        st.Page("cohesion.py", title=names["cohesion"], url_path="cohesion"),
        st.Page("votes.py", title=names["votes"], url_path="votes"),
        st.Page("compare.py", title=names["compare"], url_path="compare"),
        st.Page("stories.py", title=names["stories"], url_path="stories"),
        st.Page("sources.py", title=names["sources"], url_path="sources"),
        # Every page has the search; rows of the record and the sources have links to these.
        st.Page("search.py", title=names["search"], url_path="search", visibility="hidden"),
        st.Page("propose.py", title=names["propose"], url_path="propose", visibility="hidden"),
        st.Page("coding.py", title=names["coding"], url_path="coding", visibility="hidden"),
    )
