"""What workers do, named here without what it needs: the server never loads that.

Each function imports what does the work when it runs, in its own process, and works on the day of
the order: midnight may have passed since.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from components.core.clock import on_day
from components.core.i18n import locale_context
from components.core.i18n.locale import LANGUAGES
from components.core.user_layers.layer import OwnLayer
from components.core.view_state import View
from components.outputs.export.export_pages import Deck, Page
from components.outputs.export.export_request import ExportRequest
from components.server.compressed_file import NO_CACHE, CompressedFile
from components.workers.pool import preload
from data.load import read_record

preload("components.outputs.export.worker_preload")


def build_deck(order: ExportRequest) -> Deck:
    """The pages of an order, as `Order.build_deck`."""
    return order.build_deck(read_record())


def read_sent_layers(content: bytes, language: str) -> tuple[OwnLayer, ...] | str:
    """A reader's own layers, or why they cannot be read, in a language of the atlas."""
    from components.core.user_layers.reading import InvalidLayers, read_layers

    with locale_context(language if language in LANGUAGES else LANGUAGES[0]):
        try:
            return read_layers(content)
        except InvalidLayers as error:
            return str(error)


def draw_page(page: Page, order: ExportRequest) -> bytes:
    """A page as a picture, as `render.draw_page`."""
    from components.outputs.export import render

    with on_day(order.today):
        return render.draw_page(page, order)


def draw_slide_map(view: View, order: ExportRequest) -> bytes:
    """The map of a slide, as `drawing.draw_slide_map`."""
    from components.outputs.export import render

    with on_day(order.today):
        return render.draw_slide_map(view, order)


def draw_preview(view: View, language: str, day: date) -> bytes:
    """The picture of a link, as `drawing.draw_preview`."""
    from components.outputs.export import render

    with on_day(day):
        return render.draw_preview(view, language)


def assemble(order: ExportRequest, deck: Deck, drawn: Sequence[bytes]) -> bytes:
    """A document of several pieces, as `assemble.assemble`."""
    from components.outputs.export import assemble

    with on_day(order.today):
        return assemble.assemble(order, deck, drawn)


def write_live_file(order: ExportRequest, documents: Mapping[str, str]) -> bytes:
    """The HTML file of an order, as `html_export.write_live_file`."""
    from components.outputs.export import html_export

    with on_day(order.today):
        return html_export.write_live_file(order, documents)


def pack_day_documents(day: date, language: str) -> dict[str, str]:
    """What every HTML file of a day holds, as `standalone.pack_day_documents`."""
    from components.outputs.static_site import standalone

    with on_day(day):
        return standalone.pack_day_documents(day, language)


def build_embedded_map(day: date, language: str, documents: Mapping[str, str]) -> CompressedFile:
    """The map alone, as `standalone.build_embedded_map`, in each encoding that is asked for."""
    from components.outputs.static_site import standalone

    with on_day(day):
        page = standalone.build_embedded_map(language, today=day, documents=documents)
    file = CompressedFile(page, "embed.html", NO_CACHE)
    for encoding in ("br", "gzip"):
        file.encode(encoding)
    return file
