"""The colours can be told apart and read, in both themes, on the relief, and by every eye."""

import itertools
import re

import colour
import numpy as np
import pytest
from numpy.typing import NDArray

from components.core import palette
from components.core.palette.drawing import LINE_WIDTHS

ORDINAL = ("MAT", "DIP", "TEP", "NEU", "LEAN", "OPP", "HOS")
ABSENT = ("SIL", "NOM", "ND")
UNREAD = ("PTY", *ABSENT)
BASE = {
    *("land", "sea", "lake", "river", "border", "coast", "graticule", "label", "halo"),
    *("paper", "panel", "ink", "muted", "rule", "accent"),
}
EVENT_KINDS = {
    *("conflict", "crisis", "summit", "deployment", "declaration", "drill", "treaty"),
    *("un_vote", "membership", "gesture", "arms"),
}
CODES = {
    "stance": {*ORDINAL, *UNREAD},
    "base": BASE,
    "event": EVENT_KINDS | {"selected", "quiet"},
    "mark": {"contested", "weak", "member", "hover"},
}
MEMBERSHIPS = {
    *("csto_member", "csto_frozen", "csto_suspended", "csto_signatory", "cst_in_force"),
    *("cst_signatory", "former", "assembly_observer", "none"),
}
ZONE_STATUSES = {"autonomy", "held", "peacekept", "fighting", "disputed", "settled"}
VISIONS = ("normal", "Protanomaly", "Deuteranomaly", "Tritanomaly")
SHADES = (0.0, 0.15, 0.3)
COLOUR = re.compile(r"#[0-9a-f]{6}")

themes = pytest.mark.parametrize("theme", palette.THEMES)
visions = pytest.mark.parametrize("vision", VISIONS)
shades = pytest.mark.parametrize("shade", SHADES)
# The library warns that this model only approximates tritanopia: known.
pytestmark = pytest.mark.filterwarnings("ignore:.*tritanomaly")


def decode(code: str, shade: float = 0.0) -> NDArray[np.float64]:
    """Return linear sRGB of `#rrggbb` under black of opacity `shade`, mixed as browsers do."""
    encoded = np.array([int(code[k : k + 2], 16) / 255 for k in (1, 3, 5)])
    return np.asarray(colour.cctf_decoding(encoded * (1 - shade), function="sRGB"))


def see_lab(code: str, vision: str, shade: float) -> NDArray[np.float64]:
    """Return CIE Lab of the colour as drawn and seen (Machado 2009, severity 1)."""
    linear = decode(code, shade)
    if vision != "normal":
        linear = np.clip(colour.matrix_cvd_Machado2009(vision, 1.0) @ linear, 0, 1)
    return np.asarray(colour.XYZ_to_Lab(colour.RGB_to_XYZ(linear, "sRGB")))


def measure_difference(a: str, b: str, vision: str = "normal", shade: float = 0.0) -> float:
    """Return CIEDE2000 between two colours as drawn and seen."""
    pair = see_lab(a, vision, shade), see_lab(b, vision, shade)
    return float(colour.delta_E(*pair, method="CIE 2000"))


def measure_contrast(a: str, b: str) -> float:
    """Return the WCAG 2 contrast ratio."""
    weights = np.array([0.2126, 0.7152, 0.0722])
    low, high = sorted(float(weights @ decode(code)) for code in (a, b))
    return (high + 0.05) / (low + 0.05)


def test_instruments_agree_with_known_values() -> None:
    assert measure_contrast("#000000", "#ffffff") == pytest.approx(21)
    assert measure_contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    # Black to white is 100 by definition of L*; shading white by all of black is black.
    assert measure_difference("#000000", "#ffffff") == pytest.approx(100, abs=0.1)
    assert measure_difference("#000000", "#ffffff", shade=1.0) == pytest.approx(0, abs=0.01)
    # The red and the green that protanopes confuse come closer together.
    pair = ("#c06040", "#808040")
    assert measure_difference(*pair, "Protanomaly") < measure_difference(*pair) / 2


@themes
@pytest.mark.parametrize("kind", CODES)
def test_every_code_is_in_every_theme(theme: str, kind: str) -> None:
    assert set(palette.read_swatches(theme, kind)) == CODES[kind]


def test_no_row_is_repeated() -> None:
    rows = palette._read_rows("colors.csv")
    keys = [(row["kind"], row["code"], row["theme"]) for row in rows]
    assert len(set(keys)) == len(keys) == len(palette.THEMES) * sum(map(len, CODES.values()))


