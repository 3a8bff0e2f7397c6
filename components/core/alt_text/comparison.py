"""What differs between two views, in sentences."""

from __future__ import annotations

from components.core.alt_text.event import label_of, name_all, name_of
from components.core.i18n import gettext as _
from data.differences import Moment
from data.membership import members_on
from data.modes import select_reading
from data.record import Record
from data.schema import Row
from data.stances import resolve_event
from data.zones import zone_status_on


def format_differences(record: Record, first: Moment, second: Moment) -> list[str]:
    """Members of one moment only, stances and zones that are not the same."""
    one, two = members_on(record, first.day), members_on(record, second.day)
    said = []
    if one - two:
        names = name_all(record, sorted(one - two))[0]
        said.append(_("Members on the first map only: {countries}.", countries=names))
    if two - one:
        names = name_all(record, sorted(two - one))[0]
        said.append(_("Members on the second map only: {countries}.", countries=names))
    said += _format_stances(record, first, second)
    then, later = zone_status_on(record, first.day), zone_status_on(record, second.day)
    changed = [
        zone
        for zone in then.keys() | later.keys()
        if _status(then.get(zone)) != _status(later.get(zone))
    ]
    if changed:
        said.append(_("Zones with a different status: {count}.", count=len(changed)))
    return said or [_("Membership, stances and zones are the same on both maps.")]


def _status(row: Row | None) -> object:
    return row["status"] if row else None


def _format_stances(record: Record, first: Moment, second: Moment) -> list[str]:
    if not (first.event and first.toward and second.event and second.toward):
        return []
    one = resolve_event(select_reading(record, first.mode), first.event, first.toward, first.until)
    two = resolve_event(
        select_reading(record, second.mode), second.event, second.toward, second.until
    )
    return [
        _(
            "{actor}: {before} on the first map, {after} on the second.",
            actor=name_of(record, actor),
            before=label_of(record, one[actor].code, first.event),
            after=label_of(record, two[actor].code, second.event),
        )
        for actor in sorted(one.keys() & two.keys())
        if one[actor].code != two[actor].code
    ]
