"""The colour of every country on a picture is that of its stance or status in the record."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
import shapely
from matplotlib.colors import to_rgb
from PIL import Image

from components.core.palette import read_membership_styles, read_patterns, read_swatches
from components.core.view_state import View
from components.outputs.static_map import draw_map_only, write_picture
from components.outputs.static_map.basemap import read_countries
from components.outputs.static_map.inset_placement import outline_area
from components.outputs.static_map.label_candidates import find_mainland
from components.outputs.static_map.patterns import find_lines, read_tile, rule_shape, stamp_shape
from components.outputs.static_map.styles import build_scene, paint_stance
from data.load import read_record
from data.membership import map_status_on
from data.resolve import Stance
from data.stances import resolve_event
from data.timeline import day_of
from data.weight import OPINION

RECORD = read_record()
TODAY = date(2026, 11, 22)
BARE = ("members",)
STATES = {row["id"] for row in RECORD.rows("countries")}
# Reaches every pattern's period.
REACH = 11


def sample_countries(view: View, theme: str) -> dict[str, Any]:
    """The colours, as an (n, 3) array, about a point well inside each country in the frame."""
    figure = draw_map_only(view, size=(1400, 1000), theme=theme, record=RECORD, today=TODAY)
    pixels = np.asarray(Image.open(io.BytesIO(write_picture(figure, "png"))).convert("RGB"))
    scene, frame, _labels = figure.maps[0]
    layer = read_countries(frame, scene)
    # Under an inset lies nothing of the map, and its area has a frame.
    insets = [inset for inset, _labels in figure.insets]
    frames = [outline_area(frame, inset.area).exterior for inset in insets]
    boxes = [shapely.box(*inset.box) for inset in insets]
    covered = shapely.union_all([shape.buffer(4) for shape in (*frames, *boxes)])
    found = {}
    for country, shape in zip(layer.ids, frame.draw(layer.shapes), strict=True):
        inside = shapely.clip_by_rect(shape, 0, 0, 1400, 1000) - covered
        if inside.is_empty:
            continue
        point = shapely.maximum_inscribed_circle(find_mainland(inside), tolerance=1)
        if point.length > REACH:
            x, y = point.coords[0]
            row, column, half = round(1000 - y), round(x), max(2, int(point.length / 2))
            half = min(half, REACH)
            found[country] = pixels[
                row - half : row + half + 1, column - half : column + half + 1
            ].reshape(-1, 3)
    return found


def shows(sample: Any, colour: str) -> bool:
    """Whether a colour is among the sampled pixels."""
    wanted = np.round(np.array(to_rgb(colour)) * 255)
    return bool((np.abs(sample.astype(float) - wanted).max(axis=1) <= 2).any())


def measure_luminance(rgb: Any) -> Any:
    """Relative luminance (WCAG 2) of sRGB colours between 0 and 1, the last axis of an array."""
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("event", "toward"),
    [
        ("april-war-2016", "ARM"),
        ("karabakh-2020", "ARM"),
        ("karabakh-2020", "AZE"),
        ("kazakhstan-2022", "KAZ"),
    ],
)
def test_each_country_has_the_colour_of_its_stance(event: str, toward: str, theme: str) -> None:
    year = RECORD.row("events", event)["date_start"].year
    samples = sample_countries(View(year, event, toward, layers=BARE), theme)
    swatches = read_swatches(theme, "stance")
    stances = {a: s for a, s in resolve_event(RECORD, event, toward).items() if a in STATES}
    assert {"RUS", "KAZ", "BLR", "KGZ", "TJK", "UZB"} <= samples.keys() & stances.keys()
    for country, sample in samples.items():
        stance = stances.get(country)
        land = read_swatches(theme, "base")["land"].fill
        fill = swatches[stance.code].fill if stance else land
        assert shows(sample, fill), (country, stance)
        others = {other.fill for code, other in swatches.items() if other.fill != fill}
        if stance and stance.contested:
            second = next(code for code in stance.readings if code != stance.code)
            assert shows(sample, swatches[second].fill), country
            others -= {swatches[second].fill}
        if stance and read_patterns()[swatches[stance.code].pattern].size:
            assert shows(sample, swatches[stance.code].pattern_colour) or len(sample) < 80
        elif not (stance and stance.contested):
            assert not [colour for colour in others if shows(sample, colour)], country


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_weak_evidence_breaks_the_fill_with_lines_of_high_contrast(theme: str) -> None:
    view = View(2021, "taliban-2021", "TJK", layers=BARE)
    samples, scene = sample_countries(view, theme), build_scene(RECORD, view, theme, TODAY)
    stances = {
        a: s for a, s in resolve_event(RECORD, "taliban-2021", "TJK").items() if a in samples
    }
    weak = {actor for actor, stance in stances.items() if stance.weakness}
    fills = read_swatches(theme, "stance")
    # Another pattern may contrast with its fill as well.
    sound = {a for a, s in stances.items() if fills[s.code].pattern == "none"} - weak
    assert {"KAZ", "KGZ"} <= weak
    assert sound
    found = set()
    for actor in weak | sound:
        fill = measure_luminance(np.array(to_rgb(fills[stances[actor].code].fill)))
        drawn = measure_luminance(samples[actor] / 255)
        contrast = (np.maximum(drawn, fill) + 0.05) / (np.minimum(drawn, fill) + 0.05)
        found |= {actor} if contrast.max() >= 3 else set()
    assert found == weak
    assert all(shows(samples[actor], fills[stances[actor].code].fill) for actor in weak)
    assert scene.weak == sum(bool(s.weakness) for s in scene.stances.values()) >= len(weak)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_weak_contested_stance_has_stripes_and_gaps(theme: str) -> None:
    mixed = Stance("NEU", contested=True, readings=("NEU", "OPP"))
    sound, weak = (paint_stance(theme, each) for each in (mixed, replace(mixed, weakness=OPINION)))
    mark = read_swatches(theme, "mark")["weak"]
    assert sound.gaps == "none"
    assert weak == replace(
        sound, gaps=mark.pattern, gap_colour=mark.pattern_colour, gap_line=mark.fill
    )


def test_countries_of_an_event_are_drawn_in_one_order() -> None:
    scene = build_scene(RECORD, View(2016, "april-war-2016", "AZE"), "light", TODAY)
    assert list(scene.countries) == sorted(scene.countries)


@pytest.mark.parametrize("year", [1993, 1996, 2002, 2013, 2026])
def test_each_country_has_the_colour_of_its_status(year: int) -> None:
    samples = sample_countries(View(year, layers=BARE), "light")
    styles = read_membership_styles("light")
    drawn = map_status_on(RECORD, day_of(year, TODAY))
    for country, sample in samples.items():
        assert shows(sample, styles[drawn.get(country, "none")].fill), country


@pytest.mark.parametrize("name", [name for name, tile in read_patterns().items() if tile.size])
def test_a_pattern_lays_as_much_ink_as_its_tile(name: str) -> None:
    tile, size = read_tile(name), read_patterns()[name].size
    square, inner = shapely.box(0, 0, 40 * size, 40 * size), shapely.box(0, 0, size, size)
    if find_lines(name) is None:
        assert len(stamp_shape(square.buffer(-size / 2), name, 1.0)) == 40 * 40
        return
    ends = np.asarray(tile.vertices).reshape(-1, 2, 2)
    # A line along the edge of two tiles would count twice; no tile has one.
    in_tile = shapely.intersection(shapely.linestrings(ends), inner).tolist()
    wanted = sum(line.length for line in in_tile) / inner.area
    assert rule_shape(square, name, 1.0).length / square.area == pytest.approx(wanted, rel=0.03)
