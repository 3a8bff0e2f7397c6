"""The panel as a Streamlit component: content crosses as JSON, `panel.ts` sets it as text."""

from __future__ import annotations

from typing import Any

from components.core.clock import read_today
from components.core.palette.payload import STANCES, build_page_palette
from components.server.custom_component import mount_module

# The panels that name stances in colour; no other takes the palette along.
COLOURED = {"country", "event"}


def show_dossier(content: dict[str, Any]) -> None:
    """Show the panel; `content` is what `describe_view` gives.

    With it goes the day of the server: a map that was drawn before midnight has an earlier one.
    """
    today = read_today().isoformat()
    palette = build_page_palette(*STANCES) if content["panel"] in COLOURED else None
    data = {"content": content, "palette": palette, "today": today}
    mount_module("atlas_dossier", "panel/panel.js", "dossier", data)
