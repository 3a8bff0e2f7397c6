"""What the share dialog needs of the server: its style sheet and where the files are made."""

from __future__ import annotations

from components.server.assets import asset_url
from components.server.base_url import PAGE_ROOT, relative_address


def offer_files(root: str = PAGE_ROOT) -> dict[str, str]:
    """The dialog's style sheet and the folder of the exports, relative to the app's root."""
    style = relative_address(asset_url("code", "share/share.css"), root)
    return {"style": style, "exports": f"{root}export/"}
