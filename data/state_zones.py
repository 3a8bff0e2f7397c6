"""Which zones concern a state, and why."""

from __future__ import annotations

from data.record import Record

LAW, BORDER, EVENT = "law", "border", "event"


def find_zones(record: Record, country: str) -> list[tuple[str, str]]:
    """Zone ids with the reason, the strongest that holds: in law its own, its border, its part.

    ``law``: its territory by the view of the UN General Assembly. ``border``: the other side of it.
    ``event``: it was a party to an event there. In this order, then in the table's.
    """
    events = {row["event_id"] for row in record.rows("parties") if row["actor"] == country}
    touched = {row["zone_id"] for row in record.rows("events") if row["id"] in events}
    found: list[tuple[str, str]] = []
    for zone in record.rows("zones"):
        if zone["de_jure"] == country:
            found.append((zone["id"], LAW))
        elif zone["country_b"] == country:
            found.append((zone["id"], BORDER))
        elif zone["id"] in touched:
            found.append((zone["id"], EVENT))
    return sorted(found, key=lambda pair: (LAW, BORDER, EVENT).index(pair[1]))
