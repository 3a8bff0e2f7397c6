"""Of which day control of zones is, and where troops were said to stand then, in sentences."""

from __future__ import annotations

from datetime import date

from components.core.alt_text.date_format import format_day
from components.core.alt_text.event import name_of
from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from data.localize import pick
from data.record import Record
from data.review import REVIEWED
from data.zones import positions_on


def format_control(record: Record, day: date, named: str = "") -> list[str]:
    """The day of control, then the positions of troops by the state they are of.

    The day is called as `named` says, by default by its date.
    """
    named = named or format_day(min(day, REVIEWED))
    places: dict[str, list[str]] = {}
    for row in positions_on(record, day):
        places.setdefault(row["held_by"], []).append(pick(row, "place", record_locale()))
    return [
        _("Control as of {day}", day=named) + ".",
        *(
            _(
                "Positions of troops ({country}), approximate and as reported: {places}.",
                country=name_of(record, holder),
                places="; ".join(named),
            )
            for holder, named in places.items()
        ),
    ]
