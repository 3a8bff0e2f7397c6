"""What the share dialog needs of the server: its style sheet, where files are made, the version."""

from __future__ import annotations

from components.core.cited_version import read_version
from components.server.assets import asset_url
from components.server.base_url import PAGE_ROOT, relative_address


def offer_files(root: str = PAGE_ROOT) -> dict[str, str]:
    """The dialog's style sheet, the folder of the exports and the version of the record to cite.

    Addresses are relative to the app's root.
    """
    style = relative_address(asset_url("code", "share/share.css"), root)
    return {"style": style, "exports": f"{root}export/", "version": read_version()}
