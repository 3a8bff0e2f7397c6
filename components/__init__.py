"""What is drawn: the map and its layers, legend, panels, charts, exports and link state."""
