"""What the record says of a state, as plain data; the browser lays it out as text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from components.core.i18n.number_format import format_signed
from components.core.palette import read_zone_styles
from components.features.members import headlines
from components.features.members.membership_status import format_membership
from components.features.members.opposed import format_against, format_opponents
from components.features.members.requests import describe_requests
from data.cite import name_actor, name_event
from data.load import read_record
from data.localize import pick
from data.membership import ASSEMBLY, DRAWN, FORMER, OBSERVER, members_on
from data.modes import select_reading
from data.query import describe_country, describe_zone
from data.rankings import (
    Reading,
    Side,
    Standing,
    count_against,
    count_sides,
    list_readings,
    rank_standings,
)
from data.record import Record
from data.stances import read_ordinals
from data.state_zones import find_zones

# How the map draws a row of the memberships table.
STYLE = {**DRAWN, (ASSEMBLY, OBSERVER): OBSERVER}


@lru_cache(maxsize=256)
def describe_state(country: str, language: str, mode: str | None = None) -> dict[str, Any]:
    """All of the page that depends on the state alone, in the language spoken now.

    Stances rest on one kind of answer if `mode` names it (`data.modes.READINGS`); the rest of the
    page is the same. KeyError for an unknown country. `language` is what the answer is kept by.
    """
    record = read_record()
    told = describe_country(record, country, language)
    zones = describe_zones(record, country)
    zone_labels = {key: style.label for key, style in read_zone_styles("light").items()}
    return {
        "id": country,
        "name": told["name"],
        "membership": {
            "title": format_membership(told["memberships"]),
            "nuances": told["nuances"],
            "rows": [
                {**row, "style": STYLE.get((row["bloc"], row["status"]), FORMER)}
                for row in told["memberships"]
            ],
        },
        **describe_stances(record, country, mode),
        "requests": describe_requests(record, country, told["name"]),
        "votes": {
            "title": headlines.format_votes(told["votes"], told["name"]),
            "rows": [{**row, "events": find_vote_events(record, row)} for row in told["votes"]],
        },
        "threats": {
            "title": headlines.format_threats(told["threats"], told["name"]),
            "rows": told["threats"],
        },
        "zones": {
            "title": headlines.format_zones(zones, told["name"], zone_labels),
            "rows": zones,
        },
    }


def describe_stances(record: Record, country: str, mode: str | None) -> dict[str, Any]:
    """The stances that the state took, those toward it, both rankings, and whom they name.

    The only part of the page that the kind of answer changes. KeyError for an unknown country.
    """
    name = pick(record.row("countries", country), "name", record_locale())
    taken, toward_it = list_readings(select_reading(record, mode), country)
    names = name_actors(record, [*taken, *toward_it], country)
    ordinals = read_ordinals(record)
    return {
        "names": names,
        "took": describe_readings(
            record, taken, "toward", (headlines.format_taken, format_against), name, names
        ),
        "toward": describe_readings(
            record, toward_it, "actor", (headlines.format_toward, format_opponents), name, names
        ),
        "stood": [
            describe_standings(
                rank_standings(toward_it, "actor", ordinals),
                names,
                _("Others' support for {country}", country=name),
                "actor",
                name,
            ),
            describe_standings(
                rank_standings(taken, "toward", ordinals),
                names,
                _("{country}'s support for others", country=name),
                "toward",
                name,
            ),
        ],
    }


def describe_readings(
    record: Record,
    readings: Sequence[Reading],
    side: Side,
    words: tuple[Any, Any],
    name: str,
    names: Mapping[str, Mapping[str, Any]],
) -> dict[str, Any]:
    """Readings one way: the finding, who was opposed by name, the gaps, and each reading.

    ``words`` say the finding and the names; allies are those of the day of each event.
    """
    say, say_against = words
    allied = [reading for reading in readings if _is_between_allies(record, reading)]
    others = [reading for reading in readings if reading not in allied]
    sides = count_sides(readings)
    return {
        "title": say(name, count_sides(allied), count_sides(others)),
        "against": say_against(count_against(allied, side), count_against(others, side), names),
        "note": headlines.format_gaps(sides) if readings else "",
        "rows": [
            {
                "event": name_event(record, reading.event_id, record_locale()),
                "other": getattr(reading, side),
                "toward": reading.toward,
                "code": reading.code,
                "contested": reading.contested,
                **({"weak": True} if reading.weak else {}),
                "second": reading.other_code,
                "claims": reading.claims,
            }
            for reading in readings
        ],
    }


def _is_between_allies(record: Record, reading: Reading) -> bool:
    """Whether both were in the alliance on the event's first day."""
    return {reading.actor, reading.toward} <= set(members_on(record, reading.date))


def describe_standings(
    standings: Sequence[Standing],
    names: dict[str, dict[str, Any]],
    heading: str,
    side: str,
    name: str,
) -> dict[str, Any]:
    """A ranked list with its finding."""
    return {
        "heading": heading,
        "title": headlines.format_standing(standings, names, side, name),
        "rows": [
            {
                "other": standing.other,
                "mean": None if standing.mean is None else format_signed(standing.mean),
                "value": standing.mean,
                "readings": standing.readings,
                "contested": standing.contested,
                "ranked": standing.ranked,
                "codes": dict(standing.codes),
                "gaps": dict(standing.gaps),
            }
            for standing in standings
        ],
    }


def name_actors(
    record: Record, readings: Sequence[Reading], country: str
) -> dict[str, dict[str, Any]]:
    """Name, what a tile calls it, and whether it is a state, of each actor in the readings."""
    acronyms = {
        row["id"]: pick(row, "acronym", record_locale()) for row in record.rows("organisations")
    }
    states = {row["id"] for row in record.rows("countries")}
    found = {actor for reading in readings for actor in (reading.actor, reading.toward)}
    names = {}
    for actor in sorted(found | {country}):
        name = name_actor(record, actor, record_locale())["name"]
        is_state = actor in states
        tile = actor if is_state else acronyms[actor]
        names[actor] = {"name": name, "tile": tile, "state": is_state}
    return names


def describe_zones(record: Record, country: str) -> list[dict[str, Any]]:
    """The zones that concern the state, with the reason and their statuses through time."""
    return [
        {**describe_zone(record, zone, record_locale()), "why": why}
        for zone, why in find_zones(record, country)
    ]


def find_vote_events(record: Record, vote: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The events at which a vote is read as a stance, each with the party it is read toward."""
    return [
        {
            **name_event(record, row["event_id"], record_locale()),
            "toward": name_actor(record, row["toward"], record_locale()),
        }
        for row in record.rows("vote_layers")
        if row["resolution"] == vote["resolution"]
    ]
