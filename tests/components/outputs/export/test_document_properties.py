"""A PDF says what it is, in which language, and leads where it says; an HTML file has a title."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest

from components.outputs.export import worker_tasks
from components.outputs.export.export_request import parse_export_request

BASE = "https://atlas.example"
EVENT = "april-war-2016"


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_pdf_has_language_properties_outline_and_links(language: str) -> None:
    order = parse_export_request("event.pdf", {"event": EVENT, "lang": language}, BASE)
    deck = worker_tasks.build_deck(order)
    pages = [worker_tasks.draw_page(page, order) for page in deck.pages]
    content = worker_tasks.assemble(order, deck, pages)
    assert content == worker_tasks.assemble(order, deck, pages)
    with pikepdf.Pdf.open(io.BytesIO(content)) as document:
        assert document.pdf_version == "1.7"
        assert str(document.Root.Lang) == language
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        about = document.docinfo
        assert str(about["/Title"]) == deck.title
        assert str(about["/Subject"]) == deck.pages[0].description
        assert str(about["/Author"])
        with document.open_metadata() as told:
            assert told["dc:title"] == deck.title
            assert language in told["dc:language"]
        with document.open_outline() as outline:
            names = [item.title for item in outline.root]
        assert len(set(names)) == len(document.pages) == 2
        for page, drawn in zip(deck.pages, document.pages, strict=True):
            links = [str(note.A.URI) for note in drawn.Annots]
            toward = f"toward={page.view.toward}" if page.view.toward != "ARM" else "event="
            assert links
            assert all(link.startswith(f"{BASE}/events?") and toward in link for link in links)


@pytest.mark.parametrize(
    ("name", "parameters", "title"),
    [
        ("event.html", {"event": EVENT}, "April war in Karabakh · CSTO Stance Atlas"),
        (
            "comparison.html",
            {"event": EVENT, "b-year": "1995", "lang": "ru"},
            "Апрельская война в Карабахе",
        ),
        ("view.html", {"year": "2002"}, "2002 · CSTO Stance Atlas"),
    ],
)
def test_a_saved_page_is_called_what_it_shows(
    name: str, parameters: dict[str, str], title: str
) -> None:
    order = parse_export_request(name, parameters, BASE)
    # The documents of the day are the same in every file, and take ten seconds.
    page = worker_tasks.write_live_file(order, {"record.json": "x"}).decode()
    found = re.search(r"<title>(.*?)</title>", page, re.S)
    assert found
    assert title in found[1]
