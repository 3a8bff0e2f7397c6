"""A deck as PowerPoint slides: title, map, caption and stances that can be edited, sources.

Everything but the map is text or a native table, so that a slide can be changed where it is shown.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches

from components.core.clock import read_today
from components.core.i18n import babel_locale
from components.core.i18n import gettext as _
from components.outputs.export.export_pages import Deck, Page
from components.outputs.export.pptx_base import (
    GAP,
    LINE,
    MARGIN,
    POINTS,
    SERIF,
    SLIDE,
    TITLE_BOX,
    WIDTH,
    Colours,
    add_text,
    choose_size,
    clean,
    count_lines,
    read_colours,
    read_rgb,
    set_text,
    start_presentation,
    write_slide_notes,
)
from components.outputs.export.pptx_footer import (
    FOOTER_BOX,
    add_footer,
    add_rule,
    format_licences_of,
    write_notes,
)
from components.outputs.export.pptx_table import add_table
from components.outputs.export.table_rows import (
    TableRow,
    format_header,
    list_citations,
    list_full_citations,
    list_lines,
)
from components.outputs.static_map.attribution import own_story_notice, own_words_notice
from data.record import Record

TOP = Inches(1.42)
SUBTITLE_BOX = (MARGIN, Inches(1.05), WIDTH, Inches(0.3))
MAP_BOX = (MARGIN, TOP, Inches(7.85), Inches(4.42))
HALF = Emu((WIDTH - GAP) // 2)
HALF_BOX = (MARGIN, TOP, HALF, Inches(4.2))
TABLE_LEFT = Emu(MARGIN + MAP_BOX[2] + GAP)
TABLE_BOX = (TABLE_LEFT, TOP, Emu(SLIDE[0] - MARGIN - TABLE_LEFT), Inches(4.45))
CAPTION_BOX = (MARGIN, Inches(5.94), WIDTH, Inches(0.84))
FULL_HEIGHT = Inches(5.3)
TITLE_SIZES, CAPTION_SIZES = (30, 26, 22, 18, 15, 12), (15, 14, 13, 12, 11, 10, 9)
# A caption that has to be cut is cut so far that it can be set at this size.
READABLE = 11
COVER_TITLE_BOX = (MARGIN, Inches(1.2), Inches(11.5), Inches(2.05))
SUBTITLE_SIZES = (14, 13, 12, 11, 10, 9)
COVER_TITLE_SIZES, COVER_TEXT_SIZES = (44, 38, 32, 26, 20), (20, 18, 16, 14, 12)


def write_slides(
    record: Record, deck: Deck, pictures: Iterable[Sequence[bytes]], theme: str = "light"
) -> bytes:
    """The deck as a PPTX file; `pictures` holds the PNG of each map of each page, in order."""
    colours = read_colours(theme)
    presentation = start_presentation(colours)
    set_properties(presentation.core_properties, deck)
    if deck.description:
        add_cover(presentation, deck, colours)
    repeated = {name for name, count in Counter(p.title for p in deck.pages).items() if count > 1}
    for page, maps in zip(deck.pages, pictures, strict=True):
        named = page
        if page.title in repeated and not page.own:
            # Slides are told apart by their titles, in a list and by who cannot see them.
            title = f"{page.title} · {format_header(record, page.view)}"
            named = replace(page, title=title)
        add_page(presentation, record, named, maps, colours)
    file = io.BytesIO()
    presentation.save(file)
    return file.getvalue()


def set_properties(properties: Any, deck: Deck) -> None:
    """What the file says of itself, in place of what the library's template does."""
    author = own_story_notice() if deck.own else _("CSTO Stance Atlas")
    day = datetime.combine(read_today(), time())
    properties.title, properties.author = clean(deck.title)[:250], author
    properties.last_modified_by, properties.language = author, babel_locale().replace("_", "-")
    properties.created = properties.modified = day
    properties.subject = properties.keywords = ""
    properties.comments = own_words_notice() if deck.own else deck.link[:250]


def add_cover(presentation: Any, deck: Deck, colours: Colours) -> None:
    """The first slide of a story: what it is, of which day, and under which licence."""
    slide = add_slide(presentation, deck.title, colours, box=COVER_TITLE_BOX)
    add_rule(slide, Inches(3.45), Inches(2.2), colours.accent, Inches(0.05))
    box = (MARGIN, Inches(3.75), Inches(9.6), Inches(1.9))
    if deck.description != deck.title:
        points = choose_size(deck.description, box[2], box[3], COVER_TEXT_SIZES)
        add_text(slide, [(deck.description, points, colours.ink)], box)
    about = (MARGIN, Inches(5.95), WIDTH, Inches(0.8))
    told = f"{own_story_notice() if deck.own else _('CSTO Stance Atlas')} · {deck.day}"
    add_text(slide, [(told, 14, colours.muted), (deck.link, 12, colours.muted)], about,
             link=deck.link)  # fmt: skip
    licences = format_licences_of(own=deck.own)
    add_text(slide, [(licences, 9, colours.muted)], FOOTER_BOX)
    write_slide_notes(slide, "\n\n".join((deck.description, deck.link, licences)))


