"""The map: drawn once by Folium, kept in time by the JavaScript modules beside this file."""
