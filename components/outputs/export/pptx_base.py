"""What every slide has in common: its size, colours and typefaces, and text that XML can hold."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Emu, Inches, Pt

from components.core.i18n import babel_locale
from components.core.palette import read_membership_styles, read_swatches

SLIDE = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.5)
WIDTH = Emu(SLIDE[0] - 2 * MARGIN)
GAP = Inches(0.3)
# On every machine that shows slides; LibreOffice has faces of the same widths for them.
SERIF, SANS = "Georgia", "Calibri"
TITLE_ONLY = 5
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# How wide a letter is and how high a line, in its size: of the widest face that may stand in.
LETTER, LINE = 0.58, 1.22
POINTS = 72
# What XML cannot hold; python-pptx writes the rest as text.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Colours:
    """The colours of a theme, as "#rrggbb"; `scale` has fill and ink of stances and statuses."""

    paper: str
    ink: str
    muted: str
    rule: str
    accent: str
    scale: dict[str, tuple[str, str]]


def read_colours(theme: str) -> Colours:
    """The colours of the web map's theme."""
    base = read_swatches(theme, "base")
    paper, ink, muted, rule, accent = (
        base[name].fill for name in ("paper", "ink", "muted", "rule", "accent")
    )
    stances = {code: (s.fill, s.ink) for code, s in read_swatches(theme, "stance").items()}
    statuses = {key: (s.fill, ink) for key, s in read_membership_styles(theme).items()}
    return Colours(paper, ink, muted, rule, accent, stances | statuses)


def start_presentation(colours: Colours) -> Any:
    """An empty presentation whose own layout is that of our slides, so that new ones match."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = SLIDE
    master = presentation.slide_master
    kept = presentation.slide_layouts[TITLE_ONLY]
    for layout in list(presentation.slide_layouts):
        if layout is not kept:
            presentation.slide_layouts.remove(layout)
    master.background.fill.solid()
    master.background.fill.fore_color.rgb = read_rgb(colours.paper)
    for place in (*master.placeholders, *kept.placeholders):
        if place.placeholder_format.type == 1:
            place.left, place.top, place.width, place.height = TITLE_BOX
        elif place in tuple(kept.placeholders):
            place._element.getparent().remove(place._element)
        else:
            place.left = Emu(place.left * SLIDE[0] // Inches(10))
            place.width = Emu(place.width * SLIDE[0] // Inches(10))
    set_theme(master, colours)
    return presentation


TITLE_BOX = (MARGIN, Inches(0.3), WIDTH, Inches(0.74))


def set_theme(master: Any, colours: Colours) -> None:
    """Typefaces and the colour of links, for what is typed on a slide later too."""
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = ElementTree.fromstring(part.blob)
    for kind, font in (("majorFont", SERIF), ("minorFont", SANS)):
        for latin in theme.iterfind(f".//{DRAWING}{kind}/{DRAWING}latin"):
            latin.set("typeface", font)
    for kind in ("hlink", "folHlink"):
        for paint in theme.iterfind(f".//{DRAWING}{kind}/{DRAWING}srgbClr"):
            paint.set("val", str(read_rgb(colours.muted)))
    part._blob = ElementTree.tostring(theme, encoding="UTF-8", xml_declaration=True)


def add_text(
    slide: Any,
    lines: list[tuple[str, int, str]],
    box: tuple[int, int, int, int],
    *,
    font: str = SANS,
    bold: bool = False,
    link: str = "",
) -> Any:
    """A text box with lines of (text, points, colour); where one is the `link`, it leads there."""
    shape = slide.shapes.add_textbox(*(Emu(each) for each in box))
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    for place, (text, points, colour) in enumerate(lines):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        before, found, after = text.partition(link) if link else (text, "", "")
        if before:
            set_text(paragraph, before, points, colour, font, bold=bold)
        if found:
            set_text(paragraph, found, points, colour, font).hyperlink.address = clean(found)
        if after:
            set_text(paragraph, after, points, colour, font, bold=bold)
    return shape


def set_text(
    paragraph: Any, text: str, points: float, colour: str, font: str, *, bold: bool = False
) -> Any:
    """One run of text; nothing in it is markup."""
    run = paragraph.add_run()
    run.text = clean(text).replace("\n", " ").replace("\t", " ")
    run.font.size, run.font.name, run.font.bold = Pt(points), font, bold
    run.font.color.rgb = read_rgb(colour)
    set_language(run)
    return run


def set_language(run: Any) -> None:
    """Name the language of a run, by which it is spell-checked and read aloud."""
    run._r.get_or_add_rPr().set("lang", babel_locale().replace("_", "-"))


def write_slide_notes(slide: Any, text: str) -> None:
    """The notes of a slide, in the language spoken now."""
    frame = slide.notes_slide.notes_text_frame
    frame.text = clean(text)
    for paragraph in frame.paragraphs:
        for run in paragraph.runs:
            set_language(run)


def count_lines(text: str, width: int, points: float) -> int:
    """How many lines a text takes in a width in EMU, in a wide typeface."""
    letters = max(1.0, width / Inches(1) * POINTS / (points * LETTER))
    return sum(max(1, math.ceil(len(line) / letters)) for line in text.split("\n"))


def choose_size(text: str, width: int, height: int, sizes: tuple[int, ...]) -> int:
    """The largest size in points at which a text has room in a box, else the smallest."""
    for points in sizes:
        if count_lines(text, width, points) * points * LINE <= height / Inches(1) * POINTS:
            return points
    return sizes[-1]


def read_rgb(colour: str) -> RGBColor:
    """A colour of the palette."""
    digits = colour.lstrip("#")
    return RGBColor(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))  # type: ignore[no-untyped-call]


def clean(text: str) -> str:
    """A text that XML can hold."""
    return UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
