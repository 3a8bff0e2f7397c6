"""The foot of a slide and its notes: sources, the address of what is shown, and the licence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.enum.text import PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Inches

from components.core.i18n import gettext as _
from components.core.i18n import ngettext
from components.outputs.export.export_pages import Page
from components.outputs.export.pptx_base import (
    MARGIN,
    SANS,
    SLIDE,
    WIDTH,
    Colours,
    add_text,
    choose_size,
    count_lines,
    read_rgb,
    set_text,
)
from components.outputs.static_map.attribution import (
    format_licences,
    own_story_notice,
    own_words_notice,
)

FOOTER_SIZES = (9, 8)
SOURCE_LINES = 2
RULE_TOP = Inches(6.86)
FOOTER_BOX = (MARGIN, Inches(6.92), Inches(11.5), Inches(0.48))
NUMBER_BOX = (Emu(SLIDE[0] - MARGIN - Inches(0.7)), FOOTER_BOX[1], Inches(0.7), Inches(0.3))
# The number of a slide, kept by whoever shows it: the library has no call for it.
FIELD = f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"/>'


def add_footer(slide: Any, sources: Sequence[str], page: Page, colours: Colours) -> None:
    """As many sources as a line holds (all are in the notes), link and licence, the number."""
    add_rule(slide, RULE_TOP, WIDTH, colours.rule)
    link, licence = page.link, format_short_licence()
    text = f"{link} · {licence}"
    if page.own:
        text = f"{own_story_notice()} · {_('This map: {link}', link=link)} · {licence}"
    lines = [line for line in (page.credit, format_sources(sources), text) if line]
    points = choose_size("\n".join(lines), FOOTER_BOX[2], FOOTER_BOX[3], FOOTER_SIZES)
    add_text(slide, [(line, points, colours.muted) for line in lines], FOOTER_BOX, link=link)
    number = add_text(slide, [], NUMBER_BOX)
    paragraph = number.text_frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.RIGHT
    place = slide.part.package.presentation_part.presentation.slides.index(slide) + 1
    run = set_text(paragraph, str(place), 10, colours.muted, SANS)._r
    field = parse_xml(FIELD)
    run.addprevious(field)
    field.extend(list(run))
    run.getparent().remove(run)


def add_rule(slide: Any, top: int, width: int, colour: str, height: int = Inches(0.01)) -> None:
    """A line across the slide; it says nothing."""
    line = slide.shapes.add_shape(1, MARGIN, top, width, height)
    line.fill.solid()
    line.fill.fore_color.rgb = read_rgb(colour)
    line.line.fill.background()
    line.shadow.inherit = False


def format_sources(sources: Sequence[str]) -> str:
    """The first sources, as many as two lines hold, and how many more there are."""
    for count in range(len(sources), 0, -1):
        shown, more = "; ".join(sources[:count]), len(sources) - count
        if more:
            rest = ngettext("and {count} more in the notes", "and {count} more in the notes", more)
            shown = f"{shown} … {rest}"
        text = _("Sources: {sources}", sources=shown)
        if count == 1 or count_lines(text, FOOTER_BOX[2], FOOTER_SIZES[0]) <= SOURCE_LINES:
            return text
    return ""


def format_short_licence() -> str:
    """Under what terms the slide may be used; the notes have it in full."""
    return _("Data: CC BY 4.0 · © Natural Earth, GeoNames, OpenStreetMap contributors")


def format_licences_of(*, own: bool) -> str:
    """Under what terms map and record may be used; of a reader's own story, whose the words are."""
    return f"{own_words_notice()} {format_licences()}" if own else format_licences()


def write_notes(page: Page, references: Sequence[str]) -> str:
    """The presenter's notes, what the colours say, every source, the link and the licence."""
    cited = "\n".join(f"– {reference}" for reference in references)
    parts = (
        page.notes,
        page.description,
        f"{_('Sources')}\n{cited}" if cited else "",
        page.link,
        format_licences_of(own=page.own),
    )
    return "\n\n".join(part for part in parts if part)