@themes
@pytest.mark.parametrize("kind", CODES)
def test_swatches_are_well_formed(theme: str, kind: str) -> None:
    for code, swatch in palette.read_swatches(theme, kind).items():
        assert COLOUR.fullmatch(swatch.fill), code
        assert not swatch.ink or COLOUR.fullmatch(swatch.ink), code
        assert swatch.pattern in palette.read_patterns(), code
        assert bool(COLOUR.fullmatch(swatch.pattern_colour)) == (swatch.pattern != "none"), code


@visions
@shades
@themes
def test_stances_differ(theme: str, shade: float, vision: str) -> None:
    swatches = palette.read_swatches(theme, "stance")
    drawn = {code: swatches[code] for code in ORDINAL}
    drawn["land"] = palette.read_swatches(theme, "base")["land"]
    for (a, first), (b, second) in itertools.combinations(drawn.items(), 2):
        difference = measure_difference(first.fill, second.fill, vision, shade)
        assert difference >= 10 or first.pattern != second.pattern, (a, b, difference)


@shades
@visions
@themes
@pytest.mark.parametrize("code", [*ORDINAL, "SIL"])
def test_gaps_of_weak_evidence_contrast_with_every_stance(
    theme: str, vision: str, shade: float, code: str
) -> None:
    stances = palette.read_swatches(theme, "stance")
    weak = palette.read_swatches(theme, "mark")["weak"]
    assert weak.pattern not in {swatch.pattern for swatch in stances.values()}
    # Bands of one colour with a line of another in each: one of the two is seen on any fill, and
    # the line is seen in its band, so that stripes of a second stance beneath change nothing.
    seen = [measure_contrast(stances[code].fill, mark) for mark in (weak.pattern_colour, weak.fill)]
    assert max(seen) >= 3, seen
    assert measure_contrast(weak.fill, weak.pattern_colour) >= 3
    marks = (weak.pattern_colour, weak.fill)
    differences = [measure_difference(stances[code].fill, mark, vision, shade) for mark in marks]
    assert max(differences) >= 20, differences
    assert LINE_WIDTHS["gap"] < palette.read_patterns()[weak.pattern].stroke_width


@themes
def test_scale_needs_no_pattern(theme: str) -> None:
    swatches = palette.read_swatches(theme, "stance")
    assert {swatches[code].pattern for code in ORDINAL} == {"none"}


@themes
def test_scale_steps_back_to_the_ground_in_the_middle(theme: str) -> None:
    swatches = palette.read_swatches(theme, "stance")
    lightness = [see_lab(swatches[code].fill, "normal", 0)[0] for code in ORDINAL]
    dark = theme == "dark"
    assert lightness[:4] == sorted(lightness[:4], reverse=dark)
    assert lightness[3:] == sorted(lightness[3:], reverse=not dark)
    # Equal distance from neutral weighs the same on either side.
    assert all(abs(lightness[k] - lightness[-1 - k]) <= 7 for k in range(3))


@visions
@shades
@themes
def test_absences_and_neutral_differ_in_colour(theme: str, shade: float, vision: str) -> None:
    swatches = palette.read_swatches(theme, "stance")
    for a, b in itertools.combinations((*UNREAD, "NEU"), 2):
        difference = measure_difference(swatches[a].fill, swatches[b].fill, vision, shade)
        assert difference >= 4.5, (a, b, difference)


@themes
def test_absences_and_neutral_differ_in_pattern(theme: str) -> None:
    swatches = palette.read_swatches(theme, "stance")
    patterns = [swatches[code].pattern for code in (*UNREAD, "NEU")]
    assert len(set(patterns)) == len(patterns)
    tiles = palette.read_patterns()
    assert len({tiles[name] for name in patterns}) == len(patterns)


@themes
def test_absences_are_grey_with_visible_patterns(theme: str) -> None:
    swatches = palette.read_swatches(theme, "stance")
    for code in ABSENT:
        _, a, b = see_lab(swatches[code].fill, "normal", 0)
        assert np.hypot(a, b) <= 5, code
        assert measure_difference(swatches[code].fill, swatches[code].pattern_colour) >= 10, code


