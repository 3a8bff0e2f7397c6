"""What the members page says of a state, as plain data; the browser lays it out as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache, lru_cache
from typing import Any

from components.map.colours import build_palette
from components.map.tables import FIRST_YEAR
from components.members import findings
from components.palette import read_zone_styles
from components.server.address import url_base
from components.session import read_rules
from components.view import View, write_link
from data.cite import label_codes, name_actor, name_event
from data.concern import find_zones
from data.membership import DRAWN, FORMER, OBSERVER, alliance_states, status_on
from data.query import describe_country, describe_zone
from data.read import read_record
from data.record import Record
from data.standing import (
    GAPS,
    Reading,
    Standing,
    count_sides,
    list_readings,
    rank_standings,
)
from data.stances import read_ordinals
from data.timeline import day_of

# How the map draws a row of the memberships table.
STYLE = {**DRAWN, ("CSTO-PA", OBSERVER): OBSERVER}


@lru_cache(maxsize=128)
def describe_state(country: str) -> dict[str, Any]:
    """All of the page that depends on the state alone. KeyError for an unknown country."""
    record = read_record()
    told = describe_country(record, country, "en")
    taken, toward_it = list_readings(record, country)
    names = name_actors(record, [*taken, *toward_it], country)
    zones = describe_zones(record, country)
    zone_labels = {key: style.label_en for key, style in read_zone_styles("light").items()}
    return {
        "id": country,
        "name": told["name"],
        "names": names,
        "membership": {
            "title": findings.say_membership(told["memberships"]),
            "rows": [
                {**row, "style": STYLE.get((row["bloc"], row["status"]), FORMER)}
                for row in told["memberships"]
            ],
        },
        "took": describe_readings(record, taken, "toward", findings.say_taken, told["name"]),
        "toward": describe_readings(record, toward_it, "actor", findings.say_toward, told["name"]),
        "stood": [
            describe_standings(
                rank_standings(toward_it, "actor", read_ordinals(record)),
                names,
                f"Who stood by {told['name']}",
                (f"Closest to {told['name']}:", "farthest:"),
            ),
            describe_standings(
                rank_standings(taken, "toward", read_ordinals(record)),
                names,
                f"Whom {told['name']} stood by",
                (f"{told['name']} was closest to", "farthest from"),
            ),
        ],
        "votes": {
            "title": findings.say_votes(told["votes"], told["name"]),
            "rows": [{**row, "event": find_vote_event(record, row)} for row in told["votes"]],
        },
        "threats": {
            "title": findings.say_threats(told["threats"], told["name"]),
            "rows": told["threats"],
        },
        "zones": {
            "title": findings.say_zones(zones, told["name"], zone_labels),
            "rows": zones,
        },
    }


def describe_readings(
    record: Record, readings: Sequence[Reading], side: str, say: Any, name: str
) -> dict[str, Any]:
    """Readings one way: the finding, the gaps in words, and each reading with its other actor."""
    sides = count_sides(readings)
    return {
        "title": say(name, sides),
        "note": findings.say_gaps(sides) if readings else "",
        "rows": [
            {
                "event": name_event(record, reading.event_id, "en"),
                "other": getattr(reading, side),
                "toward": reading.toward,
                "code": reading.code,
                "contested": reading.contested,
                "second": reading.other_code,
                "claims": reading.claims,
            }
            for reading in readings
        ],
    }


def describe_standings(
    standings: Sequence[Standing],
    names: dict[str, dict[str, Any]],
    heading: str,
    words: tuple[str, str],
) -> dict[str, Any]:
    """A ranked list with its finding."""
    short = {key: name["short"] for key, name in names.items()}
    return {
        "heading": heading,
        "title": findings.say_standing(standings, short, *words),
        "rows": [
            {
                "other": standing.other,
                "mean": None if standing.mean is None else findings.sign(standing.mean),
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
    """Name, short name and whether it is a state, of each actor in the readings."""
    states = {row["id"] for row in record.rows("countries")}
    found = {actor for reading in readings for actor in (reading.actor, reading.toward)}
    names = {}
    for actor in sorted(found | {country}):
        name = name_actor(record, actor, "en")["name"]
        is_state = actor in states
        names[actor] = {"name": name, "short": name if is_state else actor, "state": is_state}
    return names


def describe_zones(record: Record, country: str) -> list[dict[str, Any]]:
    """The zones that concern the state, with the reason and their statuses through time."""
    return [
        {**describe_zone(record, zone, "en"), "why": why}
        for zone, why in find_zones(record, country)
    ]


def find_vote_event(record: Record, vote: dict[str, Any]) -> dict[str, Any] | None:
    """The event of the day on which the vote was cast, if the record has one."""
    for event in record.rows("events"):
        if event["kind"] == "un_vote" and event["date_start"].isoformat() == vote["date"]:
            return name_event(record, event["id"], "en")
    return None


def describe_page(
    country: str, note: str, notices: Sequence[str], view: View, today: date
) -> dict[str, Any]:
    """The whole page: the state, the shared view it is read in, the chooser and the links."""
    record = read_record()
    state = describe_state(country)
    rules = read_rules()
    home = View(year=view.year, layers=view.layers, at=view.at, panel=country)
    events = {
        row["event"]["id"]
        for part in (state["took"], state["toward"], state["votes"])
        for row in part["rows"]
        if row["event"]
    } | {event["id"] for zone in state["zones"]["rows"] for event in zone["events"]}
    return {
        "state": state,
        "first": FIRST_YEAR,
        "today": today.isoformat(),
        "base": url_base(),
        "note": note,
        "notices": list(notices),
        "view": describe_view(record, state, view, today),
        "chooser": {
            "treaty": _list_states(record, alliance_states(record)),
            "others": _list_states(record, list_other_states(record)),
        },
        "links": {
            "here": write_link(replace(view, panel=country), rules),
            "states": {
                row["id"]: write_link(replace(view, panel=row["id"]), rules)
                for row in record.rows("countries")
                if row["id"] in state["names"] or row["id"] in list_known_states(record)
            },
            "events": {
                f"{event} {toward}": write_link(replace(home, event=event, toward=toward), rules)
                for event in sorted(events)
                for toward in rules.references[event]
            },
            "zones": {
                zone["id"]: write_link(replace(view, panel=zone["id"]), rules)
                for zone in state["zones"]["rows"]
            },
        },
        "scale": [
            {"code": code, "ordinal": ordinal, "label": label_codes(record, "en")[code]}
            for code, ordinal in read_ordinals(record).items()
        ],
        "gaps": GAPS,
        "palette": _read_palette(),
    }
