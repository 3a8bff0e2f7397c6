"""A year in sentences: who belonged to what, what changed, which zones were in dispute."""

from __future__ import annotations

from datetime import date

from components.core.alt_text.code_labels import change_label, status_label, zone_status_label
from components.core.alt_text.date_format import format_day
from components.core.alt_text.event import name_all
from components.core.i18n import gettext as _
from components.core.i18n import ngettext, record_locale
from components.core.palette import THEMES, read_membership_styles, read_zone_styles
from data.localize import pick
from data.membership import (
    BELONGS,
    ORGANIZATION,
    Change,
    changes_in,
    map_status_on,
    members_on,
    status_on,
)
from data.record import Record
from data.review import REVIEWED
from data.timeline import day_of
from data.zones import zone_status_on

MOST_ZONES = 6


def format_year(record: Record, year: int, today: date) -> list[str]:
    """The day, the members by status, and what changed within the year."""
    day = day_of(year, today)
    said = format_statuses(record, day, format_day(min(day, REVIEWED)))
    return said + format_changes(record, year)


def format_statuses(record: Record, day: date, named: str) -> list[str]:
    """The members by status on a day, which is called as `named` says."""
    drawn = map_status_on(record, day)
    said = [_format_roster(record, day, named)]
    for key in read_membership_styles(THEMES[0]):
        alike = [country for country, status in drawn.items() if status == key]
        if alike:
            said.append(status_label(key, name_all(record, alike)))
    return said


def _format_roster(record: Record, day: date, said: str) -> str:
    roster = members_on(record, day)
    count = len(roster)
    if not roster:
        return _("On {day} the Treaty does not exist yet.", day=said)
    if any(_belongs(status_on(record, country, day)) for country in roster):
        return ngettext(
            "On {day} the Organization (CSTO) has {count} member.",
            "On {day} the Organization (CSTO) has {count} members.",
            count,
            day=said,
        )
    return ngettext(
        "On {day} the Treaty (CST) has {count} member.",
        "On {day} the Treaty (CST) has {count} members.",
        count,
        day=said,
    )


def _belongs(statuses: dict[str, str]) -> bool:
    return statuses.get(ORGANIZATION) in BELONGS[ORGANIZATION]


def format_changes(record: Record, year: int, only: date | None = None) -> list[str]:
    """What changed in membership within a year or on one day of it, by day and status."""
    alike: dict[tuple[date, str], list[str]] = {}
    for change in changes_in(record, year):
        if only not in (None, change.day):
            continue
        alike.setdefault((change.day, _name_change(change)), []).append(change.country)
    return [
        _(
            "Membership change on {day}: {countries}, {status}.",
            day=format_day(day),
            countries=name_all(record, countries)[0],
            status=status,
        )
        for (day, status), countries in alike.items()
    ]


def _name_change(change: Change) -> str:
    if change.after:
        return change_label(change.bloc, change.after)
    return _("no longer {status}", status=change_label(change.bloc, change.before or ""))


def format_zones(record: Record, day: date) -> list[str]:
    """Zones by status; districts inside another zone are left out."""
    then = zone_status_on(record, day)
    said = []
    for status in read_zone_styles(THEMES[0]):
        labels = [
            pick(then[zone["id"]], "label", record_locale())
            for zone in record.rows("zones")
            if zone["kind"] != "district"
            and zone["id"] in then
            and then[zone["id"]]["status"] == status
        ]
        if labels:
            said.append(zone_status_label(status, (_join_some(labels), len(labels))))
    return said


def _join_some(labels: list[str]) -> str:
    """The first of many labels, and how many more; semicolons, since labels hold commas."""
    shown = labels[:MOST_ZONES]
    more = len(labels) - len(shown)
    return "; ".join([*shown, ngettext("{count} more", "{count} more", more)] if more else shown)
