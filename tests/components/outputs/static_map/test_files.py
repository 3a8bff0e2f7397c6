"""Each format opened again by another program: it says and shows what the record does."""

from __future__ import annotations

import io
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
import resvg_py
from PIL import Image

from components.core.alt_text import describe_view_in_words
from components.core.i18n import locale_context
from components.core.link_rules import build_link_rules
from components.core.view_state import View, read_link
from components.outputs.static_map import (
    draw_comparison,
    draw_dossier,
    draw_map_only,
    draw_view,
    write_pages,
    write_picture,
)
from components.outputs.static_map.attribution import format_sources
from data.load import read_record
from data.stances import count_codes, resolve_event
from tests.find_programs import find_program

RECORD = read_record()
TODAY = date(2026, 11, 22)
EVENT = View(2016, "april-war-2016", "AZE")
SVG = "{http://www.w3.org/2000/svg}"
HOST = "https://atlas.example/"


def read_pdf(content: bytes, folder: Path) -> str:
    """The text of a PDF in the order it is read, lines joined."""
    path = folder / "picture.pdf"
    path.write_bytes(content)
    run = [find_program("pdftotext"), "-raw", str(path), "-"]
    return " ".join(subprocess.run(run, capture_output=True, check=True).stdout.decode().split())


def see_pdf(content: bytes, folder: Path) -> Image.Image:
    """The first page of a PDF as another program draws it, a pixel a pixel."""
    path = folder / "seen.pdf"
    path.write_bytes(content)
    run = [find_program("pdftoppm"), "-r", "100", "-png", "-singlefile", str(path)]
    subprocess.run([*run, str(folder / "seen")], check=True)
    return Image.open(folder / "seen.png").convert("RGB")


@pytest.mark.parametrize("language", ["en", "ru"])
def test_pdf_says_what_the_record_says(language: str, tmp_path: Path) -> None:
    figure = draw_view(EVENT, language=language, base_url=HOST, record=RECORD, today=TODAY)
    text = read_pdf(write_picture(figure, "pdf"), tmp_path)
    row = RECORD.row("events", "april-war-2016")
    assert row[f"title_{language}"] in text
    stances = resolve_event(RECORD, "april-war-2016", "AZE")
    countries = {each["id"] for each in RECORD.rows("countries")}
    counts = count_codes(RECORD, [s for actor, s in stances.items() if actor in countries])
    for each in RECORD.rows("scale"):
        assert f"{each[f'label_{language}']} {counts[each['code']]} " in text
    with locale_context(language):
        assert format_sources(RECORD, figure.maps[0][0]) in text
    address = next(word for word in text.split() if word.startswith(HOST))
    query = dict(pair.split("=") for pair in address.split("?")[1].split("&"))
    found = read_link(query, build_link_rules(RECORD, TODAY))
    assert found.view == EVENT
    assert found.language == language


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pdf_and_png_look_alike(theme: str, tmp_path: Path) -> None:
    figure = draw_view(EVENT, size=(1200, 630), theme=theme, record=RECORD, today=TODAY)
    seen = see_pdf(write_picture(figure, "pdf"), tmp_path)
    drawn = Image.open(io.BytesIO(write_picture(figure, "png"))).convert("RGB")
    assert abs(seen.width - drawn.width) <= 1
    small = [
        np.asarray(each.convert("L").resize((240, 126)), dtype=float) for each in (seen, drawn)
    ]
    assert np.abs(small[0] - small[1]).mean() < 4
    assert np.abs(small[0] - small[1]).max() < 90


def test_svg_is_only_a_picture() -> None:
    figure = draw_view(EVENT, base_url=HOST, record=RECORD, today=TODAY)
    content = write_picture(figure, "svg")
    root = ElementTree.fromstring(content)
    assert root.findtext(f"{SVG}title") == figure.title
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert not tags & {"script", "image", "foreignObject", "a", "iframe", "animate", "set"}
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            if name.endswith("href"):
                assert value.startswith("#")
    urls = re.findall(r"url\(([^)]{1,40})", content.decode())
    assert urls
    assert all(url.startswith("#") for url in urls)
    texts = {element.text for element in root.iter(f"{SVG}text")}
    row = RECORD.row("events", "april-war-2016")
    assert {row["title_en"], "Stances toward Azerbaijan", "Kazakhstan", "Belarus"} <= texts
    assert {each["label_en"] for each in RECORD.rows("scale")} <= texts


@pytest.mark.parametrize("language", ["en", "ru"])
def test_svg_text_is_drawn_as_outlines_within_the_page_and_found_as_text(language: str) -> None:
    """A renderer without any typeface draws every letter: it has only the outlines."""
    figure = draw_view(EVENT, language=language, base_url=HOST, record=RECORD, today=TODAY)
    content = write_picture(figure, "svg")
    root = ElementTree.fromstring(content)
    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    assert root.findtext(f"{SVG}desc") == figure.description
    groups = [group for group in root.iter(f"{SVG}g") if group.get("id", "").startswith("text_")]
    lines = [group.find(f"{SVG}text") for group in groups]
    assert len(groups) > 40
    for group, line in zip(groups, lines, strict=True):
        assert line is not None
        assert line.get("fill-opacity") == "0"
        assert "opacity" not in line.get("style", "")
        assert list(group.iter(f"{SVG}use"))
    drawn = resvg_py.svg_to_bytes(svg_string=content.decode(), dpi=96, skip_system_fonts=True)
    seen = np.asarray(Image.open(io.BytesIO(bytes(drawn))).convert("L"), dtype=float)
    for line in lines:
        assert line is not None
        line.text = ""
    bare = ElementTree.tostring(root, encoding="unicode")
    without = resvg_py.svg_to_bytes(svg_string=bare, dpi=96, skip_system_fonts=True)
    unlettered = np.asarray(Image.open(io.BytesIO(bytes(without))).convert("L"), dtype=float)
    assert np.array_equal(seen, unlettered), "the text that can be found is not seen"
    expected = Image.open(io.BytesIO(write_picture(figure, "png"))).convert("L")
    drawn_ink, wanted_ink = (
        (each[:, -430:] < 128).mean()
        for each in (seen, np.asarray(expected.resize(seen.shape[::-1]), dtype=float))
    )
    assert wanted_ink > 0.03
    assert drawn_ink == pytest.approx(wanted_ink, rel=0.12), "every letter of the column is drawn"


