"""A year in sentences: who belonged to what, what changed, which zones were in dispute."""

from __future__ import annotations

from datetime import date

from components.core.alt_text.code_labels import say_change, say_status, say_zone_status
from components.core.alt_text.date_format import say_day
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
from data.timeline import day_of
from data.zones import zone_status_on

MOST_ZONES = 6


def say_year(record: Record, year: int, today: date) -> list[str]:
    """The day, the members by status, and what changed within the year."""
    day = day_of(year, today)
    drawn = map_status_on(record, day)
    said = [_say_roster(record, day)]
    for key in read_membership_styles(THEMES[0]):
        alike = [country for country, status in drawn.items() if status == key]
        if alike:
            said.append(say_status(key, name_all(record, alike)))
    return said + say_changes(record, year)


def _say_roster(record: Record, day: date) -> str:
    roster = members_on(record, day)
    count, said = len(roster), say_day(day)
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


def say_changes(record: Record, year: int) -> list[str]:
    """What changed in membership within a year, a sentence for each day and status."""
    alike: dict[tuple[date, str], list[str]] = {}
    for change in changes_in(record, year):
        alike.setdefault((change.day, _name_change(change)), []).append(change.country)
    return [
        _(
            "Membership change on {day}: {countries}, {status}.",
            day=say_day(day),
            countries=name_all(record, countries)[0],
            status=status,
        )
        for (day, status), countries in alike.items()
    ]


def _name_change(change: Change) -> str:
    if change.after:
        return say_change(change.bloc, change.after)
    return _("no longer {status}", status=say_change(change.bloc, change.before or ""))


def say_zones(record: Record, day: date) -> list[str]:
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
            said.append(say_zone_status(status, (_join_some(labels), len(labels))))
    return said


def _join_some(labels: list[str]) -> str:
    """The first of many labels, and how many more; semicolons, since labels hold commas."""
    shown = labels[:MOST_ZONES]
    more = len(labels) - len(shown)
    return "; ".join([*shown, ngettext("{count} more", "{count} more", more)] if more else shown)
