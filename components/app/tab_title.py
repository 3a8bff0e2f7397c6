"""The title of the tab, once the page of a run knows what it shows."""

from __future__ import annotations

import streamlit as st

from components.core.link_rules import read_rules
from components.core.session_state import VIEW_KEY, read_parameters
from components.core.view_state import read_link
from components.features.compare.comparison_state import SECOND_VIEW_KEY
from components.outputs.share.link_preview import find_story
from components.outputs.share.page_titles import title_page, title_story


def show_title(path: str) -> None:
    """Name the tab after what the page shows, as the head of the served page does."""
    parameters = read_parameters()
    story = find_story(parameters.get("story", "")) if path == "stories" else None
    if story is not None:
        # The browser goes on from here: a step is no run.
        title = title_story(story, parameters.get("step", "1"))
    else:
        view = st.session_state.get(VIEW_KEY) or read_link(parameters, read_rules()).view
        second = st.session_state.get(SECOND_VIEW_KEY) if path == "compare" else None
        title = title_page(path, view, second)
    st.set_page_config(page_title=title)
