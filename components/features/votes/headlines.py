"""What the votes show, as the title of the page's finding."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from components.core.i18n import gettext as _
from components.core.i18n import ngettext
from components.core.i18n.number_format import format_number
from data.roll_calls import VoterRecord

RANKED_FROM = 3
"""With fewer resolutions a state is not called the closest or the farthest."""


def format_finding(
    voters: Sequence[VoterRecord], names: Mapping[str, str], hub: str, resolutions: int
) -> str:
    """Which of the states voted most and least often as the hub did."""
    ranked = sorted(
        (each for each in voters if each.hub_resolutions >= RANKED_FROM),
        key=lambda each: (-(each.with_hub or 0), each.country),
    )
    if len(ranked) < 2:
        return ngettext(
            "{count} resolution: too few votes to compare with {hub}",
            "{count} resolutions: too few votes to compare with {hub}",
            resolutions,
            hub=names[hub],
        )
    return _(
        "Of the present members, {closest} voted most often as {hub} did (agreement {high} over "
        "{most}), {farthest} least often ({low} over {fewest})",
        hub=names[hub],
        closest=names[ranked[0].country],
        high=format_number(ranked[0].with_hub or 0, 2),
        most=_format_resolutions(ranked[0].hub_resolutions),
        farthest=names[ranked[-1].country],
        low=format_number(ranked[-1].with_hub or 0, 2),
        fewest=_format_resolutions(ranked[-1].hub_resolutions),
    )


def _format_resolutions(count: int) -> str:
    return ngettext("{count} resolution", "{count} resolutions", count)
