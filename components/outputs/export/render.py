"""The pictures of an order, drawn in a process of their own: plain values in, bytes out."""

from __future__ import annotations

import io
from functools import partial

from PIL import Image

from components.core.link_rules import read_rules
from components.core.view_state import View, read_link
from components.outputs.export.export_pages import Page
from components.outputs.export.export_request import PAGES, ExportRequest
from components.outputs.share.link_preview import PREVIEW_SIZE
from components.outputs.static_map import (
    Picture,
    draw_comparison,
    draw_dossier,
    draw_map_only,
    draw_step,
    draw_view,
    write_picture,
)

PAGE_SIZE = (1600, 900)
DOSSIER_SIZE = (1600, 1131)  # A4, turned.
# Of the shape of the boxes of a slide: so few pixels, drawn twice as fine, that names are large.
SLIDE_MAP, HALF_SLIDE_MAP, SLIDE_SCALE = (800, 450), (640, 447), 2
COLOURS = 256


def draw_page(page: Page, order: ExportRequest) -> bytes:
    """One page with its caption, in the format, theme, scale and language of the order."""
    return write_picture(draw_figure(page, order), order.format, scale=order.scale)


def draw_figure(page: Page, order: ExportRequest) -> Picture:
    """The picture of a page, by the kind of the order."""
    base = f"{order.base}/{PAGES[order.kind]}"
    draw = partial(partial, theme=order.theme, language=order.language)
    if page.other is not None:
        return draw(draw_comparison)(page.view, page.other, size=PAGE_SIZE, base_url=base)
    if order.kind == "event":
        event, toward = page.view.event or "", page.view.toward or ""
        return draw(draw_dossier)(
            event, toward, size=DOSSIER_SIZE, base_url=base, mode=page.view.mode
        )
    if order.kind == "story":
        words = (page.title, page.caption)
        return draw(draw_step)(
            page.view,
            words,
            size=PAGE_SIZE,
            base_url=f"{order.base}/",
            own=page.own,
            layers=page.layers,
        )
    return draw(draw_view)(page.view, size=PAGE_SIZE, base_url=base, layers=order.layers)


def draw_slide_map(view: View, order: ExportRequest) -> bytes:
    """The map of a slide as PNG, without overlays: the slide has its own."""
    size = HALF_SLIDE_MAP if order.other else SLIDE_MAP
    figure = draw_map_only(
        view, size=size, theme=order.theme, language=order.language, layers=order.layers
    )
    return reduce_colours(write_picture(figure, "png", scale=SLIDE_SCALE))


def draw_preview(view: View, language: str) -> bytes:
    """The picture of a link as PNG: the map alone, as it is when nobody has chosen a theme."""
    figure = draw_map_only(view, size=PREVIEW_SIZE, language=language)
    return reduce_colours(write_picture(figure, "png"))


def reduce_colours(png: bytes) -> bytes:
    """A map with a palette of its own: a third of the size, and no eye sees the difference."""
    with Image.open(io.BytesIO(png)) as image:
        reduced = image.convert("RGB").quantize(COLOURS, Image.Quantize.MEDIANCUT)
    buffer = io.BytesIO()
    reduced.save(buffer, "png", optimize=True)
    return buffer.getvalue()


def draw_warm() -> None:
    """Draw what nobody sees: shapes, faces and relief are then in the memory of this process."""
    write_picture(draw_map_only(read_link({}, read_rules()).view, size=PREVIEW_SIZE), "png")
