"""Strain beside the index: its chart, its kinds and its table."""

from __future__ import annotations

import altair as alt
import pandas as pd

from components.core.i18n import gettext as _
from components.core.i18n.number_format import format_number
from components.features.cohesion.blocks import make_chart_head, make_table
from components.features.cohesion.chart_theme import (
    Drawn,
    apply_chart_theme,
    both,
    make_year_axis,
)
from components.features.cohesion.content import read_texts
from components.features.cohesion.index_headlines import format_strain
from components.features.cohesion.sections import Part
from data.cohesion_strain import FIGHTING, YearOfStrain

TABLE = "strain"
HEIGHT = 130


def name_kinds() -> dict[str, str]:
    """The kinds of strain in words, in the order in which they are listed."""
    return {
        "opposed": _("Stances against the bloc"),
        "exits": _("Exits"),
        "suspended": _("Suspended or frozen"),
        "boycotts": _("Boycotts"),
        "arrears": _("Contributions withheld"),
        "exit_announced": _("Exit announced"),
        "fighting": _("Fighting between members"),
    }


def describe_strain(strain: list[YearOfStrain], first: int, last: int) -> list[Part]:
    """The parts on strain, on the axis of years of the index."""
    names = name_kinds()
    listed = [year for year in strain if year.total]
    rows = [
        {
            "year": {"text": str(year.year), "href": f"./?year={year.year}"},
            **{kind: str(year.kinds[kind]) for kind in names},
            "total": str(year.total),
        }
        for year in listed
    ]
    columns = {"year": _("Year"), **names, "total": _("Together")}
    finding = format_strain(strain)
    keys = [("quiet", _("toward the bloc")), ("accent", _("fighting between members"))]
    paragraphs = [{"is": "p", "text": text} for text in read_texts()["strain"]["paragraphs"]]
    head = make_chart_head(finding, keys, TABLE, range(len(rows)))
    table = make_table(TABLE, _("Strain as a table"), columns, rows)
    if not rows:
        return [("strain", paragraphs)]
    return [
        ("strain", [*paragraphs, head]),
        ("strain-chart", apply_chart_theme(draw_strain(listed, first, last), finding, HEIGHT)),
        ("strain-table", [table]),
    ]


def draw_strain(strain: list[YearOfStrain], first: int, last: int) -> Drawn:
    """Signs of strain of each year as bars, fighting on top, with their sum above."""
    names = name_kinds()
    rows = []
    for year in strain:
        fought = year.kinds[FIGHTING]
        said = ", ".join(
            f"{name}: {format_number(year.kinds[kind])}"
            for kind, name in names.items()
            if year.kinds[kind]
        )
        for low, high, colour in (
            (0, year.total - fought, both("base", "muted")),
            (year.total - fought, year.total, both("base", "accent")),
        ):
            if high > low:
                rows.append(
                    {"year": year.year, "from": low, "to": high, "colour": colour, "kinds": said}
                )
    sums = [{"year": year.year, "sum": year.total} for year in strain]
    time = make_year_axis(first, last)
    axis = alt.Axis(title=None, tickCount=3, format="d", minExtent=34, maxExtent=34)
    return alt.layer(
        alt.Chart(pd.DataFrame(rows))
        .mark_bar(size=9)
        .encode(
            x=time,
            y=alt.Y("from:Q", axis=axis),
            y2="to:Q",
            color=alt.Color("colour:N", scale=None),
            tooltip=[
                alt.Tooltip("year:Q", title=_("Year"), format="d"),
                alt.Tooltip("kinds:N", title=_("Strain")),
            ],
        ),
        alt.Chart(pd.DataFrame(sums))
        .mark_text(dy=-7, fontSize=12)
        .encode(x=time, y="sum:Q", text="sum:Q"),
    )
