"""Positions of troops on a picture: a mark at the place, and a ring as wide as the uncertainty."""

from __future__ import annotations

import io
import math
from datetime import date

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from PIL import Image

from components.core.view_state import View
from components.outputs.static_map import draw_map_only, write_picture
from components.outputs.static_map.legend import list_blocks
from components.outputs.static_map.positions import DEGREE_KM
from components.outputs.static_map.styles import build_scene, paint_position
from data.load import read_record

RECORD = read_record()
TODAY = date(2026, 11, 22)
SIZE = (1200, 900)
JERMUK = RECORD.row("positions", "jermuk-2022")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_mark_and_the_ring_stand_at_the_place(theme: str) -> None:
    view = View(2022, at=(JERMUK["lat"], JERMUK["lon"], 10.0), layers=("zones",))
    figure = draw_map_only(view, size=SIZE, theme=theme, record=RECORD, today=TODAY)
    pixels = np.asarray(Image.open(io.BytesIO(write_picture(figure, "png"))).convert("RGB"))
    paint, frame = paint_position(theme), figure.maps[0][1]
    x, y = frame.place(JERMUK["lon"], JERMUK["lat"])
    row, column = round(SIZE[1] - y), round(x)
    assert np.abs(pixels[row, column] / 255 - to_rgb(paint.fill)).max() < 0.02
    edge = frame.place(JERMUK["lon"], JERMUK["lat"] + JERMUK["uncertainty_km"] / DEGREE_KM)
    reach = math.dist((x, y), edge)
    turns = np.linspace(0, 2 * np.pi, 720)
    across = (column + reach * np.cos(turns)).astype(int).clip(1, SIZE[0] - 2)
    down = (row + reach * np.sin(turns)).astype(int).clip(1, SIZE[1] - 2)
    near = [pixels[down + dy, across + dx] for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    away = np.abs(np.stack(near) / 255 - to_rgb(paint.line)).max(axis=2).min(axis=0)
    assert (away < 0.25).mean() > 0.3


@pytest.mark.parametrize(("year", "count"), [(2020, 0), (2021, 3), (2022, 5)])
def test_the_legend_counts_those_of_the_day(year: int, count: int) -> None:
    scene = build_scene(RECORD, View(year), "light", TODAY)
    (row,) = (r for b in list_blocks(RECORD, scene) for r in b.rows if r.paint.mark)
    assert row.count == count
    assert row.text == "Position of troops, approximate"
