"""The members page: which state the link asks for, its links and chooser, and its mounting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any

import streamlit as st

from components.core.alt_text.before_after import describe_before_after, describe_day_choice
from components.core.i18n import current_locale, record_locale
from components.core.i18n import gettext as _
from components.core.link_rules import FIRST_YEAR, read_rules
from components.core.palette.payload import STANCES, build_page_palette
from components.core.session_state import apply_mode, read_parameters
from components.core.view_day import find_view_day
from components.core.view_state import View, read_link, write_link
from components.features.members.page_data import describe_state
from components.features.members.query_params import apply_day, read_day
from components.server.custom_component import mount_module
from data.cite import label_codes, name_actor, name_event
from data.load import read_record
from data.localize import pick
from data.membership import alliance_states, status_on
from data.modes import select_reading
from data.rankings import GAPS
from data.record import Record
from data.resolve import SILENT
from data.stance_cells import list_cells
from data.stances import list_references, read_ordinals

NAME = "atlas_member"


@dataclass(frozen=True)
class Choice:
    """The state to show, why it was chosen when the link names none, and what was ignored."""

    country: str
    note: str = ""
    notices: Sequence[str] = field(default_factory=list)


def pick_state(view: View) -> Choice:
    """The state of the link; else that of its zone, its reference party, or the first by name."""
    record = read_record()
    notices = read_link(read_parameters(), read_rules()).notices
    countries = {row["id"]: pick(row, "name", record_locale()) for row in record.rows("countries")}
    zones = {row["id"]: row for row in record.rows("zones")}
    if view.panel and view.panel in countries:
        return Choice(view.panel, "", notices)
    if view.panel and view.panel in zones:
        zone = zones[view.panel]
        note = _(
            "The link names the zone {zone}; the state to which it legally belongs is shown.",
            zone=pick(zone, "name", record_locale()),
        )
        return Choice(zone["de_jure"], note, notices)
    if view.toward and view.toward in countries:
        note = _("The link names no state; the reference party of its event is shown.")
        return Choice(view.toward, note, notices)
    first = min(alliance_states(record), key=lambda country: countries[country])
    return Choice(
        first, _("The link names no state; the first in alphabetical order is shown."), notices
    )


def apply_selection(chosen: Any) -> None:
    """Put a state chosen in the browser into the address; whatever is no state is ignored."""
    if any(row["id"] == chosen for row in read_record().rows("countries")):
        st.query_params["panel"] = chosen


def show_member(view: View, today: date) -> None:
    """Show the page of the state that the view asks for."""
    choice, day = pick_state(view), read_day()
    page = describe_page(choice, view, today)
    data = {
        **page,
        "notices": [*page["notices"], *day.notices],
        "before_after": describe_change(choice.country, view.mode, day.since),
    }
    mount_module(
        NAME,
        "members/members.js",
        "member-page",
        data,
        css="members/members.css",
        triggers={"state": apply_selection, "mode": apply_mode, "since": apply_day},
    )


def describe_change(country: str, mode: str | None, since: date | None) -> dict[str, Any]:
    """How a state stood toward its allies, and they toward it, before a day and from it on."""
    record = select_reading(read_record(), mode)
    name = name_actor(read_record(), country, record_locale())["name"]
    sentences: list[str] = []
    if since:
        cells = list_cells(record)
        taken = [cell for cell in cells if cell.actor == country]
        toward_it = [cell for cell in cells if cell.toward == country]
        sentences += describe_before_after(
            taken, _("{country} toward its allies", country=name), since
        )
        sentences += describe_before_after(
            toward_it, _("Allies toward {country}", country=name), since
        )
    return describe_day_choice(since, read_rules(), sentences)


def describe_page(choice: Choice, view: View, today: date) -> dict[str, Any]:
    """The state, the shared view it is read in, the chooser and every link; ready for JSON."""
    record = read_record()
    state = describe_state(choice.country, current_locale(), view.mode)
    return {
        "state": state,
        "note": choice.note,
        "notices": list(choice.notices),
        "first": FIRST_YEAR,
        "today": today.isoformat(),
        "mode": view.mode,
        "view": describe_view(record, choice.country, state, view, today),
        "chooser": list_states(record),
        "links": write_links(record, state, view),
        "scale": _read_scale(current_locale()),
        "gaps": list(GAPS),
        "palette": build_page_palette(*STANCES, "event", "membership", "zone"),
    }


def describe_view(
    record: Record, country: str, state: dict[str, Any], view: View, today: date
) -> dict[str, Any]:
    """The shared view in words' parts: its year, its event, and the state's stance there."""
    day = find_view_day(record, view, today)
    event = stance = toward = None
    if view.event and view.toward:
        event = name_event(record, view.event, record_locale())
        toward = name_actor(record, view.toward, record_locale())
        found = [
            row
            for row in state["took"]["rows"]
            if row["event"]["id"] == view.event and row["toward"] == view.toward
        ]
        stance = found[0] if found else None
    return {
        "year": view.year,
        "day": day.isoformat(),
        "event": event,
        "toward": toward,
        "stance": stance,
        "status": [
            f"{bloc} {status}" for bloc, status in sorted(status_on(record, country, day).items())
        ],
    }


def list_states(record: Record) -> dict[str, list[dict[str, Any]]]:
    """The states of the Treaty, and the others of which the record says anything; by name."""
    treaty = alliance_states(record)
    said = {row["country"] for row in record.rows("memberships")}
    for table in ("claims", "parties"):
        said |= {row["actor"] for row in record.rows(table)}
    known = [row for row in record.rows("countries") if row["id"] in said | treaty]
    named = sorted(
        ({"id": row["id"], "name": pick(row, "name", record_locale())} for row in known),
        key=_by_name,
    )
    return {
        "treaty": [row for row in named if row["id"] in treaty],
        "others": [row for row in named if row["id"] not in treaty],
    }


def _by_name(row: dict[str, Any]) -> str:
    return str(row["name"])


def write_links(record: Record, state: dict[str, Any], view: View) -> dict[str, Any]:
    """Query strings by what they lead to: events, states, zones, and the view itself."""
    rules = read_rules()
    country = state["id"]
    events = {row["event"]["id"] for part in ("took", "toward") for row in state[part]["rows"]}
    events |= {event["id"] for row in state["votes"]["rows"] for event in row["events"]}
    events |= {event["id"] for zone in state["zones"]["rows"] for event in zone["events"]}
    events |= {view.event} if view.event else set()
    chooser = list_states(record)
    states = {row["id"] for rows in chooser.values() for row in rows} | {country}
    zones = [zone["id"] for zone in state["zones"]["rows"]]
    at_home = replace(view, panel=country)
    return {
        "view": write_link(at_home, rules),
        "states": {key: write_link(replace(view, panel=key), rules) for key in sorted(states)},
        "zones": {key: write_link(replace(view, panel=key), rules) for key in zones},
        "events": {
            event: {
                toward: write_link(replace(at_home, event=event, toward=toward), rules)
                for toward in list_references(record, event)
            }
            for event in sorted(events)
        },
    }


@cache
def _read_scale(language: str) -> list[dict[str, Any]]:
    record = read_record()
    labels = {**label_codes(record, language), SILENT: _("No reaction, or vote not cast")}
    return [
        {"code": code, "ordinal": ordinal, "label": labels[code]}
        for code, ordinal in read_ordinals(record).items()
    ]
