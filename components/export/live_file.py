"""The file that is live: the map, the pair or the story of an order, with slider and evidence."""

from __future__ import annotations

from components.export.order import Order
from components.site.alone_page import Live
from components.site.standalone import (
    build_standalone_map,
    build_standalone_pair,
    build_standalone_story,
)


def write_live_file(order: Order) -> bytes:
    """The HTML file of an order, in its language."""
    live = Live(order.base, order.link if order.base else "")
    if order.story:
        return build_standalone_story(order.story, order.language, live=live)
    if order.other:
        return build_standalone_pair(order.view, order.other, order.language, live=live)
    return build_standalone_map(order.view, order.language, live=live)
