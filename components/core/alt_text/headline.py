"""The headline of an event: what came of its request, else which members stood where."""

from __future__ import annotations

from datetime import date

from components.core.alt_text.date_format import join_names
from components.core.alt_text.event import label_of, name_of
from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from data.membership import members_on
from data.modes import select_reading
from data.record import Record
from data.request_description import find_finding
from data.resolve import NO_DATA, NOT_MEMBER, PARTY
from data.stances import read_ordinals, resolve_event

UNTOLD = (PARTY, NOT_MEMBER, NO_DATA)


def format_headline(
    record: Record,
    event_id: str,
    toward: str,
    mode: str | None = None,
    until: date | None = None,
) -> str:
    """The finding of the request, else the stances of the members; empty where none is known.

    `renderFinding` of `ui/who_came.ts` says the same. Errors as `format_event`.
    """
    if finding := find_finding(record, event_id, record_locale()):
        return finding
    stances = resolve_event(select_reading(record, mode), event_id, toward, until)
    members = members_on(record, record.row("events", event_id)["date_start"]) - {toward}
    said = []
    for code in read_ordinals(record):
        alike = [actor for actor in members & stances.keys() if stances[actor].code == code]
        if alike and code not in UNTOLD:
            names = sorted(name_of(record, actor) for actor in alike)
            said.append(
                _(
                    "{stance}: {countries}.",
                    stance=label_of(record, code, event_id),
                    countries=join_names(names),
                )
            )
    if not said:
        return ""
    heading = _("Stances toward {country}", country=name_of(record, toward))
    return " ".join([f"{heading}.", *said])
