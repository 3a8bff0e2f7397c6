"""Slides opened again by python-pptx and by LibreOffice: they hold what the record does."""

from __future__ import annotations

import io
import subprocess
from dataclasses import replace
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pptx import Presentation

from components.core.cited_version import add_version
from components.core.clock import read_today
from components.core.i18n import locale_context
from components.core.i18n.locale import LOCALES
from components.core.view_state import View
from components.outputs.export.export_pages import Deck, build_story_deck, build_view_deck
from components.outputs.export.export_request import parse_export_request
from components.outputs.export.pptx_base import DRAWING, clean
from components.outputs.export.pptx_export import TABLE_BOX, write_slides
from components.outputs.export.pptx_table import plan_rows
from components.outputs.export.table_rows import format_header, list_full_citations, list_lines
from data.load import read_record
from data.stances import list_references, resolve_event
from data.story import Step, Story
from tests.find_programs import find_program
from tests.injection_strings import CORPUS, FAMILIES

RECORD = read_record()
CITED = add_version("")
HOST = "https://atlas.example"
EVENT = "april-war-2016"
TEXTS = [text for text in CORPUS if text not in FAMILIES["surrogate"]]


def make_png() -> bytes:
    """A picture in place of a map: what is tested here is around it."""
    buffer = io.BytesIO()
    Image.new("RGB", (800, 450), "#4787bb").save(buffer, "png")
    return buffer.getvalue()


def open_slides(deck: Deck, theme: str = "light") -> tuple[bytes, list[Any]]:
    maps = [[make_png()] * (2 if page.other else 1) for page in deck.pages]
    content = write_slides(RECORD, deck, maps, theme)
    return content, list(Presentation(io.BytesIO(content)).slides)


def read_table(slide: Any) -> dict[str, str]:
    """Stance by actor; the marks of merged cells are followed."""
    table = next(shape.table for shape in slide.shapes if shape.has_table)
    found, stance = {}, ""
    for row in list(table.rows)[1:]:
        if not row.cells[0].is_spanned:
            stance = row.cells[0].text
        found[row.cells[1].text] = stance
    return found


