"""Colours of a reader's own categories: told apart from each other and from every stance."""

from __future__ import annotations

import itertools

import pytest

from components.core import palette
from components.core.palette.categories import read_category_colors
from tests.components.core.test_palette import ORDINAL, VISIONS, measure_difference

pytestmark = pytest.mark.filterwarnings("ignore:.*tritanomaly")


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", palette.THEMES)
def test_categories_differ_from_each_other_and_from_stances(theme: str, vision: str) -> None:
    colors, paper = read_category_colors(theme)
    swatches = palette.read_swatches(theme, "stance")
    base = palette.read_swatches(theme, "base")
    assert paper == base["paper"].fill
    others = {code: swatches[code].fill for code in ORDINAL} | {"land": base["land"].fill}
    pairs = [*itertools.combinations(colors, 2), *itertools.product(colors, others.values())]
    for one, two in pairs:
        assert measure_difference(one, two, vision) >= 9, (one, two)
