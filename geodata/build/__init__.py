"""Builds geodata/shapes/ from the pinned packages of geodata/inputs.csv."""