@themes
@pytest.mark.parametrize("kind", CODES)
def test_ink_reads_on_its_fill(theme: str, kind: str) -> None:
    for code, swatch in palette.read_swatches(theme, kind).items():
        if swatch.ink or kind in ("stance", "event"):
            assert measure_contrast(swatch.ink, swatch.fill) >= 4.5, code


@themes
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *itertools.product(("ink", "muted", "accent"), ("paper", "panel")),
        *itertools.product(("label",), ("land", "sea", "lake", "halo")),
    ],
)
def test_text_reads_on_its_ground(theme: str, text: str, ground: str) -> None:
    base = palette.read_swatches(theme, "base")
    assert measure_contrast(base[text].fill, base[ground].fill) >= 4.5


@themes
def test_memberships_differ_from_each_other(theme: str) -> None:
    styles = palette.read_membership_styles(theme)
    assert set(styles) == MEMBERSHIPS
    assert len({(s.line, s.line_width, s.dash) for s in styles.values()}) == len(styles)
    for (a, first), (b, second) in itertools.combinations(styles.items(), 2):
        assert measure_difference(first.fill, second.fill) >= 4.5, (a, b)
        if first.pattern != second.pattern:
            continue
        for vision, shade in itertools.product(VISIONS, (SHADES[0], SHADES[-1])):
            difference = measure_difference(first.fill, second.fill, vision, shade)
            assert difference >= 10, (a, b, vision, difference)


@themes
def test_patterns_of_memberships_are_seen(theme: str) -> None:
    tiles = palette.read_patterns()
    for key, style in palette.read_membership_styles(theme).items():
        assert style.pattern in tiles, key
        assert bool(COLOUR.fullmatch(style.pattern_colour)) == (style.pattern != "none"), key
        if style.pattern != "none":
            for vision in VISIONS:
                seen = measure_difference(style.fill, style.pattern_colour, vision)
                assert seen >= 10, (key, vision, seen)


@themes
def test_a_party_is_tinted_and_stands_out_from_land_and_paper(theme: str) -> None:
    party = palette.read_swatches(theme, "stance")["PTY"]
    assert party.pattern not in ("none", "outline")
    base = palette.read_swatches(theme, "base")
    for ground in ("land", "paper"):
        assert measure_difference(party.fill, base[ground].fill) >= 10
    for vision in VISIONS:
        assert measure_difference(party.fill, party.pattern_colour, vision) >= 15


@themes
def test_memberships_differ_from_stances(theme: str) -> None:
    swatches = palette.read_swatches(theme, "stance")
    for key, style in palette.read_membership_styles(theme).items():
        for code in ORDINAL:
            assert measure_difference(style.fill, swatches[code].fill) >= 10, (key, code)


@themes
def test_zone_statuses_differ(theme: str) -> None:
    styles = palette.read_zone_styles(theme)
    assert set(styles) == ZONE_STATUSES
    assert len({style.pattern for style in styles.values()}) == len(styles)
    assert len({style.fill for style in styles.values()}) == len(styles)
    swatches = palette.read_swatches(theme, "stance")
    absent = {swatches[code].pattern for code in UNREAD}
    for status, style in styles.items():
        assert style.pattern in palette.read_patterns(), status
        assert style.pattern not in absent, status
        assert measure_difference(style.fill, style.line) >= 20, status
        for code in ORDINAL:
            assert measure_difference(style.fill, swatches[code].fill) >= 10, (status, code)


@pytest.mark.parametrize("name", ["membership_styles.csv", "zone_styles.csv"])
def test_styles_are_well_formed_and_labelled(name: str) -> None:
    for row in palette._read_rows(name):
        assert COLOUR.fullmatch(row["fill"])
        assert COLOUR.fullmatch(row["line"]), row
        assert re.fullmatch(r"(\d+( \d+)*)?", row["dash"]), row
        assert row["label_en"]
        assert re.search("[а-я]", row["label_ru"]), row


def test_patterns_have_a_tile_or_say_none() -> None:
    for name, pattern in palette.read_patterns().items():
        assert pattern.paint in ("stroke", "fill"), name
        assert bool(pattern.path) == (pattern.size > 0), name
        assert bool(pattern.path) == (name not in ("none", "outline")), name


def test_unknown_theme_and_kind_are_refused() -> None:
    with pytest.raises(ValueError, match="sepia"):
        palette.read_swatches("sepia", "stance")
    with pytest.raises(ValueError, match="mood"):
        palette.read_swatches("light", "mood")
