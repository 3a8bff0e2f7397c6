"""The file that is live: the map, the pair or the story of an order, with slider and evidence."""

from __future__ import annotations

from collections.abc import Mapping

from components.outputs.export.export_request import ExportRequest
from components.outputs.static_site.standalone import (
    build_standalone_map,
    build_standalone_pair,
    build_standalone_story,
)
from components.outputs.static_site.standalone_html import LiveAtlasLinks


def write_live_file(order: ExportRequest, documents: Mapping[str, str]) -> bytes:
    """The HTML file of an order, in its language; `documents` are those of its day."""
    live = LiveAtlasLinks(order.base, order.link if order.base else "")
    day, language = order.today, order.language
    if order.story:
        return build_standalone_story(
            order.story, language, live=live, today=day, documents=documents
        )
    if order.other:
        return build_standalone_pair(
            order.view, order.other, language, live=live, today=day, documents=documents
        )
    return build_standalone_map(order.view, language, live=live, today=day, documents=documents)
