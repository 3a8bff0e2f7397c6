"""What the charts of the page share: colours of both themes, type, the scale as an axis.

Charts are drawn as SVG, whose colours may be `light-dark()` values and tiles of the page: so a
change of theme needs no new drawing, and absence keeps its pattern.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import altair as alt
import streamlit as st
from babel import Locale
from babel.numbers import get_decimal_symbol, get_group_symbol

from components.core.i18n import babel_locale
from components.core.palette import THEMES, read_swatches
from components.core.palette.payload import join_themes

Drawn = alt.LayerChart | alt.FacetChart
"""What layering charts gives."""

FONT = "Source Sans 3"
TALL, LOW = 360, 110
# Labels of an axis with their sign; 0 has none.
SIGNED = "(datum.value > 0 ? '+' : datum.value < 0 ? '−' : '') + abs(datum.value)"
# Space for the labels of the axis, the same in charts that stand above each other.
AXIS_SPACE = 34


def both(kind: str, code: str, part: str = "fill") -> str:
    """A colour of the palette for whichever theme the page is in."""
    light, dark = (getattr(read_swatches(theme, kind)[code], part) for theme in THEMES)
    return str(join_themes(light, dark))


HALO = {
    "color": both("base", "paper"),
    "stroke": both("base", "paper"),
    "strokeWidth": 3.4,
    "strokeJoin": "round",
}
"""How text is drawn beneath itself, so that lines behind it do not cross it."""


def read_stance_colours(ordinals: Mapping[str, int | None]) -> dict[str, str]:
    """The fill of each code that has a place on the scale."""
    return {code: both("stance", code) for code, at in ordinals.items() if at is not None}


def make_scale_axis(title: str | None = None) -> alt.Axis:
    """The stance scale as a vertical axis, +3 to −3."""
    return alt.Axis(
        title=title,
        values=[-3, -2, -1, 0, 1, 2, 3],
        labelExpr=SIGNED,
        labelOverlap=False,
        minExtent=AXIS_SPACE,
        maxExtent=AXIS_SPACE,
    )


def make_year_axis(first: int, last: int) -> alt.X:
    """Years as a horizontal axis with room for a bar at each end."""
    return alt.X(
        "year:Q",
        scale=alt.Scale(domain=[first - 0.5, last + 0.5], nice=False),
        axis=alt.Axis(title=None, format="d", tickMinStep=5, grid=False),
    )


def apply_chart_theme(chart: Drawn, description: str, height: int = TALL) -> dict[str, Any]:
    """A chart in the type and lines of the atlas; `description` is what it is read as."""
    ink, muted, rule = (both("base", code) for code in ("ink", "muted", "rule"))
    spec: dict[str, Any] = (
        chart.properties(
            height=height,
            description=description,
            background="transparent",
            usermeta={"embedOptions": {"renderer": "svg"}},
            padding={"left": 2, "right": 8, "top": 6, "bottom": 2},
        )
        .configure(font=FONT)
        .configure_view(stroke=None)
        # Marks are silent to a screen reader: the chart has its description, the table its numbers.
        .configure_mark(aria=False)
        .configure_axis(
            aria=False,
            labelFont=FONT,
            labelFontSize=13,
            labelColor=muted,
            titleFont=FONT,
            titleFontSize=13,
            titleFontWeight="normal",
            titleColor=muted,
            gridColor=rule,
            domainColor=rule,
            tickColor=rule,
        )
        .configure_text(font=FONT, fontSize=13, color=ink)
        .to_dict()
    )
    # Numbers in tooltips and on axes are written by Vega.
    spec["config"]["locale"] = {"number": describe_numbers()}
    return spec


def describe_numbers() -> dict[str, Any]:
    """How Vega is to write numbers in the language spoken now (a locale of d3-format)."""
    locale = babel_locale()
    return {
        "decimal": get_decimal_symbol(locale),
        "thousands": get_group_symbol(locale),
        "grouping": [3],
        "currency": ["", ""],
        "percent": Locale.parse(locale).percent_formats[None].pattern.lstrip("#,0"),
    }


def show_chart(spec: dict[str, Any], name: str) -> None:
    """Show a dressed chart; making it takes Altair longer than sending it, so makers keep it."""
    with st.container(key=f"atlas-{name}"):
        # A copy, since Streamlit takes the data out of what it is given.
        st.vega_lite_chart(spec=deepcopy(spec), theme=None, width="stretch", key=f"atlas_{name}")
