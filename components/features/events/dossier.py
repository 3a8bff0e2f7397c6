"""The dossier of an event: what it shows, as plain data, and its mounting."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from components.core.alt_text import describe_dossier_in_words
from components.core.alt_text.date_format import format_days
from components.core.cited_version import add_version, read_version
from components.core.i18n import current_locale, record_locale
from components.core.i18n.cache import cache_per_locale
from components.core.link_rules import read_rules
from components.core.palette.payload import STANCES, build_page_palette
from components.core.session_state import read_parameters
from components.core.view_state import LinkRules, View, write_link
from components.features.events.citation import Dossier
from components.features.events.citation_formats import cite_all
from components.features.events.query_params import apply_selection, read_claim
from components.features.events.response_styles import describe_responses
from components.server.assets import asset_url
from components.server.base_url import relative_address
from components.server.custom_component import mount_module
from components.server.export_endpoints import offer_files
from data.cite import cite, name_actor, name_event, plain_date
from data.event_filter import EventFilter, filter_events
from data.load import read_record
from data.localize import pick
from data.query import describe_event
from data.record import Record
from data.request_ledger import build_ledger
from data.timeline import find_neighbours

CACHE_SIZE = 1024
PAGE = "events"


def show_dossier(view: View, wanted: EventFilter, today: date) -> None:
    """Show the dossier of the event of the view; a word of advice when there is none."""
    event = None
    if view.event and view.toward:
        event = {
            **describe_dossier(view.event, view.toward, current_locale(), view.mode),
            "citations": cite_view(read_record(), view, today, st.context.url or PAGE),
            "left_out": view.event not in {r["id"] for r in filter_events(read_record(), wanted)},
        }
    mount_module(
        "atlas_event",
        "events/dossier.js",
        "dossier event-dossier",
        {
            "event": event,
            "claim": read_claim(read_parameters(), read_record(), view.event)[0],
            "params": st.query_params.to_dict(),
            "share": offer_files(),
            **read_event_styles(),
        },
        triggers={"choice": apply_selection},
    )


@lru_cache(maxsize=CACHE_SIZE)
def describe_dossier(
    event_id: str, toward: str, language: str, mode: str | None = None
) -> dict[str, Any]:
    """All about an event toward one of its reference parties, with its neighbours in time."""
    record = read_record()
    before, after = find_neighbours(record, event_id)
    event = describe_event(record, event_id, toward, language, mode)
    countries = {row["id"] for row in record.rows("countries")}
    return {
        **event,
        "mode": mode,
        "states": [s["actor"]["id"] for s in event["stances"] if s["actor"]["id"] in countries],
        "words": describe_dossier_in_words(event_id, toward, language, mode=mode),
        "call": describe_call(record, event_id, language),
        "before": name_event(record, before, language) if before else None,
        "after": name_event(record, after, language) if after else None,
    }


def describe_call(record: Record, event_id: str, language: str) -> dict[str, Any] | None:
    """Who turned to whom and every dated answer, in time; None where nothing was asked."""
    call = next((row for row in build_ledger(record) if row.event_id == event_id), None)
    if call is None:
        return None
    answers = [("words", each) for each in call.words] + [("deeds", each) for each in call.deeds]
    return {
        "by": name_actor(record, call.asked_by, language)["name"],
        "to": name_actor(record, call.asked_to, language)["name"],
        "date": plain_date(call.asked_on),
        "channel": pick(vars(call), "channel", language),
        "confidence": call.confidence,
        "source": cite(record, call.source_id, call.locator),
        "answers": [
            {
                "manner": manner,
                "date": plain_date(each.date),
                "days": (each.date - call.asked_on).days if call.asked_on else None,
                "by": name_actor(record, each.by, language)["name"],
                "text": pick(vars(each), "text", language),
                "source": cite(record, each.source_id, each.locator),
            }
            for manner, each in sorted(answers, key=lambda pair: (pair[1].date, pair[1].by))
        ],
    }


def cite_view(
    record: Record, view: View, today: date, page_url: str, *, versioned: bool = True
) -> dict[str, str]:
    """The citation of the event of a view, in each format. KeyError when it has none.

    `versioned`: the address names the version of the record, for a page that reads it.
    """
    url = build_permalink(page_url, view, read_rules(), versioned=versioned)
    row = record.row("events", view.event or "")
    names = {
        each["id"]: pick(each, "name", record_locale())
        for table in ("countries", "organisations")
        for each in record.rows(table)
    }
    return cite_all(
        Dossier(
            event_id=row["id"],
            title=pick(row, "title", record_locale()),
            event_dates=format_days(row["date_start"], row["date_end"]),
            toward=names[view.toward or ""],
            version=read_version(),
            accessed=today,
            url=url,
        )
    )


def build_permalink(page_url: str, view: View, rules: LinkRules, *, versioned: bool = True) -> str:
    """The address of the page that names the event, the reference party and the version."""
    bare = View(year=view.year, event=view.event, toward=view.toward, mode=view.mode)
    parts = urlsplit(page_url)
    query = write_link(bare, rules)
    query = add_version(query) if versioned else query
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


@cache_per_locale(2)
def read_event_styles() -> dict[str, Any]:
    """Colours, and the addresses of the shapes: the same for every event."""
    return {
        "responses": describe_responses(),
        "palette": build_page_palette(*STANCES, "base", "event"),
        "shapes": {
            "countries": relative_address(asset_url("shapes", "countries.topo.json")),
            "labels": relative_address(asset_url("shapes", "labels.json")),
        },
    }
