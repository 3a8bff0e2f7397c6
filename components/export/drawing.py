"""The pictures of an order, drawn in a process of their own: plain values in, bytes out."""

from __future__ import annotations

from components.export.deck import Page
from components.export.order import PAGES, Order
from components.picture import (
    draw_comparison,
    draw_dossier,
    draw_map_only,
    draw_step,
    draw_view,
    write_picture,
)
from components.share.preview import PREVIEW_SIZE
from components.view import View

PAGE_SIZE = (1600, 900)
DOSSIER_SIZE = (1600, 1131)  # A4, turned.
# As wide and high as the boxes of a slide, at 200 dots an inch.
SLIDE_MAP, HALF_SLIDE_MAP = (1640, 924), (1203, 924)


def draw_page(page: Page, order: Order) -> bytes:
    """One page with its caption, in the format, theme, scale and language of the order."""
    look = {"theme": order.theme, "language": order.language}
    base = f"{order.base}/{PAGES[order.kind]}"
    if order.kind == "preview":
        figure = draw_map_only(page.view, size=PREVIEW_SIZE, **look)
    elif page.other is not None:
        figure = draw_comparison(page.view, page.other, size=PAGE_SIZE, base_url=base, **look)
    elif order.kind == "event":
        event, toward = page.view.event or "", page.view.toward or ""
        figure = draw_dossier(event, toward, size=DOSSIER_SIZE, base_url=base, **look)
    elif order.kind == "story":
        words = (page.title, page.caption)
        figure = draw_step(page.view, words, size=PAGE_SIZE, link=page.link, **look)
    else:
        figure = draw_view(page.view, size=PAGE_SIZE, base_url=base, **look)
    return write_picture(figure, order.format, scale=order.scale)


def draw_slide_map(view: View, order: Order) -> bytes:
    """The map of a slide as PNG, without furniture: the slide has its own."""
    size = HALF_SLIDE_MAP if order.other else SLIDE_MAP
    figure = draw_map_only(view, size=size, theme=order.theme, language=order.language)
    return write_picture(figure, "png")