def convert(content: bytes, folder: Path) -> str:
    """The text of the slides as LibreOffice draws them, a form feed after each."""
    (folder / "deck.pptx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    run = [find_program("soffice"), profile, "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*run, "--outdir", str(folder), str(folder / "deck.pptx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    told = [find_program("pdftotext"), str(folder / "deck.pdf"), "-"]
    return subprocess.run(told, check=True, capture_output=True).stdout.decode()


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_slide_holds_what_the_record_does(language: str) -> None:
    order = parse_export_request("event.pptx", {"event": EVENT, "lang": language}, HOST)
    deck = order.build_deck(RECORD)
    with locale_context(language):
        _content, slides = open_slides(deck)
        assert len(slides) == len(deck.pages) == 2
        for slide, page in zip(slides, deck.pages, strict=True):
            lines = list_lines(RECORD, page.view)
            table = read_table(slide)
            assert len(table) == len(lines)
            for line in lines:
                stance = resolve_event(RECORD, EVENT, page.view.toward or "")[line.actor]
                (said,) = (each for name, each in table.items() if name.startswith(line.name))
                assert said == RECORD.row("scale", stance.code, "code")[f"label_{language}"]
            title = RECORD.row("events", EVENT)[f"title_{language}"]
            head = format_header(RECORD, page.view)
            assert slide.shapes.title.text == f"{title} · {head}"
            named = {run.get("lang") for run in slide._element.iter(f"{DRAWING}rPr")}
            named |= {run.get("lang") for run in slide.notes_slide._element.iter(f"{DRAWING}rPr")}
            assert named - {None, "en-US"} == {LOCALES[language].replace("_", "-")}
            told = [e.get("descr") for e in slide._element.iter() if e.get("descr")]
            assert len(set(told)) == len(told) == 2
            (number,) = slide._element.iter(f"{DRAWING}fld")
            assert number.findtext(f"{DRAWING}t") == str(slides.index(slide) + 1)
            notes = slide.notes_slide.notes_text_frame.text
            assert page.link in notes
            assert page.description in notes
            for reference in list_full_citations(RECORD, [page.view]):
                assert reference in notes
            (picture,) = (shape for shape in slide.shapes if shape.shape_type == 13)
            assert picture._element._nvXxPr.cNvPr.get("descr") == page.description
            links = [
                run.hyperlink.address
                for shape in slide.shapes
                if shape.has_text_frame
                for paragraph in shape.text_frame.paragraphs
                for run in paragraph.runs
            ]
            assert page.link in links
        about = Presentation(io.BytesIO(_content)).core_properties
        assert about.author == about.last_modified_by != ""
        assert about.created.date() == about.modified.date() == read_today()
        assert about.language == LOCALES[language].replace("_", "-")
    assert deck.pages[0].link == f"{HOST}/events?event={EVENT}&lang={language}&{CITED}"
    assert deck.pages[1].link == f"{HOST}/events?event={EVENT}&toward=AZE&lang={language}&{CITED}"


def test_a_comparison_has_two_maps_and_a_slide_with_both_tables() -> None:
    order = parse_export_request("comparison.pptx", {"event": EVENT, "b-year": "1995"}, HOST)
    _content, slides = open_slides(order.build_deck(RECORD))
    assert [sum(s.shape_type == 13 for s in slide.shapes) for slide in slides] == [2, 0]
    assert [sum(s.has_table for s in slide.shapes) for slide in slides] == [0, 2]
    assert order.link == f"{HOST}/compare?event={EVENT}&b-year=1995&lang=en&{CITED}"


def test_a_story_opens_in_libreoffice_with_a_cover_and_every_step(tmp_path: Path) -> None:
    order = parse_export_request("story.pptx", {"story": "five-articles", "lang": "ru"}, HOST)
    deck = order.build_deck(RECORD)
    with locale_context("ru"):
        content, slides = open_slides(deck, "dark")
        pages = convert(content, tmp_path).split("\f")[:-1]
        assert len(pages) == len(slides) == len(deck.pages) + 1
        assert deck.title in " ".join(pages[0].split())
        for slide, seen, page in zip(slides[1:], pages[1:], deck.pages, strict=True):
            said = " ".join(seen.split())
            assert " ".join(page.title.split()) in said
            assert " ".join(page.caption.split()) in said
            labels = {line.label for line in list_lines(RECORD, page.view)}
            assert all(word in said for label in labels for word in label.split())
            assert page.notes in slide.notes_slide.notes_text_frame.text
    assert deck.pages[2].link == f"{HOST}/stories?story=five-articles&lang=ru&{CITED}&step=3"


def test_nothing_stands_outside_a_slide_or_over_its_footer() -> None:
    longest = "Ш" * 700
    step = Step(f"event={EVENT}", {"ru": "Ж" * 140}, {"ru": longest}, {"ru": "Щ" * 1200})
    story = Story("", {"ru": "Ю" * 120}, {"ru": "Я" * 600}, (step,))
    with locale_context("ru"):
        _content, slides = open_slides(build_story_deck(RECORD, story, f"{HOST}/stories"))
    assert longest in "".join(s.text_frame.text for s in slides[1].shapes if s.has_text_frame)
    for slide in slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= 12192000
            assert shape.top + shape.height <= 6858000
            if shape.has_table:
                assert shape.top + sum(row.height for row in shape.table.rows) < 5.94 * 914400


def test_every_event_has_room_for_its_stances_on_one_slide() -> None:
    for language in ("en", "ru"):
        with locale_context(language):
            for row in RECORD.rows("events"):
                view = View(row["date_start"].year, row["id"])
                for toward in list_references(RECORD, row["id"]):
                    lines = list_lines(RECORD, replace(view, toward=toward))
                    head = format_header(RECORD, replace(view, toward=toward))
                    plan, count = plan_rows(lines, head, TABLE_BOX[2], TABLE_BOX[3])
                    assert count == len(lines), row["id"]
                    assert plan.points >= 10


def test_hostile_texts_are_text_on_a_slide(tmp_path: Path) -> None:
    turn = cycle(TEXTS)
    steps = tuple(
        Step(f"event={EVENT}", {"en": text}, {"en": next(turn)}, {"en": next(turn)})
        for text in TEXTS
    )
    deck = build_story_deck(RECORD, Story("", {"en": TEXTS[0]}, {}, steps[:60]), f"{HOST}/stories")
    content, slides = open_slides(deck)
    for slide, page in zip(slides[1:], deck.pages, strict=True):
        assert slide.shapes.title.text == clean(page.title).replace("\n", " ").replace("\t", " ")
        assert [rel.target_ref for rel in slide.part.rels.values() if rel.is_external] == [
            page.link
        ]
    assert len(convert(content, tmp_path).split("\f")) == len(slides) + 1


def test_a_year_names_the_sources_of_what_each_was() -> None:
    with locale_context("en"):
        deck = build_view_deck(RECORD, View(2022), f"{HOST}/?year=2022&lang=en")
        _content, (slide,) = open_slides(deck)
        cited = list_full_citations(RECORD, [View(2022)])
    assert len(cited) > 5
    assert all(each in slide.notes_slide.notes_text_frame.text for each in cited)
    assert len(read_table(slide)) == len(list_lines(RECORD, View(2022)))
