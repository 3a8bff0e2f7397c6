"""What the share dialog needs of the server: its style sheet and where the files are made."""

from __future__ import annotations

from components.server.address import url_base
from components.server.assets import asset_url


def offer_files() -> dict[str, str]:
    """The address of the dialog's style sheet and the folder of the exports."""
    return {"style": asset_url("code", "share/share.css"), "exports": f"{url_base()}/export/"}
