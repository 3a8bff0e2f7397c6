"""The filters of the events page in its address, and the choices the browser sends.

A filter that is missing lets everything pass; one that is wrong is ignored and named in a notice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from components.core.i18n import gettext as _
from components.core.i18n import ngettext, record_locale
from components.core.link_rules import read_rules
from components.core.palette import read_swatches
from components.core.session_state import read_view, write_address
from components.core.view_state import LinkRules, read_link, read_year, shorten
from data.event_filter import CHOICES, EventFilter, drop_filter
from data.localize import pick
from data.membership import alliance_states
from data.record import Record

PARAMETERS = (*CHOICES, "from", "to", "q")
LONGEST_TEXT = 80


@dataclass(frozen=True)
class FilterRules:
    """What each filter may name, in the order it is offered, and the years of the record."""

    values: Mapping[str, tuple[str, ...]]
    years: LinkRules


@dataclass(frozen=True)
class ReadFilter:
    """A filter read from a link, and what was ignored on the way."""

    wanted: EventFilter
    notices: list[str] = field(default_factory=list)


def build_filter_rules(record: Record, years: LinkRules) -> FilterRules:
    """What a filter may name: alliance states, kinds and zones of events, responses."""
    events = record.rows("events")
    kinds = {row["kind"] for row in events}
    names = {row["id"]: pick(row, "name", record_locale()) for row in record.rows("countries")}
    zones = {row["zone_id"] for row in events}
    return FilterRules(
        values={
            "member": tuple(sorted(alliance_states(record), key=lambda each: names[each])),
            "kind": tuple(kind for kind in read_swatches("light", "event") if kind in kinds),
            "zone": tuple(row["id"] for row in record.rows("zones") if row["id"] in zones),
            "response": ("met", "partly", "unmet", "none"),
        },
        years=years,
    )


def read_filter(parameters: Mapping[str, str], rules: FilterRules) -> ReadFilter:
    """Read the filters from link parameters; wrong values are ignored and named in `notices`."""
    notices: list[str] = []

    def refuse(name: str, reason: str = "") -> None:
        given = f"{name}={shorten(parameters[name])}"
        notices.append(format_refusal(reason or name, given, rules.years, last))

    first, last = (read_year(parameters.get(name), rules.years) for name in ("from", "to"))
    chosen = {}
    for name in CHOICES:
        value = parameters.get(name, "")
        if value in rules.values[name]:
            chosen[name] = value
        elif name in parameters:
            refuse(name)
    for name, year in (("from", first), ("to", last)):
        if name in parameters and year is None:
            refuse(name, "year")
    if first is not None and last is not None and first > last:
        refuse("from", "after")
        first = None
    text = " ".join(parameters.get("q", "").split())
    if len(text) > LONGEST_TEXT or not text.isprintable():
        refuse("q")
        text = ""
    return ReadFilter(EventFilter(**chosen, first=first, last=last, text=text), notices)


def format_refusal(reason: str, given: str, years: LinkRules, last: int | None) -> str:
    """Why a parameter, `given` as name=value, was ignored."""
    sentences = {
        "member": _("{given} was ignored: no state of the alliance has this id", given=given),
        "kind": _("{given} was ignored: there is no event of this kind", given=given),
        "zone": _("{given} was ignored: there is no event in a zone with this id", given=given),
        "response": _("{given} was ignored: not a known outcome of a request", given=given),
        "year": _(
            "{given} was ignored: not a year from {first} to {last}",
            given=given,
            first=years.first_year,
            last=years.last_year,
        ),
        "after": _("{given} was ignored: it is after {year}", given=given, year=last),
        "q": ngettext(
            "{given} was ignored: must be one line of at most {count} character",
            "{given} was ignored: must be one line of at most {count} characters",
            LONGEST_TEXT,
            given=given,
        ),
    }
    return sentences[reason]


def write_filter(wanted: EventFilter) -> dict[str, str]:
    """The link parameters of a filter: only those in use."""
    values = {
        **{name: getattr(wanted, name) for name in CHOICES},
        "from": "" if wanted.first is None else str(wanted.first),
        "to": "" if wanted.last is None else str(wanted.last),
        "q": wanted.text,
    }
    return {name: value for name, value in values.items() if value}


def list_cleared(wanted: EventFilter, names: list[str]) -> dict[str, dict[str, str]]:
    """For each filter, the link parameters left when it alone is dropped."""
    return {name: write_filter(drop_filter(wanted, name)) for name in names}


def apply_filter(value: Any, rules: FilterRules) -> None:
    """Put the filters the browser sent into the address, leaving all other parameters."""
    given = value if isinstance(value, Mapping) else {}
    texts = {name: given[name] for name in PARAMETERS if isinstance(given.get(name), str)}
    others = {k: v for k, v in st.query_params.to_dict().items() if k not in PARAMETERS}
    used = {name: text for name, text in texts.items() if text}
    st.query_params.from_dict(others | write_filter(read_filter(used, rules).wanted))


def apply_selection(value: Any) -> None:
    """Put the event, and the reference party, that the browser chose into the address."""
    given = value if isinstance(value, Mapping) else {}
    texts = {k: given[k] for k in ("event", "toward") if isinstance(given.get(k), str)}
    chosen = read_link(texts, read_rules()).view
    view = read_view()
    year = chosen.year if chosen.event else view.year
    write_address(replace(view, year=year, event=chosen.event, toward=chosen.toward))
