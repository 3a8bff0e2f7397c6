"""The charts of the index: its points with their intervals, and the cells behind them."""

from __future__ import annotations

import altair as alt
import pandas as pd

from components.core.i18n import gettext as _
from components.core.i18n.number_format import format_signed
from components.features.cohesion.chart_theme import (
    HALO,
    Drawn,
    both,
    make_scale_axis,
    make_year_axis,
    read_stance_colours,
)
from components.features.cohesion.headlines import span
from data.cohesion_index import YearOfCohesion, split_runs
from data.load import read_record
from data.stance_cells import find_nearest_code
from data.stances import read_ordinals


def draw_index(years: list[YearOfCohesion], chosen: int | None, first: int, last: int) -> Drawn:
    """Bounds and intervals as bars, the index as points, lines only between adjacent years."""
    ordinals = read_ordinals(read_record())
    colours = read_stance_colours(ordinals)
    rows = [
        {
            "year": year.year,
            "index": year.index,
            "interval_low": year.interval_low,
            "interval_high": year.interval_high,
            "interval": span(year.interval_low, year.interval_high, 2)
            if year.interval_low is not None and year.interval_high is not None
            else _("none"),
            "events": year.events,
            "comparable": year.comparable,
            "low": year.low,
            "high": year.high,
            "run": place,
            "colour": colours[find_nearest_code(year.index or 0, ordinals)],
            "label": format_signed(year.index or 0),
            "cells": _(
                "{known} counted, {weak} weak and left out, {silent} no reaction, "
                "{gaps} without data",
                known=year.known,
                weak=year.weak,
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
        alt.Tooltip("interval:N", title=_("95% confidence interval")),
        alt.Tooltip("events:Q", title=_("Events")),
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
            y=alt.Y("interval_low:Q"), y2="interval_high:Q"
        ),
        alt.Chart(pd.DataFrame([{"at": 0}]))
        .mark_rule(color=both("base", "muted"), strokeDash=[2, 2])
        .encode(y="at:Q"),
        base.mark_line(color=ink, strokeWidth=1.4).encode(y=value, detail="run:N"),
        *(
            base.transform_filter(f"datum.comparable === {comparable}")
            .mark_point(size=110, filled=True, opacity=1, strokeWidth=1.4, strokeDash=dash)
            .encode(
                y=value,
                fill=alt.Fill("colour:N", scale=None),
                stroke=alt.value(ink),
                tooltip=tooltip,
            )
            for comparable, dash in (("true", [1, 0]), ("false", [2, 2]))
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
            (year.weak, both("base", "muted")),
            (year.silent, "url(#stance-SIL)"),
            (year.no_data, "url(#stance-ND)"),
        ):
            rows.append({"year": year.year, "from": at, "to": at + number, "colour": colour})
            at += number
    sums = [
        {
            "year": year.year,
            "sum": year.known + year.weak + year.silent + year.no_data,
            "known": year.known,
        }
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