def add_page(
    presentation: Any, record: Record, page: Page, maps: Sequence[bytes], colours: Colours
) -> None:
    """One page: a slide with its map and table, then slides for rows that did not fit."""
    columns = [(format_header(record, view), list_lines(record, view)) for view in page.views]
    sources = list_citations(record, page.views)
    references = list_full_citations(record, page.views)
    slide = add_slide(presentation, page.title, colours)
    small = choose_size(page.subtitle, WIDTH, SUBTITLE_BOX[3], SUBTITLE_SIZES)
    subtitle = [(page.subtitle, small, colours.accent)]
    if page.other is None:
        add_text(slide, subtitle, SUBTITLE_BOX, bold=True)
        add_map(slide, page, maps[0], MAP_BOX)
        head, lines = columns[0]
        shown = add_table(slide, lines, head, TABLE_BOX, colours)
        columns = [(head, lines[shown:])]
    else:
        for place, (png, words) in enumerate(zip(maps, page.captions, strict=True)):
            left = Emu(MARGIN + place * (HALF + GAP))
            add_map(slide, page, png, (left, *HALF_BOX[1:]))
            said = [(words[0], 15, colours.ink), (words[1], 13, colours.accent)]
            add_text(slide, said, (left, Inches(5.72), HALF, Inches(0.8)), bold=True)
    caption = fit_caption(page.caption)
    points = choose_size(caption, CAPTION_BOX[2], CAPTION_BOX[3], CAPTION_SIZES)
    if caption:
        add_text(slide, [(each, points, colours.ink) for each in caption.split("\n")], CAPTION_BOX)
    add_footer(slide, sources, page, colours)
    write_slide_notes(slide, write_notes(page, references))
    add_more_tables(presentation, page, columns, sources, colours)


def add_more_tables(
    presentation: Any,
    page: Page,
    columns: Sequence[tuple[str, Sequence[TableRow]]],
    sources: Sequence[str],
    colours: Colours,
) -> None:
    """Slides with what did not fit beside the map, one or two tables side by side."""
    while any(lines for _head, lines in columns):
        slide = add_slide(presentation, _("{title} (continued)", title=page.title), colours)
        rest = []
        for place, (head, lines) in enumerate(columns):
            box = (Emu(MARGIN + place * (HALF + GAP)), TOP, HALF, FULL_HEIGHT)
            shown = add_table(slide, lines, head, box, colours)
            rest.append((head, lines[shown:]))
        columns = rest
        add_footer(slide, sources, page, colours)


def add_slide(
    presentation: Any, title: str, colours: Colours, box: tuple[int, ...] = TITLE_BOX
) -> Any:
    """A slide with its title in the title's own placeholder."""
    slide = presentation.slides.add_slide(presentation.slide_layouts[0])
    slide.background.fill.solid()
    slide.background.fill.fore_color.rgb = read_rgb(colours.paper)
    shape = slide.shapes.title
    shape.left, shape.top, shape.width, shape.height = (Emu(each) for each in box)
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.BOTTOM
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    sizes = TITLE_SIZES if box is TITLE_BOX else COVER_TITLE_SIZES
    points = choose_size(clean(title), shape.width, shape.height, sizes)
    set_text(frame.paragraphs[0], title, points, colours.ink, SERIF)
    return slide


def add_map(slide: Any, page: Page, png: bytes, box: tuple[int, ...]) -> None:
    """A map in a box, as large as its shape allows; its alternative text says what it shows."""
    left, top, width, height = (Emu(each) for each in box)
    picture = slide.shapes.add_picture(io.BytesIO(png), left, top, width=width)
    if picture.height > height:
        picture.width, picture.height = Emu(picture.width * height // picture.height), height
    about = picture._element._nvXxPr.cNvPr
    about.set("descr", clean(page.description))
    about.set("name", _("Map"))


def fit_caption(text: str) -> str:
    """Whole sentences of a caption, as many as have room; the notes hold all."""
    _left, _top, width, height = CAPTION_BOX
    high = height / Inches(1) * POINTS / LINE
    smallest, most = CAPTION_SIZES[-1], int(high / READABLE)
    if count_lines(text, width, smallest) <= int(high / smallest):
        return text
    kept = ""
    for sentence in text.split(". "):
        longer = f"{kept}. {sentence}" if kept else sentence
        if kept and count_lines(longer, width, READABLE) > most:
            return f"{kept}."
        kept = longer
    return kept
