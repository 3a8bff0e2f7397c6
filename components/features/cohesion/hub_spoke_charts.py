"""The charts of the star test: differences by period, and both means by year."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import pandas as pd

from components.core.i18n import gettext as _
from components.core.i18n import ngettext
from components.features.cohesion.chart_theme import (
    SIGNED,
    Drawn,
    both,
    make_scale_axis,
    make_year_axis,
)
from data.dyads import LinkGap


def draw_gaps(periods: Mapping[str, LinkGap]) -> Drawn:
    """Each period's difference with its interval about a line at 0."""
    rows = [
        {
            "period": name,
            "difference": gap.difference,
            "low": gap.low,
            "high": gap.high,
            "n": ngettext(
                "{first} and {count} stance",
                "{first} and {count} stances",
                gap.other_cells,
                first=gap.hub_cells,
            ),
        }
        for name, gap in periods.items()
        if gap.difference is not None
    ]
    ends = [abs(row[key] or 0) for row in rows for key in ("low", "high", "difference")]  # type: ignore[arg-type]
    reach = max([1.0, *ends]) * 1.15
    scale = alt.Scale(domain=[-reach, reach], nice=False)
    base = alt.Chart(pd.DataFrame(rows)).encode(
        y=alt.Y(
            "period:N",
            sort=None,
            axis=alt.Axis(title=None, ticks=False, domain=False, minExtent=118, labelLimit=240),
        )
    )
    across = alt.X(
        "difference:Q",
        scale=scale,
        axis=alt.Axis(title=_("steps on the scale"), labelExpr=SIGNED, tickCount=7),
    )
    accent = both("base", "accent")
    return alt.layer(
        alt.Chart(pd.DataFrame([{"at": 0}]))
        .mark_rule(color=both("base", "ink"), strokeWidth=1.2)
        .encode(x=alt.X("at:Q", scale=scale)),
        base.mark_rule(color=accent, strokeWidth=2.4).encode(
            x=alt.X("low:Q", scale=scale), x2="high:Q"
        ),
        base.mark_point(filled=True, color=accent, size=120, opacity=1).encode(x=across),
        base.mark_text(align="right", dy=-11, fontSize=12, color=both("base", "muted")).encode(
            x=alt.value("width"), text="n:N"
        ),
    )


def draw_years(years: Mapping[int, LinkGap], first: int, last: int) -> Drawn:
    """Both means of each year, joined within the year, larger where they rest on more."""
    sides = [
        {"year": year, "mean": mean, "cells": cells, "side": side}
        for year, gap in years.items()
        for side, mean, cells in (
            ("hub", gap.hub_mean, gap.hub_cells),
            ("other", gap.other_mean, gap.other_cells),
        )
        if mean is not None
    ]
    frame = pd.DataFrame(sides)
    joined = pd.DataFrame(
        [
            {"year": year, "low": gap.hub_mean, "high": gap.other_mean}
            for year, gap in years.items()
            if gap.difference is not None
        ]
    )
    time = make_year_axis(first, last)
    domain = alt.Scale(domain=[-3, 3])
    value = alt.Y("mean:Q", scale=domain, axis=make_scale_axis())
    size = alt.Size("cells:Q", scale=alt.Scale(range=[50, 320]), legend=None)
    tooltip = [
        alt.Tooltip("year:Q", title=_("Year"), format="d"),
        alt.Tooltip("mean:Q", title=_("Mean"), format="+.2f"),
        alt.Tooltip("cells:Q", title=_("Stances")),
    ]
    accent, ink, paper = (both("base", code) for code in ("accent", "ink", "paper"))
    return alt.layer(
        alt.Chart(pd.DataFrame([{"at": 0}]))
        .mark_rule(color=both("base", "muted"), strokeDash=[2, 2])
        .encode(y=alt.Y("at:Q", scale=domain)),
        alt.Chart(joined)
        .mark_rule(color=both("base", "muted"), strokeWidth=1.6)
        .encode(x=time, y=alt.Y("low:Q", scale=domain), y2="high:Q"),
        alt.Chart(frame[frame["side"] == "other"])
        .mark_point(filled=True, fill=paper, stroke=ink, strokeWidth=2, opacity=1)
        .encode(x=time, y=value, size=size, tooltip=tooltip),
        alt.Chart(frame[frame["side"] == "hub"])
        .mark_point(filled=True, color=accent, opacity=1)
        .encode(x=time, y=value, size=size, tooltip=tooltip),
    )
