"""The drawn pieces of an order put together as one document, by a drawing process too.

It is work for a processor, and leaves much behind in the memory that it took.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from pikepdf import Pdf

from components.core.i18n import locale_context
from components.outputs.export.csv_export import write_table
from components.outputs.export.export_pages import Deck
from components.outputs.export.export_request import ExportRequest
from components.outputs.export.pptx_export import write_slides
from components.outputs.static_map.attribution import own_story_notice, own_words_notice
from data.load import read_record


def assemble(order: ExportRequest, deck: Deck, drawn: Sequence[bytes]) -> bytes:
    """Pages joined, slides with their maps, or a table, which is made of none."""
    if order.format == "pdf":
        with locale_context(order.language):
            return join_pages(drawn, deck)
    if order.format == "csv":
        with locale_context(order.language):
            return write_table(read_record(), deck)
    waiting = iter(drawn)
    maps = [[next(waiting) for _view in page.views] for page in deck.pages]
    with locale_context(order.language):
        return write_slides(read_record(), deck, maps, order.theme)


def join_pages(pages: Sequence[bytes], deck: Deck) -> bytes:
    """One PDF of several; the same pages give the same bytes."""
    with Pdf.new() as joined:
        for page in pages:
            with Pdf.open(io.BytesIO(page)) as one:
                joined.pages.extend(one.pages)
        joined.docinfo["/Title"] = deck.title
        joined.docinfo["/Creator"] = "CSTO Stance Atlas"
        if deck.own:
            joined.docinfo["/Author"] = own_story_notice()
            joined.docinfo["/Subject"] = own_words_notice()
        file = io.BytesIO()
        joined.save(file, deterministic_id=True)
        return file.getvalue()
