"""Insets of a picture: small areas enlarged, clear of everything that the picture shows."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from shapely import Point

from components.core.view_state import View
from components.outputs.static_map import draw_map_only, draw_view
from components.outputs.static_map.insets import outline_seen
from components.outputs.static_map.viewport import build_area_frame
from data.load import read_record
from geodata.read import read_insets

RECORD = read_record()
TODAY = date(2026, 11, 22)
KARABAKH = View(2020, "karabakh-2020", "ARM")


def test_both_areas_stand_beside_the_map_and_clear_of_its_names() -> None:
    figure = draw_view(KARABAKH, language="ru", record=RECORD, today=TODAY)
    [(_scene, frame, labels)] = figure.maps
    insets = {inset.id: inset for inset, _labels in figure.insets}
    assert set(insets) == {row["id"] for row in read_insets() if row["kind"] == "place"}
    boxes = [inset.box for inset in insets.values()]
    for box in boxes:
        assert frame.holds(*box[:2])
        assert frame.holds(*box[2:])
    for one, two in [
        *combinations(boxes, 2),
        *((box, name.box) for box in boxes for name in labels),
    ]:
        assert one[2] <= two[0] or two[2] <= one[0] or one[3] <= two[1] or two[3] <= one[1]
    assert all(inset.frame.metres < frame.metres / 1.2 for inset in insets.values())
    # What the view is about is named in its inset, whatever else finds room there.
    names = {
        label.text for inset, found in figure.insets for label in found if inset.id == "caucasus"
    }
    assert names >= {"Армения", "Азербайджан", "Нагорный Карабах"}
    # A country that an inset hardly shows has no name in it.
    assert "Казахстан" not in names


@pytest.mark.parametrize(
    ("view", "size"), [(View(2020), (600, 450)), (View(2020, at=(40.0, 46.0, 8.0)), (1200, 900))]
)
def test_a_small_picture_and_a_close_one_have_none(view: View, size: tuple[int, int]) -> None:
    assert draw_map_only(view, size=size, record=RECORD, today=TODAY).insets == []


@pytest.mark.parametrize(
    ("view", "named"),
    [
        (
            View(2020, "karabakh-2020", "ARM", at=(40.0, 46.5, 8.0)),
            {"BLR", "KAZ", "KGZ", "RUS", "TJK"},
        ),
        (
            View(2022, "kgz-tjk-2022-clash", "KGZ", at=(39.9, 70.5, 8.0)),
            {"ARM", "BLR", "KAZ", "RUS"},
        ),
    ],
)
def test_a_close_picture_of_an_event_shows_where_the_allies_are(
    view: View, named: set[str]
) -> None:
    figure = draw_map_only(view, record=RECORD, today=TODAY)
    [(inset, labels)] = figure.insets
    [(scene, frame, names)] = figure.maps
    assert inset.overview
    assert inset.frame.metres > 10 * frame.metres
    # The parties are named on the map itself.
    assert {label.id for label in labels} == named
    assert scene.event is not None
    x, y = frame.place(scene.event["lon"], scene.event["lat"])
    left, bottom, right, top = inset.box
    assert not (left <= x <= right and bottom <= y <= top)
    seen = outline_seen(frame, inset.frame)
    assert seen.contains(Point(inset.frame.place(scene.event["lon"], scene.event["lat"])))
    assert 0 < seen.area < 0.1 * inset.frame.width * inset.frame.height
    for box in (name.box for name in names):
        assert right <= box[0] or box[2] <= left or top <= box[1] or box[3] <= bottom


def test_an_inset_is_as_wide_as_asked_and_as_high_as_its_area() -> None:
    frame = build_area_frame((10, 20, 300), 1.0, (40.0, 38.4, 50.5, 43.7))
    assert (frame.left, frame.bottom, frame.width) == (10, 20, 300)
    assert 150 < frame.height < 240
    for lon, lat in ((40.0, 38.4), (40.0, 43.7), (50.5, 38.4), (50.5, 43.7)):
        assert frame.holds(*frame.place(lon, lat), margin=-0.01)
    with pytest.raises(ValueError, match="not an area"):
        build_area_frame((0, 0, 300), 1.0, (50.0, 38.0, 40.0, 43.0))
