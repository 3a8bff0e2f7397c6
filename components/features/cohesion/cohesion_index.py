"""The index of cohesion as a chart with its bounds, the cells behind it, and its table."""

from __future__ import annotations

from functools import lru_cache

import altair as alt
import pandas as pd

from components.core.i18n import gettext as _
from components.core.i18n.cache import cache_per_locale
from components.core.i18n.number_format import format_signed
from components.core.link_rules import read_rules
from components.core.view_state import View
from components.features.cohesion.blocks import (
    make_chart_head,
    make_section,
    make_table,
)
from components.features.cohesion.chart_theme import (
    HALO,
    LOW,
    Drawn,
    apply_chart_theme,
    both,
    make_scale_axis,
    make_year_axis,
    read_stance_colours,
)
from components.features.cohesion.content import read_prose, read_title
from components.features.cohesion.headlines import (
    format_index,
    format_index_cells,
    format_index_range,
    span,
)
from components.features.cohesion.sections import Part, show_parts
from data.cohesion_index import YearOfCohesion, measure_cohesion, split_runs
from data.load import read_record
from data.stance_cells import find_nearest_code, list_cells
from data.stances import read_ordinals

TABLE = "index"


def list_keys() -> list[tuple[str, str]]:
    """The marks of the chart and what they mean."""
    return [
        ("point", _("index: mean of the known cases, in the colour of the nearest stance")),
        ("quiet", _("range allowing for conflicting sources and no reaction")),
        ("wide", _("range allowing for cases without data")),
    ]


def list_cell_keys() -> list[tuple[str, str]]:
    """The marks of the bars of cells and what they mean."""
    return [("known", _("known")), ("sil", _("no reaction reported")), ("nd", _("no data"))]


def name_columns() -> dict[str, str]:
    """The heads of the table."""
    return {
        "year": _("Year"),
        "index": _("Index"),
        "quiet": _("Range: no reaction"),
        "bounds": _("Range: all missing data"),
        "known": _("Known"),
        "silent": _("No reaction"),
        "no_data": _("No data"),
        "events": _("Events"),
    }


def show_index(view: View) -> None:
    """Show the definition, the chart, the cells behind each point, and the table."""
    rules = read_rules()
    shown = None if view.year == rules.last_year else view.year
    show_parts(describe_index(shown, rules.first_year, rules.last_year))


@lru_cache(maxsize=1)
def measure_years() -> list[YearOfCohesion]:
    """The index of every year, made once."""
    record = read_record()
    return measure_cohesion(list_cells(record), read_ordinals(record))


@cache_per_locale(64)
def describe_index(chosen: int | None, first: int, last: int) -> list[Part]:
    """The parts of the section, with a year marked, on an axis of years."""
    years = measure_years()
    finding = format_index(years)
    read = _("{finding}. The table lists all values.", finding=finding)
    behind = range(len(years))
    head = make_section("index", read_title("index"), finding, read_prose("index"))
    table = make_table(
        TABLE, _("Index as a table"), name_columns(), [list_year(year) for year in years]
    )
    parts: list[Part] = [
        ("index", [*head, make_chart_head(format_index_range(years), list_keys(), TABLE, behind)]),
        ("index-chart", apply_chart_theme(draw_index(years, chosen, first, last), read)),
        (
            "index-cells",
            [make_chart_head(format_index_cells(years), list_cell_keys(), TABLE, behind)],
        ),
        ("index-cells-chart", apply_chart_theme(draw_counts(years, first, last), read, LOW)),
        ("index-table", [table]),
    ]
    drawn = any(year.index is not None for year in years)
    return parts if drawn else [parts[0], parts[-1]]


def list_year(year: YearOfCohesion) -> dict[str, object]:
    """A year as a row of the table; what is not there is said to be none."""
    row: dict[str, object] = {
        "year": {"text": str(year.year), "href": f"./?year={year.year}"},
        "index": _("none"),
        "quiet": _("none"),
        "bounds": _("none"),
        **{name: str(getattr(year, name)) for name in ("known", "silent", "no_data", "events")},
    }
    if year.index is not None and year.quiet_low is not None and year.quiet_high is not None:
        row["index"] = format_signed(year.index, 2)
        row["quiet"] = span(year.quiet_low, year.quiet_high, 2)
    if year.low is not None and year.high is not None:
        row["bounds"] = span(year.low, year.high, 2)
    return row


