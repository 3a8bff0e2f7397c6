"""The stances of a page as a native table: each stance once, beside those who took it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from pptx.enum.text import MSO_ANCHOR
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Emu, Inches

from components.core.i18n import gettext as _
from components.outputs.export.pptx_base import (
    DRAWING,
    LINE,
    POINTS,
    SANS,
    Colours,
    clean,
    count_lines,
    read_rgb,
    set_text,
)
from components.outputs.export.table_rows import TableRow

PLAIN_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
SIZES = (11, 10, 9, 8)
STANCE_SHARE = 0.46
HAIRLINE = f'<a:lnB {nsdecls("a")} w="6350"><a:solidFill><a:srgbClr/></a:solidFill></a:lnB>'
PAD, SIDE = Inches(0.045), Inches(0.08)


@dataclass(frozen=True)
class Plan:
    """A size in points and the height of each row in EMU, the head's first."""

    points: int
    heights: tuple[int, ...]


def add_table(
    slide: Any,
    lines: Sequence[TableRow],
    head: str,
    box: tuple[int, int, int, int],
    colours: Colours,
) -> int:
    """A table in a box (left, top, width, height); gives how many of the lines had room."""
    if not lines:
        return 0
    plan, count = plan_rows(lines, head, box[2], box[3])
    shown = lines[:count]
    place = tuple(Emu(each) for each in (*box[:3], sum(plan.heights)))
    frame = slide.shapes.add_table(len(shown) + 1, 2, *place)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", clean(_("Table: {head}", head=head)))
    frame.name = clean(head)
    table = frame.table
    table.horz_banding = False
    table._tbl.tblPr.find(f"{DRAWING}tableStyleId").text = PLAIN_STYLE
    table.columns[0].width = Emu(int(box[2] * STANCE_SHARE))
    table.columns[1].width = Emu(box[2] - table.columns[0].width)
    for row, height in zip(table.rows, plan.heights, strict=True):
        row.height = Emu(height)
    table.cell(0, 0).merge(table.cell(0, 1))
    fill_cell(table.cell(0, 0), head, plan.points, colours.ink, colours, bold=True)
    rule(table.cell(0, 1), colours)
    at = 1
    for _code, group in groupby(shown, key=lambda line: line.code):
        alike = list(group)
        fill, ink = colours.scale.get(alike[0].code, (colours.paper, colours.ink))
        if len(alike) > 1:
            table.cell(at, 0).merge(table.cell(at + len(alike) - 1, 0))
        fill_cell(table.cell(at, 0), alike[0].label, plan.points, ink, colours, fill=fill)
        for line in alike:
            rule(table.cell(at, 0), colours)
            cell = table.cell(at, 1)
            fill_cell(cell, line.name, plan.points, colours.ink, colours)
            if marks := format_marks(line):
                text = f" {marks}"
                set_text(cell.text_frame.paragraphs[0], text, plan.points - 1, colours.muted, SANS)
            at += 1
    return count


def format_marks(line: TableRow) -> str:
    """What to know of an actor's stance: that sources disagree, that its evidence is weak."""
    marks = (
        _("(sources disagree)") if line.contested else "",
        _("(weak evidence)") if line.weakness else "",
    )
    return " ".join(filter(None, marks))


def plan_rows(lines: Sequence[TableRow], head: str, width: int, height: int) -> tuple[Plan, int]:
    """The largest size at which all lines have room; else the smallest, and how many have."""
    plan = Plan(SIZES[-1], ())
    for points in SIZES:
        plan = Plan(points, tuple(measure_rows(lines, head, width, points)))
        if sum(plan.heights) <= height:
            return plan, len(lines)
    count = len(lines)
    while count > 1 and sum(plan.heights[: count + 1]) > height:
        count -= 1
    return Plan(plan.points, plan.heights[: count + 1]), count


def measure_rows(lines: Sequence[TableRow], head: str, width: int, points: int) -> list[int]:
    """Heights in EMU; where a stance needs more lines than its actors, their rows share them."""

    def measure(text: str, share: float) -> int:
        lines = count_lines(text, int(width * share) - 2 * SIDE, points)
        return int(lines * points * LINE / POINTS * Inches(1)) + 2 * PAD

    heights = [measure(head, 1.0)]
    for _code, group in groupby(lines, key=lambda line: line.code):
        alike = list(group)
        names = [f"{line.name} {format_marks(line)}".strip() for line in alike]
        rows = [measure(name, 1 - STANCE_SHARE) for name in names]
        lacking = max(0, measure(alike[0].label, STANCE_SHARE) - sum(rows))
        heights += [row + -(-lacking // len(rows)) for row in rows]
    return heights


def fill_cell(
    cell: Any,
    text: str,
    points: int,
    ink: str,
    colours: Colours,
    *,
    fill: str = "",
    bold: bool = False,
) -> None:
    """A text in a cell, on a fill if there is one, over a hairline."""
    cell.margin_top = cell.margin_bottom = PAD
    cell.margin_left = cell.margin_right = SIDE
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    if fill:
        cell.fill.solid()
        cell.fill.fore_color.rgb = read_rgb(fill)
    else:
        cell.fill.background()
    set_text(cell.text_frame.paragraphs[0], text, points, ink, SANS, bold=bold)
    rule(cell, colours)


def rule(cell: Any, colours: Colours) -> None:
    """A hairline under a cell: the library has no call for it."""
    properties = cell._tc.get_or_add_tcPr()
    if properties.find(f"{DRAWING}lnB") is not None:
        return
    line = parse_xml(HAIRLINE)
    line[0][0].set("val", str(read_rgb(colours.rule)))
    # Lines come before the fill.
    properties.insert(0, line)
