"""The panel as a Streamlit component: content crosses as JSON, `panel.js` sets it as text."""

from __future__ import annotations

from functools import cache
from typing import Any

import streamlit as st

from components.panel.content import read_chip_colours
from components.server.assets import asset_url

# A blob has no base address of its own, so the module's address is made absolute from the page's.
LOADER = """
export default async function (component) {{
  try {{
    const panel = await import(new URL({address!r}, document.baseURI).href);
    panel.draw(component);
  }} catch (error) {{
    // Streamlit would show the stack, with addresses, to the visitor.
    console.error(error);
    const host = component.parentElement.querySelector(".dossier");
    if (host) host.textContent = "The dossier could not be shown. Reload the page to try again.";
  }}
}}
"""


@cache
def _chip_colours() -> dict[str, Any]:
    return read_chip_colours()


def show_dossier(content: dict[str, Any]) -> None:
    """Show the panel; `content` is what `describe_view` gives."""
    address = asset_url("code", "panel/panel.js")
    mount = st.components.v2.component(
        "atlas_dossier",
        js=LOADER.format(address=address),
        html='<article class="dossier"></article>',
        isolate_styles=False,
    )
    mount(key="dossier", data={"content": content, "colours": _chip_colours()})
