"""A reader's own story says in every file whose its words are, and claims nothing for them."""

from __future__ import annotations

import base64
import csv
import io
import re
from collections.abc import Callable, Mapping
from xml.etree import ElementTree

import pypdf
import pytest
from PIL import Image
from pptx import Presentation

from components.core.cited_version import add_version
from components.outputs.export import worker_tasks
from components.outputs.export.export_request import ExportRequest, parse_export_request
from data.story import Step, Story
from tests.components.core.test_user_layers import make_layer, pack_layers
from tests.components.features.sources.test_sources import read_sheets

BASE = "https://atlas.example"
HEADLINE = "My own words of the war"
STORY = Story(
    "",
    {"en": "Mine", "ru": "Моё"},
    {},
    (Step("event=april-war-2016", {"en": HEADLINE, "ru": HEADLINE}),),
)
OWN = {"en": "user briefing", "ru": "пользовательский брифинг"}
WORDS = {"en": "Text by the user, not by the atlas", "ru": "Текст пользователя, не атласа"}
MAP_LINK = {language: f"{BASE}/?event=april-war-2016&lang={language}" for language in OWN}


def make_own(kind: str, language: str) -> bytes:
    """The file of the story, made as a worker makes it."""
    order = parse_export_request(f"story.{kind}", {"lang": language}, BASE, STORY)
    assert order.own
    deck = worker_tasks.build_deck(order)
    if kind in ("png", "svg"):
        return worker_tasks.draw_page(deck.pages[0], order)
    if kind == "html":
        # The documents of the day are the same in every file, and take ten seconds.
        return worker_tasks.write_live_file(order, {"record.json": "x"})
    draw: Callable[[ExportRequest], list[bytes]] = {
        "pdf": lambda order: [worker_tasks.draw_page(page, order) for page in deck.pages],
        "pptx": lambda order: [
            worker_tasks.draw_slide_map(page.view, order) for page in deck.pages
        ],
        "csv": lambda _order: [],
        "xlsx": lambda _order: [],
    }[kind]
    return worker_tasks.assemble(order, deck, draw(order))


def read_png(content: bytes) -> str:
    """What a picture says of itself."""
    with Image.open(io.BytesIO(content)) as image:
        return "\n".join(f"{name}: {value}" for name, value in image.info.items())


def read_svg(content: bytes) -> str:
    """Every text of a drawing."""
    return " ".join(" ".join(ElementTree.fromstring(content).itertext()).split())


def read_pdf(content: bytes) -> str:
    """Every text of a document, and what it says of itself."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    pages = " ".join(page.extract_text() for page in reader.pages)
    about = " ".join(map(str, (reader.metadata or {}).values()))
    return " ".join(f"{about} {pages}".split())


def read_slides(content: bytes) -> str:
    """Every text and note of slides, and their author."""
    deck = Presentation(io.BytesIO(content))
    texts = [deck.core_properties.author]
    for slide in deck.slides:
        texts += [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
        texts.append(slide.notes_slide.notes_text_frame.text)
    return " ".join(" ".join(texts).split())


def read_table(content: bytes) -> str:
    """The columns of a table that say where a row comes from."""
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows
    return " ".join(f"{row['permalink']} {row['citation']}" for row in rows)


def read_workbook(content: bytes) -> str:
    """Every text of a workbook."""
    return " ".join(cell for rows in read_sheets(content).values() for row in rows for cell in row)


def read_html(content: bytes) -> str:
    """Head and header of a page: what follows is data and script."""
    page = content.decode()
    header = re.search(r"<header.*?</header>", page, re.S)
    title = re.search(r"<title>.*?</title>", page, re.S)
    assert header
    assert title
    return f"{title[0]} {header[0]}".replace("&amp;", "&").replace("&#x27;", "'")


READERS: Mapping[str, Callable[[bytes], str]] = {
    "png": read_png,
    "svg": read_svg,
    "pdf": read_pdf,
    "pptx": read_slides,
    "csv": read_table,
    "xlsx": read_workbook,
    "html": read_html,
}


@pytest.mark.parametrize("language", list(OWN))
@pytest.mark.parametrize("kind", list(READERS))
def test_every_file_says_whose_words_these_are(kind: str, language: str) -> None:
    text = READERS[kind](make_own(kind, language))
    assert OWN[language] in text.lower()
    assert "story=" not in text, "no address of the atlas opens this story"
    if kind in ("svg", "pdf", "pptx"):
        assert WORDS[language] in text
        assert MAP_LINK[language] in text.replace(" ", "")
    if kind in ("csv", "xlsx"):
        assert HEADLINE not in text, "the record is cited, not the reader"
        assert MAP_LINK[language] in text
    if kind == "html":
        assert f'href="{BASE}/?lang={language}"' in text


@pytest.mark.parametrize("kind", ["svg", "pptx"])
def test_layers_of_a_step_are_credited_to_their_author(kind: str) -> None:
    packed = base64.b64encode(pack_layers(make_layer(name="Mine"))).decode()
    steps = (Step("year=2001", {"en": HEADLINE}, layers=("Mine",)), Step("year=2002"))
    story = Story("", {"en": "Mine"}, {}, steps, packed)
    order = parse_export_request(f"story.{kind}", {"lang": "en"}, BASE, story)
    deck = worker_tasks.build_deck(order)
    assert [len(page.layers) for page in deck.pages] == [1, 0]
    said = "Layer of the author's own: Mine"
    if kind == "svg":
        texts = [read_svg(worker_tasks.draw_page(page, order)) for page in deck.pages]
        assert [said in text for text in texts] == [True, False]
        return
    drawn = [worker_tasks.draw_slide_map(page.view, order) for page in deck.pages]
    assert said in read_slides(worker_tasks.assemble(order, deck, drawn))


def test_a_story_of_the_atlas_is_the_atlas_s() -> None:
    order = parse_export_request("story.csv", {"story": "five-articles"}, BASE)
    deck = worker_tasks.build_deck(order)
    assert not order.own
    text = read_table(worker_tasks.assemble(order, deck, []))
    assert OWN["en"] not in text
    assert f"{BASE}/stories?story=five-articles&lang=en&{add_version('')}&step=1" in text