def test_pages_hold_every_figure(tmp_path: Path) -> None:
    views = [View(1994), EVENT, View(2026)]
    drawn = (draw_view(view, record=RECORD, today=TODAY) for view in views)
    content = write_pages(drawn, title="Three <views> & $more$")
    text = read_pdf(content, tmp_path)
    assert content.count(b"/Type /Page\n") + content.count(b"/Type /Page ") == len(views)
    for name in ("1994", "April war in Karabakh", "22 November 2026"):
        assert name in text


def test_the_same_picture_gives_the_same_bytes_in_any_thread() -> None:
    def write(kind: str) -> bytes:
        figure = draw_map_only(EVENT, size=(600, 400), record=RECORD, today=TODAY)
        return write_picture(figure, kind)

    kinds = ["png", "svg", "pdf"] * 3
    with ThreadPoolExecutor(4) as pool:
        written = list(pool.map(write, kinds))
    for kind in ("png", "svg", "pdf"):
        assert len({content for of, content in zip(kinds, written, strict=True) if of == kind}) == 1


def test_png_comes_in_two_scales_and_says_what_it_shows() -> None:
    figure = draw_view(EVENT, size=(800, 600), record=RECORD, today=TODAY)
    one, two = (Image.open(io.BytesIO(write_picture(figure, "png", s))) for s in (1, 2))
    assert (one.size, two.size) == ((800, 600), (1600, 1200))
    words = describe_view_in_words(EVENT, "en", record=RECORD, today=TODAY)
    assert one.info["Description"] == words == figure.description


def test_a_comparison_and_a_dossier_hold_both_sides(tmp_path: Path) -> None:
    other = View(2016, "april-war-2016", "ARM")
    pair = draw_comparison(other, EVENT, base_url=f"{HOST}/compare", record=RECORD, today=TODAY)
    assert [scene.view for scene, _frame, _labels in pair.maps] == [other, EVENT]
    text = read_pdf(write_picture(pair, "pdf"), tmp_path)
    assert "Stances toward Armenia" in text
    assert "Stances toward Azerbaijan" in text
    (address,) = (word for word in text.split() if word.startswith(HOST))
    assert address.startswith(f"{HOST}/compare?event=april-war-2016&b-event=april-war-2016")
    dossier = draw_dossier("april-war-2016", "ARM", record=RECORD, today=TODAY)
    text = read_pdf(write_picture(dossier, "pdf"), tmp_path)
    row = RECORD.row("events", "april-war-2016")
    assert row["answer"] in text
    contested = draw_dossier("karabakh-2020", "AZE", record=RECORD, today=TODAY)
    told = read_pdf(write_picture(contested, "pdf"), tmp_path)
    assert "Kazakhstan (sources disagree: " in told
    weak = draw_dossier("taliban-2021", "TJK", record=RECORD, today=TODAY)
    told = read_pdf(write_picture(weak, "pdf"), tmp_path)
    stances = resolve_event(RECORD, "taliban-2021", "TJK").values()
    assert told.count("(weak evidence)") == sum(bool(each.weakness) for each in stances) > 0
    for actor in resolve_event(RECORD, "april-war-2016", "ARM"):
        names = [
            r["name_en"]
            for t in ("countries", "organisations")
            for r in RECORD.rows(t)
            if r["id"] == actor
        ]
        assert names[0] in text


@pytest.mark.parametrize(
    ("view", "style", "error"),
    [
        (View(2016, "no-such-event", "ARM"), {}, KeyError),
        (View(2016, "april-war-2016", "USA"), {}, ValueError),
        (View(1994), {"theme": "sepia"}, ValueError),
        (View(1994), {"language": "de"}, ValueError),
        (View(1994), {"size": (100_000, 100)}, ValueError),
    ],
)
def test_what_cannot_be_drawn_is_refused(
    view: View, style: dict[str, Any], error: type[Exception]
) -> None:
    with pytest.raises(error):
        draw_view(view, record=RECORD, today=TODAY, **style)


def test_a_format_that_is_none_is_refused() -> None:
    figure = draw_map_only(View(1994), size=(400, 300), record=RECORD, today=TODAY)
    with pytest.raises(ValueError, match="gif"):
        write_picture(figure, "gif")
    with pytest.raises(ValueError, match="3"):
        write_picture(figure, "png", 3)


def test_a_link_preview_has_no_language() -> None:
    view = View(2016, "april-war-2016", "AZE", layers=("members", "zones", "events"))
    drawn = []
    for language in ("en", "ru"):
        picture = draw_map_only(view, size=(600, 315), language=language, today=TODAY, scaled=False)
        drawn.append(np.asarray(Image.open(io.BytesIO(write_picture(picture, "png")))))
    first, second = drawn
    assert np.array_equal(first, second)
