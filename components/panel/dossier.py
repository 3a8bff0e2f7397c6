"""The panel as a Streamlit component: content crosses as JSON, `panel.js` sets it as text."""

from __future__ import annotations

from functools import cache
from typing import Any

from components.mount import mount_module
from components.panel.content import read_chip_colours


@cache
def _chip_colours() -> dict[str, Any]:
    return read_chip_colours()


def show_dossier(content: dict[str, Any]) -> None:
    """Show the panel; `content` is what `describe_view` gives."""
    data = {"content": content, "colours": _chip_colours()}
    mount_module("atlas_dossier", "panel/panel.js", "dossier", data)
