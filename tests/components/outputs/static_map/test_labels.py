"""Names on a picture never touch, never leave it, and every state of the story has one."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import numpy as np
import pytest
from matplotlib.text import Text
from matplotlib.textpath import text_to_path

from components.core.view_state import DEFAULT_LAYERS, LAYERS, View
from components.outputs.static_map import Picture, draw_map_only, draw_view
from components.outputs.static_map.label_candidates import Box
from components.outputs.static_map.text_layout import POINTS_PER_PIXEL
from data.load import read_record
from data.membership import alliance_states

RECORD = read_record()
TODAY = date(2026, 11, 22)
NAMES = {row["id"]: row for row in RECORD.rows("countries")}
VIEWS = [
    View(1994),
    View(2026),
    View(2016, "april-war-2016", "ARM"),
    View(2022, "kazakhstan-2022", "KAZ"),
    View(2022, at=(40.1, 70.6, 8.0)),
    View(2022, at=(39.9, 46.6, 8.5), layers=LAYERS),
    View(2014, at=(48.0, 35.0, 6.0), layers=(*DEFAULT_LAYERS, "control")),
]


def read_boxes(figure: Picture) -> dict[str, Box]:
    """What the letters of each text cover by matplotlib's own outlines, in pixels from below."""
    found = {}
    for text in figure.findobj(Text):
        if text.get_text():
            size = float(text.get_fontsize()) / POINTS_PER_PIXEL
            vertices, _codes = text_to_path.get_text_path(
                text.get_fontproperties(), text.get_text(), ismath=False
            )
            points = np.asarray(vertices) * size / text_to_path.FONT_SCALE + text.get_position()
            found[text.get_text()] = (*points.min(axis=0), *points.max(axis=0))
    return found


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("view", VIEWS, ids=lambda view: str(view.event or view.year))
def test_no_two_names_touch(view: View, language: str) -> None:
    for size in ((1200, 900), (1200, 630), (900, 900)):
        figure = draw_map_only(view, size=size, language=language, record=RECORD, today=TODAY)
        boxes = read_boxes(figure)
        assert len(boxes) > 10
        for box in boxes.values():
            assert box[0] >= 0
            assert box[1] >= 0
            assert box[2] <= size[0]
            assert box[3] <= size[1]
        for (one, a), (two, b) in combinations(boxes.items(), 2):
            apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
            assert apart, (one, two)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_state_of_the_treaty_is_named(language: str) -> None:
    for view in VIEWS[:4]:
        figure = draw_view(view, language=language, record=RECORD, today=TODAY)
        _scene, _frame, labels = figure.maps[0]
        named = {label.id: label.text for label in labels if label.kind == "country"}
        for country in alliance_states(RECORD):
            assert named.get(country) == NAMES[country][f"name_{language}"]


def test_the_layer_of_names_can_be_left_out() -> None:
    figure = draw_map_only(View(1994, layers=("members",)), record=RECORD, today=TODAY)
    assert figure.maps[0][2] == []
