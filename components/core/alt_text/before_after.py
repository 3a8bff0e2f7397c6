"""Stances before and after a day, as sentences of a page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from components.core.alt_text.date_format import format_day
from components.core.i18n import gettext as _
from components.core.i18n import ngettext
from components.core.i18n.number_format import format_signed
from components.core.view_state import LinkRules
from data.before_after import BeforeAfter, Side, compare_before_after
from data.stance_cells import Cell


def describe_day_choice(
    day: date | None, rules: LinkRules, sentences: Sequence[str]
) -> dict[str, Any]:
    """The day that is chosen, between which days it may be, and what is said of it."""
    return {
        "day": day.isoformat() if day else None,
        "first": date(rules.first_year, 1, 1).isoformat(),
        "last": rules.last_day.isoformat(),
        "sentences": list(sentences),
    }


def describe_before_after(cells: Sequence[Cell], who: str, day: date) -> list[str]:
    """What the stances were before a day and from it on, then how far apart the two are.

    `who` names the stances, as "Kazakhstan toward Armenia".
    """
    found = compare_before_after(cells, day)
    first = _(
        "{who}: {after} at events from {day} on, {before} at events before.",
        who=who,
        day=format_day(day),
        after=_format_side(found.after),
        before=_format_side(found.before),
    )
    return [first, _format_difference(found)]


def _format_side(side: Side) -> str:
    if side.mean is None:
        return _("no known stance")
    count = ngettext("{count} stance", "{count} stances", side.stances)
    mean = format_signed(side.mean, 2)
    if side.low is None or side.high is None:
        return _("mean {mean} over {stances} (no interval: one event)", mean=mean, stances=count)
    return _(
        "mean {mean} over {stances} (95% interval {low} to {high})",
        mean=mean,
        stances=count,
        low=format_signed(side.low, 2),
        high=format_signed(side.high, 2),
    )


def _format_difference(found: BeforeAfter) -> str:
    """The change with its interval, what that allows to say, and how many stances are weak."""
    weak = found.before.weak + found.after.weak
    said = _format_change(found)
    if not weak:
        return said
    return " ".join(
        (
            said,
            ngettext(
                "{count} of these stances rests on weak evidence.",
                "{count} of these stances rest on weak evidence.",
                weak,
            ),
        )
    )


def _format_change(found: BeforeAfter) -> str:
    if found.difference is None:
        return _("Without stances on both sides nothing can be compared.")
    change = format_signed(found.difference, 2)
    if found.low is None or found.high is None:
        return _("Change {change}: too few events on one side for an interval.", change=change)
    values = {
        "change": change,
        "low": format_signed(found.low, 2),
        "high": format_signed(found.high, 2),
    }
    if found.low <= 0 <= found.high:
        return _(
            "Change {change} (95% interval {low} to {high}, by resampling events): "
            "no clear change.",
            **values,
        )
    return _(
        "Change {change} (95% interval {low} to {high}, by resampling events): a change beyond "
        "chance among the recorded events.",
        **values,
    )
