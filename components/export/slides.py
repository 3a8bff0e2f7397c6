"""A deck as PowerPoint slides: title, map, caption and stances that can be edited, sources.

Everything but the map is text or a native table, so that a slide can be changed where it is shown.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from components.description.event import name_of
from components.export.deck import Deck, Page
from components.export.lines import Line, cite_sources, list_lines
from components.language import gettext as _
from components.language import ngettext
from components.palette import read_membership_styles, read_swatches
from components.view import View
from data.record import Record

SLIDE = Inches(13.333), Inches(7.5)
MARGIN = Inches(0.5)
MAP_BOX = Inches(0.5), Inches(1.3), Inches(8.2), Inches(4.62)
TABLE_LEFT, TABLE_TOP, TABLE_WIDTH = Inches(8.95), Inches(1.3), Inches(3.88)
ROW_HEIGHT = Inches(0.27)
ROWS_ON_SLIDE = 18
# What one line of a cell of the narrow table holds, in a wide typeface.
NAME_LETTERS, LABEL_LETTERS = 20, 24
CAPTION_TOP, FOOTER_TOP = Inches(6.0), Inches(6.88)
SOURCES_ON_SLIDE = 3
SERIF, SANS = "Georgia", "Calibri"
INK, MUTED, PAPER = RGBColor(0x1B, 0x23, 0x2B), RGBColor(0x5A, 0x62, 0x68), "FFFDF8"
INK_HEX = "#1b232b"
TITLE_ONLY = 5
# What XML cannot hold; python-pptx writes the rest as text.
UNWRITABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def write_slides(
    record: Record, deck: Deck, pictures: Iterable[Sequence[bytes]], licence: str
) -> bytes:
    """The deck as a PPTX file; `pictures` holds the PNG of each map of each page, in order."""
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = SLIDE
    properties = presentation.core_properties
    properties.title = clean(deck.title)[:250]
    properties.author = _("CSTO Stance Atlas")
    for page, maps in zip(deck.pages, pictures, strict=True):
        add_page(presentation, record, page, maps, licence)
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def add_page(
    presentation: Any, record: Record, page: Page, maps: Sequence[bytes], licence: str
) -> None:
    """One page: a slide with its map and table, then slides for rows that did not fit."""
    views = [view for view in (page.view, page.other) if view]
    groups = [list_lines(record, view) for view in views]
    heads = [say_head(record, view) for view in views]
    sources = cite_sources(record, [line for lines in groups for line in lines])
    slide = add_slide(presentation, page.title)
    add_maps(slide, page, maps)
    fit = count_fitting(groups[0])
    first, rest = groups[0][:fit], groups[0][fit:]
    if page.other is None:
        add_table(slide, first, heads[0], TABLE_LEFT, TABLE_WIDTH)
    add_text(slide, page.caption, CAPTION_TOP, Inches(0.85), 13, INK)
    add_footer(slide, sources, page.link, licence)
    slide.notes_slide.notes_text_frame.text = clean(write_notes(page, sources, licence))
    columns = [(heads[0], rest)] if page.other is None else list(zip(heads, groups, strict=True))
    add_more_tables(presentation, page, columns, (sources, licence))


def add_more_tables(
    presentation: Any,
    page: Page,
    columns: Sequence[tuple[str, Sequence[Line]]],
    foot: tuple[Sequence[str], str],
) -> None:
    """Slides with what did not fit beside the map, one or two tables side by side."""
    width = Inches(6.0)
    longest = max(len(lines) for _head, lines in columns)
    for start in range(0, longest, ROWS_ON_SLIDE):
        slide = add_slide(presentation, _("{title} (continued)", title=page.title))
        for place, (head, lines) in enumerate(columns):
            left = Emu(MARGIN + place * (width + Inches(0.3)))
            add_table(slide, lines[start : start + ROWS_ON_SLIDE], head, left, width)
        add_footer(slide, foot[0], page.link, foot[1])


def count_fitting(lines: Sequence[Line]) -> int:
    """How many rows the table beside the map has room for; a long label takes two lines or more."""
    taken = 0
    for place, line in enumerate(lines):
        taken += max(-(-len(line.name) // NAME_LETTERS), -(-len(line.label) // LABEL_LETTERS))
        if taken > ROWS_ON_SLIDE:
            return place
    return len(lines)


def add_slide(presentation: Any, title: str) -> Any:
    """A slide on the atlas's paper with its title in the title's own placeholder."""
    slide = presentation.slides.add_slide(presentation.slide_layouts[TITLE_ONLY])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = RGBColor.from_string(PAPER)
    shape = slide.shapes.title
    shape.left, shape.top = MARGIN, Inches(0.35)
    shape.width, shape.height = SLIDE[0] - 2 * MARGIN, Inches(0.85)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    text = clean(title)
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    frame.margin_left = 0
    set_text(frame.paragraphs[0], text, 28 if len(text) < 70 else 20, INK, SERIF)
    return slide


def add_maps(slide: Any, page: Page, maps: Sequence[bytes]) -> None:
    """The map of the page, or two side by side; their alternative text says what they show."""
    left, top, width, height = (Emu(each) for each in MAP_BOX)
    if len(maps) > 1:
        width = Emu((SLIDE[0] - 2 * MARGIN - Inches(0.3)) // 2)
    for place, png in enumerate(maps):
        picture = slide.shapes.add_picture(io.BytesIO(png), left, top, width=width)
        if picture.height > height:
            picture.width, picture.height = (
                Emu(picture.width * height // picture.height),
                height,
            )
        picture.left = Emu(left + place * (width + Inches(0.3)))
        about = picture._element._nvXxPr.cNvPr
        about.set("descr", clean(page.description))
        about.set("name", _("Map"))


def say_head(record: Record, view: View) -> str:
    """The head of the second column: whose stances these are read toward, or the year."""
    if view.event is None:
        return _("Status in {year}", year=view.year)
    return _("Stance toward {party}", party=name_of(record, view.toward or ""))


def add_table(slide: Any, lines: Sequence[Line], head: str, left: int, width: int) -> None:
    """Actors and their stances as a native table, each stance in its colour."""
    if not lines:
        return
    shape = slide.shapes.add_table(
        len(lines) + 1, 2, left, TABLE_TOP, width, ROW_HEIGHT * (len(lines) + 1)
    )
    table = shape.table
    table.columns[0].width = Emu(int(width * 0.42))
    table.columns[1].width = Emu(int(width) - table.columns[0].width)
    fill_row(table, 0, (_("State or organization"), head), None, bold=True)
    colours = read_colours()
    for place, line in enumerate(lines, 1):
        label = _("{stance} (sources differ)", stance=line.label) if line.contested else line.label
        fill_row(table, place, (line.name, label), colours.get(line.code))
    for row in table.rows:
        row.height = ROW_HEIGHT


def fill_row(
    table: Any,
    place: int,
    texts: tuple[str, str],
    colours: tuple[str, str] | None,
    *,
    bold: bool = False,
) -> None:
    """Two cells; `colours` are the fill and ink of the second, as "#rrggbb"."""
    for column, text in enumerate(texts):
        cell = table.cell(place, column)
        cell.margin_top = cell.margin_bottom = Inches(0.02)
        cell.margin_left = cell.margin_right = Inches(0.07)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        fill, ink = colours if colours and column else (f"#{PAPER}", INK_HEX)
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string(fill.lstrip("#").upper())
        colour = RGBColor.from_string(ink.lstrip("#").upper())
        set_text(cell.text_frame.paragraphs[0], text, 10, colour, SANS, bold=bold)


def read_colours() -> dict[str, tuple[str, str]]:
    """Fill and ink of each stance and membership status, in the light theme."""
    stances = {code: (s.fill, s.ink) for code, s in read_swatches("light", "stance").items()}
    return stances | {key: (s.fill, INK_HEX) for key, s in read_membership_styles("light").items()}


def add_footer(slide: Any, sources: Sequence[str], link: str, licence: str) -> None:
    """The first sources, how many more there are (they stand in the notes), link and licence."""
    shown = "; ".join(sources[:SOURCES_ON_SLIDE])
    more = len(sources) - SOURCES_ON_SLIDE
    if more > 0:
        rest = ngettext("and {count} more in the notes", "and {count} more in the notes", more)
        shown = f"{shown} … {rest}"
    if shown:
        shown = _("Sources: {sources}", sources=shown)
    add_text(slide, "\n".join(filter(None, (shown, f"{link} · {licence}"))), FOOTER_TOP,
             Inches(0.5), 9, MUTED)  # fmt: skip


def add_text(slide: Any, text: str, top: int, height: int, points: int, colour: RGBColor) -> None:
    """A text box over the whole width; long text is set smaller."""
    box = slide.shapes.add_textbox(MARGIN, top, SLIDE[0] - 2 * MARGIN, height)
    frame = box.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    size = points if len(text) < 420 else max(8, points - 3)
    for place, line in enumerate(text.split("\n")):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        set_text(paragraph, line, size, colour, SANS)


def set_text(
    paragraph: Any, text: str, points: int, colour: RGBColor, font: str, *, bold: bool = False
) -> None:
    """One run of text; nothing in it is markup."""
    run = paragraph.add_run()
    run.text = clean(text)
    run.font.size, run.font.name, run.font.bold = Pt(points), font, bold
    run.font.color.rgb = colour


def write_notes(page: Page, sources: Sequence[str], licence: str) -> str:
    """The presenter's notes, what the colours say, every source, the link and the licence."""
    cited = "\n".join(f"– {source}" for source in sources)
    parts = (
        page.notes,
        page.description,
        f"{_('Sources')}\n{cited}" if cited else "",
        page.link,
        licence,
    )
    return "\n\n".join(part for part in parts if part)


def clean(text: str) -> str:
    """A text that XML can hold."""
    return UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", text)
