"""The page of votes: every resolution on record by state, as plain data, and its mounting."""

from __future__ import annotations

from typing import Any

from components.core.i18n import gettext as _
from components.core.i18n import record_locale
from components.core.i18n.cache import cache_per_locale
from components.core.link_rules import read_rules
from components.core.palette.payload import STANCES, build_page_palette
from components.features.votes.headlines import format_finding
from components.features.votes.query_params import ORDERS, ReadChoice, apply_selection
from components.server.custom_component import mount_module
from data.answers_by_mode import list_present_members
from data.cite import cite, name_actor, name_event
from data.cohesion_variants import read_hub
from data.load import read_record
from data.localize import pick
from data.record import Record
from data.roll_calls import (
    CAST,
    RollCall,
    agree_with_sides,
    agree_with_state,
    list_roll_calls,
    list_voters,
    summarise_voter,
)
from data.schema import Row

# An unknown vote says itself that nothing is sure.
CAST_OR_NOT = (*CAST, "not_voting")
NAME, STYLE = "atlas_roll_calls", "votes/votes.css"


def show_votes(read: ReadChoice) -> None:
    """Show the page with its choices."""
    rules, choice = read_rules(), read.choice
    data = {
        **describe_page(),
        "notices": read.notices,
        "years": [rules.first_year, rules.last_year],
        "from": choice.first,
        "to": choice.last,
        "member": choice.member,
        "by": choice.by,
    }
    mount_module(
        NAME, "votes/votes.js", "votes-page", data, css=STYLE, triggers={"choice": apply_selection}
    )


@cache_per_locale(2)
def describe_page() -> dict[str, Any]:
    """Everything but the choice: the finding, the states, and each resolution with its votes."""
    record = read_record()
    calls, hub = list_roll_calls(record), read_hub()
    voters = list_voters(calls)
    names = {each: name_actor(record, each, record_locale())["name"] for each in [*voters, hub]}
    present = [each for each in list_present_members(record) if each != hub]
    found = [summarise_voter(calls, each, hub) for each in present if each in voters]
    members = list_present_members(record)
    order = sorted(voters, key=lambda each: (each not in members, names[each]))
    return {
        "title": _("Votes in the UN General Assembly"),
        "finding": format_finding(found, names, hub, len(calls)),
        "hub": {"id": hub, "name": names[hub]},
        "orders": list(ORDERS),
        "voters": [{"id": each, "name": names[each]} for each in order],
        "rows": [describe_call(record, call, voters, hub) for call in calls],
        "palette": build_page_palette(*STANCES, "event"),
    }


def address_meeting(details: Row) -> str:
    """Where the record of the meeting is, beside the text of the resolution; else empty."""
    symbol = details["symbol"] or details["draft"]
    if not (symbol and details["meeting"] and details["document"].endswith(symbol)):
        return ""
    return str(details["document"].removesuffix(symbol) + details["meeting"])


def describe_call(record: Record, call: RollCall, voters: list[str], hub: str) -> dict[str, Any]:
    """One resolution: its votes, with whom each state voted, and where its record is found."""
    hubs = {each: agree_with_state(call, each, hub) for each in voters}
    sides = {each: found for each in voters if (found := agree_with_sides(call, each))}
    language = record_locale()
    details = call.details
    return {
        "id": call.resolution,
        "symbol": details["symbol"] or details["draft"],
        "date": call.day.isoformat(),
        "title": pick(vars(call), "title", language),
        "votes": dict(call.votes),
        "members": sorted(call.members & set(voters)),
        "with_hub": {each: value for each, value in hubs.items() if value is not None},
        "with_party": sides,
        "sides": [
            {
                "event": name_event(record, side.event_id, language),
                "toward": name_actor(record, side.toward, language),
                "favourable": side.favourable,
            }
            for side in call.sides
        ],
        "totals": [details[f"votes_{vote}"] for vote in ("for", "against", "abstained")],
        "document": details["document"],
        "roll_call": details["roll_call"],
        "meeting": details["meeting"],
        "meeting_address": address_meeting(details),
        "note": pick(details, "note", language),
        "sources": [cite(record, source) for source in call.source_ids],
        "doubtful": sorted(each for each in call.doubtful if call.votes[each] in CAST_OR_NOT),
    }
