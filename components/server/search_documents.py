"""The documents of the search as assets; any part of a page may name them."""

from __future__ import annotations

from components.core.i18n.locale import LANGUAGES
from components.core.search.document import build_search_documents
from components.server.assets import asset_group, asset_url
from components.server.base_url import PAGE_ROOT, relative_address
from data.load import read_record

GROUP = "search"


@asset_group(GROUP)
def build_documents() -> dict[str, bytes]:
    """`search-<language>.json` by name; UTF-8."""
    return build_search_documents(read_record())


def locate_documents(root: str = PAGE_ROOT) -> dict[str, str]:
    """Their addresses by language, from the app's root."""
    return {
        language: relative_address(asset_url(GROUP, f"search-{language}.json"), root)
        for language in LANGUAGES
    }
