"""The theme in Streamlit's message of each run: built once instead of every time.

Streamlit goes through all of its options six times, once for each section of the theme, whenever a
page runs; config.toml is read at the start and does not change under a running server.
"""

from __future__ import annotations

from functools import cache

from streamlit.proto.NewSession_pb2 import CustomThemeConfig
from streamlit.runtime import app_session


def keep_theme_messages() -> None:
    """Have Streamlit copy what it built for a section of the theme before."""
    populate = app_session._populate_theme_msg

    @cache
    def build(section: str) -> CustomThemeConfig:
        message = CustomThemeConfig()
        populate(message, section)
        return message

    def copy_theme(msg: CustomThemeConfig, section: str = "theme") -> None:
        built = build(section)
        # Copying nothing would say that there is such a section.
        if built.ByteSize():
            msg.MergeFrom(built)

    app_session._populate_theme_msg = copy_theme
