"""Plotly's animated choropleth of the same shapes and years.

Plotly Express would repeat the shapes in each of its frames (28 MB); here they are sent once.
"""

import os
from typing import Any

import plotly.graph_objects as go  # type: ignore[import-untyped]
import streamlit as st

from bench.baseline_data import (
    OUTSIDE,
    list_years,
    read_events,
    read_features,
    read_fills,
    read_statuses,
)

AT_ONCE = {
    "mode": "immediate",
    "frame": {"duration": 0, "redraw": True},
    "transition": {"duration": 0},
}


def read_colours() -> list[tuple[float, str]]:
    """The fills as steps of a colour scale from 0 to 1."""
    fills = read_fills()
    return [
        (edge / len(fills), colour)
        for place, colour in enumerate(fills.values())
        for edge in (place, place + 1)
    ]


def build_traces(year: int, places: list[str]) -> list[dict[str, Any]]:
    """What a frame changes: the codes of the places, and the events of the year."""
    codes = {status: place for place, status in enumerate(read_fills())}
    statuses, events = read_statuses(year), read_events(year)
    return [
        {"type": "choropleth", "z": [codes[statuses.get(place, OUTSIDE)] for place in places]},
        {
            "type": "scattergeo",
            "lat": [event["lat"] for event in events],
            "lon": [event["lon"] for event in events],
            "text": [event["title"] for event in events],
        },
    ]


@st.cache_resource
def build_figure() -> go.Figure:
    """The figure with a frame for each year; built once a process."""
    years = list_years()
    features = [*read_features("countries"), *read_features("zones")]
    places = [feature["properties"]["id"] for feature in features]
    countries, events = build_traces(years[-1], places)
    countries |= {
        "geojson": {"type": "FeatureCollection", "features": features},
        "locationmode": "geojson-id",
        "featureidkey": "properties.id",
        "locations": places,
        "colorscale": read_colours(),
        "zmin": -0.5,
        "zmax": len(read_fills()) - 0.5,
        "showscale": False,
        "marker": {"line": {"width": 0.6, "color": "#8d9491"}},
    }
    steps = [
        {"label": str(year), "method": "animate", "args": [[str(year)], AT_ONCE]} for year in years
    ]
    return go.Figure(
        data=[countries, {**events, "marker": {"color": "#1f2a37"}}],
        frames=[{"name": str(year), "data": build_traces(year, places)} for year in years],
        layout={
            "height": 760,
            "geo": {
                "visible": False,
                "lonaxis": {"range": [15, 110]},
                "lataxis": {"range": [25, 72]},
            },
            "sliders": [{"active": len(years) - 1, "steps": steps}],
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        },
    )


st.set_page_config(layout="wide")
# Plotly fetches a base map though none is drawn; an empty one, from the same host as Leaflet.
config = {"topojsonURL": os.environ["BENCH_CONTENT_HOST"] + "/"}
st.plotly_chart(build_figure(), width="stretch", config=config)
