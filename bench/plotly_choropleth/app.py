"""Plotly's animated choropleth of the same shapes and years."""

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go
import streamlit as st

from bench.same_record import (
    OUTSIDE,
    list_years,
    read_events,
    read_features,
    read_fills,
    read_statuses,
)


@st.cache_resource
def build_figure() -> go.Figure:
    """The figure with a frame for each year; built once a process."""
    features = [*read_features("countries"), *read_features("zones")]
    fills = read_fills()
    codes = {status: place for place, status in enumerate(fills)}
    rows = [
        {"year": year, "id": place, "status": codes[statuses.get(place, OUTSIDE)]}
        for year in list_years()
        for statuses in [read_statuses(year)]
        for place in (feature["properties"]["id"] for feature in features)
    ]
    steps = len(codes)
    colours = [
        (edge / steps, colour)
        for place, colour in enumerate(fills.values())
        for edge in (place, place + 1)
    ]
    figure = px.choropleth(
        pd.DataFrame(rows),
        geojson={"type": "FeatureCollection", "features": features},
        featureidkey="properties.id",
        locations="id",
        color="status",
        animation_frame="year",
        color_continuous_scale=colours,
        range_color=(-0.5, steps - 0.5),
    )
    for frame, year in zip(figure.frames, list_years(), strict=True):
        events = read_events(year)
        marks = go.Scattergeo(
            lat=[event["lat"] for event in events], lon=[event["lon"] for event in events]
        )
        frame.data = (*frame.data, marks)
    figure.add_trace(figure.frames[0].data[-1])
    figure.update_geos(visible=False, lonaxis_range=[15, 110], lataxis_range=[25, 72])
    figure.update_layout(height=640, coloraxis_showscale=False, showlegend=False)
    return figure


st.set_page_config(layout="wide")
st.plotly_chart(build_figure(), width="stretch")
