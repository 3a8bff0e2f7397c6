"""The usual way: a slider of Streamlit and a Folium map that is built again at each step."""

import os

import folium
import streamlit as st
from streamlit_folium import st_folium

from bench.baseline_data import (
    OUTSIDE,
    list_years,
    read_events,
    read_features,
    read_fills,
    read_statuses,
)

st.set_page_config(layout="wide")
years = list_years()
year = st.slider("Year", years[0], years[-1], years[-1])
statuses, fills = read_statuses(year), read_fills()


def style_country(feature: dict) -> dict:  # type: ignore[type-arg]
    """The fill of a country by its membership in the year."""
    status = statuses.get(feature["properties"]["id"], OUTSIDE)
    return {"fillColor": fills[status], "fillOpacity": 1, "color": "#8d9491", "weight": 0.6}


def style_zone(feature: dict) -> dict:  # type: ignore[type-arg]
    """The fill of a zone by its status in the year."""
    return {
        "fillColor": fills[statuses[feature["properties"]["id"]]],
        "fillOpacity": 0.7,
        "color": "#43205a",
        "weight": 1.2,
    }


atlas = folium.Map(location=[47.5, 62.0], zoom_start=4, tiles=None)
# Leaflet alone, from a host on the same link (see bench/mock_cdn.py): Folium's own list names
# four more libraries, which the usual map would also wait for.
host = os.environ["BENCH_CONTENT_HOST"]
atlas.default_js = [("leaflet", f"{host}/leaflet.js")]
atlas.default_css = [("leaflet_css", f"{host}/leaflet.css")]
collection = {"type": "FeatureCollection", "features": list(read_features("countries"))}
folium.GeoJson(collection, style_function=style_country).add_to(atlas)
zones = [zone for zone in read_features("zones") if zone["properties"]["id"] in statuses]
if zones:
    folium.GeoJson(
        {"type": "FeatureCollection", "features": zones}, style_function=style_zone
    ).add_to(atlas)
for event in read_events(year):
    folium.CircleMarker(
        [event["lat"], event["lon"]], radius=6, color="#1f2a37", tooltip=folium.Tooltip("event")
    ).add_to(atlas)
map_column, panel_column = st.columns([3, 1])
with map_column:
    st_folium(atlas, height=640, use_container_width=True, returned_objects=[])
with panel_column:
    st.header(str(year))
    for event in read_events(year):
        st.text(event["title"])
