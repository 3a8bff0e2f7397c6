"""What the browser takes of the palette: one for each theme, or one for both."""

from __future__ import annotations

import pytest

from components.core.i18n import locale_context
from components.core.palette import THEMES, read_patterns, read_swatches, read_zone_styles
from components.core.palette.payload import PARTS, build_page_palette, build_palette, join_themes


def test_map_has_every_part_in_each_theme() -> None:
    palette = build_palette()
    assert set(palette) == set(THEMES)
    for theme in THEMES:
        assert set(palette[theme]) == {*PARTS, "patterns"}
        swatch = read_swatches(theme, "stance")["SIL"]
        assert palette[theme]["stance"]["SIL"] == {
            "fill": swatch.fill,
            "pattern": swatch.pattern,
            "pattern_colour": swatch.pattern_colour,
            "ink": swatch.ink,
        }


def test_page_has_its_parts_with_colours_of_both_themes() -> None:
    palette = build_page_palette("stance", "zone")
    assert set(palette) == {"stance", "zone", "patterns"}
    light, dark = (read_swatches(theme, "stance")["SIL"] for theme in THEMES)
    assert palette["stance"]["SIL"] == {
        "fill": f"light-dark({light.fill}, {dark.fill})",
        "pattern": "hatch",
        "pattern_colour": f"light-dark({light.pattern_colour}, {dark.pattern_colour})",
        "ink": f"light-dark({light.ink}, {dark.ink})",
    }
    held, shade = (read_zone_styles(theme)["held"] for theme in THEMES)
    assert palette["zone"]["held"]["line"] == f"light-dark({held.line}, {shade.line})"
    assert palette["zone"]["held"]["pattern"] == "bars"


def test_values_that_both_themes_share_stay_plain() -> None:
    palette = build_page_palette(*PARTS)
    assert {swatch["pattern"] for swatch in palette["stance"].values()} <= set(read_patterns())
    assert palette["stance"]["MAT"]["pattern_colour"] == ""
    assert palette["stance"]["DIP"]["ink"] == "#10161d"
    assert palette["membership"]["csto_frozen"]["line_width"] == 1.8
    assert palette["membership"]["csto_frozen"]["dash"] == "7 3"


def test_patterns_are_those_that_are_named_and_have_a_tile() -> None:
    stances = build_page_palette("stance")["patterns"]
    assert set(stances) == {"hatch", "crosshatch", "dots", "diamonds"}
    assert set(build_page_palette("mark")["patterns"]) == {"gaps", "stripe"}
    assert build_page_palette("base")["patterns"] == {}
    sized = {name for name, tile in read_patterns().items() if tile.size}
    assert set(build_page_palette(*PARTS)["patterns"]) == sized


def test_styles_have_one_label_in_the_language_spoken() -> None:
    labels = {}
    for language in ("en", "ru"):
        with locale_context(language):
            style = build_page_palette("zone")["zone"]["held"]
        assert not [name for name in style if name.startswith("label_")]
        labels[language] = style["label"]
    held = read_zone_styles("light")["held"]
    assert labels == {"en": held.label_en, "ru": held.label_ru}


def test_only_colours_differ_between_the_themes() -> None:
    assert join_themes("#111111", "#222222") == "light-dark(#111111, #222222)"
    assert join_themes("dots", "dots") == "dots"
    with pytest.raises(ValueError, match="only colours may differ between the themes: 'dots'"):
        join_themes("dots", "hatch")


def test_unknown_part_is_refused() -> None:
    with pytest.raises(ValueError, match="mood"):
        build_page_palette("mood")
