"""The drawn pieces of an order put together as one document, by a drawing process too.

It is work for a processor, and leaves much behind in the memory that it took.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from pikepdf import Dictionary, Name, OutlineItem, Pdf, String

from components.core.i18n import gettext as _
from components.core.i18n import locale_context
from components.outputs.export.csv_export import write_table
from components.outputs.export.export_pages import Deck
from components.outputs.export.export_request import ExportRequest
from components.outputs.export.pptx_export import write_slides
from components.outputs.export.xlsx_export import write_workbook
from components.outputs.static_map.attribution import own_story_notice, own_words_notice
from data.load import read_record

# The version of PDF that a file declares: what is transparent is none of 1.3.
PDF_VERSION = "1.7"


def assemble(order: ExportRequest, deck: Deck, drawn: Sequence[bytes]) -> bytes:
    """Pages joined, slides with their maps, or a table, which is made of none."""
    if order.format == "pdf":
        with locale_context(order.language):
            return join_pages(drawn, deck, order.language)
    if order.format == "csv":
        with locale_context(order.language):
            return write_table(read_record(), deck)
    if order.format == "xlsx":
        with locale_context(order.language):
            return write_workbook(read_record(), deck)
    waiting = iter(drawn)
    maps = [[next(waiting) for _view in page.views] for page in deck.pages]
    with locale_context(order.language):
        return write_slides(read_record(), deck, maps, order.theme)


def join_pages(pages: Sequence[bytes], deck: Deck, language: str) -> bytes:
    """One PDF of several, with its language, outline and properties.

    The same pages give the same bytes.
    """
    author = own_story_notice() if deck.own else _("CSTO Stance Atlas")
    subject = own_words_notice() if deck.own else deck.description or deck.pages[0].description
    with Pdf.new() as joined:
        for page in pages:
            with Pdf.open(io.BytesIO(page)) as one:
                joined.pages.extend(one.pages)
        joined.Root.Lang = String(language)
        joined.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        joined.docinfo["/Title"] = deck.title
        joined.docinfo["/Creator"] = "CSTO Stance Atlas"
        joined.docinfo["/Author"] = author
        joined.docinfo["/Subject"] = subject
        with joined.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as told:
            told["dc:title"], told["dc:description"] = deck.title, subject
            told["dc:creator"], told["dc:language"] = [author], [language]
        if len(deck.pages) > 1:
            with joined.open_outline() as outline:
                names = [page.title for page in deck.pages]
                if len(set(names)) == 1:
                    names = [page.subtitle or page.title for page in deck.pages]
                outline.root.extend(OutlineItem(name, at) for at, name in enumerate(names))
            joined.Root.PageMode = Name.UseOutlines
        file = io.BytesIO()
        joined.save(file, deterministic_id=True, min_version=PDF_VERSION)
        return file.getvalue()
