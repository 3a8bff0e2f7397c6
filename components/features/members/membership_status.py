"""Where a state stands in the blocs, as the title of its membership bar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from components.core.alt_text.date_format import format_day
from components.core.i18n import gettext as _
from data.membership import ASSEMBLY, BELONGS, ORGANIZATION, TREATY

Rows = Sequence[Mapping[str, Any]]


def format_membership(memberships: Rows) -> str:
    """Where the state stands in the blocs, by rows sorted by their first day."""
    rows = {bloc: [r for r in memberships if r["bloc"] == bloc] for bloc in (ORGANIZATION, TREATY)}
    inside = {
        bloc: [row for row in rows[bloc] if row["status"] in BELONGS[bloc]]
        for bloc in (ORGANIZATION, TREATY)
    }
    if inside[ORGANIZATION]:
        return _format_organization(inside[ORGANIZATION])
    if inside[TREATY]:
        start, end = _format_ends(inside[TREATY])
        if end:
            return _(
                "In the Treaty from {start} to {end}; never in the Organization",
                start=start,
                end=end,
            )
        return _("In the Treaty since {start}; never in the Organization", start=start)
    observed = [row for row in memberships if row["bloc"] == ASSEMBLY]
    if observed:
        start, end = _format_ends(observed)
        if end:
            return _(
                "Observer in the Parliamentary Assembly from {start} to {end}; never a member",
                start=start,
                end=end,
            )
        return _(
            "Observer in the Parliamentary Assembly since {start}; never a member", start=start
        )
    return _("Never in the Treaty or the Organization")


def _format_organization(inside: Rows) -> str:
    start, end = _format_ends(inside)
    last = inside[-1]
    if end:
        return _("In the Organization from {start} to {end}", start=start, end=end)
    day = _format_iso(last["date_start"])
    if last["status"] == "frozen":
        return _(
            "In the Organization since {start}; says it froze participation on {day}",
            start=start,
            day=day,
        )
    if last["status"] == "suspended":
        return _(
            "In the Organization since {start}; membership suspended on {day}", start=start, day=day
        )
    return _("In the Organization since {start}", start=start)


def _format_ends(rows: Rows) -> tuple[str, str]:
    """First day of the first row and last of the last, empty where it has none."""
    end = rows[-1]["date_end"]
    return _format_iso(rows[0]["date_start"]), _format_iso(end) if end else ""


def _format_iso(iso: str) -> str:
    return format_day(date.fromisoformat(iso))
