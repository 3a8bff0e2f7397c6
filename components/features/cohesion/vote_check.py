"""The check by votes: agreement in the General Assembly beside the stances, pair by pair."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from components.core.i18n import gettext as _
from components.core.i18n import ngettext
from components.core.i18n.cache import cache_per_locale
from components.core.i18n.number_format import format_number, format_signed
from components.features.cohesion.blocks import (
    make_chart_head,
    make_note,
    make_section,
    make_table,
)
from components.features.cohesion.chart_theme import (
    Drawn,
    apply_chart_theme,
    both,
    make_scale_axis,
    read_stance_colours,
)
from components.features.cohesion.content import read_prose, read_title
from components.features.cohesion.headlines import format_votes
from components.features.cohesion.matrix import read_names
from components.features.cohesion.pairs import FEW
from components.features.cohesion.sections import Part, show_parts
from data.load import read_record
from data.stance_cells import find_nearest_code, list_cells
from data.stances import read_ordinals
from data.vote_agreement import CheckedPair, RankCorrelation, check_pairs, correlate_ranks

TABLE = "votes"
Box = tuple[float, float, float, float]
"""Left, top, right, bottom in pixels."""

WIDE, HIGH = 235, 320
SIDES: dict[str, dict[str, Any]] = {
    "right": {"align": "left", "dx": 10},
    "left": {"align": "right", "dx": -10},
    "above": {"dy": -15},
    "below": {"dy": 16},
    "aslant": {"align": "left", "dx": 6, "dy": -13},
    "under": {"align": "left", "dx": 6, "dy": 13},
}


def name_columns() -> dict[str, str]:
    """The heads of the table."""
    return {
        "pair": _("Pair"),
        "agreement": _("Voting agreement"),
        "resolutions": _("Resolutions"),
        "mean": _("Mean stance, excluding votes"),
        "cells": _("Known stances"),
    }


def show_votes() -> None:
    """Show the finding, the pairs as points, and the table."""
    show_parts(describe_votes())


@lru_cache(maxsize=1)
def check_votes() -> tuple[list[CheckedPair], RankCorrelation]:
    """The pairs and their rank correlation, made once."""
    record = read_record()
    pairs = check_pairs(record, list_cells(record))
    return pairs, correlate_ranks(pairs)


@cache_per_locale(2)
def describe_votes() -> list[Part]:
    """The parts of the section."""
    pairs, found = check_votes()
    firm = [pair for pair in pairs if pair.cells >= FEW and pair.resolutions >= FEW]
    firmer = correlate_ranks(firm)
    finding = format_votes(found)
    names = read_names(read_record())
    head = make_chart_head(
        ngettext(
            "{count} pair: voting agreement (horizontal), mean stance (vertical)",
            "{count} pairs: voting agreement (horizontal), mean stance (vertical)",
            found.pairs,
        ),
        [
            ("point", _("at least {few} stances and {few} resolutions", few=FEW)),
            ("dashed", _("fewer")),
        ],
        TABLE,
        range(len(pairs)),
    )
    note = make_note(
        ngettext(
            "Only pairs with at least {few} known stances and {few} resolutions ({count} "
            "pair). {finding}.",
            "Only pairs with at least {few} known stances and {few} resolutions ({count} "
            "pairs). {finding}.",
            firmer.pairs,
            few=FEW,
            finding=format_votes(firmer),
        )
    )
    rows = [
        {
            "pair": name_pair(names, pair),
            "agreement": format_number(pair.agreement, 2),
            "resolutions": str(pair.resolutions),
            "mean": format_signed(pair.mean, 2),
            "cells": str(pair.cells),
        }
        for pair in sorted(pairs, key=lambda pair: (-pair.agreement, pair.first))
    ]
    opening = make_section("votes", read_title("votes"), finding, read_prose("votes"))
    if not pairs:
        return [("votes", opening)]
    read = _("{finding}. The table lists all values.", finding=finding)
    return [
        ("votes", [*opening, head]),
        ("votes-chart", apply_chart_theme(draw_pairs(pairs), read, 380)),
        ("votes-table", [note, make_table(TABLE, _("The pairs as a table"), name_columns(), rows)]),
    ]


def name_pair(names: Mapping[str, str], pair: CheckedPair) -> str:
    """Both members of a pair by name."""
    return _("{first} and {second}", first=names[pair.first], second=names[pair.second])


def draw_pairs(pairs: list[CheckedPair]) -> Drawn:
    """One point a pair with its label; dashed where few stances or votes stand behind it."""
    record = read_record()
    ordinals = read_ordinals(record)
    colours = read_stance_colours(ordinals)
    names = read_names(record)
    sides = place_labels([(pair.agreement, pair.mean) for pair in pairs])
    frame = pd.DataFrame(
        [
            {
                "agreement": pair.agreement,
                "mean": pair.mean,
                "label": f"{pair.first}–{pair.second}",
                "name": name_pair(names, pair),
                "colour": colours[find_nearest_code(pair.mean, ordinals)],
                "side": side,
                "few": pair.cells < FEW or pair.resolutions < FEW,
                "cells": pair.cells,
                "resolutions": pair.resolutions,
            }
            for pair, side in zip(pairs, sides, strict=True)
        ]
    )
    across = alt.X(
        "agreement:Q",
        scale=alt.Scale(domain=[-0.02, 1.05], nice=False),
        axis=alt.Axis(title=_("voting agreement"), format=".0%", tickCount=5, grid=False),
    )
    up = alt.Y(
        "mean:Q",
        scale=alt.Scale(domain=[-3, 3]),
        axis=make_scale_axis(_("mean stance, excluding votes")),
    )
    tooltip = [
        alt.Tooltip("name:N", title=_("Pair")),
        alt.Tooltip("agreement:Q", title=_("Agreement"), format=".2f"),
        alt.Tooltip("resolutions:Q", title=_("Resolutions")),
        alt.Tooltip("mean:Q", title=_("Mean stance"), format="+.2f"),
        alt.Tooltip("cells:Q", title=_("Stances")),
    ]
    ink = both("base", "ink")
    layers = [
        alt.Chart(frame[frame["few"] == few])
        .mark_point(
            filled=True,
            size=150,
            opacity=1,
            stroke=ink,
            strokeWidth=1.3,
            strokeDash=[2, 2] if few else [1, 0],
        )
        .encode(x=across, y=up, fill=alt.Fill("colour:N", scale=None), tooltip=tooltip)
        for few in (False, True)
    ]
    labels = [
        alt.Chart(frame[frame["side"] == side])
        .mark_text(fontSize=12, color=ink, **place)
        .encode(x=across, y=up, text="label:N")
        for side, place in SIDES.items()
    ]
    return alt.layer(*layers, *labels)


def place_labels(points: list[tuple[float, float]]) -> list[str]:
    """For each point the first side on which its label meets no other label and no point.

    Reckoned in pixels of a chart on a phone, since a wider one only parts them further; `right`
    where no side is free.
    """
    spots = [(x * WIDE, (3 - y) / 6 * HIGH) for x, y in points]
    taken = [(x - 7, y - 7, x + 7, y + 7) for x, y in spots]
    sides = []
    for place, (x, y) in enumerate(spots):
        boxes = {
            "right": (x + 9, y - 7, x + 72, y + 7),
            "left": (x - 72, y - 7, x - 9, y + 7),
            "above": (x - 32, y - 23, x + 32, y - 9),
            "below": (x - 32, y + 9, x + 32, y + 23),
            "aslant": (x + 5, y - 20, x + 68, y - 6),
            "under": (x + 5, y + 6, x + 68, y + 20),
        }
        others = [box for at, box in enumerate(taken) if at != place]
        free = [
            side for side, box in boxes.items() if not any(boxes_overlap(box, o) for o in others)
        ]
        sides.append(free[0] if free else "right")
        taken.append(boxes[sides[-1]])
    return sides


def boxes_overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than an edge."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
