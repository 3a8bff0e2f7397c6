"""The record: what happened and who said what. Tables (CSV), and code to read and check them.

Imports neither Streamlit nor Folium, and nothing of ``geodata``.
"""
