"""A reader's own layers on pictures: their colours and sizes, and whose they are said to be."""

from __future__ import annotations

import io
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest
from PIL import Image

from components.core.palette.categories import read_category_colors
from components.core.user_layers.layer import OwnLayer
from components.core.user_layers.reading import read_layers
from components.core.view_state import View
from components.outputs.static_map import draw_map_only, draw_view, write_picture
from tests.components.core.test_user_layers import make_layer, pack_layers
from tests.injection_strings import FAMILIES

SIZE = (900, 640)


def read_one(**changes: object) -> OwnLayer:
    return read_layers(pack_layers(make_layer(opacity=1, span="all", **changes)))[0]


def count_pixels(layer: OwnLayer, theme: str, category: int) -> int:
    """How many pixels of a map are of a category's colour."""
    figure = draw_map_only(View(2001), size=SIZE, theme=theme, layers=[layer], scaled=False)
    with Image.open(io.BytesIO(write_picture(figure, "png"))) as image:
        pixels = np.asarray(image.convert("RGB"))
    colour = read_category_colors(theme)[0][category]
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    return int((np.abs(pixels.astype(int) - wanted).max(axis=2) <= 2).sum())


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_discs_have_the_colour_and_size_of_the_map(theme: str) -> None:
    layer = read_one()
    point = replace(layer, **{
        name: getattr(layer, name)[2:3]
        for name in ("lon", "lat", "start", "end", "category", "radius", "shape")
    })  # fmt: skip
    shown = count_pixels(point, theme, 0)
    unit = 0.84**0.9
    # Ten pixels in radius, one of them a ring of paper.
    assert np.pi * (8 * unit) ** 2 < shown < np.pi * (9.5 * unit) ** 2
    small = count_pixels(replace(point, radius=np.array([9], "u1")), theme, 0)
    assert 10 < small < shown / 3


def test_very_many_points_are_drawn_as_an_image() -> None:
    count = 20_000
    random = np.random.default_rng(1)
    layer = read_one()
    many = replace(
        layer,
        lon=random.uniform(40, 80, count).astype("f4"),
        lat=random.uniform(38, 58, count).astype("f4"),
        start=np.full(count, layer.start[0]),
        end=np.full(count, layer.end[0]),
        category=np.zeros(count, "u1"),
        radius=np.full(count, 6, "u1"),
        shape=np.full(count, -1),
    )
    svg = write_picture(draw_map_only(View(2001), size=SIZE, layers=[many]), "svg")
    assert svg.count(b"<use") < 5000
    assert count_pixels(many, "light", 0) > 5000


@pytest.mark.parametrize("text", [texts[0] for texts in FAMILIES.values()])
def test_names_and_categories_are_text(text: str) -> None:
    name = text.replace("\0", "")[:100] or "x"
    layer = replace(read_one(), name=name, categories=(name, "other"))
    figure = draw_view(View(2001), layers=[layer])
    assert "Layer of the author's own" in figure.description
    root, plain = (
        ElementTree.fromstring(write_picture(each, "svg"))
        for each in (figure, draw_view(View(2001)))
    )
    tags = {each.tag for each in plain.iter()}
    assert {each.tag for each in root.iter()} == tags
    assert not any(name.startswith("on") for each in root.iter() for name in each.attrib)
    assert "not part of the record" in "".join(root.itertext())