def draw_index(years: list[YearOfCohesion], chosen: int | None, first: int, last: int) -> Drawn:
    """Bounds as bars, the index as points with their number, lines only between adjacent years."""
    ordinals = read_ordinals(read_record())
    colours = read_stance_colours(ordinals)
    rows = [
        {
            "year": year.year,
            "index": year.index,
            "quiet_low": year.quiet_low,
            "quiet_high": year.quiet_high,
            "low": year.low,
            "high": year.high,
            "run": place,
            "colour": colours[find_nearest_code(year.index or 0, ordinals)],
            "label": format_signed(year.index or 0),
            "cells": _(
                "{known} known, {silent} no reaction, {gaps} without data",
                known=year.known,
                silent=year.silent,
                gaps=year.no_data,
            ),
        }
        for place, run in enumerate(split_runs(years))
        for year in run
    ]
    base = alt.Chart(pd.DataFrame(rows)).encode(x=make_year_axis(first, last))
    value = alt.Y("index:Q", scale=alt.Scale(domain=[-3, 3]), axis=make_scale_axis())
    tooltip = [
        alt.Tooltip("year:Q", title=_("Year"), format="d"),
        alt.Tooltip("index:Q", title=_("Index"), format="+.2f"),
        alt.Tooltip("low:Q", title=_("Lower bound"), format="+.2f"),
        alt.Tooltip("high:Q", title=_("Upper bound"), format="+.2f"),
        alt.Tooltip("cells:N", title=_("Cases")),
    ]
    ink = both("base", "ink")
    words = pd.DataFrame(
        [
            {"at": 3, "word": _("material support")},
            {"at": 0, "word": _("neutral")},
            {"at": -3, "word": _("aid to the other side")},
        ]
    )
    return alt.layer(
        alt.Chart(pd.DataFrame({"year": [] if chosen is None else [chosen]}))
        .mark_rule(color=both("base", "accent"), strokeWidth=23, opacity=0.16)
        .encode(x=make_year_axis(first, last)),
        base.mark_bar(size=17, color="url(#stance-ND)", cornerRadius=2).encode(
            y=alt.Y("low:Q"), y2="high:Q", tooltip=tooltip
        ),
        base.mark_bar(size=9, color=both("base", "muted"), opacity=0.75).encode(
            y=alt.Y("quiet_low:Q"), y2="quiet_high:Q"
        ),
        alt.Chart(pd.DataFrame([{"at": 0}]))
        .mark_rule(color=both("base", "muted"), strokeDash=[2, 2])
        .encode(y="at:Q"),
        base.mark_line(color=ink, strokeWidth=1.4).encode(y=value, detail="run:N"),
        base.mark_point(size=110, filled=True, opacity=1, strokeWidth=1.4).encode(
            y=value,
            fill=alt.Fill("colour:N", scale=None),
            stroke=alt.value(ink),
            tooltip=tooltip,
        ),
        *(
            base.mark_text(dy=-15, fontWeight=600, fontSize=12, **dress).encode(
                y=value, text="label:N"
            )
            for dress in (HALO, {"color": ink})
        ),
        alt.Chart(words)
        .mark_text(align="left", dy=-8, dx=4, color=both("base", "muted"))
        .encode(x=alt.value(0), y="at:Q", text="word:N"),
    )


def draw_counts(years: list[YearOfCohesion], first: int, last: int) -> Drawn:
    """Cells of each year as stacked bars, known at the bottom, with their sum above."""
    rows = []
    for year in years:
        at = 0
        for number, colour in (
            (year.known, both("base", "ink")),
            (year.silent, "url(#stance-SIL)"),
            (year.no_data, "url(#stance-ND)"),
        ):
            rows.append({"year": year.year, "from": at, "to": at + number, "colour": colour})
            at += number
    sums = [
        {"year": year.year, "sum": year.known + year.silent + year.no_data, "known": year.known}
        for year in years
    ]
    axis = alt.Axis(title=None, tickCount=3, minExtent=34, maxExtent=34)
    time = make_year_axis(first, last)
    return alt.layer(
        alt.Chart(pd.DataFrame(rows))
        .mark_bar(size=17)
        .encode(
            x=time,
            y=alt.Y("from:Q", axis=axis),
            y2="to:Q",
            color=alt.Color("colour:N", scale=None),
        ),
        alt.Chart(pd.DataFrame(sums))
        .mark_text(dy=-7, fontSize=12)
        .encode(x=time, y="sum:Q", text="known:Q"),
    )
