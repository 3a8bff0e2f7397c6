"""Texts that would do harm as markup, mathematics or control codes are drawn as text."""

from __future__ import annotations

import subprocess
from datetime import date
from itertools import cycle
from pathlib import Path
from xml.etree import ElementTree

import pytest

from components.core.view_state import View
from components.outputs.static_map import draw_dossier, draw_view, write_picture
from components.outputs.static_map.text_layout import clean
from data.load import read_record, read_schemas, read_tables
from data.record import Record, build_record
from data.stances import resolve_event
from tests.find_programs import find_program
from tests.injection_strings import CORPUS, FAMILIES, FOREIGN

TODAY = date(2026, 11, 22)
EVENT = "april-war-2016"
SVG = "{http://www.w3.org/2000/svg}"
AT_ONCE = 24
TEXTS = [text for text in CORPUS if text not in FAMILIES["surrogate"]]
BATCHES = [TEXTS[at : at + AT_ONCE] for at in range(0, len(TEXTS), AT_ONCE)]
# Short enough to stand on one line of a picture, and with a letter that can be seen.
SHORT = 24


def build_hostile(texts: list[str]) -> Record:
    """The record with the event's texts, the names on the map and the sources replaced."""
    tables, problems = read_tables()
    assert not problems
    turn = cycle(texts)
    bent = {
        "events": ("title_en", "place", "summary", "asked", "answer"),
        "countries": ("name_en",),
        "organisations": ("name_en",),
        "sources": ("author", "publisher", "title"),
        "scale": ("label_en",),
        "claims": ("locator",),
    }
    rows = {}
    for name, found in tables.items():
        columns = bent.get(name, ())
        rows[name] = [
            {**row, **{column: next(turn) for column in columns}}
            if name != "events" or row["id"] == EVENT
            else row
            for row in found
        ]
    return build_record(read_schemas(), rows)


@pytest.mark.parametrize("texts", BATCHES, ids=range(len(BATCHES)))
def test_hostile_texts_are_drawn_as_text(texts: list[str], tmp_path: Path) -> None:
    record = build_hostile(texts)
    view = View(2016, EVENT, "ARM")
    figure = draw_view(view, size=(1200, 700), record=record, today=TODAY)
    content = write_picture(figure, "svg")
    root = ElementTree.fromstring(content)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert not tags & {"script", "image", "foreignObject", "a", "iframe", "details", "img"}
    assert not [n for e in root.iter() for n in e.attrib if n.lower().startswith("on")]
    drawn = [value for element in root.iter() for value in element.attrib.values()]
    styles = [element.text or "" for element in root.iter(f"{SVG}style")]
    assert not [text for text in (*drawn, *styles) if FOREIGN in text]
    said = " ".join(element.text or "" for element in root.iter(f"{SVG}text"))
    title = clean(record.row("events", EVENT)["title_en"])
    if len(title) <= SHORT:
        assert title in said
    # The legend has the codes of the picture.
    codes = {stance.code for stance in resolve_event(record, EVENT, "ARM").values()}
    assert len(codes) > 3
    for each in record.rows("scale"):
        if each["code"] in codes and len(each["label_en"]) <= SHORT:
            assert clean(each["label_en"]) in said
    write_picture(figure, "png")
    path = tmp_path / "hostile.pdf"
    dossier = draw_dossier(EVENT, "ARM", size=(1000, 707), record=record, today=TODAY)
    path.write_bytes(write_picture(dossier, "pdf"))
    run = [find_program("pdftotext"), str(path), "-"]
    told = subprocess.run(run, capture_output=True, check=True)
    assert not told.stderr
    assert b"CSTO Stance Atlas" in told.stdout


def test_mathematics_is_not_set() -> None:
    record = build_hostile(["cost: $x^2$ and $y$"])
    figure = draw_view(View(2016, EVENT, "ARM"), size=(1200, 700), record=record, today=TODAY)
    root = ElementTree.fromstring(write_picture(figure, "svg"))
    assert "cost: $x^2$ and $y$" in {element.text for element in root.iter(f"{SVG}text")}


def test_the_record_is_left_alone() -> None:
    assert read_record().row("events", EVENT)["title_en"] == "April war in Karabakh"
